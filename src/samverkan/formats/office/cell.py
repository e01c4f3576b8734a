"""A fact as the content of a cell (*cellinnehåll*), and back: empty is silence, ``[…]`` is declared absent."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from fractions import Fraction
from typing import Any

from attrs import frozen

from samverkan.errors import InvalidValueError, nearest
from samverkan.formats.content import SEPARATOR, Content, Unfit, unfit
from samverkan.formats.hints import Slot, is_items
from samverkan.formats.notation import read_cadence, read_clock, read_when, write_cadence, write_when
from samverkan.formats.office.sheet import CELL, Aside, Value, cut
from samverkan.formats.refusal import as_fault, refused, shortened, wrong_type
from samverkan.formats.scalars import one_of, write_fraction
from samverkan.formats.unstructure import unstructure
from samverkan.formats.wording import Wording, mark
from samverkan.model.cadence import Cadence
from samverkan.model.facts import UNKNOWN, Absent, Disputed, Unknown
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan
from samverkan.model.when import OnDate, When

_DISPUTED = mark("disputed: {claims}")


def shown(fact: object, wording: Wording) -> Value:
    """Show a fact as its cell: what nobody can say in one cell, such as a dispute, stands aside."""
    match fact:
        case None | Unknown():
            return None
        case Absent(says):
            return f"[{says}]"
        case Disputed():
            claims = " / ".join(str(_words(claim.value, wording)) for claim in fact.claims)
            return Aside(wording.word(_DISPUTED).format(claims=claims))
    words = _words(fact, wording)
    if not isinstance(words, str):
        return words
    if not words:
        return None
    words = f"[{words}]" if words.startswith("[") and words.endswith("]") else words
    return words if cut(words, CELL - 1) == words else Aside(words)


def _words(value: Any, wording: Wording) -> str | dt.date:  # noqa: ANN401, PLR0911  # any field; a return a type
    """Write a stated value: a day as a day, and all else in words."""
    match value:
        case bool():
            return wording.word("yes") if value else wording.word("no")
        case OnDate(date) | (dt.date() as date):
            return date
        case ClockSpan():
            return wording.clock(value)
        case Fraction():
            return str(write_fraction(value)).replace(".", "," if wording.language == "sv" else ".")
        case tuple():
            return SEPARATOR.join(str(_words(each, wording)) for each in value)
        case Text() | Enum() | str():
            # An id stays an id, whatever the reader calls the thing.
            return value if isinstance(value, str) else wording.value(value)
        case _ if isinstance(value, Cadence):
            return write_cadence(value, lang=wording.language)
        case _:
            return write_when(value, lang=wording.language)


@frozen
class Reader:
    """Reads cells in the words of one language."""

    wording: Wording

    def read(self, content: Content, slot: Slot) -> object:
        """Give the plain data that a cell says for a field: ``UNKNOWN`` where it is empty, ``Absent`` for ``[…]``.

        Raises ``Refused`` for what does not belong there.
        """
        if isinstance(content, str):
            content = content.strip() or None
        if content is None:
            if slot.required:
                raise refused("empty-cell", "the cell is empty", "a value: nothing can stand here without one")
            return UNKNOWN
        if isinstance(content, Unfit):
            raise unfit(content)
        if isinstance(content, str):
            self._check_whole(content)
        if isinstance(content, str) and content.startswith("[") and content.endswith("]"):
            if not content.startswith("[["):
                return _absent(content[1:-1].strip(), slot)
            content = content[1:-1]
        try:
            return self._stated(content, slot.hint)
        except InvalidValueError as error:
            fault = as_fault(error)
            raise refused(fault.code, fault.message, fault.expected) from None

    def _check_whole(self, content: str) -> None:
        """Refuse what ``shown`` puts aside: the cell says less than the file."""
        if content.startswith(self.wording.word(_DISPUTED).format(claims="")):
            raise refused("disputed", "two sources contradict each other here", "a change in the file itself")
        if cut(content, CELL - 1) != content:
            raise refused("too-long", "this text is longer than a cell can be", "a change in the file itself")

    def _stated(self, content: Content, hint: Any) -> object:  # noqa: ANN401, PLR0911  # a hint; one return a type
        if hint is dt.date:
            return _day(content)
        if hint is bool:
            return self._yes_or_no(content)
        if hint is ClockSpan:
            return _hours(content, self.wording.language)
        if hint == When and isinstance(content, dt.date):
            return content
        text = _text(content)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self._word(text, hint)
        if hint == When:
            return unstructure(read_when(text, lang=self.wording.language))
        if hint == Cadence:
            return unstructure(read_cadence(text, lang=self.wording.language))
        if is_items(hint):
            parts = (part.strip() for part in text.replace("\n", ";").split(";"))
            return [part for part in parts if part]
        return text

    def _yes_or_no(self, content: Content) -> bool:
        if isinstance(content, bool):
            return content
        words = {self.wording.word("yes"): True, self.wording.word("no"): False}
        found = words.get(content.casefold()) if isinstance(content, str) else None
        if found is None:
            raise wrong_type(content, one_of(list(words)))
        return found

    def _word(self, text: str, words: type[Enum]) -> object:
        labels = {self.wording.label(each).casefold(): each.value for each in words}
        known = labels.get(text.casefold(), text)
        if known not in labels.values():
            near = nearest(text.casefold(), labels)
            message = f"the word “{shortened(text)}” is not known here"
            raise refused("unknown-word", message, one_of([self.wording.label(each) for each in words]), near)
        return known


def _absent(says: str, slot: Slot) -> Absent:
    if not slot.fact:
        raise refused("not-a-fact", "this cannot be declared absent", "a value without brackets")
    return Absent(says) if says else Absent()


def _day(content: Content) -> dt.date:
    if isinstance(content, dt.date):
        return content
    try:
        # Text in the form of ISO 8601 can mean one day only.
        return dt.date.fromisoformat(content if isinstance(content, str) and len(content) == len("2016-03-04") else "")
    except ValueError:
        raise wrong_type(content, "a date such as 2016-03-04") from None


def _hours(content: Content, language: str) -> str:
    if isinstance(content, dt.time):
        return str(ClockSpan(content.replace(second=0, microsecond=0)))
    return str(read_clock(_text(content), lang=language))


def _text(content: Content) -> str:
    if not isinstance(content, str):
        raise wrong_type(content, "text: format the cell as text first")
    return content
