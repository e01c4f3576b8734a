"""Every verb's main use where little is as usual: locale, encoding, terminal, home, clock, folder and install."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .faults import DAY, FILE
from .faults import run as samverkan

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the verbs are forked, as POSIX has it")

PROGRAM = Path(__file__).with_name("verbs.py")
DATA = ("network", "rollout", "arrange", "examples")
"""The verbs that are asked for JSON, a picture, a calendar and a file: the same bytes wherever it is."""
FOUND = {"conformance": 3, "evaluate": 3, "competence": 3, "forecast": 3, "capacity": 3}
"""The exit statuses of what is not known; the others are 0."""

Told = dict[str, tuple[int, str, str]]


def told(root: Path, name: str, gone: bool = False, **environment: str) -> Told:  # noqa: FBT001, FBT002  # of tests
    """Run every verb in an environment that holds nothing else."""
    (root / name).mkdir()
    command = [sys.executable, str(PROGRAM), str(root / "files"), str(root / name)]
    if gone:
        (root / "gone").mkdir()
        command.append(str(root / "gone"))
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, check=False, env=environment, timeout=300
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    found: Told = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("environments")
    (files := root / "files").mkdir()
    for id_ in ("alby", "berga"):
        (files / f"{id_}.toml").write_text(FILE.format(id=id_), encoding="utf-8")
    (files / "svar.csv").write_text(
        "organisation;roll;kriterium;svar;datum\narbetsformedlingen;chef;6.2;uppfyllt;2016-03-20\n", encoding="utf-8"
    )
    assert samverkan("export", str(files / "alby.toml"), *DAY, "--output", str(files / "bok.xlsx")) == 0
    return root


@pytest.fixture(scope="module")
def usual(root: Path) -> Told:
    return told(root, "usual", LC_ALL="C.UTF-8", COLUMNS="80", HOME=str(root), TERM="xterm")


def test_every_verb_does_its_work_in_the_usual_one(usual: Told) -> None:
    assert {verb: (status, complained) for verb, (status, _, complained) in usual.items()} == {
        verb: (FOUND.get(verb, 0), "") for verb in usual
    }


def test_the_c_locale_a_narrow_window_no_home_and_another_zone_change_the_width_alone(root: Path, usual: Told) -> None:
    odd = told(root, "odd", LC_ALL="C", COLUMNS="40", TERM="dumb", NO_COLOR="1", TZ="Pacific/Chatham")

    for verb, (status, printed, complained) in odd.items():
        assert (status, complained) == (usual[verb][0], ""), verb
        if verb in DATA:
            assert printed == usual[verb][1], verb
        else:
            # Paths are not broken, and what says where files are is not wrapped.
            wide = [line for line in printed.splitlines() if len(line) > 40 and "OUT" not in line]
            assert wide == [], verb
            assert printed.split() == usual[verb][1].split() or printed.count("\n") > usual[verb][1].count("\n"), verb


@pytest.fixture(scope="module")
def bare(root: Path) -> Told:
    return told(
        root,
        "bare",
        gone=True,
        LC_ALL="POSIX",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
        PYTHONIOENCODING="ascii",
        HOME="/nonexistent",
        TZ="no/zone at all",
        COLUMNS="80",
    )


def test_an_ascii_terminal_in_a_folder_that_is_gone_gets_a_question_mark_for_each_sign(bare: Told, usual: Told) -> None:
    for verb, found in usual.items():
        status, printed, complained = bare[verb]
        assert (status, complained) == (found[0], ""), verb
        if verb in DATA:
            assert printed == found[1], verb
        else:
            assert printed == found[1].encode("ascii", errors="replace").decode(), verb


def test_an_install_that_nobody_can_write_to_is_no_hindrance(bare: Told) -> None:
    if not bare["read-only"]:
        pytest.skip("only the superuser of Linux can have a disk of his own for the package")
    assert all(found[2] == "" for verb, found in bare.items() if verb != "read-only")
