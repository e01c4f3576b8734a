"""What would settle the verdict, and what to do for it to hold: the sets of answers and of actions in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.outcome import Verdict
from samverkan.formats.text.table import Rest, paragraph
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.checklist.acting import Acting, Action, Package
    from samverkan.checklist.asking import Asking
    from samverkan.formats.wording import Wording
    from samverkan.model.message import Message, Value


def numbered(number: int, text: str, where: str, width: int) -> list[str]:
    """Write an entry with its number, and below it the field that it is about; both stay together on a page."""
    lines = paragraph(text, width, first=f"{number:>2}. ", then="    ")
    return [*lines, *map(Rest, paragraph(where, width, first="    → ", then="      "))]


def settling_lines(asking: Asking, wording: Wording, width: int) -> list[str]:
    """Tell how few answers can settle the verdict, and how many do whatever they are."""
    if not asking.whatever:
        return []
    told = _settling(asking, wording)
    lines = [line for each in told for line in paragraph(wording.tell(each), width, first="  ", then="    ")]
    return ["", wording.word("What would settle it:"), *lines]


def _settling(asking: Asking, wording: Wording) -> Iterator[Message]:
    fall, hold = (
        [each.asks for each in asking.sets if each.verdict is verdict]
        for verdict in (Verdict.FALLS_SHORT, Verdict.HOLDS)
    )
    if fall:
        yield say(
            "{n} bad answer is enough for it to fall short: {fields}.",
            "{n} bad answers together are enough for it to fall short: {fields}.",
            n=len(fall[0]),
            fields=_alternatives([[ask.field for ask in each] for each in fall], wording),
        )
    if hold:
        yield say(
            "It takes {n} good answer to hold: {fields}.",
            "It takes {n} good answers to hold: {fields}.",
            n=len(hold[0]),
            fields=tuple(ask.field for ask in hold[0]),
        )
    yield say(
        "The answer to {n} question settles it, whatever it is.",
        "The answers to {n} questions settle it, whatever they are.",
        n=len(asking.whatever),
    )


def _alternatives(sets: Sequence[Sequence[str]], wording: Wording) -> str:
    return f" {wording.word('or')} ".join(" + ".join(each) for each in sets)


def action_lines(acting: Acting, wording: Wording, width: int, *, brief: bool = False) -> list[str]:
    """List the actions after which it can hold, then those that are needed besides for it to hold for certain.

    In brief only the first are listed.
    """
    perhaps, certainly = acting.perhaps, acting.certainly
    lines: list[str] = []
    if perhaps.actions or perhaps.lacking:
        lines += ["", wording.word("What to do, so that it can hold:"), *_package(perhaps, wording, width)]
    if brief:
        return lines
    first = perhaps.actions if set(perhaps.actions) <= set(certainly.actions) else ()
    more = [each for each in certainly.actions if each not in first]
    if more:
        title = say("What to do besides, so that it certainly holds:")
        alone = say("What to do, so that it certainly holds:")
        lines += ["", wording.tell(title if first else alone), *_listed(more, len(first), wording, width)]
        if not certainly.proven:
            untried = say("There may be a cheaper way: there are too many to try them all.")
            lines += paragraph(wording.tell(untried), width)
    elif certainly.lacking and not perhaps.lacking:
        lines += ["", *_lacking(certainly, wording, width)]
    return lines


def _package(package: Package, wording: Wording, width: int) -> list[str]:
    return _lacking(package, wording, width) if package.lacking else _listed(package.actions, 0, wording, width)


def _listed(actions: Sequence[Action], before: int, wording: Wording, width: int) -> list[str]:
    return [
        line
        for number, action in enumerate(actions, before + 1)
        for line in numbered(number, _action(action, wording), _where(action, wording), width)
    ]


def _where(action: Action, wording: Wording) -> str:
    others = len(action.changes) - 1
    if others < 1:
        return action.field
    return f"{action.field} {wording.tell(say('(and {n} more)', '(and {n} more)', n=others))}"


def _lacking(package: Package, wording: Wording, width: int) -> list[str]:
    ids = tuple(criterion.id for criterion in package.lacking)
    told = say(
        "Nothing that we know to do is enough: criterion {ids} stays in the way.",
        "Nothing that we know to do is enough: the criteria {ids} stay in the way.",
        n=len(ids),
        ids=ids,
    )
    return paragraph(wording.tell(told), width)


def _action(action: Action, wording: Wording) -> str:
    facts = _facts(action, wording)
    plain = say("{remedy} ({who}; {effort}; criterion {id})", None, **facts)
    unless = say("{remedy} ({who}; {effort}; criterion {id}, if the answer does not do)", None, **facts)
    return wording.tell(unless if action.unless_known else plain)


def _facts(action: Action, wording: Wording) -> dict[str, Value]:
    return {
        "remedy": wording.tell(action.remedy),
        "who": wording.tell(action.responsible),
        "effort": action.effort,
        "id": action.criterion.id,
    }
