"""What callers give: bounds are refused before anything is generated, and shown when a strategy prints."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")


def check_bounds(name: str, smallest: Any, largest: Any, *, least: Any = None) -> None:  # noqa: ANN401  # counts or days
    """Refuse bounds that no value keeps, or that lie below the least there is."""
    if type(smallest) is not type(largest):
        raise InvalidArgument(f"min_{name}={smallest!r} and max_{name}={largest!r} are not of one type")
    if least is not None and smallest < least:
        raise InvalidArgument(f"min_{name}={smallest!r} is below {least!r}")
    if largest < smallest:
        raise InvalidArgument(f"max_{name}={largest!r} is below min_{name}={smallest!r}")


def shown_by_call(make: Callable[P, st.SearchStrategy[T]]) -> Callable[P, st.SearchStrategy[T]]:
    """Let a strategy print as the call that made it; else Hypothesis prints everything that it is made of."""

    @wraps(make)
    def accept(*args: P.args, **kwargs: P.kwargs) -> st.SearchStrategy[T]:
        made = make(*args, **kwargs)

        def definition(draw: st.DrawFn, *_: Any, **__: Any) -> T:  # noqa: ANN401  # they only stand in the repr
            return draw(made)

        definition.__name__ = make.__name__
        return st.composite(definition)(*args, **kwargs)

    return accept
