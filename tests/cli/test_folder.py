"""A folder replaced whole: a killed run, a full disk and no permission leave the old one or the new one."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samverkan.cli import folder as room
from samverkan.cli.complaints import Misuse
from samverkan.cli.exchange import exchanged
from samverkan.cli.folder import MANIFEST, replace_folder

from .killing import NEW, OLD

if TYPE_CHECKING:
    from collections.abc import Callable

POINTS = 50


def texts(folder: Path) -> dict[str, str]:
    """Read every file of a folder but the manifest."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != MANIFEST)
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    replace_folder(tmp_path / "site", OLD)
    return tmp_path / "site"


class TestReplacing:
    def test_a_folder_is_made_where_there_is_none(self, tmp_path: Path) -> None:
        assert replace_folder(tmp_path / "site", OLD).changed
        assert texts(tmp_path / "site") == OLD

    def test_an_empty_folder_is_taken(self, tmp_path: Path) -> None:
        (tmp_path / "site").mkdir()

        replace_folder(tmp_path / "site", OLD)

        assert texts(tmp_path / "site") == OLD

    def test_what_an_earlier_run_wrote_and_is_no_longer_told_is_removed(self, folder: Path) -> None:
        replace_folder(folder, NEW)

        assert texts(folder) == NEW
        assert [each.name for each in folder.parent.iterdir()] == ["site"]

    def test_equal_files_are_not_written_again(self, folder: Path) -> None:
        before = (folder / "index.html").stat()

        assert not replace_folder(folder, OLD).changed
        assert (folder / "index.html").stat() == before

    def test_the_manifest_holds_neither_a_day_nor_a_place(self, folder: Path, tmp_path: Path) -> None:
        replace_folder(tmp_path / "other", OLD)

        assert (folder / MANIFEST).read_bytes() == (tmp_path / "other" / MANIFEST).read_bytes()
        assert json.loads((folder / MANIFEST).read_text())["files"].keys() == OLD.keys()

    def test_the_folder_keeps_its_rights(self, folder: Path) -> None:
        folder.chmod(0o750)

        replace_folder(folder, NEW)

        assert folder.stat().st_mode & 0o777 == 0o750

    def test_a_link_to_the_folder_stays_one(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(folder)

        replace_folder(tmp_path / "link", NEW)

        assert (tmp_path / "link").is_symlink()
        assert texts(folder) == NEW

    def test_a_run_waits_for_another_in_the_same_place(self, folder: Path) -> None:
        fcntl = pytest.importorskip("fcntl", reason="this system has no such locks")
        handle = os.open(folder.parent, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX)
        run = threading.Thread(target=replace_folder, args=(folder, NEW))
        run.start()
        run.join(0.3)
        assert (run.is_alive(), texts(folder)) == (True, OLD)

        os.close(handle)
        run.join(30)

        assert texts(folder) == NEW


class TestStrangers:
    """Only files that it wrote earlier are removed."""

    def test_files_folders_and_links_of_others_stay(self, folder: Path) -> None:
        (folder / "sv" / "theirs.txt").write_text("theirs")
        (folder / "empty").mkdir()
        (folder / "outward").symlink_to("/nowhere")
        before = (folder / "sv" / "theirs.txt").stat().st_ino

        replace_folder(folder, NEW)

        assert texts(folder) == NEW | {"sv/theirs.txt": "theirs"}
        assert (folder / "empty").is_dir()
        assert str((folder / "outward").readlink()) == "/nowhere"
        assert (folder / "sv" / "theirs.txt").stat().st_ino == before

    def test_a_page_that_somebody_changed_and_that_is_no_longer_written_stays(self, folder: Path) -> None:
        (folder / "sv" / "gone.html").write_text("changed")

        replace_folder(folder, NEW)

        assert texts(folder) == NEW | {"sv/gone.html": "changed"}

    @pytest.mark.parametrize("path", ["index.html", "en/index.html"])
    def test_a_file_that_somebody_changed_or_made_is_never_written_over(self, folder: Path, path: str) -> None:
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text("theirs")
        before = texts(folder)

        with pytest.raises(Misuse, match=f"{path} was made or changed by somebody else; move it away"):
            replace_folder(folder, NEW)
        assert texts(folder) == before

    def test_a_folder_that_leads_elsewhere_is_not_followed(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (folder / "en").symlink_to(tmp_path / "elsewhere")

        with pytest.raises(Misuse, match="site/en was made or changed by somebody else"):
            replace_folder(folder, NEW)
        assert list((tmp_path / "elsewhere").iterdir()) == []

    def test_a_folder_of_others_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "theirs.txt").write_text("theirs")

        with pytest.raises(Misuse, match="holds files of others; name a new folder with --to"):
            replace_folder(tmp_path, NEW)
        assert texts(tmp_path) == {"theirs.txt": "theirs"}

    def test_what_somebody_adds_while_it_is_published_is_not_lost(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def adding(new: Path, old: Path) -> bool:
            (old / "late.txt").write_text("late")
            return exchanged(new, old)

        monkeypatch.setattr(room, "exchanged", adding)

        replace_folder(folder, NEW)

        assert texts(folder) == NEW | {"late.txt": "late"}

    def test_what_somebody_changes_while_it_is_published_is_kept_aside(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def changing(new: Path, old: Path) -> bool:
            (old / "style.css").write_text("theirs")
            return exchanged(new, old)

        monkeypatch.setattr(room, "exchanged", changing)

        (kept,) = replace_folder(folder, NEW).kept

        assert texts(folder) == NEW
        assert texts(kept) == {"style.css": "theirs"}
        assert replace_folder(folder, NEW).kept == (kept,)


def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "exchanged", lambda *_: False)


class TestFaults:
    """A full disk or a missing permission leaves the old site whole."""

    @pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EDQUOT])
    @pytest.mark.parametrize("call", ["open", "fsync", "mkdir", "rename"])
    def test_the_old_files_stay_and_nothing_is_left_over(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
    ) -> None:
        without_exchange(monkeypatch)
        real, new = getattr(os, call), str(folder.parent / ".site.samverkan-new-")

        def failing(*given: object, **named: object) -> object:
            if call == "open" and not int(str(given[1])) & os.O_CREAT:
                return real(*given, **named)  # it only looks
            where = Path(f"/proc/self/fd/{given[0]}").readlink() if call == "fsync" else given[0]
            if str(where).startswith(new):
                raise OSError(code, os.strerror(code), str(given[0]))
            return real(*given, **named)

        monkeypatch.setattr(os, call, failing)

        with pytest.raises(OSError, match=os.strerror(code)):
            replace_folder(folder, NEW)
        assert texts(folder) == OLD
        assert [each.name for each in folder.parent.iterdir()] == ["site"]

    def test_without_the_step_the_folder_is_replaced_all_the_same(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        without_exchange(monkeypatch)

        replace_folder(folder, NEW)

        assert texts(folder) == NEW
        assert [each.name for each in folder.parent.iterdir()] == ["site"]


@pytest.fixture
def killed(tmp_path: Path) -> Callable[[str], list[Path]]:
    def runs(way: str) -> list[Path]:
        program = Path(__file__).with_name("killing.py")
        command = [sys.executable, str(program), str(tmp_path), str(POINTS), way]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stdout == f"{POINTS}\n"
        return sorted(tmp_path.glob("run-*"))

    return runs


THEIRS = {"sv/theirs.txt": "of somebody else"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the step in which two folders change places")
class TestKilled:
    """A killed publish (at 50 random points) leaves either the old or the new site, never a mixture."""

    def test_the_old_or_the_new_files_are_there_and_the_next_run_clears_up(
        self, killed: Callable[[str], list[Path]]
    ) -> None:
        found = []
        for place in killed("exchanging"):
            found.append(texts(place / "site"))
            assert found[-1] in (OLD | THEIRS, NEW | THEIRS), place
            replace_folder(place / "site", NEW)
            assert texts(place / "site") == NEW | THEIRS
            assert [each.name for each in place.iterdir()] == ["site"]
        assert OLD | THEIRS in found
        assert NEW | THEIRS in found

    def test_without_that_step_the_old_files_may_lie_aside_and_the_next_run_puts_them_back(
        self, killed: Callable[[str], list[Path]]
    ) -> None:
        for place in killed("moving"):
            if (place / "site").exists():
                assert texts(place / "site") in (OLD | THEIRS, NEW | THEIRS), place
            else:
                (aside,) = place.glob(".site.samverkan-old-*")
                assert texts(aside) == OLD | THEIRS
                shutil.copytree(place, backing := place.with_name(f"{place.name}-again"))
                assert room._recovered(backing / "site") == ()  # noqa: SLF001  # what the next run begins with
                assert texts(backing / "site") == OLD | THEIRS
            replace_folder(place / "site", NEW)
            assert texts(place / "site") == NEW | THEIRS
            assert [each.name for each in place.iterdir()] == ["site"]
