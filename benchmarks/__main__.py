"""Everything that is measured, in one run: `python -m benchmarks`.

One table of ratios beside peers, and one of growth from one municipality to the country. With `--json FILE` the figures
are kept, and `python -m benchmarks.page FILE --write-docs` makes the page of them.
"""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import arranging
from benchmarks.growth import grown
from benchmarks.parts import NOTES, PARTS, measured
from benchmarks.results import Arranged, Grown, Results, Table, dumps
from benchmarks.table import growths, machine, markdown, ratios

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from benchmarks.growth import Growth
    from benchmarks.timing import Row

GROWTH = "growth"


def run(names: Sequence[str], *, date: str, full: bool) -> Results:
    """Measure what is named, and print each row as it is found."""
    parts = [name for name in names if name != GROWTH]
    return Results(
        _table(parts, date) if parts else None,
        _grown(date) if GROWTH in names else None,
        _arranged(date) if full else None,
    )


def _table(names: Iterable[str], date: str) -> Table:
    parts: dict[str, tuple[Row, ...]] = {}

    def found() -> Iterator[tuple[str, tuple[Row, ...]]]:
        for name in names:
            parts[name] = measured(name)
            yield name, parts[name]

    _show(ratios(found()))
    notes = {name: told(parts[name]) for name, told in NOTES.items() if name in parts}
    if notes:
        _show(notes.values())
    return Table(date, machine(), parts, notes)


def _grown(date: str) -> Grown:
    kinds: list[Growth] = []

    def found() -> Iterator[Growth]:
        for kind in grown():
            kinds.append(kind)
            yield kind

    _show(growths(found()))
    return Grown(date, machine(), tuple(kinds))


def _arranged(date: str) -> Arranged:
    tables = {}
    for name, rows in arranging.TABLES.items():
        tables[name] = tuple(tuple(row) for row in rows(seconds=arranging.SECONDS, reach=1.0))
        _show([f"Arranging: {name}", "", *markdown(tables[name])])
    return Arranged(date, machine(), tables)


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, flush=True)
    print()


if __name__ == "__main__":
    NAMES = (*PARTS, GROWTH)
    PARSER = argparse.ArgumentParser(prog="python -m benchmarks")
    PARSER.add_argument("--only", action="append", choices=NAMES, help="this part; may be said several times")
    PARSER.add_argument("--full", action="store_true", help="the tables of arranging too, which take minutes")
    PARSER.add_argument("--json", type=Path, metavar="FILE", help="keep the figures")
    PARSER.add_argument("--date", default=dt.datetime.now().astimezone().date().isoformat(), help="the day to be told")
    ASKED = PARSER.parse_args()
    FOUND = run(ASKED.only or NAMES, date=ASKED.date, full=ASKED.full)
    print(machine())
    if ASKED.json:
        ASKED.json.parent.mkdir(parents=True, exist_ok=True)
        ASKED.json.write_text(dumps(FOUND), encoding="utf-8")
