"""The HTML page as it is written, without a browser."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from reader.export.formats import FORMATS
from reader.export.markup import visible
from reader.export.translated import Translated
from reader.export.webcells import units
from seeds.article import Article, Kind
from translate.row import Cell, Entity, EntityType, Link, Row, Segment, Target

BOTH = tuple(Target)
HANOI = Entity("河内", 0, 2, EntityType.PLACE, "Hanoi", "Hà Nội", "capital")


def row(
    kind: Kind,
    zh: str,
    en: str,
    vi: str,
    index: int = 0,
    paragraph: int = 0,
    entities: tuple[Entity, ...] = (),
) -> Row:
    links = (Link(0, 2, 0, min(2, len(en))),)
    cells = {
        Target.EN: Cell(en, "transfer", alignment=links),
        Target.VI: Cell(vi, "transfer", flags=("length",)),
    }
    return Row(Segment(index, paragraph, kind, zh, paragraph, 0, len(zh)), entities, cells)


def page(*rows: Row, targets: tuple[Target, ...] = BOTH, name: str = "a.txt") -> str:
    content = FORMATS["html"].render(Translated(Article(name, name, "", ()), rows, targets))
    assert isinstance(content, str)
    return content


def test_it_allows_itself_nothing_but_its_own_script_and_style() -> None:
    text = page(row(Kind.BODY, "河内", "Hanoi", "Hà Nội"))
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert b64encode(sha256(content.encode()).digest()).decode() in policy
    assert "style=" not in text.replace(content, "") and "http-equiv" in text.split("<style>")[0]
    assert (
        not re.search(r"""(?:src|href)=["'](?!data:)""", text)
        and "@import" not in text
        and "url(" not in text
    )


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (Kind.TITLE, "//div[@class='par title']/hgroup/h1"),
        (Kind.HEADING, "//div[@class='par heading']/hgroup/h2"),
        (Kind.CAPTION, "//figure[@class='par caption']/figcaption/div/p"),
        (Kind.DATELINE, "//div/div[@class='row dateline']/p"),
        (Kind.SIGN_OFF, "//footer[@class='row sign-off']/p"),
        (Kind.RELATED_TITLE, "//details/div/hgroup/h3"),
        (Kind.RELATED_CAPTION, "//details/figure/figcaption/div/p"),
        (Kind.RELATED_BODY, "//details/div/div/p"),
        (Kind.BODY, "//article/div/div/p"),
    ],
)
def test_each_kind_has_its_element(kind: Kind, path: str) -> None:
    tree = html.fromstring(page(row(kind, "河内", "Hanoi", "Hà Nội")))
    assert next(e.get("lang") for e in tree.xpath(path)) == "zh-Hans"
    assert len(tree.xpath("//h1")) == 1


def test_terms_are_described_by_one_card_in_all_columns() -> None:
    rows = [row(Kind.BODY, "河内的人", "People in Hanoi", "Người Hà Nội", n, n, (HANOI,)) for n in range(3)]
    tree = html.fromstring(page(*rows))
    terms = tree.xpath("//span[@class='term']")
    assert [term.text for term in terms] == ["河内", "Hanoi", "Hà Nội"] * 3
    assert {term.get("aria-describedby") for term in terms} == {"t0"}
    assert [term.get("tabindex") for term in terms[:3]] == ["0", None, None]
    (card,) = tree.xpath("//*[@id='t0']")
    assert (
        card.text_content()
        == "河内 河內pinyin hé nèiHán-Việt Hà NộiEnglish HanoiTiếng Việt Hà Nộinote capitalplace · glossary"
    )


def test_the_other_script_is_there_only_where_it_differs() -> None:
    tree = html.fromstring(page(row(Kind.BODY, "访问", "a", "b"), row(Kind.BODY, "大米", "a", "b", 1, 1)))
    first, second = tree.xpath("//p[@class='zh']")
    assert first.get("data-hant") == "訪問" and first.get("data-hans") is None
    assert {*second.keys()} == {"class", "lang"}
    tree = html.fromstring(page(row(Kind.BODY, "訪問河內", "a", "b")))
    (only,) = tree.xpath("//p[@class='zh']")
    assert only.get("data-hans") == "访问河内" and only.get("lang") == "zh-Hant"


def test_a_target_not_asked_for_is_nowhere() -> None:
    text = page(row(Kind.BODY, "河内的人", "People there", "Người ở đó"), targets=(Target.VI,))
    assert "People" not in text and 'data-shown="2"' in text and "English</button>" not in text


def test_offsets_count_as_browsers_count() -> None:
    assert units("ab", (0, 2)) == (0, 2)
    assert units("𠮷米𠮷", (1, 3)) == (2, 5)
    text = page(row(Kind.BODY, "𠮷米", "ab", "c"))
    assert 'data-links="0,3,0,2"' in text


@settings(max_examples=80)
@given(st.text(min_size=1, max_size=15), st.text(max_size=15))
def test_no_text_breaks_the_page(zh: str, en: str) -> None:
    entity = Entity(zh[:2], 0, len(zh[:2]), EntityType.TERM, en, en, zh)
    text = page(row(Kind.TITLE, zh, en, en, entities=(entity,)), name=zh)
    text.encode("utf-8")
    tree = html.document_fromstring(text)
    assert len(tree.xpath("//script")) == 1 and len(tree.xpath("//h1")) == 1
    (shown,) = tree.xpath("//h1")
    assert shown.text_content() == visible(zh)
