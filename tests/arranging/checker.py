"""Whether times keep the rules, as plain loops over pairs of meetings; it shares no code with what it judges."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from samverkan.arranging.problem import Candidate, Problem


class Held(NamedTuple):
    """A meeting at a time, wanted or fixed."""

    id: str
    people: tuple[str, ...]
    start: dt.datetime
    end: dt.datetime
    place: str | None
    wanted: bool


def broken(problem: Problem, chosen: Mapping[str, Candidate]) -> list[str]:
    """Tell every rule that the chosen times break, by the ids of meetings; two fixed ones may break any."""
    return [*_times(problem, chosen), *_pairs(problem, chosen), *_loads(problem, chosen), *_spacings(problem, chosen)]


def held(problem: Problem, chosen: Mapping[str, Candidate]) -> list[Held]:
    """List all that takes place."""
    wanted = [
        Held(each.id, each.holders, chosen[each.id].start, chosen[each.id].end, chosen[each.id].place, wanted=True)
        for each in problem.meetings
        if each.id in chosen
    ]
    fixed = [Held(each.id, each.holders, each.start, each.end, each.place, wanted=False) for each in problem.fixed]
    return wanted + fixed


def _times(problem: Problem, chosen: Mapping[str, Candidate]) -> Iterator[str]:
    offered = {each.id: each.candidates for each in problem.meetings}
    for name, time in chosen.items():
        if time not in offered.get(name, ()):
            yield f"{name} was not offered {time}"
    for each in held(problem, chosen):
        for away in problem.away:
            if each.wanted and away.holder in each.people and each.start < away.end and away.start < each.end:
                yield f"{away.holder} is away from {each.id}"


def _pairs(problem: Problem, chosen: Mapping[str, Candidate]) -> Iterator[str]:
    for one, other in combinations(held(problem, chosen), 2):
        if one.wanted or other.wanted:
            yield from collisions(problem, one, other)


def collisions(problem: Problem, one: Held, other: Held) -> Iterator[str]:
    """Tell why two meetings cannot both take place, whatever else does."""
    together = one.start < other.end and other.start < one.end
    if not together and one.start.date() != other.start.date():
        return
    if together and one.place == other.place and one.place in problem.rooms:
        yield f"{one.id} and {other.id} are in one room"
    if not set(one.people) & set(other.people):
        return
    if together:
        yield f"{one.id} and {other.id} need the same person"
    if one.start.date() == other.start.date():
        for first, second in ((one, other), (other, one)):
            minutes = (second.start - first.end).total_seconds() / 60
            for way in problem.ways if minutes >= 0 else ():
                if (way.from_, way.to) == (first.place, second.place) and minutes < way.minutes:
                    yield f"there is no time to come from {first.id} to {second.id}"


def _loads(problem: Problem, chosen: Mapping[str, Candidate]) -> Iterator[str]:
    everything = held(problem, chosen)
    for person in sorted({name for each in everything for name in each.people}):
        most = next((each.daily for each in problem.limits if each.holder == person), problem.daily)
        mine = [each for each in everything if person in each.people]
        for day in sorted({each.start.date() for each in mine}):
            placed = [each for each in mine if each.start.date() == day and each.wanted]
            standing = [each for each in mine if each.start.date() == day and not each.wanted]
            if most is not None and placed and len(placed) + len(standing) > most:
                yield f"{person} has {len(placed) + len(standing)} meetings on {day}"


def _spacings(problem: Problem, chosen: Mapping[str, Candidate]) -> Iterator[str]:
    for spacing in problem.spacings:
        wanted = [(each.nominal, each.id) for each in problem.meetings if each.series == spacing.series]
        fixed = [
            (each.nominal, each.id)
            for each in problem.fixed
            if each.series == spacing.series and each.nominal is not None
        ]
        days = {each.id: each.start.date() for each in held(problem, chosen)}
        row = [name for _, name in sorted(wanted + fixed)]
        for earlier, later in pairwise(row):
            if {earlier, later} & set(chosen) and {earlier, later} <= set(days):
                apart = (days[later] - days[earlier]).days
                if spacing.least is not None and apart < spacing.least:
                    yield f"{later} is {apart} days after {earlier}, too near"
                if spacing.most is not None and apart > spacing.most:
                    yield f"{later} is {apart} days after {earlier}, too far"
