"""English noun groups: number, articles, possessives."""

from __future__ import annotations

import re

from translate.entities.offices import needs_article
from translate.lexicon import Sense
from translate.row import EntityType
from translate.transfer.chart import Branch, Node
from translate.transfer.draft import Piece
from translate.transfer.english_words import WITH_ARTICLE
from translate.transfer.tokens import is_latin
from translate.transfer.tree import NounGroup, counts_many, head_leaf, is_coordinated, is_name, noun_group
from translate.transfer.word_classes import PEOPLE, names_person
from translate.transfer.works import is_instrument

POSSESSIVES = {
    "he": "his",
    "she": "her",
    "it": "its",
    "they": "their",
    "we": "our",
    "I": "my",
    "you": "your",
    "who": "whose",
    "oneself": "one's own",
    "others": "others'",
}
PLURAL_PRONOUNS = frozenset(["I", "we", "they", "you", "people", "others", "many"])
# Nouns that in news stand for several where nothing says how many.
SEVERAL = frozenset(
    """
    achievement activity advantage agency aircraft ally animal aspect asset athlete authority barrier
    benefit bond border business businessman candidate capability challenge change channel child citizen
    colleague comment commitment commodity compatriot complication component concern condition
    consequence consumer contribution cooperative country criterion crop custom customer cyberattack
    datum debt decision deed department descendant detail difference difficulty diplomat disaster
    document donor earning effort election enterprise entity entrepreneur event exchange expectation
    expense expert export facility fact factor farmer fee figure firm fish flower force foreigner friend
    guest hardship import incentive individual injury institution interest investor island issue item
    job journalist judge lawmaker leader lesson limitation locality loss martyr material matter measure
    mechanism media member message migrant minister minority mistake neighbour obligation observer
    obstacle occupation officer official opinion opponent opportunity organisation owner participant
    partner party passenger patient payment people performance person platform player policy
    possibility practice preparation prerequisite price principle problem procedure product prospect
    province purchase reason reform refugee regulation relation relative remark representative
    requirement resident resource restriction result risk role rule sale sanction scientist sector
    service shop shortcoming skill soldier solution specialist species stakeholder stock student subsidy
    supplier task tax teacher technique technology thing tie topic tourist tree troop vehicle veteran
    unit victim view viewpoint violation visitor volunteer voter weapon woman worker youth
    """.split()
)
# What stands for one known to all where nothing says which: 为国家服务.
ONE_ALONE = frozenset(["国家", "政府", "社会"])
SEVERAL_KNOWN = re.compile("(?:the (?:two|three|four|five|six)|both) ")
# Names that take the plural of a verb: Angkor monuments, but not the Complex of Hue Monuments.
PLURAL_NAME = re.compile(
    "(?!.* of ).*(?:monuments|ruins|caves|islands|woodblocks|steles|tunnels|temples|mountains|relics)",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\d+(?:st|nd|rd|th) ")
# Where English sets what Chinese has first behind the noun.
BEHIND_ITS_HEAD = frozenset(
    """
    timed timed-of prepositional-of relative-time relative-subject relative-pp relative-passive lying-noun
    """.split()
)
WITHOUT_ARTICLE = frozenset(["rn", "t", "am", "m", "nr", "ns", "nb"])


def is_many(facts: NounGroup, form: str) -> bool:
    """Whether a noun group is plural in English. Chinese seldom says how many."""
    if form == "pl":
        return True
    if facts.plural is not None:
        return facts.plural
    sense, entity = facts.head.sense, facts.head.token.entity
    if entity is not None and facts.head.category != "n":
        return False
    if sense is None or sense.number != "c" or sense.en[:1].isupper():
        return False
    if facts.alone and facts.head.token.text in ONE_ALONE:
        return False
    if facts.owned and not facts.ordinal and form != "def" and facts.head.token.text.endswith(PEOPLE):
        # 越南公民: Vietnam's citizens.
        return mostly_several(sense)
    if facts.determined or facts.ordinal or form == "def":
        return False
    # What mostly comes in numbers is several, and so are people and described things.
    return mostly_several(sense) or (not facts.related and (facts.described or is_person(facts)))


def mostly_several(sense: Sense) -> bool:
    """Whether a noun stands for several where nothing says how many."""
    return sense.en.rpartition(" ")[2] in SEVERAL and not sense.en.startswith("whole ")


def article(facts: NounGroup, many: bool, form: str, node: Branch) -> str:
    """The article of a noun group; empty where it takes none."""
    if facts.determined or is_coordinated(node) or node.rule.head < 0:
        return ""
    if begins_with_owner(node):
        return ""
    if facts.ordinal:
        return "the"
    leaf = facts.head
    entity, sense = leaf.token.entity, leaf.sense
    if leaf.token.is_group or leaf.category in WITHOUT_ARTICLE or is_latin(leaf.token.text):
        return ""
    if entity is not None and (sense is None or leaf.category != "n"):
        if entity.type is EntityType.TITLE or is_instrument(entity.zh.strip("《》")):
            return "the"
        if entity.type in (EntityType.ORGANISATION, EntityType.EVENT):
            if NUMBERED.match(entity.en):
                return "the"
            proper = entity.en[:1].isupper()
            if (
                not proper
                and entity.type is EntityType.ORGANISATION
                and not many
                and not entity.en.endswith("s")
            ):
                # 卫生部门: the health sector.
                return "the"
            return "the" if proper and (needs_article(entity.en) or WITH_ARTICLE.search(entity.en)) else ""
        return "the" if form == "def" or facts.related else ""
    if sense is not None and (sense.en.startswith("the ") or sense.en[:1].isupper()):
        return "the" if entity is not None and sense.en == f"the {entity.en}" else ""
    if facts.related or form == "def":
        return "the"
    number = sense.number if sense else "c"
    return "the" if number == "c" and not many else ""


def begins_with_owner(node: Node) -> bool:
    """Whether a noun group begins with a name that takes 's: Vietnam's rice export volume."""
    while isinstance(node, Branch):
        if node.rule.name in ("place-noun", "place-group", "place-timed", "place-work", "posted") and is_name(
            node.children[0]
        ):
            return True
        if node.rule.head == 0 and len(node.children) > 1:
            return False
        node = node.children[node.rule.head if node.rule.name in BEHIND_ITS_HEAD else 0]
    return False


def is_plural(subject: Node) -> bool:
    """Whether a subject takes the plural of its verb."""
    if is_coordinated(subject):
        return True
    leaf = head_leaf(subject)
    named = leaf.token.entity.en if leaf.token.entity is not None else ""
    if has_several_holders(subject) or PLURAL_NAME.fullmatch(named):
        return True
    if isinstance(subject, Branch) and subject.rule.name in ("after-count", "among-count"):
        return bool(counts_many(subject.children[-1]))
    if leaf.category == "rn" and leaf.sense is not None:
        first = leaf.sense.en
        return first in PLURAL_PRONOUNS or (first.endswith("s") and first not in ("this", "its", "us"))
    if not isinstance(subject, Branch) or subject.category not in ("NP", "N"):
        return False
    if subject.rule.name == "place":
        return False
    if subject.rule.name in ("amount", "count-group", "people", "amount-of-de", "doers"):
        return True
    facts = noun_group(subject)
    number = facts.head.sense.number if facts.head.sense else ""
    return number == "p" or is_many(facts, "")


def is_definite_plural(node: Node) -> bool:
    """Whether a noun names several known ones: the two countries, both sides."""
    sense = head_leaf(node).sense
    return sense is not None and sense.number == "p" and bool(SEVERAL_KNOWN.match(sense.en))


def has_several_holders(title: Node) -> bool:
    """Whether a title is that of one person in each of several countries: 两国外长."""
    while isinstance(title, Branch) and title.rule.name in ("title-alone", "title-noun", "noun-title"):
        if title.rule.name == "noun-title":
            return is_definite_plural(title.children[0])
        title = title.children[0]
    return False


def with_one(thing: Node, pieces: list[Piece]) -> list[Piece]:
    """The pieces of a thing that nothing describes, as one of its kind: a cat."""
    facts = noun_group(thing)
    plain = facts.alone and facts.head.token.entity is None
    return [Piece("a"), *pieces[1:]] if plain and pieces[:1] == [Piece("the")] else pieces


def possessive(node: Node) -> Piece | None:
    """A pronoun as a possessive."""
    leaf = head_leaf(node)
    if leaf.category == "rn" and leaf.sense is not None and leaf.sense.en in POSSESSIVES:
        return Piece(POSSESSIVES[leaf.sense.en], leaf.token.start, leaf.token.end)
    return None


def is_person(facts: NounGroup) -> bool:
    """Whether a noun group names people, so that a relative clause behind it begins with who."""
    entity, sense = facts.head.token.entity, facts.head.sense
    if entity is not None and entity.type in (EntityType.PERSON, EntityType.TITLE):
        return True
    return sense is not None and names_person(sense)
