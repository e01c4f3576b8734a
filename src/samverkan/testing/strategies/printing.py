"""How a counterexample prints: as the shortest call that makes the value, so that it can be pasted into a test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from hypothesis.vendor import pretty

from samverkan.model.activities import Change
from samverkan.model.facts import UNKNOWN, Claim, Disputed
from samverkan.model.names import Text
from samverkan.model.source import Source
from samverkan.model.terms import TermDates
from samverkan.model.values import ClockSpan, Length, Period
from samverkan.model.when import InMonth

if TYPE_CHECKING:
    from hypothesis.vendor.pretty import RepresentationPrinter


def print_shortly(cls: type) -> None:
    """Let Hypothesis leave out what a value of a class has by default: most of a collaboration is unknown."""
    pretty.for_type_by_name(cls.__module__, cls.__name__, _print)


def _print(value: Any, printer: RepresentationPrinter, cycle: bool) -> None:  # noqa: ANN401, FBT001  # Hypothesis' own protocol
    if cycle:
        printer.text(f"{type(value).__name__}(…)")
        return
    with printer.group(4, f"{type(value).__name__}(", ")"):
        for place, (name, told) in enumerate(_told(value)):
            if place:
                printer.text(",")
                printer.breakable()
            printer.text(f"{name}=")
            printer.text("UNKNOWN") if told is UNKNOWN else printer.pretty(told)


def _told(value: Any) -> list[tuple[str, object]]:  # noqa: ANN401  # an instance of an attrs class
    """Give the arguments that make the value, without those that only repeat a default."""
    told = []
    for attribute in attrs.fields(type(value)):
        default: Any = attribute.default
        usual = default.factory() if hasattr(default, "factory") else default
        held = getattr(value, attribute.name)
        if attribute.init and (usual is attrs.NOTHING or held != usual):
            told.append((attribute.alias or attribute.name, held))
    return told


for _noun in (Change, Claim, ClockSpan, Disputed, InMonth, Length, Period, Source, TermDates, Text):
    print_shortly(_noun)  # those that no generic strategy makes
