from __future__ import annotations

import subprocess
import sys

import pytest

import samverkan.testing

WITHOUT_HYPOTHESIS = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "hypothesis":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
"""


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, text=True)


def test_without_hypothesis_a_strategy_tells_how_to_install_it() -> None:
    told = run(f"{WITHOUT_HYPOTHESIS}\nfrom samverkan.testing import bodies").stderr.splitlines()[-1]

    assert told == (
        "ModuleNotFoundError: samverkan.testing.bodies needs Hypothesis;"
        ' install it with: pip install "samverkan[testing]"'
    )


def test_without_hypothesis_a_check_still_works() -> None:
    found = run(
        f"{WITHOUT_HYPOTHESIS}\nfrom samverkan.testing import check_collaboration"
        "\nfrom samverkan.model.collaboration import Collaboration"
        "\ncheck_collaboration(Collaboration(id='a', name='b'))"
    )

    assert (found.returncode, found.stderr) == (0, "")


def test_importing_the_package_loads_neither_hypothesis_nor_the_model() -> None:
    loaded = run("import sys, samverkan.testing; print(*sys.modules)").stdout.split()

    assert "hypothesis" not in loaded
    assert not [name for name in loaded if name.startswith("samverkan.model")]


def test_every_public_name_is_there() -> None:
    assert all(getattr(samverkan.testing, name) is not None for name in samverkan.testing.__all__)
    assert samverkan.testing.__all__ == sorted(samverkan.testing.__all__)
    assert set(samverkan.testing.__all__) <= set(dir(samverkan.testing))


def test_a_name_that_is_not_public_is_missed_as_usual() -> None:
    with pytest.raises(AttributeError, match=r"module 'samverkan\.testing' has no attribute 'persons'"):
        _ = samverkan.testing.persons  # type: ignore[attr-defined]
