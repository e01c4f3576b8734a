"""The English words for members of enumerations; the Swedish ones stand in the catalogue, under the class's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import Enum

_ENGLISH = {
    ("HalfYear", "VT"): "spring term",
    ("HalfYear", "HT"): "autumn term",
    ("Operator", ">="): "at least",
    ("Operator", "<="): "at most",
    ("Operator", "="): "exactly",
    ("Operator", ">"): "more than",
    ("Operator", "<"): "less than",
    ("Counted", "either"): "an outcome or a perception",
    ("Hidden", "hidden"): "kept back",
    ("Reading", "strict"): "the total, women and men must each reach the number where a goal is broken down by sex",
    ("Reading", "total"): "the total is enough where a goal is broken down by sex",
    ("Grid", "complete"): "months and years are those of the calendar that lie wholly in the period",
    ("Grid", "touched"): "months and years are those of the calendar with a day in the period",
    ("Grid", "project"): "months and years are counted from the first day of the period",
    ("Rule", "every_period"): "each month or year must reach the number",
    ("Rule", "windows"): "rows of different days are added up, and decide when their windows are over",
    ("Rule", "at_deadline"): "what is counted at the deadline decides",
    ("Rule", "pace"): "what is counted at the deadline decides; until then, as large a part as has passed of the time",
    ("Rule", "once_made"): "what is made stays made; until then, as large a part as has passed of the time",
    ("Reason", "no_results"): "nothing is counted",
    ("Reason", "not_counted"): "some of the days that are over are not counted",
    ("Reason", "no_one_count"): "only municipalities are counted, and they are never added up",
    ("Reason", "no_total"): "women and men together are not counted",
    ("Reason", "no_women"): "women are not counted",
    ("Reason", "no_men"): "men are not counted",
    ("Reason", "nobody"): "a share of nobody is unknown",
    ("Reason", "some_outcomes"): "only some of the outcomes are counted",
    ("Reason", "overlap_unknown"): "how many are in both counts is unknown",
    ("Reason", "windows_open"): "some are still inside their window",
    ("Reason", "not_begun"): "the collaboration has not begun",
    ("Reason", "not_over"): "the time is not over",
    ("Reason", "empty_grid"): "no month or year lies in the period",
    ("Reason", "count_again"): "it must be counted again",
    ("Reason", "no_period"): "the days of the collaboration are unknown",
    ("Reason", "no_deadline"): "the deadline has no day",
    ("Reason", "other_goal"): "the goal that it is the rest of is not counted or not settled",
    ("Note", "default_deadline"): "no deadline is stated, so the end of the period is taken",
    ("Note", "default_operator"): "“at least” or “exactly” is our reading of the number",
    ("Note", "population_implied"): "whom it is about is not stated, only implied",
    ("Note", "strict_reading"): "the total, women and men must each reach the number",
    ("Note", "total_reading"): "the total is enough, whatever women and men reach",
    ("Note", "excluded"): "those whom the goal excludes must not be in the total",
    ("Note", "no_baseline"): "it compares with a before that no source gives in numbers",
    ("Note", "amount_unknown"): "whether it is about those inside at one time or those who pass is not stated",
    ("Note", "all_parts"): "only those who agree with every part count",
    ("Note", "attribution"): "no count can show that the project was the cause",
    ("Apart", "replaced"): "counted again later",
    ("Apart", "part"): "a part of another row, or of a month or year",
    ("Apart", "outside"): "outside the months or years",
    ("Apart", "other_days"): "another row is nearer to the deadline, or newer",
}


def english(member: Enum) -> str:
    """Give the English words for a member: its value with spaces, unless signs or Swedish stand there."""
    return english_of(type(member).__name__, str(member.value))


def english_of(enumeration: str, value: str) -> str:
    """Give the English words for a value of the enumeration of that name."""
    return _ENGLISH.get((enumeration, value), value.replace("-", " ").replace("_", " "))
