"""Files are written whole or not at all, and what the system refuses is told in a line."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samverkan.cli.complaints import Misuse
from samverkan.cli.door import DOOR
from samverkan.cli.output import add_all, rewrite_all, write_whole


def invoke(*line: str) -> Result:
    return CliRunner().invoke(DOOR, line, env={"SAMVERKAN_LANG": None})


def copy(to: str) -> Result:
    return invoke("examples", "tranemo", "--output", to)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_file_is_written_with_the_rights_that_new_files_have(folder: Path) -> None:
    write_whole(folder / "a", "å\n")
    (folder / "b").write_text("")

    assert (folder / "a").read_bytes() == "å\n".encode()
    assert (folder / "a").stat().st_mode == (folder / "b").stat().st_mode


def test_a_file_that_exists_keeps_its_rights_and_its_link(folder: Path) -> None:
    (folder / "real").write_text("old")
    (folder / "real").chmod(0o600)
    (folder / "link").symlink_to("real")

    write_whole(folder / "link", "new")

    assert (folder / "link").is_symlink()
    assert (folder / "real").read_text() == "new"
    assert stat.S_IMODE((folder / "real").stat().st_mode) == 0o600


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (folder / "a").write_text("old")
    monkeypatch.setattr("samverkan.cli.output.os.fsync", full)

    result = invoke("schedule", "tranemo", "--output", "a")

    assert (result.exit_code, result.stderr) == (2, "samverkan: disken är full; inget har skrivits\n")
    assert [path.name for path in folder.iterdir()] == ["a"]
    assert (folder / "a").read_text() == "old"


def test_a_folder_that_is_missing_is_named() -> None:
    assert copy("saknas/a.toml").stderr.endswith("finns inte; skapa den först\n")


def test_a_copy_that_somebody_may_have_edited_is_not_overwritten(folder: Path) -> None:
    (folder / "a.toml").write_text("mine")

    assert copy("a.toml").stderr == "samverkan: a.toml finns redan och skrivs inte över; välj ett annat namn\n"
    assert (folder / "a.toml").read_text() == "mine"


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("schedule a.toml --output ./a.toml", "./a.toml"),
        ("schedule tranemo a.toml --format ical --output a.toml", "a.toml"),
        ("export a.toml --output a.toml", "a.toml"),
        ("schedule tranemo --busy a.toml --output a.toml", "a.toml"),
        ("report a.toml --output länk.toml", "länk.toml"),
    ],
)
def test_the_file_that_an_answer_is_made_of_is_not_overwritten(line: str, read: str, folder: Path) -> None:
    copy("a.toml")
    Path("länk.toml").symlink_to("a.toml")
    before = (folder / "a.toml").read_bytes()

    refused = invoke(*line.split())

    assert refused.stderr == f"samverkan: --output skulle ersätta {read}, som läses här; välj ett annat namn\n"
    assert (refused.exit_code, (folder / "a.toml").read_bytes()) == (2, before)


def test_a_folder_is_not_overwritten(folder: Path) -> None:
    (folder / "mapp").mkdir()

    assert copy("mapp").stderr == "samverkan: mapp är en mapp; ange en fil i den\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_without_rights_is_told(folder: Path) -> None:
    (folder / "mapp").mkdir(mode=0o500)

    assert "du har inte rätt att skriva" in copy("mapp/a.toml").stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_device_is_written_to_as_it_is() -> None:
    assert copy("/dev/full").stderr == "samverkan: disken är full; inget har skrivits\n"


def test_a_dash_is_standard_output() -> None:
    assert copy("-").stdout.startswith("# Integration Tranemo")


def test_a_folder_that_is_missing_is_named_and_nothing_else(folder: Path) -> None:
    result = copy(str(folder / "nowhere" / "x.txt"))

    assert result.exit_code == 2
    assert result.stderr == f"samverkan: mappen {folder / 'nowhere'} finns inte; skapa den först\n"


def test_what_was_written_meanwhile_is_not_written_over(folder: Path) -> None:
    for name in ("a", "b"):
        (folder / name).write_text("old")
    (folder / "b").write_text("of somebody else")

    with pytest.raises(Misuse, match="b was changed meanwhile; nothing was written, so do this again"):
        rewrite_all([(folder / name, "old", "new") for name in ("a", "b")])
    assert {path.name: path.read_text() for path in folder.iterdir()} == {"a": "old", "b": "of somebody else"}


def test_two_that_rewrite_a_file_wait_for_each_other(folder: Path) -> None:
    fcntl = pytest.importorskip("fcntl", reason="this system has no such locks")
    (folder / "a").write_text("old")
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    refused: list[Misuse] = []

    def rewrite() -> None:
        try:
            rewrite_all([(folder / "a", "old", "new")])
        except Misuse as error:
            refused.append(error)

    run = threading.Thread(target=rewrite)
    run.start()
    run.join(0.3)
    assert (run.is_alive(), (folder / "a").read_text()) == (True, "old")

    (folder / "a").write_text("of the other")
    os.close(handle)
    run.join(30)

    assert (len(refused), (folder / "a").read_text()) == (1, "of the other")


def test_a_file_that_somebody_makes_meanwhile_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def making(handle: int) -> None:
        (folder / "a").write_text("of somebody else")
        real(handle)

    monkeypatch.setattr(os, "fsync", making)

    with pytest.raises(FileExistsError):
        add_all([(folder / "a", "new")])
    assert {path.name: path.read_text() for path in folder.iterdir()} == {"a": "of somebody else"}


def test_a_disk_without_links_gets_new_files_all_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unable(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unable)

    add_all([(folder / "a", "new")])

    assert {path.name: path.read_text() for path in folder.iterdir()} == {"a": "new"}
