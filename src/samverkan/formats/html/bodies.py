"""Who sits where (*vilka som är med*): each body with its seats as roles and organisations, never as persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.html.blocks import Facts, Paragraph, Section, Table
from samverkan.formats.html.inline import joined, said
from samverkan.formats.notation import write_cadence
from samverkan.formats.wording import mark
from samverkan.model.bodies import BodyStatus
from samverkan.model.facts import Absent, stated
from samverkan.model.message import say
from samverkan.model.names import swedish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.html.blocks import Block
    from samverkan.formats.html.inline import Inline
    from samverkan.formats.html.teller import Teller
    from samverkan.formats.html.view import View
    from samverkan.model.bodies import Body, Seat
    from samverkan.model.cadence import Cadence
    from samverkan.model.organisations import Organisation

_ROLES_ONLY = mark("These are the bodies and who has a seat in them: roles and organisations, never persons.")


def bodies(view: View) -> Iterator[Block]:
    """Tell each body, and then who takes part without a seat."""
    yield Paragraph(view.word(_ROLES_ONLY), "lead")
    if not view.collaboration.bodies:
        yield Paragraph(view.word("No bodies are listed."))
    for body in view.collaboration.bodies:
        yield Section(said(body.name, view.wording), [*_body(view, body)], f"body-{body.id}")
    listed = sorted(view.collaboration.organisations, key=lambda each: swedish(_sorted_by(view, each)))
    if listed:
        heads = [view.word("Organisation"), view.word("Sector"), view.word("Has a seat in")]
        rows = [[view.organisation(each.id), _sector(view, each), _tables(view, each)] for each in listed]
        table = Table(view.word("All organisations in the file"), heads, rows, titled=True)
        yield Section(view.word("Organisations"), [table], "organisations")


def _body(view: View, body: Body) -> Iterator[Block]:
    yield Facts(_facts(view, body))
    if not body.seats:
        yield Paragraph(view.word("No seats are listed."))
        return
    heads = [view.word("Role"), view.word("Organisation")]
    rows = [[role(view, seat), view.organisations(seat.organisations)] for seat in body.seats]
    count = view.wording.tell(say("{n} seat", "{n} seats", n=len(body.seats)))
    caption = joined([said(body.name, view.wording), count])
    yield Table(caption, heads, rows)
    if not body.seats_complete:
        yield Paragraph(view.word("The list is open: there may be more seats."), "note")


def _facts(view: View, body: Body) -> Iterator[tuple[Inline, Inline]]:
    wording = view.wording
    yield view.word("Kind of body"), wording.label(body.kind)
    if body.status is not BodyStatus.ACTIVE:
        yield view.word("Status"), wording.label(body.status)
    yield view.word("Task"), view.fact(body.purpose)
    meets: Cadence | None = stated(body.meets)  # type: ignore[assignment]  # mypy joins the members of the union
    if meets is not None:
        yield view.word("Meets"), write_cadence(meets, lang=view.language)
    above = stated(body.reports_to)
    if above is not None:
        yield view.word("Reports to"), view.body(above)
    elif isinstance(body.reports_to, Absent):
        yield view.word("Reports to"), wording.fact(body.reports_to)


def role(view: Teller, seat: Seat) -> Inline:
    """Tell the role of a seat, and whether it is vacant or co-opted."""
    marks = [view.word("vacant")] * seat.vacant + [view.word("co-opted")] * (not seat.voting)
    told = view.fact(seat.role)
    return joined([told, f"({', '.join(marks)})"], " ") if marks else told


def _sorted_by(view: View, organisation: Organisation) -> str:
    name = stated(organisation.name)
    return name.in_language(view.language) if name else organisation.id


def _sector(view: View, organisation: Organisation) -> Inline:
    sector = stated(organisation.sector)
    return view.silent if sector is None else view.wording.label(sector)


def _tables(view: View, organisation: Organisation) -> Inline:
    seated = [body.id for body in view.collaboration.bodies if organisation.id in body.represented]
    return joined([view.body(id_) for id_ in seated]) if seated else "–"
