"""Every public name says what it is: in a docstring, or in words that stand in its own value."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parents[1] / "src" / "samverkan"


def test_every_module_class_and_function_has_a_docstring_and_so_has_every_constant_and_alias_of_a_module() -> None:
    silent = [
        f"{file.relative_to(SOURCE)}:{line} {name}"
        for file in sorted(SOURCE.rglob("*.py"))
        for name, line in undocumented(ast.parse(file.read_bytes()))
    ]

    assert silent == []


def test_a_public_name_without_a_docstring_is_found_wherever_it_stands() -> None:
    source = '''
from typing import TYPE_CHECKING, Final, TypeAlias
if TYPE_CHECKING:
    Unseen: TypeAlias = "dict[str, int]"
HALF, WHOLE = 0.5, 1
LEAST: Final = 5
MOST = 7
"""What is told."""
ROLE = Text("ny roll", "new role")
class Noun:
    field: int
    @property
    def part(self) -> int: ...
    def _own(self) -> int: ...
    class Inner: ...
def verb() -> None: ...
'''

    assert [name for name, _ in undocumented(ast.parse(source))] == [
        "the module",
        "Unseen",
        "HALF",
        "WHOLE",
        "LEAST",
        "ROLE",
        "Noun",
        "part",
        "Inner",
        "verb",
    ]


def test_what_needs_no_docstring() -> None:
    source = '''"""A module."""
T = TypeVar("T")
_MOST = 7
TITLE = mark("Who may decide")
COMMAND = Verb(check, summary=mark("whether a file can be read"))
HEADS = (mark("Who"), mark("Where"))
TITLES = {"seats": mark("Who sits where")}
FACTOR = Factor("2", Text("En dedikerad projektledare", "A dedicated project lead"), (named, paid))
__all__ = ["FACTOR"]
'''

    assert list(undocumented(ast.parse(source))) == []


def undocumented(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Give the public names that say nowhere what they are, with their lines.

    These need no docstring:

    - The fields of a value and the members of an enumeration. The docstring of their class is about all of them, and
      most say no more than their name and type do.
    - A type variable: it stands for any type, so there is nothing to say of it.
    - What is made of words for readers. They say what it is, in both languages.
    """
    if ast.get_docstring(tree) is None:
        yield "the module", 1
    yield from _undocumented(tree.body, within_class=False)


def _undocumented(body: list[ast.stmt], *, within_class: bool) -> Iterator[tuple[str, int]]:
    for statement, following in zip(body, [*body[1:], None], strict=True):
        match statement:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) if not name.startswith("_"):
                if ast.get_docstring(statement) is None:
                    yield name, statement.lineno
                if isinstance(statement, ast.ClassDef):
                    yield from _undocumented(statement.body, within_class=True)
            case ast.Assign(value=value) | ast.AnnAssign(value=value) if not within_class:
                if not (_is_text(following) or _is_variable(value) or _speaks(value)):
                    yield from ((name, statement.lineno) for name in _names(statement))
            case ast.If():
                yield from _undocumented(statement.body, within_class=within_class)


def _is_text(statement: ast.stmt | None) -> bool:
    match statement:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
    return False


def _names(statement: ast.Assign | ast.AnnAssign) -> list[str]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    parts = [part for target in targets for part in (target.elts if isinstance(target, ast.Tuple) else [target])]
    return [part.id for part in parts if isinstance(part, ast.Name) and not part.id.startswith("_")]


def _is_variable(value: ast.expr | None) -> bool:
    match value:
        case ast.Call(func=ast.Name(id="TypeVar" | "ParamSpec")):
            return True
    return False


def _speaks(value: ast.expr | None) -> bool:
    match value:
        case ast.Call(func=ast.Name(id="say" | "mark")):
            return True
        case ast.Call(args=args, keywords=keywords):
            return any(_speaks(each) or _is_name(each) for each in (*args, *(keyword.value for keyword in keywords)))
        case ast.Tuple(elts=values) | ast.Dict(values=values):
            return all(map(_speaks, values))
    return False


def _is_name(value: ast.expr) -> bool:
    match value:
        case ast.Call(func=ast.Name(id="Text")):
            return True
    return False
