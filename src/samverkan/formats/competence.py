"""In what capacity bodies may decide, as JSON (*beslutsförmåga*), in the shape that programs may rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.outcomes import ask_data, finding_data

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from samverkan.checklist.competence.law import Paragraph
    from samverkan.checklist.competence.resilience import Resilience
    from samverkan.checklist.competence.ruling import Competence, Ruling
    from samverkan.checklist.outcome import Outcome
    from samverkan.formats.outcomes import Plain
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration


def competence_data(  # noqa: PLR0913  # what was asked, what was found, and the reader
    collaboration: Collaboration,
    found: Sequence[Competence],
    likely: Sequence[Resilience],
    wording: Wording,
    *,
    as_of: dt.date,
    decides: Outcome,
) -> dict[str, Plain]:
    """Give what was found of each body; a probability is exact as text, and beside it as the nearest number."""
    by_body = {each.body: each for each in likely}
    return {
        "collaboration": collaboration.id,
        "as_of": as_of.isoformat(),
        "decides": str(decides.value),
        "bodies": [_body(each, by_body.get(each.body), wording) for each in found],
    }


def _body(found: Competence, likely: Resilience | None, wording: Wording) -> Plain:
    told = found.attendance
    return {
        "id": found.body,
        "name": wording.value(found.name),
        "item": wording.value(found.item) if found.item else None,
        "present": list(told.present) if told else None,
        "deputies": list(told.deputies) if told else None,
        "remote": list(told.remote) if told else None,
        "standing": str(found.standing.value),
        "decides": str(found.decides.value),
        "voting": found.voting,
        "needed": {
            "low": int(found.needed.low),
            "high": None if found.needed.high is None else int(found.needed.high),
        },
        "conditions": [_ruling(ruling, wording) for ruling in found.rulings],
        "resilience": _resilience(likely, wording) if likely else None,
    }


def _ruling(ruling: Ruling, wording: Wording) -> Plain:
    return {
        "condition": str(ruling.condition.value),
        "outcome": str(ruling.finding.outcome.value),
        **finding_data(ruling.finding, wording),
        "law": [_paragraph(each, wording) for each in ruling.law],
    }


def _paragraph(paragraph: Paragraph, wording: Wording) -> Plain:
    return {
        "act": paragraph.act,
        "place": paragraph.place,
        "as_of": paragraph.as_of.isoformat(),
        "says": wording.tell(paragraph.says),
    }


def _resilience(likely: Resilience, wording: Wording) -> Plain:
    return {
        "needed": likely.needed,
        "probability": None if likely.probability is None else float(likely.probability),
        "exact": None if likely.probability is None else str(likely.probability),
        "seats": [
            {"id": each.seat, "importance": float(each.importance), "exact": str(each.importance)}
            for each in likely.weights
        ],
        "asks": [ask_data(ask, wording) for ask in likely.asks],
    }
