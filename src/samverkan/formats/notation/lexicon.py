"""The words of one language for time (*ordförråd*): what each means when read, and which are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from attrs import field, frozen

from samverkan.formats.notation.tokens import Token

_Words: TypeAlias = dict[str, tuple[Token, ...]]
Forms: TypeAlias = tuple[str, str, str]
"""How something is said for one, for two and for more, with places ``{n}`` and ``{nth}``."""


def spelt(meanings: Mapping[tuple[Token, ...], str]) -> _Words:
    """Turn a table of meanings, each with its words parted by commas, into one of words with their meanings."""
    spellings = [(word.strip(), meaning) for meaning, words in meanings.items() for word in words.split(",")]
    table = dict(spellings)
    if twice := [word for word, meaning in spellings if table[word] != meaning]:
        raise ValueError(f"“{twice[0]}” stands twice in the table of words, with two meanings")
    return table


@frozen(kw_only=True)
class Lexicon:
    """All that the grammar needs to know about one language; the grammar itself is the same for all."""

    language: str
    words: _Words
    weekday_endings: tuple[str, ...]
    """Endings of the name of a day that mean one such day: *fredag*, *fredagen*."""
    every_weekday_endings: tuple[str, ...]
    """Endings that mean each such day: *fredagar*."""
    ordinal_endings: tuple[str, ...]
    month_first: bool
    """Whether the name of a month may stand before the day."""
    within: str
    after: tuple[str, ...]
    clock_at: tuple[str, ...]
    clock_to: tuple[str, ...]
    ordinal: Callable[[int], str]
    nth: Mapping[int, str]
    forms: Mapping[str, Forms]
    lengths: Mapping[str, tuple[str, str]]
    say: Mapping[str, str]
    examples: str
    frequencies: str
    longest: int = field(init=False)

    @longest.default
    def _most_words(self) -> int:
        return max(word.count(" ") + 1 for word in self.words)

    def counted(self, what: str, n: int) -> str:
        """Say something so many times, or at every so manieth step."""
        return self.forms[what][min(n, 3) - 1].format(n=n, nth=self.ordinal(n))
