"""An article as one HTML page that needs nothing beside it: three columns, a row a segment."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from pathlib import PurePosixPath

from reader.export.markup import marked_up, one_line
from reader.export.paragraphs import Paragraph, paragraphs_of
from reader.export.translated import Translated
from reader.export.webcells import LANGUAGE_TAGS, Glossary, card, chinese, script_in, translation
from seeds.article import Kind
from translate.row import Row, Target
from translate.script import Script

NAMES = {"zh": "中文", "en": "English", "vi": "Tiếng Việt"}
HEADINGS = {Kind.TITLE: "h1", Kind.HEADING: "h2", Kind.RELATED_TITLE: "h3"}
ICON = (
    "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%209%209'%3E%3Cpath"
    "%20stroke='%239c2f1c'%20d='M1%202h7M2%204.5h5M1%207h7'/%3E%3C/svg%3E"
)


@dataclass(slots=True)
class Summary:
    """What the top of the page says of all rows below it."""

    flagged: int = 0
    titled: bool = False
    engines: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Summary:
        """What is to be said of some rows."""
        found = cls()
        for row in rows:
            found.flagged += any(cell.flags for cell in row.cells.values())
            found.titled |= row.segment.kind is Kind.TITLE
            found.engines.update(cell.engine for cell in row.cells.values())
        return found


def pieces(translated: Translated) -> Iterator[str]:
    """The page of an article."""
    article, rows, targets = translated.article, translated.rows, translated.targets
    script = script_in(rows)
    glossary, summary = Glossary(), Summary.of(rows)
    title = article.title or PurePosixPath(article.name).stem
    both = " data-both" if len(targets) > 1 else ""
    shown = f' data-shown="{1 + len(targets)}"{both} data-script="{script.value}"'
    yield f'<!DOCTYPE html>\n<html lang="en"{shown}>\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy()}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="color-scheme" content="light dark">\n<meta name="generator" content="sanyu">\n'
    yield f'<title>{one_line(title)}</title>\n<link rel="icon" href="{ICON}">\n'
    yield f"<style>{asset('page.css')}</style>\n</head>\n<body>\n"
    yield bar(targets, summary.flagged)
    yield "<main>\n"
    yield about(translated, summary)
    yield "<article>\n"
    yield "" if summary.titled else unseen_title(title, script)
    yield heads(targets, script)
    for number, piece in enumerate(body_of(rows, targets, script, glossary)):
        yield f"\n{piece}" if number else piece
    yield "\n</article>\n"
    yield terms(glossary)
    yield '</main>\n<div id="tip" role="tooltip" hidden></div>\n'
    yield f"<script>{asset('page.js')}</script>\n</body>\n</html>\n"


def bar(targets: Sequence[Target], flagged: int) -> str:
    """The bar of switches; without scripts it stays hidden, for nothing on it would work."""
    columns = "".join(
        f'<button type="button" data-column="{code}" lang="{code}" aria-pressed="true">{NAMES[code]}</button>'
        for code in ("zh", *targets)
    )
    flags = (
        f'<button type="button" id="flags" title="Next sentence to look at twice"><span aria-hidden="true">⚑'
        f'</span> {flagged:,}<span class="unseen"> to look at twice: go to the next</span></button>'
        if flagged
        else ""
    )
    return asset("bar.html").replace("<!--columns-->", columns).replace("<!--flags-->", flags)


def about(translated: Translated, summary: Summary) -> str:
    """The line above the article: its file, its date, how much there is."""
    article = translated.article
    parts = [f"<bdi>{one_line(article.name)}</bdi>"]
    if article.date:
        parts.append(f'<time datetime="{marked_up(article.date)}">{marked_up(article.date)}</time>')
    number = len(translated.rows)
    parts.append(f"{number:,} sentence{'' if number == 1 else 's'}")
    if summary.flagged:
        parts.append(f"{summary.flagged:,} to look at twice")
    engines = sorted(summary.engines)
    parts.append("machine translation" + (f" ({marked_up(', '.join(engines))})" if engines else ""))
    return f'<p class="about">{" · ".join(parts)}</p>\n'


def unseen_title(title: str, script: Script) -> str:
    """A heading for those who listen, where the article shows none."""
    return f'<h1 class="unseen" lang="{LANGUAGE_TAGS[script]}">{one_line(title)}</h1>\n'


def heads(targets: Sequence[Target], script: Script) -> str:
    """The names of the languages above their columns."""
    tags = [("zh", LANGUAGE_TAGS[script]), *((target.value, target.value) for target in targets)]
    names = "".join(f'<span class="{code}" lang="{tag}">{NAMES[code]}</span>' for code, tag in tags)
    return f'<div class="row heads" aria-hidden="true">{names}</div>\n'


def body_of(
    rows: Iterable[Row], targets: Sequence[Target], script: Script, glossary: Glossary
) -> Iterator[str]:
    """The article's paragraphs; the related items stand folded behind it."""
    for related, group in groupby(paragraphs_of(rows), key=lambda paragraph: paragraph.kind.is_related):
        if not related:
            yield from (paragraph_of(paragraph, targets, script, glossary) for paragraph in group)
            continue
        items = list(group)
        titles = sum(item.kind is Kind.RELATED_TITLE for item in items)
        how_many = f" ({titles})" if titles else ""
        yield f'<details class="related"><summary><h2>Related items{how_many}</h2></summary>'
        yield from (paragraph_of(item, targets, script, glossary) for item in items)
        yield "</details>"


def paragraph_of(paragraph: Paragraph, targets: Sequence[Target], script: Script, glossary: Glossary) -> str:
    """One paragraph: its rows, in the element that its kind asks for."""
    inner = "\n".join(row_of(row, targets, script, glossary) for row in paragraph.rows)
    kind = paragraph.kind
    if kind.is_caption:
        return f'<figure class="par {kind}"><figcaption>\n{inner}\n</figcaption></figure>'
    return f'<div class="par {kind}">\n{inner}\n</div>'


def row_of(row: Row, targets: Sequence[Target], script: Script, glossary: Glossary) -> str:
    """A segment in its languages."""
    kind = row.segment.kind
    heading = HEADINGS.get(kind)
    tag = "hgroup" if heading else "footer" if kind is Kind.SIGN_OFF else "div"
    cells = chinese(row, script, glossary, heading or "p")
    cells += "".join(translation(row, target, glossary) for target in targets)
    return f'<{tag} class="row {kind}" id="s{row.segment.index}">{cells}</{tag}>'


def terms(glossary: Glossary) -> str:
    """All terms of the article, which the script folds; the tooltips show what stands here."""
    cards = [card(number, term) for number, term in glossary.cards()]
    if not cards:
        return ""
    # No details element: what a closed one holds describes nothing to a screen reader.
    head = f'<section class="terms">\n<h2>Terms ({len(cards):,})</h2>\n<dl id="terms">\n'
    return head + "\n".join(cards) + "\n</dl>\n</section>\n"


@cache
def asset(name: str) -> str:
    """A file of the page, as it stands between its tags."""
    return files("reader.export").joinpath("page", name).read_text("utf-8")


@cache
def policy() -> str:
    """What the page may do: run its own script, use its own style, show its icon; nothing else."""
    style, script = (b64encode(sha256(asset(a).encode()).digest()).decode() for a in ("page.css", "page.js"))
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; img-src data:;"
        " base-uri 'none'; form-action 'none'"
    )
