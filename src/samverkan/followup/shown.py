"""What may be told of results to everybody (*offentliggörande*), with what is kept back told as nothing but hidden."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.followup.confidence import Confidence, wilson
from samverkan.followup.margins import margins
from samverkan.followup.nesting import cross, group, measure, unbroken
from samverkan.followup.suppression import suppressed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkan.followup.result import Result


class Hidden(Enum):
    """The mark of a number that is kept back (*döljs*); it never says why, since that would tell which are small."""

    HIDDEN = "hidden"


@frozen(kw_only=True)
class Shown:
    """The numbers of one result as everybody may see them; nothing where the result itself has none.

    A share, its interval, and whether a goal is reached may be told only where ``share`` is a number.
    """

    count: int | Hidden
    pending: int | Hidden | None
    total: int | Hidden | None

    @property
    def share(self) -> Fraction | Hidden | None:
        """The exact share that is certainly reached; nothing of nobody."""
        if self.total is None:
            return None
        if isinstance(self.count, Hidden) or isinstance(self.pending, Hidden) or isinstance(self.total, Hidden):
            return Hidden.HIDDEN
        return Fraction(self.count, self.total) if self.total else None

    def confidence(self, *, level: float = 0.95) -> Confidence | Hidden | None:
        """Give the interval for the share; nothing where there is none, or where somebody's window is still open."""
        if isinstance(self.share, Hidden):
            return Hidden.HIDDEN
        if not isinstance(self.count, int) or not isinstance(self.total, int) or self.pending:
            return None
        return wilson(self.count, self.total, level=level)


def shown(results: Iterable[Result], *, rest_of: Mapping[str, str] | None = None) -> tuple[Shown, ...]:
    """Give what may be told of each result about people, in their order, when all are published at once.

    Whatever the goal counts, the results must be of people: what counts things is nobody's secret. Of results for the
    same people only the last collected is told, and of results that cross only the first. ``rest_of`` leads from goals
    about the rest of another to that other.
    """
    given = tuple(results)
    places = _uncrossed(given)
    known = [given[place] for place in places]
    table = margins(known, told=unbroken(known), rest_of=rest_of or {})
    told = table.told - suppressed(table)

    def number(place: int, what: str, real: int) -> int | Hidden:
        return real if place in places and (places.index(place), what) in told else Hidden.HIDDEN

    return tuple(
        Shown(
            count=number(place, "count", each.count),
            pending=None if each.pending is None else number(place, "pending", each.pending),
            total=None if each.total is None else number(place, "total", each.total),
        )
        for place, each in enumerate(given)
    )


def _uncrossed(results: tuple[Result, ...]) -> list[int]:
    latest: dict[object, int] = {}
    for place, each in enumerate(results):
        known = latest.setdefault((group(each), measure(each)), place)
        if (results[known].collected, results[known].source) < (each.collected, each.source):
            latest[group(each), measure(each)] = place
    told: list[int] = []
    for place in sorted(latest.values()):
        if not any(cross(results[place], results[other]) for other in told):
            told.append(place)
    return told
