"""How long it takes to get from one place to another (*restid*)."""

from __future__ import annotations

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.names import Text, as_text
from samverkan.model.values import positive


def place_key(place: Text) -> str:
    """Give the words by which two places are one: the Swedish name, whatever its capitals.

    >>> place_key(Text("Glasets Hus ")) == place_key(Text("glasets hus"))
    True
    """
    return place.sv.casefold().strip()


@frozen
class Travel:
    """The minutes between two places (*restid*), in both directions unless the way back is stated apart.

    The places are named as the series and events of the file name them.
    """

    from_: Text = field(converter=as_text)
    to: Text = field(converter=as_text)
    minutes: int = field(validator=positive)

    def __attrs_post_init__(self) -> None:
        if place_key(self.from_) == place_key(self.to):
            raise InvalidValueError("no-travel", f"“{self.from_}” is no travel from itself", "two places")
