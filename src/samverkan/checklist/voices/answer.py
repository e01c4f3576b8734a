"""One answer of one representative (*svar*): an organisation and a role, never a person."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.names import Text, an_id, personal_numbers
from samverkan.model.values import a_date

if TYPE_CHECKING:
    from attrs import Attribute


class Reply(Enum):
    """What a representative answers to the question of a criterion; not knowing is an answer, silence is none."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    DO_NOT_KNOW = "do_not_know"


def impersonal(_: object, __: object, role: Text | None) -> None:
    """Refuse a role in which a personal identity number stands."""
    for number in personal_numbers(f"{role.sv} {role.en or ''}" if role else ""):
        raise InvalidValueError(
            "personal-number",
            f"a personal identity number of {len(number)} signs stands here; no person is stored",
            "a role or an organisation",
        )


def _about_something(answer: Answer, _: Attribute[Any], reply: Reply | None) -> None:
    if reply is not None and answer.criterion is None:
        raise InvalidValueError("no-criterion", "the answer is to no criterion", "the id of a criterion, such as 6.2")


@frozen(kw_only=True)
class Answer:
    """What one representative of an organisation answers to one criterion (*svar*).

    Without a ``reply`` the representative was asked and has not answered. Without a ``criterion`` too it only says that
    the organisation was asked.
    """

    organisation: str = field(validator=an_id)
    role: Text | None = field(default=None, validator=impersonal)
    criterion: str | None = None
    reply: Reply | None = field(default=None, validator=_about_something)
    date: dt.date | None = field(default=None, validator=a_date)
