"""The year wheel: everything of the year is in it once, where its day is, and in its table; no words lie on others."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
from collections import Counter
from math import atan2, pi
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.svg import timeline, wheel
from samverkan.formats.tables.plan import plan_table
from samverkan.formats.tables.planned import almanac, busiest_year
from samverkan.formats.tables.year import Year
from samverkan.formats.wording import Wording
from samverkan.model.activities import Activity, Event, Series
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.cadence import EveryDays
from samverkan.model.calendar import Break, LocalCalendar
from samverkan.model.collaboration import Collaboration
from samverkan.model.identity import Area
from samverkan.model.names import Text
from samverkan.model.stretches import InWeek
from samverkan.model.when import OnDate
from samverkan.planning.merging import merged
from samverkan.planning.schedule import schedule
from samverkan.testing import plannable

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

IMAGES = Path(__file__).parents[3] / "docs" / "images"
SVG = "{http://www.w3.org/2000/svg}"
COLUMNS = [None, 1, 2, 5]
REAL = [
    ("tranemo", "2016"),
    ("tranemo", "2015/16"),
    ("visioncenter", "2008/09"),
    *((n, "2009") for n in bundled_names()),
]


def drawn(whole: Collaboration, year: Year, wording: Wording, columns: int | None = None) -> Element:
    return ET.fromstring(wheel.dumps(schedule(whole), [whole], wording, year=year, columns=columns))


def things(root: Element) -> list[Element]:
    return [group for group in root.iter(f"{SVG}g") if group.get("data-id") is not None]


@pytest.mark.parametrize(("name", "year"), REAL)
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("columns", COLUMNS)
def test_no_words_of_a_real_wheel_lie_on_others_or_outside(
    legible: Callable[[Element], None], name: str, year: str, language: str, columns: int | None
) -> None:
    legible(drawn(bundled(name), Year.parse(year), Wording(language), columns))


class TestOnce:
    """Every dated meeting of the year is in the picture exactly once, and in the table exactly once."""

    @given(plannable(), st.sampled_from(COLUMNS))
    def test_in_the_picture_and_in_the_table(self, whole: Collaboration, columns: int | None) -> None:
        plan, wording = schedule(whole), Wording("sv")
        year = busiest_year(plan, [whole]) or Year(2016)
        part = plan.between(year.first, year.last)

        root = drawn(whole, year, wording, columns)
        table = plan_table(almanac(plan, [whole], wording, first=year.first, last=year.last), wording)

        dated = [(each.id, each.date) for each in part.meetings] + [(day.id, day.date) for day in part.occasions]
        marks = [(group.get("data-id"), group.get("data-day")) for group in things(root)]
        told = Counter((id_, day.isoformat()) for id_, day in dated)
        assert {each: count for each, count in Counter(marks).items() if each in told} == told
        days = Counter(row[0] for row in table.rows if row[4] not in SHADES)
        assert all(days[wording.day(day)] >= count for day, count in Counter(day for _, day in dated).items())
        free = sum(row[4] in SHADES for row in table.rows)
        assert len(table.rows) == len(dated) + len(part.unplaced) + free

    def test_tranemo_in_2016_has_its_thirteen_meetings_and_a_day_of_an_activity(self) -> None:
        root = drawn(bundled("tranemo"), Year(2016), Wording("sv"))

        told = [group.findtext(f"{SVG}title", "") for group in things(root)]
        assert len(told) == 15  # with the play, of which two weeks are known
        assert "fre 4 mars 2016: Möte i samverkansgruppen" in told
        assert "Teater: ”Är Du svensk eller?”: 29 feb–13 mars 2016" in told


SHADES = {"helgdag eller afton", "stängd dag", "lov eller uppehåll", "lov, gissat"}


def test_a_meeting_stands_at_the_angle_of_its_day() -> None:
    root = drawn(bundled("tranemo"), Year(2016), Wording("sv"))
    middle = next(text for text in root.iter(f"{SVG}circle") if text.get("fill") == "#ffffff")
    x, y = float(middle.get("cx", "")), float(middle.get("cy", ""))

    angles = []
    for group in things(root):
        for sign in group.findall(f"{SVG}circle"):
            day = dt.date.fromisoformat(group.get("data-day", ""))
            angle = atan2(float(sign.get("cx", "")) - x, y - float(sign.get("cy", ""))) % (2 * pi)
            assert angle == pytest.approx(2 * pi * (day.timetuple().tm_yday - 0.5) / 366, abs=1e-3)
            angles.append((day, angle))
    assert [day for day, _ in sorted(angles)] == [day for day, _ in sorted(angles, key=lambda each: each[1])]
    assert len(angles) == 14


@pytest.mark.parametrize("name", bundled_names())
def test_on_a_telephone_letters_have_nine_pixels_and_on_a4_seven_points(sv: Wording, name: str) -> None:
    for columns, least in ((1, 9 * 360 / 320), (None, 10.2)):
        root = drawn(bundled(name), Year(2016), sv, columns)
        assert min(float(text.get("font-size", "")) for text in root.iter(f"{SVG}text")) >= least


def test_it_is_made_for_a3(sv: Wording) -> None:
    root = drawn(bundled("tranemo"), Year(2016), sv)

    width, height = root.get("width", ""), root.get("height", "")
    assert width.endswith("mm")
    assert height.endswith("mm")
    assert 250 <= float(width[:-2]) <= 297
    assert 350 <= float(height[:-2]) <= 420


def test_months_begin_with_january_or_with_august(sv: Wording) -> None:
    for year, first in ((Year(2016), "januari"), (Year(2015, school=True), "augusti")):
        root = drawn(bundled("tranemo"), year, sv)
        months = [
            group.findtext(f"{SVG}text") for group in root.iter(f"{SVG}g") if "rotate" in group.get("transform", "")
        ]
        assert (months[0], len(months)) == (first, 12)


def test_it_tells_in_words_what_it_shows(sv: Wording) -> None:
    root = drawn(bundled("tranemo"), Year(2016), sv)

    told = (root.findtext(f"{SVG}desc") or "").splitlines()
    assert root.findtext(f"{SVG}title") == "Integration Tranemo: årshjul 2016"
    assert told[0] == "13 daterade möten, 1 aktivitetsdag, 18 punkter utan dag."
    assert "Samverkansgrupp: 8 möten: 4 mars, 18 mars, 1 apr, 15 apr, 29 apr, 13 maj, 27 maj, 10 juni." in told
    assert "Teater: ”Är Du svensk eller?”: 29 feb–13 mars 2016." in told


def test_a_joint_meeting_is_one_thing_with_a_sign_in_each_ring(sv: Wording) -> None:
    both = Event("e", Text("Möte"), OnDate(dt.date(2016, 3, 4)), bodies=("a", "b"))
    bodies = (Body("a", BodyKind.NETWORK, Text("A")), Body("b", BodyKind.NETWORK, Text("B")))
    whole = Collaboration(id="x", name=Text("X"), bodies=bodies, events=(both,))

    [group] = things(drawn(whole, Year(2016), sv))
    assert [each.tag.removeprefix(SVG) for each in group if each.tag != f"{SVG}text"] == [
        "title",
        "path",
        "circle",
        "circle",
    ]


def test_of_many_bodies_those_that_meet_least_share_a_ring(sv: Wording, legible: Callable[[Element], None]) -> None:
    bodies = tuple(Body(f"b{n}", BodyKind.NETWORK, Text(f"Grupp {n}")) for n in range(20))
    first = dt.date(2016, 1, 8)
    series = tuple(
        Series(f"s{n}", f"b{n}", EveryDays(7 * (n + 1)), first, dt.date(2016, 12, 16)) for n in range(len(bodies))
    )
    root = drawn(Collaboration(id="x", name=Text("X"), bodies=bodies, series=series), Year(2016), sv)

    told = root.findtext(f"{SVG}desc") or ""
    assert "\nÖvriga organ: " in told
    assert "\nGrupp 7: " in told
    assert "\nGrupp 8: " not in told
    legible(root)


def test_several_collaborations_stand_in_one_wheel(sv: Wording, legible: Callable[[Element], None]) -> None:
    wholes = [bundled("tranemo"), bundled("visioncenter")]
    root = ET.fromstring(wheel.dumps(merged(wholes), wholes, sv, year=Year(2016)))

    assert root.findtext(f"{SVG}title") == "Integration Tranemo + Visioncenter: årshjul 2016"
    assert "\nSamverkansgrupp (Integration Tranemo): 8 möten" in (root.findtext(f"{SVG}desc") or "")
    legible(root)


@pytest.mark.parametrize("columns", [None, 1])
@pytest.mark.parametrize("weeks", [30, 60])
def test_a_full_plan_can_still_be_read(
    sv: Wording, legible: Callable[[Element], None], columns: int | None, weeks: int
) -> None:
    bodies = tuple(Body(f"b{n}", BodyKind.NETWORK, Text(f"Grupp {n}")) for n in range(12))
    days = (dt.date(2016, 1, 4), dt.date(2016, 12, 30))
    series = tuple(Series(f"s{n}", f"b{n}", EveryDays(7), *days) for n in range(len(bodies)))
    events = tuple(Event(f"e{n}", Text(f"Händelse {n}"), InWeek(f"2016-W{n % 52 + 1:02}")) for n in range(weeks))
    whole = Collaboration(id="x", name=Text("X"), bodies=bodies, series=series, events=events)

    root = drawn(whole, Year(2016), sv, columns)

    legible(root)
    assert len(things(root)) == 12 * 52 + weeks
    legible(ET.fromstring(timeline.dumps(schedule(whole), [whole], sv, columns=columns)))


def test_the_bytes_do_not_hang_on_hash_order() -> None:
    program = (
        "import sys; from samverkan import bundled, schedule;"
        "from samverkan.formats.svg import wheel, timeline, factors;"
        "from samverkan.formats.wording import Wording; from samverkan.formats.tables.year import Year;"
        "from samverkan import evaluate; t = bundled('tranemo'); p = schedule(t); w = Wording('sv');"
        "texts = [wheel.dumps(p, [t], w, year=Year(2016)), timeline.dumps(p, [t], w), factors.dumps(evaluate(t), w)];"
        "sys.stdout.buffer.write(''.join(texts).encode())"
    )

    texts = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }

    assert len(texts) == 1


@pytest.mark.parametrize(
    ("file", "year"), [("tranemo-hjul.svg", Year(2016)), ("tranemo-lasar.svg", Year(2015, school=True))]
)
def test_the_pictures_in_the_docs_are_those_that_are_drawn_today(sv: Wording, file: str, year: Year) -> None:
    """Mended by the commands that docs/how-to/draw-the-year.md shows above the pictures."""
    tranemo = bundled("tranemo")
    plan = schedule(tranemo).between(year.first, year.last)

    assert (IMAGES / file).read_text(encoding="utf-8") == wheel.dumps(plan, [tranemo], sv, year=year)


NAMES = st.one_of(
    st.sampled_from(["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "]]>", "\u202eab\u200f&#39;"]),
    st.sampled_from(["x" * 10_000, "Arbetsmarknadsenheten " * 400, "&quot;</title>", "=cmd|' /C calc'!A0"]),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip),
)


@given(NAMES, st.sampled_from(["sv", "en"]), st.sampled_from([None, 1]))
def test_any_name_changes_nothing_but_text(
    legible: Callable[[Element], None], name: str, language: str, columns: int | None
) -> None:
    root, plain = (drawn(named(each), Year(2016), Wording(language), columns) for each in (name, "Namn"))

    legible(root)
    assert {each.tag for each in root.iter()} == {each.tag for each in plain.iter()}
    assert len(things(root)) == len(things(plain)) == 16
    assert not re.search("[\u200e\u200f\u202a-\u202e]", "".join(root.itertext()))
    if len(name) == 10_000:
        assert name in (root.findtext(f"{SVG}desc") or "")


def named(name: str) -> Collaboration:
    """Put a name into every text of a plan that a wheel shows."""
    text, day = Text(name), dt.date(2016, 3, 4)
    return Collaboration(
        id="x",
        name=text,
        bodies=(Body("b", BodyKind.NETWORK, text), Body("c", BodyKind.NETWORK, text)),
        series=(Series("s", "b", EveryDays(28), day, dt.date(2017, 1, 1), name=text),),
        events=(Event("e", text, OnDate(day), bodies=("c",), place=text), Event("f", text, InWeek("2016-W10"))),
        activities=(
            Activity("g", text, OnDate(day), area="a"),
            Activity("h", text, InWeek("2016-W10"), area="a"),
            Activity("i", text),
            Activity("j", text, OnDate(day)),
        ),
        areas=(Area("a", text),),
        calendar=LocalCalendar(breaks=(Break(text, dt.date(2016, 2, 15), dt.date(2016, 2, 19)),)),
    )
