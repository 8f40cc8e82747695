"""``sanyu glossary add``, ``remove``, ``undo``: the user's own file, changed whole and safely."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_help import sanyu
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cache.versions import EditedSinceError, NothingToUndoError, VersionedFile, VersionError
from translate.row import EntityType
from translate.terms.glossary_file import GlossaryFile, GlossaryFileError, Put
from translate.terms.termentry import TermEntry

HEADER = "zh\ten\tvi\ttype\tstatus\tnote\tsource\n"


@pytest.fixture
def own(home: Path) -> Path:
    """The user's glossary file, in a folder that is there."""
    (home / "data").mkdir()
    return home / "data" / "glossary.tsv"


def add(zh: str, en: str = "test", vi: str = "thử", kind: str = "term") -> None:
    assert sanyu("glossary", "add", zh, "--en", en, "--vi", vi, "--type", kind).code == 0


def test_an_entry_is_added_found_and_removed(own: Path) -> None:
    result = sanyu(
        "glossary", "add", "测验词", "--en", "quiz word | test word", "--vi", "từ thử", "--type", "term"
    )
    assert (result.code, result.out) == (0, "") and "undo" in result.err
    assert own.read_text() == HEADER + "测验词\tquiz word | test word\ttừ thử\tterm\tuser\t\t\n"
    (found,) = json.loads(sanyu("glossary", "lookup", "quiz word", "--json").out)
    assert (found["zh"], found["status"], found["en"]) == ("测验词", "user", ["quiz word", "test word"])
    result = sanyu("glossary", "remove", "测验词", "--json")
    assert result.code == 0 and [entry["zh"] for entry in json.loads(result.out)] == ["测验词"]
    assert own.read_text() == HEADER


def test_what_is_left_out_stays_as_the_glossary_has_it(own: Path) -> None:
    result = json.loads(sanyu("glossary", "add", "河内", "--en", "Ha Noi", "--en", "Hanoi", "--json").out)
    assert result["en"] == ["Ha Noi", "Hanoi"] and result["vi"][0] == "Hà Nội" and result["type"] == "place"
    assert result["outcome"] == "added" and result["before"]["status"] == "seed"
    assert json.loads(sanyu("glossary", "add", "河內", "--note", "mine", "--json").out)["en"] == [
        "Ha Noi",
        "Hanoi",
    ]
    assert own.read_text().count("\n") == 2
    assert "so already" in sanyu("glossary", "add", "河內").err


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["新词甲"], "--en and --vi and --type"),
        (["abc", "--en", "a", "--vi", "b", "--type", "term"], "no Chinese character"),
        (["新词甲", "--en", "词", "--vi", "b", "--type", "term"], "Chinese characters"),
        (["新词甲", "--en", "Hải Phòng", "--vi", "Hai Phong", "--type", "place"], "swapped"),
        (["新词甲", "--en", " | ", "--vi", "b", "--type", "term"], "en is empty"),
        (["新词甲", "--en", "a", "--vi", "b", "--type", "city"], "city"),
        (["词" * 101, "--en", "a", "--vi", "b", "--type", "term"], "101"),
    ],
)
def test_what_is_no_entry_is_wrong_usage(words: list[str], reason: str, own: Path) -> None:
    result = sanyu("glossary", "add", *words)
    assert result.code == 2 and reason in result.err and not own.exists()


def test_removing_says_what_it_cannot_remove_and_does_the_rest(own: Path) -> None:
    add("甲词")
    result = sanyu("glossary", "remove", "河内", "甲词", "乙词\x1b[2J")
    assert result.code == 1 and own.read_text() == HEADER
    lines = result.err.splitlines()
    assert len(lines) == 3 and all(line.startswith("sanyu: ") for line in lines) and "\x1b" not in result.err
    assert "seed glossary" in lines[1] and "glossary add" in lines[1] and "not in your glossary" in lines[2]


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    changes=st.lists(
        st.tuples(st.sampled_from(["add", "remove"]), st.sampled_from(["甲词", "乙词", "丙詞", "丙词"]), st.sampled_from("ab")),
        max_size=6,
    ),
    before=st.sampled_from([None, "", HEADER, "# mine\n", HEADER + "# mine\r\n\n甲词\ta\tá\tterm\r\n丁词\tx\ty\tterm"]),
)  # fmt: skip
def test_undo_restores_byte_for_byte(
    changes: list[tuple[str, str, str]], before: str | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("own")
    path = folder / "glossary.tsv"
    if before is not None:
        path.write_bytes(before.encode())
    file = VersionedFile(path, folder / "history")
    states = [path.read_bytes() if path.exists() else None]
    for what, zh, en in changes:
        try:
            glossary = GlossaryFile(file.read())
        except GlossaryFileError:
            return
        if what == "add":
            glossary.put(zh.replace("詞", "词"), TermEntry(zh, (en,), ("á",), EntityType.TERM, "user"))
        else:
            glossary.remove(zh)
        with file.locked():
            if file.replace(glossary.chunks(), what, 0):
                states.append(path.read_bytes())
    while len(states) > 1:
        assert path.read_bytes() == states.pop()
        with file.locked():
            file.undo()
    assert (path.read_bytes() if path.exists() else None) == states[0]
    with file.locked(), pytest.raises(NothingToUndoError):
        file.undo()
    assert {p.name for p in (folder / "history").iterdir()} <= {"lock", "journal.json"}


def test_undo_again_and_again_from_the_command_line(own: Path) -> None:
    add("甲词")
    first = own.read_bytes()
    add("乙词")
    sanyu("glossary", "remove", "甲词")
    assert "remove 甲词" in sanyu("glossary", "undo").err
    assert json.loads(sanyu("glossary", "undo", "--json").out)["undone"] == "add 乙词"
    assert own.read_bytes() == first
    assert sanyu("glossary", "undo").code == 0 and not own.exists()
    result = sanyu("glossary", "undo")
    assert result.code == 1 and result.err.count("\n") == 1


def test_what_was_edited_by_hand_is_not_lost_to_an_undo(own: Path) -> None:
    add("甲词")
    own.write_text(own.read_text() + "乙词\tb\tbờ\tterm\n")
    result = sanyu("glossary", "undo")
    assert result.code == 1 and "--force" in result.err and "乙词" in own.read_text()
    add("丙词")
    assert sanyu("glossary", "undo").code == 0 and "乙词" in own.read_text() and "丙词" not in own.read_text()
    assert sanyu("glossary", "undo", "--force").code == 0 and not own.exists()


def test_lines_that_are_not_touched_stay_as_they_are(own: Path) -> None:
    text = HEADER + "# my remarks\n\n甲词\ta |b\tá\tterm\n坏行\n乙詞\tb\tbờ\tterm\tuser\t\t\n"
    own.write_text(text)
    result = sanyu("glossary", "add", "乙词", "--en", "c")
    assert own.read_text() == text.replace("乙詞\tb", "乙词\tc")
    assert result.code == 0 and "line 5: too few columns" in result.err
    own.write_text("\ufeffvi\tzh\ten\ttype\ná\t甲词\ta\tterm\n")
    add("乙词")
    assert own.read_text() == HEADER + "甲词\ta\tá\tterm\tuser\t\t\n乙词\ttest\tthử\tterm\tuser\t\t\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("河内\tHanoi\tHà Nội\tplace\n".encode(), "header"),
        ("zh\ten\tvi\ttype\n河内\tHanoi\n".encode(), "line 2"),
        (HEADER.encode() + "河内\tHanoi\tHà Nội\tplace\n".encode("utf-16"), "UTF-8"),
    ],
)
def test_a_file_that_is_no_glossary_is_left_alone(data: bytes, reason: str, own: Path) -> None:
    own.write_bytes(data)
    result = sanyu("glossary", "add", "甲词", "--en", "a", "--vi", "b", "--type", "term")
    assert result.code == 1 and reason in result.err and own.read_bytes() == data


def test_two_processes_at_once_lose_nothing(home: Path) -> None:
    code = (
        "import sys; from reader.cli.main import run\n"
        "for i in '甲乙丙丁戊己':\n"
        "    assert run(['glossary', 'add', i + sys.argv[1], '--en', 'x', '--vi', 'y', '--type', 'term']) == 0"
    )
    processes = [
        subprocess.Popen([sys.executable, "-c", code, word], stderr=subprocess.DEVNULL)
        for word in ("词", "语")
    ]
    assert [process.wait(timeout=60) for process in processes] == [0, 0]
    lines = (home / "data" / "glossary.tsv").read_text().splitlines()[1:]
    assert {line.split("\t")[0] for line in lines} == {c + w for c in "甲乙丙丁戊己" for w in "词语"}
    assert len(json.loads((home / "data" / "glossary-history" / "journal.json").read_text())) == 12


def test_who_waits_too_long_is_told(tmp_path: Path) -> None:
    file = VersionedFile(tmp_path / "a.tsv", tmp_path / "history")
    with (
        file.locked(),
        pytest.raises(VersionError, match="another sanyu"),
        VersionedFile(tmp_path / "a.tsv", tmp_path / "history").locked(patience=0.05),
    ):
        pass  # fmt: skip


def test_a_change_that_broke_off_is_no_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.tsv"
    file = VersionedFile(path, tmp_path / "history")
    with file.locked():
        file.replace([b"one"], "first", 0)
        replace = os.replace

        def failing(source: Path, target: Path) -> None:
            if Path(target) == path:
                raise OSError(28, "No space left on device")
            replace(source, target)

        with monkeypatch.context() as patch:
            patch.setattr("cache.versions.os.replace", failing)
            with pytest.raises(VersionError, match="space"):
                file.replace([b"two"], "second", 0)
        assert path.read_bytes() == b"one"
        file.replace([b"three"], "third", 0)
        assert [file.undo().about, file.undo().about] == ["third", "first"]
    assert {p.name for p in tmp_path.iterdir()} == {"history"}


def test_the_history_is_bounded_and_a_damaged_one_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cache.versions.KEPT", 3)
    file = VersionedFile(tmp_path / "a.tsv", tmp_path / "history")
    with file.locked():
        for number in range(9):
            file.replace([str(number).encode()], str(number), 0)
        assert len(list((tmp_path / "history").glob("0*"))) == 3
        assert [file.undo().about for _ in range(3)] == ["8", "7", "6"] and file.read() == b"5"
        with pytest.raises(NothingToUndoError):
            file.undo()
        file.replace([b"6"], "6", 0)
        (tmp_path / "history" / "journal.json").write_text("{")
        file.replace([b"7"], "7", 0)
        file.undo()
        assert file.read() == b"6"
        (tmp_path / "a.tsv").write_bytes(b"by hand")
        with pytest.raises((EditedSinceError, NothingToUndoError)):
            file.undo()


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.tsv", tmp_path / "link.tsv"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    file = VersionedFile(link, tmp_path / "history")
    with file.locked():
        file.replace([b"new"], "new", 0)
    assert link.is_symlink() and real.read_bytes() == b"new" and real.stat().st_mode & 0o777 == 0o640


def test_both_scripts_are_one_entry() -> None:
    glossary = GlossaryFile()
    assert glossary.put("国会", TermEntry("國會", ("a",), ("b",), EntityType.TERM, "user")) is Put.ADDED
    assert glossary.put("国会", TermEntry("国会", ("a",), ("b",), EntityType.TERM, "user")) is Put.CHANGED
    assert glossary.put("国会", TermEntry("国会", ("a",), ("b",), EntityType.TERM, "user")) is Put.SAME
    assert len(glossary) == 1 and glossary.get("國會") == glossary.get("国会")


def test_a_misspelled_query_gets_the_closest_entries() -> None:
    for query in (["bui", "than", "shon"], ["waijaobu"], ["Politburro"]):
        result = sanyu("glossary", "lookup", *query, "--json")
        assert result.code == 0 and "closest" in result.err
        first = json.loads(result.out)[0]
        assert 70 < first["similarity"] < 100
    assert json.loads(sanyu("glossary", "lookup", "裴清山", "--json").out)[0]["zh"] == "裴青山"
