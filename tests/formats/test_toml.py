from __future__ import annotations

import datetime as dt
import re
import tomllib
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import SamverkanError
from samverkan.formats import toml
from samverkan.formats.bundled import bundled_names, bundled_text
from samverkan.model.cadence import EveryDays
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed
from samverkan.model.names import Text
from samverkan.model.organisations import Municipality, Sector
from samverkan.model.source import Source
from samverkan.model.values import ClockSpan
from samverkan.model.when import InWeek, OnDate
from samverkan.testing.strategies import collaborations

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration


@pytest.fixture(scope="module")
def read(example: str) -> Collaboration:
    return toml.loads(example)


def test_a_table_keyed_by_id_becomes_items_in_the_order_of_the_file(read: Collaboration) -> None:
    assert [organisation.id for organisation in read.organisations] == ["tranemo-kommun", "migrationsverket"]
    assert [seat.id for seat in read.bodies[0].seats] == ["sg-01", "sg-08"]


def test_plain_text_is_swedish_and_a_table_gives_both_languages(read: Collaboration) -> None:
    assert read.name == Text("Integration Tranemo")
    assert read.organisations[0].name == Text("Tranemo kommun", "The municipality of Tranemo")


def test_a_code_with_text_is_a_municipality_with_a_name(read: Collaboration) -> None:
    assert read.municipalities == (Municipality("1452", "Tranemo"),)


def test_silence_is_unknown_and_absence_is_declared(read: Collaboration) -> None:
    assert read.organisations[0].joined is UNKNOWN
    assert read.organisations[1].joined == Absent("inte aktuellt")
    assert read.organisations[1].sector is Sector.STATE_AGENCY


def test_claims_that_differ_are_kept_side_by_side_with_their_sources(read: Collaboration) -> None:
    assert read.series[0].time == Disputed(
        [
            Claim(ClockSpan(dt.time(13), dt.time(16, 30)), Source("slide 20"), decides=True),
            Claim(ClockSpan(dt.time(13), dt.time(16)), Source("slide 21", "Å, klockan 13–16")),
        ]
    )


def test_a_bare_date_is_a_day_and_a_table_says_what_else_it_is(read: Collaboration) -> None:
    assert [event.when for event in read.events] == [InWeek("2016-W10"), OnDate(dt.date(2016, 1, 18))]
    assert read.series[0].every == EveryDays(14)


@pytest.mark.parametrize("written", ["2", "0.5", '"0.5"', '"1/2"', '"0,5"'])
def test_a_share_is_exact_in_every_way_of_writing_it(example: str, written: str) -> None:
    text = example + f'[[goals]]\nid = "g"\nkind = "share"\ntext = "x"\nnumber = {written}\n'
    assert toml.loads(text).goals[0].number == Fraction(written.strip('"').replace(",", "."))  # type: ignore[union-attr]


def test_what_is_written_is_laid_out_as_people_do_it(example: str) -> None:
    without_comments = re.sub(r"(?m)^#.*\n| +# .*$", "", example).replace("13.00-16.00", "13.00–16.00")
    assert toml.dumps(toml.loads(example)) == without_comments


def test_a_mark_of_byte_order_and_windows_line_ends_change_nothing(example: str) -> None:
    assert toml.loads("\ufeff" + example.replace("\n", "\r\n")) == toml.loads(example)


class TestRoundTrip:
    """Load and dump; round trip exact, unknowns, order and duplicate lines included (issue 2)."""

    @given(collaborations())
    def test_what_is_written_is_read_as_the_same(self, collaboration: Collaboration) -> None:
        assert toml.loads(toml.dumps(collaboration)) == collaboration

    @given(collaborations())
    def test_writing_is_canonical(self, collaboration: Collaboration) -> None:
        written = toml.dumps(collaboration)
        assert toml.dumps(toml.loads(written)) == written

    @pytest.mark.parametrize("name", bundled_names())
    def test_every_bundled_file_survives(self, name: str) -> None:
        collaboration = toml.loads(bundled_text(name))
        assert toml.loads(toml.dumps(collaboration)) == collaboration


def accepted_or_refused(text: str) -> None:
    try:
        toml.loads(text, name="x.toml")
    except SamverkanError as error:
        faults = error.faults  # type: ignore[attr-defined]  # both errors of reading have them
        assert faults
        assert all("\n" not in str(fault) for fault in faults)
        assert all(fault.location.line >= 1 and fault.location.column >= 1 for fault in faults if fault.location)


TOKENS = ["[", "]", "{", "}", "=", '"', '"""', "'''", "\n", ",", ".", "#", "\\", "1", "-", "å", "\0", "nan", "[[", "\r"]


class TestNothingButOurErrors:
    """Each fault is told, never a traceback (issue 2)."""

    @given(st.text())
    def test_any_text(self, text: str) -> None:
        accepted_or_refused(text)

    @given(st.lists(st.sampled_from(TOKENS), max_size=60))
    def test_any_signs_of_toml(self, tokens: list[str]) -> None:
        accepted_or_refused("format = 1\n" + "".join(tokens))

    @given(st.data())
    def test_a_file_with_a_piece_put_in_or_cut_out(self, example: str, data: st.DataObject) -> None:
        at = data.draw(st.integers(0, len(example)))
        length = data.draw(st.integers(0, 12))
        piece = data.draw(st.one_of(st.sampled_from(TOKENS), st.text(max_size=5)))
        accepted_or_refused(example[:at] + piece + example[at + length :])

    @given(st.data())
    def test_a_file_with_one_value_replaced(self, example: str, data: st.DataObject) -> None:
        values = st.sampled_from(
            ["1", '""', "true", "1.5", "2016-01-01", "13:00:00", "[]", "{}", "[[]]", "[{}]", "{ a = 1 }"]
        )
        lines = example.split("\n")
        at = data.draw(st.sampled_from([n for n, line in enumerate(lines) if " = " in line]))
        lines[at] = f"{lines[at].split(' = ')[0]} = {data.draw(values)}"
        accepted_or_refused("\n".join(lines))

    @pytest.mark.parametrize(
        "text",
        [
            "a = " + "[" * 100_000,
            "a = " + "{ b = " * 1_000,
            ".".join(["a"] * 50_000) + " = 1",
            "[" + ".".join(["a"] * 1_000) + "]",
            'a = "' + '\\"' * 300_000,
            'a = """' + '\\"' * 300_000,
            "a = '''" + "'" * 100_001,
            '"' * 200_001,
            "a = " + "9" * 100_000,
            "a = 1e" + "9" * 100,
            "x = [" + "1.5, " * 1_000 + "]",
            "a\n" * 100_000,
            "\n".join(f"a{n} = {{" for n in range(20_000)),
        ],
        ids=lambda text: text[:12],
    )
    def test_texts_made_to_hurt_a_parser(self, text: str) -> None:
        accepted_or_refused(text)


def test_a_deep_value_is_refused_at_the_bracket_that_is_too_much(example: str) -> None:
    with pytest.raises(SamverkanError, match=r"x\.toml:44:45: this is nested more than 40 deep"):
        toml.loads(f"{example}a = {'[' * 1000}", name="x.toml")


def test_brackets_and_dots_in_text_and_comments_nest_nothing(example: str) -> None:
    signs = "[" * 60 + ".a" * 60
    text = example.replace("# the group", f"# {signs}").replace("Åmåls teater", signs)
    assert toml.loads(text).events[0].name == Text(signs)


def test_the_layout_is_toml_that_the_standard_library_reads(example: str) -> None:
    assert tomllib.loads(toml.dumps(toml.loads(example)))["format"] == 1
