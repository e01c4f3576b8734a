"""How waiting and losses are told: every carrier, every kind of loss, and what the days leave out."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from samverkan.drills.drill import vacancy_drill
from samverkan.drills.officials import officials
from samverkan.drills.waiting import spreading, waiting
from samverkan.formats.text.across import across_lines, news_lines
from samverkan.formats.text.among import Among
from samverkan.formats.text.drill import drill_lines
from samverkan.formats.wording import Wording
from samverkan.model.activities import Activity, Audience, Event
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN
from samverkan.model.lead import ProjectLead, Role
from samverkan.model.mandate import AtLeast
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.model.records import PublicationPolicy
from samverkan.model.values import ClockSpan
from samverkan.model.when import OnDate
from samverkan.planning.merging import merged
from samverkan.ties.across import across

EN = Wording("en")


def body(id_: str, *seats: Seat, **more: object) -> Body:
    return Body(id_, BodyKind.NETWORK, Text(id_.upper()), seats=seats, seats_complete=True, **more)


def event(id_: str, day: int, of: str, time: str | None = None) -> Event:
    clock = ClockSpan.parse(time) if time else UNKNOWN
    return Event(id_, Text(id_), OnDate(dt.date(2027, 3, day)), time=clock, bodies=[of])


def whole(*bodies: Body, **more: object) -> Collaboration:
    return Collaboration(id="c", name="C", bodies=bodies, bodies_complete=True, plan_complete=True, **more)


def news(setup: Collaboration, *, undated: bool = False) -> str:
    lines = news_lines(waiting([setup]), Among(across([setup]), EN), 100, notes_undated=undated)
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize(
    ("setup", "told"),
    [
        (whole(body("a", Seat("s", holder="h")), body("b", Seat("s", holder="h"))), "through person h"),
        (whole(body("a"), body("b"), lead=ProjectLead(attends=("a", "b"))), "through the project lead"),
        (whole(body("a", reports_to="b"), body("b")), "through whoever reports from A"),
    ],
)
def test_who_carries_is_told_by_what_they_are(setup: Collaboration, told: str) -> None:
    dated = Collaboration(
        id="c", name="C", bodies=setup.bodies, lead=setup.lead, events=[event("m", 1, "a"), event("n", 2, "b")]
    )

    assert f"A to B: Mon 1 Mar 2027 → Tue 2 Mar 2027 {told}" in news(dated)


def test_a_body_that_nobody_is_known_to_sit_in_tells_the_public_itself() -> None:
    open_day = Activity("n", Text("n"), OnDate(dt.date(2027, 3, 2)), body="a", audience=[Audience.PUBLIC])

    assert "A to the public: Mon 1 Mar 2027 → Tue 2 Mar 2027 through A itself" in news(
        whole(body("a"), events=[event("m", 1, "a")], activities=[open_day])
    )


def test_an_order_that_is_not_known_and_notes_without_a_day_are_told() -> None:
    tied = [body("a", Seat("s", holder="h")), body("b", Seat("s", holder="h"))]
    setup = whole(*tied, events=[event("m", 1, "a"), event("n", 1, "b"), event("o", 4, "b")])

    assert "A B 3 days" in news(setup)
    assert "Of meetings on one day without times, the order is taken" in news(setup)
    assert "Notes are published, but how soon is not stated" in news(setup, undated=True)


def test_news_of_the_same_hour_is_known_the_same_day() -> None:
    tied = [body("a", Seat("s", holder="h")), body("b", Seat("s", holder="h"))]
    setup = whole(*tied, events=[event("m", 1, "a", "9.00–10.00"), event("n", 1, "b", "10.00–11.00")])

    assert "A B the same day" in news(setup)


def test_without_a_dated_meeting_nothing_is_said_of_waiting() -> None:
    assert "No meeting of a body has a date" in news(whole(body("a")))


class TestManyMeetings:
    """Of more meetings than each way can be told of, the longest waitings and those not heard are told."""

    A, B = body("a", Seat("s", holder="h")), body("b", Seat("s", holder="h"))

    def told(self, *bodies: Body, **more: object) -> str:
        setup = whole(*bodies, events=[event("m", 1, "a"), event("n", 5, "b")], **more)
        lines = news_lines(spreading([setup]), Among(across([setup]), EN), 100, notes_undated=False)
        return " ".join(" ".join(lines).split())

    def test_the_longest_are_told_with_the_day(self) -> None:
        told = self.told(self.A, self.B)

        assert "With so many meetings (2) each way cannot be told." in told
        assert "A B 4 days, said on Mon 1 Mar 2027" in told
        assert "1 of 2 bodies that meet says things of which some other body never hears." in told
        assert "Of none of them the public hears on a day that is stated." in told

    def test_the_public_is_told_of(self) -> None:
        told = self.told(self.A, self.B, publication=PublicationPolicy(max_delay_days=3))

        assert "Of 2 of them the public hears, after 3 days at the most." in told


def test_a_plan_that_is_too_large_is_not_followed() -> None:
    lines = news_lines(None, Among(across([whole()]), EN), 100, notes_undated=False)

    assert lines == ["There are too many meetings to follow news through all of them; name fewer files."]


def test_every_kind_of_loss_is_named() -> None:
    setup = whole(
        body("a", Seat("s", holder="h"), Seat("t", Text("Chef"), holder="h"), quorum=AtLeast(1)),
        lead=ProjectLead(accountable=1),
        roles=[Role("r", Text("Tolk"))],
    )
    told = " ".join(" ".join(drill_lines(vacancy_drill(setup), Among(across([setup]), EN), 100)).split())

    for name in ("the seat s in A", "Chef in A (t)", "person h", "the project lead", "Tolk"):
        assert name in told
    assert "Judged by the checklist tranemo; no day is given." in told


def test_who_then_holds_the_rest_together_is_told() -> None:
    bodies = [body(name, Seat("s", organisations=["x"]), Seat("t", organisations=["y"])) for name in "ab"]
    setup = whole(*bodies, organisations=[Organisation("x", Text("X")), Organisation("y", Text("Y"))])
    told = " ".join(" ".join(drill_lines(vacancy_drill(setup), Among(across([setup]), EN), 100)).split())

    assert "X then hangs on Y" in told


def test_several_that_share_nobody_fall_apart_and_what_is_open_is_told() -> None:
    town = Organisation("x", Text("X"))
    one, other = (
        evolve(
            whole(
                body("a", Seat("s", organisations=["x"])),
                body("b", Seat("s", organisations=["x"])),
                organisations=[evolve(town, municipality=code)],
            ),
            id=f"k-{code}",
            bodies_complete=False,
        )
        for code in ("0760", "0761")
    )
    together = across([one, other])
    lines = across_lines(officials(together, merged([one, other])), Among(together, EN), 100)
    told = " ".join(" ".join(lines).split())

    assert "No person and no organisation sits in several of them." in told
    assert "The bodies fall into 2 parts: C: A + C: B and C: A + C: B." in told
    assert "Without X these fall apart: C: A and C: B." in told
    assert "(For the seats that are known: a list of seats is open.)" in told
