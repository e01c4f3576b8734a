"""What was run, in lines that add up over days: a run may be broken off at any time, and be gone on with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import asdict, define, field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@frozen(kw_only=True)
class Record:
    """One stretch of work on one reader; ``cpu`` and ``slowest`` are seconds of the process, ``seconds`` of the clock.

    ``before`` and ``after`` are the branches known to the fuzzer at the start and at the end. ``code`` names the state
    of the library, so that executions since its last change can be told apart.
    """

    reader: str
    code: str
    day: str
    runs: int
    taken: int
    seconds: float
    cpu: float
    before: int
    after: int
    slowest: float
    megabytes: int
    failures: tuple[str, ...] = field(default=(), converter=tuple)


@define
class Records:
    """The records in a file, one a line."""

    path: Path

    def read(self) -> list[Record]:
        """Give them all; a line that is cut short is none."""
        if not self.path.exists():
            return []
        found = []
        for line in self.path.read_text(encoding="utf-8").splitlines():
            try:
                found.append(Record(**json.loads(line)))
            except (ValueError, TypeError):
                continue
        return found

    def add(self, record: Record) -> None:
        """Write one."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(record)) + "\n")


_HEADS: Final = (
    "reader",
    "executions",
    "taken",
    "seconds",
    "exec/s",
    "branches",
    "new",
    "failures",
    "slowest, s",
    "peak, MB",
)


def table(records: Iterable[Record]) -> str:
    """Tell for each reader what its records add up to, and what they all do."""
    by: dict[str, list[Record]] = {}
    for record in records:
        by.setdefault(record.reader, []).append(record)
    every = [record for found in by.values() for record in found]
    lines = [f"| {' | '.join(_HEADS)} |", f"| --- |{' ---: |' * (len(_HEADS) - 1)}"]
    lines += [_row(name, found) for name, found in by.items()]
    if len(by) > 1:
        lines.append(_row("all", every, together=True))
    return "\n".join(lines)


def _row(name: str, found: Sequence[Record], *, together: bool = False) -> str:
    runs, cpu = sum(each.runs for each in found), sum(each.cpu for each in found)
    cells = (
        name,
        f"{runs:,}",
        f"{sum(each.taken for each in found):,}",
        f"{sum(each.seconds for each in found):,.0f}",
        f"{runs / max(cpu, 0.01):,.0f}",
        "" if together else f"{max(each.after for each in found):,}",
        "" if together else f"{max(each.after for each in found) - found[0].before:,}",
        f"{len({failure for each in found for failure in each.failures})}",
        f"{max(each.slowest for each in found):.2f}",
        f"{max(each.megabytes for each in found)}",
    )
    return f"| {' | '.join(cells)} |"


def states(records: Iterable[Record]) -> str:
    """Tell for each state of the library how much it has read, and on what it failed."""
    by: dict[str, list[Record]] = {}
    for record in records:
        by.setdefault(record.code, []).append(record)
    lines = []
    for code, found in by.items():
        failures = sorted({failure for each in found for failure in each.failures})
        lines.append(f"library {code}: {sum(each.runs for each in found):,} executions, {len(failures)} failures")
        lines += failures
    return "\n".join(lines)
