"""Describe a local collaboration as data; learn when it meets, what ties it together and whether it carries.

A collaboration is one value, and everything else is a pure function of it:

>>> import samverkan
>>> tranemo = samverkan.bundled("tranemo")
>>> len(samverkan.schedule(tranemo).of("samverkansgrupp").meetings)
8

Each name below is loaded when it is first used, so that importing the library costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.checklist.evaluate import Evaluation, evaluate
    from samverkan.checklist.outcome import Outcome, Verdict
    from samverkan.errors import (
        Fault,
        InvalidCollaborationError,
        InvalidValueError,
        Location,
        SamverkanError,
        UnknownNameError,
        UnreadableFileError,
    )
    from samverkan.formats.bundled import bundled, bundled_names
    from samverkan.formats.files import load
    from samverkan.formats.toml import dumps, loads
    from samverkan.model.activities import Activity, Event, OnHoliday, Series
    from samverkan.model.bodies import Body, BodyKind, Rank, Seat
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed, stated
    from samverkan.model.mandate import AtLeast, Mandate, MoreThan
    from samverkan.model.names import Text
    from samverkan.model.organisations import Municipality, Organisation, Sector
    from samverkan.model.source import Level, Source
    from samverkan.model.terms import Term
    from samverkan.planning.meeting import Meeting
    from samverkan.planning.schedule import Schedule, schedule
    from samverkan.ties.graph import network

_HOMES = {
    "samverkan.checklist.evaluate": ("Evaluation", "evaluate"),
    "samverkan.checklist.outcome": ("Outcome", "Verdict"),
    "samverkan.errors": (
        "Fault",
        "InvalidCollaborationError",
        "InvalidValueError",
        "Location",
        "SamverkanError",
        "UnknownNameError",
        "UnreadableFileError",
    ),
    "samverkan.formats.bundled": ("bundled", "bundled_names"),
    "samverkan.formats.files": ("load",),
    "samverkan.formats.toml": ("dumps", "loads"),
    "samverkan.model.activities": ("Activity", "Event", "OnHoliday", "Series"),
    "samverkan.model.bodies": ("Body", "BodyKind", "Rank", "Seat"),
    "samverkan.model.collaboration": ("Collaboration",),
    "samverkan.model.facts": ("UNKNOWN", "Absent", "Claim", "Disputed", "stated"),
    "samverkan.model.mandate": ("AtLeast", "Mandate", "MoreThan"),
    "samverkan.model.names": ("Text",),
    "samverkan.model.organisations": ("Municipality", "Organisation", "Sector"),
    "samverkan.model.source": ("Level", "Source"),
    "samverkan.model.terms": ("Term",),
    "samverkan.planning.meeting": ("Meeting",),
    "samverkan.planning.schedule": ("Schedule", "schedule"),
    "samverkan.ties.graph": ("network",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "UNKNOWN",
    "Absent",
    "Activity",
    "AtLeast",
    "Body",
    "BodyKind",
    "Claim",
    "Collaboration",
    "Disputed",
    "Evaluation",
    "Event",
    "Fault",
    "InvalidCollaborationError",
    "InvalidValueError",
    "Level",
    "Location",
    "Mandate",
    "Meeting",
    "MoreThan",
    "Municipality",
    "OnHoliday",
    "Organisation",
    "Outcome",
    "Rank",
    "SamverkanError",
    "Schedule",
    "Seat",
    "Sector",
    "Series",
    "Source",
    "Term",
    "Text",
    "UnknownNameError",
    "UnreadableFileError",
    "Verdict",
    "bundled",
    "bundled_names",
    "dumps",
    "evaluate",
    "load",
    "loads",
    "network",
    "schedule",
    "stated",
]


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("samverkan")
    home = _HOME_OF.get(name)
    if home is None:
        msg = f"module 'samverkan' has no attribute {name!r}"
        raise AttributeError(msg)
    globals()[name] = value = getattr(import_module(home), name)
    return value


def __dir__() -> list[str]:
    return __all__
