from __future__ import annotations

import datetime as dt
from fractions import Fraction
from itertools import product

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.voices.answer import Answer, Reply
from samverkan.checklist.voices.round import Round, round_of
from samverkan.checklist.voices.voice import Stance, Voice
from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.bodies import Body, BodyKind, BodyStatus, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.testing import rounds

MET, NOT_MET, NOT_APPLICABLE, DO_NOT_KNOW = Reply.MET, Reply.NOT_MET, Reply.NOT_APPLICABLE, Reply.DO_NOT_KNOW


def answer(organisation: str, reply: Reply | None, *, role: str | None = None, day: int | None = None) -> Answer:
    date = dt.date(2016, 3, day) if day else None
    return Answer(organisation=organisation, role=Text(role) if role else None, criterion="6.2", reply=reply, date=date)


def whole(*seated: str) -> Collaboration:
    """Seat the organisations in one body; d is a unit of c, and e sat in a body that is past."""
    names = ["a", "b", "c", "e"]
    return Collaboration(
        id="x",
        name=Text("X"),
        organisations=[*map(Organisation, names), Organisation("d", part_of="c")],
        bodies=[
            Body(
                "g", BodyKind.COLLABORATION_GROUP, Text("G"), seats=[Seat(f"s-{n}", organisations=(n,)) for n in seated]
            ),
            Body(
                "h",
                BodyKind.REFERENCE_GROUP,
                Text("H"),
                seats=[Seat("t", organisations=("e",))],
                status=BodyStatus.PAST,
            ),
        ],
    )


def stances(round_: Round) -> dict[str, Stance]:
    (tally,) = round_.tallies
    return {voice.organisation: voice.stance for voice in tally.voices}


class TestAsked:
    def test_are_those_with_a_seat_in_a_body_at_work_and_those_that_the_answers_name(self) -> None:
        asked = round_of(whole("a", "b"), [Answer(organisation="c")]).asked

        assert asked == ("a", "b", "c")

    def test_units_speak_with_the_voice_of_the_whole(self) -> None:
        round_ = round_of(whole("a", "d"), [answer("d", MET), answer("c", NOT_MET)])

        assert stances(round_) == {"a": Stance.SILENT, "c": Stance.DIVIDED}

    def test_an_organisation_that_is_not_listed_is_refused(self) -> None:
        with pytest.raises(UnknownNameError, match="there is no organisation “q”"):
            round_of(whole("a"), [answer("q", MET)])

    def test_a_criterion_that_the_checklist_does_not_have_is_refused(self) -> None:
        with pytest.raises(UnknownNameError, match=r"there is no criterion “6\.99”"):
            round_of(whole("a"), [Answer(organisation="a", criterion="6.99")])


class TestVoice:
    @pytest.mark.parametrize(
        ("replies", "stance"),
        [
            ([MET, MET], Stance.MET),
            ([NOT_MET], Stance.NOT_MET),
            ([NOT_APPLICABLE], Stance.NOT_APPLICABLE),
            ([MET, NOT_MET], Stance.DIVIDED),
            ([MET, NOT_APPLICABLE, DO_NOT_KNOW], Stance.DIVIDED),
            ([MET, DO_NOT_KNOW], Stance.DO_NOT_KNOW),
            ([MET, None], Stance.DO_NOT_KNOW),
            ([DO_NOT_KNOW, None], Stance.DO_NOT_KNOW),
            ([None], Stance.SILENT),
            ([], Stance.SILENT),
        ],
    )
    def test_is_clear_only_if_all_say_the_same(self, replies: list[Reply | None], stance: Stance) -> None:
        assert Voice("a", [answer("a", reply) for reply in replies]).stance is stance

    def test_one_that_is_divided_keeps_both_answers(self) -> None:
        both = [answer("a", MET, role="chef"), answer("a", NOT_MET, role="handläggare")]

        (tally,) = round_of(whole("a"), both).tallies

        assert [voice.answers for voice in tally.divided] == [tuple(both)]


class TestTime:
    def test_a_role_that_answers_anew_has_changed_its_mind(self) -> None:
        anew = [answer("a", MET, role="chef", day=1), answer("a", NOT_MET, role="chef", day=2)]

        assert stances(round_of(whole("a"), anew)) == {"a": Stance.NOT_MET}

    def test_without_a_role_two_answers_may_be_two_peoples(self) -> None:
        two = [answer("a", MET, day=1), answer("a", NOT_MET, day=2)]

        assert stances(round_of(whole("a"), two)) == {"a": Stance.DIVIDED}

    def test_an_answer_of_a_later_day_has_not_been_given(self) -> None:
        late = [answer("a", MET, role="chef", day=5), answer("a", NOT_MET, role="chef", day=9)]

        round_ = round_of(whole("a"), late, as_of=dt.date(2016, 3, 5))

        assert stances(round_) == {"a": Stance.MET}
        assert round_.later == (late[1],)


class TestAnswer:
    def test_is_to_a_criterion(self) -> None:
        with pytest.raises(InvalidValueError, match="the answer is to no criterion"):
            Answer(organisation="a", reply=MET)

    def test_names_no_person_by_number(self) -> None:
        with pytest.raises(InvalidValueError, match="no person is stored"):
            Answer(organisation="a", role=Text("chef 19811218-9876"))
        with pytest.raises(InvalidValueError, match="no person is stored"):
            Answer(organisation="a", role=Text("chef", "head 19811218-9876"))


def completions(outcomes: list[Outcome]) -> set[Fraction]:
    """Give the shares of all completions of what is unknown, of which one may also be that nothing applies."""
    free = [[Outcome.MET, Outcome.NOT_MET, Outcome.NOT_APPLICABLE]]
    shares = set()
    for chosen in product(*([each] if each is not Outcome.UNKNOWN else free[0] for each in outcomes)):
        applicable = [each for each in chosen if each is not Outcome.NOT_APPLICABLE]
        if applicable:
            shares.add(Fraction(applicable.count(Outcome.MET), len(applicable)))
    return shares


class TestShare:
    """Non-response is bounded: the interval is the smallest that holds the share of every completion."""

    @given(st.lists(st.sampled_from(Outcome), min_size=1, max_size=7))
    def test_its_ends_are_those_of_the_completions(self, outcomes: list[Outcome]) -> None:
        reply = {
            Outcome.MET: MET,
            Outcome.NOT_MET: NOT_MET,
            Outcome.NOT_APPLICABLE: NOT_APPLICABLE,
            Outcome.UNKNOWN: DO_NOT_KNOW,
        }
        names = [f"o{place}" for place in range(len(outcomes))]
        setup = Collaboration(id="x", name=Text("X"), organisations=[*map(Organisation, names)])
        given_ = [answer(name, reply[each]) for name, each in zip(names, outcomes, strict=True)]
        shares = completions(outcomes)
        assume(shares)

        (tally,) = round_of(setup, given_).tallies

        assert tally.share == Interval(min(shares), max(shares))

    @given(rounds(), st.data())
    def test_an_answer_that_is_withdrawn_widens_it(self, round_: Round, data: st.DataObject) -> None:
        assume(round_.answers)
        place = data.draw(st.integers(0, len(round_.answers) - 1))
        silent = data.draw(st.sampled_from([None, DO_NOT_KNOW]))
        withdrawn = evolve(round_.answers[place], reply=silent if round_.answers[place].criterion else None)
        less = evolve(round_, answers=[*round_.answers[:place], withdrawn, *round_.answers[place + 1 :]])

        for before, after in zip(round_.tallies, less.tallies, strict=True):
            assert before.share.within(after.share)

    @given(rounds())
    def test_every_organisation_has_one_voice_on_each_criterion(self, round_: Round) -> None:
        for tally in round_.tallies:
            assert tuple(voice.organisation for voice in tally.voices) == round_.asked
            assert sum(map(tally.count, Stance)) == len(round_.asked)

    @given(rounds(), st.randoms(use_true_random=False))
    def test_the_order_of_answers_changes_nothing(self, round_: Round, chance: object) -> None:
        given_ = list(round_.answers)
        chance.shuffle(given_)  # type: ignore[attr-defined]  # Hypothesis' own source of chance

        for before, after in zip(round_.tallies, evolve(round_, answers=given_).tallies, strict=True):
            assert [voice.stance for voice in before.voices] == [voice.stance for voice in after.voices]
