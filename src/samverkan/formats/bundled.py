"""The collaborations that come with the library, by name."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from samverkan.errors import UnknownNameError
from samverkan.formats import toml

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from samverkan.model.collaboration import Collaboration

_SUFFIX = ".toml"


def bundled_names() -> tuple[str, ...]:
    """List the names of the collaborations that come with the library, in the order of the alphabet."""
    return tuple(sorted(_files()))


def bundled(name: str) -> Collaboration:
    """Read the collaboration that comes with the library under this name, or say which names there are."""
    return toml.loads(bundled_text(name), name=f"{name}{_SUFFIX}")


def bundled_text(name: str) -> str:
    """Give the text of a bundled file, comments and all."""
    found = _files()
    if name not in found:
        raise UnknownNameError("bundled collaboration", name, sorted(found))
    return found[name].read_text(encoding="utf-8")


def _files() -> dict[str, Traversable]:
    # importlib.resources knows the files in a wheel and in a zip as well as on disk.
    folder = files("samverkan.collaborations")
    return {file.name.removesuffix(_SUFFIX): file for file in folder.iterdir() if file.name.endswith(_SUFFIX)}
