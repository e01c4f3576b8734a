"""Make the pictures of the documentation anew, all of them.

    python scripts/pictures.py

The drawings (SVG) are what the commands of the gallery print. The photographs (PNG) are taken of pages by Chromium,
which scripts/browser.sh installs, with Playwright; and of a workbook by LibreOffice Calc and Poppler (Debian:
libreoffice-calc, poppler-utils). Photographs for which a tool is missing are left as they are.

``docs/images/photographs.json`` says of each photograph what it was taken of, and what it is, as digests. The tests
compare these with what would be seen today, so that a picture which is out of date is told without being taken.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import shlex
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

import samverkan
from samverkan.formats.html.site import Member, county_site, site
from samverkan.model.names import Text
from samverkan.model.publishing import Publishing

if TYPE_CHECKING:
    from samverkan.formats.html.site import Site

DOCS = Path(__file__).resolve().parents[1] / "docs"
IMAGES = DOCS / "images"
TAKEN = IMAGES / "photographs.json"

SETTINGS: Final = Publishing(
    accessibility="https://www.exempel.se/tillganglighetsredogorelse",
    contact=Text("Integrationssamordningen", "The integration coordination"),
    contact_link="mailto:integration@exempel.se",
    address="https://www.exempel.se/samverkan/",
)
_CHANGED = dt.date(2016, 3, 1)
_AS_OF = dt.date(2016, 4, 10)
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
_DOTS_PER_INCH, _PAPER_MARGIN = 110, 60


@frozen
class OfPage:
    """A page in a window of so many pixels; what stands from the element ``below`` on cannot be seen."""

    site: str
    page: str
    width: int
    height: int
    below: str | None = None


@frozen
class OfSheet:
    """So many pixels of a sheet of the workbook as it prints, from the upper left within the margins of the paper."""

    sheet: str
    width: int
    height: int


PHOTOGRAPHS: Final[dict[str, OfPage | OfSheet]] = {
    "page-meetings.png": OfPage("tranemo", "sv/moten.html", 1100, 1180, below="wheel"),
    "page-factors.png": OfPage("tranemo", "sv/framgangsfaktorer.html", 1100, 900, below="factor-2"),
    "page-narrow.png": OfPage("tranemo", "sv/moten.html", 360, 760, below="day-2016-02-15"),
    "page-county.png": OfPage("county", "sv/index.html", 1100, 640),
    "workbook-seats.png": OfSheet("Platser", 1700, 460),
    "workbook-meetings.png": OfSheet("Möten", 1150, 290),
}
"""What is photographed, by the name of its file."""


def digest(content: str | bytes) -> str:
    """Give the SHA-256 of a text or of bytes."""
    return sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def subjects() -> dict[str, str]:
    """Give what each photograph would be taken of today, as text."""
    published, book = sites(), workbook()
    return {name: _text(photograph, published, book) for name, photograph in PHOTOGRAPHS.items()}


def _text(photograph: OfPage | OfSheet, published: dict[str, Site], book: bytes) -> str:
    if isinstance(photograph, OfSheet):
        return f"{photograph}\n{_cells(book, photograph.sheet)}"
    files = published[photograph.site]
    page = files[photograph.page]
    seen = page if photograph.below is None else page[: page.index(f'id="{photograph.below}"')]
    return f"{photograph}\n{files['style.css']}\n{seen}"


def sites() -> dict[str, Site]:
    """Publish Tranemo by itself, and all that come along as a county."""
    changed = {"tranemo": _CHANGED}
    wholes = [
        evolve(samverkan.bundled(name), publishing=SETTINGS, updated=changed.get(name))
        for name in samverkan.bundled_names()
    ]
    members = {
        each.id: Member(each, samverkan.schedule(each), samverkan.evaluate(each, as_of=each.updated)) for each in wholes
    }
    return {"tranemo": site(members["tranemo"]), "county": county_site(list(members.values()))}


def workbook() -> bytes:
    """Export Tranemo in Swedish."""
    from samverkan.formats.office.collaboration import dumps
    from samverkan.formats.wording import Wording

    whole = samverkan.bundled("tranemo")
    return dumps(whole, samverkan.schedule(whole), samverkan.evaluate(whole, as_of=_AS_OF), Wording("sv"))


def _cells(book: bytes, sheet: str) -> list[tuple[object, ...]]:
    from openpyxl import load_workbook

    return list(load_workbook(io.BytesIO(book))[sheet].iter_rows(values_only=True))


# ------------------------------------------------------------------------------------------------- making them


def draw() -> None:
    """Write each drawing of the gallery, by the command that stands above it."""
    for line in (DOCS / "gallery.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("$ samverkan ") and line.endswith(".svg"):
            command = (sys.executable, "-m", "samverkan", *shlex.split(line)[2:], "--lang", "sv")
            _run(*command, fine=(0, 1, 3))  # the verdict is the status
            print(line.split()[-1])


def photograph() -> None:
    """Take the photographs for which the tools are there, and write down of what."""
    taken = json.loads(TAKEN.read_text(encoding="utf-8")) if TAKEN.exists() else {}
    of = subjects()
    with tempfile.TemporaryDirectory() as folder:
        for name in [*_pages(Path(folder)), *_sheets(Path(folder))]:
            taken[name] = {"of": digest(of[name]), "is": digest((IMAGES / name).read_bytes())}
            print(name)
    TAKEN.write_text(json.dumps(taken, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _pages(folder: Path) -> list[str]:
    chromium = shutil.which("chromium")
    if chromium is None:
        print("The pages are not photographed: Chromium is missing (scripts/browser.sh).")
        return []
    from playwright.sync_api import sync_playwright

    for name, files in sites().items():
        for path, text in files.items():
            (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / name / path).write_text(text, encoding="utf-8")
    wanted = {name: each for name, each in PHOTOGRAPHS.items() if isinstance(each, OfPage)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        page = browser.new_context(reduced_motion="reduce", offline=True).new_page()
        for name, each in wanted.items():
            page.set_viewport_size({"width": each.width, "height": each.height})
            page.goto((folder / each.site / each.page).as_uri())
            if each.below is not None:
                top = page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", each.below)
                if top < each.height:
                    sys.exit(f"{name}: “{each.below}” can be seen; name what lies further down in {__file__}")
            page.screenshot(path=IMAGES / name)
        browser.close()
    return list(wanted)


def _sheets(folder: Path) -> list[str]:
    office, poppler = shutil.which("soffice"), shutil.which("pdftoppm")
    if office is None or poppler is None:
        print("The workbook is not photographed: LibreOffice Calc or Poppler is missing.")
        return []
    from openpyxl import load_workbook

    wanted = {name: each for name, each in PHOTOGRAPHS.items() if isinstance(each, OfSheet)}
    for name, each in wanted.items():
        alone = load_workbook(io.BytesIO(workbook()))
        for other in [sheet for sheet in alone.sheetnames if sheet != each.sheet]:
            del alone[other]
        alone.save(folder / "book.xlsx")
        _run(office, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "book.xlsx"))
        corner = ("-x", str(_PAPER_MARGIN), "-y", str(_PAPER_MARGIN), "-W", str(each.width), "-H", str(each.height))
        drawn = (str(folder / "book.pdf"), str((IMAGES / name).with_suffix("")))
        _run(poppler, "-png", "-singlefile", "-r", str(_DOTS_PER_INCH), *corner, *drawn)
    return list(wanted)


def _run(*command: str, fine: tuple[int, ...] = (0,)) -> None:
    """Run a command where the pictures lie, and stop at one that fails."""
    done = subprocess.run(command, cwd=IMAGES, capture_output=True, text=True, check=False)
    if done.returncode not in fine:
        sys.exit(f"{shlex.join(command)}: {done.stderr.strip()}")


if __name__ == "__main__":
    draw()
    photograph()
