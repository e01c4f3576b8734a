"""Tries changes: in place, in a fork of a session that has collected; or by a new import, in a fork that has not."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from importlib.machinery import PathFinder, SourceFileLoader
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen
from changes import PACKAGE, ROOT, text
from forking import Told, forked, silent
from placing import Altered, Functions, everything, name
from suite import BUDGET, Session, Suite, Test, collected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType


@frozen
class Job:
    """Texts to read in place of modules, and the code that they alter, if it can be altered in place."""

    key: str
    sources: dict[Path, str] = field(repr=False)
    alters: tuple[Altered, ...] | None = field(repr=False)

    @property
    def module(self) -> Path:
        """The first of the modules."""
        return next(iter(self.sources))

    @property
    def functions(self) -> frozenset[str]:
        """The names of the functions that differ themselves, and not only in a function inside them."""
        return frozenset(name(each.before) for each in self.alters or () if each.itself)


def placed(
    session: Session, suite: Suite, jobs: Iterable[Job], *, workers: int, budget: float = BUDGET
) -> Iterator[Told]:
    """Try changes in place, by the tests that call what they alter."""
    functions = Functions(session.calls.room)
    noticed: dict[Path, Counter[str]] = defaultdict(Counter)

    def run(job: Job) -> Told:
        silent()
        functions.place(job.alters or ())
        called = job.functions
        tests = suite.those(lambda test: bool(called & test.calls), noticed=noticed[job.module], budget=budget)
        return {"by": session.notices(tests, suite), "tests": len(tests)}

    for job, told in forked(jobs, run, workers=workers):
        noticed[job.module].update([told["by"]] if told.get("by") else [])
        yield {"key": job.key} | told


def imported(  # noqa: PLR0913  # as many as there are to say
    room: str, suite: Suite, jobs: Iterable[Job], *, nearby: bool, workers: int, budget: float = BUDGET
) -> Iterator[Told]:
    """Try changes in a process that has not imported the room, by all tests or only by those nearby."""

    def run(job: Job) -> Told:
        silent()
        sys.meta_path[:0] = [Changed(module, source) for module, source in job.sources.items()]
        first = Counter(test.id for test in suite.tests if test.enters(job.module))
        ids = suite.those(lambda test: not nearby or near(room, job, test), noticed=first, budget=budget)
        if not ids:
            return {"by": None, "tests": 0}
        session = collected(
            room,
            list(dict.fromkeys(id_.split("::", 1)[0] for id_ in ids)),
            lambda session: session.notices([id_ for id_ in ids if id_ in session.items], suite),
        )
        return {"by": session.failed, "tests": len(ids)}

    for job, told in forked(jobs, run, workers=workers):
        yield {"key": job.key} | told


def near(room: str, job: Job, test: Test) -> bool:
    """Say whether a test stands in the file that mirrors the changed module, or else in the folder that does."""
    inner = job.module.relative_to(PACKAGE / room)
    mirrored = Path("tests", room, inner).with_name(f"test_{inner.name}")
    if (ROOT / mirrored).exists():
        return test.file == str(mirrored)
    return len(inner.parts) > 1 and test.file.startswith(f"tests/{room}/{inner.parts[0]}/")


def again(paths: Iterable[Path]) -> Job:
    """Give the job of compiling modules again as they are, which no test may notice."""
    sources = {path: text(path) for path in paths}
    return Job("unchanged", sources, tuple(each for path in sources for each in everything(ROOT / path, text(path))))


class Changed(PathFinder):
    """Finds one module of the room as Python would, and reads the changed text in place of its own."""

    def __init__(self, module: Path, source: str) -> None:
        self._module = ".".join(module.relative_to("src").with_suffix("").parts).removesuffix(".__init__")
        self._source = source

    def find_spec(  # type: ignore[override]  # Python calls it on this value, not on its class
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find the module that is changed; others are found by others."""
        if fullname != self._module:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.origin is not None:
            spec.loader = Reader(fullname, spec.origin, self._source)
        return spec


class Reader(SourceFileLoader):
    """Loads a module from a text instead of its file."""

    def __init__(self, fullname: str, path: str, source: str) -> None:
        super().__init__(fullname, path)
        self._source = source

    def get_code(self, fullname: str) -> CodeType:
        """Compile the text."""
        return compile(self._source, self.get_filename(fullname), "exec", dont_inherit=True)
