"""Answers of representatives as a table (CSV): every row becomes an answer, or every fault is told with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from attrs import evolve, frozen

from samverkan.checklist.voices.answer import Answer, Reply, impersonal
from samverkan.errors import Fault, InvalidAnswersError, InvalidValueError, nearest
from samverkan.formats.cells import Cell, rows
from samverkan.formats.intake import place_at, refuse
from samverkan.formats.places import MAX_FAULTS, capped
from samverkan.formats.refusal import Refused, as_fault, refused, shortened
from samverkan.formats.scalars import one_of, read_date
from samverkan.model.facts import stated
from samverkan.model.names import Text, normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from samverkan.checklist.factor import Checklist
    from samverkan.model.collaboration import Collaboration

T = TypeVar("T")

COLUMNS = {
    "organisation": "organisation",
    "role": "role",
    "roll": "role",
    "criterion": "criterion",
    "kriterium": "criterion",
    "answer": "answer",
    "svar": "answer",
    "date": "date",
    "datum": "date",
}
"""The columns by the words that may stand at their heads, in both languages."""

REPLIES = {
    "uppfyllt": Reply.MET,
    "ej uppfyllt": Reply.NOT_MET,
    "inte uppfyllt": Reply.NOT_MET,
    "vet ej": Reply.DO_NOT_KNOW,
    "vet inte": Reply.DO_NOT_KNOW,
    "ej tillämpligt": Reply.NOT_APPLICABLE,
    "inte tillämpligt": Reply.NOT_APPLICABLE,
    "met": Reply.MET,
    "not met": Reply.NOT_MET,
    "do not know": Reply.DO_NOT_KNOW,
    "don't know": Reply.DO_NOT_KNOW,
    "not applicable": Reply.NOT_APPLICABLE,
}
"""The answers by their words, in both languages; an empty cell is an answer not given."""

_NEEDED = ("organisation", "criterion", "answer")


def loads(
    text: str, collaboration: Collaboration, checklist: Checklist, *, name: str = "<answers>"
) -> tuple[Answer, ...]:
    """Read answers about a collaboration from CSV text, with commas or with semicolons; the first row heads columns.

    Raises ``InvalidAnswersError`` with every fault and its row and column, ``UnreadableFileError`` for what is no CSV.
    """
    text = text.removeprefix("\ufeff")
    found = list(rows(text, name))
    if not found:
        refuse("empty-file", f"{name} is empty", "a row of column heads, and a row for each answer")
    names = {normalised(str(stated(each.name) or each.id)).casefold(): each.id for each in collaboration.organisations}
    known = _Known(names, tuple(names.values()), tuple(criterion.id for criterion in checklist.criteria))
    return _Reader(text, name, known).answers(found)


@frozen
class _Known:
    names: dict[str, str]
    organisations: tuple[str, ...]
    criteria: tuple[str, ...]


@frozen
class _Reader:
    """One text on its way to answers, with what may stand in it."""

    text: str
    name: str
    known: _Known

    def answers(self, found: list[list[Cell]]) -> tuple[Answer, ...]:
        faults: list[Fault] = []
        heads = list(self.heads(found[0], faults))
        given: list[Answer] = []
        for row in found[1:] if not faults else ():
            if len(faults) > MAX_FAULTS:
                break
            try:
                given.append(self.answer(row, heads))
            except Refused as refusal:
                faults += refusal.faults
        if faults:
            raise InvalidAnswersError(capped(faults, len(faults), ended=len(faults) > MAX_FAULTS))
        return tuple(given)

    def heads(self, row: list[Cell], faults: list[Fault]) -> Iterator[str]:
        """Name the columns; one that is not known is refused, for it may tell of a person."""
        seen: set[str] = set()
        usual = _usual([_word(cell) for cell in row])
        for cell in row:
            head = COLUMNS.get(_word(cell), "")
            if not head:
                meant = nearest(_word(cell), COLUMNS)
                what = f"there is no column “{shortened(cell.text)}” here"
                faults.append(self.at(cell, Fault("unknown-column", what, (), one_of(list(usual.values())), meant)))
            elif head in seen:
                faults.append(
                    self.at(cell, Fault("duplicate-column", f"the column “{shortened(cell.text)}” stands twice"))
                )
            seen.add(head)
            yield head
        if "" not in seen:
            missing = [usual[head] for head in _NEEDED if head not in seen]
            faults += [self.at(row[0], Fault("missing-column", f"the column “{head}” is missing")) for head in missing]

    def answer(self, row: list[Cell], heads: list[str]) -> Answer:
        cells = dict(zip(heads, row, strict=False))
        faults = [
            self.at(cell, Fault("extra-cell", "the row has more cells than columns")) for cell in row[len(heads) :]
        ]

        def read(head: str, take: Callable[[str], T]) -> T | None:
            cell = cells.get(head)
            if cell is None or not cell.text.strip():
                return None
            try:
                return take(normalised(cell.text.strip()))
            except Refused as refusal:
                faults.extend(self.at(cell, fault) for fault in refusal.faults)
            except InvalidValueError as error:
                faults.append(self.at(cell, as_fault(error)))
            return None

        values = {
            "organisation": read("organisation", self.organisation),
            "role": read("role", _role),
            "criterion": read("criterion", self.criterion),
            "reply": read("answer", _reply),
            "date": read("date", read_date),
        }
        if values["organisation"] is None and not faults:
            faults.append(
                self.at(row[0], Fault("blank", "the row names no organisation", (), "the id of an organisation"))
            )
        if faults:
            raise Refused(sorted(faults, key=lambda fault: fault.location.column if fault.location else 0))
        try:
            return Answer(**values)  # type: ignore[arg-type]  # each is read by its own function above
        except InvalidValueError as error:
            raise Refused([self.at(cells["answer"], as_fault(error))]) from None

    def at(self, cell: Cell, fault: Fault) -> Fault:
        return evolve(fault, location=place_at(self.text, cell.at, self.name))

    def organisation(self, text: str) -> str:
        if text in self.known.organisations:
            return text
        meant = self.known.names.get(text.casefold()) or nearest(text, self.known.organisations)
        raise refused("unknown-name", f"there is no organisation “{shortened(text)}”", None, meant)

    def criterion(self, text: str) -> str:
        if text in self.known.criteria:
            return text
        what = f"there is no criterion “{shortened(text)}”"
        raise refused("unknown-name", what, "the id of a criterion, such as 6.2", nearest(text, self.known.criteria))


def _usual(words: list[str]) -> dict[str, str]:
    """Give the heads in the language of those that are there: in English where more of them are English."""
    known = [each in COLUMNS.values() for each in words if each in COLUMNS]
    return {head: head if 2 * sum(known) > len(known) else word for word, head in COLUMNS.items()}


def _word(cell: Cell) -> str:
    return " ".join(normalised(cell.text).casefold().replace("’", "'").split())


def _role(text: str) -> Text:
    role = Text(text)
    impersonal(None, None, role)
    return role


def _reply(text: str) -> Reply:
    word = _word(Cell(text, 0))
    if word not in REPLIES:
        usual = [next(each for each in REPLIES if REPLIES[each] is reply) for reply in Reply]
        what = f"the word “{shortened(text)}” is not known here"
        raise refused("unknown-word", what, one_of(usual), nearest(word, REPLIES))
    return REPLIES[word]
