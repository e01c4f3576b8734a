"""Sites to look at: those of the real setups, and one whose every word would like to be more than text."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs
from attrs import evolve

from samverkan.checklist.evaluate import evaluate
from samverkan.followup.account import account
from samverkan.followup.result import Result, Sex
from samverkan.formats.bundled import bundled
from samverkan.formats.html.site import Member
from samverkan.model.facts import Disputed
from samverkan.model.names import Text
from samverkan.model.organisations import Municipality
from samverkan.model.publishing import Publishing
from samverkan.model.records import Held
from samverkan.model.source import Source
from samverkan.planning.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.model.collaboration import Collaboration

SETTINGS = Publishing(
    accessibility="https://exempel.se/tillganglighet",
    contact=Text("Samordningen, kommunkontoret", "The coordination, municipal office"),
    contact_link="mailto:samordning@exempel.se",
    address="https://exempel.se/samverkan/",
)
CHANGED = dt.date(2016, 3, 1)
COUNTED = dt.date(2010, 6, 10)

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "../../etc/passwd",
    "\u202egnitirw tfel ot thgir\u2067 \u200f",
    "å" * 10_000,
    "</script></title></style><!-- ]]> &amp; {{ 7 * 7 }} {% raw %} javascript:alert(1)",
)


def member(whole: Collaboration) -> Member:
    """Make what a site is made of, as of the day on which the file was last changed."""
    return Member(whole, schedule(whole), evaluate(whole, as_of=whole.updated))


def followed(words: Callable[[str], str] = str) -> Member:
    """Make the same of Integration på G! with results of every kind: some missed, some kept back, some of one town."""
    whole = evolve(reworded(published("integration-pa-g"), words), updated=COUNTED)
    town = whole.municipalities[0].code
    counts: list[tuple[str, int, int, int | None, dict[str, Any]]] = [
        ("g-g0", 2, 50, None, {}),
        ("g-g0", 3, 55, None, {}),
        ("g-g1", 3, 14, 20, {"municipality": town}),
        ("g-g2", 2, 75, 100, {}),
        ("g-g2", 2, 38, 50, {"sex": Sex.WOMEN}),
        ("g-g2", 2, 37, 50, {"sex": Sex.MEN}),
        ("g-g2", 4, 2, 3, {}),
        ("g-g3", 2, 12, 32, {"pending": 15}),
    ]
    found = [
        _row(goal, month, count, total, source=words("deltagarlistan"), **more)
        for goal, month, count, total, more in counts
    ]
    return evolve(member(whole), account=account(whole, found, as_of=COUNTED))


def _row(goal: str, month: int, count: int, total: int | None, **more: Any) -> Result:  # noqa: ANN401  # any field
    first, after = dt.date(2010, month, 1), dt.date(2010, month + 1, 1)
    last = after - dt.timedelta(days=1)
    return Result(goal=goal, first=first, last=last, collected=after, count=count, total=total, **more)


def published(name: str) -> Collaboration:
    """Give a real setup with what pages need; Tranemo has records of two meetings too."""
    whole = evolve(bundled(name), publishing=SETTINGS)
    if name != "tranemo":
        return whole
    group = "samverkansgrupp"
    held = [
        Held(group, dt.date(2016, 3, 4), notes=dt.date(2016, 3, 11)),
        Held(group, dt.date(2016, 3, 18)),
    ]
    return evolve(whole, updated=CHANGED, held=held)


def reworded(whole: Collaboration, words: Callable[[str], str]) -> Collaboration:
    """Change every text of a file that is for people, and no id, code, date or address."""
    changed: Collaboration = _reworded(whole, words)
    return changed


_WORDS = {(Source, "ref"), (Source, "says"), (Municipality, "name")}


def _reworded(value: Any, words: Callable[[str], str]) -> Any:  # noqa: ANN401  # any value
    if isinstance(value, Text):
        return Text(words(value.sv), None if value.en is None else words(value.en))
    if isinstance(value, tuple):
        return tuple(_reworded(each, words) for each in value)
    if isinstance(value, Disputed):
        return Disputed(evolve(claim, value=_reworded(claim.value, words)) for claim in value.claims)
    if not attrs.has(type(value)):
        return value
    changes = {}
    for attribute in attrs.fields(type(value)):
        found = getattr(value, attribute.name)
        told = (type(value), attribute.name) in _WORDS and isinstance(found, str)
        changes[attribute.alias or attribute.name] = words(found) if told else _reworded(found, words)
    return evolve(value, **changes)
