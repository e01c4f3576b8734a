"""One of several collaborations that are planned together (*medverkande*), and what its things are called there."""

from __future__ import annotations

from attrs import frozen

from samverkan.model.names import Text


@frozen
class Member:
    """A collaboration among others, whose name stands before the names of everything that is its own.

    >>> tranemo = Member("tranemo", Text("Integration Tranemo"))
    >>> str(tranemo.titled(Text("Möte"))), str(tranemo.own(tranemo.titled(Text("Möte"))))
    ('Integration Tranemo: Möte', 'Möte')
    """

    id: str
    name: Text

    def titled(self, name: Text) -> Text:
        """Give the name that something of this collaboration has among others."""
        english = None if self.name.en is None and name.en is None else f"{self._title('en')}{name.in_language('en')}"
        return Text(f"{self._title('sv')}{name.sv}", english)

    def own(self, name: Text) -> Text:
        """Give the name that something has here without the others: ``titled`` the other way."""
        english = None if name.en is None else name.en.removeprefix(self._title("en"))
        return Text(name.sv.removeprefix(self._title("sv")), english)

    def _title(self, language: str) -> str:
        return f"{self.name.in_language(language)}: "
