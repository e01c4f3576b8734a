from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from samverkan.model.facts import Absent, Disputed, Fact
from samverkan.model.when import InWeek, When
from samverkan.planning.schedule import Schedule
from samverkan.testing import check_schedule
from samverkan.testing.registration import register

from .nouns import CLASSES

QUICK = settings(max_examples=1_000, phases=[Phase.generate], database=None, deadline=None)


@pytest.fixture(scope="module", autouse=True)
def _registered() -> None:
    register()


def run(*lines: str) -> str:
    program = "\n".join(lines)
    return subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout


@pytest.mark.parametrize("noun", CLASSES, ids=lambda noun: noun.__name__)
def test_hypothesis_knows_every_noun(noun: type) -> None:
    # Were it not registered, Hypothesis would call the constructor with whatever the annotations allow.
    assert "values_of" in repr(st.from_type(noun)) or "UNKNOWN" in repr(st.from_type(noun))
    assert isinstance(find(st.from_type(noun), lambda _: True, settings=QUICK), noun)


def test_hypothesis_knows_unions_and_facts() -> None:
    assert isinstance(find(st.from_type(When), lambda when: isinstance(when, InWeek), settings=QUICK), InWeek)
    find(st.from_type(Fact[When]), lambda fact: isinstance(fact, Absent), settings=QUICK)
    find(st.from_type(Disputed[int]), lambda fact: fact.decided is not None, settings=QUICK)


@settings(max_examples=10)
@given(st.from_type(Schedule))
def test_hypothesis_makes_schedules_that_can_be_trusted(plan: Schedule) -> None:
    check_schedule(plan)


def test_registering_loads_neither_the_model_nor_a_library() -> None:
    printed = run(
        "import sys, hypothesis",
        "before = set(sys.modules)",
        "from samverkan.testing.registration import register",
        "register()",
        "print(*sorted(set(sys.modules) - before))",
    )

    assert set(printed.split()) <= {"samverkan", "samverkan.testing", "samverkan.testing.registration"}


def test_a_noun_that_is_loaded_later_is_registered_then() -> None:
    printed = run(
        "from samverkan.testing.registration import register",
        "register(); register()",
        "import sys",
        "print(sum(type(finder).__name__ == '_Listener' for finder in sys.meta_path))",
        "from hypothesis import strategies as st",
        "from samverkan.model.bodies import Seat",
        "print(st.from_type(Seat))",
    )

    assert printed.splitlines()[0] == "1"
    assert "values_of" in printed


def test_a_module_that_is_not_there_is_still_not_there() -> None:
    with pytest.raises(ModuleNotFoundError, match=r"samverkan\.model\.nothing"):
        __import__("samverkan.model.nothing")
