"""The inks of every picture: calm, and dark enough to be read on white and on paper (*färger*)."""

from __future__ import annotations

from typing import Final

PAPER: Final = "#ffffff"
"""The ground of every picture."""
INK: Final = "#1e293b"
"""Names and headings."""
QUIET: Final = "#526075"
"""Captions, and lines that are not the point."""
FAINT: Final = "#e2e8f0"
"""Rules and grounds; it carries no meaning."""
WASH: Final = "#f1f5f9"
"""The ground of a box; ``INK`` and ``QUIET`` can be read on it."""

FONT: Final = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif"
"""The fonts that are asked for; those that are named are no wider than what texts are measured by."""


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio and relative luminance).

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
