"""Strengths: magnitudes of earthquakes, forces of wind, speeds and the points of an index."""

from __future__ import annotations

import re

from translate.entities.amounts import AFTER_IT, BEFORE_IT
from translate.entities.figures import (
    ARABIC,
    EN,
    HAN_DIGIT,
    NOT_INSIDE,
    VI,
    Finder,
    around,
    entity_of,
    number_text,
)
from translate.entities.numerals import value_of
from translate.row import Entity, EntityType

FIGURE = rf"(?P<number>{ARABIC}|[{HAN_DIGIT}十]{{1,3}})"
# What stands between 风力 or 时速 and its figure: 风力达12级, 时速最高可达350公里.
REACHES = "(?:最高)?(?:达到|可达到?|高达|增至|超过|约为|达|为|约)?"


MAGNITUDE = re.compile(
    rf"(?:[里芮]氏(?:规模)?|矩震级)?{NOT_INSIDE}{FIGURE}级(?=(?:浅源|强烈|中强|特大|巨大|[强大])?[地余强]震|海底地震)"
)
MEASURED = re.compile(
    rf"(?P<intro>[里芮]氏|(?:震级|地震强度){REACHES})(?P<told>{NOT_INSIDE}{FIGURE}级?)(?![0-9%％])"
)
FORCE = re.compile(
    rf"{NOT_INSIDE}{FIGURE}(?:[-–—~～至到](?P<last>[0-9]{{1,2}}))?级(?=大风|强风|阵风|狂风|以上大风)"
)
BLOWING = re.compile(
    rf"(?:风力|阵风){REACHES}(?P<told>{NOT_INSIDE}{FIGURE}(?:[-–—~～至到](?P<last>[0-9]{{1,2}}))?级)"
)
KNOTS = re.compile(rf"(?:航速|风速|速度){REACHES}(?P<told>{BEFORE_IT}{NOT_INSIDE}(?P<number>{ARABIC})节)")
SPEED = re.compile(rf"(?P<told>时速{BEFORE_IT}{NOT_INSIDE}(?P<number>{ARABIC})(?P<unit>公里|千米|英里|海里))")
REACHED = re.compile(
    rf"时速{REACHES}(?P<told>{BEFORE_IT}{NOT_INSIDE}(?P<number>{ARABIC})(?P<unit>公里|千米|英里|海里))"
)
SPEEDS = {"英里": ("miles", "dặm"), "海里": ("nautical miles", "hải lý")}
POINTS = re.compile(rf"{BEFORE_IT}{NOT_INSIDE}(?P<number>{ARABIC})点{AFTER_IT}(?![钟半整许0-9名燃])")
COLD = re.compile(
    rf"零下(?P<low>{ARABIC})(?:摄氏度|度|℃)?[-–—~～至到](?P<below>零下)?(?P<high>{ARABIC})(?:摄氏度|℃)"
)
MOVES = re.compile("[涨跌升降](?:至|到|了|近|约|逾|超)*$")


def told(match: re.Match[str], en: str, vi: str) -> Entity:
    """The figure alone as an entity, without the word that tells what it measures."""
    start, end = match.span("told")
    return Entity(match["told"], start, end, EntityType.NUMBER, en, vi, "", "rule", {}, "amount")


def number_of(match: re.Match[str]) -> tuple[str, str] | None:
    """The figure of a match in both languages, with the last one of a range."""
    value = value_of(match["number"])
    if value is None:
        return None
    last = f"-{match['last']}" if match.groupdict().get("last") else ""
    en, vi = (number_text(str(value), value, target) for target in (EN, VI))
    return f"{en}{last}", f"{vi}{last}"


def magnitude(match: re.Match[str]) -> Entity | None:
    """6.8级 before 地震, 里氏7.1级."""
    found = number_of(match)
    if found is None:
        return None
    en, vi = found
    return entity_of(match, EntityType.NUMBER, f"{en}-magnitude", f"mạnh {vi} độ", "grade")


def measured(match: re.Match[str]) -> Entity | None:
    """震级为6.5级, 里氏7.1级 with no earthquake behind."""
    found = number_of(match)
    if found is None:
        return None
    en, vi = found
    if match["intro"][0] in "里芮":
        english, vietnamese = f"{en} on the Richter scale", f"{vi} độ Richter"
        return entity_of(match, EntityType.NUMBER, english, vietnamese, "amount")
    return told(match, en, f"{vi} độ")


def force(match: re.Match[str]) -> Entity | None:
    """12级 before 大风."""
    found = number_of(match)
    return (
        entity_of(match, EntityType.NUMBER, f"force-{found[0]}", f"cấp {found[1]}", "grade")
        if found
        else None
    )


def blowing(match: re.Match[str]) -> Entity | None:
    """风力达12级: the figure behind the wind."""
    found = number_of(match)
    return told(match, f"force {found[0]}", f"cấp {found[1]}") if found else None


def knots(match: re.Match[str]) -> Entity | None:
    """航速15节."""
    found = number_of(match)
    if found is None:
        return None
    return told(match, around(match, f"{found[0]} knots", EN), around(match, f"{found[1]} hải lý/giờ", VI))


def speed(match: re.Match[str]) -> Entity | None:
    """时速120公里, and the figure alone in 时速可达350公里."""
    found = number_of(match)
    if found is None:
        return None
    en, vi = SPEEDS.get(match["unit"], ("km", "km"))
    english = around(match, f"{found[0]} {en} per hour", EN)
    return told(match, english, around(match, f"{found[1]} {vi}/giờ", VI))


def cold(match: re.Match[str]) -> Entity | None:
    """零下10至零下5摄氏度, 零下3至5摄氏度."""
    low, high = value_of(match["low"]), value_of(match["high"])
    if low is None or high is None:
        return None
    texts = []
    for target, to, minus, unit in ((EN, "to", "minus", "°C"), (VI, "đến", "âm", "độ C")):
        first, last = (number_text(str(value), value, target) for value in (low, high))
        last = f"{minus} {last}" if match["below"] else last
        texts.append(f"{minus} {first} {to} {last} {unit}")
    return entity_of(match, EntityType.NUMBER, texts[0], texts[1], "amount")


def points(match: re.Match[str]) -> Entity | None:
    """1650.5点, 上涨15点: what no clock shows."""
    found, value = number_of(match), value_of(match["number"])
    if found is None or value is None:
        return None
    hour = value <= 24 and value == int(value)
    if hour and not MOVES.search(match.string, max(0, match.start() - 4), match.start()):
        return None
    word = "point" if value == 1 else "points"
    en, vi = around(match, f"{found[0]} {word}", EN), around(match, f"{found[1]} điểm", VI)
    return entity_of(match, EntityType.NUMBER, en, vi, "amount")


FINDERS: tuple[Finder, ...] = (
    (MAGNITUDE, magnitude),
    (MEASURED, measured),
    (FORCE, force),
    (BLOWING, blowing),
    (KNOTS, knots),
    (SPEED, speed),
    (REACHED, speed),
    (COLD, cold),
    (POINTS, points),
)
