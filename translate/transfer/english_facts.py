"""What English asks about a tree before it says it."""

from __future__ import annotations

import re
from dataclasses import replace

from translate.row import EntityType
from translate.transfer.chart import Branch, Node
from translate.transfer.draft import Piece
from translate.transfer.english_nouns import is_plural
from translate.transfer.tree import first_leaf, head_leaf

# What becomes of a passive in each form.
PASSIVES = {"rel": "pp", "pp": "pp", "ing": "being", "to": "to be", "base": "be"}
MEETINGS = re.compile("(?:会|会议|大会|峰会|论坛|仪式|式|典礼|活动|展|节|上|赛|年会|研讨会)$")
# Adverbs of several words that English sets behind the verb and its object.
LATE_ADVERBS = re.compile(
    r"for the \w+ time|year on year|from the previous period|as (?:soon|early) as possible|one after another"
    r"|in depth|in detail|in advance|in person|on the spot|step by step|in an? .+ manner|on an? .+ scale"
    r"|on (?:time|schedule)|ahead of schedule|many times|several times|free of charge|by every possible means"
    r"|in accordance with .+|in real time|over an? .+ area|at an early date|from .+ to .+"
)
CONDITIONS = re.compile("(?:if|unless|once|when|even if|as long as|only if|in case)$")
AGED = re.compile("岁(?:以[上下]|及以[上下]|左右)?$")
DEGREES = {"最": "sup", "最为": "sup", "更": "comp", "更加": "comp", "更为": "comp", "较为": "comp"}
QUESTIONS = re.compile(r"(?:why|how|what|who|whom|whose|which|where|when|whether)\b")
# What a participle says well enough behind its noun; anything else takes that or who.
PARTICIPIAL = frozenset(
    ["verb-object", "verb-bare", "intransitive", "behind", "behind-verb", "verb-object-amount"]
)
# Relative clauses with a subject of their own.
OBJECT_CLAUSES = frozenset(
    [
        "relative-object",
        "relative-object-suo",
        "relative-object-adjunct",
        "relative-object-suo-adjunct",
        "headless-object",
    ]
)
PASSIVE_RULES = frozenset(
    [
        "passive",
        "passive-by",
        "passive-into",
        "passive-by-into",
        "passive-to",
        "passive-to-do",
        "passive-into-do",
        "by",
        "passive-suo",
        "received",
        "affected-by",
    ]
)
# Rules in which a verb may ask for the English preposition of the Chinese one before or behind it.
# How a noun of content takes what it is about: the importance of doing, a plan to do, experience in doing.
CONTENTS = {
    **dict.fromkeys(
        """
        importance necessity significance goal target aim purpose objective task possibility risk
        danger direction method means idea principle orientation tradition habit mode period viewpoint
        stance hope work pace process trend
        """.split(),
        "of",
    ),
    **dict.fromkeys(
        """
        way policy measure plan effort ability capacity capability chance opportunity decision desire
        need determination commitment willingness attempt right campaign proposal initiative pledge wish
        solution agreement readiness responsibility obligation mission
        """.split(),
        "to",
    ),
    **dict.fromkeys("experience role success difficulty progress achievement".split(), "in"),
    **dict.fromkeys("condition foundation basis".split(), "for"),
}
# What these say of such a noun, they say of it as a subject.
STATES = re.compile(
    r"(?:be|have|aim|include|involve|exceed|need|last|contain|belong|become|come|appear|exist|bring|cause|help|affect)\b"
)
LASTING = re.compile(r"(?:hours?|minutes?|days?|weeks?|months?|years?|seconds?)$")
THESE = {"this": "these", "that": "those"}
GOVERNING = {"prepositional": (0, 1), "transitive-pp": (0, 1), "behind": (1, 0), "behind-verb": (1, 0)}
USUAL = {
    "与": "with",
    "和": "with",
    "同": "with",
    "跟": "with",
    "向": "to",
    "对": "to",
    "对于": "to",
    "给": "to",
}
SAME_PREPOSITION = {"和": "与", "同": "与", "跟": "与", "对于": "对"}
PREPOSITIONS = frozenset(
    ["与", "和", "同", "跟", "向", "对", "对于", "给", "为", "从", "由", "以", "在", "于"]
)


# Verbs that say little beside their object, and the prepositions by which they reach a person or thing.
LIGHT = frozenset(
    [
        "进行",
        "做出",
        "作出",
        "作",
        "做",
        "开展",
        "展开",
        "发动",
        "给予",
        "表示",
        "产生",
        "造成",
        "构成",
        "提出",
    ]
)
TOWARDS = frozenset(["对", "对于", "为", "向", "就"])
ASKED = {
    "visit": "to",
    "contribution": "to",
    "threat": "to",
    "change": "to",
    "damage": "to",
    "adjustment": "to",
    "investigation": "into",
    "research": "into",
    "inquiry": "into",
    "attack": "on",
    "impact": "on",
    "influence": "on",
    "effect": "on",
    "pressure": "on",
    "study": "on",
    "discussion": "on",
    "consultation": "on",
    "negotiation": "on",
    "assessment": "of",
    "evaluation": "of",
    "analysis": "of",
    "inspection": "of",
    "review": "of",
    "examination": "of",
    "supervision": "of",
    "reform": "of",
    "investment": "in",
    "thanks": "to",
    "congratulations": "to",
    "condolences": "to",
    "support": "for",
    "respect": "for",
}


# What goes before the subject in a question.
ASKING = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "am",
        "has",
        "have",
        "had",
        "will",
        "can",
        "must",
        "should",
        "may",
        "could",
        "would",
    ]
)
# Localisers before a clause.
WHEN = {
    "时": "when",
    "时候": "when",
    "的时候": "when",
    "之时": "when",
    "后": "after",
    "之后": "after",
    "以后": "after",
    "前": "before",
    "之前": "before",
    "以前": "before",
    "期间": "while",
    "之际": "as",
    "同时": "while",
    "过程中": "as",
    "情况下": "when",
    "前提下": "provided that",
    "条件下": "provided that",
    "基础上": "on the basis that",
    "背景下": "as",
    "形势下": "as",
}
# Rules around a verb phrase, with the place of the verb phrase in them.
WRAPPING = {
    "adverb": 1,
    "aspect": 1,
    "done": 0,
    "time-verb": 1,
    "prepositional": 1,
    "manner": 2,
    "located": 1,
}


def is_one(node: Node) -> bool:
    """Whether a quantity is a bare 一, which says nothing beside 这."""
    leaf = head_leaf(node)
    return leaf.token.text == "一" and first_leaf(node) is leaf


def pronoun_of(subject: Node) -> str:
    """The pronoun that stands for a subject."""
    leaf = head_leaf(subject)
    if leaf.category == "rn" and leaf.sense is not None:
        return leaf.sense.en
    entity = leaf.token.entity
    body = entity is not None and entity.type in (EntityType.ORGANISATION, EntityType.PLACE)
    return "it" if body or (not is_plural(subject) and leaf.category == "n") else "they"


def month_first(children: tuple[Node, ...]) -> list[Node]:
    """August last year: a month goes before the year told by a word. Nothing for other times."""
    first, second = (head_leaf(child).token for child in children)
    role = second.entity.role if second.entity is not None else ""
    return [children[1], children[0]] if role in ("month", "day") and first.entity is None else []


def is_plainly_done(children: tuple[Node, ...]) -> bool:
    """Whether 警方发布的报告 is a report released by police: a plain verb, and someone with a name."""
    agent, verb = children[:2]
    plain = isinstance(verb, Branch) and verb.rule.name in ("transitive", "transitive-done")
    return plain and head_leaf(agent).category != "rn" and "be " not in f"{head_sense(verb)} "


def head_sense(node: Node) -> str:
    """The English of a phrase's head."""
    sense = head_leaf(node).sense
    return sense.en if sense else ""


def is_definite_plural(node: Node) -> bool:
    """Whether a noun names several known ones: the two countries, both sides."""
    sense = head_leaf(node).sense
    return sense is not None and sense.number == "p" and sense.en.startswith(("the two ", "both "))


def inside_be(adverb: list[Piece], verb: list[Piece]) -> list[Piece]:
    """An adverb behind is or are rather than before it: is often late."""
    if not adverb or not verb or any(word in ("if", "although", "but") for word in adverb[0].text.split(" ")):
        return [*adverb, *verb]
    first, _, rest = verb[0].text.partition(" ")
    if first not in ("is", "are", "was", "were", "am"):
        return [*adverb, *verb]
    behind = [replace(verb[0], text=rest)] if rest else []
    return [replace(verb[0], text=first), *adverb, *behind, *verb[1:]]


def is_money(node: Node) -> bool:
    """Whether an amount is of money, which is given to somebody rather than being some of something."""
    entity = first_leaf(node).token.entity
    return entity is not None and bool(re.search(r"(?:USD|VND|euros?|yuan|yen|pounds|dollars?)$", entity.en))


def lasts(node: Node) -> bool:
    """Whether an object is how long something takes rather than what is acted on."""
    entity = first_leaf(node).token.entity
    return (
        isinstance(node, Branch)
        and node.rule.name == "amount"
        and entity is not None
        and bool(LASTING.search(entity.en))
    )


def asked_by_object(node: Node) -> str:
    """The preposition that the object of a light verb asks for: make contributions to, pay visits to."""
    while isinstance(node, Branch) and node.rule.name in WRAPPING:
        node = node.children[WRAPPING[node.rule.name]]
    if not isinstance(node, Branch) or node.rule.name != "verb-object":
        return ""
    verb, thing = head_leaf(node.children[0]), head_leaf(node.children[1])
    if verb.token.text not in LIGHT or thing.sense is None:
        return ""
    return ASKED.get(thing.sense.en.rpartition(" ")[2], "")


def governed(node: Branch) -> str:
    """The English preposition that a verb asks for in place of the usual one; empty where it does not."""
    place, other = GOVERNING[node.rule.name]
    phrase = node.children[place]
    if not isinstance(phrase, Branch) or phrase.rule.name not in ("preposition", "purpose"):
        return ""
    zh = first_leaf(phrase).token.text
    if zh in TOWARDS and (asked := asked_by_object(node.children[other])):
        return asked
    sense = head_leaf(node.children[other]).sense
    if sense is None or zh not in PREPOSITIONS:
        return ""
    codes = {
        chinese: (colon, english) for chinese, colon, english in (item.partition(":") for item in sense.frame)
    }
    known = codes.get(zh) or codes.get(SAME_PREPOSITION.get(zh, ""))
    if known is None:
        return ""
    return known[1] if known[0] else USUAL.get(zh, "")
