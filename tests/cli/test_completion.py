"""What Tab offers, asked as a shell asks it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BASH = shutil.which("bash") or ""


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
        ("samverkan schedule lots", ["plain,lots-ockelbo", "plain,lots-i-var-kommun.toml"]),
        ("samverkan schedule var", ["file,var"]),
        ("samverkan schedule tranemo --output x", ["file,x"]),
        ("samverkan no-such-verb --fo", []),
    ],
)
def test_words_that_begin_so_and_files(
    line: str, found: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("lots-i-var-kommun.toml", "lots.docx", "var.toml"):
        Path(name).touch()

    assert offered(line) == found


@pytest.mark.skipif(not BASH, reason="there is no bash here")
def test_bash_keeps_the_setups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ours = Path(sys.executable).with_name("samverkan")
    script = f"""
        eval "$(_SAMVERKAN_COMPLETE=bash_source {ours})"
        COMP_WORDS=(samverkan report lots) COMP_CWORD=2
        _samverkan_completion {ours}
        echo "${{COMPREPLY[@]}}"
    """

    done = subprocess.run([BASH, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "lots-ockelbo\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script(shell: str) -> None:
    environment = {**os.environ, "_SAMVERKAN_COMPLETE": f"{shell}_source"}
    command = [sys.executable, "-c", "from samverkan.cli import main; main()"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert "samverkan" in done.stdout
    assert f"{shell}_complete" in done.stdout
