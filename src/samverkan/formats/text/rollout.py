"""A rollout on a terminal: the steps in time with their slack, what to find out first, and what is met when."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from samverkan.formats.rollout_words import MEANINGS, Row, margin, questions, rows, signs, summary, waits, weeks
from samverkan.formats.text.table import paragraph, table
from samverkan.formats.wording import dates, mark
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.formats.wording import Wording
    from samverkan.steps.fulfilment import Fulfilment
    from samverkan.steps.rollout import Rollout

_HEADS = (mark("Week"), mark("Days"), mark("Step – who is responsible"), mark("Slack"))
_TABLE = 60
"""The columns that the table needs to be read as one."""


def rollout_lines(rollout: Rollout, wording: Wording, width: int) -> list[str]:
    """Tell the plan: how long, what is late, the steps, what has no days, what to ask, and criteria by day."""
    listed = rows(rollout.planned)
    lines = paragraph(summary(rollout, wording), width)
    for told in findings(rollout, wording):
        lines += paragraph(told, width, then="  ")
    lines += ["", *_steps(listed, rollout, wording, width)] if listed else []
    for title, items in (
        (mark("Without days:"), _undated(rollout, wording)),
        (mark("Done already:"), _done(rollout, wording)),
        (mark("Find out first:"), _questions(rollout, wording)),
        (mark("Criteria met if the plan holds:"), _criteria(rollout, wording)),
    ):
        told_items = [line for item in items for line in paragraph(item, width, first="  ", then="    ")]
        lines += ["", *paragraph(wording.word(title), width), *told_items] if told_items else []
    return [*lines, *_legend(listed, rollout, wording, width)]


def findings(rollout: Rollout, wording: Wording) -> Iterator[str]:
    """Tell the critical path, what is late as of the day, and what cannot be done by the end."""
    if rollout.critical_path:
        titles = tuple(Row([rollout.of(id_)]).title(wording) for id_ in rollout.critical_path)
        yield wording.tell(say("Critical path: {path}.", path=" → ".join(titles)))
    if rollout.late and rollout.as_of:
        yield wording.tell(
            say("Late as of {day}: {steps}.", day=rollout.as_of, steps=_titles(rows(rollout.late), wording))
        )
    if rollout.perhaps_late and rollout.as_of:
        steps = _titles(rows(rollout.perhaps_late), wording)
        yield wording.tell(
            say("Late as of {day}, unless it turns out to be done: {steps}.", day=rollout.as_of, steps=steps)
        )
    if rollout.beyond:
        steps = _titles(rows(rollout.beyond), wording)
        yield wording.tell(say("Not done by the end, since others join too late: {steps}.", steps=steps))


def _titles(listed: Iterable[Row], wording: Wording) -> str:
    return "; ".join(row.title(wording) for row in listed)


def _steps(listed: list[Row], rollout: Rollout, wording: Wording, width: int) -> list[str]:
    cells = [["", *(wording.word(head) for head in _HEADS)]]
    for year, alike in groupby(listed, key=_year):
        cells.append(["", str(year), "", "", ""])
        for row in alike:
            when = row.first.dates
            if when is not None:
                span = dates.days_in_year(when.earliest_start, when.earliest_finish, wording.language)
                what = f"{row.title(wording)} – {wording.value(row.first.step.role)}"
                told = (weeks(when, wording), span, what, margin(when, wording))
                cells.append([signs(row.first, rollout), *told])
    if width >= _TABLE:
        return table(cells, width, indent=0)
    return [line for row in cells[1:] for line in _stacked(row, wording, width)]


def _stacked(row: list[str], wording: Wording, width: int) -> list[str]:
    sign, *told, margin_told = row
    slack = [wording.tell(say("slack {margin}", margin=margin_told))] if margin_told else []
    return paragraph(" · ".join(each for each in [*told, *slack] if each), width, first=f"{sign:<4}", then="    ")


def _year(row: Row) -> int:
    return row.first.dates.earliest_start.year if row.first.dates else 0


def _undated(rollout: Rollout, wording: Wording) -> Iterator[str]:
    for row in rows(rollout.undated):
        known = "; ".join(dict.fromkeys(waits(task, wording) for task in row.tasks))
        yield f"{row.title(wording)}: {known}."


def _done(rollout: Rollout, wording: Wording) -> Iterator[str]:
    for row in rows(rollout.done):
        because = [
            f"{report.criterion.id} {wording.tell(report.finding.because)}"
            for report in row.first.reports
            if not row.first.municipality
        ]
        day = row.first.done_on
        stated = [wording.tell(say("Done on {day}.", day=day))] if day else []
        yield f"{row.title(wording)}: {' '.join([*stated, *because])}"


def _questions(rollout: Rollout, wording: Wording) -> Iterator[str]:
    for row in rows((*rollout.planned, *rollout.undated)):
        if asked := questions(row, wording):
            yield f"{row.title(wording)}: {' '.join(asked)}"


def _criteria(rollout: Rollout, wording: Wording) -> Iterator[str]:
    dated = sorted((each for each in rollout.criteria if each.day), key=lambda each: str(each.day))
    for day, alike in groupby(dated, key=lambda each: each.day):
        if day is not None:
            yield f"{wording.day(day)}: {', '.join(each.report.criterion.id for each in alike)}"
    undated = [each for each in rollout.criteria if each.tasks and not each.settled and not each.day]
    if undated:
        yield wording.tell(say("no day can be given for {criteria}", criteria=_ids(undated)))
    if rollout.uncovered:
        yield wording.tell(say("no step that is left leads to {criteria}", criteria=_ids(rollout.uncovered)))
    if rollout.all_met:
        yield wording.tell(say("all are met from {day}", day=rollout.all_met))


def _ids(found: Iterable[Fulfilment]) -> tuple[str, ...]:
    return tuple(each.report.criterion.id for each in found)


def _legend(listed: Iterable[Row], rollout: Rollout, wording: Wording, width: int) -> list[str]:
    used = {sign for row in listed for sign in signs(row.first, rollout)}
    told = ", ".join(f"{sign} {wording.word(words)}" for sign, words in MEANINGS.items() if sign in used)
    return ["", *paragraph(f"{told}.", width, then="  ")] if told else []
