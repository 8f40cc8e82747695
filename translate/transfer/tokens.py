"""Tokens: the words, entities and quotations of a segment, with the ways each may be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from translate.entities.numerals import DIGITS, TENS
from translate.foreign import is_foreign_name
from translate.lexicon import CEDICT, CORE, DERIVED, Lexicon, Sense
from translate.row import Entity, EntityType
from translate.transfer.suffixes import SUFFIX, qualities
from translate.transfer.symbols import (
    ASPECTS,
    CAUSING,
    COMPOUND_HEADS,
    COORDINATORS,
    DOINGS,
    HELD,
    LEADING,
    NEGATIONS,
    OWN_NAME,
    PURPOSES,
    RECEIVING,
    SENSED,
    SYMBOLS,
    SYMBOLS_OF,
    TIMES,
)
from translate.words import HAN, Segmenter

COPULA = Sense("为", "v", "be", "là", frame=frozenset("o"))
SAME_AS = {"于": "在", "遭": "被", "等等": "等", "之": "的", "就是": "是", "正是": "是", "不是": "是"}
MODALS = frozenset(["can", "must", "will", "should", "may", "cannot", "could", "would", "shall", "might"])
QUOTES = {"“": "”", "《": "》", "「": "」", "『": "』", "‘": "’", "〈": "〉", "【": "】", "[": "]"}
BRACKETS = {"（": "）", "(": ")"}
CLOSERS = frozenset([*QUOTES.values(), *BRACKETS.values()])
ENTITY_CATEGORIES = {
    EntityType.PERSON: "nr",
    EntityType.PLACE: "ns",
    EntityType.ORGANISATION: "no",
    EntityType.TITLE: "ti",
    EntityType.EVENT: "no",
    EntityType.TERM: "n",
    EntityType.DATE: "t",
}
ROLE_CATEGORIES = {"count": "m", "vague": "m", "amount": "am", "ordinal": "mo", "nth": "mo", "label": "ml"}
# What a word costs more than one of ours: of the dictionary, or of none.
BEHIND = {CORE: 0.0, DERIVED: 0.6, CEDICT: 0.6}
UNKNOWN = 1.2
# Quotations and brackets within each other; what lies deeper is no text that anybody wrote.
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a token: a grammar category, its cost, and the sense if it has one."""

    category: str
    cost: float
    sense: Sense | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A word, an entity, or a quotation or bracket with the tokens inside.

    ``start`` and ``end`` are character offsets in the segment.
    """

    text: str
    start: int
    end: int
    readings: tuple[Reading, ...] = ()
    entity: Entity | None = None
    inner: tuple[Token, ...] = field(default=())
    close: str = ""

    @property
    def is_group(self) -> bool:
        """Whether the token is a quotation or bracket."""
        return bool(self.close)

    @property
    def is_mark(self) -> bool:
        """Whether the token is punctuation or white space that parts clauses."""
        return not self.readings

    @property
    def begins_phrase(self) -> bool:
        """Whether a phrase is likely to begin here."""
        return any(reading.category in ("p", "cj", "在", "由", "d") for reading in self.readings)


def tokens_of(
    text: str, entities: Sequence[Entity], segmenter: Segmenter, lexicon: Lexicon, begin: int = 0
) -> list[Token]:
    """The tokens of a Simplified segment from character ``begin`` on, quotations and brackets in one each."""
    flat: list[Token] = []
    position = begin
    for entity in (*entities, None):
        end = len(text) if entity is None else entity.start
        for start, stop in segmenter.spans(text[position:end], names=True):
            word, place = text[position + start : position + stop], position + start
            if word == "的话" and HAN.match(text[place + 2 : place + 3]):
                # 他的话 is what he says; only at the end of a clause it is an if.
                flat += [word_token("的", place, lexicon), word_token("话", place + 1, lexicon)]
                continue
            if (
                word == SUFFIX
                and position < place == flat[-1].end
                and (joined := suffixed(flat[-1], lexicon))
            ):
                flat[-1] = joined
                continue
            flat.append(word_token(word, place, lexicon))
        if entity is not None:
            flat.append(entity_token(text[entity.start : entity.end], entity, lexicon))
            position = entity.end
    return fold_groups(flat)


def suffixed(token: Token, lexicon: Lexicon) -> Token | None:
    """A word taken together with the 性 behind it."""
    senses = list(qualities(token.text, lexicon)) if token.entity is None and len(token.text) > 1 else []
    if not senses:
        return None
    readings = tuple(Reading(sense.pos, 0.0, sense) for sense in senses)
    return Token(token.text + SUFFIX, token.start, token.end + 1, readings)


def word_token(word: str, start: int, lexicon: Lexicon) -> Token:
    """The token of a plain word."""
    if word == "、":
        return Token(word, start, start + 1, (Reading("、", 0.0),))
    if not any(character.isalnum() for character in word) and word not in "%％+&@#$€£=*/°":
        return Token(word, start, start + len(word))
    return Token(word, start, start + len(word), tuple(readings_of(word, lexicon)))


def readings_of(word: str, lexicon: Lexicon) -> Iterator[Reading]:
    """The ways to read a word, the costs telling how far each is from the expected."""
    senses = lexicon.get(word)
    own = SAME_AS.get(word, word)
    if own in OWN_NAME:
        yield Reading(own, 0.0, next(iter(senses), None))
    if word in RECEIVING:
        yield Reading("得到", 0.0, next((sense for sense in senses if sense.pos == "v"), None))
    if word in PURPOSES:
        yield Reading("pv", 0.0, next((sense for sense in senses if sense.pos == "p"), None))
    for symbol in SYMBOLS_OF.get(word, ()):
        yield Reading(symbol, 0.0)
    for symbol, (pos, words) in SENSED.items():
        if word in words:
            yield Reading(symbol, 0.0, next((sense for sense in senses if sense.pos == pos), None))
    if word in HELD:
        yield Reading("vh", 0.0, next((sense for sense in senses if sense.pos == "v"), None))
    if word in CAUSING:
        yield Reading("vk", 0.0, next((sense for sense in senses if sense.pos == "v"), None))
    if word in LEADING:
        yield Reading("vs", 0.0, next((sense for sense in senses if sense.pos == "v"), None))
    if word == "为":
        yield Reading("是", 0.3, COPULA)
    if word in DIGITS or word in TENS:
        yield Reading("m", 0.0)
    if word == "将":
        yield Reading("把", 0.8)
    if not senses and is_foreign_name(word):
        yield from (Reading("nr", 0.1), Reading("ns", 0.4), Reading("no", 0.6))
        return
    if not senses and own not in OWN_NAME:
        category = "n" if HAN.match(word) else "no"
        yield Reading(category, UNKNOWN)
        yield Reading("x", UNKNOWN)
    # One verb reading and one noun reading of a word compete: the rest of the clause decides.
    tags = {sense.pos for sense in senses}
    for sense in senses:
        if sense.when.startswith("obj:") and "o" in sense.frame and sense.pos == "v":
            # 表示 takes a clause, but its other sense an object.
            yield Reading("vt", 0.3, sense)
        if sense.layer != CORE and word in SYMBOLS_OF:
            continue
        if own == "是" and sense.pos == "v":
            continue
        if sense.when or (sense.pos == "y" and own in OWN_NAME):
            continue
        if sense.pos == "n" and own in OWN_NAME:
            # 被 is hardly ever a quilt, nor 把 a handlebar.
            continue
        extra = BEHIND[sense.layer]
        if sense.pos == "n" and word in COMPOUND_HEADS:
            yield Reading("nh", 0.0, sense)
        for category, cost in categories_of(sense, tags):
            yield Reading(category, cost + extra, sense)


def categories_of(sense: Sense, tags: set[str]) -> Iterator[tuple[str, float]]:
    """Grammar categories of a sense; ``tags`` are the parts of speech of all senses of the word."""
    word, frame = sense.zh, sense.frame
    match sense.pos:
        case "v":
            yield from verb_categories(sense, tags)
        case "n" | "s":
            doing = "v" in tags and word in DOINGS
            yield "ng" if doing else "n", 0.25 if "v" in tags or "a" in tags else 0.0
        case "a":
            yield "a", 0.2 if "n" in tags else 0.0
            if len(word) > 1:
                yield "n", 2.0
        case "d":
            category = "asp" if word in ASPECTS else "neg" if word in NEGATIONS else "d"
            yield category, 0.3 if tags & {"a", "b", "v", "n"} and word not in ASPECTS else 0.0
        case "c":
            yield ("cj", 0.0) if word in COORDINATORS else ("d", 0.0)
        case "p":
            if SAME_AS.get(word, word) not in OWN_NAME:
                yield "p", 0.2 if "v" in tags and word not in PURPOSES else 0.0
        case "r":
            # A bare 这 before a verb is the subject; determiners proper are followed by a noun.
            yield ("r" if "d" in frame else "rn"), 0.6 if word in ("这", "那", "此", "其") else 0.0
            if "d" in frame:
                yield "rn", 0.0 if word in ("这", "那", "此") else 0.9
        case "f":
            yield "f", 0.0
            if word in TIMES:
                yield "ft", 0.0
        case "h":
            yield "b", 0.5
        case "k":
            yield "n", 0.5
        case "q" if not sense.en or not sense.vi:
            # Alone, a classifier without a counterpart is some word that must not be lost.
            yield "q", 0.0
            yield "x", 1.0
        case "e" | "u":
            if word not in OWN_NAME and word not in SAME_AS:
                yield "x", 1.0
        case other:
            yield other, 0.0


def verb_categories(sense: Sense, tags: set[str]) -> Iterator[tuple[str, float]]:
    """The verb categories that a sense's frame allows."""
    frame = sense.frame
    plain = 0.15 if tags & {"n", "a"} else 0.0
    if sense.zh in PURPOSES:
        plain += 0.3
    if "v" in frame:
        if "o" in frame:
            yield "vo", plain
        yield ("vm" if sense.en.split(" ")[0] in MODALS else "vv"), plain
    if "g" in frame:
        yield "vg", plain
    if "c" in frame:
        yield "vc", plain
    if "o" in frame or not frame & {"i", "s", "c", "v", "g"}:
        yield "vt", plain
    if frame & {"i", "s"} or not frame:
        yield "vi", plain + (0.1 if "o" in frame else 0.0) + (0.8 if sense.zh in SYMBOLS["起来"] else 0.0)


def entity_token(text: str, entity: Entity, lexicon: Lexicon) -> Token:
    """The token of an entity. Terms that are ordinary words of ours keep all their readings."""
    category = ROLE_CATEGORIES.get(entity.role) or ENTITY_CATEGORIES.get(entity.type, "n")
    readings = [Reading(category, 0.0)]
    common = entity.source == "seed" and entity.type in (EntityType.TERM, EntityType.TITLE)
    senses = lexicon.get(text) if common else ()
    if senses and senses[0].layer == CORE and (entity.type is EntityType.TERM or entity.en[:1].islower()):
        readings = list(readings_of(text, lexicon))
        return Token(
            text, entity.start, entity.end, tuple(readings), entity if not is_verbal(readings) else None
        )
    if entity.type is EntityType.TITLE and entity.en[:1].islower() and not entity.en.startswith("member"):
        readings.append(Reading("n", 0.1))
    if entity.role == "count":
        readings.append(Reading("n", 2.0))
    if text.endswith("周年"):
        readings.append(Reading("周年", 0.0))
    return Token(text, entity.start, entity.end, tuple(readings), entity)


def is_verbal(readings: Sequence[Reading]) -> bool:
    """Whether a word may be a verb, so that its rendering depends on the sentence."""
    return any(reading.category.startswith("v") and reading.category != "vn" for reading in readings)


def fold_groups(tokens: Sequence[Token]) -> list[Token]:
    """Puts each closed quotation or bracket into one token; marks that stand alone stay."""
    stack: list[tuple[str, int, list[Token]]] = []
    current: list[Token] = []
    for token in tokens:
        closer = QUOTES.get(token.text) or BRACKETS.get(token.text)
        if token.is_mark and closer and len(stack) < DEEPEST:
            stack.append((token.text, token.start, current))
            current = []
        elif token.is_mark and stack and token.text == (QUOTES | BRACKETS)[stack[-1][0]]:
            opener, start, outer = stack.pop()
            outer.append(group(opener, token.text, start, token.end, current))
            current = outer
        else:
            current.append(token)
    while stack:
        opener, start, outer = stack.pop()
        current = [*outer, Token(opener, start, start + 1), *current]
    return current


def group(opener: str, closer: str, start: int, end: int, inner: Sequence[Token]) -> Token:
    """The token of a quotation or bracket."""
    readings = (Reading("par", 0.0),) if opener in BRACKETS else (Reading("Q", 0.0),)
    return Token(opener, start, end, readings, None, tuple(inner), closer)


def is_latin(text: str) -> bool:
    """Whether a text is written in Latin letters and digits."""
    return bool(re.fullmatch(r"[\x00-\u024f\u1e00-\u1eff–—’]+", text))
