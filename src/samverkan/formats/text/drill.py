"""What is lost with each role and organisation: one table, in which only what changes is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from attrs import evolve

from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome
from samverkan.drills.without import LossKind
from samverkan.formats.text.factors import MARKS, percent
from samverkan.formats.text.names import organisation_name
from samverkan.formats.text.table import paragraph, table
from samverkan.formats.text.waiting import days_told
from samverkan.formats.wording import mark
from samverkan.model.facts import stated
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.drills.drill import Drill, Effect, Quorum, Wait
    from samverkan.drills.without import Loss
    from samverkan.formats.text.among import Among
    from samverkan.model.collaboration import Collaboration

TITLE = mark("What is lost with whom")
HEADS = (mark("Without"), mark("What changes"), mark("From → to"))
_TABLE = 60
"""The columns that the table needs to be read as one."""
_ORDER = mark(
    "First stand losses by which factors fall, then those by which a body cannot decide, the bodies fall apart or news "
    "does not arrive, then those by which something becomes uncertain or takes longer; nothing is added up to a score."
)


def drill_lines(drill: Drill, among: Among, width: int) -> list[str]:
    """Tell how it stands with all in place, then what changes with each loss, then the losses that change nothing."""
    wording = among.wording
    rows = [[wording.word(head) for head in HEADS], *by_name(wording.word("(all in place)"), _before(drill, among))]
    for losses, effect in _alike(drill.effects):
        names = wording.listed([loss_name(each, among) for each in losses], wording.word("or"))
        rows += by_name(names, _after(effect, among, drill))
    legend = ", ".join(f"{MARKS[outcome]} {wording.label(outcome)}" for outcome in Outcome)
    by = say("Judged by the checklist {name}; no day is given.", name=drill.checklist.id)
    if drill.as_of is not None:
        by = say("Judged as of {day} by the checklist {name}.", day=drill.as_of, name=drill.checklist.id)
    lines = [*paragraph(f"{wording.tell(by)} {wording.word(_ORDER)}", width), "", *laid_out(rows, width), ""]
    quiet = tuple(loss_name(each.loss, among) for each in drill.effects if not each.changes)
    if quiet:
        told = say("Nothing that is measured changes without: {names}.", names=quiet)
        lines += [*paragraph(wording.tell(told), width, then="  ")]
    return [*lines, *paragraph(f"{legend}.", width, then="  ")]


def laid_out(rows: list[list[str]], width: int) -> list[str]:
    """Lay out a table of three columns; where it is too narrow, each change stands under the name that it goes with."""
    if width >= _TABLE:
        return table(rows, width, indent=0)
    lines: list[str] = []
    for name, what, how in rows[1:]:
        lines += paragraph(name, width, then="  ") if name else []
        lines += paragraph(f"{what}: {how}", width, first="  ", then="    ")
    return lines


def _alike(effects: Iterable[Effect]) -> list[tuple[list[Loss], Effect]]:
    """Gather the losses with one and the same effect, in the order of the first of them."""
    found: list[tuple[list[Loss], Effect]] = []
    for each in effects:
        if each.changes:
            same = next((losses for losses, other in found if evolve(other, loss=each.loss) == each), None)
            if same is None:
                found.append(([each.loss], each))
            else:
                same.append(each.loss)
    return found


def by_name(name: str, changes: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Give the rows of one name, which stands in the first of them only."""
    return [["" if place else name, what, how] for place, (what, how) in enumerate(changes)]


def loss_name(loss: Loss, among: Among) -> str:
    """Tell who is lost: a seat with its role and body, a person by the key, an organisation by its name."""
    collaboration, wording = among.whole.collaborations[0], among.wording
    match loss.kind:
        case LossKind.SEAT:
            return wording.tell(_seat(collaboration, loss.id, among))
        case LossKind.HOLDER:
            return wording.tell(say("person {key}", key=loss.id))
        case LossKind.LEAD:
            return wording.word("the project lead")
        case LossKind.ROLE:
            return next(wording.value(role.name) for role in collaboration.roles if role.id == loss.id)
        case LossKind.ORGANISATION:
            return organisation_name(collaboration, loss.id, wording)
        case _:
            assert_never(loss.kind)


def _seat(collaboration: Collaboration, id_: str, among: Among) -> Message:
    body, _, name = id_.partition("/")
    found = collaboration.body(body)
    seat = found.seat(name) if found else None
    role = stated(seat.role) if seat else None
    if role is None:
        return say("the seat {id} in {body}", id=name, body=among.body(body))
    return say("{role} in {body} ({id})", role=among.wording.value(role), body=among.body(body), id=name)


def _before(drill: Drill, among: Among) -> Iterator[tuple[str, str]]:
    wording, state = among.wording, drill.before
    signs = (f"{id_}\u00a0{MARKS[outcome]}" for id_, outcome in state.factors.items())
    yield wording.word("Factors"), "  ".join(signs)
    for body, quorum in state.quorums.items():
        yield _quorate(body, among), _spare(quorum, among)
    yield wording.word("parts that hang together"), str(len(state.parts))
    longest = [each.longest for each in state.waits.values() if each.longest is not None]
    if longest:
        yield wording.word("longest waiting"), days_told(max(longest), max(longest), among)


def _after(effect: Effect, among: Among, drill: Drill) -> Iterator[tuple[str, str]]:
    wording = among.wording
    names = {each.id: f"{each.id} {wording.value(each.name)}" for each in drill.checklist.factors}
    for id_, (outcome, then) in effect.factors.items():
        yield names[id_], f"{MARKS[outcome]} → {MARKS[then]}"
    for body, (before, after) in effect.quorums.items():
        yield _quorate(body, among), f"{_spare(before, among)} → {_spare(after, among)}"
    if effect.parts:
        yield wording.word("parts that hang together"), f"{effect.parts[0]} → {effect.parts[1]}"
    if effect.splitters:
        yield wording.word("then hangs on"), wording.listed([_called(each, among) for each in effect.splitters])
    for (source, goal), (was, will) in effect.waits.items():
        way = say("{one} to {other}", one=among.body(source), other=among.body(goal))
        yield wording.tell(way), f"{_waited(was, among)} → {_waited(will, among)}"


def _quorate(body: str, among: Among) -> str:
    return among.wording.tell(say("quorum of {body}", body=among.body(body)))


def _called(id_: str, among: Among) -> str:
    collaboration = among.whole.collaborations[0]
    return among.body(id_) if collaboration.body(id_) else organisation_name(collaboration, id_, among.wording)


def _spare(quorum: Quorum, among: Among) -> str:
    if quorum.attainable is Outcome.NOT_MET:
        return among.wording.word("cannot decide")
    if quorum.spare is None:
        return among.wording.word("not stated")
    told = among.wording.tell(say("{n} to spare", n=quorum.spare))
    return (
        told if quorum.probability is None else f"{told} ({percent(Interval(quorum.probability, quorum.probability))})"
    )


def _waited(wait: Wait, among: Among) -> str:
    told = days_told(wait.shortest, wait.longest, among)
    if wait.shortest is None or not wait.unreached:
        return told
    return among.wording.tell(
        say("{days}, from {n} meeting never", "{days}, from {n} meetings never", days=told, n=wait.unreached)
    )
