"""A folder with a collaboration in a file, and the other files that a line may name."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from zlib import crc32

from click.testing import CliRunner, Result

from samverkan.checklist.tranemo import TRANEMO
from samverkan.cli.door import DOOR
from samverkan.formats import json
from samverkan.formats.answers import REPLIES
from samverkan.formats.results import csv

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.followup.result import Result as Counted
    from samverkan.model.collaboration import Collaboration

PRIVATE = "Hemligt läkarbesök"
OWNER = "agare.av.kalendern@exempel.se"
"""What a calendar that is only looked at for clashes holds; no output may repeat it."""

_CALENDAR = f"""\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//exempel//sv
BEGIN:VEVENT
UID:1@exempel.se
DTSTAMP:20160101T000000Z
DTSTART:20160104T070000Z
DTEND:20160104T160000Z
RRULE:FREQ=DAILY;COUNT=400
SUMMARY:{PRIVATE}
ORGANIZER:mailto:{OWNER}
END:VEVENT
END:VCALENDAR
"""
_KOLADA = "kpi,municipality,period,gender,value\nN01982,1452,2016,T,59.8\n"

_ENVIRONMENT = {"COLUMNS": "80", "NO_COLOR": "1", "SAMVERKAN_LANG": None, "SAMVERKAN_DEBUG": "1"}


def run(words: Sequence[str]) -> Result:
    """Run a line in this process; whatever is no exit is raised as it is, since it would be a traceback."""
    result = CliRunner().invoke(DOOR, list(words), env=_ENVIRONMENT)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


class World:
    """What stands in the folder; chance comes from the text of the file, so that the same file gives the same lines."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = self.before = folder / "samverkan.toml"
        self.answers, self.calendar, self.kolada, self.steps, self.baseline, self.workbook = (
            folder / name
            for name in ("svar.csv", "kalender.ics", "kolada.csv", "egna.steps.toml", "forra.sarif", "bok.xlsx")
        )
        self.calendar.write_text(_CALENDAR, encoding="utf-8", newline="\r\n")
        self.kolada.write_text(_KOLADA, encoding="utf-8")
        run(["rollout", "--model", "--output", str(self.steps)])
        self.results: str | None = None
        self.random, self.day = Random(0), "2016-04-10"  # noqa: S311  # chance for a test
        self._count = 0

    def put(self, whole: Collaboration, text: str, counted: Sequence[Counted]) -> None:
        """Write the collaboration as TOML, in the given text, or as JSON, and what hangs on it; the last is kept."""
        self.random = Random(crc32(text.encode()))  # noqa: S311  # chance for a test
        if self.file.exists():
            self.before = self.file.rename(self.folder / f"forra{self.file.suffix}")
            run(["evaluate", str(self.before), "--format", "sarif", "--output", str(self.baseline)])
        as_json = self.random.random() < 0.4
        self.file = self.folder / ("samverkan.json" if as_json else "samverkan.toml")
        self.file.write_text(json.dumps(whole) if as_json else text, encoding="utf-8", newline="")
        if not self.baseline.exists():
            self.before = self.file
            run(["evaluate", str(self.file), "--format", "sarif", "--output", str(self.baseline)])
        self.whole = whole
        self.day = self.random.choice(["2016-04-10", "2015-12-31", "2017-06-30", "2027-01-11"])
        run(["export", str(self.file), "--as-of", self.day, "--output", str(self.workbook)])
        self.answers.write_text(self._answers(), encoding="utf-8")
        self._count_up(counted)

    def _answers(self) -> str:
        names = [each.id for each in self.whole.organisations] or ["ingen"]
        rows = [
            f"{self.random.choice(names)},chef,{self.random.choice(list(TRANEMO.criteria)).id},{reply},2016-04-01"
            for reply in self.random.sample(sorted(REPLIES), 6)
        ]
        return "\n".join(["organisation,role,criterion,answer,date", *dict.fromkeys(rows)]) + "\n"

    def _count_up(self, counted: Sequence[Counted]) -> None:
        self.results = str(self.folder / "utfall.csv") if counted else None
        if self.results:
            text = csv.dumps(counted, self.whole, lang=self.random.choice(["sv", "en"]))
            Path(self.results).write_text(text, encoding="utf-8", newline="")

    def fresh(self, name: str) -> Path:
        """Give a path where nothing stands yet."""
        self._count += 1
        return self.folder / f"{self._count}-{name}"

    def one(self, kind: str) -> str | None:
        """Give the id of one thing of a kind that stands in the file."""
        bodies = self.whole.bodies
        ids = {
            "seats": [seat.id for body in bodies for seat in body.seats],
            "holders": [str(seat.holder) for body in bodies for seat in body.seats if isinstance(seat.holder, str)],
        }.get(kind) or [each.id for each in getattr(self.whole, kind, ())]
        return self.random.choice(ids) if ids else None

    def of_series(self, words: str) -> str | None:
        """Give words about one series of the file."""
        series = self.one("series")
        return series and f"{series}={words}"
