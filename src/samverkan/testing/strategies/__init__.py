"""Hypothesis strategies for every noun of the model."""

from samverkan.testing.strategies.generic import values_of
from samverkan.testing.strategies.nouns import (
    activities,
    bodies,
    cadences,
    events,
    goals,
    municipalities,
    organisations,
    published_results,
    quorums,
    seats,
    series,
    whens,
)
from samverkan.testing.strategies.states import absences, claims, disputes, facts
from samverkan.testing.strategies.times import (
    clock_spans,
    closed_periods,
    dates,
    lengths,
    periods,
    term_dates,
    terms,
    times_of_day,
    years,
)
from samverkan.testing.strategies.whole import collaborations, messages, visits
from samverkan.testing.strategies.words import ids, municipality_codes, sources, texts, words

__all__ = [
    "absences",
    "activities",
    "bodies",
    "cadences",
    "claims",
    "clock_spans",
    "closed_periods",
    "collaborations",
    "dates",
    "disputes",
    "events",
    "facts",
    "goals",
    "ids",
    "lengths",
    "messages",
    "municipalities",
    "municipality_codes",
    "organisations",
    "periods",
    "published_results",
    "quorums",
    "seats",
    "series",
    "sources",
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
