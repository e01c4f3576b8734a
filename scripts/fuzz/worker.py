"""One reader given one input after the other by atheris, in a process of its own that the script starts.

    python scripts/fuzz/worker.py READER SECONDS FOLDER CORPUS…

Whatever is raised beside the library's own errors is kept in FOLDER and told, and the run goes on. Standard output has
a line of JSON every few seconds: how many inputs were read, how many of them were taken, the slowest, the failures.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

import atheris
from attrs import Factory, define
from mutating import changed, inside
from readers import READERS, Reader
from words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_SECONDS: Final = 2.0
"""How long a reader may take over one input: time of its own, since other processes may hold it up."""

MOST_MEGABYTES: Final = 500
_HANG: Final = 20  # seconds on the clock, after which libFuzzer ends the process
_EVERY: Final = 5
_FIRST: Final = 20  # inputs of each corpus, which make the reader import what it needs
_LONGEST: Final = 200_000  # signs that one refusal may have


@define
class Watch:
    """Counts what a reader does, and keeps the inputs on which it fails."""

    reader: Reader
    folder: Path
    until: float
    runs: int = 0
    taken: int = 0
    slowest: float = 0
    failures: dict[str, str] = Factory(dict)
    told: float = Factory(time.monotonic)
    began: float = Factory(time.process_time)

    def __call__(self, data: bytes) -> None:
        """Give the reader one input."""
        from samverkan.errors import SamverkanError

        start = time.thread_time()
        try:
            self.reader.read(data)
            self.taken += 1
        except SamverkanError as error:
            told = str(error)
            if len(told) > _LONGEST:
                self.keep(data, "told at length")
        except Exception as error:  # noqa: BLE001  # this is what we are looking for
            self.keep(data, _signature(error))
        spent = time.thread_time() - start
        if spent > self.slowest:
            self.slowest = spent
            (self.folder / "slowest").write_bytes(data)
        if spent > MOST_SECONDS:
            self.keep(data, "slow")
        self.runs += 1
        if time.monotonic() - self.told > _EVERY or time.monotonic() > self.until:
            self.tell()

    def keep(self, data: bytes, signature: str) -> None:
        """Keep the first, and then the shortest, input of each failure."""
        name = hashlib.sha256(signature.encode()).hexdigest()[:12]
        file = self.folder / "failures" / name
        if not file.exists() or len(data) < file.stat().st_size:
            file.write_bytes(data)
        self.failures[name] = signature

    def tell(self) -> None:
        """Print where the run stands, and end it when its time is over."""
        self.told = time.monotonic()
        print(
            json.dumps(
                {
                    "runs": self.runs,
                    "taken": self.taken,
                    "cpu": round(time.process_time() - self.began, 2),
                    "slowest": round(self.slowest, 4),
                    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                    "failures": self.failures,
                }
            ),
            flush=True,
        )
        if self.told > self.until:
            os._exit(0)  # libFuzzer has no other way to stop from here


def _signature(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    where = next((each for each in reversed(frames) if "samverkan" in each.filename), frames[-1])
    return f"{type(error).__name__} in {Path(where.filename).name}:{where.name}: {' '.join(str(error).split())[:60]}"


def instrumented(name: str, seeds: Iterable[bytes]) -> Reader:
    """Give the reader with the branches of all that it imports laid open, which it does when it is first called."""
    reader = READERS[name]
    followed = ("samverkan.formats", "samverkan.model", *reader.packages)
    for known in [known for known in sys.modules if known.startswith(followed)]:
        del sys.modules[known]
    with atheris.instrument_imports(include=list(followed)):
        for seed in seeds:
            with suppress(Exception):  # the fuzzer will tell
                reader.read(seed)
    return reader


def main() -> None:
    """Run until the time is over."""
    name, seconds, folder, *corpora = sys.argv[1:]
    at, vocabulary = Path(folder), words(name)
    (at / "failures").mkdir(parents=True, exist_ok=True)
    seeds = [file.read_bytes() for corpus in corpora for file in sorted(Path(corpus).iterdir())[:_FIRST]]
    watch = Watch(instrumented(name, seeds), at, time.monotonic() + float(seconds))

    def mutated(data: bytes, most: int, seed: int) -> bytes:
        def change(part: bytes) -> bytes:
            new = atheris.Mutate(part, max(most, 1)) if seed % 2 else changed(part, vocabulary, seed)
            return bytes(new)

        return (inside(data, change, seed) if name == "sheets" else change(data))[:most]

    flags = [
        f"-max_len={watch.reader.longest}",
        f"-timeout={_HANG}",
        f"-rss_limit_mb={MOST_MEGABYTES}",
        f"-artifact_prefix={at}/failures/",
    ]
    atheris.Setup([sys.argv[0], *flags, *corpora], watch, custom_mutator=mutated)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
