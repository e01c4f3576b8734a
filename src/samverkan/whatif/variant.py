"""A variant of a collaboration (*variant*) as the changes that lead to it, and many variants at once."""

from __future__ import annotations

from functools import reduce
from itertools import product
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.drills.without import losses
from samverkan.model.cadence import Weekday
from samverkan.whatif.change import Change, OnWeekday, Without, applied, name_of
from samverkan.whatif.weekdays import weekday_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from samverkan.drills.without import LossKind
    from samverkan.model.collaboration import Collaboration

WORKING_DAYS = tuple(Weekday)[:5]
"""From Monday to Friday."""


def _changes(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(changes)


@frozen
class Variant:
    """Changes that are carried out together, one after the other (*variant*); without any it is as today."""

    changes: tuple[Change, ...] = field(default=(), converter=_changes)

    @property
    def id(self) -> str:
        """The name by which results know it: ``as today``, or its changes joined by a plus."""
        return " + ".join(map(name_of, self.changes)) or "as today"

    def apply(self, collaboration: Collaboration) -> Collaboration:
        """Give the collaboration as it would be; raises what ``applied`` does, for the first change that cannot be."""
        return reduce(lambda whole, change: applied(change, whole), self.changes, collaboration)


TODAY = Variant()
"""Nothing is otherwise."""


def every_loss(collaboration: Collaboration, kinds: Collection[LossKind]) -> Iterator[Without]:
    """Give the loss of each role or organisation of some kinds, one at a time, in the order of the file."""
    return (Without(loss) for loss in losses(collaboration) if loss.kind in kinds)


def every_weekday(collaboration: Collaboration, weekdays: Iterable[Weekday] = WORKING_DAYS) -> Iterator[OnWeekday]:
    """Give each series that meets on one weekday each of the others."""
    days = tuple(weekdays)
    for series in collaboration.series:
        before = weekday_of(series)
        if before is not None:
            yield from (OnWeekday(series.id, day) for day in days if day is not before)


def one_by_one(changes: Iterable[Change]) -> Iterator[Variant]:
    """Give a variant for each change alone."""
    return (Variant((change,)) for change in changes)


def combined(*choices: Iterable[Change]) -> Iterator[Variant]:
    """Give every combination of at most one change of each choice, as today first, the last choice varying fastest.

    They are made one at a time, however many there are.

    >>> import datetime as dt
    >>> from samverkan.whatif.change import From
    >>> for variant in combined([From("a", dt.date(2027, 2, 1))], [From("b", dt.date(2027, 2, 2))]):
    ...     print(variant.id)
    as today
    b from 2027-02-02
    a from 2027-02-01
    a from 2027-02-01 + b from 2027-02-02
    """
    options: list[list[Change | None]] = [[None, *choice] for choice in choices]
    for chosen in product(*options):
        yield Variant(change for change in chosen if change is not None)
