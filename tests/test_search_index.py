"""The index of full-text search: what it finds, and what it survives."""

import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cache import search
from cache.search import Line, SearchIndex
from reader.cli.indexing import search_words

WORDS = search_words()
LINES = [
    Line(
        "a",
        0,
        "越南外長訪問老撾",
        "Vietnam's foreign minister visits Laos",
        "Bộ trưởng Ngoại giao Việt Nam thăm Lào",
    ),
    Line("a", 1, "双方同意加强合作。", "The two sides agreed.", "Hai bên nhất trí tăng cường hợp tác."),
    Line("b", 0, "大米出口增长", "Rice exports grow", "Xuất khẩu gạo tăng trưởng"),
    Line("b", 1, "越南大米出口量达630万吨，外长称赞。", "", ""),
    Line("b", 2, "得乐省咖啡", "Coffee of Dak Lak", "Cà phê Đắk Lắk"),
]


def filled(path: Path, notices: list[str] | None = None) -> SearchIndex:
    index = SearchIndex(path, WORDS, [].append if notices is None else notices.append)
    for key in ("a", "b"):
        index.put(key, [line for line in LINES if line.article == key])
    return index


@pytest.fixture(params=[True, False], ids=["fts5", "without"])
def index(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SearchIndex:
    if not request.param:
        monkeypatch.setattr(search, "has_fts5", lambda connection: False)
    made = filled(tmp_path / "search.sqlite")
    assert made.is_quick is request.param
    return made


def places(index: SearchIndex, query: str, limit: int = 20) -> list[tuple[str, int]]:
    return [(line.article, line.segment) for line in index.find(index.words.query(query), limit)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("越", {("a", 0), ("b", 1)}),
        ("外长", {("a", 0), ("b", 1)}),
        ("外長", {("a", 0), ("b", 1)}),
        ("外长访问老挝", {("a", 0)}),
        ("630万", {("b", 1)}),
        ("dak lak", {("b", 2)}),
        ("Đắk", {("b", 2)}),
        ("export", {("b", 0)}),
        ("tang", {("a", 1), ("b", 0)}),
        ('"tang cuong"', {("a", 1)}),
        ("大米 rice", {("b", 0)}),
        ("南越", set()),
        ("nothing such", set()),
        ("", set()),
        ('" AND ( * NEAR', set()),
    ],
)
def test_words_are_found_in_every_language(
    index: SearchIndex, query: str, found: set[tuple[str, int]]
) -> None:
    assert set(places(index, query)) == found


def test_headlines_and_words_side_by_side_come_first(index: SearchIndex) -> None:
    assert places(index, "外长")[0] == ("a", 0)
    index.put("c", [Line("c", n, "新闻", "minister of foreign affairs") for n in range(3)])
    index.put("d", [Line("d", 0, "报道"), Line("d", 1, "新闻", "a foreign minister")])
    order = places(index, "foreign minister")
    assert order.index(("d", 1)) < order.index(("c", 0)) and len(order) == 5


def test_no_more_than_the_limit(index: SearchIndex) -> None:
    assert len(places(index, "越", 1)) == 1


def test_translations_come_later_and_change(index: SearchIndex) -> None:
    index.update([Line("b", 1, LINES[3].zh, "praised by the minister", "")])
    assert places(index, "praised") == [("b", 1)]
    index.update([Line("b", 1, LINES[3].zh, "lauded by the minister", "ngợi khen")])
    assert places(index, "praised") == [] and places(index, "lauded ngoi khen") == [("b", 1)]
    index.update([Line("b", 1, LINES[3].zh)])
    assert places(index, "lauded") == [("b", 1)] and places(index, "630") == [("b", 1)]
    assert index.learn({(LINES[3].zh, "en"): "hailed", ("别的", "en"): "other"}) == {"b"}
    assert places(index, "hailed") == [("b", 1)] and places(index, "lauded other") == []
    assert index.translated("b") == 3


def test_a_line_not_there_yet_is_put_there(index: SearchIndex) -> None:
    index.update([Line("e", 5, "湄公河", "the Mekong", "")])
    assert places(index, "mekong") == [("e", 5)] and "e" not in index.articles()
    index.put("e", [Line("e", 4, "前言"), Line("e", 5, "湄公河", "", "sông Mê Công")])
    assert places(index, "mekong song") == [("e", 5)] and "e" in index.articles()


def test_an_article_put_again_or_dropped_leaves_nothing_behind(index: SearchIndex) -> None:
    index.put("b", [Line("b", 0, "胡椒", "pepper")])
    assert places(index, "rice") == places(index, "630") == [] and places(index, "pepper") == [("b", 0)]
    index.drop("b")
    assert places(index, "pepper") == [] and index.articles() == index.held() == {"a"}


def test_text_of_any_kind_is_taken(index: SearchIndex) -> None:
    odd = "\ud800\0越\u202e[b]\x1b[2J'\"" + "长" * 3000 + "x" * 70_000
    index.put("odd", [Line("odd", 0, odd, odd, odd)])
    assert places(index, "长长长") == [("odd", 0)] and places(index, "x" * 500) == [("odd", 0)]
    (line,) = index.lines("odd")
    assert len(line.zh) == len(odd)
    index.drop("odd")
    assert places(index, "长长") == []


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(st.sampled_from("越南外长wto đ,6"), max_size=12), min_size=1, max_size=6),
    st.text(st.sampled_from('越南外长wto đ",6'), max_size=6),
)
def test_the_index_and_a_look_at_every_line_find_the_same(texts: list[str], query: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        quick = SearchIndex(Path("/dev/null/none"), WORDS)
        patch.setattr(search, "has_fts5", lambda connection: False)
        slow = SearchIndex(Path("/dev/null/none"), WORDS)
    for index in (quick, slow):
        index.put("a", [Line("a", n, text, text[::-1]) for n, text in enumerate(texts)])
    assert sorted(places(quick, query)) == sorted(places(slow, query))
    quick.close()
    slow.close()


def test_a_damaged_index_is_moved_aside_with_a_notice(tmp_path: Path) -> None:
    path = tmp_path / "search.sqlite"
    filled(path).close()
    path.write_bytes(b"nonsense" * 4000)
    notices: list[str] = []
    index = SearchIndex(path, WORDS, notices.append)
    assert index.articles() == set() and places(index, "越") == []
    assert len(notices) == 1 and "made from the library" in notices[0]


def test_damage_inside_is_found(tmp_path: Path) -> None:
    path = tmp_path / "search.sqlite"
    filled(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE gram_data SET block = x'00' WHERE id > 10")
    notices: list[str] = []
    index = SearchIndex(path, WORDS, notices.append)
    index.check()
    assert len(notices) == 1 and index.articles() == set()
    index.check()
    assert len(notices) == 1


def test_an_index_made_otherwise_is_emptied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "search.sqlite"
    filled(path).close()
    again = SearchIndex(path, WORDS)
    assert again.articles() == {"a", "b"}
    again.close()
    other = SearchIndex(path, search.Words({"米": "禾"}))
    assert other.articles() == set() and places(other, "越") == []
    other.put("a", LINES[:1])
    other.close()
    with monkeypatch.context() as patch:
        patch.setattr(search, "has_fts5", lambda connection: False)
        without = SearchIndex(path, search.Words({"米": "禾"}))
        assert without.articles() == set()
        without.put("b", LINES[2:])
        without.close()
    again = SearchIndex(path, search.Words({"米": "禾"}))
    assert again.articles() == set() and places(again, "rice") == []


def test_two_programs_share_an_index(tmp_path: Path) -> None:
    path = tmp_path / "search.sqlite"
    one, two = SearchIndex(path, WORDS), SearchIndex(path, WORDS)

    def put(index: SearchIndex) -> None:
        for key in "abcdefgh":
            index.put(key, [Line(key, n, f"大米{n}") for n in range(40)])

    threads = [threading.Thread(target=put, args=(index,)) for index in (one, two)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert one.held() == set("abcdefgh")
    assert len(places(two, "大米", 1000)) == 8 * 40
    one.check()
    assert len(places(one, "大米", 1000)) == 8 * 40
