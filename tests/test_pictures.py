"""The pictures of the documentation show what would be seen today, and each stands on a page."""

from __future__ import annotations

import importlib.util
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[1] / "docs"
IMAGES = DOCS / "images"


@cache
def script() -> Any:  # noqa: ANN401  # a module that is found at run time only
    spec = importlib.util.spec_from_file_location("pictures", DOCS.parent / "scripts" / "pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def taken() -> dict[str, dict[str, str]]:
    written: dict[str, dict[str, str]] = json.loads((IMAGES / "photographs.json").read_text(encoding="utf-8"))
    return written


def test_every_photograph_was_taken_of_what_would_be_seen_today() -> None:
    written = taken()

    older = [name for name, text in script().subjects().items() if written[name]["of"] != script().digest(text)]
    assert older == [], "take them anew with: python scripts/pictures.py"


def test_every_photograph_is_the_one_that_was_taken() -> None:
    files = {path.name: script().digest(path.read_bytes()) for path in IMAGES.glob("*.png")}

    assert files == {name: each["is"] for name, each in taken().items()}
    assert set(files) == set(script().PHOTOGRAPHS)


def test_every_picture_stands_on_a_page_and_is_told_in_words() -> None:
    pages = [path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md")]
    told = {name: words for page in pages for words, name in re.findall(r"!\[([^]]*)\]\([./]*images/([^)]+)\)", page)}

    assert set(told) == {path.name for path in IMAGES.iterdir() if path.suffix in {".png", ".svg"}}
    assert [name for name, words in told.items() if len(words) < 20] == []
