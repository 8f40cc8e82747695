"""Words that the engine treats in a way of their own, by class."""

from __future__ import annotations

from translate.lexicon import Sense

COORDINATORS = frozenset(
    [
        "和",
        "与",
        "及",
        "以及",
        "同",
        "跟",
        "或",
        "或者",
        "暨",
        "兼",
        "并",
        "并且",
        "而",
        "且",
        "及其",
        "而且",
        "乃至",
        "还是",
        "、",
        "-",
    ]
)
ASPECTS = frozenset(
    [
        "已",
        "已经",
        "曾",
        "曾经",
        "将",
        "将会",
        "即将",
        "正",
        "正在",
        "刚",
        "刚刚",
        "将要",
        "早已",
        "业已",
        "曾多次",
    ]
)
NEGATIONS = frozenset(
    ["不", "没有", "没", "未", "尚未", "未曾", "并不", "从未", "绝不", "并未", "不会", "不再"]
)
# Verbs that only make a passive of the verb behind them: 得到推进 is to be promoted.
RECEIVING = frozenset(["得到", "受到", "获得", "遭到", "予以", "加以", "获"])
# What is done at a place: 河内举行的会议 is held in Hanoi, not by it.
HELD = frozenset(["举行", "召开", "举办", "开幕", "生产", "种植"])
# Of events: without an object they are what happens to the subject.
TAKING_PLACE = frozenset(["举行", "召开", "举办"])
# Localisers that make a time of a clause: 起飞后.
TIMES = frozenset(
    [
        "时",
        "时候",
        "的时候",
        "之时",
        "后",
        "之后",
        "以后",
        "前",
        "之前",
        "以前",
        "期间",
        "之际",
        "过程中",
        "同时",
    ]
)
# Verbs whose object does something on account of them: 造成12人死亡.
CAUSING = frozenset(
    [
        "造成",
        "导致",
        "致使",
        "致",
        "使",
        "令",
        "使得",
        "引起",
        "引发",
        "迫使",
        "促使",
        "让",
        "吸引",
    ]
)
# Verbs that another one follows to say what for: 采取措施保护环境.
LEADING = frozenset(
    [
        "采取",
        "采取措施",
        "利用",
        "使用",
        "前往",
        "赴",
        "到",
        "去",
        "来",
        "派",
        "派出",
        "派遣",
        "率团",
        "来到",
        "出动",
        "动员",
        "调动",
        "拨款",
        "常用",
        "乘船",
        "乘车",
        "紧急拨款",
    ]
)
PURPOSES = frozenset(["为了", "通过", "经过", "为"])
# Nouns that mostly end a compound: 管理工作, 贸易协定, 发展战略.
COMPOUND_HEADS = frozenset(
    """
    工作 战略 规划 方案 领域 事业 事务 体系 体制 机制 制度 能力 水平 力度 方向 路线
    精神 意识 作用 地位 形势 局势 过程 进程 阶段 模式 方式 方法 标准 资金 设施 设备
    产业 行业 部门 机构 机关 中心 基地 园区 区域 典礼 名录 总数 总额 数量 比例 率
    地点 人员 干部 队伍 专家 网络 平台 系统 程序 结构 组织结构 优势 潜力 委员会 代表团
    """.split()
)
# What a clause of condition opens with, which then needs no 的话.
IF = frozenset(["如果", "如", "若", "假如", "要是"])
# Of things: without an object they are what is done to the subject.
BEFALLING = frozenset(
    ["推迟", "取消", "缩短", "中断", "公布", "建成", "拆除", "修复", "延长", "完成", "实施"]
)
# Verbs of perceiving and getting, in which 到 only says that it came about: 观测到 is to observe.
PERCEIVING = frozenset(
    """
    看 听 见 想 找 得 收 接 遇 碰 买 学 抓 捕 拍 感
    观测 观察 感受 感觉 认识 意识 注意 检测 监测 发现 拍摄 体会 了解 捕捉 预料
    """.split()
)
# Nouns of doing that hardly ever stand before another noun: 改善环境 is to improve it.
DOINGS = frozenset(
    """
    制定 改善 扩大 减少 提高 加强 增加 降低 深化 促进 推动 推进 实现 缩减 削减 巩固 延长 缓解 遏制 放宽 提升
    改变 增强 扩展 优化 取消 否决 维持 吸引 尊重 表彰 祝贺 感谢 缺乏 违反 侵犯 引进 转变 逮捕 承认 建立
    构建 保障 维护 完善 保护 改进 革新 阻止 克服 打击 争取 限制 创造 鼓励 考虑 拓展 简化 扩建 兴建 宣布
    分享 消除 采用
    """.split()
)
# Localisers that stand behind things only, never behind what is done.
WITHOUT_VERB = frozenset(
    "里 内 外 间 之间 中间 以上 以下 以内 以外 附近 周围 旁 旁边 边 内部 外部 沿岸 一带 境内 中央".split()
)
WITHOUT_VERB_ENDINGS = ("部", "边")
# Verbs whose object may be what is done: 加快改革行政手续.
FURTHERING = frozenset("加快 加速 加强 推进 参与 支持 反对 停止 着手 致力于 负责 从事".split())
# What is told apart by its size: 世界三大经济体.
RANKED = tuple(
    """
    出口国 进口国 生产国 大国 国家 市场 经济体 城市 港口 港 公司 企业 集团 银行 伙伴 来源地 平原 机场 粮仓
    湖 河流 岛屿 都市 产地 消费国 投资国
    """.split()
)
# What a noun that names people ends with, and what its Vietnamese begins with.
PEOPLE = ("人", "者", "员", "家", "师", "长", "生", "民", "客")
HUMAN = frozenset(
    [
        "người", "nhà", "nhân", "chuyên", "thành", "học", "sinh", "du", "khách", "giáo", "bác", "phóng", "cư",
        "công", "nông", "lãnh", "chủ", "nạn", "bệnh", "thí", "vận", "diễn", "kỹ", "luật", "đại", "cán", "kẻ",
        "hành", "tác", "dân", "ngư",
    ]
)  # fmt: skip


def names_person(sense: Sense) -> bool:
    """Whether a noun names people."""
    return sense.zh.endswith(PEOPLE) and sense.number == "c" and sense.vi.split(" ")[0] in HUMAN
