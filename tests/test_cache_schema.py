"""What earlier versions of sanyu remembered is still there, and found by its source text."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

from cache.database import APPLICATION_ID
from cache.draft_tables import SCHEMA
from cache.exchange import Kept, header, line_of, read_lines, take_in
from cache.translations import Translation, Translations, key_of
from cache.upkeep import segments

PAIRS = (("越南", "Vietnam"),)


def draft(source: str, target: str = "en", fingerprint: str = "argos/1") -> Translation:
    """A draft of today."""
    key = key_of(source, target, fingerprint, PAIRS)
    return Translation(key, source, target, "argos", fingerprint, f"{source} {target}", ("number",), b"\1")


def earlier_key(one: Translation) -> bytes:
    """The key the second version of the tables had it under."""
    parts = [one.source, one.target, one.fingerprint, *PAIRS[0]]
    whole = "".join(f"{len(part)}:{part}" for part in parts)
    return blake2b(whole.encode(), digest_size=16).digest()


def write_second_version(path: Path, drafts: Sequence[Translation]) -> None:
    """A file as the second version wrote it: source texts in a table of their own."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for script in SCHEMA[:2]:
            connection.executescript(script)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("PRAGMA user_version=2")
        connection.execute("INSERT INTO engine VALUES (1, 'argos', 'argos/1')")
        connection.execute("INSERT INTO figure VALUES ('rate/argos', 7.5)")
        for digest, one in enumerate(drafts):
            connection.execute(
                "INSERT OR IGNORE INTO segment (digest, source) VALUES (?, ?)", (digest, one.source)
            )
            connection.execute(
                "INSERT INTO translation (key, segment, engine, target, text, flags, alignment, created)"
                " VALUES (?, (SELECT id FROM segment WHERE source = ?), 1, ?, ?, 'number', ?, 1000)",
                (earlier_key(one), one.source, one.target, one.text, one.alignment),
            )


def test_a_file_of_the_second_version_is_carried_over(tmp_path: Path) -> None:
    path = tmp_path / "translations.sqlite"
    drafts = [draft(f"第{n}次会议。", target) for n in range(40) for target in ("en", "vi")]
    write_second_version(path, drafts)
    notices: list[str] = []
    translations = Translations(path, notices.append)
    assert translations.get_many([one.key for one in drafts]) == {one.key: one for one in drafts}
    assert translations.count() == 80 and segments(translations) == 40
    assert translations.figure("rate/argos") == 7.5 and not notices
    assert {created for *_, created in translations.made_since(0)} == {1000}
    translations.put_many([draft("另一句。")])
    translations.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        assert tables == {"engine", "translation", "figure", "command", "sqlite_sequence"}
        assert connection.execute("SELECT max(id) FROM translation").fetchone() == (81,)


def test_an_export_of_the_second_version_is_found_when_taken_in(tmp_path: Path) -> None:
    import base64

    one = draft("越南是东盟成员国。")
    record = {
        "type": "translation", "key": base64.b64encode(earlier_key(one)).decode(), "source": one.source,
        "target": one.target, "engine": one.engine, "fingerprint": one.fingerprint, "text": one.text,
        "flags": ["number"], "alignment": base64.b64encode(one.alignment).decode(), "created": 5,
    }  # fmt: skip
    (kept,) = read_lines([header(), line_of(record)])
    assert kept == Kept(one, 5)
    translations = Translations(tmp_path / "translations.sqlite")
    assert take_in(translations, [kept]) == 1 and take_in(translations, [kept]) == 0
    assert translations.get_many([one.key]) == {one.key: one}
    translations.close()


def test_drafts_are_found_by_their_source_text(tmp_path: Path) -> None:
    translations = Translations(tmp_path / "translations.sqlite")
    # More than one statement may name.
    texts = [f"第{n}句。" for n in range(1000)]
    translations.put_many([draft(text, target) for text in texts for target in ("en", "vi")])
    translations.put_many([draft(text, fingerprint="argos/2") for text in texts[:10]])
    asked = [*texts, *texts, "没有。"]
    assert translations.known(asked, "vi", "argos/1") == set(texts)
    assert translations.known(asked, "en", "argos/2") == set(texts[:10])
    assert translations.known(asked, "en", None) == set(texts)
    assert translations.known([], "en", None) == translations.known(["没有。"], "en", None) == set()
    found = [one for one, _ in translations.of_texts(asked, "en", ["argos/1", "argos/2"])]
    assert len(found) == 1010 and {one.source for one in found} == set(texts)
    assert {one.target for one in found} == {"en"}
    assert [one for one, _ in translations.of_texts(texts, "en", [])] == []
    plan = translations.database.read(
        "EXPLAIN QUERY PLAN WITH wanted (first, last) AS (VALUES (x'00', x'01')) SELECT t.source"
        " FROM wanted CROSS JOIN translation t ON t.key BETWEEN first AND last"
    )
    assert any("SEARCH t USING INDEX" in str(step) for step in plan)
    translations.close()
