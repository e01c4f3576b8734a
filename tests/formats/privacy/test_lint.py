"""The lint of a whole file: where it looks, what it tells, and what excuses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

import samverkan
from samverkan import Collaboration
from samverkan.formats.bundled import bundled_names, bundled_text
from samverkan.formats.privacy.lint import lint
from samverkan.formats.toml_tree import toml_comments, toml_places
from samverkan.model.excused import Excuse
from samverkan.model.names import Text
from samverkan.testing import collaborations

if TYPE_CHECKING:
    from samverkan.errors import Fault

FILE = """\
format = 1
id = "a"
name = "Samverkan A"    # frågor: Anna Berg

[organisations.kommun]
name = "Kommunen, 070-174 06 05"

[publishing]
contact_link = "mailto:integration@kommunen.example"

[[purposes]]
text = { sv = "Att nå fler", en = "Ask Anna  Berg" }
"""
EXCUSED = '\n[[excused]]\ntext = "anna berg"\nbecause = "en båt"\n'


def linted(text: str) -> tuple[Fault, ...]:
    return lint(samverkan.loads(text), text, "a.toml", places=toml_places(text), comments=toml_comments(text))


def test_each_is_told_with_its_place_in_values_and_comments_in_the_order_of_the_text() -> None:
    told = [(fault.code, fault.location and str(fault.location)) for fault in linted(FILE)]

    assert told == [
        ("person-name", "a.toml:3:25"),
        ("telephone", "a.toml:6:8"),
        ("person-name", "a.toml:12:35"),
    ]


def test_it_says_how_to_excuse_it() -> None:
    assert linted(FILE)[2].expected == (
        'a role or an organisation; or, if it is no person’s, [[excused]] with text = "Anna Berg" and because = "why"'
    )


def test_what_is_excused_is_not_told_however_it_is_spaced_or_written() -> None:
    assert [fault.code for fault in linted(FILE + EXCUSED)] == ["telephone"]


def test_an_excuse_needs_a_reason() -> None:
    with pytest.raises(samverkan.InvalidCollaborationError):
        samverkan.loads(FILE + EXCUSED.replace('because = "en båt"', ""))


def test_the_mailbox_that_is_named_like_a_person_is_told() -> None:
    told = linted(FILE.replace("integration@", "anna.berg@"))

    assert [fault.code for fault in told] == ["person-name", "telephone", "e-mail", "person-name"]


@pytest.mark.parametrize("name", bundled_names())
def test_nothing_in_the_five_setups_looks_like_a_person_s(name: str) -> None:
    text = bundled_text(name)

    assert lint(samverkan.bundled(name), text, name, places=toml_places(text), comments=toml_comments(text)) == ()


@given(collaborations())
def test_what_is_put_into_any_collaboration_is_found_and_an_excuse_takes_just_that_away(whole: Collaboration) -> None:
    before = linted(samverkan.dumps(whole))
    exposed = evolve(whole, name=Text(f"{whole.name.sv}, 070-174 06 05"))
    excused = evolve(exposed, excused=(*exposed.excused, Excuse("070-174 06 05", Text("växeln"))))

    assert "telephone" in {fault.code for fault in linted(samverkan.dumps(exposed))}
    assert [fault.code for fault in linted(samverkan.dumps(excused))] == [fault.code for fault in before]
