"""One feed of several collaborations: each meeting is the one that stands in the feed of its own."""

from __future__ import annotations

import datetime as dt
import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from icalendar import Calendar

from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.ical import feed
from samverkan.model.activities import Change
from samverkan.model.cadence import EveryDays
from samverkan.model.names import Text
from samverkan.planning.merging import merged
from samverkan.planning.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.model.collaboration import Collaboration

    Setup = Callable[..., Collaboration]


def together(*wholes: Collaboration, **options: object) -> str:
    return feed(merged(wholes), *wholes, **options)  # type: ignore[arg-type]  # whichever options a test is about


def events(text: str) -> dict[tuple[str, ...], list[str]]:
    """Give the lines of each event, without what it is called, by its UID and the instance that it replaces."""
    parts = re.sub("\r\n[ \t]", "", text).split("BEGIN:VEVENT\r\n")[1:]
    found = {}
    for part in parts:
        lines = [line for line in part.split("\r\n") if line and line != "END:VCALENDAR"]
        key = tuple(line for line in lines if line.startswith(("UID:", "RECURRENCE-ID")))
        found[key] = [line for line in lines if not line.startswith("SUMMARY:")]
    return found


@pytest.fixture(scope="module")
def two(setup: Setup) -> tuple[Collaboration, Collaboration]:
    moved = Change(nominal=dt.date(2016, 3, 18), date=dt.date(2016, 3, 21))
    one = setup(revision=3, updated=dt.date(2016, 2, 1))
    other = setup(revision=1, updated=dt.date(2016, 2, 2), changes=[moved], every=EveryDays(7))
    return one, evolve(other, id="stora", name=Text("Stora; den andra", "The large one"))


@pytest.mark.parametrize("rules", [False, True])
def test_it_holds_the_events_of_each_feed_alone_under_the_same_uids(
    two: tuple[Collaboration, Collaboration], *, rules: bool
) -> None:
    alone = [events(feed(schedule(each), each, rules=rules)) for each in two]

    assert events(together(*two, rules=rules)) == {**alone[0], **alone[1]}
    assert len(alone[0] | alone[1]) == len(alone[0]) + len(alone[1])


@pytest.mark.parametrize("names", list(combinations(bundled_names(), 2)), ids="+".join)
def test_the_bundled_ones_keep_their_events_too(names: tuple[str, str]) -> None:
    wholes = [bundled(name) for name in names]
    alone = [events(feed(schedule(each), each)) for each in wholes]

    assert events(together(*wholes)) == {**alone[0], **alone[1]}


def test_each_event_names_its_collaboration_in_the_language_of_the_reader(
    two: tuple[Collaboration, Collaboration],
) -> None:
    named = {str(event["SUMMARY"]) for event in Calendar.from_ical(together(*two, lang="en")).walk("VEVENT")}

    assert named == {"Little collaboration: The group", "The large one: The group"}


def test_it_is_called_by_all_its_collaborations(two: tuple[Collaboration, Collaboration]) -> None:
    head = together(*two).split("\r\n")[3:5]

    assert head == [
        r"NAME:Lilla samverkan och Stora\; den andra",
        r"X-WR-CALNAME:Lilla samverkan och Stora\; den andra",
    ]


def test_the_part_of_one_body_is_called_as_in_its_feed_alone(two: tuple[Collaboration, Collaboration]) -> None:
    text = together(*two, body="stora/gruppen")

    assert text.split("\r\n")[3] == r"NAME:Stora\; den andra: Samverkansgruppen"
    assert events(text) == events(feed(schedule(two[1]), two[1], body="gruppen"))
    with pytest.raises(UnknownNameError, match="stora/gruppen"):
        together(*two, body="stora/grupen")


def test_the_order_of_the_collaborations_does_not_matter(two: tuple[Collaboration, Collaboration]) -> None:
    one, other = two

    assert together(one, other) == together(other, one)
    assert feed(merged(two), one, other) == feed(merged(two), other, one)


def test_one_that_is_merged_alone_has_its_uids(setup: Setup) -> None:
    assert events(together(setup())).keys() == events(feed(schedule(setup()), setup())).keys()


def test_collaborations_that_it_was_not_made_of_are_refused(two: tuple[Collaboration, Collaboration]) -> None:
    one, other = two

    with pytest.raises(
        InvalidValueError, match="the schedule was not made of lilla; expected what it was made of: lilla, stora"
    ):
        feed(merged(two), one)
    with pytest.raises(InvalidValueError, match=r"the schedule was not made of stora; expected .*: lilla"):
        feed(schedule(one), other)
