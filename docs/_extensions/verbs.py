"""A directive that shows the help of each verb as the installed command prints it, so that no page can lag behind."""

from __future__ import annotations

import contextlib
import io
import os
from typing import TYPE_CHECKING
from unittest.mock import patch

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def helped(*arguments: str) -> str:
    """Give what `samverkan` prints for these arguments on a terminal of 80 columns."""
    from samverkan.cli.door import DOOR

    terminal = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    plain = patch.dict(os.environ, COLUMNS="80", NO_COLOR="1")
    with plain, contextlib.redirect_stdout(terminal):
        try:
            DOOR.main([*arguments, "--help"], "samverkan")
        except SystemExit as left:
            if left.code:
                msg = f"no help for {' '.join(arguments)}: exit status {left.code}"
                raise ValueError(msg) from left
    terminal.seek(0)
    return terminal.read()


class Verbs(SphinxDirective):
    """The help of `samverkan` and then of each verb, a section each, in the language that is named."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Make the sections."""
        from samverkan.cli.door import VERBS

        self.env.note_reread()  # what is shown hangs on our code, and Sphinx sees only whether the page has changed
        return [self._section(), *(self._section(verb) for verb in VERBS)]

    def _section(self, *verb: str) -> nodes.section:
        language, name = self.arguments[0], " ".join(["samverkan", *verb])
        shown = nodes.literal_block(text=helped(*verb, "--lang", language), language="text")
        return nodes.section("", nodes.title(text=name), shown, ids=["-".join([*name.split(), language])])


def setup(app: Sphinx) -> dict[str, bool]:
    """Offer the directive."""
    app.add_directive("verbs", Verbs)
    return {"parallel_read_safe": True}
