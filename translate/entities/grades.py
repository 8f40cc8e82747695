"""Grades: what a figure makes of the thing behind it: four-star, 50-kg, 200,000-tonne."""

from __future__ import annotations

import re

from translate.entities.figures import (
    EN,
    HAN_DIGIT,
    NOT_INSIDE,
    NUMERAL,
    VI,
    Finder,
    entity_of,
    integer,
    number_text,
)
from translate.entities.numerals import WORDS, in_words, value_of
from translate.row import Entity, EntityType

SMALL = rf"(?:[0-9]{{1,2}}|[{HAN_DIGIT}十]{{1,2}})"
STARS = re.compile(
    r"(?<![0-9一二三四五六七])(?P<number>[一二三四五六七]|[1-7])星级?(?=酒店|宾馆|饭店|度假|标准|级)"
)
WEIGHT = re.compile(rf"{NOT_INSIDE}(?P<number>[0-9]{{2,3}})公斤级")
TONNAGE = re.compile(rf"{NOT_INSIDE}(?P<number>{NUMERAL})吨级")
TRIP = re.compile(rf"{NOT_INSIDE}(?P<days>{SMALL})天(?P<nights>{SMALL})[夜晚](?![上间会报期点])")
TOLL = re.compile(
    rf"{NOT_INSIDE}(?P<dead>[0-9]{{1,5}}|[{HAN_DIGIT}十]{{1,3}})死(?P<hurt>[0-9]{{1,5}}|[{HAN_DIGIT}十]{{1,3}})伤"
)
PLACES = {
    "北纬": ("north latitude", "vĩ Bắc"),
    "南纬": ("south latitude", "vĩ Nam"),
    "东经": ("east longitude", "kinh Đông"),
    "西经": ("west longitude", "kinh Tây"),
}
DEGREES = re.compile(rf"(?P<side>{'|'.join(PLACES)})(?P<number>[0-9]{{1,3}}(?:\.[0-9]{{1,4}})?)度线?")


AWARDS = r"勋章|奖章|奖状|[^\W\d]{2,6}(?:勋章|奖章)"
# 一级 and 1等 before an order; several in a row stand before it once.
CLASS = r"(?:[1-3]|[一二三])[等级]"
CLASSES = re.compile(rf"{NOT_INSIDE}(?P<classes>{CLASS}(?:[、和与及]+{CLASS}){{0,2}})(?=(?:{AWARDS}))")
RANKS = {"1": ("first", "Nhất"), "2": ("second", "Nhì"), "3": ("third", "Ba")}
MEDALS = {"金": ("gold", "Vàng"), "银": ("silver", "Bạc"), "铜": ("bronze", "Đồng")}
MEDAL = rf"(?:[0-9]{{1,3}}|[{HAN_DIGIT}十]{{1,3}})枚?[金银铜]牌?"
WON = re.compile(rf"{NOT_INSIDE}(?P<medals>{MEDAL}(?:[、，和与]?{MEDAL}){{1,2}})(?![属器行色钱币矿])")
ONE_KIND = re.compile(rf"(?P<number>[0-9]{{1,3}}|[{HAN_DIGIT}十]{{1,3}})枚?(?P<metal>[金银铜])")


def classes(match: re.Match[str]) -> Entity:
    """一级 before 劳动勋章, 1等、2等和3等 before 独立勋章."""
    found = [RANKS[str(integer(c))] for c in re.findall("[1-3一二三]", match["classes"])]
    (*en, last), (*vi, cuoi) = (list(names) for names in zip(*found, strict=True))
    english = f"{', '.join(f'{name}-' for name in en)} and {last}-class" if en else f"{last}-class"
    vietnamese = f"hạng {', '.join(vi)} và {cuoi}" if vi else f"hạng {cuoi}"
    return grade(match, english, vietnamese)


def medals(match: re.Match[str]) -> Entity | None:
    """3金2银1铜."""
    found = [(integer(m["number"]), MEDALS[m["metal"]]) for m in ONE_KIND.finditer(match["medals"])]
    if not all(number for number, _ in found):
        return None
    en, vi = [f"{n} {m[0]}" for n, m in found], [f"{n} huy chương {m[1]}" for n, m in found]
    english = (
        f"{', '.join(en[:-1])} and {en[-1]} {'medals' if sum(n or 0 for n, _ in found) > 1 else 'medal'}"
    )
    return entity_of(match, EntityType.NUMBER, english, f"{', '.join(vi[:-1])} và {vi[-1]}", "amount")


def stars(match: re.Match[str]) -> Entity | None:
    """四星级 before 酒店."""
    number = integer(match["number"])
    if number is None:
        return None
    return grade(match, f"{WORDS[EN][number]}-star", f"{number} sao")


def weight(match: re.Match[str]) -> Entity:
    """50公斤级."""
    return grade(match, f"{match['number']}-kg", f"hạng {match['number']} kg")


def tonnage(match: re.Match[str]) -> Entity | None:
    """20万吨级."""
    value = value_of(match["number"])
    if value is None:
        return None
    en, vi = (number_text(match["number"], value, target) for target in (EN, VI))
    return grade(match, f"{en}-tonne", f"{vi} tấn")


def grade(match: re.Match[str], en: str, vi: str) -> Entity:
    """What stands before its noun in English, behind it in Vietnamese."""
    return entity_of(match, EntityType.NUMBER, en, vi, "grade")


def trip(match: re.Match[str]) -> Entity | None:
    """五天四夜, 3天2晚."""
    days, nights = integer(match["days"]), integer(match["nights"])
    if not days or not nights or abs(days - nights) > 1:
        return None
    units = "day" if days == 1 else "days", "night" if nights == 1 else "nights"
    en = f"{in_words(days, EN)} {units[0]} and {in_words(nights, EN)} {units[1]}"
    return entity_of(match, EntityType.NUMBER, en, f"{days} ngày {nights} đêm", "amount")


def toll(match: re.Match[str]) -> Entity | None:
    """1死2伤."""
    dead, hurt = integer(match["dead"]), integer(match["hurt"])
    if dead is None or hurt is None:
        return None
    en, vi = f"{dead} dead and {hurt} injured", f"{dead} người chết và {hurt} người bị thương"
    return entity_of(match, EntityType.NUMBER, en, vi, "amount")


def degrees(match: re.Match[str]) -> Entity:
    """北纬17度."""
    en, vi = PLACES[match["side"]]
    number = match["number"]
    return entity_of(
        match, EntityType.NUMBER, f"{number} degrees {en}", f"{number.replace('.', ',')} độ {vi}", "amount"
    )


FINDERS: tuple[Finder, ...] = (
    (CLASSES, classes),
    (WON, medals),
    (STARS, stars),
    (WEIGHT, weight),
    (TONNAGE, tonnage),
    (TRIP, trip),
    (TOLL, toll),
    (DEGREES, degrees),
)
