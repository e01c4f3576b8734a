"""A variant called in words (*variantens namn*): who is lost, which series meets when, which week is a break."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from samverkan.formats.notation.frequencies import write_cadence
from samverkan.formats.notation.languages import day_name
from samverkan.formats.text.among import Among
from samverkan.formats.text.drill import loss_name
from samverkan.formats.text.names import body_name
from samverkan.model.message import say
from samverkan.ties.across import across
from samverkan.whatif.change import BreakWeek, Every, From, In, OnWeekday, Without

if TYPE_CHECKING:
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.whatif.change import Change
    from samverkan.whatif.variant import Variant


def variant_name(variant: Variant, among: Among) -> str:
    """Tell the changes of a variant in words."""
    first = among.whole.collaborations[0]
    return "; ".join(_change(each, first, among) for each in variant.changes) or among.wording.word("as today")


def _change(change: Change, whole: Collaboration, among: Among) -> str:
    wording = among.wording
    match change:
        case Without(loss):
            name = loss_name(loss, Among(across([whole]), wording))
            return wording.tell(say("without {name}", name=name))
        case OnWeekday(series, weekday):
            day = day_name(weekday, wording.language)
            return wording.tell(say("{series} on a {weekday}", series=_series(whole, series, wording), weekday=day))
        case Every(series, cadence):
            return f"{_series(whole, series, wording)} {write_cadence(cadence, lang=wording.language)}"
        case From(series, day):
            return wording.tell(say("{series} from {day}", series=_series(whole, series, wording), day=day))
        case BreakWeek(week, moves):
            year, _, number = str(week.week).partition("-W")
            name = moves or wording.word("a break")
            return wording.tell(say("{name} in week {week} {year}", name=name, week=str(int(number)), year=year))
        case In(id_, inner):
            owner = among.collaboration(id_)
            return f"{wording.value(owner.name)}: {_change(inner, owner, among)}"
        case _:
            assert_never(change)


def _series(whole: Collaboration, id_: str, wording: Wording) -> str:
    found = next((each for each in whole.series if each.id == id_), None)
    if found is None:
        return id_
    return wording.value(found.name) if found.name else body_name(whole, found.body, wording)
