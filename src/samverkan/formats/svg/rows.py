"""The organisations as rows of a drawing, grouped by where they sit (*rader*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.formats.markup import escaped
from samverkan.formats.svg.affiliation import LinkKind, Member
from samverkan.formats.svg.element import Face, element, words
from samverkan.formats.svg.look import LOOKS, symbol
from samverkan.formats.svg.measure import fitted
from samverkan.formats.svg.palette import INK, QUIET
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.formats.svg.affiliation import Affiliations
    from samverkan.formats.wording import Wording

DETAIL = 11
"""The size of what stands below a name, and of the headings above rows."""
SYMBOL = 13
"""The size of the sign of a sector beside a name."""
_NAME, _LINE, _SMALL, _GAP = 12.5, 15, 13, 8


def _lines(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(lines)


@frozen
class Row:
    """An organisation as it will be drawn: its name in lines, in bold where it ties bodies together, and details."""

    member: Member
    lines: tuple[str, ...] = field(converter=_lines)
    details: tuple[str, ...] = field(converter=_lines)

    @property
    def ties(self) -> bool:
        """Whether it sits in two bodies or more."""
        return len(self.member.tables) > 1

    @property
    def height(self) -> float:
        """The height of the row with the distance to the next."""
        return _LINE * len(self.lines) + _SMALL * len(self.details) + _GAP

    @property
    def middle(self) -> float:
        """How far below its upper end the symbol and the ends of the lines are."""
        return _GAP / 2 + _LINE / 2

    def drawn(self, x: float, y: float, prefix: str) -> str:
        """Draw the row with its symbol around ``x``; hovering over it tells the whole name."""
        parts = [element("title", escaped(self.member.name))]
        parts.append(symbol(self.member.sector, x, y + self.middle, SYMBOL, prefix))
        top, left = y + _GAP / 2 - 3.5, x + SYMBOL
        for line in self.lines:
            top += _LINE
            parts.append(words(line, left, top, Face(_NAME, INK, bold=self.ties)))
        for line in self.details:
            top += _SMALL
            parts.append(words(line, left, top, Face(DETAIL, QUIET)))
        return element("g", *parts)


@frozen
class Group:
    """Rows under one heading."""

    heading: tuple[str, ...] = field(converter=_lines)
    rows: tuple[Row, ...]

    @property
    def height(self) -> float:
        """The height with the distance to the next group."""
        return self.head + sum(row.height for row in self.rows) + 10

    @property
    def head(self) -> float:
        """How far below its upper end the first row begins."""
        return _LINE * len(self.heading) + 5


def row(member: Member, width: float, wording: Wording) -> Row:
    """Lay out an organisation in a width for its text."""
    bold = len(member.tables) > 1
    lines = [line for detail in _details(member, wording) for line in fitted(detail, width, DETAIL, lines=2)]
    return Row(member, fitted(member.name, width, _NAME, bold=bold, lines=4), lines)


def _details(member: Member, wording: Wording) -> list[str]:
    seats = [link.count for link in member.links if link.kind is LinkKind.SEAT]
    told = []
    if any(count > 1 for count in seats):
        told.append(wording.tell(say("{counts} seats", counts=" + ".join(map(str, seats)))))
    if member.units:
        told.append(wording.tell(say("with {units}", units=tuple(member.units))))
    return told


def grouped(shown: Affiliations, width: float, wording: Wording) -> list[Group]:
    """Group the organisations by the bodies in which they sit, those in two bodies between those in one of them."""
    found: dict[tuple[tuple[int, ...], LinkKind | None], list[Member]] = {}
    for member in shown.members:
        kind = next((link.kind for link in member.links), None)
        found.setdefault((member.tables, kind), []).append(member)
    kinds = [*LinkKind, None]
    ordered = sorted(found, key=lambda key: (kinds.index(key[1]), sum(key[0]) / max(len(key[0]), 1), key[0]))
    ranks = {sector: rank for rank, sector in enumerate(LOOKS)}
    return [
        Group(
            fitted(_heading(shown, *key, wording), width + SYMBOL * 1.5, DETAIL, bold=True, lines=2),
            tuple(row(each, width, wording) for each in sorted(found[key], key=lambda one: ranks[one.sector])),
        )
        for key in ordered
    ]


def _heading(shown: Affiliations, tables: tuple[int, ...], kind: LinkKind | None, wording: Wording) -> str:
    if tables:
        return " + ".join(shown.anchors[place].name for place in tables)
    label = wording.label(kind) if kind else wording.word("no tie stated")
    return label[:1].upper() + label[1:]
