"""What Hypothesis runs when it is imported: then ``st.from_type`` knows the nouns, schedules and problems."""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

_MODEL = "samverkan.model."
_SCHEDULES = "samverkan.planning.schedule"
_PROBLEMS = "samverkan.arranging.problem"


def register() -> None:
    """Register the nouns that are loaded, and each other one as soon as it is.

    Hypothesis runs this in every test run of everybody who has samverkan installed, most of whom test something else,
    so it loads neither the model nor the strategies.
    """
    for name, module in list(sys.modules.items()):
        if _is_ours(name):
            _register_nouns(module)
    if not any(isinstance(finder, _Listener) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Listener())


def _is_ours(module: str) -> bool:
    return module.startswith(_MODEL) or module in {_SCHEDULES, _PROBLEMS}


class _Listener(PathFinder):
    """Finds the modules of the model, of schedules and of problems, as Python would, and hears when one is loaded."""

    @classmethod
    def find_spec(
        cls, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module of ours; others are found by others."""
        if not _is_ours(fullname):
            return None
        spec = super().find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            _hear(spec.loader)
        return spec


def _hear(loader: Any) -> None:  # noqa: ANN401  # loaders differ, and their protocol has no writable method
    execute = loader.exec_module

    def execute_and_register(module: ModuleType) -> None:
        execute(module)
        _register_nouns(module)

    loader.exec_module = execute_and_register


def _register_nouns(module: ModuleType) -> None:
    from hypothesis import strategies as st

    if module.__name__ == _SCHEDULES:
        st.register_type_strategy(module.Schedule, _schedules)
        return
    if module.__name__ == _PROBLEMS:
        st.register_type_strategy(module.Problem, _problems)
        return
    for noun in list(vars(module).values()):
        if isinstance(noun, type) and noun.__module__ == module.__name__ and hasattr(noun, "__attrs_attrs__"):
            st.register_type_strategy(noun, _strategy)


def _strategy(noun: type) -> Any:  # noqa: ANN401  # a strategy, which is not named before Hypothesis is loaded
    from samverkan.testing.strategies import values_of

    return values_of(noun)


def _schedules(_: type) -> Any:  # noqa: ANN401  # as above
    from samverkan.testing.strategies.plans import schedules

    return schedules()


def _problems(_: type) -> Any:  # noqa: ANN401  # as above
    from samverkan.testing.strategies.problems import problems

    return problems()
