"""Whether the places suffice, scenarios and simulations as plain data for programs; exact numbers as fractions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.facts import stated

if TYPE_CHECKING:
    from fractions import Fraction

    from samverkan.capacity.groups import Groups
    from samverkan.capacity.headroom import Headroom
    from samverkan.capacity.part import Part, Reading
    from samverkan.capacity.period import ProjectTime, Window
    from samverkan.capacity.scenarios import Scenario, Simulation
    from samverkan.capacity.simulation import Occupancy, Spread
    from samverkan.checklist.interval import Interval
    from samverkan.formats.outcomes import Plain


def headroom_data(found: Headroom) -> dict[str, Plain]:
    """Give what the capacities come to; ``suffices`` is ``met``, ``not_met``, ``unknown`` or ``not_applicable``.

    An exact number is text such as ``37250/31``; a number that lies between two is ``{"low", "high"}``, null being
    without limit; what is not known is null.
    """
    return {
        "collaboration": found.collaboration,
        "suffices": found.suffices.value,
        "project": [_time(each) for each in found.times],
        "parts": [part_data(each, found.times) for each in found.parts],
        "windows": [_window(each) for each in found.windows],
        "groups": [_group(each) for each in found.groups],
    }


def part_data(part: Part, times: tuple[ProjectTime, ...] = ()) -> dict[str, Plain]:
    """Give a unit or flow with each reading of its capacity."""
    capacity, given = stated(part.capacity), part.given
    return {
        "id": part.id,
        "table": part.path[0],
        "capacity": None
        if capacity is None
        else {"number": capacity.number, "per": None if capacity.per is None else capacity.per.value},
        "reserved": sum(each.at_least for each in part.reserved),
        "stay": None if part.stay is None else str(part.stay),
        "given": {
            "places": given.places,
            "stay": None if given.stay is None else str(given.stay),
            "arrivals": None if given.arrivals is None else str(given.arrivals),
            "amount": None if given.amount is None else given.amount.value,
        },
        "readings": [_reading(each, times) for each in part.readings],
        "needed": _interval(part.needed),
        "suffices": part.suffices.value,
        "missing": list(part.missing),
    }


def _reading(reading: Reading, times: tuple[ProjectTime, ...]) -> Plain:
    return {
        "amount": None if reading.amount is None else reading.amount.value,
        "open_places": reading.places,
        "arrivals_a_day": _exact(reading.arrivals),
        "stay_days": _interval(reading.stay),
        "needed": _interval(reading.needed),
        "fitting_arrivals_a_day": _interval(reading.fitting_arrivals),
        "fitting_stay_days": _exact(reading.fitting_stay),
        "over_project": [_exact(reading.passing(each.months)) for each in times],
        "suffices": reading.suffices.value,
    }


def _time(time: ProjectTime) -> Plain:
    period = time.period
    return {
        "from": None if period.from_ is None else period.from_.isoformat(),
        "to": None if period.to is None else period.to.isoformat(),
        "length": None if period.length is None else str(period.length),
        "months": _exact(time.months),
    }


def _window(window: Window) -> Plain:
    return {
        "path": ".".join(window.path),
        "length": str(window.length),
        "counts_from": None if window.start is None else window.start.in_language("en"),
        "last": None if window.last is None else window.last.isoformat(),
        "never": window.late,
    }


def _group(groups: Groups) -> Plain:
    return {
        "flow": groups.flow,
        "step": groups.step.in_language("en"),
        "count": groups.observed.count,
        "approximate": groups.observed.approximate,
        "size": {"smallest": groups.size.smallest, "largest": groups.size.largest},
        "groups": _interval(groups.groups),
    }


def runs_data(runs: Simulation) -> dict[str, Plain]:
    """Give how it was simulated."""
    return {
        "days": runs.days,
        "runs": runs.runs,
        "seed": runs.seed,
        "arriving": runs.arriving.value,
        "staying": runs.staying.value,
        "full": runs.full.value,
    }


def scenario_data(scenario: Scenario) -> dict[str, Plain]:
    """Give one scenario; ``simulated`` is null where nothing was simulated."""
    occupancy = scenario.occupancy
    return {**part_data(scenario.part), "simulated": None if occupancy is None else occupancy_data(occupancy)}


def occupancy_data(occupancy: Occupancy) -> dict[str, Plain]:
    """Give what many runs came to: means, and the ends between which eight runs in ten lie; shares from 0 to 1."""
    return {
        "places": occupancy.places,
        "arrived": _spread(occupancy.arrived),
        "inside": _spread(occupancy.inside),
        "full": _spread(occupancy.full),
        "turned_away": _spread(occupancy.turned_away),
        "waited_days": _spread(occupancy.waited),
        "waiting_at_the_end": _spread(occupancy.waiting),
        "over_time": [{"day": round(each.day, 1), "inside": _spread(each.inside)} for each in occupancy.over_time],
    }


def _spread(spread: Spread | None) -> Plain:
    """Round to what the smallest number of runs could tell, so that the last bits of a sum are not seen."""
    if spread is None:
        return None
    return {"mean": round(spread.mean, 6), "low": round(spread.low, 6), "high": round(spread.high, 6)}


def _exact(number: Fraction | None) -> Plain:
    return None if number is None else str(number)


def _interval(interval: Interval | None) -> Plain:
    return None if interval is None else {"low": _exact(interval.low), "high": _exact(interval.high)}
