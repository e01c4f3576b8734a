"""Plan Tranemo's next term: carry the fortnightly meetings of spring 2016 on into the autumn, around the autumn break.

    python examples/next_term.py --to DIRECTORY

It takes the bundled file of Tranemo, tries four Fridays on which the autumn may begin, keeps the one from which the
fewest meetings have to move, and writes the new collaboration file and a calendar to subscribe to. What it adds to the
file is our choice, and not what the source of Tranemo says: the source ends in June 2016.
"""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import samverkan
from samverkan.formats.bundled import bundled_text
from samverkan.formats.edit import edit
from samverkan.formats.text.meetings import meeting_lines
from samverkan.formats.text.report import TITLES, page
from samverkan.formats.wording import Wording
from samverkan.model.facts import UNKNOWN

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.schedule import Schedule

SERIES = "p06-samverkansgrupp-series"
AUTUMN = (dt.date(2016, 8, 15), dt.date(2016, 12, 22))
# Week 44, when schools are closed everywhere; each municipality decides its own days.
BREAK = {"name": {"sv": "höstlov", "en": "autumn break"}, "from": dt.date(2016, 10, 31), "to": dt.date(2016, 11, 4)}
FIRST_FRIDAYS = [dt.date(2016, 8, 26) + dt.timedelta(weeks=week) for week in range(4)]


def carried_on() -> str:
    """Write Tranemo's file anew for the autumn."""
    text = bundled_text("tranemo")
    for path, value in {
        "horizon": {"from": AUTUMN[0], "to": AUTUMN[1]},
        "calendar": {"breaks": [BREAK]},
        f"series.{SERIES}.to": AUTUMN[1],
        f"series.{SERIES}.on_holiday": "move-later",
        f"series.{SERIES}.source": UNKNOWN,  # no source speaks of the autumn
    }.items():
        text = edit(text, path, value)
    return text


def autumn(whole: Collaboration) -> Schedule:
    """Plan the collaboration group's autumn."""
    return samverkan.schedule(whole).of("samverkansgrupp")


def moved(plan: Schedule) -> int:
    """Count the meetings that cannot be held on the day that the rule gives them."""
    return sum(meeting.date != meeting.nominal or not meeting.takes_place for meeting in plan.meetings)


def main() -> None:
    """Choose the first Friday, write the files, and print the autumn."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--to", type=Path, default=Path(), help="the directory to write to")
    parser.add_argument("--lang", choices=["sv", "en"], default="sv")
    asked = parser.parse_args()
    text = carried_on()
    texts = [edit(text, f"series.{SERIES}.from", first) for first in FIRST_FRIDAYS]
    # Of two Fridays that are as good, the earlier.
    text, plan = min(((text, autumn(samverkan.loads(text))) for text in texts), key=lambda pair: moved(pair[1]))
    whole, wording = samverkan.loads(text), Wording(asked.lang)
    asked.to.mkdir(parents=True, exist_ok=True)
    (asked.to / "tranemo-ht16.toml").write_text(text, encoding="utf-8")
    feed = samverkan.feed(plan, whole, body="samverkansgrupp", lang=asked.lang)
    (asked.to / "tranemo-ht16.ics").write_text(feed, encoding="utf-8", newline="")
    lines = meeting_lines(plan, wording, 80)
    print(page(whole, wording.word(TITLES["meetings"]), lines, wording, 80), end="")


if __name__ == "__main__":
    main()
