"""Puts a change in place in a running process: the functions whose code it alters get the altered code."""

from __future__ import annotations

import gc
import inspect
from collections import defaultdict
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

COMPREHENSIONS: Final = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")


class CannotBePlacedError(Exception):
    """The change alters what runs when a module is imported, so only a new process shows it."""


@frozen
class Altered:
    """A piece of code before and after a change; ``itself`` unless only something inside it differs."""

    before: CodeType
    after: CodeType
    itself: bool


def name(code: CodeType) -> str:
    """Name a piece of code by its file, its name and its first line, as a record of calls does."""
    return f"{code.co_filename}:{code.co_qualname}:{code.co_firstlineno}"


def altered(path: Path, before: str, after: str) -> list[Altered]:
    """Give the code that a change of text alters; none where the two texts mean the same to Python."""
    pair = [compile(text, str(path), "exec", dont_inherit=True) for text in (before, after)]
    found = list(_altered(*pair))
    if any(each.itself and not _is_function(each.before) for each in found):
        raise CannotBePlacedError
    return [each for each in found if _is_function(each.before)]


def everything(path: Path, source: str) -> list[Altered]:
    """Give every function of a module, compiled again as it is."""
    pair = [compile(source, str(path), "exec", dont_inherit=True) for _ in range(2)]
    return [Altered(*each, itself=True) for each in _pairs(*pair) if _is_function(each[0])]


def _pairs(before: CodeType, after: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    yield before, after
    for pair in zip(_inner(before), _inner(after), strict=True):
        yield from _pairs(*pair)


def _altered(before: CodeType, after: CodeType) -> Iterator[Altered]:
    within = list(zip(_inner(before), _inner(after), strict=False))
    if len(_inner(before)) != len(_inner(after)):
        raise CannotBePlacedError
    found = [each for pair in within for each in _altered(*pair)]
    itself = _plain(before) != _plain(after)
    if found or itself:
        yield Altered(before, after, itself)
    yield from found


def _inner(code: CodeType) -> list[CodeType]:
    return [constant for constant in code.co_consts if isinstance(constant, CodeType)]


def _is_function(code: CodeType) -> bool:
    """Say whether a living function runs it, unlike the body of a module or a class, and a comprehension in one."""
    outermost = code.co_qualname.split(".<locals>", 1)[0]
    return bool(code.co_flags & inspect.CO_OPTIMIZED) and not outermost.endswith(COMPREHENSIONS)


def _plain(code: CodeType) -> tuple[object, ...]:
    """Give what a piece of code does, apart from the code inside it and from where it stands."""
    constants = [repr(constant) for constant in code.co_consts if not isinstance(constant, CodeType)]
    return code.co_code, constants, code.co_names, code.co_varnames, code.co_freevars, code.co_exceptiontable


class Functions:
    """The functions that are alive, by the code that they run."""

    def __init__(self, folder: str) -> None:
        self._by_code: dict[tuple[object, ...], list[FunctionType]] = defaultdict(list)
        gc.unfreeze()  # what is frozen for forking is not listed
        for each in gc.get_objects():
            if isinstance(each, FunctionType) and each.__code__.co_filename.startswith(folder):
                self._by_code[self._mark(each.__code__)].append(each)

    @staticmethod
    def _mark(code: CodeType) -> tuple[object, ...]:
        return name(code), code.co_code, code.co_linetable  # two functions on one line stand in different columns

    def place(self, changed: Iterable[Altered]) -> None:
        """Give each function the altered code that it is to run."""
        placed = 0
        for each in changed:
            for function in self._by_code[self._mark(each.before)]:
                function.__code__ = each.after
                placed += 1
        if not placed:
            raise CannotBePlacedError
