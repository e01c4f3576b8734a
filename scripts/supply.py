"""Check what the package and its extras bring: each licence, its line in the docs, and known vulnerabilities.

Run in an environment that has the package with all extras, or the group ``test``:

    python scripts/supply.py

Licences are read from what is installed and need no network. Vulnerabilities are asked for with pip-audit (group
``supply``); without it, or without its service, that part is skipped with a word. Exit status 1: something is wrong.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = ROOT / "docs" / "explanation" / "dependencies.md"
FREE: Final = ("0BSD", "Apache", "BSD", "CC0", "MIT", "PSF", "Zlib")
"""How the names of licences begin that ask for no more than to be named; all go with MIT."""
EXTRAS_ONLY: Final = ("LGPL", "MPL")
"""Those that ask for the source of the library itself; they come only to people who ask for the extra."""


def requirements(extra: str | None = None) -> list[str]:
    """Give the names that the package requires, or one extra of it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bounds = project["dependencies"] if extra is None else project["optional-dependencies"][extra]
    return [canonicalize_name(Requirement(bound).name) for bound in bounds]


def extras() -> list[str]:
    """Give the names of the extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return list(project["optional-dependencies"])


def closure(names: Iterable[str]) -> dict[str, Distribution]:
    """Give what is installed of these and of what they need themselves, by name; what is not installed is left out."""
    found: dict[str, Distribution] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue
        waiting += [
            canonicalize_name(each.name) for each in map(Requirement, found[name].requires or ()) if _here(each)
        ]
    return found


def licence(installed: Distribution) -> str:
    """Give the licence that a package names, as an expression, as text, or as a classifier."""
    about = installed.metadata
    classified = [each.rsplit(" :: ", 1)[1] for each in about.get_all("Classifier") or () if "License ::" in each]
    text = (about["License"] or "").partition("\n")[0]
    return about["License-Expression"] or " or ".join(classified) or text or "none named"


def wrong_licences(core: dict[str, Distribution], extra: dict[str, Distribution]) -> Iterator[str]:
    """Tell each package whose licence does not fit where it stands, and each that the page does not tell of."""
    page = PAGE.read_text(encoding="utf-8").casefold().replace("_", "-")
    for name, installed in sorted((core | extra).items()):
        named = licence(installed)
        allowed = FREE if name in core else (*FREE, *EXTRAS_ONLY)
        if not any(word in named for word in allowed) and not ("GNU Lesser" in named and name not in core):
            yield f"{name}: the licence “{named}” does not fit"
        if not re.search(rf"\b{re.escape(name)}\b", page):
            yield f"{name}: {PAGE.relative_to(ROOT)} does not tell of it"


def vulnerable(names: Iterable[str]) -> tuple[list[str], str]:
    """Ask pip-audit for known vulnerabilities of these packages; give them, and what became of the question."""
    ask = [sys.executable, "-m", "pip_audit", "--path", sysconfig.get_path("purelib"), "--format", "json"]
    done = subprocess.run([*ask, "--progress-spinner", "off"], capture_output=True, text=True, check=False)
    try:
        told = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return [], "skipped: pip-audit is not installed (group supply), or does not answer"
    ours = [each for each in told if canonicalize_name(each["name"]) in set(names)]
    asked = [each for each in ours if "skip_reason" not in each]
    if not asked:
        return [], "skipped: the service that knows of vulnerabilities does not answer"
    known = [f"{each['name']} {each['version']}: {bad['id']}" for each in asked for bad in each["vulns"]]
    return known, f"{len(known)} known in {len(asked)} of {len(ours)} packages that could be asked for"


def _here(requirement: Requirement) -> bool:
    """Say whether a requirement holds on this Python, without any extra."""
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


def main() -> int:
    """Tell what is wrong, and how much was looked at."""
    core = closure(requirements())
    extra = closure(name for each in extras() for name in requirements(each))
    wrong = list(wrong_licences(core, extra))
    missing = sorted({name for each in (None, *extras()) for name in requirements(each)} - set(core | extra))
    known, told = vulnerable(core | extra)
    for line in (*wrong, *known):
        print(line)
    print(f"licences: {len(core)} packages of the core and {len(extra)} of extras looked at, {len(wrong)} wrong")
    if missing:
        print(f"not installed here, so not looked at: {', '.join(missing)}")
    print(f"vulnerabilities: {told}")
    return int(bool(wrong or known))


if __name__ == "__main__":
    sys.exit(main())
