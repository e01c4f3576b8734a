"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.cli.alone import alone
from samverkan.cli.complaints import Misuse
from samverkan.cli.held import held
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


def write_whole(path: Path, text: str | bytes) -> None:
    """Put text in a file as UTF-8, or bytes as they are; whoever looks finds the old content or the new, never a mix.

    A link keeps pointing at its file, and the file keeps its rights; a device or a pipe is written to as it is.
    Raises ``OSError``, which names the file as the reader does.
    """
    content = encoded(text)
    with _named(path):
        target = resolved(path)
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(content)
            return
    _replace([(path, content)], Path.replace)


def spare(output: str | None, *given: object) -> None:
    """Refuse to put an answer in the place of a file that it is made of: of one that is ``given`` on the same line."""
    names = [name for value in given for name in (value if isinstance(value, tuple) else (value,))]
    if output and Path(output).is_file() and any(_same(output, name) for name in names if isinstance(name, str)):
        raise Misuse(say("--output would replace {file}, which is read here; choose another name", file=output))


def _same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):  # the other is no file, or no name that a file can have
        return False


def write_all(contents: Iterable[tuple[Path, str | bytes]]) -> None:
    """Put texts or bytes in several files: all are on the disk before the first takes the place of what was there.

    Raises ``OSError``; what can still fail then is the mere renaming, which a full disk does not hinder.
    """
    _replace(((path, encoded(content)) for path, content in contents), Path.replace)


def add_all(contents: Iterable[tuple[Path, str | bytes]]) -> None:
    """Do as ``write_all``, but never in the place of a file that is there.

    Raises ``FileExistsError`` where somebody has made one meanwhile, and ``OSError``.
    """
    new = [(path, encoded(content)) for path, content in contents]
    for path, _ in new:
        if path.exists() and not path.is_dir():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    _replace(new, _added)


def rewrite_all(texts: Iterable[tuple[Path, str, str]]) -> None:
    """Do as ``write_all`` with the last of each three, if each file still holds the text before, of which it was made.

    Raises ``Misuse`` where somebody has written in a file meanwhile, and ``OSError``; then nothing is written.
    """
    edits = list(texts)

    def check() -> None:
        for path, before, _ in edits:
            if not _holds(path, before):
                told = say("{file} was changed meanwhile; nothing was written, so do this again", file=str(path))
                raise Misuse(told)

    with contextlib.ExitStack() as stack:
        for folder in sorted({Path(os.path.realpath(path)).parent for path, _, _ in edits}):
            with contextlib.suppress(OSError):  # a folder that cannot be looked into; what stands in it is checked
                stack.enter_context(alone(folder))
        _replace(((path, encoded(after)) for path, _, after in edits), Path.replace, check)


def encoded(content: str | bytes) -> bytes:
    """Give what a file is to hold: text as UTF-8, and bytes as they are."""
    return content if isinstance(content, bytes) else content.encode("utf-8", errors="replace")


def _holds(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == encoded(text)
    except OSError:
        return False


def _replace(
    files: Iterable[tuple[Path, bytes]], place: Callable[[Path, Path], object], check: Callable[[], None] | None = None
) -> None:
    """Write every content beside the file of its path, check once more, and have each take its place."""
    staged: list[tuple[Path, Path, Path]] = []
    with held() as heed:
        try:
            for path, content in files:
                heed()
                with _named(path):
                    target = resolved(path)
                    staged.append((_staged(target, content), target, path))
            if check is not None:
                check()
            for name, target, path in staged:
                with _named(path):
                    place(name, target)
        finally:
            for name, _, _ in staged:
                with contextlib.suppress(OSError):  # its folder may have vanished
                    name.unlink()
        for folder in {target.parent for _, target, _ in staged}:
            settle(folder)


@contextlib.contextmanager
def _named(path: Path) -> Iterator[None]:
    """Have errors name what the reader knows, who knows nothing of temporary files: the file, or a missing folder."""
    try:
        yield
    except OSError as error:
        named = path.parent if error.errno in {errno.ENOENT, errno.ENOTDIR} else path
        raise OSError(error.errno, error.strerror, str(named)) from None


def resolved(path: Path) -> Path:
    """Give the file that a path leads to; raises ``OSError`` for a link that leads back to itself."""
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return target


def _added(name: Path, target: Path) -> None:
    try:
        os.link(name, target)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        name.replace(target)


def _staged(target: Path, content: bytes) -> Path:
    """Write the content beside the file, under another name and with its rights."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not os.access(target, os.W_OK):  # its folder would let it be replaced
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:60]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_rights(target))
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
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
