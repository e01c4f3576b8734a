"""What a simulation came to, and scenarios side by side, on a terminal (*beläggning*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.capacity.amounts import DAYS
from samverkan.capacity.queue import Full
from samverkan.capacity.trial import Arriving, Staying
from samverkan.formats.capacity_words import (
    between,
    number,
    rate_told,
    results,
    spread_told,
    stay_told,
    verdict,
)
from samverkan.formats.text.table import table
from samverkan.formats.wording import mark
from samverkan.model.message import say
from samverkan.model.values import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.capacity.scenarios import Scenario, Simulation
    from samverkan.capacity.simulation import Moment, Occupancy
    from samverkan.formats.wording import Wording

_POINTS = 8
"""So many days are told; the picture and the JSON hold every month."""

_HOW = {
    Arriving.RANDOM: mark("They come at random."),
    Arriving.EVEN: mark("They come evenly."),
    Staying.ALIKE: mark("All stay as long; between two lengths, somewhere there, most often near the middle."),
    Staying.VARIED: mark("Stays vary widely around their mean (exponentially)."),
    Full.QUEUE: mark("Whoever finds no place waits."),
    Full.AWAY: mark("Whoever finds no place is turned away."),
}


def runs_told(runs: Simulation, wording: Wording) -> str:
    """Tell how it was simulated, in words that a reader can doubt."""
    how = " ".join(wording.word(_HOW[each]) for each in (runs.arriving, runs.staying, runs.full))
    told = say(
        "Simulated {n} time over {months} months from empty, seed {seed}.",
        "Simulated {n} times over {months} months from empty, seed {seed}.",
        n=runs.runs,
        months=number(runs.days / DAYS[Unit.MONTH], wording),
        seed=runs.seed,
    )
    return f"{wording.tell(told)} {how} {wording.word(_ENDS)}"


_ENDS = mark("In brackets: between what eight runs in ten lie.")


def occupancy_lines(occupancy: Occupancy, wording: Wording, width: int) -> list[str]:
    """Tell what the runs of one unit came to, and how many have a place as time goes."""
    lines = table(results(occupancy, wording), width)
    heads = [wording.word(mark("Month")), wording.word(mark("Places taken"))]
    rows = [[_month(each, wording), spread_told(each.inside, wording)] for each in _chosen(occupancy.over_time)]
    return [*lines, "", *table([heads, *rows], width)]


def _month(moment: Moment, wording: Wording) -> str:
    return number(moment.day / float(DAYS[Unit.MONTH]), wording)


def _chosen(moments: Sequence[Moment]) -> Iterator[Moment]:
    """Choose some days with as many between each, and the last."""
    step = -(-len(moments) // _POINTS)
    yield from moments[: len(moments) - 1 : step]
    yield moments[-1]


def scenario_lines(scenarios: Sequence[Scenario], wording: Wording, width: int) -> list[str]:
    """Set scenarios side by side: what is assumed, what is needed, whether it suffices, and how full it gets."""
    simulated = any(each.occupancy for each in scenarios)
    heads = [mark("Places"), mark("Stay"), mark("Coming"), mark("Needed"), mark("Suffices")]
    heads += [mark("All taken"), mark("Days of waiting"), mark("Turned away")] if simulated else []
    rows = [[wording.word(head) for head in heads], *(_row(each, wording, simulated=simulated) for each in scenarios)]
    kept = [place for place in range(len(heads)) if any(row[place] != _NONE for row in rows[1:])]
    return table([[row[place] for place in kept] for row in rows], width, indent=0)


_NONE = "–"


def _row(scenario: Scenario, wording: Wording, *, simulated: bool) -> list[str]:
    part, occupancy = scenario.part, scenario.occupancy
    cells = [
        _places(scenario, wording),
        _NONE if part.stay is None else stay_told(part.stay, wording),
        _NONE if part.given.arrivals is None else rate_told(part.given.arrivals, wording),
        _NONE if part.needed is None else between(part.needed, wording),
        verdict(part, wording),
    ]
    if not simulated or occupancy is None:
        return cells
    shares = [(occupancy.full, 100), (occupancy.waited, 1), (occupancy.turned_away, 100)]
    return cells + [
        _NONE if each is None else spread_told(each, wording, scale, "\u00a0%" if scale > 1 else "")
        for each, scale in shares
    ]


def _places(scenario: Scenario, wording: Wording) -> str:
    """Tell the places, and how many of them are open to everybody where some are kept for a group."""
    part, (reading, *_) = scenario.part, scenario.part.readings
    if reading.places is None:
        return _NONE
    kept = sum(each.at_least for each in part.reserved)
    told = say("{open} open of {places}", open=reading.places, places=reading.places + kept)
    return wording.tell(told) if kept else str(reading.places)
