"""The cache looked after from the command line: figures, checks, clearing, files, limits."""

import json
import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from cli_help import CHINESE, OTHER, sanyu, written

from cache.places import Places
from cache.recognitions import Recognitions
from cache.translations import Translation, Translations, key_of
from cache.upkeep import shrink, used
from translate.links import pack_links, unpack_links
from translate.memory.memory import TranslationMemory
from translate.memory.passage import Passage
from translate.row import Link, Target


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_workshop: None) -> Path:
    """A working folder, an article of which is remembered, and a text of one's own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(CHINESE + OTHER)
    assert sanyu("translate", "one.txt", "-q").code == 0
    edit("双方同意加强合作。", "Both sides agree.")
    return tmp_path


def edit(zh: str, text: str, target: Target = Target.EN) -> None:
    home = Places.find()
    memory = TranslationMemory(home.memory, print, home.backups)
    memory.edit(Passage(zh, None, None), target, text)
    memory.close()


def own() -> set[str | None]:
    memory = TranslationMemory(Places.find().memory)
    texts = {unit.text for unit in memory.store.units()}
    memory.close()
    return texts


def stats() -> dict[str, object]:
    found = json.loads(sanyu("cache", "stats", "--json").out)
    assert isinstance(found, dict)
    return found


def draft(number: int, fingerprint: str = "transfer/2", target: str = "en", size: int = 40) -> Translation:
    zh = f"第{number}句。"
    return Translation(key_of(zh, target, fingerprint, ()), zh, target, "transfer", fingerprint, "x" * size)


def test_stats_by_engine_and_language_with_the_share_of_hits(filled: Path) -> None:
    first = stats()
    assert first["translations"] == 6 and first["segments"] == 3 and first["hit_rate"] == 0.0
    assert first["engines"] == [
        {"engine": "transfer", "language": code, "translations": 3, "bytes": size}
        for code, size in ((row["language"], row["bytes"]) for row in first["engines"])  # type: ignore[attr-defined]
    ]
    # Where an edit stands for a cell, nobody looks for a draft: five look-ups.
    sanyu("translate", "one.txt", "-q")
    assert stats()["hit_rate"] == round(5 / 11, 4)
    shown = sanyu("cache", "stats").out
    assert "6 translations of 3 segments" in shown and "45%" in shown and "1 segment edited" in shown
    bars = [line for line in shown.splitlines() if "█" in line]
    assert len(bars) == 2 and all("transfer" in bar for bar in bars)


def test_some_of_the_cache_is_forgotten_and_never_ones_own_work(filled: Path) -> None:
    assert sanyu("cache", "clear", "--to", "vi", "--yes").code == 0
    assert [row["language"] for row in stats()["engines"]] == ["en"]  # type: ignore[attr-defined]
    assert (
        json.loads(sanyu("cache", "clear", "--older-than", "1", "--yes", "--json").out)["translations"] == 0
    )
    assert (
        json.loads(sanyu("cache", "clear", "--engine", "argos", "--yes", "--json").out)["translations"] == 0
    )
    with closing(sqlite3.connect(Places.find().translations)) as connection, connection:
        connection.execute("UPDATE translation SET created = ? WHERE id = 1", (int(time.time()) - 90_000,))
    assert "1 machine translation forgotten" in sanyu("cache", "clear", "--older-than", "1", "--yes").err
    assert (
        json.loads(sanyu("cache", "clear", "--engine", "transfer", "--yes", "--json").out)["translations"]
        == 2
    )
    assert stats()["segments"] == 0 and own() == {"Both sides agree."}
    assert sanyu("cache", "clear", "--yes").code == 0 and own() == {"Both sides agree."}


def test_ones_own_work_goes_only_when_asked_and_comes_back_from_its_copy(filled: Path) -> None:
    edit("河内是首都。", "Hà Nội là thủ đô.", Target.VI)
    result = sanyu("cache", "clear", "--including-edits")
    assert result.code == 2 and "--yes" in result.err and len(own()) == 2
    assert sanyu("cache", "clear", "--including-edits", "--engine", "transfer", "--yes").code == 2
    words = ["cache", "clear", "--including-edits", "--to", "vi", "--yes", "--json"]
    assert json.loads(sanyu(*words).out)["edits"] == 1 and own() == {"Both sides agree."}
    report = json.loads(sanyu("cache", "clear", "--including-edits", "--yes", "--json").out)
    assert report["edits"] == 1 and own() == set()
    assert sanyu("cache", "import", report["copy"]).code == 0 and own() == {"Both sides agree."}
    memory = TranslationMemory(Places.find().memory)
    # Also what suggestions are found by is in order.
    assert memory.store.similar("双方同意加强合作。", "en", 0.7)
    assert memory.store.vault.check() == []
    memory.close()


def test_what_was_exported_is_imported_elsewhere(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sanyu("cache", "export", "all.jsonl").code == 0
    lines = (filled / "all.jsonl").read_text().splitlines()
    assert json.loads(lines[0]) == {"format": "sanyu cache", "version": 1} and len(lines) == 1 + 6 + 1
    monkeypatch.setenv("SANYU_HOME", str(tmp_path / "elsewhere"))
    edit("双方同意加强合作。", "They agree.")
    report = json.loads(sanyu("cache", "import", "all.jsonl", "--json").out)
    assert (report["translations"], report["known"], report["edits"]) == (6, 0, 0)
    assert report["kept"] == [{"zh": "双方同意加强合作。", "target": "en"}] and own() == {"They agree."}
    again = json.loads(sanyu("cache", "import", "all.jsonl", "--json").out)
    assert (again["translations"], again["known"]) == (0, 6)
    sanyu("cache", "export", "again.jsonl")
    machine = [line for line in lines if '"translation"' in line]
    assert [line for line in (filled / "again.jsonl").read_text().splitlines() if line in machine] == machine
    # What was taken in is found: nothing has to be drafted.
    found = json.loads(sanyu("translate", "one.txt", "-o", "out", "--json").out)
    assert found["cached"] == found["cells"] == 6


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("", "not a file"),
        ('{"format": "other"}\n', "not a file"),
        ("\udcff", "not a file"),
        ('{"format": "sanyu cache", "version": 2}\n', "newer sanyu"),
        ('{"format": "sanyu cache", "version": 1}\n{"type": "translation"}\n', "line 2"),
        ('{"format": "sanyu cache", "version": 1}\n{"type": "unit", "lookup": "§"}\n', "line 2"),
        ('{"format": "sanyu cache", "version": 1}\n[[[', "line 2"),
        ("[" * 100_000, "not a file"),
    ],
)
def test_a_foreign_or_damaged_file_is_refused_whole(content: str, word: str, filled: Path) -> None:
    before = stats()["translations"]
    (filled / "x.jsonl").write_bytes(content.encode("utf-8", "surrogateescape"))
    result = sanyu("cache", "import", "x.jsonl")
    assert result.code == 1 and "x.jsonl" in result.err and word in result.err
    assert result.err.count("\n") == 1 and stats()["translations"] == before
    assert sanyu("cache", "import", "gone.jsonl").code == 1


def test_check_finds_and_mends_what_is_damaged(filled: Path) -> None:
    home = Places.find()
    result = sanyu("cache", "check", "--json")
    report = json.loads(result.out)
    assert result.code == 0 and all(base["sound"] for base in report["databases"])
    assert {base["name"] for base in report["databases"]} >= {"translations", "recognitions", "memory"}
    with closing(sqlite3.connect(home.translations)) as connection, connection:
        connection.execute("INSERT INTO engine (id, name, fingerprint) VALUES (98, 'none', 'none/1')")
        connection.execute("UPDATE translation SET engine = 99 WHERE id <= 2")
    assert json.loads(sanyu("cache", "check", "--json").out)["orphans"] == {
        "translations": 2, "engines": 1, "removed": False,
    }  # fmt: skip
    assert "left over" in sanyu("cache", "check", "--mend").out
    assert json.loads(sanyu("cache", "check", "--json").out)["orphans"] == {
        "translations": 0, "engines": 0, "removed": False,
    }  # fmt: skip
    raw = bytearray(home.recognitions.read_bytes())
    raw[5000:] = b"\xff" * (len(raw) - 5000)
    home.recognitions.write_bytes(raw)
    result = sanyu("cache", "check")
    assert result.code == 1 and "--mend" in result.err
    assert sanyu("cache", "check", "--mend").code == 0 and sanyu("cache", "check").code == 0
    assert own() == {"Both sides agree."}


def test_check_tells_how_articles_and_cache_have_drifted_apart(filled: Path) -> None:
    sanyu("library", "add", "one.txt")
    with closing(sqlite3.connect(Places.find().translations)) as connection, connection:
        connection.execute("UPDATE engine SET fingerprint = 'transfer/old'")
    (drift,) = json.loads(sanyu("cache", "check", "--json").out)["articles"]
    assert drift["current"] == 0 and drift["outdated"] == 6
    assert "earlier version" in sanyu("cache", "check").out


def test_nothing_is_made_by_asking(home: Path) -> None:
    for words in (["stats"], ["check"], ["gc"], ["clear", "--yes"], ["stats", "--json"], ["check", "--json"]):
        assert sanyu("cache", *words).code == 0
    assert written(home) == set()


def test_over_the_limit_old_versions_go_first_then_the_oldest(tmp_path: Path) -> None:
    translations = Translations(tmp_path / "t.sqlite")
    recognitions = Recognitions(tmp_path / "r.sqlite")
    translations.put_many([draft(n, "transfer/2", size=400) for n in range(2000)])
    translations.put_many([draft(n, "transfer/1", size=400) for n in range(2000)])
    translations.put_many([draft(n, "transfer/2", size=400) for n in range(2000, 4000)])
    before = used(translations.database)
    done = shrink(translations, recognitions, before * 3 // 4)
    assert done.after <= before * 3 // 4 and 2000 <= done.translations < 3000
    assert os.path.getsize(tmp_path / "t.sqlite") < before
    assert not translations.get_many([draft(n, "transfer/1").key for n in range(2000)])
    kept = translations.get_many([draft(n).key for n in range(4000)])
    assert {draft(n).key for n in range(2000, 4000)} <= set(kept)
    assert shrink(translations, recognitions, before).translations == 0
    translations.close()
    recognitions.close()


def test_gc_takes_its_limit_from_the_settings(filled: Path, home: Path) -> None:
    assert "of 2000 MB" in sanyu("cache", "gc").err
    (home / "config").mkdir(exist_ok=True)
    (home / "config" / "settings.toml").write_text("cache_limit_mb = 0\n")
    assert "No limit" in sanyu("cache", "gc").err
    report = json.loads(sanyu("cache", "gc", "--limit", "0.01", "--json").out)
    assert report["translations"] == 6 and stats()["translations"] == 0 and own() == {"Both sides agree."}


def test_a_batch_keeps_the_cache_within_the_limit(filled: Path) -> None:
    translations = Translations(Places.find().translations)
    translations.put_many([draft(n, "transfer/old", size=900) for n in range(3000)])
    translations.close()
    (filled / "two.txt").write_text("国会讨论出口问题。\n")
    assert "limit" not in sanyu("translate", "two.txt", "-q").err and stats()["translations"] == 3008
    settings = Places.find().settings
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("cache_limit_mb = 4\n")
    assert sanyu("translate", "two.txt", "-q").err == "" and stats()["translations"] == 3008
    settings.write_text("cache_limit_mb = 2\n")
    result = sanyu("translate", "two.txt", "-q")
    assert result.code == 0 and result.err.count("\n") == 1
    assert "outgrown its limit of 2 MB" in result.err
    # Today's drafts are the last to go, one's own work never.
    assert 8 <= int(str(stats()["translations"])) < 2500 and own() == {"Both sides agree."}
    again = json.loads(sanyu("translate", "one.txt", "two.txt", "-o", "out", "--json").out)
    assert again["cached"] == again["cells"] == 8
    settings.write_text("cache_limit_mb = 0\n")
    assert sanyu("translate", "two.txt", "-q").err == ""


def test_a_repetition_of_a_cut_command_counts_from_where_that_began(tmp_path: Path) -> None:
    path, name = tmp_path / "t.sqlite", b"c" * 16
    first = Translations(path)
    first.put_many([draft(1)])
    first.begin(name)
    first.put_many([draft(2)])
    found = first.get_many([draft(1).key, draft(2).key])
    assert found[draft(1).key].earlier and not found[draft(2).key].earlier
    with closing(sqlite3.connect(path)) as connection, connection:
        # As if it had been killed.
        connection.execute("UPDATE command SET pid = 4194304 * 100")
    first.close()
    second = Translations(path)
    second.begin(name)
    assert not second.get_many([draft(2).key])[draft(2).key].earlier and second.resumed == 1
    second.finish(name)
    second.close()
    third = Translations(path)
    third.begin(name)
    assert third.get_many([draft(2).key])[draft(2).key].earlier and third.resumed == 0
    third.close()


@pytest.mark.parametrize("step", [3, 300, 70_000])
def test_alignments_are_packed_small_and_come_back(step: int) -> None:
    links = tuple(Link(abs(7 - n) * 2, abs(7 - n) * 2 + 2, n * step, n * step + step - 1) for n in range(20))
    packed = pack_links(links)
    assert unpack_links(packed) == links and pack_links(()) == b"" and unpack_links(b"") == ()
    assert len(packed) <= {3: 4, 300: 8, 70_000: 16}[step] * 20 + 1
    # What earlier versions packed stands in people's memories.
    old = b"".join(
        number.to_bytes(4, "little")
        for link in links
        for number in (link.source_start, link.source_end, link.target_start, link.target_end)
    )
    assert unpack_links(old) == links
