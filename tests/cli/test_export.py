"""``samverkan export``: documents and tables, one at a time or into a folder."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from samverkan.cli.door import DOOR
from samverkan.formats.bundled import bundled_text
from tests.formats.office.books import opened
from tests.formats.office.documents import Reading

GROUP = ("--format", "agenda", "--body", "samverkansgrupp")


def invoke(*arguments: str) -> Result:
    env = {"COLUMNS": "100", "NO_COLOR": "1", "SAMVERKAN_LANG": None}
    return CliRunner().invoke(DOOR, arguments, env=env, prog_name="samverkan")


def export(*arguments: str) -> Result:
    return invoke("export", *arguments)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def names(folder: str) -> list[str]:
    return sorted(each.name for each in Path(folder).iterdir())


@pytest.mark.parametrize("meeting", ["3", "2016-04-01"])
def test_one_meeting_is_one_document(meeting: str) -> None:
    result = export("tranemo", *GROUP, "--meeting", meeting, "--output", "dag.docx")

    assert (result.exit_code, result.output) == (0, "")
    assert Reading(Path("dag.docx").read_bytes()).facts["Dag"] == "fre 1 apr 2016, v. 13"
    assert export("tranemo", *GROUP, "--meeting", meeting).stdout_bytes == Path("dag.docx").read_bytes()


def test_all_meetings_of_a_body_go_into_a_folder() -> None:
    result = export("tranemo", *GROUP, "--to", "dag")

    assert (result.exit_code, result.stdout) == (0, "8 filer är skrivna i dag.\n")
    assert names("dag")[:2] == [
        "2016-03-04-dagordning-samverkansgrupp.docx",
        "2016-03-18-dagordning-samverkansgrupp.docx",
    ]
    assert len(names("dag")) == 8


def test_a_file_and_a_folder_are_not_both_written() -> None:
    result = export("tranemo", *GROUP, "--to", "dag", "--output", "dag.docx")

    assert result.exit_code == 2
    assert result.stderr == "samverkan: --output anger en fil och --to en mapp; välj en av dem\n"
    assert not [*Path().iterdir()]


def test_what_somebody_may_have_written_in_is_left_alone() -> None:
    export("tranemo", *GROUP, "--to", "dag")
    first = Path("dag/2016-03-04-dagordning-samverkansgrupp.docx")
    first.write_bytes(b"ifylld")
    Path("dag/2016-03-18-dagordning-samverkansgrupp.docx").unlink()

    result = export("tranemo", *GROUP, "--to", "dag")

    assert first.read_bytes() == b"ifylld"
    assert result.stdout == (
        "1 fil är skriven i dag.\nLämnade som de är, för någon kan ha skrivit i dem: "
        "2016-03-04-dagordning-samverkansgrupp.docx. Flytta undan dem för att få dem gjorda på nytt.\n"
    )


def test_without_a_body_every_meeting_and_every_body_without_a_day_has_one() -> None:
    export("tranemo", "--format", "notes", "--to", "ant")

    assert len(names("ant")) == 14
    assert "2016-01-25-minnesanteckningar-p02-tjanstemannadag.docx" in names("ant")
    assert names("ant")[-1] == "minnesanteckningar-etableringsgrupp.docx"


def test_two_meetings_on_one_day_have_two_files() -> None:
    events = [f'[[events]]\nid = "e{n}"\nname = "Möte"\nwhen = 2027-03-04\nbodies = ["b"]\n' for n in (1, 2)]
    body = '[bodies.b]\nkind = "network"\nname = "B"\n'
    Path("a.toml").write_text(f'format = 1\nid = "a"\nname = "A"\n{body}{"".join(events)}', encoding="utf-8")

    export("a.toml", "--format", "agenda", "--to", "dag")
    result = export("a.toml", "--format", "agenda", "--meeting", "2027-03-04")

    assert names("dag") == ["2027-03-04-dagordning-b-2.docx", "2027-03-04-dagordning-b.docx"]
    assert (result.exit_code, "det finns 2 möten" in result.stderr) == (2, True)


def test_the_name_of_a_file_never_leads_out_of_the_folder() -> None:
    body = '[bodies."%s"]\nkind = "network"\nname = "../../../etc/passwd"\n'
    ids = ["a" * 400, "b"]
    text = "".join(body % id_ for id_ in ids) + '[[events]]\nname = "../ut"\nwhen = 2027-03-04\n'
    Path("a.toml").write_text(f'format = 1\nid = "a"\nname = "../../A"\n{text}', encoding="utf-8")

    result = export("a.toml", "--format", "notes", "--to", "ant")

    assert result.exit_code == 0
    assert names("ant") == [
        "2027-03-04-minnesanteckningar-ut.docx",
        f"minnesanteckningar-{'a' * 60}.docx",
        "minnesanteckningar-b.docx",
    ]
    assert sorted(each.name for each in Path.cwd().iterdir()) == ["a.toml", "ant"]


def test_a_table_is_printed_or_written_and_all_go_into_a_folder() -> None:
    assert export("tranemo", "--format", "csv").stdout.startswith("id,day,weekday,week,")
    assert export("tranemo", "--format", "csv-excel", "--table", "goals", "--output", "mal.csv").exit_code == 0
    assert Path("mal.csv").read_bytes().startswith(b"\xef\xbb\xbfId;Siffra;")

    Path("data").mkdir()
    Path("data/seats.csv").write_text("gammal", encoding="utf-8")
    assert export("tranemo", "--format", "csv", "--to", "data").stdout == "3 filer är skrivna i data.\n"
    assert names("data") == ["goals.csv", "meetings.csv", "seats.csv"]
    assert Path("data/seats.csv").read_text(encoding="utf-8").startswith("body,id,role,")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (GROUP, "det finns 8 möten; välj ett med --meeting, eller ange en mapp med --to"),
        ((*GROUP, "--meeting", "2016-04-02"), "det finns inget möte ”2016-04-02”: skriv dess nummer i planen"),
        (("--format", "agenda", "--body", "samverkansgrup"), "menade du ”samverkansgrupp”?"),
        (("--format", "csv", "--body", "samverkansgrupp"), "--body går bara ihop med --format agenda | notes"),
        (("--meeting", "3"), "--meeting går bara ihop med --format agenda | notes"),
        ((*GROUP, "--table", "seats"), "--table går bara ihop med --format csv | csv-excel"),
        (("--to", "bok"), "en arbetsbok är en fil; ange den med --output"),
        ((*GROUP, "--to", "fil"), "fil är en fil; ange en mapp med --to"),
        ((*GROUP, "--to", "ingen/mapp"), "mappen ingen"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(arguments: tuple[str, ...], told: str) -> None:
    Path("fil").write_text("", encoding="utf-8")

    result = export("tranemo", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told in " ".join(result.stderr.split())
    assert names(".") == ["fil"]


def test_a_file_without_bodies_and_meetings_has_no_agenda() -> None:
    Path("a.toml").write_text('format = 1\nid = "a"\nname = "A"\n', encoding="utf-8")

    result = export("a.toml", "--format", "agenda", "--to", "dag")

    assert (result.exit_code, "filen har varken något organ eller något möte" in result.stderr) == (2, True)


def test_without_the_extra_a_line_names_it_and_tables_need_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("docx", "xlsxwriter", "openpyxl"):
        monkeypatch.setitem(sys.modules, package, None)

    result = export("tranemo", *GROUP, "--meeting", "1")

    assert (result.exit_code, "samverkan[office]" in result.stderr) == (2, True)
    assert export("tranemo", "--format", "csv").exit_code == 0


class TestResults:
    """How the goals stand, in the workbook."""

    def results(self) -> str:
        Path("utfall.csv").write_text(
            "mål;från;insamlat;antal;av;kön;källa\n"
            "g-g2;2010-03;2010-04-01;70;100;;listan\n"
            "g-g2;2010-03;2010-04-01;38;50;kvinnor;listan\n"
            "g-g2;2010-03;2010-04-01;32;50;män;listan\n"
            "g-g0;2010-03;2010-04-01;3;;;listan\n",
            encoding="utf-8",
        )
        return "utfall.csv"

    def test_the_goals_stand_with_their_status_and_every_figure_that_may_be_told(self) -> None:
        export("integration-pa-g", "--results", self.results(), "--as-of", "2010-06-10", "--output", "g.xlsx")
        book = opened(Path("g.xlsx").read_bytes())

        goals = [[cell.value for cell in row] for row in book["Mål"].iter_rows(min_row=2)]
        assert [row[7] for row in goals] == ["visas inte", "okänt", "inte uppnått", "okänt"]
        figures = [[cell.value for cell in row] for row in book["Mål mot utfall"].iter_rows(min_row=2)]
        assert [(row[0], row[10], row[12]) for row in figures if row[0] in {"g-g0", "g-g2"}] == [
            ("g-g0", None, None),
            ("g-g2", 70, 100),
            ("g-g2", 38, 50),
            ("g-g2", 32, 50),
        ]
        assert {cell.value for row in book["Utfall"].iter_rows(min_row=2, min_col=6, max_col=8) for cell in row} == {
            None
        }

    def test_its_sheet_of_results_is_filled_in_followed_up_and_left_alone_by_import(self) -> None:
        Path("g.toml").write_text(bundled_text("integration-pa-g"), encoding="utf-8")
        export("g.toml", "--as-of", "2010-06-10", "--output", "g.xlsx")
        book = load_workbook("g.xlsx")
        page = book["Utfall"]
        page["E2"], page["F2"], page["N2"] = dt.date(2009, 3, 1), 55, "listan"
        book.save("g.xlsx")

        taken = invoke("import", "g.xlsx", "--into", "g.toml")
        followed = invoke("follow", "g.toml", "--results", "g.xlsx", "--as-of", "2009-03-02")

        assert taken.stdout == "Arbetsboken säger det som filen säger: ingenting är ändrat.\n"
        assert "Februari 2009: inte uppnått: 55 ✗; behövs: exakt 50." in followed.stdout

    def test_what_was_counted_is_never_written_over(self) -> None:
        export("integration-pa-g", "--output", "g.xlsx")
        before = Path("g.xlsx").read_bytes()

        result = export("integration-pa-g", "--results", "g.xlsx", "--output", "./g.xlsx")

        assert (result.exit_code, "--output skulle ersätta ./g.xlsx, som läses här" in result.stderr) == (2, True)
        assert Path("g.xlsx").read_bytes() == before

    def test_only_a_workbook_takes_them(self) -> None:
        result = export("integration-pa-g", "--format", "csv", "--results", self.results())

        assert (result.exit_code, "--results går bara ihop med --format xlsx" in result.stderr) == (2, True)
