from __future__ import annotations

import pytest

from samverkan.errors import InvalidValueError
from samverkan.followup.policy import Grid, Policy
from samverkan.formats.bundled import bundled
from samverkan.formats.office import results
from samverkan.formats.results import csv, template
from samverkan.formats.results.words import WRITTEN, Head


def rows(name: str, *, policy: Policy | None = None) -> list[dict[Head, object]]:
    found = template.rows(bundled(name), policy=policy or Policy(), language="en")
    return [dict(zip(WRITTEN, row, strict=True)) for row in found]


def days(name: str, goal: str, *, grid: Grid = Grid.COMPLETE) -> list[str]:
    found = rows(name, policy=Policy(grid=grid))
    return list(dict.fromkeys(f"{row[Head.FIRST]}–{row[Head.LAST]}" for row in found if row[Head.GOAL] == goal))


def test_goals_that_cannot_be_followed_up_have_no_row() -> None:
    assert list(dict.fromkeys(row[Head.GOAL] for row in rows("resurscentrum"))) == [
        "r-g2",
        "r-g3",
        "r-g5",
        "r-g7",
        "r-g8",
        "r-g10",
    ]


def test_a_setup_without_any_such_goal_has_no_template() -> None:
    with pytest.raises(InvalidValueError, match="no goal of “tranemo” can be followed up as it is worded"):
        rows("tranemo")


def test_a_monthly_goal_has_a_row_for_each_month_of_the_grid() -> None:
    found = days("integration-pa-g", "g-g2")

    assert (len(found), found[0], found[-1]) == (23, "2009-02-01–2009-02-28", "2010-12-01–2010-12-31")
    assert days("integration-pa-g", "g-g2", grid=Grid.PROJECT)[0] == "2009-01-15–2009-02-14"


def test_where_windows_run_no_day_of_the_period_is_without_a_row() -> None:
    found = days("integration-pa-g", "g-g3")

    assert (len(found), found[0], found[-1]) == (25, "2009-01-15–2009-01-31", "2011-01-01–2011-01-15")


def test_a_yearly_goal_has_its_years_and_one_without_the_whole_period() -> None:
    assert days("resurscentrum", "r-g2") == [f"{year}-01-01–{year}-12-31" for year in (2011, 2012, 2013)]
    assert days("resurscentrum", "r-g7") == ["2010-02-01–2013-12-31"]


def test_a_goal_broken_down_by_sex_has_rows_for_all_women_and_men() -> None:
    assert [row[Head.SEX] for row in rows("integration-pa-g") if row[Head.GOAL] == "g-g2"][:3] == [None, "women", "men"]
    assert {row[Head.SEX] for row in rows("integration-pa-g") if row[Head.GOAL] == "g-g0"} == {None}


def test_a_mixed_goal_has_rows_for_outcomes_perceptions_and_either() -> None:
    assert [row[Head.COUNTED] for row in rows("resurscentrum") if row[Head.GOAL] == "r-g5"] == [
        "outcome",
        "perception",
        "either",
    ]


@pytest.mark.parametrize("name", ["integration-pa-g", "lots-ockelbo", "resurscentrum", "visioncenter"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_an_empty_template_is_read_as_no_results(name: str, lang: str) -> None:
    whole = bundled(name)
    found = list(template.rows(whole, policy=Policy(), language=lang))

    assert csv.loads(csv.text(found, lang=lang).encode(), whole).results == ()
    assert results.loads(results.book(found, whole, lang=lang), whole).results == ()


def test_a_template_that_is_filled_in_is_read() -> None:
    whole = bundled("integration-pa-g")
    lines = csv.text(template.rows(whole, policy=Policy(), language="sv"), lang="sv").splitlines()
    heads = lines[0].removeprefix("\ufeff").split(";")
    cells = lines[1].split(";")
    for head, said in {"insamlat": "2009-03-02", "antal": "48", "källa": "närvarolistan"}.items():
        cells[heads.index(head)] = said

    (found,) = csv.loads("\n".join([lines[0], ";".join(cells), *lines[2:]]).encode(), whole).results

    assert (found.goal, found.first.isoformat(), found.count) == ("g-g0", "2009-02-01", 48)
