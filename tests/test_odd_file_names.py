"""File names with every odd character: each article has outputs of its own, and every command takes them."""

import json
import os
import sys
import unicodedata
from pathlib import Path

import pytest
from cli_help import process, sanyu

from reader.edits.aside import shortened

# A name as it stands in the file system, and one that says what is odd about it.
NAMES = {
    b"new\nline.txt": "a new line",
    b"-o.txt": "an option",
    b"--help.txt": "another",
    b'it\'s "so".txt': "quotes",
    b"dot..txt": "dots",
    b" space .txt": "spaces",
    "tiếng.txt".encode(): "accents composed",
    unicodedata.normalize("NFD", "tiếng.txt").encode(): "and decomposed",
    b"case.txt": "small",
    b"Case.txt": "and large",
    "straße.txt".encode(): "one letter",
    b"strasse.txt": "two to a file system",
    b"tab\t.txt": "a tab",
    b"\x1b[31mred.txt": "an escape sequence",
    b"a*b?[c].txt": "wildcards",
    b"%s%n{}.txt": "formats",
    b"$HOME`id`.txt": "a shell's",
    b"\\back.txt": "a backslash",
    b"=1+1.txt": "a formula",
    b"<script>&amp;.txt": "markup",
    "\u202egpj.txt".encode(): "another direction",
    b"x.txt": "a suffix",
    b"x.md": "another suffix",
    b"x.md.txt": "and both",
    b"a" * 240 + b".txt": "a long one",
    ("越" * 80 + ".txt").encode(): "long in bytes",
}
NOT_UNICODE = {b"\xff\xfe\x80.txt": "no UTF-8", b"caf\xe9.txt": "Latin 1"}
FORMATS = "md,docx,tmx,jsonl"


@pytest.fixture
def named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_workshop: None) -> dict[str, bytes]:
    """A folder of articles with such names; what each holds, and its name."""
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    names = NAMES | (NOT_UNICODE if sys.platform == "linux" else {})
    texts = {}
    for number, name in enumerate(names):
        texts[f"双方同意第{number}次合作。"] = name
        try:
            (Path("news") / os.fsdecode(name)).write_text(f"双方同意第{number}次合作。\n")
        except OSError:
            pytest.skip("this file system does not take all of the names")
    if len(list(Path("news").iterdir())) < len(names):
        pytest.skip("this file system takes some of the names for the same")
    return texts


def test_each_article_has_outputs_of_its_own(named: dict[str, bytes]) -> None:
    result = sanyu("translate", "news", "-o", "out", "--format", FORMATS)
    assert result.code == 0 and f"{len(named)} articles" in result.err and "\x1b" not in result.err
    rows = [json.loads(path.read_text()) for path in Path("out").glob("*.jsonl")]
    assert sorted(row["zh"] for row in rows) == sorted(named)
    outputs = list(Path("out").iterdir())
    # TMX: one for each target.
    assert len(outputs) == len(named) * 5 and not [path for path in outputs if path.suffix == ".part"]
    folded = {unicodedata.normalize("NFC", path.name).casefold() for path in outputs}
    assert len(folded) == len(outputs)
    # Lines of JSON tell what was remembered.
    before = {path: path.stat().st_mtime_ns for path in outputs if path.suffix != ".jsonl"}
    assert sanyu("translate", "news", "-o", "out", "--format", FORMATS, "-q").code == 0
    assert before == {path: path.stat().st_mtime_ns for path in before}
    assert len(list(Path("out").iterdir())) == len(outputs)


def test_each_can_be_named_and_its_edits_come_back(named: dict[str, bytes]) -> None:
    paths = [os.path.join("news", os.fsdecode(name)) for name in named.values()]
    assert sanyu("translate", "-q", "-o", "out", "--format", "csv", "--", *paths).code == 0
    sheets = list(Path("out").glob("*.csv"))
    assert len(sheets) == len(named)
    for path in sheets:
        text = path.read_text("utf-8-sig")
        path.write_text(text.replace("sides", "parties"), "utf-8-sig")
    result = sanyu("import-edits", "--json", "--", *sheets)
    files = json.loads(result.out)["files"]
    assert result.code == 0 and [file["edited"] for file in files] == [1] * len(named)


def test_a_process_of_its_own_takes_them_too(named: dict[str, bytes]) -> None:
    done = process("translate", "news", "-o", "out", "-q", env={**os.environ, "LC_ALL": "C"})
    assert done.returncode == 0, done.stderr
    assert len(list(Path("out").glob("*.md"))) == len(named)


def test_a_name_to_which_no_suffix_can_be_added_is_told_with_its_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_workshop: None
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a" * 251 + ".txt").write_text("双方同意加强合作。\n")
    result = sanyu("translate", "a" * 251 + ".txt", "-o", "out", "--format", "md,docx", "-q")
    assert result.code == 1 and "shorter name" in result.err and result.err.count("\n") == 1
    # What fits is there.
    assert [path.suffix for path in Path("out").iterdir()] == [".md"]


def test_what_is_kept_aside_of_a_long_name_finds_room(named: dict[str, bytes], home: Path) -> None:
    path = Path("news") / ("a" * 240 + ".csv")
    sanyu("translate", "-q", "-o", path, "news/" + "a" * 240 + ".txt")
    path.write_text(path.read_text("utf-8-sig").replace("双方", "我们").replace("sides", "parties"))
    result = sanyu("import-edits", path)
    assert result.code == 1 and "Kept aside" in result.err
    (aside,) = Path("news").glob("*.aside.csv")
    assert len(os.fsencode(aside.name)) <= 255
    assert shortened("越" * 100) == "越" * 76 and shortened("越") == "越"


def test_a_working_folder_that_is_gone_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    result = sanyu("translate", "news", "-o", "out")
    assert result.code == 1 and "change to another one" in result.err and result.err.count("\n") == 1
