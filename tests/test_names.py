from pathlib import Path

import pytest
from recognition import entities_of, grows_linearly, people

from translate.entities.nations import Nation
from translate.entities.renderings import render
from translate.row import EntityType, Target
from translate.terms.termbase import load_termbase

PHRASES = Path(__file__).parent / "phrases" / "names.tsv"


def test_a_vietnamese_name_is_read_in_vietnamese() -> None:
    assert people("越南外交部副部长阮文山表示，合作很好。")["阮文山"] == (
        "Nguyễn Văn Sơn",
        "Nguyễn Văn Sơn",
        "reading",
    )


def test_a_known_person_goes_before_any_reading() -> None:
    en, vi, source = people("越南外交部部长裴青山会见记者。")["裴青山"]
    assert (en, vi, source) == ("Bùi Thanh Sơn", "Bùi Thanh Sơn", "seed")


@pytest.mark.parametrize(
    "text",
    [
        "中国云南省社会科学院越南研究所名誉所长朱振明表示，两国友好。",
        "中国云南省社会科学院越南研究所名誉所长朱振明指出，两国友好。",
        "中国越南研究所所长朱振明说。",
    ],
)
def test_the_first_country_of_the_title_is_the_persons(text: str) -> None:
    assert people(text)["朱振明"] == ("Zhu Zhenming", "Chu Chấn Minh", "reading")


@pytest.mark.parametrize(
    "text",
    [
        "中国驻胡志明市总领事唐立表示",
        "胡志明市人民委员会主席阮文德与中国驻胡志明市总领事唐立举行会谈",
        "胡志明市人民委员会主席阮文德会见中国驻胡志明市总领事唐立",
        "图为胡志明市人民委员会主席阮文德(左)和中国驻胡志明市总领事唐立(右)。",
        "胡志明市人民委员会主席阮文德、中国驻胡志明市总领事唐立出席",
        "图为中国驻胡志明市总领事(右)唐立。",
    ],
)
def test_another_person_earlier_in_the_sentence_does_not_count(text: str) -> None:
    found = people(text)
    assert found["唐立"] == ("Tang Li", "Đường Lập", "reading")
    if "阮文德" in text:
        assert found["阮文德"] == ("Nguyễn Văn Đức", "Nguyễn Văn Đức", "reading")


@pytest.mark.parametrize(
    ("text", "zh", "name"),
    [
        ("越南驻中国大使陈文山表示", "陈文山", "Trần Văn Sơn"),
        ("越南驻老挝国防武官潘友胜出席", "潘友胜", "Phan Hữu Thắng"),
        ("驻中国大使阮文海出席", "阮文海", "Nguyễn Văn Hải"),
        ("越中友好协会会长阮荣光说", "阮荣光", "Nguyễn Vinh Quang"),
        ("中国驻越南大使何炜陪同外交部副部长阮文海访问", "阮文海", "Nguyễn Văn Hải"),
        ("岘港市委书记黎文忠与中国驻岘港总领事出席", "黎文忠", "Lê Văn Trung"),
    ],
)
def test_the_country_of_a_post_is_not_the_persons(text: str, zh: str, name: str) -> None:
    assert people(text)[zh][:2] == (name, name)


def test_a_title_reaches_back_over_its_commas() -> None:
    found = people("中共中央政治局委员、外交部长李建国会见越南外交部部长黎怀忠")
    assert found["李建国"] == ("Li Jianguo", "Lý Kiến Quốc", "reading")


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("韩国驻越南大使崔泳粲表示", "崔泳粲"),
        ("日本驻越南大使山本芥苔表示", "山本芥苔"),
        ("新加坡部长王志明表示", "王志明"),
        ("王建国部长出席", "王建国"),
    ],
)
def test_what_is_only_a_guess_is_marked_as_one(text: str, zh: str) -> None:
    assert people(text)[zh][2] == "pinyin"


def test_a_surname_before_a_title_means_the_person_named_in_full() -> None:
    found = people("越南部长裴青山发言。", "裴部长指出，合作有成果。")
    assert found["裴"][:2] == ("Bùi Thanh Sơn", "Bùi Thanh Sơn")


def test_a_surname_that_two_people_bear_means_neither() -> None:
    assert "阮" not in people("部长阮文山和部长阮文海出席。", "阮部长指出，合作有成果。")


def test_a_name_seen_beside_its_title_is_known_everywhere() -> None:
    found = people("外交部副部长阮文山出席。", "会后阮文山离开。")
    assert list(found) == ["阮文山"]


def test_latin_in_brackets_is_the_name() -> None:
    found = people("挪威大使希尔德·索尔巴肯(Hilde Solbakken)出席。")
    assert found["希尔德·索尔巴肯(Hilde Solbakken)"][:2] == ("Hilde Solbakken", "Hilde Solbakken")


def test_a_space_before_the_bracket_does_not_matter() -> None:
    found = people("他是作家约翰•史密斯 (John Smith)的朋友。")
    assert found["约翰•史密斯 (John Smith)"][:2] == ("John Smith", "John Smith")


def test_the_beginning_of_a_western_name_is_no_name() -> None:
    assert list(people("哥斯达黎加总统罗德里戈·查韦斯出席。")) == ["罗德里戈·查韦斯"]


def test_a_western_name_without_latin_is_never_left_out() -> None:
    found = people("挪威大使希尔德·索尔巴肯出席。")
    assert found["希尔德·索尔巴肯"][2] == "pinyin"


@pytest.mark.parametrize(
    "text",
    [
        "部长高度评价合作成果。",
        "外交部部长高度重视此事。",
        "他希望双方合作。",
        "国会主席出席开幕式。",
        "总理要求各部门努力。",
        "胡志明市人民委员会主席指出，黄金价格上涨。",
        "部长认为，农业发展很快。",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert people(text) == {}


@pytest.mark.parametrize(
    ("zh", "nation", "en", "vi", "source"),
    [
        ("阮氏金银", Nation.VIETNAM, "Nguyễn Thị Kim Ngân", "Nguyễn Thị Kim Ngân", "reading"),
        ("武文赏", Nation.UNKNOWN, "Vũ Văn Thưởng", "Vũ Văn Thưởng", "reading"),
        ("欧阳明", Nation.CHINA, "Ouyang Ming", "Âu Dương Minh", "reading"),
        ("诸葛明", Nation.CHINA, "Zhuge Ming", "Gia Cát Minh", "reading"),
        ("尹庆长", Nation.VIETNAM, "Doãn Khánh Trường", "Doãn Khánh Trường", "reading"),
        ("金民石", Nation.KOREA, "Kim Min-seok", "Kim Min Seok", "reading"),
        ("南宫珉", Nation.KOREA, "Namgung Min", "Namgung Min", "reading"),
        ("金成国", Nation.NORTH_KOREA, "Kim Song Guk", "Kim Song Guk", "reading"),
        ("李龙哲", Nation.NORTH_KOREA, "Ri Ryong Chol", "Ri Ryong Chol", "reading"),
        ("金民粲", Nation.KOREA, "Jin Mincan", "Kim Dân Xán", "pinyin"),
        ("佐佐木洋子", Nation.JAPAN, "Sasaki Yoko", "Sasaki Yoko", "reading"),
        ("林芳正", Nation.JAPAN, "Hayashi Yoshimasa", "Hayashi Yoshimasa", "reading"),
        ("山本芥苔", Nation.JAPAN, "Shan Benjietai", "Sơn Bản Giới Đài", "pinyin"),
    ],
)
def test_a_name_is_rendered_by_nation(zh: str, nation: Nation, en: str, vi: str, source: str) -> None:
    name = render(zh, nation)
    assert (name.en, name.vi, name.source) == (en, vi, source)


def test_every_name_of_the_list_is_found_and_rendered() -> None:
    known = load_termbase()
    rows = [line.split("\t") for line in PHRASES.read_text("utf-8").splitlines()[1:]]
    assert len(rows) >= 120
    wrong = []
    for text, zh, en, vi in rows:
        assert known.get(zh) is None, f"{zh} is in the glossary"
        found = people(text)
        # A rank or a spouse behind the name is one with it.
        right = [name for name, of in found.items() if name.startswith(zh) and en in of[0] and vi in of[1]]
        if not right or any(word in right[0][len(zh) :] for word in "因任称"):
            wrong.append((text, zh, found))
    assert not wrong


@pytest.mark.parametrize(
    "text",
    [
        "今年水位比去年高得多。",
        "农民代表将参加会议。",
        "金融专家认为形势良好。",
        "学生家长认为学费太高。",
        "华侨学校学生演出。",
        "时任领导人出席。",
        "总统任命新总理。",
        "董事会任命新总经理。",
        "代表作品获得好评。",
        "顾问委员会成立。",
        "房地产专家建议降低税率。",
        "游客乘车前往迪士尼园区。",
        "记者前往阿尔伯克基采访。",
        "飞机飞往伊尔库茨克（Irkutsk）。",
        "马尔多纳（Maldona）地区降雨。",
    ],
)
def test_what_stands_where_names_stand_is_none(text: str) -> None:
    assert people(text) == {}


def test_what_spells_a_western_name_is_no_vietnamese() -> None:
    assert people("他认识罗杰斯先生。")["罗杰斯"][:2] == ("Rogers", "Rogers")


@pytest.mark.parametrize(
    "word", ["因", "称", "在", "将", "曾", "已", "获", "率团", "偕", "访", "任", "因公", "代表"]
)
@pytest.mark.parametrize(
    ("title", "zh"),
    [
        ("越南建设部副部长", "邓光玉"),
        ("越南驻老挝大使", "武氏红云"),
        ("中国外交部副部长", "钱文涛"),
        ("韩国外交部副部长", "金成浩"),
        ("日本外务省副大臣", "铃木正人"),
        ("法国驻越南大使", "马尔科·德拉塞塔"),
        ("希腊法官", "埃万杰洛斯·卡卢西斯"),
    ],
)
def test_the_word_behind_a_name_is_none_of_it(title: str, zh: str, word: str) -> None:
    assert zh in people(f"{title}{zh}{word}有关活动。")


def test_a_name_that_families_read_in_two_ways_keeps_both() -> None:
    name = render("武文福", Nation.VIETNAM)
    assert name.vi == "Vũ Văn Phúc"
    assert name.others[Target.VI] == ("Võ Văn Phúc", "Vũ Văn Phước")
    (found,) = entities_of("越南建设部副部长武文福出席。")
    (person,) = [entity for entity in found if entity.type is EntityType.PERSON]
    assert person.renderings(Target.VI) == ("Vũ Văn Phúc", "Võ Văn Phúc", "Vũ Văn Phước")


def test_a_japanese_name_tells_its_nation() -> None:
    assert people("集团总裁佐藤健一表示，将扩大投资。")["佐藤健一"][:2] == ("Sato Kenichi", "Sato Kenichi")


def test_the_peninsula_is_nobodys_country() -> None:
    assert people("越南专家就朝鲜半岛问题发言，部长阮文山出席。")["阮文山"][0] == "Nguyễn Văn Sơn"


@pytest.mark.parametrize(
    "unit", ["阮", "部长阮", "阮文", "·阮", "中国部长李", "(阮", "阮文山、", "（", "部长佐藤", "代表金"]
)
def test_an_endless_name_takes_linear_work(unit: str) -> None:
    def work(size: int) -> None:
        people("部长" + unit * (size // len(unit)))

    assert grows_linearly(work, 2_000)
