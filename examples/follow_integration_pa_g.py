"""Follow the goals of Integration på G! through the project, with participants who are made up.

    python examples/follow_integration_pa_g.py --to DIRECTORY

Nobody here is real, and no figure is the project's: fifty places are filled by chance, with a seed, for the two years
of the project. Each month it is counted how many are in activity, and of those who have finished, how many study or
work within 90 days. It prints how the goals stand on four days, and writes the counts as a table and the public pages.
"""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

import samverkan
from samverkan.followup.account import account
from samverkan.followup.days import cells
from samverkan.followup.policy import Grid
from samverkan.followup.result import Sex
from samverkan.formats.html.site import Member, site
from samverkan.formats.results import csv
from samverkan.formats.text.followup import in_short
from samverkan.formats.text.followup_words import SIGNS
from samverkan.formats.text.report import page
from samverkan.formats.text.table import paragraph, table
from samverkan.formats.wording import Wording
from samverkan.model.names import Text
from samverkan.model.publishing import Publishing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.followup.account import Account

FIRST, LAST = dt.date(2009, 1, 15), dt.date(2011, 1, 15)
WINDOW = dt.timedelta(days=90)
HALVES = [dt.date(2009, 6, 30), dt.date(2009, 12, 31), dt.date(2010, 6, 30), LAST]
DAYS = [HALVES[0], HALVES[2] + WINDOW, LAST, LAST + WINDOW]
SOURCE = "påhittat, ur examples/follow_integration_pa_g.py"
TOLD = {
    "sv": "Alla deltagare och alla siffror är påhittade. Tabellen visar vad den ser som har utfallet; det som inte får "
    "spridas finns inte på sidorna.",
    "en": "All participants and all figures are made up. The table shows what those who hold the results see; what "
    "must not be shared is not on the pages.",
}


@frozen(eq=False)
class Participant:
    """Somebody made up: when they came and finished, and when after that they began to study or work, if they did."""

    sex: Sex
    came: dt.date
    finished: dt.date
    settled: dt.date | None


def invented(chance: Random) -> Iterator[Participant]:
    """Fill fifty places, each anew as soon as somebody has finished."""
    for place in range(50):
        came = FIRST
        while came <= LAST:
            finished = came + dt.timedelta(days=chance.randint(30, 150))
            after = finished + dt.timedelta(days=chance.randint(1, 90)) if chance.random() < 0.75 else None
            yield Participant([Sex.WOMEN, Sex.MEN][place % 2], came, finished, after)
            came = finished + dt.timedelta(days=1)


def by_sex(people: Iterable[Participant]) -> dict[Sex | None, list[Participant]]:
    """Give everybody, and women and men each."""
    listed = list(people)
    return {None: listed} | {sex: [each for each in listed if each.sex is sex] for sex in Sex}


def monthly(people: list[Participant], chance: Random) -> Iterator[samverkan.Result]:
    """Count each month who takes part, and of them who is in activity."""
    for first, last in cells((FIRST, LAST), 1, Grid.COMPLETE):
        days: dict[str, Any] = {
            "first": first,
            "last": last,
            "collected": last + dt.timedelta(days=1),
            "source": SOURCE,
        }
        here = [each for each in people if each.came <= last <= each.finished]
        yield samverkan.Result(goal="g-g0", count=len(here), **days)
        active = {each for each in here if chance.random() < 0.85}
        for sex, some in by_sex(here).items():
            yield samverkan.Result(goal="g-g2", sex=sex, count=len(active & set(some)), total=len(some), **days)


def after_finishing(people: list[Participant]) -> Iterator[samverkan.Result]:
    """Count those who finished in each half year: on its last day, with windows open, and again when all are over."""
    first = FIRST
    for last in HALVES:
        finished = by_sex(each for each in people if first <= each.finished <= last)
        for collected in (last, last + WINDOW):
            for sex, some in finished.items():
                there = [each for each in some if each.settled and each.settled <= collected]
                open_ = [each for each in some if each not in there and each.finished + WINDOW > collected]
                yield samverkan.Result(
                    goal="g-g3",
                    sex=sex,
                    count=len(there),
                    total=len(some),
                    pending=len(open_),
                    first=first,
                    last=last,
                    collected=collected,
                    source=SOURCE,
                )
        first = last + dt.timedelta(days=1)


def main() -> None:
    """Make up the participants, count them, print how the goals stand, and write the table and the pages."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--to", type=Path, default=Path(), help="the directory to write to")
    parser.add_argument("--seed", type=int, default=2009, help="another seed makes up other participants")
    parser.add_argument("--lang", choices=["sv", "en"], default="sv")
    asked = parser.parse_args()
    whole = samverkan.bundled("integration-pa-g")
    whole = evolve(
        whole,
        name=Text(f"{whole.name} (påhittat utfall)", f"{whole.name} (made-up results)"),
        publishing=Publishing(accessibility="https://exempel.se/tillganglighet"),
        updated=DAYS[-1],
    )
    chance, wording = Random(asked.seed), Wording(asked.lang)  # noqa: S311  # nothing is secret
    people = list(invented(chance))
    parties: dict[str, Any] = {"first": FIRST, "last": LAST, "collected": LAST, "source": SOURCE}
    results = [
        *monthly(people, chance),
        *after_finishing(people),
        samverkan.Result(goal="g-g1", count=10, total=16, **parties),
    ]
    accounts = [account(whole, results, as_of=day) for day in DAYS]
    lines = [*paragraph(TOLD[asked.lang], 80), "", *standing(accounts, wording), ""]
    lines += paragraph(in_short(accounts[-1].found, accounts[-1].telling, wording), 80)
    print(page(whole, wording.word("Goals against results"), lines, wording, 80), end="")
    asked.to.mkdir(parents=True, exist_ok=True)
    (asked.to / "utfall.csv").write_text(csv.dumps(results, whole, lang=asked.lang), encoding="utf-8", newline="")
    pages = site(Member(whole, samverkan.schedule(whole), samverkan.evaluate(whole, as_of=DAYS[-1]), accounts[-1]))
    for path, text in pages.items():
        (asked.to / "sidor" / path).parent.mkdir(parents=True, exist_ok=True)
        (asked.to / "sidor" / path).write_bytes(text.encode())


def standing(accounts: list[Account], wording: Wording) -> list[str]:
    """Give a row for each goal, and how it stands on each of the days."""
    rows = [["", *(str(each.found.as_of) for each in accounts)]]
    for goal in (each.goal for each in accounts[0].found.goals):
        status = [each.found.of(goal.id).status for each in accounts]
        rows.append([goal.id, *(f"{SIGNS[each]} {wording.label(each)}" for each in status)])
    return table(rows, 80)


if __name__ == "__main__":
    main()
