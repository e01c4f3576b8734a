"""Times of an arrangement in the files that they are for."""

from __future__ import annotations

import datetime as dt

import pytest

import samverkan
from samverkan.arranging.solution import Solver
from samverkan.arranging.wishes import Wishes
from samverkan.errors import InvalidCollaborationError
from samverkan.formats.rearranged import rearranged
from samverkan.planning.merging import merged

TODAY = dt.date(2027, 1, 4)
FILE = """\
format = 1
id = "{id}"
name = "{id}" # namnet

[bodies.grupp]
kind = "collaboration-group"
name = {{ sv = "Gruppen", en = "The group" }}
seats.s1 = {{ role = "Enhetschef", holder = "p-1" }}

# Gruppens möten
[[series]]
id = "moten"
body = "grupp"
every = "14 days"
from = 2027-01-12
to = 2027-02-09
time = "{time}" # efter lunch
{changes}"""


def file(id_: str, *, time: str = "13.00–15.00", changes: str = "") -> str:
    return FILE.format(id=id_, time=time, changes=changes)


def arranged(*texts: str, **wishes: object) -> samverkan.Arrangement:
    wholes = [samverkan.loads(text) for text in texts]
    return samverkan.arrange(wholes, wishes=Wishes(**wishes), solver=Solver.GREEDY)  # type: ignore[arg-type]


def written(arrangement: samverkan.Arrangement, *texts: str) -> list[str]:
    return [rearranged(text, arrangement, today=TODAY) for text in texts]


def test_only_what_is_moved_is_written_each_with_why() -> None:
    texts = [file("alby", changes=""), file("berga")]
    arrangement = arranged(*texts)
    alby, berga = written(arrangement, *texts)
    moved = [each for each in arrangement.placements if not each.kept]
    assert len(moved) == 3
    lines = set((alby + berga).splitlines()) - set("".join(texts).splitlines())
    assert {line.split("=")[0].strip() for line in lines} == {"revision", "updated", "changes", "{ nominal", "]"}
    changes = [change for text in (alby, berga) for series in samverkan.loads(text).series for change in series.changes]
    assert len(changes) == 3
    assert all(change.reason is not None and change.reason.en for change in changes)


def test_what_is_written_is_planned_as_it_was_arranged() -> None:
    """Law: the schedule of the files that were written is the schedule of the arrangement, and nobody clashes."""
    texts = [file("alby"), file("berga"), file("ceda", time="9.00–10.00")]
    arrangement = arranged(*texts)
    plan = merged(samverkan.loads(text) for text in written(arrangement, *texts))
    assert [(each.id, each.date, each.clock) for each in plan.taking_place] == [
        (each.id, each.date, each.clock) for each in arrangement.schedule.taking_place
    ]
    assert plan.clashes == ()


def test_writing_twice_is_writing_once() -> None:
    texts = [file("alby"), file("berga")]
    once = written(arranged(*texts), *texts)
    again = arranged(*once, previous=merged(samverkan.loads(text) for text in once))
    assert written(again, *once) == once


def test_nothing_to_change_leaves_the_bytes_alone() -> None:
    text = file("alby").replace("\n", "\r\n")
    assert written(arranged(text), text) == [text]


@pytest.mark.parametrize(
    "changes",
    [
        'changes = [{ nominal = 2027-01-26, date = 2027-01-27, reason = "lokalen" }]\n',
        '\n[[series.changes]]\nnominal = 2027-01-26 # vårt eget\ndate = 2027-01-27\nreason = "lokalen"\n',
    ],
)
def test_a_meeting_that_was_changed_by_hand_is_changed_once_more(changes: str) -> None:
    texts = [file("alby", changes=changes), file("berga", time="13.00–15.00").replace("2027-01-12", "2027-01-13")]
    arrangement = arranged(*texts, fixed=("berga/moten",))
    alby, _ = written(arrangement, *texts)
    (change,) = [each for each in samverkan.loads(alby).series[0].changes if each.nominal == dt.date(2027, 1, 26)]
    (placed,) = [each for each in arrangement.placements if each.wanted.nominal == dt.date(2027, 1, 26)]
    assert not placed.kept
    assert (change.date or change.nominal, change.time or placed.wanted.clock) == (
        placed.candidate.date,
        placed.candidate.clock,
    )
    assert str(change.reason) != "lokalen"
    assert "vårt eget" in alby or changes.startswith("changes")


def test_revision_rises_and_the_day_never_goes_back() -> None:
    texts = [file("alby"), "revision = 7\nupdated = 2028-01-01\n" + file("berga")]
    for whole in map(samverkan.loads, written(arranged(*texts, fixed=("alby/moten",)), *texts)):
        assert (whole.revision, whole.updated) == {"alby": (0, None), "berga": (8, dt.date(2028, 1, 1))}[whole.id]


def test_a_meeting_without_a_time_is_left_to_people() -> None:
    texts = [file("alby"), file("berga")]
    arrangement = arranged(*texts, window=0, starts=(), fixed=("alby/moten",))
    assert len(arrangement.left_out) == 3
    assert written(arrangement, *texts) == texts


def test_an_hour_that_nobody_stated_is_written_with_the_day() -> None:
    text = file("alby").replace('time = "13.00–15.00" # efter lunch\n', "")
    (after,) = written(arranged(text), text)
    assert {str(change.time) for change in samverkan.loads(after).series[0].changes} == {"09.00–10.30"}


def test_a_text_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(InvalidCollaborationError):
        rearranged("format = ", arranged(file("alby")), today=TODAY)
