"""What project leads read: honest about what is unknown, in both languages, and never wider than the terminal."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest
from hypothesis import given

from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.text.conformance import conformance_lines
from samverkan.formats.text.meetings import meeting_lines
from samverkan.formats.text.seats import seat_lines
from samverkan.formats.text.summary import summary_lines
from samverkan.formats.text.ties import tie_lines
from samverkan.formats.text.width import width_of
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.model.activities import Event, Series
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.cadence import EveryDays
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Absent
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector
from samverkan.model.terms import Term
from samverkan.model.when import InTerm, InWeek, OnDate
from samverkan.planning.conformance import conformance
from samverkan.planning.merging import merged
from samverkan.planning.schedule import schedule
from samverkan.testing import plannable
from samverkan.testing.strategies import collaborations
from samverkan.ties import answers

SV, EN = Wording("sv"), Wording("en")


def pages(collaboration: Collaboration, wording: Wording, width: int) -> list[list[str]]:
    return [
        seat_lines(collaboration, wording, width),
        meeting_lines(schedule(collaboration), wording, width),
        tie_lines(collaboration, answers(collaboration), wording, width),
        summary_lines(collaboration, wording, width),
    ]


@pytest.mark.parametrize(("name", "language", "width"), [*product(bundled_names(), LANGUAGES, [40, 80])])
def test_no_page_is_wider_than_the_terminal(name: str, language: str, width: int) -> None:
    for lines in pages(bundled(name), Wording(language), width):
        assert lines
        assert max(map(width_of, lines)) <= width


class TestWhoSitsWhere:
    def seats(self, *seats: Seat, complete: bool = True) -> list[str]:
        body = Body(
            id="g", kind=BodyKind.COLLABORATION_GROUP, name=Text("Gruppen"), seats=seats, seats_complete=complete
        )
        organisations = (
            Organisation("k", Text("Tranemo kommun"), Sector.MUNICIPALITY),
            Organisation("b", Text("BRES")),
            Organisation("x"),
        )
        return seat_lines(Collaboration(id="a", name="A", bodies=(body,), organisations=organisations), SV, 80)

    def test_a_role_that_is_not_stated_is_a_question_mark_with_its_meaning_above(self) -> None:
        assert self.seats(Seat("s1", organisations=["k"]), Seat("s2", Text("Kommunchef"), ["k"])) == [
            "Gruppen: 2 platser, 1 med angiven roll (? = framgår inte)",
            "  Kommun 2: Tranemo kommun (?, Kommunchef)",
        ]

    def test_an_unknown_sector_comes_last_and_is_called_unknown(self) -> None:
        lines = self.seats(Seat("s1", Text("Samordnare"), ["b"]), Seat("s2", Text("Kommunchef"), ["k"]))

        assert lines[1:] == ["  Kommun 1: Tranemo kommun (Kommunchef)", "  Sektor framgår inte 1: BRES (Samordnare)"]

    def test_an_open_list_says_so(self) -> None:
        assert self.seats(Seat("s1", Text("R"), ["k"]), complete=False)[0] == (
            "Gruppen: 1 plats, 1 med angiven roll (listan är öppen: det kan finnas fler)"
        )

    def test_a_vacant_seat_is_not_a_nameless_one(self) -> None:
        vacant = Seat("s1", Text("R"), ["k"], holder=Absent())
        co_opted = Seat("s2", Text("R"), ["k"], voting=False)

        assert "  Kommun 2: Tranemo kommun (R, vakant, R, adjungerad)" in self.seats(vacant, co_opted)

    def test_what_has_no_name_has_its_id(self) -> None:
        assert "x (namn framgår inte) (R)" in self.seats(Seat("s1", Text("R"), ["x"]))[1]

    def test_nothing_is_told_to_be_nothing(self) -> None:
        assert seat_lines(Collaboration(id="a", name="A"), SV, 80) == ["Inga organ är angivna."]


class TestWhenTheyMeet:
    def meetings(self, *events: Event, wording: Wording = SV) -> list[str]:
        return meeting_lines(schedule(Collaboration(id="a", name="A", events=events)), wording, 80)

    def test_a_date_has_its_week_and_weekday_and_says_that_the_time_is_unknown(self) -> None:
        assert self.meetings(Event("e", Text("Möte"), OnDate(dt.date(2016, 3, 4)))) == [
            "1 daterat möte, 1 utan klockslag.",
            "VT 2016",
            "  v. 9  fre 4 mars  framgår inte  Möte",
        ]

    def test_a_week_is_never_told_as_a_day(self) -> None:
        lines = self.meetings(Event("e", Text("Teater"), InWeek("2016-W10")))

        assert lines[1:] == ["Utan dag", "  v. 10, 7–13 mars 2016  Teater"]

    def test_a_term_is_told_as_a_term(self) -> None:
        assert "  VT 2016  Möte" in self.meetings(Event("e", Text("Möte"), InTerm(Term.parse("VT 2016"))))

    def test_what_has_no_time_at_all_is_named_below(self) -> None:
        assert self.meetings(Event("e", Text("Möte"))) == [
            "0 daterade möten.",
            "Ingen tid framgår för 1 punkt: Möte.",
        ]

    def test_a_meeting_that_is_cancelled_says_so(self) -> None:
        lines = self.meetings(Event("e", Text("Möte"), OnDate(dt.date(2016, 3, 4)), cancelled=True))

        assert "inställt" in lines[-1]

    def test_the_longest_break_has_its_days(self) -> None:
        body = Body(id="g", kind=BodyKind.COLLABORATION_GROUP, name=Text("Gruppen"))
        series = Series("s", "g", EveryDays(14), dt.date(2016, 3, 4), dt.date(2016, 3, 20))
        plan = schedule(Collaboration(id="a", name="A", bodies=(body,), series=(series,)))

        assert meeting_lines(plan, EN, 90)[0] == (
            "2 dated meetings, 2 without a stated time, longest break 14 days (4–18 Mar)."
        )


class TestWhatTiesThem:
    def test_tranemo_names_the_four_shared_organisations_and_admits_what_is_unknown(self) -> None:
        collaboration = bundled("tranemo")
        told = " ".join(" ".join(tie_lines(collaboration, answers(collaboration), SV, 1_000)).split())

        assert "i båda: Tranemo kommun, Arbetsförmedlingen, Migrationsverket och Polisen." in told
        assert "om någon person sitter i båda: framgår inte" in told

    def test_nothing_known_is_not_told_as_no_ties(self) -> None:
        collaboration = Collaboration(id="a", name="A")

        assert "Inga platser är kända, och därför inga band genom platser." in tie_lines(
            collaboration, answers(collaboration), SV, 80
        )


@given(plannable())
def test_any_plan_can_be_shown_on_a_narrow_terminal(collaboration: Collaboration) -> None:
    found = conformance(collaboration, as_of=dt.date(2027, 1, 1))

    for lines in (
        meeting_lines(schedule(collaboration), SV, 40),
        meeting_lines(merged([collaboration]), SV, 40),
        conformance_lines(found, collaboration, SV, 40),
    ):
        assert all(width_of(line) <= 40 for line in lines)


@given(collaborations())
def test_any_collaboration_can_be_shown_on_a_narrow_terminal(collaboration: Collaboration) -> None:
    for lines in (
        seat_lines(collaboration, SV, 40),
        summary_lines(collaboration, SV, 40),
        tie_lines(collaboration, answers(collaboration), SV, 40),
    ):
        assert all(width_of(line) <= 40 for line in lines)
