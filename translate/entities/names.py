"""Personal names: where a text has one that no termbase knows, and how it is rendered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from translate.entities.japanese import guessed_name, japanese_length, japanese_name, looks_japanese
from translate.entities.korean import korean_name, surname_length
from translate.entities.nations import Nation, first_nation
from translate.entities.renderings import VIETNAMESE_SURNAMES
from translate.entities.western import latin_parts
from translate.readings import COMPOUND_SURNAMES

CHINESE_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查麻苑迟邝萧茅冼谌揭"
)
# Surnames that few bear, in Vietnam above all among its minorities.
RARE_SURNAMES = frozenset("闭贝哀翁山蓝敖尤麻石江甘白欧枚金")
SPEECH = re.compile(
    "(?:表示|指出|强调|认为|说|称|介绍|透露|回顾|回忆|坦言|讲述|感慨|建议|希望|相信|要求|呼吁|宣布|重申|评价|肯定|出席|会见|发表|主持|访问|拜会|率领|同意|签署|参加|接受|回答|致辞|感谢|祝贺)"
)
# What may follow a name and is no part of it.
BEHIND = re.compile(
    r"$|[\s，,。；;：:、！？!?（()）“”《》—\-]|和|与|及|同|在|将|对|向|就|已|于|为|是|的|等|从|由|也|还|均|并|曾|正|率|出|发|会|作|主|致|代|到|前|赴|抵|共|偕|因|任|获|访|携|被|把|给|以|用|来|分别|一行|夫妇|表示|指出"
)
# What a name hardly ever ends in, though the word behind it may begin with it, and words that none ends in.
ADVERBS = frozenset("正将已曾仍还也就")
NO_END = frozenset("偕因称将曾已获率访携被把于并且")
ENDS_NO_NAME = re.compile(
    "代表|出席|担任|主持|率团|访问|访华|访越|参加|介绍|强调|表示|指出|认为|签署|发表|陪同|同意|获奖|当选|因病|因公|因故|因此"
)
# Verbs that begin with what may be a surname: 总统任命新总理.
OPENS_NO_NAME = re.compile(
    "任命|任用|任职|关于|关心|关注|关闭|关切|包括|包含|成立|成为|连任|连续|安排|安抚|管理|解决|解释|解除|解散|计划|曾经|曾任|查处|查看"
    "|应邀|应对|游览|施行|施压|祝贺|祝愿|商定|商讨|宣布|代表|代理|明确|强调|强化|荣获|荣任|扶持|晋升|晋级|谢绝|盛赞"
)
DOTS = "·•‧・"
HAN_NAME = re.compile("[\u3400-\u9fff]+")
# A name goes on to its dot: 罗德里戈·阿里亚斯 is nobody called 罗德里.
DOTTED = re.compile(rf"[\u3400-\u9fff]{{0,5}}[{DOTS}]")
# What no name holds.
NO_NAME = frozenset("的了是在和与及将对向把被等这那不我他们您你也都而或并")
# What somebody does, where it is no title: the name behind it must end before a word that may follow names.
CALLING = re.compile(
    "代表|专家|学者|官员|农户|村长|乡长|户主|商人|企业主|农民|渔民|居民|村民|艺人|歌手|画家|作家|诗人|作曲家|音乐家|导演|演员|选手|球员|教练"
    "|运动员|工程师|科学家|历史学家|经济学家|研究生|留学生|学生|教师|老师|医生|护士|志愿者|老兵|华侨|侨胞|游客|青年|创始人|老板|顾问|副相"
    "|司机|工人|职员|店主|摊主|业主|队长|船长|机长|冠军|亚军|妇女|男孩|女孩|姑娘|少年|老人|大娘|大爷|长老|族长(?!老)|土司|僧人|模特|设计师|厨师"
    "|裁判|门将|前锋|后卫|中场|主帅|分析师|评论员|长官|外相|首相|翻译|旅客|读者|匠人|艺术家|建筑师|摄影师|飞行员|律师|法官|主播|名叫|叫做|名为"
)
COMMA = frozenset("、，,和与及同暨兼偕")
STOP = re.compile('[。！？；;:：…“”"《》——\\n]')
# Behind these begins another person's title.
MEETING = re.compile(
    "会见|拜会|接见|陪同|欢迎|邀请|会晤|迎接|致电|祝贺|访问|拜访|看望|感谢|代表|见证|受到|前往|主持|转达|任命"
)
BRACKET = re.compile(r"[（(][^（()）]{0,12}[)）]\s*$")
LOOK_BACK = 80
COMPOUND = 2
ENOUGH = 3
ENDS_IN_ROW = re.compile(
    r"$|[、，。；（(）)]|等|和|与|及|分别|出席|共同|一同|参加|陪同|率|[两二三四五六七八九十0-9]{1,2}[人位名]|姐妹|兄弟|父子|母子"
)
HOLDS = frozenset("任兼为当")
# Middle names of Vietnam, which no name ends in.
HALF_NAME = "文氏"
# What ends a name beyond doubt, so that a 和 before it belongs to the name: 邓玉和，
ENDS = re.compile(r"$|[，。；：！？、（(》”\s]|等|表示|指出|强调|说|称|认为|出席|主持|会见|同志|先生|女士")
# The one surname that only Koreans bear.
KOREAN_ALONE = "朴"


PINYIN_GIVEN = (Nation.CHINA, Nation.OVERSEAS, Nation.KOREA, Nation.NORTH_KOREA)
KOREAN = (Nation.KOREA, Nation.NORTH_KOREA)
# What speaks for a length, where all else is equal.
USUAL_LENGTH = {2: 0, 3: 2, 4: 1, 5: 1}
SINIC_LENGTH = {2: 1, 3: 2, 4: 2}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a segment is known to hold before names are looked for: character offsets.

    ``titles_end`` and ``titles_start`` are where a title ends and begins, ``people_end`` where a
    known person's name ends; ``taken`` lies within an entity, ``named`` within one that is a name.
    ``callings_end`` is where a word ends that says what someone does but is no title: 代表, 村长.
    """

    text: str
    titles_end: frozenset[int]
    titles_start: frozenset[int]
    people_end: frozenset[int]
    taken: frozenset[int]
    named: frozenset[int]
    callings_end: frozenset[int] = frozenset()


def evident(segment: Surroundings, is_word: Callable[[str], bool]) -> Iterator[tuple[str, Nation]]:
    """Names beside a title or before a verb of saying, with the nation of the person."""
    for start in range(len(segment.text)):
        before = without_bracket(segment.text, start)
        # A woman's 氏 and the surname 阮 tell a name wherever they stand.
        after_title = before in segment.titles_end or tells_itself(segment, start)
        surname = begins_with_surname(segment.text, start)
        if start in segment.taken or not (after_title or surname or before in segment.callings_end):
            continue
        if not (after_title or before in segment.callings_end or spoken_for(segment, start)):
            continue
        nation = nation_of(segment, start)
        if nation in (Nation.UNKNOWN, Nation.JAPAN) and japanese_length(segment.text, start):
            name = segment.text[start : start + japanese_length(segment.text, start)]
            if nation is Nation.JAPAN or looks_japanese(name):
                nation = Nation.JAPAN
        if nation is Nation.UNKNOWN and segment.text[start] == KOREAN_ALONE:
            nation = Nation.KOREA
        korean = nation in KOREAN and surname_length(segment.text[start : start + 3])
        if nation is not Nation.JAPAN and not (surname or korean):
            continue
        best: tuple[int, str] | None = None
        for length in lengths(segment.text, start, nation):
            score = score_of(segment, start, length, nation, is_word, after_title=after_title)
            if score is not None and (best is None or score > best[0]):
                best = score, segment.text[start : start + length]
        if best is not None and best[0] >= ENOUGH:
            yield best[1], nation


def tells_itself(segment: Surroundings, start: int) -> bool:
    """Whether a Vietnamese name stands here that needs no title: 陈氏玉兰, 阮文强 before 、 or 等."""
    text = segment.text
    if text[start + 1 : start + 2] == "氏" and text[start] in (VIETNAMESE_SURNAMES | RARE_SURNAMES):
        return text[start + 2 : start + 3] != "家"
    return text[start] == "阮" and ENDS_IN_ROW.match(text, start + 3) is not None


def begins_with_surname(text: str, start: int) -> bool:
    """Whether a Chinese, Vietnamese or Korean surname stands at ``start``."""
    return (
        text[start] in CHINESE_SURNAMES
        or text[start] in RARE_SURNAMES
        or text[start] in VIETNAMESE_SURNAMES
        or text[start] == KOREAN_ALONE
        or text[start : start + 2] in COMPOUND_SURNAMES
        or surname_length(text[start : start + 3]) == COMPOUND
    )


def spoken_for(segment: Surroundings, start: int) -> bool:
    """Whether a title or, for Vietnamese surnames, a verb of saying stands where a name would end."""
    if not segment.titles_start.isdisjoint(range(start + 2, start + 6)):
        return True
    if segment.text[start] not in VIETNAMESE_SURNAMES:
        return False
    ends = range(start + 2, start + 6)
    heads = start == 0 and not {"：", ":"}.isdisjoint(segment.text[start + 3 : start + 5])
    return heads or any(SPEECH.match(segment.text, end) for end in ends)


def score_of(
    segment: Surroundings,
    start: int,
    length: int,
    nation: Nation,
    is_word: Callable[[str], bool],
    *,
    after_title: bool,
) -> int | None:
    """How much speaks for a name of this length here; None where it cannot be one."""
    text, end = segment.text, start + length
    name = text[start:end]
    if not HAN_NAME.fullmatch(name) or len(name) < length:
        return None
    read = is_read(name, nation)
    guessed = nation is Nation.JAPAN and length == COMPOUND + 2 and guessed_name(name) is not None
    # 陈文 is nobody without what follows, which may be 和, called Hòa.
    half = nation in (Nation.VIETNAM, Nation.UNKNOWN) and name[1] in HALF_NAME
    if half and length == COMPOUND:
        return None
    peace = name[-1] == "和" and length == COMPOUND + 1 and (half or bool(ENDS.match(text, end)))
    certain = name[:-1] if peace or (name[1] == "氏" and name[-1] == "和" and ENDS.match(text, end)) else name
    if not (read or guessed) and not NO_NAME.isdisjoint(certain):
        return None
    # What spells Rogers is no Vietnamese called La.
    if length > 2 and nation is not Nation.VIETNAM and name in latin_parts():
        return None
    if DOTTED.match(text, end) or (
        not segment.taken.isdisjoint(range(start, end))
        and not (after_title and holds_a_place(segment, start, end, is_word))
    ):
        return None
    before_title = end in segment.titles_start
    # Somebody who 任 an office holds it.
    if length > 2 and name[-1] in HOLDS and (before_title or is_word(text[end : end + 2])):
        return None
    begins = start == 0 or bool(STOP.match(text[start - 1]))
    speaks = bool(SPEECH.match(text, end)) or (begins and length > 2 and text[end : end + 1] in ("：", ":"))
    called = without_bracket(text, start) in segment.callings_end
    calls = called and (BEHIND.match(text, end) or (length > 2 and is_followed(text, start, end, is_word)))
    if not (after_title or before_title or speaks or calls):
        return None
    if OPENS_NO_NAME.match(name) or (length > 2 and ENDS_NO_NAME.match(text, end - 2, end)):
        return None
    # Between the beginning of a clause and a title, as in 王建国部长, a word may be a name.
    framed = before_title and (start == 0 or bool(STOP.match(text[start - 1])))
    front = is_word(name[:2]) and name[:2] not in COMPOUND_SURNAMES
    if not after_title and not read and (is_word(name) or front or (is_word(name[1:]) and not framed)):
        return None
    # 高度评价 is a word, not what Mr 高度 does.
    if is_word(name) and is_word(text[start : end + 2]):
        return None
    parts = before_title or speaks or bool(BEHIND.match(text, end))
    score = 3 * before_title + 3 * speaks + (after_title or called)
    if read and nation is Nation.JAPAN and (parts or is_word(text[end : end + 2])):
        score += 4
    score += 3 * (guessed and not read)
    score += 2 * (nation is Nation.JAPAN and length == japanese_length(text, start))
    score -= 5 * (length > 2 and name[-1] in NO_END)
    # 金氏合正在 is 金氏合, who is doing something.
    score -= 5 * (length > 3 and name[-1] in ADVERBS and is_word(text[end - 1 : end + 1]))
    # No country, and no surname of Vietnam: only what is beyond doubt.
    score -= nation is Nation.UNKNOWN and name[0] not in VIETNAMESE_SURNAMES
    score += 2 * (parts or is_word(text[end : end + 2]))
    score += (SINIC_LENGTH if nation in PINYIN_GIVEN else USUAL_LENGTH).get(length, 0)
    score += 3 * (name[1] == "氏" and length > 3)
    score -= 2 * (length > 2 and not after_title and is_word(name[-2:]))
    score -= 3 * (is_word(name) or (length > 3 and name[1] != "氏" and is_word(name[2:])))
    score -= 3 * (not parts and is_word(text[end - 1 : end + 1]))
    return score


def holds_a_place(segment: Surroundings, start: int, end: int, is_word: Callable[[str], bool]) -> bool:
    """Whether a Vietnamese name has the name of a place for its given one: 阮重庆."""
    within = segment.taken & frozenset(range(start, end))
    given = start + 2 if segment.text[start + 1] == "氏" else start + 1
    return (
        segment.text[start] in (VIETNAMESE_SURNAMES | RARE_SURNAMES)
        and within == frozenset(range(given, end))
        and end - given == COMPOUND
        and not {start, end} & segment.taken
        and start + 1 not in segment.titles_start
        and bool(
            BEHIND.match(segment.text, end)
            or SPEECH.match(segment.text, end)
            or is_word(segment.text[end : end + 2])
        )
    )


def is_read(name: str, nation: Nation) -> bool:
    """Whether every part of a Japanese or Korean name has a reading that we know."""
    if nation is Nation.JAPAN:
        return japanese_name(name) is not None
    return nation in KOREAN and korean_name(name, north=False) is not None


def is_followed(text: str, start: int, end: int, is_word: Callable[[str], bool]) -> bool:
    """Whether a word follows, and no other word reaches into the name or begins in it."""
    inside = (text[max(0, start - 1) : start + 1], text[end - 1 : end + 1], text[end - 2 : end])
    return is_word(text[end : end + 2]) and not any(is_word(word) for word in inside)


def lengths(text: str, start: int, nation: Nation) -> tuple[int, ...]:
    """The lengths a name that begins here may have, in characters, the likelier first."""
    if nation is Nation.JAPAN:
        return tuple(dict.fromkeys((japanese_length(text, start) or 4, 4, 3, 5, 2)))
    if nation in KOREAN and surname_length(text[start : start + 3]) == COMPOUND:
        return (4, 3)
    if text[start : start + 2] in COMPOUND_SURNAMES and nation is not Nation.VIETNAM:
        return (4, 3)
    if nation in PINYIN_GIVEN:
        return (3, 2)
    return (3, 4, 5) if text[start + 1 : start + 2] == "氏" else (3, 2, 4)


def nation_of(segment: Surroundings, start: int) -> Nation:
    """The nation of a person whose name begins at ``start``: the first country of the title before it.

    A title reaches back to a full stop, a verb of meeting, another person, or an "and"; to a comma
    only where it names a country, since titles are strung together by commas.
    """
    text, floor = segment.text, max(0, start - LOOK_BACK)
    end = position = without_bracket(text, start)
    while position > floor:
        if position in segment.people_end or STOP.match(text[position - 1]):
            break
        ends_title = position in segment.titles_end or position in segment.callings_end
        if MEETING.match(text, max(0, position - 2), position) and not ends_title:
            break
        position -= 1
        if position in segment.named or text[position] not in COMMA:
            continue
        named = first_nation(text, position + 1, end) is not Nation.UNKNOWN
        if named or without_bracket(text, position) not in segment.titles_end:
            position += 1
            break
        end = position
    return first_nation(text, position, end)


def without_bracket(text: str, end: int) -> int:
    """Where the text before ``end`` ends without the bracket that closes it: before (右)."""
    if text[end - 1 : end] not in ("）", ")"):
        return end
    start = max(0, end - 14)
    bracket = BRACKET.search(text[start:end])
    return start + bracket.start() if bracket else end
