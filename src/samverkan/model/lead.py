"""Who starts it, who leads it and who holds it together: initiative, project lead, coordination, one entrance."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.facts import UNKNOWN, Fact
from samverkan.model.names import Text, an_id, ids, texts
from samverkan.model.source import Source
from samverkan.model.values import a_date, as_fact_text, as_fraction

if TYPE_CHECKING:
    from attrs import Attribute


@frozen
class Initiative:
    """Who took the initiative (*initiativ*), an organisation of this file, and when."""

    by: Fact[str] = field(default=UNKNOWN, metadata={"refers": "organisations"})
    date: Fact[dt.date] = field(default=UNKNOWN, validator=a_date)
    source: Source | None = None


def _share(_: object, attribute: Attribute[Any], share: object) -> None:
    if isinstance(share, Fraction) and not 0 <= share <= 1:
        raise InvalidValueError(
            "bad-share", f"{attribute.name} {share} is no share of full time", "a share from 0 to 1"
        )


@frozen
class ProjectLead:
    """The project lead (*projektledare*): how many are accountable, how much of full time, since when.

    ``attends`` names the bodies at which the lead is a standing presenter without a seat.
    """

    accountable: Fact[int] = UNKNOWN
    employer: Fact[str] = field(default=UNKNOWN, metadata={"refers": "organisations"})
    working_time: Fact[Fraction] = field(default=UNKNOWN, converter=as_fraction, validator=_share)
    appointed: Fact[dt.date] = field(default=UNKNOWN, validator=a_date)
    reports_to: Fact[str] = UNKNOWN
    attends: Fact[tuple[str, ...]] = field(default=UNKNOWN, metadata={"refers": "bodies"})
    source: Source | None = None


@frozen
class Coordination:
    """The coordination function (*samordningsfunktion*): the body or role that is designated, else who it may be.

    ``body`` names a body of this file; a function that is a role and no body has ``role``.
    """

    body: Fact[str] = field(default=UNKNOWN, metadata={"refers": "bodies"})
    role: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    candidates: tuple[Text, ...] = field(default=(), converter=texts)
    source: Source | None = None


@frozen
class Entrance:
    """The one contact point for newcomers and partners (*en väg in*): a role or a place, never a person."""

    name: Text
    channel: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    primary: bool = True
    source: Source | None = None


@frozen
class Role:
    """A role in the work that is no seat (*roll*); how many hold it may be unknown."""

    id: str = field(validator=an_id)
    name: Text
    count: Fact[int] = UNKNOWN
    duties: tuple[Text, ...] = field(default=(), converter=texts)
    requirements: tuple[Text, ...] = field(default=(), converter=texts)
    body: str | None = field(default=None, metadata={"refers": "bodies"})
    organisations: tuple[str, ...] = field(default=(), converter=ids, metadata={"refers": "organisations"})
    source: Source | None = None
