"""The corpus that the repository keeps: the smallest inputs that reach every line that any known input reaches."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from readers import READERS

if TYPE_CHECKING:
    from collections.abc import Callable

CORPUS: Final = Path(__file__).resolve().parents[2] / "tests" / "fuzz" / "corpus"
MOST_BYTES: Final = 24_000
"""How much one reader keeps: the repository is no place for megabytes."""

Steps = frozenset[tuple[str, int, int]]


def kept(name: str, found: Path) -> str:
    """Choose anew what is kept for a reader, and tell how much it is."""
    known = [file.read_bytes() for folder in (CORPUS / name, found) if folder.exists() for file in folder.iterdir()]
    reached = {data: steps(name, data) for data in sorted(set(known), key=lambda data: (len(data), data))}
    chosen = smallest(reached)
    (CORPUS / name).mkdir(parents=True, exist_ok=True)
    for file in (CORPUS / name).iterdir():
        file.unlink()
    for number, data in enumerate(chosen):
        (CORPUS / name / f"{number:03}").write_bytes(data)
    return f"{name}: {len(chosen)} of {len(reached)} inputs, {sum(map(len, chosen)):,} bytes"


def smallest(reached: dict[bytes, Steps]) -> list[bytes]:
    """Take the input that adds the most steps for its length, again and again, while there is room."""
    left, chosen, room = dict(reached), [], MOST_BYTES
    seen: set[tuple[str, int, int]] = set()
    while left:
        best = max(left, key=lambda data: len(left[data] - seen) / (len(data) + 40))
        if not left[best] - seen:
            break
        new = left.pop(best)
        if len(best) <= room:
            chosen.append(best)
            room -= len(best)
            seen |= new
    return sorted(chosen, key=lambda data: (len(data), data))


def steps(name: str, data: bytes) -> Steps:
    """Give the steps from line to line that a reader takes in our code."""
    found: set[tuple[str, int, int]] = set()

    def enter(frame: Any, event: str, _: object) -> Callable[..., Any] | None:  # noqa: ANN401  # a frame of any code
        file = frame.f_code.co_filename
        if event != "call" or "samverkan" not in file:
            return None
        last = frame.f_lineno

        def trace(frame: Any, event: str, _: object) -> Callable[..., Any]:  # noqa: ANN401  # as above
            nonlocal last
            if event == "line":
                found.add((file, last, frame.f_lineno))
                last = frame.f_lineno
            return trace

        return trace

    sys.settrace(enter)
    try:
        with suppress(Exception):
            READERS[name].read(data)
    finally:
        sys.settrace(None)
    return frozenset(found)
