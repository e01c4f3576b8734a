"""The site of the documentation can be read by everybody too: no fault of axe-core, no sideways scroll, no request."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .browser import WIDTHS, browser

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
BUILT = Path(__file__).parents[3] / "build" / "docs"

WHOLE = {"index.html", "gallery.html", "guide/fran-tom-mapp-till-publicerad-sida.html"}
"""Pages with all that the theme draws, asked at both widths and of their colours, which takes long."""
UNASKED = {"reference/python.html"}
"""The names out of the docstrings take axe-core 26 seconds; the page is made of what stands on the others too."""


def test_every_page_of_the_documentation_is_sound_wide_and_narrow(install: Callable[[Path], Path]) -> None:
    pages = {file.relative_to(BUILT).as_posix(): file for file in sorted(BUILT.rglob("*.html"))}
    if not pages:
        pytest.skip("the site is not built; sphinx-build -n -b html docs build/docs does that")
    axe = install(HERE) / "node_modules" / "axe-core" / "axe.min.js"
    explained = tomllib.loads((HERE / "explained.toml").read_text(encoding="utf-8"))["docs"]
    faults = []
    with browser(axe) as judge:
        for name, file in pages.items():
            judge.open(file, WIDTHS[0])
            for width in WIDTHS:
                judge.resize(width)
                faults += [(name, width, "sticks out", judge.overflow())] * (judge.overflow() > 0)
                if name in WHOLE:
                    judge.unfold(width)
                if name in WHOLE or (width == WIDTHS[0] and name not in UNASKED):
                    found = judge.faults(without=() if name in WHOLE else ("color-contrast",))
                    faults += [(name, width, *fault) for fault in found if not _is_explained(fault, explained)]
    assert faults == []
    assert (judge.outside, judge.said) == ([], [])
    assert pages.keys() > WHOLE | UNASKED


def _is_explained(fault: list[str], explained: list[dict[str, str]]) -> bool:
    """Say whether everything that the rule says is of one kind that is no fault."""
    kind, rule, told = fault
    return any(
        (kind, rule) == (each["kind"], each["rule"]) and all(each["says"] in place for place in told.split(" | "))
        for each in explained
    )
