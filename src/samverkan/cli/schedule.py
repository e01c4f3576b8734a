"""``samverkan schedule``: when the bodies meet, of one collaboration or of several together."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.cli.complaints import Misuse
from samverkan.cli.files import busy_times, planned_together
from samverkan.cli.parameters import argument_files, columns_option, format_option, option
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.values import Day, HalfYear, OneYear
from samverkan.cli.verb import Verb
from samverkan.formats.outcomes import json_text, schedule_data
from samverkan.formats.text.meetings import meeting_lines
from samverkan.formats.text.report import TITLES, page_of
from samverkan.formats.wording import mark
from samverkan.model.message import say
from samverkan.model.values import Period
from samverkan.planning.clashes import ClashKind
from samverkan.planning.occupied import clashes_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.formats.tables.year import Year
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.terms import Term
    from samverkan.planning.schedule import Schedule

PICTURES = ("wheel", "timeline")
"""The formats that are pictures."""


def schedule(  # noqa: PLR0913  # one for each option
    terminal: Terminal,
    *,
    file: tuple[str, ...],
    format: str,  # noqa: A002  # the option's name
    body: str | None,
    seat: str | None,
    organisation: str | None,
    from_: dt.date | None,
    to: dt.date | None,
    term: Term | None,
    year: Year | None,
    busy: tuple[str, ...],
    rules: bool,
    columns: int | None,
) -> Answer:
    """Give the schedule, or the part that is asked for; a certain clash is a finding."""
    if columns is not None and format not in PICTURES:
        raise Misuse(say("--columns is for a picture; add --format wheel or --format timeline"))
    wholes, plan = planned_together(file)
    plan = plan if all(each.horizon for each in wholes) else evolve(plan, horizon=None)
    part = _within(_seated(plan, body, seat, organisation), from_, to, term, year)
    occupied = {name: clashes_with(part, busy_times(name, part)) for name in busy}
    kinds = {each.kind for each in part.clashes} | {each.kind for found in occupied.values() for each in found}
    status = int(ClashKind.CERTAIN in kinds)
    if format == "ical":
        from samverkan.formats.ical import feed

        return Answer(feed(part, *wholes, body=body, lang=terminal.wording.language, rules=rules), status, data=True)
    wording, width = terminal.wording, terminal.width
    if format in PICTURES:
        return Answer(_drawn(part, wholes, wording, format, year, columns), status, data=True)
    if format == "json":
        return Answer(json_text(schedule_data(part, wording, occupied=occupied or None)), status, data=True)
    lines = meeting_lines(part, wording, width, occupied=occupied)
    return Answer(page_of(wholes, wording.word(TITLES["meetings"]), lines, wording, width), status)


def _drawn(  # noqa: PLR0913, PLR0917  # the parts of one question
    part: Schedule,
    wholes: Sequence[Collaboration],
    wording: Wording,
    wanted: str,
    year: Year | None,
    columns: int | None,
) -> str:
    from samverkan.formats.svg import timeline, wheel
    from samverkan.formats.tables.planned import busiest_year

    if wanted == "timeline":
        return timeline.dumps(part, wholes, wording, columns=columns)
    shown = year or busiest_year(part, wholes)
    if shown is None:
        raise Misuse(say("no source says which year it is about; name one with --year, such as --year 2016"))
    return wheel.dumps(part, wholes, wording, year=shown, columns=columns)


def _seated(plan: Schedule, body: str | None, seat: str | None, organisation: str | None) -> Schedule:
    """Give the part of a body, of a seat and of an organisation, where these are named."""
    plan = plan if body is None else plan.of(body)
    plan = plan if seat is None else plan.of_seat(seat)
    return plan if organisation is None else plan.of_organisation(organisation)


def _within(
    plan: Schedule, from_: dt.date | None, to: dt.date | None, term: Term | None, year: Year | None
) -> Schedule:
    """Give the part between two days, in a term, in a year; where an end is not asked for, it is that of the plan."""
    firsts = [day for day in (from_, term and term.first, year and year.first) if day]
    lasts = [day for day in (to, term and term.last, year and year.last) if day]
    if not firsts and not lasts:
        return plan
    own_first, own_last = (plan.horizon.from_, plan.horizon.to) if plan.horizon else (None, None)
    first, last = max(firsts, default=own_first), min(lasts, default=own_last)
    if first and last and last < first:
        raise Misuse(say("there is no day from {first} to {last}", first=first, last=last))
    return evolve(plan.between(first or dt.date.min, last or dt.date.max), horizon=Period(first, last))


COMMAND = Verb(
    schedule,
    argument_files(),
    format_option(
        mark(
            "text to read, JSON for programs, iCalendar to subscribe to, or a picture (SVG): a year wheel, a timeline"
        ),
        "ical",
        *PICTURES,
    ),
    option("--body", "ID", mark("only the meetings of this body")),
    option("--seat", "ID", mark("only the meetings of the bodies with this seat")),
    option("--organisation", "ID", mark("only the meetings of the bodies in which this organisation has a seat")),
    option("--from from_", "DATE", mark("only what lies on this day or after it"), type=Day()),
    option("--to", "DATE", mark("only what lies on this day or before it"), type=Day()),
    option("--term", "TERM", mark("only what lies in this half-year, such as VT16"), type=HalfYear()),
    option(
        "--year",
        "YEAR",
        mark("only what lies in this year, such as 2016, or in a school year, such as 2015/16"),
        type=OneYear(),
    ),
    option("--busy", "PATH", mark("a calendar (.ics) to look for clashes with; may be given again"), multiple=True),
    option("--rules", None, mark("in iCalendar, a series as one recurring event"), is_flag=True),
    columns_option(),
    summary=mark("when the bodies meet, and what has no date yet"),
    details=[
        mark("What is known to a week, a month or a term only is never shown as a date."),
        mark("Several files give one schedule: who sits in two, by the holder key of the seats, clashes there too."),
        mark("The year wheel shows --year, without it the year with the most meetings; it is made for A3."),
        mark("Exit status 0: no certain clash; 1: a certain one, also with a calendar; 2: a file cannot be used."),
    ],
    examples=[
        "samverkan schedule tranemo --term VT16",
        "samverkan schedule tranemo --format ical --output moten.ics",
        "samverkan schedule tranemo --format wheel --year 2016 --output hjul.svg",
        "samverkan schedule var.toml granne.toml --busy regionen.ics",
    ],
)
