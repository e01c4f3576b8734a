"""Words, ids and sources: the ordinary ones first, then those on which readers and writers stumble."""

from __future__ import annotations

import datetime as dt
from functools import cache
from inspect import unwrap
from typing import TYPE_CHECKING, Final

from attrs import evolve
from hypothesis import strategies as st

from samverkan.model.names import Text, personal_numbers
from samverkan.model.source import Level, Method, Source
from samverkan.testing.strategies.arguments import check_bounds, shown_by_call

if TYPE_CHECKING:
    from collections.abc import Iterable

ORDINARY: Final = ("Möte", "Kommunchef", "Återvändare", "Ärende", "Övrigt", "Arbetsförmedlingen", "fika i Ängelholm")
"""Swedish words as a plan has them; the first is what examples shrink to."""

TRICKY: Final = (
    'säger "ja"',
    "it's",
    '"""',
    "'''",
    "rad ett\nrad två",
    "\nförst en tom rad",
    "sist en tom rad\n",
    "kolumn\tkolumn",
    "  indraget  ",
    "=1+1",
    "@SUM(A1)",
    "+46",
    "C:\\nytt\\u00e5",
    "# ingen kommentar",
    "[tabell]",
    "nyckel = 1",
    "{plats} %s $x",
    "<b>&amp;</b>]]>",
    "BEGIN:VEVENT;a,b",
    "true",
    "null",
    "2016-03-04",
    "18:00",
    "0880",
    "13.00–16.30",
    "va\u0308g",  # ä in two signs (NFD)
    "\u212bngstro\u0308m",  # the ångström sign, which NFC makes an Å
    "\u202eomvänt\u202c",  # written from right to left
    "\u200fעברית",
    "\ufeffmärke",
    "rad\u2028rad",
    "hårt\u00a0mellanslag",
    "İstanbul ß ǅ",
    "👩‍👩‍👧 🇸🇪",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "lång " * 30,
)
"""Words that quotes, TOML, XML, HTML, iCalendar, spreadsheets and terminals take for something of their own."""

CODES: Final = ("1452", "0586", "0319", "0561", "0560", "0686", "0765", "2481", "0880", "2418", "0114", "2584")
"""Codes of municipalities, some with a leading zero."""

_ALPHABET: Final = st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from(
    "aeinrst åäöÅÄÖ.,-–0123456789\"'\\\n\t"
)


_ID_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz0123456789"


def _sayable(words: str) -> bool:
    return bool(words.strip()) and not personal_numbers(words)


@cache
@shown_by_call
def words(*, max_size: int = 40) -> st.SearchStrategy[str]:
    """Generate text that says something and holds neither a control character nor a person's number."""
    check_bounds("size", 1, max_size, least=1)
    pool = [word for word in (*ORDINARY, *TRICKY) if len(word) <= max_size]
    free = st.text(_ALPHABET, min_size=1, max_size=max_size).filter(_sayable)
    return st.sampled_from(pool) | free if pool else free


@cache
@shown_by_call
def texts(*, max_size: int = 40) -> st.SearchStrategy[Text]:
    """Generate ``Text`` in Swedish, some of it with an English translation."""
    pool = [Text(word) for word in (*ORDINARY, *TRICKY) if len(word) <= max_size]
    plain = unwrap(words)(max_size=max_size)
    free = st.builds(Text, plain, st.none() | plain)
    # One choice instead of five: most tests want some text, not a certain one.
    return st.sampled_from(pool) | free if pool else free


@cache
@shown_by_call
def ids(*, max_size: int = 20) -> st.SearchStrategy[str]:
    """Generate ids: small ASCII letters and digits in groups with single hyphens between them."""
    check_bounds("size", 1, max_size, least=1)
    pool = [
        word for word in ("a", "b", "sg-01", "tranemo-kommun", "0", "1-2-3", "true", "x" * 20) if len(word) <= max_size
    ]
    part = st.text(_ID_LETTERS, min_size=1, max_size=6)
    free = st.lists(part, min_size=1, max_size=3).map(lambda parts: "-".join(parts)[:max_size].strip("-"))
    return st.sampled_from(pool) | free.filter(_sayable)


def municipality_codes() -> st.SearchStrategy[str]:
    """Generate municipality codes that Statistics Sweden has given out."""
    return st.sampled_from(CODES)


@shown_by_call
def sources(*, inferred: Iterable[str] = ()) -> st.SearchStrategy[Source]:
    """Generate sources; those fields that are said to be deduced are among ``inferred``."""
    return _sources(tuple(inferred))


_COMMON: Final = (
    Source("bild 22"),
    Source("bild 22", says="V 10", level=Level.RECORD),
    Source("s. 3", level=Level.INFERRED),
    Source("avtal", level=Level.RECORD, valid_until=dt.date(2016, 5, 31)),
    Source("intervju", method=Method.INTERVIEW, collected=dt.date(2016, 2, 1), valid_until=dt.date(2016, 8, 31)),
)


@cache
def _sources(inferred: tuple[str, ...]) -> st.SearchStrategy[Source]:
    deduced = st.lists(st.sampled_from(inferred), unique=True, max_size=3) if inferred else st.just([])
    plain = unwrap(words)()
    made = st.builds(
        Source,
        plain,
        st.none() | plain,
        st.sampled_from(Level),
        deduced,
        st.none() | st.sampled_from(Method),
        st.none() | unwrap(texts)(),
    )
    return st.sampled_from(_COMMON) | made | st.builds(_dated, made, _ends())


def _ends() -> st.SearchStrategy[tuple[dt.date | None, dt.date | None]]:
    days = st.dates(dt.date(2015, 1, 1), dt.date(2027, 12, 31))
    return st.tuples(days, st.none() | st.timedeltas(dt.timedelta(), dt.timedelta(900))).map(
        lambda ends: (ends[0], None if ends[1] is None else ends[0] + ends[1])
    )


def _dated(source: Source, ends: tuple[dt.date | None, dt.date | None]) -> Source:
    return evolve(source, collected=ends[0], valid_until=ends[1])
