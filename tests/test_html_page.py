"""The page, driven in real headless Chromium."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import CHROMIUM, Chromium

from reader.export.formats import FORMATS
from reader.export.translated import Translated
from seeds.article import Article, Kind
from translate.row import Cell, Entity, EntityType, Link, Row, Segment, Target

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
SCRIPT = "<script>document.title='owned'</script><img src=x onerror=alert(1)>\"'&amp;"
HANOI = ("河内", EntityType.PLACE, "Hanoi", "Hà Nội", "capital of Vietnam")
NAME = ("阮文安", EntityType.PERSON, "Nguyễn Văn An", "Nguyễn Văn An", "")


def row(
    index: int, kind: Kind, zh: str, en: str, vi: str, terms: tuple[tuple[str, EntityType, str, str, str], ...] = (),
    flags: tuple[str, ...] = (), links: tuple[Link, ...] = (),
) -> Row:  # fmt: skip
    entities = tuple(
        Entity(word, zh.index(word), zh.index(word) + len(word), type, e, v, note)
        for word, type, e, v, note in terms
    )
    cells = {Target.EN: Cell(en, "transfer", flags=flags, alignment=links), Target.VI: Cell(vi, "transfer")}
    return Row(Segment(index, index, kind, zh, index, 0, len(zh)), entities, cells)


ROWS = (
    row(0, Kind.TITLE, "河内的大米", "Rice in Hanoi", "Gạo ở Hà Nội", (HANOI,)),
    row(1, Kind.LEAD, "阮文安访问河内。", "Nguyễn Văn An visits Hanoi.", "Nguyễn Văn An thăm Hà Nội.", (NAME, HANOI)),
    row(
        2, Kind.BODY, "𠮷祥大米出口三成。", "Rice exports grew.", "Xuất khẩu gạo tăng.", (), ("number",),
        (Link(2, 4, 0, 4), Link(4, 6, 5, 12)),
    ),
    row(3, Kind.CAPTION, "市场", "A market", "Chợ"),
    row(4, Kind.BODY, SCRIPT, SCRIPT, SCRIPT),
    row(5, Kind.BODY, "文字\u202e反转", "Turned \u202etext", "Chữ"),
    row(6, Kind.SIGN_OFF, "（完）", "(End)", "(Hết)"),
    row(7, Kind.RELATED_TITLE, "别的国家", "Other countries", "Nước khác"),
)  # fmt: skip
ARTICLE = Article(f"a {SCRIPT}.txt", f"河内 {SCRIPT}", "", (), date="2024-08-17")


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Chromium(Path(folder, "profile"))
        try:
            yield browser
        finally:
            browser.close()


@pytest.fixture
def page(browser: Chromium, tmp_path: Path) -> Iterator[Chromium]:
    """The page, freshly opened in a wide window; at the end nothing may have gone wrong on it."""
    path = tmp_path / "page.html"
    path.write_text(str(FORMATS["html"].render(Translated(ARTICLE, ROWS, tuple(Target)))), "utf-8")
    browser.size(1400)
    browser.scheme("light")
    browser.open(path.as_uri())
    browser.run("localStorage.clear()")
    browser.open(path.as_uri())
    browser.requests.clear()
    yield browser
    browser.run("new Promise(done => setTimeout(done, 50))")
    assert browser.troubles == []
    assert set(browser.requests) <= {path.as_uri()}
    browser.run("localStorage.clear()")


def lefts(page: Chromium, row: int = 1) -> list[int]:
    return page.run(  # type: ignore[no-any-return]
        f"[...document.querySelectorAll('#s{row} > *')].filter(e => e.offsetParent).map(e => Math.round(e.getBoundingClientRect().x))"
    )


def tip(page: Chromium) -> str:
    return page.run("(t => t.hidden ? '' : t.innerText)(document.querySelector('#tip'))")  # type: ignore[no-any-return]


def test_three_columns_fold_on_a_tablet_and_on_a_phone(page: Chromium) -> None:
    assert len(set(lefts(page))) == 3
    tops = "new Set([...document.querySelectorAll('#s1 > *')].map(e => Math.round(e.getBoundingClientRect().y))).size"
    assert page.run(tops) == 1
    page.size(800)
    assert len(set(lefts(page))) == 2 and page.run(tops) == 2
    page.size(390)
    assert page.run(tops) == 3
    assert page.run("document.documentElement.scrollWidth") <= 390


def test_columns_are_switched_and_stay_so_on_the_next_page(page: Chromium) -> None:
    page.click("[data-column=en]")
    assert len(lefts(page)) == 2
    assert page.run("document.querySelector('[data-column=en]').getAttribute('aria-pressed')") == "false"
    page.open(page.run("location.href"))
    assert len(lefts(page)) == 2
    page.click("[data-column=zh]")
    assert len(lefts(page)) == 1
    assert page.run("document.querySelectorAll('.zh .term[tabindex]').length") == 0
    assert page.run("document.querySelectorAll('.vi .term[tabindex]').length") == 3


def test_the_script_is_switched_and_terms_stay_terms(page: Chromium) -> None:
    title = "document.querySelector('h1').textContent"
    page.click("[data-script=Hant]")
    assert page.run("document.querySelector('#s1 .zh').textContent") == "阮文安訪問河內。"
    assert page.run("document.querySelector('#s1 .zh').lang") == "zh-Hant"
    assert page.run("document.querySelector('#s1 .zh .term:last-of-type').textContent") == "河內"
    page.click("[data-script=Hans]")
    assert page.run(title) == "河内的大米"


def test_a_card_comes_by_hover_and_stays_while_it_is_hovered(page: Chromium) -> None:
    page.hover("#s1 .zh .term:last-of-type")
    page.until("!document.querySelector('#tip').hidden")
    for words in (
        "河内",
        "河內",
        "hé nèi",
        "Hanoi",
        "Hà Nội",
        "capital of Vietnam",
        "place · glossary",
    ):
        assert words in tip(page)
    page.hover("#tip dt")
    page.run("new Promise(done => setTimeout(done, 350))")
    assert tip(page)
    page.hover("#s3 .en")
    page.until("document.querySelector('#tip').hidden")
    page.hover("#s1 .vi .term")
    page.until("document.querySelector('#tip').innerText.includes('阮文安')")


def test_a_card_comes_by_keyboard_and_describes_its_term(page: Chromium) -> None:
    page.run("document.querySelector('#light').focus()")
    page.key("Tab")
    assert page.run("document.activeElement.textContent") == "河内"
    assert "Hà Nội" in tip(page)
    page.key("Escape")
    assert tip(page) == ""
    page.key("Tab")
    assert "Nguyễn Văn An" in tip(page)
    root = page.call("DOM.getDocument")["root"]["nodeId"]
    node = page.call("DOM.querySelector", nodeId=root, selector="#s1 .zh .term")["nodeId"]
    heard = page.call("Accessibility.getPartialAXTree", nodeId=node, fetchRelatives=False)["nodes"][0]
    assert "Nguyễn Văn An" in heard["description"]["value"]


def test_the_list_of_terms_is_folded_by_a_button(page: Chromium) -> None:
    assert page.run("document.querySelector('#terms').offsetHeight") == 0
    page.click(".terms button")
    assert page.run("document.querySelector('#terms').offsetHeight") > 0
    assert page.run("document.querySelectorAll('#terms > .card').length") == 2


def test_a_card_comes_by_tap_and_goes_by_another(page: Chromium) -> None:
    page.size(390, 800, touch=True)
    try:
        page.tap("#s1 .zh .term")
        page.until("!document.querySelector('#tip').hidden")
        assert page.run(
            "(r => r.left >= 0 && r.right <= innerWidth)(document.querySelector('#tip').getBoundingClientRect())"
        )
        page.tap("#s3 .vi")
        page.until("document.querySelector('#tip').hidden")
    finally:
        page.size(1400)


@pytest.mark.parametrize(
    ("query", "found"),
    [("ha noi", "2"), ("gao", "2"), ("HANOI", "2"), ("訪問", "1"), ("河内", "2"), ("zzz", "none")],
)
def test_the_search_takes_all_languages_and_no_diacritics(query: str, found: str, page: Chromium) -> None:
    page.key("/")
    page.type(query)
    page.until(f"document.querySelector('#found').value === '{found}'")
    assert page.run("CSS.highlights.get('found').size") == int(found if found != "none" else 0)
    if found != "none":
        page.key("Enter", text="\r")
        page.until(f"document.querySelector('#found').value === '1 / {found}'")
        assert page.run("document.querySelectorAll('.row.now').length") == 1
    page.key("Escape")
    assert page.run("document.querySelector('#search').value + CSS.highlights.get('found').size") == "0"


def test_a_match_in_a_folded_item_unfolds_it(page: Chromium) -> None:
    assert not page.run("document.querySelector('.related').open")
    page.key("/")
    page.type("nuoc khac")
    page.until("document.querySelector('#found').value === '1'")
    page.key("Enter", text="\r")
    assert page.run("document.querySelector('.related').open")


def test_words_light_up_with_what_stands_for_them(page: Chromium) -> None:
    lit = "[...CSS.highlights.get('linked')].map(range => range.toString()).sort().join('|')"
    place = page.run(
        "(() => { const t = document.querySelector('#s2 .en').firstChild; const r = document.createRange();"
        " r.setStart(t, 1); r.setEnd(t, 2); const b = r.getBoundingClientRect(); return {x: b.x + 3, y: b.y + 8}; })()"
    )
    for step in range(1000):
        # As a hand does: a single move may come before the window has been painted.
        page.call("Input.dispatchMouseEvent", type="mouseMoved", x=place["x"], y=place["y"] + step % 2)
        if page.run(f"new Promise(done => setTimeout(() => done({lit}), 40))") == "Rice|大米":
            return
    raise AssertionError(page.run(lit))


def test_light_and_dark_by_the_system_and_by_the_switch(page: Chromium) -> None:
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.run(paper)
    page.scheme("dark")
    dark = page.run(paper)
    assert light != dark
    page.click("#light")
    assert page.run(paper) == light
    page.click("#light")
    assert page.run(paper) == dark


def test_flags_are_seen_with_their_reason_and_stepped_to(page: Chromium) -> None:
    shown = "document.querySelector('#s2 .en .flag').innerText"
    page.until(f"{shown} === '⚑ a number may be missing or wrong'")
    page.click("#flags")
    assert page.run("document.querySelector('.row.now').id") == "s2"


def test_markup_in_an_article_stays_text_and_runs_nowhere(page: Chromium) -> None:
    assert page.run("document.title").startswith("河内 <script>")
    assert page.run("[...document.querySelectorAll('#s4 > *')].map(e => e.textContent)") == [SCRIPT] * 3
    assert page.run("document.images.length") == 0 and page.run("document.scripts.length") == 1
    assert "\u202e" not in page.run("document.documentElement.outerHTML")
    blocked = (
        "(() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s);"
        " const e = document.createElement('b'); e.setAttribute('onclick', 'window.ran = 2'); e.click(); return window.ran; })()"
    )
    assert page.run(blocked) is None
    assert page.run("fetch('http://127.0.0.1:9/').then(() => 'asked', () => 'refused')") == "refused"
    # The policy told us so, as it should.
    assert page.troubles and all("Content Security Policy" in trouble for trouble in page.troubles)
    page.troubles.clear()
    page.requests.clear()


def test_what_is_printed_is_all_there_is_and_no_bar(page: Chromium) -> None:
    page.call("Emulation.setEmulatedMedia", media="print")
    try:
        page.until("matchMedia('print').matches")
        page.run("dispatchEvent(new Event('beforeprint'))")
        assert page.run("getComputedStyle(document.querySelector('.bar')).display") == "none"
        assert page.run("[...document.querySelectorAll('details')].every(d => d.open)")
        assert len(set(lefts(page))) == 3
        page.run("dispatchEvent(new Event('afterprint'))")
        assert not page.run("document.querySelector('.related').open")
    finally:
        page.call("Emulation.setEmulatedMedia", media="")
