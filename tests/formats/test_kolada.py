from __future__ import annotations

from decimal import Decimal

import pytest

from samverkan.errors import InvalidResultsError, InvalidValueError, UnreadableFileError
from samverkan.followup.indicator import IndicatorSeries
from samverkan.followup.result import Sex
from samverkan.formats import kolada

# The values are made up; the ids and the fields are those of Kolada.
WIDE = """\
Nyckeltal;Kommun;Kön;2015;2016;2017
Påhittat mått, andel (%) (N00945);0764;Totalt;45,3;−2;
Påhittat mått, andel (%) (N00945);0764;Kvinnor;1 045,25;..;3
"""
LONG = """\
kpi,municipality,period,gender,value,status,count
N00945,764,2015,T,45.3,,1
N00945,764,2016,T,-2,,1
N00945,764,2017,T,,Missing,1
N00945,764,2015,K,1045.25,,1
N00945,764,2016,K,null,,1
N00945,764,2017,K,3,,1
N00945,764,2017,K,3,,1
"""
TOTAL = {2015: Decimal("45.3"), 2016: Decimal(-2), 2017: None}
WOMEN = {2015: Decimal("1045.25"), 2016: None, 2017: Decimal(3)}


def faults(text: str) -> list[str]:
    with pytest.raises(InvalidResultsError) as caught:
        kolada.loads(text.encode(), name="k.csv")
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_column_for_each_year_is_read(encoding: str) -> None:
    assert kolada.loads(WIDE.encode(encoding)) == (
        IndicatorSeries(kpi="N00945", title="Påhittat mått, andel (%)", place="0764", values=TOTAL),
        IndicatorSeries(kpi="N00945", title="Påhittat mått, andel (%)", place="0764", sex=Sex.WOMEN, values=WOMEN),
    )


def test_a_row_for_each_value_is_read_and_other_columns_are_left_alone() -> None:
    assert kolada.loads(LONG.encode()) == (
        IndicatorSeries(kpi="N00945", place="0764", values=TOTAL),
        IndicatorSeries(kpi="N00945", place="0764", sex=Sex.WOMEN, values=WOMEN),
    )


def test_windows_1252_is_read_where_semicolons_stand() -> None:
    text = "Nyckeltal;Kommun;2015\nPåhittat mått (N00945);Växjö;1\n"

    (series,) = kolada.loads(text.encode("cp1252"))

    assert (series.title, series.place) == ("Påhittat mått", "Växjö")


def test_the_latest_value_is_the_last_that_there_is() -> None:
    total, women = kolada.loads(WIDE.encode())

    assert (total.latest, women.latest) == ((2016, Decimal(-2)), (2017, Decimal(3)))
    assert IndicatorSeries(kpi="U00001", place="0000", values={2015: None}).latest is None


def test_every_fault_has_its_line_and_column() -> None:
    assert faults("Nyckeltal;Kommun;Kön;2015\nN1;0764;;1\nN00945;;;1\nN00945;0764;X;1\nN00945;0764;;1,2,3\n") == [
        (
            "k.csv:2:1: no id of an indicator stands in “N1”; expected an id such as N01951, alone or with the title "
            "[bad-kpi]"
        ),
        "k.csv:3:1: the row names no municipality; expected a code such as 1452, or a name [empty-cell]",
        "k.csv:4:13: the word “X” is not known here; expected one of T, K, M [unknown-word]",
        (
            "k.csv:5:14: the text “1,2,3” does not belong here; expected a number such as 45,3, or nothing where "
            "there is no value "
            "[wrong-type]"
        ),
    ]


def test_two_values_for_one_year_are_told_with_both_lines() -> None:
    assert faults("kpi,municipality,year,value\nN00945,0764,2015,1\nN00945,0764,2015,2\n") == [
        "k.csv:3:18: line 2 has another value for 2015; expected one value for each place, sex and year [two-values]"
    ]


def test_a_year_is_needed() -> None:
    assert faults("kpi,municipality,year,value\nN00945,0764,15,1\n") == [
        "k.csv:2:13: the text “15” does not belong here; expected a year such as 2015 [wrong-type]"
    ]


def test_columns_that_are_missing_are_told_with_the_nearest_that_is_there() -> None:
    assert faults("nycketal;komun;värde\n") == [
        (
            "k.csv:1:1: the column “kpi” is missing; expected one of kpi, kpi_id, nyckeltal, nyckeltals-id; did "
            "you mean "
            "“nyckeltal”? [missing-column]"
        ),
        (
            "k.csv:1:1: the column “municipality” is missing; expected one of municipality, municipality_id, "
            "kommun, region; did "
            "you mean “kommun”? [missing-column]"
        ),
        (
            "k.csv:1:1: the column “period” is missing; expected a column for each year, or the columns period "
            "and value "
            "[missing-column]"
        ),
    ]


def test_reading_ends_where_too_much_is_wrong() -> None:
    assert len(faults("kpi,municipality,year,value\n" + "x,y,z,w\n" * 1_000)) == 401


def test_what_is_empty_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match=r"k\.csv is empty"):
        kolada.loads(b"", name="k.csv")


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("kpi", "N1", "'N1' is not the id of an indicator"),
        ("place", " ", "place says nothing"),
        ("values", {2015: Decimal("NaN")}, "a value that is no number"),
    ],
)
def test_a_series_checks_itself(field: str, value: object, told: str) -> None:
    with pytest.raises(InvalidValueError, match=told):
        IndicatorSeries(**{"kpi": "N00945", "place": "0764", "values": {}, field: value})  # type: ignore[arg-type]  # what is refused
