"""What only the whole can see: every fault of a collaboration is found here, in one walk, and told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import attrs

from samverkan.errors import MAX_KNOWN, Fault, nearest
from samverkan.model.bodies import Body
from samverkan.model.facts import Disputed
from samverkan.model.mandate import AtLeast, MoreThan
from samverkan.model.names import Text, personal_numbers
from samverkan.model.records import Held
from samverkan.model.source import Source
from samverkan.model.walk import Visit, key_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.errors import Path
    from samverkan.model.activities import Activity, Event
    from samverkan.model.organisations import Municipality, Organisation
    from samverkan.model.terms import TermDates
    from samverkan.model.values import Period


class _Whole(Protocol):
    """What a collaboration must show to be checked; naming it here keeps the whole and its check from a circle."""

    @property
    def municipalities(self) -> tuple[Municipality, ...]: ...
    @property
    def organisations(self) -> tuple[Organisation, ...]: ...
    @property
    def bodies(self) -> tuple[Body, ...]: ...
    @property
    def activities(self) -> tuple[Activity, ...]: ...
    @property
    def events(self) -> tuple[Event, ...]: ...
    @property
    def terms(self) -> tuple[TermDates, ...]: ...
    @property
    def horizon(self) -> Period | None: ...


MAX_COMPARISONS = 5_000
"""How many names are compared with misspelt ones, so that a file full of them is told of in time."""

_LONGEST_WAY = 20
"""A circle of more organisations is not told in full."""

Names: TypeAlias = "dict[str, None]"
"""Names in the order of the file, each once."""

_KINDS = {
    "organisations": "organisation",
    "bodies": "body",
    "areas": "area",
    "target_groups": "target group",
    "goals": "goal",
    "units": "unit",
    "municipalities": "municipality",
    "items": "activity or event",
    "seats": "seat",
}


def faults_of(collaboration: _Whole) -> Iterator[Fault]:
    """Find everything that does not hold together, each fault with its path in the file."""
    known = _known(collaboration)
    yield from _duplicates(collaboration)
    for visit in walk(collaboration):
        yield from _dangling(visit, known)
        yield from _misnamed_inference(visit)
        yield from _personal(visit)
        if isinstance(visit.value, Body):
            yield from _unattainable(visit.path, visit.value)
    yield from _circles(collaboration)
    yield from _overlapping_terms(collaboration)
    yield from _open_horizon(collaboration)


class _Known:
    """The names that references may mean, by what they name, and those of the seats of each body; it is no noun."""

    def __init__(self, named: dict[str, Names], seats: dict[str, Names]) -> None:
        self.named, self.seats = named, seats
        self.comparisons = MAX_COMPARISONS

    def nearest(self, name: str, names: Names) -> str | None:
        """Guess which name is meant, while there is time for it."""
        self.comparisons -= min(len(names), MAX_KNOWN)
        return nearest(name, names) if self.comparisons >= 0 else None


def _known(collaboration: _Whole) -> _Known:
    named = {kind: _ids(getattr(collaboration, kind)) for kind in _KINDS if _listed(kind)}
    named["municipalities"] = {town.code: None for town in collaboration.municipalities}
    named["items"] = _ids(collaboration.activities) | _ids(collaboration.events)
    # Of two bodies with one id, which is a fault of its own, the first is meant.
    return _Known(named, {body.id: _ids(body.seats) for body in reversed(collaboration.bodies)})


def _ids(items: Iterable[Any]) -> Names:
    return {item.id: None for item in items}


def _listed(kind: str) -> bool:
    return kind not in {"municipalities", "items", "seats"}


def _duplicates(collaboration: _Whole) -> Iterator[Fault]:
    yield from _twice((), collaboration)
    for body in collaboration.bodies:
        yield from _twice(("bodies", body.id), body)
    yield from _shared_ids(collaboration)


def _shared_ids(collaboration: _Whole) -> Iterator[Fault]:
    """Series, events and activities share one page of a schedule, so they share one set of ids."""
    taken: dict[str, str] = {}
    for kind in ("series", "events", "activities"):
        for place, item in enumerate(getattr(collaboration, kind)):
            if taken.setdefault(item.id, kind) != kind:
                yield Fault(
                    "duplicate-id",
                    f"the id “{item.id}” stands among the {taken[item.id]} too",
                    (kind, place, "id"),
                    "an id of its own",
                )


def _twice(path: Path, item: Any) -> Iterator[Fault]:  # noqa: ANN401  # any noun with lists of nouns
    for attribute in attrs.fields(type(item)):
        elements = getattr(item, attribute.name)
        key = attribute.metadata.get("keyed", "id")
        if not isinstance(elements, tuple) or not all(hasattr(element, key) for element in elements):
            continue
        seen: set[str] = set()
        for place, element in enumerate(elements):
            name = getattr(element, key)
            if name is None or name not in seen:
                seen.add(name)
                continue
            step = name if "keyed" in attribute.metadata else place
            yield Fault(
                "duplicate-id",
                f"the id “{name}” stands twice",
                (*path, key_of(attribute), step, key),
                "an id of its own",
            )


def _dangling(visit: Visit, known: _Known) -> Iterator[Fault]:
    kind = visit.attribute.metadata.get("refers")
    if kind is None or not isinstance(visit.value, (str, tuple)):
        return
    names = _seats_near(visit, known) if kind == "seats" else known.named[kind]
    path = visit.path
    for place, name in enumerate(visit.value) if isinstance(visit.value, tuple) else [(None, visit.value)]:
        if name not in names:
            where = path if place is None else (*path, place)
            yield Fault(
                f"unknown-{_KINDS[kind].partition(' ')[0]}",
                f"there is no {_KINDS[kind]} “{name}”",
                where,
                f"the id of one of the {kind.replace('_', ' ')} of this file",
                known.nearest(name, names),
            )


def _seats_near(visit: Visit, known: _Known) -> Names:
    body = visit.owner
    return known.seats.get(body.body if isinstance(body, Held) else body.id, {})


def _misnamed_inference(visit: Visit) -> Iterator[Fault]:
    if not isinstance(visit.value, Source):
        return
    fields = [key_of(attribute) for attribute in attrs.fields(type(visit.owner))]
    for place, name in enumerate(visit.value.inferred):
        if name not in fields:
            yield Fault(
                "unknown-key",
                f"“{name}” is no field here, so it cannot be inferred",
                (*visit.path, "inferred", place),
                f"one of {', '.join(fields)}",
                nearest(name, fields),
            )


def _personal(visit: Visit) -> Iterator[Fault]:
    for text in _words(visit.value):
        for number in personal_numbers(text):
            yield Fault(
                "personal-number",
                f"a personal identity number of {len(number)} signs stands here; no person is stored",
                visit.path,
                "a role or an organisation",
            )


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Text):
        yield value.sv
        yield value.en or ""


def _unattainable(path: Path, body: Body) -> Iterator[Fault]:
    rule = body.quorum.decided if isinstance(body.quorum, Disputed) else body.quorum
    voting = len(body.voting)
    # With no seat listed in an open list nothing is known of how many there are.
    unlisted = not body.seats and not body.seats_complete
    if not isinstance(rule, (AtLeast, MoreThan)) or unlisted or rule.needed(voting) <= voting:
        return
    yield Fault(
        "quorum-above-seats",
        f"the quorum {rule.needed(voting)} is above the {voting} voting seats of “{body.id}”",
        (*path, "quorum"),
        f"a quorum from 1 to {voting}, or more seats in the list (a seat needs no role)",
    )


def _circles(collaboration: _Whole) -> Iterator[Fault]:
    parents = {organisation.id: organisation.part_of for organisation in collaboration.organisations}
    settled: set[str] = set()
    for start in parents:
        way: dict[str, None] = {}
        name: str | None = start
        while name is not None and name not in settled and name not in way:
            way[name] = None
            name = parents.get(name)
        if name is not None and name in way:
            passed = list(way)
            yield from _circle(passed[passed.index(name) :])
        settled.update(way)


def _circle(names: list[str]) -> Iterator[Fault]:
    """Tell of each that it is part of itself, and by what way unless that is long."""
    for place, name in enumerate(names):
        way = [*names[place:], *names[:place], name] if len(names) <= _LONGEST_WAY else [name, "…", name]
        yield Fault(
            "circle",
            f"“{name}” is part of itself: {' → '.join(way)}",
            ("organisations", name, "part_of"),
            "a whole above its parts",
        )


def _overlapping_terms(collaboration: _Whole) -> Iterator[Fault]:
    """Compare each term with the one that ends last among those that begin before it."""
    latest: tuple[int, TermDates] | None = None
    for place, dates in sorted(enumerate(collaboration.terms), key=lambda each: each[1].from_):
        if latest is not None and dates.from_ <= latest[1].to:
            (_, earlier), (where, later) = sorted([latest, (place, dates)], key=lambda each: each[0])
            yield Fault(
                "overlapping-terms",
                f"{later.term} overlaps {earlier.term}",
                ("terms", where, "from"),
                "terms that do not share a day",
            )
        if latest is None or dates.to > latest[1].to:
            latest = place, dates


def _open_horizon(collaboration: _Whole) -> Iterator[Fault]:
    horizon = collaboration.horizon
    if horizon is not None and horizon.days is None:
        yield Fault("open-horizon", "the horizon has no two ends", ("horizon",), "from and to, both dates")
