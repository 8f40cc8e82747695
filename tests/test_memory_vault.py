"""A person's work is kept, or the refusal is said aloud."""

import multiprocessing
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from patience import wait_for

from cache.copies import KEPT
from cache.database import APPLICATION_ID
from cache.memory import MemoryStore
from cache.unit import Address, Unit
from cache.vault import NotKeptError


def unit(number: int, text: str | None = "text") -> Unit:
    return Unit(Address(b"%d" % number, "en"), f"第{number}句话。", text, "edited", "person", abstract="句话")


def store(folder: Path, notice: Callable[[str], None] = print) -> MemoryStore:
    return MemoryStore(folder / "memory.sqlite", notice, folder / "backups")


def filled(folder: Path, number: int = 3) -> None:
    memory = store(folder)
    with memory.writing() as writer:
        for n in range(number):
            writer.save(unit(n), "edit", "draft", "transfer")
    memory.close()


def test_reading_an_empty_memory_makes_no_file(tmp_path: Path) -> None:
    memory = store(tmp_path)
    assert memory.at(unit(1).address) is None
    assert memory.matches([b"1"], "en") == {} and list(memory.units()) == []
    assert memory.similar("第1句话。", "en", 0.7) == [] and memory.counts().units == 0
    memory.close()
    assert list(tmp_path.iterdir()) == []


def test_what_was_saved_is_there_after_reopening(tmp_path: Path) -> None:
    filled(tmp_path)
    memory = store(tmp_path)
    assert [u.text for u in memory.units()] == ["text"] * 3
    assert memory.counts().edited == memory.counts().versions == 3
    memory.close()


def test_a_newer_file_refuses_edits_and_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA application_id={APPLICATION_ID}")
    newer.execute("PRAGMA user_version=99")
    newer.close()
    before, notices = path.read_bytes(), list[str]()
    memory = store(tmp_path, notices.append)
    assert memory.at(unit(1).address) is None
    with pytest.raises(NotKeptError, match=r"newer sanyu.*Update"):
        memory.save(unit(1), "edit", "", "")
    memory.close()
    assert path.read_bytes() == before and len(notices) == 1


def test_a_folder_that_cannot_be_made_refuses_edits(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    memory = MemoryStore(tmp_path / "file" / "memory.sqlite", print, tmp_path / "backups")
    with pytest.raises(NotKeptError, match="cannot be written"):
        memory.save(unit(1), "edit", "", "")
    assert memory.at(unit(1).address) is None
    memory.close()


def test_a_full_disk_refuses_the_edit_and_keeps_the_others(tmp_path: Path) -> None:
    filled(tmp_path)
    memory = store(tmp_path)
    memory.counts()
    memory.vault.read("PRAGMA max_page_count=1")
    with pytest.raises(NotKeptError, match=r"not saved.*Free some space"):
        memory.save(unit(9, "x" * 300_000), "edit", "", "")
    assert memory.counts().units == 3
    memory.close()


def as_nobody(folder: str, answers: "multiprocessing.Queue[list[str]]") -> None:
    if os.geteuid() == 0:
        os.setuid(65534)
    said: list[str] = []
    memory = store(Path(folder), said.append)
    texts = [u.text or "" for u in memory.units()]
    try:
        memory.save(unit(1, "other"), "edit", "", "")
    except NotKeptError as error:
        said.append(str(error))
    memory.close()
    answers.put([*texts, *said])


@pytest.mark.parametrize("folder_too", [True, False])
def test_a_file_that_can_only_be_read_is_read_and_refuses_edits(folder_too: bool) -> None:
    folder = Path(tempfile.mkdtemp(prefix="sanyu-readonly-"))
    try:
        filled(folder)
        for file in folder.rglob("*.sqlite"):
            file.chmod(0o444)
        (folder / "backups").chmod(0o555)
        folder.chmod(0o555 if folder_too or os.geteuid() == 0 else 0o755)
        context = multiprocessing.get_context("fork")
        answers: multiprocessing.Queue[list[str]] = context.Queue()
        worker = context.Process(target=as_nobody, args=(str(folder), answers))
        worker.start()
        texts = answers.get(timeout=60)
        worker.join(60)
        assert texts[:3] == ["text"] * 3
        assert "permissions" in texts[-1] and str(folder) in texts[-1]
    finally:
        folder.chmod(0o755)
        (folder / "backups").chmod(0o755)
        shutil.rmtree(folder)


def damage(path: Path) -> bytes:
    raw = bytearray(path.read_bytes())
    raw[100:] = b"\xff" * (len(raw) - 100)
    path.write_bytes(raw)
    return bytes(raw)


def test_a_damaged_file_is_kept_aside_and_the_newest_copy_takes_its_place(tmp_path: Path) -> None:
    filled(tmp_path)
    broken, notices = damage(tmp_path / "memory.sqlite"), list[str]()
    memory = store(tmp_path, notices.append)
    assert memory.counts().units == 3
    memory.save(unit(7), "edit", "", "")
    assert memory.counts().units == 4
    memory.close()
    (aside,) = tmp_path.glob("memory.sqlite.aside-*")
    assert aside.read_bytes() == broken
    assert len(notices) == 1 and aside.name in notices[0] and "the copy memory-" in notices[0]


def test_a_damaged_copy_is_passed_over(tmp_path: Path) -> None:
    filled(tmp_path, 2)
    (today,) = (tmp_path / "backups").iterdir()
    today.rename(today.with_name("memory-20200101.sqlite"))
    filled(tmp_path, 3)
    damage(tmp_path / "memory.sqlite")
    damage(max((tmp_path / "backups").iterdir()))
    memory = store(tmp_path)
    assert memory.counts().units == 2
    memory.close()


def test_damage_without_a_copy_begins_anew_with_a_notice(tmp_path: Path) -> None:
    filled(tmp_path)
    shutil.rmtree(tmp_path / "backups")
    damage(tmp_path / "memory.sqlite")
    notices: list[str] = []
    memory = store(tmp_path, notices.append)
    assert memory.counts().units == 0 and "a new one begun" in notices[0]
    memory.close()


def test_one_copy_a_day_is_made_and_the_last_ones_are_kept(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    for day in range(1, 9):
        (tmp_path / "backups" / f"memory-2020010{day}.sqlite").write_bytes(b"")
    other = tmp_path / "backups" / "annotations-20200101.sqlite"
    other.write_bytes(b"")
    filled(tmp_path)
    filled(tmp_path)
    copies = sorted((tmp_path / "backups").glob("memory-*"))
    assert len(copies) == KEPT and copies[0].name == "memory-20200105.sqlite" and other.exists()
    copy = sqlite3.connect(copies[-1])
    assert copy.execute("SELECT count(*) FROM unit").fetchone() == (3,)
    copy.close()
    assert not list((tmp_path / "backups").glob(".*"))


def test_a_damaged_database_is_never_copied_over_a_sound_copy(tmp_path: Path) -> None:
    filled(tmp_path, 300)
    memory = store(tmp_path)
    memory.save(unit(800), "edit", "", "")
    (copy,) = (tmp_path / "backups").iterdir()
    before = copy.read_bytes()
    memory.vault.read("PRAGMA wal_checkpoint(TRUNCATE)")
    raw = bytearray((tmp_path / "memory.sqlite").read_bytes())
    raw[20_480:24_576] = b"\xff" * 4096
    (tmp_path / "memory.sqlite").write_bytes(raw)
    memory.close()
    assert copy.read_bytes() == before


def test_copies_that_cannot_be_made_are_said_and_cost_nothing(tmp_path: Path) -> None:
    filled(tmp_path)
    shutil.rmtree(tmp_path / "backups")
    (tmp_path / "backups").write_text("in the way")
    notices: list[str] = []
    memory = store(tmp_path, notices.append)
    memory.save(unit(5), "edit", "", "")
    assert memory.counts().units == 4
    memory.close()
    assert notices and "could not be copied" in notices[0]


def test_check_tells_damage_and_soundness(tmp_path: Path) -> None:
    filled(tmp_path, 200)
    memory = store(tmp_path)
    assert memory.vault.check() == []
    memory.close()
    raw = bytearray((tmp_path / "memory.sqlite").read_bytes())
    raw[8192 : 8192 + 4096] = b"\xff" * 4096
    (tmp_path / "memory.sqlite").write_bytes(raw)
    memory = store(tmp_path)
    assert memory.vault.check() != []


def test_what_a_damaged_file_still_shows_is_brought_back(tmp_path: Path) -> None:
    filled(tmp_path, 400)
    memory = store(tmp_path)
    with memory.writing() as writer:
        for n in range(390, 600):
            writer.save(unit(n, "later " + "x" * 200), "edit", "", "")
    memory.vault.read("PRAGMA wal_checkpoint(TRUNCATE)")
    raw = bytearray((tmp_path / "memory.sqlite").read_bytes())
    copy = next((tmp_path / "backups").iterdir())
    size = copy.stat().st_size
    raw[size // 2 & ~4095 : size // 2 & ~4095 | 4095] = b"\xff" * 4095
    (tmp_path / "memory.sqlite").write_bytes(raw)
    again = store(tmp_path)
    assert again.vault.mend() and not again.vault.mend()
    assert again.counts().units == 400
    (aside,) = again.vault.aside()
    assert again.rescue(aside) > 100 and again.counts().units > 500
    assert again.rescue(aside) == 0
    again.close()


NOW = 1_700_000_000


def damaged(folder: Path, *texts: str | None, earlier: int = 0) -> tuple[MemoryStore, Path]:
    """A memory put back from a copy that holds the first of some texts of unit 1; the wreck has them all.

    The others are dated so many seconds before the first.
    """
    memory = store(folder)
    memory.save(replace(unit(1, texts[0]), saved=NOW), "edit", "", "")
    memory.close()
    memory = store(folder)
    for text in texts[1:]:
        memory.save(replace(unit(1, text), saved=NOW - earlier), "edit", "", "")
    for n in range(100, 300):
        memory.save(unit(n, "x" * 200), "edit", "", "")
    memory.vault.read("PRAGMA wal_checkpoint(TRUNCATE)")
    raw = bytearray((folder / "memory.sqlite").read_bytes())
    middle = len(raw) // 2 & ~4095
    raw[middle : middle + 4096] = b"\xff" * 4096
    (folder / "memory.sqlite").write_bytes(raw)
    again = store(folder)
    assert again.vault.mend()
    kept = again.at(unit(1).address)
    assert kept is not None and kept.text == texts[0]
    (aside,) = again.vault.aside()
    return again, aside


@pytest.mark.parametrize(("texts", "late"), [(("one", "two"), "two"), (("one", "two", None), None)])
def test_of_two_edits_in_one_second_the_later_is_rescued(
    texts: tuple[str | None, ...], late: str | None, tmp_path: Path
) -> None:
    memory, aside = damaged(tmp_path, *texts)
    assert memory.rescue(aside) > 0
    found = memory.at(unit(1).address)
    assert found is not None and found.text == late
    assert memory.rescue(aside) == 0
    memory.close()


def test_a_later_edit_with_an_earlier_date_is_rescued_and_none_made_since_gives_way(tmp_path: Path) -> None:
    memory, aside = damaged(tmp_path / "one", "one", "two")
    memory.save(replace(unit(1, "since"), saved=NOW + 1), "edit", "", "")
    memory.rescue(aside)
    found = memory.at(unit(1).address)
    assert found is not None and found.text == "since"
    memory.close()
    # What is imported brings the date at which it was made.
    memory, aside = damaged(tmp_path / "two", "one", "two", earlier=1_000_000)
    memory.rescue(aside)
    found = memory.at(unit(1).address)
    assert found is not None and found.text == "two"
    memory.close()


def test_nothing_is_rescued_from_what_is_no_memory(tmp_path: Path) -> None:
    (tmp_path / "junk").write_bytes(b"no database" * 1000)
    memory = store(tmp_path)
    assert memory.rescue(tmp_path / "junk") == 0
    memory.close()


def test_all_changes_of_a_transaction_are_kept_or_none(tmp_path: Path) -> None:
    memory = store(tmp_path)
    with pytest.raises(RuntimeError), memory.writing() as writer:
        writer.save(unit(1), "edit", "", "")
        raise RuntimeError
    assert memory.counts().versions == 0
    memory.close()


def edit_until_killed(folder: str, said: str) -> None:
    memory = store(Path(folder))
    with Path(said).open("w") as file:
        for n in range(100_000):
            memory.save(unit(n % 50, f"text {n} of {os.getpid()}"), "edit", "", "")
            file.write(f"{n}\n")
            file.flush()


def test_what_was_saved_before_a_kill_is_there_after_it(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    saved = 0
    for delay in (0.05, 0.1, 0.17):
        worker = context.Process(target=edit_until_killed, args=(str(tmp_path), str(tmp_path / "said")))
        worker.start()
        said = tmp_path / "said"
        wait_for(lambda said=said: said.exists() and said.stat().st_size)
        time.sleep(delay)
        worker.kill()
        worker.join(60)
        saved += len((tmp_path / "said").read_text().splitlines())
        (tmp_path / "said").unlink()
        memory = store(tmp_path)
        assert memory.vault.check() == []
        # Before each kill one more may have been saved than was said.
        assert saved <= memory.counts().versions <= saved + 3
        memory.close()
    assert saved > 0


def edit_many(folder: str, who: int) -> None:
    memory = store(Path(folder))
    for n in range(20):
        memory.save(unit(n, f"text of {who}"), "edit", "", "")
    memory.close()


def test_several_processes_edit_the_same_segments_and_nothing_is_lost(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=edit_many, args=(str(tmp_path), n)) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    memory = store(tmp_path)
    for n in range(20):
        versions = memory.history(unit(n).address)
        assert {v.text for v in versions} == {f"text of {who}" for who in range(3)}
        found = memory.at(unit(n).address)
        assert found is not None and found.text == versions[-1].text
    memory.close()
