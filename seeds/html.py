"""Web pages: the article that trafilatura finds, or all visible text where it finds too little."""

from __future__ import annotations

import codecs
import re
from copy import deepcopy
from dataclasses import dataclass, replace

from seeds.article import Article
from seeds.decode import Decoded, decode, decode_as, normalise
from seeds.errors import EmptySource
from seeds.furniture import read_date
from seeds.newspage import looks_like_newspage, read_newspage
from seeds.plain import read_plain
from seeds.plausible import plausibility

_CHARSET = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([-\w.:]+)|^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([-\w.:]+)",
    re.IGNORECASE,
)
_HEAD = 4096
_PROLOG = re.compile(r"^\s*<\?xml\b[^>]*\?>")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_SPACES = re.compile("[ \t\n\f]+")
_UNSEEN = frozenset(("head", "script", "style", "noscript", "template", "iframe", "svg", "object"))
_INLINE = re.compile(
    "a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|rp|rt|ruby"
    "|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What is the article on a page."""

    text: str
    title: str
    date: str | None


def read_html(data: bytes, name: str) -> Article:
    """The article on a web page; ``Article.source`` is its text as extracted, without any markup.

    The page's own charset counts before any guess, unless the bytes are plainly something else.
    """
    decoded = _decode(data, name)
    page = _PROLOG.sub("", decoded.text, count=1)
    visible = visible_text(page)
    found = _extract(page)
    if 3 * len(_HAN.findall(found.text)) < len(_HAN.findall(visible)) or _is_torn(found.text, visible):
        found = replace(found, text=visible)
    text = normalise(found.text)
    title = " ".join(normalise(found.title).split())
    if not text.strip():
        raise EmptySource(name)
    if title:
        # The title stands first, once, wherever the extraction left it.
        lines = [line for line in text.split("\n") if line.strip() != title]
        text = "\n".join([title, "", *lines])
    if looks_like_newspage(text):
        article = read_newspage(text, name)
    else:
        article = read_plain(text, name, titled=bool(title))
    return replace(article, encoding=decoded.encoding, date=article.date or found.date)


def visible_text(page: str) -> str:
    """The text that a browser would show, a line for each block, without scripts and styles."""
    from lxml import etree, html  # type: ignore[import-untyped]

    try:
        tree = html.fromstring(page, parser=html.HTMLParser(huge_tree=True))
    except (etree.ParserError, ValueError):
        return ""
    pieces: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            unseen += tag in _UNSEEN
            if not _INLINE.fullmatch(tag):
                pieces.append("\n")
            if not unseen:
                pieces.append(_SPACES.sub(" ", element.text or ""))
        else:
            if event == "end":
                unseen -= tag in _UNSEEN
                if not _INLINE.fullmatch(tag):
                    pieces.append("\n")
            if not unseen and element is not tree:
                pieces.append(_SPACES.sub(" ", element.tail or ""))
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _extract(page: str) -> _Found:
    """Text, title and date as trafilatura finds them; all empty if it finds nothing."""
    from trafilatura import bare_extraction
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    # Below this it takes any text of the page; its own 250 counts Latin letters, Chinese needs fewer.
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "30"
    document = bare_extraction(
        page,
        favor_recall=True,
        include_comments=False,
        with_metadata=True,
        config=config,
        # The date that the page states; no searching of its text for any date at all.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if document is None or isinstance(document, dict):
        return _Found("", "", None)
    date = read_date(document.date or "")
    return _Found(document.text or "", document.title or "", date)


def _is_torn(text: str, visible: str) -> bool:
    """Whether most lines are not whole lines of the page: on tiny pages each tag becomes a line end."""
    whole = {"".join(line.split()) for line in visible.split("\n")}
    lines = ["".join(line.removeprefix("- ").split()) for line in text.split("\n") if line.strip()]
    return 2 * sum(line in whole for line in lines) < len(lines) or not lines


def _decode(data: bytes, name: str) -> Decoded:
    """The page's source, by its mark, its declared charset, or the looks of its bytes."""
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    declared = _CHARSET.search(data[:_HEAD])
    # UTF-16 cannot be declared in ASCII: a page that says so is in something else.
    if declared and not marked:
        label = (declared[1] or declared[2]).decode("ascii", "ignore").lower()
        text = None if label.startswith("utf-16") else decode_as(data, label)
        if text is not None and not _is_clearly_utf8(data, text):
            return Decoded(normalise(text), _name(label))
    return decode(data, name=name)


def _is_clearly_utf8(data: bytes, text: str) -> bool:
    """Whether the bytes make better sense as UTF-8: browsers save pages so and leave the label."""
    other = decode_as(data, "utf-8")
    return other is not None and other != text and plausibility(other) > plausibility(text)


def _name(label: str) -> str:
    """The encoding's usual name."""
    name = codecs.lookup(label).name
    if name in ("gb2312", "gbk", "gb18030"):
        return "gb18030"
    return "big5" if name in ("cp950", "big5hkscs") else name
