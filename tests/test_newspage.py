"""Saved news pages: every line gets its kind, and no character gets lost."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.article import Article, Block, Kind, Span
from seeds.furniture import find_markers, is_caption, is_sign_off, read_date
from seeds.newspage import looks_like_newspage, read_newspage

TITLE = "红河平原秋收进展顺利 合作社扩大机械化"
LEAD = "截至九月底,红河平原各省已收割水稻约50万公顷,平均单产达每公顷6.2吨。"
PAGE = f"""{TITLE}

{LEAD}
{TITLE} ảnh 1农民在田间收割水稻。图自越通社
越通社河内10月5日——{LEAD}

今年天气较为有利,各合作社投入了更多收割机。其中,太平省的机械化率达到95%以上,
{TITLE}\xa0ảnh\xa02合作社的收割机  图自越通社
比去年同期提高了3个百分点。

各地正在准备冬季作物的种子和肥料。（完）
越通社

更多

南定省的盐田。图自越通社

南定省发展传统制盐业

南定省沿海各县保留了传统的晒盐方法,每年生产食盐数万吨。

红河上的渡船

红河上的渡船

红河两岸的居民过去主要靠渡船来往。
"""


def shape(article: Article) -> list[tuple[Kind, int, str]]:
    return [(block.kind, block.paragraph, block.text) for block in article.blocks]


def check_whole(article: Article) -> None:
    """What must hold of every article whatever the page looked like."""
    source = article.source
    seen = [0] * (len(source) + 1)
    spans = [piece for block in article.blocks for piece in block.pieces] + list(article.boilerplate)
    for span in spans:
        assert 0 <= span.start < span.end <= len(source)
        for position in range(span.start, span.end):
            seen[position] += 1
    for position, char in enumerate(source):
        assert seen[position] <= 1
        assert seen[position] or char.isspace(), (position, char)
    last = -1
    for block in article.blocks:
        assert block.text == "".join(source[piece.start : piece.end] for piece in block.pieces)
        assert block.text and block.text == block.text.strip() and "\n" not in block.text
        assert block.paragraph in (last, last + 1)
        last = block.paragraph
        assert [block.source_offset(n) for n in range(len(block.text))] == [
            position for piece in block.pieces for position in range(piece.start, piece.end)
        ]


def test_the_whole_page() -> None:
    article = read_newspage(PAGE, "red-river.txt")
    check_whole(article)
    assert article.title == TITLE
    assert shape(article) == [
        (Kind.TITLE, 0, TITLE),
        (Kind.LEAD, 1, LEAD),
        (Kind.CAPTION, 2, "农民在田间收割水稻。图自越通社"),
        (Kind.DATELINE, 3, "越通社河内10月5日——"),
        (Kind.BODY, 3, LEAD),
        (
            Kind.BODY,
            4,
            "今年天气较为有利,各合作社投入了更多收割机。其中,太平省的机械化率达到95%以上,比去年同期提高了3个百分点。",
        ),
        (Kind.CAPTION, 5, "合作社的收割机  图自越通社"),
        (Kind.BODY, 6, "各地正在准备冬季作物的种子和肥料。"),
        (Kind.SIGN_OFF, 6, "（完）"),
        (Kind.SIGN_OFF, 7, "越通社"),
        (Kind.RELATED_CAPTION, 8, "南定省的盐田。图自越通社"),
        (Kind.RELATED_TITLE, 9, "南定省发展传统制盐业"),
        (Kind.RELATED_BODY, 10, "南定省沿海各县保留了传统的晒盐方法,每年生产食盐数万吨。"),
        (Kind.RELATED_CAPTION, 11, "红河上的渡船"),
        (Kind.RELATED_TITLE, 12, "红河上的渡船"),
        (Kind.RELATED_BODY, 13, "红河两岸的居民过去主要靠渡船来往。"),
    ]
    furniture = [article.source[span.start : span.end] for span in article.boilerplate]
    assert furniture == [f"{TITLE} ảnh 1", f"{TITLE}\xa0ảnh\xa02", "更多"]


def test_decomposed_marker() -> None:
    page = unicodedata.normalize("NFD", PAGE)
    article = read_newspage(page, "x")
    check_whole(article)
    assert [block.kind for block in article.blocks] == [
        block.kind for block in read_newspage(PAGE, "x").blocks
    ]


def test_traditional_page() -> None:
    page = (
        "紅河平原秋收順利\n\n各省已收割水稻五十萬公頃。\n紅河平原秋收順利 ảnh 1農民在田間。圖自越通社\n"
        "越通社河內——各省已收割水稻五十萬公頃。\n\n各地準備冬季作物。（完）\n越通社\n\n更多\n\n鹽田。圖自越通社\n\n製鹽業\n\n鹽業有百年歷史。\n"
    )
    article = read_newspage(page, "x")
    check_whole(article)
    assert " ".join(block.kind.value for block in article.blocks) == (
        "title lead caption dateline body body sign-off sign-off related-caption related-title related-body"
    )


@pytest.mark.parametrize(
    "line",
    [
        "(完)",
        "（完）",
        "(完）",
        "(越通社-VNA)",
        "(越通社——VNA)",
        "（越通社—VNA）",
        "(越通社)",
        "越通社",
        "（終）",
        "来源：越通社",
        "(完)(越通社-VNA)",
    ],
)
def test_sign_off_lines(line: str) -> None:
    assert is_sign_off(line)
    article = read_newspage(f"题目\n\n正文第一段。\n{line}", "x")
    assert shape(article)[-1] == (Kind.SIGN_OFF, 2, line)


@pytest.mark.parametrize(
    "end", ["(完)", "（完）", "(越通社-VNA)", "(越通社——VNA)", "（越通社－VNA）", "(TTXVN)", " (完) "]
)
def test_sign_off_at_a_paragraph_s_end(end: str) -> None:
    article = read_newspage(f"题目\n\n正文第一段(共两段)。\n正文第二段。{end}\n越通社", "x")
    assert shape(article)[2:] == [
        (Kind.BODY, 2, "正文第二段。"),
        (Kind.SIGN_OFF, 2, end.strip()),
        (Kind.SIGN_OFF, 3, "越通社"),
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "越通社河内——",
        "越通社胡志明市—",
        "越通社河内8月17日——",
        "越通社河内2024年8月17日 — ",
        "越通社芹苴 -- ",
        "（越通社河内8月17日电）",
        "越通社北京8月17日电",
        "越通社——",
    ],
)
def test_datelines(dateline: str) -> None:
    article = read_newspage(f"题目\n\n{dateline}正文第一段,很短。", "x")
    assert shape(article)[1:] == [(Kind.DATELINE, 1, dateline.strip()), (Kind.BODY, 1, "正文第一段,很短。")]
    assert looks_like_newspage(f"{dateline}正文。")


@pytest.mark.parametrize(
    "line", ["越通社驻老挝记者报道,收成很好。", "越通社2023-2027年发展规划。", "越通社、新华社——两家通讯社。"]
)
def test_no_datelines(line: str) -> None:
    assert shape(read_newspage(f"题目\n\n{line}", "x"))[1:] == [(Kind.BODY, 1, line)]


def test_a_dateline_on_a_line_of_its_own() -> None:
    article = read_newspage("题目\n\n越通社河内——\n正文第一段。\n正文第二段。", "x")
    assert [(kind, paragraph) for kind, paragraph, _ in shape(article)] == [
        (Kind.TITLE, 0),
        (Kind.DATELINE, 1),
        (Kind.BODY, 1),
        (Kind.BODY, 2),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "渔港清晨。图自越通社",
        "渔港清晨 图自互联网",
        "(图:越通社)",
        "渔港清晨。（图：越通社）",
        "资料图:渔港清晨",
        "漁港清晨。圖自越通社",
        "图为渔港清晨。",
        "渔港清晨。资料图",
        "渔港清晨(资料图)",
        "渔港清晨。图片来源:越通社",
    ],
)
def test_captions(line: str) -> None:
    assert is_caption(line)
    article = read_newspage(f"题目\n\n越通社河内——第一段。\n{line}\n第二段。", "x")
    assert (Kind.CAPTION, 2, line) in shape(article)


@pytest.mark.parametrize(
    "line", ["这幅地图自1900年起收藏在博物馆里。", "渔民们试图自己修船。", "摄影比赛在河内举行。"]
)
def test_no_captions(line: str) -> None:
    assert not is_caption(line)


def test_marker_number_before_a_figure() -> None:
    article = read_newspage("秋收\n秋收 ảnh 12024年的田野\n越通社河内——好。\n秋收 ảnh 2100名农民\n好。", "x")
    assert [text for kind, _, text in shape(article) if kind is Kind.CAPTION] == ["2024年的田野", "100名农民"]
    assert list(find_markers("cảnh 1 (Báo ảnh Việt Nam)", 0, 25, 1)) == []


def test_page_without_a_title_line() -> None:
    article = read_newspage(
        "秋收 ảnh 1田野。图自越通社\n越通社河内——好。\n秋收 ảnh 2稻谷。图自越通社\n更好。", "x"
    )
    check_whole(article)
    assert article.title == "秋收"
    assert [kind for kind, _, _ in shape(article)] == [
        Kind.TITLE,
        Kind.CAPTION,
        Kind.DATELINE,
        Kind.BODY,
        Kind.CAPTION,
        Kind.BODY,
    ]


def test_other_text_before_a_marker_is_kept() -> None:
    article = read_newspage("秋收\n越通社河内——好。\n第二段。秋收 ảnh 1田野\n不是题目 ảnh 2稻谷\n完结。", "x")
    check_whole(article)
    bodies = [text for kind, _, text in shape(article) if kind is Kind.BODY]
    assert bodies == ["好。", "第二段。", "不是题目完结。"] or bodies == [
        "好。",
        "第二段。",
        "不是题目",
        "完结。",
    ]
    assert [article.source[span.start : span.end] for span in article.boilerplate] == ["秋收 ảnh 1", "ảnh 2"]


def test_paragraph_split_twice_and_by_two_photos() -> None:
    page = (
        "题目\n\n引言。\n越通社河内——甲,\n一。图自越通社\n二。图自越通社\n乙,\n题目 ảnh 1三\n丙。(完)\n更多\n"
    )
    article = read_newspage(page, "x")
    check_whole(article)
    assert shape(article)[2:] == [
        (Kind.DATELINE, 2, "越通社河内——"),
        (Kind.BODY, 2, "甲,乙,丙。"),
        (Kind.SIGN_OFF, 2, "(完)"),
        (Kind.CAPTION, 3, "一。图自越通社"),
        (Kind.CAPTION, 4, "二。图自越通社"),
        (Kind.CAPTION, 5, "三"),
    ]
    assert len(article.blocks[3].pieces) == 3


def test_finished_paragraphs_are_not_joined() -> None:
    article = read_newspage("题目\n\n越通社河内——甲。\n题目 ảnh 1图\n乙。\n“丙！”\n题目 ảnh 2图\n丁。", "x")
    assert [text for kind, _, text in shape(article) if kind is Kind.BODY] == [
        "甲。",
        "乙。",
        "“丙！”",
        "丁。",
    ]


def test_latin_words_are_not_glued() -> None:
    article = read_newspage("题目\n\n越通社河内——报纸Liga\n题目 ảnh 1图\nHispano发文。", "x")
    check_whole(article)
    assert [(kind, number) for kind, number, _ in shape(article)][2:] == [
        (Kind.BODY, 1),
        (Kind.BODY, 1),
        (Kind.CAPTION, 2),
    ]


def test_headings() -> None:
    article = read_newspage("题目\n\n越通社河内——甲。\n一、收成\n乙。\n机械化\n丙。", "x")
    assert [text for kind, _, text in shape(article) if kind is Kind.HEADING] == ["一、收成", "机械化"]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2024年8月17日", "2024-08-17"),
        ("2024-08-17", "2024-08-17"),
        ("发布时间:2024/8/17 10:30", "2024-08-17"),
        ("2024年8月17日 星期六 08:05 GMT+7", "2024-08-17"),
        ("2024年13月17日", None),
        ("2024年8月17日,会议开幕。", None),
        ("8月17日", None),
    ],
)
def test_date(line: str, date: str | None) -> None:
    assert read_date(line) == date
    article = read_newspage(f"题目\n{line}\n\n越通社河内——甲。", "x")
    check_whole(article)
    assert article.date == date


RELATED = [
    "CTB CTB CTB",
    "CTB TB CTB",
    "CTB CB CTB",
    "CTB CT CTB",
    "TB TB TB",
    "CTB",
]


@pytest.mark.parametrize("form", RELATED)
def test_related_items_with_parts_missing(form: str) -> None:
    lines = {
        "C": "海边的渔船。图自越通社",
        "T": "沿海各省发展海洋经济",
        "B": "沿海各省正在发展渔业、旅游业和港口服务,居民收入不断提高。",
    }
    kinds = {"C": Kind.RELATED_CAPTION, "T": Kind.RELATED_TITLE, "B": Kind.RELATED_BODY}
    letters = form.replace(" ", "")
    page = "题目\n\n越通社河内——甲。(完)\n\n更多\n\n" + "\n\n".join(lines[letter] for letter in letters)
    article = read_newspage(page, "x")
    check_whole(article)
    assert [block.kind for block in article.blocks][4:] == [kinds[letter] for letter in letters]


@pytest.mark.parametrize(
    "text",
    [
        "正文。\n更多\n题目",
        "题目 ảnh 1图",
        "越通社河内——正文",
        "正文。(完)",
        "正文。\n越通社",
        "正文(越通社-VNA)",
    ],
)
def test_looks_like_newspage(text: str) -> None:
    assert looks_like_newspage(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "更多",
        "只是一段文字。\n又一段。",
        "更多的人来到这里。\n他们很高兴。\n好。",
        "《越南画报》(Báo ảnh Việt Nam)",
    ],
)
def test_does_not_look_like_newspage(text: str) -> None:
    assert not looks_like_newspage(text)


WORDS = [
    "农民",
    "合作社",
    "出口额",
    "增长",
    "湄公河",
    "2023年",
    "32.8%",
    "(AIPA)",
    "“绿色”",
    "、",
    ",",
    "，",
    "港口",
    "Vinamilk",
    "和",
    "发展",
]
phrase = (
    st.lists(st.sampled_from(WORDS), min_size=3, max_size=12)
    .map("".join)
    .map(lambda text: "在" + text + "方面")
)
sentence = st.tuples(phrase, st.sampled_from("。！？")).map("".join)
paragraph = st.lists(sentence, min_size=1, max_size=3).map("".join)
blank = st.sampled_from(["\n", "\n\n", "\n \n", "\n\xa0\n\n"])
space = st.sampled_from([" ", "\xa0", "  "])


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, list[tuple[Kind, str]]]:
    """A page in the form that the news agency's pages have, with the blocks to be found in it."""
    title = draw(phrase)
    text: list[str] = [title]
    blocks: list[tuple[Kind, str]] = [(Kind.TITLE, title)]
    photos = 0

    def photo() -> tuple[Kind, str]:
        nonlocal photos
        photos += 1
        caption = draw(phrase) + draw(
            st.sampled_from(["。图自越通社", " 图自互联网", "\xa0 图自越通社", "", "。"])
        )
        marker = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), "ảnh")
        text.append(f"{title}{draw(space)}{marker}{draw(st.sampled_from([' ', chr(0xA0)]))}{photos}{caption}")
        return Kind.CAPTION, caption

    lead = draw(st.none() | paragraph)
    if lead:
        text.append(lead)
        blocks.append((Kind.LEAD, lead))
    if draw(st.booleans()):
        blocks.append(photo())
    dateline = draw(st.sampled_from(["越通社河内——", "越通社河内8月17日——", "越通社胡志明市—"]))
    bodies = draw(st.lists(paragraph, min_size=1, max_size=4))
    sign_off = draw(st.sampled_from(["", "(完)", "（完）", "(越通社——VNA)", "(越通社-VNA)"]))
    for number, body in enumerate(bodies):
        before, after = "", ""
        if number == 0:
            before = dateline
            blocks.append((Kind.DATELINE, dateline))
        if number == len(bodies) - 1:
            after = sign_off
        inside: list[tuple[Kind, str]] = []
        if draw(st.booleans()):
            half = draw(phrase) + "包括"
            text.append(before + half)
            inside = [photo() for _ in range(draw(st.integers(1, 2)))]
            text.append(body + after)
            blocks.append((Kind.BODY, half + body))
        else:
            text.append(before + body + after)
            blocks.append((Kind.BODY, body))
        if after:
            blocks.append((Kind.SIGN_OFF, after))
        blocks += inside
        if draw(st.booleans()) and number < len(bodies) - 1:
            blocks.append(photo())
    if draw(st.booleans()):
        text.append("越通社")
        blocks.append((Kind.SIGN_OFF, "越通社"))
    items = draw(st.lists(st.tuples(phrase, phrase, paragraph, st.booleans()), max_size=3))
    if items:
        text.append("更多")
    for caption, headline, summary, own in items:
        caption = headline if own else caption + "。图自越通社"
        text += [caption, headline, summary]
        blocks += [
            (Kind.RELATED_CAPTION, caption),
            (Kind.RELATED_TITLE, headline),
            (Kind.RELATED_BODY, summary),
        ]
    return "".join(line + draw(blank) for line in text), blocks


@settings(deadline=None)
@given(pages())
def test_built_pages_are_read_as_built(built: tuple[str, list[tuple[Kind, str]]]) -> None:
    page, blocks = built
    article = read_newspage(page, "x")
    check_whole(article)
    assert [(block.kind, block.text) for block in article.blocks] == blocks
    assert looks_like_newspage(page)


GARBAGE = [
    "ảnh 1",
    "ảnh",
    "更多",
    "越通社",
    "越通社河内——",
    "——",
    "(完)",
    "图自越通社",
    "\n",
    "\n\n",
    " ",
    "\xa0",
    "\u200b",
    "题目",
    "。",
    ",",
    "1",
    "a",
    "一、",
    "2024年8月17日",
    "（",
    "🙂",
    "\u0309",
]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(GARBAGE), max_size=60).map("".join)
    | st.text(max_size=200).map(lambda text: text.replace("\r", ""))
)
def test_nothing_of_any_text_is_lost(text: str) -> None:
    article = read_newspage(text, "x")
    check_whole(article)
    known = "题目更多ảnh\u0309\u200b"
    for span in article.boilerplate:
        piece = article.source[span.start : span.end]
        assert (
            "\n" in piece
            or any(char in piece for char in known)
            or read_date(piece)
            or not piece.isprintable()
        )


@pytest.mark.parametrize(
    "unit", ["很长的一句话,", "题目 ảnh 1", "(完)", "越通社", "更多\n", "题目\n", "题目 ảnh 1\n", "图自"]
)
def test_five_megabytes_in_linear_time(unit: str) -> None:
    text = "题目\n" + unit * (1_700_000 // len(unit))
    lines = text.count("\n")
    # With more than linear time this would not end.
    if lines < 10 and "ảnh" not in unit:
        assert read_newspage(text, "x").blocks
    else:
        article = read_newspage(text[: 1_700_000 // 8], "x")
        assert len(article.blocks) >= 1


def test_offsets_of_a_block_in_pieces() -> None:
    block: Block = next(block for block in read_newspage(PAGE, "x").blocks if len(block.pieces) > 1)
    join: Sequence[Span] = block.pieces
    first = join[0].end - join[0].start
    assert PAGE[block.source_offset(first)] == "比" and PAGE[block.source_offset(first - 1)] == ","
