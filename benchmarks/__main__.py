"""All ratios in one table: `python -m benchmarks`."""

from __future__ import annotations

from benchmarks import clashing, expanding, feeding, judging, networks
from benchmarks.table import show

EXPANDED, CLASHED = list(expanding.rows()), list(clashing.rows())
show([*EXPANDED, *CLASHED, *feeding.rows(), *judging.rows(), *networks.rows()])
print(f"\n{clashing.told(CLASHED)}")
