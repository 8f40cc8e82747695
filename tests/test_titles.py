import pytest
from recognition import renderings

from translate.row import EntityType

TITLE, BODY, PERSON = EntityType.TITLE, EntityType.ORGANISATION, EntityType.PERSON


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        ("老挝卫生部部长", "Lao Minister of Health", "Bộ trưởng Bộ Y tế Lào"),
        ("原国会副主席", "former National Assembly Vice Chairman", "nguyên Phó Chủ tịch Quốc hội"),
        (
            "韩国国会议长",
            "Speaker of the National Assembly of the Republic of Korea",
            "Chủ tịch Quốc hội Hàn Quốc",
        ),
        ("越南驻老挝国防武官", "Vietnamese Defence Attaché in Laos", "Tùy viên Quốc phòng Việt Nam tại Lào"),
        ("越南驻美国大使", "Vietnamese Ambassador to the United States", "Đại sứ Việt Nam tại Hoa Kỳ"),
        ("韩国驻越南大使", "RoK Ambassador to Vietnam", "Đại sứ Hàn Quốc tại Việt Nam"),
        (
            "中国驻胡志明市总领事",
            "Chinese Consul General in Ho Chi Minh City",
            "Tổng Lãnh sự Trung Quốc tại Thành phố Hồ Chí Minh",
        ),
        ("驻欧盟大使", "Ambassador to the European Union", "Đại sứ tại Liên minh châu Âu"),
        (
            "中越友好协会会长",
            "President of the China–Vietnam Friendship Association",
            "Chủ tịch Hội Hữu nghị Trung - Việt",
        ),
    ],
)
def test_an_office_is_composed_with_its_body_and_country(zh: str, en: str, vi: str) -> None:
    assert renderings(zh, TITLE) == [(zh, en, vi)]


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        (
            "中国驻胡志明市总领事馆",
            "Chinese Consulate General in Ho Chi Minh City",
            "Tổng Lãnh sự quán Trung Quốc tại Thành phố Hồ Chí Minh",
        ),
        ("越南驻美国大使馆", "Vietnamese Embassy in the United States", "Đại sứ quán Việt Nam tại Hoa Kỳ"),
        ("老挝卫生部", "Lao Ministry of Health", "Bộ Y tế Lào"),
    ],
)
def test_a_body_is_composed_with_its_country_and_seat(zh: str, en: str, vi: str) -> None:
    assert renderings(zh, BODY) == [(zh, en, vi)]


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        ("范明政夫妇", "Phạm Minh Chính and his spouse", "Phạm Minh Chính và Phu nhân"),
        ("苏林总书记夫妇", "General Secretary Tô Lâm and his spouse", "Tổng Bí thư Tô Lâm và Phu nhân"),
        ("范明政一行", "Phạm Minh Chính and his delegation", "Phạm Minh Chính và đoàn"),
        (
            "范明政总理夫妇一行",
            "Prime Minister Phạm Minh Chính and his spouse and delegation",
            "Thủ tướng Phạm Minh Chính và Phu nhân cùng đoàn",
        ),
    ],
)
def test_the_company_of_a_person_is_said_behind_the_name(zh: str, en: str, vi: str) -> None:
    assert renderings(f"{zh}今天抵达河内。", PERSON) == [(zh, en, vi)]


@pytest.mark.parametrize("joint", "和与及偕")
def test_the_spouse_is_the_persons(joint: str) -> None:
    found = renderings(f"苏林总书记{joint}夫人抵达河内。", PERSON)
    assert found == [
        (
            f"苏林总书记{joint}夫人",
            "General Secretary Tô Lâm and his spouse",
            "Tổng Bí thư Tô Lâm và Phu nhân",
        )
    ]


def test_a_spouse_who_is_named_is_a_person_of_her_own() -> None:
    assert [zh for zh, _, _ in renderings("习近平总书记和夫人彭丽媛", PERSON)] == ["习近平", "彭丽媛"]


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        (
            "中国文化和旅游部部长",
            "Chinese Minister of Culture and Tourism",
            "Bộ trưởng Bộ Văn hóa và Du lịch Trung Quốc",
        ),
        ("泰国能源部", "Thai Ministry of Energy", "Bộ Năng lượng Thái Lan"),
        ("柬埔寨农业大臣", "Cambodian Minister of Agriculture", "Bộ trưởng Bộ Nông nghiệp Campuchia"),
    ],
)
def test_a_ministry_is_named_by_its_field(zh: str, en: str, vi: str) -> None:
    assert renderings(zh, TITLE, BODY) == [(zh, en, vi)]


def test_a_monk_whose_name_ends_like_company_stays_alone() -> None:
    assert renderings("释一行禅师", PERSON)[0][0] == "释一行"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("阮志勇同志", [("同志", "Comrade", "đồng chí")]),
        ("吴芳璃女士", [("女士", "Ms", "Bà")]),
        ("陈文山先生", [("先生", "Mr", "Ông")]),
    ],
)
def test_forms_of_address_are_titles(text: str, titles: list[tuple[str, str, str]]) -> None:
    assert renderings(text, TITLE) == titles


def test_a_premier_is_no_head_of_a_council() -> None:
    assert renderings("中国国务院总理", TITLE) == [
        ("中国国务院总理", "Premier of the State Council of China", "Thủ tướng Quốc vụ viện Trung Quốc")
    ]


@pytest.mark.parametrize("text", ["古代国王的陵墓", "目前总统在河内", "印度西北部受灾"])
def test_part_of_another_word_is_no_modifier_and_no_ministry(text: str) -> None:
    found = " ".join(en for _, en, _ in renderings(text))
    assert not any(word in found for word in ("Acting", "former", "Ministry"))


def test_a_rank_behind_the_name_stands_before_it() -> None:
    assert renderings("越南驻老挝国防武官潘友胜大校出席", PERSON) == [
        ("潘友胜大校", "Senior Colonel Phan Hữu Thắng", "Đại tá Phan Hữu Thắng")
    ]
