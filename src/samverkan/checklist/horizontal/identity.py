"""Whether the form is filled in, and agrees with the running text: H01, H04 and H05 (*uppgifter om projektet*)."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import evolve

from samverkan.checklist.amending import amended
from samverkan.checklist.criterion import Effort, Remedy
from samverkan.checklist.finding import Ask, Finding, met, not_applicable, not_met, one_of, unknown
from samverkan.checklist.horizontal.common import (
    PROJECT_OWNER,
    TO_FILL_IN,
    alone,
    horizontal,
    with_another_organisation,
)
from samverkan.checklist.outcome import Outcome, all_of, truth
from samverkan.checklist.reading import Reading, cite
from samverkan.model.facts import Absent
from samverkan.model.identity import Phase
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.organisations import Municipality, Place
from samverkan.model.values import Period, Unit

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.checklist.finding import Evidence
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.values import Length

_FIELDS = {
    "owner": (Text("ägare", "owner"), say("Who owns the project?")),
    "programme_area": (Text("programområde", "programme area"), say("Which programme area does it belong to?")),
    "phase": (Text("fas", "phase"), say("Which phase is it in?")),
    "period": (Text("period", "period"), say("From which day to which day does the setup run?")),
    "region": (Text("region", "region"), say("Which region does it belong to?")),
}
_TOWNS = Text("kommun", "municipality")


def _filled_in(case: Case) -> Collaboration:
    whole, id_ = with_another_organisation(case.collaboration)
    facts: dict[str, Any] = {
        "owner": id_,
        "programme_area": TO_FILL_IN,
        "phase": Phase.RUNNING,
        "period": whole.horizon or Period(dt.date(2027, 1, 1), dt.date(2027, 12, 31)),
        "region": TO_FILL_IN,
    }
    missing = {name: fact for name, fact in facts.items() if isinstance(getattr(whole.identity, name), Absent)}
    if "owner" not in missing:
        whole = case.collaboration
    return amended(whole, identity=evolve(whole.identity, **missing))


@horizontal(
    "H01",
    part=Text("formulärets fält", "the fields of the form"),
    question=say("Are owner, programme area, phase, period, region and municipality stated?"),
    remedy=Remedy(say("Fill in the missing identity field."), Effort.LOW, PROJECT_OWNER, "identity", _filled_in),
)
def identity_is_complete(case: Case) -> Finding:
    """Judge the six fields; one is not met only where a source declares it missing."""
    identity, towns = case.collaboration.identity, case.collaboration.municipalities
    readings: dict[str, Reading[object]] = {
        name: case.read(f"identity.{name}", getattr(identity, name), identity.source) for name in _FIELDS
    }
    found = {name: _is_stated(reading) for name, reading in readings.items()}
    outcome = all_of([*found.values(), Outcome.MET if towns else Outcome.UNKNOWN])
    deciding = [readings[name] for name, result in found.items() if result is outcome]
    names = tuple(_FIELDS[name][0] for name, result in found.items() if result is outcome)
    if outcome is Outcome.MET:
        listed = cite("municipalities", say("{list}", list=tuple(each.name for each in towns)), towns[0].source)
        because = say("Owner, programme area, phase, period, region and municipality are stated.")
        return met(because, *(reading.cited for reading in deciding), listed)
    if outcome is Outcome.NOT_MET:
        because = say("Declared missing: {fields}.", fields=names)
        return not_met(because, *(reading.cited for reading in deciding), change=deciding[0].path)
    asks = [Ask(f"identity.{name}", _FIELDS[name][1]) for name, result in found.items() if result is outcome]
    bad = one_of(asks)
    if not towns:
        names = (*names, _TOWNS)
        asks.append(Ask("municipalities", say("Which municipalities take part?")))
    conflict = [claim for reading in deciding for claim in reading.conflict]
    return unknown(say("Not known: {fields}.", fields=names), asks=asks, conflict=conflict, bad=bad)


def _is_stated(reading: Reading[object]) -> Outcome:
    if reading.denied:
        return Outcome.NOT_MET
    half = isinstance(reading.value, Period) and reading.value.days is None
    return Outcome.UNKNOWN if reading.value is None or half else Outcome.MET


def _text_follows(case: Case) -> Collaboration:
    whole = case.collaboration
    return amended(whole, identity=evolve(whole.identity, period_in_text=whole.identity.period))


@horizontal(
    "H04",
    part=Text("perioden", "the period"),
    question=say("Do the form and the running text give the same period?"),
    parameters=("period_tolerance_days",),
    remedy=Remedy(
        say("Correct the text or the form."), Effort.LOW, PROJECT_OWNER, "identity.period_in_text", _text_follows
    ),
)
def periods_agree(case: Case) -> Finding:
    """Judge what the text says of the period against the form; days must be equal, a length may be told roughly.

    A length in words agrees when it differs from the dates by at most ``period_tolerance_days``, and at most half its
    unit: half a year is no year.
    """
    identity = case.collaboration.identity
    form = case.read("identity.period", identity.period, identity.source)
    text = case.read("identity.period_in_text", identity.period_in_text, identity.source)
    if form.denied or text.denied:
        because = say("It is declared that one of the two gives no period, so there is nothing to compare.")
        return not_applicable(because, form.cited, text.cited)
    asks = [
        Ask(reading.path, question)
        for reading, question in ((form, _FIELDS["period"][1]), (text, say("Which period does the running text give?")))
        if reading.value is None
    ]
    if form.value is None or text.value is None:
        because = say("Only where both the form and the running text give a period can they be compared.")
        return unknown(because, asks=asks, conflict=[*form.conflict, *text.conflict])
    outcome = agree(form.value, text.value, tolerance=case.parameters.period_tolerance_days)
    if outcome is Outcome.MET:
        return met(say("The form and the running text agree on the period."), form.cited, text.cited)
    if outcome is Outcome.NOT_MET:
        because = say("The running text gives another period than the form.")
        return not_met(because, form.cited, text.cited, change=text.path)
    because = say("What the form and the running text say of the period cannot be compared.")
    return unknown(
        because, form.cited, text.cited, asks=[Ask(text.path, say("Which period does the running text give?"))]
    )


_UNIT_DAYS = {Unit.DAY: Fraction(1), Unit.WEEK: Fraction(7), Unit.MONTH: Fraction(146097, 4800)}
_UNIT_DAYS[Unit.YEAR] = 12 * _UNIT_DAYS[Unit.MONTH]
"""Days of a unit; of months and years the mean of the 146,097 days in 400 years."""


def agree(form: Period, text: Period, *, tolerance: int) -> Outcome:
    """Compare what two statements of a period have in common; with nothing in common nobody can tell."""
    found = [
        one == other
        for one, other in ((form.from_, text.from_), (form.to, text.to))
        if one is not None and other is not None
    ]
    for dated, told in ((form, text), (text, form)):
        if dated.days is not None and told.length is not None:
            found.append(_lasts(dated.days, told.length, tolerance))
    if form.length and text.length and form.length.unit is text.length.unit:
        found.append(form.length == text.length)
    return all_of(map(truth, found)) if found else Outcome.UNKNOWN


def _lasts(days: int, length: Length, tolerance: int) -> bool:
    unit = _UNIT_DAYS[length.unit]
    return abs(days - length.count * unit) <= min(Fraction(tolerance), unit / 2)


def _stated_in_both(case: Case) -> Collaboration:
    whole = case.collaboration
    towns = (evolve(each, stated_in=(Place.CARD, Place.TEXT)) for each in whole.municipalities)
    return amended(whole, municipalities=tuple(towns))


@horizontal(
    "H05",
    part=Text("fältet Kommun", "the field for municipalities"),
    question=say("Do the form and the running text name the same municipalities?"),
    remedy=Remedy(
        say("List every participating municipality with the date it joins."),
        Effort.LOW,
        PROJECT_OWNER,
        "municipalities",
        _stated_in_both,
    ),
)
def municipalities_agree(case: Case) -> Finding:
    """Judge where each municipality is named; what a truncated text does not name may have been cut off."""
    towns = case.collaboration.municipalities
    cut = [document for document in case.collaboration.documents if document.truncated]
    found = [(town, _in_both(town, cut=bool(cut))) for town in towns]
    outcome = all_of(result for _, result in found)
    deciding = [town for town, result in found if result is outcome]
    shown = [_where(case, town) for town in deciding]
    if outcome is Outcome.MET:
        return met(say("The form and the running text name the same municipalities."), *shown)
    names = tuple(town.name for town in deciding)
    if outcome is Outcome.NOT_MET:
        because = say("Named in one of the two only: {towns}.", towns=names)
        return not_met(because, *shown, change="municipalities")
    if not towns:
        ask = Ask("municipalities", say("Which municipalities take part?"))
        return unknown(say("No municipality is listed."), asks=[ask])
    shown += [cite(f"documents.{each.id}.truncated", say("yes"), each.source) for each in cut]
    because = say("No source says whether both the form and the running text name {towns}.", towns=names)
    ask = Ask("municipalities", say("Where is the municipality named: in the form, in the text, or in both?"))
    return unknown(because, *shown, asks=[ask])


def _in_both(town: Municipality, *, cut: bool) -> Outcome:
    if not town.stated_in or (cut and Place.TEXT not in town.stated_in):
        return Outcome.UNKNOWN
    return truth(set(town.stated_in) == set(Place))


def _where(case: Case, town: Municipality) -> Evidence:
    source = town.source or case.collaboration.source
    places = town.stated_in
    says = say("{town}: {places}", town=town.name, places=places) if places else say("not stated")
    return cite("municipalities.stated_in", says, source)


FACTORS = (
    alone(Text("Uppgifter om projektet", "Identity of the project"), identity_is_complete),
    alone(Text("Samma period i formulär och text", "The same period in form and text"), periods_agree),
    alone(Text("Samma kommuner i formulär och text", "The same municipalities in form and text"), municipalities_agree),
)
