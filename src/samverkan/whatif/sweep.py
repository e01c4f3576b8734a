"""Many variants judged, here or by whoever helps (*svep*): the same results in the same order, wherever made."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from samverkan.whatif.consequence import Case, Consequence, consequence, consequences

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping
    from concurrent.futures import Executor, Future

    from samverkan.whatif.variant import Variant

    _Block: TypeAlias = tuple[tuple[Variant, ...], Future[tuple[Consequence, ...]] | None]

CHUNK = 16
"""The variants of one task: a task costs from 0.2 ms (a process) to 3 ms (a cluster), a variant 10 to 20 ms."""
AHEAD = 32
"""The tasks that are handed out before the first of them is done."""


def what_if(  # noqa: PLR0913  # the case is a value; the rest says who does the work
    case: Case,
    variants: Iterable[Variant],
    *,
    executor: Executor | None = None,
    chunk: int = CHUNK,
    ahead: int = AHEAD,
    done: Mapping[str, Consequence] | None = None,
) -> Generator[Consequence, None, None]:
    """Give what comes of each variant, in their order, each as soon as it and all before it are known.

    Any executor of the standard library's kind gives the same results as none. A task carries the case once and the
    changes of ``chunk`` variants. Variants may be without end: only ``ahead`` tasks are handed out at a time. What is
    ``done``, by the ids of variants, is given as it is. Whoever stops early loses only what is still under way.
    """
    known = done or {}
    if executor is None:
        yield from (known.get(variant.id) or consequence(case, variant) for variant in variants)
        return
    waiting: deque[_Block] = deque()
    pieces = iter(variants)
    try:
        while block := tuple(islice(pieces, chunk)):
            missing = tuple(variant for variant in block if variant.id not in known)
            waiting.append((block, executor.submit(consequences, case, missing) if missing else None))
            if len(waiting) >= ahead:
                yield from _given(*waiting.popleft(), known)
        while waiting:
            yield from _given(*waiting.popleft(), known)
    finally:
        for _, future in waiting:
            if future is not None:
                future.cancel()


def _given(
    block: tuple[Variant, ...], future: Future[tuple[Consequence, ...]] | None, known: Mapping[str, Consequence]
) -> Iterator[Consequence]:
    made = iter(future.result() if future is not None else ())
    for variant in block:
        yield known[variant.id] if variant.id in known else next(made)
