"""The thresholds as we chose them, and what a share may be."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest

from samverkan.checklist.parameters import DEFAULTS, Parameters
from samverkan.errors import InvalidValueError


def test_the_thresholds_are_as_we_chose_them() -> None:
    assert attrs.asdict(DEFAULTS) == {
        "min_lead_share": Fraction(1, 2),
        "max_gap_days": 28,
        "max_lead_weeks": 12,
        "max_cadence_days": 31,
        "min_advisory_seats": 5,
        "min_advisory_sectors": 3,
        "max_municipal_share": Fraction(3, 4),
        "publish_within_days": 14,
        "period_tolerance_days": 14,
        "end_is_deadline": True,
    }


def test_a_share_is_above_nothing_and_may_be_all() -> None:
    assert Parameters(min_lead_share=1).min_lead_share == 1
    for share in (0, Fraction(-1, 2), Fraction(3, 2)):
        with pytest.raises(InvalidValueError, match="is not a share"):
            Parameters(min_lead_share=share)
