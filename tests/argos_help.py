"""For tests of the argos engine: the fixture packages, and a decoder that proposes what it is told to."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from translate.argos.engine import Argos
from translate.argos.hypothesis import Decoding, Hypothesis
from translate.argos.required import Need
from translate.argos.routes import routes_of
from translate.argos.settings import Machine, Search
from translate.argos.sketch import Sketch, Word
from translate.engine import EngineError
from translate.models.package import Package
from translate.models.store import installed
from translate.row import EntityType, Target

HERE = Path(__file__).parent
MODELS = HERE / "models"
CASES = HERE / "phrases" / "ladder.tsv"
GLUED = re.compile(r"[.,;:!?%)”]")


@dataclass(frozen=True)
class Case:
    """One line of ladder.tsv."""

    name: str
    step: str
    target: Target
    source: str
    needs: tuple[Need, ...]
    first: Decoding
    again: Decoding
    wanted: str


@cache
def cases() -> tuple[Case, ...]:
    """All cases."""
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return tuple(case_of(line) for line in lines if line and not line.startswith("#"))


def case_of(line: str) -> Case:
    """A case from its line."""
    name, step, code, source, entities, first, again, wanted = line.split("\t")
    needs = tuple(need_of(part.strip(), source) for part in entities.split(";") if part.strip())
    return Case(
        name,
        step,
        Target(code),
        source,
        needs,
        decoding_of(first, source),
        decoding_of(again, source),
        wanted,
    )


def need_of(text: str, source: str) -> Need:
    """A need from ``surface=type=form / form=role``; ``surface@2`` is its second occurrence, ``!x`` none."""
    surface, kind, forms, *rest = text.split("=")
    start, end = (-1, -1) if surface.startswith("!") else place(surface, source)
    bare = surface.partition("@")[0].removeprefix("!")
    role = rest[0] if rest else ""
    return Need(bare, EntityType(kind), role, start, end, tuple(forms.split(" / ")))


def place(surface: str, source: str) -> tuple[int, int]:
    """Where a stretch stands in the source."""
    bare, _, number = surface.partition("@")
    start = -1
    for _ in range(int(number or 1)):
        start = source.index(bare, start + 1)
    return start, start + len(bare)


def decoding_of(text: str, source: str) -> Decoding:
    """Hypotheses from ``word|source word|source`` with `` || `` between them, likeliest first."""
    proposals = [part.strip() for part in text.split("||") if part.strip()]
    return Decoding(source, tuple(hypothesis_of(part, source) for part in proposals))


def hypothesis_of(text: str, source: str) -> Hypothesis:
    """A hypothesis whose every word is a piece; after ``|`` stands what it stands for."""
    whole = ""
    words, tokens, spans = list[Word](), list[str](), list[tuple[int, int]]()
    for item in text.split():
        word, _, surface = item.partition("|")
        if whole and not GLUED.match(word):
            whole += " "
        start = len(whole)
        whole += word
        linked = place(surface, source) if surface else (-1, -1)
        bare = word.rstrip(",;") if not word.isdecimal() else word
        words.append(Word(start, start + len(bare), *linked))
        tokens.append(f"▁{word}")
        spans.append((start, len(whole)))
    return Hypothesis(Sketch(whole, tuple(words)), tuple(tokens), tuple(spans), -0.5)


@dataclass
class Parrot:
    """Plays a decoder: proposes for each source what it was told to, later other things."""

    first: Mapping[str, Decoding]
    again: Mapping[str, Decoding] = field(default_factory=dict)
    asked: list[tuple[tuple[str, ...], Search]] = field(default_factory=list)
    fails: str = ""
    closed: bool = False

    def length(self, text: str) -> int:
        """A piece a character."""
        return len(text)

    def decode(self, sources: Sequence[str], search: Search, *, waiting: bool = False) -> Iterator[Decoding]:
        """What it was told."""
        if self.fails:
            raise EngineError(self.fails)
        self.asked.append((tuple(sources), search))
        is_first = search == Search()
        for source in sources:
            known = (self.first if is_first else self.again).get(source)
            yield replace(known, source=source) if known else plain(source)

    def close(self) -> None:
        """Remembers that it was closed."""
        self.closed = True


def plain(source: str) -> Decoding:
    """A decoding that says nothing but that the source was seen."""
    sketch = Sketch("It is so.", (Word(0, 2), Word(3, 5), Word(6, 8), Word(8, 9)))
    return Decoding(source, (Hypothesis(sketch),))


def unpacked(folder: Path, *names: str) -> list[Package]:
    """The fixture packages, unpacked into a folder."""
    for name in names or ("zh_en", "en_vi"):
        with zipfile.ZipFile(MODELS / f"{name}.argosmodel") as archive:
            archive.extractall(folder)
    return installed(folder, {"HOME": str(folder)})


def argos(folder: Path, *names: str, idle: float = 60.0) -> Argos:
    """The engine with fixture packages, one worker."""
    return Argos(routes_of(unpacked(folder, *names)), environ={}, machine=Machine(workers=1, idle=idle))
