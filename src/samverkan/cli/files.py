"""The collaboration that a word on the command line means: a file, one that comes along, or standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.cli.complaints import NoSuch
from samverkan.errors import InvalidCollaborationError
from samverkan.formats import json, toml
from samverkan.formats.bundled import bundled, bundled_names, bundled_text
from samverkan.formats.files import READERS, load
from samverkan.formats.intake import MAX_FILE_BYTES, decoded
from samverkan.formats.places import located
from samverkan.model.collaboration import Collaboration
from samverkan.model.message import say
from samverkan.planning.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.places import Places
    from samverkan.planning.schedule import Schedule

STANDARD_INPUT = "-"


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
            text = self.text().removeprefix("\ufeff")
            raise InvalidCollaborationError(located(error.faults, text, self.name, _places)) from None


def planned(file: str) -> tuple[Collaboration, Schedule]:
    """Read the collaboration that ``file`` means, and plan it; raises what ``read`` does."""
    found = read(file)
    with found.located():
        return found.collaboration, schedule(found.collaboration)


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
        return Read(load(path), file, lambda: decoded(path.read_bytes(), file))
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


def _places(text: str) -> Places:
    # tree-sitter is loaded only when there is a fault to point at.
    if _is_json(text):
        from samverkan.formats.json_tree import json_places

        return json_places(text)
    from samverkan.formats.toml_tree import toml_places

    return toml_places(text)
