from __future__ import annotations

import pytest
from hypothesis import given

from samverkan.errors import InvalidValueError
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.organisations import CONSTITUENCY, Constituency, Municipality, Organisation, Sector
from samverkan.testing import municipalities, values_of


class TestMayBe:
    @given(values_of(Sector), values_of(Sector))
    def test_a_stated_sector_is_the_only_one(self, own: Sector, other: Sector) -> None:
        assert Organisation("a", sector=own).may_be(other) is (own is other)

    @given(values_of(Sector))
    def test_an_unknown_sector_may_be_any(self, sector: Sector) -> None:
        assert Organisation("a").may_be(sector)

    @given(values_of(Sector), values_of(Sector))
    def test_but_none_of_those_that_it_certainly_is_not(self, excluded: Sector, other: Sector) -> None:
        unknown = Organisation("a", sector=UNKNOWN, not_sectors=[excluded])

        assert unknown.may_be(other) is (excluded is not other)


def test_all_four_constituencies_have_a_sector() -> None:
    assert set(CONSTITUENCY.values()) == set(Constituency)
    assert {Sector.MUNICIPAL_FEDERATION, Sector.TARGET_GROUP} == set(Sector) - set(CONSTITUENCY)


class TestMunicipality:
    @pytest.mark.parametrize("code", ["145", "14520", "145a", "", "١٤٥٢", " 145"])
    def test_has_a_code_of_four_digits(self, code: str) -> None:
        with pytest.raises(InvalidValueError, match="is not a municipality code; expected four digits as text") as told:
            Municipality(code, "Tranemo")
        assert told.value.code == "bad-municipality-code"

    def test_keeps_the_zero_at_the_front(self) -> None:
        assert Municipality("0586", "Mjölby").code == "0586"

    @pytest.mark.parametrize("code", [1452, None])
    def test_has_no_number_for_a_code(self, code: str) -> None:
        with pytest.raises(InvalidValueError, match="is not a municipality code"):
            Municipality(code, "Tranemo")

    def test_has_a_name(self) -> None:
        with pytest.raises(InvalidValueError, match="name says nothing") as told:
            Municipality("1452", " ")
        assert told.value.code == "blank"

    @given(municipalities())
    def test_is_stated_as_it_is_generated(self, town: Municipality) -> None:
        assert Municipality(town.code, town.name).name == town.name

    def test_has_its_name_in_one_form_of_unicode(self) -> None:
        assert Municipality("1460", "Bra\u0308kne").name == "Bräkne"


def test_an_organisation_that_has_no_name_is_not_one_whose_name_is_unknown() -> None:
    assert Organisation("a", name=Absent()) != Organisation("a")


def test_an_organisation_cannot_be_of_a_sector_that_it_is_said_not_to_be_of() -> None:
    with pytest.raises(InvalidValueError, match="the sector business is among not_sectors too"):
        Organisation("bres", sector=Sector.BUSINESS, not_sectors=(Sector.BUSINESS,))
