from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import UnknownNameError
from samverkan.model.activities import Change, Event, OnHoliday, Series
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.cadence import Cadence, EveryDays, Per, TimesPer
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed
from samverkan.model.names import Text
from samverkan.model.records import Held
from samverkan.model.terms import HalfYear, Term
from samverkan.model.values import Period
from samverkan.model.when import InWeek, OnDate
from samverkan.planning.account import Conduct, NotesDelay
from samverkan.planning.conformance import Conformance, conformance
from samverkan.planning.schedule import Gap, schedule
from samverkan.testing import dates, plannable

HELD, MOVED, CANCELLED, DROPPED = Conduct.HELD, Conduct.MOVED, Conduct.CANCELLED, Conduct.DROPPED
MISSING, NOT_KNOWN, AHEAD = Conduct.MISSING, Conduct.UNKNOWN, Conduct.AHEAD
LATER = dt.date(2026, 12, 31)
FORTNIGHTLY = EveryDays(14)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(f"2026-{text}")


def record(text: str, body: str = "a", **more: Any) -> Held:  # noqa: ANN401  # any field of a record
    return Held(body, day(text), **more)


def whole(
    *held: Held,
    every: Cadence = FORTNIGHTLY,
    changes: list[Change] | None = None,
    **more: Any,  # noqa: ANN401  # any field of a collaboration
) -> Collaboration:
    """Make a collaboration whose group meets on 13 and 27 January, 10 and 24 February, 10 March."""
    series = Series("s", "a", every, day("01-13"), day("03-10"), changes=changes or [], on_holiday=OnHoliday.SKIP)
    bodies = [Body(id_, BodyKind.NETWORK, Text(id_.upper())) for id_ in "ab"]
    return Collaboration(id="c", name="C", held=held, **{"bodies": bodies, "series": [series], **more})


def conducts(found: Conformance) -> list[tuple[str, Conduct]]:
    return [(f"{account.meeting.date:%m-%d}", account.conduct) for account in found.accounts]


class TestConduct:
    def test_a_meeting_with_a_record_of_its_day_was_held(self) -> None:
        found = conformance(whole(record("01-13"), record("01-27")), as_of=day("01-28"))

        assert conducts(found) == [
            ("01-13", HELD),
            ("01-27", HELD),
            ("02-10", AHEAD),
            ("02-24", AHEAD),
            ("03-10", AHEAD),
        ]

    @pytest.mark.parametrize(
        ("held", "as_of", "conduct"),
        [
            (record("01-16"), "12-31", MOVED),
            (record("01-10"), "12-31", MOVED),
            (record("01-17"), "12-31", NOT_KNOWN),
            (record("01-09"), "12-31", NOT_KNOWN),
            (record("01-24", nominal=day("01-13")), "12-31", MOVED),
            (record("01-13", nominal=day("01-13")), "12-31", HELD),
            (record("01-16"), "01-15", NOT_KNOWN),
            (record("01-13", body="b"), "12-31", NOT_KNOWN),
        ],
    )
    def test_another_day_within_the_window_or_named_by_the_record_is_a_move(
        self, held: Held, as_of: str, conduct: Conduct
    ) -> None:
        assert conducts(conformance(whole(held), as_of=day(as_of)))[0] == ("01-13", conduct)

    def test_the_window_is_the_callers_to_set(self) -> None:
        found = conformance(whole(record("01-19")), as_of=LATER, window=6)

        assert conducts(found)[:2] == [("01-13", MOVED), ("01-27", NOT_KNOWN)]
        assert found.window == 6

    def test_a_record_that_names_a_day_is_of_no_other_meeting(self) -> None:
        found = conformance(whole(record("01-13", nominal=day("01-12"))), as_of=LATER)

        assert conducts(found)[0] == ("01-13", NOT_KNOWN)
        assert [str(each.nominal) for each in found.unplanned] == ["2026-01-12"]

    def test_the_very_day_goes_before_the_nearest_day(self) -> None:
        found = conformance(whole(record("01-12"), record("01-13")), as_of=LATER)

        assert conducts(found)[0] == ("01-13", HELD)
        assert found.unplanned == (record("01-12"),)

    def test_a_meeting_that_was_moved_on_the_plan_is_held_on_its_new_day(self) -> None:
        changes = [Change(day("01-27"), date=day("01-29"))]
        for held in (record("01-29"), record("01-29", nominal=day("01-27")), record("01-29", nominal=day("01-29"))):
            assert ("01-29", HELD) in conducts(conformance(whole(held, changes=changes), as_of=LATER))
        assert ("01-29", MOVED) in conducts(conformance(whole(record("01-27"), changes=changes), as_of=LATER))

    def test_a_cancelled_meeting_stays_cancelled_unless_a_record_shows_that_it_was_held(self) -> None:
        changes = [Change(day("01-27"), cancelled=True)]

        assert conducts(conformance(whole(changes=changes), as_of=day("01-01")))[1] == ("01-27", CANCELLED)
        assert conducts(conformance(whole(record("01-27"), changes=changes), as_of=LATER))[1] == ("01-27", HELD)
        assert conducts(conformance(whole(record("01-28"), changes=changes), as_of=LATER))[1] == ("01-27", CANCELLED)

    def test_a_meeting_that_its_rule_left_out_is_dropped(self) -> None:
        found = conformance(whole(every=EveryDays(7), series=[easter()]), as_of=LATER)

        assert conducts(found) == [("03-27", NOT_KNOWN), ("04-03", DROPPED), ("04-10", NOT_KNOWN)]

    def test_of_two_meetings_on_one_day_the_record_is_of_the_one_that_people_planned_to_hold(self) -> None:
        def events(*cancelled: bool) -> list[Event]:
            on = OnDate(day("02-04"))
            return [Event(f"e{n}", Text("E"), on, bodies=["a"], cancelled=off) for n, off in enumerate(cancelled)]

        for first, second in ((True, False), (False, True)):
            found = conformance(whole(record("02-04"), series=[], events=events(first, second)), as_of=LATER)
            assert [each.conduct for each in found.accounts] == [CANCELLED if off else HELD for off in (first, second)]
        both = conformance(whole(record("02-04"), series=[], events=events(False, False)), as_of=LATER)  # noqa: FBT003  # neither is off
        assert [each.conduct for each in both.accounts] == [HELD, NOT_KNOWN]

    def test_of_two_meetings_of_one_nominal_day_the_record_is_of_the_nearer(self) -> None:
        moves = {"s": "01-15", "t": "01-26"}
        series = [
            Series(id_, "a", FORTNIGHTLY, day("01-13"), day("01-26"), changes=[Change(day("01-13"), date=day(to))])
            for id_, to in moves.items()
        ]
        for held, expected in (
            ("01-20", [MOVED, NOT_KNOWN]),
            ("01-21", [NOT_KNOWN, MOVED]),
            ("01-26", [NOT_KNOWN, HELD]),
        ):
            found = conformance(whole(record(held, nominal=day("01-13")), series=series), as_of=LATER)
            assert [each.conduct for each in found.accounts] == expected

    @pytest.mark.parametrize(
        ("held", "of"),
        [
            (["01-19", "01-21"], {"01-19": "01-13", "01-21": "01-27"}),
            (["01-15", "01-14"], {"01-14": "01-13"}),
            (["01-10", "01-15", "01-28"], {"01-15": "01-13", "01-28": "01-27"}),
            (["01-20"], {"01-20": "01-13"}),
            (["01-12", "01-14"], {"01-12": "01-13", "01-14": "01-27"}),
        ],
    )
    def test_the_nearest_go_together_first_and_each_has_one(self, held: list[str], of: dict[str, str]) -> None:
        found = conformance(whole(*map(record, held)), as_of=LATER, window=13)
        given_ = {
            f"{account.record.date:%m-%d}": f"{account.meeting.date:%m-%d}"
            for account in found.accounts
            if account.record is not None
        }

        assert of.items() <= given_.items()

    @pytest.mark.parametrize(("planned", "held"), [(dt.date.min, 1), (dt.date.max, -1)])
    def test_a_meeting_at_an_end_of_the_calendar_may_be_moved_too(self, planned: dt.date, held: int) -> None:
        event = Event("e", Text("E"), OnDate(planned), bodies=["a"])
        moved = Held("a", planned + dt.timedelta(days=held))
        found = conformance(whole(moved, series=[], events=[event]), as_of=dt.date.max)

        assert [each.conduct for each in found.accounts] == [MOVED]

    def test_a_joint_meeting_is_accounted_for_by_each_body(self) -> None:
        joint = Event("e", Text("E"), OnDate(day("02-04")), bodies=["a", "b"])
        found = conformance(whole(record("02-04", body="b"), series=[], events=[joint]), as_of=LATER)

        assert [(each.body, each.conduct) for each in found.accounts] == [("a", NOT_KNOWN), ("b", HELD)]

    def test_a_meeting_of_no_stated_body_is_never_missing(self) -> None:
        event = Event("e", Text("E"), OnDate(day("02-04")))
        found = conformance(whole(series=[], events=[event], held_complete=True), as_of=LATER)

        assert [(each.body, each.conduct) for each in found.accounts] == [(None, NOT_KNOWN)]


def easter() -> Series:
    return Series("p", "a", EveryDays(7), day("03-27"), day("04-10"), on_holiday=OnHoliday.SKIP)


class TestMissing:
    def test_without_a_record_a_meeting_is_missing_only_where_the_records_are_complete(self) -> None:
        some = record("02-10")

        assert conformance(whole(some), as_of=day("03-01")).counts[MISSING] == 0
        assert conducts(conformance(whole(some, held_complete=True), as_of=day("02-25"))) == [
            ("01-13", MISSING),
            ("01-27", MISSING),
            ("02-10", HELD),
            ("02-24", MISSING),
            ("03-10", AHEAD),
        ]

    def test_records_are_no_more_complete_than_the_file_is_new(self) -> None:
        found = conformance(whole(held_complete=True, updated=day("01-27")), as_of=day("03-10"))

        assert conducts(found) == [
            ("01-13", MISSING),
            ("01-27", NOT_KNOWN),
            ("02-10", NOT_KNOWN),
            ("02-24", NOT_KNOWN),
            ("03-10", AHEAD),
        ]
        assert found.complete_until == day("01-27")

    def test_a_caller_may_know_how_far_the_records_are_complete(self) -> None:
        found = conformance(whole(), as_of=LATER, complete_until=day("01-20"))

        assert conducts(found)[:2] == [("01-13", MISSING), ("01-27", NOT_KNOWN)]
        assert conformance(whole(), as_of=day("01-01"), complete_until=LATER).complete_until == day("01-01")

    def test_today_is_not_over(self) -> None:
        assert conducts(conformance(whole(held_complete=True), as_of=day("01-13")))[0] == ("01-13", AHEAD)


class TestRecords:
    def test_what_nobody_planned_is_unplanned(self) -> None:
        assert conformance(whole(record("02-04")), as_of=LATER).unplanned == (record("02-04"),)

    def test_what_has_no_day_on_the_plan_may_be_what_was_held(self) -> None:
        info = Event("info", Text("Info"), InWeek("2026-W06"), bodies=["b"])
        inside, outside, other = record("02-04", body="b"), record("02-12", body="b"), record("02-04")
        found = conformance(whole(inside, outside, other, events=[info]), as_of=LATER)

        assert (found.undated, found.unplanned) == ((inside,), (other, outside))

    @pytest.mark.parametrize(
        ("held", "undated"), [("02-01", False), ("02-02", True), ("02-08", True), ("02-09", False)]
    )
    def test_a_week_takes_in_its_first_day_and_its_last(self, held: str, *, undated: bool) -> None:
        info = Event("info", Text("Info"), InWeek("2026-W06"), bodies=["a"])
        off = evolve(info, cancelled=True)

        assert bool(conformance(whole(record(held), events=[info]), as_of=LATER, window=0).undated) == undated
        assert conformance(whole(record(held), events=[off]), as_of=LATER, window=0).undated == ()

    def test_the_day_itself_and_the_ends_of_the_horizon_lie_within(self) -> None:
        held = [record(each) for each in ("01-09", "01-10", "01-31", "02-01")]
        found = conformance(whole(*held, series=[]), as_of=LATER, horizon=Period(day("01-10"), day("01-31")))
        assert (found.unplanned, found.beyond) == ((held[1], held[2]), (held[0], held[3]))

        open_ended = conformance(whole(*held, series=[]), as_of=day("01-31"), horizon=Period(from_=day("01-10")))
        assert (open_ended.unplanned, open_ended.beyond) == ((held[1], held[2]), (held[0], held[3]))
        begun = conformance(whole(*held, series=[]), as_of=LATER, horizon=Period(to=day("01-31")))
        assert (begun.unplanned, begun.beyond) == (tuple(held[:3]), (held[3],))

    def test_a_frequency_without_dates_takes_in_any_record_of_its_body(self) -> None:
        few = TimesPer(2, Per.TERM, approximate=True)
        found = conformance(whole(record("02-04"), every=few), as_of=LATER)

        assert (found.undated, found.unplanned) == ((record("02-04"),), ())

    def test_what_lies_beyond_the_day_or_the_horizon_is_not_judged(self) -> None:
        early, late = record("01-02"), record("03-20")
        found = conformance(whole(early, late), as_of=day("03-01"), horizon=Period(day("01-10"), day("03-31")))

        assert (found.beyond, found.unplanned) == ((early, late), ())


class TestFigures:
    def test_the_longest_gap_is_between_what_was_really_held(self) -> None:
        found = conformance(whole(record("01-13"), record("02-12"), record("02-13")), as_of=LATER)

        assert found.longest_gap == Gap(30, day("01-13"), day("02-12"))
        assert conformance(whole(record("01-13")), as_of=LATER).longest_gap is None
        equal = conformance(whole(record("02-05"), record("01-15"), record("02-26")), as_of=LATER)
        assert equal.longest_gap == Gap(21, day("01-15"), day("02-05"))

    def test_the_delay_of_notes_is_counted_from_the_day_of_the_meeting(self) -> None:
        disputed = Disputed([Claim(day("02-20")), Claim(day("02-21"), decides=True)])
        held = [
            record("01-13", notes=day("01-18")),
            record("01-27", notes=day("02-28")),
            record("02-10", notes=disputed),
            record("02-24", notes=Absent()),
            record("02-25", notes=UNKNOWN),
            record("02-26", notes=day("02-27")),
            record("02-26", notes=Absent()),
            record("02-27"),
            record("02-27", notes=day("03-01")),
        ]
        found = conformance(whole(*held), as_of=day("02-27"))

        assert found.notes == NotesDelay(days=(5, 11, 1), waiting=2, none=2, unknown=2)
        assert found.notes.longest == 11
        assert conformance(whole(), as_of=LATER).notes == NotesDelay()
        assert NotesDelay().longest is None

    def test_of_a_body_and_in_a_term(self) -> None:
        held = [record("01-13"), record("08-20", body="b")]
        found = conformance(whole(*held), as_of=LATER)
        vt, ht = Term(2026, HalfYear.VT), Term(2026, HalfYear.HT)

        assert found.per_body["a"].counts[HELD] == 1
        assert found.per_body["b"].unplanned == (held[1],)
        assert found.per_body["b"].accounts == ()
        assert list(found.per_term) == [vt, ht]
        assert found.per_term[vt].accounts == found.accounts
        assert found.of("b").in_term(ht).unplanned == (held[1],)

    def test_an_unknown_body_is_told_with_those_there_are(self) -> None:
        with pytest.raises(UnknownNameError, match="there is no body “x”; there are: a, b"):
            conformance(whole(), as_of=LATER).of("x")


@st.composite
def recorded(draw: st.DrawFn) -> Collaboration:
    """Make collaborations of which some meetings were held, on their days or near, and some others beside."""
    planned = draw(plannable(min_bodies=1, min_series=1))
    days = sorted({meeting.date for meeting in schedule(planned).meetings}) or [day("01-13")]
    bodies = [body.id for body in planned.bodies]
    one = st.builds(
        lambda body, at, shift, named: Held(body, at + dt.timedelta(days=shift), at if named else None),
        st.sampled_from(bodies),
        st.sampled_from(days),
        st.sampled_from([0, 0, 0, 1, -2, 5, 40]),
        st.booleans(),
    )
    return evolve(planned, held=draw(st.lists(one, max_size=8)), held_complete=draw(st.booleans()))


class TestConformance:
    """Every planned meeting gets exactly one state; every record is used exactly once."""

    @given(recorded(), dates(), st.integers(0, 10))
    def test_every_meeting_has_one_account_for_each_body(
        self, whole: Collaboration, as_of: dt.date, window: int
    ) -> None:
        found = conformance(whole, as_of=as_of, window=window)
        expected = Counter(
            (meeting.id, body) for meeting in schedule(whole).meetings for body in meeting.bodies or (None,)
        )

        assert Counter((account.meeting.id, account.body) for account in found.accounts) == expected
        assert sum(found.counts.values()) == len(found.accounts)

    @given(recorded(), dates(), st.integers(0, 10))
    def test_every_record_is_used_once(self, whole: Collaboration, as_of: dt.date, window: int) -> None:
        found = conformance(whole, as_of=as_of, window=window)

        assert Counter([*found.records, *found.beyond]) == Counter(whole.held)
        for account in found.accounts:
            assert (account.record is not None) == (account.conduct in {HELD, MOVED})
            if account.record is not None:
                assert account.record.body == account.body
                assert (account.record.date == account.meeting.date) == (account.conduct is HELD)
                named = account.record.nominal
                assert named in {None, account.meeting.nominal, account.meeting.date}
                away = abs((account.record.date - account.meeting.date).days)
                assert named is not None or away <= window

    @given(recorded(), dates())
    def test_nothing_is_missing_where_silence_is_no_fact(self, whole: Collaboration, as_of: dt.date) -> None:
        open_list = conformance(evolve(whole, held_complete=False), as_of=as_of)
        closed = conformance(evolve(whole, held_complete=True, updated=None), as_of=as_of)

        assert open_list.counts[MISSING] == 0
        assert closed.counts[NOT_KNOWN] == sum(
            account.conduct is NOT_KNOWN and account.body is None for account in open_list.accounts
        )
        for before, after in zip(open_list.accounts, closed.accounts, strict=True):
            assert before.conduct is after.conduct or (before.conduct, after.conduct) == (NOT_KNOWN, MISSING)

    @given(recorded(), dates())
    def test_the_parts_of_bodies_and_of_terms_make_up_the_whole(self, whole: Collaboration, as_of: dt.date) -> None:
        found = conformance(whole, as_of=as_of)
        of_bodies = [account for part in found.per_body.values() for account in part.accounts]
        of_none = [account for account in found.accounts if account.body is None]

        assert Counter(of_bodies + of_none) == Counter(found.accounts)
        assert Counter(each for part in found.per_term.values() for each in part.accounts) == Counter(found.accounts)

    @given(recorded(), dates())
    def test_the_order_of_the_records_does_not_matter(self, whole: Collaboration, as_of: dt.date) -> None:
        found = conformance(whole, as_of=as_of)
        turned = conformance(evolve(whole, held=whole.held[::-1]), as_of=as_of)

        assert [account.conduct for account in found.accounts] == [account.conduct for account in turned.accounts]
        assert Counter(found.unplanned) == Counter(turned.unplanned)
