"""Blocks become HTML by the templates beside this module (*mallar*); whatever a file says stays text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from samverkan.formats.text.width import clean

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES: Final = Path(__file__).with_name("templates")
"""The folder of the templates and of the style sheet."""


def rendered(template: str, **values: object) -> str:
    """Fill in a template; what it names and is not given is an error, and what is no markup of ours is escaped."""
    return _environment().get_template(f"{template}.html.jinja").render(**values) + "\n"


@cache
def style() -> str:
    """Give the style sheet."""
    return (TEMPLATES / "style.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    import jinja2

    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["refuse"] = _refuse
    return made


def _text(value: object) -> object:
    """Give text as every reader will have it: in one line, without signs that turn the direction of what follows."""
    return clean(value) if type(value) is str else value


def _refuse(thing: object) -> None:
    raise TypeError(f"the templates do not know how to write {type(thing).__name__}")
