"""Rows of the table as results (*resultat*), or every fault of every row with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from samverkan.errors import Fault, InvalidResultsError, nearest
from samverkan.followup.result import Result
from samverkan.formats.grid import Given, each_row
from samverkan.formats.refusal import Refused, shortened
from samverkan.formats.results.row import RowReader, cell_at
from samverkan.formats.results.words import ENGLISH, HEADS, NEEDED, Head, head_word, usual
from samverkan.formats.scalars import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.collaboration import Collaboration


_FIELDS = {"first": Head.FIRST, "last": Head.LAST, "total": Head.TOTAL}
"""The columns of the fields of a result that are called otherwise."""


@frozen
class ResultTable:
    """What a table counts, and the cells that each result was read from."""

    results: tuple[Result, ...]
    cells: tuple[Mapping[Head, Given], ...] = field(eq=False, repr=False)

    @contextmanager
    def located(self) -> Iterator[None]:
        """Give the faults that only following up finds their places in the table, as the reader gives its own."""
        try:
            yield
        except InvalidResultsError as error:
            raise InvalidResultsError(map(self._placed, error.faults)) from None

    def _placed(self, fault: Fault) -> Fault:
        match fault.path:
            case ("results", int() as index, *rest):
                name = str(rest[0]) if rest else Head.COUNT.value
                return cell_at(self.cells[index], _FIELDS.get(name) or HEADS.get(name, Head.GOAL)).told(fault)
            case _:
                return fault


def results(grid: Sequence[Sequence[Given]], collaboration: Collaboration) -> ResultTable:
    """Read the rows below the heads; a row in which nothing is counted yet is none.

    Raises ``InvalidResultsError`` with every fault, also of two rows that count the same.
    """
    faults: list[Fault] = []
    reader = RowReader(collaboration, _language(grid[0]))
    heads = list(_heads(grid[0], reader.language, faults))
    if faults:
        raise InvalidResultsError(faults)
    found: list[tuple[Result, Mapping[Head, Given]]] = []
    seen: dict[Result, Given] = {}

    def take(row: Sequence[Given]) -> None:
        cells = {head: given for head, given in zip(heads, row, strict=False) if head}
        unnamed = [given for head, given in zip_longest(heads, row) if head is None and given and given.content]
        result = reader.result(cells, unnamed)
        if result is not None:
            _once(result, row[0], seen)
            found.append((result, cells))

    each_row(grid[1:], take)
    return ResultTable(tuple(result for result, _ in found), tuple(cells for _, cells in found))


def _heads(row: Sequence[Given], language: str, faults: list[Fault]) -> Iterator[Head | None]:
    """Name the columns; one that is not known is refused, for it may tell of a person."""
    seen: set[Head] = set()
    for given in row:
        head = HEADS.get(given.word)
        if head is None and given.content is not None:
            what = f"there is no column “{shortened(str(given.content))}” here"
            known = one_of(usual(HEADS, language))
            faults.append(given.told(Fault("unknown-column", what, (), known, nearest(given.word, HEADS))))
        elif head in seen:
            faults.append(given.told(Fault("duplicate-column", f"the column “{given.word}” stands twice")))
        if head is not None:
            seen.add(head)
        yield head
    if not faults:
        missing = [head for head in NEEDED if head not in seen]
        missing += [] if {Head.FIRST, Head.PERIOD} & seen else [Head.FIRST]
        for head in missing:
            name = head_word(head, language)
            faults.append(row[0].told(Fault("missing-column", f"the column “{name}” is missing")))


def _language(row: Sequence[Given]) -> str:
    """See in which language the heads are: in Swedish where as many of them are Swedish as English."""
    known = [given.word in ENGLISH for given in row if given.word in HEADS]
    return "en" if 2 * sum(known) > len(known) else "sv"


def _once(result: Result, first: Given, seen: dict[Result, Given]) -> None:
    """Refuse a row that counts what an earlier one counts, on the same day; the later of two days is no fault."""
    key = evolve(result, count=0, total=None, pending=None, source="-")
    if key in seen:
        what = f"line {seen[key].line} has counted this already, on the same day"
        raise Refused([first.told(Fault("counted-twice", what, (), "one row for each count"))])
    seen[key] = first
