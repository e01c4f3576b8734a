"""Roll the model out in a new municipality: what to do in which order, from the decision to the first follow-up.

    python examples/new_municipality.py --start 2027-01-11 --to DIRECTORY

The municipality is invented and has only decided to begin, so nearly every step is still to be done. It prints the
plan, and writes the collaboration file to go on with, the plan as a calendar and the plan as a picture.
"""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

import samverkan
from samverkan.formats.ical.rollout import rollout_feed
from samverkan.formats.rollout_words import TITLE
from samverkan.formats.svg import gantt
from samverkan.formats.text.names import with_names
from samverkan.formats.text.report import page
from samverkan.formats.text.rollout import rollout_lines
from samverkan.formats.wording import Wording

FILE = """\
format = 1
id = "ekeby"
name = { sv = "Samverkan i Ekeby", en = "Collaboration in Ekeby" }
municipalities = { "9999" = "Ekeby" }
checklists = ["tranemo"]
bodies_complete = true # nothing has been set up yet

[calendar]
breaks = [{ name = { sv = "sportlov", en = "the winter-sports break" }, from = 2027-02-15, to = 2027-02-19 }]
summer_pause = { name = "sommaruppehåll", from = 2027-06-28, to = 2027-08-13, yearly = true }

[organisations.kommun]
name = "Ekeby kommun"
sector = "municipality"
"""


def main() -> None:
    """Plan, write the files and print the plan."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--start", type=dt.date.fromisoformat, default=dt.date(2027, 1, 11), help="the first day")
    parser.add_argument("--to", type=Path, default=Path(), help="the directory to write to")
    parser.add_argument("--lang", choices=["sv", "en"], default="sv")
    asked = parser.parse_args()
    ekeby = samverkan.loads(FILE)
    wording = with_names(ekeby, Wording(asked.lang))
    plan = samverkan.rollout(ekeby, start=asked.start, as_of=asked.start)
    asked.to.mkdir(parents=True, exist_ok=True)
    (asked.to / "ekeby.toml").write_text(FILE, encoding="utf-8")
    (asked.to / "ekeby-plan.ics").write_text(rollout_feed(plan, ekeby, lang=asked.lang), encoding="utf-8", newline="")
    picture = gantt.dumps(plan, wording, name=wording.value(ekeby.name))
    (asked.to / "ekeby-plan.svg").write_text(picture, encoding="utf-8")
    print(page(ekeby, wording.word(TITLE), rollout_lines(plan, wording, 80), wording, 80), end="")


if __name__ == "__main__":
    main()
