"""What a criterion asks, from where, how it is judged, and what to do: its documentation, drawn from itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from attrs import field, frozen

from samverkan.checklist.criterion import Aspect, Criterion
from samverkan.checklist.factor import Checklist, Factor
from samverkan.checklist.thresholds import thresholds_in_use
from samverkan.formats.text.table import heading, table
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from samverkan.checklist.parameters import Parameters
    from samverkan.formats.wording import Wording


@frozen
class Explained:
    """A criterion in its place, and the fields that it is known to read."""

    checklist: Checklist
    factor: Factor
    criterion: Criterion
    fields: tuple[str, ...] = field(converter=tuple[str, ...])


def explained(checklist: Checklist, fields: Mapping[str, Iterable[str]]) -> list[Explained]:
    """Give every criterion of a checklist in its place, with the fields that are known by its id."""
    return [
        Explained(checklist, factor, criterion, fields.get(criterion.id, ()))
        for factor in checklist.factors
        for criterion in factor.criteria
    ]


def explanation(about: Explained, parameters: Parameters, wording: Wording) -> list[tuple[str, str | tuple[str, ...]]]:
    """Tell everything about a criterion as pairs of what it is and what it says; fields of the file are a tuple."""
    criterion, remedy, tell, word = about.criterion, about.criterion.remedy, wording.tell, wording.word
    place = say("{name}, version {version}", name=about.checklist.name, version=about.checklist.version)
    rows: list[tuple[str, str | tuple[str, ...]]] = [
        (word("Checklist"), tell(place)),
        (word("Factor"), f"{about.factor.id} {wording.value(about.factor.name)}"),
        (word("Weight"), tell(_weight(criterion))),
        (word("Asks"), tell(_aspect(criterion.level))),
        (word("Source"), tell(criterion.source)),
    ]
    rows += [
        (word("Threshold"), _threshold(name, value, parameters, wording))
        for name, value in thresholds_in_use(criterion, parameters)
    ]
    rows += [(word("Reads"), about.fields)] if about.fields else []
    return [
        *rows,
        (word("If not met"), tell(remedy.text)),
        (word("Who"), tell(remedy.responsible)),
        (word("Effort"), wording.label(remedy.effort)),
        (word("In the file"), (remedy.field,)),
    ]


def _weight(criterion: Criterion) -> Message:
    if criterion.core:
        return say("core criterion: the core criteria make the outcome of the factor")
    return say("beside the core: it counts in the share of criteria met, not in the outcome")


def _aspect(aspect: Aspect) -> Message:
    match aspect:
        case Aspect.DESIGN:
            return say("what the setup says (design)")
        case Aspect.CONDUCT:
            return say("what has been done and recorded (conduct)")
        case _:
            assert_never(aspect)


def _threshold(name: str, value: Fraction | int, parameters: Parameters, wording: Wording) -> str:
    ours = value == parameters.named(name)
    source = parameters.source if ours else say("set by the checklist")
    told = wording.word("yes" if value else "no") if isinstance(value, bool) else value
    return f"{name} = {told} ({wording.tell(source)})"


def explanation_text(criteria: Iterable[Explained], parameters: Parameters, wording: Wording, width: int) -> str:
    """Write a page on each criterion."""
    return "\n".join(_page(about, parameters, wording, width) for about in criteria)


def _page(about: Explained, parameters: Parameters, wording: Wording, width: int) -> str:
    title = f"{about.criterion.id} {wording.tell(about.criterion.question)}"
    pairs = explanation(about, parameters, wording)
    rows = [(name, told if isinstance(told, str) else ", ".join(told)) for name, told in pairs]
    lines = [*heading(title, width), *table(rows, width, indent=0)]
    return "".join(f"{line}\n" for line in lines)
