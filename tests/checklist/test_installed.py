"""A checklist of another package, installed as pip installs it: a module, and metadata with an entry point."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner

import samverkan
from samverkan.checklist.installed import GROUP, installed, installed_names
from samverkan.checklist.registry import checklist_exists, checklist_named, checklist_names, shipped_names
from samverkan.cli.door import DOOR
from samverkan.errors import InvalidValueError, UnknownNameError

MODULE = """\
from fractions import Fraction

from samverkan.checklist.criterion import Effort, Remedy, criterion
from samverkan.checklist.factor import Checklist, Factor
from samverkan.checklist.finding import met, not_met, unknown
from samverkan.checklist.reading import cite, told
from samverkan.model.message import say
from samverkan.model.names import Text


@criterion(
    "n.1",
    core=True,
    question=say("Is the name short?"),
    source=say("our choice"),
    remedy=Remedy(text=say("Shorten it."), effort=Effort.LOW, responsible=say("us"), field="name"),
)
def short(case):
    name = case.collaboration.name
    said = cite("name", told(name), None)
    if len(name.sv) < 30:
        return met(say("It is short."), said)
    return not_met(say("It is long."), said, change="name")


CHECKLIST = Checklist("ekeby", "1", Text("Ekeby"), [Factor("n", Text("Namn"), [short])])
NOTHING = 1
"""


def distribution(folder: Path, name: str, points: str, module: str = MODULE) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.py").write_text(module, encoding="utf-8")
    metadata = folder / f"{name}-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text(f"[{GROUP}]\n{dedent(points)}", encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(tmp_path / "site")
    monkeypatch.chdir(tmp_path)
    for name in [name for name in sys.modules if name.startswith("ekeby_")]:
        monkeypatch.delitem(sys.modules, name)
    return tmp_path / "site"


def test_it_is_found_by_its_name(site: Path) -> None:
    distribution(site, "ekeby_lista", "ekeby = ekeby_lista:CHECKLIST\n")

    assert installed_names() == ("ekeby",)
    assert checklist_names() == (*shipped_names(), "ekeby")
    assert checklist_exists("ekeby")
    judged = samverkan.evaluate(samverkan.bundled("tranemo"), checklist="ekeby")
    assert [str(report.finding.because) for report in judged.reports] == ["It is short."]


def test_the_command_line_and_a_file_know_it_by_its_name(site: Path) -> None:
    distribution(site, "ekeby_lista", "ekeby = ekeby_lista:CHECKLIST\n")
    Path("a.toml").write_text('format = 1\nid = "a"\nname = "A"\nchecklists = ["ekeby"]\n', encoding="utf-8")

    for arguments in (["a.toml"], ["tranemo", "--checklist", "ekeby"]):
        told = CliRunner().invoke(DOOR, ["evaluate", *arguments, "--lang", "en"])
        assert told.exit_code == 0
        assert "by the checklist ekeby, version 1" in told.stdout


def test_one_that_comes_along_cannot_be_replaced(site: Path) -> None:
    distribution(site, "ekeby_lista", "tranemo = ekeby_lista:CHECKLIST\n")

    assert checklist_names() == shipped_names()
    assert checklist_named("tranemo").version == "1"
    assert len(list(checklist_named("tranemo").criteria)) > 1


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("ekeby_lista:NOTHING", "what ekeby_lista brings as “ekeby” is no checklist: ekeby_lista:NOTHING"),
        ("ekeby_lista:NONE", "the checklist “ekeby” of ekeby_lista cannot be loaded: AttributeError: "),
        ("ekeby_missing:X", "the checklist “ekeby” of ekeby_lista cannot be loaded: ModuleNotFoundError: "),
    ],
)
def test_one_that_cannot_be_had_is_told(site: Path, value: str, told: str) -> None:
    distribution(site, "ekeby_lista", f"ekeby = {value}\n")

    with pytest.raises(InvalidValueError) as caught:
        installed("ekeby")
    assert str(caught.value).startswith(told)


def test_one_that_calls_itself_otherwise_is_told(site: Path) -> None:
    distribution(site, "ekeby_lista", "by = ekeby_lista:CHECKLIST\n")

    told = CliRunner().invoke(DOOR, ["evaluate", "tranemo", "--checklist", "by"])

    assert told.exit_code == 2
    assert told.stderr.startswith("samverkan: checklistan ”by” från ekeby_lista kallar sig ”ekeby”")


def test_two_packages_with_one_name_are_told(site: Path) -> None:
    distribution(site, "ekeby_lista", "ekeby = ekeby_lista:CHECKLIST\n")
    distribution(site, "ekeby_annan", "ekeby = ekeby_annan:CHECKLIST\n")

    with pytest.raises(InvalidValueError, match="several packages bring a checklist “ekeby”: ekeby_annan, ekeby_lista"):
        checklist_named("ekeby")


def test_a_name_that_nobody_has_is_told_with_those_there_are(site: Path) -> None:
    distribution(site, "ekeby_lista", "ekeby = ekeby_lista:CHECKLIST\n")

    with pytest.raises(UnknownNameError, match="there is no checklist “ekebyy”; did you mean “ekeby”"):
        checklist_named("ekebyy")
