"""What all organisations say of one criterion (*sammanräkning*), with the exact bounds of what is not known."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.checklist.criterion import Criterion
from samverkan.checklist.interval import Interval, share_of
from samverkan.checklist.voices.voice import Stance, Voice

if TYPE_CHECKING:
    from collections.abc import Iterable


def _voices(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    return tuple(voices)


@frozen
class Tally:
    """The voices on one criterion, one for each organisation that was asked, heard or not."""

    criterion: Criterion
    voices: tuple[Voice, ...] = field(converter=_voices)

    def count(self, stance: Stance) -> int:
        """Count the organisations that take a stance."""
        return sum(voice.stance is stance for voice in self.voices)

    @property
    def divided(self) -> tuple[Voice, ...]:
        """The organisations whose representatives contradict each other."""
        return tuple(voice for voice in self.voices if voice.stance is Stance.DIVIDED)

    @property
    def share(self) -> Interval:
        """The share of organisations that say met, of all that find the criterion applicable.

        It holds the share of every completion: each voice that is open or silent may turn out to say anything.
        """
        return share_of((voice.outcome, Fraction(1)) for voice in self.voices)
