"""The drawing of a network: well-formed, told as well as drawn, the same each time, and nothing on top of anything."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.svg import network as drawing
from samverkan.formats.svg.measure import width_of
from samverkan.formats.wording import Wording
from samverkan.ties import network

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

IMAGES = Path(__file__).parents[3] / "docs" / "images"
SVG = "{http://www.w3.org/2000/svg}"
Box: TypeAlias = tuple[float, float, float, float, str]
SIZES = [(1, 1), (1, 3), (1, 20), (4, 15), (8, 9), (8, 30)]


def lines(root: Element) -> list[Box]:
    """Give the box of each line of text, left, top, right and bottom, as wide as it can be."""
    found = []
    for text in root.iter(f"{SVG}text"):
        x, y, size = (float(text.get(name, "")) for name in ("x", "y", "font-size"))
        told = text.text or ""
        width = width_of(told, size, bold=text.get("font-weight") == "bold")
        left = x - width / 2 if text.get("text-anchor") == "middle" else x
        found.append((left, y - size * 0.72, left + width, y + size * 0.2, told))
    return found


def clash(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("name", bundled_names())
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_words_of_a_real_picture_lie_on_others_or_outside(name: str, language: str) -> None:
    root = ET.fromstring(drawing.dumps(network(bundled(name)), Wording(language)))

    check(root)


@pytest.mark.parametrize(("towns", "each"), SIZES)
@pytest.mark.parametrize("columns", [None, 1])
def test_no_words_lie_on_others_at_any_size(
    county: Callable[..., nx.MultiGraph[str]], sv: Wording, towns: int, each: int, columns: int | None
) -> None:
    graph = county(towns, each, name="Arbetsmarknadsenheten och vuxenutbildningen")

    check(ET.fromstring(drawing.dumps(graph, sv, columns=columns)))


def check(root: Element) -> None:
    _, _, width, height = map(float, root.get("viewBox", "").split())
    boxes = lines(root)
    assert boxes
    assert [box for box in boxes if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height] == []
    boxes.sort(key=lambda box: box[1])
    near = ((one, other) for place, one in enumerate(boxes) for other in takewhile(above(one), boxes[place + 1 :]))
    assert [(one[4], other[4]) for one, other in near if clash(one, other)] == []


def above(box: Box) -> Callable[[Box], bool]:
    return lambda other: other[1] < box[3]


@pytest.mark.parametrize(("towns", "each"), SIZES)
def test_every_organisation_is_drawn_once(
    county: Callable[..., nx.MultiGraph[str]], sv: Wording, towns: int, each: int
) -> None:
    root = ET.fromstring(drawing.dumps(county(towns, each), sv))

    names = sorted(group.findtext(f"{SVG}title", "") for group in root.iter(f"{SVG}g"))
    assert names == sorted(f"Organisation {number} i kommun {town}" for town in range(towns) for number in range(each))


@pytest.mark.parametrize("columns", [None, 1, 2, 9])
@pytest.mark.parametrize(("towns", "each"), SIZES)
def test_every_body_is_drawn(
    county: Callable[..., nx.MultiGraph[str]], sv: Wording, towns: int, each: int, columns: int | None
) -> None:
    root = ET.fromstring(drawing.dumps(county(towns, each), sv, columns=columns))

    bodies = [each for each in root.iter(f"{SVG}rect") if each.get("rx") == "9"]
    assert len(bodies) == 2 * towns
    check(root)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_who_cannot_see_it_is_told_all_of_it(language: str) -> None:
    root = ET.fromstring(drawing.dumps(network(bundled("tranemo")), Wording(language)))

    ids = {each.get("id"): each for each in root.iter() if each.get("id")}
    title, description = ids[root.get("aria-labelledby")], ids[root.get("aria-describedby")]
    assert (root.get("role"), root.get("lang")) == ("img", language)
    assert (title.tag, title.text) == (f"{SVG}title", "Integration Tranemo")
    assert description.tag == f"{SVG}desc"
    first, board, *_ = (description.text or "").splitlines()
    assert (
        first
        == {
            "sv": "4 organ, 25 platser, 22 organisationer. 4 av dem sitter i flera organ.",
            "en": "4 bodies, 25 seats, 22 organisations. 4 of them sit in several bodies.",
        }[language]
    )
    assert board.startswith({"sv": "Advisory Board (9 platser): ", "en": "Advisory Board (9 seats): "}[language])
    assert "Polisen" in board


def test_on_a_telephone_the_smallest_words_are_nine_pixels_high(sv: Wording) -> None:
    for name in bundled_names():
        root = ET.fromstring(drawing.dumps(network(bundled(name)), sv))
        width = float(root.get("viewBox", "").split()[2])
        sizes = [float(text.get("font-size", "")) for text in root.iter(f"{SVG}text")]
        assert min(sizes) * 320 / width >= 9


def test_on_a_sheet_of_a4_words_have_six_points_at_least(
    sv: Wording, county: Callable[..., nx.MultiGraph[str]]
) -> None:
    for graph in [*(network(bundled(name)) for name in bundled_names()), county(1, 20), county(3, 20)]:
        root = ET.fromstring(drawing.dumps(graph, sv))
        _, _, width, height = map(float, root.get("viewBox", "").split())
        smallest = min(float(text.get("font-size", "")) for text in root.iter(f"{SVG}text"))
        assert smallest * min(190 / width, 277 / height) * 72 / 25.4 >= 6


def test_one_column_is_for_a_telephone(sv: Wording, county: Callable[..., nx.MultiGraph[str]]) -> None:
    for towns, each in SIZES:
        root = ET.fromstring(drawing.dumps(county(towns, each), sv, columns=1))
        width = float(root.get("viewBox", "").split()[2])
        assert 10.5 * 320 / width >= 9


def test_a_big_network_has_about_the_shape_of_a_sheet(county: Callable[..., nx.MultiGraph[str]], sv: Wording) -> None:
    root = ET.fromstring(drawing.dumps(county(8, 30), sv))

    _, _, width, height = map(float, root.get("viewBox", "").split())
    assert 1.1 < height / width < 1.8


def test_it_holds_no_script_no_link_and_nothing_from_elsewhere(sv: Wording) -> None:
    text = drawing.dumps(network(bundled("tranemo")), sv)

    assert {each.tag.removeprefix(SVG) for each in ET.fromstring(text).iter()} <= {
        *("svg", "title", "desc", "style", "defs", "pattern"),
        *("g", "text", "rect", "circle", "path"),
    }
    assert re.findall(r"(?:href|src|url\((?!#)|@import|on\w+=)", text) == []


def test_the_bytes_do_not_hang_on_hash_order() -> None:
    program = (
        "import sys; from samverkan.formats.bundled import bundled; from samverkan.formats.svg import network;"
        "from samverkan.formats.wording import Wording; from samverkan.ties import network as graph;"
        "sys.stdout.buffer.write(network.dumps(graph(bundled('tranemo')), Wording('sv')).encode())"
    )

    texts = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(texts) == 1


@pytest.mark.parametrize(("file", "name"), [("tranemo.svg", "tranemo"), ("kronoberg.svg", "integration-pa-g")])
def test_the_pictures_in_the_docs_are_those_that_are_drawn_today(sv: Wording, file: str, name: str) -> None:
    """Mended by the command that docs/how-to/draw-the-network.md shows above the picture."""
    assert (IMAGES / file).read_text(encoding="utf-8") == drawing.dumps(network(bundled(name)), sv)


def test_an_empty_network_is_a_picture_too(sv: Wording) -> None:
    root = ET.fromstring(drawing.dumps(nx.MultiGraph(), sv))

    assert [text.text for text in root.iter(f"{SVG}text")][-1] == "0 organ, 0 platser, 0 organisationer."


NAMES = st.one_of(
    st.sampled_from(["<script>alert(1)</script>", "]]>", "\u202eab\u200f", "\x00\x1b", "x" * 10_000, "\"&quot;'"]),
    st.text(st.characters(), min_size=1),
)


@given(name=NAMES, data=st.data())
def test_any_name_stays_text_and_in_its_place(
    county: Callable[..., nx.MultiGraph[str]], sv: Wording, name: str, data: st.DataObject
) -> None:
    towns, each = data.draw(st.sampled_from([(1, 3), (3, 25)]))
    graph = county(towns, each, name=name)
    for node in data.draw(st.lists(st.sampled_from(list(graph)), max_size=4)):
        graph.nodes[node]["name"] = name

    root = ET.fromstring(drawing.dumps(graph, sv))

    assert not [each for each in root.iter() if each.tag == f"{SVG}script"]
    assert not re.search("[\u200e\u200f\u202a-\u202e]", "".join(root.itertext()))
    check(root)
