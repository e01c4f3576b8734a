"""What a run found, as JSON and back: one section for each command that can be run by itself."""

from __future__ import annotations

import json

import attrs
from attrs import frozen
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from benchmarks.growth import Growth
from benchmarks.timing import Row


@frozen
class Table:
    """The one table: the rows of each part, and what else a part has to say."""

    date: str
    machine: str
    parts: dict[str, tuple[Row, ...]]
    notes: dict[str, str]


@frozen
class Grown:
    """How the cost grows."""

    date: str
    machine: str
    kinds: tuple[Growth, ...]


@frozen
class Arranged:
    """The tables of arranging, row by row, the head first."""

    date: str
    machine: str
    tables: dict[str, tuple[tuple[str, ...], ...]]


@frozen
class Results:
    """What was measured; what was not is left out."""

    table: Table | None = None
    growth: Grown | None = None
    arranging: Arranged | None = None


def dumps(results: Results) -> str:
    """Write results as JSON, each number with the four digits that can be believed at the most."""
    return json.dumps(_CONVERTER.unstructure(results), ensure_ascii=False, indent=1) + "\n"


def loads(text: str) -> Results:
    """Read results that were written."""
    return _CONVERTER.structure(json.loads(text), Results)


def updated(old: Results, new: Results) -> Results:
    """Put the sections that were measured in place of the old ones."""
    return attrs.evolve(old, **{name: each for name, each in attrs.asdict(new, recurse=False).items() if each})


def _converter() -> Converter:
    made = Converter()
    made.register_unstructure_hook(float, lambda number: float(f"{number:.4g}"))
    made.register_unstructure_hook(Results, make_dict_unstructure_fn(Results, made, _cattrs_omit_if_default=True))
    return made


_CONVERTER = _converter()
