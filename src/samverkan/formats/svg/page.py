"""The sheet of a picture: its size, its title and description for those who hear it, its white ground (*blad*)."""

from __future__ import annotations

from attrs import frozen

from samverkan.formats.markup import escaped
from samverkan.formats.svg.element import element, written
from samverkan.formats.svg.palette import FONT, PAPER

# A picture opened by itself and printed fills the sheet, whole; in a page `:root` is the page's, and nothing happens.
_PRINT = "@media print{svg:root{width:100%!important;height:100vh!important}}"


@frozen
class Page:
    """A picture ready to be written; lengths are in units of its own.

    ``name`` is what its ids begin with, so that several pictures may stand in one page; ``defs`` are definitions such
    as patterns, ``drawn`` the markup of the picture, ``scale`` how long a unit is when nobody says otherwise: in
    pixels, or in the ``unit`` of CSS that is named.
    """

    name: str
    title: str
    description: str
    language: str
    width: float
    height: float
    defs: str
    drawn: str
    scale: float = 1.5
    unit: str = ""

    def __str__(self) -> str:
        told = [
            element("title", escaped(self.title), id=f"{self.name}-title"),
            element("desc", escaped(self.description), id=f"{self.name}-desc"),
        ]
        ground = element("rect", width=self.width, height=self.height, fill=PAPER)
        parts = [*told, element("style", _PRINT), element("defs", self.defs), ground, self.drawn]
        whole = element(
            "svg",
            "\n",
            *(f"{part}\n" for part in parts),
            xmlns="http://www.w3.org/2000/svg",
            lang=self.language,
            role="img",
            aria_labelledby=f"{self.name}-title",
            aria_describedby=f"{self.name}-desc",
            width=written(self.width * self.scale) + self.unit,
            height=written(self.height * self.scale) + self.unit,
            viewBox=f"0 0 {written(self.width)} {written(self.height)}",
            font_family=FONT,
            style="max-width:100%;height:auto",
        )
        return f"{whole}\n"
