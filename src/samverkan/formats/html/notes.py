"""What has been published of the meetings (*minnesanteckningar*), how long it took, and what is promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.core import Locale, UnknownLocaleError

from samverkan.formats.html.blocks import Facts, Paragraph, Section, Table
from samverkan.formats.html.inline import day
from samverkan.formats.wording import mark
from samverkan.model.facts import Absent, stated
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from samverkan.formats.html.blocks import Block
    from samverkan.formats.html.inline import Inline
    from samverkan.formats.html.teller import Teller
    from samverkan.formats.html.view import View
    from samverkan.model.facts import Fact
    from samverkan.model.records import Held

_NONE = mark("The file has no record of any meeting, so it does not say whether notes have been published.")


def notes(view: View) -> Iterator[Block]:
    """Tell each recorded meeting with the day of its notes, and what is promised to be made public."""
    records = sorted(view.collaboration.held, key=lambda each: (each.date, each.body))
    if records:
        heads = [view.word("Meeting"), view.word("Body"), view.word("Notes published"), view.word("Delay")]
        rows = [[day(each.date, view.wording), view.body(each.body), *_notes(view, each)] for each in records]
        yield Table(view.word("Meetings held, and their notes"), heads, rows)
        if not view.collaboration.held_complete:
            yield Paragraph(view.word("The list is open: more meetings may have been held."), "note")
    else:
        yield Paragraph(view.word(_NONE), "lead")
    yield Section(view.word("What is promised"), [Facts(promises(view))], "promises")


def _notes(view: View, record: Held) -> tuple[Inline, Inline]:
    published = stated(record.notes)
    if published is None:
        return (view.wording.fact(record.notes) if isinstance(record.notes, Absent) else view.silent), "–"
    days = (published - record.date).days
    return day(published, view.wording), view.wording.tell(say("{n} day", "{n} days", n=days))


def promises(view: Teller) -> Iterator[tuple[Inline, Inline]]:
    """Tell what is to be made public: what, where, how soon, by whom and in which languages."""
    policy = view.collaboration.publication
    yield view.word("What is made public"), view.texts(policy.what)
    yield view.word("Where"), view.fact(policy.channel)
    limit = stated(policy.max_delay_days)
    promised: Inline = _silence(view, policy.max_delay_days)
    if limit is not None:
        promised = view.wording.tell(say("within {n} day", "within {n} days", n=limit))
    yield view.word("How soon"), promised
    yield view.word("By whom"), view.fact(policy.responsible)
    yield view.word("In which languages"), ", ".join(_language(tag, view) for tag in policy.languages) or view.silent


def _language(tag: str, view: Teller) -> str:
    """Name a language; one that the Unicode locale data does not have is told by its tag (IETF BCP 47)."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(view.wording.language) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def _silence(view: Teller, fact: Fact[Any]) -> Inline:
    return view.wording.fact(fact) if isinstance(fact, Absent) else view.silent
