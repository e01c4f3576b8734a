"""Variants, one and many."""

from __future__ import annotations

import datetime as dt
from itertools import count, islice
from typing import TYPE_CHECKING

from samverkan.drills.without import LossKind, losses
from samverkan.formats.bundled import bundled
from samverkan.model.cadence import Weekday
from samverkan.whatif.change import From, OnWeekday
from samverkan.whatif.variant import TODAY, Variant, combined, every_loss, every_weekday, one_by_one

if TYPE_CHECKING:
    from collections.abc import Iterator

TRANEMO = bundled("tranemo")
SERIES = "p06-samverkansgrupp-series"


def test_an_empty_variant_changes_nothing() -> None:
    assert TODAY.apply(TRANEMO) is TRANEMO
    assert TODAY.id == "as today"


def test_the_changes_of_a_variant_are_carried_out_in_order() -> None:
    friday = dt.date(2016, 3, 11)
    variant = Variant([From(SERIES, friday), OnWeekday(SERIES, Weekday.MONDAY)])

    (series,) = variant.apply(TRANEMO).series
    assert series.from_ == dt.date(2016, 3, 7)
    assert variant.id == f"{SERIES} from 2016-03-11 + {SERIES} on monday"


def test_every_loss_of_a_kind_is_thought_of_once() -> None:
    changes = list(every_loss(TRANEMO, {LossKind.SEAT, LossKind.LEAD}))

    assert [each.loss for each in changes] == [
        each for each in losses(TRANEMO) if each.kind in {LossKind.SEAT, LossKind.LEAD}
    ]
    assert len(changes) == 26


def test_a_series_is_offered_every_working_day_but_its_own() -> None:
    days = [each.weekday for each in every_weekday(TRANEMO)]

    assert days == [Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY]


def test_one_by_one_there_is_a_variant_for_each_change() -> None:
    changes = list(every_weekday(TRANEMO))

    assert [each.changes for each in one_by_one(changes)] == [(each,) for each in changes]


def test_combined_there_is_one_for_each_way_to_choose_or_not_to() -> None:
    first = [From("a", dt.date(2027, 1, day)) for day in (1, 2)]
    second = [From("b", dt.date(2027, 1, day)) for day in (1, 2, 3)]

    found = list(combined(first, second))

    assert len(found) == len({each.id for each in found}) == 3 * 4
    assert found[0] == TODAY


def test_variants_are_made_one_at_a_time() -> None:
    def endless() -> Iterator[From]:
        return (From(f"s{number}", dt.date(2027, 1, 1)) for number in count())

    assert [each.id for each in islice(one_by_one(endless()), 2)] == ["s0 from 2027-01-01", "s1 from 2027-01-01"]
