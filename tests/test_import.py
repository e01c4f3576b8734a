from __future__ import annotations

import subprocess
import sys

import samverkan

HEAVY = {
    "babel",
    "cattrs",
    "click",
    "highspy",
    "holidays",
    "icalendar",
    "jinja2",
    "networkx",
    "numpy",
    "pendulum",
    "simpy",
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


def test_every_name_that_is_promised_can_be_loaded() -> None:
    assert all(getattr(samverkan, name) is not None for name in samverkan.__all__)


def test_a_name_of_a_function_is_not_replaced_by_the_module_that_it_comes_from() -> None:
    program = (
        "import samverkan.planning.conformance, samverkan.formats.ical, samverkan.planning.schedule, samverkan;"
        "import samverkan.steps.rollout;"
        "print(*(callable(getattr(samverkan, name)) for name in"
        " ('schedule', 'merged', 'conformance', 'clashes_with', 'feed', 'busy', 'rollout')))"
    )

    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout

    assert told.split() == ["True"] * 7
