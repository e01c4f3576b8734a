"""Who takes part: organisations, their sectors, and the municipalities of the setup."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.facts import UNKNOWN, Fact
from samverkan.model.names import Text, an_id, ids, normalised, not_blank
from samverkan.model.source import Source
from samverkan.model.values import as_fact_text
from samverkan.model.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable


class Sector(Enum):
    """The sector that an organisation belongs to (*sektor*); an unknown sector is ``UNKNOWN``."""

    MUNICIPALITY = "municipality"
    MUNICIPAL_FEDERATION = "municipal-federation"
    REGION = "region"
    STATE_AGENCY = "state-agency"
    ACADEMIA = "academia"
    BUSINESS = "business"
    CIVIL_SOCIETY = "civil-society"
    TARGET_GROUP = "target-group"


class Constituency(Enum):
    """One of the four parties that the model wants together: municipality, agencies, business, civil society."""

    MUNICIPALITY = "municipality"
    AGENCIES = "agencies"
    BUSINESS = "business"
    CIVIL_SOCIETY = "civil-society"


CONSTITUENCY: dict[Sector, Constituency] = {
    Sector.MUNICIPALITY: Constituency.MUNICIPALITY,
    Sector.REGION: Constituency.AGENCIES,
    Sector.STATE_AGENCY: Constituency.AGENCIES,
    Sector.ACADEMIA: Constituency.AGENCIES,
    Sector.BUSINESS: Constituency.BUSINESS,
    Sector.CIVIL_SOCIETY: Constituency.CIVIL_SOCIETY,
}
"""Which of the four a sector counts to (inferred from slide 23); municipal federations and target groups to none."""


def _sectors(sectors: Iterable[Sector]) -> tuple[Sector, ...]:
    return tuple(sectors)


@frozen
class Organisation:
    """An actor with a name and a sector (*aktör*), or one that a source mentions without naming it.

    ``not_sectors`` are sectors that it certainly does not belong to though its own is unknown;
    ``part_of`` is the organisation that it is a unit of; ``municipality`` is the code or name of where it belongs.
    """

    id: str = field(validator=an_id)
    name: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    sector: Fact[Sector] = UNKNOWN
    not_sectors: tuple[Sector, ...] = field(default=(), converter=_sectors)
    part_of: str | None = field(default=None, metadata={"refers": "organisations"})
    municipality: Fact[str] = UNKNOWN
    aliases: tuple[str, ...] = field(default=(), converter=ids)
    joined: Fact[When] = UNKNOWN
    note: Text | None = None
    source: Source | None = None

    def __attrs_post_init__(self) -> None:
        if isinstance(self.sector, Sector) and self.sector in self.not_sectors:
            raise InvalidValueError(
                "contradiction",
                f"the sector {self.sector.value} is among not_sectors too",
                "a sector that it may have",
            )

    def may_be(self, sector: Sector) -> bool:
        """Say whether the organisation belongs, or for all that is known could belong, to the sector."""
        if isinstance(self.sector, Sector):
            return self.sector is sector
        return sector not in self.not_sectors


def _code(_: object, __: object, value: str) -> None:
    # A number is refused too: it has lost the zero at its front.
    if type(value) is not str or not (len(value) == 4 and value.isascii() and value.isdigit()):
        raise InvalidValueError(
            "bad-municipality-code", f"{value!r} is not a municipality code", "four digits as text, such as “0586”"
        )


class Place(Enum):
    """The part of a source in which something stands: its form fields, or its running text."""

    CARD = "card"
    TEXT = "text"


def _places(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(places)


@frozen
class Municipality:
    """A municipality (*kommun*) that takes part: Statistics Sweden's code, and the name as the people there write it.

    ``joins`` says when, where municipalities join by and by; ``stated_in`` where the source names it.
    In a file, ``"1452" = "Tranemo"`` is the plain case.
    """

    short_field: ClassVar[str] = "name"

    code: str = field(validator=_code)
    name: str = field(converter=normalised, validator=not_blank)
    joins: Fact[When] = UNKNOWN
    stated_in: tuple[Place, ...] = field(default=(), converter=_places)
    source: Source | None = None
