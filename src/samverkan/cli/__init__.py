"""The street door: arguments, files and printing; the only room with a disk or a clock."""

from __future__ import annotations

import os
import sys

INTERRUPTED = 130
"""What shells give for a program that Ctrl-C has ended: 128 and the number of the signal."""

_STREAMS = (("stdin", "r", os.O_RDONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY))
"""The streams in the order of their numbers; what is opened for reading refuses to be written to."""


def main() -> None:
    """Run the command line with the arguments of this process, and leave it with an exit status."""
    _fill_streams()
    try:
        from samverkan.cli.door import DOOR

        DOOR.main(prog_name="samverkan")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _fill_streams() -> None:
    """Have something behind each of the three streams, for a file that is opened would get the number of a closed one.

    What is read then is empty, what is printed is refused, and complaints are said to nobody.
    """
    for number, (name, mode, flags) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            try:
                os.fstat(number)
            except OSError:
                os.dup2(os.open(os.devnull, flags), number)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", errors="replace", closefd=False))
