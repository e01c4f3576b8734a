from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from samverkan.errors import InvalidCollaborationError, UnknownNameError
from samverkan.formats.bundled import bundled
from samverkan.formats.ical import feed
from samverkan.model.activities import Change, Event, OnHoliday
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan
from samverkan.model.when import InWeek, OnDate
from samverkan.planning.schedule import Schedule, schedule
from samverkan.testing.strategies import collaborations

if TYPE_CHECKING:
    from collections.abc import Callable

    Setup = Callable[..., Collaboration]
    Lines = Callable[[str], list[str]]

# Whole collaborations cost a hundred times what a feed does, so there are fewer of them.
SLOW = settings(
    max_examples=settings.default.max_examples // 4,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def fed(setup: Collaboration, **options: object) -> str:
    return feed(schedule(setup), setup, **options)


def planned(setup: Collaboration) -> Schedule:
    try:
        return schedule(setup)
    except InvalidCollaborationError:
        assume(condition=False)
        raise


def of(text: str, uid: str) -> list[str]:
    """Give the lines of one event."""
    events = text.split("BEGIN:VEVENT\r\n")[1:]
    return next(event for event in events if event.startswith(f"UID:{uid}")).split("\r\n")


def test_a_meeting_is_written_like_this(setup: Setup, lines: Lines) -> None:
    plain = setup(
        to=dt.date(2016, 3, 4), place=Text("Kommunhuset, sal 2", "Town hall"), revision=2, updated=dt.date(2016, 2, 1)
    )

    assert lines(fed(plain)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//samverkan//samverkan//SV",
        "NAME:Lilla samverkan",
        "X-WR-CALNAME:Lilla samverkan",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "BEGIN:VEVENT",
        "UID:gruppens-moten.2016-03-04@lilla.samverkan",
        "DTSTAMP:20160201T000002Z",
        "LAST-MODIFIED:20160201T000002Z",
        "SEQUENCE:4",
        "DTSTART;TZID=Europe/Stockholm:20160304T130000",
        "DTEND;TZID=Europe/Stockholm:20160304T150000",
        "SUMMARY:Samverkansgruppen",
        r"LOCATION:Kommunhuset\, sal 2",
        "CATEGORIES:Samverkansgruppen",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_words_are_in_the_language_of_the_reader(setup: Setup) -> None:
    text = fed(setup(), lang="en")

    assert "NAME:Little collaboration\r\n" in text
    assert "SUMMARY:The group\r\n" in text
    with pytest.raises(UnknownNameError, match="there is no language “de”"):
        fed(setup(), lang="de")


def test_a_meeting_without_a_clock_time_is_about_its_day_and_keeps_nobody_busy(setup: Setup) -> None:
    event = of(fed(setup(time=None)), "gruppens-moten.2016-03-18")

    assert "DTSTART;VALUE=DATE:20160318" in event
    assert "DTEND;VALUE=DATE:20160319" in event
    assert "TRANSP:TRANSPARENT" in event


def test_a_meeting_that_moves_keeps_its_name_and_says_from_where_and_why(setup: Setup) -> None:
    change = Change(dt.date(2016, 3, 18), date=dt.date(2016, 3, 21), reason=Text("Lokalen är upptagen"))
    before, after = of(fed(setup()), UID), of(fed(setup(changes=[change])), UID)

    assert before[0] == after[0]
    assert "DTSTART;TZID=Europe/Stockholm:20160321T130000" in after
    assert "DESCRIPTION:Flyttat från fre 18 mars 2016: Lokalen är upptagen" in after
    assert "STATUS:CONFIRMED" in after


UID = "gruppens-moten.2016-03-18@lilla.samverkan"
CANCELLED = Change(dt.date(2016, 3, 18), cancelled=True)
MOVED = Change(dt.date(2016, 3, 18), date=dt.date(2016, 3, 21))


def sequence(setup: Collaboration) -> int:
    line = next(line for line in of(fed(setup), UID) if line.startswith("SEQUENCE"))
    return int(line.partition(":")[2])


@pytest.mark.parametrize("change", [MOVED, CANCELLED])
def test_the_sequence_rises_when_a_meeting_moves_or_is_cancelled_even_if_the_revision_was_forgotten(
    setup: Setup, change: Change
) -> None:
    assert sequence(setup(changes=[change])) > sequence(setup())
    assert sequence(setup(changes=[change], revision=1)) > sequence(setup(revision=1))


def test_the_sequence_rises_again_when_a_meeting_moves_back_in_the_next_revision(setup: Setup) -> None:
    assert sequence(setup(revision=2)) > sequence(setup(changes=[MOVED], revision=1))


class TestSequence:
    """SEQUENCE and LAST-MODIFIED never fall from one revision of the file to the next, and SEQUENCE always rises."""

    @SLOW
    @given(
        revisions=st.lists(st.integers(0, 80_000), min_size=2, max_size=2, unique=True).map(sorted),
        days=st.integers(0, 400).map(dt.timedelta),
        changes=st.tuples(*[st.lists(st.sampled_from([MOVED, CANCELLED]), max_size=1)] * 2),
    )
    def test_a_later_revision_goes_before_an_earlier_one(
        self, setup: Setup, revisions: list[int], days: dt.timedelta, changes: tuple[list[Change], list[Change]]
    ) -> None:
        day = dt.date(2016, 2, 1)
        old = setup(revision=revisions[0], updated=day, changes=changes[0])
        new = setup(revision=revisions[1], updated=day + days, changes=changes[1])

        assert sequence(new) > sequence(old)
        assert of(fed(new), UID)[2] > of(fed(old), UID)[2]


@pytest.mark.parametrize(
    ("revision", "updated", "stamp"),
    [
        (0, None, "19700101T000000Z"),
        (7, None, "19700101T000007Z"),
        (1, dt.date(2016, 3, 1), "20160301T000001Z"),
        (61, dt.date(2016, 3, 1), "20160301T000101Z"),
        (10**12, dt.date.max, "99991231T235959Z"),
        (0, dt.date.min, "00010101T000000Z"),
    ],
)
def test_the_stamp_is_the_day_of_the_last_change_with_the_revision_as_its_seconds(
    setup: Setup, revision: int, updated: dt.date | None, stamp: str
) -> None:
    event = of(fed(setup(revision=revision, updated=updated)), UID)

    assert event[1:3] == [f"DTSTAMP:{stamp}", f"LAST-MODIFIED:{stamp}"]
    assert 0 <= int(event[3].partition(":")[2]) < 2**31


def test_a_cancelled_meeting_stays(setup: Setup) -> None:
    event = of(fed(setup(changes=[CANCELLED])), UID)

    assert "STATUS:CANCELLED" in event
    assert "TRANSP:TRANSPARENT" in event
    assert "DESCRIPTION:Inställt" in event


def test_a_meeting_that_a_holiday_takes_stays_as_cancelled(setup: Setup) -> None:
    good_friday = setup(from_=dt.date(2016, 3, 11), on_holiday=OnHoliday.SKIP)

    event = of(fed(good_friday), "gruppens-moten.2016-03-25@")

    assert "STATUS:CANCELLED" in event
    assert any(line.startswith("DESCRIPTION:Utgår: fre 25 mars 2016") for line in event)


def test_what_has_no_date_is_left_out() -> None:
    setup = Collaboration(
        id="c", name="C", events=[Event("e", Text("I vecka nio"), InWeek("2016-W09")), Event("f", Text("Någon gång"))]
    )

    assert schedule(setup).unplaced
    assert "VEVENT" not in fed(setup)
    assert Calendar.from_ical(fed(setup)).errors == []


def test_a_feed_of_a_body_has_its_meetings_and_its_name(setup: Setup) -> None:
    day = OnDate(dt.date(2016, 3, 5))
    both = setup(events=[Event("a", Text("Rådsmöte"), day, bodies=["radet"]), Event("b", Text("Fest"), day)])

    text = fed(both, body="radet")

    assert text.count("BEGIN:VEVENT") == 1
    assert r"NAME:Lilla samverkan: Rådet\; det stora\, i länet" in text
    assert r"CATEGORIES:Rådet\; det stora\, i länet" in text
    with pytest.raises(UnknownNameError, match="there is no body “rodet”; did you mean “radet”"):
        fed(both, body="rodet")


def test_the_bundled_setup_gives_the_eight_meetings_of_its_group() -> None:
    assert fed(bundled("tranemo"), body="samverkansgrupp").count("BEGIN:VEVENT") == 8


def test_an_hour_alone_has_no_end(setup: Setup) -> None:
    assert not [line for line in of(fed(setup(time=ClockSpan.parse("18.00"))), UID) if line.startswith("DTEND")]


def test_the_last_day_of_all_has_no_day_after() -> None:
    setup = Collaboration(id="c", name="C", events=[Event("e", Text("Slut"), OnDate(dt.date.max))])

    assert "DTEND" not in fed(setup)


class TestBytes:
    """A feed is what RFC 5545 asks for, octet by octet, and equal for equal input."""

    @SLOW
    @given(setup=collaborations(min_bodies=1, min_series=1), rules=st.booleans(), lang=st.sampled_from(["sv", "en"]))
    def test_lines_end_in_crlf_are_short_and_hold_whole_signs(
        self, *, setup: Collaboration, rules: bool, lang: str
    ) -> None:
        raw = feed(planned(setup), setup, rules=rules, lang=lang).encode()

        assert raw.endswith(b"END:VCALENDAR\r\n")
        assert raw.count(b"\n") == raw.count(b"\r") == raw.count(b"\r\n")
        for line in raw.split(b"\r\n"):
            assert len(line) <= 75
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", line.decode())

    @SLOW
    @given(setup=collaborations(min_bodies=1, min_series=1), rules=st.booleans())
    def test_equal_input_gives_equal_bytes(self, *, setup: Collaboration, rules: bool) -> None:
        assert feed(planned(setup), setup, rules=rules) == feed(planned(evolve(setup)), setup, rules=rules)

    @SLOW
    @given(collaborations(min_bodies=1, min_series=1))
    def test_no_name_stands_twice_and_all_stay_when_the_plan_is_sliced(self, setup: Collaboration) -> None:
        plan = planned(setup)
        text = feed(plan, setup)
        uids = re.findall("UID:(.*)\r\n", re.sub("\r\n ", "", text))

        assert len(uids) == len(plan.meetings)
        assert max(Counter(uids).values(), default=1) == 1

    @SLOW
    @given(setup=collaborations(min_bodies=1, min_series=1), rules=st.booleans())
    def test_icalendar_finds_nothing_wrong_and_would_write_the_same(self, *, setup: Collaboration, rules: bool) -> None:
        text = feed(planned(setup), setup, rules=rules)
        calendar = Calendar.from_ical(text)

        assert not any(component.errors for component in calendar.walk())
        if "\\\\" not in text:  # see test_content
            assert calendar.to_ical(sorted=False).decode() == re.sub("(BYMONTH=.*?);(BYDAY=.*)\r", r"\2;\1\r", text)

    @SLOW
    @given(setup=collaborations(min_bodies=1, min_series=1), rules=st.booleans())
    def test_nobody_is_named_or_invited(self, *, setup: Collaboration, rules: bool) -> None:
        names = {key for part in Calendar.from_ical(feed(planned(setup), setup, rules=rules)).walk() for key in part}

        assert names.isdisjoint({"ATTENDEE", "ORGANIZER", "METHOD", "CONTACT"})


class TestPrecision:
    """An item known to a week, month, term or year is never exported with a finer date (law 21)."""

    @SLOW
    @given(setup=collaborations(), rules=st.booleans())
    def test_only_meetings_with_a_date_are_events(self, *, setup: Collaboration, rules: bool) -> None:
        plan = planned(setup)
        dated = {meeting.event for meeting in plan.meetings} | {meeting.series for meeting in plan.meetings}
        text = re.sub("\r\n ", "", feed(plan, setup, rules=rules))

        assert set(re.findall(r"UID:([a-z0-9-]+)[.@]", text)) <= dated
