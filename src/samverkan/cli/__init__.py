"""The street door: arguments, files and printing; the only room with a disk or a clock."""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""What shells give for a program that Ctrl-C has ended: 128 and the number of the signal."""


def main() -> None:
    """Run the command line with the arguments of this process, and leave it with an exit status."""
    try:
        from samverkan.cli.door import DOOR

        DOOR.main(prog_name="samverkan")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
