"""Required entities: what of a segment a draft must carry, in which forms, and where it does."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from translate.entities.demonyms import DEMONYMS
from translate.numbers import Day, dates, quantities
from translate.row import Entity, EntityType, Target

Span = tuple[int, int]
NAMED = frozenset(
    {EntityType.PERSON, EntityType.TITLE, EntityType.ORGANISATION, EntityType.PLACE, EntityType.EVENT}
)
COUNTED = frozenset({EntityType.NUMBER, EntityType.DATE})
USER = "user"
ARTICLES = ("the ", "a ", "an ")
# Names of countries that need no correcting into each other, and what is said of their people.
SAME = {
    Target.EN: {
        "United States": ("US", "U.S.", "America", "American", "the States"),
        "United Kingdom": ("UK", "Britain", "British", "England", "English"),
        "United Nations": ("UN", "U.N."), "Türkiye": ("Turkey",), "Afghanistan": ("Afghan",),
        "Soviet Union": ("Soviet", "USSR"), "Iceland": ("Icelandic",), "Europe": ("European",),
        "Africa": ("African",), "Asia": ("Asian",), "DPRK": ("North Korea", "North Korean"),
        "Republic of Korea": ("South Korea", "South Korean", "Korean", "ROK"), "Syria": ("Syrian",),
        "Palestine": ("Palestinian",), "Lebanon": ("Lebanese",), "Jordan": ("Jordanian",),
        "Libya": ("Libyan",),
        "Yemen": ("Yemeni",), "Sudan": ("Sudanese",), "Somalia": ("Somali",), "Kenya": ("Kenyan",),
        "Ethiopia": ("Ethiopian",), "Tanzania": ("Tanzanian",), "Ghana": ("Ghanaian",),
        "Haiti": ("Haitian",),
        "Georgia": ("Georgian",), "Timor-Leste": ("Timorese", "East Timor"), "Taiwan": ("Taiwanese",),
        "Colombia": ("Colombian",), "Ecuador": ("Ecuadorian",), "Bolivia": ("Bolivian",),
        "Myanmar": ("Burmese",),
        "Netherlands": ("Holland",), "Mekong River": ("Mekong",),
    },
    Target.VI: {
        "Hoa Kỳ": ("Mỹ",), "Australia": ("Úc",), "Vương quốc Anh": ("Anh",), "Italy": ("Ý", "Italia"),
        "Hungary": ("Hungari", "Hungaria"), "Hong Kong": ("Hồng Kông", "Hồng Công"),
        "Litva": ("Lithuania",),
        "UAE": ("Các Tiểu vương quốc Ả Rập Thống nhất",), "Liên Xô": ("Xô Viết", "Xô-viết"),
        "Campuchia": ("Cam-pu-chia",), "Singapore": ("Xinh-ga-po",), "Indonesia": ("In-đô-nê-xi-a",),
        "Liên bang Nga": ("Nga",), "Triều Tiên": ("CHDCND Triều Tiên", "Bắc Triều Tiên"),
        "Liên minh châu Âu": ("EU",), "Liên hợp quốc": ("LHQ", "Liên Hiệp Quốc"),
        "sông Mekong": ("Mekong",),
    },
}  # fmt: skip
# What a Vietnamese name may stand without: bang Florida, tỉnh Ninh Bình.
KIND = re.compile(
    r"(?:bang|tỉnh|thành phố|tờ|báo|hãng thông tấn|đảo|sông|hồ|núi|quận|huyện|thị xã) (?=[^\W\d_])"
)


@dataclass(frozen=True, slots=True)
class Need:
    """An entity that the draft must carry.

    ``start`` and ``end`` are offsets in the text that is decoded; both -1 where it does not stand
    there. ``forms`` are the accepted renderings, the preferred one first.
    """

    zh: str
    type: EntityType
    role: str
    start: int
    end: int
    forms: tuple[str, ...]

    @property
    def rendering(self) -> str:
        """The preferred form."""
        return self.forms[0]

    @property
    def source(self) -> Span:
        """Where it stands in the text that is decoded."""
        return self.start, self.end


def needs_of(entities: Sequence[Entity], target: Target) -> list[Need]:
    """What a draft must carry of these entities: names, numbers, dates, a person's own terms."""
    needs = []
    for entity in entities:
        if not entity.rendering(target).strip():
            continue
        if entity.type in COUNTED and not is_exact(entity.rendering(target), target):
            continue
        if entity.type in NAMED or entity.type in COUNTED or entity.source == USER:
            forms = dict.fromkeys(form for form in entity.renderings(target) if form.strip())
            needs.append(Need(entity.zh, entity.type, entity.role, entity.start, entity.end, tuple(forms)))
    return needs


def is_exact(rendering: str, target: Target) -> bool:
    """Whether a number or date says something that can be looked up: not ``hundreds`` or ``yesterday``."""
    return bool(quantities(rendering, target) or dates(rendering, target))


def missing(needs: Sequence[Need], draft: str, target: Target) -> list[Need]:
    """The needs that a draft does not carry, each once; numbers as often as the segment has them."""
    lacking: list[Need] = []
    seen: set[tuple[str, tuple[str, ...]]] = set()
    wanted: Counter[Decimal] = Counter()
    have = Counter(quantity.value for quantity in quantities(draft, target))
    for need in needs:
        if need.type is EntityType.NUMBER:
            wanted.update(q.value for q in quantities(need.rendering, target))
            if not has_numbers(need, wanted, have, draft, target):
                lacking.append(need)
        elif (need.zh, need.forms) not in seen:
            seen.add((need.zh, need.forms))
            if not found(need, draft, target):
                lacking.append(need)
    return lacking


def has_numbers(
    need: Need, wanted: Counter[Decimal], have: Counter[Decimal], draft: str, target: Target
) -> bool:
    """Whether the numbers of a need are there, in figures where it has figures."""
    own = quantities(need.rendering, target)
    if any(have[quantity.value] < wanted[quantity.value] for quantity in own):
        return False
    figures = {q.value for q in quantities(draft, target) if q.digits}
    return all(quantity.value in figures for quantity in own if quantity.digits)


def found(need: Need, draft: str, target: Target) -> list[Span]:
    """Where an accepted form of a need stands in a draft. Empty if it is not carried."""
    if need.type is EntityType.NUMBER:
        own = {q.value for q in quantities(need.rendering, target)}
        return [(q.start, q.end) for q in quantities(draft, target) if q.value in own]
    if need.type is EntityType.DATE:
        return found_date(need, draft, target)
    text = folded(draft) if folds(need, target) else draft
    spans: list[Span] = []
    for form in accepted(need, target):
        wanted = folded(form) if folds(need, target) else form
        for match in pattern(wanted, target, need.type is EntityType.PERSON).finditer(text):
            if is_common(need, form, draft[match.start() : match.end()]):
                continue
            if not any(start < match.end() and match.start() < end for start, end in spans):
                spans.append(match.span())
    return sorted(spans)


def is_common(need: Need, form: str, text: str) -> bool:
    """Whether a word is no name although it is spelled like one: turkey, china, màu hồng."""
    return need.type is EntityType.PLACE and form[:1].isupper() and text.isalpha() and text.islower()


def found_date(need: Need, draft: str, target: Target) -> list[Span]:
    """Where a date stands in a draft, however it is written; a year alone is a number."""
    literal = [m.span() for m in pattern(need.rendering, target, False).finditer(draft)]
    if literal:
        return literal
    wanted = whole_date(need.rendering, target)
    if wanted is not None:
        return [(day.start, day.end) for day in dates(draft, target) if day.fits(wanted)]
    numbers = {q.value for q in quantities(need.rendering, target)}
    months = {day.month for day in dates(need.rendering, target)}
    here = [q for q in quantities(draft, target) if q.value in numbers]
    if numbers <= {q.value for q in here} and months <= {day.month for day in dates(draft, target)}:
        return [(q.start, q.end) for q in here] or [(0, 0)]
    return []


def whole_date(rendering: str, target: Target) -> Day | None:
    """The date a rendering consists of; None where there is more in it, or less."""
    days = dates(rendering, target)
    if len(days) != 1:
        return None
    rest = rendering[: days[0].start] + rendering[days[0].end :]
    return None if re.search(r"\d", rest) else days[0]


def has_date(need: Need, target: Target) -> bool:
    """Whether it is a date with a month, written as one."""
    return whole_date(need.rendering, target) is not None


def accepted(need: Need, target: Target) -> list[str]:
    """All forms that are right, with the adjectives of countries and without articles."""
    forms = [bare(form) for form in need.forms]
    if need.type in (EntityType.PLACE, EntityType.ORGANISATION):
        forms += [more for form in need.forms for more in SAME[target].get(form, ())]
        if target is Target.EN:
            forms += [DEMONYMS[form] for form in need.forms if form in DEMONYMS]
        else:
            forms += [rest for form in need.forms if (rest := KIND.sub("", form, count=1))[:1].isupper()]
    return list(dict.fromkeys(forms))


def bare(form: str) -> str:
    """A form without its article."""
    lower = form.lower()
    return next((form[len(article) :] for article in ARTICLES if lower.startswith(article)), form)


def folds(need: Need, target: Target) -> bool:
    """Whether diacritics are no matter: in English, but for people's names."""
    return target is Target.EN and need.type is not EntityType.PERSON


@lru_cache(maxsize=4096)
def pattern(form: str, target: Target, person: bool) -> re.Pattern[str]:
    """Matches a form, as one or many, with any spaces and hyphens between its words."""
    words = [re.escape(word) for word in re.split(r"[\s\-–]+", form) if word]
    body = r"[\s\-–]+".join(words)
    if target is Target.EN and not person and form[-1:].isalpha():
        body = many(body, form)
    short = form.isupper() and len(form) <= 5
    flags = re.NOFLAG if person or short else re.IGNORECASE
    before = r"(?<!\w)" if form[:1].isalnum() else ""
    behind = r"(?!\w)" if form[-1:].isalnum() else ""
    return re.compile(before + body + behind, flags)


def many(body: str, form: str) -> str:
    """The pattern of an English form as one or many."""
    if form.endswith("s") and not form.endswith("ss"):
        return f"{body}?"
    if form.endswith("y") and form[-2:-1] not in "aeiou":
        return f"{body[:-1]}(?:y|ies)"
    return f"{body}(?:e?s)?"


def folded(text: str) -> str:
    """The text without diacritics, of the same length."""
    return "".join(fold_one(character) for character in text)


@lru_cache(maxsize=4096)
def fold_one(character: str) -> str:
    """A letter without its diacritics; anything else as it is."""
    if character in "đĐ":
        return "dD"["đĐ".index(character)]
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isalpha() and base.isascii() else character
