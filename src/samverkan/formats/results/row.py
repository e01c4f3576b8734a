"""One row of the table as a result (*rad*), or each fault in it at its cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import frozen

from samverkan.errors import Fault, InvalidValueError, UnknownNameError
from samverkan.followup.result import Result
from samverkan.followup.wanting import key, keys, words_of
from samverkan.formats.content import SEPARATOR
from samverkan.formats.grid import Given
from samverkan.formats.refusal import Refused, as_fault, shortened
from samverkan.formats.results import reading
from samverkan.formats.results.words import COUNTED, NEEDED, SEXES, Head, head_word
from samverkan.model.collaboration import Collaboration

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from samverkan.model.goals import Goal

T = TypeVar("T")

_PLACES = {
    "reversed-period": Head.FIRST,
    "counted-early": Head.COLLECTED,
    "blank": Head.SOURCE,
    "control-character": Head.SOURCE,
}
"""The columns in which the faults stand that only a whole row shows; the others stand at the count."""


def cell_at(cells: Mapping[Head, Given], head: Head) -> Given:
    """Give the cell in a column, or the first of the row where there is no such column."""
    return cells.get(head) or next(iter(cells.values()))


@frozen
class RowReader:
    """Reads rows about the goals of one collaboration, and names heads and words in the language of the table."""

    collaboration: Collaboration
    language: str

    def result(self, cells: Mapping[Head, Given], unnamed: Sequence[Given]) -> Result | None:
        """Give the result that a row holds, or nothing where nothing is counted yet; raises ``Refused``."""
        return _Row(self, cells, unnamed).result()

    def goal(self, given: Given) -> Goal:
        """Take the id of a goal."""
        goals = {goal.id: goal for goal in self.collaboration.goals}
        name = reading.text(given)
        if name not in goals:
            raise _unknown(UnknownNameError("goal", shortened(name), goals))
        return goals[name]

    def municipality(self, given: Given) -> str:
        """Take a code, also without the zero that spreadsheets leave out, or a name."""
        name = given.word
        codes = {each.code: each.code for each in self.collaboration.municipalities}
        names = {each.name: each.code for each in self.collaboration.municipalities}
        known = {name.casefold(): code for name, code in (*names.items(), *codes.items())}
        found = known.get(name) or codes.get(name.zfill(4))
        if found is None:
            raise _unknown(UnknownNameError("municipality", shortened(reading.text(given)), [*names, *codes]))
        return found


@frozen
class _Row:
    """One row on its way to a result."""

    reader: RowReader
    cells: Mapping[Head, Given]
    unnamed: Sequence[Given]

    def result(self) -> Result | None:
        if all(self._empty(head) for head in (Head.COUNT, Head.TOTAL, Head.PENDING)):
            return None
        faults = [given.told(Fault("extra-cell", "this cell has no column head above it")) for given in self.unnamed]
        goal = self._read(Head.GOAL, self.reader.goal, faults)
        values: dict[str, Any] = {
            "goal": goal.id if goal else None,
            "collected": self._read(Head.COLLECTED, reading.day, faults),
            "count": self._read(Head.COUNT, reading.count, faults),
            "source": self._read(Head.SOURCE, reading.text, faults),
        }
        faults += self._lacking(values)
        values["first"], values["last"] = self._days(faults)
        values["total"] = self._read(Head.TOTAL, reading.count, faults)
        values["pending"] = self._read(Head.PENDING, reading.count, faults)
        values["sex"] = self._word(Head.SEX, SEXES, faults)
        values["ages"] = self._read(Head.AGES, reading.ages, faults)
        values["counted"] = self._word(Head.COUNTED, COUNTED, faults)
        if goal:
            values["outcomes"] = self._read(Head.OUTCOMES, lambda given: _outcomes(given, goal), faults) or ()
        values["municipality"] = self._read(Head.MUNICIPALITY, self.reader.municipality, faults)
        if faults:
            raise Refused(sorted(faults, key=_order))
        try:
            return Result(**values)
        except InvalidValueError as error:
            place = cell_at(self.cells, _PLACES.get(error.code, Head.COUNT))
            raise Refused([place.told(as_fault(error))]) from None

    def _empty(self, head: Head) -> bool:
        return head not in self.cells or self.cells[head].content is None

    def _read(self, head: Head, take: Callable[[Given], T], faults: list[Fault]) -> T | None:
        if self._empty(head):
            return None
        try:
            return take(self.cells[head])
        except Refused as refusal:
            faults += [self.cells[head].told(fault) for fault in refusal.faults]
            return None

    def _word(self, head: Head, words: Mapping[str, T], faults: list[Fault]) -> T | None:
        return self._read(head, lambda given: reading.word(given, words, self.reader.language), faults)

    def _lacking(self, values: Mapping[str, object]) -> Iterator[Fault]:
        for head in NEEDED:
            if self._empty(head) and values.get(head.value) is None:
                fault = Fault("empty-cell", f"the column “{self._name(head)}” is empty in this row")
                yield cell_at(self.cells, head).told(fault)

    def _name(self, head: Head) -> str:
        return head_word(head, self.reader.language)

    def _days(self, faults: list[Fault]) -> tuple[dt.date | None, dt.date | None]:
        """Give the first day and the last; they are said as a period, or as from and to."""
        period = self._read(Head.PERIOD, reading.period, faults)
        first = self._read(Head.FIRST, reading.stretch, faults)
        last = self._read(Head.LAST, reading.stretch, faults)
        if period and (first or last):
            fault = Fault("two-periods", "the period is said twice in this row", (), "a period, or from and to")
            faults.append(self.cells[Head.PERIOD].told(fault))
        if period:
            return period
        if first and (last or not first[2]):
            return first[0], (last or first)[1]
        if not any(
            self._wrong(head, read) for head, read in ((Head.PERIOD, period), (Head.FIRST, first), (Head.LAST, last))
        ):
            head = Head.LAST if first else Head.FIRST
            what = f"the column “{self._name(head)}” is empty in this row"
            fault = Fault("empty-cell", what, (), "the first and the last day, or a month such as 2010-03")
            faults.append(cell_at(self.cells, head).told(fault))
        return None, None

    def _wrong(self, head: Head, read: object) -> bool:
        return read is None and not self._empty(head)


def _unknown(error: UnknownNameError) -> Refused:
    return Refused([as_fault(error)])


def _order(fault: Fault) -> tuple[int, str]:
    """Give the key by which the faults of one row come in the order of its cells."""
    cell = str(fault.path[0]) if fault.path else ""
    return fault.location.column if fault.location else len(cell), cell


def _outcomes(given: Given, goal: Goal) -> frozenset[str]:
    """Take some of the outcomes of a goal, with semicolons between; those that it has in its Swedish words."""
    words = {known: word.sv for word in words_of(goal, None) for known in keys(word)}
    said = reading.text(given)
    parts = [said] if key(said) in words else [part.strip() for part in said.split(SEPARATOR.strip())]
    return frozenset(words.get(key(part), part) for part in parts if part)
