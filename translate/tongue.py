"""The language of a draft: English in Vietnamese, Vietnamese without its marks, another script in either."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from translate.row import Entity, Target

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# What SentencePiece and decoders write for what they do not know.
UNKNOWN = re.compile("\u2047|\ufffd|<unk>")
# Letters beyond the Latin alphabets; a few that are rare are none.
FAR = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
# Marks that no other language of this alphabet has in such number: horn, breve and circumflex with
# or without a tone, the tones themselves, đ.
MARKED = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]")
# Those of them that no language but Vietnamese has at all: café and São Paulo are at home in English.
VIETNAMESE = re.compile(r"[ảạăằắẳẵặầấẩẫậđẻẽẹềếểễệỉịỏọồốổỗộơờớởỡợủụưừứửữựỳỷỹỵ]")
# Seven words in ten of Vietnamese carry a mark, one in a hundred of English; the bounds leave room.
SOME, MANY = 0.2, 0.4
FEWEST = 6
SMALL_WORDS = frozenset(
    {"the", "of", "and", "to", "in", "a", "an", "is", "was", "are", "were", "for", "on", "with", "at", "by"}
    | {"from", "as", "that", "this", "it", "its", "has", "have", "had", "be", "been", "will", "would", "said"}
    | {
        "but",
        "not",
        "or",
        "they",
        "their",
        "he",
        "his",
        "she",
        "we",
        "you",
        "can",
        "all",
        "also",
        "more",
        "than",
        "who",
    }
    | {
        "which",
        "when",
        "after",
        "before",
        "into",
        "over",
        "about",
        "between",
        "these",
        "such",
        "no",
        "do",
        "why",
    }
)
# Those of them, and others as frequent, that are no syllables of Vietnamese.
ENGLISH_ONLY = frozenset(
    {
        "the",
        "of",
        "and",
        "is",
        "was",
        "are",
        "were",
        "for",
        "with",
        "by",
        "from",
        "as",
        "that",
        "this",
        "its",
        "has",
    }
    | {
        "have",
        "had",
        "been",
        "will",
        "would",
        "said",
        "their",
        "they",
        "his",
        "her",
        "which",
        "who",
        "where",
        "when",
    }
    | {"also", "not", "more", "about", "after", "between", "during", "other", "such", "these", "should"}
)
FEWEST_FOR_ENGLISH = 12
FOREIGN = 0.1
# So many words of the other language in a draft are no name and no loan.
LEFT = 2


def wrong_language(answer: str, entities: Sequence[Entity], target: Target) -> str:
    """What is wrong about the language of a draft as a whole, as a clause about "it"; empty if nothing is.

    Names whose rendering was prescribed do not count, and short drafts are given the benefit of the doubt.
    """
    strange = sum(not is_latin(c) for c in FAR.findall(answer))
    if strange > 2 and strange > FOREIGN * sum(c.isalpha() for c in answer):
        return "it was in another script"
    # Names are written large in both languages, and Vietnamese ones are at home in English.
    every = WORD.findall(own_words(answer, entities, target))
    words = [word for word in every if word.islower()]
    if (
        target is Target.VI
        and len(every) >= FEWEST
        and not any(MARKED.search(word.lower()) for word in every)
    ):
        return "it was not in Vietnamese"
    if len(words) < FEWEST:
        return ""
    marked = sum(bool(MARKED.search(word)) for word in words) / len(words)
    if target is Target.VI:
        return "it was not in Vietnamese" if marked < SOME else ""
    if marked > MANY or (len(words) >= FEWEST_FOR_ENGLISH and SMALL_WORDS.isdisjoint(words)):
        return "it was not in English"
    return ""


def left_over(draft: str, entities: Sequence[Entity], target: Target) -> bool:
    """Whether words are in the other of our languages, in another script, or unknown to the model."""
    if UNKNOWN.search(draft):
        return True
    if not all(is_latin(c) for c in FAR.findall(draft)):
        return True
    words = [word for word in WORD.findall(own_words(draft, entities, target)) if word.islower()]
    if target is Target.VI:
        return sum(word in ENGLISH_ONLY for word in words) >= LEFT
    return sum(bool(VIETNAMESE.search(word)) for word in words) >= LEFT


def own_words(draft: str, entities: Sequence[Entity], target: Target) -> str:
    """The draft without the renderings that were prescribed."""
    own = draft
    for entity in entities:
        for form in entity.renderings(target):
            own = own.replace(form, " ") if form else own
    return own


@lru_cache(maxsize=1024)
def is_latin(character: str) -> bool:
    """Whether a letter belongs to the Latin alphabet."""
    return (
        character.isascii()
        or unicodedata.category(character) == "Lm"
        or unicodedata.name(character, "").startswith("LATIN")
    )
