from __future__ import annotations

import pytest

from samverkan.errors import InvalidValueError
from samverkan.formats import toml
from samverkan.model.names import Text
from samverkan.model.travel import Travel, place_key

FILE = """\
format = 1
id = "ekeby"
name = "Ekeby"

[[travel]]
from = "Kommunhuset"
to = "Glasets Hus"
minutes = 20
"""


def test_travel_stands_in_the_file_and_is_written_as_it_was_read() -> None:
    read = toml.loads(FILE)

    assert read.travel == (Travel("Kommunhuset", "Glasets Hus", 20),)
    assert toml.dumps(read) == FILE


def test_nobody_travels_from_a_place_to_itself() -> None:
    with pytest.raises(InvalidValueError, match="“Kommunhuset” is no travel from itself; expected two places"):
        Travel("Kommunhuset", "kommunhuset ", 20)


@pytest.mark.parametrize("minutes", [0, -5, True])
def test_travel_takes_at_least_a_minute(minutes: int) -> None:
    with pytest.raises(InvalidValueError, match="is not a positive count"):
        Travel("Kommunhuset", "Glasets Hus", minutes)


def test_a_place_is_known_by_its_swedish_name_whatever_its_capitals() -> None:
    assert place_key(Text("Rådhuset", "Town hall")) == place_key(Text(" RÅDHUSET"))
