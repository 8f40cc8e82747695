"""Storms: typhoons by their names of the World Meteorological Organization, 台风“摩羯” as Typhoon Yagi.

Most names are ordinary words in Chinese, so they count only beside 台风 or 风暴, or in quotation marks in a
text that speaks of storms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.entities.figures import either, integer
from translate.row import Entity, EntityType

# The names of the western Pacific, those retired lately too.
NAMES = {
    "达维": "Damrey", "海葵": "Haikui", "鸿雁": "Kirogi", "鸳鸯": "Yun-yeung", "小犬": "Koinu",
    "布拉万": "Bolaven", "三巴": "Sanba", "杰拉华": "Jelawat", "艾云尼": "Ewiniar", "马力斯": "Maliksi",
    "格美": "Gaemi", "派比安": "Prapiroon", "玛莉亚": "Maria", "山神": "Son-Tinh", "安比": "Ampil",
    "悟空": "Wukong", "云雀": "Jongdari", "珊珊": "Shanshan", "摩羯": "Yagi", "丽琵": "Leepi",
    "贝碧嘉": "Bebinca", "普拉桑": "Pulasan", "苏力": "Soulik", "西马仑": "Cimaron", "飞燕": "Jebi",
    "山陀儿": "Krathon", "百里嘉": "Barijat", "潭美": "Trami", "康妮": "Kong-rey", "银杏": "Yinxing",
    "桃芝": "Toraji", "万宜": "Man-yi", "天兔": "Usagi", "帕布": "Pabuk", "蝴蝶": "Wutip",
    "圣帕": "Sepat", "木恩": "Mun", "丹娜丝": "Danas", "百合": "Nari", "韦帕": "Wipha",
    "范斯高": "Francisco", "竹节草": "Co-may", "罗莎": "Krosa", "白鹿": "Bailu", "杨柳": "Podul",
    "玲玲": "Lingling", "剑鱼": "Kajiki", "蓝湖": "Nongfa", "琵琶": "Peipah", "塔巴": "Tapah",
    "米娜": "Mitag", "桦加沙": "Ragasa", "浣熊": "Neoguri", "博罗依": "Bualoi", "麦德姆": "Matmo",
    "夏浪": "Halong", "娜基莉": "Nakri", "风神": "Fengshen", "海鸥": "Kalmaegi", "凤凰": "Fung-wong",
    "天琴": "Koto", "洛鞍": "Nokaen", "西望洋": "Penha", "鹦鹉": "Nuri", "森拉克": "Sinlaku",
    "黑格比": "Hagupit", "蔷薇": "Jangmi", "米克拉": "Mekkhala", "海高斯": "Higos", "巴威": "Bavi",
    "美莎克": "Maysak", "海神": "Haishen", "红霞": "Noul", "白海豚": "Dolphin", "鲸鱼": "Kujira",
    "灿鸿": "Chan-hom", "浪卡": "Nangka", "沙德尔": "Saudel", "莫拉菲": "Molave", "天鹅": "Goni",
    "艾莎尼": "Atsani", "艾涛": "Etau", "环高": "Vamco", "科罗旺": "Krovanh", "杜鹃": "Dujuan",
    "舒力基": "Surigae", "彩云": "Choi-wan", "小熊": "Koguma", "蔷琵": "Champi", "烟花": "In-fa",
    "查帕卡": "Cempaka", "尼伯特": "Nepartak", "卢碧": "Lupit", "银河": "Mirinae", "妮妲": "Nida",
    "奥麦斯": "Omais", "康森": "Conson", "灿都": "Chanthu", "电母": "Dianmu", "蒲公英": "Mindulle",
    "狮子山": "Lionrock", "圆规": "Kompasu", "南川": "Namtheun", "玛瑙": "Malou", "妮亚图": "Nyatoh",
    "雷伊": "Rai", "马勒卡": "Malakas", "鲇鱼": "Megi", "暹芭": "Chaba", "艾利": "Aere",
    "桑达": "Songda", "翠丝": "Trases", "木兰": "Mulan", "米雷": "Meari", "马鞍": "Ma-on",
    "蝎虎": "Tokage", "轩岚诺": "Hinnamnor", "梅花": "Muifa", "苗柏": "Merbok", "南玛都": "Nanmadol",
    "塔拉斯": "Talas", "奥鹿": "Noru", "玫瑰": "Kulap", "洛克": "Roke", "桑卡": "Sonca",
    "纳沙": "Nesat", "海棠": "Haitang", "尼格": "Nalgae", "榕树": "Banyan", "山猫": "Yamaneko",
    "帕卡": "Pakhar", "珊瑚": "Sanvu", "玛娃": "Mawar", "古超": "Guchol", "泰利": "Talim",
    "杜苏芮": "Doksuri", "卡努": "Khanun", "兰恩": "Lan", "苏拉": "Saola", "海燕": "Haiyan",
    "利奇马": "Lekima", "山竹": "Mangkhut", "天鸽": "Hato", "莲花": "Linfa", "海贝思": "Hagibis",
}  # fmt: skip
KINDS = {
    "超强台风": ("Super Typhoon", "siêu bão"),
    "强台风": ("Severe Typhoon", "bão"),
    "台风": ("Typhoon", "bão"),
    "强热带风暴": ("Severe Tropical Storm", "bão nhiệt đới"),
    "热带风暴": ("Tropical Storm", "bão nhiệt đới"),
    "热带低压": ("Tropical Depression", "áp thấp nhiệt đới"),
    "风暴": ("Storm", "bão"),
}
NAME = f"(?P<name>{either(NAMES)})"
KIND = f"(?P<kind>{either(KINDS)})"
STORM = re.compile(
    rf"(?:第?(?P<number>[0-9]{{1,2}})号)?{KIND}"
    rf"(?:[“\"「『‘《]{NAME}[”\"」』’》]|{NAME.replace('name', 'bare')})"
)
BEHIND = re.compile(rf"[“\"「『‘]?{NAME}[”\"」』’]?{KIND}(?![季圈预警])")
QUOTED = re.compile(rf"[“\"「『‘]{NAME}[”\"」』’]")
ABOUT_STORMS = re.compile("台风|热带风暴|热带低压|风暴潮|登陆")


def storms(text: str) -> Iterator[Entity]:
    """The storms that a Simplified text names."""
    for match in STORM.finditer(text):
        yield storm(match, match["name"] or match["bare"], match["number"])
    for match in BEHIND.finditer(text):
        yield storm(match, match["name"], None)
    if ABOUT_STORMS.search(text):
        for match in QUOTED.finditer(text):
            name = NAMES[match["name"]]
            yield Entity(match[0], match.start(), match.end(), EntityType.EVENT, name, name, NOTE, "rule")


NOTE = "Name of a storm from the list of the western Pacific"


def storm(match: re.Match[str], name: str, number: str | None) -> Entity:
    """A storm with its kind, and with Vietnam's number of it where it is told."""
    en, vi = KINDS[match["kind"]]
    latin, count = NAMES[name], integer(number)
    if count:
        en, vi, latin = f"{en} No. {count}", f"{vi} số {count}", f"({latin})"
    return Entity(
        match[0], match.start(), match.end(), EntityType.EVENT, f"{en} {latin}", f"{vi} {latin}", NOTE, "rule"
    )
