"""A vacancy drill, waiting and shared officials as plain data for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.drills.drill import Drill, Effect, Quorum, State, Wait, Way
    from samverkan.drills.officials import Official, Officials
    from samverkan.formats.outcomes import Plain
    from samverkan.ties.reach import Arrival, Journey, Passage, Reach


def drill_data(drill: Drill) -> dict[str, Plain]:
    """Give the drill as plain tables: how it stands, and of each loss what changes, gravest first."""
    return {
        "collaboration": drill.collaboration,
        "checklist": drill.checklist.id,
        "as_of": None if drill.as_of is None else drill.as_of.isoformat(),
        "before": _state(drill.before),
        "losses": [_effect(each) for each in drill.effects],
    }


def reach_data(reach: Reach) -> dict[str, Plain]:
    """Give all ways that news takes; ``to`` is null for the public, and ``days`` and ``arrives`` null for never."""
    return {
        "complete": reach.complete,
        "worst_days": reach.worst,
        "ways": [_passage(each) for each in reach.passages],
    }


def officials_data(found: Officials) -> dict[str, Plain]:
    """Give who sits in several collaborations, with the number of dated meetings by week, month and term."""
    return {
        "complete": found.complete,
        "holders": [_official(each) for each in found.holders],
        "organisations": [_official(each) for each in found.organisations],
    }


def _official(official: Official) -> Plain:
    load = official.load
    return {
        "id": official.id,
        "collaborations": list(official.collaborations),
        "bodies": list(official.bodies),
        "meetings": load.meetings,
        "weeks": {f"{year}-W{week:02}": count for (year, week), count in load.weeks.items()},
        "months": {f"{year}-{month:02}": count for (year, month), count in load.months.items()},
        "terms": {str(term): count for term, count in load.terms.items()},
    }


def _passage(passage: Passage) -> Plain:
    arriving = passage.arriving
    return {
        "from": passage.source,
        "to": passage.goal,
        "shortest_days": arriving[0].days if arriving else None,
        "longest_days": arriving[-1].days if arriving else None,
        "journeys": [_journey(each) for each in passage.journeys],
    }


def _journey(journey: Journey) -> Plain:
    return {
        "gathering": journey.gathering,
        "departs": journey.departs.isoformat(),
        "days": journey.days,
        "soonest": _arrival(journey.soonest),
        "certain": _arrival(journey.certain),
    }


def _arrival(arrival: Arrival | None) -> Plain:
    if arrival is None:
        return None
    return {
        "arrives": arrival.day.isoformat(),
        "in_notes": arrival.notes,
        "legs": [
            {
                "gathering": leg.gathering,
                "day": leg.day.isoformat(),
                "carriers": [{"kind": str(each.kind.value), "name": each.name} for each in leg.carriers],
            }
            for leg in arrival.legs
        ],
    }


def _state(state: State) -> Plain:
    return {
        "factors": {id_: str(outcome.value) for id_, outcome in state.factors.items()},
        "quorums": {body: _quorum(quorum) for body, quorum in state.quorums.items()},
        "parts": [list(part) for part in state.parts],
        "splitters": list(state.splitters),
        "waiting": [{**_way(way), **_wait(wait)} for way, wait in state.waits.items()],
    }


def _effect(effect: Effect) -> Plain:
    return {
        "kind": str(effect.loss.kind.value),
        "id": effect.loss.id,
        "factors": {id_: [str(old.value), str(new.value)] for id_, (old, new) in effect.factors.items()},
        "quorums": {body: [_quorum(old), _quorum(new)] for body, (old, new) in effect.quorums.items()},
        "parts": None if effect.parts is None else list(effect.parts),
        "splitters": list(effect.splitters),
        "waiting": [
            {**_way(way), "before": _wait(old), "after": _wait(new)} for way, (old, new) in effect.waits.items()
        ],
    }


def _quorum(quorum: Quorum) -> Plain:
    return {
        "filled": quorum.filled,
        "spare": quorum.spare,
        "attainable": str(quorum.attainable.value),
        "probability": None if quorum.probability is None else float(quorum.probability),
    }


def _way(way: Way) -> dict[str, Plain]:
    return {"from": way[0], "to": way[1]}


def _wait(wait: Wait) -> dict[str, Plain]:
    return {"shortest_days": wait.shortest, "longest_days": wait.longest, "unreached": wait.unreached}
