"""What the collaboration promises to reach (*mål*), whether that can be followed up, and what was reached elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.html.blocks import Card, Facts, Paragraph, Section, Table
from samverkan.formats.html.inline import Quiet, joined, said
from samverkan.formats.html.standing import opening, standing
from samverkan.formats.notation import write_when
from samverkan.formats.scalars import write_fraction
from samverkan.formats.text.published import ELSEWHERE, number, when
from samverkan.formats.wording import mark
from samverkan.model.facts import is_unknown, stated
from samverkan.model.goals import Basis
from samverkan.model.measurability import measurability
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.html.blocks import Block
    from samverkan.formats.html.inline import Inline
    from samverkan.formats.html.view import View
    from samverkan.model.goals import Goal
    from samverkan.model.measurability import Measurability
    from samverkan.model.when import When

TOLD_AS = {
    "share": mark("a share of a group"),
    "complement": mark("a share of the rest"),
    "volume": mark("a number of participants"),
    "capacity": mark("a number of places"),
    "time-limit": mark("within a time limit"),
    "perception": mark("what those asked think"),
    "mixed": mark("an outcome or what those asked think"),
    "deliverable": mark("something that is made"),
    "dissemination": mark("results are spread"),
    "direction": mark("a direction without a number"),
}
"""What each kind of goal is called."""
SHARES = frozenset({"share", "complement", "perception", "mixed", "time-limit"})
"""The kinds whose number is in percent."""


def goals(view: View) -> Iterator[Block]:
    """Tell each goal with the parts that it states, and then what was published of other places."""
    whole = view.collaboration
    if not whole.goals:
        yield Paragraph(view.word("No goals are stated in the file."), "lead")
    if whole.goals:
        told = [] if view.account is None else [*opening(view, view.account)]
        yield Section(view.word("Goals"), [*told, *(_goal(view, goal) for goal in whole.goals)], "goals")
    if view.account is None:
        yield Section(view.word("Results"), [*_results(view, titled=False)], "results")
    elif whole.results:
        yield Section(view.word("Results published elsewhere"), [*_results(view, titled=True)], "results")


def _goal(view: View, goal: Goal) -> Card:
    title = said(goal.text, view.wording)
    if view.account is None:
        return Card(title, [Facts(_facts(view, goal, measurability(goal)))])
    each = view.account.found.of(goal.id)
    return Card(title, standing(view, view.account, each, _facts(view, goal, each.measurability)))


def _facts(view: View, goal: Goal, found: Measurability) -> Iterator[tuple[Inline, ...]]:
    yield view.word("Kind of goal"), view.word(TOLD_AS[goal.kind])
    yield view.word("How much"), _number(view, goal)
    yield view.word("Of whom"), view.fact(goal.population)
    deadline: When | None = stated(goal.deadline)  # type: ignore[assignment]  # mypy joins the members of the union
    measured = stated(goal.measured)
    if deadline is not None:
        yield view.word("By when"), write_when(deadline, lang=view.language)
    if measured is not None:
        yield view.word("Measured"), view.wording.label(measured)
    if found.measurable:
        yield view.word("Can be followed up"), view.word("yes")
    else:
        lacks = say("not as it is worded; not stated: {parts}", parts=found.missing)
        yield view.word("Can be followed up"), view.wording.tell(lacks)


def _number(view: View, goal: Goal) -> Inline:
    number = stated(getattr(goal, "number", None) or getattr(goal, "share", None))
    if number is None:
        return view.silent
    operator = getattr(goal, "operator", None)
    stated_so = getattr(goal, "operator_basis", None) is Basis.STATED
    told: list[Inline] = [view.wording.label(operator)] if operator and stated_so else []
    told.append(_figure(view, write_fraction(number)))
    if goal.kind in SHARES:
        told.append(view.word("percent"))
    elif not is_unknown(getattr(goal, "unit", None)):
        told.append(view.fact(goal.unit))  # type: ignore[union-attr]  # the kinds that have one
    if operator and not stated_so:
        told.append(Quiet(view.wording.tell(say("(read as {operator})", operator=operator))))
    return joined(told, " ")


def _figure(view: View, figure: float | str) -> str:
    return str(figure).replace(".", ",") if view.language == "sv" else str(figure)


def _results(view: View, *, titled: bool) -> Iterator[Block]:
    found = view.collaboration.results
    if not found:
        yield Paragraph(view.word("No results are stated in the file."))
        return
    yield Paragraph(view.word(ELSEWHERE), "note")
    heads = [view.word("What"), view.word("Where"), view.word("When"), view.word("Result")]
    rows = [
        [
            said(each.what, view.wording),
            said(each.place, view.wording),
            when(each, view.wording) or view.silent,
            number(each, view.wording),
        ]
        for each in found
    ]
    yield Table(view.word("Results published elsewhere"), heads, rows, titled=titled)
