"""Fields: what a ministry, institute or conference is for, put together from the lexicon's words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from translate.lexicon import CORE, Lexicon, vietnamese
from translate.words import Segmenter

JOINERS = frozenset("和与及、")
NO_FIELD = frozenset("的是在了不将对向第各有该这那其上下")
# Words that names of bodies say otherwise than running text.
IN_NAMES = {
    "建筑": ("Architecture", "Kiến trúc"),
    "规划": ("Planning", "Quy hoạch"),
    "计划": ("Planning", "Kế hoạch"),
    "种植": ("Crop Production", "Trồng trọt"),
    "传播": ("Communications", "Truyền thông"),
    "矿产": ("Minerals", "Khoáng sản"),
    "煤炭": ("Coal", "Than"),
    "警察": ("Police", "Cảnh sát"),
    "兽医": ("Animal Health", "Thú y"),
    "畜牧": ("Livestock Production", "Chăn nuôi"),
    "新闻": ("Press", "Báo chí"),
    "电影": ("Cinema", "Điện ảnh"),
    "师范": ("Education", "Sư phạm"),
    "外语": ("Foreign Languages", "Ngoại ngữ"),
    "军医": ("Military Medicine", "Quân y"),
    "医科": ("Medicine", "Y"),
    "医药": ("Medicine and Pharmacy", "Y Dược"),
    "水利": ("Water Resources", "Thủy lợi"),
    "理工": ("Technology", "Bách khoa"),
    "百科": ("Science and Technology", "Bách khoa"),
    "工商": ("Commerce and Industry", "Công Thương"),
    "数字化": ("Digitalisation", "Số hóa"),
    "数字化转型": ("Digital Transformation", "Chuyển đổi số"),
    "法律": ("Law", "Luật"),
    "国际法": ("International Law", "Luật pháp quốc tế"),
    "对外": ("External Relations", "Đối ngoại"),
    "维和": ("Peacekeeping", "Gìn giữ hòa bình"),
    "儿科": ("Paediatrics", "Nhi"),
    "友谊": ("Friendship", "Hữu nghị"),
    "自然灾害": ("Natural Disaster", "Thiên tai"),
    "防治": ("Prevention and Control", "Phòng, chống"),
    "防控": ("Prevention and Control", "Phòng, chống"),
    "植物": ("Plant", "Thực vật"),
    "儿童": ("Children", "Trẻ em"),
    "妇产": ("Obstetrics and Gynaecology", "Phụ sản"),
    "肿瘤": ("Oncology", "Ung bướu"),
    "心脏": ("Heart", "Tim"),
    "口腔": ("Odonto-Stomatology", "Răng Hàm Mặt"),
    "眼科": ("Eye", "Mắt"),
    "石油": ("Petroleum", "Dầu khí"),
    "油气": ("Oil and Gas", "Dầu khí"),
    "出口加工区": ("Export Processing Zones", "Khu chế xuất"),
    "工业区": ("Industrial Zones", "Khu công nghiệp"),
    "工业园区": ("Industrial Parks", "Khu công nghiệp"),
    "高科技园": ("Hi-Tech Park", "Khu công nghệ cao"),
    "高科技园区": ("Hi-Tech Park", "Khu công nghệ cao"),
    "经济区": ("Economic Zones", "Khu kinh tế"),
    "青年企业家": ("Young Entrepreneurs", "Doanh nhân trẻ"),
    "中小企业": ("Small and Medium-sized Enterprises", "Doanh nghiệp nhỏ và vừa"),
    "知识产权": ("Intellectual Property", "Sở hữu trí tuệ"),
    "社会保险": ("Social Security", "Bảo hiểm xã hội"),
    "棉纺织": ("Cotton and Spinning", "Bông sợi"),
    "贪污腐败": ("Corruption", "tham nhũng"),
    "腐败": ("Corruption", "tham nhũng"),
    "浪费": ("Wastefulness", "lãng phí"),
    "消极": ("Negative Phenomena", "tiêu cực"),
    "反腐败": ("Anti-Corruption", "phòng, chống tham nhũng"),
    "毒品": ("Drugs", "ma túy"),
    "犯罪": ("Crime", "tội phạm"),
}
# What is said of a whole field: before it in English, behind it in Vietnamese.
QUALITIES = {
    "国家": ("National", "quốc gia"),
    "全国": ("National", "toàn quốc"),
    "国际": ("International", "quốc tế"),
    "数字": ("Digital", "số"),
    "高新": ("High", "cao"),
    "外国": ("Foreign", "nước ngoài"),
}
# Nouns that the nouns before them tell the kind of: 汽车工业.
GOVERNING = frozenset("工业 产业 技术 企业 产品 设备 行业 市场 政策 安全 资源 服务 科学".split())
NAMED_WORD = re.compile("|".join(sorted([*IN_NAMES, *QUALITIES], key=len, reverse=True)))
NOMINAL = re.compile("^(?:sự|công tác) ")


@dataclass(frozen=True, slots=True)
class Field:
    """A field in both languages."""

    en: str
    vi: str


class Fields:
    """Reads rows of words as the name of a field."""

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        self._lexicon = lexicon
        self._segmenter = segmenter

    def listed(self, words: str, *, in_a_row: bool = True) -> Field | None:
        """Nouns as a list: Culture, Sports and Tourism. None where a word is no noun.

        ``in_a_row`` says that nouns may follow each other without an and.
        """
        due = True
        english: list[str] = []
        vietnamese_: list[str] = []
        quality: Field | None = None
        for word in self._words(words):
            if word in JOINERS:
                due = True
                continue
            if not (due or in_a_row):
                return None
            due = False
            found = Field(*IN_NAMES[word]) if word in IN_NAMES else self._sense(word, "n")
            if found is None:
                quality, due = self._sense(word, "ab"), True
                if quality is None:
                    return None
                continue
            if quality is not None:
                found = Field(f"{quality.en} {found.en}", f"{found.vi} {quality.vi}")
                quality = None
            english.append(titled(found.en))
            vietnamese_.append(upper_first(found.vi))
        if not english or quality is not None:
            return None
        return Field(row(english, "and"), row(vietnamese_, "và"))

    def attributive(self, words: str) -> Field | None:
        """Words before a noun, adjectives if possible: National Diplomatic, ngoại giao toàn quốc."""
        english: list[str] = []
        vietnamese_: list[str] = []
        for word in self._words(words):
            found = self._sense(word, "b") or self._sense(word, "na")
            if found is None:
                return None
            english.append(titled(found.en))
            vietnamese_.insert(0, found.vi)
        if not english:
            return None
        return Field(" ".join(english), " ".join(vietnamese_))

    def qualities(self, words: str) -> Field | None:
        """Words joined by 、 and 和 before a noun: Economic, Cultural and so on. None if one is unknown."""
        english: list[str] = []
        vietnamese_: list[str] = []
        for part in re.split("[和与及、]", words):
            field = self.attributive(part) if part else None
            if field is None:
                return None
            # 科技 is two in English: scientific and technological.
            english += field.en.split(" and ")
            vietnamese_.append(field.vi)
        return Field(row(english, "and"), row(vietnamese_, "và"))

    def named(self, words: str) -> Field | None:
        """A field as the name of a body has it: Plant Protection, Bảo vệ thực vật. None if unknown.

        A word that is also a verb governs the nouns before it in its part; other nouns are a list.
        """
        english: list[str] = []
        vietnamese_: list[str] = []
        for part in re.split("以及|[和与及、]", words):
            field = self._compound(part) if part else None
            if field is None:
                return None
            english.append(field.en)
            vietnamese_.append(field.vi)
        return Field(row(english, "and"), row(vietnamese_, "và"))

    def _compound(self, part: str) -> Field | None:
        words = self._named_words(part)
        qualities = [QUALITIES[word] for word in words if word in QUALITIES]
        nouns = [word for word in words if word not in QUALITIES]
        fields = [self._in_name(word) for word in nouns]
        found = [field for field in fields if field is not None]
        if not found or len(found) < len(fields):
            return None
        if len(found) > 1 and self._governs(nouns[-1]):
            en = " ".join(field.en for field in found)
            vi = " ".join((found[-1].vi, *(lower_first(field.vi) for field in found[-2::-1])))
        else:
            en = row([field.en for field in found], "and")
            vi = row([field.vi for field in found], "và")
        before, behind = (
            (" ".join(texts) for texts in zip(*qualities, strict=True)) if qualities else ("", "")
        )
        return Field(f"{before} {en}".strip(), f"{vi} {behind}".strip())

    def _named_words(self, part: str) -> list[str]:
        """The words of a part, those that names say otherwise taken out first."""
        words: list[str] = []
        position = 0
        for match in NAMED_WORD.finditer(part):
            if match.start() > position:
                words += self._words(part[position : match.start()])
            words.append(match[0])
            position = match.end()
        return words + (self._words(part[position:]) if position < len(part) else [])

    def _in_name(self, word: str) -> Field | None:
        if word in IN_NAMES:
            return Field(*IN_NAMES[word])
        noun = self._sense(word, "n")
        if noun is None:
            return None
        return Field(titled(noun.en), upper_first(NOMINAL.sub("", noun.vi)))

    def _governs(self, word: str) -> bool:
        """Whether a noun is an activity, which the nouns before it tell the object of."""
        senses = self._lexicon.get(word)
        return word in GOVERNING or any(sense.pos == "v" and sense.layer == CORE for sense in senses)

    def _words(self, words: str) -> list[str]:
        if not NO_FIELD.isdisjoint(words):
            return ["的"]
        found = [words[start:end] for start, end in self._segmenter.spans(words)]
        # Single characters are pieces of a name that is none of ours: 云, 南, 省.
        return ["的"] if any(len(word) == 1 and word not in JOINERS for word in found) else found

    def _sense(self, word: str, pos: str) -> Field | None:
        for sense in self._lexicon.get(word):
            if sense.pos in pos and sense.layer == CORE and sense.en and sense.vi:
                return Field(sense.en, vietnamese(sense))
        return None


def titled(name: str) -> str:
    """English words of a name with their first letters in upper case."""
    return " ".join(
        upper_first(part) if part not in ("of", "and", "the", "in") else part for part in name.split(" ")
    )


def upper_first(name: str) -> str:
    """A name with its first letter in upper case, the others as they are."""
    return name[:1].upper() + name[1:]


def lower_first(name: str) -> str:
    """A name with its first letter in lower case: what follows the first word of a Vietnamese name."""
    return name[:1].lower() + name[1:]


def row(names: list[str], last: str) -> str:
    """Names in a row: A, B and C."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"
