from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import hypothesis.strategies as st
from attrs import evolve
from hypothesis import HealthCheck, assume, given, reject, settings

from samverkan.drills.without import losses
from samverkan.errors import InvalidValueError
from samverkan.model.cadence import EveryDays, EveryWeeks, Weekday
from samverkan.model.stretches import InWeek
from samverkan.planning.expand import expand
from samverkan.testing import collaborations
from samverkan.testing import series as any_series
from samverkan.whatif.change import BreakWeek, Change, Every, From, OnWeekday, Without, applied
from samverkan.whatif.variant import TODAY, Variant
from samverkan.whatif.weekdays import on_weekday, weekday_of

if TYPE_CHECKING:
    from samverkan.model.activities import Series
    from samverkan.model.collaboration import Collaboration

WEEKS = st.integers(1, 52).map(lambda week: InWeek(f"2027-W{week:02}"))
MANY = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@st.composite
def changes_of(draw: st.DrawFn, whole: Collaboration) -> Change:
    """Draw a change that can be made in the collaboration."""
    names = [each.id for each in whole.series if each.from_.year > 1 and each.to.year < 9999]
    kinds: list[st.SearchStrategy[Change]] = [WEEKS.map(BreakWeek)]
    if lost := list(losses(whole)):
        kinds.append(st.sampled_from(lost).map(Without))
    if names:
        name = st.sampled_from(names)
        kinds.append(st.builds(OnWeekday, name, st.sampled_from(Weekday)))
        kinds.append(st.builds(Every, name, st.builds(EveryWeeks, st.integers(1, 8)) | st.just(EveryDays(14))))
        kinds.append(st.builds(From, name, st.dates(dt.date(2015, 1, 1), dt.date(2030, 1, 1))))
    return draw(st.one_of(kinds))


def tried(change: Change, whole: Collaboration) -> Collaboration:
    """Change the collaboration, or look for another example where that cannot be."""
    try:
        return applied(change, whole)
    except InvalidValueError:
        reject()


class TestChanges:
    """What is so already changes nothing; changes of different things do not ask which comes first."""

    @MANY
    @given(st.data())
    def test_a_change_made_twice_is_the_change_made_once(self, data: st.DataObject) -> None:
        whole = data.draw(collaborations())
        change = data.draw(changes_of(whole))

        once = tried(change, whole)

        assert applied(change, once) == once

    @MANY
    @given(collaborations())
    def test_no_change_is_no_change(self, whole: Collaboration) -> None:
        assert TODAY.apply(whole) == whole

    @MANY
    @given(st.data())
    def test_changes_of_different_things_come_to_the_same_in_either_order(self, data: st.DataObject) -> None:
        whole = data.draw(collaborations())
        one, other = data.draw(changes_of(whole)), data.draw(changes_of(whole))
        assume(_touched(one) != _touched(other))
        tried(other, tried(one, whole))

        assert Variant([one, other]).apply(whole) == Variant([other, one]).apply(whole)


def _touched(change: Change) -> object:
    match change:
        case OnWeekday(series) | Every(series) | From(series):
            return series
        case _:
            return type(change)


class TestWeekday:
    """On another day of the week a series meets in the same weeks (*samma veckor*)."""

    @given(any_series(), st.sampled_from(Weekday), st.integers(1, 8), st.booleans())
    def test_each_meeting_keeps_its_week(self, series: Series, weekday: Weekday, weeks: int, days: bool) -> None:  # noqa: FBT001  # drawn
        rule = EveryDays(7 * weeks) if days else EveryWeeks(weeks)
        assume(series.from_.year > 2 and series.to.year < 9000 and (series.to - series.from_).days < 4000)
        before = evolve(series, every=rule, changes=())
        after = on_weekday(before, weekday)

        assert _weeks(after) == _weeks(before)
        assert weekday_of(after) is weekday
        assert on_weekday(after, weekday_of(before) or weekday) == before


def _weeks(series: Series) -> list[tuple[int, int]]:
    return [day.isocalendar()[:2] for day in expand(series.every, series.from_, series.to)]
