"""The crosswalk names criteria that exist, and leaves none out."""

from __future__ import annotations

import re
from pathlib import Path

from samverkan.checklist.registry import checklist_named, checklist_names

PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "crosswalk.md"
EVERY = {criterion.id for name in checklist_names() for criterion in checklist_named(name).criteria}


def named() -> set[str]:
    rows = (line.split("|") for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| "))
    return {id_ for row in rows for id_ in re.findall(r"\bH\d\d\b|\b\d\.\d\b", row[3])}


def test_every_criterion_that_is_named_exists() -> None:
    assert named() <= EVERY


def test_every_criterion_is_named() -> None:
    assert named() >= EVERY
