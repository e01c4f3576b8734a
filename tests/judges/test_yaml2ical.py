"""Our dates and clashes against those of yaml2ical, for the meetings that it ships as samples.

Where the two differ, docs/explanation/yaml2ical.md says why.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import pytest
import recurring_ical_events

from samverkan.model.activities import Change, Series
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.cadence import Cadence, EveryWeeks, MonthlyOn, Parity, ParityWeeks, Regularly, Weekday, WeeklyOn
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan
from samverkan.planning.expand import expand
from samverkan.planning.meeting import Status
from samverkan.planning.schedule import Schedule, schedule

if TYPE_CHECKING:
    from collections.abc import Iterator

ical = pytest.importorskip("yaml2ical.ical", reason="the peer yaml2ical is not installed")
meeting = pytest.importorskip("yaml2ical.meeting")
sample_data = pytest.importorskip("yaml2ical.tests.sample_data")

Peer = Any  # it has no types
FIRST, TURN, LAST = dt.date(2026, 1, 1), dt.date(2026, 12, 31), dt.date(2027, 6, 30)
NTH: Final = ("first", "second", "third", "fourth")
WEEK: Final = tuple(Weekday)


def read(name: str, first: dt.date = FIRST) -> Peer:
    """Read a sample, and start it on a stated day; by itself it would start on the day of the test."""
    (sample,) = meeting.load_meetings(getattr(sample_data, name))
    for rule in sample.schedules:
        rule.start_date = dt.datetime.combine(first, dt.time())
    return sample


@cache
def samples() -> dict[str, Peer]:
    """Read each sample but those that are meant to be refused."""
    names = [name for name in dir(sample_data) if name.isupper() and not {"BAD", "MISSING"} & set(name.split("_"))]
    return {name.lower().replace("_", "-"): read(name) for name in names}


@cache
def planned() -> Schedule:
    """Express the samples as one collaboration: a body for each meeting, and a series for each of its rules."""
    bodies = [Body(name, BodyKind.NETWORK, Text(each.project)) for name, each in samples().items()]
    series = [
        said
        for name, each in samples().items()
        for number, rule in enumerate(each.schedules)
        for said in series_of(rule, name, f"{name}-{number}")
    ]
    return schedule(Collaboration(id="samples", name="Samples", bodies=bodies, series=series))


def series_of(rule: Peer, body: str, id_: str) -> Iterator[Series]:
    """Say a rule in our words; our hours end with the day, so what lasts past midnight goes on as another series."""
    starts = dt.datetime.combine(FIRST, rule.time.time())
    ends = starts + dt.timedelta(minutes=rule.duration)
    past_midnight = ends.date() > FIRST
    hours = ClockSpan(starts.time(), dt.time(23, 59) if past_midnight else ends.time())
    yield Series(id_, body, cadence(rule), begins(rule), LAST, hours, rule.location)
    if past_midnight:
        next_day = WeeklyOn([WEEK[(WEEK.index(weekday(rule)) + 1) % 7]])
        yield Series(f"{id_}-night", body, next_day, FIRST, LAST, ClockSpan(dt.time(), ends.time()), rule.location)


def cadence(rule: Peer) -> Cadence:
    frequency, _, rest = rule.freq.partition("-")
    if frequency == "weekly":
        return WeeklyOn([weekday(rule)])
    if frequency == "biweekly":
        return ParityWeeks(Parity(rest), weekday(rule))
    if frequency == "quadweekly":
        return EveryWeeks(4)
    return Regularly() if frequency == "adhoc" else MonthlyOn(NTH.index(frequency) + 1, Weekday(rest))


def weekday(rule: Peer) -> Weekday:
    return Weekday(rule.day.lower())


def begins(rule: Peer) -> dt.date:
    """Give the peer's first meeting: from it we count four weeks, and its monthly rules leave out the first month."""
    first = rule.recurrence.next_occurence(rule.start_date, rule.day)
    return rule.start_date.date() if first is None else first.date()


def theirs(sample: Peer, number: int = 0, last: dt.date = LAST) -> list[dt.date]:
    """Expand the feed that the peer writes for one rule, without the events that it writes for skipped meetings."""
    rule, calendar = sample.schedules[number], ical.Yaml2IcalCalendar()
    calendar.add_schedule(sample, rule)
    events = recurring_ical_events.of(calendar).between(rule.start_date.date(), last + dt.timedelta(days=1))
    return sorted(event.start.date() for event in events if not event["SUMMARY"].startswith("CANCELLED"))


def judged(one: Peer, other: Peer) -> bool:
    """Say whether the peer finds the two in conflict."""
    try:
        meeting.check_for_meeting_conflicts([one, other])
    except meeting.MeetingConflictError:
        return True
    return False


@pytest.mark.parametrize(
    ("name", "number"), [(name, number) for name, each in samples().items() for number in range(len(each.schedules))]
)
def test_the_dates_are_those_of_its_feed_and_even_and_odd_weeks_are_so_until_2027(name: str, number: int) -> None:
    sample = samples()[name]
    last = TURN if sample.schedules[number].freq.startswith("biweekly") else LAST
    ours = [each.date for each in planned().taking_place if each.series == f"{name}-{number}" and each.date <= last]

    assert ours == theirs(sample, number, last)


@pytest.mark.parametrize(
    ("name", "parity", "ours", "other"),
    [
        ("BIWEEKLY_EVEN_MEETING", Parity.EVEN, dt.date(2027, 1, 13), dt.date(2027, 1, 6)),
        ("BIWEEKLY_ODD_MEETING", Parity.ODD, dt.date(2027, 1, 6), dt.date(2027, 1, 13)),
    ],
)
def test_in_2027_our_even_weeks_stay_even_and_those_of_its_feed_turn_odd(
    name: str, parity: Parity, ours: dt.date, other: dt.date
) -> None:
    after = [day for day in expand(ParityWeeks(parity, Weekday.WEDNESDAY), FIRST, LAST) if day > TURN]
    feed = [day for day in theirs(read(name)) if day > TURN]

    assert (after[0], feed[0]) == (ours, other)
    assert set(after).isdisjoint(feed)


def test_meetings_by_even_and_odd_weeks_never_meet_but_two_of_its_feeds_may() -> None:
    even, odd = read("BIWEEKLY_EVEN_MEETING"), read("BIWEEKLY_ODD_MEETING", dt.date(2027, 1, 1))

    assert not judged(even, odd)
    assert set(theirs(even)) >= set(theirs(odd))


def test_one_place_at_one_time_is_a_clash_for_both_unless_two_weekdays_of_a_month_never_meet() -> None:
    names = sorted(samples().keys() - {"adhoc-meeting"})
    of = {each.id: each.body for each in planned().meetings}
    found = {
        frozenset(of[id_] for id_ in each.meetings) for each in planned().between(FIRST, TURN).clashes if each.place
    }
    differing = [
        pair
        for pair in combinations(names, 2)
        if (frozenset(pair) in found) != judged(samples()[pair[0]], samples()[pair[1]])
    ]

    assert len(names) == 40
    assert len(found) == 57
    assert differing == [pair for pair in combinations(names, 2) if never_on_one_day(*pair)]


def never_on_one_day(one: str, other: str) -> bool:
    """Say whether the two are on the n-th and the m-th of one weekday, in one place and at one time."""
    first, second = samples()[one].schedules[0], samples()[other].schedules[0]
    rules = cadence(first), cadence(second)
    monthly = all(isinstance(rule, MonthlyOn) for rule in rules)
    return monthly and rules[0] != rules[1] and (first.day, first.location) == (second.day, second.location)


def test_its_judgement_of_a_meeting_as_needed_breaks_off_and_ours_leaves_it_without_a_date() -> None:
    with pytest.raises(KeyError, match="adhoc"):
        judged(read("ADHOC_MEETING"), read("MEETING_WITH_SKIP_DATES"))

    assert [item.id for item in planned().unplaced] == ["adhoc-meeting-0"]


def test_a_skipped_date_is_left_out_by_both_and_listed_by_us_with_its_reason() -> None:
    sample = read("MEETING_WITH_SKIP_DATES", dt.date(2015, 8, 1))
    (rule,) = sample.schedules
    skipped = [Change(each.date.date(), cancelled=True, reason=Text(each.reason)) for each in rule.skip_dates]
    series = Series("s", "b", cadence(rule), dt.date(2015, 8, 1), dt.date(2015, 8, 31), changes=skipped)
    bodies = [Body("b", BodyKind.NETWORK, Text(sample.project))]
    plan = schedule(Collaboration(id="c", name="C", bodies=bodies, series=[series]))

    assert [each.date for each in plan.taking_place] == theirs(sample, last=dt.date(2015, 8, 31))
    assert [(each.date, str(each.reason)) for each in plan.meetings if each.status is Status.CANCELLED] == [
        (dt.date(2015, 8, 10), "Chair on vacation")
    ]
