"""How the goals stand (*måluppfyllelse*) on the page: a word with a sign, and the figures that may be told."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.followup.followup import GoalFollowUp
from samverkan.followup.shown import Hidden
from samverkan.followup.status import Status
from samverkan.followup.telling import Telling, deciding
from samverkan.formats.html.blocks import Card, Facts, Listing, More, Paragraph, Table
from samverkan.formats.html.factors import sign
from samverkan.formats.html.inline import Quiet, day, joined, name
from samverkan.formats.html.view import View
from samverkan.formats.text import followup_words as words
from samverkan.formats.text.followup import goal_items, in_short, newer, read_so
from samverkan.formats.wording import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.followup.account import Account
    from samverkan.followup.figure import Figure
    from samverkan.followup.followup import Line, PeriodLine
    from samverkan.formats.html.blocks import Block
    from samverkan.formats.html.inline import Inline

KEPT_BACK = mark(
    "Numbers about fewer than five persons are kept back, and those from which they could be worked out. That "
    "something is kept back says nothing of how a goal stands."
)


def opening(view: View, account: Account) -> Iterator[Block]:
    """Say how many goals stand how as of the day, what is kept back, and by which readings of ours."""
    yield Paragraph(in_short(account.found, account.telling, view.wording))
    told = [newer(account.found, view.wording), view.word(KEPT_BACK), read_so(account.found, view.wording)]
    lines = [line for each in account.found.goals for line in each.lines]
    if any(figure.total is not None for line in lines for figure in deciding(line)):
        told.append(view.word(words.SURENESS))
    yield Paragraph(" ".join(each for each in told if each), "note")


def standing(view: View, account: Account, each: GoalFollowUp, stated: Iterable[tuple[Inline, ...]]) -> list[Block]:
    """Tell how a goal stands, what it states, how each municipality stands, and by which rule it is judged."""
    said = _Said(view, account.telling, each)
    blocks: list[Block] = [Facts([*said.facts(each.whole), *stated]), *said.periods(each.whole, None)]
    for line in each.lines[1:]:
        place = words.place_name(view.collaboration, str(line.municipality))
        blocks.append(Card(name(place, view.wording), [Facts(said.facts(line)), *said.periods(line, place)]))
    return [*blocks, More(view.word("How this is judged"), [Listing(goal_items(each, view.wording))])]


@frozen
class _Said:
    """One goal in the words of a page."""

    view: View
    telling: Telling
    each: GoalFollowUp

    def facts(self, line: Line) -> Iterator[tuple[Inline, ...]]:
        """Tell the status, the figures, where they come from, and when time alone can change it."""
        word, status = self.view.word, self.telling.status(self.each.goal, line)
        yield word("Status"), self._status(line, status)
        if line.periods:
            yield word("Months or years"), self._counts(line)
        if line.figures:
            yield word("Figures"), *(self._dated(line, figure) for figure in line.figures)
        beside = [figure for figure in line.beside if self.telling.tells(self.each.goal, line, figure)]
        if beside:
            yield word("Beside it"), *(self._dated(line, figure) for figure in beside)
        sources = dict.fromkeys(source for figure in (*deciding(line), *beside) for source in figure.sources)
        if sources:
            yield word("Source"), "; ".join(sources)
        if line.changes and not isinstance(status, Hidden):
            yield word("Can change by itself"), day(line.changes, self.view.wording)

    def _status(self, line: Line, status: Status | Hidden) -> Inline:
        stands = sign(self.view, status)
        if isinstance(status, Hidden) or line.periods or not line.reasons:
            return stands
        why = "; ".join(self.view.wording.label(reason) for reason in line.reasons)
        return joined([stands, Quiet(f"({why})")], " ")

    def _counts(self, line: Line) -> str:
        stands = Counter(self.telling.period_status(self.each.goal, line, period) for period in line.periods)
        every = (*Status, Hidden.HIDDEN)
        return ", ".join(f"{self.view.wording.label(each)} {stands[each]}" for each in every if each in stands)

    def _dated(self, line: Line, figure: Figure) -> Inline:
        days = words.upper(words.days(figure.first, figure.last, self.view.wording))
        return joined([f"{days}:", self._figure(line, figure), Quiet(self._counted(figure))], " ")

    def _figure(self, line: Line, figure: Figure) -> Inline:
        """Tell a figure with how it stands to what is needed, or only that it is kept back."""
        wording, whom = self.view.wording, words.of_whom(figure, self.view.wording)
        if not self.telling.tells(self.each.goal, line, figure):
            return joined([whom, sign(self.view, Hidden.HIDDEN)] if whom else [sign(self.view, Hidden.HIDDEN)], " ")
        parts: list[Inline] = [" ".join(filter(None, (whom, words.counted(figure, wording))))]
        if figure.outcome is not None:
            parts.append(sign(self.view, figure.outcome))
            beside = [words.needed(self.each.goal, figure, wording)]
            beside += [words.sureness(figure, wording)] if figure.sex is None else []
            parts.append(Quiet(f"({'; '.join(filter(None, beside))})"))
        return joined(parts, " ")

    def _counted(self, figure: Figure) -> str:
        return f"– {self.view.word('counted')} {self.view.wording.day(figure.collected)}"

    def periods(self, line: Line, place: str | None) -> Iterator[Block]:
        """Tell every month or year in a table, those of which nothing is counted together where they stand alike."""
        if line.periods:
            word = self.view.word
            heads = [word("When"), word("Status"), word("Figures")]
            told = word("Every month or year")
            title = told if place is None else f"{told}, {place}"
            rows = [row for _, alike in groupby(line.periods, key=_kind) for row in self._rows(line, list(alike))]
            yield More(title, [Table(title, heads, rows, titled=True)])

    def _rows(self, line: Line, alike: list[PeriodLine]) -> Iterator[list[Inline]]:
        wording = self.view.wording
        if not alike[0].figures:
            why = "; ".join(wording.label(reason) for reason in alike[0].reasons)
            span = words.days(alike[0].first, alike[-1].last, wording)
            yield [words.upper(span), sign(self.view, alike[0].status), Quiet(why) if why else ""]
            return
        for period in alike:
            figures = [self._figure(line, figure) for figure in period.figures]
            counted = max(figure.collected for figure in period.figures)
            told = joined([joined(figures, "; "), Quiet(f"– {self.view.word('counted')} {wording.day(counted)}")], " ")
            status = self.telling.period_status(self.each.goal, line, period)
            yield [words.upper(words.days(period.first, period.last, wording)), sign(self.view, status), told]


def _kind(period: PeriodLine) -> object:
    """Give what months without figures are told together by."""
    return (False, period.status, period.reasons) if not period.figures else (True, None, None)
