"""Tells the facts of a collaboration in one language, in whichever state they are (*återgivning*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.formats.html.inline import Inline, Quiet, joined, name, said
from samverkan.formats.text.names import body_name, organisation_name
from samverkan.formats.wording import Wording
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Absent, Disputed, Unknown
from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.facts import Fact


@frozen
class Teller:
    """One collaboration in the words of one language, for pages and for documents."""

    collaboration: Collaboration
    wording: Wording

    @property
    def language(self) -> str:
        """The language of the reader."""
        return self.wording.language

    def word(self, text: str) -> str:
        """Give a word or sentence of ours."""
        return self.wording.word(text)

    def fact(self, fact: Fact[Text]) -> Inline:
        """Give the words of a fact, in whichever state it is."""
        match fact:
            case Text():
                return said(fact, self.wording)
            case Unknown():
                return Quiet(self.wording.fact(fact))
            case Absent() | Disputed():
                return self.wording.fact(fact)  # type: ignore[arg-type]  # a dispute about text is one about values

    def body(self, id_: str) -> Inline:
        """Name a body."""
        body = self.collaboration.body(id_)
        return said(body.name, self.wording) if body else body_name(self.collaboration, id_, self.wording)

    def organisation(self, id_: str) -> Inline:
        """Name an organisation, or say that no source names it."""
        found = self.collaboration.organisation(id_)
        if found is not None and isinstance(found.name, Text):
            return said(found.name, self.wording)
        return organisation_name(self.collaboration, id_, self.wording)

    def organisations(self, ids: Iterable[str]) -> Inline:
        """Name some organisations, or say that none is stated."""
        named = [self.organisation(id_) for id_ in ids]
        return joined(named) if named else self.silent

    def texts(self, texts: Iterable[Text]) -> Inline:
        """Give some words of the file in a row, or say that there are none."""
        told = [said(text, self.wording) for text in texts]
        return joined(told, "; ") if told else self.silent

    @property
    def silent(self) -> Quiet:
        """What stands where no source says anything."""
        return Quiet(self.word("not stated"))

    def towns(self) -> Inline:
        """Name the municipalities, or say that none is stated."""
        names = [name(each.name, self.wording) for each in self.collaboration.municipalities]
        return joined(names) if names else self.silent
