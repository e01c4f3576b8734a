"""Dates that fit together: how many meetings got one, how good they are, who has most to do, and then the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.arranging.solution import Solver
from samverkan.formats.text.meetings import meeting_lines
from samverkan.formats.text.table import paragraph, table
from samverkan.formats.wording import dates, mark
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from samverkan.arranging.arrangement import Arrangement
    from samverkan.arranging.solution import LeftOut
    from samverkan.arranging.strain import Strain
    from samverkan.formats.wording import Wording

TITLE = mark("Times that fit together")
_STRAINED = 5
"""So many of those who sit in several collaborations are listed, the most strained first."""


def arrangement_lines(
    arrangement: Arrangement, wording: Wording, width: int, *, as_of: dt.date | None = None
) -> list[str]:
    """Tell what was found, what was left out and why, the plan, who has most to do, and what was taken for granted.

    ``as_of`` is the day before which everything stands, where one was given.
    """
    stands = [] if as_of is None else [say("What lies before {day} stands.", day=as_of)]
    lines = paragraph(" ".join(wording.tell(each) for each in (*_found(arrangement), *stands)), width)
    left = [_left(each, wording) for each in arrangement.left_out]
    lines += _listed(wording.word("Without a time"), left, width)
    why = [wording.tell(each.why) for each in arrangement.conflicts]
    lines += _listed(wording.word("Why not all of them can have one"), why, width)
    lines += ["", *meeting_lines(arrangement.schedule, wording, width)]
    strains = arrangement.strains[:_STRAINED]
    if strains:
        rows = [_strained(each, arrangement, wording) for each in strains]
        lines += ["", wording.word("Who is needed most, where it is tightest"), *table(rows, width)]
    doubts = [wording.tell(each) for each in arrangement.doubts]
    return lines + _listed(wording.word("Taken for granted"), doubts, width)


def _left(left: LeftOut, wording: Wording) -> str:
    wanted = left.wanted
    return f"{wording.value(wanted.name)}, {wording.day(wanted.date)}: {wording.tell(left.why)}"


def _listed(title: str, items: Sequence[str], width: int) -> list[str]:
    told = [line for each in items for line in paragraph(each, width, first="  – ", then="    ")]
    return ["", title, *told] if told else []


def _found(arrangement: Arrangement) -> Iterator[Message]:
    placed, left = len(arrangement.placements), len(arrangement.left_out)
    if left:
        yield say(
            "{n} of {all} meetings has a time.", "{n} of {all} meetings have a time.", n=placed, all=placed + left
        )
    else:
        yield say("{n} meeting has a time.", "All {n} meetings have a time.", n=placed)
    kept = sum(each.kept for each in arrangement.placements)
    yield say("{kept} stay where the plan had them, {moved} are moved.", kept=kept, moved=placed - kept)
    before = len(arrangement.before.clashes)
    if before:
        yield say("The plan had {n} clash.", "The plan had {n} clashes.", n=before)
    yield _worth(arrangement)


def _worth(arrangement: Arrangement) -> Message:
    if arrangement.proven:
        return say("It is proven that nothing better exists.")
    if arrangement.solution.solver is Solver.GREEDY:
        return say("They were looked for one after the other, so there may be something better.")
    if arrangement.gap is None:
        return say("Time ran out before it was known whether fewer need to be left out or moved; search longer.")
    percent = round(100 * arrangement.gap, 1)
    return say("Time ran out: at most {percent} % of the cost can still be saved.", percent=f"{percent:g}")


def _strained(strain: Strain, arrangement: Arrangement, wording: Wording) -> list[str]:
    span = dates.days_in_year(strain.first, strain.last, wording.language)
    needed = say(
        "{n} meeting where {possible} are possible, {span}",
        "{n} meetings where {possible} are possible, {span}",
        n=len(strain.meetings),
        possible=strain.possible,
        span=span,
    )
    enough = say("suffices for {n} collaboration", "suffices for {n} collaborations", n=strain.suffices_for)
    told = wording.tell(enough if len(strain.collaborations) > 1 else needed)
    who = wording.value(arrangement.problem.words(strain.holder))
    return [who, wording.tell(needed), *([told] if len(strain.collaborations) > 1 else [""])]
