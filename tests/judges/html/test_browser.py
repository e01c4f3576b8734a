"""In a real browser everybody can read our pages: no fault of axe-core, no sideways scroll, no request, every key."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .browser import WIDTHS, browser

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def axe(install: Callable[[Path], Path]) -> Path:
    return install(HERE) / "node_modules" / "axe-core" / "axe.min.js"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_is_sound_wide_and_narrow(sites: Path, axe: Path, language: str) -> None:
    """Ask of each page of all setups at 1280 and 320 px, in one browser for all; the choices go with the Swedish."""
    explained = tomllib.loads((HERE / "explained.toml").read_text(encoding="utf-8"))["axe"]
    found = (file for file in sites.rglob("*.html") if "hostile" not in file.parts)
    pages = sorted(file for file in found if (file.parent.name == "en") == (language == "en"))
    faults = []
    with browser(axe) as judge:
        for file in pages:
            judge.open(file, WIDTHS[0])
            for width in WIDTHS:
                judge.resize(width)
                where = (file.relative_to(sites).as_posix(), width)
                faults += [(*where, "sticks out", judge.overflow())] * (judge.overflow() > 0)
                faults += [(*where, *fault) for fault in judge.faults() if fault[:2] not in explained]
    assert faults == []
    assert judge.outside == []
    assert judge.said == []
    assert len(pages) >= 5 * 10


def test_in_dark_colours_everything_can_be_read(sites: Path, axe: Path) -> None:
    with browser(axe) as judge:
        for file in sorted((sites / "tranemo" / "sv").glob("*.html")):
            judge.open(file, 1280, colours="dark")
            assert (file.name, judge.faults()) == (file.name, [])
            assert judge.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(16, 24, 23)"


def test_hostile_words_stay_words(sites: Path, axe: Path) -> None:
    """Open pages of which every word would like to be more: nothing runs, nothing is fetched, nothing sticks out."""
    with browser(axe) as judge:
        for file in (pages := sorted((sites / "hostile").rglob("*.html"))):
            for width in WIDTHS:
                judge.open(file, width)
                assert (file.name, width, judge.overflow()) == (file.name, width, 0)
                assert judge.page.evaluate("document.querySelectorAll('main script, main img[src=x]').length") == 0
    assert (judge.outside, judge.said) == ([], [])
    assert len(pages) == 21


def test_every_page_can_be_walked_by_keys(sites: Path, axe: Path) -> None:
    """Press Tab from the top to the end: everything that can be used is reached, in the order in which it is read."""
    with browser(axe) as judge:
        for language in ("sv", "en"):
            for file in sorted((sites / "tranemo" / language).glob("*.html")):
                judge.open(file, 1280)
                expected, reached, unseen = judge.walk()
                assert (file.name, reached) == (file.name, expected)
                assert (file.name, unseen) == (file.name, [])
                assert len(reached) > 12


def test_the_first_key_leads_past_the_menu(sites: Path, axe: Path) -> None:
    with browser(axe) as judge:
        judge.open(sites / "tranemo" / "sv" / "moten.html", 320)
        judge.page.keyboard.press("Tab")
        judge.page.keyboard.press("Enter")

        assert judge.page.evaluate("document.activeElement.id") == "content"
