from __future__ import annotations

import pytest

from samverkan.formats.svg.sheet import LYING, PHONE, STANDING, Sheet, sheet_of


@pytest.mark.parametrize("sheet", [STANDING, LYING])
@pytest.mark.parametrize("height", [200, 1191, 5000])
def test_a_picture_fits_its_paper_whatever_its_height(sheet: Sheet, height: float) -> None:
    assert sheet.paper is not None
    scale, unit = sheet.scale(height)

    assert unit == "mm"
    assert sheet.width * scale <= sheet.paper[0] + 1e-6
    assert height * scale <= sheet.paper[1] + 1e-6


def test_a_unit_is_a_point_on_a3() -> None:
    assert STANDING.scale(1000)[0] == pytest.approx(25.4 / 72, rel=1e-3)
    assert LYING.scale(800)[0] == pytest.approx(25.4 / 72, rel=1e-3)


def test_one_column_is_a_telephone_and_others_are_those_of_the_words() -> None:
    assert sheet_of(STANDING, None) is STANDING
    assert sheet_of(STANDING, 1) is PHONE
    assert (sheet_of(LYING, 2).columns, sheet_of(LYING, 2).width) == (2, 1191)
