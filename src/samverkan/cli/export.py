"""``samverkan export``: a collaboration for office programs: a workbook, agendas and notes, tables as CSV."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from samverkan.cli.complaints import Misuse
from samverkan.cli.files import read
from samverkan.cli.judging import judged
from samverkan.cli.output import spare, write_all
from samverkan.cli.parameters import argument_file, as_of_option, checklist_option, option, output_option
from samverkan.cli.results import account_of, results_option
from samverkan.cli.terminal import Answer, Terminal, today
from samverkan.cli.values import Choice
from samverkan.cli.verb import Verb
from samverkan.formats import csv
from samverkan.formats.office.collaboration import dumps
from samverkan.formats.office.listed import TABLES
from samverkan.formats.office.listed import dumps as table_dumps
from samverkan.formats.wording import mark
from samverkan.model.message import say
from samverkan.planning.schedule import schedule

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.schedule import Schedule

_DIALECTS = {"csv": csv.OPEN, "csv-excel": csv.EXCEL}
_FORMATS = ("xlsx", "agenda", "notes", *_DIALECTS)
_OWN = {
    "--body": {"agenda", "notes"},
    "--meeting": {"agenda", "notes"},
    "--table": set(_DIALECTS),
    "--results": {"xlsx"},
}
"""The formats with which an option goes."""


def export(terminal: Terminal, *, output: str | None, results: str | None, **asked: Any) -> Answer:  # noqa: ANN401  # the options below
    """Give what is asked for, or put it in a file, but never in one that it is made of."""
    spare(output, results, asked["file"])
    if output and asked["to"]:
        raise Misuse(say("--output names a file, and --to a folder; choose one of them"))
    answer = _made(terminal, results=results, **asked)
    if output is None:
        return answer
    terminal.give(answer, output)
    return Answer("")


def _made(  # noqa: PLR0913  # one parameter for each option
    terminal: Terminal,
    *,
    file: str,
    format: str,  # noqa: A002  # the option's name
    body: str | None,
    meeting: str | None,
    table: str | None,
    to: str | None,
    results: str | None,
    as_of: dt.date | None,
    checklist: str | None,
) -> Answer:
    """Give the workbook, a document or a table, or put several of them in a folder."""
    _check_options(format, {"--body": body, "--meeting": meeting, "--table": table, "--results": results})
    found, wording = read(file), terminal.wording
    whole = found.collaboration
    with found.located():
        plan = schedule(whole)
        if format == "xlsx":
            if to is not None:
                raise Misuse(say("a workbook is one file; name it with --output"))
            account = account_of(whole, results, as_of or today())
            book = dumps(whole, plan, judged(whole, name=checklist, as_of=as_of), wording, account=account)
            return Answer(book, data=True)
    if format in _DIALECTS:
        return _tables(whole, plan, wording, table=table, dialect=_DIALECTS[format], to=to)
    from samverkan.cli.papers import chosen, document, documents, put_beside

    wanted = chosen(whole, plan, body=body, meeting=meeting)
    if to is None:
        return Answer(document(format, whole, wanted, wording), data=True)
    lines = put_beside(Path(to), documents(format, whole, wanted, wording), wording)
    return Answer("".join(f"{line}\n" for line in lines))


def _check_options(format_: str, given: dict[str, str | None]) -> None:
    for name, value in given.items():
        if value is not None and format_ not in _OWN[name]:
            told = say(
                "{option} goes with --format {formats} only", option=name, formats=" | ".join(sorted(_OWN[name]))
            )
            raise Misuse(told)


def _tables(  # noqa: PLR0913  # what a table is made of
    whole: Collaboration,
    plan: Schedule,
    wording: Wording,
    *,
    table: str | None,
    dialect: csv.Dialect,
    to: str | None,
) -> Answer:
    if to is None:
        return Answer(table_dumps(table or TABLES[0], whole, plan, wording, dialect=dialect), data=True)
    from samverkan.cli.papers import made, written

    names, folder = TABLES if table is None else (table,), Path(to)
    texts = [(folder / f"{name}.csv", table_dumps(name, whole, plan, wording, dialect=dialect)) for name in names]
    with made(folder):
        write_all(texts)
    return Answer(f"{written(len(texts), folder, wording)}\n")


COMMAND = Verb(
    export,
    argument_file(),
    option(
        "--format",
        "|".join(_FORMATS),
        mark(
            "a workbook; an agenda or a template for notes, for Word; a table as CSV with commas for open data, or "
            "with semicolons for a Swedish Excel"
        ),
        type=Choice(_FORMATS),
        default=_FORMATS[0],
    ),
    option("--body", "ID", mark("of agendas and notes: only the meetings of this body")),
    option("--meeting", "N", mark("of agendas and notes: which meeting, by its number in the plan or by its day")),
    option(
        "--table",
        "|".join(TABLES),
        mark("of CSV: which table; without it the first, or all into a folder"),
        type=Choice(TABLES),
    ),
    option("--to", "PATH", mark("a folder for the documents of all meetings asked for, or for all tables")),
    results_option(),
    as_of_option(),
    checklist_option(),
    output_option(),
    summary=mark("a workbook for Excel, which “import” takes back; agendas and notes for Word; tables as CSV"),
    details=[
        mark("The sheets with an id can be edited; meetings, criteria and goals are there to read."),
        mark(
            "With --results the workbook says how the goals stand, without numbers about fewer than five persons. Its "
            "sheet for what you count is always empty: keep a filled-in one, and do not write over it."
        ),
        mark("A body of which no meeting has a day has one agenda without a day."),
        mark("A document that is in the folder already and says something else stays as it is."),
        mark("Exit status 0: the files are made; 2: the file or the place to write cannot be used."),
    ],
    examples=[
        "samverkan export tranemo --output tranemo.xlsx",
        "samverkan export min-samverkan.toml --results utfall.xlsx --output min-samverkan.xlsx",
        "samverkan export tranemo --format agenda --body samverkansgrupp --meeting 3 --output dagordning.docx",
        "samverkan export tranemo --format notes --body samverkansgrupp --to anteckningar",
        "samverkan export tranemo --format csv --table seats",
    ],
    own_output=True,
)
