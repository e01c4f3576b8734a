"""Every sentence that the code says, found in its source text: what the catalogue must hold, no more and no less."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.formats.wording.faults import CONTEXT
from samverkan.formats.wording.labels import english_of

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where the message and the expectation stand among the arguments of what makes a fault.
_FAULTS = {
    "Fault": ((1, "message"), (3, "expected")),
    "InvalidValueError": ((1, "message"), (2, "expected")),
    "refuse": ((1, "message"), (2, "expected")),
    "refused": ((1, "message"), (2, "expected")),
    "wrong_type": ((1, "expected"),),
    "UnknownNameError": ((0, "kind"),),
    "check_extra": ((1, "told"),),
    "_contradiction": ((2, "told"),),
}


# Functions whose every sentence ends in a fault, and tables whose words do.
_TELLERS = {"told", "expected", "expected_of", "one_of", "_table", "_any_of", "_wrong"}
_TABLES = {"short_form", "EXPECTED", "_KINDS", "_EXPECTED", "_SAVE"}


@frozen
class Sentence:
    """One sentence of the code: its context in the catalogue, its English text, and its form for several."""

    text: str
    plural: str | None = None
    context: str | None = None


def sentences(source: str) -> Iterator[Sentence]:
    """Find what ``say``, ``mark``, ``word``, enumerations and faults say in the source text of one module."""
    tree = ast.parse(source)
    for scope in ast.walk(tree):
        match scope:
            case ast.Call():
                yield from _said(scope)
            case ast.ClassDef() if any(isinstance(base, ast.Name) and base.id == "Enum" for base in scope.bases):
                yield from _labels(scope)
            case ast.FunctionDef():
                yield from _faults(scope)
                if scope.name in _TELLERS:
                    yield from _all_told(scope)
            case ast.AnnAssign(target=ast.Name(name)) | ast.Assign(targets=[ast.Name(name)]) if name in _TABLES:
                yield from _tabled(scope.value)


def _said(call: ast.Call) -> Iterator[Sentence]:
    texts = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
    words = [text for text in texts if isinstance(text, str)]
    if not words or not isinstance(call.args[0], ast.Constant):
        return
    match _called(call):
        case "say":
            yield Sentence(words[0], words[1] if len(words) > 1 else None)
        case "word":
            yield Sentence(words[0], context=words[1] if len(words) > 1 else None)
        case "mark":
            yield Sentence(words[0])


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _labels(enumeration: ast.ClassDef) -> Iterator[Sentence]:
    for statement in enumeration.body:
        match statement:
            case ast.Assign(value=ast.Constant(value=str(value))):
                yield Sentence(english_of(enumeration.name, value), context=enumeration.name)


def _faults(function: ast.FunctionDef) -> Iterator[Sentence]:
    named = _assigned(function)
    for call in ast.walk(function):
        if not isinstance(call, ast.Call):
            continue
        for place, name in _FAULTS.get(_called(call), ()):
            given = [keyword.value for keyword in call.keywords if keyword.arg == name]
            given += call.args[place : place + 1]
            for expression in given:
                yield from (Sentence(text, context=CONTEXT) for text in _texts(expression, named))


def _assigned(function: ast.FunctionDef) -> dict[str, list[ast.expr]]:
    named: dict[str, list[ast.expr]] = {}
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(name)], value=value):
                named.setdefault(name, []).append(value)
    return named


def _texts(expression: ast.expr, named: dict[str, list[ast.expr]]) -> Iterator[str]:
    match expression:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values):
            yield _numbered(values)
        case ast.IfExp(body=one, orelse=other):
            yield from _texts(one, named)
            yield from _texts(other, named)
        case ast.Name(name) if name in named:
            for value in named[name]:
                yield from _texts(value, {})


def _all_told(function: ast.FunctionDef) -> Iterator[Sentence]:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    nodes = [node for statement in body for node in ast.walk(statement)]
    within = {id(part) for node in nodes for part in _parts(node)}
    for node in nodes:
        if id(node) not in within and isinstance(node, (ast.Constant, ast.JoinedStr)):
            yield from (Sentence(text, context=CONTEXT) for text in _texts(node, {}) if " " in text.strip("{0} "))


def _parts(node: ast.AST) -> list[ast.AST]:
    """Give what is told with the node and not by itself: the pieces of an f-string, all of a message."""
    if isinstance(node, ast.Call) and _called(node) in {"say", "word", "mark"}:
        return list(ast.walk(node))
    return list(node.values) if isinstance(node, ast.JoinedStr) else []


def _tabled(value: ast.expr | None) -> Iterator[Sentence]:
    expressions = [*value.keys, *value.values] if isinstance(value, ast.Dict) else [value]
    for expression in expressions:
        if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
            yield Sentence(expression.value.replace("_", " "), context=CONTEXT)


def _numbered(values: list[ast.expr]) -> str:
    text, number = "", 0
    for value in values:
        if isinstance(value, ast.Constant):
            text += str(value.value)
        else:
            text += f"{{{number}}}"
            number += 1
    return text
