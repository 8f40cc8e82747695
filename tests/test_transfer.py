"""The embedded engine: what becomes of sentences, and what must never happen to any text."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.article import Kind
from translate.engine import Job
from translate.entities.recogniser import Recogniser
from translate.lexicon import load_lexicon
from translate.row import Segment, Target
from translate.script import simplify
from translate.terms.termbase import load_termbase
from translate.transfer.engine import Transfer
from translate.transfer.english import English
from translate.transfer.rule_methods import RULES
from translate.transfer.vietnamese import Vietnamese

EN, VI = Target.EN, Target.VI


@cache
def recogniser() -> Recogniser:
    return Recogniser(load_termbase(), load_lexicon())


@cache
def engine() -> Transfer:
    return Transfer(load_lexicon())


def job(text: str, kind: Kind = Kind.BODY) -> Job:
    (entities,) = recogniser().recognise([Segment(0, 0, kind, text, 0, 0, len(text))])
    return Job(text, entities, kind)


def drafts(text: str, kind: Kind = Kind.BODY) -> tuple[str, str]:
    asked = job(text, kind)
    return engine().draft(asked, EN).text, engine().draft(asked, VI).text


SENTENCES = [
    (
        "越南外交部部长访问了老挝。",
        "The Minister of Foreign Affairs of Vietnam visited Laos.",
        "Bộ trưởng Bộ Ngoại giao Việt Nam đã thăm Lào.",
    ),
    (
        "1997年7月,老挝和缅甸加入东盟。",
        "In July 1997, Laos and Myanmar joined ASEAN.",
        "Tháng 7/1997, Lào và Myanmar gia nhập ASEAN.",
    ),
    (
        "经济外交不断得到推进。",
        "Economic diplomacy is constantly advanced.",
        "Ngoại giao kinh tế không ngừng được đẩy mạnh.",
    ),
    (
        "大米与咖啡:越南农业的两张名片",
        "Rice and coffee: two business cards of Vietnam's agriculture",
        "Gạo và cà phê: hai tấm danh thiếp nông nghiệp Việt Nam",
    ),
    (
        "进出口额达6800亿美元。",
        "Import–export turnover reaches 680 billion USD.",
        "Kim ngạch xuất nhập khẩu đạt 680 tỷ USD.",
    ),
]


@pytest.mark.parametrize(("zh", "en", "vi"), SENTENCES)
def test_sentences_read_as_they_should(zh: str, en: str, vi: str) -> None:
    assert drafts(zh) == (en, vi)


def test_a_dateline_is_parsed_not_translated() -> None:
    assert drafts("越通社河内8月17日——", Kind.DATELINE) == (
        "Hanoi, August 17 (VNA) –",
        "Hà Nội, 17/8 (TTXVN) –",
    )


def test_a_dateline_before_its_sentence_is_parsed_too() -> None:
    en, vi = drafts("越通社河内——越南加入东盟。")
    assert en.startswith("Hanoi (VNA) – Vietnam")
    assert vi.startswith("Hà Nội (TTXVN) – Việt Nam")


@pytest.mark.parametrize("credit", ["图自越通社", " 图自越通社", "。图自越通社", "(图自越通社)"])
def test_photo_credits(credit: str) -> None:
    en, vi = drafts("河内市一角" + credit, Kind.CAPTION)
    assert en.endswith(". (Photo: VNA)")
    assert vi.endswith(". (Ảnh: TTXVN)")


def test_a_photo_credit_in_traditional_script() -> None:
    assert drafts("河內市一角。圖自越通社", Kind.CAPTION)[0].endswith("(Photo: VNA)")


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        ("(完)", "(End)", "(Hết)"),
        ("(越通社——VNA)", "(VNA)", "(TTXVN)"),
        ("(越通社-VNA)", "(VNA)", "(TTXVN)"),
        ("越通社", "VNA", "TTXVN"),
    ],
)
def test_sign_offs(zh: str, en: str, vi: str) -> None:
    assert drafts(zh, Kind.SIGN_OFF) == (en, vi)


def test_traditional_and_simplified_give_the_same_draft() -> None:
    assert drafts("越南外交部部長訪問了老撾。") == drafts("越南外交部部长访问了老挝。")


def test_drafts_are_deterministic() -> None:
    text = "双方同意进一步加强在贸易、投资和教育等领域的合作。"
    fresh = Transfer(load_lexicon())
    assert fresh.draft(job(text), EN) == engine().draft(job(text), EN)


def test_links_name_the_words_they_say() -> None:
    text = "越南加入东盟。"
    draft = engine().draft(job(text), EN)
    said = {
        text[k.source_start : k.source_end]: draft.text[k.target_start : k.target_end]
        for k in draft.alignment
    }
    assert said["越南"] == "Vietnam"
    assert said["东盟"] == "ASEAN"


@cache
def without_counterpart() -> frozenset[str]:
    """Classifiers and particles that a table says have no word of their own in the target."""
    lexicon = load_lexicon()
    return frozenset(
        w
        for w in lexicon.words()
        if any(not s.en.strip("_") or (s.layer == "core" and not s.vi.strip("_")) for s in lexicon.get(w))
    )


HARD = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "的了在和是把被由对为从到不也中国越南发展合作河内第一二三十年月日，。、；：“”《》（）()—…"
        ),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
        st.characters(min_codepoint=0x20, max_codepoint=0x7E),
        st.sampled_from("😀👍🏽\u200b\u0301\U00020000\ue000٣ก"),
    ),
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(HARD)
def test_no_text_breaks_it_and_every_word_is_said(text: str) -> None:
    asked = job(text)
    for target in Target:
        draft = engine().draft(asked, target)
        linked = {i for link in draft.alignment for i in range(link.source_start, link.source_end)}
        for link in draft.alignment:
            assert 0 <= link.source_start < link.source_end <= len(text)
            assert 0 <= link.target_start < link.target_end <= len(draft.text)
        silent = (
            set(
                "的地得了着过所个之于们等其来起多大把被由是值暨余为到所外除既又且左右越愈前后在从自至人太以与和同跟比自从向要有为作做成"
            )
            | without_counterpart()
        )
        for position, character in enumerate(simplify(text)):
            if character.isalpha() and character not in silent and "\u4e00" <= character <= "\u9fa5":
                assert position in linked, (character, draft.text)


@pytest.mark.parametrize(
    "text",
    [
        "学而时习之，不亦说乎？",
        "佢哋今日去咗邊度呀？",
        "笑死我了hhh yyds 666",
        "for i in range(10): print(i)",
        "😀😀",
        "",
        "   ",
    ],
)
def test_strange_text_gives_some_draft(text: str) -> None:
    for target in Target:
        draft = engine().draft(job(text), target)
        assert bool(draft.text) == bool(text.strip())


def test_an_endless_sentence_is_read_piece_by_piece() -> None:
    text = "双方加强合作发展经济促进贸易" * 200
    draft = engine().draft(job(text), EN)
    assert draft.text.lower().count("trade") >= 200


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("日本首相将访问印度", "Japanese Prime Minister to Visit India"),
        ("全国大米出口额达3亿美元", "National Rice Export Turnover Reaches 300 Million USD"),
        ("河内是世界最古老的首都之一", "Hanoi Is One of the Most Ancient Capitals in the World"),
        ("2026年:合作年", "2026: Cooperation Year"),
    ],
)
def test_an_english_headline_has_no_articles_and_title_case(zh: str, en: str) -> None:
    assert drafts(zh, Kind.TITLE)[0] == en


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("该国将建设铁路，扩大港口。", "The country will build the railway and expand the port."),
        ("他建设学校，修复道路，帮助农民。", "He builds the school, repairs the road and helps farmers."),
        ("出口额达5亿美元，同比增长3%。", "Export turnover reached 500 million USD, up 3% year on year."),
        ("越南有两座城市，包括河内。", "Vietnam has two cities, including Hanoi."),
        ("如果双方同意，比赛将推迟。", "If the two sides agree, the match will be postponed."),
    ],
)
def test_what_follows_a_comma_goes_on_with_the_clause_before(zh: str, en: str) -> None:
    assert drafts(zh)[0] == en


@pytest.mark.parametrize("kind", [English, Vietnamese])
def test_no_part_of_a_generator_hides_a_rule_of_another(kind: type) -> None:
    found: dict[str, type] = {}
    for base in kind.__mro__:
        for name, method in vars(base).items():
            if getattr(method, RULES, ()):
                assert name not in found, f"{name} is in {base.__name__} and in {found[name].__name__}"
                found[name] = base


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            "大会确定了建设繁荣经济，维护地区和平与稳定的宗旨。",
            "The congress determined the purpose of building prosperous economies and maintaining regional"
            " peace and stability.",
        ),
        (
            "在听取报告，讨论计划后，会议通过了决议。",
            "After hearing the report and discussing the plan, the meeting adopted the resolution.",
        ),
    ],
)
def test_a_comma_inside_a_phrase_parts_nothing(zh: str, en: str) -> None:
    assert drafts(zh)[0] == en


def test_clauses_side_by_side_stay_apart() -> None:
    zh = "他强调加强合作，维护各国的利益。"
    asked = job(zh)
    assert len(engine().analyse(asked).stretches) == 2
