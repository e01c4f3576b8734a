"""The modules of ``scripts/fuzz``, which is no package and is found by path."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
CORPUS, CRASHES = Path(__file__).parent / "corpus", Path(__file__).parent / "crashes"


def script(name: str) -> Any:  # noqa: ANN401  # a module that is found at run time only
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "scripts" / "fuzz")
        return importlib.import_module(name)


READERS = script("readers").READERS


def inputs(folder: Path) -> list[Any]:
    """Give each input of a folder with the reader that it is for."""
    return [
        pytest.param(READERS[file.parent.name], file, id=f"{file.parent.name}/{file.name}")
        for file in sorted(folder.glob("*/*"))
    ]
