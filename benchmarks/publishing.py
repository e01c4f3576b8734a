"""The cost of the public pages: to make them, beside only filling in as many bytes."""

from __future__ import annotations

import html
import re
from functools import partial
from typing import TYPE_CHECKING

import attrs
import jinja2
from markupsafe import Markup

from benchmarks.judging import collaborations
from benchmarks.timing import Row, compared
from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.registry import checklist_named
from samverkan.formats.html.site import Member, county_site
from samverkan.model.publishing import Publishing
from samverkan.planning.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samverkan.formats.html.site import Site

    _Pages = Mapping[str, Sequence[str]]

_STATEMENT = Publishing(accessibility="https://example.org/tillganglighet")
_TEMPLATE = jinja2.Environment(autoescape=True).from_string("{% for part in parts %}{{ part }}{% endfor %}")


def rows() -> Iterable[Row]:
    """Measure the site of a county of the real setups, whose meetings and verdicts lie ready."""
    whole = members(5)
    site, pages = check(whole)
    yield compared(
        "Publishing: pages, pictures and feeds in two languages",
        "jinja2, the same bytes of the pages from texts and tags that lie ready",
        partial(county_site, whole),
        partial(by_jinja, pages),
        count=len(site),
        unit="file",
    )


def members(number: int) -> list[Member]:
    """Make so many of the real setups in turn, each with a place for its statement on accessibility."""
    judge = partial(evaluate, checklist=checklist_named("tranemo"))
    wholes = [attrs.evolve(each, publishing=_STATEMENT) for each in collaborations(number)]
    return [Member(each, schedule(each), judge(each)) for each in wholes]


def check(whole: Sequence[Member]) -> tuple[Site, _Pages]:
    """Hold that the peer fills in our pages to the byte; give the site, and the parts of which the peer makes it."""
    site = county_site(whole)
    ours = {path: text for path, text in site.items() if path.endswith(".html")}
    pages = {path: _parts(text) for path, text in ours.items()}
    if by_jinja(pages) != ours:
        raise AssertionError("jinja2 fills in other pages")
    return site, pages


def by_jinja(pages: _Pages) -> Site:
    """Fill in every page by a bare loop, which escapes the texts as ours are."""
    return {path: _TEMPLATE.render(parts=parts) for path, parts in pages.items()}


def _parts(page: str) -> list[str]:
    """Take a page apart into tags, and texts as they were before they were escaped."""
    return [_part(piece) for piece in re.split(r"(<[^>]*>)", page) if piece]


def _part(piece: str) -> str:
    text = html.unescape(piece)
    return text if not piece.startswith("<") and str(Markup.escape(text)) == piece else Markup(piece)  # noqa: S704  # our own page
