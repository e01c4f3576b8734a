"""What was held against what was planned (*planerat mot genomfört*): for each body its terms, meeting by meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.formats.text.names import body_name
from samverkan.formats.text.table import paragraph, table
from samverkan.formats.wording import dates, mark
from samverkan.model.message import say
from samverkan.planning.account import Conduct

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.records import Held
    from samverkan.planning.account import Account, NotesDelay
    from samverkan.planning.conformance import Conformance

TITLE = mark("Planned and held")

_MARKS = {
    Conduct.HELD: "✓",
    Conduct.MOVED: "✓",
    Conduct.CANCELLED: "–",
    Conduct.DROPPED: "–",
    Conduct.MISSING: "✗",
    Conduct.UNKNOWN: "?",
    Conduct.AHEAD: "",
}
_NO_BODY = mark("No body stated")
_OTHERS = {
    "undated": mark("Held, and may be something on the plan that has no day"),
    "unplanned": mark("Held, and not on the plan"),
    "beyond": mark("Recorded for a day that is not judged"),
}


def conformance_lines(found: Conformance, collaboration: Collaboration, wording: Wording, width: int) -> list[str]:
    """Tell as of which day and by what records, then each body with its meetings, and the records of no meeting."""
    lines = [wording.tell(say("As of {day}.", day=found.as_of))]
    lines += [*paragraph(_basis(found, wording), width), *paragraph(_told(found, wording), width)]
    for name, part in _parts(found, collaboration, wording):
        lines += [*paragraph(name, width), *_part_lines(part, wording, width, alone=part == found)]
    for kind, title in _OTHERS.items():
        records = tuple(_record(record, collaboration, wording) for record in getattr(found, kind))
        lines += paragraph(f"{wording.word(title)}: {'; '.join(records)}.", width, then="  ") if records else []
    return lines


def _basis(found: Conformance, wording: Wording) -> str:
    if found.complete_until is None:
        return wording.tell(
            say(
                "The file does not say that its records are complete, so a meeting without one is unknown, not missing."
            )
        )
    return wording.tell(
        say("The records are complete before {day}; a meeting without one is missing.", day=found.complete_until)
    )


def _parts(found: Conformance, collaboration: Collaboration, wording: Wording) -> Iterator[tuple[str, Conformance]]:
    for body, part in found.per_body.items():
        if part.accounts or part.records:
            yield body_name(collaboration, body, wording), part
    of_none = tuple(account for account in found.accounts if account.body is None)
    if of_none:
        yield wording.word(_NO_BODY), evolve(found, accounts=of_none, undated=(), unplanned=(), beyond=())


def _told(part: Conformance, wording: Wording) -> str:
    """Count the meetings by what became of them; tell the longest break, and how long the notes took."""
    told = [_counted(part.counts, wording)]
    if gap := part.longest_gap:
        between = dates.days(gap.first, gap.second, wording.language)
        longest = say("longest break {n} day ({span})", "longest break {n} days ({span})", n=gap.days, span=between)
        told.append(wording.tell(longest))
    if part.records:
        told.append(_notes(part.notes, wording))
    sentences = (f"{each[:1].upper()}{each[1:]}." for each in told)
    return " ".join(sentences)


def _counted(counts: Mapping[Conduct, int], wording: Wording) -> str:
    planned = wording.tell(say("{n} planned meeting", "{n} planned meetings", n=sum(counts.values())))
    return f"{planned}: {kinds}" if (kinds := _kinds(counts, wording)) else planned


def _kinds(counts: Mapping[Conduct, int], wording: Wording) -> str:
    return ", ".join(f"{wording.label(conduct)} {count}" for conduct, count in counts.items() if count)


def _notes(delay: NotesDelay, wording: Wording) -> str:
    told = []
    if delay.longest is not None:
        told.append(say("at the latest after {n} day", "at the latest after {n} days", n=delay.longest))
    if delay.waiting:
        told.append(say("still to come {n}", n=delay.waiting))
    if delay.none:
        told.append(say("none made {n}", n=delay.none))
    if delay.unknown:
        told.append(say("not stated {n}", n=delay.unknown))
    return wording.tell(say("notes: {told}", told=", ".join(map(wording.tell, told))))


def _part_lines(part: Conformance, wording: Wording, width: int, *, alone: bool) -> Iterator[str]:
    """Tell a part term by term; what the whole or its one term would only say again is left out."""
    by_term = {term: inside for term, inside in part.per_term.items() if inside.accounts}
    if not alone:
        yield from paragraph(_told(part, wording), width, first="  ", then="  ")
    for term, inside in by_term.items():
        told = wording.term(term) if len(by_term) == 1 else f"{wording.term(term)}: {_kinds(inside.counts, wording)}"
        yield from paragraph(told, width, first="  ", then="    ")
        yield from table([_row(account, wording) for account in inside.accounts], width, indent=4)


def _row(account: Account, wording: Wording) -> list[str]:
    meeting, language = account.meeting, wording.language
    day = f"{dates.weekday(meeting.date, language)} {dates.day_in_year(meeting.date, language)}"
    told = wording.label(account.conduct)
    if account.conduct is Conduct.MOVED and account.record:
        told = wording.tell(say("moved to {day}", day=account.record.date))
    when = [cell.replace(" ", "\u00a0") for cell in (wording.week(meeting.date), day)]
    return [_MARKS[account.conduct], *when, told, wording.value(meeting.name)]


def _record(record: Held, collaboration: Collaboration, wording: Wording) -> str:
    return f"{wording.day(record.date)} ({body_name(collaboration, record.body, wording)})"
