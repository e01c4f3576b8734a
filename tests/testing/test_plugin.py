from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import entry_points
from typing import TypeAlias

import pytest

Run: TypeAlias = Callable[..., pytest.RunResult]

pytest_plugins = "pytester"

GOOD = """
format = 1
id = "a"
name = "Samverkan"
bodies.sg = { kind = "network", name = "Nätverk" }

[[series]]
id = "s"
body = "sg"
every = "14 days"
from = 2016-03-04
to = 2016-06-10
"""
BAD = GOOD.replace('body = "sg"', 'body = "gs"').replace("2016-06-10", "2016-06-31")


@pytest.fixture
def run(pytester: pytest.Pytester) -> Run:
    installed = entry_points(group="pytest11", name="samverkan")

    def run(*arguments: str) -> pytest.RunResult:
        plugin = () if installed else ("-p", "samverkan.testing.plugin")
        return pytester.runpytest_subprocess(*plugin, *arguments)

    return run


def test_without_opting_in_nothing_is_collected(pytester: pytest.Pytester, run: Run) -> None:
    pytester.makefile(".samverkan.toml", good=GOOD)

    assert run().ret is pytest.ExitCode.NO_TESTS_COLLECTED


@pytest.mark.parametrize("by", ["option", "setting"])
def test_a_file_is_a_test_of_its_collaboration_and_of_its_schedule(
    pytester: pytest.Pytester, run: Run, by: str
) -> None:
    pytester.makefile(".samverkan.toml", good=GOOD)
    if by == "setting":
        pytester.makeini("[pytest]\nsamverkan = true")

    result = run("-v", *(["--samverkan"] if by == "option" else []))

    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(
        ["*good.samverkan.toml::collaboration PASSED*", "*good.samverkan.toml::schedule PASSED*"]
    )


def test_faults_are_told_by_line_and_without_a_traceback(pytester: pytest.Pytester, run: Run) -> None:
    pytester.makefile(".samverkan.toml", bad=BAD)

    result = run("--samverkan")

    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(["*bad.samverkan.toml:*"])
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*runtest*")


def test_a_schedule_that_cannot_be_made_is_told(pytester: pytest.Pytester, run: Run) -> None:
    forbidding = f'{GOOD}on_holiday = "forbid"\n'.replace("2016-03-04", "2016-03-25")
    pytester.makefile(".samverkan.toml", forbidding=forbidding)

    result = run("--samverkan")

    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*falls on a free day*meeting-on-free-day*"])


def test_other_files_are_left_alone(pytester: pytest.Pytester, run: Run) -> None:
    pytester.makefile(".toml", tranemo=BAD, samverkan=BAD)

    assert run("--samverkan").ret is pytest.ExitCode.NO_TESTS_COLLECTED


def test_the_plugin_loads_nothing_until_it_is_asked() -> None:
    lines = [
        "import sys, pytest",
        "before = set(sys.modules)",
        "import samverkan.testing.plugin",
        "print(*set(sys.modules) - before)",
    ]
    program = "\n".join(lines)
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout

    assert set(loaded.split()) == {"samverkan", "samverkan.testing", "samverkan.testing.plugin"}
