"""How a goal stands as of a day (*läge*): the closed words for it, by which rule, what is wanting, what to know."""

from __future__ import annotations

from enum import Enum


class Status(Enum):
    """How a goal stands as of a day (*måluppfyllelse*).

    ``REACHED`` and ``MISSED`` are the only two that stay as they are while no other results come in. What is not
    counted is ``UNKNOWN``; what nobody could have counted yet is ``NOT_YET_OBSERVABLE``.
    """

    REACHED = "reached"
    MISSED = "missed"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    NOT_YET_OBSERVABLE = "not_yet_observable"
    NOT_MEASURABLE = "not_measurable"
    UNKNOWN = "unknown"

    @property
    def final(self) -> bool:
        """Whether time alone cannot change it."""
        return self is Status.REACHED or self is Status.MISSED


class Rule(Enum):
    """By which rule a goal is judged (*regel*); each is our choice, since no source says how a goal is followed up.

    ``EVERY_PERIOD``: every month or year of the grid reaches the number; one that certainly does not misses the goal.
    ``WINDOWS``: rows of different days are added; the whole counts once the rows hold all who can be counted.
    ``AT_DEADLINE``: the count whose days first reach the deadline decides; until then the latest is on track or not.
    ``PACE``: as ``AT_DEADLINE``, but until then so much of the number is wanted as has passed of the time.
    ``ONCE_MADE``: what is made stays made, so the number may be reached at once; until then as ``PACE``.
    """

    EVERY_PERIOD = "every_period"
    WINDOWS = "windows"
    AT_DEADLINE = "at_deadline"
    PACE = "pace"
    ONCE_MADE = "once_made"


class Reason(Enum):
    """What keeps a goal from being decided (*skäl*)."""

    NO_RESULTS = "no_results"
    NOT_COUNTED = "not_counted"  # some days, months or years are over and in no row
    NO_ONE_COUNT = "no_one_count"  # only municipalities are counted, and they are never added up
    NO_TOTAL = "no_total"  # no row of women and men together
    NO_WOMEN = "no_women"
    NO_MEN = "no_men"
    NOBODY = "nobody"  # a share of nobody is unknown
    SOME_OUTCOMES = "some_outcomes"  # only some of the outcomes, or parts, are counted
    OVERLAP_UNKNOWN = "overlap_unknown"  # how many are both, of two counts
    WINDOWS_OPEN = "windows_open"
    NOT_BEGUN = "not_begun"  # the collaboration has not begun
    NOT_OVER = "not_over"  # the month, the year or the collaboration is not over
    COUNT_AGAIN = "count_again"  # last counted before the windows closed, or before the deadline
    NO_PERIOD = "no_period"  # the days of the collaboration are unknown
    EMPTY_GRID = "empty_grid"  # no month or year of the grid lies in the period
    NO_DEADLINE = "no_deadline"  # the deadline is stated, but has no day
    OTHER_GOAL = "other_goal"  # the goal that it is the rest of is not counted, or not settled


class Note(Enum):
    """What a reader must know to read a status right (*att veta*)."""

    DEFAULT_DEADLINE = "default_deadline"
    DEFAULT_OPERATOR = "default_operator"
    POPULATION_IMPLIED = "population_implied"
    STRICT_READING = "strict_reading"  # the total, women and men each
    TOTAL_READING = "total_reading"
    EXCLUDED = "excluded"  # the total must be without those whom the goal excludes
    NO_BASELINE = "no_baseline"
    AMOUNT_UNKNOWN = "amount_unknown"  # inside at one time, or passing in a period: the source does not say
    ALL_PARTS = "all_parts"  # who is counted thinks every part
    ATTRIBUTION = "attribution"  # a count cannot show what it came from
