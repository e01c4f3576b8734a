"""The Swedish sentences (*ordlista*), read once from the po file that translators edit."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeAlias

Key: TypeAlias = "tuple[str | None, str]"
"""Context and English text; the context tells apart words that are equal in English and not in Swedish."""

SWEDISH = Path(__file__).with_name("locale") / "sv.po"
"""The file that translators edit; no compiled form of it is kept, so none can be stale."""


@cache
def swedish() -> dict[Key, tuple[str, ...]]:
    """Give each sentence in Swedish: in one form, or in the forms for one and for several."""
    from babel.messages.pofile import read_po

    with SWEDISH.open("rb") as file:
        catalogue = read_po(file, locale="sv", abort_invalid=True)
    told: dict[Key, tuple[str, ...]] = {}
    for message in catalogue:
        text = message.id if isinstance(message.id, str) else message.id[0]
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if text and not message.fuzzy and forms and all(forms):
            told[message.context, text] = forms
    return told
