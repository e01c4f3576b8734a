"""The Nu checker finds every page to be HTML as the standard has it, and the style sheet to be CSS."""

from __future__ import annotations

import json
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent


def test_every_page_is_valid(sites: Path, install: Callable[[Path], Path]) -> None:
    if shutil.which("java") is None:
        pytest.skip("Java is not installed (scripts/browser.sh does that), so the Nu checker cannot judge")
    (jar,) = (install(HERE) / "node_modules" / "vnu-jar").rglob("vnu.jar")
    command = ["java", "-jar", str(jar), "--format", "json", "--skip-non-html", str(sites)]

    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)

    explained = tomllib.loads((HERE / "explained.toml").read_text(encoding="utf-8"))["nu"]
    accepted = tuple(each["begins"] for each in explained)
    found = json.loads(done.stderr)["messages"]
    assert {each["message"] for each in found if not each["message"].startswith(accepted)} == set()
    assert [each for each in accepted if not any(message["message"].startswith(each) for message in found)] == []
