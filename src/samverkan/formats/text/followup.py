"""A follow-up on a terminal: each goal with its status, the figures that decide it, and when it can change."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from samverkan.followup.shown import Hidden
from samverkan.followup.status import Status
from samverkan.followup.telling import deciding
from samverkan.formats.capacity_words import length_told
from samverkan.formats.text import followup_words as words
from samverkan.formats.text.table import paragraph
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.followup.figure import Figure
    from samverkan.followup.followup import FollowUp, GoalFollowUp, Line, PeriodLine
    from samverkan.followup.indicator import IndicatorSeries
    from samverkan.followup.telling import Telling
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.values import Period


def followup_lines(found: FollowUp, telling: Telling, whole: Collaboration, wording: Wording, width: int) -> list[str]:
    """Tell how the goals stand, one after another, and at the end by which readings."""
    lines = [line for told in opening(found, telling, wording) for line in paragraph(told, width)]
    for each in found.goals:
        lines += ["", *_goal(each, telling, whole, wording, width)]
    if any("Wilson" in line for line in lines):
        lines += ["", *paragraph(wording.word(words.SURENESS), width)]
    return [*lines, "", *paragraph(read_so(found, wording), width)]


def read_so(found: FollowUp, wording: Wording) -> str:
    """Say by which readings of ours the goals are followed up."""
    policies = words.joined(words.policies(found, wording))
    return wording.tell(say("Read so, by our choice: {policies}", policies=policies[:1].lower() + policies[1:]))


def opening(found: FollowUp, telling: Telling, wording: Wording) -> Iterator[str]:
    """Say how many goals stand how, how the numbers are told, and what is left out."""
    yield in_short(found, telling, wording)
    yield wording.word(words.KEPT_BACK if telling.guarded else words.ALL_SHOWN)
    lines = [line for each in found.goals for line in each.lines]
    if not found.later and not any((*deciding(line), *line.beside) for line in lines):
        yield wording.word(words.NO_RESULTS)
    if left_out := newer(found, wording):
        yield left_out


def in_short(found: FollowUp, telling: Telling, wording: Wording) -> str:
    """Say how many goals stand how, as of the day."""
    stands = [telling.status(each.goal, each.whole) for each in found.goals]
    counts = [f"{wording.label(each)} {stands.count(each)}" for each in (*Status, Hidden.HIDDEN) if each in stands]
    n, told = len(found.goals), ", ".join(counts)
    return wording.tell(
        say("As of {day}, {n} goal: {counts}.", "As of {day}, {n} goals: {counts}.", day=found.as_of, n=n, counts=told)
    )


def newer(found: FollowUp, wording: Wording) -> str | None:
    """Say how many rows are left out because they were counted after the day; nothing where none is."""
    told = say("{n} row is newer and left out.", "{n} rows are newer and left out.", n=found.later)
    return wording.tell(told) if found.later else None


def _goal(each: GoalFollowUp, telling: Telling, whole: Collaboration, wording: Wording, width: int) -> Iterator[str]:
    status = telling.status(each.goal, each.whole)
    sign = words.HIDDEN_SIGN if isinstance(status, Hidden) else words.SIGNS[status]
    told = f"{words.upper(wording.label(status))} ({each.goal.id}): {wording.value(each.goal.text)}"
    yield from paragraph(told, width, first=f"{sign} ", then="  ")
    yield from _listed(line_items(each, each.whole, telling, wording), width, "  ")
    for line in each.lines[1:]:
        name = words.place_name(whole, str(line.municipality))
        yield from _listed([f"{name}: {wording.label(telling.status(each.goal, line))}."], width, "  ")
        yield from _listed(line_items(each, line, telling, wording), width, "    ")
    yield from _listed(goal_items(each, wording), width, "  ")


def _listed(items: Iterable[str], width: int, indent: str) -> Iterator[str]:
    for item in items:
        yield from paragraph(item, width, first=f"{indent}- ", then=f"{indent}  ")


def line_items(each: GoalFollowUp, line: Line, telling: Telling, wording: Wording) -> Iterator[str]:
    """Tell the figures of a line, those beside, what keeps it from being decided, and when it can change."""
    yield from figure_items(each, line, telling, wording)
    yield from period_items(each, line, telling, wording)
    beside = [figure for figure in line.beside if telling.tells(each.goal, line, figure)]
    for when, alike in groupby(beside, key=lambda figure: words.days(figure.first, figure.last, wording)):
        told = ", ".join(words.judged(figure, wording) for figure in alike)
        yield wording.tell(say("Beside it, {days}: {figures}.", figures=told, days=when))
    if isinstance(telling.status(each.goal, line), Hidden):
        return
    if line.reasons and not line.periods:
        yield words.joined(wording.label(reason) for reason in line.reasons)
    if line.changes:
        yield wording.tell(say("Can change by itself on {day}.", day=line.changes))
    apart = Counter(wording.label(one.why) for one in line.apart)
    for why, n in apart.items():
        yield wording.tell(say("{n} row decides nothing: {why}.", "{n} rows decide nothing: {why}.", n=n, why=why))


def figure_items(each: GoalFollowUp, line: Line, telling: Telling, wording: Wording) -> Iterator[str]:
    """Tell the figures that decide, those of the same days in one sentence."""
    for _, alike in groupby(line.figures, key=lambda figure: (figure.first, figure.last, figure.collected)):
        figures = list(alike)
        when = words.days(figures[0].first, figures[0].last, wording)
        told = _figures(each, line, figures, telling, wording)
        counted = say("{days}: {figures} (counted {day}).", days=when, figures=told, day=figures[0].collected)
        yield words.upper(wording.tell(counted))


def _figures(each: GoalFollowUp, line: Line, figures: Sequence[Figure], telling: Telling, wording: Wording) -> str:
    told = [figure for figure in figures if telling.tells(each.goal, line, figure)]
    parts: list[str | None] = [", ".join(words.judged(figure, wording) for figure in told)]
    parts += [wording.label(Hidden.HIDDEN)] if len(told) < len(figures) else []
    if told and told[0].sex is None:
        parts += [words.needed(each.goal, told[0], wording), words.sureness(told[0], wording)]
    return "; ".join(part for part in parts if part)


def period_items(each: GoalFollowUp, line: Line, telling: Telling, wording: Wording) -> Iterator[str]:
    """Tell each month or year with figures; those without that stand alike, one after another, in one sentence."""
    for (counted, status, _), alike in groupby(line.periods, key=lambda one: _kind(each, line, one, telling)):
        listed = list(alike)
        if not counted:
            span = words.days(listed[0].first, listed[-1].last, wording)
            why = "; ".join(wording.label(reason) for reason in listed[0].reasons)
            yield words.upper(f"{span}: {wording.label(status)}{f' ({why})' if why else ''}.")
            continue
        for one in listed:
            figures = _figures(each, line, one.figures, telling, wording)
            span = words.days(one.first, one.last, wording)
            told = telling.period_status(each.goal, line, one)
            stands = "" if isinstance(told, Hidden) else f"{wording.label(told)}: "
            yield words.upper(f"{span}: {stands}{figures}.")


def _kind(each: GoalFollowUp, line: Line, one: PeriodLine, telling: Telling) -> tuple[bool, Status | Hidden, object]:
    status = telling.period_status(each.goal, line, one)
    return bool(one.figures), status, None if one.figures else one.reasons


def goal_items(each: GoalFollowUp, wording: Wording) -> Iterator[str]:
    """Tell what is so of the goal whatever is counted: what it lacks, its rule, its deadline, what to know."""
    if lacking := words.lacks(each, wording):
        yield words.joined([wording.tell(say("Can be followed up: {lacking}", lacking=lacking))])
    if each.deadline:
        yield wording.tell(say("To be reached by {day}.", day=each.deadline))
    for expected in each.expected:
        told = words.number(expected.number, wording)
        yield wording.tell(
            say("In {period} it comes to {number}.", period=_period(expected.period, wording), number=told)
        )
    rule = each.whole.rule
    notes = [wording.label(note) for note in each.notes]
    if rule or notes:
        yield words.joined([wording.label(rule) if rule else None, *notes])


def _period(period: Period, wording: Wording) -> str:
    if period.from_ and period.to:
        return words.days(period.from_, period.to, wording)
    return length_told(period.length, wording) if period.length else wording.word("not stated")


def series_lines(found: Iterable[IndicatorSeries], whole: Collaboration, wording: Wording, width: int) -> list[str]:
    """Tell indicators as context, apart from the goals."""
    listed = list(found)
    if not listed:
        return []
    lines = ["", *paragraph(wording.word(words.CONTEXT), width)]
    for (kpi, title), alike in groupby(listed, key=lambda series: (series.kpi, series.title)):
        lines += paragraph(f"{kpi} {title or ''}".strip(), width, first="  ", then="    ")
        for series in alike:
            sex = f" ({wording.label(series.sex)})" if series.sex else ""
            told = f"{words.place_name(whole, series.place)}{sex}: {words.series_told(series, wording)}"
            lines += paragraph(told, width, first="    - ", then="      ")
    return lines
