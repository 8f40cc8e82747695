import time

import pytest
from recognition import people

from translate.entities.names import render
from translate.entities.nations import Nation


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
        "胡志明市人民委员会主席阮文得与中国驻胡志明市总领事唐立举行会谈",
        "胡志明市人民委员会主席阮文得会见中国驻胡志明市总领事唐立",
        "图为胡志明市人民委员会主席阮文得(左)和中国驻胡志明市总领事唐立(右)。",
        "胡志明市人民委员会主席阮文得、中国驻胡志明市总领事唐立出席",
        "图为中国驻胡志明市总领事(右)唐立。",
    ],
)
def test_another_person_earlier_in_the_sentence_does_not_count(text: str) -> None:
    found = people(text)
    assert found["唐立"] == ("Tang Li", "Đường Lập", "reading")
    if "阮文得" in text:
        assert found["阮文得"] == ("Nguyễn Văn Đắc", "Nguyễn Văn Đắc", "reading")


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
        ("韩国驻越南大使崔泳杉表示", "崔泳杉"),
        ("日本驻越南大使山本太郎表示", "山本太郎"),
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
        ("金民石", Nation.KOREA, "Jin Minshi", "Kim Dân Thạch", "pinyin"),
    ],
)
def test_a_name_is_rendered_by_nation(zh: str, nation: Nation, en: str, vi: str, source: str) -> None:
    name = render(zh, nation)
    assert (name.en, name.vi, name.source) == (en, vi, source)


@pytest.mark.parametrize("unit", ["阮", "部长阮", "阮文", "·阮", "中国部长李", "(阮", "阮文山、"])
def test_an_endless_name_takes_linear_time(unit: str) -> None:
    people("部长")
    text = "部长" + unit * (10_000 // len(unit))
    pieces = [text[i : i + 2000] for i in range(0, len(text), 2000)]
    start = time.perf_counter()
    people(*pieces)
    assert time.perf_counter() - start < 4
