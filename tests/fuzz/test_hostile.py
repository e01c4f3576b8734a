"""Reading costs no more than in proportion to what is read: counted in calls, since seconds tell of the machine."""

from __future__ import annotations

from contextlib import suppress
from cProfile import Profile
from typing import TYPE_CHECKING

import pytest

from samverkan.checklist.registry import checklist_named
from samverkan.errors import InvalidValueError, SamverkanError
from samverkan.formats import answers, json, toml, whatif
from samverkan.formats.privacy.look import exposures
from samverkan.model import names
from samverkan.planning import clashes, draft
from samverkan.planning.schedule import schedule
from samverkan.whatif.variant import TODAY

from .scripts import script

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = 'format = 1\nid = "a"\nname = "A"\n'
BODY = '[organisations.o]\nname = "O"\nsector = "business"\n[bodies.b]\nname = "B"\nkind = "network"\n'
MARKS = "\N{COMBINING COMMA ABOVE RIGHT}\N{COMBINING GRAVE ACCENT}"
SMALL = toml.loads(script("readers").SMALL)
MOST_CALLS = 5_000_000
"""A call takes some tenths of a microsecond, so that this many take less than two seconds where we measured."""


def many(one: str, number: int, *, head: str = HEAD) -> str:
    return head + "".join(one.replace("N", str(place)).replace("M", str(place + 1)) for place in range(number))


def planned(text: str) -> object:
    return schedule(toml.loads(text))


def answered(text: str) -> object:
    return answers.loads(text, SMALL, checklist_named("tranemo"))


def looked_at(text: str) -> object:
    return list(exposures(text))


def calls(read: Callable[[str], object], text: str) -> int:
    """Count the calls of functions, Python's own among them, that it takes to read a text or to refuse it."""
    count = Profile()
    count.enable()
    try:
        with suppress(SamverkanError):
            read(text)
    finally:
        count.disable()
    return sum(entry.callcount for entry in count.getstats())


HOSTILE = {
    "organisations": (toml.loads, lambda n: many("[organisations.oN]\n", n), 6_000),
    "parts of organisations that are not there": (
        toml.loads,
        lambda n: many('[organisations.organisation-N]\nname = "N"\nsector = "business"\npart_of = "o-N"\n', n),
        4_000,
    ),
    "organisations in one long chain": (
        toml.loads,
        lambda n: many('[organisations.oN]\nname = "N"\nsector = "business"\npart_of = "oM"\n', n),
        4_000,
    ),
    "unknown keys": (toml.loads, lambda n: many("organistion-N = 1\n", n), 24_000),
    "unknown keys in unknown tables": (toml.loads, lambda n: many("[organisations.oN]\nnmae = 1\n", n), 8_000),
    "unknown words": (toml.loads, lambda n: many('[organisations.oN]\nname = "N"\nsector = "busines"\n', n), 4_000),
    "times that are none": (toml.loads, lambda n: many('[[events]]\nname = "N"\nwhen = "19 janury"\n', n), 4_000),
    "one id many times": (toml.loads, lambda n: many('[[events]]\nname = "E"\nwhen = 2016-01-18\n', n), 4_000),
    "terms that overlap": (
        toml.loads,
        lambda n: many('[[terms]]\nterm = "VT-2016"\nfrom = 2016-01-01\nto = 2016-05-31\n', n),
        3_000,
    ),
    "marks in the wrong order": (toml.loads, lambda n: f'{HEAD}dialogue = "{MARKS * n}"\n', 200_000),
    "brackets that close nothing": (toml.loads, lambda n: HEAD + "]" * n, 900_000),
    "statements that are none": (toml.loads, lambda n: HEAD + "= \n" * n, 300_000),
    "curved quotes": (toml.loads, lambda n: many("nameN = ”x”\n", n), 20_000),
    "a key many times": (json.loads, lambda n: '{"format": 1,' + '"a": 1,' * n + '"b": 2}', 24_000),
    "words that are no JSON": (json.loads, lambda n: '{"a": ' + "1 x " * n + "}", 200_000),
    "answers of nobody": (answered, lambda n: "organisation,kriterium,svar\n" + "komunen,1.11,uppfylt\n" * n, 40_000),
    "empty lines": (answered, lambda n: "organisation,kriterium,svar\n" + "\n" * n, 900_000),
    "series of three hundred years": (
        planned,
        lambda n: many(
            '[[series]]\nid = "sN"\nbody = "b"\nevery = "1 days"\nfrom = 1900-01-01\nto = 2200-12-31\n',
            n,
            head=HEAD + BODY,
        ),
        2_000,
    ),
    "series that are long together": (
        planned,
        lambda n: many(
            '[[series]]\nid = "sN"\nbody = "b"\nevery = "1 days"\nfrom = 2000-01-01\nto = 2027-01-01\n',
            n,
            head=HEAD + BODY,
        ),
        2_000,
    ),
    "meetings on one day": (
        planned,
        lambda n: many(
            '[[series]]\nid = "sN"\nbody = "b"\nevery = "1 days"\nfrom = 2016-01-01\nto = 2016-01-01\n',
            n,
            head=HEAD + BODY,
        ),
        2_000,
    ),
    "names of nobody": (looked_at, lambda n: "Aa " * n, 150_000),
    "results of others": (
        lambda text: whatif.read(text, [TODAY], under="d"),
        lambda n: '{"case": "e"}\n' * n,
        700_000,
    ),
}


@pytest.mark.parametrize(("read", "text", "most"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_costs_few_calls_at_its_greatest(
    read: Callable[[str], object], text: Callable[[int], str], most: int
) -> None:
    # Half of it is read, since twice as much costs no more than twice: the next test.
    assert 2 * calls(read, text(most // 2)) < MOST_CALLS


@pytest.mark.parametrize(("read", "text", "most"), HOSTILE.values(), ids=HOSTILE)
def test_twice_as_much_of_it_costs_no_more_than_twice_as_many_calls(
    read: Callable[[str], object], text: Callable[[int], str], most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = min(most, 200)
    # Every two of one day are compared until there are too many clashes, and that shall be below the smaller file.
    monkeypatch.setattr(clashes, "MAX_CLASHES", 10_000)
    monkeypatch.setattr(draft, "MAX_ALL_MEETINGS", 5_000)
    calls(read, text(9))  # what is loaded and kept at the first reading is not counted
    assert calls(read, text(2 * once)) < 2.3 * calls(read, text(once)) + 2_000


def test_marks_are_put_in_order_only_where_they_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    ordered: list[str] = []
    normalize = names.unicodedata.normalize

    def noted(form: str, text: str) -> str:
        ordered.append(text)
        return normalize(form, text)

    monkeypatch.setattr(names.unicodedata, "normalize", noted)
    assert names.normalised("a" + MARKS * 100) == "a" + MARKS * 100
    assert names.slug("Å" + MARKS * 100) == "a"
    with pytest.raises(InvalidValueError, match="has more than 30 marks on it"):
        names.Text("a" + MARKS * 100)
    assert max(map(len, ordered)) == 1


@pytest.mark.parametrize("sign", ["1", "a", "A", "a.", "A-", "a@", " "])
def test_a_long_run_of_letters_is_looked_at_once_for_what_is_a_persons(sign: str) -> None:
    # No call tells how far a pattern goes back, so this would take hours if it went back for each letter.
    assert looked_at(sign * 400_000) in ([], looked_at(sign * 60))
