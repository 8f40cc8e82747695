"""Derives readings/tones.tsv and polyphones.tsv from pypinyin and the core lexicon.

Run: ``python -m seeds.tools.derive_syllables``. A word's Hán-Việt is told from its Vietnamese: where all
syllables but one are the characters' usual readings and that one is a further reading of its character,
it is how the character is read there, as 长 trưởng in 增长 tăng trưởng.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from pypinyin import phrases_dict, pinyin_dict

from seeds.tables import read_cells
from seeds.tools.table import SEEDS, write_table

# 一 and 不 change their tone before others; dictionaries and textbooks write the tone they have alone.
SANDHI = {"一": "yī", "不": "bù"}
# Further Hán-Việt readings of characters, those that a word of the core lexicon has.
FURTHER = (
    "长trưởng 传truyền 观quan 使sứ 相tướng 过qua 难nạn 间gián 分phần 分phận 葬tang 干cán 断đoán 强cưỡng 住trú"
    " 累lũy 占chiếm 周chủ 将tương 少thiểu 耗hao 散tản 调điệu 守thú 径kinh 称xứng 纵túng 计kê 要yêu 勾cấu"
    " 吹xúy 领lãnh 命mạng 退thoái 司tư 武vũ 带đới 复phức 乐lạc 牺hy 宗tôn 比tỷ 潮trào 咖cà 营dinh 行hàng"
    " 刺thứ 浓nồng 腐phụ 降hàng 主chúa 重trùng 从tùng 进tấn 希hy 暴bộc 纂soạn 采thái 丹đơn 驸phò"
)


def usual() -> dict[str, str]:
    """Character to the reading that pypinyin lists first."""
    listed = {chr(code): readings.split(",")[0] for code, readings in pinyin_dict.pinyin_dict.items()}
    return {character: reading for character, reading in listed.items() if "\u3400" <= character <= "\u9fff"}


def toned(lexicon: Collection[str], alone: Mapping[str, str]) -> dict[str, str]:
    """Words of the lexicon that are read otherwise than their characters and the words within them."""
    found: dict[str, str] = {}
    for word in sorted(phrases_dict.phrases_dict, key=len):
        readings = phrases_dict.phrases_dict[word]
        if word not in lexicon or len(word) < 2 or len(readings) != len(word):
            continue
        syllables = [SANDHI.get(c, r[0]) for c, r in zip(word, readings, strict=True)]
        if syllables != composed(word, found, alone):
            found[word] = " ".join(syllables)
    return found


def composed(word: str, found: Mapping[str, str], alone: Mapping[str, str]) -> list[str]:
    """A word's reading by what is known of shorter words, the longest first."""
    syllables: list[str] = []
    while len(syllables) < len(word):
        at = len(syllables)
        for end in range(len(word), at + 1, -1):
            if word[at:end] in found:
                syllables += found[word[at:end]].split()
                break
        else:
            syllables.append(alone.get(word[at], ""))
    return syllables


def borrowed(core: Sequence[Sequence[str]]) -> dict[str, str]:
    """Words whose Vietnamese reads one character otherwise than usual."""
    usual = {cells[0]: cells[1] for cells in read_cells(SEEDS / "readings" / "hanviet.tsv")}
    further = frozenset(FURTHER.split())
    found: dict[str, str] = {}
    for word, _, _, vietnamese, *_ in core:
        syllables = vietnamese.lower().split()
        if word in found or len(word) < 2 or len(syllables) != len(word):
            continue
        read = [usual.get(character, "") for character in word]
        pairs = zip(word, syllables, read, strict=True)
        odd = [character + syllable for character, syllable, alone in pairs if syllable != alone]
        if len(odd) == 1 and odd[0] in further:
            found[word] = " ".join(syllables)
    return found


def main() -> None:
    """Both tables."""
    folder, alone = SEEDS / "lexicon", usual()
    core = [row for table in sorted(folder.glob("core*.tsv")) for row in read_cells(table) if len(row) > 3]
    lexicon = {row[0] for row in core} | {row[0] for row in read_cells(folder / "cedict.tsv")}
    write_table(SEEDS / "readings" / "tones.tsv", ["zh", "pinyin"], alone.items())
    pinyin, hanviet = toned(lexicon, alone), borrowed(core)
    words = sorted(pinyin.keys() | hanviet.keys())
    rows = [(word, pinyin.get(word, ""), hanviet.get(word, "")) for word in words]
    write_table(SEEDS / "readings" / "polyphones.tsv", ["zh", "pinyin", "hanviet"], rows)


if __name__ == "__main__":
    main()
