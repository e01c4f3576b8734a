"""Many variants judged here, by threads, by processes or by a cluster: the same results in the same order."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.errors import UnknownNameError
from samverkan.formats.whatif import line
from samverkan.model.cadence import Weekday
from samverkan.whatif.change import In, OnWeekday
from samverkan.whatif.consequence import Consequence, consequences
from samverkan.whatif.sweep import what_if
from samverkan.whatif.variant import Variant

from .cases import CASE, VARIANTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

WHOLE = consequences(CASE, VARIANTS)


def text(found: Iterable[Consequence]) -> bytes:
    return "".join(line(each, under="test") for each in found).encode()


@contextmanager
def dask_cluster() -> Iterator[Executor]:
    distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed")
    with (
        distributed.LocalCluster(n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client.get_executor()


def processes(method: str) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method))


EXECUTORS: dict[str, Callable[[], AbstractContextManager[Executor]]] = {
    "threads": lambda: ThreadPoolExecutor(2),
    "spawned processes": lambda: processes("spawn"),
    "forked processes": lambda: processes("fork"),
    "a dask cluster": dask_cluster,
}


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # from 3.12 on a fork beside threads is warned of
@pytest.mark.parametrize("name", EXECUTORS)
def test_whoever_does_the_work_the_bytes_are_the_same(name: str) -> None:
    if name.startswith("forked") and "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("this system does not fork")
    with EXECUTORS[name]() as executor:
        found = list(what_if(CASE, VARIANTS, executor=executor, chunk=5, ahead=3))

    assert text(found) == text(WHOLE)


def test_without_an_executor_they_are_the_same_too() -> None:
    assert text(what_if(CASE, VARIANTS)) == text(WHOLE)


class Counting(Executor):
    """Work at once, and count what was handed out and what of it was asked for no more."""

    def __init__(self) -> None:
        self.tasks: list[tuple[Variant, ...]] = []
        self.futures: list[Future[Any]] = []

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **options: Any) -> Future[Any]:  # noqa: ANN401  # as its base
        future: Future[Any] = Future()
        self.tasks.append(arguments[1])
        self.futures.append(future)
        if len(self.tasks) <= 4:
            future.set_result(function(*arguments, **options))
        return future


def test_variants_without_end_are_handed_out_a_few_tasks_at_a_time() -> None:
    executor = Counting()

    found = list(islice(what_if(CASE, cycle(VARIANTS), executor=executor, chunk=2, ahead=3), 4))

    assert text(found) == text(WHOLE[:4])
    assert len(executor.tasks) == 4


def test_whoever_stops_takes_back_what_was_not_begun() -> None:
    executor = Counting()
    running = what_if(CASE, VARIANTS, executor=executor, chunk=1, ahead=8)

    next(running)
    running.close()

    assert [future.cancelled() for future in executor.futures] == [False] * 4 + [True] * 4


def test_what_is_done_is_given_as_it_is_and_not_handed_out() -> None:
    executor = Counting()
    done = {each.variant.id: each for each in WHOLE[1:30]}

    found = list(what_if(CASE, VARIANTS, executor=executor, chunk=10, done=done))

    assert text(found) == text(WHOLE)
    assert executor.tasks == [VARIANTS[:1], VARIANTS[30:]]


def test_a_series_that_is_not_there_is_told_from_a_process_too() -> None:
    wrong = Variant([In("alby", OnWeekday("motena", Weekday.MONDAY))])

    with processes("spawn") as executor, pytest.raises(UnknownNameError, match="there is no series “motena”"):
        list(what_if(CASE, [wrong], executor=executor))
