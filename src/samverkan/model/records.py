"""What has been done and can be shown: decisions, meetings held and their notes, and how it is made public."""

from __future__ import annotations

import datetime as dt

from attrs import field, frozen

from samverkan.model.facts import UNKNOWN, Fact
from samverkan.model.names import Text, an_id, ids, texts
from samverkan.model.source import Source
from samverkan.model.values import a_date, as_fact_text


@frozen
class Decision:
    """A decision that was taken (*beslut*): by which body, when, about what.

    ``mandate`` marks the decision that gives the process its mandate.
    """

    id: str = field(validator=an_id)
    about: Text
    body: Fact[str] = field(default=UNKNOWN, metadata={"refers": "bodies"})
    date: Fact[dt.date] = field(default=UNKNOWN, validator=a_date)
    mandate: bool = False
    source: Source | None = None


@frozen
class Held:
    """A meeting that was held (*genomfört möte*): of which body, on which day, instead of which planned day.

    ``present`` lists the seats that were there; ``attendance_complete`` says that nobody else was.
    ``notes`` is the day when the notes were published; declared absent, there are none.
    """

    body: str = field(metadata={"refers": "bodies"})
    date: dt.date = field(validator=a_date)
    nominal: dt.date | None = field(default=None, validator=a_date)
    present: tuple[str, ...] = field(default=(), converter=ids, metadata={"refers": "seats"})
    attendance_complete: bool = False
    notes: Fact[dt.date] = field(default=UNKNOWN, validator=a_date)
    source: Source | None = None


@frozen
class PublicationPolicy:
    """What is promised to be made public, where, how soon, by whom and in which languages.

    ``max_delay_days`` declared absent means that no limit is promised.
    ``languages`` are IETF tags; ``languages_complete`` says that there are no others.
    """

    what: tuple[Text, ...] = field(default=(), converter=texts)
    what_complete: bool = False
    channel: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    max_delay_days: Fact[int] = UNKNOWN
    responsible: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    languages: tuple[str, ...] = field(default=(), converter=ids)
    languages_complete: bool = False
    source: Source | None = None
