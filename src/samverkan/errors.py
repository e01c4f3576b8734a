"""Everything that can go wrong, told so that the reader knows where, what and how to mend it."""

from __future__ import annotations

import errno
from importlib import import_module
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value in a collaboration file: table keys as text, positions in an array as numbers from 0."""


def dotted(path: Path) -> str:
    """Write a path as people point at it: ``bodies.samverkansgrupp.seats.sg-01`` or ``events[2].when``."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text


@frozen
class Location:
    """A place in a text: file name, line and column (both from 1), and the line itself."""

    file: str
    line: int
    column: int
    text: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def _path(steps: Iterable[str | int]) -> Path:
    return tuple(steps)


@frozen
class Fault:
    """One thing that is wrong with a collaboration: a stable code, what it is, and how to mend it.

    ``code`` is a slug such as ``unknown-key`` that stays the same between releases;
    ``nearest`` is the right word that the writer probably meant.
    """

    code: str
    message: str
    path: Path = field(default=(), converter=_path)
    expected: str | None = None
    nearest: str | None = None
    location: Location | None = None

    def __str__(self) -> str:
        where = str(self.location) if self.location else dotted(self.path)
        told = f"{where}: {self.message}" if where else self.message
        if self.expected:
            told += f"; expected {self.expected}"
        if self.nearest:
            told += f"; did you mean “{self.nearest}”?"
        return f"{told} [{self.code}]"


class SamverkanError(Exception):
    """Every error that this library raises on purpose is one of these."""


class InvalidValueError(SamverkanError, ValueError):
    """A part refuses a value; the code and the expectation travel with the message."""

    def __init__(self, code: str, message: str, expected: str | None = None) -> None:
        super().__init__(code, message, expected)
        self.code, self.message, self.expected = code, message, expected

    def __str__(self) -> str:
        return f"{self.message}; expected {self.expected}" if self.expected else self.message


class InvalidFileError(SamverkanError, ValueError):
    """What is read does not hold together; ``faults`` tells everything that was found, at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class InvalidCollaborationError(InvalidFileError):
    """The collaboration does not hold together."""


class InvalidAnswersError(InvalidFileError):
    """A table of answers has rows that cannot be taken."""


class InvalidChecklistError(InvalidFileError):
    """A checklist file does not hold together."""


class InvalidStepsError(InvalidFileError):
    """The steps of a rollout do not hold together: one is not there, two wait for each other, an id stands twice."""


class InvalidResultsError(InvalidFileError):
    """Results do not go with the goals that they are about, or contradict each other."""


UNREACHABLE: Final = frozenset(
    getattr(errno, name)
    for name in ("EIO", "ENXIO", "ENODEV", "ESTALE", "ENOTCONN", "ETIMEDOUT", "EHOSTDOWN", "EHOSTUNREACH")
    if hasattr(errno, name)
)
"""What a system says of a disk that is broken, was taken out, or is on a network that is down; few systems have all."""


class UnreadableFileError(SamverkanError, OSError):
    """A file cannot be taken in at all: not there, a directory, not UTF-8, empty, too large."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The one fault, so that readers of faults need not tell the two errors apart."""
        return (self.fault,)

    def __str__(self) -> str:
        return str(self.fault)


class UnknownNameError(SamverkanError, LookupError):
    """A name is asked for that does not exist; ``known`` are the names that do."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind, self.name, self.known = kind, name, tuple(known)
        super().__init__(kind, name, self.known)

    @property
    def nearest(self) -> str | None:
        """The known name that the caller probably meant."""
        return nearest(self.name, self.known)

    def __str__(self) -> str:
        told = f"there is no {self.kind} “{self.name}”"
        if self.nearest:
            return f"{told}; did you mean “{self.nearest}”?"
        return f"{told}; there are: {', '.join(self.known) or 'none'}"


def check_extra(package: str, *, extra: str, told: str) -> None:
    """Refuse to go on where a package is not installed: ``told`` says what it is for, and we say what brings it."""
    try:
        import_module(package)
    except ModuleNotFoundError:
        raise InvalidValueError("missing-extra", told, f'pip install "samverkan[{extra}]" first') from None


LONGEST_WORD = 60
"""A longer word is not misspelt: nothing is compared with it, for that takes time that grows with the square of it."""

MAX_KNOWN = 400
"""Among more words than this nothing is guessed."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Find the known word that is written most like ``word``, or nothing when none is close.

    >>> nearest("tranmo", ["tranemo", "lots-ockelbo"])
    'tranemo'
    """
    possible = list(known)
    if len(word) > LONGEST_WORD or len(possible) > MAX_KNOWN:
        return None
    from difflib import get_close_matches

    short = [each for each in possible if len(each) <= LONGEST_WORD]
    return next(iter(get_close_matches(word, short, n=1, cutoff=0.6)), None)
