"""Factor 5, what passes between the group and the Advisory Board: reports, and notes of its meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.bodies import of_each
from samverkan.checklist.criterion import Aspect, Effort, criterion
from samverkan.checklist.finding import Ask, Finding, met, not_met, unknown
from samverkan.checklist.outcome import Outcome, any_of, every, truth
from samverkan.checklist.reading import Reading
from samverkan.checklist.tranemo.common import (
    BOARD_CHAIR,
    PROJECT_LEAD,
    model,
    nothing_held,
    remedy,
)
from samverkan.checklist.tranemo.mending.recording import write_notes
from samverkan.checklist.tranemo.mending.stating import report_to_the_board
from samverkan.checklist.tranemo.mending.tables import in_each
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.message import say

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.checklist.case import Case


@criterion(
    "5.6",
    question=say("Is it stated who of the group and the Advisory Board reports to the other?"),
    source=model(5),
    remedy=remedy(
        say("State who reports what to the Advisory Board, and when."),
        Effort.LOW,
        PROJECT_LEAD,
        "bodies.{group}.reports_to",
        lambda case: in_each(case, BodyKind.ADVISORY_BOARD, _reporting, report_to_the_board),
    ),
)
def group_and_board_report(case: Case) -> Finding:
    """Judge whether each board has a reporting link with some collaboration group, in either direction."""
    return of_each(case, BodyKind.ADVISORY_BOARD, _reporting)


def _reporting(case: Case, board: Body) -> Finding:
    groups = case.bodies_of(BodyKind.COLLABORATION_GROUP)
    links = [(_reports(group), board) for group in groups] + [(_reports(board), group) for group in groups]
    found = [(link, truth(None if link.silent else link.value == above.id)) for link, above in links]
    outcome = any_of(result for _, result in found)
    if outcome is Outcome.MET:
        link = next(link for link, result in found if result is Outcome.MET)
        return met(say("A reporting link between the group and {body} is stated.", body=board.name), link.cited)
    shown = [link.cited for link, result in found if result is Outcome.NOT_MET]
    if outcome is Outcome.NOT_MET:
        because = say("Neither {body} nor the group reports to the other.", body=board.name)
        free = next((_reports(group) for group in groups if _reports(group).value is None), _reports(board))
        return not_met(because, *shown, change=free.path)
    asks = [Ask(link.path, say("To which body does it report?")) for link, result in found if result is Outcome.UNKNOWN]
    conflict = [claim for link, _ in found for claim in link.conflict]
    because = say("No source states a reporting link between the group and {body}.", body=board.name)
    return unknown(
        because, *shown, asks=asks or [Ask("bodies", say("Is there a collaboration group?"))], conflict=conflict
    )


def _reports(body: Body) -> Reading[str]:
    return Reading(f"bodies.{body.id}.reports_to", body.reports_to, body.source)


@criterion(
    "5.7",
    level=Aspect.CONDUCT,
    question=say("Are there notes of every Advisory Board meeting held?"),
    source=model(5),
    remedy=remedy(
        say("Write and publish notes."),
        Effort.LOW,
        BOARD_CHAIR,
        "held",
        lambda case: in_each(case, BodyKind.ADVISORY_BOARD, _notes, write_notes),
    ),
)
def board_keeps_notes(case: Case) -> Finding:
    """Judge whether each logged meeting of the board has notes."""
    return of_each(case, BodyKind.ADVISORY_BOARD, _notes)


def _notes(case: Case, board: Body) -> Finding:
    held = [each for each in case.collaboration.held if each.body == board.id]
    notes: list[Reading[dt.date]] = [
        case.read(f"held.{board.id}.{each.date}.notes", each.notes, each.source) for each in held
    ]
    found = [(each, truth(None if each.silent else each.value is not None)) for each in notes]
    outcome = every((result for _, result in found), closed=case.collaboration.held_complete)
    log = case.listed("held_complete", closed=case.collaboration.held_complete)
    if not held and case.collaboration.held_complete:
        return nothing_held(case, log)
    shown = [each.cited for each, result in found if result is outcome]
    if outcome is Outcome.MET:
        because = say("The one meeting held has notes.", "All {n} meetings held have notes.", n=len(held))
        return met(because, log, *shown)
    if outcome is Outcome.NOT_MET:
        because = say(
            "{number} of {n} logged meeting is without notes.",
            "{number} of {n} logged meetings are without notes.",
            number=len(shown),
            n=len(held),
        )
        return not_met(because, log, *shown, change="held")
    asks = [
        Ask(each.path, say("Were notes published, and when?")) for each, result in found if result is Outcome.UNKNOWN
    ]
    asks.append(Ask("held_complete", say("Are all meetings held in the log?")))
    conflict = [claim for each in notes for claim in each.conflict]
    return unknown(
        say("The log does not tell of the notes of every meeting."), log, *shown, asks=asks, conflict=conflict
    )
