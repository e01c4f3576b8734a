"""The terms as timelines (*tidslinje*): weeks along, a lane for each body and area, what has no day as a bar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from samverkan.formats.svg.element import Face, words
from samverkan.formats.svg.entries import lettered, summary
from samverkan.formats.svg.explained import explained
from samverkan.formats.svg.palette import INK
from samverkan.formats.svg.plot import Captions
from samverkan.formats.svg.sheet import LYING, sheet_of
from samverkan.formats.svg.strips import Across, Down
from samverkan.formats.tables.planned import almanac, days_of
from samverkan.model.message import say
from samverkan.model.names import slug
from samverkan.model.terms import Term, terms_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.formats.tables.almanac import Almanac
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.schedule import Schedule

_TERM = 14


def dumps(plan: Schedule, wholes: Sequence[Collaboration], wording: Wording, *, columns: int | None = None) -> str:
    """Draw each term of a schedule in which anything lies as an SVG picture for A3, with one column for a telephone.

    ``wholes`` are the collaborations that are planned there. On paper the weeks go to the right, on a telephone down.
    The words below stand in ``columns``. Equal plans give equal bytes.
    """
    return drawn(shown(plan, wholes, wording), wording, columns=columns)


def shown(plan: Schedule, wholes: Sequence[Collaboration], wording: Wording) -> Almanac:
    """Read off what the timelines show: whole terms from the first in which anything lies to the last.

    Where nothing has a day or a stretch of days, it is all time, with what has none.
    """
    terms = _terms(plan)
    first, last = (terms[0].first, terms[-1].last) if terms else (dt.date.min, dt.date.max)
    return almanac(plan, wholes, wording, first=first, last=last).dated()


def _terms(plan: Schedule) -> list[Term]:
    days = days_of(plan)
    return list(terms_between(min(days), max(days))) if days else []


def drawn(whole: Almanac, wording: Wording, *, columns: int | None = None) -> str:
    """Draw an almanac of whole terms, or of all time, which has no strip."""
    sheet = sheet_of(LYING, columns)
    terms = [] if whole.first == dt.date.min else list(terms_between(whole.first, whole.last))
    named = _between(terms, wording)
    title = wording.tell(say("{name}: timeline {terms}", name=whole.name, terms=named)) if terms else whole.name
    prefix = f"timeline-{slug(whole.name)}-{slug(named)}"
    head, top = sheet.head(title, [summary(whole, wording)])
    # On paper the names of stretches stand beside them.
    captions = Captions(prefix, wording, lettered(whole.stretches) if sheet.narrow else {})
    parts = [head]
    for term in terms:
        part = whole.between(term.first, term.last)
        if part.marks or part.stretches:
            top += _TERM * 1.4
            told = wording.term(term)
            parts.append(words(told[:1].upper() + told[1:], sheet.margin, top, Face(_TERM, INK, bold=True)))
            strip = (Down if sheet.narrow else Across).of(part, sheet, top + 8, captions)
            parts += strip.drawn()
            top = strip.bottom + sheet.text
    return explained(whole, sheet, captions, title=title, drawn=parts, bottom=top + sheet.text)


def _between(terms: Sequence[Term], wording: Wording) -> str:
    ends = dict.fromkeys([terms[0], terms[-1]] if terms else [])
    return "–".join(map(wording.term, ends))
