import multiprocessing
import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cache.database import APPLICATION_ID
from cache.translations import Translation, Translations, key_of


def draft(number: int, text: str = "text", engine: str = "transfer") -> Translation:
    key = key_of(f"句{number}", "en", engine, ())
    return Translation(key, f"句{number}", "en", engine, f"{engine}/1", text, ("number", "name"), b"\1\2")


def reopened(path: Path) -> list[Translation]:
    translations = Translations(path)
    found = translations.get_many([draft(n).key for n in range(10)])
    translations.close()
    return list(found.values())


def test_what_was_put_is_there_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "translations.sqlite"
    first = Translations(path)
    first.put_many([draft(1), draft(2)])
    first.close()
    assert sorted(reopened(path), key=lambda d: d.source) == [draft(1), draft(2)]


def test_a_later_draft_replaces_an_earlier_one_of_the_same_key(tmp_path: Path) -> None:
    translations = Translations(tmp_path / "t.sqlite")
    translations.put_many([draft(1, "old"), draft(1, "new")])
    assert translations.get_many([draft(1).key])[draft(1).key].text == "new"
    assert translations.count() == 1


def test_many_keys_are_asked_for_at_once(tmp_path: Path) -> None:
    translations = Translations(tmp_path / "t.sqlite")
    drafts = [draft(number) for number in range(2500)]
    translations.put_many(drafts)
    assert len(translations.get_many([d.key for d in drafts])) == 2500
    assert translations.get_many([]) == {}
    assert translations.get_many([b"unknown"]) == {}


@given(st.text(), st.text(), st.text(), st.lists(st.tuples(st.text(), st.text())))
def test_the_key_depends_on_every_part(
    source: str, target: str, print_: str, pairs: list[tuple[str, str]]
) -> None:
    key = key_of(source, target, print_, pairs)
    assert len(key) == 16
    assert key == key_of(source, target, print_, list(pairs))
    assert key != key_of(source + "x", target, print_, pairs)
    assert key != key_of(source, target + "x", print_, pairs)
    assert key != key_of(source, target, print_ + "x", pairs)
    assert key != key_of(source, target, print_, [*pairs, ("国会", "Quốc hội")])


def test_parts_of_a_key_do_not_run_together() -> None:
    assert key_of("ab", "c", "", ()) != key_of("a", "bc", "", ())
    assert key_of("a", "b", "c", [("d", "ef")]) != key_of("a", "b", "c", [("de", "f")])


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"\0" * 5000])
def test_a_damaged_file_is_moved_aside_with_a_notice(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t.sqlite"
    path.write_bytes(content)
    notices: list[str] = []
    translations = Translations(path, notices.append)
    translations.put_many([draft(1)])
    translations.close()
    assert reopened(path) == [draft(1)]
    (aside,) = tmp_path.glob("t.sqlite.aside-*")
    assert aside.read_bytes() == content
    assert len(notices) == 1 and aside.name in notices[0]


def test_damage_in_the_middle_never_crashes(tmp_path: Path) -> None:
    path = tmp_path / "t.sqlite"
    first = Translations(path)
    first.put_many([draft(n, "x" * 3000) for n in range(50)])
    first.close()
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    path.write_bytes(raw)
    notices: list[str] = []
    translations = Translations(path, notices.append)
    translations.get_many([draft(n).key for n in range(50)])
    translations.put_many([draft(7)])
    assert translations.get_many([draft(7).key])[draft(7).key] == draft(7)
    translations.close()
    assert notices


def test_a_database_of_another_program_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "t.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
        other.execute("INSERT INTO recipes VALUES ('phở')")
    other.close()
    notices: list[str] = []
    Translations(path, notices.append).close()
    (aside,) = tmp_path.glob("t.sqlite.aside-*")
    kept = sqlite3.connect(aside)
    assert kept.execute("SELECT name FROM recipes").fetchall() == [("phở",)]
    kept.close()
    assert "another program" in notices[0]


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "t.sqlite"
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA application_id={APPLICATION_ID}")
    newer.execute("PRAGMA user_version=99")
    newer.close()
    before = path.read_bytes()
    notices: list[str] = []
    translations = Translations(path, notices.append)
    translations.put_many([draft(1)])
    assert translations.count() == 1
    translations.close()
    assert path.read_bytes() == before and "newer" in notices[0]


def test_a_folder_that_cannot_be_made_costs_only_the_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    notices: list[str] = []
    translations = Translations(tmp_path / "file" / "t.sqlite", notices.append)
    translations.put_many([draft(1)])
    assert translations.count() == 1
    assert len(notices) == 1 and "nothing is remembered" in notices[0]


def test_a_full_disk_ends_the_remembering_with_one_notice(tmp_path: Path) -> None:
    notices: list[str] = []
    translations = Translations(tmp_path / "t.sqlite", notices.append)
    translations.database.read("PRAGMA max_page_count=1")
    for number in range(3):
        translations.put_many([draft(number, "x" * 100_000)])
    assert len(notices) == 1 and "Free some space" in notices[0]
    assert translations.count() == 0


def fill(path: str, first: int) -> None:
    translations = Translations(Path(path))
    for number in range(first, first + 40):
        translations.put_many([draft(number)])
    translations.close()


def test_two_processes_write_to_one_file(tmp_path: Path) -> None:
    path = tmp_path / "t.sqlite"
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=fill, args=(str(path), first)) for first in (0, 20, 100)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    translations = Translations(path)
    assert translations.count() == 100
    translations.close()


def test_threads_share_one_connection(tmp_path: Path) -> None:
    translations = Translations(tmp_path / "t.sqlite")
    threads = [
        threading.Thread(target=lambda n=n: translations.put_many([draft(n * 100 + i) for i in range(50)]))
        for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert translations.count() == 200
