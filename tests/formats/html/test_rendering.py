"""The templates know every kind of block and of what stands in a line, and make markup of nothing else."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from jinja2 import UndefinedError

from samverkan.formats.html.blocks import Block, Facts, Paragraph
from samverkan.formats.html.inline import Inline, Link
from samverkan.formats.html.page import Page
from samverkan.formats.html.rendering import TEMPLATES, rendered

BLOCKS = (TEMPLATES / "blocks.html.jinja").read_text(encoding="utf-8")
KINDS = [each.kind for each in (*get_args(Block), *get_args(Inline)) if each is not str]


def page(*blocks: Any) -> str:  # noqa: ANN401  # also what is no block
    return str(
        Page(
            language="sv",
            site="Alby",
            heading="Rubrik",
            window_title="Rubrik – Alby",
            home="index.html",
            other_address="../en/index.html",
            menu=(),
            blocks=blocks,
            updated="framgår inte",
            statements=(),
        )
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_markup(kind: str) -> None:
    assert f'it.kind == "{kind}"' in BLOCKS


def test_another_thing_is_refused() -> None:
    class Other:
        kind = "other"

    with pytest.raises(TypeError, match="the templates do not know how to write Other"):
        page(Other())


def test_what_is_not_given_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        rendered("choice", names={})


def test_text_is_escaped_between_tags_and_in_attributes() -> None:
    told = page(Paragraph(Link("<b>&", 'x" onclick="y')))

    assert '<p><a href="x&#34; onclick=&#34;y">&lt;b&gt;&amp;</a></p>' in told


def test_signs_that_turn_what_follows_are_left_out() -> None:
    assert "<p>Malå kommun</p>" in page(Paragraph("Malå\u202e kommun"))


def test_a_question_may_have_several_answers() -> None:
    assert "<div><dt>Belägg</dt><dd>a</dd><dd>b</dd></div>" in page(Facts([("Belägg", "a", "b")]))
