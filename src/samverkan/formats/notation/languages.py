"""The two languages, each with the names of its months and days from the Unicode locale data."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.formats.notation.english import ENGLISH
from samverkan.formats.notation.lexer import plain
from samverkan.formats.notation.swedish import SWEDISH
from samverkan.formats.notation.tokens import Month
from samverkan.formats.wording import Wording
from samverkan.model.cadence import Weekday

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.notation.lexicon import Lexicon
    from samverkan.formats.notation.tokens import Token

_LEXICONS = {"sv": SWEDISH, "en": ENGLISH}
_LOCALES = {"sv": "sv_SE", "en": "en_GB"}
_WIDTHS = ("wide", "abbreviated")


@cache
def lexicon(language: str) -> Lexicon:
    """Give the words of a language, those of its calendar among them."""
    bare = _LEXICONS[Wording(language).language]
    return evolve(bare, words={**dict(_months(language)), **dict(_days(bare)), **bare.words})


@cache
def _names(language: str, of: str, width: str) -> dict[int, str]:
    from babel import Locale

    return dict(getattr(Locale.parse(_LOCALES[language]), of)["format"][width])


def month_name(number: int, language: str) -> str:
    """Give the name of a month: ``maj``, in English ``May``."""
    return _names(language, "months", "wide")[number]


def day_name(weekday: Weekday, language: str) -> str:
    """Give the name of a day: ``fredag``, in English ``Friday``."""
    return _names(language, "days", "wide")[weekday.iso - 1]


def _months(language: str) -> Iterator[tuple[str, tuple[Token, ...]]]:
    for width in _WIDTHS:
        for number, name in _names(language, "months", width).items():
            word = plain(name).rstrip(".")
            yield word, (Month(number),)
            yield word[:3], (Month(number),)  # “mar”, “jun” and “sep”, which the locale data write longer


def _days(bare: Lexicon) -> Iterator[tuple[str, tuple[Token, ...]]]:
    for weekday in Weekday:
        yield plain(_names(bare.language, "days", "abbreviated")[weekday.iso - 1]).rstrip("."), (weekday,)
        name = plain(day_name(weekday, bare.language))
        yield from ((name + ending, (weekday,)) for ending in bare.weekday_endings)
        yield from ((name + ending, ("every", weekday)) for ending in bare.every_weekday_endings)
