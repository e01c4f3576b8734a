"""What every test run shares: how hard Hypothesis tries, and that each example in the docs is run."""

from __future__ import annotations

import contextlib
import difflib
import doctest
import io
import os
import shlex
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sybil import Example

# How long one example takes says more about the machine than about the law, so there is no deadline.
settings.register_profile("default", deadline=None)
# The gate gives the same answer for the same code; finding new counterexamples is the nightly run's work.
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=20, print_blob=True)
settings.register_profile("nightly", deadline=None, max_examples=2_000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "default"))


TESTS = Path(__file__).with_name("tests")
UNCOUNTED = frozenset(
    TESTS / name
    for name in (
        "laws",
        "judges",
        "fuzz",
        "machine",
        "arranging/test_optimum.py",
        "checklist/test_support.py",
        "cli/test_faults.py",
        "cli/test_environments.py",
        "formats/html/test_site.py",
        "formats/svg/test_wheel.py",
        "formats/test_hostile_words.py",
        "formats/test_text_report.py",
        "testing/test_strategies.py",
    )
)
"""Tests that run the same lines over and over, which single examples run too."""
COUNTED_CASES = 3
"""Of a test that is given many cases so many are counted: the others run the same lines with other values."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count the lines that single examples run, not those that laws and judges run over and over at twice the price."""
    cases: Counter[str] = Counter()
    for item in items:
        cases[test := item.nodeid.partition("[")[0]] += 1
        drawn = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        if drawn or cases[test] > COUNTED_CASES or UNCOUNTED.intersection((item.path, *item.path.parents)):
            item.add_marker("no_cover")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give each document an empty folder of its own to work in."""
    path = tmp_path_factory.mktemp("document")
    with contextlib.chdir(path):
        yield path


def samverkan(arguments: list[str]) -> tuple[str, int]:
    """Run the command as installed, but in this process; give what it prints and its exit status."""
    from samverkan.cli import main

    terminal = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    status: object = 0
    with (
        patch.object(sys, "argv", ["samverkan", *arguments]),
        patch.dict(os.environ, COLUMNS="80", NO_COLOR="1"),
        contextlib.redirect_stdout(terminal),
        contextlib.redirect_stderr(terminal),
    ):
        try:
            main()
        except SystemExit as left:
            status = left.code
    terminal.seek(0)
    return terminal.read(), status if isinstance(status, int) else int(status is not None)


def run(command: str, before: int) -> tuple[str, int]:
    """Run one line of a console block, ``before`` being the exit status of the line before it."""
    match shlex.split(command):
        case ["samverkan", *arguments, ">", file]:
            printed, status = samverkan(arguments)
            Path(file).write_text(printed, encoding="utf-8")
            return "", status
        case ["samverkan", *arguments]:
            return samverkan(arguments)
        case ["cat", file]:
            return Path(file).read_text(encoding="utf-8"), 0
        case ["echo", "$?"]:
            return f"{before}\n", 0
        case _:
            return "(a console block runs samverkan, cat and echo $?; put other commands in an sh block)\n", 127


def steps(block: str) -> Iterator[tuple[str, str]]:
    """Split a console block into its commands, each with the output that is shown for it."""
    opening, *commands = f"\n{block}".split("\n$ ")
    if opening.strip() or not commands:
        yield "", opening
    for step in commands:
        command, _, shown = step.partition("\n")
        yield command, f"{shown.rstrip()}\n" if shown.strip() else ""


def console(example: Example) -> str | None:
    """Say how the output of a console block differs from what the page shows; ``...`` stands for any text."""
    status = 0
    for command, shown in steps(example.parsed):
        printed, status = run(command, status)
        printed = "".join(f"{line.rstrip()}\n" for line in printed.rstrip().splitlines())
        if not doctest.OutputChecker().check_output(shown, printed, doctest.ELLIPSIS):
            difference = difflib.ndiff(shown.splitlines(keepends=True), printed.splitlines(keepends=True))
            return f"- the page, + the command\n$ {command}\n{''.join(difference)}"
    return None


pages = Sybil(
    [PythonCodeBlockParser(), CodeBlockParser("console", console), CodeBlockParser("shell", console)],
    pattern="*.md",
    fixtures=["folder"],
)
docstrings = Sybil([PythonCodeBlockParser(), DocTestParser()], pattern="*.py", path="src", fixtures=["folder"])

pytest_collect_file = (pages + docstrings).pytest()
