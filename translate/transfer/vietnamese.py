"""Vietnamese from trees: order, classifiers, plural words, place of adjectives."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from translate.lexicon import vietnamese
from translate.row import EntityType, Target
from translate.transfer.chart import Branch, Leaf, Node
from translate.transfer.draft import SLOT, Piece, fill_slot, split_slot, with_silent
from translate.transfer.english_facts import AGED, MEETINGS, is_money, is_one, is_plainly_done
from translate.transfer.english_verbs import late_adverb
from translate.transfer.symbols import IF, PERCEIVING, TAKING_PLACE
from translate.transfer.tokens import Token
from translate.transfer.tree import (
    WITH_OBJECT,
    first_leaf,
    head_leaf,
    is_superlative,
    noun_group,
    silent_sources,
)
from translate.transfer.vietnamese_words import (
    DEGREES,
    HARM,
    HERE,
    PASSIVE_VERB,
    PASSIVES,
    WHAT_WAS_SAID,
    unknown,
)

QuoteMaker = Callable[[Token], list[Piece]]
PARTICLES = re.compile(r"(?<!diễn)(?<!xảy) (?:vào|với|cho|về|tới|đến|từ|sang|ra|lên)$")


class Vietnamese:
    """Generates Vietnamese pieces from trees. ``quote`` renders a quotation or bracket."""

    target = Target.VI

    def __init__(self, quote: QuoteMaker) -> None:
        self._quote = quote

    def generate(self, tree: Node) -> list[Piece]:
        """The pieces of a whole tree."""
        return self._node(tree, "")

    def _node(self, node: Node, form: str) -> list[Piece]:
        if isinstance(node, Leaf):
            return self._leaf(node, form)
        name = node.rule.name
        if name in ("clause", "clause-noun") and (subject := head_leaf(node.children[0])).token.text in HERE:
            verb = node.children[1]
            points = name == "clause-noun" or (
                isinstance(verb, Branch) and verb.rule.name.startswith(("copula", "first-time"))
            )
            if isinstance(subject, Leaf) and subject.category == "rn" and points:
                here = Piece(HERE[subject.token.text], subject.token.start, subject.token.end)
                return [here, *(piece for child in node.children[1:] for piece in self._node(child, form))]
        if name == "adverb-adjective" and node.children[0].token.text in DEGREES:  # type: ignore[union-attr]
            return [*self._node(node.children[1], form), *self._node(node.children[0], "")]
        if name == "determined-count" and is_one(node.children[1]):
            return around(self._node(node.children[0], ""), self._node(node.children[2], form))
        if name == "relative-object" and is_plainly_done(node.children):
            done = [*self._node(node.children[0], ""), *self._node(node.children[1], "")]
            return [*self._node(node.children[3], form), Piece("do"), *(p for p in done if p != SLOT)]
        if name in ("if-so", "if-so-verb") and first_leaf(node.children[0]).token.text in IF:
            return self._node(node.children[0], form)
        if name == "reaching" and head_leaf(node.children[0]).token.text in PERCEIVING:
            return self._node(node.children[0], form)
        if name == "verb-clause":
            return self._clause_object(node, form)
        if name == "at-time":
            time = self._node(node.children[1], "adv")
            if head_leaf(node.children[1]).token.entity is None:
                return time
            leaf = head_leaf(node.children[0])
            return [Piece("vào", leaf.token.start, leaf.token.end), *time]
        if name in ("when-verb", "when-clause"):
            leaf = head_leaf(node.children[1])
            when = vietnamese(leaf.sense) if leaf.sense is not None else ""
            when = f"{when} khi" if when in ("sau", "trước") else when
            return [Piece(when, leaf.token.start, leaf.token.end), *self._node(node.children[0], "")]
        if name == "verb-object-amount" and is_money(node.children[2]):
            return [piece for child in node.children for piece in self._node(child, "") if piece != SLOT]
        if name in PASSIVES:
            return self._passive(node, form)
        if name in ("determined", "determined-count"):
            return self._determined(node, form)
        if name in ("adjective-noun", "attributive-noun", "described", "phrase-of"):
            return self._described(node, form)
        if name == "amount-of" and AGED.search(first_leaf(node.children[0]).token.text):
            return [*self._node(node.children[1], form), *self._node(node.children[0], "")]
        if name == "counted":
            return self._counted(node, form)
        if name in WITH_OBJECT:
            return self._with_object(node, form)
        if name in ("verb-bare", "intransitive", "verb-clause-bare"):
            return self._without_object(node, form)
        if name in ("adverb", "transitive-adverb", "adverb-adjective"):
            return self._adverb(node, form)
        if name == "superlative" and not is_superlative(node.children[1]):
            noun, quality = self._node(node.children[3], form), self._node(node.children[1], "attr")
            return [*noun, Piece("có"), *self._node(node.children[0], ""), *quality]
        if name == "possessed" and (owner := head_leaf(node.children[0])).token.text in ("这里", "那里"):
            word = f"ở {vietnamese(owner.sense)}" if owner.sense else ""
            return [*self._node(node.children[2], form), Piece(word, owner.token.start, owner.token.end)]
        if name == "possessed" and not is_owner(node.children[0]):
            return [*self._node(node.children[2], form), *self._node(node.children[0], "")]
        if name in ("localised", "localised-of") and head_leaf(node.children[-1]).token.text == "上":
            place = head_leaf(node.children[0])
            event = place.token.entity is not None and place.token.entity.type is EntityType.EVENT
            if event or MEETINGS.search(place.token.text):
                leaf = head_leaf(node.children[-1])
                return [Piece("tại", leaf.token.start, leaf.token.end), *self._node(node.children[0], "")]
        return self._ordered(node, form)

    def _ordered(self, node: Branch, form: str) -> list[Piece]:
        pieces: list[Piece] = []
        sources = silent_sources(node, Target.VI)
        for item in node.rule.order[Target.VI]:
            if item.word:
                pieces.append(Piece(item.word, *next(sources)))
            else:
                wanted = item.form or (form if item.head else "")
                pieces += self._node(node.children[item.child], wanted)
        return with_silent(pieces, sources)

    # noun groups

    def _determined(self, node: Branch, form: str) -> list[Piece]:
        """这些 N as những N này: the determiner stands around the group."""
        determiner, *between, group = node.children
        inner = [piece for child in between for piece in self._node(child, "")]
        inner += self._node(group, form)
        return around(self._node(determiner, ""), inner)

    def _described(self, node: Branch, form: str) -> list[Piece]:
        """The quality behind the noun, unless its Vietnamese goes in front (``cựu _``)."""
        quality = self._node(node.children[0], "attr")
        noun = self._node(node.children[-1], form)
        return around(quality, noun) if SLOT in quality else [*noun, *quality]

    def _counted(self, node: Branch, form: str) -> list[Piece]:
        quantity, group = node.children
        counted = self._node(quantity, "")
        noun = self._node(group, form)
        head = noun_group(group).head
        classifier = head.sense.classifier if head.sense is not None else ""
        if classifier and not any(p.text.endswith(classifier) for p in counted):
            counted = [*counted, Piece(classifier)]
        return [*counted, *noun]

    # verb groups

    def _with_object(self, node: Branch, form: str) -> list[Piece]:
        items = [item for item in node.rule.order[Target.VI] if item.child >= 0]
        verb_node = node.children[items[0].child]
        kept = head_leaf(verb_node).sense
        if (
            node.rule.name.startswith("dispose-")
            and kept is not None
            and (match := PASSIVE_VERB.match(kept.vi))
        ):
            head_leaf(verb_node).sense = replace(kept, vi=f"{match[1]} _ {match[2]}")
        verb = self._node(verb_node, form)
        head_leaf(verb_node).sense = kept
        thing = self._node(node.children[items[1].child], "")
        rest = [piece for item in items[2:] for piece in self._node(node.children[item.child], item.form)]
        if (late := late_adverb(verb_node)) and "post" in late.sense.frame and "pre" not in late.sense.frame:  # type: ignore[union-attr]
            behind = self._node(late, "")
            return [*fill_slot([piece for piece in verb if piece not in behind], thing), *rest, *behind]
        first = node.rule.order[Target.VI][0].word
        return [*([Piece(first)] if first else []), *fill_slot(verb, thing), *rest]

    def _without_object(self, node: Branch, form: str) -> list[Piece]:
        leaf = head_leaf(node)
        if leaf.token.text in TAKING_PLACE and node.rule.name == "verb-bare":
            # 会议在河内举行: hội nghị diễn ra tại Hà Nội
            before = [piece for piece in self._ordered(node, form) if piece.start < leaf.token.start]
            return [*before, Piece("diễn ra", leaf.token.start, leaf.token.end)]
        pieces = [piece for piece in self._ordered(node, form) if piece != SLOT]
        if pieces and PARTICLES.search(pieces[-1].text):
            last = pieces[-1]
            pieces[-1] = Piece(PARTICLES.sub("", last.text), last.start, last.end)
        return pieces

    def _adverb(self, node: Branch, form: str) -> list[Piece]:
        leaf = head_leaf(node.children[0])
        adverb, body = self._node(node.children[0], ""), self._node(node.children[1], form)
        behind = leaf.sense is not None and leaf.sense.pos == "d" and "post" in leaf.sense.frame
        both = leaf.sense is not None and {"pre", "post"} <= leaf.sense.frame
        if (behind and not both) or (both and leaf.token.text not in ("继续",)):
            return [*body, *adverb]
        return [*adverb, *body]

    def _clause_object(self, node: Branch, form: str) -> list[Piece]:
        """rằng, but liệu before an indirect question."""
        inner = self._node(node.children[1], "")
        whether = next((piece for piece in inner[:4] if piece.text == "liệu"), None)
        asks = bool(inner) and inner[0].text in ("tại sao", "vì sao", "khi nào", "ai")
        if whether is not None:
            inner.remove(whether)
        joint = [whether] if whether is not None else [] if asks else [Piece("rằng")]
        return [
            *self._node(node.children[0], form),
            *joint,
            *(p for p in inner if not (asks and p.text == ",")),
        ]

    def _passive(self, node: Branch, form: str) -> list[Piece]:
        """được, or bị where the verb tells of a harm; neither where the verb's own rendering has it."""
        sense = head_leaf(node).sense
        word = "bị" if sense is not None and HARM.match(vietnamese(sense)) else "được"
        pieces = self._ordered(node, form)
        done = [piece for piece in pieces if piece.text == "đã"]
        pieces = [*done[:1], *(piece for piece in pieces if piece.text != "đã")]
        if self._reads_passive(node):
            return [piece for piece in pieces if piece.text not in ("được", "bị")]
        return [replace(p, text=word) if p.text in ("được", "bị") else p for p in pieces]

    @staticmethod
    def _reads_passive(node: Branch) -> bool:
        sense = head_leaf(node).sense
        return sense is not None and sense.vi.startswith(("được ", "bị "))

    # words

    def _leaf(self, leaf: Leaf, form: str) -> list[Piece]:
        token, sense = leaf.token, leaf.sense
        source = (token.start, token.end)
        if token.is_group:
            return self._quote(token)
        if token.entity is not None and (sense is None or leaf.category in ("n", "ti", "no")):
            text = token.entity.vi
            if leaf.category == "t" and form == "adv" and token.entity.role in ("year", "decade", "century"):
                text = f"{'vào ' if token.entity.role != 'year' else ''}{text}"
            return [Piece(text, *source)]
        if leaf.category == "、":
            return [Piece(",", *source)]
        if leaf.category in ("的", "地", "得"):
            return []
        if sense is None or leaf.category == "x":
            return [Piece(unknown(token), *source)]
        text = vietnamese(sense)
        if leaf.category == "rn" and token.text in WHAT_WAS_SAID:
            return [Piece(WHAT_WAS_SAID[token.text], *source)]
        if form == "comp":
            return [Piece(f"{text.replace('_', '').strip()} hơn", *source)]
        if leaf.category == "vn" and sense.layer == "core":
            text = text.replace("_", "").strip()
            return [Piece(text if form == "mod" else f"việc {text}", *source)]
        if sense.pos in ("v", "r", "a", "b", "u"):
            return split_slot(text, *source)
        if form == "manner":
            return [Piece(text, *source)]
        text = text.replace("_", "").strip()
        if form == "mod" and sense.pos == "n":
            # công tác phát triển, not công tác sự phát triển
            text = text.removeprefix("sự ").removeprefix("việc ")
        return [Piece(text, *source)] if text else []


def around(frame: list[Piece], inner: list[Piece]) -> list[Piece]:
    """The inner pieces at the slot of the frame; in front of it where it has none."""
    if SLOT in frame:
        return fill_slot(frame, inner)
    return [*frame, *inner]


OWNERS = frozenset([EntityType.PERSON, EntityType.ORGANISATION, EntityType.TITLE, EntityType.PLACE])


def is_owner(node: Node) -> bool:
    """Whether a possessor takes ``của``: someone or something that owns, not a quality of the noun."""
    leaf = head_leaf(node)
    entity = leaf.token.entity
    if entity is not None:
        return entity.type in OWNERS and "–" not in entity.en
    return (
        leaf.category in ("rn", "nr", "no", "ti") or node.rule.name != "group"
        if isinstance(node, Branch)
        else True
    )
