"""The collaboration that a word on the command line means: a file, one that comes along, or standard input."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from samverkan.cli.complaints import NoSuch
from samverkan.errors import InvalidCollaborationError, UnreadableFileError
from samverkan.formats import json, toml
from samverkan.formats.bundled import bundled, bundled_names, bundled_text
from samverkan.formats.fields import Fields
from samverkan.formats.files import READERS, load, taken
from samverkan.formats.intake import MAX_FILE_BYTES, decoded
from samverkan.formats.places import located
from samverkan.model.collaboration import Collaboration
from samverkan.model.message import say
from samverkan.planning.merging import merged
from samverkan.planning.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.errors import Fault
    from samverkan.formats.ical.taken import Busy
    from samverkan.formats.places import Places, Point
    from samverkan.planning.schedule import Schedule

STANDARD_INPUT = "-"
"""The argument that means what is piped in, and no file."""

_ANY_DAY = dt.date(2000, 1, 1)  # a calendar is read, and refused where it must be, also when there is no meeting


@frozen
class Read:
    """A collaboration, the text that it was read from, and what faults call that text."""

    collaboration: Collaboration
    name: str
    text: Callable[[], str]

    @contextmanager
    def located(self) -> Iterator[None]:
        """Give the faults that only planning finds their places in the text, as the reader gives its own."""
        try:
            yield
        except InvalidCollaborationError as error:
            if any(fault.location for fault in error.faults):
                raise
            text = self._bare()
            raise InvalidCollaborationError(located(error.faults, text, self.name, _places)) from None

    def fields(self) -> Fields:
        """Find the places of all fields in the text."""
        text = self._bare()
        return Fields(self.collaboration, self.name, text.split("\n"), _places(text))

    def exposures(self) -> tuple[Fault, ...]:
        """Find what in the text looks like a person's and is not excused."""
        from samverkan.formats.privacy.lint import lint

        text = self._bare()
        return lint(self.collaboration, text, self.name, places=_places(text), comments=_comments(text))

    def _bare(self) -> str:
        """Give the text as the parsers take it, without a byte-order mark."""
        return self.text().removeprefix("\ufeff")


def planned(file: str) -> tuple[Collaboration, Schedule]:
    """Read the collaboration that ``file`` means, and plan it; raises what ``read`` does."""
    found = read(file)
    with found.located():
        return found.collaboration, schedule(found.collaboration)


def planned_together(files: Sequence[str]) -> tuple[list[Collaboration], Schedule]:
    """Read and plan the collaborations that ``files`` mean in one schedule; one alone is planned as ``planned`` does.

    Raises what ``read`` does, with the faults of all files at once, and ``InvalidValueError`` for two of one id.
    """
    if len(files) == 1:
        collaboration, plan = planned(files[0])
        return [collaboration], plan
    found = read_all(files)
    return [each.collaboration for each in found], planned_as_one(found)


def planned_as_one(found: Sequence[Read]) -> Schedule:
    """Plan what was read in one schedule, the ids with that of their collaboration in front."""
    try:
        return merged(each.collaboration for each in found)
    except InvalidCollaborationError:
        for each in found:
            with each.located():
                schedule(each.collaboration)
        raise


def read_all(files: Sequence[str]) -> list[Read]:
    """Read all collaborations that ``files`` mean; the faults of all are told at once."""
    found: list[Read] = []
    faults: list[Fault] = []
    for file in files:
        try:
            found.append(read(file))
        except (InvalidCollaborationError, UnreadableFileError) as error:
            faults += error.faults
    if faults:
        raise InvalidCollaborationError(faults)
    return found


def busy_times(file: str, plan: Schedule) -> tuple[Busy, ...]:
    """Read the times that a calendar file takes up while the meetings of the plan last.

    Raises ``UnreadableFileError`` for what is no calendar, and where the extra that reads them is not installed.
    """
    from samverkan.formats.ical.opened import MAX_CALENDAR_BYTES
    from samverkan.formats.ical.taken import busy

    days = [meeting.date for meeting in plan.taking_place] or [_ANY_DAY]
    raw = taken(Path(file), most=MAX_CALENDAR_BYTES, suffixes={".ics"})
    try:
        return busy(raw, first=min(days), last=max(days), name=file)
    except UnreadableFileError as error:
        # Of several calendars, the reader has to know which one it is.
        where = () if error.fault.location or file in error.fault.message else (file,)
        raise UnreadableFileError(evolve(error.fault, path=where)) from None


def opened(file: str) -> Collaboration:
    """Read the collaboration that ``file`` means; raises what ``read`` does."""
    return read(file).collaboration


def read(file: str) -> Read:
    """Read the collaboration that ``file`` means; a file on disk goes before one that comes along.

    Raises the library's own errors for what cannot be read, and ``NoSuch`` for a name that means nothing.
    """
    if file == STANDARD_INPUT:
        return _from_standard_input()
    path = Path(file)
    if _is_file(path) or (file not in bundled_names() and _looks_like_path(file)):
        # The text is read once more only where planning finds a fault to point at.
        return Read(load(path), file, lambda: decoded(taken(path), file))
    if file in bundled_names():
        return Read(bundled(file), f"{file}.toml", lambda: bundled_text(file))
    known = (*bundled_names(), *_here())
    told = say("there is no file and no bundled setup “{name}”", name=file)
    raise NoSuch(told, file, known)


def _is_file(path: Path) -> bool:
    try:
        return path.exists() and not path.is_dir()
    except (OSError, ValueError):
        return False


def _looks_like_path(file: str) -> bool:
    path = Path(file)
    return path.suffix.lower() in READERS or len(path.parts) != 1 or (not _is_file(path) and path.is_dir())


def _here() -> list[str]:
    try:
        return sorted(file.name for file in Path().iterdir() if file.suffix.lower() in READERS)
    except OSError:
        return []


def _from_standard_input() -> Read:
    stream = getattr(sys.stdin, "buffer", None)
    raw = stream.read(MAX_FILE_BYTES + 1) if stream else sys.stdin.read().encode()
    text = decoded(raw, STANDARD_INPUT)
    loads = json.loads if _is_json(text) else toml.loads
    return Read(loads(text, name=STANDARD_INPUT), STANDARD_INPUT, lambda: text)


def _is_json(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("{")


def _comments(text: str) -> Sequence[tuple[Point, str]]:
    if _is_json(text):
        return ()
    from samverkan.formats.toml_tree import toml_comments

    return toml_comments(text)


def _places(text: str) -> Places:
    # tree-sitter is loaded only when there is a fault to point at.
    if _is_json(text):
        from samverkan.formats.json_tree import json_places

        return json_places(text)
    from samverkan.formats.toml_tree import toml_places

    return toml_places(text)
