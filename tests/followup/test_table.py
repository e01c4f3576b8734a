import re

import pytest

from samverkan.errors import InvalidValueError
from samverkan.followup.table import Sum, Table


def test_all_cells_are_told_and_the_small_ones_guarded_if_nothing_else_is_said() -> None:
    table = Table(cells={"women": 4, "men": 5, "nobody": 0})

    assert table.told == {"women", "men", "nobody"}
    assert table.guarded == {"women"}


@pytest.mark.parametrize(
    ("cells", "sums", "told"),
    [
        ({"all": 9, "women": 4, "men": 4}, [Sum("all", ["women", "men"])], "'all' is 9, and its parts 8"),
        ({"all": 0}, [Sum("all", ["all"])], "a cell stands twice in the sum of 'all'"),
        ({"all": 9}, [Sum("all", ["men"])], "'men' is no cell; expected a cell of the table"),
        ({"all": -1}, [], "cells -1 is not a count; expected a whole number from 0"),
    ],
)
def test_a_table_that_does_not_add_up_is_refused(cells: dict[str, int], sums: list[Sum], told: str) -> None:
    with pytest.raises(InvalidValueError, match=re.escape(told)):
        Table(cells=cells, sums=sums)
