"""What each criterion says, cites, asks and would change, and what its remedy writes, word for word.

The words stand in ``said/``; ``saying.py`` tells how.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import pytest

from samverkan.checklist.case import case_of
from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.horizontal import HORIZONTAL
from samverkan.checklist.tranemo import TRANEMO
from samverkan.formats.bundled import bundled
from samverkan.formats.toml import dumps
from tests.checklist.builders import NOT_MET, setup
from tests.checklist.saying import paragraph, spoken
from tests.checklist.telling import DENIED, HALF_TOLD, SPECIAL, VAGUE
from tests.checklist.test_horizontal import SETUPS
from tests.checklist.tranemo.test_mending import FALLING_SHORT, NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.checklist.case import Case
    from samverkan.checklist.criterion import Criterion
    from samverkan.checklist.factor import Checklist

READ = {name: bundled(name) for name in SETUPS}
CRITERIA = {criterion.id: criterion for criterion in (*TRANEMO.criteria, *HORIZONTAL.criteria)}


def cases(criterion: Criterion) -> Iterator[tuple[str, Case]]:
    """Give the cases that a criterion is asked about: some built by hand, and of the horizontal ones the setups."""
    yield "of nothing", case_of(setup(), as_of=NOW)
    for number, whole in enumerate(SPECIAL.get(criterion.id, ()), 1):
        yield f"special {number}", case_of(whole, as_of=NOW)
    if criterion.id in FALLING_SHORT:
        yield "half told", case_of(HALF_TOLD, as_of=NOW)
        yield "vaguely told", case_of(VAGUE, as_of=NOW)
        yield "falling short", case_of(FALLING_SHORT[criterion.id], as_of=NOW)
    else:
        yield "denied", case_of(DENIED, as_of=NOW)
        yield from ((name, case_of(whole, as_of=NOW)) for name, whole in READ.items())


def mended(criterion: Criterion) -> Iterator[tuple[str, Case, Case]]:
    """Give the cases that fall short, before and after the remedy."""
    assert criterion.remedy.apply is not None
    for name, case in cases(criterion):
        if criterion.judge(case).outcome is NOT_MET:
            yield name, case, case.after(criterion.remedy.apply(case))


def written(before: Case, after: Case) -> Iterator[str]:
    """Give the lines of the file that a remedy takes away and those that it adds."""
    lines = (dumps(case.collaboration).splitlines() for case in (before, after))
    return (f"  {line}" for line in difflib.ndiff(*lines) if line[0] in "+-" and line[2:])


def told(criterion: Criterion) -> str:
    lines = []
    for name, case in cases(criterion):
        lines += [f"[{criterion.id}] {name}", *spoken(criterion.judge(case)), ""]
    for name, before, after in mended(criterion):
        lines += [f"[{criterion.id}] {name}, mended", *written(before, after), *spoken(criterion.judge(after)), ""]
    return "\n".join(lines)


def judgement(name: str, checklist: Checklist) -> Iterator[str]:
    """Tell what is said of a setup as a whole, apart from what each criterion says."""
    found = evaluate(READ[name], checklist=checklist, as_of=NOW)
    yield f"[{name} by {checklist.id}] {found.verdict.value}, {found.score} met, {found.documented} on record"
    for factor in found.factors:
        yield f"  factor {factor.factor.id} {factor.outcome.value}, {factor.score} met"
    for question in found.ask_next:
        alone = ", which settles its factor" if question.settles_factor else ""
        yield f"  asks {question.criterion.id}{alone}, also for {' '.join(question.also) or 'none'}"
        yield from (f"    {ask.field} for {' '.join(question.bears_on(ask))}" for ask in question.asks)
    for each in found.advice:
        yield f"  advises {each.criterion.id} {each.field}: {each.remedy.text}"
    yield f"  whatever: {' '.join(ask.field for ask in found.asking.whatever)}"
    for set_ in found.asking.sets:
        yield f"  {set_.verdict.value} by {' '.join(set_.criteria)}: {' '.join(ask.field for ask in set_.asks)}"
    for certain, package in (("certainly", found.acting.certainly), ("perhaps", found.acting.perhaps)):
        yield f"  {certain} for {package.cost}, lacking {' '.join(each.id for each in package.lacking) or 'nothing'}"
        for action in package.actions:
            unless = ", unless known" if action.unless_known else ""
            yield f"    {action.criterion.id} {action.effort.value}{unless} {action.field}: {action.remedy}"
            yield f"      by {action.responsible}, changing {' '.join(action.changes)}"


@pytest.mark.parametrize("name", CRITERIA)
def test_a_criterion_says_what_it_is_written_to_say(name: str) -> None:
    page = "tranemo" if name in FALLING_SHORT else "horizontal"

    assert told(CRITERIA[name]).strip() == paragraph(page, f"[{name}]")


@pytest.mark.parametrize("checklist", [TRANEMO, HORIZONTAL], ids=lambda each: each.id)
@pytest.mark.parametrize("name", SETUPS)
def test_a_setup_is_told_what_to_ask_and_what_to_do(name: str, checklist: Checklist) -> None:
    assert "\n".join(judgement(name, checklist)) == paragraph("whole", f"[{name} by {checklist.id}]")
