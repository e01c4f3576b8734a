"""What anybody may come to see of results hangs on what is told of them, and on nothing that is kept back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, settings

from samverkan.checklist.evaluate import evaluate
from samverkan.followup.account import account
from samverkan.followup.result import Sex
from samverkan.followup.shown import shown
from samverkan.followup.status import Status
from samverkan.formats.bundled import bundled
from samverkan.formats.followup import followup_csv, followup_data
from samverkan.formats.html.goals import goals
from samverkan.formats.html.view import View
from samverkan.formats.office.collaboration import dumps
from samverkan.formats.outcomes import json_text
from samverkan.formats.text.followup import followup_lines
from samverkan.formats.text.goals import goal_lines
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.planning.schedule import schedule
from tests.followup.rows import row
from tests.followup.test_telling import alike
from tests.formats.html.test_rendering import page

if TYPE_CHECKING:
    from samverkan.followup.result import Result
    from samverkan.model.collaboration import Collaboration
    from samverkan.testing.strategies.results import Case


def seen(whole: Collaboration, results: tuple[Result, ...], day: dt.date) -> dict[tuple[str, str], str | bytes]:
    """Give everything that we write of results for others, in both languages."""
    told, plan, judged = account(whole, results, as_of=day), schedule(whole), evaluate(whole, as_of=day)
    found: dict[tuple[str, str], str | bytes] = {}
    for language in LANGUAGES:
        wording = Wording(language)
        view = View.of(whole, plan, judged, language, account=told)
        found |= {
            ("page", language): page(*goals(view)),
            ("report", language): "\n".join(goal_lines(whole, wording, 80, account=told)),
            ("workbook", language): dumps(whole, plan, judged, wording, account=told),
            ("text", language): "\n".join(followup_lines(told.found, told.telling, whole, wording, 80)),
            ("csv", language): followup_csv(told.found, told.telling, whole, wording),
            ("json", language): json_text(followup_data(told.found, told.telling, (), wording)),
        }
    return found


class TestNothingIsGivenAway:
    """Law: of two sets of results that look the same to everybody, all that is published is the same to the byte."""

    @given(alike())
    @settings(
        max_examples=15,
        suppress_health_check=list(HealthCheck),
        phases=[phase for phase in Phase if phase is not Phase.shrink],  # each try solves for what may be told
    )
    def test_no_number_that_is_kept_back_leaves_a_trace(self, both: tuple[Case, tuple[Result, ...]]) -> None:
        (whole, results, day, _), changed = both

        before, after = seen(whole, results, day), seen(whole, changed, day)

        assert [name for name in before if before[name] != after[name]] == []

    def test_nor_does_it_tell_whether_the_few_reach_the_goal(self) -> None:
        whole, march = bundled("integration-pa-g"), {"first": dt.date(2010, 3, 1), "last": dt.date(2010, 3, 31)}
        few = [
            [
                row("g-g2", 40, 50, **march),
                row("g-g2", 40 - men, 47, sex=Sex.WOMEN, **march),
                row("g-g2", men, 3, sex=Sex.MEN, **march),
            ]
            for men in (2, 3)
        ]
        day = dt.date(2010, 6, 10)

        stand = [account(whole, each, as_of=day).found.of("g-g2").status for each in few]
        before, after = (seen(whole, tuple(each), day) for each in few)

        assert stand == [Status.MISSED, Status.UNKNOWN]
        assert shown(few[0]) == shown(few[1])
        assert [name for name in before if before[name] != after[name]] == []
