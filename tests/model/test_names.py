from __future__ import annotations

import datetime as dt
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import InvalidValueError
from samverkan.model.bodies import Seat
from samverkan.model.names import Text, as_text, ids, normalised, personal_numbers, slug, swedish, texts
from samverkan.testing import dates, municipality_codes, words


def with_check_digit(nine: str) -> str:
    """Complete a number by Luhn's digit, reckoned another way than the library reckons it."""
    doubled = "".join(str(int(digit) * weight) for digit, weight in zip(nine, (2, 1) * 5, strict=False))
    return f"{nine}{-sum(map(int, doubled)) % 10}"


# Nobody alive was born in 1890, and birth numbers from 980 are the Tax Agency's own, for tests.
BORN = with_check_digit("900101980")
CO_ORDINATED = with_check_digit("900161980")
LEAP_DAY = with_check_digit("880229980")


class TestIds:
    @pytest.mark.parametrize("name", ["a", "sg-01", "0", "tranemo-kommun", "a1-b2-c3"])
    def test_of_small_letters_digits_and_single_hyphens_are_taken(self, name: str) -> None:
        assert Seat(name).id == name

    @pytest.mark.parametrize("name", ["", "SG", "sg_01", "-a", "a-", "a--b", "å", "a b", "a\n", "١", 7, None])
    def test_of_anything_else_are_refused(self, name: str) -> None:
        with pytest.raises(InvalidValueError, match=r"id .* is not an id; expected small letters a–z") as refusal:
            Seat(name)
        assert refusal.value.code == "bad-id"

    def test_are_taken_as_a_tuple(self) -> None:
        assert ids(name for name in ["a", "b"]) == ("a", "b")


class TestText:
    def test_is_swedish_where_nothing_else_is_said(self) -> None:
        assert Text("Möte").in_language("sv") == Text("Möte").in_language("en") == "Möte"

    def test_is_told_in_english_where_somebody_has_translated_it(self) -> None:
        assert Text("Möte", en="Meeting").in_language("en") == "Meeting"
        assert str(Text("Möte", en="Meeting")) == "Möte"

    @given(words())
    def test_that_prints_can_be_read_back(self, told: str) -> None:
        text = Text(told)

        assert Text.parse(str(text)) == text

    @given(words())
    def test_is_the_same_however_its_letters_are_put_together(self, told: str) -> None:
        assert Text(unicodedata.normalize("NFD", told)) == Text(unicodedata.normalize("NFC", told))

    @pytest.mark.parametrize("blank", ["", " ", "\n", "\t ", "\u00a0", None, 3])
    def test_that_says_nothing_is_refused(self, blank: str) -> None:
        refused = r"sv says nothing|must be str|argument 2|expected string"
        with pytest.raises((InvalidValueError, TypeError), match=refused):
            Text(blank)

    @pytest.mark.parametrize("told", ["\0a", "a\x1b[31m", "a\x7f", "a\x85b", "a\rb"])
    def test_with_control_characters_is_refused(self, told: str) -> None:
        with pytest.raises(InvalidValueError, match="en holds a control character; expected plain text") as refusal:
            Text("a", en=told)
        assert refusal.value.code == "control-character"

    def test_with_any_other_sign_is_taken(self) -> None:
        signs = [chr(number) for number in (*range(0x100), 0xD7FF, 0xE000)]
        taken = [sign for sign in signs if unicodedata.category(sign) != "Cc" or sign in "\n\t"]

        assert [Text(f"a{sign}a").sv[1] for sign in taken] == taken
        for sign in set(signs) - set(taken):
            with pytest.raises(InvalidValueError, match="control character"):
                Text(f"a{sign}a")

    def test_that_no_file_can_hold_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="sv holds") as refusal:
            Text("a\ud800")
        assert refusal.value.code == "control-character"

    @pytest.mark.parametrize("told", ["я" + 30 * "\u0301", "я" * 40, "я" * 40 + 16 * "\u0301"])
    def test_may_have_thirty_marks_on_a_letter(self, told: str) -> None:
        assert Text(told).sv == told

    @pytest.mark.parametrize("letter", ["a", "я"])
    @pytest.mark.parametrize("mark", ["\u0301", "\u0334"], ids=["above", "through"])
    def test_may_not_have_more_marks_on_a_letter(self, letter: str, mark: str) -> None:
        with pytest.raises(InvalidValueError, match="one letter of sv has more than 30 marks on it") as refusal:
            Text(letter + 31 * mark)
        assert refusal.value.code == "too-many-marks"
        assert normalised(letter + 31 * mark) == letter + 31 * mark

    def test_may_have_several_lines(self) -> None:
        assert Text("ett\n\ttvå").sv == "ett\n\ttvå"

    def test_is_taken_from_plain_text(self) -> None:
        assert as_text("Möte") == Text("Möte") == as_text(Text("Möte"))
        assert texts(["a", Text("b")]) == (Text("a"), Text("b"))


class TestSwedishOrder:
    def test_puts_the_three_letters_of_its_own_last(self) -> None:
        names = ["Örebro", "Zinkgruvan", "Älmhult", "Åmål", "Malå", "Vadstena", "Växjö", "Wien"]

        assert sorted(names, key=swedish) == [
            "Malå", "Vadstena", "Växjö", "Wien", "Zinkgruvan", "Åmål", "Älmhult", "Örebro",
        ]  # fmt: skip

    def test_heeds_neither_case_nor_composition(self) -> None:
        assert swedish("ÅMÅL") == swedish("åmål") == swedish("a\u030ama\u030al")

    def test_puts_accents_beside_their_letter(self) -> None:
        assert sorted(["Idf", "Idé", "Ide", "Idéer"], key=swedish) == ["Ide", "Idé", "Idéer", "Idf"]

    def test_puts_what_is_no_letter_first(self) -> None:
        assert sorted(["Aa", "A a", "A1", "A-a", "Ab"], key=swedish) == ["A a", "A-a", "A1", "Aa", "Ab"]

    @given(st.lists(words()))
    def test_is_an_order(self, names: list[str]) -> None:
        ranked = sorted(names, key=swedish)

        assert all(swedish(before) <= swedish(after) for before, after in pairwise(ranked))

    @given(words(), words())
    def test_tells_apart_what_differs_beyond_case(self, one: str, other: str) -> None:
        same = normalised(normalised(one).casefold()) == normalised(normalised(other).casefold())

        assert (swedish(one) == swedish(other)) is same


class TestSlug:
    @pytest.mark.parametrize(
        ("name", "made"),
        [
            ("Möte i Advisory Board", "mote-i-advisory-board"),
            ("Integration på G!", "integration-pa-g"),
            ("  SFI / vux  ", "sfi-vux"),
            ("☃", ""),
        ],
    )
    def test_is_an_id_like_the_name(self, name: str, made: str) -> None:
        assert slug(name) == made

    @given(words())
    def test_is_an_id_or_nothing(self, name: str) -> None:
        if slug(name):
            assert Seat(slug(name)).id == slug(slug(name))


class TestPersonalNumbers:
    @pytest.mark.parametrize(
        "text",
        [
            f"{BORN[:6]}-{BORN[6:]}",
            f"{BORN[:6]}+{BORN[6:]}",
            BORN,
            f"18{BORN[:6]}-{BORN[6:]}",
            f"18{BORN}",
            f"{CO_ORDINATED[:6]}-{CO_ORDINATED[6:]}",
            f"18{CO_ORDINATED}",
            f"18{LEAP_DAY}",
        ],
    )
    @pytest.mark.parametrize("around", ["{}", "ring ({}) om mötet", "nr {}.", "född:{};"])
    def test_are_found_wherever_they_stand(self, text: str, around: str) -> None:
        assert personal_numbers(around.format(text)) == [text]

    @pytest.mark.parametrize("added", [0, 60], ids=["born", "co-ordinated"])
    def test_are_found_by_a_day_of_the_year_and_one_check_digit(self, added: int) -> None:
        days = [dt.date(1890, 1, 1) + dt.timedelta(days) for days in range(365)]
        right = [
            with_check_digit(f"{day:%y%m}{day.day + added:02}{980 + place % 20}") for place, day in enumerate(days)
        ]
        wrong = [f"{each[:9]}{(int(each[9]) + other) % 10}" for each in right for other in range(1, 10)]

        assert personal_numbers(" ".join(right)) == right
        assert personal_numbers(" ".join(wrong)) == []

    def test_are_found_each(self) -> None:
        assert len(personal_numbers(f"{BORN[:6]}-{BORN[6:]} och 18{CO_ORDINATED}")) == 2

    def test_with_a_wrong_check_digit_are_none(self) -> None:
        wrong = f"{BORN[:9]}{(int(BORN[9]) + 1) % 10}"

        assert personal_numbers(f"18{wrong} {wrong[:6]}-{wrong[6:]}") == []

    @pytest.mark.parametrize("nine", ["900230980", "901301980", "900100980", "900192980"])
    def test_of_no_day_of_the_calendar_are_none(self, nine: str) -> None:
        assert personal_numbers(f"18{with_check_digit(nine)}") == []

    def test_of_a_leap_day_need_a_leap_year(self) -> None:
        assert personal_numbers(f"19{with_check_digit('000229980')}") == []
        assert len(personal_numbers(f"20{with_check_digit('000229980')}")) == 1
        assert len(personal_numbers(with_check_digit("000229980"))) == 1


class TestNoFalseAlarm:
    @given(st.integers(0, 99), st.integers(20, 99), st.integers(0, 99_999), st.sampled_from(["-", "", " "]))
    def test_on_organisation_numbers(self, first: int, third: int, rest: int, sign: str) -> None:
        # The third and fourth digits of an organisation number make at least 20 (SFS 1974:174).
        number = with_check_digit(f"{first:02}{third}{rest:05}")

        assert personal_numbers(f"Org.nr {number[:6]}{sign}{number[6:]}, 16{number}") == []

    @given(st.lists(municipality_codes(), max_size=6))
    def test_on_municipality_codes(self, codes: list[str]) -> None:
        assert personal_numbers(" ".join(codes)) == personal_numbers(", ".join(codes)) == []

    @given(dates(), dates())
    def test_on_dates(self, one: dt.date, other: dt.date) -> None:
        told = f"{one} – {other}; {one:%Y%m%d}, {one:%d/%m %Y}, {one:%y%m%d}-{other:%y%m%d}, {one:%Y%m%d}T130000"

        assert personal_numbers(told) == []

    @pytest.mark.parametrize(
        "told",
        [
            "0325-57 60 00",
            "+46 325 57 60 00",
            "070-123 45 67",
            "Bg 5051-6543, Pg 29 02 30-4",
            "dnr KS/2016:0123-4567",
            "556036-0793",
            "12–18 år, 2016/17",
            "1234567890123456",
        ],
    )
    def test_on_other_numbers(self, told: str) -> None:
        assert personal_numbers(told) == []
