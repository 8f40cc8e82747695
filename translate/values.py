"""The numbers a text says, however it writes them, and whether a draft says those that it should.

Compared are values: 680 billion is not 680 million, but fifteen is 15 and three decades are 30 years.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from translate.entities.numerals import value_of
from translate.numbers import dates, quantities
from translate.row import Entity, EntityType, Target

EN, VI = Target.EN, Target.VI
# Words that a careful look-up leaves out because they say little; who asks for 1 is content with them.
SMALL = {
    EN: {
        "one": 1,
        "once": 1,
        "first": 1,
        "single": 1,
        "twice": 2,
        "second": 2,
        "both": 2,
        "third": 3,
        "half": 50,
    }
    | {"quarter": 25, "dozen": 12},
    VI: {"một": 1, "mốt": 1, "nhất": 1, "nhì": 2, "đôi": 2, "ba": 3, "tư": 4, "năm": 5, "lăm": 5, "rưỡi": 5}
    | {"tá": 12, "nửa": 50},
}
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
ONES = "one two three four five six seven eight nine".split()
ORDINAL_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
ENGLISH_TENS = {word: 10 * n for n, word in enumerate(TENS, 2)} | {
    word: 10 * n for n, word in enumerate(ORDINAL_TENS, 2)
}
ENGLISH_ONES = {word: n for n, word in enumerate(ONES, 1)} | {
    word: n for n, word in enumerate(ORDINAL_ONES, 1)
}
VIETNAMESE_ONES = "không một hai ba bốn năm sáu bảy tám chín".split()
SCALES = {
    EN: {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12},
    VI: {"trăm": 2, "nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9, "nghìn tỷ": 12, "nghìn tỉ": 12},
}  # fmt: skip
SHORT_SCALES = {"k": 3, "mn": 6, "mln": 6, "m": 6, "bn": 9, "b": 9, "tn": 12, "trn": 12}
SHORT = re.compile(r"(?<![\w.,])(\d+(?:,\d{3})*(?:\.\d+)?) ?(k|mln|mn|m|bn|b|trn|tn)\b", re.IGNORECASE)
# The scale behind a range or a list belongs to all of it: between 3 and 5 million.
RANGE = {
    EN: re.compile(
        r"(\d+(?:,\d{3})*(?:\.\d+)?)(?: ?[-–—~] ?| to | and | or )[^\w\s]?\d+(?:,\d{3})*(?:\.\d+)?[ -]"
        r"(hundred|thousand|million|billion|trillion)\b",
        re.IGNORECASE,
    ),
    VI: re.compile(
        r"(\d+(?:\.\d{3})*(?:,\d+)?)(?: ?[-–—~] ?| đến | tới | và | hoặc | hay )\d+(?:\.\d{3})*(?:,\d+)? "
        r"((?:nghìn|ngàn) t[ỷỉ]|trăm|nghìn|ngàn|triệu|t[ỷỉ])\b",
        re.IGNORECASE,
    ),
}
ROMAN = re.compile(r"\b(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b")
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
TIME = re.compile(r"\b(\d{1,2})(?:[:h.](\d\d)| giờ(?: (\d\d)\b)?)(?=\D|$)")
POINTED = re.compile(r"\b(\d{1,2})\.(\d\d)(?=\s*[ap]\.?m\b)", re.IGNORECASE)
CLOCK = re.compile(r"\b(\d{1,2}):(\d\d)\b")
VIETNAMESE_MONTHS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười một": 11, "mười hai": 12, "chạp": 12, "mười": 10,
}  # fmt: skip
SPELLED_MONTH = re.compile(rf"\btháng ({'|'.join(sorted(VIETNAMESE_MONTHS, key=len, reverse=True))})\b", re.I)
NUMERAL = re.compile(r"[\d〇零一二三四五六七八九十百千万亿兆两.,]*[\d〇零一二三四五六七八九十百千万亿兆两]")
FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
DECADE = re.compile(r"\bnăm (\d0) (?:của )?thế kỷ (\d{1,2})\b")
# Other units for the same: a word of the draft, and by how much its number is smaller.
UNITS = (
    (re.compile(r"met(?:re|er)s?\b|mét\b|\bm\d?\b", re.I), re.compile(r"kilomet|km", re.I), 1000),
    (re.compile(r"\bkg\b|kilograms?\b", re.I), re.compile(r"\bton(?:ne)?s?\b|tấn", re.I), 1000),
    (re.compile(r"years?\b|\bnăm\b", re.I), re.compile(r"decades?\b|thập (?:kỷ|niên)", re.I), 10),
    (re.compile(r"years?\b|\bnăm\b", re.I), re.compile(r"centur|thế kỷ", re.I), 100),
    (re.compile(r"%"), re.compile(r"\btimes\b|fold\b|\blần\b", re.I), 100),
)
PERCENT = re.compile(r"%|\bper ?cent\b|\bpercentage|\bpct\b|phần trăm", re.I)
POINTS = re.compile(
    r"percentage[ -]points?\b|\bpp\b|\bppts?\b|điểm (?:phần trăm|%)|% points?\b|basis points?", re.I
)
PARTS = re.compile(
    r"\bhalf\b|\bquarters?\b|\bthirds?\b|\btwice\b|doubl|tripl|nửa|gấp|\btimes\b|-fold|\blần\b", re.I
)
CURRENCIES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bUSD\b|\bUS\$|\$|\bdollars?\b|đô[ -]?la",
        r"\bVND\b|\bdongs?\b|\bđồng\b|₫",
        r"\bEUR\b|\beuros?\b|€|\bơ-rô\b",
        r"\bRMB\b|\bCNY\b|\byuan\b|\brenminbi\b|¥|nhân dân tệ|\btệ\b",
        r"\bJPY\b|\byen\b|¥|\byên\b",
        r"\bGBP\b|\bpounds?\b|£|\bbảng\b",
        r"\bKRW\b|\bwon\b|₩",
        r"\bTHB\b|\bbaht\b|\bbạt\b",
        r"\bLAK\b|\bkips?\b",
    )
)


def said(text: str, target: Target) -> Counter[Decimal]:
    """All values that a text can be read to say, with how often. Generous: a number may count twice."""
    values = Counter(quantity.value for quantity in quantities(text, target))
    values.update(in_words(text, target))
    values.update(in_short(text, target))
    for match in RANGE[target].finditer(text):
        group, point = (",", ".") if target is EN else (".", ",")
        number = Decimal(match[1].replace(group, "").replace(point, "."))
        values[number.scaleb(SCALES[target].get(match[2].lower(), 0))] += 1
    for match in ROMAN.finditer(text):
        values[Decimal(roman(match[0]))] += 1
    for match in TIME.finditer(text):
        values.update(Decimal(part) for part in match.groups() if part)
        values[Decimal((int(match[1]) + 12) % 24)] += 1
    return values


def in_words(text: str, target: Target) -> Iterator[Decimal]:
    """Numbers in words that ``quantities`` does not read, also with a scale: thirty, eighty-eight, dozen."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    ends = SCALES[target]
    for number, word in enumerate(words):
        after = words[number + 1] if number + 1 < len(words) else ""
        found = SMALL[target].get(word)
        if target is EN:
            before = ENGLISH_TENS.get(words[number - 1], 0) if number else 0
            if word in ENGLISH_TENS:
                found = ENGLISH_TENS[word]
            elif before and word in ENGLISH_ONES:
                found = before + ENGLISH_ONES[word]
            elif word in ("a", "an") and after in ends:
                found = 1
        elif word == "đầu" and after == "tiên":
            found = 1
        elif word in ("mười", "mươi", "chục"):
            ten = (
                VIETNAMESE_ONES.index(words[number - 1])
                if number and words[number - 1] in VIETNAMESE_ONES
                else 1
            )
            found = 10 * (ten or 1)
            unit = VIETNAMESE_ONES.index(after) if after in VIETNAMESE_ONES else SMALL[VI].get(after, 0)
            if 0 < unit < 10:
                yield Decimal(found + unit)
        if found is not None:
            yield Decimal(found)
            if after in ends:
                yield Decimal(found).scaleb(ends[after])
        elif word in ("decade", "decades", "century", "centuries"):
            yield Decimal(10 if word.startswith("d") else 100)


def in_short(text: str, target: Target) -> Iterator[Decimal]:
    """Numbers with a short English scale: $6.8bn, 120k."""
    if target is EN:
        for match in SHORT.finditer(text):
            yield Decimal(match[1].replace(",", "")).scaleb(SHORT_SCALES[match[2].lower()])


def roman(numeral: str) -> int:
    """The value of a Roman numeral."""
    digits = [ROMAN_DIGITS[letter] for letter in numeral]
    return sum(-d if d < max(digits[i + 1 :], default=0) else d for i, d in enumerate(digits))


def lacks_values(draft: str, entities: Sequence[Entity], target: Target) -> bool:
    """Whether a number or date of the entities is not in a draft, or not as often as in the segment."""
    counted = [entity for entity in entities if entity.type in (EntityType.NUMBER, EntityType.DATE)]
    if not counted:
        return False
    have = said(draft, target)
    wanted: Counter[Decimal] = Counter()
    for entity in counted:
        rendering = entity.rendering(target)
        if entity.type is EntityType.DATE and lacks_date(rendering, draft, target):
            return True
        clock = CLOCK.search(rendering)
        plain = (
            CLOCK.sub(lambda m: m[1] if m[2] == "00" else f"{m[1]} {int(m[2])}", rendering)
            if clock
            else rendering
        )
        if (decade := DECADE.search(rendering)) and have[Decimal(decade_of(decade))]:
            continue
        for quantity in quantities(plain, target):
            value = quantity.value
            # A year or a day that the segment has twice is said once in a good sentence.
            wanted[value] += 1 if entity.type is EntityType.NUMBER or not wanted[value] else 0
            if have[value] < wanted[value] and not in_other_units(value, rendering, draft, have):
                return True
    return False


def lacks_date(rendering: str, draft: str, target: Target) -> bool:
    """Whether a draft does not have the one date with a month that a rendering has: 5/3 is not 3/5."""
    days = dates(rendering, target)
    if len(days) != 1 or any(day.fits(days[0]) for day in dates(draft, target)):
        return False
    if target is EN:
        return True
    months = {VIETNAMESE_MONTHS[m[1].lower()] for m in SPELLED_MONTH.finditer(draft)}
    return days[0].month not in months


def decade_of(match: re.Match[str]) -> int:
    """The first year of a decade that is told by its century: the seventies of the 20th are 1970."""
    return 100 * (int(match[2]) - 1) + int(match[1])


def in_other_units(value: Decimal, rendering: str, draft: str, have: Counter[Decimal]) -> bool:
    """Whether a draft says a value in a larger unit: 160,000 metres as 160 km, 30 years as three decades."""
    return any(
        own.search(rendering) and other.search(draft) and have[value / factor] > 0
        for own, other, factor in UNITS
    )


def wrong_kind(draft: str, entities: Sequence[Entity], target: Target) -> bool:
    """Whether a draft has lost what its numbers count: percent, percentage points, a currency."""
    renderings = [e.rendering(target) for e in entities if e.type is EntityType.NUMBER]
    points = sum(len(POINTS.findall(rendering)) for rendering in renderings)
    have = len(POINTS.findall(draft))
    if bool(points) != bool(have):
        return True
    if any("%" in rendering for rendering in renderings) and not (
        PERCENT.search(draft) or PARTS.search(draft)
    ):
        return True
    for currency in CURRENCIES:
        if any(currency.search(rendering) for rendering in renderings) and not currency.search(draft):
            return True
    return False


def made_up(text: str, draft: str, entities: Sequence[Entity], target: Target) -> bool:
    """Whether a draft has figures that nothing in the segment accounts for."""
    own = figures_of(text)
    # 8.30 p.m. is no decimal, and 11:00 no nought.
    plain = POINTED.sub(r"\1:\2", draft)
    new = [
        quantity
        for quantity in quantities(plain, target)
        if quantity.digits and quantity.value and bare(plain[quantity.start : quantity.end]) not in own
    ]
    if not new:
        return False
    known = Counter(value for m in NUMERAL.finditer(text) if (value := value_of(m[0])) is not None)
    for entity in entities:
        for form in entity.renderings(target):
            known.update(said(form, target))
    return any(not known[quantity.value] for quantity in new)


def figures_of(text: str) -> frozenset[str]:
    """The numbers a source has in figures, without the marks inside them."""
    return frozenset(bare(match[0]) for match in FIGURES.finditer(text))


def bare(number: str) -> str:
    """The figures at the beginning of a number alone, in ASCII: 1250 for 1,250 million."""
    match = FIGURES.match(number)
    return "".join(str(int(c)) for c in match[0] if c.isdecimal()) if match else ""
