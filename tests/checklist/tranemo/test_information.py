from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.checklist.finding import one_of
from samverkan.model.activities import Activity, Audience, Event
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.names import Text
from samverkan.model.records import Held, PublicationPolicy
from samverkan.model.when import InWeek, OnDate, Through
from tests.checklist.builders import (
    MET,
    NOT_MET,
    SPRING,
    UNSURE,
    board,
    day,
    disputed,
    finding,
    fortnightly,
    group,
    on,
    outcome,
    seat,
    setup,
)

if TYPE_CHECKING:
    from samverkan.checklist.outcome import Outcome
    from samverkan.model.collaboration import Collaboration

WEB, NOTES = Text("webben"), Text("minnesanteckningar")


@pytest.mark.parametrize(
    ("what", "channel", "expected"),
    [
        ([NOTES], WEB, MET),
        ([], WEB, UNSURE),
        ([NOTES], UNKNOWN, UNSURE),
        ([NOTES], Absent(), NOT_MET),
        ([NOTES], disputed(WEB, Text("tidningen")), UNSURE),
        ([NOTES], disputed(WEB, Text("tidningen"), decides=0), MET),
    ],
)
def test_what_is_published_and_where_is_stated(what: list[Text], channel: object, expected: Outcome) -> None:
    policy = PublicationPolicy(what, channel=channel)

    assert outcome("7.1", setup(publication=policy)) is expected


PUBLIC = (Audience.PUBLIC,)


def event(when: object, **facts: object) -> Event:
    return Event("e", Text("e"), when, **facts)


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (setup(events=[on("e", "2016-02-24", audience=PUBLIC)], horizon=SPRING), MET),
        (setup(events=[on("e", "2016-02-24", audience=[Audience.MEDIA])], horizon=SPRING), MET),
        (setup(group(), events=[on("e", "2016-02-24", "group", audience=PUBLIC)], horizon=SPRING), MET),
        (setup(events=[event(Through(day("2015-12-01"), day("2016-12-01")), audience=PUBLIC)], horizon=SPRING), MET),
        (setup(activities=[Activity("a", Text("a"), InWeek("2016-W10"), audience=PUBLIC)], horizon=SPRING), MET),
        (setup(events=[event(UNKNOWN, audience=PUBLIC)], horizon=SPRING, plan_complete=True), UNSURE),
        (
            setup(
                events=[event(disputed(InWeek("2016-W10"), InWeek("2016-W40")), audience=PUBLIC)],
                horizon=SPRING,
                plan_complete=True,
            ),
            UNSURE,
        ),
        (setup(events=[on("e", "2016-02-24")], horizon=SPRING, plan_complete=True), UNSURE),
        (setup(events=[on("e", "2016-02-24", invited_complete=True)], horizon=SPRING, plan_complete=True), NOT_MET),
        (
            setup(group(), series=[fortnightly("2016-03-04", "2016-06-10")], horizon=SPRING, plan_complete=True),
            NOT_MET,
        ),
        (setup(events=[on("e", "2016-09-01", audience=PUBLIC)], horizon=SPRING, plan_complete=True), NOT_MET),
        (setup(horizon=SPRING, plan_complete=True), NOT_MET),
        (setup(horizon=SPRING), UNSURE),
        (setup(events=[on("e", "2016-02-24", audience=PUBLIC)]), UNSURE),
    ],
)
def test_every_term_has_an_open_event(case: Collaboration, expected: Outcome) -> None:
    assert outcome("7.2", case) is expected


def test_two_mentions_of_one_event_share_their_audience_and_must_agree_on_the_term() -> None:
    told = Activity("a", Text("a"), InWeek("2016-W09"), audience=PUBLIC, same_as="e")

    assert outcome("7.2", setup(events=[event(InWeek("2016-W10"))], activities=[told], horizon=SPRING)) is MET
    apart = finding("7.2", setup(events=[event(InWeek("2016-W40"))], activities=[told], horizon=SPRING))
    assert (apart.outcome, [each.field for each in apart.conflict]) == (UNSURE, ["events.e.when", "activities.a.when"])


def test_the_day_of_an_event_whose_audience_nobody_knows_does_not_settle_it_alone() -> None:
    found = finding("7.2", setup(events=[event(UNKNOWN), Event("f", Text("f"), UNKNOWN)], horizon=SPRING))

    assert [ask.field for ask in found.asks] == ["events.e.when", "events.f.when", "events"]
    assert found.good == one_of(found.asks[-1:])


def test_the_audience_is_cited_beside_the_day() -> None:
    found = finding("7.2", setup(events=[event(OnDate(day("2016-02-24")), audience=PUBLIC)], horizon=SPRING))

    assert [each.field for each in found.evidence] == ["events.e.when", "events.e.audience"]


@pytest.mark.parametrize(
    ("notes", "as_of", "closed", "expected"),
    [
        (day("2016-02-10"), None, True, MET),
        (day("2016-02-15"), None, True, MET),
        (day("2016-02-16"), None, True, NOT_MET),
        (day("2016-02-10"), None, False, UNSURE),
        (day("2016-02-20"), None, False, NOT_MET),
        (Absent(), "2016-02-16", True, NOT_MET),
        (Absent(), "2016-02-15", True, UNSURE),
        (Absent(), None, True, UNSURE),
        (UNKNOWN, "2016-06-01", True, UNSURE),
    ],
)
def test_notes_are_published_in_time(notes: object, as_of: str | None, *, closed: bool, expected: Outcome) -> None:
    log = [Held("board", day("2016-02-01"), notes=notes)]
    case = setup(board(), held=log, held_complete=closed)

    assert outcome("7.3", case, as_of=day(as_of) if as_of else None) is expected


@pytest.mark.parametrize(
    ("fact", "expected"),
    [(Text("informatör"), MET), (Absent(), NOT_MET), (UNKNOWN, UNSURE), (disputed(Text("a"), Text("b")), UNSURE)],
)
def test_a_role_is_responsible_for_information(fact: object, expected: Outcome) -> None:
    policy = PublicationPolicy(responsible=fact)

    assert outcome("7.4", setup(publication=policy, roles_complete=True)) is expected


@pytest.mark.parametrize(
    ("languages", "complete", "expected"),
    [(["sv", "ar"], False, MET), (["sv-SE"], True, NOT_MET), (["sv"], False, UNSURE), ([], False, UNSURE)],
)
def test_information_is_given_in_other_languages(languages: list[str], *, complete: bool, expected: Outcome) -> None:
    policy = PublicationPolicy(languages=languages, languages_complete=complete)

    assert outcome("7.5", setup(publication=policy)) is expected


@pytest.mark.parametrize(
    ("name", "dialogue", "closed", "expected"),
    [
        ("newcomers", UNKNOWN, False, MET),
        ("town", Text("brukarråd"), True, MET),
        ("town", Absent(), True, NOT_MET),
        ("town", UNKNOWN, True, UNSURE),
        ("town", Absent(), False, UNSURE),
        ("riddle", Absent(), True, UNSURE),
    ],
)
def test_the_target_group_has_a_voice(name: str, dialogue: object, *, closed: bool, expected: Outcome) -> None:
    assert outcome("7.6", setup(group(seat("a", name)), dialogue=dialogue, bodies_complete=closed)) is expected


@pytest.mark.parametrize(("fact", "expected"), [(14, MET), (Absent(), NOT_MET), (UNKNOWN, UNSURE)])
def test_a_longest_delay_is_promised(fact: object, expected: Outcome) -> None:
    assert outcome("7.7", setup(publication=PublicationPolicy(max_delay_days=fact))) is expected
