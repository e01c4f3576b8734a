"""What an edited workbook says otherwise than the file (*ändringar*): cells, new rows and rows that are gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from attrs import define, field, frozen

from samverkan.errors import Fault, InvalidFileError, Path
from samverkan.formats.content import Content
from samverkan.formats.office.cell import Reader
from samverkan.formats.office.opened import Row
from samverkan.formats.office.register import Column, Register
from samverkan.formats.places import capped, short
from samverkan.formats.refusal import MAX_FOUND, Refused
from samverkan.formats.wording import Wording
from samverkan.model.facts import UNKNOWN
from samverkan.model.names import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from samverkan.formats.office.opened import Page


T = TypeVar("T")

MAX_NEW_CELLS = 4_000
"""How many cells are read for what they say: new ones, and those that differ from the file.

A new file of so many took 0.6 s and 73 MB, and 1.6 s and 92 MB where the workbook also had 19,000 rows and 260,000
elements of XML (processor time, 22 November 2026).
"""

_OF_ROWS = frozenset({"missing-sheet", "missing-column", "missing-id", "duplicate-id", "unknown-body"})
"""What is wrong with whole rows: without them, the rest would seem to lack what stands in them."""


class InvalidWorkbookError(InvalidFileError):
    """A workbook cannot be taken as it is; each fault has its sheet and cell as its path."""


@frozen
class Changed:
    """One cell says another value than the file, or ``UNKNOWN`` where it was emptied; ``was`` is its old content."""

    register: Register
    identity: Path
    column: Column
    value: object
    cell: str
    was: Content
    now: Content


@frozen
class Added:
    """A row is about a thing that the file does not have; ``values`` are by key."""

    register: Register
    identity: Path
    values: Mapping[str, object]


@frozen
class Removed:
    """A thing of the file has no row any more."""

    register: Register
    identity: Path


Change: TypeAlias = Changed | Added | Removed
"""What may differ in a workbook that comes back."""


@frozen
class Grid:
    """A sheet as its register reads it: the rows by identity, each with its number, and where the columns are."""

    register: Register
    title: str
    rows: Mapping[Path, tuple[int, Row]]
    columns: tuple[int, ...]

    def content(self, identity: Path, place: int) -> Content:
        """Give what a row has below the head of that place."""
        row = self.rows[identity][1]
        column = self.columns[place]
        return row[column] if column < len(row) else None

    def cell(self, identity: Path, place: int) -> str:
        """Name a cell as Excel does, with its sheet: ``Seats!C7``."""
        return address(self.title, self.rows[identity][0], self.columns[place])


def address(title: str, row: int, column: int) -> str:
    """Name a cell as Excel does; row from 1, column from 0.

    >>> address("Platser", 7, 2), address("Platser", 1, 27)
    ('Platser!C7', 'Platser!AB1')
    """
    letters, number = "", column + 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = f"{chr(ord('A') + letter)}{letters}"
    return f"{title}!{letters}{row}"


@define
class _Names:
    """The ids of a sheet, and up to which number each word is used."""

    used: set[str]
    numbers: dict[str, int] = field(factory=dict)

    def made(self, words: Content) -> str | None:
        """Make an id of the words in the first column after it, and another where that is used."""
        base = slug(words) if isinstance(words, str) else ""
        if not base:
            return None
        name = base
        while name in self.used:
            number = self.numbers[base] = self.numbers.get(base, 1) + 1
            name = f"{base}-{number}"
        self.used.add(name)
        return name


@define
class Comparison:
    """The search for changes, which gathers the faults of all cells on its way."""

    wording: Wording
    faults: list[Fault] = field(factory=list)
    cells: int = 0

    def grid(self, register: Register, pages: Mapping[str, Page]) -> Grid | None:
        """Find the sheet of a register and its columns by their heads; what is missing is a fault."""
        title = self.wording.word(register.title)
        page = pages.get(title)
        if page is None or not page.rows or page.rows[0][0] != 1:
            told = "this sheet is missing" if page is None else "this sheet has no heads"
            self._fault(title, Fault("missing-sheet", told, expected="a sheet with heads in row 1"))
            return None
        heads = [str(head or "").strip().casefold() for head in page.rows[0][1]]
        places = []
        for head in map(self.wording.word, register.heads):
            count = heads.count(head.casefold())
            if count != 1:
                what = f"the column “{head}” stands twice" if count else f"the column “{head}” is missing"
                self._fault(address(title, 1, 0), Fault("missing-column", what, expected="each head once, in row 1"))
            places.append(heads.index(head.casefold()) if count else -1)
        return Grid(register, title, self._rows(register, page, places), tuple(places)) if -1 not in places else None

    def outer(self, inner: Grid, ids: Mapping[Path, object]) -> None:
        """Refuse rows that belong to a body without a row of its own; ``ids`` are the identities of those with one."""
        for outer, own in inner.rows:
            if (outer,) not in ids:
                message = f"no body has the id “{outer}”"
                self._fault(
                    inner.cell((outer, own), 0), Fault("unknown-body", message, expected="a body that has a row")
                )

    def _rows(self, register: Register, page: Page, places: list[int]) -> dict[Path, tuple[int, Row]]:
        found: dict[Path, tuple[int, Row]] = {}
        place = places[register.identity - 1]
        names = _Names({str(row[place]) for _, row in page.rows[1:] if 0 <= place < len(row)})
        for number, row in page.rows[1:]:
            contents = [row[place] if 0 <= place < len(row) else None for place in places]
            if all(content is None or content == "" for content in contents):
                continue
            *outer, own = contents[: register.identity]
            own = own if own is not None else names.made(contents[register.identity])
            identity = (*outer, own)
            if lacking := [at for at, step in enumerate(identity) if not isinstance(step, str)]:
                self._fault(address(page.title, number, places[lacking[0]]), self._no_id(register, lacking[0]))
            elif (key := tuple(str(step).strip() for step in identity)) in found:
                where = address(page.title, number, places[register.identity - 1])
                self._fault(
                    where, Fault("duplicate-id", f"the id “{key[-1]}” stands twice", expected="an id of its own")
                )
            else:
                found[key] = number, row
        return found

    def _no_id(self, register: Register, place: int) -> Fault:
        """Tell which column of the identity says nothing; the last may be empty where the one after it has words."""
        head, after = map(self.wording.word, register.heads[place : place + 2])
        own = place == register.identity - 1
        expected = f"an id, or words in “{after}” to make one of" if own else "an id, as text"
        return Fault("missing-id", f"the row has no text in “{head}”", expected=expected)

    def changes(self, before: Grid, after: Grid) -> Iterator[Change]:
        """Compare a sheet as the file has it with the one that was edited."""
        for identity in after.rows:
            if identity in before.rows:
                yield from self._changed(before, after, identity)
            else:
                yield self._added(after, identity)
        yield from (Removed(after.register, identity) for identity in before.rows if identity not in after.rows)

    def _changed(self, before: Grid, after: Grid, identity: Path) -> Iterator[Changed]:
        register = after.register
        for place, column in enumerate(register.columns, register.identity):
            was, now = before.content(identity, place), after.content(identity, place)
            if was == now and type(was) is type(now):
                continue
            cell = after.cell(identity, place)
            old = self._read(was, register, column, cell)  # what the file says and no cell can say is not overwritten
            value = _NOTHING if old is _NOTHING else self._read(now, register, column, cell)
            if value not in (_NOTHING, old):
                yield Changed(register, identity, column, value, cell, was, now)

    def _added(self, after: Grid, identity: Path) -> Added:
        register = after.register
        values: dict[str, object] = {}
        for place, column in enumerate(register.columns, register.identity):
            value = self._read(after.content(identity, place), register, column, after.cell(identity, place))
            if value is not _NOTHING and value is not UNKNOWN:
                values[column.key] = value
        return Added(register, identity, values)

    def _read(self, content: Content, register: Register, column: Column, cell: str) -> object:
        if len(self.faults) > MAX_FOUND:
            return _NOTHING
        self.cells += content is not None
        if self.cells > MAX_NEW_CELLS:
            message = f"the sheets say more than {MAX_NEW_CELLS:,} things that no file says yet"
            raise InvalidWorkbookError([Fault("too-many-values", message, (), "a smaller workbook")])
        try:
            return Reader(self.wording).read(content, register.slot(column))
        except Refused as refusal:
            for fault in refusal.faults:
                self._fault(cell, fault)
            return _NOTHING

    def whole(self, read: Callable[[], T]) -> T:
        """Read the outcome; what only the whole can see is told beside what is wrong with single cells.

        Raises ``InvalidWorkbookError`` with every fault.
        """
        ended = len(self.faults) > MAX_FOUND
        if ended or any(fault.code in _OF_ROWS for fault in self.faults):
            raise InvalidWorkbookError(capped(self.faults, len(self.faults), ended=ended))
        try:
            outcome = read()
        except InvalidWorkbookError as error:
            told = {fault.path for fault in self.faults}
            joint = (fault for fault in error.faults if fault.path not in told)
            every = [*self.faults, *joint]
            raise InvalidWorkbookError(capped(every, len(every), ended=False)) from None
        if self.faults:
            raise InvalidWorkbookError(capped(self.faults, len(self.faults), ended=False))
        return outcome

    def _fault(self, cell: str, fault: Fault) -> None:
        self.faults.append(Fault(fault.code, short(fault.message), (cell,), fault.expected, fault.nearest))


_NOTHING: Any = object()
"""What a refused cell says."""
