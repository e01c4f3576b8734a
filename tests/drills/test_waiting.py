"""How long news waits in a plan."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from samverkan.drills.waiting import MOST_MEETINGS, followable, news, notes_undated, spreading, waiting
from samverkan.formats.bundled import bundled
from samverkan.model.activities import Activity, Audience, Event
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Absent
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.model.records import Held, PublicationPolicy
from samverkan.model.when import OnDate, OnDates
from samverkan.planning.schedule import schedule
from samverkan.ties.reach import Reach
from samverkan.ties.spread import Delay, Spread

MONDAY = dt.date(2027, 3, 1)
GROUP, BOARD = "samverkansgrupp", "advisory-board"


def whole(**more: object) -> Collaboration:
    seat = Seat("s", organisations=["unit"])
    return Collaboration(
        id="c",
        name="C",
        organisations=[Organisation("x"), Organisation("unit", part_of="x")],
        bodies=[Body("a", BodyKind.NETWORK, Text("A"), seats=[seat])],
        **{"events": [Event("m", Text("Möte"), OnDate(MONDAY), bodies=["a"])]} | more,
    )


def public(setup: Collaboration) -> int | None:
    passage = waiting([setup]).passage("a", None)
    assert passage is not None
    return passage.journeys[0].days


class TestTranemo:
    """From the group to the board it takes 3 days (1 to 4 April), and 11 back (4 to 15 April)."""

    REACH = waiting([bundled("tranemo")])

    def test_from_group_to_board_it_takes_3_days_from_the_meeting_before_it(self) -> None:
        passage = self.REACH.passage(GROUP, BOARD)

        assert passage is not None
        shortest = passage.arriving[0]
        assert shortest.days == 3
        assert (shortest.departs, shortest.certain and shortest.certain.day) == (
            dt.date(2016, 4, 1),
            dt.date(2016, 4, 4),
        )
        assert shortest.certain == shortest.soonest
        assert [each.name for leg in shortest.certain.legs for each in leg.carriers] == [
            "arbetsformedlingen",
            "migrationsverket",
            "polisen",
            "tranemo-kommun",
        ]

    def test_the_worst_waiting_is_31_days_and_after_1_april_no_later_board_hears_of_it(self) -> None:
        passage = self.REACH.passage(GROUP, BOARD)

        assert passage is not None
        assert [each.days for each in passage.arriving] == [3, 17, 31]
        assert [each.departs.isoformat() for each in passage.unreached] == [
            "2016-04-15",
            "2016-04-29",
            "2016-05-13",
            "2016-05-27",
            "2016-06-10",
        ]
        assert self.REACH.worst == 31

    def test_from_board_to_group_it_takes_11_days(self) -> None:
        passage = self.REACH.passage(BOARD, GROUP)

        assert passage is not None
        assert [(each.departs, each.days) for each in passage.journeys] == [(dt.date(2016, 4, 4), 11)]
        assert passage.journeys[0].certain is not None
        assert passage.journeys[0].certain.day == dt.date(2016, 4, 15)

    def test_nothing_has_a_day_on_which_the_public_knows_it(self) -> None:
        assert [each.arriving for each in self.REACH.passages if each.goal is None] == [(), (), ()]
        assert notes_undated([bundled("tranemo")])

    def test_it_is_at_the_latest_since_seats_and_meetings_may_be_unlisted(self) -> None:
        assert not self.REACH.complete


@pytest.mark.parametrize(
    ("more", "days"),
    [
        ({}, None),
        ({"publication": PublicationPolicy(max_delay_days=7)}, 7),
        ({"publication": PublicationPolicy(max_delay_days=7, channel=Absent("nej"))}, None),
        ({"publication": PublicationPolicy(max_delay_days=Absent())}, None),
        ({"held": [Held("a", MONDAY, notes=dt.date(2027, 3, 4))]}, 3),
        (
            {
                "publication": PublicationPolicy(max_delay_days=7),
                "held": [Held("a", MONDAY, notes=dt.date(2027, 3, 4))],
            },
            3,
        ),
        ({"publication": PublicationPolicy(max_delay_days=7), "held": [Held("a", MONDAY, notes=Absent())]}, None),
        ({"publication": PublicationPolicy(max_delay_days=7), "held": [Held("a", MONDAY)]}, 7),
        ({"events": [Event("m", Text("M"), OnDate(MONDAY), bodies=["a"], audience=[Audience.MEDIA])]}, 0),
        ({"events": [Event("m", Text("M"), OnDate(MONDAY), bodies=["a"], audience=[Audience.POLITICS])]}, None),
        (
            {
                "activities": [
                    Activity(
                        "f",
                        Text("Föreläsning"),
                        OnDate(dt.date(2027, 3, 9)),
                        organisers=["unit"],
                        audience=[Audience.PUBLIC],
                    )
                ]
            },
            8,
        ),
    ],
)
def test_the_public_knows_by_notes_with_a_day_and_by_open_days(more: dict[str, object], days: int | None) -> None:
    assert public(whole(**more)) == days


def test_every_way_can_be_followed_of_so_many_meetings_and_no_more() -> None:
    first = dt.date(2020, 1, 1)
    days = [first + dt.timedelta(days=number) for number in range(MOST_MEETINGS + 1)]
    many = [Event("m", Text("M"), OnDates(days[: MOST_MEETINGS + more]), bodies=["a"]) for more in (0, 1)]

    assert [followable(schedule(whole(events=[each]))) for each in many] == [True, False]


def test_of_more_meetings_it_is_told_how_news_spreads_and_of_more_still_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    setup = whole()
    assert isinstance(news([setup], schedule(setup)), Reach)

    monkeypatch.setattr("samverkan.drills.waiting.MOST_MEETINGS", 0)
    assert isinstance(news([setup], schedule(setup)), Spread)

    monkeypatch.setattr("samverkan.drills.waiting.MOST_FOLLOWED", 0)
    assert news([setup], schedule(setup)) is None


def test_the_public_hears_as_soon_as_along_the_ways() -> None:
    setup = whole(publication=PublicationPolicy(max_delay_days=7))
    (sender,) = spreading([setup]).senders

    assert sender.public is not None
    assert (sender.source, sender.public.days) == ("a", public(setup))
    assert spreading([bundled("tranemo")]).worst == Delay(
        "p06-samverkansgrupp-series/2016-03-04", dt.date(2016, 3, 4), BOARD, dt.date(2016, 4, 4)
    )


def test_of_several_news_goes_by_who_is_shared() -> None:
    other = evolve(whole(), id="d", events=[Event("m", Text("M"), OnDate(dt.date(2027, 3, 8)), bodies=["a"])])
    named = [Organisation("x", Text("Polisen")), Organisation("unit", Text("Enheten"), part_of="x")]

    apart, tied = waiting([whole(), other]), waiting([evolve(each, organisations=named) for each in (whole(), other)])

    assert [each.arriving for each in apart.passages if each.goal] == [(), ()]
    assert [(each.source, each.goal, [one.days for one in each.arriving]) for each in tied.passages if each.goal] == [
        ("c/a", "d/a", [7]),
        ("d/a", "c/a", []),
    ]
