from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from samverkan.formats.svg.look import LOOKS, Look, patterns, symbol
from samverkan.formats.svg.palette import INK, PAPER, QUIET, WASH, contrast
from samverkan.model.organisations import Sector

READABLE = 4.5  # WCAG 2.2, 1.4.3


@pytest.mark.parametrize("ground", [PAPER, WASH])
@pytest.mark.parametrize("ink", [INK, QUIET])
def test_words_can_be_read_on_every_ground(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= READABLE


@pytest.mark.parametrize("look", LOOKS.values())
def test_every_sign_stands_out_from_the_paper_and_the_boxes(look: Look) -> None:
    assert contrast(look.colour, PAPER) >= READABLE
    assert contrast(look.colour, WASH) >= READABLE


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


def test_every_sector_has_a_look_and_no_two_are_alike_without_colour() -> None:
    assert set(LOOKS) == {*Sector, None}
    for one, other in combinations(LOOKS.values(), 2):
        assert one.corners != other.corners
        assert one.colour != other.colour


@pytest.mark.parametrize("sector", LOOKS)
def test_a_sign_uses_no_pattern_that_is_not_defined(sector: Sector | None) -> None:
    sign = ET.fromstring(symbol(sector, 10, 10, 13, "p"))
    defined = {f"url(#{each.get('id')})" for each in ET.fromstring(f"<defs>{patterns([sector], 'p')}</defs>")}

    assert sign.get("fill", "").startswith("#") or sign.get("fill") in defined
