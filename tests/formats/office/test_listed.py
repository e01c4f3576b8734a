"""Meetings, seats and goals as CSV: the rows of the workbook under columns that a program can count on."""

from __future__ import annotations

import csv as reader
import io

import pytest
from attrs import evolve

import samverkan
from samverkan.errors import UnknownNameError
from samverkan.formats import csv
from samverkan.formats.office.listed import TABLES, dumps
from samverkan.formats.wording import LANGUAGES, Wording

TRANEMO = samverkan.bundled("tranemo")
PLAN = samverkan.schedule(TRANEMO)
COLUMNS = {
    "meetings": ["id", "day", "weekday", "week", "time", "meeting", "bodies", "place", "status", "why"],
    "seats": [
        "body",
        "id",
        "role",
        "organisations",
        "rank",
        "politician",
        "counts_to_the_quorum",
        "project_lead",
        "section",
        "represents_name",
    ],
    "goals": [
        "id",
        "figure",
        "goal",
        "kind_of_goal",
        "how_much",
        "of_whom",
        "by_when",
        "can_be_followed_up",
        "not_stated",
    ],
}


def rows(text: str, between: str = ",") -> list[dict[str, str]]:
    return list(reader.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=between))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("table", TABLES)
def test_the_columns_of_open_data_are_the_same_for_every_reader(table: str, lang: str) -> None:
    """Whoever reads them by program builds on these names."""
    assert dumps(table, TRANEMO, PLAN, Wording(lang)).splitlines()[0].split(",") == COLUMNS[table]


def test_a_swedish_excel_has_swedish_heads() -> None:
    text = dumps("seats", TRANEMO, PLAN, Wording("sv"), dialect=csv.EXCEL)

    assert text.startswith("\ufeffOrgan;Id;Roll;Organisationer;Nivå;")


def test_every_meeting_and_every_seat_has_a_row() -> None:
    meetings, seats, goals = (rows(dumps(table, TRANEMO, PLAN, Wording("en"))) for table in TABLES)

    assert [each["id"] for each in meetings] == [each.id for each in PLAN.meetings]
    assert [each["day"] for each in meetings] == [each.date.isoformat() for each in PLAN.meetings]
    listed = [(body.id, seat.id) for body in TRANEMO.bodies for seat in body.seats]
    assert [(each["body"], each["id"]) for each in seats] == listed
    assert [each["id"] for each in goals] == [each.id for each in TRANEMO.goals]


def test_who_holds_which_seat_is_not_spread() -> None:
    [first, *rest] = TRANEMO.bodies
    seats = [evolve(seat, holder="p-77") for seat in first.seats]
    whole = evolve(TRANEMO, bodies=[evolve(first, seats=seats), *rest])

    assert not any("p-77" in dumps(table, whole, PLAN, Wording("sv")) for table in TABLES)


@pytest.mark.parametrize(("dialect", "told"), [(csv.OPEN, "66.7"), (csv.EXCEL, "66,7")], ids=["open", "excel"])
def test_a_number_has_the_decimal_sign_of_its_dialect(dialect: csv.Dialect, told: str) -> None:
    text = '[[goals]]\nid = "g"\nkind = "share"\ntext = "Fler i arbete"\nnumber = 66.7\n'
    whole = samverkan.loads(f'format = 1\nid = "a"\nname = "A"\n{text}')

    [row] = rows(dumps("goals", whole, samverkan.schedule(whole), Wording("en"), dialect=dialect), dialect.between)
    assert told in {row.get("figure"), row.get("Figure")}


def test_a_table_that_there_is_not_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="meting"):
        dumps("meting", TRANEMO, PLAN, Wording("sv"))
