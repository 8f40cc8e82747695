"""Missions: what a country keeps permanently with international organisations, and who heads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from translate.entities.demonyms import DEMONYMS
from translate.entities.offices import with_article
from translate.row import Entity, EntityType

PERMANENT = re.compile("常驻")
JOINT = re.compile("[、和与及]|以及")
OTHERS = re.compile("[和与及](?:其他|各)?(?P<others>国际组织|地区组织)")
KINDS = {
    "代表团团长": ("Head of the Permanent Mission{of} to {at}", "Trưởng Phái đoàn Thường trực{of} tại {at}"),
    "代表团副团长": (
        "Deputy Head of the Permanent Mission{of} to {at}",
        "Phó Trưởng Phái đoàn Thường trực{of} tại {at}",
    ),
    "代表团": ("Permanent Mission{of} to {at}", "Phái đoàn Thường trực{of} tại {at}"),
    "使团": ("Permanent Mission{of} to {at}", "Phái đoàn Thường trực{of} tại {at}"),
    "副代表": ("{whose}Deputy Permanent Representative to {at}", "Phó Đại diện thường trực{of} tại {at}"),
    "代表": ("{whose}Permanent Representative to {at}", "Đại diện thường trực{of} tại {at}"),
}
KIND = re.compile(f"(?P<kind>{'|'.join(sorted(KINDS, key=len, reverse=True))})(?!处|们|大会|委员)")
OFFICES = frozenset(["代表团团长", "代表团副团长", "副代表", "代表"])


# Who stands for an organisation in a country: 世界卫生组织驻越南代表.
RESIDENT = re.compile("(?:副?代表|总代表)(?!团|处|们|大会|性|着|了)(?=[\u3400-\u9fff·]{2}|[，。、）]|$)")
RESIDENTS = {
    "代表": ("Representative", "Đại diện"),
    "副代表": ("Deputy Representative", "Phó Đại diện"),
    "总代表": ("General Representative", "Tổng Đại diện"),
}


def residents(text: str, named: Sequence[Entity]) -> Iterator[Entity]:
    """代表 as an office, behind 驻 and a place that an organisation has sent somebody to."""
    senders = {entity.end for entity in named if entity.type is EntityType.ORGANISATION}
    for place in named:
        match = RESIDENT.match(text, place.end)
        if match and text[place.start - 1 : place.start] == "驻" and place.start - 1 in senders:
            en, vi = RESIDENTS[match[0]]
            yield Entity(match[0], match.start(), match.end(), EntityType.TITLE, en, vi, source="rule")


def missions(text: str, named: Sequence[Entity]) -> Iterator[Entity]:
    """Permanent missions and their heads in a Simplified text; ``named`` are its places and bodies."""
    longest: dict[int, Entity] = {}
    ends: dict[int, Entity] = {}
    for entity in named:
        if entity.end > longest.get(entity.start, entity).end or entity.start not in longest:
            longest[entity.start] = entity
        if entity.type is EntityType.PLACE and (
            entity.end not in ends or entity.start < ends[entity.end].start
        ):
            ends[entity.end] = entity
    for permanent in PERMANENT.finditer(text):
        hosts, end = hosts_of(text, permanent.end(), longest)
        kind = KIND.match(text, end) if hosts else None
        if kind is None:
            continue
        sender = ends.get(permanent.start())
        start = sender.start if sender else permanent.start()
        en, vi = KINDS[kind["kind"]]
        of_en, of_vi = (f" of {with_article(sender.en)}", f" {sender.vi}") if sender else ("", "")
        whose = f"{DEMONYMS.get(sender.en, sender.en)} " if sender else ""
        english = en.format(of=of_en, whose=whose, at=in_a_row([name for name, _ in hosts], "and"))
        vietnamese = vi.format(of=of_vi, at=in_a_row([name for _, name in hosts], "và"))
        zh, office = text[start : kind.end()], kind["kind"] in OFFICES
        what = EntityType.TITLE if office else EntityType.ORGANISATION
        yield Entity(zh, start, kind.end(), what, english, vietnamese, source="rule")


def hosts_of(text: str, start: int, longest: Mapping[int, Entity]) -> tuple[list[tuple[str, str]], int]:
    """The places and organisations named in a row from an offset, in both languages, and where they end."""
    hosts: list[tuple[str, str]] = []
    end = start
    while (host := longest.get(end)) is not None:
        hosts.append((with_article_of(host), host.vi))
        end = host.end
        others = OTHERS.match(text, end)
        if others:
            word = "international" if others["others"].startswith("国际") else "regional"
            kind = "quốc tế" if others["others"].startswith("国际") else "khu vực"
            hosts.append((f"other {word} organisations", f"các tổ chức {kind} khác"))
            end = others.end()
            break
        joint = JOINT.match(text, end)
        if joint is None or joint.end() not in longest:
            break
        end = joint.end()
    return hosts, end


def with_article_of(host: Entity) -> str:
    """A host as it stands behind to: the United Nations, ASEAN, Geneva."""
    if host.type is EntityType.ORGANISATION and " " in host.en:
        return f"the {host.en}"
    return with_article(host.en)


def in_a_row(names: Sequence[str], last: str) -> str:
    """Names in a row: A, B and C."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"
