"""Indicators exported from Kolada as CSV (*nyckeltal ur Kolada*), one row a value or one column a year.

The long layout has the fields that Kolada's interface for programs names (kpi, municipality, period, gender, value), as
tools that fetch from it save them. The wide one has a column for each year. Other columns are left alone. Source of the
names: kolada.se/om-oss/api. What the site's own export looks like could not be looked up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import frozen

from samverkan.errors import Fault, InvalidResultsError, nearest
from samverkan.followup.indicator import KPI, IndicatorSeries
from samverkan.followup.result import Sex
from samverkan.formats.grid import Given, csv_grid, each_row
from samverkan.formats.refusal import Refused, refused, shortened, wrong_type
from samverkan.formats.scalars import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS: Final = {
    "kpi": "kpi",
    "kpi_id": "kpi",
    "nyckeltal": "kpi",
    "nyckeltals-id": "kpi",
    "title": "title",
    "kpi_title": "title",
    "titel": "title",
    "municipality": "place",
    "municipality_id": "place",
    "kommun": "place",
    "region": "place",
    "gender": "sex",
    "kön": "sex",
    "period": "year",
    "year": "year",
    "år": "year",
    "value": "value",
    "värde": "value",
}
"""The columns by the words that may stand at their heads; of two for one thing, the first is read."""

SEXES: Final[dict[str, Sex | None]] = {
    "t": None,
    "totalt": None,
    "total": None,
    "alla": None,
    "k": Sex.WOMEN,
    "kvinnor": Sex.WOMEN,
    "women": Sex.WOMEN,
    "m": Sex.MEN,
    "män": Sex.MEN,
    "men": Sex.MEN,
}
"""Kolada's letters and words for everybody, women and men; an empty cell is everybody."""

_NONE = frozenset({"", "-", "–", ".", "..", "...", "null", "na", "nan", "none", "saknas"})
_ID = re.compile(rf"[\[(]?(?P<id>{KPI.pattern})[\])]?", re.ASCII)
_YEAR = re.compile(r"(?:19|20)\d{2}", re.ASCII)
_VALUE = re.compile(r"[-−]?\d{1,15}(?:[.,]\d{1,15})?", re.ASCII)
_SPACES = re.compile("[ \u00a0\u202f]")


@frozen
class _Key:
    kpi: str
    place: str
    sex: Sex | None


def loads(raw: bytes, *, name: str = "<indicators>") -> tuple[IndicatorSeries, ...]:
    """Read the series of a file, in the order in which they begin.

    Raises ``InvalidResultsError`` with every fault, its line and column; ``UnreadableFileError`` for what is no CSV.
    """
    return _Reader.of(csv_grid(raw, name)).series()


@frozen
class _Reader:
    """The rows of a file, where its columns stand, and which of them are years."""

    rows: Sequence[Sequence[Given]]
    columns: dict[str, int]
    years: dict[int, int]

    @classmethod
    def of(cls, grid: Sequence[Sequence[Given]]) -> _Reader:
        columns: dict[str, int] = {}
        years: dict[int, int] = {}
        for place, given in enumerate(grid[0]):
            if given.word in COLUMNS:
                columns.setdefault(COLUMNS[given.word], place)
            elif _YEAR.fullmatch(given.word):
                years.setdefault(int(given.word), place)
        needed = ["kpi", "place", *([] if years else ["year", "value"])]
        if missing := [name for name in needed if name not in columns]:
            raise InvalidResultsError(_missing(name, grid[0]) for name in missing)
        return cls(grid[1:], columns, years)

    def series(self) -> tuple[IndicatorSeries, ...]:
        found: dict[_Key, dict[int, tuple[Decimal | None, Given]]] = {}
        titles: dict[str, str] = {}

        def take(row: Sequence[Given]) -> None:
            kpi, title = self._kpi(row)
            if title:
                titles[kpi] = title
            key = _Key(kpi, self._place(row), self._sex(row))
            for year, value, given in self._values(row):
                _put(found.setdefault(key, {}), year, value, given)

        each_row(self.rows, take)
        return tuple(
            IndicatorSeries(
                kpi=key.kpi,
                title=titles.get(key.kpi),
                place=key.place,
                sex=key.sex,
                values={year: value for year, (value, _) in values.items()},
            )
            for key, values in found.items()
        )

    def _cell(self, row: Sequence[Given], column: str) -> Given | None:
        place = self.columns.get(column, len(row))
        return row[place] if place < len(row) and row[place].content is not None else None

    def _kpi(self, row: Sequence[Given]) -> tuple[str, str | None]:
        """Take the id from its cell, alone or with the title around it."""
        given, title = self._cell(row, "kpi"), self._cell(row, "title")
        said = str(given.content) if given else ""
        match = _ID.search(said)
        if match is None:
            what = f"no id of an indicator stands in “{shortened(said)}”"
            raise _at(given or row[0], refused("bad-kpi", what, "an id such as N01951, alone or with the title"))
        rest = f"{said[: match.start()]} {said[match.end() :]}".strip(" :–-")
        return match["id"], (str(title.content) if title else rest) or None

    def _place(self, row: Sequence[Given]) -> str:
        given = self._cell(row, "place")
        if given is None:
            raise _at(row[0], refused("empty-cell", "the row names no municipality", "a code such as 1452, or a name"))
        said = str(given.content)
        return said.zfill(4) if said.isdigit() else said  # spreadsheets leave out the zero of 0764

    def _sex(self, row: Sequence[Given]) -> Sex | None:
        given = self._cell(row, "sex")
        if given is None:
            return None
        if given.word not in SEXES:
            what = f"the word “{shortened(str(given.content))}” is not known here"
            raise _at(given, refused("unknown-word", what, one_of(["T", "K", "M"]), nearest(given.word, SEXES)))
        return SEXES[given.word]

    def _values(self, row: Sequence[Given]) -> Iterator[tuple[int, Decimal | None, Given]]:
        if self.years:
            for year, place in self.years.items():
                if place < len(row):
                    yield year, _value(row[place]), row[place]
            return
        given, value = self._cell(row, "year"), self._cell(row, "value")
        if given is None or not _YEAR.fullmatch(given.word):
            raise _at(given or row[0], wrong_type(given.content if given else None, "a year such as 2015"))
        yield int(given.word), _value(value) if value else None, value or given


def _missing(name: str, heads: Sequence[Given]) -> Fault:
    words = [word for word, meant in COLUMNS.items() if meant == name]
    expected = "a column for each year, or the columns period and value" if name in {"year", "value"} else one_of(words)
    meant = next((near for given in heads if (near := nearest(given.word, words))), None)
    return heads[0].told(Fault("missing-column", f"the column “{words[0]}” is missing", (), expected, meant))


def _value(given: Given) -> Decimal | None:
    """Take a number with a decimal comma or point; signs and words for nothing are nothing."""
    said = _SPACES.sub("", given.word)
    if said in _NONE:
        return None
    if not _VALUE.fullmatch(said):
        raise _at(given, wrong_type(given.content, "a number such as 45,3, or nothing where there is no value"))
    return Decimal(said.replace(",", ".").replace("−", "-"))


def _put(values: dict[int, tuple[Decimal | None, Given]], year: int, value: Decimal | None, given: Given) -> None:
    """Keep a value; the same one again is no fault, another for the same year is."""
    if year in values and values[year][0] != value:
        what = f"line {values[year][1].line} has another value for {year}"
        raise _at(given, refused("two-values", what, "one value for each place, sex and year"))
    values[year] = value, given


def _at(given: Given, refusal: Refused) -> Refused:
    return Refused(map(given.told, refusal.faults))
