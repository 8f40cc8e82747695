"""Rows as Markdown, text and JSON Lines."""

import json
from collections.abc import Sequence
from html import unescape
from re import sub

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.formats import FORMATS
from reader.export.harmless import escaped_json, harmless
from reader.export.translated import Translated
from seeds.article import Article, Kind
from translate.row import Cell, Entity, EntityType, Row, Segment, Target

BOTH = (Target.EN, Target.VI)


def row(
    zh: str, en: str, vi: str, *, paragraph: int = 0, kind: Kind = Kind.BODY, flags: tuple[str, ...] = ()
) -> Row:
    segment = Segment(paragraph, paragraph, kind, zh, paragraph, 0, len(zh))
    cells = {Target.EN: Cell(en, "transfer", flags=flags), Target.VI: Cell(vi, "transfer", cached=True)}
    return Row(segment, (Entity("河内", 0, 2, EntityType.PLACE, "Hanoi", "Hà Nội", "capital"),), cells)


ROWS = (
    row("河内的大米", "Rice in Hanoi", "Gạo ở Hà Nội", kind=Kind.TITLE),
    row("越通社河内——", "Hanoi (VNA) –", "Hà Nội (TTXVN) –", paragraph=1, kind=Kind.DATELINE),
    row("河内出口大米。", "Hanoi exports rice.", "Hà Nội xuất khẩu gạo.", paragraph=1, flags=("number",)),
    row("河内的市场。", "A market in Hanoi.", "Chợ ở Hà Nội.", paragraph=2, kind=Kind.CAPTION),
    row("别的", "Other", "Khác", paragraph=3, kind=Kind.RELATED_TITLE),
)


def rendered(
    format: str, rows: Sequence[Row], targets: tuple[Target, ...] = BOTH, name: str = "a.txt"
) -> str:
    return str(FORMATS[format].render(Translated(Article(name, "", "", ()), rows, targets)))


def test_jsonl_is_one_object_a_segment_in_the_order_of_the_contract() -> None:
    records = [json.loads(line) for line in rendered("jsonl", ROWS).split("\n")[:-1]]
    assert len(records) == len(ROWS)
    assert list(records[2].items()) == [
        ("article", "a.txt"),
        ("segment", 1),
        ("paragraph", 1),
        ("kind", "body"),
        ("zh", "河内出口大米。"),
        ("en", "Hanoi exports rice."),
        ("vi", "Hà Nội xuất khẩu gạo."),
        ("engine", {"en": "transfer", "vi": "transfer"}),
        ("cached", {"en": False, "vi": True}),
        (
            "terms",
            [
                {
                    "zh": "河内",
                    "start": 0,
                    "end": 2,
                    "type": "place",
                    "en": "Hanoi",
                    "vi": "Hà Nội",
                    "note": "capital",
                }
            ],
        ),
        ("flags", ["number:en"]),
    ]


def test_a_language_not_asked_for_is_null() -> None:
    record = json.loads(rendered("jsonl", ROWS[2:3], (Target.VI,)))
    assert record["en"] is None and record["engine"] == {"en": None, "vi": "transfer"}
    assert record["cached"] == {"en": None, "vi": True} and record["flags"] == []


def test_text_is_a_paragraph_in_all_languages_and_an_empty_line() -> None:
    assert rendered("txt", ROWS[1:4]) == (
        "越通社河内——河内出口大米。\nHanoi (VNA) – Hanoi exports rice.\nHà Nội (TTXVN) – Hà Nội xuất khẩu gạo.\n"
        "\n河内的市场。\nA market in Hanoi.\nChợ ở Hà Nội.\n"
    )


def test_markdown_reads_like_the_article() -> None:
    assert rendered("md", ROWS, name="a--><b>.txt") == (
        "<!-- a- -<b.txt: zh, en, vi, translated by sanyu -->\n\n"
        "# 河内的大米\n\n> **en** Rice in Hanoi  \n> **vi** Gạo ở Hà Nội\n\n"
        "越通社河内——河内出口大米。\n\n> **en** Hanoi (VNA) – Hanoi exports rice.  \n"
        "> **vi** Hà Nội (TTXVN) – Hà Nội xuất khẩu gạo.  \n> ⚑ number:en\n\n"
        "*河内的市场。*\n\n> **en** A market in Hanoi.  \n> **vi** Chợ ở Hà Nội.\n\n"
        "---\n\n### 别的\n\n> **en** Other  \n> **vi** Khác\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "1. 一", "1986. 年", "2) x", "- x", "---", "***", "===", "+ x", "# 题", "> 引", "`a`", "a | b", "|-|", "<b>x</b>",
        "&amp;", "*重*", "_x_", "[a](b)", "![a](b)", "~~x~~", "\\", "$5 与 $6", "    缩进", "<!-- x", "```", "~~~", "www.a_b_c",
        "3-5年", "32.8%", "(越通社——VNA)",
    ],
)  # fmt: skip
def test_whatever_marks_a_text_holds_it_shows_as_it_is(text: str) -> None:
    shown = paragraphs(rendered("md", [row(text, text, text)]))
    assert shown == [text.strip(), f"en {text.strip()} vi {text.strip()}"]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_no_text_breaks_the_markdown(text: str) -> None:
    text = " ".join(harmless(text).split())
    if text:
        shown = paragraphs(rendered("md", [row(text, "x", "y", kind=Kind.TITLE)]))
        assert shown == [text, "en x vi y"]


def paragraphs(markdown: str) -> list[str]:
    """The paragraphs of a rendered text without tags."""
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    blocks = sub(r"<!--.*?-->|</?blockquote>", "", html, count=0).split("\n")
    joined = sub(r"<br\s*/?>\n?", " ", "\n".join(blocks))
    texts = [unescape(sub(r"<[^>]*>", "", block)) for block in joined.replace("</h1>", "</p>").split("</p>")]
    return [" ".join(text.split()) for text in texts if text.strip()]


@given(st.text())
def test_json_keeps_every_character_and_shows_no_dangerous_one(text: str) -> None:
    encoded = escaped_json({"x": text})
    assert json.loads(encoded) == {"x": text}
    assert harmless(encoded) == encoded and len(encoded.splitlines()) == 1


@given(st.text())
def test_harmless_keeps_the_length_and_is_final(text: str) -> None:
    safe = harmless(text)
    assert len(safe) == len(text) and harmless(safe) == safe
    assert not [c for c in safe if ord(c) < 32 and c not in "\n\t"]
