"""A checklist of one's own as data (*egen checklista*): factors, criteria, weights and thresholds."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from samverkan.checklist.criterion import Aspect, Criterion, Effort, Remedy
from samverkan.checklist.factor import Checklist, Factor
from samverkan.checklist.own.judging import RuleJudge, thresholds
from samverkan.checklist.own.mending import RuleMend, mendable
from samverkan.checklist.own.rule import Rule, Shipped
from samverkan.checklist.own.setting import Setting, settings
from samverkan.checklist.registry import shipped_criterion, shipped_names
from samverkan.errors import InvalidValueError
from samverkan.model.message import say
from samverkan.model.names import Text, an_id, as_text, not_blank

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute

    from samverkan.model.message import Message

_KEYED = {"keyed": "id"}


def _counts(_: object, __: Attribute[Any], weight: Fraction) -> None:
    if weight <= 0:
        raise InvalidValueError("bad-weight", f"the weight {weight} counts for nothing", "a number above 0")


def _fraction(weight: Fraction | int) -> Fraction:
    return Fraction(weight)


def _maybe_text(words: str | Text | None) -> Text | None:
    return None if words is None else as_text(words)


@frozen(kw_only=True)
class OwnRemedy:
    """What to do about a no, in words of one's own: by whom, at what effort, and where in the file it then shows."""

    text: Text = field(converter=as_text)
    effort: Effort
    responsible: Text = field(converter=as_text)
    field: str = field(validator=not_blank)


@frozen(kw_only=True)
class OwnCriterion:
    """A criterion of one's own: a rule, with the words and the weight that it has here.

    A criterion whose rule is one shipped criterion takes from that what it does not say itself; any other says its
    question, its source and its remedy.
    """

    id: str = field(validator=an_id)
    rule: Rule
    question: Text | None = field(default=None, converter=_maybe_text)
    source: Text | None = field(default=None, converter=_maybe_text)
    core: bool = False
    level: Aspect | None = None
    weight: Fraction = field(default=Fraction(1), converter=_fraction, validator=_counts)
    parameters: tuple[Setting, ...] = field(default=(), converter=settings, metadata={"keyed": "name"})
    remedy: OwnRemedy | None = None

    def __attrs_post_init__(self) -> None:
        words = {"question": self.question, "source": self.source, "remedy": self.remedy}
        missing = [name for name, said in words.items() if said is None]
        if missing and self._shipped is None:
            raise InvalidValueError(
                "missing-words",
                f"the criterion {self.id} says no {missing[0]}",
                "question, source and remedy, unless the rule is one shipped criterion",
            )

    @property
    def _shipped(self) -> Criterion | None:
        return shipped_criterion(self.rule.criterion) if isinstance(self.rule, Shipped) else None

    def made(self, factor: str, given: tuple[Setting, ...]) -> Criterion:
        """Make the criterion of a factor, under the thresholds of the checklist and then its own."""
        shipped, parameters = self._shipped, (*given, *self.parameters)
        mend = RuleMend(self.rule, parameters) if mendable(self.rule) else None
        return Criterion(
            id=self.id,
            factor=factor,
            core=self.core,
            level=self.level or (shipped.level if shipped else Aspect.DESIGN),
            question=_own(self.question) or _of(shipped).question,
            source=_own(self.source) or _of(shipped).source,
            parameters=thresholds(self.rule),
            remedy=evolve(_remedy(self.remedy) or _of(shipped).remedy, apply=mend),
            weight=self.weight,
            judge=RuleJudge(self.rule, parameters, worded=self.remedy is not None),
        )


def _of(shipped: Criterion | None) -> Criterion:
    assert shipped is not None, "a criterion says its words itself, or its rule is a shipped one"  # noqa: S101  # as its constructor made sure
    return shipped


def _own(words: Text | None) -> Message | None:
    return None if words is None else say("{value}", value=words)


def _remedy(own: OwnRemedy | None) -> Remedy | None:
    if own is None:
        return None
    text, responsible = say("{value}", value=own.text), say("{value}", value=own.responsible)
    return Remedy(text=text, effort=own.effort, responsible=responsible, field=own.field)


def _criteria(items: Iterable[OwnCriterion]) -> tuple[OwnCriterion, ...]:
    return tuple(items)


@frozen(kw_only=True)
class OwnFactor:
    """A success factor of one's own; at least one of its criteria is core."""

    id: str = field(validator=an_id)
    name: Text = field(converter=as_text)
    weight: Fraction = field(default=Fraction(1), converter=_fraction, validator=_counts)
    criteria: tuple[OwnCriterion, ...] = field(converter=_criteria, metadata=_KEYED)

    def __attrs_post_init__(self) -> None:
        self.made(())

    def made(self, given: tuple[Setting, ...]) -> Factor:
        """Make the factor, under the thresholds of its checklist."""
        return Factor(self.id, self.name, [each.made(self.id, given) for each in self.criteria], self.weight)


def _factors(items: Iterable[OwnFactor]) -> tuple[OwnFactor, ...]:
    return tuple(items)


def _not_ours(_: object, __: Attribute[Any], id_: str) -> None:
    if id_ in shipped_names():
        raise InvalidValueError("taken-id", f"“{id_}” is a checklist that comes along", "an id of your own")


def _an_own_id(checklist: object, attribute: Attribute[Any], id_: str) -> None:
    an_id(checklist, attribute, id_)
    _not_ours(checklist, attribute, id_)


@frozen(kw_only=True)
class OwnChecklist:
    """A checklist that somebody writes for their own setup; ``made`` is what ``evaluate`` takes."""

    id: str = field(validator=_an_own_id)
    version: str = field(validator=not_blank)
    name: Text = field(converter=as_text)
    parameters: tuple[Setting, ...] = field(default=(), converter=settings, metadata={"keyed": "name"})
    factors: tuple[OwnFactor, ...] = field(converter=_factors, metadata=_KEYED)

    def __attrs_post_init__(self) -> None:
        self.made()

    def made(self) -> Checklist:
        """Make the checklist; its criteria keep the guarantees of those that come along."""
        return Checklist(self.id, self.version, self.name, [each.made(self.parameters) for each in self.factors])
