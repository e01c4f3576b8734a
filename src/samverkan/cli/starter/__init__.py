"""The file that a new collaboration begins with: what is known filled in, the rest as examples to take into use."""

from __future__ import annotations

import datetime as dt
import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING

from samverkan.model.names import normalised, slug
from samverkan.model.terms import Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.organisations import Municipality

_PLACE = re.compile(r"@([a-z]+)@")


def starter(name: str, towns: Sequence[Municipality], *, id_: str, language: str, today: dt.date) -> str:
    """Write the file for the term after ``today``; every place of the template gets a TOML value."""
    template = files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    ids = _ids(towns)
    term = Term.of(today).following
    values = {
        "id": _quoted(id_),
        "name": _quoted(name),
        "municipalities": ", ".join(f"{_quoted(town.code)} = {_quoted(town.name)}" for town in towns),
        "municipality": _quoted(ids[0]),
        "organisations": "\n".join(_organisation(own, town) for own, town in zip(ids, towns, strict=True)),
        "from": _first_working_week(term).isoformat(),
        "to": term.last.isoformat(),
    }
    return _PLACE.sub(lambda place: values[place[1]], template)


def _ids(towns: Sequence[Municipality]) -> list[str]:
    return [f"{slug(town.name) or town.code}-kommun" for town in towns]


def _organisation(own: str, town: Municipality) -> str:
    name = f"{town.name} kommun"
    return f'{own} = {{ name = {_quoted(name)}, sector = "municipality", municipality = {_quoted(town.code)} }}'


def _first_working_week(term: Term) -> dt.date:
    """Give the Friday of the second whole week, when the offices are open again (our choice)."""
    monday = term.first + dt.timedelta(days=-term.first.weekday() % 7)
    return monday + dt.timedelta(days=7 + 4)


def _quoted(text: str) -> str:
    # JSON's strings are TOML's, but for one sign that JSON leaves as it is.
    return json.dumps(normalised(text), ensure_ascii=False).replace("\x7f", "\\u007f")
