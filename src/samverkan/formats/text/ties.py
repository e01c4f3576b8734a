"""What ties them: whom two bodies share, how many losses part them, and who alone holds the whole together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.text.names import body_name, organisation_names
from samverkan.formats.text.table import paragraph
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.ties import Answers, Connectivity, Parts, Shared, Splitter


def tie_lines(collaboration: Collaboration, answers: Answers, wording: Wording, width: int) -> list[str]:
    """Answer who ties each two bodies, what parts them, whose loss splits the whole, and who has no seat."""
    told = _Told(collaboration, wording)
    lines: list[str] = []
    losses = {each.bodies: each for each in answers.how_many_losses_part_two_bodies}
    for shared in answers.who_ties_two_bodies:
        lines += [*told.pair(shared, losses[shared.bodies]), ""]
    if answers.who_sits_where.seated:
        lines += [*told.splitters(answers), told.parts(answers.is_everything_connected), "", *told.counts(answers)]
    else:
        lines = [_nothing(answers.who_sits_where.seats, wording)]
    return [line for text in lines for line in (paragraph(text, width, then="  ") if text else [""])]


def _nothing(seats: int, wording: Wording) -> str:
    if seats:
        return wording.word("The organisations of the seats are not known, so no ties are.")
    return wording.word("No seats are known, and so no ties by seats.")


class _Told:
    """The sentences about one collaboration in one reader's words."""

    def __init__(self, collaboration: Collaboration, wording: Wording) -> None:
        self.collaboration, self.wording = collaboration, wording

    def _body(self, id_: str) -> str:
        return body_name(self.collaboration, id_, self.wording)

    def _organisations(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(organisation_names(self.collaboration, ids, self.wording))

    def counts(self, answers: Answers) -> list[str]:
        found = answers.who_sits_where
        tell = self.wording.tell
        told = say(
            "{n} organisation has one of the {seats} seats in {bodies}",
            "{n} organisations have one of the {seats} seats in {bodies}",
            n=len(found.seated),
            bodies=tell(say("{n} body", "{n} bodies", n=found.bodies)),
            seats=found.seats,
        )
        lines = [_bounded(tell(told), complete=found.complete, wording=self.wording)]
        if found.unseated:
            names = self._organisations(found.unseated)
            lines.append(tell(say("Without a seat: {names}.", names=names)))
        return lines

    def pair(self, shared: Shared, loss: Connectivity) -> list[str]:
        wording, (one, other) = self.wording, shared.bodies
        told = say("{one} and {other}", one=self._body(one), other=self._body(other))
        names = self._organisations(shared.organisations)
        common = say("in both: {names}", names=names) if names else say("no organisation is in both")
        lines = [f"{wording.tell(told)}:"]
        lines.append(_item(_bounded(wording.tell(common), complete=shared.organisations_complete, wording=wording)))
        people = say("{n} person sits in both", "{n} people sit in both", n=len(shared.holders))
        if not shared.holders:
            people = say("nobody sits in both") if shared.holders_complete else say("whether anybody sits in both")
        unknown = not shared.holders and not shared.holders_complete
        lines.append(_item(wording.tell(people) + (f": {wording.word('not stated')}" if unknown else ".")))
        lines.append(_item(self._reports(shared)))
        lines.append(_item(wording.tell(_loss(loss, self._organisations(loss.cut)))))
        return lines

    def _reports(self, shared: Shared) -> str:
        tell = self.wording.tell
        if shared.reports:
            links = [say("{one} reports to {other}", one=self._body(a), other=self._body(b)) for a, b in shared.reports]
            return f"{self.wording.listed([tell(link) for link in links])}."
        if shared.reports_complete:
            return tell(say("neither reports to the other."))
        return f"{tell(say('which of them reports to the other'))}: {self.wording.word('not stated')}"

    def splitters(self, answers: Answers) -> list[str]:
        found, tell = answers.whose_loss_splits_the_collaboration, self.wording.tell
        split = [splitter for splitter in (*found.organisations, *found.bodies) if splitter.parts]
        lines = [tell(self._split(splitter)) for splitter in split]
        if not split:
            lines = [tell(say("No single organisation or body holds the rest together alone."))]
        if not found.complete:
            lines.append(tell(say("(For the seats that are known: a list of seats is open.)")))
        return lines

    def _split(self, splitter: Splitter) -> Message:
        name = self._body(splitter.id) if self.collaboration.body(splitter.id) else ""
        parts = tuple(" + ".join(map(self._body, part)) for part in splitter.parts)
        return say(
            "Without {name} these fall apart: {parts}.",
            name=name or self._organisations((splitter.id,))[0],
            parts=parts,
        )

    def parts(self, parts: Parts) -> str:
        tell = self.wording.tell
        seated = [part for part in parts.parts if not set(part) <= set(parts.silent)]
        silent = tuple(map(self._body, parts.silent))
        told = say("All bodies with known seats hang together.")
        if len(seated) > 1:
            groups = tuple(" + ".join(map(self._body, part)) for part in seated)
            told = say("The bodies fall into {n} parts: {parts}.", n=len(seated), parts=groups)
        silence = say("How {bodies} are tied to them: no seats are listed, so it is not stated.", bodies=silent)
        return " ".join([tell(told), *([tell(silence)] if silent else [])])


def _item(text: str) -> str:
    return f"- {text}"


def _bounded(text: str, *, complete: bool, wording: Wording) -> str:
    return f"{text}." if complete else f"{text} {wording.word('(at least: a list of seats is open)')}."


def _loss(loss: Connectivity, names: tuple[str, ...]) -> Message:
    if loss.at_least == 0 and loss.complete:
        return say("nothing joins them.")
    if loss.at_least == 0:
        return say("no chain of known seats joins them.")
    if loss.complete:
        return say(
            "{n} organisation must leave before nothing joins them: {names}.",
            "{n} organisations must leave before nothing joins them: {names}.",
            n=loss.at_least,
            names=names,
        )
    return say(
        "at least {n} organisation must leave before nothing joins them: {names}.",
        "at least {n} organisations must leave before nothing joins them: {names}.",
        n=loss.at_least,
        names=names,
    )
