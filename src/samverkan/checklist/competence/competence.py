"""Whether a body may decide an item (*beslutsförmåga*), and in what capacity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.competence import conditions, law
from samverkan.checklist.competence.matter import Matter
from samverkan.checklist.competence.power import ADVISORY, kind_cited, power
from samverkan.checklist.competence.rule import needed_at, offices, statute_of
from samverkan.checklist.competence.ruling import Competence, Condition, Ruling, Standing
from samverkan.checklist.finding import Ask, Finding, unknown
from samverkan.checklist.outcome import Outcome, all_of
from samverkan.model.bodies import Statute
from samverkan.model.message import say
from samverkan.model.names import as_text

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.checklist.competence.attendance import Attendance
    from samverkan.checklist.competence.law import Paragraph
    from samverkan.checklist.competence.rule import Office
    from samverkan.model.bodies import Body
    from samverkan.model.names import Text

_LAW: dict[tuple[Condition, Office], tuple[Paragraph, ...]] = {
    (Condition.POWER, Statute.COUNCIL): (law.COUNCIL_DECIDES,),
    (Condition.POWER, Statute.COMMITTEE): (law.COMMITTEES_DECIDE,),
    (Condition.POWER, Statute.SUB_COMMITTEE): (law.DELEGATION,),
    (Condition.POWER, None): (law.DELEGATION, law.EMPLOYEES),
    (Condition.QUORUM, Statute.COUNCIL): (law.COUNCIL_QUORUM,),
    (Condition.QUORUM, Statute.COMMITTEE): (law.COMMITTEE_QUORUM,),
    (Condition.CONFLICTS, Statute.COUNCIL): (law.COUNCIL_CONFLICT,),
    (Condition.CONFLICTS, Statute.COMMITTEE): (law.COMMITTEE_CONFLICT,),
    (Condition.REMOTE, Statute.COUNCIL): (law.COUNCIL_REMOTE,),
    (Condition.REMOTE, Statute.COMMITTEE): (law.COMMITTEE_REMOTE,),
}
"""What each condition rests on. Who is there rests on what the quorum, the conflicts and the attendance rest on."""


def competence(
    body: Body,
    item: Text | str | None = None,
    *,
    as_of: dt.date | None = None,
    attendance: Attendance | None = None,
) -> Competence:
    """Classify in what capacity the body may decide the item: formal, mandated, advisory, or nobody can tell.

    A political body is formal by the local government act. No other can be given municipal power (6:37 and 7:5 are
    closed lists): it is mandated where as many seats as its own rule needs hold mandates that cover the item on the
    day, advisory where too few can. Without an ``item`` or a day, what hangs on them is unknown. Raises
    ``UnknownNameError`` for an attending seat that the body has not.

    >>> from samverkan import bundled
    >>> competence(bundled("tranemo").body("samverkansgrupp"), "lokaler").standing.value
    'unknown'
    """
    if attendance is not None:
        attendance.check(body)
    matter = Matter(body, None if item is None else as_text(item), as_of, attendance)
    known = offices(body)
    powers = [power(matter, office) for office in known]
    there = [] if attendance is None else [conditions.present(matter, office) for office in known]
    pairs = zip(powers, there, strict=True) if there else ((each,) for each in powers)
    may = {all_of(each.outcome for each in pair) for pair in pairs}
    found = {
        Condition.POWER: _either(matter, powers),
        Condition.QUORUM: _either(matter, conditions.quorums(matter, known)),
        **({Condition.PRESENT: _either(matter, there)} if there else {}),
        Condition.CONFLICTS: conditions.conflicts(matter),
        Condition.DEPUTIES: conditions.deputies(matter),
        Condition.REMOTE: conditions.remote(matter),
    }
    return Competence(
        body=body.id,
        name=body.name,
        item=matter.item,
        as_of=as_of,
        attendance=attendance,
        standing=_standing(found[Condition.POWER].outcome, known),
        decides=may.pop() if len(may) == 1 else Outcome.UNKNOWN,
        needed=needed_at(body),
        voting=len(body.voting),
        rulings=[Ruling(condition, finding, _paragraphs(condition, body)) for condition, finding in found.items()],
    )


def _standing(outcome: Outcome, known: tuple[Office, ...]) -> Standing:
    if outcome is Outcome.MET and (None not in known or len(known) == 1):
        return Standing.MANDATED if None in known else Standing.FORMAL
    return Standing.ADVISORY if outcome is Outcome.NOT_MET else Standing.UNKNOWN


def _either(matter: Matter, findings: list[Finding]) -> Finding:
    """Put together what is found for each thing that the act may make of the body."""
    first, *others = findings
    if not others or matter.body.kind in ADVISORY:
        return first
    if first.outcome.decided and all(each.outcome is first.outcome for each in others):
        same = say("It is so whatever the local government act makes of {body}.", body=matter.body.name)
        return Finding(
            first.outcome,
            first.because if all(each.because == first.because for each in others) else same,
            [cited for each in findings for cited in each.evidence],
            remedy_field=first.remedy_field,
        )
    statute = statute_of(matter.body)
    question = say("Is {body} the council, a committee or a sub-committee?", body=matter.body.name)
    because = say("What the local government act makes of {body} is not stated.", body=matter.body.name)
    asks = [Ask(statute.path, question), *(ask for each in findings for ask in each.asks)]
    return unknown(because, kind_cited(matter), asks=asks, conflict=statute.conflict)


def _paragraphs(condition: Condition, body: Body) -> list[Paragraph]:
    parts = (
        (Condition.QUORUM, Condition.CONFLICTS, Condition.REMOTE) if condition is Condition.PRESENT else (condition,)
    )
    found = [_LAW.get((part, office), ()) for part in parts for office in offices(body)]
    return list(dict.fromkeys(each for paragraphs in found for each in paragraphs))
