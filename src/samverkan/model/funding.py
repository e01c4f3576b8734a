"""Whose money it is: amounts, and the printed lines of partners and co-financiers (*medel, medfinansiärer*)."""

from __future__ import annotations

from fractions import Fraction

from attrs import field, frozen

from samverkan.model.facts import UNKNOWN, Fact, stated
from samverkan.model.names import Text, as_text
from samverkan.model.source import Source
from samverkan.model.values import as_fact_text


@frozen
class Money:
    """The money of a project in whole Swedish kronor: what was granted, and the whole budget."""

    granted: Fact[int] = UNKNOWN
    total: Fact[int] = UNKNOWN
    source: Source | None = None

    @property
    def other(self) -> int | None:
        """What others than the fund are to pay (*medfinansiering*), or nothing while one of the amounts is unknown."""
        granted, total = stated(self.granted), stated(self.total)
        return None if granted is None or total is None else total - granted

    @property
    def share(self) -> Fraction | None:
        """The exact share of the whole that was granted, or nothing of no money; it compares in whole numbers."""
        granted, total = stated(self.granted), stated(self.total)
        return Fraction(granted, total) if granted is not None and total else None


@frozen
class Line:
    """One printed line of partners or co-financiers, kept as it stands; equal names are not one organisation.

    ``organisation`` is the one of this file that it means; ``municipality`` where the unit belongs;
    ``relation`` is how the source describes its part in the work.
    """

    name: Text = field(converter=as_text)
    organisation: Fact[str] = field(default=UNKNOWN, metadata={"refers": "organisations"})
    municipality: Fact[str] = UNKNOWN
    relation: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    source: Source | None = None
