"""What looks like a person's, and what only might."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.privacy.look import Kind, exposures, exposures_of_id, given_names, mailbox_of_person


def kinds(text: str) -> list[Kind]:
    return [found.kind for found in exposures(text)]


def check_digit(digits: str) -> int:
    """Give the last digit of a Swedish number by the rule of Luhn, as the Tax Agency's leaflet SKV 704 tells it."""
    total = sum(int(sign) for place, digit in enumerate(digits) for sign in str(int(digit) * (2 - place % 2)))
    return -total % 10


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("19121212-1212 finns i registret", Kind.PERSONAL_NUMBER),
        ("121212+1212", Kind.PERSONAL_NUMBER),
        ("Skriv till anna.berg@kommunen.example.", Kind.MAILBOX),
        ("Ring 070-174 06 05 före lunch", Kind.TELEPHONE),
        ("tel. 0325-57 60 00", Kind.TELEPHONE),
        ("+46 8 465 004 23", Kind.TELEPHONE),
        ("Handläggare Anna Berg svarar", Kind.NAME),
        ("Karl-Johan Svensson", Kind.NAME),
        ("Mohamed Ali", Kind.NAME),
    ],
)
def test_what_looks_like_a_person_s_is_found(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "kl. 08.30–16.00",
        "08.30 - 16.00",
        "den 08-12-2015",
        "2016-03-04",
        "2016-01-18–2016-06-10",
        "dnr 2008-3070010",
        "4 138 263 kr av 10 346 573 kr",
        "bankgiro 5051-6822",
        "kommun 0880",
        "202100-6073 och 556036-0793",
        "Karl Johans gata",
        "Maria Församling",
        "Anna AB",
        "Kristina Gymnasiet",
        "Vi möts i Lessebo",
        "Advisory Board möter Arbetsförmedlingen",
        "Anna, Berg och Dal",
    ],
)
def test_what_only_might_is_left_alone(text: str) -> None:
    assert kinds(text) == []


@given(st.from_regex(r"[1-9][0-9][2-9][0-9]{6}", fullmatch=True), st.sampled_from(["-", ""]))
def test_no_organisation_number_is_taken_for_anything_of_a_person_s(digits: str, hyphen: str) -> None:
    """The third digit is at least 2. The first is the legal form, never a 4 (SKV 709): 46 may begin a telephone."""
    found = kinds(f"organisationsnummer {digits[:6]}{hyphen}{digits[6:]}{check_digit(digits)} i registret")

    assert Kind.PERSONAL_NUMBER not in found
    assert found == [] or digits.startswith("46")


@given(st.dates().map(lambda day: f"{day:%y%m%d}"), st.integers(0, 999))
def test_every_true_identity_number_is_found_and_none_with_another_check_digit(born: str, serial: int) -> None:
    digits = f"{born}{serial:03}"
    last = check_digit(digits)

    assert Kind.PERSONAL_NUMBER in kinds(f"{digits[:6]}-{digits[6:]}{last}")
    assert Kind.PERSONAL_NUMBER not in kinds(f"{digits[:6]}-{digits[6:]}{(last + 1) % 10}")


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert all(found.text for found in exposures(text))


def test_a_name_in_an_id_is_found() -> None:
    assert [found.text for found in exposures_of_id("seat-anna-andersson")] == ["anna-andersson"]
    assert list(exposures_of_id("anna-kommun")) == []


def test_the_mailbox_of_a_function_is_no_person_s() -> None:
    assert mailbox_of_person("anna.berg@kommunen.example")
    assert not mailbox_of_person("integration@kommunen.example")
    assert not mailbox_of_person("vard.omsorg@kommunen.example")


def test_the_given_names_are_small_letters_each_by_itself() -> None:
    assert len(given_names()) > 200
    assert all(name.isalpha() and name == name.casefold() for name in given_names())
