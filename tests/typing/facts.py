"""Nobody runs this file; mypy reads it and so pins the types that callers see."""

from __future__ import annotations

from typing import assert_type

from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed, Fact, stated


def a_fact_is_computed_with_as_its_value_or_nothing(weeks: Fact[int], name: Fact[str]) -> None:
    assert_type(stated(weeks), int | None)
    assert_type(stated(name), str | None)


def each_state_is_a_fact() -> None:
    stated_plainly: Fact[int] = 14
    unknown: Fact[int] = UNKNOWN
    absent: Fact[int] = Absent(says="inte aktuellt")
    disputed: Fact[int] = Disputed([Claim(14), Claim(21)])
    assert_type([stated(fact) for fact in (stated_plainly, unknown, absent, disputed)], list[int | None])


def a_dispute_gives_the_value_that_decides(dispute: Disputed[str]) -> None:
    assert_type(dispute.decided, str | None)
    assert_type(dispute.claims, tuple[Claim[str], ...])


def a_fact_of_one_type_is_not_a_fact_of_another(weeks: Fact[int]) -> None:
    name: Fact[str] = weeks  # type: ignore[assignment]
    assert name
