"""A program for tests: the main use of every verb, each in a process of its own, in whatever environment this has.

``python verbs.py ROOT OUT [CWD]`` prints as JSON what each did: ``{verb: [status, printed, complained]}``. In ROOT lie
the files that it reads; it writes into OUT. With CWD it stands in a folder that is gone, and is installed where nobody
can write, as far as it may arrange that: ``"read-only"`` says so. The verbs are loaded once, so that each is a fork.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import tempfile
import traceback
from importlib import import_module
from pathlib import Path

from faults import BIND, RDONLY, REMOUNT, own_disk

import samverkan
from samverkan.cli import main
from samverkan.cli.door import VERBS
from samverkan.formats import json as as_json
from samverkan.formats import toml

MAIN = {
    "report": "report ROOT/alby.toml",
    "check": "check ROOT/alby.toml",
    "schedule": "schedule ROOT/alby.toml",
    "conformance": "conformance ROOT/alby.toml --as-of 2027-02-01",
    "network": "network ROOT/alby.toml --format json",
    "evaluate": "evaluate ROOT/alby.toml --as-of 2027-02-01",
    "competence": "competence ROOT/alby.toml",
    "voices": "voices tranemo ROOT/svar.csv --as-of 2016-04-10",
    "compare": "compare ROOT/alby.toml ROOT/berga.toml --as-of 2027-02-01",
    "forecast": "forecast ROOT/alby.toml --as-of 2027-02-01",
    "drill": "drill ROOT/alby.toml --as-of 2027-02-01",
    "whatif": "whatif ROOT/alby.toml --weekday moten=wed --as-of 2027-02-01 --results OUT/varianter.jsonl",
    "capacity": "capacity resurscentrum",
    "rollout": "rollout ROOT/alby.toml --start 2027-01-11 --as-of 2027-01-01 --format svg",
    "follow": "follow integration-pa-g --as-of 2010-04-10",
    "arrange": "arrange ROOT/alby.toml ROOT/berga.toml --solver greedy --as-of 2027-01-01 --format ical",
    "publish": "publish ROOT/alby.toml --to OUT/webb",
    "export": "export ROOT/alby.toml --format csv --to OUT/tabeller",
    "import": "import ROOT/bok.xlsx --output OUT/ny.toml",
    "new": "new --name Alby --municipality 1452 Tranemo --output OUT/alby.toml",
    "examples": "examples tranemo --output -",
}


def read_only() -> bool:
    """Have the package lie on a disk that takes no writing, for this process and its children alone."""
    package = Path(samverkan.__file__).parent
    if own_disk():
        mount, path = ctypes.CDLL(None, use_errno=True).mount, os.fsencode(package)
        assert mount(path, path, None, BIND, None) == 0
        assert mount(None, path, None, BIND | REMOUNT | RDONLY, None) == 0
    try:
        (package / "scratch").touch()
    except OSError:
        return True
    (package / "scratch").unlink()
    return False


def ended(verb: str, root: str, out: str) -> tuple[int, str, str]:
    """Run a verb, and give its exit status, what it printed and what it complained of."""
    line = [word.replace("ROOT", root).replace("OUT", out) for word in MAIN[verb].split()]
    with tempfile.TemporaryFile(dir=out) as printed, tempfile.TemporaryFile(dir=out) as told:
        child = os.fork()
        if child == 0:
            os.dup2(printed.fileno(), 1)
            os.dup2(told.fileno(), 2)
            sys.argv = ["samverkan", *line]
            status = 99
            try:
                main()
            except SystemExit as left:
                status = int(left.code or 0)
            except BaseException:  # noqa: BLE001  # the test is to see it
                traceback.print_exc()
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        for file in (printed, told):
            file.seek(0)
        return status, *(
            file.read().decode(errors="surrogateescape").replace(root, "ROOT").replace(out, "OUT")
            for file in (printed, told)
        )


def run(root: str, out: str, gone: str | None = None) -> None:
    os.umask(0o077)
    assert set(MAIN) == set(VERBS)
    found: dict[str, object] = {} if gone is None else {"read-only": read_only()}
    for verb in VERBS:
        import_module(f"samverkan.cli.{verb}_" if verb == "import" else f"samverkan.cli.{verb}")
    as_json.loads(as_json.dumps(toml.loads(Path(root, "alby.toml").read_text(encoding="utf-8"))))
    if gone is not None:
        os.chdir(gone)
        Path(gone).rmdir()
    found |= {verb: ended(verb, root, out) for verb in VERBS}
    sys.stdout.buffer.write(json.dumps(found).encode())
    sys.stdout.flush()


if __name__ == "__main__":
    run(*sys.argv[1:])
