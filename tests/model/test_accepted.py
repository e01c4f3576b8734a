from __future__ import annotations

import datetime as dt

import pytest

from samverkan.errors import InvalidCollaborationError, InvalidValueError
from samverkan.formats.toml import loads
from samverkan.model.accepted import AcceptedDeviation

HEAD = 'format = 1\nid = "a"\nname = "A"\n'


def test_it_cannot_end_before_it_was_decided() -> None:
    with pytest.raises(InvalidValueError, match="accepted until 2026-01-01, before 2026-02-01, when it was decided"):
        AcceptedDeviation("5.5", "x", decided=dt.date(2026, 2, 1), until=dt.date(2026, 1, 1))


@pytest.mark.parametrize("decided", [None, dt.date(2026, 2, 1)])
@pytest.mark.parametrize("until", [None, dt.date(2026, 2, 1)])
def test_it_may_be_open_at_either_end_and_hold_for_one_day(decided: dt.date | None, until: dt.date | None) -> None:
    assert AcceptedDeviation("5.5", "x", decided=decided, until=until).until == until


def test_it_says_why() -> None:
    with pytest.raises(InvalidValueError, match="sv says nothing"):
        AcceptedDeviation("5.5", " ")


def test_a_body_that_decided_must_exist() -> None:
    text = HEAD + '[[accepted]]\ncriterion = "5.5"\nbecause = "x"\nbody = "styrelsen"\n'

    with pytest.raises(InvalidCollaborationError, match="there is no body “styrelsen”"):
        loads(text)


def test_a_file_without_any_has_none() -> None:
    assert loads(HEAD).accepted == ()
