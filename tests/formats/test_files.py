from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import InvalidCollaborationError, SamverkanError, UnreadableFileError
from samverkan.formats import json, toml
from samverkan.formats.files import load
from samverkan.formats.intake import MAX_FILE_BYTES, decoded
from samverkan.formats.wording import Wording
from samverkan.formats.wording.faults import told


def fault_of(path: Path) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        load(path)
    assert len(caught.value.faults) == 1
    return str(caught.value).replace(str(path), path.name)


def test_the_suffix_tells_toml_from_json(tmp_path: Path, example: str) -> None:
    collaboration = toml.loads(example)
    (tmp_path / "a.toml").write_text(example, encoding="utf-8")
    (tmp_path / "a.JSON").write_text(json.dumps(collaboration), encoding="utf-8")
    assert load(tmp_path / "a.toml") == load(str(tmp_path / "a.JSON")) == collaboration


def test_faults_name_the_file_as_it_was_given(tmp_path: Path, example: str) -> None:
    file = tmp_path / "a.toml"
    file.write_text(example.replace("2016-W10", "2016-W60"), encoding="utf-8")
    with pytest.raises(InvalidCollaborationError) as caught:
        load(file)
    assert str(caught.value).startswith(f"{file}:38:17: ")


def test_a_file_that_is_not_there_names_the_one_beside_it(tmp_path: Path) -> None:
    (tmp_path / "tranemo.toml").touch()
    assert (
        fault_of(tmp_path / "tranmo.toml")
        == "there is no file tranmo.toml; did you mean “tranemo.toml”? [no-such-file]"
    )


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "no" / "such.toml"
    assert "there is no file" in fault_of(path)


def test_a_directory(tmp_path: Path) -> None:
    assert fault_of(tmp_path) == f"{tmp_path.name} is a directory; expected a file [is-a-directory]"


def test_a_name_that_ends_in_something_else(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("format: 1", encoding="utf-8")
    told = "a.yaml is neither TOML nor JSON by its name; expected a name that ends in .toml or .json [unknown-suffix]"
    assert fault_of(tmp_path / "a.yaml") == told


def test_a_workbook_is_pointed_to_import(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    told = "a.xlsx is a workbook; expected the file that “samverkan import” makes of it [unknown-suffix]"
    assert fault_of(tmp_path / "a.xlsx") == told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.toml")
    assert fault_of(tmp_path / "a.toml") == "a.toml is no ordinary file; expected a file [not-a-file]"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    (tmp_path / "a.toml").touch()
    monkeypatch.setattr(Path, "open", refuse)  # who runs the tests as root may read everything
    told = "a.toml may not be read; expected a file that you have the right to read [no-permission]"
    assert fault_of(tmp_path / "a.toml") == told


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(UnreadableFileError, match=r"no file can have the name 'a\\x00b.toml' \[unreadable\]"):
        load("a\0b.toml")


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert fault_of(tmp_path / f"{'a' * 3000}.toml").endswith("is too long for a file [unreadable]")


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.toml").symlink_to("a.toml")
    assert fault_of(tmp_path / "a.toml") == "a.toml is a link that leads back to itself [unreadable]"


@pytest.mark.parametrize(
    ("number", "english", "swedish"),
    [
        (errno.EIO, "the disk of a.toml cannot be reached, or is broken", "disken med a.toml går inte att nå"),
        (
            errno.EBUSY,
            "a.toml cannot be read (the system says EBUSY)",
            "a.toml går inte att läsa (systemet säger EBUSY)",
        ),
        (None, "a.toml cannot be read (the system says OSError)", "a.toml går inte att läsa"),
    ],
)
def test_what_the_system_says_is_told_in_the_readers_language(
    number: int | None, english: str, swedish: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "the system’s own words")

    monkeypatch.chdir(tmp_path)
    Path("a.toml").touch()
    with monkeypatch.context() as system:
        system.setattr(Path, "open", refuse)
        assert fault_of(Path("a.toml")) == f"{english} [unreadable]"
    assert told(english, Wording("sv")).startswith(swedish)


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.toml").write_bytes(content)
    told = "a.toml is empty; expected a file that begins with “format = 1” [empty-file]"
    assert fault_of(tmp_path / "a.toml") == told


def test_a_file_of_ten_million_bytes_is_not_read_to_the_end(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"#" * 10_000_000)
    assert fault_of(tmp_path / "a.toml") == "a.toml is larger than 1,000,000 bytes; expected a smaller file [too-large]"


def test_a_file_as_large_as_is_allowed(tmp_path: Path, example: str) -> None:
    content = example.encode()
    (tmp_path / "a.toml").write_bytes(content + b"#" * (MAX_FILE_BYTES - len(content)))
    assert load(tmp_path / "a.toml") == toml.loads(example)


def test_latin_1_is_told_by_its_first_byte_and_shown_as_it_was_written(tmp_path: Path, example: str) -> None:
    (tmp_path / "a.toml").write_bytes(example.encode("latin-1", errors="replace"))
    with pytest.raises(UnreadableFileError) as caught:
        load(tmp_path / "a.toml")
    (fault,) = caught.value.faults
    at = example.encode("latin-1", errors="replace").index("Å".encode("latin-1"))
    assert fault.message == f"byte {at} (0xc5) is not UTF-8"
    assert fault.expected == "a file saved as UTF-8"
    assert fault.location is not None
    assert (fault.location.line, fault.location.column) == (32, 67)
    assert "Å, klockan" in fault.location.text


def test_utf_16_is_told_by_its_first_byte(tmp_path: Path, example: str) -> None:
    (tmp_path / "a.toml").write_bytes(example.encode("utf-16"))
    assert fault_of(tmp_path / "a.toml").startswith("a.toml:1:1: byte 0 (0xff) is not UTF-8")


def test_a_zero_byte(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b'format = 1\nname = "a\0b"\n')
    told = "a.toml:2:10: a zero byte stands here; expected a file saved as UTF-8 [control-character]"
    assert fault_of(tmp_path / "a.toml") == told


@given(st.binary())
def test_any_bytes_are_refused_without_a_traceback(raw: bytes) -> None:
    with pytest.raises(SamverkanError):
        toml.loads(decoded(raw, "x.toml"))
