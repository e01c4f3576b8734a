"""``samverkan capacity``: whether the places suffice, worked out and simulated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from samverkan.capacity.amounts import Rate, Stay, days
from samverkan.capacity.chain import chain_of, simulate_chain
from samverkan.capacity.headroom import Headroom, headroom
from samverkan.capacity.part import Given
from samverkan.capacity.queue import Full
from samverkan.capacity.scenarios import Scenario, Simulation, choices, scenarios
from samverkan.capacity.simulation import RUNS, Occupancy
from samverkan.capacity.trial import Arriving, Staying
from samverkan.checklist.outcome import Outcome
from samverkan.cli.complaints import Misuse
from samverkan.cli.files import read
from samverkan.cli.parameters import argument_file, format_option, option
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.values import Choice
from samverkan.cli.verb import Verb
from samverkan.formats.capacity import headroom_data, occupancy_data, runs_data, scenario_data
from samverkan.formats.capacity_words import TITLE
from samverkan.formats.outcomes import json_text
from samverkan.formats.text.capacity import headroom_lines, part_name
from samverkan.formats.text.occupancy import occupancy_lines, runs_told, scenario_lines
from samverkan.formats.text.report import page
from samverkan.formats.text.table import paragraph
from samverkan.formats.wording import mark
from samverkan.model.facts import stated
from samverkan.model.goals import Amount
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.formats.outcomes import Plain
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration

_STATUS = {Outcome.MET: 0, Outcome.NOT_APPLICABLE: 0, Outcome.NOT_MET: 1, Outcome.UNKNOWN: 3}


def capacity(  # noqa: PLR0913  # one for each option
    terminal: Terminal,
    *,
    file: str,
    unit: str | None,
    places: tuple[str, ...],
    stay: tuple[str, ...],
    arrivals: tuple[str, ...],
    read_as: str | None,
    format: str,  # noqa: A002  # the option's name
    **simulated: Any,  # noqa: ANN401  # how to simulate, if at all
) -> Answer:
    """Tell what the places come to; places that certainly do not suffice are a finding, and silence undetermined."""
    whole = read(file).collaboration
    given = choices(
        places=[_count(each, "--places") for each in places],
        stays=[Stay.parse(each) for each in stay],
        arrivals=[Rate.parse(each) for each in arrivals],
        amount=None if read_as is None else Amount(read_as),
    )
    told = _told(whole, unit, given, _runs(whole, **simulated))
    return _answer(terminal, whole, told, format)


@frozen(kw_only=True)
class _Told:
    """What is told: the whole or one part of it, how it was simulated, the scenarios, or the units of a chain."""

    found: Headroom
    runs: Simulation | None = None
    scenarios: tuple[Scenario, ...] = ()
    chain: Mapping[str, Occupancy] = field(factory=dict)

    @property
    def status(self) -> int:
        """Give the exit status; several scenarios are thoughts, and no finding."""
        return 0 if len(self.scenarios) > 1 else _STATUS[self.found.suffices]

    @property
    def drawn(self) -> Mapping[str, Occupancy]:
        """The simulations that are told by themselves, by the id of what was simulated."""
        if len(self.scenarios) == 1 and self.scenarios[0].occupancy is not None:
            return {self.scenarios[0].part.id: self.scenarios[0].occupancy}
        return self.chain


def _told(whole: Collaboration, unit: str | None, given: Sequence[Given], runs: Simulation | None) -> _Told:
    found = headroom(whole)
    if unit is None and (runs or list(given) != choices()):
        unit = _only(found)
    if unit is None:
        return _Told(found=found)
    alone = evolve(found, parts=(), windows=(), groups=())
    if runs and any(flow.id == unit and any(step.unit for step in flow.steps) for flow in whole.flows):
        return _Told(found=alone, runs=runs, chain=_chained(whole, unit, given, runs))
    every = scenarios(whole, unit, given, simulation=runs)
    return _Told(found=evolve(alone, parts=[every[0].part]), runs=runs, scenarios=every)


def _chained(whole: Collaboration, flow: str, given: Sequence[Given], runs: Simulation) -> dict[str, Occupancy]:
    """Simulate a flow through its units, of which the file says the places and the stays."""
    (one, *others) = given
    if others or one != Given(arrivals=one.arrivals):
        raise Misuse(say("of a flow through several units only one value of --arrivals can be tried"))
    if one.arrivals is None:
        raise Misuse(say("how many come to the first unit of “{flow}” is not stated; add --arrivals", flow=flow))
    chain = chain_of(
        whole,
        flow,
        arrivals=one.arrivals,
        days=runs.days,
        arriving=runs.arriving,
        staying=runs.staying,
        full=runs.full,
    )
    return simulate_chain(chain, runs=runs.runs, seed=runs.seed)


def _count(text: str, name: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 10**6:
        raise Misuse(say("{option} cannot be “{value}”; write a whole number", option=name, value=text))
    return int(text)


def _only(found: Headroom) -> str:
    ids = [part.id for part in found.parts]
    if len(ids) == 1:
        return ids[0]
    if not ids:
        raise Misuse(say("the file states no unit and no flow with a capacity to try this on"))
    raise Misuse(say("say of which unit or flow with --unit: {ids}", ids=tuple(ids)))


def _runs(  # noqa: PLR0913  # one for each option
    whole: Collaboration,
    *,
    simulate: bool,
    over: str | None,
    runs: str | None,
    seed: str | None,
    arriving: str,
    staying: str,
    full: str,
) -> Simulation | None:
    """Gather how to simulate: over the project's period, unless a length is given."""
    if not simulate:
        return None
    period = stated(whole.identity.period)
    length = (period.days if period else None) if over is None else int(days(Stay.parse(over).longest))
    if not length:
        raise Misuse(say("how long the project is is not stated; say for how long to simulate with --over “3 years”"))
    return Simulation(
        days=length,
        runs=RUNS if runs is None else _count(runs, "--runs"),
        seed=1 if seed is None else _count(seed, "--seed"),
        arriving=Arriving(arriving),
        staying=Staying(staying),
        full=Full(full),
    )


def _answer(terminal: Terminal, whole: Collaboration, told: _Told, form: str) -> Answer:
    wording = terminal.wording
    match form:
        case "json":
            return Answer(json_text(_data(told)), told.status, data=True)
        case "svg":
            return Answer(_picture(whole, told, wording), told.status, data=True)
        case _:
            lines = _lines(told, wording, terminal.width)
            return Answer(page(whole, wording.word(TITLE), lines, wording, terminal.width), told.status)


def _data(told: _Told) -> dict[str, Plain]:
    return {
        **headroom_data(told.found),
        "scenarios": [scenario_data(each) for each in told.scenarios],
        "chain": {id_: occupancy_data(each) for id_, each in told.chain.items()},
        "simulation": None if told.runs is None else runs_data(told.runs),
    }


def _picture(whole: Collaboration, told: _Told, wording: Wording) -> str:
    from samverkan.formats.svg.occupancy import dumps

    if len(told.drawn) != 1 or told.runs is None:
        raise Misuse(say("a picture shows one unit that is simulated; add --simulate, and one value of each option"))
    ((id_, occupancy),) = told.drawn.items()
    part = told.found.parts[0] if told.found.parts else None
    name = f"{wording.value(whole.name)}: {id_ if part is None else part_name(part, wording)}"
    period = stated(whole.identity.period)
    return dumps(occupancy, told.runs, wording, name=name, start=period.from_ if period else None)


def _lines(told: _Told, wording: Wording, width: int) -> list[str]:
    if len(told.scenarios) > 1:
        part = told.scenarios[0].part
        lines = [*paragraph(part_name(part, wording), width), "", *scenario_lines(told.scenarios, wording, width)]
    else:
        lines = [] if told.chain else headroom_lines(told.found, wording, width)
    if told.runs is not None:
        lines += [*([""] if lines else []), *paragraph(runs_told(told.runs, wording), width)]
    for id_, occupancy in told.drawn.items():
        lines += ["", *([id_] if told.chain else []), *occupancy_lines(occupancy, wording, width)]
    return lines


def _one_of(name: str, told: str, values: Sequence[str], default: str | None) -> Any:  # noqa: ANN401  # click's option
    return option(name, "|".join(values), told, type=Choice(values), default=default)


COMMAND = Verb(
    capacity,
    argument_file(),
    option("--unit", "ID", mark("the unit or flow that what follows is about")),
    option("--places", "N", mark("try with so many places; may be given again"), multiple=True),
    option(
        "--stay",
        "LENGTH",
        mark("try with this length of stay, “12 months” or “6–12 months”; may be given again"),
        multiple=True,
    ),
    option("--arrivals", "RATE", mark("try with so many coming, “60/year”; may be given again"), multiple=True),
    _one_of("--read-as", mark("what a capacity means whose file does not say it"), ["stock", "flow"], None),
    option("--simulate", None, mark("simulate how full it gets over time"), is_flag=True),
    option("--over", "LENGTH", mark("simulate for so long; without it, the time of the project")),
    option("--runs", "200", mark("how many times to simulate")),
    option("--seed", "1", mark("which chance; the same number gives the same")),
    _one_of("--arriving", mark("how they come"), [each.value for each in Arriving], "random"),
    _one_of("--staying", mark("how stays differ"), [each.value for each in Staying], "alike"),
    _one_of("--full", mark("what becomes of whoever finds no place"), [each.value for each in Full], "queue"),
    format_option(mark("text to read, JSON for programs, or a picture (svg) of a simulation"), "svg"),
    summary=mark("whether the places suffice, and how full it gets"),
    details=[
        mark(
            "A number of places and a number of people a year are compared only by a length of stay: where the source "
            "has none, there is no number, and what to find out is told."
        ),
        mark(
            "Several values of an option are set side by side. A unit is simulated by itself, a flow through its units "
            'if the file states their order (pip install "samverkan[simulate]").'
        ),
        mark(
            "Exit status 0: the places suffice, or none are asked to; 1: they do not; 3: cannot be said; 2: unusable."
        ),
    ],
    examples=[
        "samverkan capacity resurscentrum",
        'samverkan capacity resurscentrum --unit production --arrivals 60/year --stay "6-12 months" --simulate',
    ],
)
