"""Which language the reader wants, found before anything is parsed: help and errors need it too."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from samverkan.formats.wording import LANGUAGES, Wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

VARIABLE = "SAMVERKAN_LANG"
_OPTION = "--lang"


def wording_for(arguments: Sequence[str], environment: Mapping[str, str]) -> Wording:
    """Take the language from ``--lang`` anywhere on the line, else from SAMVERKAN_LANG, else Swedish.

    A language that does not exist gives Swedish here; the parser then refuses it, in Swedish.
    """
    asked = [word for word in _asked(arguments) if word in LANGUAGES]
    preset = environment.get(VARIABLE, "").lower()[:2]
    return Wording((asked or [preset if preset in LANGUAGES else LANGUAGES[0]])[-1])


def _asked(arguments: Sequence[str]) -> list[str]:
    options = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    apart = [after for before, after in pairwise(options) if before == _OPTION]
    return [*apart, *(word.removeprefix(f"{_OPTION}=") for word in options if word.startswith(f"{_OPTION}="))]
