"""Tables in Markdown, and the machine on which they were measured."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.growth import SIZES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from benchmarks.growth import Growth
    from benchmarks.timing import Row

PEERS = (
    "attrs",
    "click",
    "jsonschema",
    "python-dateutil",
    "pendulum",
    "recurring-ical-events",
    "intervaltree",
    "igraph",
    "rustworkx",
    "networkx",
    "highspy",
    "ortools",
    "jinja2",
    "icalendar",
    "simpy",
    "ciw",
    "numpy",
)
_HEAD = "part", "ratio", "target", "result", "question", "peer", "ours, µs", "peer's, µs", "for each", "number"
_WORDS = (0, 3, 4, 5, 8)
"""The columns that hold words."""


def markdown(rows: Iterable[Sequence[str]], words: Collection[int] = ()) -> Iterator[str]:
    """Give the lines of a table, the head first, as they are found; numbers stand to the right, ``words`` do not."""
    for number, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if not number:
            yield f"|{'|'.join('---' if place in words else '--:' for place in range(len(row)))}|"


def ratios(parts: Iterable[tuple[str, Iterable[Row]]]) -> Iterator[str]:
    """Give the lines of the one table."""
    return markdown(chain([_HEAD], (_cells(part, row) for part, rows in parts for row in rows)), _WORDS)


def growths(kinds: Iterable[Growth]) -> Iterator[str]:
    """Give the lines of the table of growth: of each kind of work seconds and megabytes, and how the seconds grow."""
    head = "part", "what is done", *map(str, SIZES), "exponent"
    return markdown(chain([head], map(_grown, kinds)), (0, 1))


def _grown(kind: Growth) -> tuple[str, ...]:
    points = (f"{_short(point.seconds)} s, {point.megabytes:.0f} MB" for point in kind.points)
    return kind.part, kind.what, *points, f"{kind.exponent:.2f}"


def _cells(part: str, row: Row) -> tuple[str, ...]:
    target = "" if row.target is None else f"≤ {_short(row.target)}"
    said = {None: "", True: "met", False: "missed"}[row.met]
    return (
        part,
        _short(row.ratio),
        target,
        said,
        row.question,
        row.peer,
        _short(row.ours),
        _short(row.theirs),
        row.unit,
        f"{row.count:,}",
    )


def _short(number: float) -> str:
    if number >= 100:
        return f"{number:,.0f}"
    if number >= 0.2:
        return f"{number:.2f}"
    return f"{number:.3f}" if number >= 0.01 else f"{number:.2g}"


def machine() -> str:
    """Name the processor, the Python and the peers that are installed."""
    cores = os.cpu_count()
    return (
        f"{_processor()}, {cores} cores, {platform.system()}; Python {platform.python_version()}; {', '.join(_peers())}"
    )


def _peers() -> Iterator[str]:
    for name in PEERS:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"no {name}"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())
