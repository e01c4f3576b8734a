"""The command line as a whole: help, languages, exit statuses, and errors in one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from samverkan.cli.door import DOOR, VERBS

if TYPE_CHECKING:
    from pathlib import Path


def samverkan(*arguments: str, **settings: str | None) -> Result:
    environment = {"COLUMNS": "80", "NO_COLOR": "1", "SAMVERKAN_LANG": None, **settings}
    return CliRunner().invoke(DOOR, arguments, env=environment)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


class TestHelp:
    @pytest.mark.parametrize("verb", VERBS)
    def test_every_verb_explains_itself_in_swedish_and_in_english(self, verb: str) -> None:
        swedish, english = samverkan(verb, "--help"), samverkan(verb, "--help", "--lang", "en")

        assert (swedish.exit_code, english.exit_code) == (0, 0)
        assert swedish.stdout.startswith(f"Användning: samverkan {verb}")
        assert english.stdout.startswith(f"Usage: samverkan {verb}")

    def test_the_command_alone_shows_its_help(self) -> None:
        assert samverkan().stdout == samverkan("--help").stdout
        assert "Verb:" in samverkan().stdout
        assert samverkan("--lang", "en").stdout == samverkan("--help", "--lang", "en").stdout

    @pytest.mark.parametrize("verb", ["", *VERBS])
    @pytest.mark.parametrize("width", [40, 80])
    def test_help_fits_the_terminal(self, verb: str, width: int) -> None:
        for language in ("sv", "en"):
            shown = samverkan(*verb.split(), "--help", "--lang", language, COLUMNS=str(width)).stdout
            assert max(map(len, shown.splitlines())) <= width

    def test_no_english_is_left_in_swedish_help(self) -> None:
        shown = "".join(samverkan(*verb.split(), "--help").stdout for verb in ["", *VERBS])

        assert not re.search(r"(?<!-)\b(the|and|with|of|is|to)\b", shown)

    def test_the_version_is_shown(self) -> None:
        assert re.fullmatch(r"samverkan \d+\.\d+\.\d+\S*\n", samverkan("--version").stdout)


class TestLanguage:
    @pytest.mark.parametrize(
        "arguments",
        [
            ["--lang", "en", "examples", "--help"],
            ["--lang=en", "examples", "--help"],
            ["examples", "--lang", "en", "--help"],
            ["examples", "--help", "--lang=en"],
        ],
    )
    def test_the_option_counts_anywhere_on_the_line(self, arguments: list[str]) -> None:
        assert samverkan(*arguments).stdout.startswith("Usage")

    def test_the_variable_sets_what_the_option_can_change(self) -> None:
        assert samverkan("--help", SAMVERKAN_LANG="en").stdout.startswith("Usage")
        assert samverkan("--help", "--lang", "sv", SAMVERKAN_LANG="en").stdout.startswith("Användning")

    def test_another_language_in_the_variable_is_refused_where_it_counts(self) -> None:
        refused = samverkan("examples", SAMVERKAN_LANG="fi")

        assert (refused.exit_code, refused.stdout, refused.stderr) == (
            2,
            "",
            "samverkan: SAMVERKAN_LANG kan inte vara ”fi”; det finns: sv och en\n",
        )
        assert samverkan("examples", "--lang", "en", SAMVERKAN_LANG="fi").exit_code == 0

    @pytest.mark.parametrize("preset", ["", " ", "sv", "SV", "sv_SE.UTF-8", "en_GB"])
    def test_the_variable_may_hold_a_locale_or_nothing(self, preset: str) -> None:
        assert samverkan("examples", SAMVERKAN_LANG=preset).exit_code == 0

    def test_another_language_is_refused(self) -> None:
        result = samverkan("examples", "--lang", "fi")

        assert (result.exit_code, result.stderr) == (
            2,
            "samverkan: --lang kan inte vara ”fi”; det finns: sv och en; se samverkan examples --help\n",
        )


class TestMisuse:
    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["reprot", "tranemo"], "verbet ”reprot” finns inte; menade du ”report”?"),
            (["check"], "FIL saknas; se samverkan check --help"),
            (
                ["check", "tranmo"],
                "det finns varken någon fil eller någon medföljande samverkan ”tranmo”; menade du ”tranemo”?",
            ),
            (
                ["check", "tranemo", "--formt", "json"],
                "flaggan --formt finns inte; menade du ”--format”?; se samverkan check --help",
            ),
            (
                ["check", "tranemo", "-o", "a"],
                "flaggan -o finns inte; menade du ”--output”?; se samverkan check --help",
            ),
            (["check", "tranemo", "--format", "jsn"], "--format kan inte vara ”jsn”; menade du ”json”?"),
            (
                ["check", "tranemo", "--format"],
                "flaggan --format behöver ett värde efter sig; se samverkan check --help",
            ),
            (
                ["check", "min", "fil.toml"],
                "”fil.toml” är för mycket på raden; namn med blanksteg behöver citattecken; se samverkan check --help",
            ),
            (["new", "--force=1"], "flaggan --force tar inget värde; se samverkan new --help"),
            (
                ["evaluate", "tranemo", "--as-of", "i går"],
                "”i går” är inget datum; skriv det som 2016-03-04; se samverkan evaluate --help",
            ),
            (
                ["evaluate", "tranemo", "--as-of", "9999-12-31"],
                "”9999-12-31” är ingen dag från 1900 till 2200; se samverkan evaluate --help",
            ),
            (
                ["evaluate", "tranemo", "--as-of", "2016-03-04", "--as-of=2016-03-05"],
                "flaggan --as-of får anges bara en gång; se samverkan evaluate --help",
            ),
            (
                ["--lang", "en", "--lang", "sv", "examples"],
                "flaggan --lang får anges bara en gång; se samverkan --help",
            ),
            (["examples", "tranmo"], "medföljande samverkan ”tranmo” finns inte; menade du ”tranemo”?"),
        ],
    )
    def test_is_told_in_one_line_that_says_how_to_mend_it(self, arguments: list[str], told: str) -> None:
        result = samverkan(*arguments)

        assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"samverkan: {told}\n")

    def test_a_name_that_resembles_nothing_is_answered_with_all_names(self) -> None:
        assert "tranemo" in samverkan("check", "qqqqqqqq").stderr

    def test_control_signs_in_an_argument_do_not_reach_the_terminal(self) -> None:
        assert "\x1b" not in samverkan("check", "a\x1b[31mb").stderr


class TestExamples:
    def test_each_setup_has_a_line(self) -> None:
        assert "tranemo" in samverkan("examples").stdout

    def test_a_copy_can_be_checked(self) -> None:
        copied = samverkan("examples", "tranemo", "--output", "min.toml")

        assert (copied.exit_code, copied.stdout) == (0, "")
        assert samverkan("check", "min.toml").exit_code == 0

    def test_a_fault_of_our_own_is_told_without_a_traceback(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken() -> tuple[str, ...]:
            raise ZeroDivisionError

        monkeypatch.setattr("samverkan.cli.examples.bundled_names", broken)

        result = samverkan("examples")

        assert result.exit_code == 70
        assert result.stderr.startswith("samverkan: ett fel i samverkan självt (ZeroDivisionError")
        assert result.stderr.count("\n") == 1


def test_help_is_a_verb_too() -> None:
    run = CliRunner()

    assert run.invoke(DOOR, ["help"]).stdout == run.invoke(DOOR, ["--help"]).stdout
    assert run.invoke(DOOR, ["help", "network"]).stdout == run.invoke(DOOR, ["network", "--help"]).stdout
    assert "Slutstatus 0" in run.invoke(DOOR, ["help", "network"], env={"SAMVERKAN_LANG": None}).stdout
