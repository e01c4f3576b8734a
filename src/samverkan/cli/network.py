"""``samverkan network``: what ties bodies, seats and organisations together."""

from __future__ import annotations

from samverkan.cli.files import opened
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.verb import Verb, argument_file, format_option
from samverkan.formats.text.report import TITLES, page
from samverkan.formats.text.ties import tie_lines
from samverkan.formats.wording import mark


def network(terminal: Terminal, *, file: str, format: str) -> Answer:  # noqa: A002  # the option's name
    """Answer the questions about ties, or give the whole network for programs."""
    collaboration = opened(file)
    if format == "json":
        from samverkan.formats import nodelink

        return Answer(nodelink.dumps(collaboration), data=True)
    from samverkan.ties import answers

    lines = tie_lines(collaboration, answers(collaboration), terminal.wording, terminal.width)
    title = terminal.wording.word(TITLES["ties"])
    return Answer(page(collaboration, title, lines, terminal.wording, terminal.width))


COMMAND = Verb(
    network,
    argument_file(),
    format_option(),
    summary=mark("what ties bodies, seats and organisations together"),
    details=[
        mark("JSON is node-link data, as networkx and D3 read it, with the answers under “measures”."),
        mark("Exit status 0: the ties could be told, whatever they are; 2: the file cannot be used."),
    ],
    examples=["samverkan network tranemo", "samverkan network tranemo --format json --output natverk.json"],
)
