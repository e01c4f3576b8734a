"""What the public pages need beside the facts (*publicering*): whom to turn to, which statement to link, where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.names import Text

if TYPE_CHECKING:
    from attrs import Attribute

_WEB = re.compile(r"https?://[^\s/?#<>\"'\\]+(?:[/?#][^\s<>\"'\\]*)?")
_FOLDER = re.compile(r"https?://[^\s/?#<>\"'\\]+(?:/[^\s?#<>\"'\\]*)?")
_MAILBOX = re.compile(r"mailto:[^\s@/?#&<>\"'\\]+@[^\s@/?#&<>\"'\\]+")


def on_the_web(address: str) -> bool:
    """Say whether something is the address of a page, and can do nothing else.

    >>> on_the_web("https://www.tranemo.se/"), on_the_web("javascript:alert(1)")
    (True, False)
    """
    return _WEB.fullmatch(address) is not None


def _on_the_web(_: object, attribute: Attribute[Any], address: str | None) -> None:
    if address is not None and not on_the_web(address):
        raise InvalidValueError(
            "bad-address", f"{attribute.name} {address!r} is no address on the web", "an address such as https://www…"
        )


def _to_turn_to(_: object, attribute: Attribute[Any], address: str | None) -> None:
    if address is not None and not on_the_web(address) and not _MAILBOX.fullmatch(address):
        raise InvalidValueError(
            "bad-address",
            f"{attribute.name} {address!r} is neither a page nor a mailbox",
            "an address such as https://www… or mailto:…, of a role or function, never of a person",
        )


def _a_folder(_: object, attribute: Attribute[Any], address: str | None) -> None:
    if address is not None and not _FOLDER.fullmatch(address):
        raise InvalidValueError(
            "bad-address", f"{attribute.name} {address!r} is no folder on the web", "an address such as https://www…/"
        )


@frozen(kw_only=True)
class Publishing:
    """What public pages say of themselves (*publicering*); no page is published without ``accessibility``.

    ``accessibility`` is the address of the statement that lag (2018:1937), 13 §, wants of a public body's pages
    (*tillgänglighetsredogörelse*). ``contact`` names the role or function to turn to, ``contact_link`` its page or the
    mailbox of the function; no person's. ``address`` is where the pages will lie on the web, for whoever subscribes.
    """

    accessibility: str | None = field(default=None, validator=_on_the_web)
    contact: Text | None = None
    contact_link: str | None = field(default=None, validator=_to_turn_to)
    address: str | None = field(default=None, validator=_a_folder)
