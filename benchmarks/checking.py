"""The cost of saying that a file can be used, beside a schema that sees only its shape."""

from __future__ import annotations

import json
import tomllib
from functools import partial
from typing import TYPE_CHECKING

from jsonschema import Draft7Validator

from benchmarks.timing import Row, compared
from samverkan.cli.check import check as verb
from samverkan.cli.terminal import Terminal
from samverkan.formats import schema
from samverkan.formats.bundled import bundled_names, bundled_text
from samverkan.formats.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

SHAPE = """
import json, sys, tomllib
from jsonschema import Draft7Validator
shape, text = (open(name, encoding="utf-8").read() for name in sys.argv[1:])
data = json.loads(json.dumps(tomllib.loads(text), default=str))
sys.exit(any(Draft7Validator(json.loads(shape)).iter_errors(data)))
"""
"""The peer as a program of its own: exit status 1 for a file of another shape."""


def rows(folder: Path) -> Iterable[Row]:
    """Measure `check` as the command line does it, apart from the start, for the real setups."""
    texts = [bundled_text(name) for name in bundled_names()]
    files = check(folder, texts)
    yield compared(
        "Checking a file: read, planned, persons sought",
        "tomllib and jsonschema, the shape only",
        partial(by_ours, files),
        partial(by_schema, Draft7Validator(schema.schema()), files),
        count=sum(map(len, texts)) // 1000,
        unit="kB of TOML",
    )


def check(folder: Path, texts: Sequence[str]) -> list[Path]:
    """Hold that both take the files and refuse one with a key that is misspelt; give the files."""
    files = [folder / f"{number}.toml" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    wrong = folder / "wrong.toml"
    wrong.write_text(texts[0].replace("\nname", "\nnaem", 1), encoding="utf-8")
    validator = Draft7Validator(schema.schema())
    said = by_ours([*files, wrong]), by_schema(validator, [*files, wrong])
    if said != ([*[True] * len(files), False],) * 2:
        raise AssertionError(f"the file that is wrong is found in another place: {said}")
    return files


def by_ours(files: Iterable[Path]) -> list[bool]:
    """Check each file, and say whether it can be used."""
    terminal = Terminal(Wording("sv"))
    return [verb(terminal, file=str(file), format="text").status == 0 for file in files]


def by_schema(validator: Draft7Validator, files: Iterable[Path]) -> list[bool]:
    """Hold each file to our published schema, as an editor does, and say whether it is of its shape."""
    return [not any(validator.iter_errors(_plain(file.read_text(encoding="utf-8")))) for file in files]


def _plain(text: str) -> object:
    """Read TOML as a schema judges it: a date is its text."""
    return json.loads(json.dumps(tomllib.loads(text), default=str))
