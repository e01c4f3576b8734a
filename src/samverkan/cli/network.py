"""``samverkan network``: what ties bodies, seats and organisations together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.cli.complaints import Misuse
from samverkan.cli.files import opened, planned_together
from samverkan.cli.parameters import argument_files, columns_option, format_option, option
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.values import Day
from samverkan.cli.verb import Verb
from samverkan.formats.outcomes import json_text
from samverkan.formats.text.report import TITLES, page_of
from samverkan.formats.text.table import paragraph
from samverkan.formats.text.ties import tie_lines
from samverkan.formats.wording import mark
from samverkan.model.message import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from samverkan.formats.text.among import Among
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.schedule import Schedule

FORMATS = ("graphml", "gexf", "dot", "mermaid", "csv", "svg")
"""The files of other programs, and the picture."""


def network(
    terminal: Terminal,
    *,
    file: tuple[str, ...],
    format: str,  # noqa: A002  # the option's name
    columns: int | None,
    as_of: dt.date | None,
) -> Answer:
    """Answer the questions about ties, of one collaboration or several, or give the whole network for programs."""
    if columns is not None and format != "svg":
        raise Misuse(say("--columns is for a picture; add --format svg"))
    if format in FORMATS:
        wholes = [opened(file[0])] if len(file) == 1 else planned_together(file)[0]
        told = _written(wholes, format, terminal.wording, columns, as_of)
        return Answer(told, data=True)
    wholes, plan = planned_together(file)
    if format == "json":
        from samverkan.formats.across import document

        return Answer(json_text(document(wholes, plan, as_of=as_of)), data=True)
    title = terminal.wording.word(TITLES["ties"])
    return Answer(page_of(wholes, title, _told(wholes, plan, terminal, as_of), terminal.wording, terminal.width))


def _told(wholes: Sequence[Collaboration], plan: Schedule, terminal: Terminal, as_of: dt.date | None) -> list[str]:
    from samverkan.drills.waiting import news, notes_undated
    from samverkan.formats.text.across import news_lines
    from samverkan.formats.text.among import Among
    from samverkan.ties import standing
    from samverkan.ties.across import across

    wording, width = terminal.wording, terminal.width
    if as_of is None:
        among = Among(across(wholes), wording)
        found = news_lines(news(wholes, plan), among, width, notes_undated=notes_undated(wholes))
        return [*_ties(among, plan, width), "", *found]
    day = paragraph(
        wording.tell(say("As it was on {day}. What the file does not date counts as there.", day=as_of)), width
    )
    return [*day, "", *_ties(Among(across(standing(each, as_of) for each in wholes), wording), plan, width)]


def _ties(among: Among, plan: Schedule, width: int) -> list[str]:
    from samverkan.drills.officials import officials
    from samverkan.formats.text.across import across_lines
    from samverkan.formats.text.measures.page import measure_lines, measure_lines_across
    from samverkan.ties import answers, answers_across

    whole = among.whole
    if len(whole.collaborations) > 1:
        measured = measure_lines_across(answers_across(whole), among, width)
        return [*across_lines(officials(whole, plan), among, width), *([""] if measured else []), *measured]
    (only,) = whole.collaborations
    found = answers(only)
    return [*tie_lines(only, found, among.wording, width), "", *measure_lines(only, found, among.wording, width)]


def _written(
    wholes: Sequence[Collaboration], wanted: str, wording: Wording, columns: int | None, as_of: dt.date | None
) -> str:
    from samverkan.formats.graph import csv, dot, gexf, graphml, mermaid
    from samverkan.formats.svg import network as drawing
    from samverkan.ties import network as graph
    from samverkan.ties.across import merged_network

    whole = graph(wholes[0], as_of=as_of) if len(wholes) == 1 else merged_network(wholes, as_of=as_of)
    writers = {"gexf": gexf.dumps, "dot": dot.dumps, "mermaid": mermaid.dumps, "csv": csv.dumps}
    if wanted == "svg":
        return drawing.dumps(whole, wording, columns=columns)
    if wanted == "graphml":
        return graphml.dumps(whole)
    return writers[wanted](whole, language=wording.language)


COMMAND = Verb(
    network,
    argument_files(),
    format_option(mark("text to read, JSON for programs, a file of another program, or a picture (svg)"), *FORMATS),
    columns_option(),
    option("--as-of", "DATE", mark("as it was on this day; without it, of all times"), type=Day()),
    summary=mark("what ties bodies, seats and organisations together"),
    details=[
        mark("GraphML, GEXF (Gephi), DOT (Graphviz), Mermaid and CSV hold each tie; the picture says who sits where."),
        mark("JSON is node-link data, as networkx and D3 read it, with the answers under “measures”."),
        mark("Of several files it tells who is shared, whether all hangs together, and how long news waits."),
        mark("As of a day nothing is told of how long news waits: it travels along the meetings of many days."),
        mark("Exit status 0: the ties could be told, whatever they are; 2: the file cannot be used."),
    ],
    examples=["samverkan network tranemo", "samverkan network tranemo --format svg --output natverk.svg"],
)
