"""The table of ratios, and the machine on which they were measured."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.timing import Row

PEERS = (
    "python-dateutil",
    "pendulum",
    "recurring-ical-events",
    "intervaltree",
    "icalendar",
    "igraph",
    "rustworkx",
    "networkx",
)
_HEAD = "ratio", "target", "result", "question", "peer", "ours, µs", "peer's, µs", "for each", "number"


def show(rows: Iterable[Row]) -> None:
    """Print the rows as a table in Markdown, ratios first, and then the machine."""
    print(f"| {' | '.join(_HEAD)} |")
    print("|--:|--:|---|---|---|--:|--:|---|--:|")
    for row in rows:
        print(f"| {' | '.join(_cells(row))} |", flush=True)
    print(f"\n{machine()}")


def _cells(row: Row) -> tuple[str, ...]:
    target = "" if row.target is None else f"≤ {_short(row.target)}"
    said = {None: "", True: "met", False: "missed"}[row.met]
    return (
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
    return f"{number:.2f}" if number >= 0.2 else f"{number:.3f}"


def machine() -> str:
    """Name the processor, the Python and the peers."""
    peers = ", ".join(f"{name} {version(name)}" for name in PEERS)
    cores = os.cpu_count()
    return f"{_processor()}, {cores} cores, {platform.system()}; Python {platform.python_version()}; {peers}"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())
