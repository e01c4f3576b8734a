from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.svg.entries import Entry, lettered
from samverkan.formats.svg.key import key
from samverkan.formats.svg.sheet import PHONE, STANDING, sheet_of
from samverkan.formats.tables.almanac import Stretch
from samverkan.model.stretches import InYear

ENTRIES = st.lists(st.builds(Entry, st.text("abc ", min_size=1), st.text("defgh ", max_size=600)), max_size=12)
YEAR = InYear(2016).span


@given(ENTRIES, st.integers(1, 6))
def test_every_entry_stands_there_once_and_ends_where_it_is_said(told: list[Entry], columns: int) -> None:
    sheet = sheet_of(STANDING, columns)
    drawn, bottom = key(told, sheet, 100)

    root = ET.fromstring(f"<g>{drawn}</g>")
    assert [group.findtext("title") for group in root] == [str(entry) for entry in told]
    assert all(100 < float(text.get("y", "")) < bottom for text in root.iter("text"))
    lefts = {float(group.findall("text")[0].get("x", "")) for group in root}
    assert len(lefts) <= sheet.columns


def test_what_is_cut_is_told_whole() -> None:
    drawn, _ = key([Entry("Utan dag", "ord " * 2000)], PHONE, 0)

    root = ET.fromstring(f"<g>{drawn}</g>")
    assert len(root.findtext("g/title") or "") > 8000
    assert (root.findall("g/text")[-1].text or "").endswith("…")


def test_stretches_have_letters_as_long_as_somebody_would_look_them_up() -> None:
    first, last = YEAR.earliest, YEAR.latest
    assert first is not None
    assert last is not None
    stretches = [Stretch(str(n), first, last, "X", ()) for n in range(53)]

    assert list(lettered(stretches[:28]).values()) == [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]
    assert len(set(lettered(stretches[:52]).values())) == 52
    assert lettered(stretches) == {}
