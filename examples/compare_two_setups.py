"""Set two setups side by side: what each has settled, what neither file tells, and a drawing of each network.

    python examples/compare_two_setups.py tranemo resurscentrum --as-of 2016-06-30 --to DIRECTORY

Nothing is ranked: two municipalities have different tasks, and what is unknown of one is no shortcoming of it.
"""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

import samverkan
from samverkan.checklist.side_by_side import side_by_side
from samverkan.formats.svg import network as drawing
from samverkan.formats.text.report import page_of
from samverkan.formats.text.side_by_side import TITLE, side_lines
from samverkan.formats.wording import Wording


def main() -> None:
    """Judge both by one checklist on one day, print the table, and draw both networks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs=2, choices=samverkan.bundled_names(), metavar="NAME")
    parser.add_argument("--as-of", type=dt.date.fromisoformat, required=True, help="the day that counts as today")
    parser.add_argument("--to", type=Path, default=Path(), help="the directory to write to")
    parser.add_argument("--lang", choices=["sv", "en"], default="sv")
    asked = parser.parse_args()
    wholes, wording = [samverkan.bundled(name) for name in asked.names], Wording(asked.lang)
    evaluations = [samverkan.evaluate(whole, checklist="tranemo", as_of=asked.as_of) for whole in wholes]
    lines = side_lines(side_by_side(evaluations), wording, 80)
    print(page_of(wholes, wording.word(TITLE), lines, wording, 80), end="")
    asked.to.mkdir(parents=True, exist_ok=True)
    for whole in wholes:
        (asked.to / f"{whole.id}.svg").write_text(drawing.dumps(samverkan.network(whole), wording), encoding="utf-8")


if __name__ == "__main__":
    main()
