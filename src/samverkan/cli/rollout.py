"""``samverkan rollout``: the model's order as a dated plan, from a start on or backwards from an end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.cli.complaints import Misuse
from samverkan.cli.files import read
from samverkan.cli.parameters import Argument, as_of_option, columns_option, format_option, option
from samverkan.cli.terminal import Answer, Terminal, today
from samverkan.cli.values import Day
from samverkan.cli.verb import Verb
from samverkan.formats.files import taken
from samverkan.formats.intake import decoded
from samverkan.formats.wording import mark
from samverkan.model.message import say
from samverkan.steps.rollout import Rollout
from samverkan.steps.rollout import rollout as planned

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.model.collaboration import Collaboration
    from samverkan.steps.plan import StepPlan

_SUFFIXES = frozenset({".toml"})


def rollout(  # noqa: PLR0913  # one for each option
    terminal: Terminal,
    *,
    file: str | None,
    start: dt.date | None,
    end: dt.date | None,
    as_of: dt.date | None,
    steps: str | None,
    all_steps: bool,
    model: bool,
    format: str,  # noqa: A002  # the option's name
    columns: int | None,
) -> Answer:
    """Give the plan; a step that is certainly late is a finding."""
    if columns is not None and format != "svg":
        raise Misuse(say("--columns is for a picture; add --format svg"))
    if model:
        return _model(file)
    if file is None:
        raise Misuse(say("{parameter} is missing", parameter=terminal.wording.word("FILE")))
    if (start is None) == (end is None):
        raise Misuse(say("give one day to plan from: --start, or --end to plan backwards"))
    found = read(file)
    plan = None if steps is None else _steps(steps)
    with found.located():
        told = planned(
            found.collaboration, start=start, end=end, as_of=as_of or today(), steps=plan, all_steps=all_steps
        )
    text = _written(told, found.collaboration, terminal, format, columns)
    return Answer(text, int(bool(told.late)), data=format != "text")


def _model(file: str | None) -> Answer:
    from samverkan.steps.model import model_text

    if file is not None:
        raise Misuse(say("--model prints the steps that come along and takes no file"))
    return Answer(model_text(), data=True)


def _steps(name: str) -> StepPlan:
    from samverkan.formats.steps_file import loads

    return loads(decoded(taken(Path(name), suffixes=_SUFFIXES), name), name=name)


def _written(told: Rollout, whole: Collaboration, terminal: Terminal, form: str, columns: int | None) -> str | bytes:
    wording = terminal.wording
    match form:
        case "json":
            from samverkan.formats.outcomes import json_text
            from samverkan.formats.rollout import rollout_data

            return json_text(rollout_data(told, wording))
        case "ical":
            from samverkan.formats.ical.rollout import rollout_feed

            return rollout_feed(told, whole, lang=wording.language)
        case "svg":
            from samverkan.formats.svg.gantt import dumps

            return dumps(told, wording, name=wording.value(whole.name), columns=columns)
        case "xlsx":
            from samverkan.formats.office.rollout import dumps as workbook

            return workbook(told, whole, wording)
        case "mermaid":
            from samverkan.formats.rollout_mermaid import dumps as mermaid

            return mermaid(told, wording, name=wording.value(whole.name))
        case _:
            return _page(told, whole, terminal)


def _page(told: Rollout, whole: Collaboration, terminal: Terminal) -> str:
    from samverkan.formats.rollout_words import TITLE
    from samverkan.formats.text.names import with_names
    from samverkan.formats.text.report import page
    from samverkan.formats.text.rollout import rollout_lines

    wording, width = with_names(whole, terminal.wording), terminal.width
    return page(whole, wording.word(TITLE), rollout_lines(told, wording, width), wording, width)


COMMAND = Verb(
    rollout,
    Argument("file", mark("a path, the name of a setup that comes along, or - for standard input"), required=False),
    option("--start", "DATE", mark("plan forwards from this day"), type=Day()),
    option("--end", "DATE", mark("plan backwards, so that all is done on this day"), type=Day()),
    as_of_option(),
    option("--steps", "PATH", mark("plan by the steps of this file; without it, by those of the model")),
    option("--all-steps", None, mark("give days also to what is done, as a plan from the beginning"), is_flag=True),
    option(
        "--model",
        None,
        mark("print the steps of the model, to make a file of your own of; without a file"),
        is_flag=True,
    ),
    format_option(
        mark("text to read, JSON for programs, iCalendar, a picture (svg), Mermaid’s gantt, or a workbook (xlsx)"),
        "ical",
        "svg",
        "mermaid",
        "xlsx",
    ),
    columns_option(),
    summary=mark("the steps on the way, with days, slack and the critical path"),
    details=[
        mark(
            "Only what the setup lacks is planned, on its own working days. What nobody knows is planned too, on the "
            "safe side, with what to find out first."
        ),
        mark("A municipality that joins later gets days only when a source says on which day it joins."),
        mark("Exit status 0: nothing is certainly late; 1: a step is late; 2: a file cannot be used."),
    ],
    examples=[
        "samverkan rollout tranemo --start 2027-01-11",
        "samverkan rollout min-samverkan.toml --end 2027-12-17 --format svg --output plan.svg",
        "samverkan rollout --model --output egna.steps.toml",
    ],
)
