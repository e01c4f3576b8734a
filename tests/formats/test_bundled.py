from __future__ import annotations

import json as plain_json
from importlib.resources import files

import pytest

from samverkan.errors import UnknownNameError
from samverkan.formats.bundled import bundled, bundled_names, bundled_text
from samverkan.formats.toml import loads
from samverkan.model.collaboration import Collaboration


def test_tranemo_comes_with_the_library() -> None:
    assert "tranemo" in bundled_names()
    assert bundled("tranemo").municipalities[0].code == "1452"


def test_names_come_in_order_and_without_suffix() -> None:
    assert list(bundled_names()) == sorted(bundled_names())
    assert not any("." in name for name in bundled_names())


@pytest.mark.parametrize("name", bundled_names())
def test_every_bundled_file_holds_together_and_is_named_by_its_id(name: str) -> None:
    collaboration = bundled(name)
    assert isinstance(collaboration, Collaboration)
    assert collaboration.id == name
    assert loads(bundled_text(name)) == collaboration


def test_a_misspelt_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="there is no bundled collaboration “tranmo”; did you mean “tranemo”"):
        bundled("tranmo")


def test_a_name_is_no_path() -> None:
    with pytest.raises(UnknownNameError):
        bundled("../collaborations/tranemo")


def test_the_schema_lies_in_the_package() -> None:
    text = files("samverkan.formats").joinpath("samverkan-1.schema.json").read_text(encoding="utf-8")
    assert plain_json.loads(text)["$id"] == "urn:samverkan:collaboration-file:1"
