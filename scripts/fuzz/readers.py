"""Every reader of bytes that strangers may have written, each as one call that a fuzzer can make again and again."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from samverkan.errors import SamverkanError
from samverkan.formats.intake import decoded

if TYPE_CHECKING:
    from samverkan.checklist.factor import Checklist
    from samverkan.model.collaboration import Collaboration

SMALL: Final = """format = 1
id = "liten"
name = "Liten samverkan"
checklists = ["tranemo"]
horizon = { from = 2016-01-11, to = 2016-06-14 }
municipalities = { "1452" = "Tranemo" }
[organisations]
kommunen = { name = "Kommunen", sector = "municipality" }
foreningen = { name = "Föreningen", sector = "civil-society" }
[bodies.gruppen]
name = "Gruppen"
kind = "collaboration-group"
seats.s-1 = { holder = "kommunen" }
[[series]]
body = "gruppen"
every = "14 days"
from = 2016-03-04
to = 2016-06-10
[[events]]
name = "Teater"
when = { week = "2016-W10" }
"""
"""The collaboration that answers, workbooks and results are about."""

_FIRST, _LAST = dt.date(2016, 1, 1), dt.date(2017, 12, 31)


@frozen
class Reader:
    """One reader: ``read`` takes bytes and gives a value or one of the library's own errors, and nothing else.

    ``packages`` are those whose branches the fuzzer follows, ``longest`` the size of inputs that it makes.
    """

    name: str
    read: Callable[[bytes], object]
    packages: tuple[str, ...] = ("tomllib",)
    longest: int = 4_096


def _toml(raw: bytes) -> object:
    from samverkan.formats.toml import dumps, loads

    whole = loads(decoded(raw, "f.toml"), name="f.toml")
    if loads(dumps(whole)) != whole:
        raise AssertionError("what is written is read as something else")
    return whole


def _planned(raw: bytes) -> object:
    from samverkan.formats.toml import loads
    from samverkan.planning.schedule import schedule

    return schedule(loads(decoded(raw, "f.toml"), name="f.toml"))


def _edited(raw: bytes) -> object:
    from samverkan.formats.edit import edit
    from samverkan.formats.toml import loads

    text = decoded(raw, "f.toml")
    return edit(text, "name" if not (bodies := loads(text).bodies) else f"bodies.{bodies[0].id}.name", "Nytt namn")


def _json(raw: bytes) -> object:
    from samverkan.formats.json import loads

    return loads(decoded(raw, "f.json"), name="f.json")


def _checklist(raw: bytes) -> object:
    from samverkan.formats.checklist_file import loads

    return loads(decoded(raw, "f.checklist.toml"), name="f.checklist.toml")


def _steps(raw: bytes) -> object:
    from samverkan.formats.steps_file import loads

    return loads(decoded(raw, "f.steps.toml"), name="f.steps.toml")


@cache
def small() -> Collaboration:
    """Give the collaboration that other files are about."""
    from samverkan.formats.toml import loads

    return loads(SMALL)


@cache
def _tranemo() -> Checklist:
    from samverkan.checklist.registry import checklist_named

    return checklist_named("tranemo")


def _answers(raw: bytes) -> object:
    from samverkan.formats.answers import loads

    return loads(decoded(raw, "f.csv"), small(), _tranemo(), name="f.csv")


@cache
def _counted() -> Collaboration:
    import samverkan

    return samverkan.bundled("integration-pa-g")


def _results(raw: bytes) -> object:
    from samverkan.formats.results.csv import loads

    return loads(raw, _counted(), name="f.csv")


def _kolada(raw: bytes) -> object:
    from samverkan.formats.kolada import loads

    return loads(raw, name="f.csv")


def _baseline(raw: bytes) -> object:
    from samverkan.formats.baseline import baseline

    return baseline(raw, "f.sarif", about="liten/tranemo")


def _whatif(raw: bytes) -> object:
    from samverkan.formats.whatif import read, whatif_csv
    from samverkan.whatif.variant import TODAY

    found = read(raw.decode(errors="replace"), [TODAY], under="d")
    return whatif_csv(found.values())


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="samverkan-fuzz-"))


def _manifest(raw: bytes) -> object:
    from samverkan.cli.manifest import MANIFEST, written_in

    (_folder() / MANIFEST).write_bytes(raw)
    return written_in(_folder())


def _calendar(raw: bytes) -> object:
    from samverkan.formats.ical.taken import busy

    return busy(raw, first=_FIRST, last=_LAST, name="f.ics")


def _rule(raw: bytes) -> object:
    from samverkan.formats.ical.rule import rrule_to_cadence

    return rrule_to_cadence(raw.decode(errors="replace"), dt.date(2016, 3, 4))


def _notation(raw: bytes) -> object:
    from samverkan.formats.notation.clock import read_clock
    from samverkan.formats.notation.frequencies import read_cadence
    from samverkan.formats.notation.reading import may_say, read, read_length

    text, found = decoded(raw, "f"), []
    for lang in ("sv", "en"):
        for take in (read, read_cadence, read_clock, read_length, may_say):
            try:
                found.append(take(text, lang=lang))
            except SamverkanError:  # the next may know what it says
                continue
    return found


def _workbook(raw: bytes) -> object:
    from samverkan.formats.office.imported import apply, loads

    try:
        return loads(raw, name="f.xlsx")
    except SamverkanError:
        return apply(raw, SMALL, name="f.xlsx", file="f.toml")


READERS: Final = {
    each.name: each
    for each in (
        Reader("collaboration", _toml),
        Reader("planned", _planned),
        Reader("edited", _edited),
        Reader("json", _json, ("json",)),
        Reader("checklist", _checklist),
        Reader("steps", _steps),
        Reader("answers", _answers, ()),
        Reader("results", _results, ()),
        Reader("kolada", _kolada, ()),
        Reader("baseline", _baseline, ("json",)),
        Reader("whatif", _whatif, ("json",)),
        Reader("manifest", _manifest, ("json",)),
        Reader("calendar", _calendar, ("icalendar.parser", "icalendar.cal", "dateutil.rrule")),
        Reader("rule", _rule, (), 256),
        Reader("notation", _notation, (), 256),
        Reader("workbook", _workbook, ("openpyxl.reader",), 40_000),
        Reader("sheets", _workbook, ("openpyxl.reader",), 40_000),
    )
}
"""The readers by name. ``workbook`` is given any bytes, ``sheets`` a workbook whose parts are changed inside."""
