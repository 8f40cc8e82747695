"""Plain text, Markdown, web pages, files and folders."""

from __future__ import annotations

import os
import subprocess
import sys
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.article import Article, Kind
from seeds.errors import BinarySource, EmptySource, MissingSource, NoArticles, UnreadableSource
from seeds.html import read_html, visible_text
from seeds.load import find_sources, load_bytes, load_file
from seeds.markdown import read_markdown
from seeds.plain import read_lines, read_plain

TEXT = "河边的集市\n\n清晨的集市十分热闹。\n农民们带来了新鲜的蔬菜和水果。\n\n中午以后,人们慢慢散去。\n"


def texts(article: Article, kind: Kind | None = None) -> list[str]:
    return [block.text for block in article.blocks if kind is None or block.kind is kind]


def check_whole(article: Article) -> None:
    seen = [0] * len(article.source)
    for span in [piece for block in article.blocks for piece in block.pieces] + list(article.boilerplate):
        assert span.start < span.end
        for position in range(span.start, span.end):
            seen[position] += 1
    for position, char in enumerate(article.source):
        assert seen[position] <= 1 and (seen[position] or char.isspace()), (position, char)
    last = -1
    for block in article.blocks:
        assert block.text == "".join(article.source[piece.start : piece.end] for piece in block.pieces)
        assert block.text and block.text == block.text.strip() and "\n" not in block.text
        assert block.paragraph >= last
        last = block.paragraph


class TestPlain:
    def test_title_and_paragraphs(self) -> None:
        article = read_plain(TEXT, "market.txt")
        check_whole(article)
        assert article.title == "河边的集市"
        assert [(block.kind, block.paragraph) for block in article.blocks] == [
            (Kind.TITLE, 0),
            (Kind.BODY, 1),
            (Kind.BODY, 2),
            (Kind.BODY, 3),
        ]

    @pytest.mark.parametrize("text", ["只有一行", "第一句话说完了。\n\n第二句。", "长" * 80 + "\n\n第二句。"])
    def test_no_title(self, text: str) -> None:
        article = read_plain(text, "folder/name.txt")
        assert article.title == "name"
        assert set(block.kind for block in article.blocks) == {Kind.BODY}

    def test_hard_wrapped_paragraphs_are_joined(self) -> None:
        lines = [
            "清晨的集市十分热闹,农民们带来了新鲜的蔬菜",
            "和水果,渔民们带来了夜里捕到的鱼虾。孩子们",
            "在人群里跑来跑去,老人们坐在茶摊上聊天,一",
            "直坐到中午。",
        ]
        article = read_plain("河边的集市\n\n" + "\n".join(lines) + "\n\n中午以后人们慢慢散去。", "x")
        check_whole(article)
        assert texts(article) == ["河边的集市", "".join(lines), "中午以后人们慢慢散去。"]
        assert len(article.blocks[1].pieces) == 4

    def test_indented_paragraphs_without_blank_lines(self) -> None:
        text = (
            "　　清晨的集市十分热闹,农民们带来了新鲜的蔬\n菜和水果,渔民们带来了鱼虾。\n"
            "　　孩子们在人群里跑来跑去,老人们坐在茶摊上聊\n天。\n"
        )
        article = read_plain(text, "x")
        check_whole(article)
        assert [len(block.pieces) for block in article.blocks] == [2, 2]

    def test_lines_that_end_sentences_stay_apart(self) -> None:
        text = "清晨的集市十分热闹,农民们带来了蔬菜。\n渔民们带来了鱼虾,孩子们跑来跑去好。\n老人们坐在茶摊上聊天,坐到了中午。"
        assert len(read_plain(text, "x").blocks) == 3

    def test_latin_words_are_not_glued(self) -> None:
        text = "The market by the river opens early\nand the farmers bring fresh greens\nand fruit."
        article = read_plain(text, "x")
        check_whole(article)
        assert {block.paragraph for block in article.blocks} == {0}
        assert len(article.blocks) == 3

    def test_read_lines_counts_empty_lines(self) -> None:
        article = read_lines("一 ảnh 1图\n\n 更多 \n\n\n三", "x")
        check_whole(article)
        assert [(block.paragraph, block.text, block.kind) for block in article.blocks] == [
            (0, "一 ảnh 1图", Kind.BODY),
            (2, "更多", Kind.BODY),
            (5, "三", Kind.BODY),
        ]
        assert article.boilerplate == ()

    @given(st.text("一二。,\n \u3000ab\xa0\u200b", max_size=150))
    def test_nothing_is_lost(self, text: str) -> None:
        check_whole(read_plain(text, "x"))
        article = read_lines(text, "x")
        check_whole(article)
        lines = text.split("\n")
        assert all(block.text in lines[block.paragraph] for block in article.blocks)


MARKDOWN = """---
title: '集市与河流'
date: 2023-05-06
---

# 河边的 *集市*

清晨的**集市**十分[热闹](https://example.org/a_(b) "标题"),
有`茶摊`、2\\*3 个鱼摊和 A&amp;B 商店。

## 蔬菜

- 白菜
- 萝卜,
  还有黄瓜
  1. 嵌套的**一项**

> 老人说
> 从前更热闹。

| 品种 | 价格 |
|:--|--:|
| 白菜 | **5**元 |
| 甲\\|乙 | |

![集市的照片](market.png)

第一行\\
第二行 ~~旧~~ <b>新</b> <https://example.org>

```
诗歌一行
```

```python
print("x")
```

<div>块里的字</div>

见[说明][1]和*未闭合。

[1]: https://example.org/note
"""


class TestMarkdown:
    def test_everything(self) -> None:
        article = read_markdown(MARKDOWN, "x.md")
        check_whole(article)
        assert (article.title, article.date) == ("集市与河流", "2023-05-06")
        assert [(block.kind.value, block.text) for block in article.blocks] == [
            ("title", "集市与河流"),
            ("heading", "河边的 集市"),
            ("body", "清晨的集市十分热闹,有茶摊、2*3 个鱼摊和 A&B 商店。"),
            ("heading", "蔬菜"),
            ("body", "白菜"),
            ("body", "萝卜,还有黄瓜"),
            ("body", "嵌套的一项"),
            ("body", "老人说从前更热闹。"),
            ("body", "品种"),
            ("body", "价格"),
            ("body", "白菜"),
            ("body", "5元"),
            ("body", "甲\\|乙"),
            ("caption", "集市的照片"),
            ("body", "第一行"),
            ("body", "第二行 旧 新 https://example.org"),
            ("body", "诗歌一行"),
            ("body", "块里的字"),
            ("body", "见说明和*未闭合。"),
        ]

    def test_first_main_heading_is_the_title(self) -> None:
        article = read_markdown("引子。\n\n# 题目 #\n\n# 又一个\n", "x.md")
        assert [block.kind for block in article.blocks] == [Kind.BODY, Kind.TITLE, Kind.HEADING]
        assert article.title == "题目"

    def test_front_matter_with_the_same_title(self) -> None:
        article = read_markdown("---\ntitle: 题目\n---\n# 题目\n\n正文。", "x.md")
        check_whole(article)
        assert texts(article) == ["题目", "正文。"]

    @pytest.mark.parametrize(
        ("source", "text"),
        [
            ("**a**b*c*", "abc"),
            ("***重***点", "重点"),
            ("`` 代`码 ``", "代`码"),
            ("`未闭合", "`未闭合"),
            ("[文](a)文", "文文"),
            ("[a](b)b", "ab"),
            ("[未定义][x]", "[未定义][x]"),
            ("![图](a)后", "图后"),
            ("[![图](a)](b)", "图"),
            ("~~~甲~~乙", "~甲乙"),
            ("a * b", "a * b"),
            ("1&nbsp;2 &lt;", "12 &lt;"),
            ("\\a\\*", "\\a*"),
        ],
    )
    def test_inline_markup(self, source: str, text: str) -> None:
        article = read_markdown("字 " + source, "x.md")
        check_whole(article)
        assert texts(article) == ["字 " + text]

    MARKUP = (
        "一",
        "二。",
        "a",
        "*",
        "**",
        "_",
        "`",
        "[",
        "](",
        ")",
        "![",
        "~~",
        "\\",
        "<b>",
        "&amp;",
        "|",
        "\n",
        "\n\n",
        "> ",
        "- ",
        "# ",
        "    ",
        "```",
        "---",
        " ",
        "<div>",
        "\t",
        "1. ",
        "\n|-|-|\n",
    )

    @settings(deadline=None)
    @given(st.lists(st.sampled_from(MARKUP), max_size=40).map("".join))
    def test_nothing_is_lost(self, text: str) -> None:
        article = read_markdown(text, "x.md")
        check_whole(article)


PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>河边的集市 | 报纸</title>
<meta property="og:title" content="河边的集市"><meta property="article:published_time" content="2023-05-06T08:00:00+07:00">
<script>var hidden = "脚本里的字";</script><style>.字 {{}}</style></head>
<body><nav><a href="/">首页</a></nav><article><h1>河边的集市</h1>{paragraphs}</article>
<script>document.write("脚本");</script></body></html>"""
PARAGRAPHS = "".join(
    f"<p>{text}</p>"
    for text in (
        "清晨的<b>集市</b>十分热闹,农民们带来了新鲜的蔬菜和水果,渔民们带来了夜里捕到的鱼虾。",
        "孩子们在人群里跑来跑去,老人们坐在茶摊上聊天,一直坐到中午。",
        "中午以后,人们慢慢散去,河边又安静下来,只有小船从桥下驶过。",
    )
)


class TestHtml:
    @pytest.mark.parametrize(
        ("declared", "encoding", "reported"),
        [
            ("utf-8", "utf-8", "utf-8"),
            ("gb2312", "gb18030", "gb18030"),
            ("gbk", "gbk", "gb18030"),
            ("gb2312", "utf-8", "utf-8"),
            ("utf-8", "utf-16", "utf-16-le"),
            ("utf-8", "gb18030", "gb18030"),
            ("nonsense", "utf-8-sig", "utf-8"),
        ],
    )
    def test_charset(self, declared: str, encoding: str, reported: str) -> None:
        article = load_bytes(PAGE.format(charset=declared, paragraphs=PARAGRAPHS).encode(encoding), "x.html")
        check_whole(article)
        assert (article.title, article.date, article.encoding) == ("河边的集市", "2023-05-06", reported)
        assert article.blocks[0].kind is Kind.TITLE
        assert texts(article)[1].startswith("清晨的集市十分热闹")
        assert "脚本" not in article.source and "<" not in article.source
        assert article.source.count("河边的集市") == 1

    def test_xml_prolog_with_encoding(self) -> None:
        page = f'<?xml version="1.0" encoding="gbk"?><html><body>{PARAGRAPHS}</body></html>'
        article = load_bytes(page.encode("gbk"), "x.xhtml")
        assert article.encoding == "gb18030" and "茶摊" in article.source

    def test_tiny_page_keeps_its_lines(self) -> None:
        article = load_bytes(
            "<html><body><div>一<b>二</b>三。</div><div>四。</div></body></html>".encode(), "x.html"
        )
        assert texts(article) == ["一二三。", "四。"]

    def test_visible_text(self) -> None:
        page = "<html><head><title>题</title></head><body>甲<br>乙<!-- 不见 -->丙<p>丁\n戊</p>己<script>x</script>庚<noscript>n</noscript></body></html>"
        assert visible_text(page).split("\n") == ["甲", "乙丙", "丁 戊", "己", "庚"]

    def test_falls_back_to_all_visible_text(self) -> None:
        buttons = "".join(f"<button>第{number}个按钮上的一句话</button>" for number in range(40))
        article = load_bytes(
            f"<html><body><form>{buttons}</form><p>一句正文。</p></body></html>".encode(), "x.html"
        )
        assert "第39个按钮上的一句话" in article.source

    def test_news_page(self) -> None:
        lines = [
            "秋收",
            "水稻丰收。",
            "秋收 ảnh 1田野。图自越通社",
            "越通社河内——水稻丰收。",
            "农民们十分高兴。(完)",
            "越通社",
        ]
        page = (
            "<html><body><div>" + "".join(f"<p>{escape(line)}</p>" for line in lines) + "</div></body></html>"
        )
        article = load_bytes(page.encode(), "x.html")
        check_whole(article)
        assert [block.kind.value for block in article.blocks] == (
            ["title", "lead", "caption", "dateline", "body", "body", "sign-off", "sign-off"]
        )

    @pytest.mark.parametrize(
        "page", ["<html></html>", "<html><script>字</script></html>", "<!-- 字 -->", "  "]
    )
    def test_no_text(self, page: str) -> None:
        with pytest.raises(EmptySource):
            read_html(page.encode(), "x.html")

    def test_deep_nesting(self) -> None:
        page = "<html><body>" + "<div>" * 1500 + "很深的字。" + "</div>" * 1500 + "</body></html>"
        assert visible_text(page) == "很深的字。"
        assert "很深的字" in load_bytes(page.encode(), "x.html").source


class TestLoad:
    def test_dispatch(self) -> None:
        assert texts(load_bytes("# 题目\n\n**正文**。".encode(), "x.md")) == ["题目", "正文。"]
        assert texts(load_bytes("# 题目\n\n**正文**。".encode(), "stdin")) == ["题目", "正文。"]
        assert texts(load_bytes("# 题目\n\n**正文**。".encode(), "x.txt"))[1] == "**正文**。"
        assert texts(load_bytes(b"<!DOCTYPE html><body><p>\xe5\xad\x97</p>", "stdin")) == ["字"]
        assert load_bytes("题目\n\n越通社河内——好。".encode(), "stdin").blocks[1].kind is Kind.DATELINE
        assert (
            load_bytes("题目\n\n引言。\n题目 ảnh 1图\n越通社河内——好。".encode(), "x.md").blocks[1].kind
            is Kind.LEAD
        )
        assert texts(load_bytes(TEXT.encode("gb18030"), "X.TXT"))[0] == "河边的集市"

    def test_plain(self) -> None:
        article = load_bytes("# 题目\r\n\r\n更多\r\n".encode("gb18030"), "x.md", plain=True)
        assert [(block.paragraph, block.text) for block in article.blocks] == [(0, "# 题目"), (2, "更多")]
        assert article.encoding == "gb18030"

    def test_file_and_its_name(self, tmp_path: Path) -> None:
        path = tmp_path / "集市.txt"
        path.write_text(TEXT, encoding="utf-8")
        assert load_file(path).name == "集市.txt"
        assert load_file(path, name="a/集市.txt").name == "a/集市.txt"

    def test_errors(self, tmp_path: Path) -> None:
        with pytest.raises(MissingSource, match="no such file"):
            load_file(tmp_path / "none.txt")
        with pytest.raises(UnreadableSource, match="directory"):
            load_file(tmp_path)
        (tmp_path / "empty.txt").touch()
        with pytest.raises(EmptySource):
            load_file(tmp_path / "empty.txt")
        (tmp_path / "p.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
        with pytest.raises(BinarySource):
            load_file(tmp_path / "p.txt")

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_no_permission(self, tmp_path: Path) -> None:
        path = tmp_path / "x.txt"
        path.write_text("字", encoding="utf-8")
        path.chmod(0)
        with pytest.raises(UnreadableSource, match="permission denied"):
            load_file(path)

    def test_find_sources(self, tmp_path: Path) -> None:
        for name in ("b.txt", "a.md", "c/d.HTML", "c/e.markdown", "f.htm", "g.xhtml"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).touch()
        for name in (".hidden.txt", ".git/x.txt", "picture.png", "x.txt.bak"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).touch()
        found = [path.relative_to(tmp_path).as_posix() for path in find_sources(tmp_path)]
        assert found == ["a.md", "b.txt", "c/d.HTML", "c/e.markdown", "f.htm", "g.xhtml"]
        assert find_sources(tmp_path / "b.txt") == [tmp_path / "b.txt"]

    def test_find_sources_errors(self, tmp_path: Path) -> None:
        with pytest.raises(NoArticles, match="no articles"):
            find_sources(tmp_path)
        with pytest.raises(MissingSource):
            find_sources(tmp_path / "none")

    def test_fifos_in_folders_are_passed_over(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.txt")
        (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
        assert find_sources(tmp_path) == [tmp_path / "gone.txt"]
        with pytest.raises(MissingSource):
            load_file(tmp_path / "gone.txt")

    @pytest.mark.parametrize(("name", "plain"), [("x.txt", False), ("x.txt", True), ("x.md", False)])
    def test_a_line_of_five_megabytes(self, name: str, plain: bool) -> None:
        data = "河边的集市十分热闹,农民们带来了蔬菜。".encode() * 90_000
        # With more than linear time this would not end.
        article = load_bytes(data, name, plain=plain)
        assert len(article.blocks) == 1 and len(article.blocks[0].text) == 90_000 * 19

    def test_nothing_heavy_is_imported_for_a_text_file(self) -> None:
        code = (
            "import sys; from seeds.load import load_bytes; load_bytes('题目\\n\\n正文。'.encode('gb18030'), 'x.txt');"
            "print([m for m in ('trafilatura', 'lxml', 'markdown_it', 'charset_normalizer') if m in sys.modules])"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]"
