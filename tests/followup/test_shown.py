import datetime as dt
from fractions import Fraction

from attrs import evolve

from samverkan.followup.confidence import wilson
from samverkan.followup.result import Ages, Counted, Result, Sex
from samverkan.followup.shown import Hidden, Shown, shown

HIDDEN = Hidden.HIDDEN


def result(count: int, total: int | None = None, pending: int | None = None, **more: object) -> Result:
    whole = Result(
        goal="g-1",
        first=dt.date(2020, 1, 1),
        last=dt.date(2020, 12, 31),
        collected=dt.date(2021, 2, 1),
        count=count,
        total=total,
        pending=pending,
        source="the register",
    )
    return evolve(whole, **more)  # type: ignore[arg-type]


def month(number: int, count: int, total: int | None = None) -> Result:
    return result(count, total, first=dt.date(2020, number, 1), last=dt.date(2020, number, 28))


def numbers(*results: Result, rest_of: dict[str, str] | None = None) -> list[tuple[object, object]]:
    return [(each.count, each.total) for each in shown(results, rest_of=rest_of)]


def test_a_large_group_is_told_with_its_share_and_how_sure_it_is() -> None:
    (found,) = shown([result(30, 50)])

    assert found == Shown(count=30, pending=None, total=50)
    assert found.share == Fraction(3, 5)
    assert found.confidence(level=0.9) == wilson(30, 50, level=0.9)


def test_a_small_count_is_hidden_with_its_share() -> None:
    (found,) = shown([result(3, 50)])

    assert found == Shown(count=HIDDEN, pending=None, total=50)
    assert found.share is HIDDEN
    assert found.confidence() is HIDDEN


def test_so_is_a_count_that_leaves_a_small_rest() -> None:
    assert numbers(result(48, 50)) == [(HIDDEN, 50)]


def test_a_share_of_a_small_group_is_hidden_altogether() -> None:
    assert numbers(result(0, 3)) == [(HIDDEN, HIDDEN)]


def test_that_all_or_none_of_five_or_more_are_counted_is_told() -> None:
    everybody, none = shown([result(50, 50), result(0, 50, goal="g-2")])

    assert (everybody.count, everybody.share) == (50, 1)
    assert (none.count, none.share) == (0, 0)


def test_nobody_is_told_where_that_says_nothing_of_anyone() -> None:
    nobody, open_ = shown([result(0, 0), result(0, 50, 50, goal="g-2")])

    assert (nobody.count, nobody.total, nobody.share, nobody.confidence()) == (0, 0, None, None)
    assert (open_.count, open_.pending, open_.total, open_.confidence()) == (0, 50, 50, None)


def test_what_is_no_share_has_none() -> None:
    (found,) = shown([result(30)])

    assert (found.count, found.total, found.share, found.confidence()) == (30, None, None, None)


def test_a_small_number_of_open_windows_is_hidden_and_the_share_with_it() -> None:
    (found,) = shown([result(30, 50, 2)])

    assert found == Shown(count=30, pending=HIDDEN, total=50)
    assert found.share is HIDDEN


def test_women_and_men_hide_each_other_below_a_told_total() -> None:
    women, men = result(2, 20, sex=Sex.WOMEN), result(28, 40, sex=Sex.MEN)

    assert numbers(result(30, 60), women, men) == [(30, 60), (HIDDEN, 20), (HIDDEN, 40)]


def test_those_of_no_stated_sex_are_a_group_too() -> None:
    women, men = result(20, 30, sex=Sex.WOMEN), result(10, 28, sex=Sex.MEN)

    assert HIDDEN in {each.total for each in shown([result(30, 60), women, men])}


def test_the_month_that_is_left_out_is_not_told_by_the_year() -> None:
    spring = [month(number, 10) for number in range(1, 12)]

    assert numbers(result(113), *spring) != numbers(result(120), *spring) == [(120, None), *[(10, None)] * 11]


def test_months_that_hold_the_same_people_are_each_within_the_year_only() -> None:
    assert numbers(result(14, 40), month(1, 9, 22), month(2, 8, 25)) == [(14, 40), (9, 22), (8, 25)]


def test_of_two_counts_of_the_same_only_the_later_is_told() -> None:
    earlier, later = result(20, 50), result(23, 50, collected=dt.date(2021, 6, 1))

    assert numbers(earlier, later) == [(HIDDEN, HIDDEN), (23, 50)]


def test_of_results_that_cross_only_the_first_is_told() -> None:
    spring = result(20, 50, last=dt.date(2020, 6, 30))
    middle = result(20, 50, first=dt.date(2020, 3, 1), last=dt.date(2020, 9, 30))
    young, older = result(20, 50, ages=Ages(16, 24)), result(20, 50, ages=Ages(20, None))
    some, others = (result(20, 50, outcomes=each) for each in (["work", "studies"], ["work", "practice"]))

    for one, other in ((spring, middle), (middle, spring), (young, older), (some, others)):
        assert numbers(one, other) == [(20, 50), (HIDDEN, HIDDEN)]


def test_bands_of_ages_are_parts_of_all() -> None:
    bands = [result(20, 40, ages=Ages(16, 24)), result(13, 23, ages=Ages(25))]

    assert numbers(result(35, 66), *bands) != [(35, 66), (20, 40), (13, 23)]
    assert numbers(result(33, 63), *bands) == [(33, 63), (20, 40), (13, 23)]


def test_one_outcome_leaves_the_others_as_a_group() -> None:
    assert numbers(result(22, 60), result(20, 60, outcomes=["work"])) != [(22, 60), (20, 60)]
    assert numbers(result(30, 60), result(20, 60, outcomes=["work"])) == [(30, 60), (20, 60)]


def test_who_did_not_answer_is_a_group() -> None:
    outcome, answers = result(20, 60, counted=Counted.EITHER), result(15, 57, counted=Counted.PERCEPTION)

    assert numbers(outcome, answers) != [(20, 60), (15, 57)]


def test_who_has_both_of_two_is_a_group() -> None:
    three = [result(count, 60, counted=kind) for count, kind in zip((20, 15, 33), Counted, strict=True)]

    assert numbers(*three) != [(20, 60), (15, 60), (33, 60)]


def test_a_goal_about_the_rest_of_another_tells_it() -> None:
    first, rest = result(2, 12), result(5, 10, goal="g-2")

    assert numbers(first, rest) == [(HIDDEN, 12), (5, 10)]
    assert numbers(first, rest, rest_of={"g-2": "g-1"}) == [(HIDDEN, HIDDEN), (5, 10)]


def test_the_same_people_are_so_many_under_each_goal() -> None:
    women, men = result(2, 3, sex=Sex.WOMEN), result(28, 57, sex=Sex.MEN)
    of_another = result(20, 57, sex=Sex.MEN, goal="g-2")

    (_, whole), *_, (_, again) = numbers(result(30, 60), women, men, of_another)

    assert HIDDEN in {whole, again}


def test_municipalities_are_parts_of_the_whole_and_apart() -> None:
    one, other = result(20, 30, municipality="0123"), result(10, 31, municipality="0456")

    assert numbers(result(30, 61), one, other) == [(30, 61), (20, 30), (10, 31)]
    assert numbers(result(32, 63), one, other) != [(32, 63), (20, 30), (10, 31)]


def test_where_women_are_missing_in_one_month_no_month_is_told_by_sex() -> None:
    rows = [result(60, 120), result(30, 60, sex=Sex.WOMEN), result(30, 60, sex=Sex.MEN)]
    for number in (1, 2, 3):
        rows += [
            evolve(month(number, 20 // each, 40 // each), sex=sex)
            for each, sex in ((1, None), *((2, sex) for sex in Sex))
        ]

    whole, gaps = numbers(*rows), numbers(*rows[:-1])

    assert whole == [(each.count, each.total) for each in rows]
    assert gaps == whole[:3] + [(HIDDEN, HIDDEN)] * 8
