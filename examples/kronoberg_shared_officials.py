"""Eight municipalities in Kronoberg that share officials: find times so that nobody is needed in two places.

    python examples/kronoberg_shared_officials.py --to DIRECTORY

The municipalities are those of Integration på G!. That each has a board and a group that meet like this is invented,
and so is who shares whom: the same heads at the state agencies and the region sit in every group. It prints what was
found, and writes a collaboration file for each municipality with the times in it, and one calendar for all.

The best times take the extra ``arrange``; with ``--solver greedy`` nothing more needs to be installed.
"""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

import samverkan
from samverkan.arranging.solution import Solver
from samverkan.arranging.wishes import Wishes
from samverkan.formats.rearranged import rearranged
from samverkan.formats.text.arrangement import TITLE, arrangement_lines
from samverkan.formats.text.report import page_of
from samverkan.formats.wording import Wording

TODAY = dt.date(2026, 12, 1)
FILE = """\
format = 1
id = "{id}"
name = "{name}"
municipalities = {{ "{code}" = "{name}" }}
horizon = {{ from = 2027-01-11, to = 2027-06-11 }}

[organisations]
kommun = {{ name = "{name} kommun", sector = "municipality" }}
migrationsverket = {{ name = "Migrationsverket", sector = "state-agency" }}
arbetsformedlingen = {{ name = "Arbetsförmedlingen", sector = "state-agency" }}
regionen = {{ name = "Region Kronoberg", sector = "region" }}

[bodies.samverkansgrupp]
kind = "collaboration-group"
name = {{ sv = "Samverkansgruppen", en = "The collaboration group" }}
seats.s1 = {{ role = "Integrationschef", organisations = ["kommun"], holder = "integration-{id}" }}
seats.s2 = {{ role = "Enhetschef", organisations = ["migrationsverket"], holder = "enhetschef-mv" }}
seats.s3 = {{ role = "Sektionschef", organisations = ["arbetsformedlingen"], holder = "sektionschef-af" }}

[bodies.advisory-board]
kind = "advisory-board"
name = "Advisory Board"
seats.b1 = {{ role = "Kommunchef", organisations = ["kommun"], holder = "kommunchef-{id}" }}
seats.b2 = {{ role = "Integrationschef", organisations = ["kommun"], holder = "integration-{id}" }}
seats.b3 = {{ role = "Utvecklingschef", organisations = ["regionen"], holder = "utvecklingschef-region" }}

[[series]]
id = "gruppen"
body = "samverkansgrupp"
every = "14 days"
from = 2027-01-15
to = 2027-06-04
time = "13.00–15.00"
on_holiday = "move-earlier"

[[series]]
id = "styrelsen"
body = "advisory-board"
every = "month on 1st friday"
from = 2027-02-05
to = 2027-06-04
time = "9.00–11.00"
on_holiday = "move-earlier"
"""


def main() -> None:
    """Arrange, write the files and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--to", type=Path, default=Path(), help="the directory to write to")
    parser.add_argument("--solver", choices=["highs", "greedy"], default="highs")
    parser.add_argument("--lang", choices=["sv", "en"], default="sv")
    asked = parser.parse_args()
    towns = samverkan.bundled("integration-pa-g").municipalities
    texts = {town.code: FILE.format(id=f"k{town.code}", name=town.name, code=town.code) for town in towns}
    wholes = [samverkan.loads(text) for text in texts.values()]
    try:
        found = samverkan.arrange(wholes, wishes=Wishes(as_of=TODAY), solver=Solver(asked.solver))
    except samverkan.SamverkanError as error:  # above all: the extra is not installed
        parser.error(str(error))
    asked.to.mkdir(parents=True, exist_ok=True)
    for code, text in texts.items():
        (asked.to / f"{code}.toml").write_text(rearranged(text, found, today=TODAY), encoding="utf-8")
    feed = samverkan.feed(found.schedule, *wholes, lang=asked.lang)
    (asked.to / "kronoberg.ics").write_text(feed, encoding="utf-8", newline="")
    wording = Wording(asked.lang)
    lines = arrangement_lines(found, wording, 80, as_of=TODAY)
    print(page_of(wholes, wording.word(TITLE), lines, wording, 80), end="")


if __name__ == "__main__":
    main()
