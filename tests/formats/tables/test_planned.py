"""What is read off a schedule: each thing once, no finer than it is known; and the facts of it as a table."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given

from samverkan.formats.bundled import bundled
from samverkan.formats.tables.almanac import LaneKind, ShadeKind
from samverkan.formats.tables.plan import plan_table
from samverkan.formats.tables.planned import almanac, busiest_year, shades
from samverkan.formats.tables.year import Year
from samverkan.formats.wording import Wording
from samverkan.model.activities import Activity, Event
from samverkan.model.calendar import Break, ClosedDay, County, LocalCalendar
from samverkan.model.collaboration import Collaboration
from samverkan.model.identity import Area, Identity
from samverkan.model.names import Text
from samverkan.model.stretches import InTerm, InYear
from samverkan.model.terms import Term
from samverkan.model.values import Period
from samverkan.model.when import OnDate, When
from samverkan.planning.merging import merged
from samverkan.planning.schedule import schedule
from samverkan.testing import plannable

SV = Wording("sv")
FIRST, LAST = dt.date(2016, 1, 1), dt.date(2016, 12, 31)


def event(id_: str, when: When) -> Event:
    return Event(id_, Text(id_.upper()), when)


class TestOnce:
    """What a schedule holds is dated, a stretch of days, or without a day: one of the three, once."""

    @given(plannable())
    def test_nothing_is_lost_and_nothing_is_told_finer_than_it_is_known(self, whole: Collaboration) -> None:
        plan = schedule(whole)

        shown = almanac(plan, [whole], SV, first=dt.date.min, last=dt.date.max)

        marks = Counter((each.id, each.date) for each in shown.marks)
        assert marks == Counter([(each.id, each.date) for each in (*plan.meetings, *plan.occasions)])
        spans = {each.id: each.span for each in shown.stretches}
        loose = [each.id for each in shown.undated]
        assert Counter([*spans, *loose]) == Counter(item.id for item in plan.unplaced)
        known = {item.id: (item.earliest, item.latest) for item in plan.unplaced}
        assert all(known[name] == span for name, span in spans.items())
        assert all(each.lanes for each in (*shown.marks, *shown.stretches, *shown.undated))
        assert len(plan_table(shown, SV).rows) == len(shown.marks) + len(plan.unplaced)


def test_half_a_year_is_a_stretch_and_a_year_is_told_in_words() -> None:
    events = (event("t", InTerm(Term.parse("VT16"))), event("y", InYear(2016)))
    whole = Collaboration(id="x", name=Text("X"), events=events)

    shown = almanac(schedule(whole), [whole], SV, first=FIRST, last=LAST)

    assert [(each.name, each.told) for each in shown.stretches] == [("T", "VT 2016")]
    assert [each.name for each in shown.undated] == ["Y"]


def test_activities_stand_in_the_lane_of_their_area() -> None:
    day = OnDate(dt.date(2016, 3, 4))
    acts = (Activity("a", Text("A"), day, area="arbete"), Activity("b", Text("B"), day))
    whole = Collaboration(id="x", name=Text("X"), activities=acts, areas=(Area("arbete", Text("Arbete")),))

    for plan, wholes, behind in ((schedule(whole), [whole], ""), (merged([whole]), [whole], " (X)")):
        shown = almanac(plan, wholes, SV, first=FIRST, last=LAST)
        assert [(lane.name, lane.kind) for lane in shown.lanes] == [
            (f"Arbete{behind}", LaneKind.AREA),
            ("Aktiviteter och program", LaneKind.REST),
        ]
        assert [(mark.name, mark.lanes) for mark in shown.marks] == [("A", (0,)), ("B", (1,))]


def test_breaks_are_decided_or_guessed_and_cut_to_the_year() -> None:
    calendar = LocalCalendar(
        closed=(ClosedDay(dt.date(2016, 3, 7), Text("Planeringsdag")), ClosedDay(dt.date(2016, 3, 8))),
        breaks=(Break(Text("Jullov"), dt.date(2015, 12, 21), dt.date(2016, 1, 10)),),
        breaks_guessed=(County.VASTRA_GOTALAND,),
    )
    whole = Collaboration(id="x", name=Text("X"), calendar=calendar)

    found = shades([whole], SV, FIRST, LAST)

    own = {each.name: (each.first.isoformat(), each.last.isoformat(), each.kind) for each in found}
    assert own["Jullov"] == ("2016-01-01", "2016-01-10", ShadeKind.BREAK)
    assert own["sportlov"] == ("2016-02-15", "2016-02-19", ShadeKind.GUESS)
    assert own["Planeringsdag"][2] is ShadeKind.CLOSED
    assert own["stängd dag"][0] == "2016-03-08"
    assert own["Midsommarafton"] == ("2016-06-24", "2016-06-24", ShadeKind.HOLIDAY)
    assert shades([whole, whole], SV, FIRST, LAST) == found


@pytest.mark.parametrize(
    ("events", "identity", "year"),
    [
        (
            [OnDate(dt.date(2015, 12, 1)), OnDate(dt.date(2016, 1, 1)), OnDate(dt.date(2016, 2, 1))],
            Identity(),
            Year(2016),
        ),
        ([OnDate(dt.date(2017, 1, 1)), OnDate(dt.date(2016, 1, 1))], Identity(), Year(2016)),
        ([InTerm(Term.parse("HT14"))], Identity(period=Period(dt.date(2013, 1, 1))), Year(2014)),
        ([], Identity(period=Period(dt.date(2013, 1, 1))), Year(2013)),
        ([], Identity(), None),
    ],
)
def test_the_year_is_the_one_with_the_most_meetings(events: list[When], identity: Identity, year: Year | None) -> None:
    told = tuple(event(f"e{n}", when) for n, when in enumerate(events))
    whole = Collaboration(id="x", name=Text("X"), identity=identity, events=told)

    assert busiest_year(schedule(whole), [whole]) == year


def test_the_facts_of_tranemo_in_both_languages() -> None:
    tranemo = bundled("tranemo")
    shown = almanac(schedule(tranemo), [tranemo], SV, first=FIRST, last=LAST)

    table = plan_table(shown, SV)

    assert table.caption == "Integration Tranemo: vad som är planerat"
    assert table.heads == ("När", "Vecka", "Vad", "Organ eller område", "Uppgifter")
    assert ("mån 15 feb 2016", "7", "Gemensamt gruppmöte", "Aktiviteter och program", "18.00–19.30") in table.rows
    play = ("29 feb–13 mars 2016", "9–10", "Teater: ”Är Du svensk eller?”", "Aktiviteter och program", "")
    assert play in table.rows
    assert ("fre 25 mars 2016", "12", "Långfredagen", "", "helgdag eller afton") in table.rows
    told = plan_table(almanac(schedule(tranemo), [tranemo], Wording("en"), first=FIRST, last=LAST), Wording("en"))
    assert len(told.rows) == len(table.rows) == 48
