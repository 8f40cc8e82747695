"""English word forms."""

from __future__ import annotations

import re
from functools import lru_cache

BE = {"present": ("is", "are"), "past": ("was", "were")}
BE_FORMS = {"base": "be", "to": "be", "ing": "being", "pp": "been"}
TAGS = {"past": "VBD", "ing": "VBG", "pp": "VBN", "s": "VBZ", "pl": "NNS", "comp": "JJR", "sup": "JJS"}
IRREGULAR = {"person": "people"}
# What stands behind the head of a noun group: member of parliament, person with disabilities.
BEHIND_HEAD = re.compile(r"( (?:of|with|in|for|to|on|at|from|against|by|who|living|lifted|seen|familiar) )")
MODALS = {
    "can": "be able to",
    "must": "have to",
    "will": "",
    "should": "",
    "may": "",
    "cannot": "not",
    "could": "be able to",
}
# What stands behind the noun that it tells of: people involved.
AFTER_NOUN = frozenset(["involved", "concerned", "affected", "responsible", "elect"])
# What somebody does to what then falls or rises.
CAUSED = {"fall": "lower", "rise": "raise", "decrease": "reduce", "drop": "cut", "decline": "reduce"}
GERUNDS = {
    "can": "being able to",
    "could": "being able to",
    "must": "having to",
    "cannot": "not being able to",
}
VERBS_IN_LY = frozenset(["fly", "rely", "apply", "supply", "comply", "reply", "multiply", "ally", "rally"])
# British spelling doubles their last letter.
DOUBLING = frozenset(
    ["cancel", "travel", "label", "signal", "fuel", "model", "level", "channel", "counsel", "marvel", "dial"]
)
PARTICLES = frozenset(
    [
        "to",
        "in",
        "into",
        "with",
        "for",
        "of",
        "from",
        "on",
        "at",
        "by",
        "about",
        "upon",
        "as",
        "against",
        "over",
    ]
)


@lru_cache(maxsize=20_000)
def inflect(word: str, form: str) -> str:
    """One English word in a form: past, ing, pp, s (third person) or pl (plural)."""
    import lemminflect

    if word in DOUBLING and form in ("past", "pp", "ing"):
        return f"{word}l{'ing' if form == 'ing' else 'ed'}"
    if not word.isalpha() or (form == "pl" and word[:1].isupper() and word.isupper()):
        return word + "s" if form == "pl" else word
    choices = lemminflect.getInflection(word, tag=TAGS[form])
    return str(choices[0]) if choices else word


def plural(noun: str) -> str:
    """The plural of a noun group such as ``member of parliament`` or ``trade agreement``."""
    head, *rest = BEHIND_HEAD.split(noun, maxsplit=1)
    words = head.split(" ")
    if len(words) > 1 and words[-1] in AFTER_NOUN:
        return " ".join([plural(" ".join(words[:-1])), words[-1]]) + "".join(rest)
    words[-1] = IRREGULAR.get(words[-1]) or inflect(words[-1], "pl")
    return " ".join(words) + "".join(rest)


def place_of_verb(words: list[str]) -> int:
    """Which word of a rendering such as ``strictly observe`` or ``set up`` is inflected."""
    for place, word in enumerate(words[:-1]):
        if not (
            (word.endswith("ly") and word not in VERBS_IN_LY)
            or word in ("already", "further", "not", "even", "also", "jointly", "again", "often")
        ):
            return place
    return len(words) - 1


def verb(rendering: str, form: str, *, many: bool = False, tense: str = "present") -> str:
    """A verb group in a form: fin (by tense and number), base, to, ing, pp, past or pass (be + pp)."""
    words = rendering.split(" ")
    place = place_of_verb(words)
    word = words[place]
    if word in MODALS:
        if form in ("fin", "past", "s"):
            return rendering
        words[place] = GERUNDS.get(word, "") if form == "ing" else "" if form == "pp" else MODALS[word]
        return " ".join(filter(None, words))
    if form == "pass" and word == "be":
        form = "fin"
    if form == "pass":
        words[place] = inflect(word, "pp") if word != "be" else "been"
        return " ".join([BE[tense][many], *words])
    if word == "be":
        words[place] = BE_FORMS.get(form) or BE["past" if form == "past" else tense][many]
    elif form in ("base", "to"):
        pass
    elif form == "fin":
        words[place] = inflect(word, "past") if tense == "past" else word if many else inflect(word, "s")
    else:
        words[place] = inflect(word, form)
    if form == "to":
        words.insert(0, "to")
    return " ".join(words)


def active(rendering: str) -> str:
    """A passive rendering with the place of its object: ``be divided into`` is then ``divide _ into``."""
    import lemminflect

    first, space, rest = rendering.partition(" ")
    rendering = CAUSED.get(first, first) + space + rest
    words = rendering.split(" ")
    if len(words) == 2 and "_" not in words and words[1] in ("into", "as", "in", "on", "to", "for"):
        return f"{words[0]} _ {words[1]}"
    if len(words) < 2 or words[0] != "be" or not words[1].endswith(("ed", "en", "wn", "pt", "lt")):
        return rendering
    lemmas = lemminflect.getLemma(words[1], "VERB")
    return " ".join([lemmas[0] if lemmas else words[1], "_", *words[2:]])


def without_particle(rendering: str) -> str:
    """A verb that stands without its object: ``contribute to`` is then ``contribute``."""
    words = rendering.split(" ")
    return " ".join(words[:-1]) if len(words) > 1 and words[-1] in PARTICLES else rendering
