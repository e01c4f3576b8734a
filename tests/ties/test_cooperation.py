"""Who has agreed, or is said, to work together, with what the open lists leave unknown."""

from __future__ import annotations

import pytest
from attrs import evolve

from samverkan.formats.text.among import Among
from samverkan.formats.text.measures.cooperation import cooperation_texts
from samverkan.formats.text.measures.telling import Telling
from samverkan.formats.wording import Wording
from samverkan.model.agreements import Agreement
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.model.reported import Intensity, ReportedTie
from samverkan.ties.across import across
from samverkan.ties.cooperation import Agreed, Reported, cooperation

NO, HELP, PLAN = Absent(), Intensity.COOPERATION, Intensity.COORDINATION


def whole(*ties: tuple[str, str, object], agreements: tuple[str, ...] = (), closed: bool = False) -> Collaboration:
    """Make a collaboration of the organisations a to e, where u is a unit of a."""
    return Collaboration(
        id="c",
        name="C",
        organisations=[*(Organisation(name, Text(name.upper())) for name in "abcde"), Organisation("u", part_of="a")],
        ties=[ReportedTie(one, other, intensity) for one, other, intensity in ties],
        agreements=[Agreement(f"g-{names[0]}", Text("Lokaler"), parties=tuple(names)) for names in agreements],
        ties_complete=closed,
        agreements_complete=closed,
    )


def test_reports_of_the_same_two_stand_together_with_the_lowest_step_first() -> None:
    found = cooperation(whole(("b", "a", PLAN), ("a", "b", HELP), ("c", "d", NO), ("b", "c", UNKNOWN)))

    assert found.reports == (
        Reported(("a", "b"), (HELP, PLAN), said=True, denied=False),
        Reported(("c", "d"), (), said=False, denied=True),
        Reported(("b", "c"), (), said=True, denied=False),
    )


def test_units_count_with_their_wholes_and_a_whole_is_not_tied_to_itself() -> None:
    found = cooperation(whole(("u", "b", HELP), ("a", "u", HELP), agreements=("uab",)))

    assert [each.organisations for each in found.reports] == [("a", "b")]
    assert found.agreements == (Agreed("g-u", Text("Lokaler"), ("a", "b")),)


def test_an_agreement_of_many_is_no_pair_but_holds_them_together() -> None:
    found = cooperation(whole(agreements=("abc",), closed=True))

    assert (found.pairs_at_least, found.pairs_at_most) == (0, 0)
    assert found.parts == (("a", "b", "c"),)
    assert (found.parts_at_least, found.parts_at_most) == (3, 3)


@pytest.mark.parametrize(
    ("ties", "closed", "pairs", "parts"),
    [
        ([], False, (0, 10), (1, 5)),
        ([], True, (0, 0), (5, 5)),
        ([("a", "b", HELP)], False, (1, 10), (1, 4)),
        ([("a", "b", HELP), ("a", "b", NO)], True, (0, 1), (4, 5)),
        ([("a", "b", HELP), ("c", "d", NO)], False, (1, 9), (1, 4)),
    ],
)
def test_what_is_not_known_makes_an_interval(
    ties: list[tuple[str, str, object]], pairs: tuple[int, int], parts: tuple[int, int], *, closed: bool
) -> None:
    found = cooperation(whole(*ties, closed=closed))

    assert (found.pairs_at_least, found.pairs_at_most) == pairs
    assert (found.parts_at_least, found.parts_at_most) == parts


def test_one_open_list_is_enough_for_parts_to_be_unknown() -> None:
    found = cooperation(evolve(whole(("a", "b", HELP), closed=True), agreements_complete=False))

    assert (found.pairs_at_least, found.pairs_at_most) == (1, 1)
    assert (found.parts_at_least, found.parts_at_most, found.complete) == (1, 4, False)


def told(setup: Collaboration) -> str:
    return " ".join(cooperation_texts(cooperation(setup), Telling(Among(across([setup]), Wording("en")))))


def test_it_is_told_with_names_and_with_what_is_open() -> None:
    setup = whole(("a", "b", HELP), ("a", "b", PLAN), ("c", "d", NO), ("b", "c", UNKNOWN), agreements=("ab",))

    assert told(setup) == (
        "- Lokaler: A and B - A and B: cooperation / coordination - C and D: do not work together"
        " - B and C: work together, how closely is not stated"
        " At least 2 pairs of the 9 possible are said to work together."
        " By all this the organisations fall into 3 parts at the most."
        " (More may have agreed or work together than the file lists.)"
    )


def test_of_closed_lists_the_numbers_are_told_as_they_are() -> None:
    assert told(whole(("a", "b", HELP), closed=True)).endswith(
        "1 pair is said to work together. By all this the organisations fall into 4 parts."
    )
