"""The paper or screen that a picture is made for: its width, its margins and its letters (*blad*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from samverkan.formats.svg.element import Face, words
from samverkan.formats.svg.measure import fitted
from samverkan.formats.svg.palette import INK, QUIET

if TYPE_CHECKING:
    from collections.abc import Sequence


@frozen
class Sheet:
    """A sheet whose unit is a point on A3, or, where it has no ``paper``, about a pixel of a telephone.

    ``paper`` is the width and height in millimetres that the picture must fit; ``columns`` are those of its lists.
    """

    width: float
    margin: float
    title: float
    text: float
    columns: int
    paper: tuple[float, float] | None = None

    @property
    def room(self) -> float:
        """The width within the margins."""
        return self.width - 2 * self.margin

    @property
    def narrow(self) -> bool:
        """Whether it is for a telephone."""
        return self.paper is None

    def scale(self, height: float) -> tuple[float, str]:
        """Give the length of a unit in a picture of that height, and the unit of that length."""
        if self.paper is None:
            return 1.5, ""
        return min(self.paper[0] / self.width, self.paper[1] / height), "mm"

    def head(self, title: str, lines: Sequence[str]) -> tuple[str, float]:
        """Write the title and lines under it; give the markup, and the y at which it ends."""
        top, drawn = self.margin, []
        for line in fitted(title, self.room, self.title, bold=True, lines=3):
            top += self.title * 1.15
            drawn.append(words(line, self.margin, top - self.title * 0.2, Face(self.title, INK, bold=True)))
        for text in lines:
            for line in fitted(text, self.room, self.text + 1, lines=3):
                top += (self.text + 1) * 1.4
                drawn.append(words(line, self.margin, top, Face(self.text + 1, QUIET)))
        return "".join(drawn), top + self.text


PHONE: Final = Sheet(360, 12, 18, 11, 1)
"""For a narrow screen: letters of nine pixels or more at 320."""

STANDING: Final = Sheet(842, 28, 25, 10.5, 3, (297, 420))
"""A3 standing; on A4 its letters have seven points."""

LYING: Final = Sheet(1191, 30, 26, 11, 4, (420, 297))
"""A3 lying."""


def sheet_of(paper: Sheet, columns: int | None) -> Sheet:
    """Give the sheet for so many columns: a telephone for one, the paper for none or several."""
    if columns == 1:
        return PHONE
    return paper if columns is None else evolve(paper, columns=columns)
