"""What a file says for a time that its writer put as people do (*filens form*), so that a fault can tell it."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from attrs import evolve

from samverkan.errors import InvalidValueError
from samverkan.formats.hints import Hint, date_field, is_items, is_table, is_union, item_of, tables_in
from samverkan.formats.layout import inline
from samverkan.formats.notation.clock import read_clock
from samverkan.formats.notation.frequencies import read_cadence
from samverkan.formats.notation.reading import may_say, read_length, read_when
from samverkan.formats.refusal import Refused
from samverkan.formats.unstructure import unstructure
from samverkan.formats.wording import LANGUAGES
from samverkan.model.cadence import EveryDays
from samverkan.model.values import ClockSpan, Length
from samverkan.model.when import OnDate

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.errors import Path
    from samverkan.model.cadence import Cadence
    from samverkan.model.when import When

_LONGEST: Final = 100
"""The most letters of a time that anybody writes; what is longer is no time, and is not read."""


def helped(refusal: Refused, raw: object, hint: Hint) -> Refused:
    """Add to a refusal what the file says for a time that stands there as people write it; nothing else changes."""
    return Refused(
        fault if fault.nearest else evolve(fault, nearest=_meant(fault.path, raw, hint)) for fault in refusal.faults
    )


def canonical(text: str, hint: Hint) -> str | None:
    """Give what a file says where a value of this type stands, for a time in Swedish or English words, or nothing.

    >>> canonical("kl. 13–16.30", ClockSpan), canonical("18/1-16", dt.date), canonical("fem", dt.date)
    ('13.00–16.30', '2016-01-18', None)
    """
    value = _understood(text, hint)
    return None if value is None else _written(unstructure(value))


def _written(plain: object) -> str:
    return plain if isinstance(plain, str) else inline(plain)


def _meant(path: Path, raw: object, hint: Hint) -> str | None:
    match path, raw:
        case (), str():
            return canonical(raw, hint)
        case (int(place),), list() if is_items(hint) and isinstance(raw[place], str):
            return canonical(raw[place], item_of(hint))
        case (str(key),), dict() if OnDate in tables_in(hint) and isinstance(raw.get(key), str):
            plain = unstructure(_understood(raw[key], hint))
            meant = _written(plain[key]) if isinstance(plain, dict) and key in plain else None
            return None if meant == raw[key] else meant  # only the quotation marks are wrong, and that is told already
    return None


def _understood(text: str, hint: Hint) -> object:
    read = _reader(hint)
    if read is None or len(text) > _LONGEST:
        return None
    for language in LANGUAGES:
        with suppress(InvalidValueError):
            value = read(text, language)
            if value is not None:
                return value
    return None


def _reader(hint: Hint) -> Callable[[str, str], object] | None:
    tables = list(tables_in(hint)) if is_union(hint) else []
    if OnDate in tables:
        return _when
    if EveryDays in tables:
        return _cadence
    if isinstance(hint, type) and is_table(hint) and date_field(hint):  # a bare date is enough for it
        return _day
    return next((read for kind, read in _READERS if hint is kind), None)


def _when(text: str, lang: str) -> When | None:
    return read_when(text, lang=lang) if may_say(text, lang=lang) else None


def _cadence(text: str, lang: str) -> Cadence | None:
    return read_cadence(text, lang=lang) if may_say(text, lang=lang) else None


def _length(text: str, lang: str) -> Length | None:
    return read_length(text, lang=lang) if may_say(text, lang=lang) else None


def _day(text: str, lang: str) -> dt.date | None:
    when = _when(text, lang)
    return when.date if isinstance(when, OnDate) and not when.year_inferred else None


def _clock(text: str, lang: str) -> ClockSpan:
    return read_clock(text, lang=lang)


def _hour(text: str, lang: str) -> dt.time | None:
    clock = read_clock(text, lang=lang)
    return clock.start if clock.end is None else None


_READERS: Final = ((dt.date, _day), (dt.time, _hour), (ClockSpan, _clock), (Length, _length))
