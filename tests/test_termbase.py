import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.readings import hanviet_name, pinyin, pinyin_name
from translate.row import EntityType, Target
from translate.script import simplify
from translate.shapes import simplified
from translate.terms.termbase import (
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
        ("  BUI  thanh son ", "裴青山"),
        ("Bùi Thanh Sơn", "裴青山"),
        ("pei qingshan", "裴青山"),
        ("ngoai giao", "外交"),
        ("ngoại giao", "外交"),
        ("外交", "外交"),
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


@pytest.mark.parametrize("query", ["", "   ", "zzzzqq", "𠀀", "12345678901", "\ud800"])
def test_a_query_without_a_match_finds_nothing(seed: Termbase, query: str) -> None:
    assert seed.lookup(query) == []


def test_the_users_own_entry_goes_first_among_equals() -> None:
    base = Termbase([entry("甲子", "year one", "năm"), entry("乙", "year one", "năm", "seed")])
    assert [e.zh for e in base.lookup("year one")] == ["甲子", "乙"]


def test_a_form_as_it_is_typed_goes_before_one_converted_or_spelled() -> None:
    base = Termbase([entry("胡季牦", status="seed"), entry("胡季犛", status="seed")])
    assert [e.zh for e in base.lookup("胡季犛")] == ["胡季犛", "胡季牦"]
    base = Termbase([entry("卫生"), entry("卫生部长", "Weishengren")])
    assert [e.zh for e in base.lookup("weisheng")] == ["卫生", "卫生部长"]
    base = Termbase([entry("卫生部"), entry("保健所长", "Weishengren")])
    assert [e.zh for e in base.lookup("weisheng")] == ["保健所长", "卫生部"]


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


def test_an_entry_stays_as_its_author_wrote_it() -> None:
    base = Termbase([entry("國會大廈")])
    assert [e.zh for e in base] == ["國會大廈"] == [e.zh for e in base.lookup("国会大厦")]
    assert [(start, e.zh) for start, e in base.matches("在国会大厦")] == [(1, "國會大廈")]


def test_longer_entries_match_first() -> None:
    base = Termbase([entry("国"), entry("国会"), entry("国会主席"), entry("会")])
    assert [e.zh for e in base.matches_at("国会主席团", 0)] == ["国会主席", "国会", "国"]
    assert [e.zh for e in base.matches_at("国", 0)] == ["国"]
    assert list(base.matches_at("河", 0)) == []


def test_all_entries_at_all_places_come_in_order() -> None:
    base = Termbase([entry("国"), entry("国会"), entry("国会主席"), entry("会"), entry("主席团")])
    assert [(start, e.zh) for start, e in base.matches("越南国会主席团")] == [
        (2, "国会主席"),
        (2, "国会"),
        (2, "国"),
        (3, "会"),
        (4, "主席团"),
    ]
    assert list(base.matches("")) == [] == list(Termbase([]).matches("国"))
    assert [start for start, _ in base.matches("𠮷\ud800国")] == [2]


few = st.sampled_from("国会主席a𠮷")


@given(st.lists(st.text(few, min_size=1, max_size=4), max_size=12), st.text(few, max_size=30))
def test_the_whole_text_matches_as_each_place_does(forms: list[str], text: str) -> None:
    base = Termbase(entry(form) for form in forms)
    one_by_one = [(start, e) for start in range(len(text)) for e in base.matches_at(text, start)]
    assert list(base.matches(text)) == one_by_one


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


@given(
    st.text(
        st.one_of(
            st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF), st.sampled_from("國會回覆藉口靑⼈a")
        ),
        max_size=12,
    )
)
def test_the_table_of_shapes_stands_in_for_opencc(text: str) -> None:
    assert simplified(text) == simplify(text)


@pytest.mark.parametrize("query", ["waijiaobu", "裴青山", "裴靑山", "外交部長"])
def test_a_lookup_loads_neither_pypinyin_nor_opencc(query: str, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from translate.terms.termbase import load_termbase;"
        "assert load_termbase(None, Path(sys.argv[2])).lookup(sys.argv[1]);"
        "print([m for m in ('pypinyin', 'opencc', 'jieba', 'ahocorasick_rs') if m in sys.modules])"
    )
    words = [sys.executable, "-c", code, query, str(tmp_path / "termbase.tsv")]
    for _ in range(2):
        done = subprocess.run(words, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]"


OWN = "國會大廈\tthe House | Assembly House\tNhà Quốc hội\tplace\tuser\ta note\tmine"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return write(tmp_path / "glossary.tsv", OWN, "外交部\tMFA\tBNG\torganisation")


@pytest.fixture
def compiled(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "termbase.tsv"


def forbidden() -> Iterator[TermEntry]:
    raise AssertionError("the seed glossary was read though there is a compiled form")


def test_the_compiled_form_is_the_same_termbase(
    own: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, first = load_termbase(own), load_termbase(own, compiled)
    monkeypatch.setattr("translate.terms.termbase.seed_entries", forbidden)
    again = load_termbase(own, compiled)
    for query in ("bui thanh son", "waijiaobu", "mfa", "国会大厦", "viet nam", "nothing at all"):
        assert plain.lookup(query) == first.lookup(query) == again.lookup(query)
    text = "越南外交部长在国会大厦会见裴青山"
    assert list(plain.matches(text)) == list(again.matches(text)) != []
    assert list(plain) == list(first) == list(again) and len(again) == len(plain)
    assert again.get("國會大廈") == again.get("国会大厦") == plain.get("国会大厦")
    assert [file.name for file in compiled.parent.iterdir()] == ["termbase.tsv"]


def test_a_changed_glossary_is_compiled_anew(own: Path, compiled: Path) -> None:
    load_termbase(own, compiled)
    write(own, "国会大厦\tthe Building\ttòa nhà\tplace")
    for _ in range(2):
        found = load_termbase(own, compiled).get("国会大厦")
        assert found is not None and found.en == ("the Building",)
    own.unlink()
    assert load_termbase(own, compiled).get("国会大厦") == load_termbase().get("国会大厦")


@pytest.mark.parametrize("damage", [b"", b"\n", b"sanyu termbase", b"\xff\x00" * 99], ids=repr)
def test_a_damaged_compiled_form_is_made_anew(own: Path, compiled: Path, damage: bytes) -> None:
    load_termbase(own, compiled)
    whole = compiled.read_bytes()
    for broken in (
        damage,
        whole[:-1],
        whole[: len(whole) // 2] + damage,
        whole.replace(b"Politburo", b"politburO", 1),
    ):
        compiled.write_bytes(broken)
        assert load_termbase(own, compiled).lookup("Politburo")[0].zh == "政治局"
        assert compiled.read_bytes() == whole


def test_the_compiled_form_is_never_required(own: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for nowhere in (tmp_path / "file" / "termbase.tsv", tmp_path):
        assert load_termbase(own, nowhere).get("国会大厦") is not None
    assert sorted(file.name for file in tmp_path.iterdir()) == ["file", "glossary.tsv"]


def test_a_glossary_that_cannot_be_used_is_told_as_without_a_compiled_form(own: Path, compiled: Path) -> None:
    load_termbase(own, compiled)
    write(own, "外交部\tMFA\tBNG\tplanet")
    with pytest.raises(TermbaseError, match="line 2"):
        load_termbase(own, compiled)
    own.unlink()
    own.mkdir()
    with pytest.raises(TermbaseError, match=r"glossary\.tsv"):
        load_termbase(own, compiled)
