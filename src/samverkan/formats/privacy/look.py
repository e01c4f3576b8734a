"""What looks like a person's (*personuppgift*): an identity number, a mailbox, a telephone, a first name and a last.

A look is a guess, and this one would rather miss a name than cry wolf: a name is told only where a common given name is
followed by a word that is written as a surname. Telephone numbers are those that Google's ``libphonenumber`` takes for
possible Swedish or international ones, but for times of day and dates, which it takes for numbers too.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.model.names import normalised, personal_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator


class Kind(Enum):
    """What a stretch of text looks like."""

    PERSONAL_NUMBER = "personal-number"
    MAILBOX = "e-mail"
    TELEPHONE = "telephone"
    NAME = "person-name"


@frozen
class Exposure:
    """A stretch of text that looks like a person's."""

    kind: Kind
    text: str


# Of a long run of letters each is looked at once: a mailbox begins where the run does, and no name is longer than 40.
_MAILBOX = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")
_CLOCK_OR_DATE = re.compile(
    r"\d{1,2}[.:]\d{2}\s*[-–—]\s*\d{1,2}[.:]\d{2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{2}|\d{4})|\d{2,4}-\d{2}-\d{2}"
)
_CAPITALISED = re.compile(r"[^\W\d_a-zåäöé][^\W\d_]{1,40}+(?:-[^\W\d_]{1,40}+)?")
_FOLLOWED = re.compile(rf"({_CAPITALISED.pattern}) +({_CAPITALISED.pattern})(?![\w-])")
_AFTER = re.compile(r" +(\w+)")
_OF_PLACES = (
    "ab arena backe center centrum fastigheter folkhögskola fond forum församling gata gymnasium gymnasiet hallen hamn "
    "hb hus huset kb kommun kyrka kyrkan skola skolan stift stiftelse stiftelsen torg vård väg äldreboende"
)
_NO_SURNAME = frozenset(_OF_PLACES.split())
_SURNAME = re.compile(
    r".+(?:sson|sen|berg|bergh|ström|lund|lind|gren|dahl|man|qvist|kvist|quist|löf|stedt|ell|én|in|mark|fors|holm)"
)
"""How a surname ends that is written in small letters, as in an id."""


def exposures(text: str) -> Iterator[Exposure]:
    """Find what looks like a person's in a text, kind by kind.

    >>> [found.text for found in exposures("Ring Anna Berg på 070-123 45 67, kl. 08.30–16.00; org.nr 556677-8899")]
    ['070-123 45 67', 'Anna Berg']
    """
    text = normalised(text)
    yield from (Exposure(Kind.PERSONAL_NUMBER, each) for each in personal_numbers(text))
    yield from (Exposure(Kind.MAILBOX, each) for each in _MAILBOX.findall(text))
    yield from (Exposure(Kind.TELEPHONE, each) for each in _telephones(text))
    yield from (Exposure(Kind.NAME, each) for each in _names(_MAILBOX.sub(" ", text)))


def exposures_of_id(id_: str) -> Iterator[Exposure]:
    """Find a name in an id, such as ``anna-andersson``."""
    for first, second in pairwise(id_.split("-")):
        if first in given_names() and _SURNAME.fullmatch(second):
            yield Exposure(Kind.NAME, f"{first}-{second}")


def mailbox_of_person(address: str) -> bool:
    """Say whether a mailbox begins with a given name, a full stop and another word, as those of persons do.

    >>> mailbox_of_person("anna.berg@tranemo.se"), mailbox_of_person("integration@tranemo.se")
    (True, False)
    """
    first, dot, last = address.partition("@")[0].casefold().partition(".")
    return bool(dot and last) and first in given_names()


@cache
def given_names() -> frozenset[str]:
    """Give the given names that are known, in small letters."""
    text = files("samverkan.formats.privacy").joinpath("given_names.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def _telephones(text: str) -> Iterator[str]:
    if len(re.findall(r"\d", text)) < 7:  # no number is shorter, and the library takes its time
        return
    from phonenumbers import Leniency, PhoneNumberMatcher

    numbers = {each.replace("-", "") for each in personal_numbers(text)}
    for match in PhoneNumberMatcher(_CLOCK_OR_DATE.sub(" x ", text), "SE", leniency=Leniency.VALID):
        if re.sub(r"\D", "", match.raw_string) not in numbers:
            yield match.raw_string


def _names(text: str) -> Iterator[str]:
    at = 0
    while match := _FOLLOWED.search(text, at):
        first, second = match.groups()
        at = match.start(2)
        known = first.casefold() in given_names() or all(part in given_names() for part in first.casefold().split("-"))
        after = _AFTER.match(text, match.end())
        of_a_place = {second.casefold(), after[1].casefold() if after else ""} & _NO_SURNAME
        if known and not of_a_place and not second.isupper():
            yield match[0]
            at = match.end()
