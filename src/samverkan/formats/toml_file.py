"""A file in TOML (*fil*): parsed with every fault told, and read and written where it holds no collaboration."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, TypeVar

from samverkan.formats.document import FORMAT, of_this_format
from samverkan.formats.intake import checked
from samverkan.formats.joint import joint_faults
from samverkan.formats.layout import toml_text
from samverkan.formats.places import located
from samverkan.formats.refusal import Refused
from samverkan.formats.structure import structure
from samverkan.formats.syntax import number, syntax_faults
from samverkan.formats.unstructure import table_of

if TYPE_CHECKING:
    from attrs import AttrsInstance

    from samverkan.errors import InvalidFileError
    from samverkan.formats.places import Places

T = TypeVar("T")


def loads(text: str, cls: type[T], *, name: str, error: type[InvalidFileError]) -> T:
    """Make of TOML text the value that it describes, or tell every fault by ``error``; ``name`` is what they call it.

    Raises ``UnreadableFileError`` where the text cannot be taken in at all.
    """
    text = checked(text, name)
    data = parsed(text, name=name, error=error)
    try:
        return structure(of_this_format(data, cls), cls)
    except Refused as refusal:
        faults = (*refusal.faults, *joint_faults(data, refusal.faults, cls))
        raise error(located(faults, text, name, places)) from None


def dumps(value: AttrsInstance) -> str:
    """Write a value as TOML text that ``loads`` makes the same value of."""
    return toml_text({"format": FORMAT, **table_of(value)})


def parsed(text: str, *, name: str, error: type[InvalidFileError]) -> dict[str, Any]:
    """Parse TOML text that was let in, or tell by ``error`` all that keeps it from being TOML."""
    try:
        return tomllib.loads(text, parse_float=number)
    except ValueError:
        raise error(syntax_faults(text, name)) from None


def places(text: str) -> Places:
    """Find the places of all keys and values; tree-sitter is loaded only here, where there is a fault to point at."""
    from samverkan.formats.toml_tree import toml_places

    return toml_places(text)
