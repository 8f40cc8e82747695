"""Entities: everything in an article that names or counts something, with its renderings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from translate.entities.bodies import bodies
from translate.entities.collisions import Collisions
from translate.entities.compaction import compact
from translate.entities.conferences import conferences
from translate.entities.fields import Fields
from translate.entities.former import former_offices
from translate.entities.institutes import commissions, institutes
from translate.entities.japanese import japanese_length
from translate.entities.latin import learned, with_latin
from translate.entities.localities import localities
from translate.entities.mentions import (
    abbreviated,
    abbreviations,
    confirmed,
    known_people,
    mentions,
    only_bearers,
    short_forms,
)
from translate.entities.ministries import ministries
from translate.entities.missions import missions, residents
from translate.entities.name_search import find_names
from translate.entities.names import BEHIND, CALLING, SPEECH, Surroundings
from translate.entities.party import boards
from translate.entities.quantities import find_quantities
from translate.entities.renderings import VIETNAMESE_SURNAMES
from translate.entities.routes import routes
from translate.entities.storms import storms
from translate.entities.titles import compose_titles
from translate.entities.transliterations import (
    LATIN_NAME,
    SPELLED,
    dotted_names,
    find_transliterations,
    parts_of,
)
from translate.entities.variants import variants
from translate.lexicon import CORE, Lexicon
from translate.row import Entity, EntityType, Segment
from translate.script import simplify
from translate.terms.spellings import fold
from translate.terms.termbase import SEED, Termbase, TermEntry
from translate.words import segmenter_of

FUNCTION_CHARACTERS = frozenset("在对向与和及由为把被将以从到是的了等也并而")
LOCALISERS = frozenset("上中内前后间")
HAN = re.compile("[\u3400-\u9fff]")
JOINTS = frozenset("、和与及至到往")
OF_OFFICE = (EntityType.ORGANISATION, EntityType.TITLE)
GOING = frozenset("访赴驻抵离")
NAMES = (EntityType.PERSON, EntityType.TITLE, EntityType.ORGANISATION, EntityType.PLACE)


class Recogniser:
    """Finds entities with a termbase, the rules for names and the rules for quantities."""

    def __init__(self, termbase: Termbase, lexicon: Lexicon) -> None:
        self._termbase = termbase
        self._lexicon = lexicon
        self._segmenter = segmenter_of(lexicon)
        self._collisions = Collisions(self._segmenter)
        self._fields = Fields(lexicon, self._segmenter)

    def recognise(self, segments: Sequence[Segment]) -> list[tuple[Entity, ...]]:
        """The entities of each segment of one article, in order, none overlapping another.

        Names are sought in the article as a whole: one seen beside its title is known everywhere.
        Offsets are characters of the segment as it stands.
        """
        compacts = [compact(simplify(segment.text)) for segment in segments]
        texts = [compacted.text for compacted in compacts]
        found = [list(self._known(text)) for text in texts]
        first = [self._choose(text, candidates) for text, candidates in zip(texts, found, strict=True)]
        surroundings = [surroundings_of(text, entities) for text, entities in zip(texts, first, strict=True)]
        names = list(confirmed(find_names(surroundings, self._is_word), texts))
        spelled = find_transliterations(surroundings, self._is_word, self._latin_of)
        # What the text itself gives in Latin goes before any guess.
        named = {name.zh: name for name in sorted(spelled, key=lambda name: name.source == "mined")}
        people = [entity for entity in chain.from_iterable(first) if entity.type is EntityType.PERSON]
        named |= {name.zh: name for name in learned(people, self._is_known)}
        named |= {name.zh: name for name in names}
        bearers = only_bearers([*names, *known_people(first)])
        short = abbreviations(texts, first)
        result = []
        for segment, compacted, candidates, chosen in zip(segments, compacts, found, first, strict=True):
            text = compacted.text
            more = [*abbreviated(text, short), *mentions(text, named), *short_forms(text, bearers)]
            entities = self._choose(text, [*more, *candidates]) if more else chosen
            composed = compose_titles(text, [with_latin(text, entity) for entity in entities])
            result.append(tuple(compacted.in_original(segment.text, entity) for entity in composed))
        return result

    def _known(self, text: str) -> Iterator[Entity]:
        """Candidates that need no context: termbase entries, quantities, names with a middle dot."""
        matches = list(self._termbase.matches(text))
        words = self._collisions.words_of(text) if matches else {}
        places = {
            offset
            for start, entry in matches
            if entry.type is EntityType.PLACE and not self._is_ordinary(entry)
            for offset in (start, start + len(entry.zh))
        }
        of_party = list(boards(text))
        inside = {i for board in of_party for i in range(board.start + 1, board.end)}
        offices = {start + len(entry.zh) for start, entry in matches if entry.type is EntityType.TITLE}
        for start, entry in matches:
            end = start + len(entry.zh)
            short = len(entry.zh) == 2 and entry.type is not EntityType.TITLE
            if short and entry.zh[0] == "长" and start + 1 in offices:
                # 国防部长沙弗里 is a minister, not at 长沙.
                continue
            if start in inside and entry.type in OF_OFFICE:
                continue
            if self._misread(text, start, entry):
                continue
            if self._collisions.breaks(text, words, start, end) and not goes_there(text, start, entry):
                continue
            if self._is_ordinary(entry) and not among_places(text, start, end, places):
                continue
            if self._is_word_besides(entry) and start not in offices and not SPEECH.match(text, end):
                continue
            yield entry.entity(start, text[start:end])
            if entry.type is EntityType.PLACE and text[end : end + 1] == "委":
                yield from without_kind(entry, start)
        ends = {start + len(entry.zh) for start, entry in matches if entry.type is EntityType.PLACE}
        bodies_end = {start + len(e.zh) for start, e in matches if e.type is EntityType.ORGANISATION}
        for body in chain(ministries(text, ends, self._fields), bodies(text, ends, bodies_end, self._fields)):
            known = self._termbase.longest_at(text, body.start)
            if known is None or known.type not in OF_OFFICE or len(known.zh) < len(body.zh) - 3:
                yield body
        named = [entry.entity(start, entry.zh) for start, entry in matches if entry.type is EntityType.PLACE]
        yield from institutes(text, named)
        yield from commissions(text, [entity for entity in named if "–" in entity.en], self._fields)
        yield from of_party
        bodies_named = named_entities(matches, EntityType.PLACE, EntityType.ORGANISATION)
        yield from chain(missions(text, bodies_named), residents(text, bodies_named))
        lenders = named_entities(matches, EntityType.PLACE, EntityType.PERSON)
        yield from localities(text, lenders, self._is_word)
        yield from routes(text, bodies_named, self._collisions.words_of, self._is_word)
        yield from former_offices(text, self._termbase)
        yield from variants(text, self._termbase)
        yield from find_quantities(text)
        yield from conferences(text, self._fields)
        yield from storms(text)
        for name in dotted_names(text, self._known_length, self._first_word, self._latin_of):
            longest = self._termbase.longest_at(text, name.start)
            if longest is None or len(longest.zh) < len(name.zh):
                yield self._without_middle(name)

    def _without_middle(self, name: Entity) -> Entity:
        """A name of three parts as the known person called by the first and the last."""
        first, *middle, last = parts_of(name.zh)
        entry = self._termbase.get(f"{first}·{last}") if middle and name.source == "pinyin" else None
        if entry is None or entry.type is not EntityType.PERSON:
            return name
        return entry.entity(name.start, name.zh)

    def _is_ordinary(self, entry: TermEntry) -> bool:
        """Whether a place or person is called like an ordinary word of ours: 广义."""
        if entry.type not in (EntityType.PLACE, EntityType.PERSON) or entry.status != SEED:
            return False
        senses = self._lexicon.get(entry.zh)
        return bool(senses) and senses[0].layer == CORE and not any(s.en[:1].isupper() for s in senses)

    def _is_word_besides(self, entry: TermEntry) -> bool:
        """Whether a person is called like something else in the dictionary: 长征 is the Long March."""
        if entry.type is not EntityType.PERSON or entry.status != SEED or len(entry.zh) != 2:
            return False
        senses = self._lexicon.get(entry.zh)
        english = fold(senses[0].en) if senses else ""
        return bool(english) and not any(fold(word) in english for en in entry.en for word in en.split(" "))

    def _misread(self, text: str, start: int, entry: TermEntry) -> bool:
        """Whether the entry's characters belong to other words here: 外交部 in 外交部门, 春水 in 潘春水."""
        end = start + len(entry.zh)
        if entry.type is EntityType.PERSON:
            place = self._termbase.get(text[start : end + 1])
            if place is not None and place.type is EntityType.PLACE and end < len(text):
                # 胡志明市 is no man.
                return True
            before = start > 0 and text[start - 1] in VIETNAMESE_SURNAMES
            return len(entry.zh) == 2 and (before or self._goes_on(text, end))
        if len(entry.zh) == 2:
            return False
        if text[end : end + 1] in LOCALISERS:
            # 奥运会上 is at the Games, though 会上 is a word.
            return False
        straddling = text[end - 1 : end + 1]
        return len(straddling) == 2 and self._is_word(straddling) and self._is_word(text[start : end - 1])

    def _goes_on(self, text: str, end: int) -> bool:
        """Whether a name of two characters has a third before a verb of saying: 宇 in 朴振宇表示."""
        if end + 1 == len(text) or (end + 1 < len(text) and text[end + 1] in "，。；、"):
            return HAN.match(text, end) is not None and not BEHIND.match(text, end)
        return (
            SPEECH.match(text, end + 1) is not None
            and not (BEHIND.match(text, end) or SPEECH.match(text, end))
            and not self._is_word(text[end : end + 2])
        )

    def _first_word(self, text: str) -> int:
        """The length of the first word of a text."""
        return self._segmenter.spans(text)[0][1]

    def _known_length(self, text: str, start: int) -> int:
        entry = self._termbase.longest_at(text, start)
        if entry is not None and entry.type is not EntityType.PERSON:
            spelled = (
                len(entry.zh) < 3 and SPELLED.issuperset(entry.zh) and entry.type is not EntityType.TITLE
            )
            return 0 if spelled and entry.type is not EntityType.PLACE else len(entry.zh)
        for length in (4, 3, 2):
            word = text[start : start + length]
            if self._is_word(word) and not SPELLED.issuperset(word):
                return length
        return 1 if text[start] in FUNCTION_CHARACTERS else 0

    def _latin_of(self, part: str) -> str:
        """The Latin form that the dictionary has for a name or a part of one."""
        senses = self._lexicon.get(part) if len(part) > 1 else ()
        english = senses[0].en.split(" or ")[0] if senses and senses[0].layer != CORE else ""
        return english if LATIN_NAME.fullmatch(english) and SPELLED.issuperset(part) else ""

    def _is_known(self, text: str) -> bool:
        return self._is_word(text) or self._termbase.get(text) is not None

    def _is_word(self, text: str) -> bool:
        senses = self._lexicon.get(text)
        return bool(senses) and (senses[0].layer == "core" or self._lexicon.frequencies.get(text, 0) >= 100)

    def _choose(self, text: str, candidates: Sequence[Entity]) -> list[Entity]:
        """The candidates on the likeliest path through the text's words."""
        at: dict[tuple[int, int], Entity] = {}
        for entity in candidates:
            at.setdefault((entity.start, entity.end), entity)
        spans = self._segmenter.spans(text, at)
        return [at[span] for span in spans if span in at]


def named_entities(matches: Iterable[tuple[int, TermEntry]], *kinds: EntityType) -> list[Entity]:
    """The termbase's matches of some types."""
    return [entry.entity(start, entry.zh) for start, entry in matches if entry.type in kinds]


def without_kind(place: TermEntry, start: int) -> Iterator[Entity]:
    """薄辽 of 薄辽省 before 省委, which needs the 省 for itself."""
    kinds = {"省": (" province", "tỉnh "), "市": (" city", "thành phố ")}
    if place.zh[-1] in kinds and len(place.zh) > 2:
        en, vi = kinds[place.zh[-1]]
        whole = place.entity(start, place.zh)
        yield replace(
            whole,
            zh=place.zh[:-1],
            end=whole.end - 1,
            en=whole.en.removesuffix(en),
            vi=whole.vi.removeprefix(vi),
        )


def goes_there(text: str, start: int, entry: TermEntry) -> bool:
    """Whether a country stands behind a word for going there: 美国 in 访美国, though 访美 is a word."""
    return entry.type is EntityType.PLACE and entry.zh[1:] == "国" and text[start - 1 : start] in GOING


def among_places(text: str, start: int, end: int, places: set[int]) -> bool:
    """Whether a place stands beside, joined by 、 or 和; ``places`` are where places begin or end."""
    return (text[start - 1 : start] in JOINTS and start - 1 in places) or (
        text[end : end + 1] in JOINTS and end + 1 in places
    )


def begins_a_name(text: str, entity: Entity) -> bool:
    """Whether a place is the surname of a Japanese whose given name follows: 福岛 in 福岛健二."""
    return entity.type is EntityType.PLACE and len(entity.zh) < japanese_length(text, entity.start)


def surroundings_of(text: str, entities: Iterable[Entity]) -> Surroundings:
    """What the known entities tell the search for names."""
    chosen = [entity for entity in entities if not begins_a_name(text, entity)]
    titles = [e for e in chosen if e.type is EntityType.TITLE]
    return Surroundings(
        text,
        frozenset(e.end for e in titles),
        frozenset(e.start for e in titles),
        frozenset(e.end for e in chosen if e.type is EntityType.PERSON),
        frozenset(i for e in chosen for i in range(e.start, e.end)),
        frozenset(i for e in chosen if e.type in NAMES for i in range(e.start, e.end)),
        frozenset(match.end() for match in CALLING.finditer(text)),
    )
