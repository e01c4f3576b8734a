"""``samverkan network`` as files for other programs, and as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from samverkan.cli.door import DOOR
from samverkan.cli.network import FORMATS

if TYPE_CHECKING:
    from pathlib import Path


def samverkan(*arguments: str) -> Result:
    return CliRunner().invoke(DOOR, ["network", "tranemo", *arguments], env={"SAMVERKAN_LANG": None})


@pytest.mark.parametrize(
    ("format_", "begins"),
    [
        ("graphml", '<?xml version="1.0" encoding="UTF-8"?>\n<graphml'),
        ("gexf", '<?xml version="1.0" encoding="UTF-8"?>\n<gexf'),
        ("dot", 'graph "tranemo" {'),
        ("mermaid", "flowchart LR\n"),
        ("csv", "source,target,tie,"),
        ("svg", '<svg xmlns="http://www.w3.org/2000/svg" lang="sv" role="img"'),
    ],
)
def test_each_format_is_what_it_says(format_: str, begins: str) -> None:
    result = samverkan("--format", format_)

    assert result.exit_code == 0
    assert result.stdout.startswith(begins)


def test_no_format_is_without_a_test() -> None:
    assert set(FORMATS) == {"graphml", "gexf", "dot", "mermaid", "csv", "svg"}


@pytest.mark.parametrize("format_", ["gexf", "dot", "mermaid", "csv", "svg"])
def test_names_are_in_the_language_of_the_reader(format_: str) -> None:
    sv, en = (samverkan("--format", format_, "--lang", language).stdout for language in ("sv", "en"))

    assert sv != en
    assert "Establishment" in en


def test_a_picture_is_as_wide_as_its_columns() -> None:
    widths = [samverkan("--format", "svg", "--columns", each).stdout.split('width="')[1] for each in "13"]

    assert [width.partition('"')[0] for width in widths] == ["540", "1224"]
    assert samverkan("--format", "svg", "--columns", "0").exit_code == 2


def test_a_file_gets_the_bytes_that_the_terminal_would(tmp_path: Path) -> None:
    file = tmp_path / "ut.svg"

    samverkan("--format", "svg", "--output", str(file))

    assert file.read_bytes() == samverkan("--format", "svg").stdout_bytes
