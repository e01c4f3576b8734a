"""The cost of reading a file: to understand it, beside only making the same objects of it."""

from __future__ import annotations

import tomllib
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from benchmarks.timing import Row, compared
from samverkan.formats.bundled import bundled_names, bundled_text
from samverkan.formats.toml import loads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from samverkan.model.collaboration import Collaboration

QUESTION = "Loading a file"


def rows() -> Iterable[Row]:
    """Measure the reading of the real setups."""
    texts = [bundled_text(name) for name in bundled_names()]
    ours, bare, syntax = check(texts)
    whole = partial(compared, QUESTION, ours=ours, count=sum(map(len, texts)) // 1000, unit="kB of TOML")
    yield whole("tomllib, and the same attrs objects from values that lie ready", theirs=bare)
    yield whole("tomllib alone, the syntax only", theirs=syntax)


def check(texts: Sequence[str]) -> tuple[Callable[[], object], Callable[[], object], Callable[[], object]]:
    """Hold that the constructors make what we read, and give our reading, theirs and the parser alone."""
    parts = [_parts(loads(text)) for text in texts]
    works = partial(by_ours, texts), partial(by_constructors, texts, parts), partial(by_parser, texts)
    if works[0]() != works[1]():
        raise AssertionError("the constructors make other objects")
    return works


def by_ours(texts: Iterable[str]) -> list[Collaboration]:
    """Read each text."""
    return [loads(text) for text in texts]


def by_constructors(texts: Iterable[str], parts: Iterable[Any]) -> list[Any]:
    """Parse each text, and make the same objects by their constructors, validators and all, from laid out parts."""
    made = []
    for text, part in zip(texts, parts, strict=True):
        tomllib.loads(text)
        made.append(_made(part))
    return made


def by_parser(texts: Iterable[str]) -> list[dict[str, Any]]:
    """Parse each text."""
    return [tomllib.loads(text) for text in texts]


def _parts(value: Any) -> Any:  # noqa: ANN401  # any noun, and whatever it holds
    """Lay out a noun as its class and what its constructor takes."""
    if isinstance(value, tuple):
        return [_parts(each) for each in value]
    if not attrs.has(type(value)):
        return value
    taken = {each.alias: _parts(getattr(value, each.name)) for each in attrs.fields(type(value)) if each.init}
    return type(value), taken


def _made(part: Any) -> Any:  # noqa: ANN401  # as above
    match part:
        case list():
            return tuple(_made(each) for each in part)
        case (cls, dict(taken)):
            return cls(**{name: _made(each) for name, each in taken.items()})
        case _:
            return part
