"""``samverkan arrange``: times for the meetings of many bodies, so that nobody is needed in two places."""

from __future__ import annotations

import sys
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samverkan.arranging.arrange import arrange as arranged
from samverkan.arranging.solution import Solver
from samverkan.arranging.solve import SECONDS
from samverkan.cli.complaints import Misuse
from samverkan.cli.county import seen
from samverkan.cli.files import STANDARD_INPUT, planned_as_one, read_all
from samverkan.cli.output import rewrite_all
from samverkan.cli.parameters import argument_files, as_of_option, format_option, option
from samverkan.cli.terminal import Answer, Terminal, today
from samverkan.cli.values import Choice
from samverkan.cli.verb import Verb
from samverkan.cli.wishes import wishes_of
from samverkan.formats.arrangement import arrangement_data
from samverkan.formats.outcomes import json_text
from samverkan.formats.rearranged import rearranged
from samverkan.formats.text.arrangement import TITLE, arrangement_lines
from samverkan.formats.text.report import page_of
from samverkan.formats.text.table import paragraph
from samverkan.formats.wording import mark
from samverkan.model.message import say
from samverkan.planning.clashes import ClashKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from samverkan.arranging.arrangement import Arrangement
    from samverkan.arranging.solve import Progress
    from samverkan.arranging.wishes import Wishes
    from samverkan.cli.files import Read
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.message import Message

_LOOKING = mark("Looking for times")


def arrange(  # noqa: PLR0913  # one for each option
    terminal: Terminal,
    *,
    file: tuple[str, ...],
    format: str,  # noqa: A002  # the option's name
    seconds: str | None,
    solver: str,
    write: bool,
    as_of: dt.date | None,
    **asked: Any,  # noqa: ANN401  # the wishes, each as its option gives it
) -> Answer:
    """Find the times; a meeting that gets none, and a clash that is certain all the same, are findings."""
    limit, day = _seconds(seconds), as_of or today()
    found = read_all(file)
    targets = [(_target(each), each.text()) for each in found] if write else None
    wholes = [each.collaboration for each in found]
    wishes = wishes_of(wholes, planned_as_one(found), as_of=day, **asked)
    arrangement = _arranged(terminal, wholes, wishes, solver=Solver(solver), seconds=limit)
    told = None if targets is None else _written(targets, arrangement, day)
    return _answer(terminal, wholes, arrangement, told, day, format)


def _seconds(text: str | None) -> float:
    try:
        seconds = SECONDS if text is None else float(text.replace(",", "."))
    except ValueError:
        seconds = -1.0
    if not isfinite(seconds) or seconds < 0:
        raise Misuse(say("“{value}” is no number of seconds; write it as 60", value=text or ""))
    return seconds


def _target(found: Read) -> Path:
    """Give the file that the new times can be written into, or refuse."""
    path = Path(found.name)
    if found.name == STANDARD_INPUT or not path.is_file():
        told = say("{file} cannot be written to; copy it to a file of your own first", file=found.name)
        raise Misuse(told)
    if path.suffix.lower() != ".toml":
        raise Misuse(say("times are written into TOML files only, and {file} is none", file=found.name))
    return path


def _arranged(
    terminal: Terminal, wholes: Sequence[Collaboration], wishes: Wishes, *, solver: Solver, seconds: float
) -> Arrangement:
    """Look for the times, with a progress bar where somebody sees it."""
    label = terminal.wording.word(_LOOKING)
    bar: Any = click.progressbar(length=1, label=label, file=sys.stderr, hidden=not seen())

    def moved(progress: Progress) -> None:
        shown.length = progress.meetings
        shown.update(progress.done - shown.pos)

    with bar as shown:
        return arranged(wholes, wishes=wishes, solver=solver, seconds=seconds, progress=moved)


def _written(targets: Sequence[tuple[Path, str]], arrangement: Arrangement, day: dt.date) -> Message:
    """Write the times into the files that change, and tell which these are; never over what was written meanwhile."""
    texts = [(target, text, rearranged(text, arrangement, today=day, name=str(target))) for target, text in targets]
    changed = [(target, before, after) for target, before, after in texts if after != before]
    rewrite_all(changed)
    names = tuple(str(target) for target, _, _ in changed)
    if not names:
        return say("Nothing needed to be written: the files have these times already.")
    return say("Written into {n} file: {names}.", "Written into {n} files: {names}.", n=len(names), names=names)


def _answer(  # noqa: PLR0913, PLR0917  # what is told, and how
    terminal: Terminal,
    wholes: Sequence[Collaboration],
    arrangement: Arrangement,
    written: Message | None,
    day: dt.date,
    form: str,
) -> Answer:
    wording, width = terminal.wording, terminal.width
    clash = any(each.kind is ClashKind.CERTAIN for each in arrangement.schedule.clashes)
    status = int(bool(arrangement.left_out) or clash)
    if form == "json":
        return Answer(json_text(arrangement_data(arrangement, wording)), status, data=True)
    if form == "ical":
        from samverkan.formats.ical import feed

        return Answer(feed(arrangement.schedule, *wholes, lang=wording.language), status, data=True)
    lines = arrangement_lines(arrangement, wording, width, as_of=day)
    lines += [] if written is None else ["", *paragraph(wording.tell(written), width)]
    return Answer(page_of(wholes, wording.word(TITLE), lines, wording, width), status)


COMMAND = Verb(
    arrange,
    argument_files(),
    format_option(mark("text to read, JSON for programs, or iCalendar to subscribe to"), "ical"),
    option("--window", "7", mark("the most days from the day that the file gives a meeting to another")),
    option("--at", "9:00,13:00", mark("the hours at which a meeting may start, beside its own")),
    option("--minutes", "90", mark("how long a meeting lasts, where the file does not say it")),
    option("--daily", "2", mark("the most meetings for anybody on one day; - for no limit")),
    option("--limit", "p-1=1", mark("the same for one holder or seat; may be given again"), multiple=True),
    option("--busy", "p-1=PATH", mark("the calendar (.ics) of a holder or seat; may be given again"), multiple=True),
    option("--fix", "ID", mark("a meeting or a series that is not moved; may be given again"), multiple=True),
    option("--gap", "ID=7-21", mark("the days between the meetings of a series; may be given again"), multiple=True),
    option("--keep", None, mark("move as few meetings as possible from where the files have them"), is_flag=True),
    as_of_option(),
    option(
        "--solver",
        "highs|greedy",
        mark("the best times, or quick ones"),
        type=Choice(["highs", "greedy"]),
        default="highs",
    ),
    option("--seconds", "60", mark("how long to look for something better")),
    option("--write", None, mark("write the times into the files, as changes of single meetings"), is_flag=True),
    summary=mark("times for many bodies that share the same people, so that nobody is needed twice"),
    details=[
        mark(
            "Every meeting of a series is given a day and an hour near those of its file; events stand, and so does "
            "what lies before --as-of. Who sits in two bodies, by the holder key of the seats, is in one at a time."
        ),
        mark('The best times are found by HiGHS (pip install "samverkan[arrange]"); --solver greedy needs nothing.'),
        mark("Exit status 0: every meeting has a time; 1: some have none, or clash; 2: a file cannot be used."),
    ],
    examples=[
        "samverkan arrange vaxjo.toml alvesta.toml --window 10",
        "samverkan arrange vaxjo.toml alvesta.toml --busy p-1=chefen.ics --write",
    ],
)
