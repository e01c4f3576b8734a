"""Whole collaborations through files, with every output of every step: a few steps here, and long ones at night."""

from __future__ import annotations

import os

import click
import pytest
from hypothesis import HealthCheck, settings

from samverkan.cli.door import VERBS
from samverkan.cli.values import Choice, Day, HalfYear, OneYear
from tests.machine.every_output import EveryOutput
from tests.machine.lines import ALWAYS, ARGUMENTS, ELSEWHERE, FILLED, OWN, SHARED, command, forms, lines
from tests.machine.reading import READERS

NIGHT = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"

if not NIGHT:
    EveryOutput.most_lines = 5

TestEveryOutput = EveryOutput.TestCase
TestEveryOutput.settings = settings(
    settings() if NIGHT else settings(max_examples=3, derandomize=True, database=None),
    stateful_step_count=20 if NIGHT else 4,
    deadline=None,
    # A step is as long as all outputs take together.
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_line_in_every_format_and_language(verb: str) -> None:
    found = {(line.form, line.lang) for line in lines() if line.verb == verb}

    assert found == {(form, lang) for form in forms(verb) for lang in ("sv", "en")}
    assert {form for form, _ in found} <= set(READERS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_argument_and_option_can_be_filled_in(verb: str) -> None:
    """A new option of free words fails here until somebody says what stands after it."""
    for one in command(verb).params:
        name = one.opts[0]
        if isinstance(one, click.Argument):
            assert one.name in ARGUMENTS
        elif not isinstance(one.type, (Choice, Day, HalfYear, OneYear)) and not getattr(one, "is_flag", False):
            assert name in SHARED | set(FILLED) | set(ELSEWHERE) | set(ALWAYS.get(verb, {})) or (verb, name) in OWN, (
                name
            )


def test_no_option_is_filled_in_or_left_out_that_no_verb_has() -> None:
    known = {one.opts[0] for verb in VERBS for one in command(verb).params}

    assert {*FILLED, *ELSEWHERE, *SHARED, *(name for _, name in OWN)} <= known
