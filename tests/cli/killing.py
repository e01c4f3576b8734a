"""A program for tests: it publishes into a folder and kills itself (SIGKILL) at one call after another.

``python killing.py FOLDER POINTS WAY`` publishes into one copy of a site for each point, in a process of its own, and
kills that there: before or after the n-th call that changes the disk. What is left stays in FOLDER for the test to see.
The WAY is ``exchanging``, or ``moving`` as on a system that cannot exchange two folders.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
from itertools import count
from pathlib import Path

from samverkan.cli import folder as room

CALLS = ("open", "mkdir", "link", "rename", "unlink", "rmdir", "fsync", "chmod")
OLD = {"index.html": "old", "sv/index.html": "old", "sv/gone.html": "old", "style.css": "old"}
NEW = {"index.html": "new", "sv/index.html": "new", "en/index.html": "new", "style.css": "new"}


def armed(point: int) -> None:
    """Have the process kill itself around the call of that number: even ones before it, odd ones after it."""
    calls = count()

    def around(call: object) -> object:
        def called(*given: object, **named: object) -> object:
            here = next(calls)
            if here * 2 == point:
                os.kill(os.getpid(), signal.SIGKILL)
            found = call(*given, **named)  # type: ignore[operator]  # a function of the system
            if here * 2 + 1 == point:
                os.kill(os.getpid(), signal.SIGKILL)
            return found

        return called

    for name in CALLS:
        setattr(os, name, around(getattr(os, name)))
    room.exchanged = around(room.exchanged)  # type: ignore[assignment]  # the call of the C library


def killed_at(place: Path, point: int, *, exchanging: bool) -> bool:
    """Publish in a process of its own, and say whether it was killed before it had done all."""
    child = os.fork()
    if child == 0:
        if not exchanging:
            room.exchanged = lambda *_: False  # type: ignore[assignment]  # a system without that step
        armed(point)
        room.replace_folder(place / "site", NEW)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def main(root: Path, points: int, *, exchanging: bool) -> None:
    os.fsync = lambda _: None  # type: ignore[assignment]  # a killed process is no power cut, and waiting is long
    original = root / "original"
    original.mkdir()
    room.replace_folder(original / "site", OLD)
    (original / "site" / "sv" / "theirs.txt").write_text("of somebody else")
    chance = random.Random(2016)  # noqa: S311  # points to stop at, no secrets
    fatal = 0
    while fatal < points:
        place = root / f"run-{fatal}"
        shutil.copytree(original, place)
        if killed_at(place, chance.randrange(160), exchanging=exchanging):
            fatal += 1
        else:
            shutil.rmtree(place)
    sys.stdout.write(f"{fatal}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), exchanging=sys.argv[3] == "exchanging")
