"""Ids through the file: what a keeper changes in it never gives a meeting that is kept another id."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

import samverkan
from samverkan.formats.edit import edit
from samverkan.formats.ical import feed
from samverkan.model.activities import Change, OnHoliday
from samverkan.planning.meeting import Status

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.planning.schedule import Schedule

FILE = """\
format = 1
id = "ekeby"
name = "Samverkan i Ekeby"

[bodies.samverkansgrupp]
kind = "collaboration-group"
name = "Samverkansgruppen"

[[series]]
id = "moten"
body = "samverkansgrupp"
every = "14 days"
from = 2026-01-13
to = 2026-06-02
time = "13.00–15.00"
"""
NOMINAL = [dt.date(2026, 1, 13) + dt.timedelta(days=14 * step) for step in range(11)]


def planned(text: str) -> Schedule:
    return samverkan.schedule(samverkan.loads(text))


def by_id(text: str) -> dict[str, dt.date]:
    return {meeting.id: meeting.date for meeting in planned(text).meetings}


def uids(text: str) -> list[str]:
    lines = feed(planned(text), samverkan.loads(text)).splitlines()
    return sorted(line for line in lines if line.startswith("UID:"))


def moved(day: dt.date, steps: int) -> Change:
    return Change(day, date=day + dt.timedelta(days=steps))


CHANGES = st.dictionaries(st.sampled_from(NOMINAL), st.integers(-6, 6), min_size=1, max_size=4).map(
    lambda days: [moved(day, steps) for day, steps in sorted(days.items())]
)


class TestStableIds:
    """An id stays when a meeting moves: it is made of the series and the nominal date, never of the date."""

    @settings(max_examples=40)
    @given(CHANGES)
    def test_a_move_in_the_file_changes_the_date_and_no_id(self, changes: list[Change]) -> None:
        text = edit(FILE, "series.moten.changes", changes)
        before, after = by_id(FILE), by_id(text)
        told = {f"moten/{change.nominal}": change.date for change in changes}

        assert after.keys() == before.keys()
        assert all(after[name] == told.get(name, before[name]) for name in after)
        assert uids(text) == uids(FILE)

    @settings(max_examples=40)
    @given(st.sampled_from(OnHoliday), st.sampled_from(["", "calendar"]), CHANGES)
    def test_nor_does_a_rule_for_free_days_or_a_calendar(
        self, rule: OnHoliday, local: str, changes: list[Change]
    ) -> None:
        policy = OnHoliday.SKIP if rule is OnHoliday.FORBID else rule
        text = edit(edit(FILE, "series.moten.on_holiday", policy), "series.moten.changes", changes)
        if local:
            lov = {"name": "sportlov", "from": dt.date(2026, 2, 9), "to": dt.date(2026, 2, 13)}
            text = edit(text, local, {"breaks": [lov], "squeeze_days_free": True})

        assert by_id(text).keys() == by_id(FILE).keys()
        assert uids(text) == uids(FILE)

    @given(st.sampled_from(NOMINAL))
    def test_nor_does_calling_a_meeting_off(self, day: dt.date) -> None:
        text = edit(FILE, "series.moten.changes", [Change(day, cancelled=True)])
        (off,) = [meeting for meeting in planned(text).meetings if meeting.status is Status.CANCELLED]

        assert off.id == f"moten/{day}"
        assert by_id(text) == by_id(FILE)

    def test_the_same_from_a_file_on_disk(self, tmp_path: Path) -> None:
        file = tmp_path / "ekeby.toml"
        file.write_text(edit(FILE, "series.moten.changes", [moved(NOMINAL[3], 2)]), encoding="utf-8")
        meeting = samverkan.schedule(samverkan.load(file)).meetings[3]

        assert (meeting.id, str(meeting.date)) == ("moten/2026-02-24", "2026-02-26")
