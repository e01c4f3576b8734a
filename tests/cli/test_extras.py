"""Whatever needs an extra says so in a line that names it, and writes nothing."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from samverkan.cli.door import DOOR
from tests.cli.test_capacity import CHAIN

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
FILES = {
    "a.toml": 'format = 1\nid = "a"\nname = "A"\npublishing.accessibility = "https://exempel.se/tillganglighet"\n',
    "a.ics": "BEGIN:VCALENDAR",
    "a.xlsx": "PK",
    "kedja.toml": CHAIN,
}
FOLLOWED = "integration-pa-g --as-of 2010-06-10"
LED = "kedja.toml --unit vagen --arrivals 5/month --simulate"
USES = {  # the extra, the package that is not there, and the verbs that need it
    ("arrange", "highspy"): ["arrange tranemo"],
    ("busy", "recurring_ical_events"): [
        "schedule tranemo --busy a.ics",
        "arrange tranemo --solver greedy --busy p-1=a.ics",
    ],
    ("office", "docx"): ["export tranemo --format agenda --to ut", "export tranemo --format notes --to ut"],
    ("office", "openpyxl"): [
        "import a.xlsx --output ut.toml",
        f"follow {FOLLOWED} --results a.xlsx --output ut.txt",
        "report integration-pa-g --results a.xlsx --output ut.txt",
        "export integration-pa-g --results a.xlsx --output ut.xlsx",
        "publish a.toml --as-of 2010-06-10 --results a.xlsx --to ut",
    ],
    ("office", "xlsxwriter"): [
        "export tranemo --output ut.xlsx",
        f"follow {FOLLOWED} --format xlsx --output ut.xlsx",
        "follow integration-pa-g --template --format xlsx --output ut.xlsx",
        "rollout tranemo --start 2027-01-11 --format xlsx --output ut.xlsx",
    ],
    ("simulate", "simpy"): [f"capacity {LED} --output ut.txt"],
}


@pytest.mark.parametrize(
    ("extra", "package", "line"), [(*needed, line) for needed, lines in USES.items() for line in lines]
)
def test_without_the_extra_a_line_names_it(
    extra: str, package: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, package, None)
    for name, text in FILES.items():
        Path(name).write_text(text, encoding="utf-8")

    result = CliRunner().invoke(DOOR, line.split(), env={"SAMVERKAN_LANG": None}, prog_name="samverkan")

    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "inte är installerat" in result.stderr
    assert f'väntade först pip install "samverkan[{extra}]"' in result.stderr
    assert {each.name for each in tmp_path.iterdir()} == set(FILES)


def test_every_extra_is_tried() -> None:
    declared = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["optional-dependencies"]

    assert {extra for extra, _ in USES} | {"testing"} == set(declared)  # testing: tests/testing/test_import.py
