"""``samverkan publish``: public pages of a collaboration, or of several with a list of them."""

from __future__ import annotations

import errno
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.evaluate import evaluate
from samverkan.cli.complaints import Misuse, of_disk
from samverkan.cli.files import Read, read_all
from samverkan.cli.folder import replace_folder
from samverkan.cli.judging import checklist_at
from samverkan.cli.parameters import argument_files, option
from samverkan.cli.results import result_table, results_option
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.values import Day
from samverkan.cli.verb import Verb
from samverkan.errors import InvalidCollaborationError, InvalidResultsError
from samverkan.followup.account import account
from samverkan.formats.html.site import Member, county_site, site
from samverkan.formats.privacy.lint import exposed_sources
from samverkan.formats.wording import mark
from samverkan.model.message import say
from samverkan.planning.schedule import schedule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from samverkan.checklist.factor import Checklist
    from samverkan.cli.folder import Replaced
    from samverkan.followup.followup import FollowUp
    from samverkan.formats.wording import Wording
    from samverkan.model.message import Message

_FACTORS = "tranemo"


def publish(  # noqa: PLR0913  # one parameter for each option
    terminal: Terminal,
    *,
    file: tuple[str, ...],
    to: str,
    results: str | None,
    as_of: dt.date | None,
    checklist: str | None,
) -> Answer:
    """Make the pages, and put them in place whole; what they say is no finding, so the status is 0."""
    found = read_all(file)
    _refuse_the_unready(found)
    judged_by = checklist_at(checklist or _FACTORS)
    members = [_member(each, judged_by, as_of) for each in found]
    if results is not None:
        members = [_with_results(members, results)]
    files = site(members[0]) if len(members) == 1 else county_site(members)
    try:
        replaced = replace_folder(Path(to), files)
    except OSError as error:
        raise Misuse(_of_folder(error, to)) from None
    return Answer("".join(f"{line}\n" for line in _told(replaced, len(files), to, members, terminal.wording)))


def _refuse_the_unready(found: Sequence[Read]) -> None:
    """Refuse what has no statement on accessibility, two of one id, whose folders would be one, and persons."""
    for each in found:
        if each.collaboration.publishing.accessibility is None:
            told = say(
                "{file} does not say where your accessibility statement lies (lag 2018:1937); "
                'add the line [publishing] if it is missing, and under it accessibility = "https://…"',
                file=each.name,
            )
            raise Misuse(told)
    counts = Counter(each.collaboration.id for each in found)
    twice = [id_ for id_, count in counts.items() if count > 1]
    if twice:
        raise Misuse(say("several files have the id {ids}; each needs one of its own", ids=tuple(twice)))
    exposed = [fault for each in found for fault in each.exposures()]
    if exposed:
        raise InvalidCollaborationError(exposed)


def _member(found: Read, checklist: Checklist, as_of: dt.date | None) -> Member:
    """Plan and judge a collaboration as of the given day, else as of that on which its file was last changed."""
    whole = found.collaboration
    with found.located():
        return Member(whole, schedule(whole), evaluate(whole, checklist=checklist, as_of=as_of or whole.updated))


def _with_results(members: Sequence[Member], results: str) -> Member:
    """Add how the goals stand as of the day of the pages."""
    if len(members) > 1:
        raise Misuse(say("--results goes with one file; publish each collaboration with results by itself"))
    [member] = members
    whole, day = member.collaboration, member.evaluation.as_of
    if day is None:
        raise Misuse(say("how the goals stand hangs on the day: say it with --as-of"))
    table = result_table(whole, results)
    with table.located():
        if exposed := exposed_sources(whole, table.results):
            raise InvalidResultsError(exposed)
        return evolve(member, account=account(whole, table.results, as_of=day))


def _of_folder(error: OSError, to: str) -> Message:
    match error.errno:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return say("no permission to write {file}; choose another folder with --to", file=str(error.filename or to))
        case errno.EBUSY | errno.EXDEV:
            return say("{folder} cannot be replaced, for a disk is mounted there; name a folder in it", folder=to)
        case _:
            return of_disk(error)


def _newer(found: FollowUp) -> Message:
    return say(
        "{n} row of the results is newer than {day} and left out; name a later day with --as-of.",
        "{n} rows of the results are newer than {day} and left out; name a later day with --as-of.",
        n=found.later,
        day=found.as_of,
    )


def _told(replaced: Replaced, files: int, to: str, members: Sequence[Member], wording: Wording) -> list[str]:
    index = str(Path(to) / "index.html")
    done = say("{n} file is published in {folder}.", "{n} files are published in {folder}.", n=files, folder=to)
    same = say("Nothing has changed: {folder} holds these pages already.", folder=to)
    lines = [wording.tell(done if replaced.changed else same), wording.tell(say("Open {file}.", file=index))]
    lines += [wording.tell(_newer(each.account.found)) for each in members if each.account and each.account.found.later]
    for each in (member.collaboration for member in members):
        if each.updated is None:
            missing = say(
                "{id} does not say when it was last changed; add updated = 2026-11-22, with your own day.", id=each.id
            )
            lines.append(wording.tell(missing))
    kept = say(
        "Files that somebody else changed meanwhile are kept in {folders}.", folders=tuple(map(str, replaced.kept))
    )
    return [*lines, wording.tell(kept)] if replaced.kept else lines


COMMAND = Verb(
    publish,
    argument_files(),
    option("--to", "PATH", mark("the folder of the pages, made or replaced whole"), required=True),
    results_option(),
    option("--as-of", "DATE", mark("the day that counts as today; without it, the file’s last change"), type=Day()),
    option("--checklist", "NAME", mark("other factors than the eight of the Tranemo model: a name or a file")),
    summary=mark("public pages in Swedish and English, with a calendar to subscribe to"),
    details=[
        mark("The pages need no script and fetch nothing, so they can lie in any folder of any site."),
        mark("Of several files there is a list, and a folder for each."),
        mark(
            "With the results of one collaboration, its page of goals says how they stand; numbers about fewer than "
            "five persons are kept back, with those from which they could be worked out."
        ),
        mark("What looks like a person’s is refused, unless the file excuses it with a reason: [[excused]]."),
        mark("Exit status 0: the pages are in place; 2: a file or the folder cannot be used, and nothing was changed."),
    ],
    examples=[
        "samverkan publish min-samverkan.toml --to webb",
        "samverkan publish min-samverkan.toml --to webb --results utfall.csv --as-of 2010-04-10",
        "samverkan publish var.toml granne.toml --to lan",
    ],
    own_output=True,
)
