from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cache.database import Database
from cache.library import LIBRARY, Kept, Position, Positions, Shelf, article_id
from cache.places import Places


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "library.sqlite")


def test_an_article_is_kept_with_its_bytes(shelf: Shelf, tmp_path: Path) -> None:
    source = "稻谷丰收。".encode()
    key = shelf.put("rice.txt", "稻谷丰收", 1, source)
    shelf.close()
    again = Shelf(tmp_path / "library.sqlite")
    (entry,) = again.entries()
    assert (entry.id, entry.name, entry.title, entry.segments) == (key, "rice.txt", "稻谷丰收", 1)
    assert again.source(key) == source


def test_the_same_bytes_are_one_article(shelf: Shelf) -> None:
    first = shelf.put("a.txt", "甲", 1, b"text")
    second = shelf.put("b.txt", "乙", 2, b"text")
    assert first == second
    (entry,) = shelf.entries()
    assert (entry.name, entry.title, entry.segments) == ("b.txt", "乙", 2)


def test_the_article_opened_last_comes_first(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    for moment, name in enumerate("abca"):
        monkeypatch.setattr("time.time", lambda moment=moment: 1000 + moment)
        shelf.put(name, name, 1, name.encode())
    assert [entry.name for entry in shelf.entries()] == ["a", "c", "b"]
    assert shelf.entries()[0].added == 1000 and shelf.entries()[0].opened == 1003


def test_the_beginning_of_an_id_is_enough_while_it_is_the_only_one(shelf: Shelf) -> None:
    keys = [shelf.put(str(n), str(n), 1, str(n).encode()) for n in range(40)]
    assert shelf.source(keys[0][:8]) == b"0"
    shared = next(key[0] for key in keys if sum(k[0] == key[0] for k in keys) > 1)
    assert shelf.source(shared) is None
    assert shelf.source("") is None
    assert shelf.source("%") is None
    assert shelf.source("zz") is None


def test_a_removed_article_is_gone(shelf: Shelf) -> None:
    key = shelf.put("a", "a", 1, b"a")
    assert shelf.remove(key) is True
    assert shelf.remove(key) is False
    assert shelf.entries() == [] and shelf.source(key) is None


@given(st.binary(max_size=50))
def test_an_id_depends_on_the_bytes_alone(source: bytes) -> None:
    assert article_id(source) == article_id(bytes(source))
    assert len(article_id(source)) == 10
    assert article_id(source) != article_id(source + b"x")


def test_a_position_is_kept(tmp_path: Path) -> None:
    positions = Positions(tmp_path / "positions.sqlite")
    assert positions.get("one") == 0
    positions.put("one", 12, 30)
    positions.put("one", 14, 30)
    positions.put("two", 3, 5)
    positions.close()
    again = Positions(tmp_path / "positions.sqlite")
    assert (again.get("one"), again.get("two"), again.get("three")) == (14, 3, 0)


def test_a_damaged_library_is_moved_aside(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"nonsense" * 1000)
    notices: list[str] = []
    shelf = Shelf(path, notices.append)
    shelf.put("a", "a", 1, b"a")
    assert len(shelf.entries()) == 1
    assert len(notices) == 1 and list(tmp_path.glob("*.aside-*"))


def test_sanyu_home_moves_all_four_folders(tmp_path: Path) -> None:
    places = Places.find({"SANYU_HOME": str(tmp_path)})
    folders = {places.config, places.data, places.state, places.cache}
    assert len(folders) == 4 and all(folder.parent == tmp_path for folder in folders)


def test_what_people_made_is_not_in_the_cache(tmp_path: Path) -> None:
    places = Places.find({"SANYU_HOME": str(tmp_path)})
    assert places.translations.parent == places.cache
    for path in (places.library, places.positions, places.glossary):
        assert places.cache not in path.parents


def test_a_relative_home_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Places.find({"SANYU_HOME": "here"}).data == tmp_path / "here" / "data"
    assert Places.find({"SANYU_HOME": "~/x"}).data.is_absolute()


def test_without_sanyu_home_the_systems_folders_are_used() -> None:
    places = Places.find({})
    assert all("sanyu" in str(folder) for folder in (places.config, places.data, places.state, places.cache))


def test_what_is_known_of_an_article_is_kept_beside_it(shelf: Shelf) -> None:
    key = shelf.put("a.txt", "甲", 4, b"a", "2024-08-17")
    shelf.describe(key, title_en="First", translated=3)
    shelf.describe(key, title_vi="Thứ nhất")
    entry = shelf.entry(key)
    assert entry is not None and (entry.title_en, entry.title_vi) == ("First", "Thứ nhất")
    assert (entry.date, entry.translated) == ("2024-08-17", 3)
    shelf.put("a.txt", "甲", 4, b"a")
    assert shelf.entries() == [entry]
    shelf.describe("none", title_en="nobody")
    assert shelf.entry("none") is None and shelf.entries() == [entry]


def test_an_article_put_back_is_as_it_was(shelf: Shelf) -> None:
    key = shelf.put("a.txt", "甲", 4, b"a", "2024-08-17")
    shelf.describe(key, title_en="First", title_vi="Thứ nhất", translated=3)
    entry = shelf.entry(key)
    assert entry is not None
    kept = Kept(entry, b"a")
    shelf.remove(key)
    shelf.put_back(kept)
    shelf.put_back(kept)
    assert shelf.entries() == [entry] and shelf.source(key) == b"a"


def test_an_article_touched_comes_first(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [shelf.put(name, name, 1, name.encode()) for name in "ab"]
    monkeypatch.setattr("time.time", lambda: 4_000_000_000)
    shelf.touch(keys[0])
    assert [entry.id for entry in shelf.entries()] == keys


def test_a_library_of_the_first_version_is_read(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    old = Database(path, LIBRARY[:1])
    with old.atomic() as connection:
        connection.execute("INSERT INTO article VALUES ('k', 'a.txt', '甲', 1, 5, 6, x'61')")
    old.close()
    (entry,) = Shelf(path).entries()
    assert (entry.id, entry.title, entry.opened, entry.date, entry.translated) == ("k", "甲", 6, "", 0)


def test_all_positions_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 77.9)
    positions = Positions(tmp_path / "positions.sqlite")
    assert positions.all() == {}
    positions.put("one", 12, 30)
    positions.put("two", 3, 5)
    assert positions.all() == {"one": Position(12, 30, 77), "two": Position(3, 5, 77)}


@pytest.mark.parametrize("with_log", [True, False])
def test_a_library_deleted_while_open_is_written_anew(tmp_path: Path, with_log: bool) -> None:
    path, notices = tmp_path / "data" / "library.sqlite", list[str]()
    shelf = Shelf(path, notices.append)
    first = shelf.put("a", "甲", 1, b"a")
    for file in list(path.parent.iterdir()):
        if with_log or file == path:
            file.unlink()
    if with_log:
        path.parent.rmdir()
    second = shelf.put("b", "乙", 1, b"b")
    assert {entry.id for entry in shelf.entries()} == {first, second}
    assert len(notices) == 1 and "written anew" in notices[0]
    shelf.close()
    again = Shelf(path, notices.append)
    assert {entry.id for entry in again.entries()} == {first, second} and len(notices) == 1
    assert again.source(first) == b"a"


def test_two_readers_survive_the_deletion_of_their_library(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    one, two = Shelf(path), Shelf(path)
    keys = {one.put("a", "甲", 1, b"a"), two.put("b", "乙", 1, b"b")}
    for file in list(tmp_path.iterdir()):
        file.unlink()
    keys.add(one.put("c", "丙", 1, b"c"))
    keys.add(two.put("d", "丁", 1, b"d"))
    keys.add(one.put("e", "戊", 1, b"e"))
    assert {entry.id for entry in one.entries()} == {entry.id for entry in two.entries()} == keys
    one.close()
    two.close()
    assert {entry.id for entry in Shelf(path).entries()} == keys
