"""What the tests of batches share: a folder of articles, and what a batch leaves."""

import json
from pathlib import Path

from cli_help import CHINESE, written

from cache.places import Places
from translate.memory.memory import TranslationMemory
from translate.memory.passage import Passage
from translate.row import Target

SENTENCES = ("农业部批准了预算", "国会讨论出口问题", "贸易代表团访问河内", "中央银行公布新的计划")
# The first sentence of two of the articles, and what a person made of it.
ZH, MINE = f"{SENTENCES[0]}，这是第0次。", "The ministry's budget passed."


def write_news(folder: Path) -> Path:
    """A folder with a folder of articles, in some of which the same sentences stand."""
    (folder / "news").mkdir()
    for number in range(8):
        text = "".join(f"{one}，这是第{number // 2 * 10 + i}次。" for i, one in enumerate(SENTENCES))
        (folder / "news" / f"{number}.txt").write_text(text + CHINESE)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in written(folder)}


def report_of(path: str) -> dict[str, object]:
    found = json.loads(Path(path).read_text())
    assert isinstance(found, dict)
    return found


def edit(text: str) -> None:
    """A person writes a text of their own for ``ZH``."""
    memory = TranslationMemory(Places.find().memory, print, Places.find().backups)
    memory.edit(Passage(ZH, None, None), Target.EN, text)
    memory.close()


def own() -> set[str | None]:
    """The texts that people wrote, as the memory has them now."""
    memory = TranslationMemory(Places.find().memory)
    texts = {unit.text for unit in memory.store.units()}
    memory.close()
    return texts
