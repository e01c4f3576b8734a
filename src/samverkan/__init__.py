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
    from samverkan.arranging.arrange import arrange
    from samverkan.arranging.arrangement import Arrangement
    from samverkan.arranging.solution import Solver
    from samverkan.arranging.wishes import Wishes
    from samverkan.capacity.headroom import Headroom, headroom
    from samverkan.capacity.part import Given
    from samverkan.capacity.scenarios import Simulation, scenarios
    from samverkan.capacity.simulation import Occupancy
    from samverkan.checklist.comparison import compare
    from samverkan.checklist.competence.attendance import Attendance
    from samverkan.checklist.competence.competence import competence
    from samverkan.checklist.competence.resilience import resilience
    from samverkan.checklist.competence.ruling import Competence, Standing
    from samverkan.checklist.evaluate import Evaluation, evaluate
    from samverkan.checklist.forecast import forecast
    from samverkan.checklist.outcome import Outcome, Verdict
    from samverkan.drills.drill import vacancy_drill
    from samverkan.drills.waiting import waiting
    from samverkan.errors import (
        Fault,
        InvalidCollaborationError,
        InvalidResultsError,
        InvalidValueError,
        Location,
        SamverkanError,
        UnknownNameError,
        UnreadableFileError,
    )
    from samverkan.followup.follow import follow_up
    from samverkan.followup.followup import FollowUp
    from samverkan.followup.result import Result
    from samverkan.formats.bundled import bundled, bundled_names
    from samverkan.formats.files import load
    from samverkan.formats.ical.subscription import feed
    from samverkan.formats.ical.taken import busy
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
    from samverkan.planning.conformance import conformance
    from samverkan.planning.meeting import Meeting
    from samverkan.planning.merging import merged
    from samverkan.planning.occupied import clashes_with
    from samverkan.planning.schedule import Schedule, schedule
    from samverkan.steps.rollout import Rollout, rollout
    from samverkan.steps.step import Step
    from samverkan.ties.across import merged_network
    from samverkan.ties.graph import network
    from samverkan.whatif.sweep import what_if

_HOMES = {
    "samverkan.arranging.arrange": ("arrange",),
    "samverkan.arranging.arrangement": ("Arrangement",),
    "samverkan.arranging.solution": ("Solver",),
    "samverkan.arranging.wishes": ("Wishes",),
    "samverkan.capacity.headroom": ("Headroom", "headroom"),
    "samverkan.capacity.part": ("Given",),
    "samverkan.capacity.scenarios": ("Simulation", "scenarios"),
    "samverkan.capacity.simulation": ("Occupancy",),
    "samverkan.checklist.comparison": ("compare",),
    "samverkan.checklist.competence.attendance": ("Attendance",),
    "samverkan.checklist.competence.competence": ("competence",),
    "samverkan.checklist.competence.resilience": ("resilience",),
    "samverkan.checklist.competence.ruling": ("Competence", "Standing"),
    "samverkan.checklist.evaluate": ("Evaluation", "evaluate"),
    "samverkan.checklist.forecast": ("forecast",),
    "samverkan.checklist.outcome": ("Outcome", "Verdict"),
    "samverkan.drills.drill": ("vacancy_drill",),
    "samverkan.drills.waiting": ("waiting",),
    "samverkan.errors": (
        "Fault",
        "InvalidCollaborationError",
        "InvalidResultsError",
        "InvalidValueError",
        "Location",
        "SamverkanError",
        "UnknownNameError",
        "UnreadableFileError",
    ),
    "samverkan.followup.follow": ("follow_up",),
    "samverkan.followup.followup": ("FollowUp",),
    "samverkan.followup.result": ("Result",),
    "samverkan.formats.bundled": ("bundled", "bundled_names"),
    "samverkan.formats.files": ("load",),
    "samverkan.formats.ical.subscription": ("feed",),
    "samverkan.formats.ical.taken": ("busy",),
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
    "samverkan.planning.conformance": ("conformance",),
    "samverkan.planning.meeting": ("Meeting",),
    "samverkan.planning.merging": ("merged",),
    "samverkan.planning.occupied": ("clashes_with",),
    "samverkan.planning.schedule": ("Schedule", "schedule"),
    "samverkan.steps.rollout": ("Rollout", "rollout"),
    "samverkan.steps.step": ("Step",),
    "samverkan.ties.across": ("merged_network",),
    "samverkan.ties.graph": ("network",),
    "samverkan.whatif.sweep": ("what_if",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "UNKNOWN",
    "Absent",
    "Activity",
    "Arrangement",
    "AtLeast",
    "Attendance",
    "Body",
    "BodyKind",
    "Claim",
    "Collaboration",
    "Competence",
    "Disputed",
    "Evaluation",
    "Event",
    "Fault",
    "FollowUp",
    "Given",
    "Headroom",
    "InvalidCollaborationError",
    "InvalidResultsError",
    "InvalidValueError",
    "Level",
    "Location",
    "Mandate",
    "Meeting",
    "MoreThan",
    "Municipality",
    "Occupancy",
    "OnHoliday",
    "Organisation",
    "Outcome",
    "Rank",
    "Result",
    "Rollout",
    "SamverkanError",
    "Schedule",
    "Seat",
    "Sector",
    "Series",
    "Simulation",
    "Solver",
    "Source",
    "Standing",
    "Step",
    "Term",
    "Text",
    "UnknownNameError",
    "UnreadableFileError",
    "Verdict",
    "Wishes",
    "arrange",
    "bundled",
    "bundled_names",
    "busy",
    "clashes_with",
    "compare",
    "competence",
    "conformance",
    "dumps",
    "evaluate",
    "feed",
    "follow_up",
    "forecast",
    "headroom",
    "load",
    "loads",
    "merged",
    "merged_network",
    "network",
    "resilience",
    "rollout",
    "scenarios",
    "schedule",
    "stated",
    "vacancy_drill",
    "waiting",
    "what_if",
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
