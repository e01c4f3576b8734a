"""Every line that the command takes about a file, derived from its own verbs and options, so that none is left out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import click
from attrs import frozen

from samverkan.cli.door import DOOR, VERBS
from samverkan.cli.values import Choice, Day, HalfYear, OneYear
from samverkan.formats.wording import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.machine.world import World

Filled: TypeAlias = Callable[["World"], str | None]

SHARED = {"--lang", "--help", "--output"}
"""Options that every verb has; each line is run in both languages, printed and written to a file."""

ARGUMENTS: dict[str, Filled] = {
    "file": lambda world: str(world.file),
    "answers": lambda world: str(world.answers),
    "workbook": lambda world: str(world.workbook),
    "name": lambda _: "tranemo",
}
"""What stands for each argument."""

ALWAYS: dict[str, dict[str, Filled]] = {
    "arrange": {"--solver": lambda _: "greedy"},
    "capacity": {"--runs": lambda _: "3"},
    "export": {"--meeting": lambda _: "1"},
    "follow": {"--results": lambda world: world.results},
    "publish": {"--to": lambda world: str(world.fresh("webb"))},
    "new": {
        "--name": lambda _: "Samverkan i Exempel",
        "--municipality": lambda _: "1452 Tranemo",
        "--output": lambda _: "-",
    },
    "rollout": {"--start": lambda world: world.day},
    "whatif": {"--without-each": lambda _: "lead"},
}
"""Options without which a verb would ask, search for long or have nothing to say."""

FITS: dict[tuple[str, str], set[str]] = {
    ("network", "--columns"): {"svg"},
    ("schedule", "--columns"): {"wheel", "timeline"},
    ("evaluate", "--columns"): {"svg"},
    ("evaluate", "--baseline"): {"sarif"},
    ("rollout", "--columns"): {"svg"},
    ("export", "--body"): {"agenda", "notes"},
    ("export", "--meeting"): {"agenda", "notes"},
    ("export", "--table"): {"csv", "csv-excel"},
    ("export", "--results"): {"xlsx"},
}
"""The formats with which an option goes; with others the command would only refuse it."""

ELSEWHERE = {
    "--write": "a rule of the machine takes over what arrange writes",
    "--into": "a rule of the machine takes over what import writes",
    "--model": "needs no file; its text is the file of steps that other lines name",
    "--explain": "needs no file; tests/cli/test_evaluate.py",
    "--force": "overwrites; tests/cli/test_new.py",
    "--jobs": "starts processes; tests/cli/test_whatif.py",
}
"""Options that no line has, each with where it is tried."""

FILLED: dict[str, Filled] = {
    "--arrivals": lambda _: "60/year",
    "--at": lambda _: "9:00,13:00",
    "--attendance": lambda _: "0.8",
    "--baseline": lambda world: str(world.baseline),
    "--body": lambda world: world.one("bodies"),
    "--break-week": lambda _: "8",
    "--cadence": lambda world: world.of_series("14 days"),
    "--checklist": lambda world: world.random.choice(["tranemo", "horizontal"]),
    "--daily": lambda world: world.random.choice(["1", "-"]),
    "--deputies": lambda world: world.one("seats"),
    "--deputy-attendance": lambda _: "0.5",
    "--fix": lambda world: world.one("series"),
    "--gap": lambda world: world.of_series("7-21"),
    "--id": lambda _: "exempel",
    "--item": lambda _: "lokaler",
    "--kolada": lambda world: str(world.kolada),
    "--limit": lambda world: f"{world.one('seats') or 'p-1'}=1",
    "--meeting": lambda _: "1",
    "--minutes": lambda _: "45",
    "--municipality": lambda _: "1452 Tranemo",
    "--name": lambda _: "Samverkan",
    "--organisation": lambda world: world.one("organisations"),
    "--over": lambda _: "1 year",
    "--places": lambda _: "10",
    "--present": lambda world: world.one("seats"),
    "--remote": lambda world: world.one("seats"),
    "--results": lambda world: world.results,
    "--runs": lambda _: "2",
    "--seat": lambda world: world.one("seats"),
    "--seconds": lambda _: "1",
    "--seed": lambda _: "7",
    "--start": lambda world: world.of_series("2016-03-07"),
    "--stay": lambda _: "6-12 months",
    "--steps": lambda world: str(world.steps),
    "--to": lambda world: str(world.fresh("mapp")),
    "--unit": lambda world: world.one("units") or world.one("flows"),
    "--weekday": lambda _: "all",
    "--window": lambda _: "3",
}
"""What stands after each option that takes free words; nothing where the file has no such thing."""

OWN: dict[tuple[str, str], Filled] = {
    ("arrange", "--busy"): lambda world: f"{world.one('holders') or 'p-1'}={world.calendar}",
    ("schedule", "--busy"): lambda world: str(world.calendar),
    ("whatif", "--results"): lambda world: str(world.fresh("svar.jsonl")),
    ("rollout", "--start"): lambda world: world.day,
}
"""The same, where it means something else with one verb."""


@frozen
class Line:
    """A verb with a format, in one language; ``form`` is nothing where the verb has one only."""

    verb: str
    form: str | None
    lang: str

    def words(self, world: World) -> list[str]:
        """Give the words of the line about a world, with options by its chance."""
        given = {name: fill(world) for name, fill in ALWAYS.get(self.verb, {}).items() if self._takes(name)}
        if world.random.random() < 0.5:
            some = [one for one in options(self.verb) if self._takes(one.opts[0])]
            given |= {
                one.opts[0]: filled(self.verb, one, world)
                for one in world.random.sample(some, min(len(some), world.random.randint(1, 3)))
            }
        if any(one.opts[0] == "--as-of" for one in options(self.verb)):
            given["--as-of"] = world.day  # the clock would make two runs differ at midnight
        words = [word for name, value in given.items() if value is not None for word in (name, *_values(name, value))]
        form = [] if self.form is None else ["--format", self.form]
        return [self.verb, *places(self.verb, world), *words, *form, "--lang", self.lang]

    def _takes(self, option: str) -> bool:
        return (self.verb, option) not in FITS or self.form in FITS[self.verb, option]


def _values(name: str, value: str) -> list[str]:
    return [] if value == "" else value.split(maxsplit=1) if name == "--municipality" else [value]


def command(verb: str) -> click.Command:
    found = DOOR.get_command(click.Context(DOOR), verb)
    assert found is not None
    return found


def forms(verb: str) -> tuple[str | None, ...]:
    """Give the formats of a verb, as it names them itself."""
    found = [one.type.words for one in command(verb).params if "--format" in one.opts and isinstance(one.type, Choice)]
    return found[0] if found else (None,)


def lines() -> Iterator[Line]:
    """Give every verb in every format and language."""
    for verb in VERBS:
        for form in forms(verb):
            yield from (Line(verb, form, lang) for lang in LANGUAGES)


@cache
def options(verb: str) -> list[click.Option]:
    """Give the options that a line may have beside its format."""
    left_out = SHARED | {"--format"} | set(ELSEWHERE)
    return [one for one in command(verb).params if isinstance(one, click.Option) and one.opts[0] not in left_out]


def filled(verb: str, option: click.Option, world: World) -> str | None:
    """Give what stands after an option: by its type where that says it, else by its name; a flag stands alone."""
    name = option.opts[0]
    if option.is_flag:
        return ""
    match option.type:
        case _ if (verb, name) in OWN:
            found = OWN[verb, name](world)
        case Choice(words=words):
            found = world.random.choice(words)
        case Day():
            found = world.day
        case HalfYear():
            found = "VT16"
        case OneYear():
            found = world.random.choice(["2016", "2015/16"])
        case _:
            found = FILLED[name](world)
    return found


def places(verb: str, world: World) -> list[str]:
    """Give the arguments of a verb; what takes several files gets the one of the step before, too, where two differ."""
    found = [one for one in command(verb).params if isinstance(one, click.Argument)]
    words = [ARGUMENTS[one.name or ""](world) or "" for one in found]
    return [str(world.before), *words] if verb == "compare" else words
