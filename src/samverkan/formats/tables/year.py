"""The year that a wheel shows (*år, läsår*): from January, or a school year from August."""

from __future__ import annotations

import datetime as dt
import re
from typing import ClassVar, Self

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.terms import a_year

_YEAR = re.compile(r"\s*(\d{4})(?:\s*[/–-]\s*(\d{4}|\d{2}))?\s*", re.ASCII)


@frozen
class Year:
    """A calendar year (*kalenderår*), or with ``school`` the school year (*läsår*) that begins in it.

    A school year starts in August and ends in June (skolförordningen 2011:185, 3 kap.); here it has July too, so that
    each day lies in one (our choice).
    """

    short_form: ClassVar[str] = "a year such as 2016, or a school year such as 2015/16"

    year: int = field(validator=a_year)
    school: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2016``, ``2015/16`` or ``2015–2016``.

        >>> Year.parse("2015/16").first, str(Year.parse("2015-2016"))
        (datetime.date(2015, 8, 1), '2015/16')
        """
        match = _YEAR.fullmatch(text)
        if match is None or (match[2] and int(match[2]) not in {int(match[1]) + 1, (int(match[1]) + 1) % 100}):
            raise InvalidValueError("bad-year", f"“{text}” is not a year", cls.short_form)
        return cls(int(match[1]), school=match[2] is not None)

    def __str__(self) -> str:
        return f"{self.year}/{(self.year + 1) % 100:02}" if self.school else f"{self.year}"

    @property
    def first(self) -> dt.date:
        """New Year's Day, or the first of August."""
        return dt.date(self.year, 8 if self.school else 1, 1)

    @property
    def last(self) -> dt.date:
        """New Year's Eve, or the last of July."""
        return dt.date(self.year + 1, 7, 31) if self.school else dt.date(self.year, 12, 31)
