# ruff: noqa: ANN401  # any fact in any state
from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from samverkan.checklist.horizontal.identity import agree
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.parameters import Parameters
from samverkan.model.documents import Document
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.identity import Identity, Phase
from samverkan.model.organisations import Municipality, Place
from samverkan.model.source import Source
from samverkan.model.values import Length, Period, Unit
from tests.checklist.builders import MET, NOT_MET, UNSURE, day, disputed
from tests.checklist.horizontal.projects import YEAR, fields, finding, outcome, project

NONE = Outcome.NOT_APPLICABLE
WHOLE: dict[str, Any] = {
    "owner": "town",
    "programme_area": "Två",
    "phase": Phase.RUNNING,
    "region": "Småland",
    "period": YEAR,
}
TOWN = Municipality("1452", "Tranemo", stated_in=(Place.CARD, Place.TEXT))


def form(*, towns: tuple[Municipality, ...] = (TOWN,), **facts: Any) -> Any:
    return project(identity=Identity(**(WHOLE | facts)), municipalities=towns)


def period(text: str) -> Period:
    if text[0].isdigit() and "-" not in text:
        return Period(length=Length.parse(text))
    first, _, last = text.partition(" ")
    return Period(day(first) if first != "?" else None, day(last) if last else None)


class TestComplete:
    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({}, MET),
            ({"owner": Absent("saknas")}, NOT_MET),
            ({"owner": Absent("saknas"), "region": UNKNOWN}, NOT_MET),
            ({"region": UNKNOWN}, UNSURE),
            ({"owner": disputed("town", "school")}, UNSURE),
            ({"owner": disputed("town", "school", decides=0)}, MET),
            ({"period": Period(day("2016-01-01"))}, UNSURE),
            ({"towns": ()}, UNSURE),
        ],
    )
    def test_all_six_must_be_stated_and_one_declared_missing_is_a_no(
        self, facts: dict[str, Any], expected: Outcome
    ) -> None:
        assert outcome("H01", form(**facts)) is expected

    def test_what_is_missing_is_asked_for_and_a_dispute_is_shown(self) -> None:
        found = finding("H01", form(towns=(), region=UNKNOWN, owner=disputed("town", "school")))

        assert [ask.field for ask in found.asks] == ["identity.owner", "identity.region", "municipalities"]
        assert [str(each.says) for each in found.conflict] == ["town", "school"]

    def test_the_municipalities_come_from_where_the_first_does(self) -> None:
        found = finding("H01", form(towns=(evolve(TOWN, source=Source("kortet")), Municipality("1463", "Mark"))))

        assert str(found.evidence[-1].source) == "kortet"

    def test_the_missing_field_is_the_one_to_change(self) -> None:
        found = finding("H01", form(owner=Absent("saknas")))

        assert (found.remedy_field, fields(found)) == ("identity.owner", ["identity.owner"])


class TestPeriods:
    @pytest.mark.parametrize(
        ("stated", "text", "expected"),
        [
            ("2009-01-15 2011-01-15", "2009-01-15", MET),
            ("2009-01-15 2011-01-15", "2009-01-16", NOT_MET),
            ("2009-01-15 2011-01-15", "? 2011-01-14", NOT_MET),
            ("2009-01-15 2011-01-15", "2 years", MET),  # 731 days
            ("2008-09-01 2009-02-28", "6 months", MET),
            ("2010-02-01 2013-12-31", "3 years", NOT_MET),
            ("2010-02-01 2013-12-31", "47 months", MET),
            ("2016-01-01 2016-01-14", "2 weeks", MET),
            ("2016-01-01 2016-01-14", "13 days", NOT_MET),
            ("2016-01-01 2016-02-29", "1 month", NOT_MET),
            ("3 years", "3 years", MET),
            ("3 years", "2 years", NOT_MET),
            ("3 years", "36 months", UNSURE),
            ("2016-01-01", "? 2017-01-01", UNSURE),
        ],
    )
    def test_days_must_be_equal_and_a_length_may_be_told_roughly(
        self, stated: str, text: str, expected: Outcome
    ) -> None:
        assert agree(period(stated), period(text), tolerance=14) is expected
        assert agree(period(text), period(stated), tolerance=14) is expected
        assert outcome("H04", form(period=period(stated), period_in_text=period(text))) is expected

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"period_in_text": UNKNOWN}, UNSURE),
            ({"period": UNKNOWN, "period_in_text": YEAR}, UNSURE),
            ({"period_in_text": disputed(YEAR, Period(day("2015-01-01")))}, UNSURE),
            ({"period_in_text": disputed(YEAR, Period(day("2015-01-01")), decides=1)}, NOT_MET),
            ({"period_in_text": Absent()}, NONE),
        ],
    )
    def test_silence_contradicts_nothing(self, facts: dict[str, Any], expected: Outcome) -> None:
        assert outcome("H04", form(**facts)) is expected

    def test_how_roughly_is_a_threshold(self) -> None:
        told = form(period=period("2010-02-01 2010-12-20"), period_in_text=period("11 months"))

        assert outcome("H04", told, parameters=Parameters(period_tolerance_days=10)) is NOT_MET
        assert outcome("H04", told) is MET


class TestMunicipalities:
    @pytest.mark.parametrize(
        ("places", "cut", "expected"),
        [
            ([Place.CARD, Place.TEXT], False, MET),
            ([Place.TEXT], False, NOT_MET),
            ([Place.TEXT], True, NOT_MET),
            ([Place.CARD], False, NOT_MET),
            ([Place.CARD], True, UNSURE),  # the rest of the text may name it
            ([], False, UNSURE),
        ],
    )
    def test_each_is_named_in_both(self, places: list[Place], *, cut: bool, expected: Outcome) -> None:
        towns = (TOWN, Municipality("0586", "Mjölby", stated_in=places))
        told = project(municipalities=towns, documents=[Document("card", truncated=cut)])

        assert outcome("H05", told) is expected

    def test_without_any_there_is_nothing_to_compare(self) -> None:
        assert outcome("H05", project()) is UNSURE


def test_400_years_are_4800_months() -> None:
    """The Gregorian calendar comes round again after 146,097 days."""
    dates, months = Period(day("2000-01-01"), day("2399-12-31")), Period(length=Length(4800, Unit.MONTH))

    assert agree(dates, months, tolerance=0) is MET
    assert agree(dates, Period(length=Length(400, Unit.YEAR)), tolerance=0) is MET


def test_a_length_in_days_is_exact() -> None:
    dates = Period(day("2016-01-11"), day("2016-12-20"))

    assert agree(dates, Period(length=Length(345, Unit.DAY)), tolerance=10) is MET
    assert agree(dates, Period(length=Length(344, Unit.DAY)), tolerance=10) is NOT_MET


def test_weeks_are_seven_days() -> None:
    told = Identity(
        period=Period(day("2016-01-11"), day("2016-12-20")), period_in_text=Period(length=Length(49, Unit.WEEK))
    )

    assert outcome("H04", project(identity=told)) is MET
