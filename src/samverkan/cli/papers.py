"""Agendas and notes as files: which meetings are asked for, and a folder in which nobody's words are written over."""

from __future__ import annotations

import contextlib
import errno
import os
from collections import Counter
from typing import TYPE_CHECKING, Final

from samverkan.cli.complaints import Misuse, NoSuch
from samverkan.cli.output import add_all
from samverkan.formats.office import agenda, word
from samverkan.formats.office.sitting import sittings
from samverkan.model.message import say
from samverkan.model.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from samverkan.formats.office.sitting import Sitting
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.schedule import Schedule

KINDS: Final = {"agenda": (agenda.AGENDA, agenda.agenda), "notes": (agenda.NOTES, agenda.notes)}
"""The documents that there are of a meeting: what each is called, and what makes it."""
_LONGEST = 60
"""So many signs of the name of a file come from ids, which may be longer than a disk takes."""


def chosen(whole: Collaboration, plan: Schedule, *, body: str | None, meeting: str | None) -> list[Sitting]:
    """Give the meetings that are asked for: of a body or of all, and of these the one with a number or those of a day.

    Raises ``NoSuch`` where there is none.
    """
    found = [*sittings(whole, plan, body=body)]
    if meeting is None:
        if not found:
            raise Misuse(say("the file has neither a body nor a meeting"))
        return found
    dated = [(each, each.meeting.date.isoformat()) for each in found if each.meeting is not None]
    wanted = [each for each, day in dated if meeting in {str(each.number), day}]
    if not wanted:
        told = say("there is no meeting “{meeting}”: write its number in the plan, or its day", meeting=meeting)
        raise NoSuch(told, meeting, dict.fromkeys(day for _, day in dated))
    return wanted


def document(kind: str, whole: Collaboration, found: Sequence[Sitting], wording: Wording) -> bytes:
    """Make the document of the one meeting that was found; raises ``Misuse`` where several were."""
    if len(found) > 1:
        raise Misuse(say("there are {n} meetings; choose one with --meeting, or name a folder with --to", n=len(found)))
    return word.dumps(KINDS[kind][1](whole, found[0], wording))


def documents(kind: str, whole: Collaboration, found: Iterable[Sitting], wording: Wording) -> dict[str, bytes]:
    """Make the documents of some meetings, each by its file's name: small letters, digits, hyphens."""
    title, made = KINDS[kind]
    files: dict[str, bytes] = {}
    seen: Counter[str] = Counter()
    for sitting in found:
        name = _name(sitting, slug(wording.word(title)))
        seen[name] += 1
        number = f"-{seen[name]}" if seen[name] > 1 else ""
        files[f"{name}{number}.docx"] = word.dumps(made(whole, sitting, wording))
    return files


def _name(sitting: Sitting, kind: str) -> str:
    meeting = sitting.meeting
    day = [meeting.date.isoformat()] if meeting else []
    whose = "-".join(sitting.bodies) or (slug(meeting.id) if meeting else "")
    return "-".join([*day, kind, whose[:_LONGEST]])


def put_beside(folder: Path, files: Mapping[str, bytes], wording: Wording) -> list[str]:
    """Put new files in a folder, all or none, and tell it; a file that says something else already stays as it is.

    Raises ``Misuse`` where the folder is a file, and ``OSError``.
    """
    with made(folder):
        there = [name for name in files if os.path.lexists(folder / name)]
        other = [name for name in there if not _holds(folder / name, files[name])]
        new = {name: content for name, content in files.items() if name not in there}
        add_all((folder / name, content) for name, content in new.items())
    lines = [written(len(new), folder, wording)]
    if other:
        told = say(
            "Left as they are, for somebody may have written in them: {files}. Move them away to have them made anew.",
            files=tuple(other),
        )
        lines.append(wording.tell(told))
    return lines


@contextlib.contextmanager
def made(folder: Path) -> Iterator[None]:
    """Have a folder to write in, and none that was not there before where the writing fails.

    Raises ``Misuse`` where it is a file, and ``OSError``.
    """
    new = not folder.is_dir()
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError:
        raise Misuse(say("{folder} is a file; name a folder with --to", folder=str(folder))) from None
    except OSError as error:
        named = folder.parent if error.errno == errno.ENOENT else folder
        raise OSError(error.errno, error.strerror, str(named)) from None
    try:
        yield
    except BaseException:
        if new:
            with contextlib.suppress(OSError):  # somebody has put something there
                folder.rmdir()
        raise


def written(count: int, folder: Path, wording: Wording) -> str:
    """Tell how many files were written."""
    done = say("{n} file is written in {folder}.", "{n} files are written in {folder}.", n=count, folder=str(folder))
    return wording.tell(done)


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content
