"""Municipalities that join later (*ansluter senare*), and what is known of when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.model.facts import stated
from samverkan.model.identity import Stage
from samverkan.model.organisations import Municipality
from samverkan.model.span import NOWHERE, Span
from samverkan.model.when import OnDate

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.facts import Fact
    from samverkan.model.when import When


@frozen(kw_only=True)
class Joining:
    """A municipality that does not take part from the start, and when it joins, as far as a source says.

    ``day`` is known only where a source gives a date: nothing is made of a term or a year. ``span`` are the days
    between which it certainly lies, ``stage`` the stage that it joins in.
    """

    municipality: Municipality
    day: dt.date | None
    span: Span
    stage: Stage | None = None


def joinings(collaboration: Collaboration, *, by: dt.date | None) -> dict[str, Joining]:
    """Find the municipalities that join later, by their codes: those of which it is said, and those of a later stage.

    Who has certainly joined on the day ``by`` is among those who take part from the start.
    """
    stages = _stages(collaboration)
    found = (_joining(each, stages.get(each.code)) for each in collaboration.municipalities)
    return {each.municipality.code: each for each in found if each and not _joined(each, by)}


def _stages(collaboration: Collaboration) -> dict[str, Stage]:
    """Give the stage in which each municipality joins that is not in the first that names any."""
    joined: dict[str, Stage | None] = {}
    for place, stage in enumerate(each for each in collaboration.stages if each.municipalities):
        for code in stage.municipalities:
            joined.setdefault(code, stage if place else None)
    return {code: stage for code, stage in joined.items() if stage}


def _joining(municipality: Municipality, stage: Stage | None) -> Joining | None:
    when = _stated(municipality.joins)
    if when is None and stage is None:
        return None
    if when is None and stage is not None:
        when = _stated(stage.when)
    span = when.span if when else NOWHERE
    if stage and stage.earliest and span.earliest is None:
        span = Span(stage.earliest, span.latest)
    return Joining(
        municipality=municipality, day=when.date if isinstance(when, OnDate) else None, span=span, stage=stage
    )


def _stated(fact: Fact[When]) -> When | None:
    return stated(fact)  # type: ignore[return-value]  # mypy joins the members of the union


def _joined(joining: Joining, by: dt.date | None) -> bool:
    return by is not None and joining.span.latest is not None and joining.span.latest <= by
