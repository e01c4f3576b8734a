"""A program for tests: every verb that writes is run up to its writing, and from there on once for each fault.

It is killed, asked to end, refused by the disk, finds its folder gone or another thing in its place, or writes twice at
once.

``python faults.py FOLDER POINTS [SCENE …]`` prints what became of each run as JSON: ``{scene: {fault: [outcome, …]}}``.
Each outcome says how the run ended, what it told, whether the old files or the new ones stand, and what was left over.
A run is a fork of the process, so it costs milliseconds, and what the verb computes is computed once. As the superuser
on Linux FOLDER becomes a small disk of its own, in a name space that ends with the program.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import traceback
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from attrs import asdict, define

from samverkan.cli import alone, folder, held, output
from samverkan.cli.door import DOOR
from samverkan.formats.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator  # noqa: TC004  # attrs reads no annotation here
    from contextlib import AbstractContextManager

FILE = """\
format = 1
id = "{id}"
name = "{id}"
updated = 2027-01-01
horizon = {{ from = 2027-01-11, to = 2027-03-31 }}

[publishing]
accessibility = "https://exempel.se/tillganglighet"

[bodies.grupp]
kind = "collaboration-group"
name = {{ sv = "Gruppen", en = "The group" }}
seats.s1 = {{ role = "Enhetschef", holder = "p-1" }}

[[series]]
id = "moten"
body = "grupp"
every = "14 days"
from = 2027-01-12
to = 2027-02-23
time = "13.00–15.00"
"""
DAY = ("--as-of", "2027-01-01")
SCENES = {
    "picture": ("network", "tranemo", "--format", "svg", "--output", "plan.toml"),
    "new": ("new", "--name", "A", "--municipality", "1452", "Tranemo", "--force", "--output", "plan.toml"),
    "new-beside": ("new", "--name", "A", "--municipality", "1452", "Tranemo", "--output", "ny.toml"),
    "workbook": ("export", "alby.toml", *DAY, "--output", "plan.toml"),
    "tables": ("export", "alby.toml", "--format", "csv", "--to", "tabeller"),
    "papers": ("export", "alby.toml", "--format", "notes", "--to", "anteckningar"),
    "import": ("import", "bok.xlsx", "--into", "alby.toml"),
    "import-new": ("import", "bok.xlsx", "--output", "plan.toml"),
    "feed": ("schedule", "alby.toml", "--format", "ical", "--output", "plan.toml"),
    "arrange": ("arrange", "alby.toml", "berga.toml", "cedby.toml", "--solver", "greedy", "--write", *DAY),
    "publish": ("publish", "alby.toml", *DAY, "--to", "webb"),
}
TARGETS = {
    "new-beside": "ny.toml",
    "tables": "tabeller/seats.csv",
    "papers": "anteckningar",
    "import": "alby.toml",
    "arrange": "berga.toml",
    "publish": "webb",
}
"""What the scene writes, or one of the things, where it is not ``plan.toml``."""
FOLDERS = ("papers", "publish")
"""The scenes that have a folder for a target."""
LOCKING = ("import", "arrange", "publish")
"""The scenes whose runs wait for each other."""
CALLS = ("open", "mkdir", "link", "replace", "rename", "unlink", "rmdir", "fsync", "chmod")
NOBODY = 65534
MOVED, BACK, NOWHERE = "flyttad", "tillbaka", "ingenstans"
RDONLY, REMOUNT, BIND, REC, PRIVATE = 1, 32, 1 << 12, 1 << 14, 1 << 18  # <sys/mount.h>
NEWNS = 0x20000  # <sched.h>


@define
class Outcome:
    """How a run ended, what it said, what stands in its folder, what it left over, and how the next run ended."""

    point: int
    status: int
    told: str
    state: str
    left: list[str]
    again: str = ""


@define
class Fault:
    """What goes wrong, at which point, in the folder (``around``) and in the process that goes on (``inside``)."""

    name: str
    point: int = 0
    around: Callable[[], object] = list
    inside: Callable[[], object] = list
    runs: int = 1


@define
class Stage:
    """A scene's folder, with what stood there when the verb began to write, and what stands there in the end."""

    name: str
    place: Path
    begun: Path
    before: dict[str, str]
    after: dict[str, str]

    @property
    def target(self) -> Path:
        return self.place / TARGETS.get(self.name, "plan.toml")

    @property
    def room(self) -> Path:
        return self.place.parent

    def reset(self) -> None:
        """Put back what stood there when the verb began to write, in the same folder if there still is one."""
        self.place.mkdir(exist_ok=True)
        others = (each for each in self.room.iterdir() if each not in {self.begun, self.place})
        for each in [*others, *self.place.iterdir()]:
            shutil.rmtree(each) if each.is_dir() and not each.is_symlink() else each.unlink()
        shutil.copytree(self.begun, self.place, symlinks=True, dirs_exist_ok=True)
        os.chdir(self.place)

    def state(self, before: dict[str, str]) -> tuple[str, list[str]]:
        """Tell old files from new ones and from a mixture; what is temporary, and an empty folder, is left over."""
        found = snapshot(self.place)
        left = [
            path for path in found if path not in before and (path.startswith(".") or "/." in path or path[-1] == "/")
        ]
        found = {path: content for path, content in found.items() if path not in left}
        # A link stays, and its file is the one that is written.
        written = self.target.read_bytes().hex() if self.target.is_symlink() and self.target.is_file() else None
        found, before = aside(found), aside(before)
        at = self.target.relative_to(self.place).as_posix()
        if (found if written is None else found | {at: written}) == self.after:
            return "new", left
        if found == {path: content for path, content in before.items() if path[-1] != "/" or path in found}:
            return "old", left
        paths = {*found, *before, *self.after}
        whole = all(found.get(path) in {before.get(path), self.after.get(path)} for path in paths if path[-1] != "/")
        return ("some" if whole else "broken"), left


def aside(files: dict[str, str]) -> dict[str, str]:
    """Leave out what the faults have put beside the target."""
    return {path: content for path, content in files.items() if Path(path).name not in {MOVED, BACK, NOWHERE}}


def snapshot(place: Path) -> dict[str, str]:
    """Read all that stands in a folder; a link is told by where it leads, an empty folder by its name alone."""
    found = {}
    for file in sorted(place.rglob("*")) if place.exists() else []:
        name = file.relative_to(place).as_posix()
        if file.is_symlink():
            found[name] = f"link to {file.readlink()}"
        elif file.is_file():
            found[name] = file.read_bytes().hex()
        elif not any(file.iterdir()):
            found[f"{name}/"] = ""
    return found


# ------------------------------------------------------------------------------------------------------ the scenes


def prepare(place: Path, name: str) -> None:
    """Lay out what a verb reads, and something old where it is to write."""
    place.mkdir()
    os.chdir(place)
    for id_ in ("alby", "berga", "cedby"):
        Path(f"{id_}.toml").write_text(FILE.format(id=id_), encoding="utf-8")
    Path("plan.toml").write_text("old\n")
    match name:
        case "tables":
            Path("tabeller").mkdir()
            for table in ("seats", "meetings"):
                Path("tabeller", f"{table}.csv").write_text("old\n")
        case "import" | "import-new":
            from openpyxl import load_workbook

            assert run("export", "alby.toml", *DAY, "--output", "bok.xlsx") == 0
            book = load_workbook("bok.xlsx")
            cells = (cell for sheet in book for row in sheet for cell in row if cell.value == "Enhetschef")
            next(cells).value = "Chef"
            book.save("bok.xlsx")
        case "publish":
            text = Path("alby.toml").read_text(encoding="utf-8")
            Path("alby.toml").write_text(text.replace("Gruppen", "Den gamla gruppen"), encoding="utf-8")
            assert run(*SCENES["publish"]) == 0
            Path("webb", "theirs.txt").write_text("of somebody else")
            Path("alby.toml").write_text(text, encoding="utf-8")
        case _:
            pass


def run(*arguments: str) -> int:
    """Run one command line in this process, and give its exit status."""
    try:
        DOOR.main(arguments, "samverkan")
    except SystemExit as left:
        return int(left.code or 0)


# ------------------------------------------------------------------------------------------------------ the faults


def around(act: Callable[[str, int, tuple[object, ...]], None], after: Callable[[str, int], None]) -> None:
    """Have something done before and after each call of the system that changes the disk, with its number."""
    numbers = count()

    def wrapped(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def called(*given: object, **named: object) -> object:
            if name == "open" and not int(str(given[1])) & os.O_CREAT:
                return call(*given, **named)
            number = next(numbers)
            act(name, number, given)
            found = call(*given, **named)
            after(name, number)
            return found

        return called

    for name in CALLS:
        setattr(os, name, wrapped(name, getattr(os, name)))
    folder.exchanged = wrapped("exchanged", folder.exchanged)  # type: ignore[assignment]  # the call of the C library


def signalled(number: int, point: int) -> None:
    """Send this process a signal around one call: at even points before it, at odd ones after it."""

    def before(_: str, call: int, __: tuple[object, ...]) -> None:
        if call * 2 == point:
            os.kill(os.getpid(), number)

    def after(_: str, call: int) -> None:
        if call * 2 + 1 == point:
            os.kill(os.getpid(), number)

    around(before, after)


def refused(code: int, point: int) -> None:
    """Have the disk refuse one call; what tidies up afterwards is let through."""

    def before(name: str, call: int, given: tuple[object, ...]) -> None:
        if call == point and name not in {"unlink", "rmdir"}:
            raise OSError(code, os.strerror(code), str(given[0]))

    around(before, lambda *_: None)


def counted(to: Path) -> None:
    """Count the calls of an undisturbed run."""
    around(lambda *_: None, lambda _, number: to.write_text(str(number + 1)))


def vanished(stage: Stage) -> None:
    shutil.rmtree(stage.target.parent)


def full(stage: Stage) -> None:
    """Fill the disk to the last block, outside the folder that is looked at."""
    with contextlib.suppress(OSError), (stage.room / "filler").open("wb", buffering=0) as filler:
        while filler.write(b"\0" * 4096):
            pass


def remounted(room: Path, flags: int) -> None:
    if ctypes.CDLL(None, use_errno=True).mount(None, os.fsencode(room), None, REMOUNT | flags, None):
        raise OSError(ctypes.get_errno(), "mount")


def guarded(stage: Stage) -> None:
    """Let anybody write in the folders, and nobody in what stands there."""
    for each in [stage.place, *(each for each in stage.place.rglob("*") if each.is_dir())]:
        each.chmod(0o777)
    if stage.target.exists():
        stage.target.chmod(0o555 if stage.target.is_dir() else 0o444)


def nobody() -> None:
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)


def small() -> None:
    """Let no file grow beyond a few bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (250, 250))


def replaced(target: Path, make: Callable[[Path], object]) -> None:
    """Have another thing stand where the scene writes."""
    if os.path.lexists(target):
        target.rename(target.with_name(MOVED))
    make(target)


def a_folder(target: Path) -> None:
    target.mkdir()
    (target / "theirs").write_text("of somebody else")


def a_loop(target: Path) -> None:
    target.with_name(BACK).symlink_to(target.name)
    target.symlink_to(BACK)


def a_link(target: Path) -> None:
    moved = target.with_name(MOVED)
    if not moved.exists():
        moved.write_text("old\n")
    target.symlink_to(moved.name)


REPLACED: dict[str, Callable[[Path], object]] = {
    "a folder": a_folder,
    "another file": lambda target: target.write_text("of somebody else"),
    "a loop": a_loop,
    "a dangling link": lambda target: target.symlink_to(NOWHERE),
    "a link": a_link,
}
REFUSALS = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG, errno.EACCES, errno.EPROTO)


def faults(stage: Stage, total: int, points: int, *, disk: bool) -> Iterator[Fault]:
    """Give each fault of a scene whose verb makes so many calls of the system."""
    chance = random.Random(2016)  # noqa: S311  # points to stop at, no secrets
    for number in (signal.SIGKILL, signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        many = points if number == signal.SIGKILL else -(-points // 4)
        for point in sorted(chance.sample(range(2 * total), min(many, 2 * total))):
            yield Fault(number.name, point, inside=partial(signalled, number, point))
    for point in sorted(chance.sample(range(total), min(points, total))):
        yield Fault("refused", point, inside=partial(refused, REFUSALS[point % len(REFUSALS)], point))
    yield Fault("too large", inside=small)
    for name, make in REPLACED.items() if stage.name not in FOLDERS else ():
        yield Fault(name, around=partial(replaced, stage.target, make))
    yield from (Fault("twice", number, runs=2) for number in range(-(-points // 10)))
    if disk:
        yield Fault("full", around=partial(full, stage))
        yield Fault("read-only", around=partial(remounted, stage.room, RDONLY))
        yield Fault("forbidden", around=partial(stage.place.chmod, 0o755), inside=nobody)
        yield Fault("guarded", around=partial(guarded, stage), inside=nobody)
    yield Fault("vanished", around=partial(vanished, stage))


# ------------------------------------------------------------------------------------------------------ the runs


class Seen(BaseException):
    """All faults of a scene have been seen; nobody in between is to catch this."""


@define
class Rehearsal:
    """A scene played once, and from where its verb begins to write as often as there are faults."""

    stage: Stage
    points: int
    disk: bool
    outcomes: dict[str, list[Outcome]]
    inside: bool = False

    def play(self) -> None:
        """Run the verb; a process that was forked on the way ends here."""
        output.held = folder.held = self.begin  # type: ignore[assignment]  # where every verb begins to write
        output.alone = folder.alone = lambda _: contextlib.nullcontext()  # type: ignore[assignment]  # each run by itself
        try:
            status = run(*SCENES[self.stage.name])
        except Seen:
            return
        except BaseException:  # noqa: BLE001  # the test is to see it
            traceback.print_exc()
            status = 99
        if self.inside:
            leave(status)
        raise AssertionError(f"{self.stage.name} wrote nothing")

    def begin(self) -> AbstractContextManager[Callable[[], None]]:
        """Fork for every fault; the forked process goes on as the verb would."""
        stage, to = self.stage, self.stage.room / "count"
        shutil.copytree(stage.place, stage.begun, symlinks=True)
        for inside in (list, partial(counted, to)):
            stage.reset()
            if self.fork(inside):
                return held.held()
            self.ended(wait(stage.room))
        stage.after = snapshot(stage.place)
        for fault in faults(stage, int(to.read_text()), self.points, disk=self.disk):
            stage.reset()
            fault.around()
            before = snapshot(stage.place)
            if any(self.fork(fault.inside) for _ in range(fault.runs)):
                return held.held()
            ended = [wait(stage.room) for _ in range(fault.runs)]
            if fault.name == "read-only":
                remounted(stage.room, 0)
            status, told = max(ended, key=lambda each: abs(each[0]))
            outcome = Outcome(fault.point, status, told, *stage.state(before))
            if fault.name == "SIGKILL" and len(self.outcomes.get("SIGKILL", ())) % 5 == 1:
                outcome.again = self.again()
            self.outcomes.setdefault(fault.name, []).append(outcome)
        raise Seen

    def ended(self, ended: tuple[int, str]) -> None:
        if ended[0]:
            raise AssertionError(ended)

    def fork(self, inside: Callable[[], object]) -> bool:
        """Go on in a process of its own, which tells its complaints to a file; say whether this is that process."""
        if os.fork():
            return False
        self.inside = True
        output.held = folder.held = held.held
        quiet(self.stage.room)
        if self.stage.name in LOCKING:
            fcntl.flock(os.open(self.stage.place, os.O_RDONLY), fcntl.LOCK_EX)
        inside()
        return True

    def again(self) -> str:
        """Run the whole verb once more, as whoever saw the first one die would."""
        stage = self.stage
        if os.fork() == 0:
            output.held = folder.held = held.held
            quiet(stage.room)
            output.alone = folder.alone = alone.alone
            leave(run(*SCENES[stage.name]))
        status, told = wait(stage.room)
        state, left = stage.state({})
        return f"{state} {status} {len(left)} {told}"


def quiet(room: Path) -> None:
    """Have complaints go to a file of this process, and what is printed nowhere."""
    for number, path in ((1, Path(os.devnull)), (2, told_by(room, os.getpid()))):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        os.dup2(handle, number)
        os.close(handle)


def told_by(room: Path, process: int) -> Path:
    return room.parent / f"told-{process}"


def leave(status: int) -> NoReturn:
    sys.stderr.flush()
    os._exit(status)


def wait(room: Path) -> tuple[int, str]:
    """Give the status of a process that has ended, and what it complained of; negative is the signal that ended it."""
    child, ended = os.wait()
    told = told_by(room, child)
    text = told.read_text(encoding="utf-8") if told.exists() else ""
    told.unlink(missing_ok=True)
    return os.waitstatus_to_exitcode(ended), text


def rehearse(root: Path, name: str, points: int, *, disk: bool) -> dict[str, list[Outcome]]:
    """Play one scene under every fault."""
    room = root / name
    room.mkdir()
    if disk:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", room], check=True)  # noqa: S607
    room.chmod(0o755)
    prepare(room / "plats", name)
    stage = Stage(name, room / "plats", room / "begun", snapshot(room / "plats"), {})
    rehearsal = Rehearsal(stage, points, disk, {})
    rehearsal.play()
    output.held, output.alone = folder.held, folder.alone = held.held, alone.alone
    os.chdir(root)
    return rehearsal.outcomes


def main(root: Path, points: int, names: list[str]) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever works in the background has it ignored
    os.environ |= {"COLUMNS": "200", "SAMVERKAN_LANG": "sv"}
    Wording("sv").word("Usage")  # nobody may read the catalogue who has become nobody
    disk = own_disk()
    printed = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if not disk:
        os.fsync = lambda _: None  # type: ignore[assignment]  # a killed process is no power cut, and waiting is long
    found = {name: rehearse(root, name, points, disk=disk) for name in names or SCENES}
    data = {
        name: {fault: [asdict(each) for each in many] for fault, many in run.items()} for name, run in found.items()
    }
    with os.fdopen(printed, "w", encoding="utf-8") as stream:
        json.dump(data, stream)


def own_disk() -> bool:
    """Move to a name space of our own, whose mounts nobody else sees and which end with us; say whether we may."""
    if sys.platform != "linux" or os.geteuid():
        return False
    library = ctypes.CDLL(None, use_errno=True)
    return library.unshare(NEWNS) == 0 and library.mount(None, b"/", None, REC | PRIVATE, None) == 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
