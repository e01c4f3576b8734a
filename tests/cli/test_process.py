"""The command as a process: pipes, interrupts, encodings and bare environments."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from samverkan.formats.bundled import bundled_text

COMMAND = [sys.executable, "-m", "samverkan"]


def samverkan(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, check=False, env=environment, timeout=60)


def test_it_works_in_the_c_locale_without_a_home() -> None:
    result = samverkan("examples", LC_ALL="C")

    assert (result.returncode, result.stderr) == (0, b"")
    assert "platser" in result.stdout.decode("utf-8")


def test_a_terminal_that_lacks_a_sign_gets_a_question_mark() -> None:
    result = samverkan("report", "tranemo", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert result.returncode == 0
    assert b"Traceback" not in result.stderr
    assert result.stdout.isascii()


def test_json_is_utf_8_whatever_the_terminal_says() -> None:
    result = samverkan("schedule", "tranemo", "--format", "json", PYTHONIOENCODING="latin-1", PYTHONUTF8="0")

    assert json.loads(result.stdout.decode("utf-8"))["collaboration"] == "tranemo"


def test_a_reader_that_leaves_early_is_no_error() -> None:
    with subprocess.Popen(
        [*COMMAND, "network", "tranemo", "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        told = process.stderr.read()

    assert (told, process.returncode) == (b"", 141)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_behind_a_redirection_is_told_in_a_line() -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run([*COMMAND, "examples"], stdout=full, stderr=subprocess.PIPE, check=False, env={})

    assert (result.returncode, result.stderr.decode()) == (
        2,
        "samverkan: disken är full, så det som skrevs ut är inte helt; med --output får du allt eller inget\n",
    )


@pytest.mark.skipif(os.name != "posix", reason="a shell as POSIX has it")
@pytest.mark.parametrize(
    ("closed", "line", "status", "told"),
    [
        (">&-", "examples", 2, "samverkan: det finns ingenstans att skriva ut; ange en fil med --output\n"),
        ("<&-", "check -", 2, "samverkan: - är tom; väntade en fil som börjar med ”format = 1” [empty-file]\n"),
        ("<&- >&- 2>&-", "examples tranemo --output ut.toml", 0, ""),
    ],
)
def test_a_stream_that_is_closed_is_no_fault_of_ours_and_no_file_takes_its_place(
    tmp_path: Path, closed: str, line: str, status: int, told: str
) -> None:
    command = ["sh", "-c", f'exec "$@" {closed}', "sh", *COMMAND, *line.split()]
    done = subprocess.run(command, capture_output=True, check=False, cwd=tmp_path, timeout=60)

    assert (done.returncode, done.stdout, done.stderr.decode()) == (status, b"", told)
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert written == ({"ut.toml": bundled_text("tranemo")} if "--output" in line else {})


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_an_interrupt_ends_it_without_a_word() -> None:
    # Whoever starts the tests in the background has interrupts ignored, and a child would inherit that.
    heeding = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    with subprocess.Popen(
        [sys.executable, "-c", f"{heeding}; from samverkan.cli import main; main()", "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        time.sleep(1.5)  # until it waits for its input
        process.send_signal(signal.SIGINT)
        printed, told = process.communicate(timeout=30)

    assert (printed, told.strip(), process.returncode) == (b"", b"", 130)


def test_help_loads_nothing_that_only_verbs_need() -> None:
    program = """if True:
        import sys
        from samverkan.cli import main
        sys.argv = ["samverkan", "--help"]
        try:
            main()
        finally:
            print(*sys.modules)
    """
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)

    loaded = set(result.stdout.split())
    assert loaded.isdisjoint({"networkx", "pendulum", "icalendar", "cattrs", "tomlkit", "tree_sitter", "holidays"})
    assert "samverkan.model.collaboration" not in loaded


def test_two_runs_give_the_same_bytes() -> None:
    for verb in ("schedule", "network"):
        one, other = (samverkan(verb, "tranemo", "--format", "json", PYTHONHASHSEED=seed) for seed in ("1", "2"))
        assert one.stdout == other.stdout
