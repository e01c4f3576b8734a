"""What went wrong on the command line, in one sentence that says how to mend it."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Final

import click
from click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption

from samverkan.errors import UNREACHABLE, nearest
from samverkan.formats.wording import mark
from samverkan.formats.wording.faults import told as told_fault
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.errors import UnknownNameError
    from samverkan.formats.wording import Wording

_MOST_NAMES = 20
"""More than there are verbs, so that these are all told; of more names nobody reads the list."""


class Misuse(click.UsageError):
    """The command line cannot be followed; ``told`` says why in words that can be translated."""

    def __init__(self, told: Message, context: click.Context | None = None) -> None:
        super().__init__(str(told), context)
        self.told = told


class NoSuch(Misuse):
    """A name on the command line that does not exist, and those that do."""

    def __init__(self, told: Message, name: str, known: Iterable[str]) -> None:
        super().__init__(told)
        self.known = tuple(known)
        self.meant = nearest(name, self.known)


def of_name(error: UnknownNameError, wording: Wording) -> NoSuch:
    """Tell of a name that the library does not know."""
    told = say("there is no {kind} “{name}”", kind=told_fault(error.kind, wording), name=error.name)
    return NoSuch(told, error.name, error.known)


def complaint(error: click.ClickException, wording: Wording) -> str:
    """Tell what click or one of our own verbs found wrong with the command line."""
    match error:
        case NoSuch():
            return _no_such(error.told, error.meant, error.known, wording)
        case Misuse():
            return wording.tell(error.told)
        case NoSuchOption():
            told, known = say("there is no option {option}", option=error.option_name), _options(error.ctx)
            begins = (name for name in known if name.startswith(f"-{error.option_name}"))  # -o is meant for --output
            return _no_such(told, next(begins, None) or nearest(error.option_name, known), known, wording)
        case MissingParameter() if error.param is not None:
            return wording.tell(say("{parameter} is missing", parameter=_name(error.param, wording)))
        case BadOptionUsage():
            return wording.tell(_bad_option(error))
        case _:
            return error.format_message()


def _no_such(told: Message, meant: str | None, known: Iterable[str], wording: Wording) -> str:
    mend = say("did you mean “{meant}”?", meant=meant) if meant else say("there are: {known}", known=_some(known))
    return f"{wording.tell(told)}; {wording.tell(mend)}"


def _some(known: Iterable[str]) -> tuple[str, ...]:
    """Give all names of a few, and of many the first and the last: the line shows what such names look like."""
    names = tuple(known)
    return names if len(names) <= _MOST_NAMES else (*names[:6], "…", *names[-2:])


def _options(context: click.Context | None) -> list[str]:
    if context is None:
        return []
    return [name for param in context.command.get_params(context) for name in param.opts if name.startswith("--")]


def _name(param: click.Parameter, wording: Wording) -> str:
    return param.opts[0] if isinstance(param, click.Option) else wording.word(str(param.metavar))


def _bad_option(error: BadOptionUsage) -> Message:
    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    flags = {name for param in params if isinstance(param, click.Option) and param.is_flag for name in param.opts}
    if error.option_name in flags:
        return say("the option {option} takes no value", option=error.option_name)
    return say("the option {option} needs a value after it", option=error.option_name)


def of_disk(error: OSError) -> Message:
    """Tell what the system refused to do with a file, or with what is printed where it names none."""
    if error.filename is None:
        told, file = _OF_PRINTING.get(error.errno or 0, _NOT_PRINTED), "-"
    else:
        told, file = _OF_FILES.get(_number(error), _NOT_WRITTEN), str(error.filename)
    if told is _NO_FOLDER and file == ".":
        told = _GONE
    # The system's own word is the same in all languages, and what others search for.
    return say(told, file=file, code=errno.errorcode.get(error.errno or 0, type(error).__name__))


def _number(error: OSError) -> int:
    # Windows says that a file is kept by another program as if it were a matter of rights.
    return errno.EBUSY if getattr(error, "winerror", None) in _SHARED else error.errno or 0


_SHARED: Final = {32, 33}
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows."""

_FULL = mark("the disk is full; nothing was written")
_NO_FOLDER = mark("there is no folder {file}; make it first")
_GONE = mark("the folder that you stand in is no longer there; go to another")
_NO_RIGHT = mark("no permission to write {file}; choose another place")
_IN_USE = mark("{file} is open in another program; close it there, and do this again")
_NO_NAME = mark("this disk takes no file of the name {file}; choose another")
_UNREACHABLE = mark("the disk of {file} cannot be reached, or is broken; nothing was written")
_NOT_WRITTEN = mark("{file} cannot be written (the system says {code})")
_NOT_WHOLE = mark("the disk is full, so what was printed is not whole; use --output to have all or nothing")
_NOT_PRINTED = mark("the answer cannot be printed (the system says {code})")

_OF_FILES: Final = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: _NO_RIGHT,
    errno.EBUSY: _IN_USE,
    errno.ETXTBSY: _IN_USE,
    errno.EISDIR: mark("{file} is a folder; name a file in it"),
    errno.EEXIST: mark("somebody else has made {file} meanwhile; look at it, and do this again"),
    errno.ENAMETOOLONG: mark("the file name is too long"),
    errno.EFBIG: mark("{file} would become larger than is allowed here; nothing was written"),
    errno.ELOOP: mark("{file} is a link that leads back to itself"),
    errno.EINVAL: _NO_NAME,
    errno.EILSEQ: _NO_NAME,
} | dict.fromkeys(UNREACHABLE, _UNREACHABLE)

_OF_PRINTING: Final = {
    errno.ENOSPC: _NOT_WHOLE,
    errno.EDQUOT: _NOT_WHOLE,
    errno.EFBIG: _NOT_WHOLE,
    errno.EBADF: mark("there is nowhere to print; name a file with --output"),
}
