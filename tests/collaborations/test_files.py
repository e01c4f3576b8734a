"""What holds of every collaboration that the library ships."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from samverkan.formats.bundled import bundled, bundled_names, bundled_text
from samverkan.formats.toml import dumps, loads
from samverkan.model.documents import Document
from samverkan.model.horizontal import Measure
from samverkan.model.names import Text, personal_numbers
from samverkan.model.organisations import Municipality
from samverkan.model.walk import key_of, walk

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
TELEPHONE = re.compile(r"(?<![\d.-])(?:\+46|0)(?:[ /-]*\d){6,12}")
PROSE = {"role", "section", "purpose", "duties", "what", "outcomes", "perceptions", "parts", "note", "history", "text"}
PROSE |= {"treatment", "relation", "compared_with"}
QUOTED_SV, QUOTED_EN = re.compile("”([^”]+)”"), re.compile("“([^”]+)”")
TRANSLATED = {"done and ongoing", "planned and started", "more than", "at the start"}
every_file = pytest.mark.parametrize("name", bundled_names())


def step(value: Any, key: str) -> Any:  # noqa: ANN401  # any noun
    if isinstance(value, tuple):
        return next(item for item in value if key in (getattr(item, "id", None), getattr(item, "code", None)))
    return next(getattr(value, each.name) for each in attrs.fields(type(value)) if key_of(each) == key)


def follow(collaboration: Collaboration, path: str) -> None:
    value: Any = collaboration
    for key in path.split("."):
        value = step(value, key)


def test_the_five_real_setups_are_shipped() -> None:
    assert set(bundled_names()) >= {"integration-pa-g", "lots-ockelbo", "resurscentrum", "tranemo", "visioncenter"}


@every_file
def test_a_file_is_named_after_its_id(name: str) -> None:
    assert bundled(name).id == name


@every_file
def test_what_is_read_is_written_and_read_again_the_same(name: str) -> None:
    collaboration = bundled(name)

    assert loads(dumps(collaboration)) == collaboration


@every_file
def test_a_remark_points_at_fields_that_exist(name: str) -> None:
    collaboration = bundled(name)

    for remark in collaboration.remarks:
        for path in remark.about:
            follow(collaboration, path)


@every_file
def test_a_remark_points_at_something(name: str) -> None:
    assert [remark.id for remark in bundled(name).remarks if not remark.about] == []


def test_a_path_that_leads_nowhere_is_noticed() -> None:
    with pytest.raises(StopIteration):
        follow(bundled("tranemo"), "bodies.samverkansgrupp.seats.sg-17")


@every_file
def test_every_item_of_a_list_names_its_source(name: str) -> None:
    # A document is a source; a section's source covers its measures; municipalities' codes are Statistics Sweden's.
    exempt = (Document, Measure, Municipality)
    items = [
        visit
        for visit in walk(bundled(name))
        if str(visit.attribute.type).startswith("tuple[") and hasattr(visit.value, "source")
    ]

    assert items
    assert [v.path for v in items if v.value.source is None and not isinstance(v.value, exempt)] == []


@every_file
def test_prose_stands_in_both_languages(name: str) -> None:
    prose = [
        (visit.path, text)
        for visit in walk(bundled(name))
        if key_of(visit.attribute) in PROSE
        for text in (visit.value if isinstance(visit.value, tuple) else (visit.value,))
        if isinstance(text, Text)
    ]

    assert prose
    assert [path for path, text in prose if text.en is None] == []


@every_file
def test_a_remark_quotes_the_same_words_in_both_languages(name: str) -> None:
    # Swedish quotes ”so”, English “so”. What English puts into its own words is quoted in Swedish only.
    amiss = {
        remark.id: missing
        for remark in bundled(name).remarks
        for text in (remark.text, remark.treatment)
        if (missing := set(QUOTED_EN.findall(text.en or "")) - set(QUOTED_SV.findall(text.sv)) - TRANSLATED)
    }

    assert amiss == {}


@every_file
def test_a_file_holds_no_address_number_or_identity_of_a_person(name: str) -> None:
    text = bundled_text(name)

    assert EMAIL.findall(text) == []
    assert TELEPHONE.findall(text) == []
    assert personal_numbers(text) == []


@pytest.mark.parametrize("number", ["0325-57 60 00", "070-123 45 67", "+46 325 576 000", "08-123 456"])
def test_a_telephone_number_would_be_noticed(number: str) -> None:
    assert TELEPHONE.search(f'note = "Ring {number}"')


def test_an_address_would_be_noticed() -> None:
    assert EMAIL.search('note = "fornamn.efternamn@example.se"')
