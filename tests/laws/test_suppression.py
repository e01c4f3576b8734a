from __future__ import annotations

import datetime as dt
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from samverkan.followup.result import Counted, Result, Sex
from samverkan.followup.shown import Shown, shown
from samverkan.followup.suppression import suppressed
from samverkan.followup.table import Sum, Table
from samverkan.followup.world import Worlds

highspy = pytest.importorskip("highspy", reason="the extra arrange is not installed")

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from samverkan.followup.table import Key

    Line: TypeAlias = tuple[Collection[Key], Collection[Key]]  # two collections of unknowns that come to the same
    Drawn: TypeAlias = tuple[list[Result], list[Mapping[Key, str]]]

WANTED = frozenset(range(1, 6))


class Judge:
    """What HiGHS finds possible, from equations and known numbers, with whole unknowns from 0."""

    def __init__(self, equations: Iterable[Line], known: Mapping[Key, int]) -> None:
        self.highs = highspy.Highs()
        self.highs.setOptionValue("output_flag", False)  # noqa: FBT003  # as HiGHS has it
        self.unknowns: dict[Key, highspy.highs.highs_var] = {}
        for one, other in equations:
            self.highs.addConstr(self._sum(one) == self._sum(other))
        for key, number in known.items():
            self.highs.addConstr(self._sum([key]) == number)

    def _sum(self, keys: Collection[Key]) -> highspy.highs.highs_linear_expression:
        for key in keys:
            if key not in self.unknowns:
                self.unknowns[key] = self.highs.addIntegral(lb=0)
        return self.highs.qsum([self.unknowns[key] for key in keys])

    def allows(self, key: Key, number: int) -> bool:
        column = self.unknowns[key].index
        self.highs.changeColBounds(column, number, number)
        self.highs.solve()
        status = self.highs.getModelStatus()
        self.highs.changeColBounds(column, 0, highspy.kHighsInf)
        assert status in {highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible}, status
        return bool(status == highspy.HighsModelStatus.kOptimal)


def judge(table: Table, hidden: Collection[Key]) -> Judge:
    known = {key: table.cells[key] for key in table.told if key not in hidden}
    return Judge([([each.total], each.parts) for each in table.sums], known)


FEW = st.integers(0, 6)
COUNTS = st.one_of(FEW, st.integers(0, 40))


@st.composite
def blocks(draw: st.DrawFn, *sides: st.SearchStrategy[int], inside: st.SearchStrategy[int] = COUNTS) -> Table:
    """Tables of as many dimensions as sides, each with all its margins; ``"all"`` stands for a sum."""
    shape = [range(draw(side)) for side in sides]
    inner = {place: draw(inside) for place in product(*shape)}
    cells, sums = {}, []
    for place in product(*([*side, "all"] for side in shape)):
        held = [i for i in inner if all(at in {"all", i[axis]} for axis, at in enumerate(place))]
        cells[place] = sum(inner[i] for i in held)
        for axis, at in enumerate(place):
            if at == "all":
                parts = [(*place[:axis], i, *place[axis + 1 :]) for i in shape[axis]]
                sums.append(Sum(place, parts))
    return Table(cells=cells, sums=sums)


@st.composite
def trees(draw: st.DrawFn) -> Table:
    """Draw a year of quarters of months, beside a year of halves; some of it is not told."""
    months = [draw(COUNTS) for _ in range(12)]
    cells = {f"month-{n}": count for n, count in enumerate(months)}
    sums = []
    for name, size in (("quarter", 3), ("half", 6), ("year", 12)):
        for n in range(12 // size):
            cells[f"{name}-{n}"] = sum(months[n * size : (n + 1) * size])
            sums.append(Sum(f"{name}-{n}", [f"month-{each}" for each in range(n * size, (n + 1) * size)]))
    sums += [Sum("year-0", ["half-0", "half-1"]), Sum("year-0", [f"quarter-{n}" for n in range(4)])]
    told = [key for key in cells if draw(st.integers(0, 3))]
    return Table(cells=cells, sums=sums, told=told)


def squares() -> st.SearchStrategy[Table]:
    return blocks(st.integers(1, 4), st.integers(1, 4))


def cubes() -> st.SearchStrategy[Table]:
    return blocks(st.just(2), st.integers(2, 3), st.integers(2, 3))


def tables() -> st.SearchStrategy[Table]:
    return st.one_of(squares(), cubes(), trees())


class TestSuppression:
    """No suppressed cell can be derived from what is published."""

    @given(tables())
    def test_to_who_knows_all_sums_a_small_count_may_be_any_from_1_to_5(self, table: Table) -> None:
        hidden = suppressed(table)

        public = judge(table, hidden)
        assert table.guarded & table.told <= hidden <= table.told
        for key in table.guarded & public.unknowns.keys():
            assert {number for number in WANTED if public.allows(key, number)} == WANTED

    @given(blocks(st.just(2), st.just(2), inside=FEW))
    def test_counting_out_all_tables_finds_any_from_1_to_5_too(self, table: Table) -> None:
        hidden = suppressed(table)

        inner = [(0, 0), (0, 1), (1, 0), (1, 1)]
        most = [max(table.cells[key], 5) + 5 if key in hidden else table.cells[key] for key in inner]
        least = [0 if key in hidden else table.cells[key] for key in inner]
        possible: dict[Key, set[int]] = {key: set() for key in table.guarded}
        for numbers in product(*(range(low, high + 1) for low, high in zip(least, most, strict=True))):
            other = dict(zip(inner, numbers, strict=True))
            for each in sorted(table.sums, key=lambda each: "all" in each.parts[0]):  # type: ignore[operator]
                other[each.total] = sum(other[part] for part in each.parts)
            if all(other[key] == table.cells[key] for key in table.cells.keys() - hidden):
                for key in table.guarded:
                    possible[key].add(other[key])
        assert all(numbers >= WANTED for numbers in possible.values())

    @given(squares(), st.data())
    def test_with_two_margins_a_count_is_found_exactly_when_there_is_one(
        self, table: Table, data: st.DataObject
    ) -> None:
        hidden = {key for key in table.cells if data.draw(st.booleans())}
        public, worlds = judge(table, hidden), Worlds(table, hidden)

        for key in hidden:
            for number in (0, 1, 5, 9):
                found = worlds.one(key, number)
                assert (found is not None) == public.allows(key, number)

    @given(tables(), st.data())
    def test_a_world_agrees_with_all_that_is_told(self, table: Table, data: st.DataObject) -> None:
        hidden = {key for key in table.cells if data.draw(st.booleans())}
        worlds = Worlds(table, hidden)

        for key in hidden:
            found = worlds.one(key, 5)
            if found is not None:
                assert found[key] == 5
                assert min(found.values()) >= 0
                assert all(found[each] == table.cells[each] for each in table.cells.keys() - hidden)
                assert all(found[each.total] == sum(found[part] for part in each.parts) for each in table.sums)


# Sums that cross each other, which no table of margins has: solving them gives halves and doubles.
TANGLED = [
    ({"a": 2, "b": 0, "c": 8, "d": 1}, "ab acd bc bd", "a ab acd b bd c", "ab3 ab5 ab7 ab9 acd8"),
    ({"a": 3, "b": 5, "c": 0, "d": 0}, "abd acd ad bc", "a abd acd ad b bc c d", "acd4 acd6 acd8"),
    ({"a": 1, "b": 3, "c": 1, "d": 3}, "abc abd cd", "abc abd b c cd d", ""),
    ({"a": 3, "b": 1, "c": 5, "d": 1}, "ab abcd abd", "a ab abcd b c d", ""),
    (
        {"a": 0, "b": 0, "c": 0, "d": 3, "e": 0, "f": 0},
        "abcf abe acde ad cdef def",
        "a abcf abe acde b c cdef d def e f",
        "",
    ),
    (
        {"a": 3, "b": 1, "c": 2, "d": 5, "e": 2, "f": 3, "g": 0},
        "ab abce abdfg ad aeg bg",
        "a ab ad aeg b bg d e g",
        "ad3 ad5 ad7 aeg6 bg2 bg4 bg6",
    ),
    (
        {"a": 5, "b": 5, "c": 1, "d": 2, "e": 0, "f": 3, "g": 1},
        "acdef acdf ag bcefg bcf bd bdef",
        "a acdf ag b bcefg bcf bd c e g",
        "bcf8",
    ),
]


@pytest.mark.parametrize(("inner", "sums", "hidden", "missed"), TANGLED)
def test_where_sums_cross_what_is_found_is_possible_and_little_is_missed(
    inner: dict[str, int], sums: str, hidden: str, missed: str
) -> None:
    cells = inner | {each: sum(inner[part] for part in each) for each in sums.split()}
    table = Table(cells=cells, sums=[Sum(each, list(each)) for each in sums.split()])
    worlds, public = Worlds(table, {*hidden.split()}), judge(table, hidden.split())

    lost = []
    for key, count in product(hidden.split(), range(10)):
        found = worlds.one(key, count)
        if found is not None:
            assert found[key] == count
            assert min(found.values()) >= 0
            assert all(found[each] == cells[each] for each in cells.keys() - {*hidden.split()})
            assert all(found[each] == sum(found[part] for part in each) for each in sums.split())
        elif public.allows(key, count):
            lost.append(f"{key}{count}")
    assert lost == missed.split()


class TestEconomy:
    """No more is kept back than that needs."""

    @given(tables())
    def test_nothing_is_hidden_where_nothing_is_small(self, table: Table) -> None:
        assert suppressed(evolve(table, guarded=())) == set()

    @given(squares())
    def test_none_of_those_added_can_be_told_again(self, table: Table) -> None:
        hidden = suppressed(table)

        for key in hidden - table.guarded:
            public = judge(table, hidden - {key})
            assert not all(public.allows(each, number) for each in table.guarded for number in WANTED)

    @given(tables())
    def test_what_is_left_needs_nothing_more(self, table: Table) -> None:
        hidden = suppressed(table)

        assert suppressed(table) == hidden
        assert suppressed(evolve(table, told=table.told - hidden)) == set()


def result(count: int, total: int, pending: int, *, sex: Sex | None = None, month: int | None = None) -> Result:
    return Result(
        goal="g",
        first=dt.date(2020, month or 1, 1),
        last=dt.date(2020, month or 4, 28),
        collected=dt.date(2021, 1, 31),
        count=count,
        total=total,
        pending=pending,
        sex=sex,
        source="generated",
    )


MONTHS = (1, 2, 3)
KINDS = ("count", "pending", "rest")


@st.composite
def broken_down(draw: st.DrawFn) -> Drawn:
    """Results of four months, by month and by sex or municipality, in half of them some left out; with their people.

    The people are counted as the judge thinks of them: each in one cell of the finest table.
    """
    axis, told, untold = draw(st.sampled_from([("sex", [*Sex], []), ("municipality", ["a", "b"], ["c"])]))
    number = {each: draw(st.one_of(st.just(0), COUNTS)) for each in product((*MONTHS, 4), [*told, *untold], KINDS)}
    gaps, results, held = draw(st.booleans()), [], []
    for month, part in product((None, *MONTHS), (None, *told)):
        if not gaps or draw(st.integers(0, 4)):
            inside = {each: each[2] for each in number if month in {None, each[0]} and part in {None, each[1]}}
            sizes = {kind: sum(number[each] for each in inside if each[2] == kind) for kind in KINDS}
            whole = result(sizes["count"], sum(sizes.values()), sizes["pending"], month=month)
            results.append(evolve(whole, **{axis: part}))
            held.append(inside)
    return results, held


@st.composite
def mixed(draw: st.DrawFn) -> Drawn:
    """Outcomes, perceptions and either of the two, of women, men and all, in half of them some left out."""
    people = product(Sex, (Counted.OUTCOME, Counted.PERCEPTION, "both", "none"))
    number = {each: draw(st.one_of(st.just(0), COUNTS)) for each in people}
    gaps, results, held = draw(st.booleans()), [], []
    for sex, counted in product((None, *Sex), Counted):
        if not gaps or draw(st.integers(0, 4)):
            counting = {counted, "both", *(Counted if counted is Counted.EITHER else ())}
            inside = {each: "count" if each[1] in counting else "rest" for each in number if sex in {None, each[0]}}
            count = sum(number[each] for each, kind in inside.items() if kind == "count")
            total = sum(number[each] for each in inside)
            results.append(evolve(result(count, total, 0, sex=sex), counted=counted, pending=None))
            held.append(inside)
    return results, held


def public(held: list[Mapping[Key, str]], told: Iterable[Shown]) -> Judge:
    """Give what people know who are told the numbers, and think of each person as in one cell of the finest table."""
    equations: list[Line] = []
    known: dict[Key, int] = {}
    for place, (inside, each) in enumerate(zip(held, told, strict=True)):
        equations.append(([(place, "total")], [(place, kind) for kind in KINDS]))
        for kind in KINDS:
            people = [person for person, its in inside.items() if its == kind]
            equations.append(([(place, kind)], people))
        for name in ("count", "pending", "total"):
            number = getattr(each, name)
            if isinstance(number, int):
                known[place, name] = number
    return Judge(equations, known)


class TestResults:
    """No suppressed cell can be derived from what is published, whatever the results are broken down by."""

    @given(st.one_of(broken_down(), mixed()))
    def test_no_small_number_of_a_result_is_known(self, drawn: Drawn) -> None:
        results, held = drawn

        judge = public(held, shown(results))

        for place, each in enumerate(results):
            for name, number in numbers(each).items():
                if 0 < number < 5:
                    allowed = {each for each in WANTED if judge.allows((place, name), each)}
                    assert allowed == WANTED, (place, name, allowed)

    @given(broken_down())
    def test_nor_is_what_is_left_when_all_but_one_month_is_taken_from_the_year(self, drawn: Drawn) -> None:
        results, held = drawn

        judge = public(held, shown(results))

        for whole, kind in product(results, KINDS):
            months = [each for each in results if each.sex is whole.sex and each.last.month == each.first.month]
            left = numbers(whole)[kind] - sum(numbers(each)[kind] for each in months)
            if whole.last.month == 4 and len(months) == 3 and whole.sex and 0 < left < 5:
                assert {each for each in WANTED if judge.allows((4, whole.sex, kind), each)} == WANTED

    @given(mixed())
    def test_nor_how_many_both_reach_an_outcome_and_perceive_one(self, drawn: Drawn) -> None:
        results, held = drawn

        judge = public(held, shown(results))

        for sex in Sex:
            three = {each.counted: each.count for each in results if each.sex is sex}
            if len(three) == 3:
                both = three[Counted.OUTCOME] + three[Counted.PERCEPTION] - three[Counted.EITHER]
                if 0 < both < 5:
                    assert {each for each in WANTED if judge.allows((sex, "both"), each)} == WANTED


def numbers(each: Result) -> dict[str, int]:
    total, pending = each.total or 0, each.pending or 0
    return {"count": each.count, "pending": pending, "rest": total - each.count - pending, "total": total}
