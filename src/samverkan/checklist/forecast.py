"""How long today's judgement stands if nothing is renewed (*prognos*), and what must be renewed by when."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

from samverkan.checklist.evaluate import Evaluation, evaluate
from samverkan.checklist.outcome import Outcome, Verdict
from samverkan.checklist.renewal import Renewal, renewals
from samverkan.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Callable

_Judged: TypeAlias = Outcome | Verdict
_Key: TypeAlias = "tuple[str, str]"
_VERDICT: Final = ("verdict", "")


@frozen
class Ending:
    """The first day on which something is no longer judged as today, and how it is judged then."""

    date: dt.date
    becomes: _Judged


@frozen
class Forecast:
    """What becomes of an evaluation by and by, as what has an end reaches it and nothing is renewed.

    ``verdict`` tells when the verdict ends; ``factors`` and ``criteria`` tell it, by id, of those that are decided
    today. What has no ending here stands as long as the file says, or changes for another reason than an end, such as
    notes that fall due.
    """

    evaluation: Evaluation
    verdict: Ending | None
    factors: dict[str, Ending]
    criteria: dict[str, Ending]
    renewals: tuple[Renewal, ...]


def forecast(evaluation: Evaluation) -> Forecast:
    """Follow an evaluation through every day on which a source or a mandate lapses; it must tell its day."""
    if evaluation.as_of is None:
        raise InvalidValueError("no-day", "an evaluation without a day has no days to come", "an as_of date")
    due = renewals(evaluation)
    days = sorted({each.lapses for each in due if each.lapses is not None})

    @cache
    def on(day: dt.date) -> dict[_Key, _Judged]:
        then = evaluate(evaluation.subject, checklist=evaluation.checklist, as_of=day, parameters=evaluation.parameters)
        return _judged(then)

    found = {key: _ending(key, today, days, on) for key, today in _judged(evaluation).items()}
    endings = {key: ending for key, ending in found.items() if ending is not None}
    return Forecast(
        evaluation,
        endings.get(_VERDICT),
        {id_: ending for (kind, id_), ending in endings.items() if kind == "factor"},
        {id_: ending for (kind, id_), ending in endings.items() if kind == "criterion"},
        due,
    )


def _judged(evaluation: Evaluation) -> dict[_Key, _Judged]:
    """Give everything that an evaluation judges, each by its kind and id."""
    return {
        _VERDICT: evaluation.verdict,
        **{("factor", each.factor.id): each.outcome for each in evaluation.factors},
        **{("criterion", each.criterion.id): each.outcome for each in evaluation.reports},
    }


def _ending(
    key: _Key, today: _Judged, days: list[dt.date], on: Callable[[dt.date], dict[_Key, _Judged]]
) -> Ending | None:
    if today in {Outcome.UNKNOWN, Outcome.NOT_APPLICABLE, Verdict.UNDETERMINED}:
        return None
    for day in days:
        then = on(day)[key]
        if then is not today:
            # What had changed by the eve, time itself has changed.
            return Ending(day, then) if on(day - dt.timedelta(days=1))[key] is today else None
    return None
