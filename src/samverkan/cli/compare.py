"""``samverkan compare``: one collaboration then and now, or several setups side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.comparison import Trend
from samverkan.checklist.comparison import compare as compared
from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.side_by_side import side_by_side
from samverkan.cli.complaints import Misuse
from samverkan.cli.files import read
from samverkan.cli.judging import judged
from samverkan.cli.parameters import argument_files, as_of_option, checklist_option, format_option, option
from samverkan.cli.terminal import Answer, Terminal, today
from samverkan.cli.values import Day
from samverkan.cli.verb import Verb
from samverkan.formats.comparison import comparison_data, side_data
from samverkan.formats.outcomes import json_text
from samverkan.formats.text.comparison import TITLE, comparison_lines
from samverkan.formats.text.names import with_names
from samverkan.formats.text.report import page, page_of
from samverkan.formats.text.side_by_side import TITLE as BESIDE
from samverkan.formats.text.side_by_side import side_lines
from samverkan.formats.wording import mark
from samverkan.model.message import say

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.checklist.comparison import Comparison
    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.side_by_side import SideBySide
    from samverkan.model.collaboration import Collaboration

_STATUS = {Trend.IMPROVED: 0, Trend.SAME: 0, Trend.DECLINED: 1, Trend.NOT_TOLD_APART: 3}


def compare(  # noqa: PLR0913  # one for each option
    terminal: Terminal,
    *,
    file: tuple[str, ...],
    as_of: dt.date | None,
    before: dt.date | None,
    checklist: str | None,
    format: str,  # noqa: A002  # the option's name
) -> Answer:
    """Compare two files of one collaboration over time, and files of several side by side."""
    if len(file) < 2:
        raise Misuse(say("it takes two files to compare; name the same one twice to compare two days of it"))
    found = [read(each) for each in file]
    over_time = len({each.collaboration.id for each in found}) == 1 and len(found) == 2
    if before is not None and not over_time:
        raise Misuse(say("--before goes with two files of one collaboration; these are of several"))
    days = [before or as_of, *([as_of] * (len(found) - 1))]
    evaluations: list[Evaluation] = []
    for each, day in zip(found, days, strict=True):
        with each.located():
            evaluations.append(_like(evaluations, each.collaboration, checklist, day))
    if over_time:
        return _over_time(terminal, compared(*evaluations), form=format)
    return _beside(terminal, side_by_side(evaluations), form=format)


def _like(
    evaluations: list[Evaluation], collaboration: Collaboration, name: str | None, day: dt.date | None
) -> Evaluation:
    """Judge by the rules by which the first was judged."""
    if not evaluations:
        return judged(collaboration, name=name, as_of=day)
    rules = evaluations[0]
    return evaluate(collaboration, checklist=rules.checklist, as_of=day or today(), parameters=rules.parameters)


def _over_time(terminal: Terminal, comparison: Comparison, *, form: str) -> Answer:
    wording, status = terminal.wording, _STATUS[comparison.trend]
    if form == "json":
        return Answer(json_text(comparison_data(comparison, wording)), status, data=True)
    whole = comparison.after.subject
    lines = comparison_lines(comparison, with_names(whole, wording), terminal.width)
    return Answer(page(whole, wording.word(TITLE), lines, wording, terminal.width), status)


def _beside(terminal: Terminal, beside: SideBySide, *, form: str) -> Answer:
    wording = terminal.wording
    if form == "json":
        return Answer(json_text(side_data(beside, wording)), data=True)
    wholes = [each.subject for each in beside.evaluations]
    lines = side_lines(beside, wording, terminal.width)
    return Answer(page_of(wholes, wording.word(BESIDE), lines, wording, terminal.width))


COMMAND = Verb(
    compare,
    argument_files(),
    as_of_option(),
    option("--before", "DATE", mark("over time: the day of the first file; without it, that of --as-of"), type=Day()),
    checklist_option(),
    format_option(),
    summary=mark("what became better or worse over time, or several setups side by side"),
    details=[
        mark("Two files of one collaboration are compared over time, the earlier first; others stand side by side."),
        mark("Better or worse is said only where it is so whatever is unknown."),
        mark(
            "Exit status over time 0: better, or the same; 1: worse; 3: not told apart. Side by side it is 0. "
            "2: a file cannot be used."
        ),
    ],
    examples=[
        "samverkan compare i-fjol.toml i-ar.toml",
        "samverkan compare tranemo tranemo --before 2016-01-15 --as-of 2016-06-30",
        "samverkan compare tranemo lots-ockelbo --as-of 2016-04-10",
    ],
)
