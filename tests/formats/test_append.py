"""One more item at the end of a list in a file, in the form of its neighbours."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from samverkan.errors import InvalidCollaborationError
from samverkan.formats.edit import append
from samverkan.formats.toml import dumps, loads
from samverkan.model.activities import Change
from samverkan.model.identity import Identity
from samverkan.model.names import Text
from samverkan.testing.strategies import collaborations

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration

FILE = """\
format = 1
id = "ekeby"
name = "Ekeby" # namnet

[bodies.grupp]
kind = "collaboration-group"
name = "Gruppen"

[[series]]
id = "moten"
body = "grupp"
every = "14 days"
from = 2026-09-09
to = 2026-10-21 # sista dagen
{changes}
[[series]]
id = "andra"
body = "grupp"
every = "14 days"
from = 2026-09-10
to = 2026-10-21
"""
NEW = Change(dt.date(2026, 9, 23), dt.date(2026, 9, 24))
LINE = "{ nominal = 2026-09-23, date = 2026-09-24 }"
OLD = "{ nominal = 2026-10-07, date = 2026-10-14 }"

CASES = [
    pytest.param("", f"changes = [{LINE}]\n", id="a list that is not there begins"),
    pytest.param("changes = []\n", f"changes = [{LINE}]\n", id="an empty list"),
    pytest.param(f"changes = [{OLD}]\n", f"changes = [{OLD}, {LINE}]\n", id="a list on one line"),
    pytest.param(
        f"changes = [\n  {OLD}, # lokalen\n]\n",
        f"changes = [\n  {OLD}, # lokalen\n  {LINE},\n]\n",
        id="a line for each, with remarks",
    ),
    pytest.param(
        f"changes = [\n  {OLD} # lokalen\n]\n",
        f"changes = [\n  {OLD}, # lokalen\n  {LINE},\n]\n",
        id="no comma after the last",
    ),
    pytest.param(
        f"changes = [\n  {OLD} ]\n", f"changes = [\n  {OLD}, {LINE} ]\n", id="the end of the list on the same line"
    ),
    pytest.param(
        "\n[[series.changes]]\nnominal = 2026-10-07\ndate = 2026-10-14 # lokalen\n",
        "\n[[series.changes]]\nnominal = 2026-10-07\ndate = 2026-10-14 # lokalen\n"
        "\n[[series.changes]]\nnominal = 2026-09-23\ndate = 2026-09-24\n",
        id="sections",
    ),
]


@pytest.mark.parametrize(("before", "after"), CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_item_is_written_as_its_neighbours_are(before: str, after: str, end: str) -> None:
    text, expected = (FILE.format(changes=each).replace("\n", end) for each in (before, after))
    assert append(text, "series.moten.changes", NEW) == expected


def test_sections_at_the_end_of_a_file_that_lacks_its_last_line_end() -> None:
    text = FILE.format(changes="") + "\n[[series.changes]]\nnominal = 2026-10-08\ncancelled = true"
    assert append(text, "series.andra.changes", Change(dt.date(2026, 9, 24), cancelled=True)).endswith(
        "cancelled = true\n\n[[series.changes]]\nnominal = 2026-09-24\ncancelled = true\n"
    )


def test_an_item_that_does_not_hold_is_refused() -> None:
    with pytest.raises(InvalidCollaborationError, match="expected a date"):
        append(FILE.format(changes=""), "series.moten.changes", {"nominal": "i morgon"})


def test_what_is_no_list_is_refused() -> None:
    with pytest.raises(InvalidCollaborationError, match="does not belong here"):
        append(FILE.format(changes=""), "series.moten.body", NEW)


@given(collaborations())
def test_what_is_added_is_the_last_and_nothing_else_changes(whole: Collaboration) -> None:
    new = Text("Ett nytt skede", "A new chapter")
    identity = whole.identity or Identity()
    after = evolve(whole, identity=evolve(identity, history=(*identity.history, new)))
    assert loads(append(dumps(whole), "identity.history", new)) == after
