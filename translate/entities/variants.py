"""Variants: termbase entries that a text writes in another way.

With another and, with 、 in a name, with the Latin acronym of a body, or without the Party before its bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.row import Entity, EntityType
from translate.terms.termbase import Termbase

AND = re.compile("[和与及]")
ANDS = "和与"
REACH = 16
CENTRAL = re.compile("(?:(?<![\u3400-\u9fff])|(?<=[和与及由在向对是的]))中央")
PARTY = "越共"
# Where the text speaks of another party.
ELSEWHERE = re.compile("中共|中国|老挝人民革命党|古巴")
SHORTEST = 5
COMMA = re.compile("(?<=[\u3400-\u9fff])、(?=[\u3400-\u9fff])")
OF_OFFICE = (EntityType.ORGANISATION, EntityType.TITLE)
# Bodies that Chinese texts name in Latin as well: APEC领导人会议.
ACRONYMS = {
    "APEC": "亚太经合组织",
    "ASEAN": "东盟",
    "EU": "欧盟",
    "NATO": "北约",
    "UN": "联合国",
    "WHO": "世界卫生组织",
    "WTO": "世界贸易组织",
}
ACRONYM = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(ACRONYMS)})(?![A-Za-z])")


def variants(text: str, termbase: Termbase) -> Iterator[Entity]:
    """Entities that stand in a Simplified text in another form than their entry's."""
    for conjunction in AND.finditer(text):
        place = conjunction.start()
        for other in ANDS:
            if other == conjunction[0]:
                continue
            changed = f"{text[:place]}{other}{text[place + 1 : place + REACH]}"
            for start in range(max(0, place - REACH), place):
                for entry in termbase.matches_at(changed, start):
                    end = start + len(entry.zh)
                    if end > place + 1 and len(entry.zh) >= SHORTEST:
                        yield entry.entity(start, text[start:end])
    yield from without_commas(text, termbase)
    for acronym in ACRONYM.finditer(text):
        name, start = ACRONYMS[acronym[0]], acronym.start()
        for entry in termbase.matches_at(name + text[acronym.end() : acronym.end() + REACH], 0):
            end = acronym.end() + len(entry.zh) - len(name)
            if end > acronym.end():
                yield entry.entity(start, text[start:end])
    if ELSEWHERE.search(text):
        return
    for central in CENTRAL.finditer(text):
        start = central.start()
        written = PARTY + text[start : start + REACH]
        for form in dict.fromkeys((written, *(AND.sub(other, written) for other in ANDS))):
            for entry in termbase.matches_at(form, 0):
                end = start + len(entry.zh) - len(PARTY)
                if end - start >= SHORTEST - 1:
                    yield entry.entity(start, text[start:end])


def without_commas(text: str, termbase: Termbase) -> Iterator[Entity]:
    """Bodies and offices that a text divides with 、 where their entry does not: 国会国防、安全委员会."""
    for comma in COMMA.finditer(text):
        first = max(0, comma.start() - REACH)
        offsets = [i for i in range(first, min(len(text), comma.end() + REACH)) if text[i] != "、"]
        plain = "".join(text[i] for i in offsets)
        place = comma.start() - first - text.count("、", first, comma.start())
        for written in dict.fromkeys((plain, *(AND.sub(other, plain) for other in ANDS))):
            for start in range(place):
                for entry in termbase.matches_at(written, start):
                    end = start + len(entry.zh)
                    if end > place and len(entry.zh) > SHORTEST and entry.type in OF_OFFICE:
                        begin, last = offsets[start], offsets[end - 1] + 1
                        yield entry.entity(begin, text[begin:last])
