"""What the tests about ties share: the real setup, and small ones of which only the seating matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.formats.bundled import bundled
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@pytest.fixture(scope="session")
def tranemo() -> Collaboration:
    return bundled("tranemo")


@pytest.fixture(scope="session")
def setup() -> Callable[..., Collaboration]:
    """Make a setup of bodies, each with one seat for each of its organisations (a word of ids, split at blanks)."""

    def make(
        bodies: dict[str, str], *, open_: Iterable[str] = (), bodies_complete: bool = True, **more: object
    ) -> Collaboration:
        names = dict.fromkeys(name for organisations in bodies.values() for name in organisations.split())
        more.setdefault("organisations", [Organisation(name) for name in names])
        return Collaboration(
            id="small",
            name="Liten",
            bodies=[
                Body(
                    body,
                    BodyKind.NETWORK,
                    Text(body),
                    seats=[Seat(f"s{place}", organisations=[name]) for place, name in enumerate(organisations.split())],
                    seats_complete=body not in open_,
                )
                for body, organisations in bodies.items()
            ],
            bodies_complete=bodies_complete,
            **more,
        )

    return make
