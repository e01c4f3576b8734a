"""``samverkan network``: what ties bodies, seats and organisations together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.cli.files import opened, planned_together
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.verb import Choice, Verb, argument_files, format_option, option
from samverkan.formats.outcomes import json_text
from samverkan.formats.text.report import TITLES, page_of
from samverkan.formats.text.ties import tie_lines
from samverkan.formats.wording import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    columns: str | None,
) -> Answer:
    """Answer the questions about ties, of one collaboration or several, or give the whole network for programs."""
    if format in FORMATS:
        wholes = [opened(file[0])] if len(file) == 1 else planned_together(file)[0]
        return Answer(_written(wholes, format, terminal.wording, int(columns) if columns else None), data=True)
    wholes, plan = planned_together(file)
    if format == "json":
        from samverkan.formats.across import document

        return Answer(json_text(document(wholes, plan)), data=True)
    title = terminal.wording.word(TITLES["ties"])
    return Answer(page_of(wholes, title, _told(wholes, plan, terminal), terminal.wording, terminal.width))


def _told(wholes: Sequence[Collaboration], plan: Schedule, terminal: Terminal) -> list[str]:
    from samverkan.drills.officials import officials
    from samverkan.drills.waiting import followable, notes_undated, waiting
    from samverkan.formats.text.across import across_lines, news_lines
    from samverkan.formats.text.among import Among
    from samverkan.formats.text.measures.page import measure_lines
    from samverkan.ties import answers
    from samverkan.ties.across import across

    whole, wording, width = across(wholes), terminal.wording, terminal.width
    among = Among(whole, wording)
    if len(wholes) > 1:
        ties = across_lines(officials(whole, plan), among, width)
    else:
        found = answers(wholes[0])
        ties = [*tie_lines(wholes[0], found, wording, width), ""]
        ties += measure_lines(wholes[0], found, wording, width)
    reach = waiting(wholes, plan=plan) if followable(plan) else None
    return [*ties, "", *news_lines(reach, among, width, notes_undated=notes_undated(wholes))]


def _written(wholes: Sequence[Collaboration], wanted: str, wording: Wording, columns: int | None) -> str:
    from samverkan.formats.graph import csv, dot, gexf, graphml, mermaid
    from samverkan.formats.svg import network as drawing
    from samverkan.ties import network as graph
    from samverkan.ties.across import merged_network

    whole = graph(wholes[0]) if len(wholes) == 1 else merged_network(wholes)
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
    option(
        "--columns",
        "N",
        mark("of a big picture: how many columns it has, 1 for a telephone; without it, as many as suit A4 or A3"),
        type=Choice([str(number) for number in range(1, 10)]),
    ),
    summary=mark("what ties bodies, seats and organisations together"),
    details=[
        mark("GraphML, GEXF (Gephi), DOT (Graphviz), Mermaid and CSV hold each tie; the picture says who sits where."),
        mark("JSON is node-link data, as networkx and D3 read it, with the answers under “measures”."),
        mark("Of several files it tells who is shared, whether all hangs together, and how long news waits."),
        mark("Exit status 0: the ties could be told, whatever they are; 2: the file cannot be used."),
    ],
    examples=["samverkan network tranemo", "samverkan network tranemo --format svg --output natverk.svg"],
)
