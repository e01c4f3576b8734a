"""The laws of evidence: what may and what may not come of admitting less of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from samverkan.checklist.admission import Admission, lapses, restricted, sources
from samverkan.checklist.backing import findings
from samverkan.checklist.case import case_of
from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.forecast import forecast
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.parameters import DEFAULTS
from samverkan.checklist.registry import checklist_named, checklist_names
from samverkan.checklist.report import CriterionReport
from tests.checklist.sourcing import DAYS, ENDS, sourced

if TYPE_CHECKING:
    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.factor import Checklist
    from samverkan.model.collaboration import Collaboration

CHECKLISTS = pytest.mark.parametrize(
    "checklist", [checklist_named(name) for name in checklist_names()], ids=checklist_names()
)
EVERYBODY = sourced()


def judged(setup: Collaboration, checklist: Checklist, day: dt.date | None, admission: Admission) -> Evaluation:
    found = findings(setup, checklist.criteria, as_of=day, parameters=DEFAULTS, admission=admission)
    reports = list(map(CriterionReport, checklist.criteria, found))
    return evolve(evaluate(setup, checklist=checklist, as_of=day), reports=reports)


def knows_no_more(less: Evaluation, more: Evaluation) -> None:
    for one, other in zip(less.reports, more.reports, strict=True):
        assert one.outcome is Outcome.UNKNOWN or other.outcome is one.outcome, one.criterion.id
    assert more.score.within(less.score)
    for before, now in zip(less.factors, more.factors, strict=True):
        assert now.score.within(before.score), before.factor.id


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Admission, Admission]:
    """Generate two admissions, of which the first admits nothing that the second does not."""
    early, late = sorted((draw(DAYS), draw(DAYS)), key=lambda day: day or dt.date.max)
    more, less = sorted((draw(st.booleans()), draw(st.booleans())))
    return Admission(late, documented=less), Admission(early, documented=more)


@CHECKLISTS
class TestAdmission:
    """Admitting fewer sources never raises the lower bound and never lowers the upper (anti-hiding)."""

    @given(EVERYBODY, DAYS, pairs())
    def test_fewer_sources_decide_nothing(
        self, checklist: Checklist, setup: Collaboration, day: dt.date | None, admissions: tuple[Admission, Admission]
    ) -> None:
        less, more = admissions

        knows_no_more(judged(setup, checklist, day, less), judged(setup, checklist, day, more))

    @given(EVERYBODY, DAYS)
    def test_the_documented_interval_contains_the_full_one(
        self, checklist: Checklist, setup: Collaboration, day: dt.date | None
    ) -> None:
        judged = evaluate(setup, checklist=checklist, as_of=day)

        assert judged.score.within(judged.documented)
        knows_no_more(judged.on_record, judged)

    @given(EVERYBODY, DAYS, st.booleans())
    def test_what_is_decided_rests_on_admitted_evidence(
        self,
        checklist: Checklist,
        setup: Collaboration,
        day: dt.date | None,
        documented: bool,  # noqa: FBT001  # drawn
    ) -> None:
        admission = Admission(day, documented=documented)
        for report in judged(setup, checklist, day, admission).reports:
            if report.outcome is Outcome.UNKNOWN:
                assert report.finding.asks, report.criterion.id
                continue
            for each in report.finding.evidence:
                name = each.field.rsplit(".", maxsplit=1)[-1]
                assert admission.admits(each.source or setup.source, name), (report.criterion.id, each)

    @given(EVERYBODY, DAYS)
    def test_nothing_changes_while_nothing_has_expired(
        self, checklist: Checklist, setup: Collaboration, day: dt.date | None
    ) -> None:
        assume(not any(source.expired(day) for source in sources(setup)))
        case = case_of(setup, as_of=day)

        found = [report.finding for report in evaluate(setup, checklist=checklist, as_of=day).reports]
        assert found == [criterion.judge(case) for criterion in checklist.criteria]


class TestRestriction:
    """What is known from admitted evidence alone is a collaboration too, with every item in it."""

    @given(EVERYBODY, DAYS, st.booleans())
    @settings(max_examples=50)  # it makes two collaborations of each
    def test_it_holds_together_and_restricting_twice_is_once(
        self,
        setup: Collaboration,
        day: dt.date | None,
        documented: bool,  # noqa: FBT001  # drawn
    ) -> None:
        admission = Admission(day, documented=documented)
        once = restricted(setup, admission)

        assert restricted(once, admission) == once
        assert [body.id for body in once.bodies] == [body.id for body in setup.bodies]

    @given(EVERYBODY, DAYS)
    def test_a_source_lapses_on_the_day_after_its_last(self, setup: Collaboration, day: dt.date | None) -> None:
        for lapse in lapses(setup, after=day):
            eve = lapse - dt.timedelta(1)
            assert any(each.expired(lapse) and not each.expired(eve) for each in sources(setup))


class TestForecast:
    """Before its date the verdict as of each day is unchanged; on it, and while nothing is renewed, it is another."""

    @given(EVERYBODY, st.sampled_from([day for day in ENDS if day != dt.date.max]), st.data())
    @settings(max_examples=25)  # each evaluates a dozen days
    def test_every_lapse_and_its_eve_tell_the_same_dates(
        self, setup: Collaboration, today: dt.date, data: st.DataObject
    ) -> None:
        checklist = checklist_named(data.draw(st.sampled_from(checklist_names())))
        told = forecast(evaluate(setup, checklist=checklist, as_of=today))
        lapsing = [each.lapses for each in told.renewals if each.lapses is not None]
        days = [today + dt.timedelta(n) for n in range((max(lapsing, default=today) - today).days + 2)]
        # Only a handful of days can differ; of a long calm stretch its ends and one day within are tried.
        stops = sorted({today, *lapsing, *(day - dt.timedelta(1) for day in lapsing), days[-1]})
        stops += [data.draw(st.sampled_from(days)) for _ in range(3)]
        found = {day: evaluate(setup, checklist=checklist, as_of=day) for day in sorted(set(stops))}
        for name, ending in told.criteria.items():
            outcomes = {day: each.of(name).outcome for day, each in found.items()}
            assert all((outcome is outcomes[today]) == (day < ending.date) for day, outcome in outcomes.items()), name
            assert outcomes[ending.date] is ending.becomes
        if told.verdict is not None:
            for day, each in found.items():
                assert (each.verdict is told.evaluation.verdict) == (day < told.verdict.date)
