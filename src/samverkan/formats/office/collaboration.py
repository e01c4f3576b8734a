"""A collaboration as a workbook: what can be edited in registers, and what is worked out of it, to read."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from hashlib import sha256
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.followup.policy import Policy
from samverkan.formats import toml
from samverkan.formats.html.standing import KEPT_BACK
from samverkan.formats.office import results, told, workbook
from samverkan.formats.office.cell import shown
from samverkan.formats.office.register import ID, REGISTERS, Register
from samverkan.formats.office.sheet import Aside, Entry, Sheet, Value
from samverkan.formats.results import template
from samverkan.formats.text.names import organisation_name
from samverkan.formats.wording import Wording, mark
from samverkan.model.bodies import Seat
from samverkan.model.collaboration import Collaboration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.checklist.evaluate import Evaluation
    from samverkan.followup.account import Account
    from samverkan.formats.hints import Slot
    from samverkan.planning.schedule import Schedule

ABOUT = mark("About")
NAME = mark("Collaboration")
FINGERPRINT = mark("Fingerprint")
_REPRESENTS = mark("Represents (name)")
_HOW = (
    mark("What stands in grey is worked out or has two sources, and is not read back. So is this sheet."),
    mark("In the sheets with an id you can change cells and add or remove rows. The order of the rows says nothing."),
    mark("An id names the thing everywhere: do not change it. A new row may have none; then one is made of its name."),
    mark("An empty cell means that nobody knows, never no. [in brackets] means that it is known not to exist."),
    mark("Several ids stand in one cell with semicolons between them."),
    mark("Then: samverkan import WORKBOOK --into FILE"),
)
_COUNTED = mark(
    "The sheet “{sheet}” is for what you count. It is no part of the collaboration file and is not read into it. Then: "
    "samverkan follow FILE --results WORKBOOK"
)


def dumps(
    whole: Collaboration, plan: Schedule, judged: Evaluation, wording: Wording, *, account: Account | None = None
) -> bytes:
    """Write the workbook: bodies, seats and the rest to edit; meetings, criteria and goals to read; results to fill in.

    With an ``account`` it tells how the goals stand; numbers that are kept back stand nowhere in it, so the sheet of
    results is always an empty one. Raises ``InvalidValueError`` where the extra is not installed.
    """
    policy = Policy()
    able = template.able(whole, policy=policy)
    counted = list(template.rows(whole, policy=policy, language=wording.language)) if able else []
    sheets = [
        _about(whole, judged, wording, [*_notes(wording, account=account, counted=bool(counted))]),
        *registers(whole, wording),
        *told.sheets(whole, plan, judged, wording, account=account),
        *([results.sheet(counted, lang=wording.language)] if counted else []),
    ]
    return workbook.dumps(sheets, title=wording.value(whole.name), updated=whole.updated)


def fingerprint(whole: Collaboration) -> str:
    """Tell one state of a collaboration from another; comments and layout of its file do not count."""
    return sha256(toml.dumps(whole).encode()).hexdigest()[:16]


def registers(whole: Collaboration, wording: Wording) -> Iterator[Sheet]:
    """Give the sheets that can be edited."""
    return (register(whole, each, wording) for each in REGISTERS)


def register(whole: Collaboration, kept: Register, wording: Wording) -> Sheet:
    """Give the sheet of one register."""
    return _Page(whole, wording, kept).sheet()


def _about(whole: Collaboration, judged: Evaluation, wording: Wording, notes: list[str]) -> Sheet:
    word = wording.word
    rows: list[list[Value]] = [
        [word(NAME), whole.name.sv],
        [word(ID), whole.id],
        [word("Updated"), whole.updated],
        [word("Revision"), whole.revision],
        [word("Judged as of"), judged.as_of],
        [word("Checklist"), wording.value(judged.checklist.name)],
        [word("Verdict"), wording.label(judged.verdict)],
        [word(FINGERPRINT), fingerprint(whole)],
    ]
    how = [*map(word, _HOW), *notes]
    rows += [[word("How to edit") if number == 0 else None, each] for number, each in enumerate(how)]
    return Sheet(word(ABOUT), [word("What"), word("Says")], rows)


def _notes(wording: Wording, *, account: Account | None, counted: bool) -> Iterator[str]:
    if counted:
        yield wording.word(_COUNTED).format(sheet=results.SHEETS[wording.language])
    if account is not None:
        yield wording.word(KEPT_BACK)


@frozen
class _Page:
    """One register with the things of one collaboration, in the words of one reader."""

    whole: Collaboration
    wording: Wording
    register: Register

    def sheet(self) -> Sheet:
        entries = [Entry() for _ in range(self.register.identity)]
        entries += [self._entry(self.register.slot(column)) for column in self.register.columns]
        heads = [self.wording.word(head) for head in self.register.heads]
        seats = self.register.cls is Seat
        return Sheet(
            self.wording.word(self.register.title),
            [*heads, *([self.wording.word(_REPRESENTS)] if seats else [])],
            self._rows(),
            [*entries, *([None] if seats else [])],
        )

    def _rows(self) -> Iterator[list[Value]]:
        for identity, thing in self.register.things(self.whole):
            row: list[Value] = [str(step) for step in identity]
            row += [
                shown(getattr(thing, self.register.slot(column).name), self.wording) for column in self.register.columns
            ]
            if self.register.cls is Seat:
                names = (organisation_name(self.whole, each, self.wording) for each in thing.organisations)
                row.append(Aside("; ".join(names)))
            yield row

    def _entry(self, slot: Slot) -> Entry:
        if slot.hint is bool:
            return Entry(choices=(self.wording.word("yes"), self.wording.word("no")))
        if isinstance(slot.hint, type) and issubclass(slot.hint, Enum):
            return Entry(choices=tuple(self.wording.label(each) for each in slot.hint))
        return Entry(day=slot.hint is dt.date)
