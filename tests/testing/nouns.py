"""Every noun, enumeration and union that the model holds, found by looking."""

from __future__ import annotations

import pkgutil
from enum import Enum
from importlib import import_module
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs

import samverkan.model
from samverkan.model.facts import Unknown

MODULES = [import_module(each.name) for each in pkgutil.iter_modules(samverkan.model.__path__, "samverkan.model.")]

_NAMED = [(module, thing) for module in MODULES for thing in vars(module).values()]
CLASSES = [
    thing
    for module, thing in _NAMED
    if isinstance(thing, type) and attrs.has(thing) and thing.__module__ == module.__name__
]
ENUMS = [
    thing
    for module, thing in _NAMED
    if isinstance(thing, type) and issubclass(thing, Enum) and thing.__module__ == module.__name__
]
UNIONS: list[Any] = []
for _, thing in _NAMED:
    # A Fact is a union too, but one of states; the tests of facts look at those.
    if get_origin(thing) in (Union, UnionType) and Unknown not in get_args(thing) and thing not in UNIONS:
        UNIONS.append(thing)
