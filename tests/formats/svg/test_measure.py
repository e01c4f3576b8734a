from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.svg.measure import fitted, width_of
from samverkan.formats.text.width import clean


@given(st.text(st.characters()), st.floats(60, 300), st.integers(1, 5), st.booleans())
def test_no_line_is_wider_than_asked_and_no_more_are_given(text: str, width: float, lines: int, bold: bool) -> None:  # noqa: FBT001  # Hypothesis fills it
    broken = fitted(text, width, 12, lines=lines, bold=bold)

    assert 1 <= len(broken) <= lines
    assert all(width_of(line, 12, bold=bold) <= width for line in broken)


@given(st.text(st.characters(categories=["L"]), max_size=40))
def test_nothing_is_lost_unless_an_ellipsis_says_so(text: str) -> None:
    broken = fitted(text, 80, 12, lines=50)

    assert "".join(line.removesuffix("-") for line in broken[:-1]) + broken[-1] == clean(text)


def test_bold_letters_are_wider_and_capitals_too() -> None:
    assert width_of("råd", 12) < width_of("råd", 12, bold=True) < width_of("RÅD", 12, bold=True)
    assert width_of("e\u0301", 10) == width_of("e", 10) < width_of("日", 10)


def test_ten_thousand_letters_end_in_an_ellipsis() -> None:
    assert fitted("å" * 10_000, 100, 12, lines=2)[-1].endswith("…")


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Samverkansgrupp", ["Samverkans-", "grupp"]),
        ("Kommunstyrelsen", ["Kommun-", "styrelsen"]),
        ("Sandviken/Hofors", ["Sandviken/", "Hofors"]),
    ],
)
def test_a_compound_is_divided_between_its_parts(word: str, parts: list[str]) -> None:
    assert fitted(word, 98, 12, bold=True) == parts
