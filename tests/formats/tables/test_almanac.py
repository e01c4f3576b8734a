from __future__ import annotations

import datetime as dt

from samverkan.formats.tables.almanac import Almanac, Lane, LaneKind, Mark, Shade, ShadeKind, Stretch, Undated

DAY = dt.date(2016, 3, 4)
YEAR = Almanac(
    name="X",
    first=dt.date(2016, 1, 1),
    last=dt.date(2016, 12, 31),
    lanes=(Lane("A"), Lane("B"), Lane("C"), Lane("Arbete", LaneKind.AREA), Lane("Annat", LaneKind.REST)),
    marks=(Mark("m", DAY, "M", (0, 2)), Mark("n", DAY, "N", (2,)), Mark("o", DAY, "O", (4,))),
    stretches=(Stretch("s", dt.date(2016, 5, 20), dt.date(2016, 6, 10), "S", (3,)),),
    undated=(Undated("u", "U", (1,)),),
    shades=(Shade(dt.date(2016, 6, 6), dt.date(2016, 6, 6), "D", ShadeKind.HOLIDAY),),
)


def test_lanes_with_nothing_dated_can_be_left_out() -> None:
    dated = YEAR.dated()

    assert [lane.name for lane in dated.lanes] == ["A", "C", "Arbete", "Annat"]
    assert [mark.lanes for mark in dated.marks] == [(0, 1), (1,), (3,)]
    assert dated.undated[0].lanes == ()


def test_areas_fold_into_one_lane_and_bodies_keep_theirs() -> None:
    folded = YEAR.dated().folded(9, bodies="Övriga", rest="Allt annat")

    assert [(lane.name, lane.kind) for lane in folded.lanes] == [
        ("A", LaneKind.BODY),
        ("C", LaneKind.BODY),
        ("Allt annat", LaneKind.REST),
    ]
    assert (folded.marks[2].lanes, folded.stretches[0].lanes) == ((2,), (2,))


def test_of_too_many_bodies_the_busiest_stay() -> None:
    folded = YEAR.folded(2, bodies="Övriga", rest="Allt annat")

    assert [lane.name for lane in folded.lanes] == ["C", "Övriga", "Allt annat"]
    assert [mark.lanes for mark in folded.marks] == [(0, 1), (0,), (2,)]


def test_a_part_holds_what_has_a_day_in_it_cut_to_it() -> None:
    part = YEAR.between(dt.date(2016, 6, 1), dt.date(2016, 6, 30))

    assert (part.marks, part.undated, part.days) == ((), (), 30)
    assert part.stretches[0].span == (dt.date(2016, 6, 1), dt.date(2016, 6, 10))
    assert part.shades == YEAR.shades
    assert YEAR.between(dt.date(2016, 6, 11), YEAR.last).stretches == ()
    assert YEAR.between(YEAR.first, dt.date(2016, 5, 19)).stretches == ()
    assert [each.last for each in YEAR.between(YEAR.first, dt.date(2016, 5, 20)).stretches] == [dt.date(2016, 5, 20)]
