"""The cost of a start, from nothing to a finished process: the command line, and `import samverkan`."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.checking import SHAPE
from benchmarks.timing import Row, compared
from samverkan.cli.door import VERBS
from samverkan.formats import schema
from samverkan.formats.bundled import bundled_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_HELP = f"""
import click
click.Group(commands={{name: click.Command(name, short_help=text) for name, text in {VERBS!r}.items()}})(["--help"])
"""
"""A program of click with the same verbs, which say the same of themselves, untranslated."""


def rows(folder: Path) -> Iterable[Row]:
    """Measure whole processes, the start of Python included, against processes of others."""
    whole = partial(compared, count=1, unit="process")
    yield whole("Cold start of `import samverkan`", "Python, which does nothing", *programs_of_import())
    yield whole("Cold start of `samverkan --help`", "click, a program of as many verbs", *check_help())
    yield whole("Cold start of `samverkan check FILE`", "tomllib and jsonschema, the shape only", *check_check(folder))


def programs_of_import() -> tuple[partial[str], partial[str]]:
    """Give the import of the library, and a start of Python without it."""
    return _python("-c", "import samverkan"), _python("-c", "pass")


def check_help() -> tuple[partial[str], partial[str]]:
    """Hold that both helps name every verb, and give the two programs."""
    works = _python("-m", "samverkan", "--help"), _python("-c", _HELP)
    for work in works:
        named = {line.split()[0] for line in work().splitlines() if line.strip()}
        if not named >= set(VERBS):
            raise AssertionError(f"a help does not name {set(VERBS) - named}")
    return works


def check_check(folder: Path) -> tuple[partial[str], partial[str]]:
    """Hold that both take a file, and give the two programs."""
    file, shape = folder / "start.toml", folder / "schema.json"
    file.write_text(bundled_text("tranemo"), encoding="utf-8")
    shape.write_text(schema.schema_text(), encoding="utf-8")
    works = _python("-m", "samverkan", "check", str(file)), _python("-c", SHAPE, str(shape), str(file))
    for work in works:
        work()  # a status other than 0 is an error
    return works


def _python(*arguments: str) -> partial[str]:
    return partial(_told, (sys.executable, *arguments))


def _told(command: tuple[str, ...]) -> str:
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout  # noqa: S603  # our own
