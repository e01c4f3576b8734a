"""Where our pages lie for those who judge them: the sites of all real setups, one of several, one that means harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from samverkan.formats.bundled import bundled_names
from samverkan.formats.html.site import county_site, site

from ...formats.html.sites import HOSTILE, followed, member, published, reworded  # noqa: TID252  # tests are no package with a root

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.formats.html.site import Site


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sites, each into a folder of its own; one of them with results."""
    folder = tmp_path_factory.mktemp("sites")
    for name in bundled_names():
        _written(folder / name, site(followed() if name == "integration-pa-g" else member(published(name))))
    county = county_site([member(published(name)) for name in ("tranemo", "visioncenter")])
    # The pages of each are judged above, save for the way back to the list.
    _written(folder / "county", {path: county[path] for path in county if path.count("/") < 2 or "index" in path})
    _written(folder / "hostile", site(member(evolve(hostile(), id="hostile"))))
    return folder


def hostile() -> object:
    """Give a setup of which every word would like to be more than text."""
    turn = iter(range(10**6))
    return reworded(published("tranemo"), lambda _: HOSTILE[next(turn) % len(HOSTILE)])


def _written(folder: Path, files: Site) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
