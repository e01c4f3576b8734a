"""Judges in JavaScript: installed into a folder of their own, and asked one text after the other."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    Ask: TypeAlias = Callable[[str, str], object]
    Judges: TypeAlias = Callable[..., AbstractContextManager[Ask]]


@pytest.fixture(scope="session")
def install(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Give a function that installs what a folder's package.json names; without Node or its registry tests are skipped.

    The scripts of the folder are copied beside it.
    """

    def installed(here: Path) -> Path:
        npm, node = shutil.which("npm"), shutil.which("node")
        names = " and ".join(json.loads((here / "package.json").read_text(encoding="utf-8"))["dependencies"])
        if npm is None or node is None:
            pytest.skip(f"Node with npm is not installed, so {names} cannot judge")
        folder = tmp_path_factory.mktemp("javascript")
        for file in (here / "package.json", *here.glob("*.mjs")):
            shutil.copy(file, folder)
        version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
        newer = [] if int(version.strip("v\n").split(".")[0]) >= 20 else ["node@20"]  # what node-ical and jsdom need
        command = [npm, "install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--silent", *newer]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
        if done.returncode:
            pytest.skip(f"npm cannot install {names}: {done.stderr.strip()[-200:]}")
        return folder

    return installed


@pytest.fixture(scope="session")
def judges() -> Judges:
    """Give a context in which a script of an installed folder runs; it takes and gives a line of JSON at a time."""

    @contextmanager
    def running(folder: Path, script: str, **environment: str) -> Iterator[Ask]:
        own = folder / "node_modules" / ".bin" / "node"
        command, around = [str(own) if own.exists() else "node", script], {**os.environ, **environment}
        pipe = subprocess.PIPE
        with subprocess.Popen(
            command, cwd=folder, env=around, stdin=pipe, stdout=pipe, text=True, encoding="utf-8"
        ) as process:

            def ask(reader: str, text: str) -> object:
                assert process.stdin is not None
                assert process.stdout is not None
                process.stdin.write(json.dumps({"reader": reader, "text": text}) + "\n")
                process.stdin.flush()
                answer = json.loads(process.stdout.readline())
                assert not isinstance(answer, str), answer
                return answer

            yield ask

    return running
