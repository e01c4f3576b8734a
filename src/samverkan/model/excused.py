"""What looks like a person's and is none, said by the keeper of the file (*undantag*)."""

from __future__ import annotations

from attrs import field, frozen

from samverkan.model.names import Text, as_text, not_blank


@frozen
class Excuse:
    """A stretch of text that the lint takes for a person's, and ``because`` why it may stand (*undantag*).

    ``text`` is the stretch as the lint tells it; how it is spaced and whether in capitals does not matter.
    """

    text: str = field(validator=not_blank)
    because: Text = field(converter=as_text)
