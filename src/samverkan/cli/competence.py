"""``samverkan competence``: in what capacity a body may decide an item, and whether enough of it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.competence.attendance import Attendance
from samverkan.checklist.competence.competence import competence as classified
from samverkan.checklist.competence.resilience import resilience
from samverkan.checklist.outcome import Outcome, some
from samverkan.cli.complaints import Misuse
from samverkan.cli.files import opened
from samverkan.cli.parameters import argument_file, as_of_option, format_option, option
from samverkan.cli.terminal import Answer, Terminal, today
from samverkan.cli.verb import Verb
from samverkan.errors import UnknownNameError
from samverkan.formats.competence import competence_data
from samverkan.formats.outcomes import json_text
from samverkan.formats.text.competence import TITLE, competence_lines
from samverkan.formats.text.names import with_names
from samverkan.formats.text.report import page
from samverkan.formats.wording import mark
from samverkan.model.bodies import BodyStatus
from samverkan.model.message import say

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.checklist.competence.resilience import Resilience
    from samverkan.checklist.competence.ruling import Competence
    from samverkan.model.bodies import Body
    from samverkan.model.collaboration import Collaboration

_STATUS = {Outcome.MET: 0, Outcome.NOT_MET: 1, Outcome.UNKNOWN: 3}


def competence(  # noqa: PLR0913  # one parameter for each option
    terminal: Terminal,
    *,
    file: str,
    body: str | None,
    item: str | None,
    present: str | None,
    deputies: str | None,
    remote: str | None,
    attendance: str | None,
    deputy_attendance: str,
    as_of: dt.date | None,
    format: str,  # noqa: A002  # the option's name
) -> Answer:
    """Classify each body asked about; the exit status says whether one of them may decide."""
    collaboration, day = opened(file), as_of or today()
    there = _attendance(present, deputies, remote)
    if there is not None and body is None:
        raise Misuse(say("who is there is told of one body; name it with --body"))
    bodies = _chosen(collaboration, body)
    found = [classified(each, item, as_of=day, attendance=there) for each in bodies]
    likely = [] if attendance is None else _likely(bodies, attendance, deputy_attendance)
    decides = _decides(collaboration, found, body)
    if format == "json":
        data = competence_data(collaboration, found, likely, terminal.wording, as_of=day, decides=decides)
        return Answer(json_text(data), _STATUS[decides], data=True)
    lines = competence_lines(found, likely, with_names(collaboration, terminal.wording), terminal.width)
    title = terminal.wording.word(TITLE)
    return Answer(page(collaboration, title, lines, terminal.wording, terminal.width), _STATUS[decides])


def _attendance(present: str | None, deputies: str | None, remote: str | None) -> Attendance | None:
    if present is None and deputies is None and remote is None:
        return None
    return Attendance(_listed(present), _listed(deputies), _listed(remote))


def _listed(text: str | None) -> list[str]:
    return [each.strip() for each in (text or "").split(",") if each.strip()]


def _chosen(collaboration: Collaboration, name: str | None) -> list[Body]:
    if name is None:
        return [body for body in collaboration.bodies if body.status is not BodyStatus.PAST]
    body = collaboration.body(name)
    if body is None:
        raise UnknownNameError("body", name, [each.id for each in collaboration.bodies])
    return [body]


def _likely(bodies: list[Body], attendance: str, deputies: str) -> list[Resilience]:
    chances = [each.partition("=") for each in _listed(attendance)]
    for_all = [name for name, sign, _ in chances if not sign]
    if len(for_all) > 1 or (not for_all and not chances):
        raise Misuse(say("give --attendance as 0.8, or with seats of their own as 0.8,ID=0.5"))
    own = {name.strip(): chance.strip() for name, sign, chance in chances if sign}
    return [
        resilience(
            each,
            {**({seat.id: for_all[0] for seat in each.seats} if for_all else {}), **own},
            deputies=deputies,
        )
        for each in bodies
    ]


def _decides(collaboration: Collaboration, found: list[Competence], body: str | None) -> Outcome:
    """Say whether the body asked about may decide, or of all of them one."""
    closed = body is not None or collaboration.bodies_complete
    return some((each.decides for each in found), closed=closed)


COMMAND = Verb(
    competence,
    argument_file(),
    option("--body", "ID", mark("only this body")),
    option("--item", "TEXT", mark("the item to be decided, in the words of the mandates")),
    option("--present", "ID,ID", mark("the seats that are filled at the meeting")),
    option("--deputies", "ID,ID", mark("the seats in which a deputy serves")),
    option("--remote", "ID,ID", mark("the seats that attend from afar")),
    option("--attendance", "0.8,ID=0.5", mark("how likely each is to come, for the probability of a quorum")),
    option(
        "--deputy-attendance", "0.5", mark("how likely each stated deputy can serve; none, if not told"), default="0"
    ),
    as_of_option(),
    format_option(),
    summary=mark("in what capacity a body may decide, and whether enough of it is there"),
    details=[
        mark(
            "Formal: by kommunallagen; mandated: by mandates that each representative holds; else advisory or unknown."
        ),
        mark("It classifies what the file states, and is no legal advice."),
        mark("Exit status 0: one may decide; 1: none may; 3: undetermined; 2: the file cannot be used."),
    ],
    examples=[
        'samverkan competence tranemo --body samverkansgrupp --item "lokaler"',
        "samverkan competence min-samverkan.toml --body ks --present ks-1,ks-2 --attendance 0.8",
    ],
)
