"""The text of a TOML file with one value put in or taken away, by cutting at the bytes where tree-sitter sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.errors import InvalidValueError, dotted
from samverkan.formats.layout import inline, pair, section
from samverkan.formats.toml_tree import Mention, mentions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tree_sitter import Node

    from samverkan.errors import Path


def taken_away(text: str, path: Path) -> str:
    """Leave out a value, with the lines that hold nothing else."""
    raw, cuts, gone = text.encode(), set(), set()
    for mention in _under(text, path):
        statement, whole = mention.statement, mention.is_section or mention.base[: len(path)] != path
        if mention.node is None or not whole or statement.start_byte in gone:
            continue
        if mention.is_section or mention.is_line:
            gone.add(statement.start_byte)
            cuts.add(_lines_of(raw, statement))
        elif mention.path == path:
            cuts.add(_element(mention.node if mention.key is None else _parent(mention.node)))
    for start, end in sorted(cuts, reverse=True):
        raw = raw[:start] + raw[end:]
    return raw.decode()


def put(text: str, path: Path, value: object) -> str:
    """Write a value in the place of the one that is there, or where a new one belongs."""
    mentioned = _under(text, path)
    if any(mention.is_section for mention in mentioned):
        told = f"{dotted(path)} is a section, not one value"
        raise InvalidValueError("bad-path", told, "a path to one of the keys in it")
    there = next((mention.node for mention in mentioned if mention.path == path and mention.node), None)
    if there:
        raw = text.encode()
        return (raw[: there.start_byte] + inline(value).encode() + raw[there.end_byte :]).decode()
    return _inserted(taken_away(text, path), path, value)


def appended(text: str, path: Path, value: object) -> str:
    """Write one more item at the end of a list, in the form of the last that is there; a list that is not begins so."""
    items = [mention for mention in _under(text, path) if len(mention.path) > len(path)]
    if not items:
        return put(text, path, [value])
    last = (*path, max(int(mention.path[len(path)]) for mention in items))
    sections = [mention for mention in items if mention.path == last and mention.is_section]
    if sections:
        raw = text.encode()
        end = max(_lines_of(raw, mention.statement)[1] for mention in _under(text, last)) - 1
        new = section(tuple(str(step) for step in path if isinstance(step, str)), [value])
        return _after(text, end, new, _margin(sections[-1].statement))
    node = next(mention.node for mention in items if mention.path == last and mention.node)
    return _beside(text, node, inline(value))


def _beside(text: str, node: Node, new: str) -> str:
    """Write an element behind the last one of a list: on a line of its own where that one has one."""
    raw, newline = text.encode(), b"\r\n" if "\r\n" in text else b"\n"
    margin = raw[raw.rfind(b"\n", 0, node.start_byte) + 1 : node.start_byte]
    following = node.next_sibling
    comma = following.end_byte if following and following.type == "," else node.end_byte
    stop = raw.find(b"\n", comma)
    remark = raw[comma:stop].rstrip(b"\r")
    if margin.strip() or remark.strip()[:1] not in {b"", b"#"}:
        return (raw[: node.end_byte] + f", {new}".encode() + raw[node.end_byte :]).decode()
    line = newline + margin + f"{new},".encode()
    return (raw[: node.end_byte] + b"," + remark + line + raw[comma + len(remark) :]).decode()


def _under(text: str, path: Path) -> list[Mention]:
    return [mention for mention in mentions(text) if mention.path[: len(path)] == path]


def _inserted(text: str, path: Path, value: object) -> str:
    for length in range(len(path) - 1, 0, -1):
        around = _under(text, path[:length])
        if around:
            return _inserted_in(text, around, path, value, length)
    lines = [mention.statement for mention in mentions(text) if not mention.base and not mention.is_section]
    return _after(text, _end(lines) if lines else 0, pair(_keys(path), value), _margin(lines[-1] if lines else None))


def _inserted_in(text: str, around: list[Mention], path: Path, value: object, length: int) -> str:
    """Put a new value into what is there already of the table around it: an inline table, a section, or lines."""
    outer, rest = path[:length], _keys(path[length:])
    inner = next((mention for mention in around if mention.path == outer and mention.node), None)
    if inner and inner.node and not inner.is_section:
        return _in_braces(text, inner.node, ", ".join(_one_line(rest, value)))
    if inner:
        pairs = [child for child in inner.statement.children if child.type == "pair"]
        end = _end(pairs) if pairs else _header_end(inner.statement)
        return _after(text, end, pair(rest, value), _margin(pairs[-1] if pairs else None))
    lines = [mention for mention in around if not mention.is_section and len(mention.base) < length]
    if lines:
        last = lines[-1]
        return _after(text, _end([last.statement]), pair(_keys(path[len(last.base) :]), value), _margin(last.statement))
    keys = _keys(path)
    new = section(keys, value) if isinstance(value, dict) else section(keys[:-1], {keys[-1]: value})
    return _after(text, len(text.encode()), new, "")


def _one_line(keys: tuple[str, ...], value: object) -> Iterable[str]:
    table = value
    for key in reversed(keys):
        table = {key: table}
    return [inline(table).removeprefix("{ ").removesuffix(" }")]


def _keys(path: Path) -> tuple[str, ...]:
    if any(isinstance(step, int) for step in path):
        raise InvalidValueError("bad-path", f"{dotted(path)} leads into a list that is not there", "a path that exists")
    return tuple(str(step) for step in path)


# ----------------------------------------------------------------------------------------------------------- bytes


def _after(text: str, end: int, lines: Iterable[str], margin: str) -> str:
    raw, newline = text.encode(), "\r\n" if "\r\n" in text else "\n"
    stop = raw.find(b"\n", end - 1 if end else 0) + 1 if end else 0
    before, after = (raw[:stop], raw[stop:]) if stop or not end else (raw + newline.encode(), b"")
    new = "".join(f"{margin if line else ''}{line}\n" for line in lines)
    return (before + new.replace("\n", newline).encode() + after).decode()


def _in_braces(text: str, table: Node, new: str) -> str:
    if table.type != "inline_table":
        raise InvalidValueError("bad-path", "the path leads into a single value", "a path to the value itself")
    raw = text.encode()
    pairs = [child for child in table.children if child.type == "pair"]
    if pairs:
        at = pairs[-1].end_byte
        return (raw[:at] + f", {new}".encode() + raw[at:]).decode()
    return (raw[: table.start_byte] + f"{{ {new} }}".encode() + raw[table.end_byte :]).decode()


def _margin(statement: Node | None) -> str:
    return " " * statement.start_point[1] if statement else ""


def _end(statements: Iterable[Node]) -> int:
    return max(statement.end_byte for statement in statements)


def _header_end(statement: Node) -> int:
    return next(child.end_byte for child in statement.children if child.type in {"]", "]]"})


def _lines_of(raw: bytes, statement: Node) -> tuple[int, int]:
    """Give the bytes of a statement's lines; a section takes the blank lines above it along."""
    start = raw.rfind(b"\n", 0, statement.start_byte) + 1
    end = statement.end_byte
    if statement.type != "pair":
        pairs = [child for child in statement.children if child.type == "pair"]
        end = _end(pairs) if pairs else _header_end(statement)
        while start and not raw[raw.rfind(b"\n", 0, start - 1) + 1 : start].strip():
            start = raw.rfind(b"\n", 0, start - 1) + 1
    stop = raw.find(b"\n", end)
    return start, stop + 1 if stop >= 0 else len(raw)


def _element(node: Node) -> tuple[int, int]:
    """Give the bytes of one part of a list or an inline table, with one comma beside it."""
    siblings = [child for child in _parent(node).children if child.is_named and child.type != "comment"]
    place = next(place for place, child in enumerate(siblings) if child.id == node.id)
    if place + 1 < len(siblings):
        return node.start_byte, siblings[place + 1].start_byte
    if place:
        return siblings[place - 1].end_byte, node.end_byte
    return node.start_byte, node.end_byte


def _parent(node: Node) -> Node:
    if node.parent is None:
        raise AssertionError(node)  # the root of a text is never an element
    return node.parent
