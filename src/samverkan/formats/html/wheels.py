"""The years of the meetings as wheels (*årshjul*), each a picture in a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.html.address import wheel_file
from samverkan.formats.html.blocks import Picture
from samverkan.formats.tables.year import Year
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.html.view import View


def wheels(view: View) -> dict[str, str]:
    """Draw each calendar year with a meeting that takes place; the names are those of the files."""
    from samverkan.formats.svg.wheel import dumps

    return {
        wheel_file(year, view.language): dumps(
            view.plan, [view.collaboration], view.wording, year=Year(year), columns=1
        )
        for year in _years(view)
    }


def wheel_pictures(view: View) -> Iterator[Picture]:
    """Show the wheels; whoever does not see them has the same meetings in the list."""
    for year in _years(view):
        told = say(
            "The year {year} as a wheel with {n} meeting",
            "The year {year} as a wheel with {n} meetings",
            n=sum(meeting.date.year == year for meeting in view.plan.taking_place),
            year=str(year),
        )
        caption = view.word("The same meetings stand in the list on this page.")
        yield Picture(wheel_file(year, view.language), view.wording.tell(told), caption)


def _years(view: View) -> list[int]:
    return sorted({meeting.date.year for meeting in view.plan.taking_place})
