"""Where things lie in the site (*adresser*): names of files and folders that are safe everywhere, and relative."""

from __future__ import annotations

import hashlib
from typing import Final

from attrs import frozen

from samverkan.formats.wording import LANGUAGES, mark

STYLE: Final = "style.css"
"""The one style sheet, in the folder of the site."""

_TAKEN: Final = {
    *LANGUAGES,
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)),
}
_LONGEST: Final = 60


@frozen
class Place:
    """A page of the site: what it is called in the menu, and its file in each language."""

    title: str
    sv: str
    en: str

    def file(self, language: str) -> str:
        """Give the name of the file in the folder of the language."""
        return f"{self.sv if language == 'sv' else self.en}.html"


ABOUT: Final = Place(mark("About the collaboration"), "index", "index")
BODIES: Final = Place(mark("Who sits where"), "organ", "bodies")
MEETINGS: Final = Place(mark("When we meet"), "moten", "meetings")
SUBSCRIBE: Final = Place(mark("Meetings in your calendar"), "prenumerera", "subscribe")
ACTIVITIES: Final = Place(mark("What we do"), "verksamhet", "activities")
FACTORS: Final = Place(mark("Success factors"), "framgangsfaktorer", "factors")
GOALS: Final = Place(mark("Goals and results"), "mal", "goals")
NOTES: Final = Place(mark("Notes of meetings"), "anteckningar", "notes")
NEXT: Final = Place(mark("What happens next"), "vad-hander-nu", "next")
CONTACT: Final = Place(mark("Contact"), "kontakt", "contact")

PLACES: Final = (ABOUT, BODIES, MEETINGS, SUBSCRIBE, ACTIVITIES, FACTORS, GOALS, NOTES, NEXT, CONTACT)
"""The pages in the order of the menu."""


def folder(id_: str) -> str:
    """Give the name of a folder or file for an id: never a language's, never one that some system cannot have.

    >>> folder("tranemo"), folder("en"), len(folder("a" * 10_000))
    ('tranemo', 'en-', 60)
    """
    if len(id_) > _LONGEST:
        return f"{id_[: _LONGEST - 9]}-{hashlib.sha256(id_.encode()).hexdigest()[:8]}"
    # No id ends with a hyphen, so this is nobody else's.
    return f"{id_}-" if id_ in _TAKEN else id_


def wheel_file(year: int, language: str) -> str:
    """Give the name of the picture of a year, in the folder of the language."""
    return f"{'arshjul' if language == 'sv' else 'year-wheel'}-{year}.svg"


def feed_file(body: str | None, language: str) -> str:
    """Give the name of the feed of all meetings, or of one body's, in the folder of the language."""
    stem = (MEETINGS.sv if language == "sv" else MEETINGS.en) + ("" if body is None else f"-{folder(body)}")
    return f"{stem}.ics"
