"""Search over the library: kept in step with what is added, translated, edited and removed."""

import json
from pathlib import Path

import pytest
from cli_help import CHINESE, OTHER, sanyu
from patience import wait_for
from tui_fakes import filled

from cache.library import Shelf
from cache.places import Places
from cache.translations import Translation, Translations
from reader.cli import indexing
from reader.cli.bookshelf import Bookshelf
from seeds.article import Article
from translate.memory.memory import TranslationMemory
from translate.memory.passage import Passage
from translate.row import Row, Target
from translate.segment import segments_of


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text("越南外长会见老挝外长\n" + CHINESE)
    (tmp_path / "news" / "two.txt").write_text("大米出口增长\n" + OTHER)
    return tmp_path / "news"


def rows_of(article: Article) -> list[Row]:
    return [Row(segment) for segment in segments_of(article)]


def remember(zh: str, target: str, text: str, key: bytes = b"k") -> None:
    translations = Translations(Places.find().translations)
    translations.put_many([Translation(key, zh, target, "fake", f"f{key!r}", text)])
    translations.close()


def hits(shelf: Bookshelf, query: str) -> list[tuple[str, int]]:
    return [(hit.item.name, hit.segment) for hit in shelf.search(query, 20)]


def caught_up(shelf: Bookshelf) -> int:
    return len(list(shelf.catch_up()))


def test_all_articles_are_found_in_chinese_at_once(news: Path) -> None:
    with Bookshelf(Places.find(), print) as shelf:
        assert all(not added.failures for added in shelf.add_files(news, lambda: False))
        assert caught_up(shelf) == 2 and caught_up(shelf) == 0
        assert hits(shelf, "外長") == [("one.txt", 0)]
        assert hits(shelf, "630万吨") == [("two.txt", 1)]
        (hit,) = shelf.search("630", 5)
        (passage,) = hit.passages
        ((start, end),) = passage.spans
        assert passage.language == "zh" and passage.text[start:end] == "630"


def test_what_was_translated_before_is_found_and_names_the_article(news: Path) -> None:
    remember("大米出口增长", "en", "an older draft", b"1")
    remember("大米出口增长", "en", "Rice exports grow", b"2")
    with Bookshelf(Places.find(), print) as shelf:
        shelf.add(news / "two.txt")
        caught_up(shelf)
        remember("大米出口增长", "vi", "Xuất khẩu gạo tăng", b"3")
        caught_up(shelf)
        (item,) = shelf.items()
        assert item.title_en in ("Rice exports grow", "an older draft")
        assert (item.title_vi, item.translated) == ("Xuất khẩu gạo tăng", 1)
        assert hits(shelf, "xuat khau") == [("two.txt", 0)]


def test_rows_that_are_read_are_found_with_their_title(news: Path) -> None:
    with Bookshelf(Places.find(), print) as shelf:
        key, article = shelf.add(news / "one.txt")
        rows = [filled(row) for row in rows_of(article)]
        shelf.note(key, rows)
    with Bookshelf(Places.find(), print) as shelf:
        assert hits(shelf, "sentence 0 rice")[0] == ("one.txt", 0)
        (item,) = shelf.items()
        assert (item.title_en, item.title_vi) == ("Sentence 0 about rice.", "Câu số 0 về lúa gạo.")
        assert item.translated == item.segments == len(rows)
        # The rest of the article comes with the next catching up, and what was noted stays.
        assert caught_up(shelf) == 1 and hits(shelf, '"cau so 0"') == [("one.txt", 0)]


def test_noted_rows_are_written_while_one_reads(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "PAUSE", 0.01)
    with Bookshelf(Places.find(), print) as shelf:
        key, article = shelf.add(news / "one.txt")
        shelf.note(key, [filled(row) for row in rows_of(article)])
        wait_for(lambda: hits(shelf, "sentence"))


def test_what_a_person_wrote_is_found_in_place_of_the_draft(news: Path) -> None:
    remember("大米出口增长", "en", "Rice exports grow")
    places = Places.find()
    with Bookshelf(places, print) as shelf:
        shelf.add(news / "two.txt")
        caught_up(shelf)
        memory = TranslationMemory(places.memory)
        memory.edit(Passage("大米出口增长", "", OTHER.strip()), Target.EN, "Exports of rice go up")
        memory.close()
        caught_up(shelf)
        assert hits(shelf, "go up") == [("two.txt", 0)] and hits(shelf, "grow") == []
        assert shelf.items()[0].title_en == "Exports of rice go up"
    places.search.unlink()
    with Bookshelf(places, print) as shelf:
        caught_up(shelf)
        assert hits(shelf, "go up") == [("two.txt", 0)]


def test_removed_articles_are_not_found_and_come_back_with_undo(news: Path) -> None:
    with Bookshelf(Places.find(), print) as shelf:
        key, _ = shelf.add(news / "one.txt")
        caught_up(shelf)
        shelf.take_out(key)
        assert hits(shelf, "外长") == []
        caught_up(shelf)
        assert shelf.indexing.index.held() == set()
        assert shelf.put_back() == key and shelf.put_back() is None
        caught_up(shelf)
        assert hits(shelf, "外长") == [("one.txt", 0)]


def test_a_deleted_or_damaged_index_is_made_anew(news: Path) -> None:
    places, notices = Places.find(), []
    with Bookshelf(places, notices.append) as shelf:
        shelf.add(news / "one.txt")
        caught_up(shelf)
    places.search.write_bytes(b"nonsense" * 5000)
    with Bookshelf(places, notices.append) as shelf:
        assert caught_up(shelf) == 1 and hits(shelf, "外长") == [("one.txt", 0)]
    assert len(notices) == 1 and "made from the library" in notices[0]
    places.search.unlink()
    with Bookshelf(places, notices.append) as shelf:
        assert caught_up(shelf) == 1 and hits(shelf, "外长") == [("one.txt", 0)]
    assert len(notices) == 1


def test_one_document_that_cannot_be_read_does_not_stop_the_others(news: Path) -> None:
    places = Places.find()
    shelf = Shelf(places.library)
    shelf.put("broken.epub", "坏", 1, b"PK no archive")
    shelf.close()
    failures: list[str] = []
    with Bookshelf(places, print) as books:
        books.add(news / "one.txt")
        list(books.catch_up(fail=failures.append))
        assert hits(books, "外长") == [("one.txt", 0)]
    assert len(failures) == 1 and "broken.epub" in failures[0]


def test_catching_up_can_be_stopped_and_goes_on(news: Path) -> None:
    with Bookshelf(Places.find(), print) as shelf:
        list(shelf.add_files(news, lambda: False))
        asked = iter([False, False, False, True])
        assert len(list(shelf.catch_up(lambda: next(asked)))) == 1
        assert caught_up(shelf) == 1


def test_the_command_finds_sentences(news: Path) -> None:
    remember("大米出口增长", "vi", "Xuất khẩu gạo tăng trưởng")
    sanyu("library", "add", "news")
    result = sanyu("library", "search", "xuat", "khau", "--json")
    (found,) = json.loads(result.out)
    assert result.code == 0 and [*found] == ["article", "title", "segment", "zh", "en", "vi", "matches"]
    assert (found["segment"], found["zh"], found["en"]) == (0, "大米出口增长", None)
    assert found["matches"] == [{"language": "vi", "start": 0, "end": 9}]
    result = sanyu("library", "search", "越南外長")
    assert result.code == 0 and "越南外长会见老挝外长" in result.out and " 1 zh " in result.out
    assert found["article"] not in result.out


def test_the_command_says_when_there_is_nothing(news: Path) -> None:
    result = sanyu("library", "search", "外长", "--json")
    assert result.code == 1 and json.loads(result.out) == [] and "empty" in result.err
    sanyu("library", "add", "news")
    result = sanyu("library", "search", "nowhere")
    assert (result.code, result.out) == (1, "") and "nowhere" in result.err and result.err.count("\n") == 1
    assert sanyu("library", "search", "，。").code == 2
    assert sanyu("library", "search").code == 2


def test_the_command_limits_and_says_so(news: Path) -> None:
    for number in range(4):
        (news / f"{number}.txt").write_text(f"越南新闻{number}\n越南。\n")
    sanyu("library", "add", "news")
    result = sanyu("library", "search", "越南", "--limit", 2)
    assert result.out.count(" zh ") == 2 and "--limit 10" in result.err


def test_escapes_in_articles_do_nothing(news: Path) -> None:
    (news / "odd.txt").write_text("越南\x1b[31m新闻[b]\n越南\u202e。\n")
    sanyu("library", "add", "news/odd.txt")
    result = sanyu("library", "search", "越南")
    assert result.code == 0 and "\x1b" not in result.out and "\u202e" not in result.out


def test_clearing_the_cache_clears_the_index(news: Path, home: Path) -> None:
    sanyu("library", "add", "news")
    sanyu("library", "search", "越南")
    assert Places.find().search.exists()
    assert sanyu("cache", "clear", "--yes").code == 0 and not Places.find().search.exists()
    assert sanyu("library", "search", "越南").code == 0


def test_of_a_book_some_rows_at_a_time_are_written(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "AT_ONCE", 2)
    monkeypatch.setattr(indexing, "PAUSE", 100)
    with Bookshelf(Places.find(), print) as shelf:
        key, article = shelf.add(news / "one.txt")
        shelf.note(key, [filled(row) for row in rows_of(article)])
        shelf.indexing.flush()
        assert len(hits(shelf, "sentence")) == 2
        shelf.indexing.flush()
        assert len(hits(shelf, "sentence")) == 3
