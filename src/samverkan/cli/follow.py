"""``samverkan follow``: the goals against what was counted, as of a day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.cli.complaints import Misuse
from samverkan.cli.files import read
from samverkan.cli.parameters import argument_file, as_of_option, format_option, option
from samverkan.cli.results import result_table, results_option
from samverkan.cli.terminal import Answer, Terminal, today
from samverkan.cli.values import Choice
from samverkan.cli.verb import Verb
from samverkan.followup.follow import follow_up
from samverkan.followup.policy import Grid, Policy, Reading
from samverkan.followup.status import Status
from samverkan.followup.telling import Telling, publication
from samverkan.formats import kolada as indicators
from samverkan.formats.files import taken
from samverkan.formats.text import followup_words as words
from samverkan.formats.wording import mark
from samverkan.model.message import say

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.followup.followup import FollowUp
    from samverkan.followup.indicator import IndicatorSeries
    from samverkan.formats.results.table import ResultTable
    from samverkan.model.collaboration import Collaboration


def follow(  # noqa: PLR0913  # one for each option
    terminal: Terminal,
    *,
    file: str,
    results: str | None,
    as_of: dt.date | None,
    reading: str,
    months: str,
    kolada: str | None,
    all_numbers: bool,
    template: bool,
    format: str,  # noqa: A002  # the option's name
) -> Answer:
    """Say how the goals stand; one that is certainly missed is a finding."""
    whole, policy = read(file).collaboration, Policy(reading=Reading(reading), grid=Grid(months))
    if template:
        return _template(whole, policy, terminal, format)
    table = _table(whole, results)
    series = () if kolada is None else indicators.loads(taken(Path(kolada), suffixes={".csv"}), name=kolada)
    day = as_of or today()
    with table.located():
        found = follow_up(whole, table.results, as_of=day, policy=policy)
    telling = Telling() if all_numbers else publication(whole, table.results, as_of=day)
    text = _written(found, telling, series, whole, terminal, format)
    missed = any(line.status is Status.MISSED for each in found.goals for line in each.lines[:1])
    return Answer(text, int(missed), data=format != "text")


def _table(whole: Collaboration, name: str | None) -> ResultTable:
    from samverkan.formats.results.table import ResultTable

    return ResultTable((), ()) if name is None else result_table(whole, name)


def _template(whole: Collaboration, policy: Policy, terminal: Terminal, form: str) -> Answer:
    from samverkan.formats.office import results
    from samverkan.formats.results import csv, template

    rows, lang = template.rows(whole, policy=policy, language=terminal.wording.language), terminal.wording.language
    match form:
        case "text" | "csv":
            return Answer(csv.text(rows, lang=lang), data=True, to_fill=True)
        case "xlsx":
            return Answer(results.book(rows, whole, lang=lang), data=True, to_fill=True)
        case _:
            raise Misuse(say("a template is written as csv or xlsx, not as {format}", format=form))


def _written(  # noqa: PLR0913, PLR0917  # what is told, and to whom
    found: FollowUp,
    telling: Telling,
    series: tuple[IndicatorSeries, ...],
    whole: Collaboration,
    terminal: Terminal,
    form: str,
) -> str | bytes:
    wording = terminal.wording
    match form:
        case "json":
            from samverkan.formats.followup import followup_data
            from samverkan.formats.outcomes import json_text

            return json_text(followup_data(found, telling, series, wording))
        case "csv":
            from samverkan.formats.followup import followup_csv

            return followup_csv(found, telling, whole, wording)
        case "xlsx":
            from samverkan.formats.office.followup import dumps

            return dumps(found, telling, whole, wording)
        case _:
            return _page(found, telling, series, whole, terminal)


def _page(
    found: FollowUp, telling: Telling, series: tuple[IndicatorSeries, ...], whole: Collaboration, terminal: Terminal
) -> str:
    from samverkan.formats.text.followup import followup_lines, series_lines
    from samverkan.formats.text.published import published_lines
    from samverkan.formats.text.report import page

    wording, width = terminal.wording, terminal.width
    lines = followup_lines(found, telling, whole, wording, width)
    lines += [*published_lines(whole, wording, width), *series_lines(series, whole, wording, width)]
    return page(whole, wording.word(words.TITLE), lines, wording, width)


COMMAND = Verb(
    follow,
    argument_file(),
    results_option(),
    as_of_option(),
    option(
        "--reading",
        "strict|total",
        mark("whether women and men must each reach a goal that is broken down by sex (strict), or all together"),
        type=Choice([each.value for each in Reading]),
        default=Reading.STRICT.value,
    ),
    option(
        "--months",
        "complete|touched|project",
        mark("which months count: whole ones of the period, all with a day in it, or from its first day on"),
        type=Choice([each.value for each in Grid]),
        default=Grid.COMPLETE.value,
    ),
    option("--kolada", "PATH", mark("indicators from Kolada (CSV), told beside the goals and deciding none")),
    option(
        "--all-numbers",
        None,
        mark(
            "show every number, also about fewer than five persons; for those who work with the results, not to share"
        ),
        is_flag=True,
    ),
    option("--template", None, mark("write an empty table of results to fill in (csv or xlsx)"), is_flag=True),
    format_option(mark("text to read, JSON for programs, or a row for each figure (csv, xlsx)"), "csv", "xlsx"),
    summary=mark("the goals against what was counted: reached, missed, on track, or not known yet"),
    details=[
        mark(
            "Numbers about fewer than five persons are kept back, with those from which they could be worked out. "
            "Results counted after the day are left out, and nothing is added up across municipalities."
        ),
        mark("Exit status 0: no goal is certainly missed; 1: a goal is; 2: a file cannot be used."),
    ],
    examples=[
        "samverkan follow min-samverkan.toml --template --output utfall.csv",
        "samverkan follow min-samverkan.toml --results utfall.csv --as-of 2010-04-10",
        "samverkan follow min-samverkan.toml --results utfall.xlsx --kolada kolada.csv --all-numbers",
    ],
)
