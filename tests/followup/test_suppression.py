import subprocess
import sys

from samverkan.followup.suppression import suppressed
from samverkan.followup.table import Sum, Table

BY_SEX = Sum("all", ["women", "men"])


def test_a_small_group_takes_the_other_with_it_and_leaves_the_total() -> None:
    assert suppressed(Table(cells={"all": 12, "women": 2, "men": 10}, sums=[BY_SEX])) == {"women", "men"}


def test_groups_of_five_are_told() -> None:
    assert suppressed(Table(cells={"all": 10, "women": 5, "men": 5}, sums=[BY_SEX])) == set()


def test_the_total_goes_too_where_it_leaves_too_few_possibilities() -> None:
    assert suppressed(Table(cells={"all": 4, "women": 2, "men": 2}, sums=[BY_SEX])) == {"women", "men", "all"}


def test_small_groups_that_hide_each_other_need_no_more() -> None:
    cells = {"all": 16, "january": 3, "february": 4, "march": 9}
    months = Sum("all", ["january", "february", "march"])

    assert suppressed(Table(cells=cells, sums=[months])) == {"january", "february"}


def test_the_smallest_that_protects_is_added() -> None:
    cells = {"all": 31, "january": 3, "february": 20, "march": 8}
    months = Sum("all", ["january", "february", "march"])

    assert suppressed(Table(cells=cells, sums=[months])) == {"january", "march"}


def crossed(ja: int, jb: int, fa: int, fb: int) -> Table:
    """Give January and February of two groups, with the sums of each month and of each group."""
    cells = {"ja": ja, "jb": jb, "fa": fa, "fb": fb, "j": ja + jb, "f": fa + fb, "a": ja + fa, "b": jb + fb}
    return Table(
        cells=cells, sums=[Sum(each, [part for part in cells if len(part) == 2 and each in part]) for each in "jfab"]
    )


def test_somebody_is_kept_back_before_nobody() -> None:
    assert suppressed(crossed(1, 8, 0, 0)) == {"ja", "a", "jb", "b"}


def test_what_stands_inside_the_table_is_kept_back_before_a_sum() -> None:
    assert suppressed(crossed(12, 4, 1, 5)) == {"ja", "jb", "fa", "fb", "f", "a"}


def test_two_sums_are_balanced_by_a_square_of_four() -> None:
    inner = {"ja": 2, "jb": 9, "fa": 8, "fb": 7, "ma": 30, "mb": 40}
    cells = inner | {"j": 11, "f": 15, "m": 70, "a": 40, "b": 56, "all": 96}
    rows = [Sum(month, [f"{month}a", f"{month}b"]) for month in "jfm"]
    columns = [Sum(column, [f"{month}{column}" for month in "jfm"]) for column in "ab"]

    found = suppressed(Table(cells=cells, sums=[*rows, *columns, Sum("all", "jfm"), Sum("all", "ab")]))

    assert found == {"ja", "jb", "fa", "fb"}


def test_a_cell_that_is_only_thought_of_is_protected_and_not_listed() -> None:
    table = Table(
        cells={"all": 12, "women": 9, "others": 3}, sums=[Sum("all", ["women", "others"])], told=["all", "women"]
    )

    assert suppressed(table) == {"women"}


def test_what_no_world_can_protect_loses_all_that_hangs_on_it_and_no_more() -> None:
    cells = {"all": 8, "alike": 8, "nobody": 0, "elsewhere": 30}
    table = Table(cells=cells, sums=[Sum("all", ["alike"]), Sum("alike", ["all", "nobody"])], guarded=["nobody"])

    assert suppressed(table) == {"all", "alike", "nobody"}


def test_the_choice_does_not_hang_on_the_order_of_sets() -> None:
    code = (
        "from samverkan.followup.suppression import suppressed; from samverkan.followup.table import Sum, Table; "
        "cells = {a + b: 7 + (a == b == 'x') * -5 for a in 'xyz' for b in 'xyz'}; "
        "sums = [Sum(s, p) for s, p in {a: [a + b for b in 'xyz'] for a in 'xyz'}.items()]; "
        "sums += [Sum('of ' + b, [a + b for a in 'xyz']) for b in 'xyz']; "
        "cells |= {each.total: sum(cells[part] for part in each.parts) for each in sums}; "
        "print(sorted(suppressed(Table(cells=cells, sums=sums))))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in "123"
    }

    assert found == {"['xx', 'xy', 'yx', 'yy']\n"}
