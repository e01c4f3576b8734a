"""Many collaborations in one table (*länstabell*): a row each, in the order of their names, for no row is better."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.checklist.evaluate import Evaluation
from samverkan.checklist.outcome import Outcome
from samverkan.formats.text.factors import MARKS, percent
from samverkan.formats.text.table import heading, paragraph, table
from samverkan.formats.wording import mark
from samverkan.model.message import say
from samverkan.model.names import Text, swedish

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.checklist.factor import Checklist
    from samverkan.formats.outcomes import Plain
    from samverkan.formats.wording import Wording

TITLE = mark("Several collaborations")
HEADS = (mark("Collaboration"), mark("Verdict"), mark("Factors met"))
UNREAD = mark("Could not be judged")
_NO_RANKING = mark("In alphabetical order; the table ranks nobody.")


@frozen
class Row:
    """One collaboration judged: the file, its name, and the evaluation."""

    file: str
    name: Text
    evaluation: Evaluation


@frozen
class Unread:
    """A file that could not be judged, and one line for each thing that is wrong with it."""

    file: str
    faults: tuple[str, ...] = field(converter=tuple[str, ...])


def by_checklist(rows: Iterable[Row], wording: Wording) -> list[tuple[Checklist, list[Row]]]:
    """Give the rows of each checklist, in the alphabetical order of the names, then of the files."""
    ordered = sorted(rows, key=lambda row: (swedish(wording.value(row.name)), row.file))
    ordered.sort(key=lambda row: row.evaluation.checklist.id)
    grouped = groupby(ordered, key=lambda row: row.evaluation.checklist)
    return [(checklist, list(each)) for checklist, each in grouped]


def cells(row: Row, wording: Wording) -> list[str]:
    """Give the name, the verdict, the share of factors met, and a sign for each factor."""
    evaluation = row.evaluation
    verdict = wording.label(evaluation.verdict)
    return [wording.value(row.name), verdict, percent(evaluation.score), *_signs(evaluation)]


def _signs(evaluation: Evaluation) -> list[str]:
    return [MARKS[factor.outcome] for factor in evaluation.factors]


def legend(checklist: Checklist, wording: Wording) -> list[str]:
    """Tell what the signs mean and what the factors are called."""
    signs = ", ".join(f"{MARKS[outcome]} {wording.label(outcome)}" for outcome in Outcome)
    names = (f"{factor.id} {wording.value(factor.name)}" for factor in checklist.factors)
    return [f"{signs}.", f"{wording.word('Factors')}: {'; '.join(names)}."]


def judged_by(checklist: Checklist, rows: Sequence[Row], wording: Wording) -> str:
    """Tell by which checklist and as of which day the rows were judged."""
    day = rows[0].evaluation.as_of or wording.word("no day is given")
    told = say(
        "Judged as of {day} by the checklist {name}, version {version}.",
        day=day,
        name=checklist.id,
        version=checklist.version,
    )
    return f"{wording.tell(told)} {wording.word(_NO_RANKING)}"


def county_text(rows: Iterable[Row], unread: Iterable[Unread], wording: Wording, width: int) -> str:
    """Write a table for each checklist, then what could not be judged."""
    lines = heading(wording.word(TITLE), width)
    for checklist, found in by_checklist(rows, wording):
        heads = [*map(wording.word, HEADS), _in_order([factor.id for factor in checklist.factors])]
        body = [[*each[:3], _in_order(each[3:])] for each in (cells(row, wording) for row in found)]
        lines += ["", *paragraph(judged_by(checklist, found, wording), width)]
        lines += ["", *table([heads, *body], width), ""]
        lines += [line for text in legend(checklist, wording) for line in paragraph(text, width)]
    faults = [fault for each in unread for fault in each.faults]
    if faults:
        lines += ["", *heading(wording.word(UNREAD), width), *faults]
    return "".join(f"{line}\n" for line in lines)


def _in_order(marks: Sequence[str]) -> str:
    """Join the ids or the signs of factors: up to nine stay on one line, more go in fives, for the eye to count."""
    if len(marks) < 10:
        return "\u00a0".join(marks)
    if len(marks[0]) > 1:
        return f"{marks[0]}–{marks[-1]}"
    return " ".join("".join(marks[start : start + 5]) for start in range(0, len(marks), 5))


def county_data(rows: Iterable[Row], unread: Iterable[Unread], wording: Wording) -> dict[str, Plain]:
    """Give the table as plain data: outcomes by the ids of the factors, faults as the reader is told them."""
    return {
        "collaborations": [_data(row, wording) for _, found in by_checklist(rows, wording) for row in found],
        "unread": [{"file": each.file, "faults": list(each.faults)} for each in unread],
    }


def _data(row: Row, wording: Wording) -> Plain:
    evaluation = row.evaluation
    share = evaluation.score
    return {
        "file": row.file,
        "collaboration": evaluation.collaboration,
        "name": wording.value(row.name),
        "checklist": evaluation.checklist.id,
        "version": evaluation.checklist.version,
        "as_of": evaluation.as_of.isoformat() if evaluation.as_of else None,
        "verdict": str(evaluation.verdict.value),
        "score": {"low": float(share.low), "high": None if share.high is None else float(share.high)},
        "factors": {factor.factor.id: str(factor.outcome.value) for factor in evaluation.factors},
    }
