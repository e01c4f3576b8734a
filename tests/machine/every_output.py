"""The stateful machine through files: each edit is written, loaded again, and told in every way that there is."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

import attrs
import pytest
from attrs import evolve
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule
from openpyxl import load_workbook

from samverkan.errors import SamverkanError
from samverkan.formats import toml
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.edit import append, edit
from samverkan.formats.files import load
from samverkan.model.activities import OnHoliday
from samverkan.testing import collaborations, results
from samverkan.testing.editing import LISTS, EditingMachine, places, sampled, with_value
from samverkan.testing.strategies.generic import strategies_of
from tests.machine.lines import Line, lines
from tests.machine.reading import READERS, persons_in
from tests.machine.world import World, run

if TYPE_CHECKING:
    from click.testing import Result
    from hypothesis.strategies import DataObject

    from samverkan.followup.result import Result as Counted
    from samverkan.model.collaboration import Collaboration

TALLY: Final[Counter[str]] = Counter()
"""How much was done in this process: examples, steps, outputs, and lines by exit status."""

UNTIL = "SAMVERKAN_NIGHT_UNTIL"
"""The variable that says when no further step is told, in seconds since 1970."""

SCREEN = "https://exempel.se/tillganglighet"


class EveryOutput(EditingMachine):
    """Edits by value and by file; after each step every line of the command is run twice on what then stands there.

    ``most_lines`` are run after a step, by the chance of the file's own text; without it all.
    """

    most_lines: ClassVar[int | None] = None
    failed: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(prefix="samverkan-")
        self.world = World(Path(self._folder.name))
        self.text, self.counted, self._told = toml.dumps(self.collaboration), (), ""
        self.counted: tuple[Counted, ...]

    @property
    def is_over(self) -> bool:
        """Whether the time of the night is over; a failure is made small all the same."""
        return not self.failed and float(os.environ.get(UNTIL, "inf")) < time.time()

    def teardown(self) -> None:
        """Leave nothing on the disk, and remember a failure."""
        self._folder.cleanup()
        if isinstance(sys.exc_info()[1], Exception):
            EveryOutput.failed = True

    @initialize(name=st.none() | st.sampled_from(bundled_names()), whole=collaborations())
    def start(self, name: str | None, whole: Collaboration) -> None:
        """Begin with any collaboration, or with one that comes along."""
        if self.is_over:
            pytest.skip("the time of the night is over")
        TALLY["examples"] += 1
        self.edited(allowing(bundled(name) if name else whole))

    @precondition(lambda self: self.collaboration.goals)
    @rule(data=st.data())
    def count_results(self, data: DataObject) -> None:
        """Count something for a goal; it stays in the table, also when the goals change."""
        goal = data.draw(st.sampled_from(self.collaboration.goals))
        towns = [town.code for town in self.collaboration.municipalities]
        self.counted = (*self.counted[-5:], data.draw(results(goal=goal, municipalities=towns)))

    @rule(data=st.data())
    def edit_the_file(self, data: DataObject) -> None:
        """Set one value in the text; that gives what setting it in the value gives."""
        place = data.draw(sampled(each for each in places(self.collaboration) if each.path))
        name = place.attribute.alias or place.attribute.name
        value = data.draw(strategies_of(type(place.owner))[name])
        after = with_value(self.collaboration, place, value)
        if after is None:
            return
        self._take_text(edit(self.text, str_path(place), now(after, place)), after)

    @rule(data=st.data(), name=st.sampled_from(sorted(LISTS)))
    def append_to_the_file(self, data: DataObject, name: str) -> None:
        """Add an item that stands in the file already to the end of its list, under an id of its own, and no other."""
        items = getattr(self.collaboration, name)
        keyed = next(each for each in attrs.fields(type(self.collaboration)) if each.name == name).metadata.get("keyed")
        if not items or keyed or len(items) >= self.most_items:
            return
        item = data.draw(st.sampled_from(items))
        fresh = evolve(item, id=f"{item.id}-till") if hasattr(item, "id") else item
        try:
            after = evolve(self.collaboration, **{name: (*items, fresh)})
        except SamverkanError:
            return
        self._take_text(append(self.text, (name,), fresh), after)

    @precondition(lambda self: self.collaboration.series)
    @rule()
    def arrange_the_file(self) -> None:
        """Take over what ``arrange --write`` makes of the file."""
        file = self.world.folder / "flyttas.toml"
        file.write_text(self.text, encoding="utf-8", newline="")
        words = ["arrange", str(file), "--solver", "greedy", "--seconds", "1", "--as-of", "2016-01-01", "--write"]
        if self._status(words) != 2:
            self._take_file(file)

    @rule(data=st.data())
    def import_a_workbook(self, data: DataObject) -> None:
        """Take over a workbook in which a cell has become what another of its column is, or empty."""
        file, book = self.world.folder / "bok.toml", self.world.folder / "redigerad.xlsx"
        file.write_text(self.text, encoding="utf-8", newline="")
        if self._status(["export", str(file), "--as-of", "2016-04-10", "--output", str(book)]) == 2:
            return
        opened = load_workbook(io.BytesIO(book.read_bytes()))
        sheet = data.draw(st.sampled_from(opened.sheetnames))
        columns = [each for each in opened[sheet].columns if len(each) > 4]
        if columns:
            column = data.draw(st.sampled_from(columns))
            cell = data.draw(st.sampled_from(column[4:]))
            if cell.__class__.__name__ == "Cell":  # and not one that is merged with its neighbour
                cell.value = data.draw(st.sampled_from([None, *(each.value for each in column[4:])]))
        opened.save(book)
        if self._status(["import", str(book), "--into", str(file)]) != 2:
            self._take_file(file)

    @invariant()
    def every_output_can_be_made(self) -> None:
        """Write the file, load it again, and run the lines on it."""
        if toml.loads(self.text) != self.collaboration:
            self.text = toml.dumps(self.collaboration)
        state = f"{self.text}{self.counted}"
        if state == self._told or self.is_over:
            return
        self._told = state
        TALLY["steps"] += 1
        self.world.put(self.collaboration, self.text, self.counted)
        assert load(self.world.file) == self.collaboration
        known = list(lines())
        most = self.most_lines
        for line in known if most is None else self.world.random.sample(known, most):
            self.tell(line)
        self.publish()

    def tell(self, line: Line) -> None:
        """Run a line twice, and hold what every output has to hold."""
        words = line.words(self.world)
        printed = checked(words)
        TALLY["outputs"] += 1
        TALLY[f"status {printed.exit_code}"] += 1
        self._same_again(words, printed)
        if printed.exit_code == 2 or _into_folder(words):
            return
        form = "csv" if "--template" in words and line.form == "text" else line.form
        try:
            READERS[form](printed.stdout_bytes)
        except Exception as error:
            raise AssertionError(f"{words} gives no {form}: {error}") from error
        if line.verb not in {"new", "examples"}:
            self._impersonal(words, printed.stdout_bytes)

    def _same_again(self, words: list[str], printed: Result) -> None:
        """Hold that the same line once more gives the same, into a file where it takes one."""
        file = self.world.fresh("svar")
        into_file = "--output" not in words and not _into_folder(words)
        again = checked([*_moved(words, self.world), *(["--output", str(file)] if into_file else [])])
        TALLY["outputs"] += 1
        assert again.exit_code == printed.exit_code, words
        if file.exists():
            assert file.read_bytes() == printed.stdout_bytes, words
        elif into_file:  # of a refusal there is nothing to put there
            assert printed.exit_code == 2, words

    def _impersonal(self, words: list[str], raw: bytes) -> None:
        source = self.world.file.read_text(encoding="utf-8") + self.world.before.read_text(encoding="utf-8")
        assert not persons_in(raw, source), (words, persons_in(raw, source))

    def publish(self) -> None:
        """Hold that a folder in which the step before was published holds what a new one does, and nothing else."""
        publishing = self.collaboration.publishing
        public = evolve(
            self.collaboration, publishing=evolve(publishing, accessibility=publishing.accessibility or SCREEN)
        )
        file = self.world.folder / "offentlig.toml"
        file.write_text(toml.dumps(public), encoding="utf-8", newline="")
        old, new = self.world.folder / "webb", self.world.fresh("webb")
        given = ["publish", str(file), "--as-of", self.world.day, "--to"]
        replaced, fresh = checked([*given, str(old)]), checked([*given, str(new)])
        TALLY["outputs"] += 2
        TALLY[f"published {fresh.exit_code}"] += 1
        assert replaced.exit_code == fresh.exit_code
        if fresh.exit_code == 0:
            assert tree(old) == tree(new)
            for raw in tree(new).values():
                self._impersonal(given, raw)

    def _status(self, words: list[str]) -> int:
        TALLY["outputs"] += 1
        return checked(words).exit_code

    def _take_text(self, text: str, after: Collaboration) -> None:
        read = toml.loads(text)
        assert read == after
        if self.edited(read):
            self.text = text

    def _take_file(self, file: Path) -> None:
        text = file.read_bytes().decode()
        if self.edited(toml.loads(text)):
            self.text = text


def allowing(whole: Collaboration) -> Collaboration:
    """Let no series forbid the days off, since the machine moves meetings onto them."""
    series = (evolve(one, on_holiday=OnHoliday.SKIP) for one in whole.series)
    return evolve(whole, series=tuple(series))


def str_path(place: Any) -> tuple[str | int, ...]:  # noqa: ANN401  # a place of the model
    return (*place.path, place.attribute.name.rstrip("_"))


def now(whole: Collaboration, place: Any) -> object:  # noqa: ANN401  # as above
    """Give the value that a field has, after its references were led to what there is."""
    found = next(each for each in places(whole) if (each.path, each.attribute) == (place.path, place.attribute))
    return getattr(found.owner, found.attribute.name)


def checked(words: list[str]) -> Result:
    """Run a line; a refusal is told in lines of its own where errors are read, and nothing is printed."""
    result = run(words)
    assert result.exit_code in {0, 1, 2, 3}, (words, result.exit_code, result.stderr)
    assert "Traceback" not in result.output, words
    if result.exit_code == 2:
        told = result.stderr.splitlines()
        assert told, (words, result.stderr)
        assert all(each.strip() for each in told), (words, result.stderr)
        assert result.stdout == "", (words, result.stdout)
    else:
        assert result.stderr == "", (words, result.stderr)
    return result


def _into_folder(words: list[str]) -> bool:
    return words[0] in {"export", "publish"} and "--to" in words  # of a schedule it is a day


def _moved(words: list[str], world: World) -> list[str]:
    """Name fresh places for what a line writes, since a second run would find what the first wrote."""
    names = {"whatif": {"--results": "igen.jsonl"}, "export": {"--to": "igen"}, "publish": {"--to": "igen"}}
    mine = names.get(words[0], {})
    pairs = zip(["", *words], words, strict=False)
    return [str(world.fresh(mine[before])) if before in mine else word for before, word in pairs]


def tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}
