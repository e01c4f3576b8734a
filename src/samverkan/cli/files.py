"""The collaboration that a word on the command line means: a file, one that comes along, or standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.cli.complaints import NoSuch
from samverkan.formats import json, toml
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.files import READERS, load
from samverkan.formats.intake import MAX_FILE_BYTES, decoded
from samverkan.model.message import say

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration

STANDARD_INPUT = "-"


def opened(file: str) -> Collaboration:
    """Read the collaboration that ``file`` means; a file on disk goes before one that comes along.

    Raises the library's own errors for what cannot be read, and ``NoSuch`` for a name that means nothing.
    """
    if file == STANDARD_INPUT:
        return _from_standard_input()
    path = Path(file)
    if _is_file(path) or (file not in bundled_names() and _looks_like_path(file)):
        return load(path)
    if file in bundled_names():
        return bundled(file)
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


def _from_standard_input() -> Collaboration:
    stream = getattr(sys.stdin, "buffer", None)
    raw = stream.read(MAX_FILE_BYTES + 1) if stream else sys.stdin.read().encode()
    text = decoded(raw, STANDARD_INPUT)
    read = json.loads if text.lstrip("\ufeff \t\r\n").startswith("{") else toml.loads
    return read(text, name=STANDARD_INPUT)
