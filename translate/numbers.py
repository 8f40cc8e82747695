"""Numbers and dates in a draft, with their values: 3.28 billion and 32.8 billion are not the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from translate.row import Target

Span = tuple[int, int]
SCALES = {
    Target.EN: {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    Target.VI: {
        "nghìn tỷ": 10**12, "nghìn tỉ": 10**12, "ngàn tỷ": 10**12, "trăm": 100, "nghìn": 10**3, "ngàn": 10**3,
        "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
    },
}  # fmt: skip
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)
DIGITS = "không một hai ba bốn năm sáu bảy tám chín mười"
FIRSTS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
SPELLED = {Target.EN: ONES.split(), Target.VI: DIGITS.split()}
ORDINALS = FIRSTS.split()
# "a", "một", "năm" (a year, too) and ordinals that are everyday words say too little to be numbers.
VAGUE = frozenset({"zero", "one", "second", "không", "một", "ba", "năm", "zeroth", "first"})
NUMBER = {
    Target.EN: re.compile(
        r"(?<![\w.,])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
        r"(?:(?P<ordinal>st|nd|rd|th)\b|(?:[ -](?P<scale>hundred|thousand|million|billion|trillion)s?\b)?)",
        re.IGNORECASE,
    ),
    Target.VI: re.compile(
        r"(?<![\w.,])(?P<digits>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
        r"(?P<ordinal>(?!))?(?: (?P<scale>(?:nghìn|ngàn) t[ỷỉ]|trăm|nghìn|ngàn|triệu|t[ỷỉ])\b)?",
        re.IGNORECASE,
    ),
}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
MONTH = (
    "(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?:\\.(?= \\d))?"
)
DATES = {
    Target.EN: (
        re.compile(
            rf"\b(?:(?:the )?(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?{MONTH}"
            r"(?: (?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|\.\d))?(?:,? (?:of )?(?P<year>\d{4})\b)?"
        ),
    ),
    Target.VI: (
        re.compile(
            r"\b(?:(?:ngày|hôm) )?(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?:[/-](?P<year>\d{4}))?\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:(?:ngày |hôm )?(?P<day>\d{1,2}) )?tháng (?P<month>\d{1,2})"
            r"(?:/(?P<year>\d{4})|(?: năm (?P<year2>\d{4})))?\b",
            re.IGNORECASE,
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text with its value; ``digits`` tells whether it is written in figures."""

    value: Decimal
    start: int
    end: int
    digits: bool = True


@dataclass(frozen=True, slots=True)
class Day:
    """A date in a text; what it leaves out is 0."""

    year: int
    month: int
    day: int
    start: int
    end: int

    def fits(self, other: Day) -> bool:
        """Whether it says all that ``other`` says."""
        pairs = ((other.year, self.year), (other.month, self.month), (other.day, self.day))
        return all(wanted in (0, have) for wanted, have in pairs)


def quantities(text: str, target: Target) -> list[Quantity]:
    """All numbers of a text in order."""
    return list(all_quantities(text, target))


# Ladder and checks ask several times in succession about the same draft.
@lru_cache(maxsize=64)
def all_quantities(text: str, target: Target) -> tuple[Quantity, ...]:
    """The same, remembered for a while."""
    group, point = (",", ".") if target is Target.EN else (".", ",")
    found = []
    for match in NUMBER[target].finditer(text):
        plain = match["digits"].replace(group, "").replace(point, ".")
        scale = SCALES[target].get((match["scale"] or "").lower(), 1)
        found.append(Quantity(Decimal(plain) * scale, *match.span()))
    found += [q for q in spelled(text, target) if not any(q.start < o.end and o.start < q.end for o in found)]
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def spelled(text: str, target: Target) -> Iterator[Quantity]:
    """Numbers in words, up to twenty, and with a scale: three, tenth, five million."""
    pattern, words = number_words(target)
    for match in pattern.finditer(text):
        value = words[match[1].lower()] * SCALES[target].get((match[2] or "").lower(), 1)
        yield Quantity(Decimal(value), *match.span(), False)


@cache
def number_words(target: Target) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """The pattern of numbers in words, with a scale or without, and the value of each word."""
    words = {word: n for n, word in enumerate(SPELLED[target]) if word not in VAGUE}
    if target is Target.EN:
        words |= {word: n for n, word in enumerate(ORDINALS) if word not in VAGUE}
    scales = sorted(SCALES[target], key=len, reverse=True)
    pattern = rf"\b({'|'.join(words)})(?:[ -]({'|'.join(scales)}))?\b"
    return re.compile(pattern, re.IGNORECASE), words


def dates(text: str, target: Target) -> list[Day]:
    """All dates of a text that name a month, in order."""
    found: list[Day] = []
    for pattern in DATES[target]:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            month = groups["month"]
            number = int(month) if month.isdigit() else month_number(month)
            year = int(groups.get("year") or groups.get("year2") or 0)
            day = int(groups.get("day") or groups.get("before") or 0)
            if month == "May" and not (day or year):
                continue
            if not any(match.start() < known.end and known.start < match.end() for known in found):
                found.append(Day(year, number, day, *match.span()))
    return sorted(found, key=lambda one: one.start)


def month_number(name: str) -> int:
    """1 for January, Jan and so on."""
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))
