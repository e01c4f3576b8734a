"""Runs jobs in forked processes, each with a limit of processor time, so that the machine's load decides nothing."""

from __future__ import annotations

import gc
import os
import pickle
import resource
import select
import signal
import traceback
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Job = TypeVar("Job")
Told = dict[str, Any]

MEMORY: Final = 6 * 2**30
"""A change that makes a test ask for more than this is noticed."""


def limit(seconds: float) -> None:
    """End this process by a signal when it has computed so long, or waited twenty times as long."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, 20 * seconds)


def silent() -> None:
    """Let nothing that this process prints be seen."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)


def forked(jobs: Iterable[Job], work: Callable[[Job], Told], *, workers: int) -> Iterator[tuple[Job, Told]]:
    """Do each job in a process of its own and give what it tells, as they end; a limit that was hit is told too."""
    running: dict[int, tuple[Job, int]] = {}
    gc.collect()
    gc.freeze()  # so that the processes share the pages of what is not changed
    for job in jobs:
        if len(running) == workers:
            yield _ended(running)
        running.update([_started(job, work)])
    while running:
        yield _ended(running)


def _started(job: Job, work: Callable[[Job], Told]) -> tuple[int, tuple[Job, int]]:
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, (job, reading)
    told: Told = {}
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        for number in (signal.SIGPROF, signal.SIGALRM):
            signal.signal(number, signal.SIG_DFL)
        told = work(job)
        limit(0)
    except BaseException:  # noqa: BLE001  # it is told by the process that has a voice
        told = {"broken": traceback.format_exc()}
    finally:
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(told, pipe)
        os._exit(0)


def _ended(running: dict[int, tuple[Job, int]]) -> tuple[Job, Told]:
    # A job may tell more than a pipe holds, so it is read before it is waited for.
    ready = select.select([pipe for _, pipe in running.values()], [], [])[0][0]
    child = next(child for child, (_, pipe) in running.items() if pipe == ready)
    job, pipe = running.pop(child)
    with os.fdopen(pipe, "rb") as reading:
        told = reading.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status in (-signal.SIGPROF, -signal.SIGALRM):
        return job, {"limit": True}
    outcome: Told = pickle.loads(told) if told else {"broken": f"ended with {status}"}  # noqa: S301  # we wrote it
    if "broken" in outcome:
        raise SystemExit(f"{job}\n{outcome['broken']}")
    return job, outcome
