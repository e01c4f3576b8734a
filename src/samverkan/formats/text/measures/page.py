"""The part of the network's page that answers further questions, each under the question itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from samverkan.formats.text.among import Among
from samverkan.formats.text.measures.brokerage import broker_texts
from samverkan.formats.text.measures.centrality import centrality_texts
from samverkan.formats.text.measures.cooperation import cooperation_texts
from samverkan.formats.text.measures.core import core_texts
from samverkan.formats.text.measures.engagement import engagement_texts
from samverkan.formats.text.measures.mixing import mixing_texts
from samverkan.formats.text.measures.needs import need_texts
from samverkan.formats.text.measures.offers import offer_texts
from samverkan.formats.text.measures.telling import Telling
from samverkan.formats.text.table import paragraph
from samverkan.formats.wording import mark
from samverkan.ties.across import across

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.ties import Answers
    from samverkan.ties.questions import AnswersAcross


def measure_lines(collaboration: Collaboration, answers: Answers, wording: Wording, width: int) -> list[str]:
    """Answer up to eight questions in a paragraph each; those about seats only where some organisation is known to sit.

    Who works together is told only where the file lists an agreement or a report.
    """
    telling, found = Telling(Among(across([collaboration]), wording)), answers.who_sits_where
    about = [*(_about_seats(answers, telling) if found.seated else ()), *_about_all(answers, telling)]
    return _lines(about, wording, width, open_=bool(found.seated) and not found.complete)


def measure_lines_across(answers: AnswersAcross, among: Among, width: int) -> list[str]:
    """Answer of several collaborations the five questions about seats; where nobody is known to sit, none."""
    found = answers.which_sectors_meet
    if not answers.is_there_a_core.organisations:
        return []
    return _lines(_about_seats(answers, Telling(among)), among.wording, width, open_=not found.complete)


_Answer: TypeAlias = "tuple[str, Iterable[str]]"


def _lines(answered: Iterable[_Answer], wording: Wording, width: int, *, open_: bool) -> list[str]:
    lines: list[str] = []
    if open_:
        aside = wording.word("The answers below are of the seats that are known; others may change them.")
        lines += ["", *paragraph(aside, width)]
    for question, texts in answered:
        lines += ["", *paragraph(wording.word(question), width)]
        lines += [line for text in texts for line in paragraph(text, width, first="  ", then="    ")]
    return lines[1:]


def _about_seats(answers: Answers | AnswersAcross, telling: Telling) -> Iterator[_Answer]:
    yield mark("Which tie is cheapest to add?"), offer_texts(answers.which_ties_to_add, telling)
    yield mark("Which sectors meet where, and which never?"), mixing_texts(answers.which_sectors_meet, telling)
    yield mark("Who brokers between sectors?"), broker_texts(answers.who_brokers_between_sectors, telling)
    central = answers.how_central_is_the_municipality
    yield mark("How central is the municipality?"), centrality_texts(central, telling)
    yield mark("Is there a core?"), core_texts(answers.is_there_a_core, telling)


def _about_all(answers: Answers, telling: Telling) -> Iterator[_Answer]:
    doing = answers.who_organises_and_who_sits
    if answers.who_sits_where.seated or doing.organise_without_seat:
        yield mark("Who works without a seat, and who sits without doing anything?"), engagement_texts(doing, telling)
    together = answers.who_works_together
    if together.agreements or together.reports:
        yield mark("Who has agreed, or is said, to work together?"), cooperation_texts(together, telling)
    yield mark("Who is missing?"), need_texts(answers.which_needed_parties_are_missing, telling)
