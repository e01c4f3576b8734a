"""Words as Swedes write them: ids, text in two languages, alphabetical order, and no person's number anywhere."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import field, frozen

from samverkan.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ALPHABET = {letter: rank for rank, letter in enumerate("abcdefghijklmnopqrstuvwxyzåäö")}
_NUMBER = re.compile(r"(?<![\d-])(18|19|20)?(\d{2})(\d{2})(\d{2})[-+]?(\d{4})(?![\d-])")
# Control signs (Cc) but for tab and line feed, and halves of surrogate pairs (Cs), which no file can hold.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


MAX_MARKS = 30
"""So many marks may stand on one letter, as the stream-safe format of Unicode has it (UAX #15, D4)."""

_MARKED = re.compile(rf"[\u0300-\U0010ffff]{{{MAX_MARKS}}}")


def normalised(text: str) -> str:
    """Write each letter in one way only (Unicode NFC), so that equal words are equal text.

    Text that no ``Text`` holds, with more than ``MAX_MARKS`` marks on one letter, stays as it is: to put them in order
    takes a time that grows with the square of their number.
    """
    return text if _is_overmarked(text) else unicodedata.normalize("NFC", text)


def _is_overmarked(text: str) -> bool:
    if not _MARKED.search(text):
        return False
    runs = groupby(text, key=lambda letter: unicodedata.combining(letter) > 0)
    return any(sum(1 for _ in run) > MAX_MARKS for marks, run in runs if marks)


def swedish(name: str) -> tuple[tuple[int, str], ...]:
    """Give the key by which names sort as Swedish does: Å, Ä and Ö last, accents beside their letter.

    >>> sorted(["Älmhult", "Örebro", "Åmål", "Malå", "Växjö"], key=swedish)
    ['Malå', 'Växjö', 'Åmål', 'Älmhult', 'Örebro']
    """
    return tuple(_rank(letter) for letter in normalised(name).casefold())


def _rank(letter: str) -> tuple[int, str]:
    if letter in _ALPHABET:
        return _ALPHABET[letter], ""
    base = unicodedata.normalize("NFD", letter)[0]
    return _ALPHABET.get(base, -1), letter


def slug(name: str) -> str:
    """Make an id of a name: ``Möte i Advisory Board`` becomes ``mote-i-advisory-board``.

    >>> slug("Möte i Advisory Board")
    'mote-i-advisory-board'
    """
    # Letter by letter: the marks are left out, so that it does not matter in which order they come.
    letters = (unicodedata.normalize("NFD", letter) for letter in name.casefold())
    bare = "".join(letters).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", bare))


def personal_numbers(text: str) -> list[str]:
    """Find what can only be Swedish personal identity numbers (*personnummer*): a true date and a true check digit.

    Organisation numbers have a third digit of 2 or more, so they are never taken for one.
    """
    return [match.group() for match in _NUMBER.finditer(text) if _is_personal(match)]


def _is_personal(match: re.Match[str]) -> bool:
    century, year, month, day, last = match.groups()
    try:
        # Of centuries that may be meant, 2000 had a leap day and 1900 had none. A co-ordination number
        # (samordningsnummer) adds 60 to the day.
        dt.date(int((century or "20") + year), int(month), int(day) % 60)
    except ValueError:
        return False
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(year + month + day + last)]
    return sum(digit // 10 + digit % 10 for digit in doubled) % 10 == 0


def an_id(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse anything but small ASCII letters, digits and single hyphens."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise InvalidValueError(
            "bad-id",
            f"{attribute.name} {value!r} is not an id",
            "small letters a–z, digits and hyphens, such as “sg-01”",
        )


def not_blank(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse text that says nothing, and text with control characters or too many marks in it."""
    if not isinstance(value, str) or not value.strip():
        raise InvalidValueError("blank", f"{attribute.name} says nothing", "at least one letter")
    if _CONTROL.search(value):
        raise InvalidValueError("control-character", f"{attribute.name} holds a control character", "plain text")
    if _is_overmarked(value):
        message = f"one letter of {attribute.name} has more than {MAX_MARKS} marks on it"
        raise InvalidValueError("too-many-marks", message, "letters of a language")


def ids(names: Iterable[str]) -> tuple[str, ...]:
    """Take a sequence of ids as a tuple."""
    return tuple(names)


def _maybe_normalised(text: str | None) -> str | None:
    return None if text is None else normalised(text)


def _maybe_not_blank(instance: object, attribute: Attribute[Any], value: object) -> None:
    if value is not None:
        not_blank(instance, attribute, value)


@frozen
class Text:
    """Words that people read: in Swedish, and in English where somebody has translated them."""

    short_form: ClassVar[str] = "text, or { sv = “…”, en = “…” }"

    sv: str = field(converter=normalised, validator=not_blank)
    en: str | None = field(default=None, converter=_maybe_normalised, validator=_maybe_not_blank)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Take plain text as Swedish."""
        return cls(text)

    def __str__(self) -> str:
        return self.sv

    def in_language(self, language: str) -> str:
        """Give the words in ``language`` (``sv`` or ``en``), in Swedish where no translation exists."""
        return self.en if language == "en" and self.en else self.sv


def as_text(words: str | Text) -> Text:
    """Take plain text where a ``Text`` is wanted."""
    return words if isinstance(words, Text) else Text(words)


def texts(words: Iterable[str | Text]) -> tuple[Text, ...]:
    """Take a sequence of words as a tuple of ``Text``."""
    return tuple(as_text(word) for word in words)
