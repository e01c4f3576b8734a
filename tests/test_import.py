from __future__ import annotations

import subprocess
import sys

HEAVY = {
    "babel",
    "cattrs",
    "click",
    "holidays",
    "icalendar",
    "networkx",
    "pendulum",
    "tomlkit",
    "tree_sitter",
    "tree_sitter_json",
    "tree_sitter_toml",
}


def test_importing_the_library_loads_no_heavy_library() -> None:
    program = "import sys, samverkan; print(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout.split()

    assert "samverkan" in loaded
    assert sorted(HEAVY & set(loaded)) == []
