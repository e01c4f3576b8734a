"""The reader's terminal: the words, the width and the colours that they get, and the only clock."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import sys
from pathlib import Path
from typing import IO

from attrs import frozen

from samverkan.cli.complaints import Misuse
from samverkan.cli.output import write_whole
from samverkan.formats.wording import Wording
from samverkan.model.message import say

_WIDEST = 100
"""Longer lines are hard to read, however wide the window is."""
_NARROWEST = 20


@frozen
class Answer:
    """What a verb has to say, and the exit status that goes with it; ``data`` is for programs and always UTF-8.

    Bytes are a file for another program, such as a workbook. A ``complaint`` is said where errors are read, unless the
    reader wants it in a file. What is there to be written in, such as a template, is ``to_fill``: it never takes the
    place of a file, in which somebody may have written already.
    """

    text: str | bytes
    status: int = 0
    data: bool = False
    complaint: bool = False
    to_fill: bool = False


@frozen
class Terminal:
    """Who reads, and on what."""

    wording: Wording
    width: int = 80
    colour: bool = False

    @classmethod
    def of_process(cls, wording: Wording) -> Terminal:
        """Look at the terminal and the environment of this process."""
        columns = shutil.get_terminal_size().columns
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        return cls(wording, max(_NARROWEST, min(columns, _WIDEST)), colour)

    def give(self, answer: Answer, output: str | None = None) -> None:
        """Print an answer, or write it to a file; raises ``OSError``."""
        if output is not None and output != "-":
            if answer.to_fill and Path(output).is_file():
                raise Misuse(say("{file} exists already, and is not overwritten; choose another name", file=output))
            write_whole(Path(output), answer.text)
            return
        if isinstance(answer.text, bytes):
            _give_bytes(answer.text)
            return
        if answer.complaint:
            self.complain(answer.text.splitlines())
            return
        _fit(sys.stdout, data=answer.data)
        sys.stdout.write(answer.text if answer.data else self._inked(answer.text))
        sys.stdout.flush()

    def _inked(self, text: str) -> str:
        if not self.colour:
            return text
        from samverkan.formats.text.ink import coloured

        return coloured(text)

    def complain(self, lines: list[str]) -> None:
        """Say what is wrong where errors are read."""
        _fit(sys.stderr, data=False)
        with contextlib.suppress(OSError):
            sys.stderr.write("".join(f"{line}\n" for line in lines))
            sys.stderr.flush()


def _give_bytes(content: bytes) -> None:
    """Hand a file to the next program; a person at a terminal can do nothing with it."""
    if sys.stdout.isatty():
        raise Misuse(say("this is a file for another program; add --output with a name for it"))
    sys.stdout.buffer.write(content)
    sys.stdout.flush()


def _fit(stream: IO[str], *, data: bool) -> None:
    """Let a stream print what it cannot encode as question marks rather than fail; data is UTF-8 everywhere."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if data:
        reconfigure(encoding="utf-8", errors="replace", newline="\n")
    else:
        reconfigure(errors="replace")


def today() -> dt.date:
    """Look at the clock, in the time zone of this machine."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date()
