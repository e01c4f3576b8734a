"""A pytest plugin: opted in, it collects ``*.samverkan.toml`` and ``*.samverkan.json`` files as tests.

Opt in with ``samverkan = true`` in pytest's configuration, or with ``--samverkan`` on its command line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from samverkan.model.collaboration import Collaboration

# pytest loads this module in every run of everybody who has samverkan installed, so it loads the rest when it is asked.


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option and the setting by which one opts in."""
    told = "collect *.samverkan.toml and *.samverkan.json files as tests"
    parser.getgroup("samverkan").addoption("--samverkan", action="store_true", help=told)
    parser.addini("samverkan", told, type="bool", default=False)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a collaboration file, where the user has opted in."""
    config = parent.config
    if not file_path.name.endswith((".samverkan.toml", ".samverkan.json")):
        return None
    if not (config.getoption("samverkan") or config.getini("samverkan")):
        return None
    return CollaborationFile.from_parent(parent, path=file_path)


class CollaborationFile(pytest.File):
    """A collaboration file, which is a test of the collaboration and one of its schedule."""

    def collect(self) -> Iterator[pytest.Item]:
        """Give the tests of the file."""
        yield CollaborationItem.from_parent(self, name="collaboration", check=_check_collaboration)
        yield CollaborationItem.from_parent(self, name="schedule", check=_check_schedule)


class CollaborationItem(pytest.Item):
    """One property of a collaboration file; its failure is told by file, line and column, without a traceback."""

    def __init__(self, *, check: Callable[[Collaboration], None], **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]  # pytest says which they are
        self.check = check

    def runtest(self) -> None:
        """Read the file and hold the property."""
        from samverkan.formats.files import load

        self.check(load(self.path))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """Tell all faults, a line each."""
        from samverkan.errors import SamverkanError

        if isinstance(excinfo.value, (SamverkanError, AssertionError)):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo, style))  # type: ignore[arg-type]  # one of pytest's own words

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Say where the test stands: in the file as a whole."""
        return self.path, None, f"{self.path.name}: {self.name}"


def _check_collaboration(collaboration: Collaboration) -> None:
    from samverkan.testing.properties import check_collaboration

    check_collaboration(collaboration)


def _check_schedule(collaboration: Collaboration) -> None:
    from samverkan.planning.schedule import schedule
    from samverkan.testing.properties import check_schedule

    check_schedule(schedule(collaboration), collaboration=collaboration)
