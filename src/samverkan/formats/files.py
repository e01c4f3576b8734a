"""Collaboration files on disk: opened once, read whole, told apart by their suffix."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from samverkan.errors import UNREACHABLE, UnreadableFileError, nearest
from samverkan.formats import json, toml
from samverkan.formats.intake import MAX_FILE_BYTES, decoded, refuse
from samverkan.formats.refusal import shortened

if TYPE_CHECKING:
    import os
    from collections.abc import Collection

    from samverkan.model.collaboration import Collaboration

READERS = {".toml": toml.loads, ".json": json.loads}
"""The forms that a file can have, by suffix."""


def load(path: str | os.PathLike[str]) -> Collaboration:
    """Read a collaboration from a file, ``.toml`` or ``.json``, or tell every fault with file, line and column.

    Raises ``UnreadableFileError`` where there is nothing to read, ``InvalidCollaborationError`` where it is wrong.
    """
    file = Path(path)
    read = READERS.get(file.suffix.lower())
    raw = taken(file)
    if read is None:
        if file.suffix.lower() == ".xlsx":
            refuse("unknown-suffix", f"{file} is a workbook", "the file that “samverkan import” makes of it")
        refuse("unknown-suffix", f"{file} is neither TOML nor JSON by its name", "a name that ends in .toml or .json")
    return read(decoded(raw, str(file)), name=str(file))


def taken(file: Path, *, most: int = MAX_FILE_BYTES, suffixes: Collection[str] = frozenset(READERS)) -> bytes:
    """Take in the bytes of a file, but no more than one above ``most``, which tells that there is too much.

    Raises ``UnreadableFileError`` for what is no ordinary file: a pipe must not be waited for. Where there is nothing,
    the nearest name is that of a file beside it with one of the ``suffixes``.
    """
    try:
        if file.is_dir():
            refuse("is-a-directory", f"{file} is a directory", "a file")
        if file.exists() and not file.is_file():
            refuse("not-a-file", f"{file} is no ordinary file", "a file")
        with file.open("rb") as stream:
            return stream.read(most + 1)
    except UnreadableFileError:
        raise
    except FileNotFoundError:
        refuse("no-such-file", f"there is no file {file}", nearest=nearest(file.name, _beside(file, suffixes)))
    except PermissionError:
        refuse("no-permission", f"{file} may not be read", "a file that you have the right to read")
    except ValueError:
        refuse("unreadable", f"no file can have the name {str(file)!r}")
    except OSError as error:
        _tell(file, error)


def _tell(file: Path, error: OSError) -> NoReturn:
    """Tell what the system says of a file; its own word is the same in all languages, and what others search for."""
    match error.errno:
        case errno.ENAMETOOLONG:
            refuse("unreadable", f"the name {shortened(str(file))} is too long for a file")
        case errno.ELOOP:
            refuse("unreadable", f"{file} is a link that leads back to itself")
        case number if number in UNREACHABLE:
            refuse("unreadable", f"the disk of {file} cannot be reached, or is broken")
        case number:
            word = errno.errorcode.get(number or 0, type(error).__name__)
            refuse("unreadable", f"{file} cannot be read (the system says {word})")


def _beside(file: Path, suffixes: Collection[str]) -> list[str]:
    try:
        return [beside.name for beside in file.parent.iterdir() if beside.suffix.lower() in suffixes]
    except OSError:
        return []
