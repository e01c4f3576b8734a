"""One page ready to be written (*sida*): what it tells, and what stands around that on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.formats.html.blocks import Block
from samverkan.formats.html.inline import Inline
from samverkan.formats.html.linked_data import Data
from samverkan.formats.html.rendering import rendered
from samverkan.formats.wording import LANGUAGES, Wording

if TYPE_CHECKING:
    from collections.abc import Iterable


def _blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(blocks)


@frozen
class MenuItem:
    """One way in the menu; the page does not lead to itself by it, but says that one is there."""

    address: str
    title: str
    here: bool = False


@frozen(kw_only=True)
class Page:
    """A page in one language, with the addresses of all that it leads to, relative to its own folder.

    ``site`` is what the pages have in common, ``heading`` what this one is about. ``statements`` are the addresses of
    the statements on accessibility with their titles; ``above`` leads to the list of which this site is a part.
    """

    language: str
    site: Inline
    heading: Inline
    window_title: str
    home: str
    other_address: str
    menu: tuple[MenuItem, ...]
    blocks: tuple[Block, ...] = field(converter=_blocks)
    updated: Inline
    statements: tuple[tuple[str, str], ...]
    contact: str | None = None
    above: tuple[str, str] | None = None
    data: dict[str, Data] | None = None

    def __str__(self) -> str:
        wording, other = Wording(self.language), other_than(self.language)
        words = {
            "skip": wording.word("Skip to the content"),
            "pages": wording.word("Pages"),
            "updated": wording.word("Updated"),
            "contact": wording.word("Contact"),
            "week": wording.word("wk"),
            "other": in_its_own(other),
        }
        return rendered("page", page=self, other=other, words=words)


def other_than(language: str) -> str:
    """Give the other language."""
    return next(each for each in LANGUAGES if each != language)


def in_its_own(language: str) -> str:
    """Say in a language that one can read it in that language."""
    wording = Wording(language)
    return wording.word("In Swedish") if language == "sv" else wording.word("In English")


def choice(names: dict[str, str]) -> str:
    """Write the page that leads to those of each language; ``names`` is what the site is called in them."""
    return rendered("choice", names=names, words={language: in_its_own(language) for language in LANGUAGES})
