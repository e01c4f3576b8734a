"""The part of the network's page that answers seven questions, each under the question itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.text.measures.brokerage import broker_texts
from samverkan.formats.text.measures.centrality import centrality_texts
from samverkan.formats.text.measures.core import core_texts
from samverkan.formats.text.measures.engagement import engagement_texts
from samverkan.formats.text.measures.mixing import mixing_texts
from samverkan.formats.text.measures.needs import need_texts
from samverkan.formats.text.measures.offers import offer_texts
from samverkan.formats.text.measures.telling import Telling
from samverkan.formats.text.table import paragraph
from samverkan.formats.wording import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.ties import Answers


def measure_lines(collaboration: Collaboration, answers: Answers, wording: Wording, width: int) -> list[str]:
    """Answer seven questions in a paragraph each; those about seats only where some organisation is known to sit."""
    found = answers.who_sits_where
    lines: list[str] = []
    if found.seated and not found.complete:
        aside = wording.word("The answers below are of the seats that are known; others may change them.")
        lines += ["", *paragraph(aside, width)]
    for question, texts in _answered(answers, Telling(collaboration, wording)):
        lines += ["", *paragraph(wording.word(question), width)]
        lines += [line for text in texts for line in paragraph(text, width, first="  ", then="    ")]
    return lines[1:]


def _answered(answers: Answers, telling: Telling) -> Iterator[tuple[str, Iterable[str]]]:
    seated = answers.who_sits_where.seated
    doing = answers.who_organises_and_who_sits
    if seated:
        yield mark("Which tie is cheapest to add?"), offer_texts(answers.which_ties_to_add, telling)
        yield mark("Which sectors meet where, and which never?"), mixing_texts(answers.which_sectors_meet, telling)
        yield mark("Who brokers between sectors?"), broker_texts(answers.who_brokers_between_sectors, telling)
        central = answers.how_central_is_the_municipality
        yield mark("How central is the municipality?"), centrality_texts(central, telling)
        yield mark("Is there a core?"), core_texts(answers.is_there_a_core, telling)
    if seated or doing.organise_without_seat:
        yield mark("Who works without a seat, and who sits without doing anything?"), engagement_texts(doing, telling)
    yield mark("Who is missing?"), need_texts(answers.which_needed_parties_are_missing, telling)
