from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from samverkan.model.agreements import Agreement
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.model.reported import ReportedTie
from samverkan.ties.cooperation import cooperation

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES = "abcde"

pairs = st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True)
reports = st.lists(st.builds(lambda ends, said: ReportedTie(*ends, said), pairs, st.sampled_from([UNKNOWN, Absent()])))
parties = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, unique=True), max_size=2)


def whole(ties: Iterable[ReportedTie], groups: Iterable[Iterable[str]]) -> Collaboration:
    agreements = [Agreement(f"g-{place}", Text("Om"), parties=tuple(each)) for place, each in enumerate(groups)]
    return Collaboration(
        id="c", name="C", organisations=[Organisation(name) for name in NAMES], ties=ties, agreements=agreements
    )


class TestUnknownTies:
    """Measures that are monotone come as an interval between none and all of the unknown ties."""

    @given(reports, parties, reports, parties)
    def test_whatever_the_lists_leave_out_the_numbers_lie_in_the_interval(
        self,
        known: list[ReportedTie],
        groups: list[list[str]],
        unknown: list[ReportedTie],
        more: list[list[str]],
    ) -> None:
        # What is left out is a tie of two of whom nothing is said, or more of the same.
        told = {frozenset((tie.from_, tie.to)) for tie in known}
        new = [tie for tie in unknown if frozenset((tie.from_, tie.to)) not in told]
        partly = cooperation(whole(known, groups))
        closed = evolve(whole([*known, *new], [*groups, *more]), ties_complete=True, agreements_complete=True)
        wholly = cooperation(closed)

        assert partly.pairs_at_least <= wholly.pairs_at_least <= wholly.pairs_at_most <= partly.pairs_at_most
        assert partly.parts_at_least <= wholly.parts_at_least <= wholly.parts_at_most <= partly.parts_at_most

    @given(reports, parties)
    def test_every_organisation_of_an_agreement_is_in_one_part(
        self, known: list[ReportedTie], groups: list[list[str]]
    ) -> None:
        found = cooperation(whole(known, groups))

        for each in found.agreements:
            if len(each.organisations) > 1:
                assert sum(set(each.organisations) <= set(part) for part in found.parts) == 1
        assert found.parts_at_most == len(NAMES) - sum(len(part) - 1 for part in found.parts)
