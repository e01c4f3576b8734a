"""What went wrong on the command line, in one sentence that says how to mend it."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import click
from click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption

from samverkan.errors import nearest
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
            return _no_such(told, nearest(error.option_name, known), known, wording)
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
    """Tell what the system refused to do with a file."""
    file = str(error.filename or "-")
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return say("the disk is full; nothing was written")
        case errno.ENOENT | errno.ENOTDIR:
            return say("there is no folder {folder}; make it first", folder=file)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return say("no permission to write {file}; choose another place with --output", file=file)
        case errno.EISDIR:
            return say("{file} is a folder; name a file in it", file=file)
        case errno.ENAMETOOLONG:
            return say("the file name is too long")
        case _:
            return say("{file} cannot be written: {reason}", file=file, reason=error.strerror or type(error).__name__)
