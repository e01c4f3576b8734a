"""What Tab offers, asked as a shell asks it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def offered(line: str, shell: str = "bash") -> list[str]:
    """Ask for what may stand where the line ends."""
    environment = {
        **os.environ,
        "_SAMVERKAN_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-m", "samverkan"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("samverkan sch", ["plain,schedule"]),
        ("samverkan schedule --for", ["plain,--format"]),
        ("samverkan schedule --format i", ["plain,ical"]),
        ("samverkan evaluate --lang ", ["plain,sv", "plain,en"]),
        ("samverkan schedule lots", ["plain,lots-ockelbo", "file,lots"]),
        ("samverkan schedule tranemo --output x", ["file,x"]),
        ("samverkan no-such-verb --fo", []),
    ],
)
def test_words_that_begin_so_and_files(line: str, found: list[str]) -> None:
    assert offered(line) == found


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script(shell: str) -> None:
    environment = {**os.environ, "_SAMVERKAN_COMPLETE": f"{shell}_source"}
    command = [sys.executable, "-c", "from samverkan.cli import main; main()"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert "samverkan" in done.stdout
    assert f"{shell}_complete" in done.stdout
