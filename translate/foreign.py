"""Foreign names: how likely a row of characters only spells the sounds of one."""

from __future__ import annotations

from collections.abc import Iterator

# Characters that spell sounds, the commonest in names first; the cost is that of each in such a row.
SOUNDS = {
    3.3: "尔斯拉克特里德夫卡阿布塔",
    4.5: "巴哈格罗尼科瓦维奥达亚伊托普诺利洛纳勒莱姆蒂弗萨茨",
    5.3: "雷塞帕曼莫埃贝什奇菲兰加迪恩威图赫穆凯伦耶戈朗圣鲁顿默扎雅伯希波瑟索佩韦坦乌博杰娜玛杜"
    "涅沃霍妮艾劳蒙谢卢逊珀桑翰芬琳奎亨莉丽乔冈兹麦彼摩努迈堡丹",
    6.5: "基马西比库安切古登林森约费丁皮盖福路施莎查泰辛宁拜豪沙易根士苏班契卜佛肯芙温泽赖宾考舒"
    "夏汀娅瑞密奈甘派英保吕珍彻果思潘甫捷琼纽康柯颂隆汉胡齐提廉多法文内列金米梅",
}
COSTS = {character: cost for cost, characters in SOUNDS.items() for character in characters}
# What a name costs besides its characters, and how much more one of only two characters.
NAME, SHORT = 9.5, 3.0
LONGEST = 9
# A row is a name only if some of its characters hardly spell anything but names.
TELLING = frozenset(SOUNDS[3.3] + SOUNDS[4.5] + SOUNDS[5.3]) - frozenset("加里达图丽圣波雷普默易")


def foreign_names(text: str) -> Iterator[tuple[int, int, float]]:
    """The stretches of a text that may spell a foreign name, with what each costs in the word lattice."""
    length = len(text)
    for start in range(length - 1):
        cost, telling = NAME, 0
        for end in range(start + 1, min(length, start + LONGEST) + 1):
            character = text[end - 1]
            more = COSTS.get(character)
            if more is None:
                break
            cost += more
            telling += character in TELLING
            size = end - start
            if size >= 2 and telling * 2 >= size:
                yield start, end, cost + (SHORT if size == 2 else 0.0)


def is_foreign_name(word: str) -> bool:
    """Whether a word of no dictionary spells a foreign name."""
    return len(word) >= 2 and all(character in COSTS for character in word)
