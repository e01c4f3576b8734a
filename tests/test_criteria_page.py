"""The reference page of the criteria says what they say: it is written from them, and never by hand."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from samverkan.cli.door import DOOR

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "criteria.md"


def test_the_page_is_what_its_command_writes() -> None:
    text = PAGE.read_text(encoding="utf-8")
    command = text.split("`")[1]

    assert command.startswith("samverkan evaluate --explain all")
    assert text == CliRunner().invoke(DOOR, command.split()[1:]).stdout, (
        f"write it again: {command} --output {PAGE.name}"
    )
