"""How Sphinx makes the site of these pages; `sphinx-build -W -n -b html docs build/docs` is the whole of it."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent / "_extensions"))

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "samverkan"
project_copyright = "The samverkan authors"  # without a year, which would be the clock's
html_title = "samverkan"
html_theme = "furo"
html_copy_source = False  # the sources are the pages of the repository
html_show_sphinx = False

extensions = ["myst_parser", "sphinx.ext.autodoc", "reachable", "verbs"]
myst_enable_extensions = ["colon_fence"]
exclude_patterns = ["_extensions"]
myst_heading_anchors = 3  # a link to a heading is checked as a link to a page is
highlight_language = "text"  # what a docstring shows without saying what it is

autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints_format = "short"
maximum_signature_line_length = 80  # of a longer one each argument has a line
python_use_unqualified_type_names = True
default_role = "code"

nitpick_ignore_regex = [
    # a type in a signature is linked where it is public and only named where it is not; mypy knows that it exists
    (r"py:class", r".*"),
]


def _page_language(app: Sphinx, page: str, template: str, context: dict[str, object], tree: object) -> None:
    """Tell browsers and screen readers in which language a page is that says so in its head."""
    del page, template, tree
    meta = context.get("meta") or {}
    context["language"] = meta.get("lang", app.config.language) if isinstance(meta, dict) else app.config.language


def _member(*told: object) -> bool | None:
    """Show the words of an enum too, though they have no docstrings; ``told[3]`` is the member."""
    return False if isinstance(told[3], Enum) else None


def setup(app: Sphinx) -> None:
    """Let Sphinx know what these pages need beside its own."""
    app.connect("html-page-context", _page_language)
    app.connect("autodoc-skip-member", _member)
