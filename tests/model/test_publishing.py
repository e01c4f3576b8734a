from __future__ import annotations

import pytest

from samverkan.errors import InvalidValueError
from samverkan.model.publishing import Publishing, on_the_web

PAGE, FOLDER, MAILBOX = "https://exempel.se/sida?id=1#del", "https://exempel.se/mapp/", "mailto:samordnare@exempel.se"
NEITHER = ["javascript:alert(1)", "exempel.se", "https://", "https://exempel.se/<b>", "https://exempel.se/a b", ""]


@pytest.mark.parametrize("address", [PAGE, FOLDER, "http://exempel.se"])
def test_a_page_has_an_address_on_the_web(address: str) -> None:
    assert on_the_web(address)
    assert Publishing(accessibility=address, contact_link=address).accessibility == address


@pytest.mark.parametrize("address", [MAILBOX, *NEITHER])
def test_what_is_no_page_holds_no_statement(address: str) -> None:
    assert not on_the_web(address)
    with pytest.raises(InvalidValueError, match=r"accessibility .* is no address on the web; expected an") as told:
        Publishing(accessibility=address)
    assert told.value.code == "bad-address"


def test_one_may_turn_to_a_mailbox_of_a_function() -> None:
    assert Publishing(contact_link=MAILBOX).contact_link == MAILBOX


@pytest.mark.parametrize("address", ["mailto:", "mailto:exempel.se", f"{MAILBOX}?cc=x", *NEITHER])
def test_but_to_nothing_else_than_a_page_or_a_mailbox(address: str) -> None:
    with pytest.raises(InvalidValueError, match=r"contact_link .* is neither a page nor a mailbox; expected") as told:
        Publishing(contact_link=address)
    assert told.value.code == "bad-address"


@pytest.mark.parametrize("address", [FOLDER, "https://exempel.se"])
def test_the_pages_lie_in_a_folder_on_the_web(address: str) -> None:
    assert Publishing(address=address).address == address


@pytest.mark.parametrize("address", [PAGE, f"{FOLDER}#del", MAILBOX, *NEITHER])
def test_but_not_on_another_page(address: str) -> None:
    with pytest.raises(InvalidValueError, match=r"address .* is no folder on the web; expected an address") as told:
        Publishing(address=address)
    assert told.value.code == "bad-address"
