"""The net under the documentation: no example on a page goes unrun, and the net itself is not empty."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^ *```(?:python|console|shell)\n.*?^ *```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def collected() -> dict[str, list[int]]:
    """List the lines on which pytest finds an example, by file."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "--quiet", "README.md", "docs", "src"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    listing = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True, text=True).stdout
    lines = defaultdict(list)
    for file, line in re.findall(r"^(.+)::line:(\d+),", listing, re.MULTILINE):
        lines[file].append(int(line))
    return lines


@pytest.mark.parametrize("place", ["README.md", "src/samverkan/errors.py"])
def test_the_net_catches_something(collected: dict[str, list[int]], place: str) -> None:
    assert collected[place]


@pytest.mark.parametrize("page", ["README.md", *sorted(str(p.relative_to(ROOT)) for p in ROOT.glob("docs/**/*.md"))])
def test_every_block_on_a_page_is_run(collected: dict[str, list[int]], page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for block in BLOCK.finditer(text):
        first, last = (text.count("\n", 0, end) + 1 for end in block.span())
        assert any(first <= line <= last for line in collected[page]), f"{page}:{first} is not run"
