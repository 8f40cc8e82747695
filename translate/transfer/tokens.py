"""Tokens: the words, entities and quotations of a segment, with the ways each may be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from translate.lexicon import CORE, Lexicon, Sense
from translate.row import Entity, EntityType
from translate.transfer.suffixes import KIND, SUFFIX, kinds, qualities
from translate.transfer.word_classes import RANKED
from translate.transfer.word_readings import Reading, is_verbal, readings_of
from translate.words import HAN, Segmenter

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
ROLE_CATEGORIES = {
    "count": "m", "vague": "m", "amount": "am", "ordinal": "mo", "nth": "mo", "label": "ml", "result": "t",
    "grade": "n",
}  # fmt: skip
EXCEEDING = ("超过", "逾", "不到", "不足", "高达", "多达", "达")
# What only verbs have before them: readings of words, and words that describe nouns as well.
DOING = frozenset(["d", "asp", "vm"])
MANNERS = frozenset(["共同", "积极", "主动", "有效", "携手", "一起"])
PARTNERSHIP = "伙伴关系"
# Quotations and brackets within each other; what lies deeper is no text that anybody wrote.
DEEPEST = 12
GREAT = Sense("大", "b", "major", "lớn")
CASE = Sense("一起", "q", "a", "một")
CASES = ("案", "案件", "事故", "事件", "火灾", "纠纷", "袭击", "爆炸", "袭击事件", "骗案")
FARTHEST_CASE = 6
LENGTHS = ("年", "个月", "天", "周", "小时")
AND_ALSO = re.compile("[又也]有")
# What a relative clause describes though it has a name: 横跨后江的大桥.
SITES = tuple("桥 塔 寺 庙 隧道 教堂 宫 机场 火车站".split())


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
            if word == "既有" and AND_ALSO.search(text, place):
                # 既有桥梁，又有隧道: it has both; elsewhere the existing one.
                flat += [word_token("既", place, lexicon), word_token("有", place + 1, lexicon)]
                continue
            if word == "的话" and HAN.match(text[place + 2 : place + 3]):
                # 他的话 is what he says; only at the end of a clause it is an if.
                flat += [word_token("的", place, lexicon), word_token("话", place + 1, lexicon)]
                continue
            if (
                word in (SUFFIX, KIND)
                and position < place == flat[-1].end
                and (joined := suffixed(flat[-1], word, lexicon))
            ):
                flat[-1] = joined
                continue
            if word == PARTNERSHIP and with_partners(flat):
                flat += partners_and_relations(place, lexicon)
                continue
            flat.append(word_token(word, place, lexicon))
        if entity is not None and entity.zh == PARTNERSHIP and with_partners(flat):
            flat += partners_and_relations(entity.start, lexicon)
            position = entity.end
        elif entity is not None and is_done(entity, flat, segmenter, lexicon):
            for start, stop in segmenter.spans(text[entity.start : entity.end], names=True):
                flat.append(
                    word_token(
                        text[entity.start + start : entity.start + stop], entity.start + start, lexicon
                    )
                )
            position = entity.end
        elif entity is not None and is_great(entity) and HAN.match(text[entity.end : entity.end + 1]):
            flat += number_and_great(entity, lexicon)
            position = entity.end
        elif entity is not None:
            flat.append(entity_token(text[entity.start : entity.end], entity, lexicon))
            position = entity.end
    return fold_groups(with_cases(flat))


def is_great(entity: Entity) -> bool:
    """Whether a number has 大 behind it: 三大 are the three major ones."""
    return entity.role in ("count", "vague") and len(entity.zh) > 1 and entity.zh.endswith(GREAT.zh)


def number_and_great(entity: Entity, lexicon: Lexicon) -> list[Token]:
    """The number and its 大."""
    last = entity.end - len(GREAT.zh)
    number = replace(entity, zh=entity.zh[: -len(GREAT.zh)], end=last)
    great = Token(GREAT.zh, last, entity.end, (Reading("b", 0.0, GREAT), Reading(GREAT.zh, 0.0)))
    return [entity_token(number.zh, number, lexicon), great]


def with_cases(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, of which 一起 counts a case or an accident behind it: 一起案件."""
    return [
        replace(token, readings=(Reading("QP", 0.0, CASE),))
        if token.text == CASE.zh and is_before_case(tokens[place + 1 : place + FARTHEST_CASE])
        else token
        for place, token in enumerate(tokens)
    ]


def is_before_case(tokens: Sequence[Token]) -> bool:
    """Whether a noun of a case follows before any mark or verb ends the group."""
    for token in tokens:
        if token.is_mark or token.text == "的":
            return False
        if token.text.endswith(CASES):
            return True
    return False


def is_done(entity: Entity, before: Sequence[Token], segmenter: Segmenter, lexicon: Lexicon) -> bool:
    """Whether a term is done rather than named, as a verb with its object: 共同应对气候变化."""
    if entity.type is not EntityType.TERM or not before or before[-1].end != entity.start:
        return False
    last = before[-1]
    if last.text not in MANNERS and {reading.category for reading in last.readings} - DOING:
        return False
    words = [entity.zh[start:stop] for start, stop in segmenter.spans(entity.zh, names=True)]
    if len(words) < 2 or len(words[0]) < 2 or any(sense.pos == "v" for sense in lexicon.get(entity.zh)):
        return False
    return any(s.layer == CORE and s.pos == "v" and "o" in s.frame for s in lexicon.get(words[0]))


def partners_and_relations(start: int, lexicon: Lexicon) -> list[Token]:
    """与许多伙伴关系密切: relations with many partners, no partnership."""
    return [word_token("伙伴", start, lexicon), word_token("关系", start + 2, lexicon)]


def with_partners(before: Sequence[Token]) -> bool:
    """Whether the last words say with which partners: 与许多重要, 同各."""
    for token in reversed(before):
        if token.text in ("与", "同", "跟", "和"):
            return token is not before[-1]
        if not any(reading.category in ("r", "a", "b", "m", "q") for reading in token.readings):
            return False
    return False


def suffixed(token: Token, suffix: str, lexicon: Lexicon) -> Token | None:
    """A word taken together with the suffix behind it."""
    made = qualities if suffix == SUFFIX else kinds
    senses = list(made(token.text, lexicon)) if token.entity is None and len(token.text) > 1 else []
    if not senses:
        return None
    readings = tuple(Reading(sense.pos, 0.0, sense) for sense in senses)
    return Token(token.text + suffix, token.start, token.end + 1, readings)


def word_token(word: str, start: int, lexicon: Lexicon) -> Token:
    """The token of a plain word."""
    if word == "、":
        return Token(word, start, start + 1, (Reading("、", 0.0),))
    if not any(character.isalnum() for character in word) and word not in "%％+&@#$€£=*/°":
        return Token(word, start, start + len(word))
    return Token(word, start, start + len(word), tuple(readings_of(word, lexicon)))


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
    if category == "ns" and text.endswith(SITES):
        readings.append(Reading("nb", 0.0))
    if category == "n" and text.endswith(RANKED):
        readings.append(Reading("nrk", 0.0))
    if text == "一":
        readings.append(Reading("一", 0.0))
    if re.fullmatch("第.+次", text):
        readings.append(Reading("mt", 0.0))
    if entity.role in ("count", "vague", "amount") and text.startswith(EXCEEDING):
        readings.append(Reading("mv", 0.0))
    if entity.role == "amount" and text.endswith(LENGTHS):
        readings.append(Reading("ay", 0.0))
    if entity.role == "amount" and text.endswith("倍"):
        readings.append(Reading("bei", 0.0))
    if entity.role == "count":
        readings.append(Reading("n", 2.0))
    if text.endswith("周年"):
        readings.append(Reading("周年", 0.0))
    return Token(text, entity.start, entity.end, tuple(readings), entity)


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
