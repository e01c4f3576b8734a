"""Which language the reader wants, found before anything is parsed: help and errors need it too."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from samverkan.formats.wording import LANGUAGES, Wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

VARIABLE = "SAMVERKAN_LANG"
"""The variable of the environment that chooses the language where ``--lang`` does not."""
_OPTION = "--lang"


def wording_for(arguments: Sequence[str], environment: Mapping[str, str]) -> Wording:
    """Take the language from ``--lang`` anywhere on the line, else from SAMVERKAN_LANG, else Swedish.

    A language that does not exist gives Swedish here, in which it is then refused: by the parser, or as ``unheard``.
    """
    asked = [word for word in _asked(arguments) if word in LANGUAGES]
    preset = _preset(environment)
    return Wording((asked or [preset if preset in LANGUAGES else LANGUAGES[0]])[-1])


def unheard(arguments: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """Give what SAMVERKAN_LANG says where that counts and is no language that we speak."""
    counts = not _asked(arguments) and _preset(environment) not in {"", *LANGUAGES}
    return environment[VARIABLE] if counts else None


def _preset(environment: Mapping[str, str]) -> str:
    return environment.get(VARIABLE, "").strip().lower()[:2]


def _asked(arguments: Sequence[str]) -> list[str]:
    options = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    apart = [after for before, after in pairwise(options) if before == _OPTION]
    return [*apart, *(word.removeprefix(f"{_OPTION}=") for word in options if word.startswith(f"{_OPTION}="))]
