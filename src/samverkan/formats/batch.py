"""Many edits of one TOML text, as many of them at a time as leave each other in peace (*ändringar i ett svep*).

What comes of it is what comes of one edit after the other, to the byte. An edit waits for the next round, in which the
text is parsed anew, wherever an earlier one could change the place that it goes to: by its path, or by touching bytes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TypeAlias, assert_never

from attrs import Factory, define, evolve, frozen

from samverkan.errors import InvalidValueError, Path, dotted
from samverkan.formats.splice import Cut, Cutter


@frozen
class Take:
    """A value is taken away, if it is there."""

    path: Path


@frozen
class Put:
    """A value is set; ``over`` a section of its own only where that is said, which is then taken away first."""

    path: Path
    value: object
    over: bool = False


@frozen
class Append:
    """An item is added at the end of a list."""

    path: Path
    value: object


Step: TypeAlias = Take | Put | Append
"""What an edit of a text comes down to."""


@frozen
class _Plan:
    """What a step does to the text as it stands; where that is not the ``whole`` of it, the next round does it again.

    ``root`` is the path around something new, for which a place is found by what else stands under that path.
    """

    path: Path
    cuts: Sequence[Cut]
    root: Path | None = None
    whole: bool = True

    @property
    def leaves_out(self) -> bool:
        """Whether it only takes something away."""
        return bool(self.cuts) and not any(cut.new for cut in self.cuts)


@define
class Round:
    """The steps that one parsed text takes: their cuts, in the order of the text and apart, and what they may move."""

    cutter: Cutter
    busy: bool = False
    _cuts: list[Cut] = Factory(list)
    _changed: set[Path] = Factory(set)  # paths of the steps that were taken or wait
    _renamed: set[Path] = Factory(set)  # lists whose ids may stand for other items
    _above: set[Path] = Factory(set)  # those, and all paths that lead to them
    _above_taken: set[Path] = Factory(set)  # where something was taken away
    _above_waiting: set[Path] = Factory(set)
    _around_waiting: set[Path] = Factory(set)  # under these, what waits looks for its place
    _shortened: dict[Path, int] = Factory(dict)  # lists, with the first number that is not what it was
    _taking_waits: bool = False
    _appended: int = 0

    def take(self, step: Step) -> bool:
        """Take a step, and say whether that is all of it; otherwise it has to wait.

        Raises ``InvalidValueError`` where it cannot be taken in the text as it was parsed.
        """
        plan = self._plan(step)
        if self._is_held_up(plan):
            return False
        if plan.cuts:
            self._note(plan.path)
            for cut in plan.cuts:
                self._join(cut)
            if plan.leaves_out:
                self._above_taken.update(plan.path[:length] for length in range(1, len(plan.path)))
                self._shorten(plan.path)
        return plan.whole

    def is_unsettled(self, path: Path) -> bool:
        """Say whether an id in the list at a path may come to stand for another item."""
        return path in self._renamed or any(path[: length + 1] in self._changed for length in range(len(path)))

    def wait(self, step: Step) -> None:
        """Note that a step is still to come, so that no later one gets before it."""
        self._note(step.path)
        self._above_waiting.update(step.path[:length] for length in range(len(step.path) + 1))
        if isinstance(step, Take):
            self._taking_waits = True
            self._shorten(step.path)
        self._around_waiting.add(step.path if isinstance(step, Append) else self.cutter.outline.root(step.path))

    def text(self) -> str:
        """Give the text with everything in it that was taken."""
        parts, at = [], 0
        for cut in self._cuts:
            parts += [self.cutter.outline.raw[at : cut.start], cut.new]
            at = cut.end
        return b"".join([*parts, self.cutter.outline.raw[at:]]).decode()

    # ---------------------------------------------------------------------------------------------------- one step

    def _plan(self, step: Step) -> _Plan:
        match step:
            case Take(path):
                return _Plan(path, self.cutter.taken_away(path, self._is_gone))
            case Put(path, value):
                return self._put(step, path, value)
            case Append(path, value):
                cut = self.cutter.appended(path, value)
                if cut is None:
                    return self._put(step, path, [value])
                self._appended -= 1
                return _Plan((*path, self._appended), (cut,), root=path)
            case _:
                assert_never(step)

    def _put(self, step: Put | Append, path: Path, value: object) -> _Plan:
        mentioned = self.cutter.outline.under(path)
        is_section = any(mention.is_section for mention in mentioned)
        if is_section and not (isinstance(step, Put) and step.over):
            told = f"{dotted(path)} is a section, not one value"
            raise InvalidValueError("bad-path", told, "a path to one of the keys in it")
        node = None if is_section else self.cutter.there(path)
        if node:
            return _Plan(path, (self.cutter.replaced(node, value),))
        if mentioned and (cuts := self.cutter.taken_away(path, self._is_gone)):
            return _Plan(path, cuts, whole=False)
        return _Plan(path, (self.cutter.inserted(path, value),), root=self.cutter.outline.root(path))

    def _is_held_up(self, plan: _Plan) -> bool:
        path = plan.path
        prefixes = [path[:length] for length in range(1, len(path) + 1)]
        if path in self._above or not self._changed.isdisjoint(prefixes) or self._is_renumbered(path):
            return True
        if not plan.cuts:
            return False
        if plan.root is not None and (
            plan.root in self._above_waiting
            or plan.root in self._above_taken
            or not self._above.isdisjoint(prefixes[len(plan.root) :])
        ):
            return True
        if (plan.root is not None or plan.leaves_out) and not self._around_waiting.isdisjoint([(), *prefixes]):
            return True
        if plan.leaves_out and (self._taking_waits or (isinstance(path[-1], int) and path[:-1] in self._above_waiting)):
            return True
        return any(self._collides(cut) for cut in plan.cuts)

    def _is_renumbered(self, path: Path) -> bool:
        numbered = ((path[:place], step) for place, step in enumerate(path) if isinstance(step, int))
        return any(number >= self._shortened[around] for around, number in numbered if around in self._shortened)

    def _shorten(self, path: Path) -> None:
        """Note that the numbers of a list are other ones from an item on."""
        *around, item = path
        if isinstance(item, int):
            self._shortened[*around,] = min(item, self._shortened.get((*around,), item))

    def _note(self, path: Path) -> None:
        self.busy = True
        self._changed.add(path)
        self._renamed.add(path[:-2] if path[-1] == "id" else path[:-1])
        self._above.update(path[:length] for length in range(1, len(path) + 1))

    # -------------------------------------------------------------------------------------------------------- cuts

    def _touched(self, cut: Cut) -> slice:
        """Give the cuts that a cut touches: those are apart, so that only their ends have to be looked at."""
        first = bisect_left(self._cuts, cut.start, key=_END)
        last = first
        while last < len(self._cuts) and self._cuts[last].start <= cut.end:
            last += 1
        return slice(first, last)

    def _collides(self, cut: Cut) -> bool:
        return any(each.joins is None or each.joins != cut.joins for each in self._cuts[self._touched(cut)])

    def _join(self, cut: Cut) -> None:
        """Add a cut, as one with those that it touches."""
        at = self._touched(cut)
        every = [*self._cuts[at], cut]
        joins = cut.joins if all(each.joins == cut.joins for each in every) else None
        start, end = min(each.start for each in every), max(each.end for each in every)
        self._cuts[at] = [evolve(cut, start=start, end=end, new=b"".join(each.new for each in every), joins=joins)]

    def _is_gone(self, start: int, end: int) -> bool:
        at = bisect_left(self._cuts, end, key=_END)
        return at < len(self._cuts) and self._cuts[at].start <= start and not self._cuts[at].new


_END = attrgetter("end")
