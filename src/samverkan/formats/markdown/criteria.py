"""What criteria ask and how they are judged, as a page of Markdown: the reference of a checklist, drawn from it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from samverkan.formats.markdown.literal import code, literal
from samverkan.formats.text.explain import explanation
from samverkan.formats.wording import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.checklist.parameters import Parameters
    from samverkan.formats.text.explain import Explained
    from samverkan.formats.wording import Wording

_TITLE = mark("What the criteria ask")
_GENERATED = mark("This page is written by {command}.")


def criteria_document(criteria: Iterable[Explained], parameters: Parameters, wording: Wording, *, command: str) -> str:
    """Write a page of criteria by checklist and factor; ``command`` is the line that writes it again."""
    return "".join(f"{line}\n" for line in _lines(criteria, parameters, wording, command))


def _lines(criteria: Iterable[Explained], parameters: Parameters, wording: Wording, command: str) -> Iterator[str]:
    yield f"# {literal(wording.word(_TITLE))}"
    yield from ("", literal(wording.word(_GENERATED)).replace(r"\{command\}", f"`{command}`"))
    for checklist, about in groupby(criteria, key=lambda each: each.checklist):
        yield from ("", f"## {literal(wording.value(checklist.name))}")
        for factor, each in groupby(about, key=lambda one: one.factor):
            yield from ("", f"### {literal(f'{factor.id}. {wording.value(factor.name)}')}")
            for one in each:
                yield from _criterion(one, parameters, wording)


def _criterion(about: Explained, parameters: Parameters, wording: Wording) -> Iterator[str]:
    yield from ("", f"#### {literal(f'{about.criterion.id} {wording.tell(about.criterion.question)}')}", "")
    # The first two, the checklist and the factor, stand as headings above.
    for name, told in explanation(about, parameters, wording)[2:]:
        text = literal(told) if isinstance(told, str) else ", ".join(map(code, told))
        yield f"- {literal(name)}: {text}"
