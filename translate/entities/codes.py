"""Codes: numbers of documents, flights and telephones, results of games: what stands as it is written."""

from __future__ import annotations

import re

from translate.entities.figures import HAN_DIGIT, NOT_INSIDE, Finder, either, entity_of, integer
from translate.row import Entity, EntityType

DOCUMENTS = {
    "决议": ("Resolution", "Nghị quyết"),
    "决定": ("Decision", "Quyết định"),
    "议定": ("Decree", "Nghị định"),
    "通知": ("Circular", "Thông tư"),
    "通告": ("Notice", "Thông báo"),
    "通报": ("Notice", "Thông báo"),
    "指示": ("Directive", "Chỉ thị"),
    "结论": ("Conclusion", "Kết luận"),
    "公电": ("Official Dispatch", "Công điện"),
    "计划": ("Plan", "Kế hoạch"),
    "规定": ("Regulation", "Quy định"),
    "条例": ("Regulation", "Quy định"),
    "指令": ("Directive", "Chỉ thị"),
    "命令": ("Order", "Lệnh"),
    "提案": ("Proposal", "Tờ trình"),
}
# 57-NQ/TW, 135/2024/NĐ-CP, 1131/QĐ-TTg: letters as the offices of Vietnam write them.
LETTERS = "[A-ZĐ][A-Za-zĐđ0-9]{0,7}"
NUMBER_OF_DOCUMENT = rf"[0-9]{{1,5}}(?:/[12][0-9]{{3}})?(?:[-–/]{LETTERS}){{1,4}}"
DOCUMENT = re.compile(
    rf"第?{NOT_INSIDE}(?P<number>{NUMBER_OF_DOCUMENT})号(?:(?:政府|党|中央|政治局|国会)?(?P<kind>{either(DOCUMENTS)})(?!性))?"
)
FLIGHTS = {
    "航班": ("Flight", "chuyến bay"),
    "班机": ("Flight", "chuyến bay"),
    "客机": ("Flight", "chuyến bay"),
    "列车": ("Train", "tàu"),
}
FLIGHT = re.compile(
    rf"(?<![A-Za-z0-9])(?P<code>[A-Z0-9]{{1,3}}-?[0-9]{{1,5}})(?:次|号)?(?P<kind>{either(FLIGHTS)})(?<!A3[0-9]{{2}}航班)(?<!A[23][0-9]{{2}}客机)(?<!7[0-9]7客机)(?<!E[0-9]{{3}}客机)(?<!C9[01]9客机)"
)
CALLS = "电话|热线|传真|手机|拨打|致电|号码|短号|专线"
TELEPHONE = re.compile(
    rf"(?:{CALLS})(?:号码|号|电话|热线)?[:：为是]?"
    r"(?P<number>\+?(?:\([0-9+]{2,5}\))?[0-9](?:[0-9]|[ .-](?=[0-9])){2,20})(?![0-9万亿])"
)
WINS = (
    "战胜|击败|战平|逼平|打平|力克|大胜|险胜|完胜|轻取|领先|落后|获胜|取胜|胜出|小胜|告捷|力压"
    "|不敌|负于|惜败|落败|输给|淘汰|横扫"
)
RESULT = re.compile(
    rf"(?P<by>以)?{NOT_INSIDE}(?P<first>[0-9]{{1,3}})(?:比|[:：–-])(?P<second>[0-9]{{1,3}})(?:的(?:总)?比分|(?={WINS}))"
)
STANDING = re.compile(
    rf"(?:(?<=比分)|(?<=比分为)|(?<=比分是)|(?<=总比分)){NOT_INSIDE}(?P<first>[0-9]{{1,3}})[:：–-](?P<second>[0-9]{{1,3}})(?![0-9])"
)
# 工业4.0 and 2.0版: the nought counts.
VERSION = re.compile(
    rf"(?=[0-9]){NOT_INSIDE}[1-9][0-9]?\.0(?=版|工业|时代|阶段|模式|战略|系统)|(?<=工业)[1-9]\.0(?![0-9])"
)
GENERATION = re.compile(
    rf"(?=[0-9]){NOT_INSIDE}(?P<years>[5-9]0|[5-9]5|00|05|10)后(?![来面续期方果勤边天卫置备])"
)
# 10秒25, 1分45秒32: what runners and swimmers need.
TIMED = re.compile(
    rf"(?=[0-9]){NOT_INSIDE}(?:(?P<minutes>[0-9]{{1,2}})分)?(?P<seconds>[0-9]{{1,2}})秒(?P<parts>[0-9]{{1,2}})(?![0-9])"
)
# What flies, sails or shoots by its model: 波音787, 苏-30MK2, 空客A320.
MAKERS = {
    "波音": "Boeing", "空客": "Airbus", "空中客车": "Airbus",
    "苏": "Su", "米": "Mi", "米格": "MiG", "图": "Tu",
    "安": "An", "伊尔": "Il", "雅克": "Yak", "巴航工业": "Embraer", "庞巴迪": "Bombardier",
}  # fmt: skip
MODEL = re.compile(
    rf"(?P<maker>{either(MAKERS)})(?P<model>(?:(?<=[波音空客车业迪])|-)[A-Z]{{0,3}}-?[0-9]{{2,4}}[A-Z]{{0,4}}[0-9]{{0,2}}(?:-[0-9]{{1,4}}[A-Z]{{0,3}})?)(?![0-9A-Za-z年月日%])"
)
MACHINES = {
    "坦克": ("tank", "xe tăng"),
    "战机": ("fighter jet", "máy bay chiến đấu"),
    "战斗机": ("fighter jet", "máy bay chiến đấu"),
    "客机": ("airliner", "máy bay chở khách"),
    "飞机": ("aircraft", "máy bay"),
    "直升机": ("helicopter", "trực thăng"),
    "轰炸机": ("bomber", "máy bay ném bom"),
    "运输机": ("transport aircraft", "máy bay vận tải"),
    "教练机": ("trainer aircraft", "máy bay huấn luyện"),
}
MACHINE = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?P<maker>{either(MAKERS)})(?P<dash>-)?)?"
    rf"(?P<model>[A-Z]{{0,3}}-?[0-9]{{2,4}}[A-Z]{{0,4}}[0-9]{{0,2}}(?:-[0-9]{{1,4}}[A-Z]{{0,3}})?)型?(?P<machine>{either(MACHINES)})"
)
# Units of an army by their number, before those who serve in them.
UNITS_OF_ARMY = {
    "师": ("Division", "Sư đoàn"),
    "旅": ("Brigade", "Lữ đoàn"),
    "团": ("Regiment", "Trung đoàn"),
}
UNIT_OF_ARMY = re.compile(
    rf"第?{NOT_INSIDE}(?P<number>[0-9]{{1,3}})(?P<unit>{either(UNITS_OF_ARMY)})(?=[师旅团]长|副[师旅团]长|政委|官兵|战士|干部|指挥)"
)
VOTES = {
    "赞成": ("votes in favour", "phiếu tán thành"),
    "反对": ("votes against", "phiếu phản đối"),
    "弃权": ("abstentions", "phiếu trắng"),
}
VOTED = re.compile(rf"(?=[0-9]){NOT_INSIDE}(?P<number>[0-9]{{1,4}})票(?P<way>{either(VOTES)})")
ARTICLE = re.compile(
    rf"第(?P<article>[0-9]{{1,3}}|[{HAN_DIGIT}十百]{{1,6}})条第(?P<clause>[0-9]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})款(?:第(?P<point>[0-9a-zđ]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})[点项])?"
)
# 1:45.32 and 4×100米: times and distances of sport.
CLOCKED = re.compile(rf"(?=[0-9]){NOT_INSIDE}[0-9]{{1,2}}[:：][0-5][0-9][.．][0-9]{{1,3}}(?![0-9])")
RELAY = re.compile(rf"(?=[0-9]){NOT_INSIDE}(?P<legs>[0-9]{{1,2}})[×xX*](?P<length>[0-9]{{2,4}})米")


ALWAYS = re.compile(rf"(?=[0-9]){NOT_INSIDE}(?:7[×xX*]24|24[×xX*]7)(?:小时)?(?![0-9])")


def document(match: re.Match[str]) -> Entity:
    """第57-NQ/TW号决议, 第135/2024/NĐ-CP号."""
    number = match["number"].replace("–", "-")
    if not match["kind"]:
        return entity_of(match, EntityType.NUMBER, f"No. {number}", f"số {number}", "label")
    en, vi = DOCUMENTS[match["kind"]]
    return entity_of(match, EntityType.TERM, f"{en} No. {number}", f"{vi} số {number}", "")


def flight(match: re.Match[str]) -> Entity | None:
    """VN123次航班, SE1次列车."""
    if not any(character.isalpha() for character in match["code"]):
        return None
    en, vi = FLIGHTS[match["kind"]]
    return entity_of(match, EntityType.TERM, f"{en} {match['code']}", f"{vi} {match['code']}", "")


def telephone(match: re.Match[str]) -> Entity:
    """电话024.38252931: the number alone, as it is written."""
    number, start = match["number"], match.start("number")
    return Entity(
        number, start, match.end("number"), EntityType.NUMBER, number, number, "", "rule", {}, "label"
    )


def result(match: re.Match[str]) -> Entity:
    """以3比1 before 战胜, 3比1的比分."""
    text = f"{int(match['first'])}-{int(match['second'])}"
    return entity_of(match, EntityType.NUMBER, text, f"với tỷ số {text}", "result")


def standing(match: re.Match[str]) -> Entity:
    """2:1 behind 比分."""
    text = f"{int(match['first'])}-{int(match['second'])}"
    return entity_of(match, EntityType.NUMBER, text, text, "amount")


def timed(match: re.Match[str]) -> Entity:
    """10秒25, 1分45秒32."""
    seconds, parts = match["seconds"], match["parts"]
    if match["minutes"]:
        en = f"{match['minutes']}:{seconds:0>2}.{parts}"
        vi = f"{match['minutes']} phút {seconds} giây {parts}"
    else:
        en, vi = f"{seconds}.{parts} seconds", f"{seconds} giây {parts}"
    return entity_of(match, EntityType.NUMBER, en, vi, "amount")


def model(match: re.Match[str]) -> Entity:
    """波音787, 苏-30MK2."""
    maker = MAKERS[match["maker"]]
    name = f"{maker}{match['model']}" if match["model"].startswith("-") else f"{maker} {match['model']}"
    return entity_of(match, EntityType.TERM, name, name, "")


def machine(match: re.Match[str]) -> Entity | None:
    """苏-30MK2战机, T-54坦克."""
    maker, name = MAKERS.get(match["maker"] or "", ""), match["model"]
    if not maker and not name[0].isalpha():
        return None
    if maker:
        name = (
            f"{maker}-{name.removeprefix('-')}"
            if match["dash"] or name.startswith("-")
            else f"{maker} {name}"
        )
    en, vi = MACHINES[match["machine"]]
    return entity_of(match, EntityType.TERM, f"{name} {en}", f"{vi} {name}", "")


def unit_of_army(match: re.Match[str]) -> Entity:
    """316师 before 师长."""
    en, vi = UNITS_OF_ARMY[match["unit"]]
    number = match["number"]
    return entity_of(match, EntityType.ORGANISATION, f"{en} {number}", f"{vi} {number}", "")


def voted(match: re.Match[str]) -> Entity:
    """445票赞成."""
    number, (en, vi) = int(match["number"]), VOTES[match["way"]]
    if number == 1:
        en = en.replace("votes", "vote").replace("abstentions", "abstention")
    return entity_of(match, EntityType.TERM, f"{number:,} {en}", f"{number:,} {vi}".replace(",", "."), "")


def article(match: re.Match[str]) -> Entity | None:
    """第七十五条第二款."""
    number, clause, point = integer(match["article"]), integer(match["clause"]), match["point"]
    if number is None or clause is None:
        return None
    letter = point if point and point.isascii() else integer(point)
    en, vi = f"Clause {clause}, Article {number}", f"khoản {clause} Điều {number}"
    if letter:
        en, vi = f"Point {letter}, {en}", f"điểm {letter} {vi}"
    return entity_of(match, EntityType.NUMBER, en, vi, "label")


def version(match: re.Match[str]) -> Entity:
    """4.0 in 4.0工业革命."""
    return entity_of(match, EntityType.NUMBER, match[0], match[0], "label")


def generation(match: re.Match[str]) -> Entity:
    """90后, those born since 1990."""
    years = match["years"]
    year = int(years) + (1900 if years[0] in "56789" else 2000)
    vi = f"thế hệ {years[0]}X" if years[0] != "1" else "thế hệ sinh từ năm 2010"
    return entity_of(match, EntityType.TERM, f"post-{year} generation", vi, "")


def clocked(match: re.Match[str]) -> Entity:
    """1:45.32."""
    text = match[0].replace("：", ":").replace("．", ".")
    return entity_of(match, EntityType.NUMBER, text, text, "amount")


def always(match: re.Match[str]) -> Entity:
    """7×24小时."""
    return entity_of(match, EntityType.NUMBER, "24/7", "24/7", "amount")


def relay(match: re.Match[str]) -> Entity:
    """4×100米."""
    text = f"{match['legs']}x{match['length']}m"
    return entity_of(match, EntityType.NUMBER, text, text, "amount")


FINDERS: tuple[Finder, ...] = (
    (DOCUMENT, document),
    (FLIGHT, flight),
    (TELEPHONE, telephone),
    (RESULT, result),
    (STANDING, standing),
    (TIMED, timed),
    (MODEL, model),
    (MACHINE, machine),
    (VOTED, voted),
    (UNIT_OF_ARMY, unit_of_army),
    (ARTICLE, article),
    (VERSION, version),
    (GENERATION, generation),
    (CLOCKED, clocked),
    (RELAY, relay),
    (ALWAYS, always),
)
