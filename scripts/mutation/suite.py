"""A room's tests in one pytest session: which functions each calls, and whether they notice a change."""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import os
import pickle
import sys
import time
from collections import Counter
from functools import cache
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Final

import pytest
from attrs import Factory, define, frozen
from changes import PACKAGE, ROOT, modules
from forking import Told, forked, limit, silent
from placing import name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

MIRRORED: Final = Path("tests")
BUDGET: Final = 10.0
"""Of the tests that may notice a change, the fastest that together compute so many seconds are run."""

EXAMPLES: Final = 15
"""A law that does not say otherwise tries so many examples, in place of the gate's 20."""

OPTIONS: Final = ("-p", "no:cacheprovider", "-p", "no:xdist", "-s", "-q", "--assert=plain", "--tb=no", "-W", "error")


@frozen
class Test:
    """One test: its id, how long it computes, the names of the room's functions that it calls, and what it read."""

    id: str
    seconds: float
    calls: frozenset[str]
    mark: str

    @property
    def file(self) -> str:
        """The file that it stands in."""
        return self.id.split("::", 1)[0]

    def enters(self, module: Path) -> bool:
        """Say whether it calls any function of a module."""
        return any(call.startswith(f"{ROOT / module}:") for call in self.calls)


@frozen
class Suite:
    """The tests of a room, and which of its functions run when it is imported or its tests are collected."""

    tests: tuple[Test, ...]
    at_import: frozenset[str]

    def those(self, wanted: Callable[[Test], bool], *, noticed: Counter[str], budget: float = BUDGET) -> list[str]:
        """Give the ids of the tests that are wanted and that the budget holds.

        First come those that have noticed most, then the fast ones, the later the more of their file came before.
        """
        turns: Counter[str] = Counter()
        order = []
        for test in sorted(filter(wanted, self.tests), key=lambda test: test.seconds):
            turns[test.file] += 1
            order.append((-noticed[test.id], turns[test.file] * test.seconds, test.id, test.seconds))
        chosen = []
        for _, _, id_, seconds in sorted(order):
            if seconds <= budget:
                budget -= seconds
                chosen.append(id_)
        return chosen

    def seconds(self, id_: str) -> float:
        """Say how long a test computes, and nothing for one that is not known."""
        return next((test.seconds for test in self.tests if test.id == id_), 0.0)


@define
class Calls:
    """The code of the room that is called while this listens; code is told by where it stands in memory."""

    room: str
    seen: dict[int, CodeType] = Factory(dict)

    @contextlib.contextmanager
    def listening(self) -> Iterator[None]:
        """Listen to what is called within."""
        seen = self.seen

        def hear(frame: FrameType, event: str, _: object) -> None:
            if event == "call":
                seen[id(frame.f_code)] = frame.f_code

        sys.setprofile(hear)
        try:
            yield
        finally:
            sys.setprofile(None)

    def names(self) -> list[str]:
        """Name the functions that were called."""
        return sorted({name(code) for code in self.seen.values() if code.co_filename.startswith(self.room)})


class Session:
    """A plugin that collects the tests, and then leaves it to ``run`` what becomes of them."""

    def __init__(self, room: str, run: Callable[[Session], None]) -> None:
        self.room = room
        self.calls = Calls(f"{ROOT / PACKAGE / room}{os.sep}")
        self.items: dict[str, pytest.Item] = {}
        self.failed: str | None = None
        self._run = run

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self, session: pytest.Session) -> Iterator[None]:
        """Let no law shrink its counterexample or take long to say it, and listen to what collecting calls."""
        from hypothesis import HealthCheck, Phase, Verbosity, settings

        settings.register_profile(
            "mutation",
            settings.get_profile("ci"),
            max_examples=EXAMPLES,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
            verbosity=Verbosity.quiet,
            print_blob=False,
        )
        settings.load_profile("mutation")
        with self.calls.listening():
            result = yield
        self.items = {item.nodeid: item for item in session.items}
        return result

    @pytest.hookimpl
    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Take a file that cannot be imported for one that has noticed something."""
        if report.failed:
            self.failed = self.failed or report.nodeid

    @pytest.hookimpl
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take down that a test has failed."""
        if report.failed:
            self.failed = self.failed or report.nodeid

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Do what is to be done with the tests."""
        if self.failed is None:
            session.config.pluginmanager.unregister(name="terminalreporter")
            self._run(self)
        return True

    def passes(self, id_: str) -> bool:
        """Run one test and say whether it passes."""
        item = self.items[id_]
        item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
        return self.failed is None

    def notices(self, ids: list[str], suite: Suite) -> str | None:
        """Run tests until one fails and say which; one that computes much longer than before ends this process."""
        for id_ in ids:
            limit(10 + 10 * suite.seconds(id_))
            if not self.passes(id_):
                return self.failed
        return None


def collected(room: str, paths: list[str], run: Callable[[Session], None]) -> Session:
    """Start pytest in this process on some files or folders, and have ``run`` called with their tests."""
    session = Session(room, run)
    os.environ["HYPOTHESIS_PROFILE"] = "ci"
    os.chdir(ROOT)
    pytest.main([*OPTIONS, *paths], plugins=[session])
    return session


def measured(session: Session, workers: int, kept: Path) -> Suite:
    """Run every test once, unchanged, in processes that are thrown away; one that fails is told, and left out.

    What is measured is kept for the next run, a file of tests at a time, as long as neither it nor the library changes.
    """
    warm(session)
    known: dict[str, Test] = pickle.loads(kept.read_bytes()) if kept.exists() else {}  # noqa: S301  # we wrote it
    library = digest(*sorted((ROOT / "src").rglob("*.py")))

    def run(id_: str) -> Told:
        silent()
        calls, before = Calls(session.calls.room), time.process_time()
        with calls.listening():
            passes = session.passes(id_)
        return {"passes": passes, "seconds": time.process_time() - before, "calls": calls.names()}

    marks = {id_: library + digest(ROOT / id_.split("::", 1)[0]) for id_ in session.items}
    new = [id_ for id_ in session.items if id_ not in known or known[id_].mark != marks[id_]]
    for number, (id_, told) in enumerate(forked(new, run, workers=workers), 1):
        if told.get("passes"):
            known[id_] = Test(id_, told["seconds"], frozenset(map(sys.intern, told["calls"])), marks[id_])
        else:
            print(f"left out, since it fails without any change and with few examples: {id_}", file=sys.stderr)
        if number % 200 == 0:
            print(f"{number} of {len(new)} tests measured", file=sys.stderr, flush=True)
            kept.write_bytes(pickle.dumps(known))
    kept.write_bytes(pickle.dumps(known))
    current = (known[id_] for id_ in session.items if id_ in known and known[id_].mark == marks[id_])
    return Suite(tuple(current), frozenset(session.calls.names()))


@cache
def digest(*paths: Path) -> str:
    """Tell files from files of other content."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


def warm(session: Session) -> None:
    """Import every module of the room, and let Hypothesis read what it reads once a process."""
    from hypothesis import find, strategies

    with session.calls.listening():
        for module in modules(session.room, ()):
            parts = module.relative_to("src").with_suffix("").parts
            importlib.import_module(".".join(parts).removesuffix(".__init__"))
    find(strategies.text(min_size=1), bool)
    find(strategies.integers(), lambda number: number > 2**20)
