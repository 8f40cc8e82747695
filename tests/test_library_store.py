from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cache.library import Positions, Shelf, article_id
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
