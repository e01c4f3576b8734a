"""Steps that belong together (*stegplan*), and what is wrong with their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.errors import Fault, InvalidStepsError, nearest
from samverkan.model.names import Text, an_id, as_text
from samverkan.steps.precedence import graph_of
from samverkan.steps.step import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_DAYS = 20_000
"""As many working days as 80 years have, within which holidays are known; a plan may not take more."""


def _steps(steps: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(steps)


@frozen(kw_only=True)
class StepPlan:
    """The steps of a rollout in the order of their file (*stegplan*); what comes after what is in the steps.

    It is checked as a whole when it is made: ``InvalidStepsError`` tells every fault of the order at once.
    """

    id: str = field(validator=an_id)
    name: Text = field(converter=as_text)
    steps: tuple[Step, ...] = field(converter=_steps, metadata={"keyed": "id"})

    def __attrs_post_init__(self) -> None:
        faults = [*_doubled(self.steps), *_unknown(self.steps), *_circles(self.steps), *_too_long(self.steps)]
        if faults:
            raise InvalidStepsError(faults)


def _doubled(steps: Iterable[Step]) -> Iterator[Fault]:
    seen: set[str] = set()
    for step in steps:
        if step.id in seen:
            yield Fault("duplicate-id", f"the id “{step.id}” stands twice", ("steps", step.id), "an id of its own")
        seen.add(step.id)


def _unknown(steps: tuple[Step, ...]) -> Iterator[Fault]:
    known = [step.id for step in steps]
    for step in steps:
        for place, name in enumerate(step.after):
            if name not in known:
                near = nearest(name, known)
                few = None if near else "the id of another step"
                yield Fault("unknown-step", f"there is no step “{name}”", ("steps", step.id, "after", place), few, near)


def _circles(steps: tuple[Step, ...]) -> Iterator[Fault]:
    import networkx as nx

    after = {step.id: step.after for step in steps}
    order = graph_of({id_: [name for name in names if name in after] for id_, names in after.items()})
    for together in nx.strongly_connected_components(order):
        first = next(id_ for id_ in after if id_ in together)
        if len(together) == 1 and not order.has_edge(first, first):
            continue
        circle = [one for one, _ in nx.find_cycle(order.subgraph(together), first)]
        told = " → ".join([*circle, circle[0]])
        yield Fault(
            "circular-steps",
            f"these steps wait for each other: “{told}”",
            ("steps", circle[0], "after", after[circle[0]].index(circle[-1])),
            "an order in which one of them comes first",
        )


def _too_long(steps: tuple[Step, ...]) -> Iterator[Fault]:
    total = sum(step.days for step in steps)
    if total > MOST_DAYS:
        few = f"fewer or shorter steps, at most {MOST_DAYS} days"
        yield Fault("too-many-days", f"the steps take {total} working days together", ("steps",), few)
