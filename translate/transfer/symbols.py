"""Words that the grammar names or treats in a way of their own."""

from __future__ import annotations

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
# Words that rules name, beside whatever else they are; those of one line behave alike.
SYMBOLS: dict[str, tuple[str, ...]] = {
    "值": ("值", "逢", "适逢", "当", "在", "于"),
    "以来": ("以来", "后", "以后", "之后"),
    "暨": ("暨",),
    "大": ("大",),
    "多": ("多", "余"),
    "起来": ("起来", "出来", "下来", "下去", "上去", "上来", "过来", "出去", "进来", "回来"),
    "起": ("起", "开始"),
    "到": ("到", "至"),
    "成": ("成", "成为", "为", "作", "做", "成了"),
    "除": ("除", "除了"),
    "外": ("外", "以外", "之外"),
    "来说": ("来说", "来讲", "而言", "说来"),
    "左右": ("左右", "上下"),
    "前后": ("前后",),
    "既": ("既", "既是"),
    "又": ("又", "也", "且"),
    "一边": ("一边", "一面"),
    "人": ("人",),
    "点": ("点",),
    "太": ("太",),
    "为主": ("为主",),
    "相比": ("相比", "相比较"),
    "越": ("越", "愈"),
    "的话": ("的话",),
    "号": ("号",),
    "随着": ("随着",),
    "着": ("着",),
    "过": ("过",),
    "没有": ("没有", "没"),
    "之所以": ("之所以",),
    "因为": ("因为", "由于"),
    "请": ("请",),
    "不要": ("不要", "勿", "切勿", "别"),
    "如何": ("如何", "怎样", "怎么"),
    "完": ("完", "完毕"),
    "其中": ("其中",),
    "题为": ("题为",),
    "逢": ("值", "逢", "适逢"),
    "应": ("应",),
    "此": ("此",),
    "包括": ("包括",),
    "在内": ("在内",),
    "受": ("受", "受到"),
    "影响": ("影响",),
    "驻": ("驻",),
    "大关": ("大关",),
    "看来": ("看来",),
    "连续": ("连续",),
    "对": ("对", "对于"),
    "进行": ("进行", "加以", "予以", "开展"),
    "保持": ("保持",),
    "感到": ("感到",),
    "维持": ("维持", "保持"),
    "不变": ("不变",),
    "死亡": ("死亡", "遇难", "丧生", "身亡"),
    "受伤": ("受伤",),
    "定于": ("定于",),
    "领域": ("领域", "行业"),
    "首次": ("首次", "第一次", "首度"),
    "特别是": ("特别是", "尤其是"),
    "当地时间": ("当地时间",),
    "预计": ("预计", "预期"),
    "禁止": ("禁止",),
    "防止": ("防止", "阻止", "避免"),
    "判处": ("判处",),
    "有期徒刑": ("有期徒刑", "监禁"),
    "该": ("该", "本"),
    "而": ("而",),
    "说": ("说", "称", "道"),
    "作为": ("作为",),
}
SYMBOLS_OF = {
    word: tuple(symbol for symbol, words in SYMBOLS.items() if word in words)
    for words in SYMBOLS.values()
    for word in words
}
# What has a sense of its own beside the rules that name it.
SENSED: dict[str, tuple[str, frozenset[str]]] = {
    "有": ("v", frozenset(["有"])),
    "从": ("p", frozenset(["从", "自"])),
    "比": ("p", frozenset(["比"])),
    "以": ("p", frozenset(["以"])),
    "与": ("p", frozenset(["与", "和", "同", "跟"])),
    "为所": ("p", frozenset(["为"])),
    "邀请": ("n", frozenset(["邀请"])),
    "vb": ("v", frozenset(["投资", "斥资", "耗资", "出资", "拨款", "花", "花费", "投入", "拨出"])),
    "nk": ("n", frozenset(["故事", "消息", "报道", "情况", "可能性", "场面", "照片", "画面", "现象"])),
    "nl": (
        "n",
        frozenset([*"国省市县村镇州郡乡坊区岛", "地区", "城市"]),
    ),
}
OWN_NAME = frozenset(
    ["在", "由", "被", "把", "的", "地", "得", "了", "所", "等", "们", "之一", "是", "来", "、"]
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
        "推动",
        "促进",
        "带动",
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
    ]
)
PURPOSES = frozenset(["为了", "通过", "经过", "为"])
# Nouns that mostly end a compound: 管理工作, 贸易协定, 发展战略.
COMPOUND_HEADS = frozenset(
    """
    工作 战略 规划 方案 领域 事业 事务 体系 体制 机制 制度 能力 水平 力度 方向 路线
    精神 意识 作用 地位 形势 局势 过程 进程 阶段 模式 方式 方法 标准 资金 设施 设备
    产业 行业 部门 机构 机关 中心 基地 园区 区域 典礼 名录 总数 总额 数量 比例 率
    人员 干部 队伍 专家 网络 平台 系统 程序 结构 组织结构 优势 潜力 委员会 代表团
    """.split()
)
# What a clause of condition opens with, which then needs no 的话.
IF = frozenset(["如果", "如", "若", "假如", "要是"])
# Of things: without an object they are what is done to the subject.
BEFALLING = frozenset(["推迟", "取消", "缩短", "中断", "公布", "建成", "拆除", "修复", "延长"])
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
    构建 保障 维护 完善 阻止 克服 打击 争取 限制 创造 鼓励 考虑 拓展 简化 扩建 兴建 宣布
    """.split()
)
