"""Makes tests/pictures/reader.svg: the real reader on a sample article, as a terminal of 148×36 cells shows it.

Run: python tests/pictures/make.py
"""

from __future__ import annotations

import asyncio
import html
import os
import re
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len

HERE = Path(__file__).parent
SAMPLE = "01-foreign-policy.txt"
SIZE = (148, 36)
TERM = "胡志明主席"
CELL = 12.2  # what Rich takes a cell to be wide, in the units of its pictures
HEIGHT = 20  # and its characters' size
FONTS = (
    "'DejaVu Sans Mono', 'Noto Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC',"
    " 'PingFang SC', 'Microsoft YaHei', monospace"
)
FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
FAMILY = re.compile(r"font-family: [^;]*;")
STRETCH = re.compile(r"\S+(?: \S+)*")
TEXT = re.compile(
    r'<text (class="[^"]*-r\d+") x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+" ([^>]*)>(.*?)</text>'
)


def corrected(svg: str) -> str:
    """A picture of Rich's whose text stands where it belongs.

    Rich gives each stretch of text a length by its characters, not its cells, which squeezes
    Chinese. Stretches of wide and of narrow characters are set apart, each with its own length.
    Fonts are those of the viewer's machine: nothing is fetched.
    """

    def apart(match: re.Match[str]) -> str:
        return "".join(runs(*match.groups()))

    return FAMILY.sub(f"font-family: {FONTS};", FACE.sub("", TEXT.sub(apart, svg)))


def runs(kind: str, x: str, y: str, rest: str, escaped: str) -> Iterator[str]:
    """The same text in elements of one width of character each, and without the spaces between them."""
    text = html.unescape(escaped).replace("\xa0", " ")
    for match in STRETCH.finditer(text):
        left = float(x) + cell_len(text[: match.start()]) * CELL
        for width, group in groupby(match[0], key=lambda char: max(1, cell_len(char))):
            part = "".join(group)
            shown = html.escape(part, quote=False).replace(" ", "&#160;")
            length = f"{cell_len(part) * CELL:.1f}"
            # A Chinese character is as wide as it is high; what is left of its two cells is space.
            spacing = f'letter-spacing="{2 * CELL - HEIGHT:.1f}" ' if width == 2 else ""
            place = f'x="{left:.1f}" y="{y}" textLength="{length}" {spacing}{rest}'
            yield f"<text {kind} {place}>{shown}</text>"
            left += cell_len(part) * CELL


async def picture() -> str:
    """The reader with a term's card open, as SVG."""
    from cache.places import Places
    from reader.cli.bookshelf import Bookshelf
    from reader.cli.memory import Memory
    from reader.tui.app import ReaderApp
    from reader.tui.card import Card
    from reader.tui.grid import Grid
    from seeds.load import load_bytes
    from translate.row import Target
    from translate.workshop import Workshop

    home = Places.find()
    sample = files("seeds") / "articles" / SAMPLE
    article = load_bytes(sample.read_bytes(), SAMPLE)
    workshop = Workshop(choice="transfer")
    with Bookshelf(home, print) as shelf, Memory(home, print) as memory:
        app = ReaderApp(
            pipeline_factory=lambda: memory.pipeline(workshop, tuple(Target)), library=shelf, article=article
        )
        async with app.run_test(size=SIZE) as pilot:
            screen = app.screen
            while not all(row.cells for row in screen.query_one(Grid).rows):
                await pilot.pause(0.1)
            while TERM not in str(screen.query_one(Card).render()):
                await pilot.press("n")
            return app.export_screenshot(title=f"sanyu read {SAMPLE}", simplify=True)


def main() -> None:
    """Writes the picture."""
    with tempfile.TemporaryDirectory(prefix="sanyu-picture-") as folder:
        os.environ["SANYU_HOME"] = folder
        os.environ.pop("NO_COLOR", None)
        svg = corrected(asyncio.run(picture()))
    (HERE / "reader.svg").write_text(svg, encoding="utf-8")
    print(HERE / "reader.svg")


if __name__ == "__main__":
    main()
