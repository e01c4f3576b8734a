"""Which of the needed parties is missing, which may be, and which are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.formats.text.measures.telling import Telling
    from samverkan.model.message import Message
    from samverkan.model.names import Text
    from samverkan.ties import Need, Needs


def need_texts(found: Needs, telling: Telling) -> Iterator[str]:
    """Name the missing parties table by table, then those of whom it is not known, then those who are there."""
    if not found.needs:
        yield telling.tell(say("The file does not say who is needed."))
        return
    lines = []
    for present in (False, None, True):
        for body, names in _by_body(each for each in found.needs if each.present is present):
            where = telling.wording.word("the work as a whole")
            if body is not None:
                where = telling.among.body(body)
            lines.append(_told(where, names, present))
    yield from telling.items(lines)
    if not found.complete:
        yield telling.tell(say("(More may be needed than the file lists.)"))


def _by_body(needs: Iterable[Need]) -> Iterable[tuple[str | None, tuple[Text, ...]]]:
    names: dict[str | None, tuple[Text, ...]] = {}
    for each in needs:
        names[each.body] = (*names.get(each.body, ()), each.name)
    return names.items()


def _told(where: str, names: tuple[Text, ...], present: bool | None) -> Message:  # noqa: FBT001  # no option: a fact
    match present:
        case None:
            return say("not known in {where}: {names}", where=where, names=names)
        case False:
            return say("missing in {where}: {names}", where=where, names=names)
        case True:
            return say("present in {where}: {names}", where=where, names=names)
