"""The heads and the words of a table of results, in both languages."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from samverkan.followup.result import Counted, Sex

if TYPE_CHECKING:
    from collections.abc import Mapping


class Head(StrEnum):
    """A column of the table; each row is a count of so many of so many."""

    GOAL = "goal"
    WORDS = "goal text"
    FIRST = "from"
    LAST = "to"
    COLLECTED = "collected"
    COUNT = "count"
    TOTAL = "of"
    PENDING = "pending"
    SEX = "sex"
    AGES = "ages"
    COUNTED = "counted"
    OUTCOMES = "outcomes"
    MUNICIPALITY = "municipality"
    SOURCE = "source"
    PERIOD = "period"


HEADS: Final = {
    **{head.value: head for head in Head},
    "mål": Head.GOAL,
    "måltext": Head.WORDS,
    "från": Head.FIRST,
    "till": Head.LAST,
    "insamlat": Head.COLLECTED,
    "antal": Head.COUNT,
    "av": Head.TOTAL,
    "väntar": Head.PENDING,
    "kön": Head.SEX,
    "ålder": Head.AGES,
    "räknat": Head.COUNTED,
    "utfall": Head.OUTCOMES,
    "kommun": Head.MUNICIPALITY,
    "källa": Head.SOURCE,
}
"""What may stand at the head of a column. The words of a goal are there for people: nobody reads them back."""

NEEDED: Final = (Head.GOAL, Head.COLLECTED, Head.COUNT, Head.SOURCE)
"""The columns that no table can do without, beside one that says when."""

WRITTEN: Final = tuple(head for head in Head if head is not Head.PERIOD)
"""The columns that we write, in their order."""

_SWEDISH: Final = {head: word for word, head in HEADS.items() if word != head.value}

SEXES: Final[dict[str, Sex | None]] = {
    "kvinnor": Sex.WOMEN,
    "kvinna": Sex.WOMEN,
    "women": Sex.WOMEN,
    "woman": Sex.WOMEN,
    "män": Sex.MEN,
    "man": Sex.MEN,
    "men": Sex.MEN,
    "alla": None,
    "totalt": None,
    "all": None,
    "total": None,
}
"""The words for women, men and everybody; an empty cell is everybody."""

COUNTED: Final = {
    "utfall": Counted.OUTCOME,
    "outcome": Counted.OUTCOME,
    "upplevelse": Counted.PERCEPTION,
    "perception": Counted.PERCEPTION,
    "endera": Counted.EITHER,
    "either": Counted.EITHER,
}
"""The words for what is counted; an empty cell is an outcome."""


ENGLISH: Final = frozenset({"women", "woman", "men", "all", "total", *(each.value for each in (*Head, *Counted))})
"""The words above that are English; *man* and *period* are words of both languages, and taken for Swedish."""


def head_word(head: Head, language: str) -> str:
    """Give the head of a column in a language."""
    return _SWEDISH.get(head, head.value) if language == "sv" else head.value


def word_of(member: Sex | Counted, language: str) -> str:
    """Give the word for a sex or for what is counted; of several in a language, the first."""
    if language == "en":
        return str(member.value)
    return next(word for word, each in {**SEXES, **COUNTED}.items() if each is member)


def usual(words: Mapping[str, object], language: str) -> list[str]:
    """Give the first word of a language for each thing that the words mean."""
    both: dict[object, list[str]] = {}
    for word, meant in words.items():
        both.setdefault(meant, []).append(word)
    return [
        next((word for word in alike if (word in ENGLISH) == (language == "en")), alike[0]) for alike in both.values()
    ]
