"""Whether the places suffice, on a terminal: what is stated, what follows from it, and what to find out first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.capacity.amounts import DAYS
from samverkan.formats.capacity_words import about, between, length_told, needs, number, rate_told, stay_told, yearly
from samverkan.formats.text.table import paragraph
from samverkan.formats.wording import dates, mark
from samverkan.model.facts import stated
from samverkan.model.goals import Amount
from samverkan.model.message import say
from samverkan.model.values import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.capacity.groups import Groups
    from samverkan.capacity.headroom import Headroom
    from samverkan.capacity.part import Part, Reading
    from samverkan.capacity.period import ProjectTime, Window
    from samverkan.formats.wording import Wording
    from samverkan.model.message import Message
    from samverkan.model.participants import Capacity, Reservation

_NO_PARTS = mark("The file states no unit and no flow with a capacity, so nothing is asked to suffice.")
_NO_STAY = mark("How long each has a place is not stated. Without it a stock and a flow cannot be compared.")
_READ = {Amount.STOCK: mark("Read as a stock:"), Amount.FLOW: mark("Read as a flow:")}
_AS = {Amount.STOCK: mark("the number is a stock"), Amount.FLOW: mark("the number is a flow")}


def headroom_lines(found: Headroom, wording: Wording, width: int) -> list[str]:
    """Tell the project's time, each unit and flow with what it lacks, the windows and the groups."""
    lines = [line for told in _times(found.times, wording) for line in paragraph(told, width)]
    lines += [] if found.parts else paragraph(wording.word(_NO_PARTS), width)
    for part in found.parts:
        lines += ["", *paragraph(part_name(part, wording), width)]
        lines += _indented(_part(part, found.times, wording), width)
    for title, told in (
        (mark("What must begin in time"), [_window(each, wording) for each in found.windows]),
        (mark("In groups"), [_groups(each, wording) for each in found.groups]),
    ):
        lines += ["", wording.word(title), *_indented(told, width)] if told else []
    return lines


def part_name(part: Part, wording: Wording) -> str:
    """Name a unit or flow, with its id."""
    return part.id if part.name is None else f"{wording.value(part.name)} ({part.id})"


def _indented(told: Iterable[str], width: int) -> list[str]:
    return [line for each in told for line in paragraph(each, width, first="  ", then="    ")]


def _times(times: Sequence[ProjectTime], wording: Wording) -> Iterator[str]:
    for time in times:
        first, last, length = time.period.from_, time.period.to, time.period.length
        if first and last:
            days = dates.days(first, last, wording.language)
            yield wording.tell(
                say("The project: {days}, {months} months.", days=days, months=about(time.months, wording))
            )
        elif length is not None:
            yield wording.tell(say("Elsewhere the source says {length}.", length=length_told(length, wording)))


def _part(part: Part, times: Sequence[ProjectTime], wording: Wording) -> Iterator[str]:
    capacity, several = stated(part.capacity), len(part.readings) > 1
    if capacity is not None:
        yield wording.tell(_capacity(capacity, [each.amount for each in part.readings], wording))
    yield from (wording.tell(_reserved(each)) for each in part.reserved)
    yield from _known(part, wording)
    for reading in part.readings:
        told = list(_reading(reading, times, wording, reserved=bool(part.reserved)))
        if several and capacity is not None and reading.amount is Amount.STOCK and times:
            told.insert(0, wording.tell(say("At least {n} in the time of the project.", n=capacity.number)))
        if several and reading.amount is not None and told:
            told = [f"{wording.word(_READ[reading.amount])} {' '.join(told)}"]
        yield from told
    if several and part.needed is not None:
        yield wording.tell(say("Whichever it is: {needed} at one time.", needed=between(part.needed, wording)))
    yield from _missing(part, wording)


def _capacity(capacity: Capacity, amounts: Sequence[Amount | None], wording: Wording) -> Message:
    told, unit, per = number(capacity.number, wording), capacity.unit, capacity.per
    if amounts == [Amount.STOCK]:
        return say("{number} {unit} at one time (a stock).", number=told, unit=unit)
    if amounts == [Amount.FLOW] and per is not None:
        return say("{number} {unit} each {per} (a flow).", number=told, unit=unit, per=per)
    if amounts == [Amount.FLOW]:
        return say("{number} {unit} in a time that is not stated (a flow).", number=told, unit=unit)
    if per is None:
        return say("{number} {unit}; whether at one time or in all is not stated.", number=told, unit=unit)
    return say(
        "{number} {unit} each {per}; whether the same are counted again (a stock) or all are new (a flow) is not "
        "stated.",
        number=told,
        unit=unit,
        per=per,
    )


def _reserved(reservation: Reservation) -> Message:
    if stated(reservation.lasting):
        return say(
            "At least {n} of them are kept for {group}, to stay.", n=reservation.at_least, group=reservation.group
        )
    return say("At least {n} of them are kept for {group}.", n=reservation.at_least, group=reservation.group)


def _known(part: Part, wording: Wording) -> Iterator[str]:
    """Tell the stay that the file states, and what the reader assumes."""
    given = part.given
    if part.stay is not None and given.stay is None:
        yield wording.tell(say("Each stays {stay}.", stay=stay_told(part.stay, wording)))
    told = []
    if given.places is not None:
        told.append(wording.tell(say("{n} place", "{n} places", n=given.places)))
    if given.stay is not None:
        told.append(wording.tell(say("each stays {stay}", stay=stay_told(given.stay, wording))))
    if given.arrivals is not None:
        told.append(wording.tell(say("{rate} come", rate=rate_told(given.arrivals, wording))))
    if given.amount is not None:
        told.append(wording.word(_AS[given.amount]))
    if told:
        yield wording.tell(say("Assumed by you: {assumed}.", assumed=wording.listed(told)))


def _reading(reading: Reading, times: Sequence[ProjectTime], wording: Wording, *, reserved: bool) -> Iterator[str]:
    if reading.places is not None and reserved:
        yield wording.tell(say("So at most {n} are left for others, and it is reckoned with {n}.", n=reading.places))
    volumes = [about(volume, wording) for volume in map(reading.passing, (time.months for time in times)) if volume]
    if volumes:
        told = wording.listed(volumes, wording.word("or"))
        yield wording.tell(say("In the time of the project {numbers} come.", numbers=told))
    if (needed := needs(reading, wording)) is not None:
        yield needed
    if (arrivals := reading.fitting_arrivals) is not None:
        fitting = between(yearly(arrivals), wording)
        yield wording.tell(say("With this stay there is room for {number} a year.", number=fitting))
    if (stay := reading.fitting_stay) is not None:
        fitting = about(stay / DAYS[Unit.MONTH], wording)
        yield wording.tell(say("So that all fit, each can stay {number} months on average.", number=fitting))


def _missing(part: Part, wording: Wording) -> Iterator[str]:
    """Tell what is not stated, in which field of the file it belongs, and with which option to try it."""
    table, id_ = part.path
    if "capacity" in part.missing:
        told = say(
            "How many find room is not stated: {field}, or try {option}.",
            field=f"{table}.{id_}.capacity",
            option="--places",
        )
        yield wording.tell(told)
    if "amount" in part.missing:
        told = say(
            "To settle which it is: {field}, or try {option}.",
            field=f"{table}.{id_}.capacity.amount",
            option="--read-as",
        )
        yield wording.tell(told)
    if "stay" in part.missing:
        # A flow has no stay of its own in the file; its units have.
        field = f"units.{id_ if table == 'units' else 'ID'}.stay"
        settled = wording.tell(say("To settle it: {field}, or try {option}.", field=field, option="--stay"))
        yield f"{wording.word(_NO_STAY)} {settled}"
    elif "arrivals" in part.missing and "amount" not in part.missing:
        yield wording.tell(say("How many come is not stated; try {option}.", option="--arrivals"))
    elif "places" in part.missing and "amount" not in part.missing:
        yield wording.tell(say("How many places there are is not stated; try {option}.", option="--places"))


def _window(window: Window, wording: Wording) -> str:
    path, length = ".".join(window.path), length_told(window.length, wording)
    if window.start is None:
        told = say(
            "{name}: {length}, but from when is not stated, so no last day can be given. It is a limit for the outcome "
            "and says nothing of how long each has a place.",
            name=path if window.name is None else window.name,
            length=length,
        )
        return wording.tell(told)
    name = path if window.name is None else window.name
    begins = wording.value(window.start)
    if window.late:
        return wording.tell(
            say("{name}: {length} from {start}, longer than the whole project.", name=name, length=length, start=begins)
        )
    if window.last is None:
        return wording.tell(
            say(
                "{name}: {length} from {start}; when the project ends is not stated.",
                name=name,
                length=length,
                start=begins,
            )
        )
    return wording.tell(
        say(
            "{name}: {length} from {start}. Whoever gets there after {day} is not through before the project is over.",
            name=name,
            length=length,
            start=begins,
            day=window.last,
        )
    )


def _groups(groups: Groups, wording: Wording) -> str:
    count = number(groups.observed.count, wording)
    if groups.observed.approximate:
        count = wording.tell(say("about {number}", number=count))
    size = f"{groups.size.smallest}–{groups.size.largest}"
    if groups.groups is None:
        return wording.tell(
            say("{step}: {count} cannot be divided into groups of {size}.", step=groups.step, count=count, size=size)
        )
    return wording.tell(
        say(
            "{step}: {count}. In groups of {size} all of them would be {groups} groups, with as many supervisors if "
            "each group has one.",
            step=groups.step,
            count=count,
            size=size,
            groups=str(groups.groups),
        )
    )
