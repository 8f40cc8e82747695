"""The sample articles that come with sanyu."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from seeds.article import Kind
from seeds.load import find_sources, load_file

SAMPLES = find_sources(Path(str(files("seeds") / "articles")))


def test_there_are_enough_of_them() -> None:
    assert len(SAMPLES) >= 8
    encodings = Counter(load_file(path).encoding for path in SAMPLES)
    assert encodings == {"utf-8": len(SAMPLES) - 1, "gb18030": 1}
    assert sum("國" in load_file(path).source for path in SAMPLES) == 1


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample(path: Path) -> None:
    article = load_file(path)
    kinds = [block.kind for block in article.blocks]
    count = Counter(kinds)
    assert kinds[:3] == [Kind.TITLE, Kind.LEAD, Kind.CAPTION]
    assert article.title == article.blocks[0].text and article.name == path.name
    assert count[Kind.TITLE] == count[Kind.LEAD] == count[Kind.DATELINE] == 1
    assert count[Kind.CAPTION] == 2 and count[Kind.BODY] >= 5 and not count[Kind.HEADING]
    # The lead comes again behind the dateline.
    dateline = kinds.index(Kind.DATELINE)
    assert article.blocks[dateline].text.startswith("越通社") and article.blocks[dateline].text.endswith("——")
    assert article.blocks[dateline + 1].text == article.blocks[1].text
    related = [kind for kind in kinds if kind.is_related]
    items = [Kind.RELATED_CAPTION, Kind.RELATED_TITLE, Kind.RELATED_BODY]
    assert related in (items * 2, items * 3) and kinds[-len(related) :] == related
    assert kinds[-len(related) - 2 : -len(related)] == [Kind.SIGN_OFF, Kind.SIGN_OFF]
    body = "".join(block.text for block in article.blocks if block.kind is Kind.BODY)
    assert 8 <= len(re.findall("[。！？]", body)) <= 24
    assert re.search(r"\d", body)
    furniture = [article.source[span.start : span.end] for span in article.boilerplate]
    assert [re.sub(r"\s", " ", piece) for piece in furniture] == [
        f"{article.title} ảnh 1",
        f"{article.title} ảnh 2",
        "更多",
    ]
