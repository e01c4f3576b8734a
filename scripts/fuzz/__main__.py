"""Give every reader the files that strangers may have written, mended ever closer to what it takes (*fuzzning*).

Run from the checkout, in an environment with the groups ``test`` and ``fuzz``:

    python scripts/fuzz --seconds 5
    python scripts/fuzz collaboration json --runs 1000000

Each reader works in a process of its own, one after the other, and so many seconds a round; with ``--runs`` there are
as many rounds as it takes until so many executions are on record. What was found goes into ``build/fuzz``: the inputs
that led to new branches, those that failed, and a line for each stretch of work, so that the next run goes on.
``--known`` tells what is on record, ``--keep`` chooses the smallest inputs that reach as much and puts them into the
repository. The exit status is 1 if anything failed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from keeping import CORPUS, kept
from readers import READERS
from records import Record, Records, states, table
from words import dictionary

ROOT: Final = Path(__file__).resolve().parents[2]
_COVERED: Final = re.compile(rb"cov: (\d+)")
_GRACE: Final = 600  # seconds on the clock for the start, on a machine that is busy with other things


def main() -> int:
    """Run the readers, or tell what is on record."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reader", nargs="*", metavar="READER", help=f"one of {', '.join(READERS)}; all otherwise")
    parser.add_argument("--seconds", type=float, default=30, help="how long each reader works in a round")
    parser.add_argument("--runs", type=int, default=0, help="rounds until so many executions are on record")
    parser.add_argument("--jobs", type=int, default=1, help="how many readers work at a time")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "fuzz", help="where it goes on")
    parser.add_argument("--known", action="store_true", help="only tell what is on record")
    parser.add_argument("--keep", action="store_true", help="choose the corpus of the repository anew")
    asked = parser.parse_args()
    names = asked.reader or list(READERS)
    if unknown := set(names) - set(READERS):
        parser.error(f"there is no reader {', '.join(sorted(unknown))}; there are: {', '.join(READERS)}")
    asked.folder.mkdir(parents=True, exist_ok=True)
    records = Records(asked.folder / "runs.jsonl")
    if asked.keep:
        print("\n".join(kept(name, asked.folder / name / "corpus") for name in names))
        return 0
    found = [] if asked.known else rounds(names, records, asked)
    shown = found if found and not asked.runs else [each for each in records.read() if each.reader in names]
    print(table(shown))
    print(states(shown))
    return 1 if any(each.failures for each in shown) else 0


def rounds(names: list[str], records: Records, asked: argparse.Namespace) -> list[Record]:
    """Let each reader work for a while, and again until so many executions are on record."""
    found: list[Record] = []
    with ThreadPoolExecutor(asked.jobs) as pool:
        while True:
            for record in pool.map(lambda name: stretch(name, asked.folder / name, asked.seconds), names):
                found.append(record)
                records.add(record)
            if sum(each.runs for each in records.read() if each.reader in names) >= asked.runs:
                return found


def stretch(name: str, folder: Path, seconds: float) -> Record:
    """Let one reader work for a while; a process that ends before its time has found what no reader may do."""
    corpora = [folder / "corpus", CORPUS / name]
    for each in corpora:
        each.mkdir(parents=True, exist_ok=True)
    (folder / "words").write_text(dictionary(name), encoding="ascii")
    worker = str(Path(__file__).with_name("worker.py"))
    line = [sys.executable, worker, name, str(seconds), str(folder), *map(str, corpora)]
    start = time.monotonic()
    try:
        ran = subprocess.run(line, capture_output=True, check=False, timeout=seconds + _GRACE)
        told, log, status = ran.stdout, ran.stderr, ran.returncode
    except subprocess.TimeoutExpired as over:
        told, log, status = over.stdout or b"", over.stderr or b"", -1
    (folder / "log").write_bytes(log[-100_000:])
    last = json.loads((told.splitlines() or [b"{}"])[-1])
    failures = [f"{name}: {signature} ({file})" for file, signature in last.get("failures", {}).items()]
    if status:
        failures.append(f"{name}: the process ended with {status}; see {folder / 'log'}")
    covered = [int(number) for number in _COVERED.findall(log)] or [0]
    return Record(
        reader=name,
        code=state(),
        day=dt.datetime.now(tz=dt.UTC).date().isoformat(),
        runs=last.get("runs", 0),
        taken=last.get("taken", 0),
        seconds=round(time.monotonic() - start, 1),
        cpu=last.get("cpu", 0),
        before=covered[0],
        after=covered[-1],
        slowest=last.get("slowest", 0),
        megabytes=last.get("megabytes", 0),
        failures=failures,
    )


def state() -> str:
    """Name the state of the library by what its modules say."""
    modules = sorted((ROOT / "src").rglob("*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in modules)).hexdigest()[:12]


if __name__ == "__main__":
    sys.exit(main())
