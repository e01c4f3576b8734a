"""The root of a collaboration file, the same in TOML and JSON: its format number and the collaboration."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from samverkan.errors import Fault, InvalidCollaborationError
from samverkan.formats.joint import joint_faults
from samverkan.formats.places import MAX_FAULTS, located
from samverkan.formats.refusal import Refused, told
from samverkan.formats.structure import structure
from samverkan.formats.unstructure import table_of
from samverkan.model.collaboration import Collaboration

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.formats.places import Places

FORMAT = 1
"""The version of the file format; a change that old files do not survive raises it."""

SCHEMA = "$schema"
"""The key by which an editor finds the schema; it says nothing of the collaboration."""

_Table: TypeAlias = "dict[str, object]"


def document(collaboration: Collaboration) -> _Table:
    """Give the plain data of a whole file."""
    return {"format": FORMAT, **table_of(collaboration)}


def collaboration(data: object, *, text: str, name: str, find: Callable[[str], Places]) -> Collaboration:
    """Make the collaboration that a parsed file describes, or tell every fault with its place in ``text``."""
    try:
        return structure(of_this_format(data, Collaboration), Collaboration)
    except Refused as refusal:
        faults = refusal.faults
    if isinstance(data, dict) and len(faults) < MAX_FAULTS:
        faults = (*faults, *joint_faults(data, faults))
    raise InvalidCollaborationError(located(faults, text, name, find))


def of_this_format(data: object, cls: type) -> object:
    """Give what stands beside the format number of a file, or refuse another format; ``cls`` is what the file holds."""
    if not isinstance(data, dict):
        raise Refused([Fault("wrong-type", f"{told(data)} is no collaboration", expected="a table with format = 1")])
    version = data.get("format")
    if type(version) is int and version == FORMAT:
        return {key: value for key, value in data.items() if key not in {"format", SCHEMA}}
    expected = f"format = {FORMAT}"
    if version is None:
        missing = Fault("missing-key", "the key “format” is missing", ("format",), expected)
        raise Refused([missing, *_faults({**data, "format": FORMAT}, cls)])
    message = f"this version reads format {FORMAT}, and the file says {told(version)}"
    raise Refused([Fault("unknown-format", message, ("format",), expected)])


def _faults(data: _Table, cls: type) -> tuple[Fault, ...]:
    try:
        structure(of_this_format(data, cls), cls)
    except Refused as refusal:
        return refusal.faults
    return ()
