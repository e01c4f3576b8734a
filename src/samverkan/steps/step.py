"""One step on the way to a collaboration that carries (*steg*): what, after what, how long, by whom, to what avail."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from samverkan.checklist.registry import shipped_criterion
from samverkan.model.identity import Phase
from samverkan.model.names import Text, an_id, as_text, ids
from samverkan.model.values import a_date, positive

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute


class Each(Enum):
    """For what a step is taken one time each."""

    MUNICIPALITY = "municipality"


@frozen
class Done:
    """The day on which a step was done (*gjort*), in one municipality where it is taken in each; a bare date in a file.

    ``municipality`` is the code of Statistics Sweden.
    """

    key: ClassVar[str] = "date"

    date: dt.date = field(validator=a_date)
    municipality: str | None = None


def _done(days: Iterable[Done]) -> tuple[Done, ...]:
    return tuple(days)


def _phases(phases: Iterable[Phase]) -> tuple[Phase, ...]:
    return tuple(phases)


def _shipped(_: object, __: Attribute[Any], names: tuple[str, ...]) -> None:
    for name in names:
        shipped_criterion(name)


OUR_CHOICE = Text("vårt val", "our choice")
"""The source of every number that no source gives."""


@frozen(kw_only=True)
class Step:
    """A step of a rollout (*steg*); ``after`` are the steps that end before it begins, ``days`` its working days.

    ``criteria`` are those of the checklists that come along, such as ``tranemo:6.2``, which together say that it is
    done; a step without any is done when ``done`` says so. ``evidence`` is what shows it to others. With ``each`` it is
    taken in every municipality, and with ``phases`` only while the setup is in one of these. ``source`` says where the
    step and its place in the order come from, ``days_source`` where its length and its role do.
    """

    id: str = field(validator=an_id)
    title: Text = field(converter=as_text)
    about: Text = field(converter=as_text)
    after: tuple[str, ...] = field(default=(), converter=ids)
    days: int = field(validator=positive)
    role: Text = field(converter=as_text)
    criteria: tuple[str, ...] = field(default=(), converter=ids, validator=_shipped)
    evidence: Text = field(converter=as_text)
    source: Text = field(converter=as_text)
    days_source: Text = field(default=OUR_CHOICE, converter=as_text)
    each: Each | None = None
    phases: tuple[Phase, ...] = field(default=(), converter=_phases)
    done: tuple[Done, ...] = field(default=(), converter=_done)
