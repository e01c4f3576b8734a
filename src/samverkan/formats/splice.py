"""Where the bytes of a TOML file are cut so that one value is put in or taken away, as tree-sitter sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define, frozen
from tree_sitter import Node

from samverkan.errors import InvalidValueError, Path, dotted
from samverkan.formats.layout import inline, pair, section
from samverkan.formats.outline import Outline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from samverkan.formats.toml_tree import Mention


@frozen
class Cut:
    """Bytes that give way to others.

    Two cuts that touch each other are done at once only if ``joins`` is the same and something: then the one does not
    move what the other is measured by.
    """

    start: int
    end: int
    new: bytes = b""
    joins: object = None


@frozen
class _Spot:
    """Where new keys of a table belong: in braces, on lines behind a byte, or in a section of its own at the end.

    ``base`` is how many steps of a path stand above those lines already.
    """

    braces: Node | None = None
    end: int | None = None
    base: int = 0
    margin: str = ""


@define
class Cutter:
    """Plans the cuts of one value at a time; the places where new ones belong are looked for once."""

    outline: Outline
    _spots: dict[Path, _Spot] = Factory(dict)
    _parts: dict[int, list[tuple[int, int]]] = Factory(dict)
    _tails: dict[Path, _Spot | Node | None] = Factory(dict)

    def taken_away(self, path: Path, gone: Callable[[int, int], bool]) -> tuple[Cut, ...]:
        """Leave out a value, with the lines that hold nothing else; ``gone`` tells which bytes others leave out."""
        raw, cuts, seen = self.outline.raw, [], set()
        for mention in self.outline.under(path):
            statement, whole = mention.statement, mention.is_section or mention.base[: len(path)] != path
            if mention.node is None or not whole or statement.start_byte in seen:
                continue
            if mention.is_section or mention.is_line:
                seen.add(statement.start_byte)
                cuts.append(Cut(*_lines_of(raw, statement), joins="sections" if mention.is_section else "lines"))
            elif mention.path == path:
                cuts.append(self._element(mention.node if mention.key is None else _parent(mention.node), gone))
        return tuple(cuts)

    def _element(self, node: Node, gone: Callable[[int, int], bool]) -> Cut:
        """Give the bytes of one part of a list or an inline table, with one comma beside it."""
        around, own = _parent(node), (node.start_byte, node.end_byte)
        if around.id not in self._parts:
            self._parts[around.id] = [
                (child.start_byte, child.end_byte)
                for child in around.children
                if child.is_named and child.type != "comment"
            ]
        parts, joins = self._parts[around.id], f"elements from {around.start_byte}"
        place = parts.index(own)
        if later := next((part for part in parts[place + 1 :] if not gone(*part)), None):
            return Cut(own[0], later[0], joins=joins)
        if earlier := next((part for part in reversed(parts[:place]) if not gone(*part)), None):
            return Cut(earlier[1], own[1], joins=joins)
        return Cut(*own, joins=joins)

    def there(self, path: Path) -> Node | None:
        """Give the value that stands at a path in one piece."""
        return next((each.node for each in self.outline.under(path) if each.path == path and each.node), None)

    def replaced(self, node: Node, value: object) -> Cut:
        """Write a value in the place of the one that is there."""
        return Cut(node.start_byte, node.end_byte, inline(value).encode())

    def inserted(self, path: Path, value: object) -> Cut:
        """Write a value where a new one belongs: in the inline table, the section or the lines around it."""
        outer = self.outline.root(path)
        spot = self._spots.get(outer)
        if spot is None:
            spot = self._spots[outer] = _spot(self.outline, outer)
        rest = _keys(path[len(outer) :])
        if spot.braces:
            return _in_braces(spot.braces, ", ".join(_one_line(rest, value)), outer)
        if spot.end is not None:
            return self._after(spot.end, pair(_keys(path[spot.base :]), value), spot.margin, outer)
        keys, end = _keys(path), len(self.outline.raw)
        if isinstance(value, dict):
            return self._after(end, section(keys, value), "", "end")
        return self._after(end, section(keys[:-1], {keys[-1]: value}), "", None)

    def appended(self, path: Path, value: object) -> Cut | None:
        """Write one more item at the end of a list in the form of the last that is there, if there is one."""
        if path not in self._tails:
            self._tails[path] = self._tail(path)
        tail = self._tails[path]
        if tail is None:
            return None
        if isinstance(tail, _Spot):
            new = section(tuple(str(step) for step in path if isinstance(step, str)), [value])
            return self._after(tail.end or 0, new, tail.margin, path)
        return self._beside(tail, inline(value), path)

    def _tail(self, path: Path) -> _Spot | Node | None:
        """Find what a new item of a list comes behind: the lines of a section, or an element in brackets."""
        under, raw = self.outline.under, self.outline.raw
        steps = (mention.path[len(path)] for mention in under(path) if len(mention.path) > len(path))
        numbers = [step for step in steps if isinstance(step, int)]
        if not numbers:
            return None
        last = (*path, max(numbers))
        sections = [mention for mention in under(last) if mention.path == last and mention.is_section]
        if sections:
            end = max(_lines_of(raw, mention.statement)[1] for mention in under(last)) - 1
            return _Spot(end=end, margin=_margin(sections[-1].statement))
        return self.there(last)

    def _beside(self, node: Node, new: str, path: Path) -> Cut:
        """Write an element behind the last one of a list: on a line of its own where that one has one."""
        raw, newline = self.outline.raw, self.outline.newline.encode()
        margin = raw[raw.rfind(b"\n", 0, node.start_byte) + 1 : node.start_byte]
        following = node.next_sibling
        comma = following.end_byte if following and following.type == "," else node.end_byte
        stop = raw.find(b"\n", comma)
        remark = raw[comma:stop].rstrip(b"\r")
        if margin.strip() or remark.strip()[:1] not in {b"", b"#"}:
            return Cut(node.end_byte, node.end_byte, f", {new}".encode(), path)
        line, at = newline + margin + f"{new},".encode(), comma + len(remark)
        if raw[node.end_byte : comma] == b",":
            return Cut(at, at, line, path)
        return Cut(node.end_byte, at, b"," + remark + line)

    def _after(self, end: int, lines: Iterable[str], margin: str, joins: object) -> Cut:
        raw, newline = self.outline.raw, self.outline.newline
        stop = raw.find(b"\n", end - 1) + 1 if end else 0
        new = "".join(f"{margin if line else ''}{line}\n" for line in lines).replace("\n", newline).encode()
        if stop or not end:
            return Cut(stop, stop, new, joins)
        return Cut(len(raw), len(raw), newline.encode() + new)  # the last line has no end


def _spot(outline: Outline, outer: Path) -> _Spot:
    around: Sequence[Mention] = outline.under(outer)
    inner = next((mention for mention in around if outer and mention.path == outer and mention.node), None)
    if inner and not inner.is_section:
        return _Spot(braces=inner.node)
    if inner:
        pairs = [child for child in inner.statement.children if child.type == "pair"]
        end = _end(pairs) if pairs else _header_end(inner.statement)
        return _Spot(end=end, base=len(outer), margin=_margin(pairs[-1] if pairs else None))
    lines = [mention for mention in around if not mention.is_section and len(mention.base) < max(len(outer), 1)]
    if lines:
        last = lines[-1]
        return _Spot(end=last.statement.end_byte, base=len(last.base), margin=_margin(last.statement))
    return _Spot() if outer else _Spot(end=0)


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


def _in_braces(table: Node, new: str, joins: object) -> Cut:
    if table.type != "inline_table":
        raise InvalidValueError("bad-path", "the path leads into a single value", "a path to the value itself")
    pairs = [child for child in table.children if child.type == "pair"]
    if pairs:
        at = pairs[-1].end_byte
        return Cut(at, at, f", {new}".encode(), joins)
    return Cut(table.start_byte, table.end_byte, f"{{ {new} }}".encode())


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


def _parent(node: Node) -> Node:
    if node.parent is None:
        raise AssertionError(node)  # the root of a text is never an element
    return node.parent
