"""Faults as people mend them: where, what, what was expected, the nearest right word, and the line itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.errors import dotted
from samverkan.formats.text.width import clean, width_of
from samverkan.formats.wording.faults import told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.errors import Fault, Location
    from samverkan.formats.wording import Wording


def fault_lines(faults: Iterable[Fault], wording: Wording) -> list[str]:
    """Tell each fault in one line: ``file:line:column: what, what was expected, what was meant [code]``."""
    return [fault_line(fault, wording) for fault in faults]


def fault_line(fault: Fault, wording: Wording) -> str:
    """Tell one fault in one line."""
    where = str(fault.location) if fault.location else dotted(fault.path) or "samverkan"
    clauses = [told(fault.message, wording)]
    if fault.expected:
        clauses.append(wording.word("expected {what}").format(what=told(fault.expected, wording)))
    if fault.nearest:
        clauses.append(wording.word("did you mean “{meant}”?").format(meant=fault.nearest))
    return clean(f"{where}: {'; '.join(clauses)} [{fault.code}]")


def shown_faults(faults: Iterable[Fault], wording: Wording, width: int) -> list[str]:
    """Tell each fault in one line and show the place below it, with a caret under the sign."""
    lines = []
    for fault in faults:
        lines.append(fault_line(fault, wording))
        if fault.location and fault.location.text.strip():
            lines += _excerpt(fault.location, width)
    return lines


def _excerpt(location: Location, width: int) -> list[str]:
    """Show the line of a fault, or that part of a long line in which the fault stands."""
    margin = f"{location.line:>6} | "
    room = max(width - len(margin), 10)
    before = clean(location.text[: location.column - 1].replace("\t", " ") + "|")[:-1]
    after = clean("|" + location.text[location.column - 1 :])[1:]
    while width_of(before) > room * 2 // 3:
        before = before[1:]
    while width_of(before + after) > room:
        after = after[:-1]
    return [f"{margin}{before}{after}".rstrip(), f"{' ' * 6} | {' ' * width_of(before)}^"]
