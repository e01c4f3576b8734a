"""A day of an activity (*aktivitetsdag*): it has a date, but no table meets."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from samverkan.model.names import Text


@frozen
class Occasion:
    """A day on which an activity takes place, such as a lecture; ``id`` is the activity's."""

    id: str
    name: Text
    date: dt.date
    bodies: tuple[str, ...] = ()
