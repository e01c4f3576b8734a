"""What the machine holds of an output can fail: each way of being wrong is noticed."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from samverkan.cli import check
from samverkan.cli.terminal import Answer
from tests.machine.every_output import EveryOutput
from tests.machine.lines import Line
from tests.machine.reading import READERS, persons_in
from tests.machine.world import OWNER, PRIVATE, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from click.testing import Result

LINE = Line("check", "json", "sv")


@pytest.fixture
def machine() -> Iterator[EveryOutput]:
    machine = EveryOutput()
    machine.world.put(machine.collaboration, machine.text, ())
    yield machine
    machine.teardown()


@pytest.fixture
def saying(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Answer]], None]:
    def say(answer: Callable[[], Answer]) -> None:
        monkeypatch.setattr(check.COMMAND, "answer", lambda *_, **__: answer())

    return say


def test_a_line_that_is_as_it_should_be_is_taken(machine: EveryOutput) -> None:
    machine.tell(LINE)


def test_a_fault_of_ours_is_raised_as_it_is(machine: EveryOutput, saying: Callable[..., None]) -> None:
    saying(lambda: Answer(str(1 / 0)))

    with pytest.raises(ZeroDivisionError):
        machine.tell(LINE)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        pytest.param(Answer("{}", 4), "4", id="a status that nobody knows"),
        pytest.param(Answer("{}", 2), "check", id="a refusal without a word"),
        pytest.param(Answer("{", data=True), "gives no json", id="no JSON"),
        pytest.param(Answer('{"a": NaN}', data=True), "NaN is no JSON", id="a number that JSON has not"),
        pytest.param(Answer(f'"{PRIVATE}"', data=True), PRIVATE, id="words of a calendar"),
        pytest.param(Answer('"anna@exempel.se"', data=True), "anna@exempel.se", id="a mailbox"),
    ],
)
def test_a_wrong_output_is_noticed(
    machine: EveryOutput, saying: Callable[..., None], answer: Answer, told: str
) -> None:
    saying(lambda: answer)

    with pytest.raises(AssertionError, match=told):
        machine.tell(LINE)


def test_an_output_that_differs_the_second_time_is_noticed(machine: EveryOutput, saying: Callable[..., None]) -> None:
    numbers = count()
    saying(lambda: Answer(f"{next(numbers)}", data=True))

    with pytest.raises(AssertionError, match="check"):
        machine.tell(LINE)


def test_a_site_with_something_of_the_step_before_is_noticed(
    machine: EveryOutput, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.publish()

    def leaving(words: list[str]) -> Result:
        result = run(words)
        (machine.world.folder / "webb" / "gammal.html").write_text("kvar")
        return result

    monkeypatch.setattr("tests.machine.every_output.run", leaving)
    with pytest.raises(AssertionError):
        machine.publish()


def test_the_person_behind_a_calendar_is_found_in_a_packed_file() -> None:
    assert persons_in(f"... {OWNER} ...".encode(), "") == [OWNER, OWNER]
    assert persons_in(f"... {OWNER} ...".encode(), OWNER) == [OWNER]


def test_a_number_of_a_person_is_found_and_ten_digits_of_a_digest_are_none() -> None:
    number = "1411793753"

    assert persons_in(f"se {number}".encode(), "") == [number]
    assert persons_in(f"{'ab' * 27}{number}".encode(), "") == []


@pytest.mark.parametrize("form", [form for form in READERS if form != "dot"])
def test_every_reader_refuses_an_empty_output(form: str | None) -> None:
    with pytest.raises(Exception, match=r"[\s\S]*"):
        READERS[form](b"")
