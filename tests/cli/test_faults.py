"""Every verb that writes, under every fault: the old files stay whole or the new ones are, and a line says why."""

from __future__ import annotations

import ast
import errno
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click
import pytest
from click.testing import CliRunner

import samverkan
from samverkan.cli.complaints import of_disk
from samverkan.cli.door import DOOR, VERBS
from samverkan.cli.terminal import Answer
from samverkan.cli.verb import Verb
from samverkan.formats.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are forked, and signals are as POSIX has them")

POINTS = 8
SCENES = (
    "picture",
    "new",
    "new-beside",
    "workbook",
    "tables",
    "papers",
    "import",
    "import-new",
    "feed",
    "arrange",
    "publish",
)
SEVERAL = {"tables", "papers", "arrange"}
"""What writes several files: each is whole, and after a fault between two renames some may be new, and some old."""
REWRITING = {"import", "arrange"}
TEMPORARY = re.compile(r"(?:.*/)?\.[^/]*\.tmp|\.webb\.samverkan-(?:new|old)-.*|anteckningar/")


class Outcome(TypedDict):
    point: int
    status: int
    told: str
    state: str
    left: list[str]
    again: str


@pytest.fixture(scope="module")
def seen() -> Iterator[dict[str, dict[str, list[Outcome]]]]:
    # Whoever becomes nobody is to be refused by the folder of the scene, and not on the way there.
    with tempfile.TemporaryDirectory() as root:
        Path(root).chmod(0o755)
        command = [sys.executable, str(Path(__file__).with_name("faults.py")), root, str(POINTS)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        assert (done.returncode, done.stderr) == (0, "")
        mounted = Path("/proc/self/mounts")
        assert not mounted.exists() or root not in mounted.read_text()
        yield json.loads(done.stdout)


def one_line(told: str) -> bool:
    """Say whether this is one sentence for the reader, which names nothing that only we know of."""
    return told.startswith("samverkan: ") and told.count("\n") == 1 and not re.search(r"\.tmp|samverkan-|Traceb", told)


def on_the_disk(seen: dict[str, dict[str, list[Outcome]]], scene: str, fault: str) -> Outcome:
    if fault not in seen[scene]:
        pytest.skip("only the superuser of Linux can make a disk to try this on")
    (outcome,) = seen[scene][fault]
    return outcome


@pytest.mark.parametrize("scene", SCENES)
class TestEveryWriting:
    def test_a_killed_run_leaves_old_files_or_new_ones(
        self, seen: dict[str, dict[str, list[Outcome]]], scene: str
    ) -> None:
        for found in seen[scene]["SIGKILL"]:
            assert found["status"] in {-9, 0}, found
            assert found["state"] in {"old", "new"} | ({"some"} if scene in SEVERAL else set()), found
            assert all(TEMPORARY.fullmatch(path) for path in found["left"]), found

    def test_the_run_after_a_killed_one_is_not_disturbed(
        self, seen: dict[str, dict[str, list[Outcome]]], scene: str
    ) -> None:
        again = [found["again"] for found in seen[scene]["SIGKILL"] if found["again"]]
        assert again
        for told in again:
            # A file that is made once is there already, and a workbook is older than what was made of it.
            assert re.match("new 0 |new 2 .*(finns redan|har ändrats sedan arbetsboken)", told), told
            assert scene != "publish" or told.startswith("new 0 0"), told

    def test_a_run_that_is_asked_to_end_leaves_nothing_over(
        self, seen: dict[str, dict[str, list[Outcome]]], scene: str
    ) -> None:
        for signal, status in (("SIGINT", 130), ("SIGTERM", -15), ("SIGHUP", -1)):
            for found in seen[scene][signal]:
                assert found["status"] in {status, 0}, found
                assert (found["told"], found["left"]) == ("", []), found
                assert found["state"] in {"old", "new"}, found

    def test_what_the_disk_refuses_at_any_call_is_one_line(
        self, seen: dict[str, dict[str, list[Outcome]]], scene: str
    ) -> None:
        for found in seen[scene]["refused"]:
            assert found["left"] == [], found
            if found["status"]:
                assert found["status"] == 2, found
                assert one_line(found["told"]), found
                assert found["state"] in {"old"} | ({"some"} if scene in SEVERAL else set()), found
            else:
                assert (found["state"], found["told"]) == ("new", ""), found

    @pytest.mark.parametrize(
        ("fault", "told"),
        [
            ("full", "disken är full; inget har skrivits"),
            ("read-only", "att skriva"),
            ("forbidden", "att skriva"),
            ("guarded", "att skriva"),
            ("too large", "skulle bli större än vad som är tillåtet här; inget har skrivits"),
            ("vanished", "finns inte"),
        ],
    )
    def test_a_disk_without_room_rights_or_the_folder_leaves_all_as_it_was(
        self, seen: dict[str, dict[str, list[Outcome]]], scene: str, fault: str, told: str
    ) -> None:
        found = on_the_disk(seen, scene, fault)
        if (scene, fault) == ("new-beside", "guarded"):
            assert (found["status"], found["state"]) == (0, "new")  # there is no file yet to be kept from
            return
        assert (found["status"], found["state"], found["left"]) == (2, "old", []), found
        assert one_line(found["told"]), found
        assert told in found["told"], found

    def test_two_at_once_give_the_new_files_whole(self, seen: dict[str, dict[str, list[Outcome]]], scene: str) -> None:
        for found in seen[scene]["twice"]:
            assert (found["state"], found["left"]) == ("new", []), found
            # Of two that would write over each other's work, or make the same file, one is refused.
            refused = scene in {*REWRITING, "new-beside", "papers"}
            assert (found["status"], bool(found["told"])) == (2 * refused, refused), found

    def test_another_thing_in_the_place_of_the_file_is_not_harmed(
        self, seen: dict[str, dict[str, list[Outcome]]], scene: str
    ) -> None:
        if scene in {"papers", "publish"}:
            pytest.skip("they write into a folder; tests/cli/test_folder.py and test_export.py have its faults")
        taken = scene in REWRITING or scene == "new-beside"
        expected = {
            "a folder": False,
            "a loop": False,
            "another file": not taken,
            "a dangling link": scene not in REWRITING,
            "a link": scene != "new-beside",
        }
        for fault, written in expected.items():
            (found,) = seen[scene][fault]
            assert (found["status"], found["state"], found["left"]) == ((0, "new", []) if written else (2, "old", []))
            assert written or one_line(found["told"]), found


def test_killed_runs_were_stopped_both_before_and_after_the_change(
    seen: dict[str, dict[str, list[Outcome]]],
) -> None:
    for scene in SCENES:
        assert {"old", "new"} <= {found["state"] for found in seen[scene]["SIGKILL"]}, scene


class TestOneWay:
    """What holds of these scenes holds of every verb, since there are two doors to the disk and no third."""

    def test_only_two_modules_write_to_the_disk(self) -> None:
        package = Path(samverkan.__file__).parent
        writing = {
            file.relative_to(package).as_posix()
            for file in package.rglob("*.py")
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and _writes(node)
        }
        # The folder of papers is made and removed; variants are added a line at a time; the schema is written by
        # whoever changes the model; and the door puts something behind closed streams.
        assert writing == {
            "cli/output.py",
            "cli/folder.py",
            "cli/papers.py",
            "cli/whatif.py",
            "formats/schema.py",
            "cli/__init__.py",
        }

    @pytest.mark.parametrize("name", VERBS)
    def test_an_output_is_written_whole_or_not_at_all(
        self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        command = DOOR.get_command(click.Context(DOOR), name)
        assert isinstance(command, Verb)
        if command.own_output:
            assert name in {"publish", "export", "import", "new"}  # they stand among the scenes
            return

        def failing(_: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(command, "answer", lambda *_, **__: Answer("new", status=1))
        monkeypatch.setattr(os, "fsync", failing)
        (target := tmp_path / "ut").write_text("old")
        needed = [
            word
            for param in command.params
            if param.required
            for word in ([f"{param.opts[0]}=x"] if isinstance(param, click.Option) else ["x"])
        ]
        done = CliRunner().invoke(DOOR, [name, *needed, "--output", str(target)], env={"SAMVERKAN_LANG": "en"})

        assert (done.exit_code, done.stderr) == (2, "samverkan: the disk is full; nothing was written\n")
        assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"ut": "old"}


def _writes(node: ast.Call) -> bool:
    """Say whether a call may change the disk, going by its name and its mode."""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in {"write_text", "write_bytes", "mkdir", "mkdtemp", "mkstemp", "rmtree", "unlink", "rmdir", "fdopen"}:
        return True
    modes = [arg.value for arg in (*node.args, *(keyword.value for keyword in node.keywords)) if _is_text(arg)]
    return name == "open" and any(re.fullmatch("[rwaxbt+]*[wax+][rwaxbt+]*", str(mode)) for mode in modes)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize("file", ["plan.toml", None])
@pytest.mark.parametrize("code", sorted(errno.errorcode))
def test_whatever_the_system_refuses_is_told_in_both_languages(code: int, file: str | None) -> None:
    error = OSError(code, "words of the system", file)
    swedish, english = (Wording(language).tell(of_disk(error)) for language in ("sv", "en"))

    assert swedish != english
    for told in (swedish, english):
        assert "words of the system" not in told
        assert "{" not in told
        assert "\n" not in told


def test_variants_that_no_longer_fit_leave_those_that_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource", reason="this system has no such limits")
    monkeypatch.chdir(tmp_path)
    line = ["whatif", "tranemo", "--weekday", "mon", "--weekday", "wed", "--as-of", "2016-04-10", "--lang", "en"]
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    CliRunner().invoke(DOOR, [*line, "--results", "whole.jsonl"])
    whole = Path("whole.jsonl").read_bytes()
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(whole) - 10, hard))
        done = CliRunner().invoke(DOOR, [*line, "--results", "part.jsonl"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert done.stderr == (
        "samverkan: part.jsonl takes no more results (the system says EFBIG); what is in it counts, and the same line "
        "goes on from there\n"
    )
    assert whole.startswith(Path("part.jsonl").read_bytes())
    again = CliRunner().invoke(DOOR, [*line, "--results", "part.jsonl"])
    assert again.exit_code == 0
    assert set(Path("part.jsonl").read_bytes().splitlines()) >= set(whole.splitlines())


def test_a_file_that_windows_shows_in_another_program_is_told_so() -> None:
    error = PermissionError(errno.EACCES, "", "bok.xlsx")
    error.winerror = 32  # type: ignore[attr-defined, unused-ignore]  # of Windows only

    assert str(of_disk(error)) == "bok.xlsx is open in another program; close it there, and do this again"
