"""What a file says stays text in Markdown: two renderers' rules judge, one of them with bare addresses as links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from samverkan.formats.markdown.literal import code, grid, literal
from samverkan.formats.text.width import clean

if TYPE_CHECKING:
    from markdown_it.token import Token

JUDGES = {name: MarkdownIt(name) for name in ("commonmark", "gfm-like")}
for each in JUDGES.values():
    each.enable("table")

HOSTILE = [
    "a | b", "`x`", "<b>hej</b>", "<!-- x", "[här](http://x.se)", "![x](y)", "[x]: y", "*a* _b_ **c** __d__ ~~e~~",
    "# a", "a #", "- a", "+ a", "1. a", "12) a", "---", "- - -", "***", "> a", "===", "a\\", "\\|", "a\\|b", "&lt;",
    "&#60;", "&auml;", "a\nb", "a\r\n\r\n# b", "a\u2028b", "  \n", "    kod", "\tkod", "```", "~~~", "\u202eabc",
    "http://x.se", "https://x.se/a?b=c", "www.x.se", "kommun.se", "a@b.se", "mailto:a@b.se", "//x.se", "<http://x.se>",
    "ftp://x", "http://localhost:8000", "a_b_c", "snake_case_name", "$x$", "[^1]", "| --- |", ":-:", "0. x", "x  ",
    "123456789. a", "-", "+", "1.", "[ ] a", "- [x] a", "\ufeff# a", "\u200b- a", "\\", "<", "!", "!\\[x](y)",
]  # fmt: skip
WORDS = st.text() | st.lists(st.sampled_from([*"\\`*_{}[]<>()#+-.!|~&$@:/=1 aå\n\u202e", "www.", "http://"])).map(
    "".join
)


def texts(tokens: list[Token]) -> list[str]:
    """Give the text of each inline token, and fail at anything that is more than text."""
    inline = [token for token in tokens if token.type == "inline"]
    for token in inline:
        assert {child.type for child in token.children or ()} <= {"text"}, token
    return ["".join(child.content for child in token.children or ()) for token in inline]


def shown(text: str) -> str:
    return clean(text).strip(" ")


@pytest.fixture(params=JUDGES, scope="module")
def judge(request: pytest.FixtureRequest) -> MarkdownIt:
    return JUDGES[request.param]


class TestStaysText:
    @pytest.mark.parametrize("text", HOSTILE)
    @pytest.mark.parametrize("before", ["", "# ", "- ", "1. ", "- zz\n  - "])
    def test_wherever_it_stands(self, text: str, before: str, judge: MarkdownIt) -> None:
        tokens = judge.parse(before + literal(text))

        found = texts(tokens)
        assert (found[-1] if found and found[-1] != "zz" else "").strip() == shown(text).strip()
        alone = [token.type for token in judge.parse(f"{before}a")]
        assert not shown(text) or [token.type for token in tokens] == alone

    @given(text=WORDS)
    @example(text="1.a\\")
    def test_in_a_cell(self, text: str) -> None:
        for each in JUDGES.values():
            page = "\n".join(grid(["a", "b"], [[literal(text), "y"]]))
            assert texts(each.parse(page)) == ["a", "b", shown(text).strip(), "y"]

    @given(text=WORDS)
    def test_in_a_list(self, text: str) -> None:
        for each in JUDGES.values():
            tokens = each.parse(f"- x{literal(text)}\n- {literal(text)}\n\ny")
            assert texts(tokens)[-1] == "y"
            assert [token.type for token in tokens].count("bullet_list_open") == 1
            found = texts(tokens)[1:-1]
            assert "".join(found).strip() == shown(text).strip()


@pytest.mark.parametrize("text", ["[a](b)", "`x`", "x <b>", "*a*", "http://x.se", "kommun.se", "a@b.se"])
def test_the_judge_sees_what_is_not_escaped(text: str) -> None:
    with pytest.raises(AssertionError):
        texts(JUDGES["gfm-like"].parse(text))


def test_a_field_is_code_and_anything_else_is_text() -> None:
    assert code("bodies.{group}.seats_complete") == "`bodies.{group}.seats_complete`"
    assert code("a`b`") == r"a\`b\`"
