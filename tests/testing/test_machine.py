from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import settings
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from samverkan.formats.bundled import bundled
from samverkan.model.activities import OnHoliday
from samverkan.testing import CollaborationMachine

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration

FEW = settings(max_examples=15, stateful_step_count=15, deadline=None)

TestCollaboration = CollaborationMachine.TestCase
TestCollaboration.settings = FEW


def allowing(whole: Collaboration) -> Collaboration:
    return evolve(whole, series=tuple(evolve(one, on_holiday=OnHoliday.SKIP) for one in whole.series))


class FromTranemo(CollaborationMachine):
    """Starts from a real setup and has an invariant of its own."""

    initial = allowing(bundled("tranemo"))

    @invariant()
    def the_name_stays(self) -> None:
        assert self.collaboration.name == self.initial.name


TestFromTranemo = FromTranemo.TestCase
TestFromTranemo.settings = settings(FEW, max_examples=3)


class Losing(CollaborationMachine):
    """Breaks what the machine should hold."""

    @rule()
    def break_the_file(self) -> None:
        self.collaboration = evolve(self.collaboration)
        object.__setattr__(self.collaboration, "revision", "seven")


def test_a_step_that_breaks_the_collaboration_is_told() -> None:
    with pytest.raises(AssertionError, match="“a” cannot be read back from its"):
        run_state_machine_as_test(Losing, settings=settings(FEW, database=None))
