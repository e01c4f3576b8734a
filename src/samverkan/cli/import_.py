"""``samverkan import``: an edited workbook back into a collaboration file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from samverkan.cli.complaints import Misuse
from samverkan.cli.output import rewrite_all, write_whole
from samverkan.cli.parameters import Argument, option
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.verb import Verb
from samverkan.formats.files import taken
from samverkan.formats.intake import decoded
from samverkan.formats.office.changes import Added, Changed, Removed
from samverkan.formats.office.imported import apply, loads
from samverkan.formats.office.opened import MAX_WORKBOOK_BYTES
from samverkan.formats.wording import mark
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from samverkan.formats.office.changes import Change
    from samverkan.formats.office.imported import Imported
    from samverkan.formats.wording import Wording


def import_(terminal: Terminal, *, workbook: str, into: str | None, output: str | None) -> Answer:
    """Write the edits into the file and say what changed, or give a new file."""
    raw = taken(Path(workbook), most=MAX_WORKBOOK_BYTES, suffixes={".xlsx"})
    if into is None:
        answer = Answer(loads(raw, name=workbook).text, data=True)
        if output is None:
            return answer
        terminal.give(answer, output)
        return Answer("")
    if Path(into).suffix.lower() != ".toml":
        raise Misuse(say("{option} takes a collaboration file that ends in .toml", option="--into"))
    text = decoded(taken(Path(into)), into)
    found = apply(raw, text, name=workbook, file=into)
    if output == "-":
        return Answer(found.text, data=True)
    if output is not None:
        write_whole(Path(output), found.text)
    elif found.text != text:
        rewrite_all([(Path(into), text, found.text)])
    return Answer("".join(f"{line}\n" for line in _lines(found, terminal.wording)))


def _lines(found: Imported, wording: Wording) -> list[str]:
    if not found.changes:
        return [wording.word("The workbook says what the file says: nothing is changed.")]
    lines = [wording.tell(_told(change, found.wording)) for change in found.changes]
    half = say("{cells}: changed in one language only; the file still has the old words in the other", cells=found.half)
    return [*lines, *([wording.tell(half)] if found.half else [])]


def _told(change: Change, wording: Wording) -> Message:
    sheet, id_ = wording.word(change.register.title), "/".join(map(str, change.identity))
    match change:
        case Changed(column=column, cell=cell, was=was, now=now):
            before, after = ("–" if each is None else str(each) for each in (was, now))
            head = wording.word(column.head)
            return say(
                "{cell} ({id}): {head}: {before} → {after}", cell=cell, id=id_, head=head, before=before, after=after
            )
        case Added():
            return say("{sheet}: {id} is new", sheet=sheet, id=id_)
        case Removed():
            return say("{sheet}: {id} is taken away", sheet=sheet, id=id_)
        case _:
            assert_never(change)


COMMAND = Verb(
    import_,
    Argument("workbook", mark("a workbook that “export” made, edited")),
    option("--into", "PATH", mark("write the edits into this file, which the workbook was made of, and keep the rest")),
    option("--output", "PATH", mark("write to this file, whole or not at all")),
    summary=mark("take an edited workbook back, into its file or as a new one"),
    details=[
        mark("Without --into the new file holds what stands in the sheets with an id, and nothing else."),
        mark("Every fault is told with its sheet and cell, all at once, and then nothing is written."),
        mark("Exit status 0: it is taken in; 2: the workbook or the file cannot be used."),
    ],
    examples=[
        "samverkan import tranemo.xlsx --into tranemo.toml",
        "samverkan import tranemo.xlsx --output ny.toml",
    ],
    own_output=True,
)
