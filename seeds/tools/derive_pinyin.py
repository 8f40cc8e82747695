"""Derives readings/pinyin.tsv from the package pypinyin: ``python -m seeds.tools.derive_pinyin``."""

from __future__ import annotations

from collections import Counter

from pypinyin import Style, phrases_dict, pinyin_dict
from pypinyin.style import convert

from seeds.tools.table import SEEDS, write_table

# Surnames that are read otherwise than the word.
SURNAMES = {
    "仇": "qiu", "任": "ren", "单": "shan", "区": "ou", "朴": "piao", "查": "zha", "曾": "zeng", "盖": "ge",
    "秘": "bi", "繁": "po", "纪": "ji", "缪": "miao", "翟": "zhai", "能": "nai", "华": "hua", "解": "xie",
    "覃": "qin", "那": "na", "重": "chong", "员": "yun", "乐": "yue", "冼": "xian", "尉": "wei", "折": "she",
    "种": "chong", "祭": "zhai", "葛": "ge", "逄": "pang", "隗": "wei", "万": "wan", "俞": "yu", "洗": "xian",
    "召": "shao", "哈": "ha", "宓": "mi", "应": "ying", "於": "yu", "柏": "bai", "石": "shi", "贾": "jia",
    "车": "che", "都": "du", "长": "zhang", "阚": "kan", "黑": "he", "沈": "shen", "尹": "yin", "宁": "ning",
}  # fmt: skip
# How often a reading must occur among those of a character in phrases to be kept beside the first.
SHARE = 0.02


def plain(syllable: str) -> str:
    """A syllable without its tone; ü stays."""
    bare = convert(syllable, Style.NORMAL, strict=True)
    return bare.replace("v", "ü")


def main() -> None:
    """The readings of a character, the usual one first, then those its words have, then the surname's."""
    used: dict[str, Counter[str]] = {}
    for phrase, syllables in phrases_dict.phrases_dict.items():
        for character, readings in zip(phrase, syllables, strict=False):
            used.setdefault(character, Counter())[plain(readings[0])] += 1
    rows = []
    for code, listed in pinyin_dict.pinyin_dict.items():
        character = chr(code)
        if not "\u4e00" <= character <= "\u9fff":
            continue
        first = plain(listed.split(",")[0])
        counts = used.get(character, Counter())
        often = [reading for reading, count in counts.most_common() if count >= SHARE * counts.total()]
        rows.append((character, " ".join(dict.fromkeys([first, *often])), SURNAMES.get(character, "")))
    write_table(SEEDS / "readings" / "pinyin.tsv", ["zh", "readings", "surname"], rows)


if __name__ == "__main__":
    main()
