"""The page of the documentation, its tables made of what a run found: `python -m benchmarks.page FILE --write-docs`.

Without the option the blocks are only printed. What a run did not measure keeps the figures, the machine and the day
of the run that did; the prose around the blocks is written by hand.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.results import Results, dumps, loads, updated
from benchmarks.table import growths, markdown, ratios

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DOCS = Path(__file__).parents[1] / "docs" / "explanation"
PAGE, DATA = DOCS / "speed.md", DOCS / "speed.json"


def blocks(results: Results) -> dict[str, str]:
    """Make every block of the page, by its name."""
    made: dict[str, str] = {}
    if table := results.table:
        made["table"] = _block(ratios(table.parts.items()), _where(table.machine, table.date), *table.notes.values())
    if growth := results.growth:
        made["growth"] = _block(growths(growth.kinds), _where(growth.machine, growth.date))
    if arranging := results.arranging:
        for name, rows in arranging.tables.items():
            made[f"arranging {name}"] = _block(markdown(rows))
        made["arranging machine"] = _block([_wrapped(_where(arranging.machine, arranging.date))])
    return made


def written(page: str, made: Mapping[str, str]) -> str:
    """Put each block between its marks; a page that has no place for one is a ``ValueError``."""
    for name, block in made.items():
        begin, end = f"<!-- measured: {name} -->\n", "<!-- end -->"
        if begin not in page:
            raise ValueError(f"the page has no place for {name}: the line {begin.strip()}, and {end} below it")
        head, rest = page.split(begin, 1)
        page = f"{head}{begin}\n{block}\n{end}{rest.split(end, 1)[1]}"
    return page


def held(results: Results) -> Results:
    """Refuse a table of some parts only, which would take the others' rows off the page."""
    from benchmarks.parts import PARTS

    if results.table and (missing := [part for part in PARTS if part not in results.table.parts]):
        raise SystemExit(f"this run lacks {', '.join(missing)}: run python -m benchmarks without --only")
    return results


def _block(lines: Iterable[str], *paragraphs: str) -> str:
    return "\n".join(["\n".join(lines), *(f"\n{_wrapped(each)}" for each in paragraphs)]) + "\n"


def _where(machine: str, date: str) -> str:
    return f"Measured on {date}. {machine}."


def _wrapped(text: str) -> str:
    return textwrap.fill(re.sub(r"\s+", " ", text), 120, break_on_hyphens=False)


if __name__ == "__main__":
    PARSER = argparse.ArgumentParser(prog="python -m benchmarks.page")
    PARSER.add_argument("file", type=Path, help="what python -m benchmarks --json FILE wrote")
    PARSER.add_argument("--write-docs", action="store_true", help=f"write {PAGE.name} and {DATA.name} anew")
    ASKED = PARSER.parse_args()
    FOUND = loads(ASKED.file.read_text(encoding="utf-8"))
    if ASKED.write_docs:
        TEXT = dumps(updated(loads(DATA.read_text(encoding="utf-8")), held(FOUND)))
        NEW = written(PAGE.read_text(encoding="utf-8"), blocks(loads(TEXT)))
        DATA.write_text(TEXT, encoding="utf-8")
        PAGE.write_text(NEW, encoding="utf-8")
    else:
        print("\n".join(blocks(FOUND).values()))
