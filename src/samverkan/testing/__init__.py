"""Gifts to people who test: strategies for every noun, and ready-made properties (extra ``testing``).

>>> from samverkan.testing import bodies
>>> bodies(min_seats=1)
bodies(min_seats=1)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.testing.editing import EditingMachine
    from samverkan.testing.machine import CollaborationMachine
    from samverkan.testing.properties import check_collaboration, check_schedule
    from samverkan.testing.rewrite import renamed
    from samverkan.testing.strategies import (
        absences,
        activities,
        bodies,
        cadences,
        claims,
        clock_spans,
        closed_periods,
        collaborations,
        dates,
        disputes,
        events,
        facts,
        goals,
        ids,
        lengths,
        messages,
        municipalities,
        municipality_codes,
        organisations,
        periods,
        published_results,
        quorums,
        seats,
        series,
        sources,
        term_dates,
        terms,
        texts,
        times_of_day,
        values_of,
        visits,
        whens,
        words,
        years,
    )
    from samverkan.testing.strategies.checklists import checklists, rules
    from samverkan.testing.strategies.plans import plannable, schedules
    from samverkan.testing.strategies.problems import problems
    from samverkan.testing.strategies.results import follow_ups, results
    from samverkan.testing.strategies.steps import rollouts, step_plans
    from samverkan.testing.strategies.voices import answers, rounds

__all__ = [
    "CollaborationMachine",
    "EditingMachine",
    "absences",
    "activities",
    "answers",
    "bodies",
    "cadences",
    "check_collaboration",
    "check_schedule",
    "checklists",
    "claims",
    "clock_spans",
    "closed_periods",
    "collaborations",
    "dates",
    "disputes",
    "events",
    "facts",
    "follow_ups",
    "goals",
    "ids",
    "lengths",
    "messages",
    "municipalities",
    "municipality_codes",
    "organisations",
    "periods",
    "plannable",
    "problems",
    "published_results",
    "quorums",
    "renamed",
    "results",
    "rollouts",
    "rounds",
    "rules",
    "schedules",
    "seats",
    "series",
    "sources",
    "step_plans",
    "term_dates",
    "terms",
    "texts",
    "times_of_day",
    "values_of",
    "visits",
    "whens",
    "words",
    "years",
]

_ELSEWHERE = {
    "answers": "samverkan.testing.strategies.voices",
    "CollaborationMachine": "samverkan.testing.machine",
    "check_collaboration": "samverkan.testing.properties",
    "check_schedule": "samverkan.testing.properties",
    "checklists": "samverkan.testing.strategies.checklists",
    "EditingMachine": "samverkan.testing.editing",
    "follow_ups": "samverkan.testing.strategies.results",
    "plannable": "samverkan.testing.strategies.plans",
    "problems": "samverkan.testing.strategies.problems",
    "renamed": "samverkan.testing.rewrite",
    "results": "samverkan.testing.strategies.results",
    "rollouts": "samverkan.testing.strategies.steps",
    "rounds": "samverkan.testing.strategies.voices",
    "rules": "samverkan.testing.strategies.checklists",
    "schedules": "samverkan.testing.strategies.plans",
    "step_plans": "samverkan.testing.strategies.steps",
}


def __getattr__(name: str) -> object:
    # pytest and Hypothesis import this package in every run of all who have it installed, so it loads on first use.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module(_ELSEWHERE.get(name, "samverkan.testing.strategies")), name)
    except ModuleNotFoundError as error:
        if error.name != "hypothesis":
            raise
        raise ModuleNotFoundError(
            f'samverkan.testing.{name} needs Hypothesis; install it with: pip install "samverkan[testing]"',
            name="hypothesis",
        ) from None


def __dir__() -> list[str]:
    return __all__
