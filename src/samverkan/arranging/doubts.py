"""What had to be assumed where the files are silent (*osäkert*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.facts import Unknown
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.arranging.problem import Problem
    from samverkan.arranging.wishes import Wishes
    from samverkan.planning.schedule import Schedule


def doubts(problem: Problem, plan: Schedule, wishes: Wishes) -> Iterator[Message]:
    """Tell what is not known of the people, the hours and the days of the meetings that are to be placed."""
    bodies = {body for each in problem.meetings for body in each.bodies}
    tables = [table for table in plan.tables if table.body in bodies]
    unknown = sum(isinstance(seat.holder, Unknown) for table in tables for seat in table.seats)
    if unknown:
        yield say(
            "of {n} seat it is not known who holds it: whether they also sit elsewhere is not looked to",
            "of {n} seats it is not known who holds them: whether they also sit elsewhere is not looked to",
            n=unknown,
        )
    empty = sum(not table.seats for table in tables)
    if empty:
        yield say(
            "{n} body lists no seats: whoever sits there is not looked to at other tables",
            "{n} bodies list no seats: whoever sits there is not looked to at other tables",
            n=empty,
        )
    yield from _hours(problem, wishes)
    if plan.unplaced:
        yield say(
            "{n} entry has no day of its own, and is not placed",
            "{n} entries have no day of their own, and are not placed",
            n=len(plan.unplaced),
        )


def _hours(problem: Problem, wishes: Wishes) -> Iterator[Message]:
    no_hour = sum(each.clock is None for each in problem.meetings)
    if no_hour:
        yield say(
            "of {n} meeting no hour is stated: each of the usual ones is as good",
            "of {n} meetings no hour is stated: each of the usual ones is as good",
            n=no_hour,
        )
    no_end = sum(each.clock is None or each.clock.end is None for each in problem.meetings)
    if no_end:
        yield say(
            "how long {n} meeting lasts is not stated: {minutes} minutes are kept for it",
            "how long {n} meetings last is not stated: {minutes} minutes are kept for each",
            n=no_end,
            minutes=wishes.minutes,
        )
