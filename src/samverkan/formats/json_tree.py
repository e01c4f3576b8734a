"""Where each key and value of a JSON text stands, and where it is no JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import tree_sitter_json
from tree_sitter import Language, Parser

from samverkan.errors import Fault
from samverkan.formats.places import Places, told_at
from samverkan.formats.refusal import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from samverkan.errors import Path


def json_places(text: str) -> Places:
    """Find the places of everything in a JSON text that a parser has accepted."""
    places = Places()
    for path, key, value in _values(_tree(text)):
        table = value.type in {"object", "array"}
        places.add(path, key.start_point if key else None, value.start_point, table=table)
    return places


def json_misfits(text: str, name: str) -> tuple[Fault, ...]:
    """Find what is no JSON: one fault for each outermost piece that does not fit."""
    return told_at(((node.start_point, _misfit(node)) for node in _misfits(_tree(text))), text, name)


def json_duplicates(text: str, name: str) -> tuple[Fault, ...]:
    """Find keys that stand twice in one object, which a JSON parser takes without a word."""
    seen: set[Path] = set()
    found = []
    for path, key, _ in _values(_tree(text)):
        if path in seen and key:
            told = f"the key “{path[-1]}” stands twice"
            found.append((key.start_point, Fault("duplicate-key", told, path, expected="each key once")))
        seen.add(path)
    return told_at(found, text, name)


def _tree(text: str) -> Node:
    return Parser(Language(tree_sitter_json.language())).parse(text.encode()).root_node


def _values(root: Node) -> Iterator[tuple[Path, Node | None, Node]]:
    for child in root.children:
        if child.is_named and child.type != "comment":
            yield from _unfold(child, (), None)


def _unfold(node: Node, path: Path, key: Node | None) -> Iterator[tuple[Path, Node | None, Node]]:
    yield path, key, node
    if node.type == "object":
        for pair in node.children:
            if pair.type == "pair":
                name = json.loads((pair.children[0].text or b"").decode())
                yield from _unfold(pair.children[2], (*path, name), pair.children[0])
    elif node.type == "array":
        for place, element in enumerate(child for child in node.children if child.is_named):
            yield from _unfold(element, (*path, place), None)


def _misfits(node: Node) -> Iterator[Node]:
    if node.is_error or node.is_missing:
        yield node
    elif node.has_error:
        for child in node.children:
            yield from _misfits(child)


def _misfit(node: Node) -> Fault:
    expected = "JSON: “key”: value, a comma between any two, brackets in pairs"
    if node.is_missing:
        return Fault("syntax", f"“{node.type}” is missing", expected=expected)
    piece = shortened((node.text or b"").decode(errors="replace"))
    return Fault("syntax", f"“{piece}” does not fit here", expected=expected)
