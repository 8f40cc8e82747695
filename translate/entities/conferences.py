"""Conferences: meetings by their number, with what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.entities.fields import Fields, upper_first
from translate.entities.figures import EN, HAN_DIGIT, integer
from translate.entities.numerals import ordinal
from translate.row import Entity, EntityType, Target

KINDS = {
    "会议": ("Conference", "Hội nghị"),
    "大会": ("Congress", "Đại hội"),
    "代表大会": ("Congress", "Đại hội đại biểu"),
    "峰会": ("Summit", "Hội nghị cấp cao"),
    "首脑会议": ("Summit", "Hội nghị cấp cao"),
    "领导人会议": ("Summit", "Hội nghị cấp cao"),
    "部长级会议": ("Ministerial Meeting", "Hội nghị Bộ trưởng"),
    "部长会议": ("Ministerial Meeting", "Hội nghị Bộ trưởng"),
    "论坛": ("Forum", "Diễn đàn"),
    "研讨会": ("Symposium", "Hội thảo"),
    "年会": ("Annual Meeting", "Hội nghị thường niên"),
    "博览会": ("Expo", "Hội chợ triển lãm"),
    "电影节": ("Film Festival", "Liên hoan phim"),
    "运动会": ("Games", "Đại hội thể thao"),
}
ENDINGS = "|".join(sorted(KINDS, key=len, reverse=True))
NUMBER = rf"第(?P<number>[0-9]{{1,3}}|[{HAN_DIGIT}十百]{{1,5}})"
# 工作会议 is a conference like others.
NUMBERED = re.compile(
    rf"{NUMBER}[次届](?P<field>[\u3400-\u9fff、]{{2,14}}?)(?:工作)?(?P<kind>{ENDINGS})(?!周|室|厅|中心)"
)
MEETING = re.compile(
    rf"(?P<whole>(?P<body>常务委员会|常委会|联合委员会|合作委员会|混合委员会)?{NUMBER}次(?:全体)?会议)"
)
# A legislature meets in sessions, its standing committee and others in sittings.
LEGISLATURE = re.compile("届国会(?!常)[^，。；]{0,12}$")
SESSIONS = frozenset(["联合委员会", "合作委员会", "混合委员会"])
FIRST_TEN = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def conferences(text: str, fields: Fields) -> Iterator[Entity]:
    """Numbered conferences and meetings in a Simplified text; offsets are characters."""
    for match in NUMBERED.finditer(text):
        number, field = integer(match["number"]), fields.attributive(match["field"])
        if number and field is not None:
            en, vi = KINDS[match["kind"]]
            yield event(
                match[0],
                match.start(),
                f"{ordinal(number, EN)} {field.en} {en}",
                f"{vi} {upper_first(field.vi)} lần thứ {number}",
            )
    for match in MEETING.finditer(text):
        number = integer(match["number"])
        if not number:
            continue
        start = match.start("number") - 1
        chinese = not match["number"].isascii() and number <= 10
        nth = FIRST_TEN[number - 1] if chinese else ordinal(number, EN)
        if LEGISLATURE.search(text[max(0, start - 24) : start]):
            en, vi = f"{nth} session", f"kỳ họp thứ {number}"
        elif match["body"] in SESSIONS:
            en, vi = f"{nth} meeting", f"kỳ họp lần thứ {number}"
        else:
            en, vi = f"{nth} {'session' if match['body'] else 'meeting'}", f"phiên họp thứ {number}"
        yield event(text[start : match.end()], start, en, vi)


def numbered(before: Entity, named: Entity) -> Entity | None:
    """A known conference with its number before it: 第47届 + 东盟峰会; None where these are no such two."""
    if before.role != "ordinal" or before.end != named.start or before.zh[-1] not in "届次":
        return None
    assembly = "General Assembly" in named.en
    if named.type is not EntityType.EVENT and not assembly:
        return None
    en, vi = f"{before.en} {named.en}", f"{named.vi} {before.vi}"
    if assembly:
        en = f"{before.en} session of the {named.en}"
        vi = f"{named.vi} khóa {before.vi.removeprefix('lần thứ ')}"
    return event(before.zh + named.zh, before.start, en, vi)


def event(zh: str, start: int, en: str, vi: str) -> Entity:
    """An event that a rule names."""
    accepted: dict[Target, tuple[str, ...]] = {}
    return Entity(zh, start, start + len(zh), EntityType.EVENT, en, vi, "", "rule", accepted)
