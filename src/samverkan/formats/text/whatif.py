"""What comes of variants, for people: how it stands, then what is otherwise with which variants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.outcome import Verdict
from samverkan.formats.text.among import Among
from samverkan.formats.text.drill import HEADS, by_name, laid_out
from samverkan.formats.text.factors import percent
from samverkan.formats.text.table import paragraph
from samverkan.formats.text.waiting import days_told
from samverkan.formats.text.whatif_names import variant_name
from samverkan.formats.wording import mark
from samverkan.formats.wording.faults import told as told_fault
from samverkan.model.message import say
from samverkan.ties.across import across

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.formats.wording import Wording
    from samverkan.whatif.consequence import Case, Consequence, Measures

TITLE = mark("What if")
_NAMED = 8
"""So many variants of one effect are named, of more the first and how many more there are."""
_COUNTS = {
    "meetings": mark("meetings"),
    "moved": mark("of them moved from their day by rule"),
    "breaches": mark("of them on free days or outside the hours"),
    "cancelled": mark("meetings that do not take place"),
    "unplaced": mark("what has no date"),
    "certain": mark("certain clashes"),
    "possible": mark("possible clashes"),
    "quorate": mark("bodies that can certainly decide"),
    "inquorate": mark("bodies that cannot decide"),
    "never": mark("ways on which news does not arrive"),
}
_LONGEST = mark("longest waiting")
_UNFOLLOWED = mark("not followed: there are too many meetings")


def whatif_lines(
    case: Case, today: Consequence, found: Sequence[Consequence], wording: Wording, width: int
) -> list[str]:
    """Tell how it stands today, then what is otherwise with each variant, in the order given, then what stays."""
    among = Among(across(case.collaborations), wording)
    before = _told(today.measures, among) if today.measures else {}
    shown = [(what, how) for what, how in before.items() if how != "0"]
    rows = [[wording.word(TITLE), *map(wording.word, HEADS[1:])], *by_name(wording.word("as today"), shown)]
    for told, alike in _alike(found):
        now = _told(told, among)
        changes = {what: f"{before.get(what, '–')} → {how}" for what, how in now.items() if before.get(what) != how}
        if changes:
            rows += by_name(_names(alike, among), changes.items())
    lines = [*_judged_by(case, wording, width), "", *laid_out(rows, width), ""]
    quiet = [each for each in found if each.measures is not None and each.measures == today.measures]
    if quiet:
        told_quiet = say("Nothing of this changes: {names}.", names=_names(quiet, among))
        lines += paragraph(wording.tell(told_quiet), width, then="  ")
    return [*lines, *_refused(found, among, width)]


def _refused(found: Iterable[Consequence], among: Among, width: int) -> Iterator[str]:
    for each in found:
        for fault in each.faults:
            told = f"{variant_name(each.variant, among)}: {told_fault(fault.message, among.wording)}"
            yield from paragraph(told, width, first=f"{among.wording.word('Cannot be')}: ", then="  ")


def _judged_by(case: Case, wording: Wording, width: int) -> list[str]:
    name = case.checklist if isinstance(case.checklist, str) else case.checklist.id
    by = say("Judged by the checklist {name}; no day is given.", name=name)
    if case.as_of is not None:
        by = say("Judged as of {day} by the checklist {name}.", day=case.as_of, name=name)
    return paragraph(wording.tell(by), width)


def _alike(found: Iterable[Consequence]) -> list[tuple[Measures, list[Consequence]]]:
    """Gather the variants of which one and the same comes, in the order of the first of them."""
    gathered: dict[Measures, list[Consequence]] = {}
    for each in found:
        if each.measures is not None:
            gathered.setdefault(each.measures, []).append(each)
    return list(gathered.items())


def _names(alike: Sequence[Consequence], among: Among) -> str:
    names = [variant_name(each.variant, among) for each in alike[:_NAMED]]
    if len(alike) > _NAMED:
        more = say("{n} more variant", "{n} more variants", n=len(alike) - _NAMED)
        names.append(among.wording.tell(more))
    return among.wording.listed(names, among.wording.word("or"))


def _told(told: Measures, among: Among) -> dict[str, str]:
    """Tell each measure by its name."""
    wording = among.wording
    verdicts = [each.verdict for each in told.judged]
    found = {
        wording.word("Verdict"): ", ".join(_counted(verdicts, each, wording) for each in Verdict if each in verdicts)
    }
    for each in told.judged:
        name = f"{wording.value(among.collaboration(each.collaboration).name)}: " if len(verdicts) > 1 else ""
        found[f"{name}{wording.word('factors met')}"] = percent(each.score)
    counts = {name: getattr(told, name) for name in _COUNTS}
    found |= {wording.word(_COUNTS[name]): str(count) for name, count in counts.items() if count is not None}
    days = "–" if told.longest is None else days_told(told.longest, told.longest, among)
    found[wording.word(_LONGEST)] = days if told.never is not None else wording.word(_UNFOLLOWED)
    return found


def _counted(verdicts: Sequence[Verdict], verdict: Verdict, wording: Wording) -> str:
    label = wording.label(verdict)
    return label if len(verdicts) == 1 else f"{label} {verdicts.count(verdict)}"
