"""A county asks what if: municipalities that share officials, every loss and every other weekday, on all processors.

    python examples/kronoberg_shared_officials.py --to DIRECTORY
    python examples/county_what_if.py DIRECTORY --as-of 2026-12-01

DIRECTORY holds a collaboration file for each municipality, such as those that ``kronoberg_shared_officials.py`` writes.
Each organisation of each municipality is thought away, and each series is moved to another weekday, one at a time; the
table tells what changes in the whole county. The same variants give the same table, however many processes work.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import samverkan
from samverkan.drills.without import LossKind
from samverkan.formats.text.report import page_of
from samverkan.formats.text.whatif import TITLE, whatif_lines
from samverkan.formats.wording import Wording
from samverkan.whatif.change import In
from samverkan.whatif.consequence import Case, consequence
from samverkan.whatif.sweep import what_if
from samverkan.whatif.variant import TODAY, every_loss, every_weekday, one_by_one


def main() -> None:
    """Judge every variant and print what changes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("directory", type=Path, help="where the collaboration files are")
    parser.add_argument("--as-of", type=dt.date.fromisoformat, required=True, help="the day that counts as today")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many processes work at once")
    parser.add_argument("--lang", choices=["sv", "en"], default="sv")
    asked = parser.parse_args()
    wholes = [samverkan.load(path) for path in sorted(asked.directory.glob("*.toml"))]
    if not wholes:
        parser.error(f"there is no collaboration file (.toml) in {asked.directory}")
    case = Case(collaborations=wholes, as_of=asked.as_of)
    changes = [
        In(whole.id, change)
        for whole in wholes
        for change in (*every_loss(whole, {LossKind.ORGANISATION}), *every_weekday(whole))
    ]
    with ProcessPoolExecutor(asked.jobs) as processes:
        found = tuple(what_if(case, one_by_one(changes), executor=processes))
    wording = Wording(asked.lang)
    lines = whatif_lines(case, consequence(case, TODAY), found, wording, 80)
    print(page_of(wholes, wording.word(TITLE), lines, wording, 80), end="")


if __name__ == "__main__":
    main()
