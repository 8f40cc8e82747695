"""Personal names: where a text has one that no termbase knows, and how it is rendered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from translate.readings import hanviet_name, pinyin_name
from translate.row import Entity, EntityType

VIETNAMESE_SURNAMES = frozenset(
    "阮陈黎范黄潘武邓裴杜胡吴杨李丁段梁张郑何陶莫汪苏秦冯谭朱高罗赖楼林徐曹孙刘蔡周丘卢吕马倪童郭覃农韦韩"
)
CHINESE_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查麻苑迟邝"
)
SPEECH = re.compile(
    "(?:表示|指出|强调|认为|说|称|介绍|透露|回顾|建议|希望|相信|要求|呼吁|宣布|重申|评价|肯定|出席|会见|发表|主持|访问|拜会|率领|同意|签署|参加|接受|回答|致辞|感谢|祝贺)"
)
# What may follow a name and is no part of it.
BEHIND = re.compile(
    r"$|[\s，,。；;：:、！？!?（()）“”《》—\-]|和|与|及|同|在|将|对|向|就|已|于|为|是|的|等|从|由|也|还|均|并|曾|正|率|出|发|会|作|主|致|代|到|前|赴|抵|共|分别|一行|夫妇|表示|指出"
)
DOTS = "·•‧"
FOREIGN = re.compile(rf"[\u3400-\u9fff]{{1,24}}(?:[{DOTS}][\u3400-\u9fff]{{1,8}})+")
LATIN_BEHIND = re.compile(r"[（(]\s*([A-Z][^\W\d_]*(?:[ .'’-]+[^\W\d_]+)*\.?)\s*[）)]")
CHINA = re.compile("中国|中方|中共|北京|上海|云南|广西|广东|四川|海南|台湾|香港|新加坡")
KOREA = re.compile("朝鲜|韩国|韩方")
ELSEWHERE = re.compile(
    "日本|日方|老挝|柬埔寨|泰国|缅甸|印度|印尼|马来西亚|菲律宾|美国|英国|法国|德国|俄罗斯|古巴|欧盟|欧洲|澳大利亚"
)
LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class NameFound:
    """A personal name and how it is rendered; ``source`` is ``reading`` or ``pinyin`` (a guess)."""

    zh: str
    en: str
    vi: str
    source: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a segment is known to hold before names are looked for.

    ``titles_end`` and ``titles_start`` are the offsets where a title ends and begins, ``taken`` the
    offsets that lie within an entity; ``is_word`` tells whether a string is a word of the lexicon.
    """

    text: str
    titles_end: frozenset[int]
    titles_start: frozenset[int]
    taken: frozenset[int]


def find_names(segments: Sequence[Surroundings], is_word: Callable[[str], bool]) -> list[NameFound]:
    """The names that titles, verbs of saying or repeated mention speak for, in a whole article."""
    found: dict[str, NameFound] = {}
    for segment in segments:
        for zh, start in evident(segment, is_word):
            if zh not in found:
                found[zh] = render(zh, segment.text[max(0, start - LOOK_BACK) : start])
    for zh in repeated(segments, is_word):
        if zh not in found and not any(zh in known or known in zh for known in found):
            found[zh] = render(zh, "")
    return list(found.values())


def evident(segment: Surroundings, is_word: Callable[[str], bool]) -> Iterator[tuple[str, int]]:
    """Names beside a title or before a verb of saying, with their offset."""
    text = segment.text
    for start, character in enumerate(text):
        if start in segment.taken or character not in CHINESE_SURNAMES | VIETNAMESE_SURNAMES:
            continue
        after_title = start in segment.titles_end
        if character not in VIETNAMESE_SURNAMES and not (
            after_title and (CHINA.search(text, 0, start) or KOREA.search(text, 0, start))
        ):
            continue
        in_list = start >= 1 and text[start - 1] in "、和与" and bool(segment.titles_end)
        best: tuple[int, str] | None = None
        for length in lengths(text, start):
            end = start + length
            name = text[start:end]
            if any(i in segment.taken for i in range(start, end)) or not re.fullmatch(
                "[\u3400-\u9fff]+", name
            ):
                continue
            before_title = end in segment.titles_start
            speaks = bool(SPEECH.match(text, end))
            if not (after_title or before_title or speaks or (in_list and before_title)):
                continue
            if not after_title and (is_word(name) or is_word(name[:2]) or is_word(name[1:])):
                continue
            score = 3 * before_title + 3 * speaks + 2 * bool(BEHIND.match(text, end))
            score += {3: 2, 4: 1, 2: 0, 5: 1}[length] + 3 * (name[1] == "氏" and length > 3)
            score -= 2 * (length > 2 and not after_title and is_word(name[-2:]))
            score -= 3 * (
                is_word(text[end - 1 : end + 1]) and not before_title and not BEHIND.match(text, end)
            )
            if best is None or score > best[0]:
                best = score, name
        if best is not None and best[0] >= 3:
            yield best[1], start


def lengths(text: str, start: int) -> tuple[int, ...]:
    """The lengths a name that begins here may have, in characters."""
    return (3, 4, 5) if text[start + 1 : start + 2] == "氏" else (3, 2, 4)


def repeated(segments: Sequence[Surroundings], is_word: Callable[[str], bool]) -> Iterator[str]:
    """Three-character names that stand at least twice in the article and hold no common word."""
    counts: dict[str, int] = {}
    for segment in segments:
        for start, character in enumerate(segment.text):
            if character not in VIETNAMESE_SURNAMES or any(
                i in segment.taken for i in range(start, start + 3)
            ):
                continue
            name = segment.text[start : start + 3]
            if re.fullmatch("[\u3400-\u9fff]{3}", name) and BEHIND.match(segment.text, start + 3):
                words = (name, name[:2], name[1:], segment.text[max(0, start - 1) : start + 1])
                if not any(is_word(word) for word in words):
                    counts[name] = counts.get(name, 0) + 1
    return (name for name, count in counts.items() if count > 1)


def render(zh: str, before: str) -> NameFound:
    """A name's renderings, told by the country named last before it."""
    country = [m.end() for p in (CHINA, KOREA, ELSEWHERE) for m in p.finditer(before)]
    vietnam = [m.end() for m in re.finditer("越南|越共|越方|胡志明市|河内", before)]
    last_country, last_vietnam = max(country, default=-1), max(vietnam, default=-1)
    abroad = last_country > last_vietnam
    # 越南驻中国大使: the country of the post is not the person's.
    if abroad and re.search("越南?驻[^，。；]*$", before) and not re.search("越南[，。；]", before):
        abroad = False
    if not abroad and zh[0] in VIETNAMESE_SURNAMES:
        name = hanviet_name(zh)
        return NameFound(zh, name, name, "reading")
    chinese = any(m.end() == last_country for m in CHINA.finditer(before)) or last_country < 0
    source = "reading" if chinese and abroad else "pinyin"
    return NameFound(zh, pinyin_name(zh), hanviet_name(zh), source)


def foreign_names(text: str, known_length: Callable[[str, int], int]) -> Iterator[Entity]:
    """Names with a middle dot: in pinyin, as a guess, unless Latin stands in brackets right behind.

    ``known_length`` gives the length of the known word at an offset, 0 for none: the words before
    and behind the name are told from it that way.
    """
    for match in FOREIGN.finditer(text):
        start, end = match.span()
        first_dot = start + min(match[0].find(dot) for dot in DOTS if dot in match[0])
        last_dot = start + max(match[0].rfind(dot) for dot in DOTS)
        position = start
        while position < first_dot:
            length = known_length(text, position)
            if length and position + length < first_dot:
                start = position + length
            position += length or 1
        end = next((i for i in range(last_dot + 2, end) if known_length(text, i)), end)
        zh = text[start:end]
        latin = LATIN_BEHIND.match(text, end)
        if latin:
            zh = text[start : latin.end()]
            yield Entity(zh, start, latin.end(), EntityType.PERSON, latin[1], latin[1], source="mined")
        else:
            guess = " ".join(pinyin_name(part, 0) for part in re.split(f"[{DOTS}]", zh))
            yield Entity(zh, start, end, EntityType.PERSON, guess, guess, source="pinyin")
