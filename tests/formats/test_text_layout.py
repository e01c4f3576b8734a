"""Width, wrapping and tables: what a terminal shows, whatever the text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.text.ink import coloured
from samverkan.formats.text.table import cut, heading, paragraph, table
from samverkan.formats.text.width import clean, padded, width_of, wrapped

words = st.text(max_size=60)
cells = st.one_of(
    words, st.sampled_from(["förvaltningschefsrepresentant", "日本語のテキスト", "a" * 300, "\u202etxt", "e\u0301" * 9])
)


class TestNoTextOverflows:
    """Tables fit the width that they are given, at 40 columns as at 100."""

    @given(cells, st.integers(2, 100))
    def test_a_wrapped_line_is_no_wider_than_asked(self, text: str, width: int) -> None:
        assert all(width_of(line) <= width for line in wrapped(text, width))

    @given(cells, st.integers(8, 100))
    def test_a_paragraph_is_no_wider_than_asked(self, text: str, width: int) -> None:
        assert all(width_of(line) <= width for line in paragraph(text, width, first="- ", then="  "))

    @given(
        st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=5))
    )
    def test_a_table_is_no_wider_than_asked(self, rows: list[list[str]]) -> None:
        for width in (20, 40, 80):
            assert all(width_of(line) <= width for line in table(rows, width))


class TestNothingIsLost:
    """Wrapping changes where lines end and nothing else."""

    @given(cells, st.integers(2, 60))
    def test_every_sign_of_a_text_is_in_its_lines(self, text: str, width: int) -> None:
        assert "".join("".join(wrapped(text, width)).split(" ")) == "".join(
            clean(text).replace("\u00a0", " ").split(" ")
        )


class TestTerminalsAreSafe:
    """Control signs and direction marks never reach the terminal."""

    @given(words)
    def test_clean_text_has_no_control_signs(self, text: str) -> None:
        assert not any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in clean(text))

    @pytest.mark.parametrize("text", ["\x1b[2J", "a\x07b", "a\u202eb", "\u2066a", "a\x9bb", "a\x00b"])
    def test_what_steers_a_terminal_is_taken_out(self, text: str) -> None:
        assert all(sign.isprintable() for sign in clean(text))

    def test_of_unicode_control_signs_go_line_ends_are_spaces_and_halves_of_pairs_are_shown(self) -> None:
        signs = [chr(number) for number in (*range(0x100), 0xD7FF, 0xD800, 0xDFFF, 0xE000)]
        steering = [sign for sign in signs if unicodedata.category(sign) == "Cc"]

        assert {sign for sign in steering if clean(sign)} == set("\t\n\v\f\r\x85")
        assert [sign for sign in signs if clean(sign) == "\ufffd"] == ["\ud800", "\udfff"]

    def test_letters_are_written_in_one_way(self) -> None:
        assert clean("Mala\u030a") == "Malå"

    @given(words)
    def test_cleaning_twice_is_cleaning_once(self, text: str) -> None:
        assert clean(clean(text)) == clean(text)


class TestTables:
    def test_columns_stand_under_each_other(self) -> None:
        assert table([["v. 9", "fre 4 mars"], ["v. 11", "fre 18 mars"]], 30) == [
            "  v. 9   fre 4 mars",
            "  v. 11  fre 18 mars",
        ]

    def test_the_widest_column_gives_way_first(self) -> None:
        lines = table([["Kommun", "Tranemo kommun, som driver processen"]], 30)

        assert lines == ["  Kommun  Tranemo kommun, som", "          driver processen"]

    def test_where_columns_cannot_stand_side_by_side_a_row_becomes_a_paragraph(self) -> None:
        assert table([["aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"]], 20) == [
            "  aaaaaaaaaa ·",
            "    bbbbbbbbbb ·",
            "    cccccccccc",
        ]

    def test_a_long_word_is_cut_at_its_hyphen(self) -> None:
        assert wrapped("Grimsås–Tranemo-linjen", 10) == ["Grimsås–", "Tranemo-", "linjen"]

    def test_wide_signs_take_two_columns(self) -> None:
        assert padded("日本", 6) == "日本  "

    def test_a_heading_is_underlined_to_its_width(self) -> None:
        assert heading("Malå 日本", 80) == ["Malå 日本", "─────────"]

    def test_a_cut_says_how_much_is_left_out(self) -> None:
        assert cut(["a", "b", "c", "d"], 3, lambda n: [f"… {n} more"]) == ["a", "b", "… 2 more"]
        assert cut(["a", "b"], None, lambda n: [f"… {n} more"]) == ["a", "b"]


class TestColour:
    """Colour repeats what a mark says; without it, no word is missing."""

    def test_marks_and_headings_are_coloured(self) -> None:
        assert coloured("Titel\n─────\n  1 ✓ uppfyllt\n") == (
            "\x1b[1mTitel\x1b[0m\n─────\n  1 \x1b[32m✓\x1b[0m uppfyllt\n"
        )

    def test_other_text_is_left_alone(self) -> None:
        assert coloured("Hur – och varför?\n") == "Hur – och varför?\n"
