"""The lint of a collaboration file for what looks like a person's, in its values and its comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.errors import Fault, Path
from samverkan.formats.places import told_at
from samverkan.formats.privacy.look import Exposure, Kind, exposures, exposures_of_id, mailbox_of_person
from samverkan.model.excused import Excuse
from samverkan.model.names import Text, normalised
from samverkan.model.publishing import Publishing
from samverkan.model.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.followup.result import Result
    from samverkan.formats.places import Places, Point
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.walk import Visit


def lint(
    collaboration: Collaboration, text: str, name: str, *, places: Places, comments: Iterable[tuple[Point, str]]
) -> tuple[Fault, ...]:
    """Give what looks like a person's and is not excused, each with its place, in the order of the text.

    ``places`` are those of the values in ``text``, which ``name`` names; ``comments`` are its comments, with theirs.
    """
    excused = {_bare(excuse.text) for excuse in collaboration.excused}
    values = (
        (places.of(fault), each, fault) for path, each in _in_values(collaboration) for fault in [_fault(each, path)]
    )
    said = ((point, each, _fault(each, ())) for point, comment in comments for each in exposures(comment))
    told = [(point, fault) for point, each, fault in (*values, *said) if _bare(each.text) not in excused]
    return told_at(told, text, name)


def exposed_sources(collaboration: Collaboration, results: Iterable[Result]) -> tuple[Fault, ...]:
    """Give what looks like a person's in the sources of results, and is not excused in the collaboration."""
    excused = {_bare(excuse.text) for excuse in collaboration.excused}
    found = ((index, each) for index, result in enumerate(results) for each in exposures(result.source))
    return tuple(_fault(each, ("results", index, "source")) for index, each in found if _bare(each.text) not in excused)


def _bare(text: str) -> str:
    return re.sub(r"[\s-]+", " ", normalised(text)).casefold()


def _fault(exposure: Exposure, path: Path) -> Fault:
    text = " ".join(exposure.text.split())
    return Fault(
        exposure.kind.value,
        f"here stands “{text}”, which looks like a person’s",
        path,
        f'a role or an organisation; or, if it is no person’s, [[excused]] with text = "{text}" and because = "why"',
    )


def _in_values(collaboration: Collaboration) -> Iterator[tuple[Path, Exposure]]:
    for visit in walk(collaboration):
        if not isinstance(visit.owner, Excuse):
            yield from ((visit.path + within, exposure) for within, exposure in _of(visit))


def _of(visit: Visit) -> Iterator[tuple[Path, Exposure]]:
    match visit.value:
        case Text(sv=sv, en=en):
            swedish = list(exposures(sv))
            yield from ((("sv",), each) for each in swedish)
            yield from ((("en",), each) for each in exposures(en or "") if each not in swedish)
        case str(words) if isinstance(visit.owner, Publishing):
            # The mailbox of a function is what the field is for; one that is named like a person is not.
            if mailbox_of_person(words.removeprefix("mailto:")):
                yield (), Exposure(Kind.MAILBOX, words.removeprefix("mailto:"))
        case str(words):
            yield from (((), each) for each in dict.fromkeys((*exposures(words), *exposures_of_id(words))))
