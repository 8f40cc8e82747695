"""What is no file is written into, and never replaced: devices, pipes."""

import os
import stat
import threading
from pathlib import Path

import pytest

from reader.export.files import OutputError, write_atomically, write_pieces

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")


@pytest.mark.parametrize(
    "write", [lambda path: write_atomically(path, "稻米\n"), lambda path: write_pieces(path, ["稻", "米\n"])]
)
def test_a_pipe_gets_the_text_and_stays_a_pipe(tmp_path, write):
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text("utf-8")))
    reader.start()
    assert write(pipe)
    reader.join(30)
    assert read == ["稻米\n"]
    assert stat.S_ISFIFO(pipe.stat().st_mode) and list(tmp_path.iterdir()) == [pipe]


def test_a_device_stays_a_device(tmp_path):
    for number, path in ((3, tmp_path / "null"), (7, tmp_path / "full")):
        try:
            os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, number))
            path.open("wb").close()
        except OSError:
            pytest.skip("no devices can be made here")
    assert write_atomically(tmp_path / "null", "稻米")
    with pytest.raises(OutputError, match="Free some space"):
        write_pieces(tmp_path / "full", ["稻米"])
    assert all(stat.S_ISCHR(path.stat().st_mode) for path in tmp_path.iterdir())


def test_a_link_to_a_file_is_written_as_ever(tmp_path):
    there = tmp_path / "there.txt"
    there.write_text("old", "utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to(there)
    assert write_atomically(link, "new")
    assert link.read_text("utf-8") == "new"
    assert not [path for path in tmp_path.iterdir() if path not in (Path(there), link)]
