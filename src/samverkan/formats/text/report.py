"""Pages for the terminal: a title with the collaboration's name, then lines; and the report of six such pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.text.factors import factor_lines
from samverkan.formats.text.goals import goal_lines
from samverkan.formats.text.meetings import meeting_lines
from samverkan.formats.text.names import with_names
from samverkan.formats.text.questions import question_lines
from samverkan.formats.text.seats import seat_lines
from samverkan.formats.text.table import cut, heading, paragraph
from samverkan.formats.text.ties import tie_lines
from samverkan.formats.wording import mark
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from samverkan.checklist.evaluate import Evaluation
    from samverkan.followup.account import Account
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.schedule import Schedule
    from samverkan.ties import Answers

SCREEN = 24
"""The lines of the smallest terminal that people use."""

TITLES = {
    "seats": mark("Who sits where"),
    "meetings": mark("When they meet"),
    "ties": mark("What ties them together"),
    "factors": mark("Which factors hold, and why"),
    "goals": mark("How it goes with the goals"),
    "questions": mark("What to ask next"),
}


def page(collaboration: Collaboration, title: str, lines: Iterable[str], wording: Wording, width: int) -> str:
    """Write one page about a collaboration."""
    return page_of([collaboration], title, lines, wording, width)


def page_of(
    collaborations: Sequence[Collaboration], title: str, lines: Iterable[str], wording: Wording, width: int
) -> str:
    """Write one page about several collaborations together."""
    names = wording.listed([wording.value(each.name) for each in collaborations])
    named = f"{names}: {title[:1].lower()}{title[1:]}"
    return "".join(f"{line}\n" for line in [*heading(named, width), *lines])


def report_text(  # noqa: PLR0913  # the values that the pages show, and the reader
    collaboration: Collaboration,
    plan: Schedule,
    answers: Answers,
    evaluation: Evaluation,
    wording: Wording,
    *,
    width: int,
    account: Account | None = None,
    height: int | None = SCREEN,
    file: str | None = None,
) -> str:
    """Write six pages of at most ``height`` lines each: seats, meetings, ties, factors, goals, questions.

    Without an ``account`` of results, the page of goals says how many can be followed up. What a page leaves out it
    counts, and names the verb that shows it of the ``file``.
    """
    named = with_names(collaboration, wording)
    # Two lines of the screen are the heading's.
    room = None if height is None else height - 2

    def more(verb: str) -> Callable[[int], list[str]]:
        command = f"samverkan {verb} {_quoted(file) if file else wording.word('FILE')}"
        return lambda n: paragraph(
            wording.tell(say("… {n} more line: {command}", "… {n} more lines: {command}", n=n, command=command)), width
        )

    factors = factor_lines(evaluation, named, width, room=room, more=more("evaluate"))
    pages = (
        ("seats", seat_lines(collaboration, wording, width), "report --full"),
        ("meetings", meeting_lines(plan, wording, width, brief=height is not None), "schedule"),
        ("ties", tie_lines(collaboration, answers, wording, width), "network"),
        ("factors", factors, None),
        ("goals", goal_lines(collaboration, wording, width, account=account), "follow"),
        ("questions", question_lines(evaluation, named, width, brief=height is not None), "evaluate"),
    )
    return "\n".join(
        page(
            collaboration,
            wording.word(TITLES[name]),
            lines if verb is None else cut(lines, room, more(verb)),
            wording,
            width,
        )
        for name, lines, verb in pages
    )


def _quoted(file: str) -> str:
    return f'"{file}"' if " " in file else file
