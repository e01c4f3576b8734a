"""What a page is made of (*byggstenar*): each kind is accessible in itself, so that the pages need not think of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeAlias

from attrs import field, frozen

from samverkan.formats.html.inline import Inline

if TYPE_CHECKING:
    from collections.abc import Iterable


def _inlines(items: Iterable[Inline]) -> tuple[Inline, ...]:
    return tuple(items)


def _rows(rows: Iterable[Iterable[Inline]]) -> tuple[tuple[Inline, ...], ...]:
    return tuple(tuple(row) for row in rows)


def _blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(blocks)


@frozen
class Paragraph:
    """A paragraph; a ``lead`` opens a page, a ``note`` says how to read what follows."""

    kind: ClassVar[str] = "paragraph"

    content: Inline
    role: str = "plain"


@frozen
class Listing:
    """Some things in a list; ``ordered`` where one comes after the other."""

    kind: ClassVar[str] = "listing"

    items: tuple[Inline, ...] = field(converter=_inlines)
    ordered: bool = False


@frozen
class Facts:
    """Questions, each with its answer, or its answers."""

    kind: ClassVar[str] = "facts"

    pairs: tuple[tuple[Inline, ...], ...] = field(converter=_rows)


@frozen
class Table:
    """A table with its caption; the cells of the column ``header`` tell what their rows are about.

    A table that is ``titled`` stands right under a heading that says the same, so its caption is heard and not seen.
    ``anchors`` are the ids of the rows, where something points at them.
    """

    kind: ClassVar[str] = "table"

    caption: Inline
    heads: tuple[str, ...] = field(converter=tuple[str, ...])
    rows: tuple[tuple[Inline, ...], ...] = field(converter=_rows)
    header: int = 0
    titled: bool = False
    anchors: tuple[str, ...] = field(default=(), converter=tuple[str, ...])


@frozen
class Day:
    """A day of a month: its number, and where somebody meets what is to be said of it and where it is told."""

    number: int
    told: str | None = None
    address: str | None = None


@frozen
class Month:
    """A month as a sheet of a calendar: weeks, each with its ISO number and seven days, some of other months."""

    kind: ClassVar[str] = "month"

    caption: str
    week_head: Inline
    weekdays: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[int, tuple[Day | None, ...]], ...]


@frozen
class Picture:
    """A picture in a file of its own; ``told`` says in words what it shows, and its facts stand beside it."""

    kind: ClassVar[str] = "picture"

    address: str
    told: str
    caption: Inline


@frozen
class Card:
    """A thing with a name of its own among others of its kind, with what is told of it."""

    kind: ClassVar[str] = "card"

    title: Inline
    blocks: tuple[Block, ...] = field(converter=_blocks)


@frozen
class More:
    """What is shown when somebody asks for it, and in print."""

    kind: ClassVar[str] = "more"

    summary: str
    blocks: tuple[Block, ...] = field(converter=_blocks)


@frozen
class Section:
    """A part of a page under a heading; ``anchor`` is its id on the page."""

    kind: ClassVar[str] = "section"

    title: Inline
    blocks: tuple[Block, ...] = field(converter=_blocks)
    anchor: str


@frozen
class Months:
    """Some months side by side, as far as the page is wide."""

    kind: ClassVar[str] = "months"

    months: tuple[Month, ...] = field(converter=tuple[Month, ...])


Block: TypeAlias = Paragraph | Listing | Facts | Table | Months | Picture | Card | More | Section
"""Every kind of thing that a page is made of."""
