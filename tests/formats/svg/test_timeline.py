"""The timelines: each dated meeting once, on its day and in its lane; what has no day as a bar over its days."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.svg import timeline
from samverkan.formats.wording import Wording
from samverkan.model.activities import Activity, Change, Event, Series
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.cadence import EveryDays
from samverkan.model.collaboration import Collaboration
from samverkan.model.identity import Area
from samverkan.model.names import Text
from samverkan.model.stretches import InTerm, InWeek
from samverkan.model.terms import Term
from samverkan.model.when import OnDate
from samverkan.planning.schedule import schedule
from samverkan.testing import plannable

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

IMAGES = Path(__file__).parents[3] / "docs" / "images"
SVG = "{http://www.w3.org/2000/svg}"
FIRST = dt.date(2016, 1, 15)


def drawn(whole: Collaboration, wording: Wording, columns: int | None = None) -> Element:
    return ET.fromstring(timeline.dumps(schedule(whole), [whole], wording, columns=columns))


def things(root: Element) -> list[Element]:
    return [group for group in root.iter(f"{SVG}g") if group.get("data-id") is not None]


def group(**rest: object) -> Collaboration:
    body = Body("b", BodyKind.NETWORK, Text("Gruppen"))
    return Collaboration(id="x", name=Text("X"), bodies=(body,), **rest)  # type: ignore[arg-type]  # what it takes


@pytest.mark.parametrize("name", bundled_names())
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("columns", [None, 1, 2])
def test_no_words_of_real_timelines_lie_on_others_or_outside(
    legible: Callable[[Element], None], name: str, language: str, columns: int | None
) -> None:
    root = drawn(bundled(name), Wording(language), columns)

    legible(root)
    assert min(float(text.get("font-size", "")) for text in root.iter(f"{SVG}text")) >= 10.2


class TestOnce:
    """Every dated meeting and every day of an activity is in the picture exactly once."""

    @given(plannable(), st.sampled_from([None, 1]))
    def test_in_its_strip(self, whole: Collaboration, columns: int | None) -> None:
        plan = schedule(whole)

        root = drawn(whole, Wording("sv"), columns)

        dated = Counter((each.id, each.date.isoformat()) for each in plan.meetings)
        dated.update((day.id, day.date.isoformat()) for day in plan.occasions)
        found = Counter((each.get("data-id"), each.get("data-day")) for each in things(root))
        assert {each: count for each, count in found.items() if each in dated} == dated


@pytest.mark.parametrize("columns", [None, 1])
def test_a_meeting_lies_on_its_day(sv: Wording, columns: int | None) -> None:
    root = drawn(group(series=(Series("s", "b", EveryDays(7), FIRST, dt.date(2016, 6, 24)),)), sv, columns)

    places = [float(each.find(f"{SVG}circle").get("cy" if columns else "cx", "")) for each in things(root)]  # type: ignore[union-attr]  # each has a disc
    steps = [after - before for before, after in pairwise(places)]
    assert len(places) == 24
    assert steps == pytest.approx([steps[0]] * 23, abs=0.02)
    assert steps[0] > 0


def test_what_has_no_day_is_a_bar_over_all_its_days_and_no_disc(sv: Wording) -> None:
    week, term = (Event("w", Text("Vecka"), InWeek("2016-W10")), Event("t", Text("Termin"), InTerm(Term.parse("VT16"))))

    bars = {each.get("data-id"): each for each in things(drawn(group(events=(week, term)), sv))}

    widths = {}
    for name, bar in bars.items():
        assert bar.find(f"{SVG}circle") is None
        xs = [float(x) for x in re.findall(r"[ML]([\d.]+) ", bar.find(f"{SVG}path").get("d", ""))]  # type: ignore[union-attr]  # each has a bar
        widths[name] = max(xs) - min(xs)
    assert widths["t"] / widths["w"] == pytest.approx(182 / 7, rel=0.01)
    assert bars["w"].findtext(f"{SVG}title") == "Vecka: v. 10, 7–13 mars 2016"


def test_moved_and_cancelled_meetings_have_shapes_of_their_own(sv: Wording) -> None:
    changes = (
        Change(FIRST, cancelled=True),
        Change(FIRST + dt.timedelta(14), date=FIRST + dt.timedelta(16)),
    )
    series = Series("s", "b", EveryDays(14), FIRST, FIRST + dt.timedelta(28), changes=changes)
    root = drawn(group(series=(series,)), sv)

    shapes = [[part.tag.removeprefix(SVG) for part in each[1:]] for each in things(root)]
    assert shapes == [["circle", "path"], ["path", "text"], ["circle", "text"]]
    told = root.findtext(f"{SVG}desc") or ""
    assert "Gruppen: 2 möten: 15 jan (inställt), 31 jan (flyttat från 29 jan), 12 feb." in told
    legend = [text.text for text in root.iter(f"{SVG}text")]
    assert {"planerat", "flyttat", "inställt"} <= set(legend)


def test_bodies_come_first_then_areas_then_the_rest(sv: Wording) -> None:
    day = dt.date(2016, 3, 4)
    acts = (Activity("c", Text("C"), OnDate(day)), Activity("a", Text("A"), OnDate(day), area="arbete"))
    whole = group(
        activities=acts,
        areas=(Area("arbete", Text("Arbete")),),
        events=(Event("e", Text("E"), OnDate(day), bodies=("b",)),),
    )

    lines = [text.text for text in drawn(whole, sv).iter(f"{SVG}text") if text.get("font-weight") == "bold"]
    assert [line for line in lines if line in {"Gruppen", "Arbete"} or (line or "").startswith("Aktiviteter")][:3] == [
        "Gruppen",
        "Arbete",
        "Aktiviteter och",
    ]


def test_each_half_year_with_something_in_it_has_a_strip(sv: Wording) -> None:
    days = (dt.date(2015, 12, 1), dt.date(2016, 12, 1))
    events = tuple(Event(f"e{n}", Text("E"), OnDate(day)) for n, day in enumerate(days))

    heads = [text.text for text in drawn(group(events=events), sv).iter(f"{SVG}text") if text.get("font-size") == "14"]
    assert heads == ["HT 2015", "HT 2016"]


def test_terms_of_two_centuries_are_drawn_too(sv: Wording) -> None:
    events = tuple(Event(f"e{n}", Text("E"), OnDate(dt.date(year, 3, 4))) for n, year in enumerate((1900, 2016)))

    assert len(things(drawn(group(events=events), sv))) == 2


def test_where_nothing_has_a_day_it_says_what_there_is(sv: Wording) -> None:
    told = drawn(bundled("lots-ockelbo"), sv).findtext(f"{SVG}desc") or ""

    assert told.startswith("0 daterade möten, 8 punkter utan dag.\nIngen tid framgår för 8 punkter: ")
    assert len(told.splitlines()) == 2


def test_the_picture_in_the_docs_is_the_one_that_is_drawn_today(sv: Wording) -> None:
    """Mended by the command that docs/how-to/draw-the-year.md shows above the picture."""
    tranemo = bundled("tranemo")

    assert (IMAGES / "tranemo-tidslinje.svg").read_text(encoding="utf-8") == timeline.dumps(
        schedule(tranemo), [tranemo], sv
    )


NAMES = st.one_of(
    st.sampled_from(["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "\u202eab\u200f", "x" * 10_000]),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip),
)


@given(NAMES, st.sampled_from([None, 1]), st.dates(dt.date(2016, 1, 1), dt.date(2016, 12, 31)))
def test_any_name_changes_nothing_but_text_wherever_it_stands(
    legible: Callable[[Element], None], name: str, columns: int | None, day: dt.date
) -> None:
    def whole(told: str) -> Collaboration:
        text, near = Text(told), min(day + dt.timedelta(3), dt.date(2016, 12, 31))
        events = (Event("e", text, OnDate(day), bodies=("b",)), Event("f", text, OnDate(near)))
        week = f"2016-W{min(day.timetuple().tm_yday // 7 + 1, 52):02}"
        return group(events=(*events, Event("g", text, InWeek(week)), Event("h", text, InWeek(week))))

    root, plain = (drawn(whole(told), Wording("sv"), columns) for told in (name, "Namn"))

    legible(root)
    assert {each.tag for each in root.iter()} == {each.tag for each in plain.iter()}
    assert len(things(root)) == len(things(plain))
    assert not re.search("[\u200e\u200f\u202a-\u202e]", "".join(root.itertext()))
