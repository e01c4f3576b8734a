"""A document on paper (*handling*): a title, what it is about, and numbered parts of a few kinds of block."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from samverkan.formats.html.blocks import Facts, Listing, Paragraph, Table
from samverkan.formats.html.inline import Inline

if TYPE_CHECKING:
    from collections.abc import Iterable

Plain: TypeAlias = Paragraph | Listing | Facts | Table
"""The blocks of a page that make sense on paper too; a cell of a table with nothing in it is to be filled in."""


def _blocks(blocks: Iterable[Plain]) -> tuple[Plain, ...]:
    return tuple(blocks)


@frozen
class Part:
    """A numbered part of a document under a heading (*punkt*); without blocks it has room to write in."""

    title: Inline
    blocks: tuple[Plain, ...] = field(default=(), converter=_blocks)


def _parts(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(parts)


@frozen
class Paper:
    """A document in one language, with the day on which what it tells was last changed."""

    language: str
    title: Inline
    about: tuple[Plain, ...] = field(converter=_blocks)
    parts: tuple[Part, ...] = field(converter=_parts)
    updated: dt.date | None = None
