"""Signals held back (*anstånd*) while files take their places, so that whoever ends a run leaves nothing half-done."""

from __future__ import annotations

import contextlib
import signal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ENDING: Final = [
    number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None
]
"""What asks a program to end and lets it decide how; Windows has no hanging up."""


class Stopped(KeyboardInterrupt):
    """Somebody has asked the run to end while signals were held back."""


@contextlib.contextmanager
def held() -> Iterator[Callable[[], None]]:
    """Hold back what asks the program to end, until the block is done; then it has the effect that it always has.

    The call that is given raises ``Stopped`` if somebody has asked: it stands where a long block can be given up.
    A signal that is ignored stays so. Outside the main thread nothing is held back, for only that one hears signals.
    """
    came: list[int] = []

    def heed() -> None:
        if came:
            raise Stopped

    before = {}
    try:
        with contextlib.suppress(ValueError):  # not the main thread
            for number in _ENDING:
                if signal.getsignal(number) not in {None, signal.SIG_IGN}:
                    before[number] = signal.signal(number, lambda number, _: came.append(number))
        yield heed
    finally:
        for number, handler in reversed(before.items()):
            signal.signal(number, handler)
        if came:
            signal.raise_signal(came[0])
