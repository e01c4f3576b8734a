"""What is measured, part by part, by the names that the command line takes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks import (
    arranging,
    checking,
    clashing,
    expanding,
    feeding,
    judging,
    loading,
    networks,
    publishing,
    simulating,
    starting,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from benchmarks.timing import Row

PARTS: dict[str, Callable[[Path], Iterable[Row]]] = {
    "start": starting.rows,
    "load": lambda _: loading.rows(),
    "check": checking.rows,
    "schedule": lambda _: expanding.rows(),
    "clashes": lambda _: clashing.rows(),
    "network": lambda _: networks.rows(),
    "evaluate": lambda _: judging.rows(),
    "arrange": lambda _: arranging.rows(),
    "publish": lambda _: publishing.rows(),
    "feed": lambda _: feeding.rows(),
    "simulate": lambda _: simulating.rows(),
}
"""The parts of the one table, each given an empty folder to work in."""

NOTES: dict[str, Callable[[Sequence[Row]], str]] = {"clashes": clashing.told}
"""What a part has to say beside its rows."""


def measured(part: str) -> tuple[Row, ...]:
    """Measure one part."""
    with TemporaryDirectory() as folder:
        return tuple(PARTS[part](Path(folder)))
