"""Every way of breaking a file that we could think of: one located line for each fault, exit status 2, no traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from samverkan.cli.door import DOOR

GOOD = """\
format = 1
id = "ekeby"
name = "Samverkan i Ekeby"
municipalities = { "1452" = "Tranemo" }
horizon = { from = 2016-01-11, to = 2016-06-14 }

[organisations.kommunen]
name = "Tranemo kommun"
sector = "municipality"

[bodies.gruppen]
kind = "collaboration-group"
name = "Gruppen"
seats.sg-01 = { organisations = ["kommunen"] }

[[series]]
body = "gruppen"
every = "14 days"
from = 2016-03-04
to = 2016-06-10

[[events]]
name = "Teater"
when = { week = "2016-W10" }
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def with_(right: str, wrong: str) -> bytes:
    assert right in GOOD
    return GOOD.replace(right, wrong, 1).encode()


BROKEN = {
    "a wrong key": (with_("seats.", "seat."), "14:1", "unknown-key"),
    "no such day": (with_("2016-03-04", "2016-02-30"), "19:8", "syntax"),
    "an unknown organisation in a seat": (with_('["kommunen"]', '["komunen"]'), "14:34", "unknown-organisation"),
    "a quorum above the seats": (
        with_("seats.sg-01", "quorum = { at_least = 5 }\nseats.sg-01"),
        "14:1",
        "quorum-above-seats",
    ),
    "an id twice": ((GOOD + '[[events]]\nname = "Teater"\n').encode(), "25:1", "duplicate-id"),
    "a reversed series": (with_("to = 2016-06-10", "to = 2016-01-10"), "16:1", "reversed-period"),
    "a reversed horizon": (with_("to = 2016-06-14", "to = 2015-06-14"), "5:1", "reversed-period"),
    "a week that the year has not": (with_("2016-W10", "2016-W53"), "24:17", "bad-week"),
    "Latin-1 bytes": (GOOD.replace("Teater", "Föreställning").encode("latin-1"), "23:10", "not-utf-8"),
    "a zero byte": (GOOD.encode() + b"\0", "25:1", "control-character"),
    "text that is not closed": (with_('"Teater"', '"Teater'), "23:15", "syntax"),
    "a key twice": (with_("format = 1", "format = 1\nformat = 1"), "2:1", "duplicate-key"),
    "an unknown word": (with_('"municipality"', '"municipalty"'), "9:10", "unknown-word"),
    "another format": (with_("format = 1", "format = 2"), "1:10", "unknown-format"),
    "no format": (with_("format = 1\n", ""), "1:1", "missing-key"),
    "no name": (with_('name = "Samverkan i Ekeby"\n', ""), "1:1", "missing-key"),
    "a number for a text": (with_('"Gruppen"', "7"), "13:8", "wrong-type"),
    "a short municipality code": (with_('"1452"', '"145"'), "4:28", "bad-municipality-code"),
    "a cadence that nobody knows": (with_('"14 days"', '"14 dagar"'), "18:9", "bad-cadence"),
    "an unknown body": (with_('body = "gruppen"', 'body = "grupen"'), "17:8", "unknown-body"),
    "a clock that has no such hour": (with_("to = 2016-06-10", 'to = 2016-06-10\ntime = "25.00"'), "21:8", "bad-time"),
    "nested a thousand deep": (with_('"Teater"', "[" * 1000 + "]" * 1000), "23", "too-deep"),
    "an empty file": (b"", None, "empty-file"),
    "a file of 10 MB": (b"# " + b"x" * 10_000_000, None, "too-large"),
}


@pytest.mark.parametrize("verb", ["check", "schedule"])
@pytest.mark.parametrize(("content", "place", "code"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_told_in_one_located_line(content: bytes, place: str | None, code: str, verb: str) -> None:
    Path("plan.toml").write_bytes(content)
    result = CliRunner().invoke(DOOR, [verb, "plan.toml", "--lang", "en"], env={"COLUMNS": "200"})

    told = [line for line in result.stderr.splitlines() if f"[{code}]" in line]
    assert (result.exit_code, len(told)) == (2, 1), result.stderr
    assert "Traceback" not in result.output + result.stderr
    assert re.search(r"plan\.toml" if place is None else rf"^(samverkan: )?plan\.toml:(?:{place})\b", told[0]), told[0]


@pytest.mark.parametrize("verb", ["check", "schedule", "network", "report"])  # evaluate takes a folder
def test_a_directory_is_no_file(verb: str) -> None:
    Path("plan.toml").mkdir()
    result = CliRunner().invoke(DOOR, [verb, "plan.toml", "--lang", "en"])

    assert result.exit_code == 2
    assert "is a directory; expected a file [is-a-directory]" in result.stderr
