"""The answers of the network as project leads read them: names first, numbers with their meaning, open lists said."""

from __future__ import annotations

from itertools import product

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.text.measures.mixing import together
from samverkan.formats.text.measures.page import measure_lines
from samverkan.formats.text.measures.telling import FEW
from samverkan.formats.text.width import width_of
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.model.activities import Activity
from samverkan.model.bodies import Body, BodyKind, Expectation, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector
from samverkan.testing import collaborations, renamed
from samverkan.ties import answers

SV, EN = Wording("sv"), Wording("en")
SECTORS = {"k": Sector.MUNICIPALITY, "f": Sector.BUSINESS, "s": Sector.STATE_AGENCY}
EQUAL = "möter lika många andra, och ingen möter fler."
PAIRS = st.tuples(*[st.sampled_from(Sector)] * 2).filter(lambda pair: pair[0] is not pair[1])


def lines(collaboration: Collaboration, wording: Wording = SV, width: int = 10_000) -> list[str]:
    return measure_lines(collaboration, answers(collaboration), wording, width)


def whole(*bodies: str, closed: bool = True, **more: object) -> Collaboration:
    """Make bodies named A, B …, each of the organisations of a word; k1 is a municipality, f1 a firm, s1 an agency."""
    ids = dict.fromkeys(id_ for body in bodies for id_ in body.split())
    more.setdefault(
        "organisations", [Organisation(id_, Text(f"Org {id_}"), SECTORS.get(id_[0], UNKNOWN)) for id_ in ids]
    )
    return Collaboration(
        id="c",
        name="C",
        bodies=tuple(
            Body(
                f"b{place}",
                BodyKind.NETWORK,
                Text("ABCDEFGHIJKLMN"[place]),
                seats=[Seat(f"s{number}", organisations=[id_]) for number, id_ in enumerate(body.split())],
                seats_complete=closed,
            )
            for place, body in enumerate(bodies)
        ),
        bodies_complete=closed,
        **more,  # type: ignore[arg-type]  # whatever a collaboration has
    )


def answered(question: str, collaboration: Collaboration, wording: Wording = SV) -> list[str]:
    """Give the lines that stand under a question."""
    found = lines(collaboration, wording)
    after = found[found.index(question) + 1 :]
    return [line.strip() for line in (after[: after.index("")] if "" in after else after)]


class TestPage:
    @pytest.mark.parametrize(("name", "language", "width"), [*product(bundled_names(), LANGUAGES, [40, 80])])
    def test_no_line_of_a_real_setup_is_wider_than_the_terminal(self, name: str, language: str, width: int) -> None:
        assert max(map(width_of, lines(bundled(name), Wording(language), width))) <= width

    @given(collaborations(), st.sampled_from(LANGUAGES), st.sampled_from([40, 80]))
    def test_no_line_of_any_setup_is_wider_than_the_terminal(
        self, collaboration: Collaboration, language: str, width: int
    ) -> None:
        assert max(map(width_of, lines(collaboration, Wording(language), width))) <= width

    @given(collaborations(min_bodies=1, min_organisations=1))
    def test_what_has_a_name_is_never_told_by_its_id(self, collaboration: Collaboration) -> None:
        named = tuple(evolve(each, name=Text(f"Org {place}")) for place, each in enumerate(collaboration.organisations))
        before = evolve(collaboration, organisations=named)
        after = renamed(
            before,
            organisations={each.id: f"other-{each.id}" for each in before.organisations},
            bodies={each.id: f"other-{each.id}" for each in before.bodies},
        )

        assert lines(before) == lines(after)

    def test_where_nobody_is_known_to_sit_only_the_needed_are_asked_for(self) -> None:
        assert lines(bundled("visioncenter")) == ["Vem saknas?", "  Filen anger inte vilka som behövs."]

    def test_open_lists_are_told_once(self) -> None:
        told = "Svaren nedan gäller de platser som är kända; fler platser kan ändra dem."

        assert lines(whole("k1 f1", closed=False)).count(told) == 1
        assert told not in lines(whole("k1 f1"))


class TestOffers:
    QUESTION = "Vilket band är billigast att lägga till?"

    def test_a_seat_is_offered_by_name_with_what_it_is_good_for(self) -> None:
        assert answered(self.QUESTION, whole("k1 f1", "k1 s1")) == [
            "- en plats för Org f1 i B",
            (
                "Då hänger organen samman även om en organisation eller ett organ faller bort. "
                "Färre räcker inte, men andra kan duga lika bra."
            ),
        ]

    def test_where_none_is_needed_it_is_one_line(self) -> None:
        assert answered(self.QUESTION, whole("k1 f1", "k1 f1")) == [
            "Inget behövs: organen hänger samman även om en organisation eller ett organ faller bort."
        ]

    def test_a_body_without_known_seats_is_excepted(self) -> None:
        assert answered(self.QUESTION, whole("k1 f1", "", closed=False))[-1].endswith(
            "(Utom B, där inga platser är kända.)"
        )

    def test_with_one_organisation_none_would_do(self) -> None:
        assert answered(self.QUESTION, whole("k1", "k1")) == ["Inga platser räcker: filen har för få organisationer."]


class TestSectors:
    QUESTION = "Vilka sektorer möts var, och vilka aldrig?"

    def test_tables_name_their_sectors_and_those_that_never_meet_are_named(self) -> None:
        assert answered(self.QUESTION, whole("k1 f1", "k1 s1", "k2 f2"))[:3] == [
            "- A och C: kommun och näringsliv",
            "- B: kommun och statlig myndighet",
            "Möts aldrig: statlig myndighet med näringsliv.",
        ]

    def test_with_open_lists_never_is_not_known(self) -> None:
        told = answered(self.QUESTION, whole("k1 f1", "k1 s1", closed=False))

        assert "Möts inte så vitt känt: statlig myndighet med näringsliv." in told

    def test_the_share_across_sectors_has_its_meaning_in_words(self) -> None:
        assert answered(self.QUESTION, whole("k1 k2", "f1 f2", "k1 f1"))[-2:] == [
            "Alla sektorer möts någonstans.",
            (
                "Av 3 par organisationer som möts är 1 från två sektorer, 33 procent; "
                "om sektorerna lottades ut vore det 67 procent. De möter alltså sin egen sektor mer än slumpen ger."
            ),
        ]

    def test_an_unknown_sector_is_told_and_not_counted(self) -> None:
        told = answered(self.QUESTION, whole("k1 k2 f1 x1"))

        assert "Sektor framgår inte: Org x1." in told
        assert told[-1].endswith("(3 par är inte med: någons sektor framgår inte.)")

    @given(st.sets(PAIRS))
    def test_every_pair_is_told_once_and_no_other(self, pairs: set[tuple[Sector, Sector]]) -> None:
        told = [frozenset(pair) for ones, others in together(pairs) for pair in product(ones, others)]

        assert len(told) == len(set(told))
        assert set(told) == set(map(frozenset, pairs))


class TestBrokers:
    QUESTION = "Vem förmedlar mellan sektorer?"

    def test_who_stands_between_is_named_with_the_tables_and_the_kinds_of_pairs(self) -> None:
        assert answered(self.QUESTION, whole("k1 f1 k2", "k1 s1"))[1:] == [
            "- Org k1 (i A och B): 1 mellan två andra sektorer och 1 mellan den egna sektorn och en annan"
        ]

    def test_those_who_do_it_alike_share_a_line(self) -> None:
        assert answered(self.QUESTION, whole("k1 k2 f1", "k1 k2 s1"))[1:] == [
            "- Org k1 och Org k2 (i A och B): 1 mellan två andra sektorer"
        ]

    def test_where_nobody_does_it_is_one_line(self) -> None:
        assert answered(self.QUESTION, whole("k1 f1")) == [
            "Ingen står mellan organisationer från olika sektorer som annars inte möts."
        ]


class TestCentrality:
    QUESTION = "Hur central är kommunen?"

    def test_the_one_in_the_middle_is_told_as_such(self) -> None:
        assert answered(self.QUESTION, whole("k1 f1", "k1 s1")) == [
            "- Org k1 möter 2 av 2 andra",
            (
                "Ingen annan möter så många. Sammantaget kretsar mötena kring en enda organisation till 100 procent "
                "(100: alla möter bara den, 0: alla möter lika många)."
            ),
        ]

    def test_circles_that_overlap_are_discounted_and_who_meets_more_is_named(self) -> None:
        assert answered(self.QUESTION, whole("k1 f1 s1", "f1 s2"))[:2] == [
            ("- Org k1 möter 2 av 3 andra; då flera av dem också möter varandra motsvarar det ungefär 1 skild kontakt"),
            (
                "Org f1 möter flest: 3. Sammantaget kretsar mötena kring en enda organisation till 67 procent "
                "(100: alla möter bara den, 0: alla möter lika många)."
            ),
        ]

    def test_a_municipality_without_a_seat_is_not_told_as_central(self) -> None:
        assert answered(self.QUESTION, whole("f1 s1"))[0] == (
            "Varken någon kommun eller den som leder arbetet har någon känd plats."
        )


class TestCore:
    QUESTION = "Finns det en kärna?"

    def test_a_core_is_named_with_what_a_core_is(self) -> None:
        assert answered(self.QUESTION, whole("k1 f1 s1", "k1 f1 s2", "k1 s3"))[0].startswith("Ja: Org k1 och Org f1.")

    @pytest.mark.parametrize(
        ("bodies", "told"),
        [
            (("k1", "f1"), "Nej: ingen möter någon."),
            (("k1 f1 s1",), "Nej: alla möter varandra."),
            (
                ("k1 f1", "s1 s2"),
                "Ingen tydlig: Org k1, Org f1, Org s1 och Org s2 " + EQUAL,
            ),
        ],
    )
    def test_where_there_is_none_the_reason_is_told(self, bodies: tuple[str, ...], told: str) -> None:
        assert answered(self.QUESTION, whole(*bodies)) == [told]

    def test_long_lists_are_cut_and_the_rest_is_counted(self) -> None:
        told = answered(self.QUESTION, whole("k1 k2", "f1 f2", "s1 s2", "x1 x2"))[0]

        assert told.startswith("Ingen tydlig: Org k1, Org k2, Org f1, Org f2, Org s1 och 3 till möter")
        assert FEW == 5


class TestDoing:
    QUESTION = "Vem arbetar utan plats, och vem sitter utan att göra något?"

    def test_each_is_named_with_what_it_does(self) -> None:
        activity = Activity("cafe", Text("Språkcafé"), organisers=["u"], participants=["k1"])
        organisations = [Organisation(id_, Text(f"Org {id_}")) for id_ in ("k1", "f1", "u")]

        assert answered(self.QUESTION, whole("k1 f1", organisations=organisations, activities=[activity])) == [
            "Ordnar något, men har ingen känd plats:",
            "- Org u: Språkcafé",
            "Har plats och deltar, men ordnar inget känt: Org k1.",
            "Har plats, men finns inte med i någon angiven aktivitet: Org f1.",
            "(Fler kan ordna något än filen anger.)",
        ]

    def test_where_all_do_it_is_one_line(self) -> None:
        activity = Activity("cafe", Text("Språkcafé"), organisers=["k1"])

        assert answered(self.QUESTION, whole("k1", activities=[activity])) == [
            "Ingen: de som ordnar något och de som har plats är desamma."
        ]


class TestNeeds:
    def test_the_missing_come_first_then_those_not_known_then_those_there(self) -> None:
        collaboration = whole("k1")
        expects = [
            Expectation(Text("kommunen"), sectors=[Sector.MUNICIPALITY]),
            Expectation(Text("föreningar")),
            Expectation(Text("näringslivet"), sectors=[Sector.BUSINESS]),
        ]
        asking = evolve(collaboration, bodies=(evolve(collaboration.bodies[0], expects=tuple(expects)),))

        assert answered("Vem saknas?", asking) == [
            "- saknas i A: näringslivet",
            "- framgår inte i A: föreningar",
            "- finns i A: kommunen",
            "(Fler kan behövas än filen anger.)",
        ]
        assert answered("Who is missing?", asking, EN)[0] == "- missing in A: näringslivet"
