"""The two tables of words say the same things."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

import pytest

from samverkan.formats.notation.languages import day_name, lexicon, month_name
from samverkan.formats.notation.lexer import plain
from samverkan.formats.notation.lexicon import spelt
from samverkan.formats.notation.tokens import Month
from samverkan.formats.wording import LANGUAGES
from samverkan.model.cadence import Weekday

if TYPE_CHECKING:
    from samverkan.formats.notation.tokens import Token

SWEDISH, ENGLISH = lexicon("sv"), lexicon("en")


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def meanings(language: str) -> set[Token]:
    return {token for tokens in lexicon(language).words.values() for token in tokens}


def test_both_know_the_same_meanings() -> None:
    assert meanings("sv") == meanings("en")


def test_both_write_the_same_things_with_the_same_places() -> None:
    assert {key: places(said) for key, said in SWEDISH.say.items()} == {
        key: places(said) for key, said in ENGLISH.say.items()
    }
    assert SWEDISH.forms.keys() == ENGLISH.forms.keys()
    assert SWEDISH.lengths.keys() == ENGLISH.lengths.keys()
    assert SWEDISH.nth.keys() == ENGLISH.nth.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_kept_as_the_reader_makes_them(language: str) -> None:
    assert [word for word in lexicon(language).words if word != plain(word)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_the_calendar_is_hidden_by_a_word_of_the_table(language: str) -> None:
    words = lexicon(language).words

    assert all(words[plain(month_name(number, language))] == (Month(number),) for number in range(1, 13))
    assert all(words[plain(day_name(weekday, language))] == (weekday,) for weekday in Weekday)


def test_a_word_that_stands_in_two_rows_of_a_table_is_refused() -> None:
    with pytest.raises(ValueError, match="“ht” stands twice"):
        spelt({("term",): "termin, ht", ("year",): "år, ht"})
