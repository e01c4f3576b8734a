"""What was published of other places: eight results of four kinds, each with what it lacks, and never one number."""

from __future__ import annotations

import re

from samverkan.formats.bundled import bundled
from samverkan.formats.text.published import number, published_lines
from samverkan.formats.wording import Wording
from samverkan.model.names import Text
from samverkan.model.results import PublishedShare

SV, EN = Wording("sv"), Wording("en")


def test_each_of_the_eight_stands_by_itself_with_its_place_and_time_as_far_as_is_stated() -> None:
    lines = published_lines(bundled("tranemo"), EN, 200)[2:]

    assert [": ".join(line.split(": ")[:2]) for line in lines] == [
        "  - Markaryd, 2012: 166 of 211 (79 %)",
        "  - Lessebo, 2013, 12 months: from 553 to 513",
        "  - Hylte, 2013, 3 months: 40 of 44 (91 %)",
        "  - Lessebo, 2013, 3 months: said without a number",
        "  - Lessebo: more than 1500",
        "  - Tingsryd, 8 months: 122 of 152 (80 %)",
        "  - Kosta, 2014-11: 150",
        "  - Lessebo, 2015: more than 80",
    ]
    assert lines[5].endswith("(80 %): in new employment or occupation within 8 months")


def test_three_have_a_share_and_there_is_none_of_them_together() -> None:
    told = "\n".join(published_lines(bundled("tranemo"), SV, 200))

    assert re.findall(r"(\d+) %", told) == ["79", "91", "80"]
    assert "81" not in told  # (166 + 40 + 122) / (211 + 44 + 152)


def test_of_nobody_there_is_no_share() -> None:
    assert number(PublishedShare(id="a", what=Text("b"), place=Text("c"), count=0, total=0), SV) == "0 av 0"


def test_without_any_nothing_is_said() -> None:
    assert published_lines(bundled("integration-pa-g"), SV, 80) == []
