from __future__ import annotations

import pytest

from samverkan.errors import InvalidValueError
from samverkan.model.documents import Document, Remark, RemarkKind


@pytest.mark.parametrize("words", [{"text": " ", "treatment": "a"}, {"text": "a", "treatment": ""}])
def test_a_remark_says_what_it_is_and_how_it_is_treated(words: dict[str, str]) -> None:
    with pytest.raises(InvalidValueError, match="says nothing; expected at least one letter") as told:
        Remark("a", RemarkKind.GAP, **words)
    assert told.value.code == "blank"


def test_a_document_has_dates_for_dates() -> None:
    with pytest.raises(InvalidValueError, match="latest 2016 is not a date") as told:
        Document("bildspel", latest=2016)
    assert told.value.code == "bad-date"
