"""A forecast as JSON: when what is decided today ends, and what to renew by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.checklist.forecast import Ending, Forecast
    from samverkan.checklist.renewal import Renewal
    from samverkan.formats.outcomes import Plain
    from samverkan.formats.wording import Wording


def forecast_data(forecast: Forecast, wording: Wording) -> dict[str, Plain]:
    """Give the forecast as plain tables; what has no ending has null there."""
    today = forecast.evaluation
    return {
        "collaboration": today.collaboration,
        "checklist": today.checklist.id,
        "version": today.checklist.version,
        "as_of": str(today.as_of),
        "verdict": str(today.verdict.value),
        "ends": _ending(forecast.verdict),
        "factors": [
            {
                "id": factor.factor.id,
                "outcome": str(factor.outcome.value),
                "ends": _ending(forecast.factors.get(factor.factor.id)),
                "criteria": [
                    {
                        "id": report.criterion.id,
                        "outcome": str(report.outcome.value),
                        "ends": _ending(forecast.criteria.get(report.criterion.id)),
                    }
                    for report in factor.criteria
                ],
            }
            for factor in today.factors
        ],
        "renewals": [_renewal(renewal, wording) for renewal in forecast.renewals],
    }


def _ending(ending: Ending | None) -> Plain:
    return {"date": str(ending.date), "becomes": str(ending.becomes.value)} if ending else None


def _renewal(renewal: Renewal, wording: Wording) -> Plain:
    source = renewal.source
    return {
        "kind": "source" if source else "mandate",
        "last": str(renewal.last),
        "fields": list(renewal.fields),
        "source": source.ref if source else None,
        "role": wording.value(source.role) if source and source.role else None,
        "cited_by": list(renewal.rests),
    }
