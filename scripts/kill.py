"""Kill, end and refuse every verb that writes at as many points as it has, and count what stands afterwards.

``python scripts/kill.py [POINTS]`` takes up to POINTS points of each scene of ``tests/cli/faults.py`` (500 without a
number), prints a table and leaves with 1 where a file was lost or half-written. Linux; the superuser sees more.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, Final

PROGRAM: Final = Path(__file__).resolve().parents[1] / "tests" / "cli" / "faults.py"
POINTS: Final = "500"
ENDING: Final = ("SIGINT", "SIGTERM", "SIGHUP")
COLUMNS: Final = (
    "scene",
    "killed",
    "old",
    "new",
    "some of several",
    "asked to end",
    "refused",
    "other faults",
    "wrong",
)


def found(points: str) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Run the program in a folder that everybody may pass through."""
    with tempfile.TemporaryDirectory() as root:
        Path(root).chmod(0o755)
        done = subprocess.run([sys.executable, PROGRAM, root, points], capture_output=True, text=True, check=True)
        return dict(json.loads(done.stdout))


def is_wrong(fault: str, outcome: dict[str, Any]) -> bool:
    """Say whether something was lost, mixed, left over or told in more than a line."""
    if fault == "SIGKILL":
        disturbed = bool(outcome["again"]) and not outcome["again"].startswith("new ")
        return disturbed or bool(outcome["state"] == "broken")
    half = outcome["state"] == "broken" or (outcome["state"] == "some" and fault != "refused")
    return half or bool(outcome["left"]) or outcome["told"].count("\n") > 1


def row(scene: str, faults: dict[str, list[dict[str, Any]]]) -> list[str | int]:
    """Count the outcomes of one scene."""
    states = Counter(each["state"] for each in faults["SIGKILL"] if each["status"] < 0)
    wrong = sum(is_wrong(fault, each) for fault, many in faults.items() for each in many)
    others = sum(len(many) for fault, many in faults.items() if fault not in {"SIGKILL", "refused", *ENDING})
    killed, ended = states.total(), sum(len(faults[each]) for each in ENDING)
    return [
        scene,
        killed,
        states["old"],
        states["new"],
        states["some"],
        ended,
        len(faults["refused"]),
        others,
        wrong,
    ]


def main(points: str = POINTS) -> int:
    """Print the table."""
    rows = [row(scene, faults) for scene, faults in found(points).items()]
    total = ["together", *(sum(int(each[number]) for each in rows) for number in range(1, len(COLUMNS)))]
    print("|", " | ".join(COLUMNS), "|")
    print("|---" + "|---:" * (len(COLUMNS) - 1) + "|")
    for each in [*rows, total]:
        print("|", " | ".join(map(str, each)), "|")
    return int(bool(total[-1]))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
