"""What became of each change, kept line by line so that a run may be broken off, and told as a score."""

from __future__ import annotations

import json
import math
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import asdict, define, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from changes import Change


@frozen(kw_only=True)
class Result:
    """What became of a change: the test that noticed it, a limit that it hit, or neither."""

    key: str
    line: int
    how: str
    by: str | None = None
    limit: bool = False
    tests: int = 0

    @property
    def killed(self) -> bool:
        """Whether it was noticed."""
        return self.by is not None or self.limit


@define
class Results:
    """The results of a room in a file; the last line about a change is what counts."""

    path: Path

    def read(self) -> dict[str, Result]:
        """Give the last result of each change."""
        if not self.path.exists():
            return {}
        lines = self.path.read_text(encoding="utf-8").splitlines()
        return {result.key: result for result in (Result(**json.loads(line)) for line in lines)}

    def add(self, result: Result) -> None:
        """Write one result."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(result)) + "\n")


def wilson(killed: int, tried: int) -> tuple[float, float]:
    """Give the interval in which the share lies with 95 per cent certainty, had more been tried (Wilson, 1927)."""
    z = 1.96
    share, weight = killed / tried, z * z / tried
    middle, half = share + weight / 2, z * math.sqrt(share * (1 - share) / tried + weight / tried / 4)
    return (middle - half) / (1 + weight), (middle + half) / (1 + weight)


def table(every: Iterable[Change], results: dict[str, Result]) -> str:
    """Tell how many of the changes in each folder were tried and killed, and then each survivor's place."""
    counts: dict[str, Counter[str]] = {}
    survivors = []
    for change in every:
        row = counts.setdefault(change.folder, Counter())
        row["changes"] += 1
        result = results.get(change.key)
        if result is None:
            continue
        if result.how == "same":
            row["same"] += 1
            continue
        row.update(("tried", "killed") if result.killed else ("tried",))
        if not result.killed:
            survivors.append(f"{change.module}:{change.line} {change.operator} {change.occurrence}\n{change.diff()}")
    counts["all"] = sum(counts.values(), Counter())
    lines = ["| folder | changes | same code | tried | killed |", "| --- | ---: | ---: | ---: | ---: |"]
    for folder, row in counts.items():
        lines.append(f"| {folder} | {row['changes']} | {row['same']} | {row['tried']} | {row['killed']} |")
    total = counts["all"]
    if total["tried"]:
        low, high = wilson(total["killed"], total["tried"])
        share = total["killed"] / total["tried"]
        lines.append(f"\n{share:.1%} killed; 95 per cent interval if this is a sample: {low:.1%}–{high:.1%}\n")
    return "\n".join(lines + sorted(survivors))
