"""The page about hostile input says what the code holds."""

from __future__ import annotations

import importlib
import re

import pytest

from .scripts import ROOT

PAGE = (ROOT / "docs" / "explanation" / "hostile-input.md").read_text(encoding="utf-8")
LIMITS = re.findall(r"^\| [^|]+ \| ([\d,]+) \| `([\w.]+)\.(\w+)` \|$", PAGE, re.MULTILINE)
NAMED = re.compile(r"^(MAX_\w+|LONGEST_WORD|SMALL_PART)\b.*=", re.MULTILINE)


@pytest.mark.parametrize(("told", "module", "name"), LIMITS, ids=[name for _, _, name in LIMITS])
def test_each_limit_of_the_table_is_that_of_the_code(told: str, module: str, name: str) -> None:
    assert f"{getattr(importlib.import_module(f'samverkan.{module}'), name):,}" == told


def test_each_limit_of_a_reader_is_in_the_table() -> None:
    rooms = [
        *(ROOT / "src" / "samverkan" / "formats").rglob("*.py"),
        *(ROOT / "src" / "samverkan" / "model").glob("*.py"),
    ]
    held = {name for file in rooms for name in NAMED.findall(file.read_text(encoding="utf-8"))}
    assert held <= {name for _, _, name in LIMITS}
