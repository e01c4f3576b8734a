"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def write_whole(path: Path, text: str | bytes) -> None:
    """Put text in a file as UTF-8, or bytes as they are; whoever looks finds the old content or the new, never a mix.

    A link keeps pointing at its file, and the file keeps its rights; a device or a pipe is written to as it is.
    Raises ``OSError``.
    """
    target = Path(os.path.realpath(path))
    content = encoded(text)
    if target.exists() and not target.is_file() and not target.is_dir():
        target.write_bytes(content)
        return
    if target.is_dir():
        raise IsADirectoryError(21, "is a directory", str(path))
    _replace([(target, content, path)])


def write_all(contents: Iterable[tuple[Path, str | bytes]]) -> None:
    """Put texts or bytes in several files: all are on the disk before the first takes the place of what was there.

    Raises ``OSError``; what can still fail then is the mere renaming, which a full disk does not hinder.
    """
    _replace((Path(os.path.realpath(path)), encoded(content), path) for path, content in contents)


def encoded(content: str | bytes) -> bytes:
    """Give what a file is to hold: text as UTF-8, and bytes as they are."""
    return content if isinstance(content, bytes) else content.encode("utf-8", errors="replace")


def _replace(files: Iterable[tuple[Path, bytes, Path]]) -> None:
    """Put contents in the places of targets; the last of each three is what the reader calls the target."""
    staged: list[tuple[Path, Path]] = []
    try:
        for target, content, path in files:
            staged.append((_staged(target, content, path), target))
        for name, target in staged:
            name.replace(target)
    finally:
        for name, _ in staged:
            name.unlink(missing_ok=True)
    for folder in {target.parent for _, target in staged}:
        settle(folder)


def _staged(target: Path, content: bytes, path: Path) -> Path:
    """Write the content beside the file, under another name and with its rights."""
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:60]}.", suffix=".tmp")
    except OSError as error:
        # The reader knows nothing of the temporary file: the folder is missing, or theirs may not be written.
        named = path.parent if error.errno in {errno.ENOENT, errno.ENOTDIR} else path
        raise OSError(error.errno, error.strerror, str(named)) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_rights(target))
    except BaseException as error:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        if isinstance(error, OSError):
            raise OSError(error.errno, error.strerror, str(path)) from None
        raise
    return Path(name)


def _rights(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def settle(folder: Path) -> None:
    """Have the new name survive a power cut, where the system can promise that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
