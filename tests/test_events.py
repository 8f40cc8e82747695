import pytest
from recognition import entities_of, grows_linearly, renderings

from translate.row import EntityType

TITLE, BODY, EVENT = EntityType.TITLE, EntityType.ORGANISATION, EntityType.EVENT


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        (
            "第七次全国教育工作会议",
            "7th National Educational Conference",
            "Hội nghị Giáo dục toàn quốc lần thứ 7",
        ),
        ("第47届东盟峰会", "47th ASEAN Summit", "Hội nghị Cấp cao ASEAN lần thứ 47"),
        (
            "第80届联合国大会",
            "80th session of the United Nations General Assembly",
            "Đại hội đồng Liên hợp quốc khóa 80",
        ),
        ("丙午传统新春", "Binh Ngo Lunar New Year", "Tết Bính Ngọ"),
        ("第十次全国代表大会", "10th National Congress", "Đại hội đại biểu toàn quốc lần thứ X"),
    ],
)
def test_a_numbered_conference_is_one_event(zh: str, en: str, vi: str) -> None:
    found = renderings(f"出席{zh}。", EVENT)
    assert len(found) == 1
    assert found[0][0] == zh
    assert found[0][2].lower() == vi.lower()
    assert found[0][1].lower() in (en.lower(), en.lower().replace("educational", "education"))


@pytest.mark.parametrize(
    ("text", "zh", "en", "vi"),
    [
        ("国会常务委员会第52次会议开幕", "第52次会议", "52nd session", "phiên họp thứ 52"),
        ("第十五届国会在第九次会议上通过法律", "第九次会议", "ninth session", "kỳ họp thứ 9"),
        ("政府间联合委员会第8次会议", "第8次会议", "8th meeting", "kỳ họp lần thứ 8"),
        ("指导委员会第12次会议", "第12次会议", "12th meeting", "phiên họp thứ 12"),
    ],
)
def test_a_meeting_is_called_as_its_body_calls_it(text: str, zh: str, en: str, vi: str) -> None:
    assert (zh, en, vi) in renderings(text, EVENT)


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        ("广西社会科学院", "Guangxi Academy of Social Sciences", "Viện Khoa học Xã hội Quảng Tây"),
        (
            "古巴和平与团结委员会",
            "Cuban Committee for Peace and Solidarity",
            "Ủy ban Hòa bình và Đoàn kết Cuba",
        ),
        ("老挝工业与贸易部", "Lao Ministry of Industry and Trade", "Bộ Công nghiệp và Thương mại Lào"),
    ],
)
def test_a_body_that_no_entry_has_is_named_by_its_field(zh: str, en: str, vi: str) -> None:
    found = renderings(f"{zh}表示，合作很好。", BODY)
    assert [zh for zh, _, _ in found] == [zh]
    assert (found[0][1], found[0][2].lower()) == (en, vi.lower())


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        ("国会原主席", "former National Assembly Chairman", "nguyên Chủ tịch Quốc hội"),
        ("越共中央政治局原委员", "former Politburo member", "nguyên Ủy viên Bộ Chính trị"),
        (
            "中央宣教及民运部部长",
            "Head of the Party Central Committee's Commission for Information, Education and Mass Mobilisation",
            "Trưởng Ban Tuyên giáo và Dân vận Trung ương",
        ),
    ],
)
def test_an_office_is_known_in_another_form_than_its_entrys(zh: str, en: str, vi: str) -> None:
    assert renderings(zh, TITLE) == [(zh, en, vi)]


def test_a_central_body_of_another_party_is_not_the_vietnamese() -> None:
    found = renderings("老挝建国阵线中央委员会主席", TITLE)
    assert "Vietnam" not in found[0][1]


def test_a_name_that_is_a_dictionary_word_needs_its_office() -> None:
    person = EntityType.PERSON
    assert [en for _, en, _ in renderings("越共中央总书记长征", person)] == ["Trường Chinh"]
    assert renderings("二万五千里长征的精神", person) == []


@pytest.mark.parametrize(
    "unit",
    ["第3次", "第3次工作", "原主席", "中央和", "越南教育与", "第1届东盟峰会", "兼部长", "国会第9次会议"],
)
def test_endless_bodies_and_events_take_linear_work(unit: str) -> None:
    def work(size: int) -> None:
        entities_of(unit * (size // len(unit)))

    assert grows_linearly(work, 500)
