from __future__ import annotations

from itertools import pairwise

import pytest

from samverkan.errors import InvalidCollaborationError, InvalidValueError
from samverkan.formats.toml import loads
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.reported import Intensity, ReportedTie

HEAD = 'format = 1\nid = "a"\nname = "A"\norganisations.kommun.name = "K"\norganisations.polisen.name = "P"\n'


def test_the_steps_of_intensity_follow_each_other() -> None:
    steps = [Intensity(word) for word in ("awareness", "cooperation", "coordination", "integration")]

    assert list(Intensity) == steps
    assert all(below < above for below, above in pairwise(steps))
    assert Intensity.AWARENESS < Intensity.COOPERATION <= Intensity.COOPERATION
    assert not Intensity.INTEGRATION < Intensity.INTEGRATION


def test_an_organisation_is_not_tied_to_itself() -> None:
    with pytest.raises(InvalidValueError, match="“polisen” is said to work together with itself"):
        ReportedTie("polisen", "polisen")


def test_what_two_reporters_say_stands_side_by_side() -> None:
    text = '[[ties]]\nfrom = "kommun"\nto = "polisen"\nintensity = "integration"\nby = "kommun"\nrole = "Chef"\n'

    mine, theirs = loads(HEAD + text + text.replace("integration", "awareness")).ties

    assert (mine.intensity, theirs.intensity) == (Intensity.INTEGRATION, Intensity.AWARENESS)
    assert str(mine.role) == "Chef"


def test_that_they_do_not_work_together_is_not_the_same_as_silence() -> None:
    text = '[[ties]]\nfrom = "kommun"\nto = "polisen"\n'

    assert loads(HEAD + text).ties[0].intensity is UNKNOWN
    assert loads(HEAD + text + 'absent.intensity = "ingen kontakt"\n').ties[0].intensity == Absent("ingen kontakt")


def test_every_fault_is_told_where_it_stands() -> None:
    with pytest.raises(InvalidCollaborationError) as caught:
        loads(HEAD + '[[ties]]\nfrom = "kommun"\nto = "polis"\nby = "kommunen"\n')

    assert [(fault.path, fault.message) for fault in caught.value.faults] == [
        (("ties", 0, "to"), "there is no organisation “polis”"),
        (("ties", 0, "by"), "there is no organisation “kommunen”"),
    ]


def test_an_organisation_tied_to_itself_is_told_with_its_line() -> None:
    with pytest.raises(InvalidCollaborationError) as caught:
        loads(HEAD + '[[ties]]\nfrom = "kommun"\nto = "kommun"\n')

    [fault] = caught.value.faults
    assert (fault.code, fault.path, fault.location.line) == ("self-tie", ("ties", 0), 6)


def test_a_step_that_is_none_is_refused_with_the_steps_that_there_are() -> None:
    with pytest.raises(InvalidCollaborationError, match="cooperation"):
        loads(HEAD + '[[ties]]\nfrom = "kommun"\nto = "polisen"\nintensity = "cooperations"\n')
