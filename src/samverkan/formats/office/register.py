"""What of a collaboration can be edited in a workbook (*register*): sheets with a row for each thing, by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from samverkan.formats.hints import Slot, slots_of
from samverkan.formats.wording import mark
from samverkan.model.activities import Activity, Event, Series
from samverkan.model.bodies import Body, Seat
from samverkan.model.organisations import Municipality, Organisation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.errors import Path
    from samverkan.model.collaboration import Collaboration


@frozen
class Column:
    """A column of a register: its head, and the key of the field in the file."""

    key: str
    head: str


def _columns(columns: Iterable[Column]) -> tuple[Column, ...]:
    return tuple(columns)


@frozen
class Register:
    """A sheet in which the things of one class stand (*register*), each in the row of its id.

    ``key`` is the field that holds the id. ``listed`` says that the file holds them as a list, and not by id.
    ``within`` is the head of a first column for the body to which the things belong, as seats do.
    """

    title: str
    place: str
    cls: type
    columns: tuple[Column, ...] = field(converter=_columns)
    key: str = "id"
    listed: bool = False
    within: str | None = None

    def slot(self, column: Column) -> Slot:
        """Give the field of a column."""
        return next(slot for slot in slots_of(self.cls) if slot.key == column.key)

    @property
    def identity(self) -> int:
        """How many of the first columns tell which thing a row is about."""
        return 1 if self.within is None else 2

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of what is read, those of the identity first."""
        first = () if self.within is None else (self.within,)
        return (*first, CODE if self.key == "code" else ID, *(column.head for column in self.columns))

    def things(self, whole: Collaboration) -> Iterator[tuple[Path, Any]]:
        """Give each thing with its identity: its id, after the id of its body where it belongs to one."""
        if self.within is not None:
            yield from (((body.id, seat.id), seat) for body in whole.bodies for seat in body.seats)
        else:
            yield from (((getattr(thing, self.key),), thing) for thing in getattr(whole, self.place))

    def path(self, identity: Path) -> Path:
        """Give the way to a thing in a file where it stands by its id."""
        return ("bodies", identity[0], "seats", identity[1]) if self.within is not None else (self.place, *identity)


ID = mark("Id")
CODE = mark("Code")
_NAME = Column("name", mark("Name"))
_WHEN = Column("when", mark("When"))
_TIME = Column("time", mark("Time"))
_PLACE = Column("place", mark("Place"))
_ORGANISERS = Column("organisers", mark("Organised by"))

BODIES = Register(
    mark("Bodies"),
    "bodies",
    Body,
    [
        _NAME,
        Column("kind", mark("Kind")),
        Column("status", mark("Status")),
        Column("purpose", mark("Purpose")),
        Column("seats_complete", mark("All seats are listed")),
        Column("chair", mark("Chair")),
        Column("secretary", mark("Secretary")),
        Column("meets", mark("Meets")),
        Column("reports_to", mark("Reports to")),
    ],
)
SEATS = Register(
    mark("Seats"),
    "seats",
    Seat,
    [
        Column("role", mark("Role")),
        Column("organisations", mark("Organisations")),
        Column("rank", mark("Rank")),
        Column("political", mark("Politician")),
        Column("voting", mark("Counts to the quorum")),
        Column("project_lead", mark("Project lead")),
        Column("holder", mark("Holder key")),
        Column("section", mark("Section")),
    ],
    within=mark("Body"),
)
REGISTERS = (
    Register(mark("Municipalities"), "municipalities", Municipality, [_NAME], key="code"),
    Register(
        mark("Organisations"),
        "organisations",
        Organisation,
        [
            _NAME,
            Column("sector", mark("Sector")),
            Column("part_of", mark("Part of")),
            Column("municipality", mark("Municipality")),
            Column("note", mark("Note")),
        ],
    ),
    BODIES,
    SEATS,
    Register(
        mark("Series"),
        "series",
        Series,
        [
            _NAME,
            Column("body", mark("Body")),
            Column("every", mark("How often")),
            Column("from", mark("First day")),
            Column("to", mark("Last day")),
            _TIME,
            _PLACE,
            Column("on_holiday", mark("On a holiday")),
        ],
        listed=True,
    ),
    Register(
        mark("Events"),
        "events",
        Event,
        [_NAME, _WHEN, _TIME, Column("bodies", mark("Bodies")), _PLACE, _ORGANISERS, Column("cancelled", mark("Off"))],
        listed=True,
    ),
    Register(
        mark("Activities"),
        "activities",
        Activity,
        [
            _NAME,
            _WHEN,
            _ORGANISERS,
            Column("participants", mark("With")),
            Column("funders", mark("Paid by")),
            Column("note", mark("Note")),
        ],
        listed=True,
    ),
)
"""The registers, in the order in which they hang on each other."""
