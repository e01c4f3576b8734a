"""``samverkan conformance``: what became of the planned meetings, in text and JSON, and its exit statuses."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from samverkan.cli.door import DOOR

FILE = """\
format = 1
id = "ekeby"
name = { sv = "Samverkan i Ekeby", en = "Collaboration in Ekeby" }

[bodies.grupp]
kind = "network"
name = { sv = "Gruppen", en = "The group" }

[bodies.styr]
kind = "steering-group"
name = "Styrgruppen"

[[series]]
id = "s"
body = "grupp"
every = "28 days"
from = 2026-11-03
to = 2027-02-23

[[series.changes]]
nominal = 2027-01-26
cancelled = true

[[events]]
id = "styrmote"
name = "Styrmöte"
when = 2027-02-02
bodies = ["styr"]

[[held]]
body = "grupp"
date = 2026-11-03
notes = 2026-11-12

[[held]]
body = "grupp"
date = 2026-12-03
"""
COMPLETE = FILE.replace("format = 1", "format = 1\nheld_complete = true")


def samverkan(*arguments: str, columns: int = 80) -> Result:
    environment = {"COLUMNS": str(columns), "NO_COLOR": "1", "SAMVERKAN_LANG": None}
    return CliRunner().invoke(DOOR, ["conformance", *arguments], env=environment)


def data(*arguments: str) -> Any:  # noqa: ANN401  # whatever JSON holds
    return json.loads(samverkan(*arguments, "--format", "json").stdout)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("open.toml").write_text(FILE, encoding="utf-8")
    Path("complete.toml").write_text(COMPLETE, encoding="utf-8")


class TestExitStatus:
    @pytest.mark.parametrize(
        ("file", "as_of", "status"),
        [
            ("complete.toml", "2026-12-04", 0),
            ("complete.toml", "2027-01-01", 1),
            ("open.toml", "2026-12-04", 0),
            ("open.toml", "2027-01-01", 3),
        ],
    )
    def test_missing_is_1_unknown_3_and_neither_0(self, file: str, as_of: str, status: int) -> None:
        assert samverkan(file, "--as-of", as_of).exit_code == status
        assert samverkan(file, "--as-of", as_of, "--format", "json").exit_code == status

    def test_it_is_that_of_the_part_that_is_asked_for(self) -> None:
        assert samverkan("complete.toml", "--as-of", "2027-01-10", "--body", "styr").exit_code == 0
        assert samverkan("complete.toml", "--as-of", "2027-02-10", "--body", "styr").exit_code == 1

    def test_a_file_that_cannot_be_used_is_2(self) -> None:
        Path("broken.toml").write_text(f"{FILE}nmae = 1\n", encoding="utf-8")

        result = samverkan("broken.toml")
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)

    def test_a_body_that_is_not_there_is_answered_with_the_nearest(self) -> None:
        result = samverkan("open.toml", "--body", "gruppp")

        assert (result.exit_code, result.stderr) == (2, "samverkan: organ ”gruppp” finns inte; menade du ”grupp”?\n")

    def test_a_rule_that_gives_a_forbidden_day_is_told_with_its_place(self) -> None:
        Path("open.toml").write_text(
            FILE.replace("to = 2027-02-23", 'to = 2027-02-23\non_holiday = "forbid"').replace(
                "2026-11-03", "2026-11-01"
            ),
            encoding="utf-8",
        )

        result = samverkan("open.toml")
        assert (result.exit_code, result.stderr.startswith("open.toml:")) == (2, True)


class TestText:
    def test_each_body_has_its_terms_and_meetings(self) -> None:
        assert samverkan("complete.toml", "--as-of", "2027-02-10").stdout.splitlines() == [
            "Samverkan i Ekeby: planerat och genomfört",
            "─────────────────────────────────────────",
            "Per ons 10 feb 2027.",
            "Förteckningen över hållna möten är fullständig före ons 10 feb 2027; ett möte",
            "som inte finns där har uteblivit.",
            "6 planerade möten: hållet 1, flyttat 1, inställt 1, uteblev 2, återstår 1.",
            "Längsta uppehåll 30 dagar (3 nov–3 dec 2026). Minnesanteckningar: som senast",
            "efter 9 dagar, framgår inte 1.",
            "Gruppen",
            "  5 planerade möten: hållet 1, flyttat 1, inställt 1, uteblev 1, återstår 1.",
            "  Längsta uppehåll 30 dagar (3 nov–3 dec 2026). Minnesanteckningar: som senast",
            "  efter 9 dagar, framgår inte 1.",
            "  HT 2026: hållet 1, flyttat 1, uteblev 1",
            "    ✓  v. 45  tis 3 nov   hållet                        Gruppen",
            "    ✓  v. 49  tis 1 dec   flyttat till tors 3 dec 2026  Gruppen",
            "    ✗  v. 53  tis 29 dec  uteblev                       Gruppen",
            "  VT 2027: inställt 1, återstår 1",
            "    –  v. 4  tis 26 jan  inställt  Gruppen",
            "       v. 8  tis 23 feb  återstår  Gruppen",
            "Styrgruppen",
            "  1 planerat möte: uteblev 1.",
            "  VT 2027",
            "    ✗  v. 5  tis 2 feb  uteblev  Styrmöte",
        ]

    def test_records_that_are_not_said_to_be_complete_make_nothing_missing(self) -> None:
        told = " ".join(samverkan("open.toml", "--as-of", "2027-02-10", "--lang", "en").stdout.split())

        assert "so a meeting without one is unknown, not missing." in told
        assert "? week 53 Tue 29 Dec unknown The group" in told

    def test_records_of_no_planned_meeting_are_told_by_what_they_may_be(self) -> None:
        more = """
[[held]]
body = "grupp"
date = 2026-12-15
[[held]]
body = "styr"
date = 2026-11-20
absent.notes = "inga fördes"
[[held]]
body = "grupp"
date = 2027-02-23
[[activities]]
id = "kurs"
name = "Kurs"
when = { month = "2026-11" }
body = "styr"
"""
        Path("open.toml").write_text(FILE + more, encoding="utf-8")

        told = " ".join(samverkan("open.toml", "--as-of", "2027-02-10").stdout.split())

        assert "Hållet, men inte med i planen: tis 15 dec 2026 (Gruppen)." in told
        assert "Hållet, och kan vara något i planen som saknar dag: fre 20 nov 2026 (Styrgruppen)." in told
        assert "Antecknat för en dag som inte bedöms: tis 23 feb 2027 (Gruppen)." in told
        assert "Minnesanteckningar: finns inga 1." in told

    def test_a_meeting_of_no_stated_body_is_judged_by_none(self) -> None:
        Path("open.toml").write_text(COMPLETE.replace('bodies = ["styr"]\n', ""), encoding="utf-8")

        lines = samverkan("open.toml", "--as-of", "2027-02-10").stdout.splitlines()
        assert lines[-4:] == [
            "Inget organ angivet",
            "  1 planerat möte: framgår inte 1.",
            "  VT 2027",
            "    ?  v. 5  tis 2 feb  framgår inte  Styrmöte",
        ]

    def test_one_body_is_not_told_twice(self) -> None:
        shown = samverkan("complete.toml", "--as-of", "2027-02-10", "--body", "styr").stdout

        assert shown.count("1 planerat möte: uteblev 1.") == 1
        assert "Gruppen\n" not in shown.replace("Styrgruppen\n", "")

    @pytest.mark.parametrize("file", ["complete.toml", "tranemo", "lots-ockelbo"])
    @pytest.mark.parametrize("columns", [40, 80])
    def test_no_line_is_wider_than_the_terminal(self, file: str, columns: int) -> None:
        shown = samverkan(file, "--as-of", "2027-02-10", columns=columns).stdout

        assert max(map(len, shown.splitlines())) <= columns


class TestData:
    def test_the_whole_each_body_and_each_term_have_the_same_measures(self) -> None:
        found = data("complete.toml", "--as-of", "2027-02-10")

        assert (found["collaboration"], found["as_of"], found["complete_until"]) == (
            "ekeby",
            "2027-02-10",
            "2027-02-10",
        )
        measured = [found, *found["bodies"], *(term for body in found["bodies"] for term in body["terms"])]
        assert all({"counts", "longest_gap", "notes"} <= each.keys() for each in measured)
        assert found["counts"] == {
            "held": 1,
            "moved": 1,
            "cancelled": 1,
            "dropped": 0,
            "missing": 2,
            "unknown": 0,
            "ahead": 1,
        }
        assert found["longest_gap"] == {"days": 30, "from": "2026-11-03", "to": "2026-12-03"}
        assert found["notes"] == {"days": [9], "longest": 9, "waiting": 0, "none": 0, "unknown": 1}
        group, steering = found["bodies"]
        assert [term["term"] for term in group["terms"]] == ["HT 2026", "VT 2027"]
        assert (steering["id"], steering["longest_gap"]) == ("styr", None)

    def test_each_meeting_says_what_became_of_it(self) -> None:
        found = data("complete.toml", "--as-of", "2027-02-10")["meetings"]

        assert [(each["id"], each["conduct"], each["held"]) for each in found] == [
            ("s/2026-11-03", "held", "2026-11-03"),
            ("s/2026-12-01", "moved", "2026-12-03"),
            ("s/2026-12-29", "missing", None),
            ("s/2027-01-26", "cancelled", None),
            ("styrmote", "missing", None),
            ("s/2027-02-23", "ahead", None),
        ]
        assert found[0] == {
            "id": "s/2026-11-03",
            "body": "grupp",
            "name": "Gruppen",
            "nominal": "2026-11-03",
            "date": "2026-11-03",
            "term": "HT 2026",
            "conduct": "held",
            "held": "2026-11-03",
            "notes": "2026-11-12",
        }

    def test_a_body_asked_for_is_the_only_one(self) -> None:
        assert [body["id"] for body in data("complete.toml", "--body", "styr", "--as-of", "2027-02-10")["bodies"]] == [
            "styr"
        ]

    def test_notes_that_were_never_made_are_no_unknown_ones(self) -> None:
        none = FILE.replace("notes = 2026-11-12", 'absent.notes = "inga fördes"')
        Path("open.toml").write_text(none, encoding="utf-8")

        assert [each["notes"] for each in data("open.toml", "--as-of", "2027-02-10")["meetings"]][:3] == [
            False,
            None,
            None,
        ]

    def test_without_a_day_the_clock_says_which_it_is(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("samverkan.cli.conformance.today", lambda: dt.date(2026, 12, 4))

        assert data("complete.toml")["as_of"] == "2026-12-04"
