"""``samverkan whatif``: many variants of a setup, judged alike; what is found is kept, so that a run can go on."""

from __future__ import annotations

import errno
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, closing
from importlib.metadata import version
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samverkan.cli import variants as asked
from samverkan.cli.complaints import Misuse
from samverkan.cli.county import seen
from samverkan.cli.files import planned_together
from samverkan.cli.judging import asked_for
from samverkan.cli.parameters import argument_files, as_of_option, checklist_option, format_option, option
from samverkan.cli.terminal import Answer, Terminal, today
from samverkan.cli.values import Choice
from samverkan.cli.verb import Verb
from samverkan.drills.without import LossKind
from samverkan.formats import whatif as kept
from samverkan.formats.files import taken
from samverkan.formats.intake import refuse
from samverkan.formats.outcomes import json_text
from samverkan.formats.text.report import page_of
from samverkan.formats.text.whatif import TITLE, whatif_lines
from samverkan.formats.wording import mark
from samverkan.model.message import say
from samverkan.whatif.consequence import Case, Consequence, consequence
from samverkan.whatif.ranking import Order, ranked
from samverkan.whatif.sweep import what_if
from samverkan.whatif.variant import TODAY, Variant, combined, one_by_one

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager
    from io import FileIO

    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.schedule import Schedule
    from samverkan.whatif.change import Change

_WEIGHING = mark("Weighing")


class Jobs(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.5 on; we take 8.2 too
    """How many work at once."""

    name = "jobs"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Give the number, or refuse what is none."""
        del param, ctx
        if isinstance(value, int):
            return value
        if not value.isdecimal() or not int(value):
            raise Misuse(say("“{value}” is not a number of processes; write it as 2", value=value))
        return int(value)


def whatif(  # noqa: PLR0913  # one parameter for each option
    terminal: Terminal,
    *,
    file: tuple[str, ...],
    as_of: dt.date | None,
    checklist: str | None,
    combine: bool,
    jobs: int,
    results: str | None,
    sort: str,
    format: str,  # noqa: A002  # the option's name
    **choices: tuple[str, ...],
) -> Answer:
    """Think the setup otherwise in each way that is asked for; what comes of it is no finding, so the status is 0."""
    wholes, plan = planned_together(file)
    case = Case(collaborations=wholes, checklist=asked_for(wholes[0], checklist), as_of=as_of or today())
    options = _options(wholes, plan, choices, terminal.wording.language)
    # Of all combinations the first is that nothing is otherwise, which is told apart.
    variants = list(islice(combined(*options), 1, None) if combine else one_by_one(chain.from_iterable(options)))
    now = consequence(case, TODAY)
    found = _found(terminal, case, variants, jobs=jobs, results=results)
    return _written(terminal, case, now, ranked(found, Order(sort)), format)


def _options(
    wholes: Sequence[Collaboration], plan: Schedule, choices: dict[str, tuple[str, ...]], language: str
) -> list[list[Change]]:
    days = [meeting.date for meeting in plan.taking_place]
    found = [
        *(asked.lost(wholes, kind) for kind in choices["without_each"]),
        *(asked.starts(wholes, text) for text in choices["start"]),
        *(asked.cadences(wholes, text, language) for text in choices["cadence"]),
        # After the first day, on which the weekday of most rules hangs.
        *(asked.weekdays(wholes, text) for text in choices["weekday"]),
        *(asked.break_weeks(days, text) for text in choices["break_week"]),
    ]
    if not found:
        raise Misuse(say("nothing is asked to be otherwise; add --without-each, --weekday, --cadence or another"))
    return found


def _found(
    terminal: Terminal, case: Case, variants: Sequence[Variant], *, jobs: int, results: str | None
) -> list[Consequence]:
    """Judge the variants, with a progress bar where somebody sees it."""
    under = kept.digest(case, version=version("samverkan"))
    text = _text(results)
    done = kept.read(text, variants, under=under)
    found: list[Consequence] = []
    with ExitStack() as stack:
        executor = stack.enter_context(ProcessPoolExecutor(jobs, initializer=_deaf)) if jobs > 1 else None
        file = stack.enter_context(Path(results).open("ab", buffering=0)) if results else None
        if file and text and not text.endswith("\n"):
            _keep(file, "\n")
        made = stack.enter_context(closing(what_if(case, variants, executor=executor, done=done)))
        bar = stack.enter_context(_bar(made, len(variants), terminal))
        try:
            for each in bar:
                found.append(each)
                if file and each.variant.id not in done:
                    _keep(file, kept.line(each, under=under))
        except KeyboardInterrupt:
            _tell_interrupted(terminal, len(found), results)
            raise
    return found


def _keep(file: FileIO, line: str) -> None:
    """Add a line at once: whoever pulls the plug loses nothing that was found, and two runs do not mix their lines."""
    content = line.encode(errors="replace")
    try:
        while content:
            content = content[file.write(content) :]
    except OSError as error:
        told = say(
            "{file} takes no more results (the system says {code}); what is in it counts, and the same line goes on "
            "from there",
            file=str(file.name),
            code=errno.errorcode.get(error.errno or 0, "?"),
        )
        raise Misuse(told) from None


def _bar(made: Iterable[Consequence], length: int, terminal: Terminal) -> AbstractContextManager[Iterable[Consequence]]:
    label = terminal.wording.word(_WEIGHING)
    return click.progressbar(made, label=label, length=length, file=sys.stderr, hidden=not seen())


def _text(results: str | None) -> str:
    if results is None or not Path(results).exists():
        return ""
    raw = taken(Path(results), most=kept.MAX_RESULTS_BYTES)
    if len(raw) > kept.MAX_RESULTS_BYTES:
        told = f"{results} is larger than {kept.MAX_RESULTS_BYTES:,} bytes"
        refuse("too-large", told, "another file for the results")
    return raw.decode(errors="replace")


def _deaf() -> None:
    """Leave it to the one who was asked to stop to say what becomes of the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _tell_interrupted(terminal: Terminal, count: int, results: str | None) -> None:
    told = say("interrupted; nothing was kept, since no file was named with --results")
    if results:
        told = say(
            "interrupted; {n} results are in {file}, and the same line goes on from there", n=count, file=results
        )
    terminal.complain([f"samverkan: {terminal.wording.tell(told)}"])


def _written(terminal: Terminal, case: Case, now: Consequence, found: Sequence[Consequence], form: str) -> Answer:
    match form:
        case "json":
            return Answer(json_text(kept.whatif_data(case, now, found)), data=True)
        case "csv":
            return Answer(kept.whatif_csv([now, *found]), data=True)
        case _:
            lines = whatif_lines(case, now, found, terminal.wording, terminal.width)
            title = terminal.wording.word(TITLE)
            return Answer(page_of(case.collaborations, title, lines, terminal.wording, terminal.width))


_KINDS = [kind.value for kind in LossKind]
_ORDERS = [order.value for order in Order]

COMMAND = Verb(
    whatif,
    argument_files(),
    option(
        "--without-each",
        "|".join(_KINDS),
        mark("without each of these, one at a time; may be given again"),
        type=Choice(_KINDS),
        multiple=True,
    ),
    option("--weekday", "ID=DAY,…", mark("a series on other weekdays, or “all”; may be given again"), multiple=True),
    option("--cadence", "ID=RULE,…", mark("a series by other rules; may be given again"), multiple=True),
    option("--start", "ID=DATE,…", mark("a series from other first days; may be given again"), multiple=True),
    option(
        "--break-week",
        "WEEK,…",
        mark("a break in each of these weeks; with NAME= the stated break of that name moves there"),
        multiple=True,
    ),
    option("--combine", None, mark("every combination, and not one change at a time"), is_flag=True),
    option("--jobs", "N", mark("so many processes share the work"), type=Jobs(), default=1),
    option("--results", "PATH", mark("keep each result here at once, and leave out what is there already")),
    option(
        "--sort", "|".join(_ORDERS), mark("by what to order, the gravest first"), type=Choice(_ORDERS), default="given"
    ),
    as_of_option(),
    checklist_option(),
    format_option(mark("text to read, JSON or CSV for programs"), "csv"),
    summary=mark("many variants of a setup at once: another weekday, another rule, somebody missing"),
    details=[
        mark(
            "Each variant is planned and judged like the file itself: meetings, clashes, waiting, quorums, verdict. "
            "The only series of a file needs no ID=; of several files it is written as “file/series”."
        ),
        mark("Exit status 0: the variants could be judged, whatever comes of them; 2: the file cannot be used."),
    ],
    examples=[
        "samverkan whatif tranemo --weekday all --as-of 2016-03-01",
        "samverkan whatif tranemo --without-each seat --break-week 8,9 --combine --jobs 2 --results tranemo.jsonl",
    ],
)
