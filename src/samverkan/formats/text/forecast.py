"""How long today's judgement stands if nothing is renewed, and what to renew by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.outcome import Verdict
from samverkan.formats.text.factors import MARKS, verdict_lines
from samverkan.formats.text.names import body_name
from samverkan.formats.text.sources import found_how
from samverkan.formats.text.table import Rest, paragraph
from samverkan.formats.wording import mark
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.checklist.forecast import Forecast
    from samverkan.checklist.renewal import Renewal
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration

TITLE = mark("How long it stands, and what to renew")

_SHOWN = 3
"""The places in the file that are listed one by one."""


def forecast_lines(forecast: Forecast, wording: Wording, width: int) -> list[str]:
    """Tell until when the verdict stands, which factors and criteria end when, and the renewals by day."""
    lines = verdict_lines(forecast.evaluation, wording, width)
    lines += paragraph(wording.tell(_verdict(forecast)), width)
    lines += [line for text, first in _endings(forecast, wording) for line in _item(text, first, width)]
    lines += ["", wording.word("To be renewed:")] if forecast.renewals else []
    for renewal in forecast.renewals:
        title = f"{wording.day(renewal.last)}: {renewal_title(renewal, forecast.evaluation.subject, wording)}"
        lines += paragraph(title, width, first="  ", then="    ")
        for note in renewal_note(renewal, forecast, wording):
            lines += map(Rest, paragraph(note, width, first="    → ", then="      "))
    if not forecast.renewals:
        lines += paragraph(wording.word("Nothing has a last day, so there is nothing to renew."), width)
    return lines


def _verdict(forecast: Forecast) -> Message:
    ending = forecast.verdict
    if ending is not None:
        return say(
            "If nothing is renewed, the verdict becomes “{verdict}” on {day}.", verdict=ending.becomes, day=ending.date
        )
    if forecast.evaluation.verdict is Verdict.UNDETERMINED:
        return say("The verdict is undetermined already, so it has no day on which it ends.")
    return say("The verdict stands whether or not anything is renewed.")


def _endings(forecast: Forecast, wording: Wording) -> Iterator[tuple[str, str]]:
    """Tell each factor and criterion that ends, with the mark that it has today."""
    for factor in forecast.evaluation.factors:
        if ending := forecast.factors.get(factor.factor.id):
            told = say(
                "{factor}: {becomes} on {day}", factor=factor.factor.name, becomes=ending.becomes, day=ending.date
            )
            yield wording.tell(told), f"{factor.factor.id:>1} {MARKS[factor.outcome]} "
        for report in factor.criteria:
            if ending := forecast.criteria.get(report.criterion.id):
                question = wording.tell(report.criterion.question)
                told = say(
                    "{question} Becomes “{becomes}” on {day}.",
                    question=question,
                    becomes=ending.becomes,
                    day=ending.date,
                )
                yield (
                    wording.tell(told),
                    f"  {MARKS[report.outcome]} {report.criterion.id}{'*' if report.criterion.core else ' '} ",
                )


def _item(text: str, first: str, width: int) -> list[str]:
    return paragraph(text, width, first=first, then=" " * len(first))


def renewal_title(renewal: Renewal, collaboration: Collaboration, wording: Wording) -> str:
    """Tell what is to be renewed: a source by its reference, a mandate by its seat and body."""
    if renewal.source is not None:
        return wording.tell(say("renew the source {source}", source=renewal.source.ref))
    place = renewal.fields[0].split(".")
    if place[0] == "bodies" and place[2:3] == ["seats"]:
        seat, body = place[3], body_name(collaboration, place[1], wording)
        return wording.tell(say("renew the mandate of the seat {seat} in {body}", seat=seat, body=body))
    return wording.tell(say("renew the mandate {field}", field=renewal.fields[0]))


def renewal_note(renewal: Renewal, forecast: Forecast, wording: Wording) -> Iterator[str]:
    """Tell how it was found, where it stands in the file, and which criteria end with it or cite it."""
    if renewal.source is not None and (how := "; ".join(found_how(renewal.source, wording))):
        yield how
    fields = list(renewal.fields[:_SHOWN])
    if more := len(renewal.fields) - len(fields):
        fields.append(wording.tell(say("{n} more place", "{n} more places", n=more)))
    yield ", ".join(fields)
    ended = tuple(id_ for id_ in renewal.rests if _ends_with(id_, renewal, forecast))
    if ended:
        yield wording.tell(say("without it, these are no longer decided as today: {criteria}", criteria=ended))
    elif renewal.rests:
        yield wording.tell(say("cited by {criteria}", criteria=renewal.rests))
    else:
        yield wording.word("nothing that is decided today rests on it")


def _ends_with(id_: str, renewal: Renewal, forecast: Forecast) -> bool:
    ending = forecast.criteria.get(id_)
    return ending is not None and ending.date == renewal.lapses
