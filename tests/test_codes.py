import pytest
from recognition import grows_linearly
from test_quantities import longest

from translate.entities.quantities import find_quantities


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        ("第57-NQ/TW号决议", "Resolution No. 57-NQ/TW", "Nghị quyết số 57-NQ/TW"),
        ("第135/2024/NĐ-CP号议定", "Decree No. 135/2024/NĐ-CP", "Nghị định số 135/2024/NĐ-CP"),
        ("第1131/QĐ-TTg号决定", "Decision No. 1131/QĐ-TTg", "Quyết định số 1131/QĐ-TTg"),
        ("57-NQ/TW号", "No. 57-NQ/TW", "số 57-NQ/TW"),
        ("VN123次航班", "Flight VN123", "chuyến bay VN123"),
        ("SE1次列车", "Train SE1", "tàu SE1"),
        ("2.0版", "2.0", "2.0"),
        ("90后", "post-1990 generation", "thế hệ 9X"),
        ("00后", "post-2000 generation", "thế hệ 0X"),
        ("1:45.32", "1:45.32", "1:45.32"),
        ("4×100米", "4x100m", "4x100m"),
    ],
)
def test_codes_stand_as_they_are_written(zh: str, en: str, vi: str) -> None:
    assert longest(zh)[0][1:] == (en, vi)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("电话024.38252931", "024.38252931"),
        ("热线电话1900-1234", "1900-1234"),
        ("拨打113", "113"),
        ("联系电话:+84 24 3825 2931", "+84 24 3825 2931"),
        ("电话号码为(84)24-38252931。", "(84)24-38252931"),
    ],
)
def test_a_telephone_number_keeps_every_digit(text: str, number: str) -> None:
    assert longest(text) == [(number, number, number)]


@pytest.mark.parametrize(
    ("text", "en", "vi"),
    [
        ("以3比1战胜", "3-1", "với tỷ số 3-1"),
        ("2:0击败", "2-0", "với tỷ số 2-0"),
        ("以2比1的比分结束", "2-1", "với tỷ số 2-1"),
        ("比分为2:1", "2-1", "2-1"),
    ],
)
def test_results_of_games(text: str, en: str, vi: str) -> None:
    assert longest(text)[0][1:] == (en, vi)


@pytest.mark.parametrize("text", ["2:0", "90后来", "约90后", "会议后", "3-1", "手机5万部"])
def test_what_only_looks_like_a_code(text: str) -> None:
    assert not {"2-0", "3-1", "post-1990 generation"} & {en for _, en, _ in longest(text)}


@pytest.mark.parametrize("unit", ["1-A", "1/2024", "电话1 ", "A1", "3比", "以3比1", "1:45.", "4×1"])
def test_endless_codes_take_linear_work(unit: str) -> None:
    def work(size: int) -> None:
        for entity in find_quantities(unit * (size // len(unit))):
            assert entity.end - entity.start < 300

    assert grows_linearly(work, 5_000)


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        ("445票赞成", "445 votes in favour", "445 phiếu tán thành"),
        ("1票反对", "1 vote against", "1 phiếu phản đối"),
        ("1200票弃权", "1,200 abstentions", "1.200 phiếu trắng"),
        ("苏-30MK2战机", "Su-30MK2 fighter jet", "máy bay chiến đấu Su-30MK2"),
        ("波音787飞机", "Boeing 787 aircraft", "máy bay Boeing 787"),
        ("T-54坦克", "T-54 tank", "xe tăng T-54"),
        ("第七十五条第二款", "Clause 2, Article 75", "khoản 2 Điều 75"),
        ("第32条第1款第b点", "Point b, Clause 1, Article 32", "điểm b khoản 1 Điều 32"),
        ("10秒25", "10.25 seconds", "10 giây 25"),
        ("1分45秒32", "1:45.32", "1 phút 45 giây 32"),
        ("316师师长", "Division 316", "Sư đoàn 316"),
    ],
)
def test_votes_models_articles_and_times(zh: str, en: str, vi: str) -> None:
    assert (en, vi) in [found[1:] for found in longest(zh)]


@pytest.mark.parametrize("unit", ["1票", "苏-3", "第1条第1", "1分4秒", "3师", "1枚金", "每周一、"])
def test_endless_votes_and_models_take_linear_work(unit: str) -> None:
    def work(size: int) -> None:
        for entity in find_quantities(unit * (size // len(unit))):
            assert entity.end - entity.start < 300

    assert grows_linearly(work, 5_000)
