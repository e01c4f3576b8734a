"""What the answers of the network have in common: names instead of ids, and long lists cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.formats.text.among import Among
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.formats.wording import Wording
    from samverkan.model.message import Message

FEW = 5
"""Of more names than these the first are told, and the others counted; JSON has them all."""

LINES = 8
"""Of more lines of a list than these the first are told, and the others counted."""


@frozen
class Telling:
    """The names of bodies and organisations, of one collaboration or among several, in the words of one reader."""

    among: Among

    @property
    def wording(self) -> Wording:
        """The words of the reader."""
        return self.among.wording

    @property
    def all_bodies(self) -> tuple[str, ...]:
        """The ids of all bodies, in the order of the files."""
        whole = self.among.whole
        return tuple(whole.own(each, body.id) for each in whole.collaborations for body in each.bodies)

    def tell(self, message: Message) -> str:
        """Tell one sentence."""
        return self.wording.tell(message)

    def bodies(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Call bodies by their names, the first ``FEW`` of them."""
        return self.few([self.among.body(id_) for id_ in ids])

    def organisations(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Call organisations by their names, the first ``FEW`` of them."""
        return self.few([self.among.organisation(id_) for id_ in ids])

    def few(self, names: Sequence[str]) -> tuple[str, ...]:
        """Give the first ``FEW`` names, and how many more there are."""
        over = len(names) - FEW
        # One more is as soon told as counted.
        return tuple(names) if over <= 1 else (*names[:FEW], self.tell(say("{n} more", n=over)))

    def items(self, messages: Sequence[Message]) -> Iterator[str]:
        """Tell a list, the first ``LINES`` of it, then a line that counts the others."""
        yield from (self._item(message) for message in messages[:LINES])
        over = len(messages) - LINES
        if over > 0:
            yield self._item(say("… and {n} more: --format json", n=over))

    def _item(self, message: Message) -> str:
        return f"- {self.tell(message)}"
