"""What of a folder we wrote ourselves (*innehållsförteckning*), told from what others have put there or changed."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from samverkan.formats.files import taken

if TYPE_CHECKING:
    from collections.abc import Iterator

MANIFEST: Final = "samverkan-site.json"
"""The file that names what was written here, each with the SHA-256 of its content."""

MAX_MANIFEST_BYTES: Final = 5_000_000
"""Room for fifty thousand files; a longer one is cut off, and so is none of ours."""


def written_in(folder: Path) -> dict[str, str] | None:
    """Give the files that a run wrote here with their sums, or nothing where there is no word of any."""
    try:
        written = json.loads(taken(folder / MANIFEST, most=MAX_MANIFEST_BYTES)[:MAX_MANIFEST_BYTES])["files"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    return written if isinstance(written, dict) else None


def is_ours(file: Path, expected: str | None) -> bool:
    """Say whether a file is one with the expected sum, so that it is as we wrote it; a link never is."""
    if expected is None or file.is_symlink() or not file.is_file():
        return False
    return hashlib.sha256(file.read_bytes()).hexdigest() == expected


def entries(folder: Path) -> Iterator[Path]:
    """Give every file below a folder, and every folder after what is in it; links are not followed."""
    for where, folders, names in os.walk(folder, topdown=False):
        links = [name for name in folders if (Path(where) / name).is_symlink()]
        yield from (Path(where) / name for name in sorted([*names, *links]))
        yield from (Path(where) / name for name in sorted(set(folders) - set(links)))


def is_same(file: Path, other: Path) -> bool:
    """Say whether a file of others stands in the folder already, as the same file or as one of the same content."""
    if not os.path.lexists(other):
        return False
    if os.path.samestat(file.lstat(), other.lstat()):
        return True
    if file.is_symlink() or other.is_symlink():
        return file.is_symlink() and other.is_symlink() and file.readlink() == other.readlink()
    return file.is_file() and other.is_file() and file.read_bytes() == other.read_bytes()
