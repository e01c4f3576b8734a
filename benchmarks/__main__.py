"""All ratios in one table: `python -m benchmarks`."""

from __future__ import annotations

from benchmarks import clashing, expanding, feeding
from benchmarks.table import show

EXPANDED, CLASHED, FED = list(expanding.rows()), list(clashing.rows()), list(feeding.rows())
show([*EXPANDED, *CLASHED, *FED])
print(f"\n{clashing.told(CLASHED)}")
