"""When news arrives, as data: every way, or how it spreads where the meetings are too many."""

from __future__ import annotations

import pytest

from samverkan.drills.waiting import spreading, waiting
from samverkan.formats.bundled import bundled
from samverkan.formats.news import news_data


def test_of_many_meetings_each_body_has_its_longest_waiting() -> None:
    data = news_data(spreading([bundled("tranemo")]))

    assert isinstance(data, dict)
    assert (data["complete"], data["worst_days"], data["ways"]) == (False, 31, None)
    assert data["senders"][1] == {
        "from": "samverkansgrupp",
        "meetings": 8,
        "longest": {
            "gathering": "p06-samverkansgrupp-series/2016-03-04",
            "departs": "2016-03-04",
            "to": "advisory-board",
            "arrives": "2016-04-04",
            "days": 31,
        },
        "public": None,
        "never": ["etableringsgrupp", "kommunstyrelsen"],
    }


@pytest.mark.parametrize("found", [waiting([bundled("tranemo")]), spreading([bundled("tranemo")])])
def test_the_worst_is_the_same_either_way(found: object) -> None:
    data = news_data(found)

    assert isinstance(data, dict)
    assert data["worst_days"] == 31


def test_what_cannot_be_followed_is_null() -> None:
    assert news_data(None) is None
