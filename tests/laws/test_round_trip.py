from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from samverkan.formats import json, toml
from samverkan.model.funding import Line
from samverkan.testing import check_collaboration, collaborations, texts

if TYPE_CHECKING:
    from types import ModuleType

    from samverkan.model.collaboration import Collaboration
    from samverkan.model.names import Text


@pytest.mark.parametrize("form", [toml, json], ids=["toml", "json"])
class TestRoundTrip:
    """25. Import(export(setup)) equals setup, including unknown, missing and not-applicable fields and line order."""

    @given(whole=collaborations())
    def test_of_a_value_gives_the_value(self, form: ModuleType, whole: Collaboration) -> None:
        assert form.loads(form.dumps(whole)) == whole

    @given(whole=collaborations())
    def test_of_a_text_gives_the_text(self, form: ModuleType, whole: Collaboration) -> None:
        text = form.dumps(whole)

        assert form.dumps(form.loads(text)) == text

    @given(whole=collaborations())
    def test_passes_through_bytes(self, form: ModuleType, whole: Collaboration) -> None:
        text = form.dumps(whole)

        assert form.loads(text.encode().decode()) == whole
        assert "\r" not in text

    @given(whole=collaborations(max_bodies=1), name=texts())
    def test_keeps_lines_that_stand_twice_and_their_order(
        self, form: ModuleType, whole: Collaboration, name: Text
    ) -> None:
        lines = [Line(name), Line("Ljungby kommun"), Line(name)]
        printed = evolve(whole, cofinanciers=lines)

        assert form.loads(form.dumps(printed)).cofinanciers == tuple(lines)


class TestBetweenFormats:
    """25. Every supported format holds the same."""

    @given(collaborations())
    def test_the_way_through_both_gives_the_value(self, whole: Collaboration) -> None:
        assert toml.loads(toml.dumps(json.loads(json.dumps(whole)))) == whole
        check_collaboration(whole)
