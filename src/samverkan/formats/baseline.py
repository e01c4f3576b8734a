"""An earlier evaluation in SARIF, and what has become of its results since (*jämförelse med en tidigare körning*)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import frozen

from samverkan.formats.intake import refuse
from samverkan.formats.sarif import CONTENT, IDENTITY, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.outcomes import Plain
    from samverkan.formats.sarif import Table

MAX_BASELINE_BYTES = 5_000_000
"""An evaluation of the largest of the five setups takes 4 % of it."""

_LEVELS = {kind: {"error", "warning"} if kind == "fail" else {"none"} for kind in (*KINDS.values(), "review")}
"""The levels that we write for each kind."""


@frozen
class Baseline:
    """The results of an earlier run of one checklist on one collaboration, by what they are about."""

    results: Mapping[str, Mapping[str, Any]]

    def beside(self, run: Table) -> Table:
        """Give a run in which each result says what has become of it, with those that are not there any more."""
        return {**run, "results": list(self._marked(run["results"]))}

    def _marked(self, results: Any) -> Iterator[Plain]:  # noqa: ANN401  # plain data that we wrote ourselves
        now = {_identity(result): result for result in results}
        for name, result in now.items():
            yield {**result, "baselineState": _state(self.results.get(name), result)}
        yield from (_absent(earlier) for name, earlier in self.results.items() if name not in now)


def baseline(raw: bytes, name: str, *, about: str) -> Baseline:
    """Read the results of an earlier run ``about`` a collaboration and a checklist, such as ``tranemo/tranemo``.

    Raises ``UnreadableFileError`` for what is no such file, and where it has nothing about these.
    """
    expected = "a file written by samverkan evaluate --format sarif"
    if len(raw) > MAX_BASELINE_BYTES:
        refuse("too-large", f"{name} is larger than {MAX_BASELINE_BYTES:,} bytes", "a smaller file")
    try:
        log = json.loads(raw)
        results = [result for run in log["runs"] for result in run["results"]]
        ours = [result for result in results if IDENTITY in result.get("fingerprints", {})]
        found = {_identity(result): _checked(result) for result in ours}
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        refuse("no-sarif", f"{name} is no evaluation in SARIF", expected)
    own = {key: result for key, result in found.items() if key.startswith(f"{about}/")}
    if not own:
        refuse("other-baseline", f"{name} has no result about {about}", expected)
    return Baseline({key: result for key, result in own.items() if result.get("baselineState") != "absent"})


def _identity(result: Mapping[str, Any]) -> str:
    return str(result["fingerprints"][IDENTITY])


def _checked(result: Mapping[str, Any]) -> Mapping[str, Any]:
    if result["level"] not in _LEVELS[result["kind"]] or not isinstance(result["message"]["text"], str):
        raise ValueError(IDENTITY)
    return result


def _state(earlier: Mapping[str, Any] | None, now: Mapping[str, Any]) -> str:
    """Compare kinds, contents and acceptance: a line that has moved and another language change nothing."""
    if earlier is None:
        return "new"
    return "unchanged" if _compared(earlier) == _compared(now) else "updated"


def _compared(result: Mapping[str, Any]) -> tuple[object, ...]:
    return result["kind"], result["partialFingerprints"].get(CONTENT), bool(result.get("suppressions"))


def _absent(earlier: Mapping[str, Any]) -> Table:
    kept: dict[str, Plain] = {key: earlier[key] for key in ("kind", "level")}
    kept |= {"message": {"text": earlier["message"]["text"]}, "fingerprints": {IDENTITY: _identity(earlier)}}
    rule = {"ruleId": str(earlier["ruleId"])} if "ruleId" in earlier else {}
    return {**rule, **kept, "suppressions": [], "baselineState": "absent"}
