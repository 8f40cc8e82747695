"""``sanyu glossary``: finding an entry from any of its three languages."""

import json
import sys
from pathlib import Path

import pytest
from cli_help import process, sanyu

HEADER = "zh\ten\tvi\ttype\tstatus\tnote\tsource\n"


def found(*query: str) -> list[str]:
    return [entry["zh"] for entry in json.loads(sanyu("glossary", "lookup", *query, "--json").out)]


@pytest.mark.parametrize(
    "query",
    [
        ["裴青山"],
        ["Bùi Thanh Sơn"],
        ["bui thanh son"],
        ["BUI", "thanh", "Son"],
        ["Bu\u0300i Thanh So\u031bn"],
        ["thanh son"],
        ["bùi thanh"],
    ],
    ids=" ".join,
)
def test_a_person_is_found_from_every_side(query: list[str]) -> None:
    assert found(*query)[0] == "裴青山"


def test_traditional_script_finds_the_simplified_entry() -> None:
    assert found("潘文江") and found("越南外交部長") == found("越南外交部长")
    assert "河内" in found("hà nội") and "河内" in found("ha noi")


def test_a_whole_form_goes_before_a_beginning_and_that_before_the_inside() -> None:
    everything = json.loads(sanyu("glossary", "lookup", "vietnam", "--json", "--limit", "500").out)
    assert everything[0]["zh"] == "越南"

    def place(entry: dict[str, list[str]]) -> int:
        forms = [form.lower() for form in entry["en"]]
        return min(0 if form == "vietnam" else 1 if form.startswith("vietnam") else 2 for form in forms)

    places = [place(entry) for entry in everything]
    assert places.index(2) > places.index(1) > places.index(0) and places == sorted(places)


def test_a_card_says_what_and_whence() -> None:
    result = sanyu("glossary", "lookup", "裴青山")
    lines = result.out.splitlines()
    assert lines[0] == "裴青山  person"
    assert [line.split()[0] for line in lines[1:]] == ["en", "vi", "note", "source"]
    assert result.code == 0 and not result.err and "\x1b" not in result.out


def test_several_words_are_one_phrase_or_else_each_for_itself() -> None:
    assert set(found("裴青山", "河内")) >= {"裴青山", "河内"}
    result = sanyu("glossary", "lookup", "裴青山", "xyzzy")
    assert result.code == 1 and "裴青山" in result.out and "xyzzy" in result.err


def test_nothing_found_is_a_sentence_and_1() -> None:
    result = sanyu("glossary", "lookup", "xyzzy\x1b[2J")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "sanyu: The glossary has nothing for “xyzzy␛[2J”. Try a shorter part of it, or another language.\n"
    )
    result = sanyu("glossary", "lookup", "xyzzy", "--json")
    assert (result.code, json.loads(result.out)) == (1, [])
    assert sanyu("glossary", "lookup", " ").code == 1
    assert sanyu("glossary", "lookup").code == 2


def test_the_limit_says_when_there_is_more() -> None:
    result = sanyu("glossary", "lookup", "vietnam", "--limit", "2")
    assert result.out.count("  en ") == 2 and "--limit" in result.err
    assert sanyu("glossary", "lookup", "vietnam", "--limit", "0").code == 2


def test_ones_own_entries_override_the_seed_in_either_script(home: Path) -> None:
    (home / "data").mkdir()
    own = "裴青山\tMr Son\tông Sơn\tperson\n國會大廈\tthe House\tNhà Quốc hội\tplace\tuser\tmine\x1b[31m\n"
    (home / "data" / "glossary.tsv").write_text(HEADER + own)
    (entry,) = json.loads(sanyu("glossary", "lookup", "裴青山", "--json").out)
    assert entry["en"] == ["Mr Son"] and entry["status"] == "user"
    assert list(entry) == ["zh", "en", "vi", "type", "status", "note", "source"]
    assert "國會大廈" in found("国会大厦")
    result = sanyu("glossary", "lookup", "國會大廈")
    assert "your glossary" in result.out and "mine␛[31m" in result.out


def test_the_list_is_one_entry_a_line(home: Path) -> None:
    result = sanyu("glossary", "list", "--type", "event")
    rows = [line.split("\t") for line in result.out.splitlines()]
    assert len(rows) > 50 and {len(row) for row in rows} == {4} and {row[3] for row in rows} == {"event"}
    entries = json.loads(sanyu("glossary", "list", "--json").out)
    assert len(entries) > 4000 and len({entry["zh"] for entry in entries}) == len(entries)
    assert len([entry for entry in entries if entry["type"] == "event"]) == len(rows)
    assert sanyu("glossary", "list", "--type", "number").code == 2


def test_a_look_up_loads_nothing_heavy() -> None:
    code = (
        "import sys; from reader.cli.main import run; assert run(['glossary', 'lookup', 'bùi thanh']) == 0;"
        "print([m for m in sys.argv[1:] if m in sys.modules])"
    )
    import subprocess

    heavy = ["jieba", "opencc", "textual", "ctranslate2", "argostranslate", "numpy", "lxml", "rich"]
    result = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, timeout=60)
    assert result.stdout.splitlines()[-1] == "[]", result.stderr
    assert process("glossary", "lookup", "裴青山").returncode == 0
