"""A rollout as a Mermaid gantt chart, which GitHub, GitLab and many wikis draw."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from samverkan.formats.rollout_words import Row, rows, signs
from samverkan.formats.text.width import clean
from samverkan.steps.task import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.wording import Wording
    from samverkan.steps.rollout import Rollout

# A colon ends a title, and these begin a comment, a directive, an entity or another statement.
_SIGNS = re.compile(r"[:;#%{}<>\\`\"]")
_DAY = dt.timedelta(days=1)


def dumps(rollout: Rollout, wording: Wording, *, name: str) -> str:
    """Write the steps with days under the ``name``, critical ones marked so; a step of which nobody knows has a “?”.

    Tasks are numbered in their order in time, so that no title begins with a word of the language, and called t1, t2, …
    The day on which a bar ends is the day after the last.
    """
    return "".join(f"{line}\n" for line in _lines(rollout, wording, name))


def _lines(rollout: Rollout, wording: Wording, name: str) -> Iterator[str]:
    yield "gantt"
    yield f"  title {_written(name)}"
    yield "  dateFormat YYYY-MM-DD"
    yield "  axisFormat %Y-%m-%d"
    for number, row in enumerate(rows(rollout.planned), 1):
        when = row.first.dates
        if when is not None:
            words = [*_words(row), f"t{number}", f"{when.earliest_start}", f"{when.earliest_finish + _DAY}"]
            title = _written(f"{row.title(wording)} {signs(row.first, rollout).strip('●✓')}".strip())
            yield f"  {number}. {title} :{', '.join(words)}"


def _words(row: Row) -> list[str]:
    critical = row.first.dates is not None and row.first.dates.critical
    return [*(["crit"] if critical else []), *(["done"] if row.first.progress is Progress.DONE else [])]


def _written(text: str) -> str:
    return _SIGNS.sub(" ", clean(text)).strip() or "–"
