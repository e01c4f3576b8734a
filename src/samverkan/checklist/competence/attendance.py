"""Who is at a meeting, seat by seat (*närvaro*): in person, from afar, or by a deputy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.errors import UnknownNameError
from samverkan.model.names import ids

if TYPE_CHECKING:
    from samverkan.model.bodies import Body


@frozen
class Attendance:
    """The seats that are filled at a meeting; all others are empty.

    Of the seats ``present``, a deputy serves in those that ``deputies`` names, and those that ``remote`` names attend
    from afar. Who is named there is present, whether or not ``present`` says it too.
    """

    present: tuple[str, ...] = field(default=(), converter=ids)
    deputies: tuple[str, ...] = field(default=(), converter=ids)
    remote: tuple[str, ...] = field(default=(), converter=ids)

    @property
    def filled(self) -> tuple[str, ...]:
        """The seats that are filled, each once."""
        return tuple(dict.fromkeys((*self.present, *self.deputies, *self.remote)))

    def check(self, body: Body) -> None:
        """Raise ``UnknownNameError`` for a seat that the body has not."""
        known = [seat.id for seat in body.seats]
        for name in self.filled:
            if name not in known:
                raise UnknownNameError("seat", name, known)
