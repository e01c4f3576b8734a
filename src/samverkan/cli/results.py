"""The table of results that a verb is given beside a collaboration, and what it comes to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.cli.parameters import option
from samverkan.formats.files import taken
from samverkan.formats.intake import MAX_FILE_BYTES, refuse
from samverkan.formats.wording import mark

if TYPE_CHECKING:
    import datetime as dt

    import click

    from samverkan.followup.account import Account
    from samverkan.formats.results.table import ResultTable
    from samverkan.model.collaboration import Collaboration

_SUFFIXES = frozenset({".csv", ".xlsx"})


def results_option() -> click.Option:
    """Make the option that names the table of results."""
    told = mark("what was counted, as a table (CSV) or a workbook with a sheet Results (xlsx)")
    return option("--results", "PATH", told)


def result_table(whole: Collaboration, name: str) -> ResultTable:
    """Read the results of a collaboration; raises what the readers do, with lines or cells."""
    path = Path(name)
    if path.suffix.lower() == ".xlsx":
        from samverkan.formats.office import results
        from samverkan.formats.office.opened import MAX_WORKBOOK_BYTES

        return results.loads(taken(path, most=MAX_WORKBOOK_BYTES, suffixes=_SUFFIXES), whole, name=name)
    from samverkan.formats.results import csv

    raw = taken(path, most=MAX_FILE_BYTES, suffixes=_SUFFIXES)
    if path.suffix.lower() != ".csv":
        refuse(
            "unknown-suffix", f"{name} is neither CSV nor a workbook by its name", "a name that ends in .csv or .xlsx"
        )
    return csv.loads(raw, whole, name=name)


def account_of(whole: Collaboration, name: str | None, as_of: dt.date) -> Account | None:
    """Follow up the goals by the results of a table, for everybody to see; nothing where no table is given."""
    if name is None:
        return None
    from samverkan.followup.account import account

    table = result_table(whole, name)
    with table.located():
        return account(whole, table.results, as_of=as_of)
