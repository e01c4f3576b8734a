"""A follow-up as JSON and as a flat table: goals, their lines, and the figures that may be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.followup.confidence import wilson
from samverkan.followup.shown import Hidden
from samverkan.formats import csv
from samverkan.formats.scalars import write_fraction
from samverkan.formats.text.followup_words import ages, place_name
from samverkan.formats.wording import mark

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from samverkan.followup.figure import Figure
    from samverkan.followup.followup import FollowUp, GoalFollowUp, Line, PeriodLine
    from samverkan.followup.indicator import IndicatorSeries
    from samverkan.followup.result import Result
    from samverkan.followup.status import Status
    from samverkan.followup.telling import Telling
    from samverkan.formats.csv import Cell
    from samverkan.formats.outcomes import Plain
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.goals import Goal

HEADS = (
    mark("Goal"),
    mark("Text of the goal"),
    mark("Municipality"),
    mark("Status"),
    mark("First day"),
    mark("Last day"),
    mark("Counted on"),
    mark("Sex"),
    mark("Ages"),
    mark("What counts"),
    mark("Count"),
    mark("At most"),
    mark("Of"),
    mark("Needed"),
    mark("Reaches it"),
    mark("Source"),
    mark("Can change on"),
)
"""The columns of the flat table."""


def followup_data(
    found: FollowUp, telling: Telling, series: Iterable[IndicatorSeries], wording: Wording
) -> dict[str, Plain]:
    """Give the follow-up as plain tables; what is kept back is null and said to be ``hidden``.

    ``all_numbers`` says whether nothing is kept back, so that the data are not for sharing. Indicators stand apart.
    """
    return {
        "collaboration": found.collaboration,
        "as_of": found.as_of.isoformat(),
        "all_numbers": not telling.guarded,
        "policy": {
            "reading": str(found.policy.reading.value),
            "months": str(found.policy.grid.value),
            "end_is_deadline": found.policy.end_is_deadline,
        },
        "later": found.later,
        "goals": [_goal(each, telling, wording) for each in found.goals],
        "indicators": [_series(each) for each in series],
    }


def _goal(each: GoalFollowUp, telling: Telling, wording: Wording) -> Plain:
    goal = each.goal
    return {
        "id": goal.id,
        "kind": goal.kind,
        "text": wording.value(goal.text),
        **_stands(telling.status(goal, each.whole)),
        "measurable": each.measurability.measurable,
        "missing": [str(part.value) for part in each.measurability.missing],
        "denied": [str(part.value) for part in each.measurability.denied],
        "deadline": _iso(each.deadline),
        "deadline_basis": str(each.basis.value) if each.basis else None,
        "notes": [str(note.value) for note in each.notes],
        "expected": [{"number": write_fraction(one.number)} for one in each.expected],
        "lines": [_line(goal, line, telling) for line in each.lines],
    }


def _stands(status: Status | Hidden) -> dict[str, Plain]:
    if isinstance(status, Hidden):
        return {"status": None, "hidden": True}
    return {"status": str(status.value), "hidden": False}


def _line(goal: Goal, line: Line, telling: Telling) -> Plain:
    status = telling.status(goal, line)
    open_ = not isinstance(status, Hidden)
    return {
        "municipality": line.municipality,
        **_stands(status),
        "rule": str(line.rule.value) if line.rule else None,
        "reasons": [str(reason.value) for reason in line.reasons] if open_ else [],
        "changes": _iso(line.changes) if open_ else None,
        "figures": [_figure(goal, line, each, telling) for each in line.figures],
        "periods": [_period(goal, line, each, telling) for each in line.periods],
        "beside": [_figure(goal, line, each, telling) for each in line.beside],
        "apart": [{"why": str(each.why.value), **_days(each.result)} for each in line.apart],
    }


def _period(goal: Goal, line: Line, period: PeriodLine, telling: Telling) -> Plain:
    return {
        **_days(period),
        **_stands(telling.period_status(goal, line, period)),
        "figures": [_figure(goal, line, each, telling) for each in period.figures],
    }


def _days(span: Figure | PeriodLine | Result) -> dict[str, Plain]:
    return {"first": span.first.isoformat(), "last": span.last.isoformat()}


def _figure(goal: Goal, line: Line, figure: Figure, telling: Telling) -> Plain:
    told = telling.tells(goal, line, figure)
    about: dict[str, Plain] = {
        **_days(figure),
        "collected": figure.collected.isoformat(),
        "sex": str(figure.sex.value) if figure.sex else None,
        "ages": [figure.ages.youngest, figure.ages.oldest] if figure.ages else None,
        "counted": str(figure.counted.value) if figure.counted else None,
        "outcomes": list(figure.outcomes),
        "municipality": figure.municipality,
        "sources": list(figure.sources),
        "hidden": not told,
    }
    if not told:
        empty: dict[str, Plain] = dict.fromkeys(("count", "at_most", "total", "needed", "outcome", "wilson_95"))
        return about | empty
    return about | {
        "count": figure.count,
        "at_most": figure.at_most,
        "total": figure.total,
        "needed": None if figure.needed is None else write_fraction(figure.needed),
        "outcome": str(figure.outcome.value) if figure.outcome else None,
        "wilson_95": _interval(figure),
    }


def _interval(figure: Figure) -> Plain:
    if not figure.settled or figure.total is None:
        return None
    found = wilson(figure.count, figure.total)
    return [found.low, found.high] if found else None


def _series(series: IndicatorSeries) -> Plain:
    return {
        "kpi": series.kpi,
        "title": series.title,
        "place": series.place,
        "sex": str(series.sex.value) if series.sex else None,
        "source": series.source,
        "values": {str(year): None if value is None else format(value, "f") for year, value in series.values},
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def followup_csv(found: FollowUp, telling: Telling, whole: Collaboration, wording: Wording) -> str:
    """Write a row for each figure, and one for each line of a goal without any, in the dialect of the language."""
    dialect = csv.EXCEL if wording.language == "sv" else csv.OPEN
    return csv.dumps(map(wording.word, HEADS), figure_rows(found, telling, whole, wording), dialect=dialect)


def figure_rows(found: FollowUp, telling: Telling, whole: Collaboration, wording: Wording) -> Iterator[list[Cell]]:
    """Give a cell for each of ``HEADS`` in each row; what is kept back is empty."""
    for each in found.goals:
        for line in each.lines:
            yield from _rows(each, line, telling, whole, wording)


def _rows(
    each: GoalFollowUp, line: Line, telling: Telling, whole: Collaboration, wording: Wording
) -> Iterator[list[Cell]]:
    goal = each.goal
    place = place_name(whole, line.municipality) if line.municipality else None
    start: list[Cell] = [goal.id, wording.value(goal.text), place]
    changes = None if isinstance(telling.status(goal, line), Hidden) else line.changes
    judged = [(telling.status(goal, line), figure) for figure in (*line.figures, *line.beside)]
    for period in line.periods:
        judged += [(telling.period_status(goal, line, period), figure) for figure in period.figures]
    for status, figure in judged:
        numbers = _numbers(figure, wording) if telling.tells(goal, line, figure) else [None] * 5
        yield [*start, wording.label(status), *_about(figure, wording), *numbers, "; ".join(figure.sources), changes]
    if not judged:
        nothing: list[Cell] = [None] * (len(HEADS) - len(start) - 2)
        yield [*start, wording.label(telling.status(goal, line)), *nothing, changes]


def _about(figure: Figure, wording: Wording) -> list[Cell]:
    counts = [wording.label(figure.counted)] if figure.counted else []
    return [
        figure.first,
        figure.last,
        figure.collected,
        wording.label(figure.sex) if figure.sex else None,
        ages(figure.ages, wording) if figure.ages else None,
        "; ".join([*counts, *figure.outcomes]) or None,
    ]


def _numbers(figure: Figure, wording: Wording) -> list[Cell]:
    return [
        figure.count,
        figure.at_most,
        figure.total,
        None if figure.needed is None else float(figure.needed),
        wording.label(figure.outcome) if figure.outcome else None,
    ]
