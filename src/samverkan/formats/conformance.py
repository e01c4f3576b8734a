"""What was held against what was planned as JSON (*efterlevnad*), in the shape that programs may rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.facts import Absent, stated
from samverkan.model.terms import Term

if TYPE_CHECKING:
    from samverkan.formats.outcomes import Plain
    from samverkan.formats.wording import Wording
    from samverkan.model.records import Held
    from samverkan.planning.account import Account, NotesDelay
    from samverkan.planning.conformance import Conformance
    from samverkan.planning.schedule import Gap


def conformance_data(found: Conformance, wording: Wording) -> dict[str, Plain]:
    """Give the conformance as plain tables: as a whole, for each body and its terms, and meeting by meeting."""
    return {
        "collaboration": found.collaboration,
        "as_of": found.as_of.isoformat(),
        "complete_until": found.complete_until.isoformat() if found.complete_until else None,
        "window": found.window,
        **_part(found),
        "bodies": [{"id": body, **_part(part), "terms": _terms(part)} for body, part in found.per_body.items()],
        "meetings": [_account(account, wording) for account in found.accounts],
        "undated": [_record(record) for record in found.undated],
        "unplanned": [_record(record) for record in found.unplanned],
        "beyond": [_record(record) for record in found.beyond],
    }


def _terms(part: Conformance) -> Plain:
    return [{"term": str(term), **_part(inside)} for term, inside in part.per_term.items()]


def _part(part: Conformance) -> dict[str, Plain]:
    return {
        "counts": {str(conduct.value): count for conduct, count in part.counts.items()},
        "longest_gap": _gap(part.longest_gap),
        "notes": _notes(part.notes),
    }


def _gap(gap: Gap | None) -> Plain:
    return {"days": gap.days, "from": gap.first.isoformat(), "to": gap.second.isoformat()} if gap else None


def _notes(delay: NotesDelay) -> Plain:
    return {
        "days": list(delay.days),
        "longest": delay.longest,
        "waiting": delay.waiting,
        "none": delay.none,
        "unknown": delay.unknown,
    }


def _account(account: Account, wording: Wording) -> Plain:
    meeting, record = account.meeting, account.record
    return {
        "id": meeting.id,
        "body": account.body,
        "name": wording.value(meeting.name),
        "nominal": meeting.nominal.isoformat(),
        "date": meeting.date.isoformat(),
        "term": str(Term.of(meeting.date)),
        "conduct": str(account.conduct.value),
        "held": record.date.isoformat() if record else None,
        "notes": _published(record) if record else None,
    }


def _record(record: Held) -> Plain:
    return {"body": record.body, "date": record.date.isoformat(), "notes": _published(record)}


def _published(record: Held) -> Plain:
    """Give the day of the notes, false where there are declared to be none, nothing where no source says."""
    if isinstance(record.notes, Absent):
        return False
    day = stated(record.notes)
    return day.isoformat() if day else None
