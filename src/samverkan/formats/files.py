"""Collaboration files on disk: opened once, read whole, told apart by their suffix."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.errors import nearest
from samverkan.formats import json, toml
from samverkan.formats.intake import MAX_FILE_BYTES, decoded, refuse

if TYPE_CHECKING:
    import os

    from samverkan.model.collaboration import Collaboration

READERS = {".toml": toml.loads, ".json": json.loads}
"""The forms that a file can have, by suffix."""


def load(path: str | os.PathLike[str]) -> Collaboration:
    """Read a collaboration from a file, ``.toml`` or ``.json``, or tell every fault with file, line and column.

    Raises ``UnreadableFileError`` where there is nothing to read, ``InvalidCollaborationError`` where it is wrong.
    """
    file = Path(path)
    read = READERS.get(file.suffix.lower())
    kind, raw = _taken(file)
    if kind == "is-a-directory":
        refuse(kind, f"{file} is a directory", "a file")
    if kind:
        refuse(kind, f"{file} is no ordinary file", "a file")
    if read is None:
        refuse("unknown-suffix", f"{file} is neither TOML nor JSON by its name", "a name that ends in .toml or .json")
    return read(decoded(raw, str(file)), name=str(file))


def _taken(file: Path) -> tuple[str | None, bytes]:
    """Read a file, or say by a code what else it is: a pipe must not be waited for."""
    try:
        if file.is_dir():
            return "is-a-directory", b""
        if file.exists() and not file.is_file():
            return "not-a-file", b""
        with file.open("rb") as stream:
            # One byte more than is allowed tells that there is too much, however large the file is.
            return None, stream.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        refuse("no-such-file", f"there is no file {file}", nearest=nearest(file.name, _beside(file)))
    except PermissionError:
        refuse("no-permission", f"{file} may not be read", "a file that you have the right to read")
    except (OSError, ValueError) as error:
        refuse("unreadable", f"{file} cannot be read: {getattr(error, 'strerror', None) or error}")


def _beside(file: Path) -> list[str]:
    try:
        return [beside.name for beside in file.parent.iterdir() if beside.suffix.lower() in READERS]
    except OSError:
        return []
