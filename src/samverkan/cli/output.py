"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Put text in a file as UTF-8, so that whoever looks finds the old content or the new, never a mixture.

    A link keeps pointing at its file, and the file keeps its rights; a device or a pipe is written to as it is.
    Raises ``OSError``.
    """
    target = Path(os.path.realpath(path))
    content = text.encode("utf-8", errors="replace")
    if target.exists() and not target.is_file() and not target.is_dir():
        target.write_bytes(content)
        return
    if target.is_dir():
        raise IsADirectoryError(21, "is a directory", str(path))
    _replace(target, content, path)


def _replace(target: Path, content: bytes, path: Path) -> None:
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
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    _settle(target.parent)


def _rights(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _settle(folder: Path) -> None:
    """Have the new name survive a power cut, where the system can promise that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
