"""The sources as a whole, and what a careful reader remarks on them (*underlag*)."""

from __future__ import annotations

import datetime as dt
from enum import Enum

from attrs import field, frozen

from samverkan.model.facts import UNKNOWN, Fact
from samverkan.model.names import Text, an_id, as_text, ids
from samverkan.model.source import Source
from samverkan.model.values import a_date, as_fact_text


@frozen
class Document:
    """A source as a whole (*underlag*); where it is ``truncated``, its silence is worth less.

    ``earliest`` and ``latest`` bound the day of which it tells; ``note`` says what of it was lost.
    """

    id: str = field(validator=an_id)
    kind: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    title: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    pages: int | None = None
    truncated: bool = False
    earliest: dt.date | None = field(default=None, validator=a_date)
    latest: dt.date | None = field(default=None, validator=a_date)
    note: Text | None = None
    source: Source | None = None


class RemarkKind(Enum):
    """What troubles a careful reader: statements that disagree, one of several readings, silence, a slip of the pen."""

    CONFLICT = "conflict"
    AMBIGUITY = "ambiguity"
    GAP = "gap"
    FORMAT = "format"


@frozen
class Remark:
    """What a careful reader remarks on the source (*källkritisk anmärkning*), and how this file treats it.

    ``about`` names the fields of this file that it concerns, such as ``events.teater.when``.
    """

    id: str = field(validator=an_id)
    kind: RemarkKind
    text: Text = field(converter=as_text)
    treatment: Text = field(converter=as_text)
    about: tuple[str, ...] = field(default=(), converter=ids)
