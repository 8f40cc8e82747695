"""English words and rule names by what the generator asks about them."""

from __future__ import annotations

import re

# What becomes of a passive in each form.
PASSIVES = {"rel": "pp", "pp": "pp", "ing": "being", "to": "to be", "base": "be"}
MEETINGS = re.compile("(?:会|会议|大会|峰会|论坛|仪式|式|典礼|活动|展|节|上|赛|年会|研讨会)$")
# Adverbs of several words that English sets behind the verb and its object.
LATE_ADVERBS = re.compile(
    r"for the \w+ time|for a long time|year on year|from the previous period|as (?:soon|early) as possible"
    r"|one after another|away from home"
    r"|as planned|in depth|in time|in detail|in advance|in person|on the spot|step by step|in an? .+ manner"
    r"|on an? .+ scale"
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
# The place of the subject in the rules that have one.
SUBJECTS = {
    **dict.fromkeys(
        """
        clause clause-noun clause-amount reason-open because-subject the-more-verb relative-object
        relative-object-suo relative-object-adjunct relative-object-suo-adjunct headless-object
        """.split(),
        0,
    ),
    "through-which": 0,
    "through-which-kind": 0,
    "existence": 1,
    "even-subject": 1,
    "existence-about": 2,
    "existence-already": 1,
    "how-cleft": 0,
    "how-clause": 0,
    "existence-place": 2,
    "existence-at": 2,
    "existence-lined": 3,
    "those-who": 3,
}
PASSIVE_RULES = frozenset(
    [
        "passive",
        "passive-by",
        "passive-into",
        "passive-by-into",
        "passive-to",
        "passive-to-do",
        "passive-into-do",
        "passive-do",
        "by",
        "passive-suo",
        "received",
        "received-so",
        "received-done",
        "passive-for",
        "passive-become",
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
    **dict.fromkeys("condition foundation basis platform bridge tool channel venue".split(), "for"),
}
# What these say of such a noun, they say of it as a subject.
STATES = re.compile(
    r"(?:be|have|aim|include|involve|exceed|need|last|contain|belong|become|come|appear|exist|bring|cause|help|affect)\b"
)
LASTING = re.compile(r"(?<!per )(?:hours?|minutes?|days?|weeks?|months?|years?|seconds?)$")
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
    "dependence": "on",
    "understanding": "of",
    "knowledge": "of",
    "degree of dependence": "on",
    "demand": "for",
    "need": "for",
    "interest": "in",
    "confidence": "in",
    "responsibility": "for",
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
WHOLES = frozenset(["世界", "全球", "全国", "地区", "国家", "全省", "全市"])
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
    "progressive": 1,
}
# Which part of a country or a river.
SIDES = {
    "北部": "northern", "南部": "southern", "东部": "eastern", "西部": "western", "中部": "central",
    "西北部": "northwestern", "东北部": "northeastern", "西南部": "southwestern", "东南部": "southeastern",
    "上游": "upper", "中游": "middle", "下游": "lower",
}  # fmt: skip
REACHES = frozenset(["上游", "中游", "下游"])
