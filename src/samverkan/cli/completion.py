"""What a shell may write on when the reader presses Tab (*komplettering*): words of a choice, setups and files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from collections.abc import Iterable

    import click

_FILES = "file"  # by which click tells the shell to go on with the files of the folder


def words(known: Iterable[str], incomplete: str) -> list[CompletionItem]:
    """Give the words that begin so."""
    return [CompletionItem(word) for word in known if word.startswith(incomplete)]


def files(context: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Leave it to the shell, which knows the files."""
    del context, param
    return [CompletionItem(incomplete, type=_FILES)]


def setups(context: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Give the setups that come along, and the collaboration files beside them.

    Where no setup begins so, it is left to the shell: bash forgets all words where it is to look for files as well.
    """
    from samverkan.formats.bundled import bundled_names

    known = words(bundled_names(), incomplete)
    return [*known, *words(_here(), incomplete)] if known else files(context, param, incomplete)


def _here() -> list[str]:
    from samverkan.formats.files import READERS

    try:
        return sorted(file.name for file in Path().iterdir() if file.suffix.lower() in READERS)
    except OSError:  # the working folder is gone
        return []
