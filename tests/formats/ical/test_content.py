from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from samverkan.formats.ical.content import escaped, folded, text_line

CRLF = "\r\n"


def read(line: str) -> str:
    """Read a text property as icalendar does."""
    event = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    return str(Calendar.from_ical(event).walk("VEVENT")[0]["SUMMARY"])


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Möte; i Åmål, kl. 13", r"Möte\; i Åmål\, kl. 13"),
        ("C:\\Nytt\\nu", r"C:\\Nytt\\nu"),
        ("en\r\ntvå\rtre\nfyra\u2028fem\x85sex", r"en\ntvå\ntre\nfyra\nfem\nsex"),
        ("\x00a\x07b\x1b[31mc\x7fd\x9be\ud800f", "ab[31mcdef"),
        ("kolumn\tkolumn", "kolumn\tkolumn"),
        ("BEGIN:VEVENT", "BEGIN:VEVENT"),
    ],
)
def test_text_is_written_so_that_nothing_in_it_means_anything_else(words: str, written: str) -> None:
    assert escaped(words) == written


def test_icalendar_itself_would_write_a_backslash_before_n_as_the_end_of_a_line() -> None:
    """This is why the escaping is ours; when the test fails, it need not be any more."""
    from icalendar import vText

    assert vText("C:\\Nytt").to_ical() == rb"C:\nytt"
    assert read(text_line("SUMMARY", "C:\\Nytt")) == "C:\\Nytt"


def test_a_line_of_75_octets_stays_whole_and_one_more_is_folded() -> None:
    assert CRLF not in folded("A" * 75)
    assert folded("A" * 76).count(CRLF + " ") == 1


class TestLines:
    """RFC 5545, 3.1: lines are of at most 75 octets, and folding may not split a sign of several octets."""

    @given(st.text(st.characters(codec="utf-8"), max_size=300))
    def test_no_line_is_longer_and_each_is_whole_signs(self, words: str) -> None:
        for line in text_line("SUMMARY", words).split(CRLF):
            assert len(line.encode()) <= 75
            assert not re.search("[\r\n]", line)

    @given(st.text(max_size=300))
    @example("\ufeffmärke")
    def test_what_is_written_is_read_as_the_same_but_for_the_signs_that_do_not_fit(self, words: str) -> None:
        kept = re.sub("\r\n?|[\x85\u2028\u2029]", "\n", words)
        kept = re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff]", "", kept)

        assert read(text_line("SUMMARY", words)) == kept
