"""A whole site: each page in both languages, every link within it leads somewhere, the same bytes each time."""

from __future__ import annotations

import json
import posixpath
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.outcome import Outcome
from samverkan.errors import InvalidValueError
from samverkan.followup.shown import Hidden
from samverkan.followup.status import Status
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.formats.html.site import Member, county_site, site
from samverkan.model.publishing import Publishing
from samverkan.model.records import PublicationPolicy
from samverkan.planning.schedule import schedule
from samverkan.testing.strategies.plans import plannable

from .sites import HOSTILE, SETTINGS, followed, member, published, reworded

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration


class Reading(HTMLParser):
    """What a page is made of: its elements in order without their words, its links, its ids, its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.shape: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.data: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.shape.append((tag, tuple(name for name, _ in attrs)))
        found = dict(attrs)
        self.links += [str(found[name]) for name in ("href", "src") if name in found]
        self.ids += [str(found["id"])] if "id" in found else []

    def handle_endtag(self, tag: str) -> None:
        self.shape.append((f"/{tag}", ()))

    def handle_data(self, data: str) -> None:
        self.data.append(data)


TRANEMO = site(member(published("tranemo")))
FOLLOWED = site(followed())
COUNTY = county_site([member(published(name)) for name in bundled_names()])


def pages(files: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if path.endswith(".html")}


@pytest.mark.parametrize("files", [TRANEMO, FOLLOWED, COUNTY], ids=["one", "followed", "county"])
class TestLinks:
    def test_every_link_leads_to_a_file_of_the_site_or_is_one_of_the_settings(self, files: dict[str, str]) -> None:
        outside = {SETTINGS.accessibility, SETTINGS.contact_link, "http://tranemo.se"}
        for path, text in pages(files).items():
            for link in set(Reading(text).links) - outside:
                file, _, anchor = link.partition("#")
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
                assert target in files, (path, link)
                assert not anchor or anchor in Reading(files[target]).ids, (path, link)

    def test_every_page_can_be_reached_from_the_first(self, files: dict[str, str]) -> None:
        reached, ahead = set(), ["index.html"]
        while ahead:
            path = ahead.pop()
            reached.add(path)
            links = (link.partition("#")[0] for link in Reading(files[path]).links if "://" not in link)
            found = {posixpath.normpath(posixpath.join(posixpath.dirname(path), link)) for link in links if link}
            ahead += found & pages(files).keys() - reached
        # The county's list leads straight to the pages of a language, so the choices of the members are not needed.
        assert {path for path in pages(files).keys() - reached if not path.endswith("/index.html")} == set()

    def test_no_id_stands_twice_on_a_page(self, files: dict[str, str]) -> None:
        assert [path for path, text in pages(files).items() if len(ids := Reading(text).ids) != len(set(ids))] == []

    def test_nothing_that_runs_and_nothing_from_elsewhere(self, files: dict[str, str]) -> None:
        for path, text in pages(files).items():
            assert not re.search(r"<(iframe|object|embed|form)|\son\w+=|style=", text), path
            assert set(re.findall(r"<script[^>]*>", text)) <= {'<script type="application/ld+json">'}
        assert "url(" not in files["style.css"]
        assert "@import" not in files["style.css"]


class TestPages:
    def test_there_are_ten_in_each_language_and_a_feed_for_all_and_for_each_body_that_meets(self) -> None:
        assert sorted(path for path in TRANEMO if path.startswith("sv/")) == [
            "sv/anteckningar.html",
            "sv/arshjul-2016.svg",
            "sv/framgangsfaktorer.html",
            "sv/index.html",
            "sv/kontakt.html",
            "sv/mal.html",
            "sv/moten-advisory-board.ics",
            "sv/moten-kommunstyrelsen.ics",
            "sv/moten-samverkansgrupp.ics",
            "sv/moten.html",
            "sv/moten.ics",
            "sv/organ.html",
            "sv/prenumerera.html",
            "sv/vad-hander-nu.html",
            "sv/verksamhet.html",
        ]
        assert sum(path.startswith("en/") for path in TRANEMO) == 15

    def test_each_page_is_in_its_language_and_leads_to_the_other(self) -> None:
        for path, text in pages(TRANEMO).items():
            folder = path.partition("/")[0]
            language, other = ("sv", "en") if folder in {"sv", "index.html"} else ("en", "sv")
            assert f'<html lang="{language}">' in text
            assert f'hreflang="{other}"' in text

    def test_what_is_not_translated_is_marked_as_swedish(self) -> None:
        assert '<span lang="sv">Kommunchef</span>' not in TRANEMO["sv/organ.html"]
        assert '<span lang="sv">Röda Korset</span>' in TRANEMO["en/bodies.html"]

    def test_meetings_have_iso_weeks_and_what_is_not_known_is_said(self) -> None:
        row = re.search(r'<tr id="day-2016-03-04">.*</tr>', TRANEMO["sv/moten.html"])

        assert row is not None
        assert Reading(row[0]).data == ["v. 9", "fre 4 mars", "framgår inte", "Möte i samverkansgruppen"]

    def test_a_day_of_the_month_leads_to_its_meeting(self) -> None:
        assert (
            '<a href="#day-2016-03-04" aria-label="4 mars: Möte i samverkansgruppen">4</a>' in TRANEMO["sv/moten.html"]
        )

    def test_what_comes_next_is_counted_from_the_last_change_of_the_file(self) -> None:
        told = TRANEMO["sv/vad-hander-nu.html"]

        assert "Per tis 1 mars 2016." in told
        assert "fre 4 mars" in told
        assert "mån 15 feb" not in told

    def test_without_a_last_change_nothing_is_said_to_come_next(self) -> None:
        told = site(member(evolve(published("tranemo"), updated=None)))

        assert "fre 4 mars" not in told["sv/vad-hander-nu.html"]
        assert 'Uppdaterad: <span class="quiet">framgår inte</span>' in told["sv/index.html"]

    def test_notes_are_told_with_their_delay_and_silence_as_silence(self) -> None:
        rows = re.findall(r"<tr><th scope=\"row\">.*</tr>", TRANEMO["sv/anteckningar.html"])

        assert [Reading(row).data for row in rows] == [
            ["fre 4 mars 2016", "Samverkansgrupp", "fre 11 mars 2016", "7 dagar"],
            ["fre 18 mars 2016", "Samverkansgrupp", "framgår inte", "–"],
        ]

    def test_languages_are_told_by_their_names(self) -> None:
        whole = evolve(published("lots-ockelbo"), publication=PublicationPolicy(languages=["sv", "so", "x-klingon"]))
        found = site(member(whole))

        assert "svenska, somaliska, x-klingon" in found["sv/anteckningar.html"]
        assert "Swedish, Somali, x-klingon" in found["en/notes.html"]

    def test_one_is_told_as_one(self) -> None:
        whole = published("tranemo")
        found = site(member(evolve(whole, goals=whole.goals[:1], results=whole.results[:1])))

        assert "1 mål, och 1 publicerat resultat" in found["sv/index.html"]
        assert "1 goal, and 1 published result<" in found["en/index.html"]
        assert "<dt>Kommun</dt>" in found["sv/index.html"]

    def test_factors_are_told_with_evidence_and_with_what_is_not_known(self) -> None:
        told = TRANEMO["sv/framgangsfaktorer.html"]

        assert told.count('<section id="factor-') == 8
        assert "<dt>Belägg</dt>" in told
        assert "Det som inte framgår" in told
        assert "bodies.advisory-board.seats" in told

    def test_results_of_different_kinds_are_never_one_number(self) -> None:
        assert "166 av 211 (79\u00a0%)" in TRANEMO["sv/mal.html"]
        assert "från 553 till 513" in TRANEMO["sv/mal.html"]
        assert "fler än 1500" in TRANEMO["sv/mal.html"]

    def test_the_feed_has_the_address_of_the_settings(self) -> None:
        assert "<code>https://exempel.se/samverkan/sv/moten.ics</code>" in TRANEMO["sv/prenumerera.html"]
        assert TRANEMO["sv/moten.ics"].startswith("BEGIN:VCALENDAR\r\n")

    def test_the_statement_on_accessibility_is_on_every_page(self) -> None:
        inside = {path: text for path, text in pages(TRANEMO).items() if "/" in path}

        assert all('href="https://exempel.se/tillganglighet"' in text for text in inside.values())

    def test_programs_are_told_of_organisations_and_meetings(self) -> None:
        data = re.search(r"ld\+json\">(.*)</script>", TRANEMO["sv/moten.html"])
        events = json.loads(data[1])["@graph"] if data else []

        assert len(events) == 13
        assert events[1] == {
            "@type": "Event",
            "name": "Tjänstemannadag",
            "startDate": "2016-01-25T13:00:00+01:00",
            "endDate": "2016-01-25T16:30:00+01:00",
            "eventStatus": "https://schema.org/EventScheduled",
            "organizer": {"@type": "Organization", "name": "Integration Tranemo"},
        }
        about = re.search(r"ld\+json\">(.*)</script>", TRANEMO["sv/index.html"])
        member_of = json.loads(about[1])["member"] if about else []
        assert member_of == [{"@type": "GovernmentOrganization", "name": "Tranemo", "identifier": "1452"}]

    def test_without_a_statement_on_accessibility_there_is_no_site(self) -> None:
        with pytest.raises(InvalidValueError, match="does not say where its accessibility statement lies"):
            site(member(bundled("tranemo")))


class TestGoals:
    """How the goals stand, where there are results."""

    def told(self, language: str = "sv") -> str:
        page = FOLLOWED["sv/mal.html" if language == "sv" else "en/goals.html"]
        return " ".join("".join(Reading(page).data).split())

    def test_a_goal_stands_in_a_word_and_the_sign_is_not_read_aloud(self) -> None:
        page = FOLLOWED["sv/mal.html"]

        assert '<dt>Läge</dt><dd><span class="sign missed">Inte uppnått</span></dd>' in page
        assert '.sign.missed::before { content: "✗ " / ""; }' in " ".join(
            f"{name}::before {{{body}}}"
            for names, body in re.findall(r"([^{}]+)::before \{([^}]*)\}", FOLLOWED["style.css"])
            for name in re.findall(r"\.sign\.\w+", names)
        )

    def test_the_figures_that_decide_stand_with_what_is_needed_and_when_they_were_counted(self) -> None:
        assert "Läget tors 10 juni 2010, 4 mål: inte uppnått 1, okänt 2, visas inte 1." in self.told()
        assert (
            "Februari 2010Uppnått75 av 100 (75 %) Uppfyllt (behövs: minst 70; Wilson 95 %: 65–83 %); "
            "kvinnor 38 av 50 (76 %) Uppfyllt (behövs: minst 35); män 37 av 50 (74 %) Uppfyllt (behövs: minst 35) "
            "– räknat mån 1 mars 2010"
        ) in self.told()

    def test_open_windows_give_an_interval_and_the_day_when_that_can_change(self) -> None:
        assert "Februari 2010: 12–27 av 32 (37–85 %) Framgår inte (behövs: minst 22,4" in self.told()
        assert "Kan ändras av sig självt" in self.told()

    def test_few_are_kept_back_and_their_month_with_them(self) -> None:
        assert "April 2010Visas inteVisas inte" in self.told()
        assert "2 av 3" not in self.told()

    def test_a_municipality_stands_by_itself(self) -> None:
        assert "<h4>Alvesta</h4>" in FOLLOWED["sv/mal.html"]
        assert "Mars 2010: 14 av 20 (70 %) Ej uppfyllt (behövs: minst 20" in self.told()

    def test_our_readings_are_told(self) -> None:
        assert "ett mål utan tidsgräns ska vara nått vid periodens slut." in self.told()
        assert "Ska vara nått senast lör 15 jan 2011." in self.told()

    def test_english_holds_the_same_figures(self) -> None:
        assert "women 38 of 50 (76 %) Met (needed: at least 35)" in self.told("en")

    def test_every_status_has_its_sign_and_its_colour(self) -> None:
        for each in (*Status, *Outcome, Hidden.HIDDEN):
            assert re.search(
                rf"\.sign\.{each.value}\b[^{{}}]*::before|\.sign\.{each.value}::before", FOLLOWED["style.css"]
            )
            assert re.search(rf"\.sign\.{each.value}\b(?!::)", FOLLOWED["style.css"]), each

    def test_the_first_page_leads_to_it(self) -> None:
        assert "4 mål, och hur det går, per tors 10 juni 2010" in FOLLOWED["sv/index.html"]

    def test_without_results_the_page_is_as_it_was(self) -> None:
        assert "Läget" not in TRANEMO["sv/mal.html"]
        assert '<section id="results">' in TRANEMO["sv/mal.html"]
        assert '<section id="results">' not in FOLLOWED["sv/mal.html"]


class TestCounty:
    def test_each_collaboration_has_a_folder_and_the_list_leads_to_it_in_the_order_of_names(self) -> None:
        links = [link for link in Reading(COUNTY["sv/index.html"]).links if link.startswith("../") and "/sv/" in link]

        assert links == [
            "../integration-pa-g/sv/index.html",
            "../tranemo/sv/index.html",
            "../lots-ockelbo/sv/index.html",
            "../resurscentrum/sv/index.html",
            "../visioncenter/sv/index.html",
        ]

    def test_an_id_never_becomes_a_folder_that_is_another_or_that_some_system_cannot_have(self) -> None:
        tiny = [evolve(published("visioncenter"), id=name) for name in ("sv", "con", "a" * 5_000)]

        folders = {path.partition("/")[0] for path in county_site([member(whole) for whole in tiny])}

        assert {"sv-", "con-"} < folders
        assert max(map(len, folders)) == 60


class TestText:
    """Names, whatever they are, change nothing but text."""

    @pytest.mark.parametrize("words", HOSTILE, ids=["script", "attribute", "path", "direction", "long", "end"])
    def test_hostile_words_leave_the_elements_of_every_page_as_they_are(self, words: str) -> None:
        plain, hostile = (site(member(called(published("tranemo"), each))) for each in ("Ord", words))

        assert pages(hostile).keys() == pages(plain).keys()
        for path, text in pages(plain).items():
            assert Reading(hostile[path]).shape == Reading(text).shape, path
            assert Reading(hostile[path]).ids == Reading(text).ids, path
            assert "\u202e" not in hostile[path]

    @pytest.mark.parametrize("words", HOSTILE, ids=["script", "attribute", "path", "direction", "long", "end"])
    def test_nor_do_the_words_of_results(self, words: str) -> None:
        hostile = site(followed(lambda text: f"{text}|{words}"))

        for path in ("sv/mal.html", "en/goals.html"):
            assert Reading(hostile[path]).shape == Reading(FOLLOWED[path]).shape
            assert "\u202e" not in hostile[path]

    @settings(max_examples=10, phases=(Phase.explicit, Phase.reuse, Phase.generate))  # a site is large to shrink
    @given(plannable(), st.sampled_from(HOSTILE))
    def test_of_any_collaboration(self, whole: Collaboration, words: str) -> None:
        ready = evolve(whole, publishing=Publishing(accessibility="https://exempel.se/"))
        plain, hostile = (pages(made(called(ready, each))) for each in ("Ord", words))

        assert {path: Reading(text).shape for path, text in hostile.items()} == {
            path: Reading(text).shape for path, text in plain.items()
        }

    def test_equal_values_give_equal_text(self) -> None:
        assert site(member(published("tranemo"))) == TRANEMO


def called(whole: Collaboration, words: str) -> Collaboration:
    """Have every text end in these words; what stands before them keeps apart what is apart, and in its order."""
    return reworded(whole, lambda text: f"{text}|{words}")


def made(whole: Collaboration) -> dict[str, str]:
    """Make a site without judging by time; most of what it says is then unknown."""
    return site(Member(whole, schedule(whole), evaluate(whole)))
