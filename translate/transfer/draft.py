"""Drafts: pieces of target text with the source they stand for, put together as the language writes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from translate.row import Link

NO_SPACE_BEFORE = frozenset(",.;:!?%)]”’…")
NO_SPACE_BEHIND = frozenset("([“‘")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of target text. ``start`` and ``end`` are the source's offsets; -1 where none has it."""

    text: str
    start: int = -1
    end: int = -1
    glued: bool = False


SUPERLATIVE = re.compile(
    r"(?:(?:larg|bigg|high|low|old|lat|new|long|short|fast|strong|earli|great|small|rich|poor|deep|hott|cold|young|cheap)est"
    r"|best|worst|most [a-z-]+)(?: .*)?"
)
NTH = re.compile(r"\d+th|\w*(?:four|fif|six|seven|eigh|nin|ten)th")
PLACE_ADVERBS = frozenset(["here", "there", "where", "abroad", "overseas", "home"])
DETERMINERS = frozenset(
    """
    the a an 's ' its his her their our my your second third at these this two three four five six seven eight
    nine ten 2 3 4 5 6 7 8 9 10
    """.split()
)
# Prepositions that go where a time or place brings its own.
DOUBLED = {
    "tại": ("tại ", "trong ", "sau ", "trước ", "khi ", "hôm ", "ngày "),
    "từ": ("từ ", "kể từ "),
    "đến": ("đến ",),
    "trong": ("trong ", "vào "),
    "from": ("from ", "since "),
    "in": ("in ", "at ", "on ", "during ", "after "),
    "ở": ("trên ", "trong ", "dưới ", "tại "),
    "at": ("at ", "in "),
    "on": ("on ", "at "),
    "around": ("in ", "on "),
}
LITTLE = frozenset(
    [
        "the",
        "a",
        "to",
        "that",
        "in",
        "of",
        "by",
        "at",
        "on",
        "if",
        "is",
        "của",
        "tại",
        "từ",
        "đã",
        "được",
        "bị",
        "là",
        "nếu",
        "khi",
        "để",
        "vào",
        "trong",
        "cho",
        "với",
        "sẽ",
        "mà",
        "rằng",
        "có",
        "đến",
    ]
)
OUTER = frozenset(["to", "from", "for", "of", "is", "was", "with", "before", "after", "by", "until", "since"])
OBJECTIVES = {"he": "him", "she": "her", "they": "them", "we": "us", "I": "me"}
GOVERNING = frozenset(
    [
        "for",
        "to",
        "with",
        "by",
        "from",
        "of",
        "on",
        "than",
        "besides",
        "about",
        "against",
        "between",
        "towards",
        "like",
        "through",
        "into",
        "sentence",
        "sentences",
        "sentenced",
        "regard",
        "regards",
        "regarded",
        "bans",
        "banned",
        "prevent",
        "prevents",
    ]
)
# Marks in a verb's pieces where its object goes.
SLOT = Piece("\0")


def fill_slot(verb: Sequence[Piece], objects: Sequence[Piece]) -> list[Piece]:
    """The verb with its object in the slot, or behind it."""
    if SLOT not in verb:
        return [*verb, *objects]
    place = verb.index(SLOT)
    return [*verb[:place], *objects, *verb[place + 1 :]]


def split_slot(text: str, start: int, end: int) -> list[Piece]:
    """Pieces of a rendering that may have ``_`` where another word goes."""
    if "_" not in text:
        return [Piece(text, start, end)] if text else []
    before, _, behind = text.partition("_")
    pieces = [Piece(before.strip(), start, end), SLOT, Piece(behind.strip(), start, end)]
    return [piece for piece in pieces if piece.text]


def put_together(pieces: Iterable[Piece]) -> tuple[str, tuple[Link, ...]]:
    """The text of a row of pieces with its spaces, and the links from source to target offsets."""
    text, links = "", []
    for piece in tidy(pieces):
        if text and needs_space(text, piece):
            text += " "
        begin = len(text)
        text += piece.text
        if piece.start >= 0:
            links.append(Link(piece.start, piece.end, begin, len(text)))
    return text, tuple(links)


def with_articles(pieces: Sequence[Piece]) -> list[Piece]:
    """English pieces with ``a`` made ``an`` before a vowel."""
    result = list(with_superlatives(pieces))
    for number in range(len(result) - 1):
        if result[number].text.endswith((" to", " that")):
            # go to + to climb
            word = result[number].text.rpartition(" ")[2]
            behind = result[number + 1]
            if behind.text.startswith(f"{word} "):
                result[number + 1] = replace(behind, text=behind.text.removeprefix(f"{word} "))
        if result[number].text in ("a", "A") and re.match("[aeiouAEIO]", result[number + 1].text):
            result[number] = replace(result[number], text=result[number].text + "n")
    return result


def with_superlatives(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """English pieces smoothed: ``the`` before a superlative, no preposition before ``here``, me for I."""
    last: Piece | None = None
    for piece in pieces:
        if piece.text in PLACE_ADVERBS and last is not None and last.text in ("in", "to", "at"):
            last = replace(piece, start=min(last.start, piece.start))
            continue
        if last is not None:
            yield last
        before = last.text.rpartition(" ")[2] if last is not None else ""
        if before == "I" and piece.text in ("are", "were"):
            piece = replace(piece, text={"are": "am", "were": "was"}[piece.text])
        if before in GOVERNING and piece.text in OBJECTIVES:
            piece = replace(piece, text=OBJECTIVES[piece.text])
        if SUPERLATIVE.fullmatch(piece.text) and before not in DETERMINERS and not NTH.fullmatch(before):
            yield Piece("the")
        last = piece
    if last is not None:
        yield last


def needs_space(text: str, piece: Piece) -> bool:
    """Whether a space goes between the text so far and the next piece."""
    if piece.glued or piece.text[0] in NO_SPACE_BEFORE or text[-1] in NO_SPACE_BEHIND:
        return False
    return not (text[-1] == "-" and text[-2:-1] != " ")


def are_beside(first: Piece, second: Piece) -> bool:
    """Whether one piece may stand for what both stand for: their sources touch, or one has none."""
    return -1 in (first.start, second.start) or first.end == second.start or second.end == first.start


def spanning(first: Piece, second: Piece) -> Piece:
    """The second piece, standing for what the first stood for too."""
    if first.start < 0:
        return second
    if second.start < 0:
        return replace(second, start=first.start, end=first.end)
    return replace(second, start=min(first.start, second.start), end=max(first.end, second.end))


def with_silent(pieces: list[Piece], sources: Iterable[tuple[int, int]]) -> list[Piece]:
    """The pieces, of which one stands for each silent word beside it as well.

    ``sources`` are the offsets of words that a rule leaves unsaid, up to the first below 0.
    """
    for start, end in sources:
        if start < 0:
            break
        silent = Piece("", start, end)
        near = (n for n, piece in enumerate(pieces) if piece.start >= 0 and are_beside(silent, piece))
        place = next(near, None)
        if place is not None:
            pieces[place] = spanning(silent, pieces[place])
    return pieces


def tidy(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces without empty ones, doubled commas and doubled little words at a seam."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece == SLOT or not piece.text.strip():
            continue
        last = kept[-1] if kept else None
        if last is not None:
            word = last.text.rpartition(" ")[2].lower()
            if word in OUTER and re.match("(?:at|in|on) the (?!same time)|on [A-Z]", piece.text):
                # 去 + 海边: go to at the seaside
                piece = replace(piece, text=piece.text.partition(" ")[2])
            elif word == piece.text == "the":
                continue
            elif word == "the" and piece.text.startswith("the "):
                piece = replace(piece, text=piece.text.removeprefix("the "))
            elif last.text == "ở" and piece.text == "tại":
                # 住在河内: ở Hà Nội
                kept[-1] = spanning(piece, last)
                continue
            elif last.text.endswith(" in") and piece.text == "in":
                continue
            elif last.text.endswith(" in") and piece.text.startswith("in the "):
                # 旅居 + 当地: living in in the locality
                piece = replace(piece, text=piece.text.removeprefix("in "))
            elif (last.text, piece.text.partition(" ")[0]) in (
                ("in", "at"),
                ("tại", "tại"),
            ) and " " in piece.text:
                # 在题为“…”的研讨会上: in at the seminar
                piece = spanning(kept.pop(), piece) if are_beside(last, piece) else piece
                kept = [p for p in kept if p is not last]
                word = ""
            elif last.text.endswith(" tại") and piece.text.startswith("tại "):
                piece = replace(piece, text=piece.text.removeprefix("tại "))
            elif are_beside(last, piece) and f"{piece.text} ".startswith(DOUBLED.get(last.text.lower(), ())):
                # 在 + 会议上: at at the meeting
                piece = spanning(kept.pop(), piece)
                word = ""
            if piece.text == "," and last.text.endswith(" that"):
                # Studies show that, with the comma of 研究表明，.
                continue
            if piece.text == "," and (
                last.text in (",", ":", ";", "–")
                or (last.text == "”" and kept[-2:-1] and kept[-2].text == ",")
            ):
                continue
            if piece.text in (".", ";", ":", "!", "?") and last.text == ",":
                kept.pop()
            elif piece.text == word == "đã":
                continue
            elif piece.text in LITTLE and word == piece.text and are_beside(last, piece):
                kept[-1] = replace(spanning(last, piece), text=last.text, glued=last.glued)
                continue
        kept.append(piece)
    return kept


def capitalised(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the first letter of each sentence in upper case."""
    result = list(pieces)
    due = True
    for number, piece in enumerate(result):
        if due and any(c.isalnum() for c in piece.text):
            result[number] = replace(piece, text=upper_first(piece.text))
            due = False
        due = due or piece.text in (".", "!", "?")
    return result


def upper_first(text: str) -> str:
    """The text with its first letter in upper case, if letters come first."""
    match = re.search(r"[^\W_]", text)
    if not match:
        return text
    return text[: match.start()] + match[0].upper() + text[match.start() + 1 :]
