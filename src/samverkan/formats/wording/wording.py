"""The words for one reader: messages, labels, dates and lists in Swedish or in English (*språkdräkt*)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from samverkan.errors import UnknownNameError
from samverkan.formats.wording import dates
from samverkan.formats.wording.catalogue import swedish
from samverkan.formats.wording.labels import english
from samverkan.model.facts import Absent, Disputed, Unknown
from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.message import Message, Value
    from samverkan.model.terms import Term
    from samverkan.model.values import ClockSpan
    from samverkan.model.when import Span

LANGUAGES: Final = ("sv", "en")
"""The languages that the library speaks, the default first."""


def mark(text: str) -> str:
    """Mark a text for the catalogue where it stands; it is looked up later, when the reader is known."""
    return text


def _known(_: object, __: object, language: str) -> None:
    if language not in LANGUAGES:
        raise UnknownNameError("language", language, LANGUAGES)


@frozen
class Wording:
    """What is said to readers of one language; English needs no catalogue, for it is what the code says.

    ``names`` are what to call the things that messages speak of by their ids.

    >>> from samverkan.model.organisations import Sector
    >>> Wording("sv").label(Sector.STATE_AGENCY), Wording("en").label(Sector.STATE_AGENCY)
    ('statlig myndighet', 'state agency')
    """

    language: str = field(default="sv", validator=_known)
    names: Mapping[str, str] = field(factory=dict, repr=False)

    def word(self, text: str, context: str | None = None) -> str:
        """Give a word or sentence without places; what the catalogue lacks stays English."""
        return self._forms(text, context)[0]

    def _forms(self, text: str, context: str | None = None, plural: str | None = None) -> tuple[str, ...]:
        english_forms = (text,) if plural is None else (text, plural)
        return english_forms if self.language == "en" else swedish().get((context, text), english_forms)

    def tell(self, message: Message) -> str:
        """Tell a message with its facts; ``n`` chooses between the form for one and that for several."""
        facts = dict(message.values)
        forms = self._forms(message.text, None, message.plural)
        template = forms[0] if len(forms) == 1 or facts.get("n") == 1 else forms[-1]
        return template.format(**{name: self._placed(name, value, message.text) for name, value in message.values})

    def _placed(self, name: str, value: Value, text: str) -> str:
        """Write a fact as it reads inside its sentence: terms of which nothing is known are joined by *eller*."""
        if name == "terms" and isinstance(value, tuple) and _denies(text):
            return self.listed([self.value(each) for each in value], self.word("or"))
        told = self.value(value)
        return inside(told) if name == "holiday" and self.language == "sv" else told

    def value(self, value: Value) -> str:
        """Write one fact of a message."""
        match value:
            case tuple():
                return self.listed([self.value(each) for each in value])
            case Text():
                return value.in_language(self.language)
            case Enum():
                return self.label(value)
            case dt.date():
                return self.day(value)
            case str():
                return self.names.get(value, value)
            case _:
                return str(value)

    def label(self, member: Enum) -> str:
        """Give the words for a member of an enumeration: ``Sector.STATE_AGENCY`` is *statlig myndighet*."""
        return self.word(english(member), type(member).__name__)

    def fact(self, fact: Value | Unknown | Absent | Disputed[Value] | None) -> str:
        """Write a fact in whichever of its states it is; an open dispute gives each claim."""
        match fact:
            case None | Unknown():
                return self.word("not stated")
            case Absent():
                return fact.says if self.language == "sv" else self.word("declared absent")
            case Disputed():
                claims = " / ".join(self.value(claim.value) for claim in fact.claims)
                return self.word("disputed: {claims}").format(claims=claims)
            case _:
                return self.value(fact)

    def listed(self, items: Sequence[str], word: str | None = None) -> str:
        """Join words as a sentence does: ``A, B och C``, or with another word than *och*."""
        if not items:
            return self.word("none")
        *before, last = items
        return f"{', '.join(before)} {word or self.word('and')} {last}" if before else last

    def day(self, date: dt.date) -> str:
        """Write a day with weekday and year: ``fre 4 mars 2016``."""
        return dates.day(date, self.language)

    def week(self, date: dt.date) -> str:
        """Write the ISO week of a day: ``v. 9``."""
        return self.word("week {number}").format(number=dates.week(date))

    def term(self, term: Term) -> str:
        """Write a term: ``VT 2016``, in English ``spring term 2016``."""
        return f"{self.label(term.half)} {term.year}"

    def clock(self, clock: ClockSpan) -> str:
        """Write a time of day: ``13.00–16.30``, in English with colons."""
        return str(clock) if self.language == "sv" else str(clock).replace(".", ":")

    def span(self, span: Span) -> str:
        """Write the days between which something lies, by the week or month that they make up, if any."""
        first, last = span.earliest, span.latest
        if first is None or last is None:
            return self._half_open(first, last)
        told = dates.days(first, last, self.language)
        if (last - first).days == 6 and first.weekday() == 0:
            return f"{self.week(first)}, {told}"
        if first.day == 1 and (first.year, first.month) == (last.year, last.month) and _ends_month(last):
            return dates.month(first, self.language)
        return told

    def _half_open(self, first: dt.date | None, last: dt.date | None) -> str:
        if first:
            return self.word("{date} at the earliest").format(date=self.day(first))
        if last:
            return self.word("{date} at the latest").format(date=self.day(last))
        return self.word("not stated")


def _denies(text: str) -> bool:
    return text.startswith("No ") or " has no " in text


def inside(holiday: str) -> str:
    """Write the Swedish name of a holiday as it stands inside a sentence: small, unless it begins with a name.

    >>> inside("Långfredagen"), inside("Kristi himmelsfärdsdag")
    ('långfredagen', 'Kristi himmelsfärdsdag')
    """
    return holiday if holiday.startswith(("Kristi", "Sveriges")) else holiday[:1].lower() + holiday[1:]


def _ends_month(date: dt.date) -> bool:
    return (date + dt.timedelta(days=1)).day == 1
