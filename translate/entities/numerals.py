"""Numbers: from Chinese digits and numerals to values, from values to English and Vietnamese."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from translate.row import Target

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
WORDS = {
    Target.EN: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    Target.VI: ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"],
}
SCALES = {
    Target.EN: ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")),
    Target.VI: ((10**12, "nghìn tỷ"), (10**9, "tỷ"), (10**6, "triệu")),
}
DECIMAL_COMMA = re.compile("([0-9]),([0-9]{1,2})(?![0-9])")
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
FULLWIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")


def value_of(numeral: str) -> Decimal | None:
    """The value of a numeral such as 6800亿, 32.8, 1,250, 三十四, 1.2万 or 二〇二五; None if it is none."""
    text = numeral.translate(FULLWIDTH)
    # 12,5万 has the comma of Vietnam for a point.
    text = DECIMAL_COMMA.sub(r"\1.\2", text).replace(",", "")
    text = "".join(text.split())
    if not text:
        return None
    total = Decimal(0)
    rest = text
    while rest:
        cut = next((i for i, c in enumerate(rest) if c in MYRIADS), None)
        head, scale, rest = (
            (rest, 1, "") if cut is None else (rest[:cut], MYRIADS[rest[cut]], rest[cut + 1 :])
        )
        # 万亿 is one scale: ten thousand times a hundred million.
        while rest and rest[0] in MYRIADS:
            scale, rest = scale * MYRIADS[rest[0]], rest[1:]
        part = small_value(head) if head else Decimal(1)
        if part is None:
            return None
        total += part * scale
    return total


def small_value(text: str) -> Decimal | None:
    """The value of a numeral without 万 and 亿: 1234.5, 三百二十, 5百, 二〇二五."""
    try:
        return Decimal(text) if text[0].isascii() else chinese_value(text)
    except InvalidOperation:
        return digits_and_tens(text)


def digits_and_tens(text: str) -> Decimal | None:
    """Digits with a Chinese ten behind them: 5百, 3.5千."""
    number, unit = text[:-1], text[-1]
    try:
        return Decimal(number) * TENS[unit] if unit in TENS else None
    except InvalidOperation:
        return None


def chinese_value(text: str) -> Decimal | None:
    """The value of numerals such as 三百二十五, 十四, 二〇二五."""
    if any(c not in DIGITS and c not in TENS for c in text):
        return None
    if not any(c in TENS for c in text):
        return Decimal("".join(str(DIGITS[c]) for c in text))
    total, digit = 0, None
    for c in text:
        if c in TENS:
            total += (1 if digit is None else digit) * TENS[c]
            digit = None
        elif digit:
            # 三四十 is no number, but thirty or forty.
            return None
        else:
            digit = DIGITS[c]
    return Decimal(total + (digit or 0))


def neighbours(numeral: str) -> tuple[int, int] | None:
    """The two values of a numeral that leaves open which it is: 七八 as 7 and 8, 三四十 as 30 and 40."""
    teens = re.fullmatch("([一二三四五六七八九]?)十([一二三四五六七八])([二三四五六七八九])", numeral)
    if teens and DIGITS[teens[3]] == DIGITS[teens[2]] + 1:
        tens = 10 * (DIGITS[teens[1]] if teens[1] else 1)
        return tens + DIGITS[teens[2]], tens + DIGITS[teens[3]]
    match = re.fullmatch("([一二两三四五六七八九])([两二三四五六七八九])([十百千万亿]*)", numeral)
    if not match or DIGITS[match[2]] not in (DIGITS[match[1]] + 1, 5 if match[1] == "三" else 0):
        return None
    scale = value_of(f"一{match[3]}") or Decimal(1)
    return int(DIGITS[match[1]] * scale), int(DIGITS[match[2]] * scale)


def format_number(value: Decimal, target: Target, *, scaled: bool) -> str:
    """A value as the language writes it: 680 billion, 32.8, 1,250 / 680 tỷ, 32,8, 1.250.

    ``scaled`` says that the source used 万 or 亿, so that millions and more are put in words.
    """
    if scaled:
        for scale, word in SCALES[target]:
            if abs(value) >= scale:
                return f"{with_separators(value / scale, target)} {word}"
    return with_separators(value, target)


def with_separators(value: Decimal, target: Target) -> str:
    """A value in digits, grouped by thousands, with the language's marks (1,250.5 / 1.250,5)."""
    text = f"{value:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text if target is Target.EN else text.translate(str.maketrans(",.", ".,"))


def in_words(value: int, target: Target) -> str:
    """A small count in words, from 0 to 10; digits beyond."""
    return WORDS[target][value] if 0 <= value <= 10 else with_separators(Decimal(value), target)


def ordinal(value: int, target: Target) -> str:
    """31 as ``31st`` or ``thứ 31``."""
    if target is Target.VI:
        return f"thứ {value}"
    suffix = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{suffix}"


def roman(number: int) -> str:
    """A number below 40 in Roman numerals, as Vietnamese counts congresses and quarters."""
    digits = ""
    for value, sign in ROMAN:
        digits += sign * (number // value)
        number %= value
    return digits
