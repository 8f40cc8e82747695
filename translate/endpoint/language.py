"""Whether an answer is in the language it was asked for."""

from __future__ import annotations

import re
import unicodedata

from translate.engine import Job
from translate.row import Target

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Marks that no other language of this alphabet has in such number: horn, breve and circumflex with
# or without a tone, the tones themselves, đ.
MARKED = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]")
# Seven words in ten of Vietnamese carry a mark, one in a hundred of English; the bounds leave room.
SOME, MANY = 0.2, 0.4
FEWEST = 6
SMALL_WORDS = frozenset(
    {"the", "of", "and", "to", "in", "a", "an", "is", "was", "are", "were", "for", "on", "with", "at", "by"}
    | {"from", "as", "that", "this", "it", "its", "has", "have", "had", "be", "been", "will", "would", "said"}
)
FEWEST_FOR_ENGLISH = 12
FOREIGN = 0.1


def wrong_language(answer: str, job: Job, target: Target) -> str:
    """What is wrong about the language of an answer, to be told to the model; empty if nothing is.

    Names whose rendering was prescribed do not count, and short answers are given the benefit of the doubt.
    """
    letters = [c for c in answer if c.isalpha()]
    strange = sum(not is_latin(c) for c in letters)
    if strange > FOREIGN * len(letters) and strange > 2:
        return "it was in another script"
    own = answer
    for entity in job.entities:
        for form in entity.renderings(target):
            own = own.replace(form, " ") if form else own
    # Names are written large in both languages, and Vietnamese ones are at home in English.
    every = WORD.findall(own)
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


def is_latin(character: str) -> bool:
    """Whether a letter belongs to the Latin alphabet."""
    return unicodedata.category(character) == "Lm" or unicodedata.name(character, "").startswith("LATIN")
