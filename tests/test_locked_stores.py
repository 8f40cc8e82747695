"""Another program holds the cache or a person's work: a sentence, a short wait, nothing lost."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from batch_help import MINE, contents, edit, own, write_news
from cli_help import Outcome, sanyu

from cache.places import Places
from cache.translations import Translations
from cache.vault import NotKeptError
from translate.memory.memory import TranslationMemory
from translate.memory.passage import Passage
from translate.row import Target

HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)
for line in sys.argv[2].split(";"):
    connection.execute(line)
print("held", flush=True)
sys.stdin.read()
"""
# Readers are let in, as in WAL mode; nobody is; nobody is, and the log of WAL is folded in first.
SHARED = "BEGIN EXCLUSIVE"
ALONE = "PRAGMA locking_mode=EXCLUSIVE;BEGIN EXCLUSIVE"
UNLOGGED = "PRAGMA journal_mode=DELETE;BEGIN EXCLUSIVE"
WAYS = [SHARED, ALONE, UNLOGGED]


@contextmanager
def held(path: Path, way: str) -> Iterator[subprocess.Popen[str]]:
    """Another process holds a database."""
    words = [sys.executable, "-c", HOLDER, str(path), way]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        try:
            yield holder
        finally:
            holder.kill()


@pytest.fixture
def worked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_workshop: None) -> Path:
    """Articles, a text of one's own for one sentence, what a sound batch writes; no long waits."""
    monkeypatch.chdir(write_news(tmp_path))
    monkeypatch.setattr("cache.database.BUSY_SECONDS", 0.2)
    monkeypatch.setattr("cache.database.HURRIED_SECONDS", 0.1)
    monkeypatch.setattr("cache.upkeep.PATIENCE", 0.2)
    edit(MINE)
    assert sanyu("translate", "news", "-o", "sound", "--format", "md,csv", "-q").code == 0
    return tmp_path


def count() -> int:
    translations = Translations(Places.find().translations)
    number = translations.count()
    translations.close()
    return number


def sentence(outcome: Outcome, code: int = 1) -> str:
    """The one line that a command ended with."""
    assert outcome.code == code and "internal error" not in outcome.err, outcome.err
    assert outcome.err.count("\n") == 1 and "held by another program" in outcome.err
    assert "try again when that has finished" in outcome.err
    return outcome.err


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("store", ["translations", "memory"])
def test_a_batch_writes_the_same(store: str, way: str, worked: Path) -> None:
    path: Path = getattr(Places.find(), store)
    with held(path, way):
        result = sanyu("translate", "news", "-o", "out", "--format", "md,csv", "-q")
    assert result.code == 0 and contents(worked / "out") == contents(worked / "sound")
    assert MINE in (worked / "out" / "0.md").read_text()
    assert ("held" in result.err) == (way != SHARED)
    assert own() == {MINE} and sanyu("cache", "check").code == 0
    assert not list(path.parent.glob("*.aside-*"))


def test_what_is_translated_while_the_cache_is_held_is_remembered_when_it_is_free(
    worked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cache.backlog.PAUSE", 0.0)
    translations = Translations(Places.find().translations)
    known = translations.get_many(
        [key for (key,) in translations.database.read("SELECT key FROM translation")]
    )  # type: ignore[misc]
    translations.close()
    assert sanyu("cache", "clear", "--yes").code == 0 and count() == 0
    said: list[str] = []
    translations = Translations(Places.find().translations, said.append)
    one, *others = known.values()
    with held(Places.find().translations, SHARED):
        translations.put_many([one])
        translations.put_many(others[:3])
        assert len(said) == 1 and "waits" in said[0]
        # Nobody has to translate again what waits.
        assert set(translations.get_many([one.key, others[5].key])) == {one.key}
    translations.put_many(others[3:])
    translations.close()
    assert count() == len(known) and len(said) == 1


def test_what_still_waits_in_the_end_is_said(worked: Path) -> None:
    sanyu("cache", "clear", "--yes")
    count()
    with held(Places.find().translations, SHARED):
        result = sanyu("translate", "news", "-o", "out", "--format", "md,csv", "-q")
    assert result.code == 0 and "not remembered" in result.err
    assert {name: text for name, text in contents(worked / "out").items() if name.endswith("md")} == {
        name: text for name, text in contents(worked / "sound").items() if name.endswith("md")
    }
    assert sanyu("translate", "news", "-o", "out", "-q").code == 0 and count() > 0


CHANGES: list[tuple[str, list[str]]] = [
    ("translations", ["cache", "clear", "--to", "vi", "--yes"]),
    ("translations", ["cache", "clear", "--yes"]),
    ("translations", ["cache", "gc", "--limit", "0.01"]),
    ("translations", ["cache", "import", "all.jsonl"]),
    ("memory", ["cache", "clear", "--including-edits", "--yes"]),
    ("memory", ["cache", "import", "all.jsonl"]),
    ("memory", ["import-edits", "edited.csv"]),
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("store", "words"), CHANGES, ids=lambda value: "_".join(value).replace("cache_", ""))
def test_a_change_is_refused_in_a_sentence_and_done_later(
    store: str, words: list[str], way: str, worked: Path
) -> None:
    sanyu("cache", "export", "all.jsonl")
    lines = (worked / "sound" / "1.csv").read_text("utf-8-sig").splitlines()
    (worked / "edited.csv").write_text("\n".join(line.replace("National", "Our National") for line in lines))
    if words[1] == "import":
        # Something that is not there.
        sanyu("cache", "clear", "--including-edits", "--yes")
        count(), edit("Something else.")
    before, mine = count(), own()
    with held(getattr(Places.find(), store), way):
        result = sanyu(*words)
    said = [line for line in result.err.splitlines() if "read as it last was" not in line]
    sentence(Outcome(result.code, result.out, "\n".join(said) + "\n"))
    assert own() == mine
    if store == "translations":
        assert count() == before
    assert sanyu("cache", "check").code == 0 and sanyu(*words).code == 0
    assert (count(), own()) != (before, mine)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("store", ["translations", "memory"])
def test_figures_are_told_or_refused_but_never_wrong(store: str, way: str, worked: Path) -> None:
    sound = json.loads(sanyu("cache", "stats", "--json").out)
    with held(getattr(Places.find(), store), way):
        result = sanyu("cache", "stats", "--json")
        exported = sanyu("cache", "export", "x.jsonl")
    if store == "translations" and way != SHARED:
        sentence(result)
        sentence(exported)
        assert not (worked / "x.jsonl").exists()
    else:
        told = json.loads(result.out)
        assert {**told, "bytes": 0} == {**sound, "bytes": 0}
        assert MINE in (worked / "x.jsonl").read_text()


@pytest.mark.parametrize("way", [ALONE, UNLOGGED])
@pytest.mark.parametrize("store", ["translations", "memory"])
def test_check_takes_nothing_away_from_another_program(store: str, way: str, worked: Path) -> None:
    path: Path = getattr(Places.find(), store)
    before = path.stat().st_ino
    with held(path, way):
        result = sanyu("cache", "check", "--mend")
    assert "internal error" not in result.err and result.code == (store == "translations")
    assert path.stat().st_ino == before and own() == {MINE} and count() > 0
    assert not list(path.parent.glob("*.aside-*"))


def test_the_cache_is_emptied_under_those_who_work_with_it(worked: Path) -> None:
    open_elsewhere = Translations(Places.find().translations)
    assert open_elsewhere.count() > 0
    assert sanyu("cache", "clear", "--yes").code == 0
    assert open_elsewhere.count() == 0 and count() == 0
    open_elsewhere.close()
    assert sanyu("cache", "clear", "--yes").code == 0
    assert not Places.find().translations.exists()


@pytest.mark.parametrize("way", WAYS)
def test_the_library_says_when_it_cannot_keep_an_article(way: str, worked: Path) -> None:
    assert sanyu("library", "add", "news/1.txt").code == 0
    (entry,) = json.loads(sanyu("library", "list", "--json").out)
    with held(Places.find().library, way):
        for words in (["add", "news/2.txt"], ["remove", entry["id"]]):
            result = sanyu("library", *words)
            assert result.code == 1 and "internal error" not in result.err, result.err
            assert "try again when that has finished" in result.err and result.out == ""
    assert len(json.loads(sanyu("library", "list", "--json").out)) == 1
    assert sanyu("library", "add", "news/2.txt").code == 0
    assert len(json.loads(sanyu("library", "list", "--json").out)) == 2


def test_the_glossary_needs_neither(worked: Path) -> None:
    home = Places.find()
    with held(home.translations, ALONE), held(home.memory, ALONE):
        words = ["测试词甲", "--en", "test", "--vi", "thử", "--type", "term"]
        assert sanyu("glossary", "add", *words).code == 0


def test_a_person_can_save_as_soon_as_the_memory_is_free(worked: Path) -> None:
    home = Places.find()
    with held(home.memory, ALONE):
        memory = TranslationMemory(home.memory, print, home.backups)
        assert [unit.text for unit in memory.units()] == [MINE]
        with pytest.raises(NotKeptError, match="held by another program; try again"):
            memory.edit(Passage("新的。", None, None), Target.EN, "New.")
    memory.edit(Passage("新的。", None, None), Target.EN, "New.")
    memory.close()
    assert own() == {MINE, "New."}


@pytest.mark.parametrize(
    ("way", "seen"),
    [
        # Committed, but in the log only.
        ("PRAGMA locking_mode=EXCLUSIVE;PRAGMA wal_autocheckpoint=0;UPDATE unit SET text='Theirs.';"
         "BEGIN EXCLUSIVE", "Theirs."),
        # Written into the file, but not committed.
        ("PRAGMA journal_mode=DELETE;PRAGMA cache_size=1;BEGIN EXCLUSIVE;"
         "UPDATE unit SET text=hex(zeroblob(90000));UPDATE unit SET text='Theirs.'", MINE),
    ],
)  # fmt: skip
def test_what_was_last_committed_is_read_past_another_program(way: str, seen: str, worked: Path) -> None:
    home = Places.find()
    with held(home.memory, way):
        before = home.memory.read_bytes()
        memory = TranslationMemory(home.memory, print, home.backups)
        assert [unit.text for unit in memory.units()] == [seen]
        memory.close()
        assert home.memory.read_bytes() == before
    assert own() == {seen} and sanyu("cache", "check").code == 0


def test_the_wait_for_a_neighbour_is_long_once_only(worked: Path) -> None:
    translations = Translations(Places.find().translations)

    def patience() -> object:
        return translations.database.read("PRAGMA busy_timeout")[0][0]

    assert patience() == 200
    with held(Places.find().translations, SHARED):
        translations.keep_figure("a", 1.0)
        assert patience() == 100
        translations.keep_figure("b", 1.0)
    translations.keep_figure("c", 1.0)
    assert patience() == 200
    assert translations.figure("a") is None and translations.figure("c") == 1.0
    translations.close()
