"""From the text of a plan to the meaning of its words, one after the other (*ordläsning*)."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from samverkan.errors import nearest
from samverkan.formats.notation.refusal import refuse
from samverkan.formats.notation.tokens import Number, Ordinal
from samverkan.model.names import normalised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.errors import InvalidValueError
    from samverkan.formats.notation.lexicon import Lexicon
    from samverkan.formats.notation.tokens import Token, Tokens

_INVISIBLE: Final = {0x00AD: None, 0x200B: None, 0x200C: None, 0x200D: None, 0x2060: None, 0xFEFF: None}
_MINUS: Final = "\N{MINUS SIGN}"
_LONGEST: Final = 200
MAX_WRITTEN: Final = 2_000
"""More is not read for a time, however many of its signs are spaces or invisible."""
_LEXEME: Final = (
    r"(?P<number>[0-9]+)(?::?(?P<ending>{endings})(?![^\W\d_]))?|(?P<word>[^\W\d_]+)|(?P<gap>[ .:]+)|(?P<sign>.)"
)
_SIGNS: Final = {sign: sign for sign in "-/,[]?'"} | {";": ",", "&": ",", "+": ",", "’": "'"}


def plain(text: str) -> str:
    """Write text in one way: one kind of dash, one kind of space, small letters, nothing invisible."""
    dashed = (
        "-" if letter == _MINUS or unicodedata.category(letter) == "Pd" else letter
        for letter in normalised(text).translate(_INVISIBLE)
    )
    return re.sub("-+", "-", " ".join("".join(dashed).casefold().split()))


def tokenise(text: str, lexicon: Lexicon) -> Tokens:
    """Give what each word, number and sign means in the language, or refuse the first one that means nothing."""
    bare = plain(text[:MAX_WRITTEN])
    if len(bare) > _LONGEST or len(text) > MAX_WRITTEN:
        raise refuse("bad-notation", "the text is too long for a time", f"a time such as {lexicon.examples}")
    tokens: Tokens = []
    for lexemes in _phrases(bare, lexicon):
        meaning = _meaning(lexemes, lexicon)
        if meaning is None:
            raise _unknown(_phrase(lexemes), lexicon)
        tokens += meaning
    return tokens


def knows(text: str, lexicon: Lexicon) -> bool:
    """Say whether everything in a text means something in the language, without a search for what else was meant."""
    bare = plain(text[:MAX_WRITTEN])
    return (
        len(text) <= MAX_WRITTEN
        and len(bare) <= _LONGEST
        and all(_meaning(each, lexicon) is not None for each in _phrases(bare, lexicon))
    )


def _phrases(text: str, lexicon: Lexicon) -> Iterator[list[re.Match[str]]]:
    # "2 ggr/termin" is twice per term; a slash before a number stands in a date.
    lexemes = list(_lexemes(re.sub(r"/(?= ?[^\W\d_])", " per ", text), lexicon))
    while lexemes:
        taken = _longest_phrase(lexemes, lexicon)
        yield lexemes[:taken]
        del lexemes[:taken]


def _lexemes(text: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    lexeme = re.compile(_LEXEME.replace("{endings}", "|".join(lexicon.ordinal_endings)), re.DOTALL)
    return (match for match in lexeme.finditer(text) if match["gap"] is None)


def _longest_phrase(lexemes: list[re.Match[str]], lexicon: Lexicon) -> int:
    for taken in range(min(lexicon.longest, len(lexemes)), 1, -1):
        if " ".join(lexeme["word"] or "" for lexeme in lexemes[:taken]) in lexicon.words:
            return taken
    return 1


def _meaning(lexemes: list[re.Match[str]], lexicon: Lexicon) -> tuple[Token, ...] | None:
    first = lexemes[0]
    if digits := first["number"]:
        return (Ordinal(int(digits)) if first["ending"] else Number(int(digits), len(digits)),)
    if first["sign"] in _SIGNS:
        return (_SIGNS[first["sign"]],)
    return lexicon.words.get(_phrase(lexemes))


def _phrase(lexemes: list[re.Match[str]]) -> str:
    return " ".join(lexeme["word"] or lexeme["sign"] for lexeme in lexemes)


def _unknown(phrase: str, lexicon: Lexicon) -> InvalidValueError:
    near = nearest(phrase, lexicon.words)
    # Whoever mistypes a word seldom mistypes its first letter: "mitten" is no "vintern".
    meant = near is not None and near[0] == phrase[0]
    expected = f"a word such as “{near}”" if meant else f"a time such as {lexicon.examples}"
    return refuse("unknown-word", f"the word “{phrase}” is not known here", expected)
