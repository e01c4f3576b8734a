"""A real browser that looks at pages: what axe-core finds, what is fetched, what sticks out, what keys reach."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTHS = (1280, 320)

_AXE = """without => axe.run(document, {resultTypes: ['violations', 'incomplete'], preload: false,
    rules: Object.fromEntries(without.map(rule => [rule, {enabled: false}]))}).then(found =>
  ['violations', 'incomplete'].flatMap(kind => found[kind].map(rule =>
    [kind, rule.id, rule.nodes.slice(0, 3).map(it => `${it.target.join(' ')} ${it.failureSummary}`).join(' | ')])))"""

# In the order of the document: what Tab should reach.
_REACHABLE = """() => [...document.querySelectorAll('a[href], summary, [tabindex="0"]')]
  .filter(it => it.checkVisibility({visibilityProperty: true})).map((it, place) => it.dataset.n = String(place))"""
_FOCUSED = """() => { const it = document.activeElement, box = it.getBoundingClientRect(), look = getComputedStyle(it);
  return it === document.body ? null : {n: it.dataset.n, seen: it.matches(':focus-visible')
    && look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2 && box.width > 0 && box.height > 0
    && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth}; }"""


@define
class Browser:
    """One page of Chromium that is led from file to file; ``outside`` gathers what it asked of anybody else."""

    page: Any
    axe: str
    outside: list[str] = field(factory=list)
    said: list[str] = field(factory=list)

    def open(self, file: Path, width: int, *, colours: str = "light") -> None:
        """Show a page in a window of this width, in the colours that the reader prefers."""
        self.page.emulate_media(color_scheme=colours)
        self.resize(width)
        self.page.goto(file.as_uri())

    def resize(self, width: int) -> None:
        """Make the window this wide, with the page as it is."""
        self.page.set_viewport_size({"width": width, "height": 800})

    def unfold(self, width: int) -> None:
        """Make the window as high as the page: of what lies across its lower edge axe-core cannot tell the colours."""
        height = self.page.evaluate("document.documentElement.scrollHeight")
        self.page.set_viewport_size({"width": width, "height": height})

    def faults(self, *, without: Sequence[str] = ()) -> list[list[str]]:
        """Give what axe-core finds on the open page, save by these rules: kind, rule, and some of the places."""
        if self.page.evaluate("typeof axe") == "undefined":
            self.page.evaluate(self.axe)
        found: list[list[str]] = self.page.evaluate(_AXE, list(without))
        return found

    def overflow(self) -> int:
        """Give how many pixels of the open page stick out to the side."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - innerWidth"))

    def walk(self) -> tuple[list[str], list[str], list[str]]:
        """Press Tab through the open page; give what should be reached, what was, and what of it was not to be seen."""
        expected: list[str] = self.page.evaluate(_REACHABLE)
        reached, unseen = [], []
        for _ in range(len(expected) + 2):
            self.page.keyboard.press("Tab")
            here = self.page.evaluate(_FOCUSED)
            if here is None or here["n"] in reached:
                break
            reached.append(here["n"])
            unseen += [] if here["seen"] else [here["n"]]
        return expected, reached, unseen


@contextmanager
def browser(axe: Path) -> Iterator[Browser]:
    """Start Chromium with an empty profile; without it or Playwright tests are skipped."""
    api = pytest.importorskip("playwright.sync_api", reason="the judge “playwright” is not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed (scripts/browser.sh does that), so it cannot judge")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        context = started.new_context(reduced_motion="reduce")
        found = Browser(context.new_page(), axe.read_text(encoding="utf-8"))
        context.on("request", lambda request: found.outside.append(request.url) if _is_outside(request.url) else None)
        context.set_offline(True)
        found.page.on("console", lambda message: found.said.append(message.text))
        found.page.on("dialog", lambda dialog: (found.said.append(dialog.message), dialog.dismiss()))
        try:
            yield found
        finally:
            started.close()


def _is_outside(address: str) -> bool:
    return not address.startswith("file:")
