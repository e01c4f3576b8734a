"""The JSON Schema (draft-07) of the collaboration file, drawn from the model itself, for editors and other programs."""

from __future__ import annotations

import datetime as dt
import inspect
import json
import sys
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, get_args, get_origin

import attrs

from samverkan.checklist.own.checklist import OwnChecklist
from samverkan.formats.document import FORMAT, SCHEMA
from samverkan.formats.hints import (
    ABSENT,
    DISPUTED,
    KIND,
    Hint,
    Slot,
    date_field,
    id_from,
    is_items,
    is_table,
    is_union,
    item_of,
    kind_of,
    short_form,
    short_slot,
    slots_of,
)
from samverkan.formats.scalars import DATE, FRACTION, TIME
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Claim, Disputed
from samverkan.steps.plan import StepPlan

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = f"samverkan-{FORMAT}.schema.json"
"""The name under which the schema lies in the package, beside this module."""

_Schema: TypeAlias = dict[str, Any]

_DATE: _Schema = {"type": "string", "format": "date", "pattern": f"^{DATE}$"}
_LEAVES: dict[object, _Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    dt.date: _DATE,
    dt.time: {"type": "string", "pattern": f"^{TIME}$"},
    Fraction: {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{FRACTION}$"}]},
}


CHECKLIST_FILE = f"samverkan-checklist-{FORMAT}.schema.json"
"""The name under which the schema of a checklist of one's own lies beside it."""


STEPS_FILE = f"samverkan-steps-{FORMAT}.schema.json"
"""The name under which the schema of the steps of a rollout lies beside it."""


def schema() -> _Schema:
    """Give the schema of a whole file; dates count as text, as in JSON."""
    return _whole(Collaboration, "collaboration")


def checklist_schema() -> _Schema:
    """Give the schema of a file that holds a checklist of one's own."""
    return _whole(OwnChecklist, "checklist")


def steps_schema() -> _Schema:
    """Give the schema of a file that holds the steps of a rollout."""
    return _whole(StepPlan, "steps")


def _whole(cls: type, what: str) -> _Schema:
    walk = _Walk()
    root = walk.table(cls, None)
    root["properties"] = {SCHEMA: {"type": "string"}, "format": {"const": FORMAT}, **root["properties"]}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:samverkan:{what}-file:{FORMAT}",  # taplo takes no schema with a relative one
        "title": f"samverkan {what} file, format {FORMAT}",
        **root,
        "required": ["format", *root["required"]],
        "definitions": dict(sorted(walk.definitions.items())),
    }


def schema_text(data: _Schema | None = None) -> str:
    """Give a schema as the package ships it: that of the collaboration file, or another."""
    return json.dumps(schema() if data is None else data, ensure_ascii=False, indent=1) + "\n"


@attrs.define
class _Walk:
    """A walk through the types of the model, which gathers a definition of each class that it meets."""

    definitions: dict[str, _Schema] = attrs.Factory(dict)

    def of(self, hint: Hint, given: str | None = None) -> _Schema:
        """Describe a type; ``given`` is the field that the key of a table fills, so that it stands in no item."""
        if is_union(hint):
            return self.named(_alias(hint), given, lambda: self.any_of(hint, given))
        if is_items(hint):
            return {"type": "array", "items": self.of(item_of(hint))}
        if is_table(hint):
            return self.item(hint, given)  # type: ignore[arg-type]  # is_table says that it is a class
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self.named(hint.__name__, None, lambda: _words(hint))
        return _LEAVES[hint]

    def item(self, cls: type, given: str | None) -> _Schema:
        return self.named(cls.__name__, given, lambda: self.whole(cls, given))

    def whole(self, cls: type, given: str | None) -> _Schema:
        table = self.table(cls, given)
        if day := date_field(cls):
            return {"anyOf": [self.of(day.hint), table]}
        if short_form(cls):
            return {"anyOf": [{"type": "string", "description": short_form(cls)}, table]}
        plain = short_slot(cls) if given else None
        return {"anyOf": [self.of(plain.hint), table]} if plain else table

    def any_of(self, hint: Hint, given: str | None) -> _Schema:
        return {"anyOf": [self.of(part, given) for part in get_args(hint)]}

    def named(self, name: str | None, given: str | None, describe: Callable[[], _Schema]) -> _Schema:
        """Define something once, under its name in the model, and refer to it."""
        if name is None:
            return describe()
        name += "ById" if given else ""
        if name not in self.definitions:
            self.definitions[name] = {}  # a class may hold itself
            self.definitions[name] = describe()
        return {"$ref": f"#/definitions/{name}"}

    def table(self, cls: type, given: str | None) -> _Schema:
        slots = [slot for slot in slots_of(cls) if slot.key != given]
        properties: _Schema = {KIND: {"const": kind_of(cls)}} if kind_of(cls) else {}
        properties |= {slot.key: self.field(slot) for slot in slots}
        facts = [slot.key for slot in slots if slot.fact]
        if facts:
            properties[ABSENT] = _closed(dict.fromkeys(facts, _LEAVES[str]))
        needed = (slot.key for slot in slots if slot.required and not (slot.key == "id" and id_from(cls)))
        required = [*([KIND] if kind_of(cls) else []), *needed]
        return {"description": _first_paragraph(cls), **_closed(properties), "required": required}

    def field(self, slot: Slot) -> _Schema:
        if slot.keyed:
            stated: _Schema = {"type": "object", "additionalProperties": self.of(slot.item, slot.keyed)}
        else:
            stated = self.of(slot.hint)
        if not slot.fact:
            return stated
        return {"anyOf": [stated, self.dispute(slot)]}

    def dispute(self, slot: Slot) -> _Schema:
        name = _alias(slot.hint) if is_union(slot.hint) else getattr(slot.hint, "__name__", None)
        plain = None if slot.keyed or is_items(slot.hint) or name is None else f"Disputed{name[0].upper()}{name[1:]}"
        return self.named(plain, None, lambda: self.claims(slot.hint))

    def claims(self, hint: Hint) -> _Schema:
        claim = self.table(Claim[hint], None)  # type: ignore[valid-type]  # known at run time only
        claims = {"type": "array", "minItems": 2, "items": claim}
        return {"description": _first_paragraph(Disputed), **_closed({DISPUTED: claims}), "required": [DISPUTED]}


def _alias(union: Hint) -> str | None:
    """Find the name under which the model knows a union, in the modules of its members."""
    for part in get_args(union):
        for name, value in vars(sys.modules[part.__module__]).items():
            if value == union and not name.startswith("_"):
                return name
    return None


def _closed(properties: _Schema) -> _Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _words(cls: type[Enum]) -> _Schema:
    return {"description": _first_paragraph(cls), "enum": [member.value for member in cls]}


def _first_paragraph(cls: type) -> str:
    text = inspect.cleandoc((get_origin(cls) or cls).__doc__ or "")
    return " ".join(text.split("\n\n", 1)[0].replace("``", "").replace("*", "").split())


if __name__ == "__main__":
    Path(__file__).with_name(FILE).write_text(schema_text(), encoding="utf-8")
    Path(__file__).with_name(CHECKLIST_FILE).write_text(schema_text(checklist_schema()), encoding="utf-8")
    Path(__file__).with_name(STEPS_FILE).write_text(schema_text(steps_schema()), encoding="utf-8")
