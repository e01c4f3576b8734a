"""Files of format 1 as the releases wrote them: kept for ever, read for ever, and meaning for ever the same.

``format_1/`` holds a folder for each release, with collaborations that between them name every key of its schema, each
as TOML and as JSON, and the dates that the release gave. Files are added there, and none is changed or taken away.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import samverkan
from samverkan.formats import json as json_form
from samverkan.formats.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

RELEASES = sorted(folder for folder in Path(__file__).with_name("format_1").iterdir() if folder.is_dir())
FILES = [file for folder in RELEASES for file in sorted(folder.glob("*.toml"))]
SHORT = {"$schema", "end", "half", "nth", "parity", "start", "weekday"}
"""Keys of the long forms of values that every release writes in one word, such as “month on 2nd tuesday”."""


def keys(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node
        for value in node.values():
            yield from keys(value)
    elif isinstance(node, list):
        for value in node:
            yield from keys(value)


def properties(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node.get("properties", {})
        for value in node.values():
            yield from properties(value)
    elif isinstance(node, list):
        for value in node:
            yield from properties(value)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_file_of_each_release_says_the_same_in_both_forms_and_passes_through_ours(file: Path) -> None:
    whole = samverkan.load(file)

    assert whole == json_form.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    assert samverkan.loads(samverkan.dumps(whole)) == whole


@pytest.mark.parametrize("release", RELEASES, ids=lambda folder: folder.name)
def test_the_dates_are_those_that_the_release_gave(release: Path) -> None:
    kept = json.loads((release / "dates.json").read_text(encoding="utf-8"))
    plans = {name: samverkan.schedule(samverkan.load(release / f"{name}.toml")) for name in kept}

    assert kept == {
        name: [f"{meeting.id} {meeting.date} {meeting.start or ''}" for meeting in plan.meetings]
        for name, plan in plans.items()
    }


@pytest.mark.parametrize("release", RELEASES, ids=lambda folder: folder.name)
def test_the_files_name_every_key_of_their_release_and_ours_still_knows_them(release: Path) -> None:
    known = set(properties(json.loads((release / "schema.json").read_text(encoding="utf-8"))))
    said = {key for file in release.glob("*.toml") for key in keys(tomllib.loads(file.read_text(encoding="utf-8")))}

    assert known - said <= SHORT
    assert known <= set(properties(schema()))


def test_this_release_has_its_files() -> None:
    assert samverkan.__version__ in {folder.name for folder in RELEASES}
