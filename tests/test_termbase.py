import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.readings import hanviet_name, pinyin, pinyin_name
from translate.row import EntityType, Target
from translate.script import simplify
from translate.termbase import (
    Termbase,
    TermbaseError,
    TermEntry,
    load_termbase,
    seed_entries,
    user_entries,
)


@pytest.fixture(scope="module")
def seed() -> Termbase:
    return load_termbase()


def entry(zh: str, en: str = "x", vi: str = "y", status: str = "user") -> TermEntry:
    return TermEntry(zh, (en,), (vi,), EntityType.TERM, status)


def write(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(["zh\ten\tvi\ttype\tstatus\tnote\tsource", *rows]) + "\n", "utf-8")
    return path


@pytest.mark.parametrize(
    ("query", "zh"),
    [
        ("裴青山", "裴青山"),
        ("裴靑山", "裴青山"),
        ("bui thanh son", "裴青山"),
        ("Bùi Thanh Sơn", "裴青山"),
        ("pei qingshan", "裴青山"),
        ("外交部", "外交部"),
        ("外交部長", "外交部长"),
        ("waijiaobu", "外交部"),
        ("wai jiao bu", "外交部"),
        ("Wàijiāobù", "外交部"),
        ("waijiaob", "外交部"),
        ("ngoai giao bo", "外交部"),
        ("bo ngoai giao", "外交部"),
        ("Politburo", "政治局"),
        ("politburo", "政治局"),
        ("yuenan", "越南"),
        ("ho chi minh", "胡志明"),
        ("胡季犛", "胡季犛"),
    ],
)
def test_an_entry_is_found_first_by_what_a_person_types(seed: Termbase, query: str, zh: str) -> None:
    assert seed.lookup(query)[0].zh == zh


@pytest.mark.parametrize("query", ["", "   ", "zzzzqq", "𠀀", "12345678901"])
def test_a_query_without_a_match_finds_nothing(seed: Termbase, query: str) -> None:
    assert seed.lookup(query) == []


def test_the_users_own_entry_goes_first_among_equals() -> None:
    base = Termbase([entry("甲子", "year one", "năm"), entry("乙", "year one", "năm", "seed")])
    assert [e.zh for e in base.lookup("year one")] == ["甲子", "乙"]


def test_the_limit_is_kept(seed: Termbase) -> None:
    assert len(seed.lookup("viet nam", limit=7)) == 7


@given(st.text(max_size=20))
def test_any_query_is_answered(query: str) -> None:
    base = Termbase([entry("外交部", "Foreign Ministry", "Bộ Ngoại giao"), entry("绿色", "green", "xanh")])
    assert len(base.lookup(query)) <= 2


def test_a_later_entry_replaces_an_earlier_one() -> None:
    base = Termbase([entry("稻谷", "rice", "lúa", "seed"), entry("稻谷", "paddy", "thóc")])
    found = base.get("稻谷")
    assert found is not None and found.en == ("paddy",)
    assert len(base) == 1


def test_both_scripts_find_an_entry() -> None:
    base = Termbase([entry("國會"), entry("政府")])
    assert base.get("国会") is not None and base.get("國會") is not None
    assert base.longest_at("国会", 0) is not None


def test_longer_entries_match_first() -> None:
    base = Termbase([entry("国"), entry("国会"), entry("国会主席"), entry("会")])
    assert [e.zh for e in base.matches_at("国会主席团", 0)] == ["国会主席", "国会", "国"]
    assert [e.zh for e in base.matches_at("国", 0)] == ["国"]
    assert list(base.matches_at("河", 0)) == []


def test_all_seed_entries_are_in_simplified_script() -> None:
    # 犛 and 乾 stand in names of people who are written so in either script.
    names = [e.zh.replace("犛", "").replace("乾", "") for e in seed_entries()]
    assert [zh for zh in names if simplify(zh) != zh] == []


def test_an_entity_knows_its_other_renderings() -> None:
    both = TermEntry("峰会", ("summit", "Summit"), ("hội nghị",), EntityType.TERM)
    entity = both.entity(3, "峰会")
    assert (entity.start, entity.end) == (3, 5)
    assert entity.renderings(Target.EN) == ("summit", "Summit")
    assert entity.renderings(Target.VI) == ("hội nghị",)


def test_a_users_file_goes_over_the_seed(tmp_path: Path) -> None:
    path = write(
        tmp_path / "glossary.tsv",
        "外交部\tMFA | Foreign Ministry\tBNG\torganisation\t\t\t",
        "新詞\tnew\tmới\tterm",
    )
    base = load_termbase(path)
    found = base.get("外交部")
    assert found is not None and found.en == ("MFA", "Foreign Ministry") and found.status == "user"
    assert base.get("新词") is not None


def test_no_users_file_is_no_fault(tmp_path: Path) -> None:
    assert list(user_entries(tmp_path / "none.tsv")) == []


@pytest.mark.parametrize(
    "row", ["外交部\tMFA", "外交部\tMFA\tBNG\tplanet", "\tMFA\tBNG\tterm", "a\tb\tc\tterm\t\t\t\t\ttoo many"]
)
def test_a_broken_line_is_named(tmp_path: Path, row: str) -> None:
    path = write(tmp_path / "glossary.tsv", "# note", row)
    with pytest.raises(TermbaseError, match=r"glossary\.tsv, line .*Mend the line"):
        list(user_entries(path))


def test_a_file_with_other_columns_is_named(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    path.write_text("zh\ten\n外交部\tMFA\n", "utf-8")
    with pytest.raises(TermbaseError, match="lacks vi, type"):
        list(user_entries(path))


@pytest.mark.parametrize(
    ("zh", "latin"),
    [
        ("朱振明", "Zhu Zhenming"),
        ("欧阳修", "Ouyang Xiu"),
        ("单田", "Shan Tian"),
        ("李安安", "Li An'an"),
        ("吕方", "Lü Fang"),
    ],
)
def test_pinyin_names_are_spelled_as_in_china(zh: str, latin: str) -> None:
    assert pinyin_name(zh) == latin


def test_readings_leave_unknown_characters_alone() -> None:
    assert pinyin("外A部") == "waiAbu"
    assert hanviet_name("武A") == "Vũ A"


def test_a_lookup_loads_neither_pypinyin_nor_opencc() -> None:
    code = (
        "import sys; from translate.termbase import load_termbase; load_termbase().lookup('waijiaobu');"
        "print([m for m in ('pypinyin', 'opencc', 'jieba') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_large_termbase_loads_and_matches_quickly() -> None:
    entries = [entry(chr(0x4E00 + n % 9000) + chr(0x4E00 + n // 9) + "词") for n in range(100_000)]
    start = time.perf_counter()
    base = Termbase(entries)
    text = "越南国会主席访问老挝" * 5000
    assert sum(1 for i in range(len(text)) for _ in base.matches_at(text, i)) == 0
    assert time.perf_counter() - start < 4
