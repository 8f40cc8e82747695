import pytest
from recognition import entities_of, grows_linearly, people

from translate.row import EntityType


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("约翰·格兰特等人出席", "约翰·格兰特"),
        ("国家主席卡姆潘·西苏农访越期间", "卡姆潘·西苏农"),
        ("与西班牙大使卡门·卡诺举行会谈", "卡门·卡诺"),
        ("女士安娜·佩特洛娃指出", "安娜·佩特洛娃"),
        ("院士谢尔盖·米罗诺夫指出", "谢尔盖·米罗诺夫"),
        ("会见哥斯达黎加总统罗德里戈·查韦斯。", "罗德里戈·查韦斯"),
        ("选手彼得·克尼格指出", "彼得·克尼格"),
        ("球员马里奥·格雷罗出席", "马里奥·格雷罗"),
        ("欢迎伊万·彼得罗维奇·西多罗夫夫妇", "伊万·彼得罗维奇·西多罗夫夫妇"),
    ],
)
def test_a_dotted_name_ends_where_no_name_goes_on(text: str, zh: str) -> None:
    assert list(people(text)) == [zh]


def test_two_dotted_names_joined_by_and_are_two() -> None:
    assert list(people("安娜·佩特洛娃和玛丽亚·科斯托娃出席。")) == ["安娜·佩特洛娃", "玛丽亚·科斯托娃"]


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("挪威外长巴特尔森表示，合作很好。", "巴特尔森"),
        ("记者史密斯报道了此事。", "史密斯"),
        ("双方会见了斯特凡森。", "斯特凡森"),
        ("范明政总理会见斯特凡森一行。", "斯特凡森一行"),
        ("斯特凡森表示，合作很好。", "斯特凡森"),
        ("委内瑞拉专家罗德里格斯，曾任部长。", "罗德里格斯"),
    ],
)
def test_a_name_without_a_dot_is_spoken_for(text: str, zh: str) -> None:
    assert people(text)[zh][2] == "pinyin"


def test_a_name_is_guessed_by_the_dictionary_where_it_can_be() -> None:
    assert people("作家约翰·格兰特说。")["约翰·格兰特"] == ("John Grant", "John Grant", "pinyin")


def test_latin_behind_a_name_renders_it_throughout() -> None:
    found = people("建筑师维尔纳（Villner）设计了此楼。", "维尔纳说，设计很好。")
    assert found["维尔纳（Villner）"] == ("Villner", "Villner", "mined")
    assert found["维尔纳"] == ("Villner", "Villner", "mined")


def test_a_part_of_a_full_name_means_the_same_person() -> None:
    found = people("挪威大使希尔德·索尔巴肯（Hilde Solbakken）出席。", "索尔巴肯大使表示，合作很好。")
    assert found["索尔巴肯"] == ("Solbakken", "Solbakken", "mined")


def test_a_known_person_is_known_by_one_part_of_the_name() -> None:
    found = people("老挝国家主席通伦·西苏里访问越南。", "通伦指出，合作很好。")
    assert found["通伦"][:2] == ("Thongloun", "Thongloun")


def test_latin_without_tones_confirms_a_vietnamese_name() -> None:
    found = people("外交部副部长阮文山(Nguyen Van Son)出席。", "阮文山说。")
    assert found["阮文山"] == ("Nguyễn Văn Sơn", "Nguyễn Văn Sơn", "mined")


def test_a_chinese_name_keeps_its_vietnamese_form_beside_latin() -> None:
    found = people("中国专家朱振明(Zhu Zhenming)出席。")
    assert found["朱振明(Zhu Zhenming)"][:2] == ("Zhu Zhenming", "Chu Chấn Minh")


@pytest.mark.parametrize(
    "text",
    [
        "国际货币基金(IMF)指出。",
        "总理特别关心此事。",
        "部长里里外外都看了。",
        "会见后他们离开。",
        "越南国会主席感谢各方。",
        "访问加拿大和意大利。",
        "世界银行（World Bank）表示支持。",
        "该公司(Company)成立。",
        "总统府（Presidential Palace）",
    ],
)
def test_what_is_no_foreign_name(text: str) -> None:
    assert people(text) == {}


def test_a_short_form_given_in_brackets_is_the_long_one() -> None:
    first, second = entities_of("越南驻老挝大使馆（以下简称“越馆”）成立。", "越馆表示支持。")
    long = next(e for e in first if e.type is EntityType.ORGANISATION)
    short = second[0]
    assert (short.zh, short.en, short.vi, short.source) == ("越馆", long.en, long.vi, "mined")
    assert "越馆" not in [e.zh for e in first]


@pytest.mark.parametrize(
    ("text", "zh", "name"),
    [
        ("前进站时，费尔南多·阿隆索提前离开。", "费尔南多·阿隆索", "Fernando Alonso"),
        ("总督察大卫·泰勒说。", "大卫·泰勒", "David Taylor"),
        ("专家何塞·费尔南德斯曾任顾问。", "何塞·费尔南德斯", "José Fernández"),
        ("代表卡洛斯·席尔瓦已抵达。", "卡洛斯·席尔瓦", "Carlos Silva"),
        ("部长拉杰什·库马尔提出建议。", "拉杰什·库马尔", "Rajesh Kumar"),
        ("总理让-皮埃尔·莫罗访越。", "让-皮埃尔·莫罗", "Jean-Pierre Moreau"),
        ("副总理坎平·西苏万出席。", "坎平·西苏万", "Khamphing Sisouvanh"),
        ("将军詹姆斯·里德和约翰·格林到场。", "詹姆斯·里德", "James Reed"),
    ],
)
def test_usual_parts_of_names_are_rendered_and_end_a_name(text: str, zh: str, name: str) -> None:
    assert people(text)[zh] == (name, name, "pinyin")


def test_latin_tells_how_far_a_name_reaches() -> None:
    found = people("歌手哈里斯·阿莱克修（Haris Aleko）演唱。")
    assert found["哈里斯·阿莱克修（Haris Aleko）"][0] == "Haris Aleko"


def test_a_place_before_latin_is_no_person() -> None:
    (found,) = entities_of("专家来到朱克杰宗（Drukjong）考察。")
    assert [(e.en, e.type) for e in found if e.zh.startswith("朱克杰宗")] == [("Drukjong", EntityType.PLACE)]


@pytest.mark.parametrize(
    "unit", ["斯特", "·斯", "斯·特", "斯特（Latin", "会见斯特凡森", "（简称", "部长斯特凡森", "-斯", "约翰·"]
)
def test_endless_foreign_names_take_linear_work(unit: str) -> None:
    def work(size: int) -> None:
        people(unit * (size // len(unit)))

    assert grows_linearly(work, 2_000)
