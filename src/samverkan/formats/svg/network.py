"""The network drawn: which tables there are, who sits at them, and who ties them together (*nätverksbild*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.svg.affiliation import Affiliations, Link, LinkKind
from samverkan.formats.svg.element import Face, element, words, written
from samverkan.formats.svg.fan import Fan, stroke
from samverkan.formats.svg.legend import Entry, Sign, legend
from samverkan.formats.svg.look import LOOKS, patterns, symbol
from samverkan.formats.svg.measure import fitted
from samverkan.formats.svg.page import Page
from samverkan.formats.svg.palette import INK, QUIET
from samverkan.formats.svg.reading import affiliations
from samverkan.formats.svg.register import Register
from samverkan.formats.svg.rows import SYMBOL
from samverkan.formats.svg.tables import caption
from samverkan.model.message import say
from samverkan.model.names import slug

if TYPE_CHECKING:
    import networkx as nx

    from samverkan.formats.wording import Wording
    from samverkan.model.organisations import Sector

_MARGIN = 12


MOST_ROWS = 60
"""With more organisations than these, lines to each would hide each other."""

_TALLEST = 1_300
"""How tall lines and tables may be so that the whole, on one sheet of A4, has letters of seven points or more."""


def dumps(graph: nx.MultiGraph[str], wording: Wording, *, columns: int | None = None) -> str:
    """Draw the network as an SVG picture in the language of ``wording``; equal graphs give equal bytes.

    What fits a sheet of A4 is drawn with lines between tables and organisations, as narrow as a telephone. What does
    not stands in ``columns``, with the numbers of its tables: in as many as suit A4 or A3, or as many as are asked for.
    One column is for a narrow screen, and has lines for up to ``MOST_ROWS`` organisations.
    """
    shown = affiliations(graph, wording)
    prefix = f"network-{slug(str(graph.graph.get('collaboration', '')))}"
    layout = _layout(shown, wording, columns)
    head, top = _head(shown, layout.width, wording)
    room = layout.width - 2 * _MARGIN
    signs, end = legend(_entries(shown, prefix, wording), _MARGIN, top + layout.height + 10, room)
    page = Page(
        prefix,
        shown.name,
        description(shown, wording),
        wording.language,
        layout.width,
        end + _MARGIN,
        patterns(_sectors(shown), prefix),
        f"{head}\n{layout.drawn(top, prefix)}\n{signs}",
    )
    return str(page)


def _layout(shown: Affiliations, wording: Wording, columns: int | None) -> Fan | Register:
    fan = Fan.of(shown, wording)
    narrow = columns == 1 and len(shown.members) <= MOST_ROWS
    fits = columns is None and fan.height <= _TALLEST
    return fan if narrow or fits else Register.of(shown, wording, columns)


def _head(shown: Affiliations, width: float, wording: Wording) -> tuple[str, float]:
    top, drawn = 14.0, []
    for line in fitted(shown.name, width - 2 * _MARGIN, 18, bold=True, lines=2):
        top += 20
        drawn.append(words(line, _MARGIN, top, Face(18, INK, bold=True)))
    top += 4
    for line in fitted(summary(shown, wording), width - 2 * _MARGIN, 11.5, lines=3):
        top += 16
        drawn.append(words(line, _MARGIN, top, Face(11.5, QUIET)))
    return "".join(drawn), top + 14


def summary(shown: Affiliations, wording: Wording) -> str:
    """Say in a line how many bodies, seats and organisations there are, and how many organisations tie bodies."""
    bodies = sum(anchor.kind is LinkKind.SEAT for anchor in shown.anchors)
    ties = sum(len(member.tables) > 1 for member in shown.members)
    counts = [
        say("{n} body", "{n} bodies", n=bodies),
        say("{n} seat", "{n} seats", n=shown.seats),
        say("{n} organisation", "{n} organisations", n=len(shown.members)),
    ]
    told = ", ".join(wording.tell(count) for count in counts)
    tying = say("{n} of them sits in several bodies", "{n} of them sit in several bodies", n=ties)
    return f"{told}. {wording.tell(tying)}." if ties else f"{told}."


def description(shown: Affiliations, wording: Wording) -> str:
    """Tell the whole picture in words: the summary, then each anchor with the organisations tied to it.

    Where there are more than ``MOST_ROWS`` organisations their names are left to the table, ``affiliation.facts``.
    """
    listed = shown.members if len(shown.members) <= MOST_ROWS else ()
    lines = [summary(shown, wording)]
    for place, anchor in enumerate(shown.anchors):
        names = [member.name for member in listed if any(link.anchor == place for link in member.links)]
        told = f"{anchor.name} ({wording.tell(caption(anchor))})"
        lines.append(f"{told}: {', '.join(names)}." if names else f"{told}.")
    return "\n".join(lines)


def _sectors(shown: Affiliations) -> list[Sector | None]:
    present = {member.sector for member in shown.members}
    return [sector for sector in LOOKS if sector in present]


def _entries(shown: Affiliations, prefix: str, wording: Wording) -> list[Entry]:
    kinds = {link.kind for member in shown.members for link in member.links}
    sectors = [
        (_sign(sector, prefix), wording.label(sector) if sector else wording.word("sector not stated"))
        for sector in _sectors(shown)
    ]
    return [*sectors, *((_line(Link(0, kind)), wording.label(kind)) for kind in LinkKind if kind in kinds)]


def _sign(sector: Sector | None, prefix: str) -> Sign:
    return lambda x, y: symbol(sector, x, y, SYMBOL, prefix)


def _line(link: Link) -> Sign:
    return lambda x, y: element("path", d=f"M{written(x - 12)} {written(y)}h24", fill="none", **stroke(link))
