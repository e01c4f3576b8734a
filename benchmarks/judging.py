"""The cost of judging a country of collaborations by every checklist that we have."""

from __future__ import annotations

import random
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from benchmarks.country import MUNICIPALITIES
from benchmarks.timing import Row, turns
from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.registry import checklist_named, checklist_names
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.model.facts import UNKNOWN, Disputed
from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.collaboration import Collaboration

BUDGET = 0.020
"""Seconds for one collaboration, all checklists together."""
_HIDDEN = 0.2


def collaborations(number: int = MUNICIPALITIES, *, seed: int = 1) -> list[Collaboration]:
    """Make so many of the real setups in turn, each knowing another four fifths of its facts."""
    chance = random.Random(seed)  # noqa: S311  # not secret
    setups = [bundled(name) for name in bundled_names()]
    return [attrs.evolve(_hidden(setups[place % len(setups)], chance), id=f"k{place:03}") for place in range(number)]


def _hidden(item: Any, chance: random.Random) -> Any:  # noqa: ANN401  # any noun
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(type(item)):
        value = getattr(item, attribute.name)
        if str(attribute.type).startswith("Fact[") and chance.random() < _HIDDEN:
            changes[attribute.name] = UNKNOWN
        elif isinstance(value, tuple):
            changes[attribute.name] = tuple(_hidden(each, chance) if _is_noun(each) else each for each in value)
        elif _is_noun(value):
            changes[attribute.name] = _hidden(value, chance)
    return attrs.evolve(item, **{key.lstrip("_"): value for key, value in changes.items()})


def _is_noun(value: object) -> bool:
    return attrs.has(type(value)) and not isinstance(value, (Text, Disputed))


def judge(country: Iterable[Collaboration]) -> list[object]:
    """Judge each collaboration by every checklist."""
    lists = [checklist_named(name) for name in checklist_names()]
    return [evaluate(each, checklist=checklist).score for each in country for checklist in lists]


def rows() -> Iterable[Row]:
    """Measure the judging of a country; nobody else judges by intervals, so the peer is the time that we allow."""
    country = collaborations()
    asked = sum(1 for name in checklist_names() for _ in checklist_named(name).criteria)
    taken = min(turns(partial(judge, country), times=3)[0])
    budget = BUDGET * len(country)
    count = len(country) * asked
    yield Row(
        "Judging by every checklist",
        f"the {BUDGET * 1000:.0f} ms that we allow for a collaboration",
        taken / budget,
        1.0,
        taken / count * 1e6,
        budget / count * 1e6,
        "criterion",
        count,
    )
