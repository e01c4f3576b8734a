"""The changes that can be made to a room: Cosmic Ray's operators, the neighbour and the contrary of each."""

from __future__ import annotations

import difflib
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import cosmic_ray.plugins
from attrs import frozen
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = Path("src/samverkan")

APPLIED: Final = frozenset(
    {
        "AddNot",
        "NumberReplacer",
        "ReplaceAndWithOr",
        "ReplaceOrWithAnd",
        "ReplaceTrueWithFalse",
        "ReplaceFalseWithTrue",
        "ReplaceBreakWithContinue",
        "ReplaceContinueWithBreak",
        "ZeroIterationForLoop",
        "ExceptionReplacer",
        "ReplaceUnaryOperator_Delete_Not",
        "ReplaceUnaryOperator_USub_UAdd",
        *(f"ReplaceComparisonOperator_{pair}" for pair in ("Is_IsNot", "IsNot_Is", "Eq_NotEq", "NotEq_Eq")),
        *(f"ReplaceComparisonOperator_{pair}" for pair in ("Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt")),
        *(f"ReplaceComparisonOperator_{pair}" for pair in ("Lt_GtE", "LtE_Gt", "Gt_LtE", "GtE_Lt")),
        *(f"ReplaceBinaryOperator_{pair}" for pair in ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "BitAnd_BitOr")),
        *(f"ReplaceBinaryOperator_{pair}" for pair in ("Mul_Add", "FloorDiv_Mul", "Mod_Mul")),
    }
)
"""The operators of Cosmic Ray that are applied.

Left out are unions of types (``|`` in an annotation that nothing evaluates), orders between values that have none, and
decorators, without which a criterion or a property fails wherever it is named.
"""

_NAMED: Final = re.compile(r"not (\w+ := .+):$", re.MULTILINE)
"""A condition that names its value, turned round as Cosmic Ray does it, which Python reads only in parentheses."""


@frozen
class Change:
    """One change: the how-manieth place of one operator in one module, at the line of its digest."""

    module: Path
    operator: str
    occurrence: int
    line: int
    digest: str

    @property
    def key(self) -> str:
        """What names the change in a file of results; another text of the module makes it another change."""
        return f"{self.module.relative_to(PACKAGE)}:{self.operator}:{self.occurrence}:{self.digest}"

    @property
    def folder(self) -> str:
        """The folder that the module stands in, as the table groups them."""
        return str(self.module.parent.relative_to(PACKAGE))

    def diff(self) -> str:
        """Give the lines that the change alters, without those around them."""
        lines = difflib.unified_diff(text(self.module).splitlines(), self.source().splitlines(), n=0, lineterm="")
        return "\n".join(list(lines)[3:])

    def source(self) -> str:
        """Give the module as it reads after the change."""
        operator = cosmic_ray.plugins.get_operator(f"core/{self.operator}")()
        changed = mutate_code(text(self.module), operator, self.occurrence)
        if changed is None:
            raise LookupError(self.key)
        return _NAMED.sub(r"not (\1):", changed)


@cache
def text(module: Path) -> str:
    """Give a module as it reads before any change, read once a run."""
    return (ROOT / module).read_text(encoding="utf-8")


def modules(room: str, only: tuple[str, ...]) -> list[Path]:
    """Give the modules of a room, or those whose path ends as asked."""
    found = (path.relative_to(ROOT) for path in sorted((ROOT / PACKAGE / room).rglob("*.py")))
    return [path for path in found if not only or str(path).endswith(only)]


def changes(module: Path) -> Iterator[Change]:
    """Give the changes to try in a module; what only the type checker reads is left alone."""
    source = text(module)
    digest = hashlib.sha256(source.encode()).hexdigest()[:12]
    lines, nodes = source.splitlines(), list(ast_nodes(get_ast(source)))
    for operator in sorted(APPLIED):
        applied = cosmic_ray.plugins.get_operator(f"core/{operator}")()
        places = (place for node in nodes for place in applied.mutation_positions(node))
        for occurrence, ((number, column), _) in enumerate(places):
            line = lines[number - 1]
            # A bare `*` among parameters, and an import for the type checker, are no arithmetic and no condition.
            if "TYPE_CHECKING" not in line and not line[column:].startswith("*,"):
                yield Change(module, operator, occurrence, number, digest)
