"""What stands inside a line of a page: words, words in another language, links, days (*text i löpande rad*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeAlias

from attrs import field, frozen

from samverkan.checklist.outcome import Outcome
from samverkan.followup.shown import Hidden
from samverkan.followup.status import Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from samverkan.formats.wording import Wording
    from samverkan.model.names import Text


@frozen
class Foreign:
    """Words in another language than the page's, so that they are read aloud as what they are (WCAG 2.1, 3.1.2)."""

    kind: ClassVar[str] = "foreign"

    text: str
    language: str


@frozen
class Link:
    """A way to another page; ``address`` is relative within the site."""

    kind: ClassVar[str] = "link"

    content: Inline
    address: str


@frozen
class Moment:
    """A day or a time, for people as ``text`` and for programs as ``machine`` (ISO 8601)."""

    kind: ClassVar[str] = "moment"

    text: str
    machine: str


@frozen
class Sign:
    """How something came out or stands, in words; the style sheet sets a sign before them, in a colour of its own."""

    kind: ClassVar[str] = "sign"

    outcome: Outcome | Status | Hidden
    text: str


@frozen
class Code:
    """What is to be copied sign by sign: an address, the path of a field."""

    kind: ClassVar[str] = "code"

    text: str


@frozen
class Quiet:
    """What only some readers need, in smaller letters."""

    kind: ClassVar[str] = "quiet"

    content: Inline


def _parts(parts: Iterable[Inline]) -> tuple[Inline, ...]:
    return tuple(parts)


@frozen
class Row:
    """Several things after each other, joined by ``between``."""

    kind: ClassVar[str] = "row"

    parts: tuple[Inline, ...] = field(converter=_parts)
    between: str = " "


Inline: TypeAlias = str | Foreign | Link | Moment | Sign | Code | Quiet | Row
"""Everything that may stand in a line."""


def said(text: Text, wording: Wording) -> Inline:
    """Give the words of the file in the reader's language; what nobody has translated is marked as Swedish."""
    if wording.language == "en" and text.en is None:
        return Foreign(text.sv, "sv")
    return text.in_language(wording.language)


def name(text: str, wording: Wording) -> Inline:
    """Give a name, which is Swedish on every page."""
    return text if wording.language == "sv" else Foreign(text, "sv")


def day(date: dt.date, wording: Wording) -> Moment:
    """Give a day with its weekday and year."""
    return Moment(wording.day(date), date.isoformat())


def joined(parts: Iterable[Inline], between: str = ", ") -> Row:
    """Join what stands in a list within a line."""
    return Row(parts, between)
