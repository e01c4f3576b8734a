"""What comes of variants as plain data: JSON and CSV to read, and lines by which an interrupted run goes on."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Verdict
from samverkan.checklist.registry import checklist_named
from samverkan.errors import Fault
from samverkan.formats import checklist_file
from samverkan.formats.csv import harmless
from samverkan.formats.json import dumps
from samverkan.whatif.consequence import Consequence, Judged, Measures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.formats.outcomes import Plain
    from samverkan.whatif.consequence import Case
    from samverkan.whatif.variant import Variant

COUNTS = (
    "meetings",
    "moved",
    "cancelled",
    "unplaced",
    "breaches",
    "certain",
    "possible",
    "longest",
    "never",
    "quorate",
    "inquorate",
)
"""The measures that are numbers, or nothing where they are not known."""
_MAY_LACK = frozenset({"longest", "never"})
MAX_RESULTS_BYTES = 10_000_000
"""A file of results that one run goes on with: room for twenty thousand variants."""

MAX_LINE = 100_000
"""A line of results takes some hundred signs, and what stands beside them is why a variant cannot be."""

_FINEST = 10**6
"""No score of a checklist has a greater denominator, so the nearest such fraction to a float is the score itself."""


def whatif_data(case: Case, today: Consequence, found: Iterable[Consequence]) -> dict[str, Plain]:
    """Give how it stands and what comes of each variant, in the order given; ``measures`` is null where none can be."""
    return {
        "collaborations": [each.id for each in case.collaborations],
        "checklist": _checklist(case),
        "as_of": None if case.as_of is None else case.as_of.isoformat(),
        "today": _measures(today.measures),
        "variants": [_consequence(each) for each in found],
    }


def whatif_csv(found: Iterable[Consequence]) -> str:
    """Write a row for each variant and collaboration, with commas; what is not known is empty."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["variant", "collaboration", "verdict", "score_low", "score_high", *COUNTS, "faults"])
    for each in found:
        rows.writerows(_row(cells) for cells in _cells(each))
    return text.getvalue()


def _row(cells: Iterable[object]) -> list[object]:
    return [harmless(cell) if isinstance(cell, str) else cell for cell in cells]


def _cells(each: Consequence) -> Iterable[list[object]]:
    told = each.measures
    if told is None:
        yield [each.variant.id, *[""] * (4 + len(COUNTS)), "; ".join(fault.message for fault in each.faults)]
        return
    for judged in told.judged:
        score = [float(judged.score.low), None if judged.score.high is None else float(judged.score.high)]
        counts = [getattr(told, name) for name in COUNTS]
        yield [each.variant.id, judged.collaboration, judged.verdict.value, *score, *counts, ""]


def digest(case: Case, *, version: str) -> str:
    """Give a short name for all on which results hang but the variant: the files, the checklist, the day, the library.

    Results under another name are those of another question.
    """
    judged_by = case.checklist
    if isinstance(judged_by, str):
        checklist = [judged_by, checklist_named(judged_by).version]
    else:
        checklist = [checklist_file.dumps(judged_by)]
    parts = [version, checklist, str(case.as_of), *map(dumps, case.collaborations)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def line(found: Consequence, *, under: str) -> str:
    """Write what comes of one variant in a line, under the ``digest`` of its case."""
    return json.dumps({"case": under, **_consequence(found)}, ensure_ascii=False, sort_keys=True) + "\n"


def read(text: str, variants: Sequence[Variant], *, under: str) -> dict[str, Consequence]:
    """Read the lines that tell of these variants under the digest, by the ids of the variants.

    Other lines are passed over, and so is one that is cut short: whoever was interrupted may have left it. No line that
    we write has more than ``MAX_LINE`` signs.
    """
    known = {variant.id: variant for variant in variants}
    found: dict[str, Consequence] = {}
    for each in _lines_with(text, under):
        try:
            data = json.loads(each)
            if data["case"] == under and data["variant"] in known:
                found[data["variant"]] = _read(known[data["variant"]], data)
        except (ValueError, LookupError, TypeError, ArithmeticError, RecursionError):
            continue
    return found


def _lines_with(text: str, word: str) -> Iterator[str]:
    """Give the lines that hold a word, each cut to ``MAX_LINE``."""
    at = text.find(word)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        yield text[start : min(end if end >= 0 else len(text), start + MAX_LINE)]
        at = text.find(word, end) if end >= 0 else -1


def _checklist(case: Case) -> str:
    return case.checklist if isinstance(case.checklist, str) else case.checklist.id


def _consequence(found: Consequence) -> dict[str, Plain]:
    return {
        "variant": found.variant.id,
        "measures": _measures(found.measures),
        "faults": [{"code": each.code, "message": each.message} for each in found.faults],
    }


def _measures(told: Measures | None) -> dict[str, Plain] | None:
    if told is None:
        return None
    counts: dict[str, Plain] = {name: getattr(told, name) for name in COUNTS}
    return counts | {"judged": [_judged(each) for each in told.judged]}


def _judged(judged: Judged) -> dict[str, Plain]:
    high = judged.score.high
    return {
        "collaboration": judged.collaboration,
        "verdict": str(judged.verdict.value),
        "score": {"low": float(judged.score.low), "high": None if high is None else float(high)},
    }


def _read(variant: Variant, data: dict[str, Any]) -> Consequence:
    told = data["measures"]
    return Consequence(
        variant,
        None if told is None else _measured(told),
        [Fault(_word(each["code"]), _word(each["message"])) for each in data["faults"]],
    )


def _measured(told: dict[str, Any]) -> Measures:
    counts: dict[str, Any] = {name: _count(told, name) for name in COUNTS}
    return Measures(judged=[_judgement(each) for each in told["judged"]], **counts)


def _count(told: dict[str, Any], name: str) -> int | None:
    """Take a number of ours, which is nothing only where it may be."""
    count = told[name]
    if type(count) is not int and not (count is None and name in _MAY_LACK):
        raise TypeError(name)
    return count


def _word(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError
    return text


def _judgement(each: dict[str, Any]) -> Judged:
    low, high = each["score"]["low"], each["score"]["high"]
    score = Interval(_exact(low), None if high is None else _exact(high))
    return Judged(_word(each["collaboration"]), Verdict(each["verdict"]), score)


def _exact(number: float) -> Fraction:
    return Fraction(number).limit_denominator(_FINEST)
