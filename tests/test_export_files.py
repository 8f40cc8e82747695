"""Output files: whole or not at all."""

import errno
import os
import shutil
import stat
import tempfile
from pathlib import Path

import pytest
from cli_help import written

from reader.export.files import OutputError, write_atomically
from reader.export.leftovers import prefix_of, sweep


def test_a_file_is_written_with_the_usual_permissions_and_no_leavings(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "a.md"
    assert write_atomically(path, "越南\n")
    assert path.read_bytes() == "越南\n".encode()
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask
    assert written(tmp_path) == {"deep/er/a.md"}


def test_an_unchanged_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_atomically(path, "x")
    before = path.stat().st_mtime_ns, path.stat().st_ino
    assert not write_atomically(path, "x")
    assert before == (path.stat().st_mtime_ns, path.stat().st_ino)
    assert write_atomically(path, "y") and path.read_text() == "y"


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    step: str, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    write_atomically(path, "old")

    def fail(*arguments: object) -> None:
        raise error

    monkeypatch.setattr(f"reader.export.files.os.{step}", fail)
    expected = OutputError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected):
        write_atomically(path, "new")
    assert path.read_text() == "old" and written(tmp_path) == {"a.md"}


def test_a_surrogate_alone_does_no_harm(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.md", "越\ud800南")
    assert (tmp_path / "a.md").read_text() == "越?南"


def test_a_folder_that_is_removed_in_this_moment_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, left = tempfile.mkstemp, [1]

    def removed_first(*arguments: object, **options: object) -> tuple[int, str]:
        if left and left.pop():
            (tmp_path / "out").rmdir()
        return make(*arguments, **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr("reader.export.files.tempfile.mkstemp", removed_first)
    assert write_atomically(tmp_path / "out" / "a.md", "x")
    assert written(tmp_path) == {"out/a.md"}


def test_what_was_removed_for_good_is_told_with_a_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.export.files.os.fsync", lambda handle: shutil.rmtree(tmp_path / "out"))
    with pytest.raises(OutputError, match="folder was removed meanwhile"):
        write_atomically(tmp_path / "out" / "a.md", "x")


def test_the_unfinished_files_of_another_container_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The same host name, the same folder, and a process id that runs nowhere here.
    monkeypatch.setattr("os.getpid", lambda: 4_194_304)
    mine = tmp_path / f"{prefix_of('a.md')}x.part"
    monkeypatch.setattr("os.readlink", lambda path: "pid:[4026530000]")
    other = tmp_path / f"{prefix_of('a.md')}x.part"
    monkeypatch.undo()
    assert mine != other
    mine.touch()
    other.touch()
    sweep(tmp_path)
    assert written(tmp_path) == {other.name}
