"""Plans: what of a segment is decoded, in which parts, and how the draft is put together again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from translate.argos.closing import closed, is_open, opened
from translate.argos.pivoting import needs_through, plain_names
from translate.argos.required import Need, needs_of
from translate.argos.settings import SOURCE_LIMIT
from translate.argos.sketch import Sketch, Word, composed
from translate.argos.splitting import parts_of
from translate.argos.whole import Frame, frame_of
from translate.engine import Draft, Job
from translate.row import Link, Target
from translate.script import converter, simplify_all
from translate.transfer.draft import put_together

SOFT = "，,、；;：:"
# Words that begin a part in upper case only because the model took it for a sentence.
SMALL_WORDS = (
    "The A An In On At And But It They He She This That These For To With By From Of As Its Their Which Who"
    " Trong Tại Và Nhưng Với Để Từ Các Những Là Đã Được Cho Của"
)
SMALL = frozenset(SMALL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Part:
    """What is decoded at once. ``start`` is its offset in the plan's text; needs count from its own start."""

    text: str
    start: int
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A job on its way. ``offset`` is that of ``text`` in the segment, or in the pivot's draft."""

    job: Job
    frame: Frame
    text: str
    offset: int
    parts: tuple[Part, ...]
    was_open: bool
    pivot: tuple[Link, ...] | None = None

    def draft(self, sketches: Sequence[Sketch], flags: tuple[str, ...]) -> Draft:
        """The draft from those of the parts."""
        sketch = joined(self.parts, sketches, self.text)
        text = opened(sketch.text) if self.was_open else sketch.text
        size = self.offset + len(self.text)
        links = [
            Link(
                link.source_start + self.offset,
                min(link.source_end + self.offset, size),
                link.target_start,
                min(link.target_end, len(text)),
            )
            for link in sketch.links()
            if link.target_start < len(text) and link.source_start + self.offset < size
        ]
        aligned = links if self.pivot is None else composed(self.pivot, links)
        whole, all_links = self.frame.around(text, aligned)
        return Draft(whole, all_links, flags)


def plan_of(job: Job, target: Target, length: Callable[[str], int], *, traditional: bool) -> Plan:
    """The plan for a job whose source is decoded directly."""
    frame = frame_of(job, target)
    (text,) = simplify_all([job.text])
    if traditional:
        other = converter("s2t")(text)
        text = other if len(other) == len(text) else text
    text = text[frame.begin : frame.end]
    offset = frame.begin + len(text) - len(text.lstrip())
    text = text.strip()
    needs = [
        replace(need, start=need.start - offset, end=need.end - offset)
        for need in needs_of(job.entities, target)
        if offset <= need.start and need.end <= offset + len(text)
    ]
    return Plan(job, frame, text, offset, parts(text, needs, "。", length), is_open(text))


def plan_through(
    job: Job, english: str, links: Sequence[Link], target: Target, length: Callable[[str], int]
) -> Plan:
    """The plan for a job that goes on from an English draft, whose alignment is ``links``."""
    frame = frame_of(job, target)
    there = frame_of(job, Target.EN)
    head, tail = put_together(there.head)[0], put_together(there.tail)[0]
    text = english
    if frame.begin >= frame.end:
        text = ""
    elif head and text.startswith(head):
        text = text[len(head) :]
    if tail and text.endswith(tail):
        text = text.removesuffix(tail)
    offset = len(english) - len(english.removeprefix(head)) if head and text else 0
    offset += len(text) - len(text.lstrip())
    text = plain_names(text.strip(), job.entities)
    inside = [entity for entity in job.entities if frame.begin <= entity.start and entity.end <= frame.end]
    needs = needs_through(text, inside, target)
    return Plan(
        job, frame, text, offset, parts(text, needs, ".", length), bool(text) and is_open(text), tuple(links)
    )


def parts(text: str, needs: Sequence[Need], mark: str, length: Callable[[str], int]) -> tuple[Part, ...]:
    """The parts of a text, each short enough for the model, none of which cuts through an entity."""
    if not any(character.isalnum() for character in text):
        return ()
    spans = [(0, len(text))]
    if len(text) > SOURCE_LIMIT:
        spans = parts_of(text, SOURCE_LIMIT, length, [need.source for need in needs])
    return tuple(part_of(text, start, end, needs, mark, end == len(text)) for start, end in spans)


def part_of(text: str, start: int, end: int, needs: Sequence[Need], mark: str, is_last: bool) -> Part:
    """One part; the last is closed with a mark if it is open."""
    own = [
        replace(need, start=need.start - start, end=need.end - start)
        for need in needs
        if start <= need.start and need.end <= end
    ]
    if is_last:
        # What has no place can be anywhere.
        own += [need for need in needs if need.start < 0]
    inner = text[start:end]
    return Part(closed(inner, mark) if is_last else inner, start, tuple(own))


def halves(part: Part, length: Callable[[str], int], mark: str) -> tuple[Part, ...]:
    """A part that proved too long, in two; none where it cannot be cut."""
    size = length(part.text)
    if size < 4:
        return ()
    spans = parts_of(part.text, max(2, size * 2 // 3), length, [need.source for need in part.needs])
    cut = [part_of(part.text, start, end, part.needs, mark, end == len(part.text)) for start, end in spans]
    return tuple(replace(one, start=one.start + part.start) for one in cut) if len(cut) > 1 else ()


def joined(parts: Sequence[Part], sketches: Sequence[Sketch], text: str) -> Sketch:
    """The sketches of the parts as one, with offsets in the plan's text."""
    whole, words = "", list[Word]()
    for number, (part, sketch) in enumerate(zip(parts, sketches, strict=True)):
        piece = sketch.text.strip()
        lead = len(sketch.text) - len(sketch.text.lstrip())
        source_end = (
            text[part.start : parts[number + 1].start].rstrip()[-1:] if number + 1 < len(parts) else ""
        )
        if source_end and source_end not in "。！？.!?":
            piece = piece.rstrip(".,;:") + ("," if source_end in SOFT else "")
        if whole:
            first = piece.partition(" ")[0]
            if first in SMALL and whole[-1] not in ".!?":
                piece = piece[:1].lower() + piece[1:]
            whole += " "
        shift = len(whole) - lead
        whole += piece
        for word in sketch.words:
            if word.end + shift <= len(whole):
                known = word.source_start >= 0
                words.append(
                    Word(
                        word.start + shift,
                        word.end + shift,
                        word.source_start + part.start if known else -1,
                        word.source_end + part.start if known else -1,
                    )
                )
    return Sketch(whole, tuple(words))
