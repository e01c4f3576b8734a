from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from samverkan.formats.svg.palette import PAPER, WASH, contrast
from samverkan.formats.svg.signs import COLOURS, patterns, shade, sign, stretch
from samverkan.formats.tables.almanac import ShadeKind
from samverkan.planning.meeting import Status


@pytest.mark.parametrize("ink", COLOURS)
def test_every_lane_stands_out_and_the_numbers_in_its_signs_can_be_read(ink: str) -> None:
    assert contrast(ink, PAPER) >= 4.5
    assert contrast(ink, WASH) >= 4.5


def test_no_two_statuses_are_alike_without_colour() -> None:
    drawn = {re.sub('(?:fill|stroke)="#[^"]*"', "", sign(status, 0, 0, 20, "#000000")) for status in Status}

    assert len(drawn) == len(Status)


def test_what_does_not_take_place_is_hollow_and_has_no_number() -> None:
    for status in Status:
        drawn = ET.fromstring(f"<g>{sign(status, 0, 0, 20, '#1d4ed8', '4')}</g>")
        assert (drawn[0].get("fill") == "#1d4ed8") is status.takes_place
        assert (drawn.findtext("text") == "4") is status.takes_place


def test_holidays_closed_days_and_breaks_decided_or_guessed_differ_without_colour() -> None:
    fills = [re.findall('fill="([^"]*)"', shade("M0 0", kind, "p")) for kind in ShadeKind]

    assert fills == [["#526075"], ["#ffffff"], ["url(#p-break)"], ["url(#p-guess)"]]


def test_every_pattern_that_is_used_is_defined() -> None:
    used = "".join([*(stretch("M0 0", lane, "p") for lane in range(20)), *(shade("M0 0", k, "p") for k in ShadeKind)])

    assert set(re.findall(r"url\(#([^)]*)\)", used)) == set(re.findall('id="([^"]*)"', patterns(range(20), "p")))
