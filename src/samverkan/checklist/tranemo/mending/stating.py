"""What somebody decides and says (*beslut och besked*): the remedies that state one fact."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve

from samverkan.checklist.amending import amended, having
from samverkan.checklist.firsts import first_meeting
from samverkan.checklist.tranemo.mending.fresh import horizon_of, some_day
from samverkan.checklist.tranemo.mending.tables import changed, of_sector, seated_for
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.facts import UNKNOWN, stated
from samverkan.model.lead import Entrance
from samverkan.model.mandate import MoreThan
from samverkan.model.names import Text
from samverkan.model.organisations import Sector
from samverkan.model.when import OnDate

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.checklist.case import Case
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.facts import Fact

T = TypeVar("T")

_ROLE = Text("ny roll", "new role")
_CHANNEL = Text("kommunens webbplats", "the municipality’s website")


def _or(fact: Fact[T], otherwise: T) -> T:
    """Give what is stated, else something else."""
    value = stated(fact)
    return otherwise if value is None else value


def let_a_municipality_initiate(case: Case) -> Collaboration:
    """Record a municipality as the initiator."""
    whole, name = of_sector(case.collaboration, Sector.MUNICIPALITY)
    return amended(whole, initiative=evolve(whole.initiative, by=name))


def let_a_municipality_own(case: Case) -> Collaboration:
    """Record a municipality as the owner."""
    whole, name = of_sector(case.collaboration, Sector.MUNICIPALITY)
    return amended(whole, identity=evolve(whole.identity, owner=name))


def name_one_lead(case: Case) -> Collaboration:
    """Make exactly one accountable as project lead."""
    whole = case.collaboration
    return amended(whole, lead=evolve(whole.lead, accountable=1))


def give_the_lead_time(case: Case) -> Collaboration:
    """Set aside the least share of full time that is asked."""
    whole = case.collaboration
    return amended(whole, lead=evolve(whole.lead, working_time=Fraction(case.parameters.min_lead_share)))


def send_the_lead(case: Case, board: Body) -> Collaboration:
    """Make the lead a standing presenter at the board, beside where the lead is one already."""
    whole = case.collaboration
    attended = _or(whole.lead.attends, ())
    return amended(whole, lead=evolve(whole.lead, attends=(*attended, board.id)))


def designate(case: Case) -> Collaboration:
    """Designate the group as the coordination function, or the first body; where there is none, a role."""
    whole = case.collaboration
    bodies = (*case.bodies_of(BodyKind.COLLABORATION_GROUP), *case.bodies)
    if bodies:
        return amended(whole, coordination=evolve(whole.coordination, body=bodies[0].id))
    return amended(whole, coordination=evolve(whole.coordination, role=_ROLE))


def open_one_entrance(case: Case) -> Collaboration:
    """Make the first primary entrance, else the first, the only primary one, with a channel."""
    whole = case.collaboration
    entrances = whole.entrances or (Entrance(_ROLE),)
    chosen = next((place for place, each in enumerate(entrances) if each.primary), 0)
    kept = tuple(
        evolve(each, primary=place == chosen, channel=_or(each.channel, _CHANNEL) if place == chosen else each.channel)
        for place, each in enumerate(entrances)
    )
    return amended(whole, entrances=kept)


def date_the_initiative(case: Case, group: Body) -> Collaboration:
    """Date the initiative no later than the group can have met first, and say when it was convened if nobody does."""
    case, day = _first_day(case, group)
    return amended(case.collaboration, initiative=evolve(case.collaboration.initiative, date=day))


def appoint_the_lead(case: Case, group: Body) -> Collaboration:
    """Date the appointment no later than the group can have met first, and say when it was convened if nobody does."""
    case, day = _first_day(case, group)
    return amended(case.collaboration, lead=evolve(case.collaboration.lead, appointed=day))


def _first_day(case: Case, group: Body) -> tuple[Case, dt.date]:
    """Give a day that is no later than the first meeting of any group; this one's first meeting is known afterwards."""
    found = [first_meeting(case, each) for each in case.bodies_of(group.kind)]
    known = [day for each in found for day in (each.earliest, each.latest) if day is not None]
    day = min(known, default=some_day(case))
    if first_meeting(case, group).earliest is None:
        case = case.after(changed(case.collaboration, evolve(group, convened=OnDate(day))))
    return case, day


def state_the_period(case: Case) -> Collaboration:
    """State both ends of the period: those of the horizon."""
    whole = case.collaboration
    return amended(whole, identity=evolve(whole.identity, period=horizon_of(case)))


def fix_a_quorum(case: Case, group: Body) -> Collaboration:
    """Fix a quorum of more than half of the voting seats, of which there is one at least."""
    whole = changed(case.collaboration, evolve(group, quorum=MoreThan(Fraction(1, 2)))) if group.voting else None
    if whole is not None:
        return whole
    bare = changed(case.collaboration, evolve(group, quorum=UNKNOWN))
    whole = seated_for(bare, group.id, Sector.MUNICIPALITY)
    return fix_a_quorum(case.after(whole), next(each for each in whole.bodies if each.id == group.id))


def decide_what_is_published(case: Case) -> Collaboration:
    """State a channel, and something that is published there."""
    whole, policy = case.collaboration, case.collaboration.publication
    what = policy.what or (Text("minnesanteckningar", "notes"),)
    return amended(whole, publication=evolve(policy, what=what, channel=_or(policy.channel, _CHANNEL)))


def name_who_informs(case: Case) -> Collaboration:
    """Name a role responsible for information."""
    whole = case.collaboration
    return amended(whole, publication=evolve(whole.publication, responsible=_ROLE))


def inform_in_languages(case: Case) -> Collaboration:
    """Give information in one language more."""
    whole, policy = case.collaboration, case.collaboration.publication
    return amended(whole, publication=evolve(policy, languages=(*policy.languages, "ar")))


def promise_a_delay(case: Case) -> Collaboration:
    """Promise publication within the days that the thresholds ask."""
    whole = case.collaboration
    delay = case.parameters.publish_within_days
    return amended(whole, publication=evolve(whole.publication, max_delay_days=delay))


def report_to_the_board(case: Case, board: Body) -> Collaboration:
    """Let a group that reports to nobody else report to the board, else the board to the first group."""
    case = having(case, BodyKind.COLLABORATION_GROUP)
    groups = case.bodies_of(BodyKind.COLLABORATION_GROUP)
    free = next((group for group in groups if stated(group.reports_to) is None), None)
    if free is not None:
        return changed(case.collaboration, evolve(free, reports_to=board.id))
    return changed(case.collaboration, evolve(board, reports_to=groups[0].id))
