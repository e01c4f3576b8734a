"""An edited workbook taken back: into the file that it was made of, or as a file of its own."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from attrs import Factory, evolve, frozen

from samverkan.errors import Fault, InvalidCollaborationError, Path
from samverkan.formats import toml
from samverkan.formats.edit import Addition, Edit, written
from samverkan.formats.hints import ABSENT, DISPUTED, id_from
from samverkan.formats.intake import checked, refuse
from samverkan.formats.layout import toml_text
from samverkan.formats.office import workbook
from samverkan.formats.office.changes import (
    Added,
    Change,
    Changed,
    Comparison,
    Grid,
    InvalidWorkbookError,
    Removed,
)
from samverkan.formats.office.collaboration import ABOUT, FINGERPRINT, NAME, fingerprint, registers
from samverkan.formats.office.opened import Page, opened
from samverkan.formats.office.register import BODIES, ID, REGISTERS, SEATS, Register
from samverkan.formats.syntax import number
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


MAX_CHANGES = 1_000
"""How many changes are written into a file at once; people have to look through them."""


@frozen
class Imported:
    """The text of a collaboration file with what a workbook says, and the changes, in the order of the sheets.

    ``half`` are the cells of words that were changed in the language of the workbook only: the file has them in both.
    """

    text: str
    changes: tuple[Change, ...]
    wording: Wording
    half: tuple[str, ...] = ()


def loads(raw: bytes, *, name: str = "<workbook>") -> Imported:
    """Make a collaboration file of what stands in the sheets of a workbook that can be edited, and of nothing else.

    Raises ``InvalidWorkbookError`` with every fault and its cell, ``UnreadableFileError`` for what is no workbook.
    """
    pages, wording = _ours(raw, name)
    about = _about(pages, wording)
    after: dict[str, Grid] = {}
    found = Comparison(wording)
    changes = _compared(found, {}, pages, after)
    data: dict[str, Any] = {"format": 1, "id": about.get(wording.word(ID)), "name": about.get(wording.word(NAME))}
    for change in changes:
        if isinstance(change, Added):
            _place(data, change)
    whole = found.whole(lambda: _read_again(toml_text(data), name, _cells(after, {})))
    return Imported(toml.dumps(whole), changes, wording)


def apply(raw: bytes, text: str, *, name: str = "<workbook>", file: str = "<text>") -> Imported:
    """Write what a workbook says otherwise into the text of the file that it was made of, and keep the rest.

    Where nothing was edited, the text stays the same to the byte. Raises as ``loads`` does, also for a workbook that
    was made of another state of the file.
    """
    pages, wording = _ours(raw, name)
    whole = toml.loads(text, name=file)
    _check_state(whole, _about(pages, wording), wording, file)
    own = opened(workbook.dumps(registers(whole, wording), title=""), name)
    after: dict[str, Grid] = {}
    found = Comparison(wording)
    before = {each.title: grid for each in REGISTERS if (grid := found.grid(each, own))}
    changes = _compared(found, before, pages, after)
    if len(changes) > MAX_CHANGES:
        message = f"the workbook says more than {MAX_CHANGES:,} things otherwise than the file"
        expected = "fewer at a time, or a new file without --into"
        raise InvalidWorkbookError([Fault("too-many-changes", message, (), expected)])

    def outcome() -> str:
        new = _Writer(whole, wording, file).written(text, changes) if changes else text
        _read_again(new, file, _cells(after, _places(whole, changes)))
        return new

    return Imported(found.whole(outcome), changes, wording, tuple(_half(whole, changes)))


def _half(whole: Collaboration, changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        if isinstance(change, Changed) and isinstance(change.value, str):
            thing = dict(change.register.things(whole))[change.identity]
            said = getattr(thing, change.register.slot(change.column).name)
            if isinstance(said, Text) and said.en is not None:
                yield change.cell


def _ours(raw: bytes, name: str) -> tuple[dict[str, Page], Wording]:
    """Open a workbook and see in which language it was made."""
    pages = opened(raw, name)
    language = next((each for each in LANGUAGES if Wording(each).word(ABOUT) in pages), None)
    if language is None:
        refuse("not-ours", f"{name} was not made by “samverkan export”", "a workbook that was, edited")
    return pages, Wording(language)


def _about(pages: Mapping[str, Page], wording: Wording) -> dict[str, str]:
    return {str(row[0]): str(row[1]) for _, row in pages[wording.word(ABOUT)].rows if len(row) > 1}


def _check_state(whole: Collaboration, about: Mapping[str, str], wording: Wording, file: str) -> None:
    path = (wording.word(ABOUT),)
    if about.get(wording.word(ID)) != whole.id:
        other = Fault("other-collaboration", f"the workbook is not about “{whole.id}”", path, "the file it was made of")
        raise InvalidWorkbookError([other])
    if about.get(wording.word(FINGERPRINT)) != fingerprint(whole):
        message = f"{file} has been changed since the workbook was made"
        raise InvalidWorkbookError([Fault("stale-workbook", message, path, "a new workbook, with the edits in it")])


def _compared(
    found: Comparison, before: Mapping[str, Grid], pages: Mapping[str, Page], after: dict[str, Grid]
) -> tuple[Change, ...]:
    changes: list[Change] = []
    for register in REGISTERS:
        grid = found.grid(register, pages)
        if grid is not None:
            after[register.title] = grid
            nothing = Grid(register, grid.title, {}, grid.columns)
            changes += found.changes(before.get(register.title, nothing), grid)
    if SEATS.title in after and BODIES.title in after:
        found.outer(after[SEATS.title], after[BODIES.title].rows)
    return tuple(changes)


# ------------------------------------------------------------------------------------------------------- a new file


def _place(data: dict[str, Any], change: Added) -> None:
    """Put a new thing where the file has it."""
    register, table = change.register, _table(change.values)
    if register.listed:
        data.setdefault(register.place, []).append({"id": change.identity[-1], **table})
        return
    *outer, own = register.path(change.identity)
    for step in outer:
        data = data.setdefault(str(step), {})
    data[str(own)] = table


def _table(values: Mapping[str, object]) -> dict[str, object]:
    absent = {key: value.says for key, value in values.items() if isinstance(value, Absent)}
    table = {key: value for key, value in values.items() if not isinstance(value, Absent)}
    return {**table, ABSENT: absent} if absent else table


# ---------------------------------------------------------------------------------------------------- an edited file


@frozen
class _Writer:
    """Writes changes into the text of a file."""

    whole: Collaboration
    wording: Wording
    file: str
    _numbers: dict[str, dict[Path, int]] = Factory(dict)

    def written(self, text: str, changes: Sequence[Change]) -> str:
        """Write them all; of a list, the last is taken away first, so that the numbers of the others stay."""
        data = tomllib.loads(checked(text, self.file), parse_float=number)
        changed = [edit for each in changes if isinstance(each, Changed) for edit in self._changed(data, each)]
        removed = [self._path(each) for each in changes if isinstance(each, Removed)]
        gone = [Edit(path, UNKNOWN) for path in sorted(removed, key=_last_first)]
        new = [_added(each) for each in changes if isinstance(each, Added)]
        return written(text, [*changed, *gone, *new], name=self.file)

    def _path(self, change: Changed | Removed) -> Path:
        register = change.register
        if not register.listed:
            return register.path(change.identity)
        return register.place, self._places(register)[change.identity]

    def _places(self, register: Register) -> dict[Path, int]:
        """Give the number of each thing in its list."""
        if register.place not in self._numbers:
            self._numbers[register.place] = {each: place for place, (each, _) in enumerate(register.things(self.whole))}
        return self._numbers[register.place]

    def _changed(self, data: dict[str, Any], change: Changed) -> Iterator[Edit]:
        path, key, value = self._path(change), change.column.key, change.value
        item = _at(data, path)
        if not isinstance(item, dict):  # a municipality that is only its name
            yield Edit(path, value)
            return
        if change.register.listed and key == id_from(change.register.cls) and "id" not in item:
            yield Edit((*path, "id"), change.identity[-1])
        where: Path = (*path, key)
        if change.register.slot(change.column).hint is Text and isinstance(value, str):
            said = item.get(key)
            if isinstance(said, dict) and DISPUTED not in said:
                where = (*where, self.wording.language)
            elif isinstance(said, str) and self.wording.language == "en":
                value = {"sv": said, "en": value}
        yield Edit(where, value, over=True)


def _added(change: Added) -> Edit | Addition:
    register, table = change.register, _table(change.values)
    if register.listed:
        return Addition((register.place,), {"id": change.identity[-1], **table})
    return Edit(register.path(change.identity), table)


def _last_first(path: Path) -> tuple[str, int]:
    return str(path[0]), -path[-1] if isinstance(path[-1], int) else 0


def _at(value: Any, path: Path) -> Any:  # noqa: ANN401  # whatever a parser gives
    for step in path:
        value = value[step]
    return value


# ------------------------------------------------------------------------------------------------------------ faults


def _places(whole: Collaboration, changes: Sequence[Change]) -> dict[str, list[Path]]:
    """List what each list of the file holds after the changes."""
    gone = {(each.register.title, each.identity) for each in changes if isinstance(each, Removed)}
    return {
        register.title: [
            *(identity for identity, _ in register.things(whole) if (register.title, identity) not in gone),
            *(each.identity for each in changes if isinstance(each, Added) and each.register is register),
        ]
        for register in REGISTERS
        if register.listed
    }


def _cells(after: Mapping[str, Grid], places: Mapping[str, Sequence[Path]]) -> dict[Path, str]:
    """Name the cell in which each field of the outcome stands, by its path; that of a thing is its id."""
    cells: dict[Path, str] = {}
    for title, grid in after.items():
        register = grid.register
        order = {identity: place for place, identity in enumerate(places.get(title) or grid.rows)}
        for identity in grid.rows:
            path = (register.place, order[identity]) if register.listed else register.path(identity)
            cells[path] = grid.cell(identity, register.identity - 1)
            for place, column in enumerate(register.columns, register.identity):
                cells[*path, column.key] = cells[*path, ABSENT, column.key] = grid.cell(identity, place)
    return cells


def _read_again(text: str, name: str, cells: Mapping[Path, str]) -> Collaboration:
    try:
        return toml.loads(text, name=name)
    except InvalidCollaborationError as error:
        raise InvalidWorkbookError(_told(error.faults, cells)) from None


def _told(faults: Iterable[Fault], cells: Mapping[Path, str]) -> list[Fault]:
    """Tell each fault with its cell; what stands in no sheet, with its path in the file."""
    told = []
    for fault in faults:
        lengths = range(len(fault.path), 0, -1)
        cell = next((cells[fault.path[:length]] for length in lengths if fault.path[:length] in cells), None)
        told.append(evolve(fault, path=fault.path if cell is None else (cell,), location=None))
    return told
