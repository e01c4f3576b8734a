from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

if TYPE_CHECKING:
    import pytest

CONTRACTS = Path(__file__).parents[1] / "pyproject.toml"


def test_every_module_stays_on_its_floor(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(CONTRACTS), no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out
