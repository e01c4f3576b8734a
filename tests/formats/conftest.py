"""The small collaboration file that the tests of this room read, break and edit."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def example() -> str:
    return Path(__file__).with_name("example.toml").read_text(encoding="utf-8")
