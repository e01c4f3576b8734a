"""What every page is told from: a collaboration with its plan and its evaluation, in the words of one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from attrs import frozen

from samverkan.checklist.evaluate import Evaluation
from samverkan.formats.html.inline import Inline, Link, Quiet, joined, name, said
from samverkan.formats.text.names import body_name, organisation_name, with_names
from samverkan.formats.wording import Wording
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Absent, Disputed, Unknown
from samverkan.model.names import Text
from samverkan.planning.schedule import Schedule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from samverkan.formats.html.address import Place
    from samverkan.model.facts import Fact


@frozen
class View:
    """One collaboration as the pages of one language see it; the day that counts as today is the evaluation's."""

    collaboration: Collaboration
    plan: Schedule
    evaluation: Evaluation
    wording: Wording

    @classmethod
    def of(cls, collaboration: Collaboration, plan: Schedule, evaluation: Evaluation, language: str) -> Self:
        """Look at a collaboration in a language; organisations and seats are called by their names."""
        return cls(collaboration, plan, evaluation, with_names(collaboration, Wording(language)))

    @property
    def language(self) -> str:
        """The language of the pages."""
        return self.wording.language

    @property
    def as_of(self) -> dt.date | None:
        """The day that counts as today."""
        return self.evaluation.as_of

    def word(self, text: str) -> str:
        """Give a word or sentence of ours."""
        return self.wording.word(text)

    def link(self, place: Place, content: Inline | None = None, anchor: str = "") -> Link:
        """Lead to another page of this site, under its own name where no other is given."""
        address = place.file(self.language) + (f"#{anchor}" if anchor else "")
        return Link(self.word(place.title) if content is None else content, address)

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
