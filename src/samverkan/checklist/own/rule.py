"""The rules of which own criteria are composed (*regler*): a small closed union of shipped predicates, all data.

Every rule is answered in strong Kleene logic: what is met or not met no further fact can change.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import field, frozen

from samverkan.checklist.own.address import Address, Holds
from samverkan.checklist.own.setting import Setting, settings
from samverkan.checklist.registry import shipped_criterion
from samverkan.errors import InvalidValueError
from samverkan.model.bodies import BodyKind
from samverkan.model.values import positive

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute


def _rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(rules)


def _some(_: object, attribute: Attribute[Any], rules: tuple[Rule, ...]) -> None:
    if not rules:
        raise InvalidValueError("no-rule", f"the list {attribute.name.rstrip('_')} is empty", "at least one rule")


def _exists(_: object, __: Attribute[Any], name: str) -> None:
    shipped_criterion(name)


@frozen
class Shipped:
    """A shipped criterion, by its checklist and id, ``tranemo:6.2``; some of its thresholds may be set otherwise."""

    key: ClassVar[str] = "criterion"

    criterion: str = field(validator=_exists)
    parameters: tuple[Setting, ...] = field(default=(), converter=settings, metadata={"keyed": "name"})


@frozen
class AllOf:
    """Every rule of a list is met; a rule that does not apply does not count."""

    key: ClassVar[str] = "all"

    all_: tuple[Rule, ...] = field(converter=_rules, validator=_some)


@frozen
class AnyOf:
    """At least one rule of a list is met; a rule that does not apply does not count."""

    key: ClassVar[str] = "any"

    any_: tuple[Rule, ...] = field(converter=_rules, validator=_some)


@frozen
class Not:
    """A rule is not met."""

    key: ClassVar[str] = "not"

    not_: Rule


def _at_most_all(rule: SomeOf, _: Attribute[Any], rules: tuple[Rule, ...]) -> None:
    if rule.at_least > len(rules):
        raise InvalidValueError(
            "too-many",
            f"at least {rule.at_least} of {len(rules)} rules can never be met",
            "no more than there are rules",
        )


@frozen
class SomeOf:
    """At least so many rules of a list are met, or all that apply where these are fewer."""

    key: ClassVar[str] = "of"

    at_least: int = field(validator=positive)
    of: tuple[Rule, ...] = field(converter=_rules, validator=_at_most_all)


def _a_fact(_: object, __: Attribute[Any], address: Address) -> None:
    if address.target.holds is not Holds.FACT:
        raise InvalidValueError("wrong-address", f"“{address}” leads to no fact", "the address of what may be unknown")


def _a_list(_: object, __: Attribute[Any], address: Address) -> None:
    if address.target.holds is not Holds.LIST:
        raise InvalidValueError("wrong-address", f"“{address}” leads to no list", "the address of a list")


def _of_bodies(rule: Any, _: object, kind: BodyKind | None) -> None:  # noqa: ANN401  # a rule about an address
    about = getattr(rule, type(rule).key)
    if kind is not None and about.steps[0] != "bodies":
        raise InvalidValueError("wrong-address", f"“{about}” is not about bodies", "body_kind with bodies only")


@frozen
class Stated:
    """The facts at an address are stated, each of them; declared absent is not met, unknown is unknown.

    Bodies of the past are left out, and where ``body_kind`` is given those of other kinds. An open list may hold one
    more.
    """

    key: ClassVar[str] = "stated"

    stated: Address = field(validator=_a_fact)
    body_kind: BodyKind | None = field(default=None, validator=_of_bodies)


def _bounded(rule: Count | Within, _: Attribute[Any], most: Fraction | int | None) -> None:
    if rule.at_least is None and most is None:
        raise InvalidValueError("no-bound", "there is no bound to compare with", "at_least, at_most, or both")
    if rule.at_least is not None and most is not None and most < rule.at_least:
        raise InvalidValueError(
            "reversed-interval", f"at most {most} is below at least {rule.at_least}", "at_least before at_most"
        )


@frozen
class Count:
    """The lists at an address, each of them, hold at least and at most so many items; an open list may hold more."""

    key: ClassVar[str] = "count"

    count: Address = field(validator=_a_list)
    at_least: int | None = None
    at_most: int | None = field(default=None, validator=_bounded)
    body_kind: BodyKind | None = field(default=None, validator=_of_bodies)


def _number(_: object, __: Attribute[Any], address: Address) -> None:
    if address.target.hint not in (int, Fraction) or address.target.holds is Holds.LIST:
        raise InvalidValueError("wrong-address", f"“{address}” leads to no number", "the address of a number")


def _maybe_fraction(number: Fraction | int | str | None) -> Fraction | None:
    return None if number is None else Fraction(number)


@frozen
class Within:
    """The numbers at an address, each of them, are at least and at most so much; one declared absent is not."""

    key: ClassVar[str] = "value"

    value: Address = field(validator=_number)
    at_least: Fraction | None = field(default=None, converter=_maybe_fraction)
    at_most: Fraction | None = field(default=None, converter=_maybe_fraction, validator=_bounded)
    body_kind: BodyKind | None = field(default=None, validator=_of_bodies)


def _words(words: Iterable[str | bool]) -> tuple[str | bool, ...]:
    return tuple(words)


def _sayable(rule: OneOf, _: Attribute[Any], words: tuple[str | bool, ...]) -> None:
    hint = rule.value.target.hint
    known: list[str | bool] | None = None
    if hint is bool:
        known = [True, False]
    elif isinstance(hint, type) and issubclass(hint, Enum):
        known = [str(member.value) for member in hint]
    elif hint is not str or rule.value.target.holds is Holds.LIST:
        raise InvalidValueError(
            "wrong-address", f"“{rule.value}” leads to no word", "the address of a word, or of a yes or no"
        )
    wrong = [word for word in words if (word not in known if known else isinstance(word, bool))]
    if wrong or not words:
        told = f"“{rule.value}” cannot be {', '.join(map(as_word, wrong)) or 'nothing'}"
        raise InvalidValueError(
            "unknown-word", told, f"one of {', '.join(map(as_word, known))}" if known else "some text"
        )


def as_word(word: str | bool) -> str:  # noqa: FBT001  # the value itself, not a switch
    """Write a word or a yes or no as the file does."""
    return str(word).lower() if isinstance(word, bool) else word


@frozen
class OneOf:
    """The words at an address, each of them, are among those given: words of the model, ids, true or false."""

    key: ClassVar[str] = "value"

    value: Address
    one_of: tuple[str | bool, ...] = field(converter=_words, validator=_sayable)
    body_kind: BodyKind | None = field(default=None, validator=_of_bodies)


Predicate: TypeAlias = Stated | Count | Within | OneOf
"""What looks at facts by itself."""

Rule: TypeAlias = Shipped | AllOf | AnyOf | Not | SomeOf | Stated | Count | Within | OneOf
"""What an own criterion may be made of."""
