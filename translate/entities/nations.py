"""Nations: where a person is from, as far as it decides how the name is written."""

from __future__ import annotations

import re
from enum import Enum, auto


class Nation(Enum):
    """Groups of countries whose people's names are rendered in one way."""

    UNKNOWN = auto()
    VIETNAM = auto()
    CHINA = auto()
    # Chinese names, but not in pinyin.
    OVERSEAS = auto()
    KOREA = auto()
    NORTH_KOREA = auto()
    JAPAN = auto()
    ELSEWHERE = auto()


NAMED = {
    Nation.VIETNAM: "越南 越共 越方 越中 越老 越柬 越美 越日 越韩 越俄 胡志明 河内 岘港 海防 芹苴 顺化",
    Nation.CHINA: (
        "中国 中方 中共 中越 中老 中柬 全国政协 全国人大 北京 上海 天津 重庆 云南 广西 广东 四川 海南 贵州"
        " 湖南 湖北 河南 河北 山东 山西 陕西 甘肃 青海 江苏 江西 浙江 安徽 福建 辽宁 吉林 黑龙江 内蒙古"
        " 宁夏 新疆 西藏 深圳 广州 昆明 南宁"
    ),
    Nation.OVERSEAS: "台湾 香港 澳门 新加坡 马来西亚",
    Nation.KOREA: "韩国 韩方 韩越 首尔 釜山",
    Nation.NORTH_KOREA: "朝鲜 朝方 平壤",
    Nation.JAPAN: "日本 日方 日越 东京 大阪",
    Nation.ELSEWHERE: (
        "老挝 老越 柬埔寨 柬越 泰国 缅甸 印度 印尼 菲律宾 文莱 东帝汶 蒙古国 美国 加拿大 墨西哥 巴西 阿根廷"
        " 智利 古巴 英国 法国 德国 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 芬兰 丹麦 波兰 捷克"
        " 匈牙利 奥地利 希腊 俄罗斯 白俄罗斯 乌克兰 哈萨克斯坦 欧盟 欧洲 澳大利亚 新西兰 以色列 伊朗 伊拉克"
        " 沙特 阿联酋 土耳其 埃及 南非 阿尔及利亚 莫桑比克 安哥拉"
    ),
}
NATIONS = {word: nation for nation, words in NAMED.items() for word in words.split()}
# Provinces and bodies that no other country has; some of them only with their kind.
VIETNAMESE = (
    "越侨 国会代表 人民议会 安江 北江 北件 薄辽 北宁 槟椥 平定省 平阳 平福 平顺 金瓯 高平省 多乐 得乐 多农"
    " 得农 奠边 同奈 同塔 嘉莱 河江 河静 海阳 后江 和平省 兴安省 庆和省 坚江 昆嵩 莱州 谅山 老街 林同 隆安"
    " 南定 乂安 宁平 宁顺 富寿 富安省 广平 广南 广义省 广宁 广治 朔庄 山罗 西宁省 太平省 太原省 清化 承天"
    " 前江省 茶荣 宣光 永隆 永福 安沛 巴地头顿"
)
TOLD_BY = NATIONS | dict.fromkeys(VIETNAMESE.split(), Nation.VIETNAM)
# The country of a post is not the person's: 驻中国大使; nor is the peninsula: 朝鲜半岛.
COUNTRY = re.compile(f"(?<!驻)(?:{'|'.join(sorted(TOLD_BY, key=len, reverse=True))})(?!半岛|族|战争)")


def first_nation(text: str, start: int, end: int) -> Nation:
    """The nation that is named first between two offsets."""
    country = COUNTRY.search(text, start, end)
    return TOLD_BY[country[0]] if country else Nation.UNKNOWN
