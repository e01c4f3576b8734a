"""``samverkan examples``: the setups that come along, to look at and to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.cli.parameters import Argument
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.verb import Verb
from samverkan.formats.bundled import bundled, bundled_names, bundled_text
from samverkan.formats.text.table import table
from samverkan.formats.wording import mark
from samverkan.model.message import say

if TYPE_CHECKING:
    from samverkan.formats.wording import Wording


def examples(terminal: Terminal, *, name: str | None) -> Answer:
    """List the bundled setups with a line each, or give the text of one."""
    if name is not None:
        return Answer(bundled_text(name), data=True, to_fill=True)
    rows = [(each, _line(each, terminal.wording)) for each in bundled_names()]
    return Answer("".join(f"{line}\n" for line in table(rows, terminal.width, indent=0)))


def _line(name: str, wording: Wording) -> str:
    collaboration = bundled(name)
    towns = tuple(town.name for town in collaboration.municipalities)
    seats = sum(len(body.seats) for body in collaboration.bodies)
    bodies = wording.tell(say("{n} body", "{n} bodies", n=len(collaboration.bodies)))
    counted = wording.tell(say("{n} seat", "{n} seats", n=seats))
    return f"{wording.value(collaboration.name)} ({wording.listed(towns)}): {bodies}, {counted}"


COMMAND = Verb(
    examples,
    Argument("name", mark("print the file of this setup"), required=False),
    summary=mark("list the setups that come along, or print one to copy"),
    examples=["samverkan examples", "samverkan examples tranemo --output min-samverkan.toml"],
)
