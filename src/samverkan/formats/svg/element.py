"""The elements of a drawing as text, escaped, with numbers written in one way (*element*)."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from samverkan.formats.markup import escaped

Attributes: TypeAlias = "dict[str, str | float]"
"""Attributes of an element, named as keyword arguments are."""


@frozen
class Face:
    """How words look: their size, their colour, whether they are bold."""

    size: float
    fill: str
    bold: bool = False


def element(name: str, *inside: str, **attributes: str | float) -> str:
    """Write an element with markup inside; underscores in the names of attributes are hyphens, one at the end is none.

    >>> element("circle", cx=3.0, cy=1.25, stroke_width=2, class_="a")
    '<circle cx="3" cy="1.25" stroke-width="2" class="a"/>'
    """
    pairs = ((key.rstrip("_").replace("_", "-"), written(value)) for key, value in attributes.items())
    opening = name + "".join(f' {key}="{escaped(value)}"' for key, value in pairs)
    return f"<{opening}>{''.join(inside)}</{name}>" if inside else f"<{opening}/>"


def written(value: str | float) -> str:
    """Write a length with two decimals at most, so that the last bits of a computation are not seen."""
    if isinstance(value, str):
        return value
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def at(x: float, y: float) -> str:
    """Write a point as it stands in a path."""
    return f"{written(x)} {written(y)}"


def words(text: str, x: float, y: float, face: Face, *, anchor: str = "start") -> str:
    """Write a line of text whose base line begins, or has its middle or end, at a point."""
    bold: Attributes = {"font_weight": "bold"} if face.bold else {}
    placed: Attributes = {"text_anchor": anchor} if anchor != "start" else {}
    return element("text", escaped(text), x=x, y=y, font_size=face.size, fill=face.fill, **bold, **placed)
