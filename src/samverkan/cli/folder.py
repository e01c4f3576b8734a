"""A folder of files replaced whole: whoever looks finds the old files or the new ones, never a mixture.

The new folder is built beside the old one, and the two change places in one step (Linux: ``renameat2``). Where the
system has no such step, the old one is moved aside and the new one into its place; a run that is killed between the
two leaves the old one aside, and the next run puts it back.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.cli.alone import alone
from samverkan.cli.complaints import Misuse
from samverkan.cli.exchange import exchanged
from samverkan.cli.held import held
from samverkan.cli.manifest import MANIFEST, entries, is_ours, is_same, written_in
from samverkan.cli.output import resolved, settle
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_NEW, _OLD = "new-", "old-"


@frozen
class Replaced:
    """What became of a folder: whether anything was written, and where files lie that had to be kept aside."""

    changed: bool
    kept: tuple[Path, ...] = ()


def replace_folder(folder: Path, files: Mapping[str, str]) -> Replaced:
    """Have a folder hold these texts as UTF-8, and beside them whatever others have put there.

    Only what an earlier run wrote, and nobody has changed since, is replaced or removed. Two runs wait for each other.
    Raises ``Misuse`` where files of others are in the way, and ``OSError``; then the folder is as it was.
    """
    target = resolved(folder)
    contents = {path: text.encode("utf-8", errors="replace") for path, text in files.items()}
    listed = {path: hashlib.sha256(content).hexdigest() for path, content in contents.items()}
    with _named(target, folder), alone(target.parent), held() as heed:
        kept = _recovered(target)
        ours = _checked(target, folder, listed)
        if ours == listed and all((target / path).exists() for path in listed):
            return Replaced(changed=False, kept=kept)
        aside = _swapped(_built(target, contents, listed, ours, heed), target)
        left = () if aside is None else _retired(aside, target)
    return Replaced(changed=True, kept=(*kept, *left))


@contextlib.contextmanager
def _named(target: Path, folder: Path) -> Iterator[None]:
    """Have errors name the folder as the reader does, who knows nothing of the temporary one beside it."""
    try:
        yield
    except OSError as error:
        at = Path(os.fsdecode(error.filename or ""))
        beside = error.errno in {errno.ENOENT, errno.EACCES, errno.EPERM, errno.EROFS}
        named = folder.parent if beside else folder
        if at.is_relative_to(target):
            named = folder / at.relative_to(target)
        raise OSError(error.errno, error.strerror, str(named)) from None


# ------------------------------------------------------------------------------------------------- what is there


def _checked(target: Path, folder: Path, listed: Mapping[str, str]) -> dict[str, str]:
    """Give what an earlier run wrote; refuse a folder of others, and a file of others where one is to be written."""
    if not target.exists():
        return {}
    if not target.is_dir():
        raise Misuse(say("{folder} is a file; name a folder with --to", folder=str(folder)))
    ours = written_in(target)
    if not os.access(target, os.W_OK):  # its parent would let it be replaced
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    if ours is None:
        if any(target.iterdir()):
            raise Misuse(say("{folder} holds files of others; name a new folder with --to", folder=str(folder)))
        return {}
    for path in sorted(listed):
        if (stranger := _stranger(target, path, ours)) is not None:
            file = str(folder / stranger)
            raise Misuse(say("{file} was made or changed by somebody else; move it away and publish again", file=file))
    return ours


def _stranger(target: Path, path: str, ours: Mapping[str, str]) -> str | None:
    """Give what stands in the way of a file: what others made or changed at its path or on the way there."""
    parents = [str(parent) for parent in Path(path).parents][-2::-1]
    for parent in parents:
        here = target / parent
        if os.path.lexists(here) and (here.is_symlink() or not here.is_dir()):
            return parent
    return path if os.path.lexists(target / path) and not is_ours(target / path, ours.get(path)) else None


# ------------------------------------------------------------------------------------------------- the new folder


def _built(
    target: Path,
    contents: Mapping[str, bytes],
    listed: Mapping[str, str],
    ours: Mapping[str, str],
    heed: Callable[[], None],
) -> Path:
    """Write the new folder beside the old one, with the files of others in it; the manifest comes last of all."""
    new = Path(tempfile.mkdtemp(dir=target.parent, prefix=_prefix(target) + _NEW))
    try:
        for path, content in contents.items():
            heed()
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            _write(new / path, content)
        if target.exists():
            _carry(target, new, ours)
        told = json.dumps({"files": dict(sorted(listed.items()))}, indent=1) + "\n"
        _write(new / MANIFEST, told.encode())
        new.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o777 & ~_mask())
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return new


def _write(file: Path, content: bytes) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def _carry(target: Path, new: Path, ours: Mapping[str, str]) -> None:
    """Have what others put into the old folder in the new one too: by links where they can be made, else by copies."""
    for entry in entries(target):
        path = entry.relative_to(target)
        if entry.is_dir() and not entry.is_symlink():
            if not any(entry.iterdir()):
                (new / path).mkdir(parents=True, exist_ok=True)
        elif path != Path(MANIFEST) and not is_ours(entry, ours.get(path.as_posix())):
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            _linked(entry, new / path)


def _linked(file: Path, other: Path) -> None:
    try:
        os.link(file, other, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(file, other, follow_symlinks=False)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


# ----------------------------------------------------------------------------------------------------- the change


def _swapped(new: Path, target: Path) -> Path | None:
    """Put the new folder in the place of the old one, and give where the old one is now."""
    try:
        if not target.exists() or not any(target.iterdir()):
            new.rename(target)
            return None
        return new if exchanged(new, target) else _moved_aside(new, target)
    except OSError:
        shutil.rmtree(new, ignore_errors=True)
        raise
    finally:
        settle(target.parent)


def _moved_aside(new: Path, target: Path) -> Path:
    aside = Path(tempfile.mkdtemp(dir=target.parent, prefix=_prefix(target) + _OLD))
    target.rename(aside)
    try:
        new.rename(target)
    except OSError:
        aside.rename(target)
        raise
    return aside


def _prefix(target: Path) -> str:
    return f".{target.name}.samverkan-"


def _recovered(target: Path) -> tuple[Path, ...]:
    """Put back an old folder that a killed run left aside, and clear away what else such runs have left."""
    prefix = _prefix(target)
    left = sorted(each for each in target.parent.iterdir() if each.name.startswith(prefix))
    for each in left:
        if each.name.startswith(prefix + _OLD) and written_in(each) is not None and not target.exists():
            each.rename(target)
    return tuple(path for each in left if each.exists() for path in _retired(each, target))


def _retired(left: Path, target: Path) -> tuple[Path, ...]:
    """Remove a folder that is no longer in use, and give it where something had to stay: the change itself is done."""
    try:
        return () if _cleared(left, target) else (left,)
    except OSError:
        return (left,)


def _cleared(left: Path, target: Path) -> bool:
    """Remove what we wrote; what others put there is moved into the folder, or stays where it is.

    A folder without a manifest was never whole, so nobody but us has ever written there.
    """
    ours = written_in(left)
    if ours is None:
        shutil.rmtree(left)
        return True
    for entry in entries(left):
        path = entry.relative_to(left)
        if entry.is_dir() and not entry.is_symlink():
            with contextlib.suppress(OSError):  # what is not empty stays
                entry.rmdir()
        elif is_ours(entry, ours.get(path.as_posix())) or is_same(entry, target / path):
            entry.unlink()
        elif path != Path(MANIFEST) and not os.path.lexists(target / path):
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            entry.rename(target / path)
    # Without its manifest the folder would count as one that was never whole.
    if [each.name for each in left.iterdir()] != [MANIFEST]:
        return False
    (left / MANIFEST).unlink()
    left.rmdir()
    return True
