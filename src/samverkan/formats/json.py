"""Collaborations as JSON, the form in which programs pass them on; the keys are those of the TOML form."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NoReturn

from samverkan.errors import Fault, InvalidCollaborationError, InvalidValueError
from samverkan.formats import document
from samverkan.formats.intake import checked, place_at
from samverkan.formats.syntax import number

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.formats.places import Places
    from samverkan.model.collaboration import Collaboration


def loads(text: str, *, name: str = "<text>") -> Collaboration:
    """Read a collaboration from JSON text, or tell every fault in it; dates are ISO text."""
    text = checked(text, name)
    doubled: list[bool] = []

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        table = dict(pairs)
        if len(table) < len(pairs):
            doubled.append(True)
        return table

    try:
        data = json.loads(text, object_pairs_hook=once, parse_float=number, parse_constant=_no_constant)
    except ValueError as error:
        raise InvalidCollaborationError(_syntax(text, name, error)) from None
    if doubled:
        raise InvalidCollaborationError(_duplicates(text, name))
    if half := re.search(r"\\u[dD][89abAB]", text):
        _whole_signs(data, text, half.start(), name)
    return document.collaboration(data, text=text, name=name, find=_find)


def dumps(collaboration: Collaboration) -> str:
    """Write a collaboration as JSON text that ``loads`` makes the same collaboration of."""
    return json.dumps(document.document(collaboration), ensure_ascii=False, indent=2, default=_iso) + "\n"


def _iso(day: dt.date) -> str:
    return day.isoformat()


def _no_constant(word: str) -> NoReturn:
    raise InvalidValueError("syntax", f"{word} is no number of JSON")


def _whole_signs(data: object, text: str, at: int, name: str) -> None:
    try:
        json.dumps(data, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError:
        fault = Fault("bad-text", "half a sign stands here (a lone surrogate)", location=place_at(text, at, name))
        raise InvalidCollaborationError([fault]) from None


def _syntax(text: str, name: str, error: ValueError) -> tuple[Fault, ...]:
    from samverkan.formats.json_tree import json_misfits

    if faults := json_misfits(text, name):
        return faults
    # What the parser refuses and the grammar lets pass: a sign in a string, a number of thousands of digits.
    told = error.msg if isinstance(error, json.JSONDecodeError) else "a number is too long"
    at = error.pos if isinstance(error, json.JSONDecodeError) else 0
    return (Fault("syntax", told[:1].lower() + told[1:], location=place_at(text, at, name)),)


def _duplicates(text: str, name: str) -> tuple[Fault, ...]:
    from samverkan.formats.json_tree import json_duplicates

    return json_duplicates(text, name)


def _find(text: str) -> Places:
    # tree-sitter is loaded only when there is a fault to point at.
    from samverkan.formats.json_tree import json_places

    return json_places(text)
