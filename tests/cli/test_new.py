"""``samverkan new``: a starter file that can be used, and whose examples can be taken into use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samverkan.cli.door import DOOR
from samverkan.formats.files import load
from samverkan.formats.toml import loads

GIVEN = ("--name", "Integration Exempel", "--municipality", "1452", "Tranemo")


def new(*arguments: str, language: str = "sv") -> Result:
    return CliRunner().invoke(DOOR, ["new", *arguments], env={"SAMVERKAN_LANG": language})


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_file_can_be_used_as_it_is() -> None:
    result = new(*GIVEN)

    assert result.exit_code == 0
    assert "samverkan check integration-exempel.toml" in result.stdout
    collaboration = load("integration-exempel.toml")
    assert str(collaboration.name) == "Integration Exempel"
    assert [(town.code, town.name) for town in collaboration.municipalities] == [("1452", "Tranemo")]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_example_in_it_can_be_taken_into_use(language: str) -> None:
    text = new(*GIVEN, "--output", "-", language=language).stdout

    whole = loads(re.sub(r'(?m)^# (?=[\[a-z"])', "", text))

    assert len(whole.series) == 1
    assert len(whole.goals) == 1
    assert sum(len(body.seats) for body in whole.bodies) == 5


def test_both_languages_say_the_same_to_programs() -> None:
    swedish, english = (new(*GIVEN, "--output", "-", language=language).stdout for language in ("sv", "en"))

    assert swedish != english
    assert loads(swedish) == loads(english)


def test_a_file_is_overwritten_only_by_force() -> None:
    Path("a.toml").write_text("mine")

    refused = new(*GIVEN, "--output", "a.toml")

    assert (refused.exit_code, Path("a.toml").read_text()) == (2, "mine")
    assert refused.stderr == "samverkan: a.toml finns redan; välj ett annat namn, eller skriv över den med --force\n"
    assert new(*GIVEN, "--output", "a.toml", "--force").exit_code == 0


def test_several_municipalities_can_be_given() -> None:
    result = new(*GIVEN, "--municipality", "0586", "Mjölby kommun", "--output", "-")

    collaboration = loads(result.stdout)
    assert [town.name for town in collaboration.municipalities] == ["Tranemo", "Mjölby"]
    assert [organisation.id for organisation in collaboration.organisations] == ["tranemo-kommun", "mjolby-kommun"]


@pytest.mark.parametrize("name", ['Ett "citat"', "Bak\\snitt", "]] #", "@id@", "Ó日本"])
def test_no_name_breaks_the_file(name: str) -> None:
    result = new("--name", name, "--municipality", "1452", "Tranemo", "--id", "a", "--output", "-")

    assert str(loads(result.stdout).name) == name


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "--name saknas, och det finns ingen terminal att fråga i"),
        (("--name", "A"), "--municipality saknas, och det finns ingen terminal att fråga i"),
        (
            ("--name", "A", "--municipality", "1452", "--output", "a.toml"),
            "--municipality tar en kod och ett namn, till exempel 1452 Tranemo; se samverkan new --help",
        ),
        (
            ("--name", "A", "--municipality", "145", "T"),
            "”145” är ingen kommunkod; väntade fyra siffror som text, till exempel ”0586”",
        ),
        (
            ("--name", "A", "--municipality", "1452", "T", "--id", "Å"),
            "id ”Å” är inget id; väntade små bokstäver a–z, siffror och bindestreck, som ”sg-01”",
        ),
    ],
)
def test_what_is_missing_or_wrong_is_told_in_a_line(arguments: tuple[str, ...], told: str) -> None:
    result = new(*arguments)

    assert (result.exit_code, result.stderr) == (2, f"samverkan: {told}\n")
    assert list(Path().iterdir()) == []


def test_on_a_terminal_it_asks_and_asks_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("samverkan.cli.new.sys.stdin.isatty", lambda: True, raising=False)
    answers = iter(["Samverkan A", "Tranemo", "14 52", "1452"])
    monkeypatch.setattr("samverkan.cli.new.click.prompt", lambda *_, **__: next(answers))

    # CliRunner puts another stdin in place, so the verb is called as the door calls it.
    from samverkan.cli.new import new as verb
    from samverkan.cli.terminal import Terminal
    from samverkan.formats.wording import Wording

    answer = verb(Terminal(Wording("sv")), name=None, municipality=(), id=None, output=None, force=False)

    assert answer.text.startswith("samverkan-a.toml är skriven.")
    assert "14 52" in capsys.readouterr().err
