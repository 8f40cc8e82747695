"""Whole segments done by rule: sign-offs, datelines, photo credits, rows of nothing but entities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from seeds.article import Kind
from translate.engine import Job
from translate.row import Entity, EntityType, Link, Target
from translate.script import simplify_all
from translate.transfer import patterns
from translate.transfer.draft import Piece, put_together
from translate.transfer.stretches import MARKS

# What may stand between entities in a row of them, and what it becomes.
BETWEEN = (
    {mark: mark for mark in ",;:()/-–"} | dict(zip("、，；：（）—", ",,;:()–", strict=True)) | {"——": "–"}
)
FINAL = {"。": ".", ".": ".", "": ""}


@dataclass(frozen=True, slots=True)
class Frame:
    """What of a segment is done by rule: ``head`` before ``begin``, ``tail`` from ``end`` on."""

    begin: int
    end: int
    head: tuple[Piece, ...] = ()
    tail: tuple[Piece, ...] = ()

    def around(self, text: str, links: Sequence[Link]) -> tuple[str, tuple[Link, ...]]:
        """The draft of what lies between, with head and tail."""
        head, head_links = put_together(self.head)
        tail, tail_links = put_together(self.tail)
        parts = [part for part in (head, text, tail) if part]
        moved = len(head) + 1 if head else 0
        behind = moved + len(text) + 1 if text else moved
        return " ".join(parts), (
            *head_links,
            *(shifted(link, 0, moved) for link in links),
            *(shifted(link, 0, behind) for link in tail_links),
        )


def shifted(link: Link, source: int, target: int) -> Link:
    """The link moved on both sides."""
    return Link(
        link.source_start + source,
        link.source_end + source,
        link.target_start + target,
        link.target_end + target,
    )


def frame_of(job: Job, target: Target) -> Frame:
    """Dateline or label and credit of a segment, and what is left between them."""
    text, entities = job.text, job.entities
    # Where nothing is Traditional this spares the tables of the other direction, 24 MB.
    (plain,) = simplify_all([text])
    if not any(character.isalnum() for character in plain):
        # Marks alone, such as the 。 behind ？: no model has anything to say to them.
        marks = "".join(MARKS.get(character, character) for character in plain.strip())
        return Frame(len(text), len(text), (Piece(marks, 0, len(text)),) if marks else ())
    whole = patterns.sign_off(plain, entities, target)
    if whole is not None:
        return Frame(len(text), len(text), tuple(whole))
    shows = job.kind.is_caption or job.kind in (Kind.BODY, Kind.LEAD)
    begin = patterns.head_end(plain, entities, shows=shows)
    end = max(begin, patterns.credit_start(plain, entities))
    if begin < end < len(plain) and plain[end] == "。":
        end += 1
    head = patterns.head(plain[:begin], entities, target) if begin else []
    tail = patterns.credit(plain, entities, end, target)
    if not plain[begin:end].strip(" 。."):
        end = begin
    pieces = row_of(plain, entities, begin, end, target)
    if pieces is not None:
        return Frame(end, end, (*head, *pieces), tuple(tail))
    return Frame(begin, end, tuple(head), tuple(tail))


def row_of(text: str, entities: Sequence[Entity], begin: int, end: int, target: Target) -> list[Piece] | None:
    """The pieces of a stretch that consists of entities and marks between them; None for any other."""
    inside = [entity for entity in entities if begin <= entity.start and entity.end <= end]
    if not inside:
        return None
    pieces: list[Piece] = []
    position = begin
    for entity in inside:
        gap = text[position : entity.start].strip()
        if (gap and gap not in BETWEEN) or (pieces and not gap):
            return None
        if gap:
            pieces.append(Piece(BETWEEN[gap]))
        pieces.append(Piece(entity.rendering(target), entity.start, entity.end))
        position = entity.end
    last = text[position:end].strip()
    if last in (")", "）"):
        pieces.append(Piece(last.replace("）", ")")))
    elif last not in FINAL:
        return None
    elif FINAL[last]:
        pieces.append(Piece(FINAL[last]))
    # A lone number or date is written as it is; names and terms begin a line.
    if inside[0].type not in (EntityType.NUMBER, EntityType.DATE) or position == inside[0].end:
        first = next(number for number, piece in enumerate(pieces) if piece.start >= 0)
        pieces[first] = replace(pieces[first], text=pieces[first].text[:1].upper() + pieces[first].text[1:])
    return pieces
