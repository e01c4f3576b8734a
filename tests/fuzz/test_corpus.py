"""What was found by fuzzing is read again in every run: what leads into each corner, and what once failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from samverkan.errors import SamverkanError
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.formats.wording.faults import told

from .scripts import CORPUS, CRASHES, READERS, inputs, script

if TYPE_CHECKING:
    from pathlib import Path


def refusal(reader: Any, data: bytes) -> SamverkanError | None:  # noqa: ANN401  # a class of a script
    """Read an input, and give the error of ours if it is refused; any other error ends the test."""
    try:
        reader.read(data)
    except SamverkanError as error:
        return error
    return None


@pytest.mark.parametrize("name", READERS)
def test_every_reader_takes_some_of_its_corpus_and_refuses_some(name: str) -> None:
    known = [refusal(READERS[name], file.read_bytes()) for file in sorted((CORPUS / name).iterdir())]
    assert None in known
    # These two pass over what they cannot read, and the third tells what each of five readers makes of a text.
    assert any(known) is (name not in {"whatif", "manifest", "notation"})


@pytest.mark.parametrize(("reader", "file"), inputs(CRASHES))
def test_what_once_failed_is_a_value_or_an_error_of_ours(reader: Any, file: Path) -> None:  # noqa: ANN401  # as above
    refusal(reader, file.read_bytes())


def test_each_refusal_of_the_corpus_is_told_in_both_languages_in_lines_that_can_be_read() -> None:
    refused = [refusal(reader, file.read_bytes()) for reader, file in map(_values, inputs(CORPUS))]
    messages = {fault.message for error in refused for fault in getattr(error, "faults", ())}
    assert messages
    for lang in LANGUAGES:
        for message in messages:
            assert told(message, Wording(lang)).strip()
            assert len(message) <= 1_000


def _values(param: Any) -> tuple[Any, Path]:  # noqa: ANN401  # a parameter of pytest
    reader, file = param.values
    return reader, file


def test_the_corpus_is_small_enough_to_be_kept() -> None:
    assert sum(file.stat().st_size for file in CORPUS.glob("*/*")) < 500_000
    assert script("keeping").MOST_BYTES * len(READERS) < 500_000
