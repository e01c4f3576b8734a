"""What things are called where several collaborations are told of together: with whose they are, where it matters."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.formats.text.names import body_name, organisation_name
from samverkan.formats.wording import Wording
from samverkan.model.message import say
from samverkan.ties.across import Across
from samverkan.ties.carriers import Carrier, CarrierKind

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration


@frozen
class Among:
    """The names of bodies, organisations and carriers for one reader, of one collaboration or among several."""

    whole: Across
    wording: Wording

    def body(self, id_: str | None) -> str:
        """Call a body by its name, with its collaboration's before it among several; nothing is the public."""
        if id_ is None:
            return self.wording.word("the public")
        owner, _, own = id_.rpartition("/")
        collaboration = self.collaboration(owner)
        name = body_name(collaboration, own, self.wording)
        return f"{self.wording.value(collaboration.name)}: {name}" if owner else name

    def collaboration(self, id_: str) -> Collaboration:
        """Find a collaboration by its id; of one alone it is always that one."""
        return next((each for each in self.whole.collaborations if each.id == id_), self.whole.collaborations[0])

    @cached_property
    def _named(self) -> dict[str, tuple[str, str]]:
        """For each common name the first collaboration that has the organisation, and its id there."""
        named: dict[str, tuple[str, str]] = {}
        for key, name in self.whole.organisations.items():
            named.setdefault(name, key)
        return named

    def organisation(self, id_: str) -> str:
        """Call an organisation by its name."""
        owner, own = self._named[id_]
        return organisation_name(self.collaboration(owner), own, self.wording)

    def carrier(self, carrier: Carrier) -> str:
        """Tell who carries: an organisation by name, a person by the key only, a body by what it does."""
        tell, name = self.wording.tell, carrier.name
        match carrier.kind:
            case CarrierKind.ORGANISATION:
                return self.organisation(name)
            case CarrierKind.HOLDER:
                return tell(say("person {key}", key=name))
            case CarrierKind.LEAD:
                return self.wording.word("the project lead")
            case CarrierKind.REPORT:
                return tell(say("whoever reports from {body}", body=self.body(name)))
            case CarrierKind.BODY:
                return tell(say("{body} itself", body=self.body(name)))
