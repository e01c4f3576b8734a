"""Factor 7, how soon: notes that are published in time, and the longest delay that is promised."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from samverkan.checklist.criterion import Aspect, Effort, criterion
from samverkan.checklist.finding import Ask, Finding, met, not_met, unknown
from samverkan.checklist.outcome import Outcome, every, truth
from samverkan.checklist.tranemo.common import (
    INFORMATION_OFFICER,
    model,
    nothing_held,
    remedy,
)
from samverkan.checklist.tranemo.mending.recording import publish_notes
from samverkan.checklist.tranemo.mending.stating import (
    promise_a_delay,
)
from samverkan.model.message import say

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.checklist.reading import Reading
    from samverkan.model.records import Held


@criterion(
    "7.3",
    level=Aspect.CONDUCT,
    question=say("Were the notes of every meeting held published in time?"),
    source=say("slide 12 of the Tranemo model; how soon is our choice"),
    parameters=("publish_within_days",),
    remedy=remedy(say("Publish the overdue notes."), Effort.LOW, INFORMATION_OFFICER, "held", publish_notes),
)
def notes_are_published(case: Case) -> Finding:
    """Judge the days from each logged meeting to its notes against ``publish_within_days``."""
    log = case.collaboration.held
    found = [(_notes(case, each), _in_time(case, each)) for each in log]
    closed = case.listed("held_complete", closed=case.collaboration.held_complete)
    outcome = every((result for _, result in found), closed=case.collaboration.held_complete)
    if not log and case.collaboration.held_complete:
        return nothing_held(case, closed)
    deciding = [each for each, result in found if result is outcome]
    shown, days = [each.cited for each in deciding], case.parameters.publish_within_days
    if outcome is Outcome.MET:
        because = say(
            "The notes of the one meeting were published within {days} days.",
            "The notes of all {n} meetings were published within {days} days.",
            n=len(log),
            days=days,
        )
        return met(because, closed, *shown)
    if outcome is Outcome.NOT_MET:
        because = say(
            "The notes of {number} of {n} meeting were not published within {days} days.",
            "The notes of {number} of {n} meetings were not published within {days} days.",
            number=len(deciding),
            n=len(log),
            days=days,
        )
        return not_met(because, closed, *shown, change="held")
    asks = [Ask(each.path, say("When were the notes published?")) for each in deciding if each.silent]
    if any(not each.silent for each in deciding):
        asks.append(Ask("as_of", say("As of which day is the setup judged?")))
    if not case.collaboration.held_complete:
        asks.append(Ask("held_complete", say("Are all meetings held in the log?")))
    conflict = [claim for each in deciding for claim in each.conflict]
    because = say("The log does not show that the notes of every meeting were published in time.")
    return unknown(because, closed, *shown, asks=asks, conflict=conflict)


def _notes(case: Case, held: Held) -> Reading[dt.date]:
    return case.read(f"held.{held.body}.{held.date}.notes", held.notes, held.source)


def _in_time(case: Case, held: Held) -> Outcome:
    notes = _notes(case, held)
    due = held.date + dt.timedelta(days=case.parameters.publish_within_days)
    if notes.value is not None:
        return truth(notes.value <= due)
    overdue = notes.denied and case.as_of is not None and case.as_of > due
    return Outcome.NOT_MET if overdue else Outcome.UNKNOWN


@criterion(
    "7.7",
    question=say("Is a longest delay for publication promised?"),
    source=model(7),
    remedy=remedy(
        say("Promise publication within a number of days."),
        Effort.LOW,
        INFORMATION_OFFICER,
        "publication.max_delay_days",
        promise_a_delay,
    ),
)
def delay_is_promised(case: Case) -> Finding:
    """Judge whether a limit is stated; declared absent, there is none."""
    policy = case.collaboration.publication
    delay = case.read("publication.max_delay_days", policy.max_delay_days, policy.source)
    if delay.denied:
        return not_met(say("It is declared that no limit is promised."), delay.cited, change=delay.path)
    if delay.value is None:
        because = say("No source says how soon things are published.")
        return delay.undecided(because, say("Within how many days are things published?"))
    return met(say("Publication is promised within {days} days.", days=delay.value), delay.cited)
