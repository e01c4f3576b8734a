"""A TOML text as tree-sitter sees it: each mention of a key or a value, with its path and its bytes."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import tree_sitter_toml
from attrs import Factory, define, frozen
from tree_sitter import Language, Node, Parser

from samverkan.errors import Path
from samverkan.formats.places import Places, Point

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEYS = {"bare_key", "quoted_key", "dotted_key"}
_CONTAINERS = {"array", "inline_table"}


@frozen
class Mention:
    """One place at which a text names a path: by a key, by a table's header, or as an item of a list.

    ``node`` is the value, and ``None`` where the path is only passed on the way to a longer one;
    ``statement`` is the key-value line or the table that it is part of, ``base`` the path of the table around that.
    """

    path: Path
    key: Node | None
    node: Node | None
    statement: Node
    base: Path

    @property
    def is_section(self) -> bool:
        """Whether it is the header of a table."""
        return self.statement.type != "pair"

    @property
    def is_line(self) -> bool:
        """Whether it is a whole key-value line, rather than a part of one."""
        return self.node is not None and self.node.parent is not None and self.node.parent.id == self.statement.id


def mentions(text: str) -> Iterator[Mention]:
    """Give every mention in a TOML text that a parser has accepted, in the order of the text."""
    return _Walk().root(_parsed(text))


def _parsed(text: str) -> Node:
    return Parser(Language(tree_sitter_toml.language())).parse(text.encode()).root_node


def toml_places(text: str) -> Places:
    """Find the places of everything in a TOML text that a parser has accepted."""
    places = Places()
    for mention in mentions(text):
        key = mention.key.start_point if mention.key else None
        begins = (mention.node or mention.statement).start_point
        table = mention.node is None or mention.is_section or mention.node.type in _CONTAINERS
        places.add(mention.path, key, begins, table=table)
    return places


def toml_comments(text: str) -> list[tuple[Point, str]]:
    """Give every comment of a TOML text that a parser has accepted, each with its place."""
    found: list[tuple[Point, str]] = []
    waiting = [_parsed(text)]
    while waiting:
        node = waiting.pop()
        if node.type == "comment":
            found.append((node.start_point, (node.text or b"").decode()))
        waiting += reversed(node.children)
    return found


@define
class _Walk:
    """A walk down a TOML text, which has to remember how many items each array of tables has so far."""

    counts: dict[Path, int] = Factory(dict)

    def root(self, root: Node) -> Iterator[Mention]:
        for node in root.children:
            if node.type == "pair":
                yield from _pair(node, (), node, ())
            elif node.type in {"table", "table_array_element"}:
                yield from self.section(node)

    def section(self, node: Node) -> Iterator[Mention]:
        path: Path = ()
        names = list(_names(next(child for child in node.children if child.type in _KEYS)))
        for place, (name, key) in enumerate(names, start=1):
            path = (*path, name)
            last = place == len(names)
            if last and node.type == "table_array_element":
                self.counts[path] = self.counts.get(path, 0) + 1
            yield Mention(path, key, node if last and path not in self.counts else None, node, ())
            if path in self.counts:
                path = (*path, self.counts[path] - 1)
        if isinstance(path[-1], int):
            yield Mention(path, node, node, node, ())
        for child in node.children:
            if child.type == "pair":
                yield from _pair(child, path, child, path)


def _pair(node: Node, path: Path, statement: Node, base: Path) -> Iterator[Mention]:
    names = list(_names(node.children[0]))
    for name, key in names[:-1]:
        path = (*path, name)
        yield Mention(path, key, None, statement, base)
    equals = next(place for place, child in enumerate(node.children) if child.type == "=")
    name, key = names[-1]
    yield from _value(node.children[equals + 1], (*path, name), key, (statement, base))


def _value(node: Node, path: Path, key: Node | None, within: tuple[Node, Path]) -> Iterator[Mention]:
    yield Mention(path, key, node, *within)
    if node.type == "inline_table":
        for child in node.children:
            if child.type == "pair":
                yield from _pair(child, path, *within)
    elif node.type == "array":
        elements = (child for child in node.children if child.is_named and child.type != "comment")
        for place, element in enumerate(elements):
            yield from _value(element, (*path, place), None, within)


def _names(node: Node) -> Iterator[tuple[str, Node]]:
    if node.type == "dotted_key":
        for child in node.children:
            if child.type in _KEYS:
                yield from _names(child)
    else:
        text = (node.text or b"").decode()
        yield text if node.type == "bare_key" else next(iter(tomllib.loads(f"{text} = 0"))), node
