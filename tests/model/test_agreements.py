from __future__ import annotations

import datetime as dt

import pytest

from samverkan.errors import InvalidCollaborationError, InvalidValueError
from samverkan.formats.toml import dumps, loads
from samverkan.model.agreements import Agreement
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed

HEAD = 'format = 1\nid = "a"\nname = "A"\norganisations.kommun.name = "K"\norganisations.polisen.name = "P"\n'
JANUARY, MAY = dt.date(2027, 1, 1), dt.date(2027, 5, 31)


def test_it_cannot_end_before_it_starts() -> None:
    with pytest.raises(InvalidValueError, match="the agreement ends 2027-01-01 before it starts 2027-05-31"):
        Agreement("a", "x", from_=MAY, until=JANUARY)


def test_nor_can_it_by_the_claims_that_decide() -> None:
    until = Disputed([Claim(JANUARY, decides=True), Claim(dt.date(2028, 1, 1))])

    with pytest.raises(InvalidValueError, match="the agreement ends 2027-01-01 before"):
        Agreement("a", "x", from_=MAY, until=until)


def test_it_may_be_of_one_day() -> None:
    assert Agreement("a", "x", from_=MAY, until=MAY).until == MAY


def test_it_may_have_a_last_day_and_no_known_first() -> None:
    assert Agreement("a", "x", until=MAY).from_ is UNKNOWN


def test_without_a_last_day_is_not_the_same_as_unknown() -> None:
    text = '[[agreements]]\nabout = "Praktik"\nparties = ["kommun", "polisen"]\nfrom = 2027-01-01\n'

    [silent] = loads(HEAD + text).agreements
    [endless] = loads(HEAD + text + 'absent.until = "tills vidare"\n').agreements

    assert (silent.id, silent.from_, silent.until) == ("praktik", JANUARY, UNKNOWN)
    assert endless.until == Absent("tills vidare")


def test_a_party_must_be_an_organisation_of_the_file() -> None:
    with pytest.raises(InvalidCollaborationError) as caught:
        loads(HEAD + '[[agreements]]\nabout = "Praktik"\nparties = ["kommun", "poliisen"]\n')

    [fault] = caught.value.faults
    assert (fault.path, fault.message, fault.nearest) == (
        ("agreements", 0, "parties", 1),
        "there is no organisation “poliisen”",
        "polisen",
    )


def test_dates_that_are_turned_round_are_told_where_they_stand() -> None:
    with pytest.raises(InvalidCollaborationError) as caught:
        loads(HEAD + '[[agreements]]\nabout = "Praktik"\nfrom = 2027-05-31\nuntil = 2027-01-01\n')

    [fault] = caught.value.faults
    assert (fault.code, fault.path, fault.location.line) == ("reversed-period", ("agreements", 0), 6)


def test_two_agreements_cannot_have_one_id() -> None:
    with pytest.raises(InvalidCollaborationError, match="the id “praktik” stands twice"):
        loads(HEAD + 2 * '[[agreements]]\nabout = "Praktik"\n')


def test_a_file_without_any_has_none_and_is_written_without() -> None:
    assert loads(HEAD).agreements == ()
    assert "agreements" not in dumps(loads(HEAD))
