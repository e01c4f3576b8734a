"""Install the wheel where others will: on each Python, bare, with each extra alone, with the oldest and the newest.

Run from the checkout, with any Python from 3.11; the interpreters are found on the path, or named:

    python scripts/compatibility.py
    python scripts/compatibility.py --tests python3.11 /opt/python3.13/bin/python3

With ``--tests`` the whole suite runs on each Python with the newest dependencies, and on the first with the oldest that
``pyproject.toml`` allows, save pytest itself: the suite needs one that is newer than users do. What is printed at the
end is the table in ``docs/explanation/compatibility.md``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
NEWEST: Final = 20
"""The minor version of Python up to which interpreters are looked for."""
CALENDAR: Final = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//SV\r\nEND:VCALENDAR\r\n"
WORKBOOK: Final = "kept.xlsx"
FLOW: Final = """format = 1
id = "kedja"
name = "Kedjan"
units.a = { name = "A", stay = "2 months", capacity = { number = 12, unit = "platser", amount = "stock" } }
units.b = { name = "B", stay = "6 months", capacity = { number = 20, unit = "platser", amount = "stock" } }
[flows.f]
name = "F"
order_stated = true
steps = [{ id = "a", name = "A", unit = "a" }, { id = "b", name = "B", unit = "b" }]
"""
CHECKLIST: Final = """format = 1
id = "egen"
version = "1"
name = "Egen"
[factors.f]
name = "F"
[factors.f.criteria.c]
core = true
question = "C?"
source = "vårt val"
remedy = { text = "Bestäm", effort = "low", responsible = "ordföranden", field = "bodies" }
rule = { stated = "bodies.*.quorum", body_kind = "collaboration-group" }
"""
LED: Final = ["flow.toml", "--unit", "f", "--arrivals", "60/year", "--simulate", "--over", "1 year", "--runs", "2"]
SAMVERKAN: Final = ("-m", "samverkan")
NEEDS: Final = {
    "arrange": [[*SAMVERKAN, "arrange", "tranemo", "--seconds", "5"]],
    "busy": [[*SAMVERKAN, "schedule", "tranemo", "--busy", "busy.ics"]],
    "office": [
        [*SAMVERKAN, "export", "tranemo", "--output", "new.xlsx"],
        [*SAMVERKAN, "import", WORKBOOK],
        [*SAMVERKAN, "export", "tranemo", "--format", "agenda", "--to", "agendas"],
    ],
    "simulate": [[*SAMVERKAN, "capacity", *LED]],
    "testing": [["-c", "import samverkan.testing; samverkan.testing.bodies()"]],
}
"""For each extra the uses that need it; without it, each says so in one line that names the extra."""
CORE: Final = [
    ["report", "tranemo"],
    ["check", "lots-ockelbo"],
    ["schedule", "tranemo"],
    ["schedule", "tranemo", "--format", "ical"],
    ["network", "integration-pa-g"],
    ["evaluate", "visioncenter"],
    ["evaluate", "tranemo", "--checklist", "own.toml"],
    ["rollout", "tranemo", "--start", "2027-01-11"],
    ["arrange", "tranemo", "--solver", "greedy"],
]
"""What everybody has without any extra; findings are no failure."""
FAILED: Final = 2


class Environment:
    """A virtual environment of one Python, in a folder that goes with it."""

    def __init__(self, python: str, folder: Path) -> None:
        subprocess.run([python, "-m", "venv", folder], check=True)
        self.folder, self.python = folder, folder / "bin" / "python"
        self.install("--upgrade", "pip")
        (folder / "busy.ics").write_text(CALENDAR)
        (folder / "flow.toml").write_text(FLOW)
        (folder / "own.toml").write_text(CHECKLIST, encoding="utf-8")
        if (workbook := folder.parent / WORKBOOK).exists():
            shutil.copy(workbook, folder)

    def install(self, *what: str) -> None:
        """Install with pip, quietly."""
        subprocess.run([self.python, "-m", "pip", "install", "--quiet", *what], check=True, cwd=ROOT)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Python away from the checkout, in English, with no home to read from."""
        variables = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "SAMVERKAN_LANG": "en"}
        return subprocess.run(
            [self.python, *arguments], cwd=self.folder, env=variables, capture_output=True, text=True, check=False
        )


def works(environment: Environment) -> str:
    """Run what everybody has; give what fails."""
    failed = [" ".join(arguments) for arguments in CORE if environment.run(*SAMVERKAN, *arguments).returncode == FAILED]
    return f"fails: {'; '.join(failed)}" if failed else f"{len(CORE)} uses work"


def extras(environment: Environment, *installed: str) -> str:
    """Use every extra: those that are installed work, and each of the others is asked for by its name."""
    wrong = []
    for extra, arguments in ((extra, use) for extra, uses in NEEDS.items() for use in uses):
        done = environment.run(*arguments)
        told = (done.stdout + done.stderr).strip().splitlines()
        if extra in installed:
            good = done.returncode != FAILED and "Traceback" not in done.stderr
        else:
            good = done.returncode != 0 and bool(told) and f"samverkan[{extra}]" in told[-1]
            good = good and (extra == "testing" or "Traceback" not in done.stderr)
        if not good:
            wrong.append(f"{extra}: {told[-1] if told else 'nothing said'}")
    if not wrong and len(installed) not in {0, len(NEEDS)}:
        return "it works, the others are asked for"
    return "; ".join(wrong) or f"every extra {'works' if installed else 'is asked for'}"


def plugin(environment: Environment) -> str:
    """Let pytest collect a file, as teams do who have the extra ``testing``; give the line that counts the tests."""
    file = environment.folder / "flow.samverkan.toml"
    file.write_text(FLOW, encoding="utf-8")
    return last(environment.run("-m", "pytest", "--samverkan", file.name))


def last(done: subprocess.CompletedProcess[str]) -> str:
    """Give the last line that pytest printed, which counts the tests."""
    return done.stdout.strip().splitlines()[-1].strip("= ") if done.stdout.strip() else done.stderr.strip()[-200:]


def suite(environment: Environment) -> str:
    """Run the tests of the checkout; give the last line, which counts them."""
    done = subprocess.run(
        [environment.python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--numprocesses=auto", "--dist=loadfile"],
        cwd=ROOT,
        env=os.environ | {"CI": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout, file=sys.stderr)
    return last(done)


def oldest() -> list[str]:
    """Give each dependency of the package and its extras in the oldest version that is allowed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [bound for extra in project["optional-dependencies"].values() for bound in extra]
    bounds = [*project["dependencies"], *extras]
    return [bound.replace(">=", "==") for bound in bounds]


def pythons() -> list[str]:
    """Find the interpreters on the path that start, the oldest first."""
    found = [f"python3.{minor}" for minor in range(11, NEWEST + 1)]
    return [
        each
        for each in found
        if shutil.which(each) and not subprocess.run([each, "-V"], capture_output=True, check=False).returncode
    ]


def version(python: str) -> str:
    """Name an interpreter by its version."""
    return subprocess.run([python, "-V"], capture_output=True, text=True, check=True).stdout.strip()


def main() -> None:
    """Try every environment, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("python", nargs="*", help="interpreters to try; those on the path otherwise")
    parser.add_argument("--tests", action="store_true", help="run the suite too, which takes minutes each")
    asked = parser.parse_args()
    tried = asked.python or pythons()
    rows: list[tuple[str, str, str]] = []

    def row(python: str, what: str, came: str) -> None:
        rows.append((version(python), what, came))
        print(" | ".join(rows[-1]), file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        builder = Environment(tried[0], here / "builder")
        build = ["-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(here), str(ROOT)]
        subprocess.run([builder.python, *build], check=True)
        (wheel,) = here.glob("*.whl")
        builder.install(f"{wheel}[office]")
        builder.run(*SAMVERKAN, "export", "tranemo", "--output", str(here / WORKBOOK))
        for python in tried:
            bare = Environment(python, here / f"bare-{len(rows)}")
            bare.install(str(wheel))
            row(python, "the wheel alone", f"{works(bare)}; {extras(bare)}")
            for extra in NEEDS:
                alone = Environment(python, here / f"extra-{len(rows)}")
                alone.install(f"{wheel}[{extra}]")
                row(python, f"the extra `{extra}` alone", extras(alone, extra))
        old = Environment(tried[0], here / "oldest")
        old.install(f"{wheel}[{','.join(NEEDS)}]", *oldest())
        row(tried[0], "every extra, all at its oldest", f"{works(old)}; {extras(old, *NEEDS)}; pytest: {plugin(old)}")
        if asked.tests:
            aged = Environment(tried[0], here / "aged")
            aged.install("--editable", ".", "--group", "test")
            aged.install(*(bound for bound in oldest() if not bound.startswith("pytest==")))
            row(tried[0], "the suite, its dependencies at their oldest", suite(aged))
        for python in tried if asked.tests else ():
            new = Environment(python, here / f"newest-{len(rows)}")
            new.install("--editable", ".", "--group", "test")
            row(python, "the suite, its dependencies at their newest", suite(new))
    print("\n| Python | installed | what came of it |\n|---|---|---|")
    print("\n".join(f"| {' | '.join(each)} |" for each in rows))


if __name__ == "__main__":
    main()
