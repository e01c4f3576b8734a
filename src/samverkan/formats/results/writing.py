"""Results as rows of the table (*tabellrader*), in either language; what is written is read back the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.followup.wanting import words_of
from samverkan.formats.content import SEPARATOR
from samverkan.formats.results.words import WRITTEN, Head, head_word, word_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkan.followup.result import Ages, Result
    from samverkan.formats.csv import Cell
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.goals import Goal


def heads(language: str) -> list[str]:
    """Give the heads of the columns, in their order."""
    return [head_word(head, language) for head in WRITTEN]


def row(result: Result, collaboration: Collaboration, language: str) -> list[Cell]:
    """Give the cells of one result below the heads; the words of its goal are there for people."""
    goal = next((each for each in collaboration.goals if each.id == result.goal), None)
    return cells_of(
        {
            Head.GOAL: result.goal,
            Head.WORDS: goal.text.in_language(language) if goal else None,
            Head.FIRST: result.first,
            Head.LAST: result.last,
            Head.COLLECTED: result.collected,
            Head.COUNT: result.count,
            Head.TOTAL: result.total,
            Head.PENDING: result.pending,
            Head.SEX: word_of(result.sex, language) if result.sex else None,
            Head.AGES: _band(result.ages) if result.ages else None,
            Head.COUNTED: word_of(result.counted, language) if result.counted else None,
            Head.OUTCOMES: SEPARATOR.join(_outcomes(result, goal, language)) or None,
            Head.MUNICIPALITY: result.municipality,
            Head.SOURCE: result.source,
        }
    )


def cells_of(said: Mapping[Head, Cell]) -> list[Cell]:
    """Give the cells of a row in the order of the columns; what is not said is empty."""
    return [said.get(head) for head in WRITTEN]


def _outcomes(result: Result, goal: Goal | None, language: str) -> Iterator[str]:
    known = {each.sv: each.in_language(language) for each in (words_of(goal, None) if goal else ())}
    for name in sorted(result.outcomes):
        yield known.get(name, name)


def _band(ages: Ages) -> str:
    return f"{ages.youngest}+" if ages.oldest is None else f"{ages.youngest}–{ages.oldest}"
