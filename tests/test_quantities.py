from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recognition import grows_linearly

from translate.entities.numerals import format_number, value_of
from translate.entities.quantities import find_quantities
from translate.row import EntityType, Target

odd = st.text(
    st.sampled_from(
        "0123456789０９一二三两十百千万亿零〇年月日号时分届第次约近多余-至到.,，%％点A美元吨个几数上午晚"
    ),
    max_size=40,
)


def longest(text: str) -> list[tuple[str, str, str]]:
    """(zh, en, vi) of the longest quantities, from left to right."""
    chosen, end = [], 0
    for entity in sorted(find_quantities(text), key=lambda e: (e.start, -e.end)):
        if entity.start >= end:
            chosen.append((entity.zh, entity.en, entity.vi))
            end = entity.end
    return chosen


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        ("8月17日", "August 17", "ngày 17/8"),
        ("2026年1月27日", "January 27, 2026", "ngày 27/1/2026"),
        ("二〇二五年五月一日", "May 1, 2025", "ngày 1/5/2025"),
        ("8月17日下午", "afternoon of August 17", "chiều 17/8"),
        ("8月12日至17日", "August 12-17", "từ ngày 12 đến 17/8"),
        ("8月30日至9月2日", "from August 30 to September 2", "từ ngày 30/8 đến 2/9"),
        ("1月27日至28日晚", "from January 27 to the evening of January 28", "từ ngày 27 đến tối 28/1"),
        ("1月27日下午至28日", "from the afternoon of January 27 to January 28", "từ chiều 27 đến ngày 28/1"),
        ("26日晚至27日", "from the evening of the 26th to the 27th", "từ tối 26 đến ngày 27"),
        (
            "2025年12月31日至2026年1月2日",
            "from December 31, 2025 to January 2, 2026",
            "từ ngày 31/12/2025 đến ngày 2/1/2026",
        ),
        ("2016年8月", "August 2016", "tháng 8/2016"),
        ("8月底", "late August", "cuối tháng 8"),
        ("2025年8月中旬", "mid-August 2025", "giữa tháng 8/2025"),
        ("2025年初", "early 2025", "đầu năm 2025"),
        ("2025年上半年", "first half of 2025", "sáu tháng đầu năm 2025"),
        ("前7个月", "first seven months", "7 tháng đầu năm"),
        ("2021-2025年阶段", "2021-2025 period", "giai đoạn 2021-2025"),
        ("2021-2026年任期", "2021-2026 term", "nhiệm kỳ 2021-2026"),
        ("20世纪80年代", "1980s", "những năm 80 của thế kỷ 20"),
        ("第二季度", "second quarter", "quý II"),
        ("上午9时30分", "9:30 in the morning", "9 giờ 30 phút sáng"),
        ("14时", "14:00", "14 giờ"),
        ("两年多来", "for more than two years", "hơn hai năm qua"),
        ("两年来", "over the past two years", "hai năm qua"),
        ("近五年来", "for nearly five years", "gần 5 năm qua"),
        ("三天内", "within three days", "trong ba ngày"),
        ("2025年第一季度", "first quarter of 2025", "quý I/2025"),
        ("今年一季度", "first quarter of this year", "quý I năm nay"),
        ("2025年前三季度", "first three quarters of 2025", "ba quý đầu năm 2025"),
        ("上半年", "first half of the year", "sáu tháng đầu năm"),
        ("去年下半年", "second half of last year", "sáu tháng cuối năm ngoái"),
        ("今年前9个月", "first nine months of this year", "9 tháng đầu năm nay"),
        ("6月至8月", "from June to August", "từ tháng 6 đến tháng 8"),
        ("2025年8月至10月", "from August to October 2025", "từ tháng 8 đến tháng 10/2025"),
        ("2024年10月至2025年3月", "from October 2024 to March 2025", "từ tháng 10/2024 đến tháng 3/2025"),
        ("7月初至9月底", "from early July to late September", "từ đầu tháng 7 đến cuối tháng 9"),
        ("下午3时至5时", "from 3:00 to 5:00 in the afternoon", "từ 3 giờ đến 5 giờ chiều"),
        ("8:00-11:30", "from 8:00 to 11:30", "từ 8 giờ đến 11 giờ 30 phút"),
        ("农历大年初一", "first day of the lunar new year", "mùng 1 Tết"),
        ("大年初三", "3rd day of the lunar new year", "mùng 3 Tết"),
        ("农历正月十五", "15th day of the first lunar month", "rằm tháng Giêng"),
        ("农历八月十五日", "15th day of the eighth lunar month", "rằm tháng Tám"),
        ("农历三月初十", "10th day of the third lunar month", "mùng 10 tháng Ba âm lịch"),
        ("腊月廿三", "23rd day of the twelfth lunar month", "ngày 23 tháng Chạp"),
        ("农历七月", "seventh lunar month", "tháng Bảy âm lịch"),
        ("丙午年", "Year of the Horse", "năm Bính Ngọ"),
        ("农历癸卯年", "Year of the Cat", "năm Quý Mão"),
        ("丁未春节", "Dinh Mui Lunar New Year", "Tết Đinh Mùi"),
    ],
)
def test_dates_read_as_each_language_writes_them(zh: str, en: str, vi: str) -> None:
    assert longest(zh) == [(zh, en, vi)]


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        ("6800亿美元", "680 billion USD", "680 tỷ USD"),
        ("近30亿美元", "nearly 3 billion USD", "gần 3 tỷ USD"),
        ("602.8亿美元", "60.28 billion USD", "60,28 tỷ USD"),
        ("1.2万亿越盾", "1.2 trillion VND", "1,2 nghìn tỷ đồng"),
        ("3,500美元", "3,500 USD", "3.500 USD"),
        ("100多万吨", "more than 1 million tonnes", "hơn 1 triệu tấn"),
        ("19.7公里", "19.7 km", "19,7 km"),
        ("5千克", "5 kg", "5 kg"),
        ("1吨", "1 tonne", "1 tấn"),
        ("3亿5000万", "350 million", "350 triệu"),
        ("近百万", "nearly 1 million", "gần 1 triệu"),
        ("几十万", "hundreds of thousands of", "hàng trăm nghìn"),
        ("32.8%", "32.8%", "32,8%"),
        ("84%以上", "more than 84%", "trên 84%"),
        ("百分之三十二点八", "32.8%", "32,8%"),
        ("百分之三十点零五", "30.05%", "30,05%"),
        ("三分之二", "two thirds", "hai phần ba"),
        ("七八个小时", "seven or eight hours", "bảy, tám giờ"),
        ("三四十", "30-40", "30-40"),
        ("两三百万美元", "2-3 million USD", "2-3 triệu USD"),
        ("第30届", "30th", "lần thứ 30"),
        ("第57号", "No. 57", "số 57"),
        ("35周年", "35th anniversary", "35 năm"),
        ("１２５０", "1,250", "1.250"),
        ("1.25亿", "125 million", "125 triệu"),
        ("30%至40%", "30-40%", "30-40%"),
        ("10%-12%", "10-12%", "10-12%"),
        ("5到10万吨", "50,000-100,000 tonnes", "50.000-100.000 tấn"),
        ("二十万至三十万", "200,000-300,000", "200.000-300.000"),
        ("500万美元至800万美元", "5-8 million USD", "5-8 triệu USD"),
        ("约30至35摄氏度", "about 30-35 °C", "khoảng 30-35 độ C"),
        ("3-5年", "3-5 years", "3-5 năm"),
        ("三成", "30%", "30%"),
        ("近七成五", "nearly 75%", "gần 75%"),
        ("七成以上", "more than 70%", "trên 70%"),
        ("2.5倍", "2.5 times", "2,5 lần"),
        ("-3.5%", "-3.5%", "-3,5%"),
        ("负百分之二", "-2%", "-2%"),
        ("零下5摄氏度", "minus 5 °C", "âm 5 độ C"),
        ("US$500", "500 USD", "500 USD"),
        ("$5亿", "500 million USD", "500 triệu USD"),
        ("1.5亿 USD", "150 million USD", "150 triệu USD"),
        ("一个半月", "one and a half months", "một tháng rưỡi"),
        ("十几", "more than ten", "hơn mười"),
        ("二十几万", "more than 200,000", "hơn 200.000"),
    ],
)
def test_amounts_read_as_each_language_writes_them(zh: str, en: str, vi: str) -> None:
    assert longest(zh) == [(zh, en, vi)]


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        ("第15届国会", "15th National Assembly", "Quốc hội khóa XV"),
        ("第十五届国会", "15th National Assembly", "Quốc hội khóa XV"),
        ("越南第十六届国会", "16th National Assembly of Vietnam", "Quốc hội Việt Nam khóa XVI"),
        (
            "第十五届国会第十次会议",
            "10th session of the 15th National Assembly",
            "Kỳ họp thứ 10, Quốc hội khóa XV",
        ),
        ("第十五届国会代表", "deputy of the 15th National Assembly", "đại biểu Quốc hội khóa XV"),
        ("国会第九次会议", "9th session of the National Assembly", "Kỳ họp thứ 9 của Quốc hội"),
        ("第十三届中央委员会", "13th Party Central Committee", "Ban Chấp hành Trung ương Đảng khóa XIII"),
        (
            "第十三届中央委员会第十次全体会议",
            "10th plenum of the 13th Party Central Committee",
            "Hội nghị Trung ương 10 khóa XIII",
        ),
        (
            "十三届十中全会",
            "10th plenum of the 13th Party Central Committee",
            "Hội nghị Trung ương 10 khóa XIII",
        ),
        (
            "中共二十届三中全会",
            "3rd plenum of the 20th Communist Party of China Central Committee",
            "Hội nghị Trung ương 3 khóa XX Đảng Cộng sản Trung Quốc",
        ),
        ("越共十四大", "14th National Party Congress", "Đại hội XIV của Đảng"),
        (
            "越南共产党第十四次全国代表大会",
            "14th National Congress of the Communist Party of Vietnam",
            "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng Cộng sản Việt Nam",
        ),
        (
            "老挝人民革命党第十一次全国代表大会",
            "11th National Congress of the Lao People's Revolutionary Party",
            "Đại hội đại biểu toàn quốc lần thứ XI của Đảng Nhân dân Cách mạng Lào",
        ),
        ("第十次全国代表大会", "10th National Congress", "Đại hội đại biểu toàn quốc lần thứ X"),
    ],
)
def test_congresses_and_legislatures_have_their_numbers(zh: str, en: str, vi: str) -> None:
    assert longest(zh) == [(zh, en, vi)]


@pytest.mark.parametrize(
    "text", ["GMS-6", "COP26", "F-35", "A320", "5G", "3D", "H5N1", "ISO9001", "Covid-19"]
)
def test_a_latin_name_holds_no_number(text: str) -> None:
    assert longest(f"关于{text}的会议") == []


@pytest.mark.parametrize(
    "text",
    [
        "一些",
        "一起",
        "十分",
        "三大支柱",
        "万一",
        "13月",
        "8月32日的",
        "四大",
        "一成不变",
        "三成为",
        "甲丑年",
        "农历八月三十一日",
        "3-1",
        "024-3825",
        "二元化",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert not [found for found in longest(text) if found[0] == text]


def test_months_before_now_are_not_the_first_of_the_year() -> None:
    assert [zh for zh, _, _ in longest("提前3个月")] == ["3个月"]


@given(st.integers(0, 10**12))
def test_the_value_of_digits_is_their_value(number: int) -> None:
    assert value_of(str(number)) == value_of(f"{number:,}") == number


def in_chinese(number: int) -> str:
    """A number from 1 to 9999 in Chinese numerals."""
    digits, text, gap = "零一二三四五六七八九", "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if gap and text else "") + digits[digit] + sign
            gap = False
        else:
            gap = True
    return text.removeprefix("一") if text.startswith("一十") else text


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_the_value_of_chinese_numerals_is_their_value(high: int, low: int) -> None:
    assert value_of(in_chinese(low)) == low
    if low >= 1000:
        assert value_of(f"{in_chinese(high)}万{in_chinese(low)}") == high * 10_000 + low
    assert value_of(f"{in_chinese(high)}万亿") == high * 10**12


@given(st.decimals(min_value=0, max_value=10**15, places=3), st.sampled_from(list(Target)))
def test_a_formatted_number_says_its_value(value: Decimal, target: Target) -> None:
    text = format_number(value, target, scaled=False)
    group, point = (",", ".") if target is Target.EN else (".", ",")
    assert Decimal(text.replace(group, "").replace(point, ".")) == value


@given(odd)
def test_every_quantity_gives_back_its_text(text: str) -> None:
    for entity in find_quantities(text):
        assert text[entity.start : entity.end] == entity.zh != ""
        assert entity.en and entity.vi
        assert entity.type in (
            EntityType.NUMBER,
            EntityType.DATE,
            EntityType.EVENT,
            EntityType.ORGANISATION,
            EntityType.TITLE,
        )


@pytest.mark.parametrize(
    "unit",
    [
        "一",
        "1",
        "十",
        "万",
        "1,",
        "1，",
        "第",
        "年",
        "三分之",
        "百分之",
        "8月17日至",
        "近",
        "一二",
        "1.",
        "千",
        "-",
        "1-",
        "1至",
        "$",
        "农历",
        "正月初",
        "8月至",
        "3时至",
        "零下",
    ],
)
def test_endless_figures_take_linear_work(unit: str) -> None:
    def work(size: int) -> None:
        for entity in find_quantities(unit * (size // len(unit))):
            assert entity.end - entity.start < 300

    assert grows_linearly(work, 2_000)


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        ("数十亿", "billions of", "hàng tỷ"),
        ("几百亿", "tens of billions of", "hàng chục tỷ"),
        ("几千亿", "hundreds of billions of", "hàng trăm tỷ"),
        ("数万亿", "trillions of", "hàng nghìn tỷ"),
        ("成千上万的人", "tens of thousands of", "hàng vạn"),
        ("数以千计的志愿者", "thousands of", "hàng nghìn"),
        ("十几名", "more than ten", "hơn mười"),
        ("二十多万", "more than 200,000", "hơn 200.000"),
        ("11点20分", "11:20", "11 giờ 20 phút"),
        ("凌晨2点", "2:00 in the early morning", "2 giờ rạng sáng"),
        ("七成五", "75%", "75%"),
        ("约1/3的人口", "about one third", "khoảng một phần ba"),
        ("3/4以上", "more than three quarters", "trên ba phần tư"),
        ("五分之三", "three fifths", "ba phần năm"),
        ("近三分之二", "nearly two thirds", "gần hai phần ba"),
        ("千分之三", "0.3%", "0,3%"),
        ("万分之五以下", "less than 0.05%", "dưới 0,05%"),
        ("一半以上", "more than half", "trên một nửa"),
        ("近半数", "nearly half", "gần một nửa"),
        ("零下5摄氏度", "minus 5 °C", "âm 5 độ C"),
        ("每公斤2.5万越盾", "25,000 VND per kg", "25.000 đồng/kg"),
        ("每两8500万越盾", "85 million VND per tael", "85 triệu đồng/lượng"),
        ("约5000万越盾/平方米", "about 50 million VND per square metre", "khoảng 50 triệu đồng/m2"),
        ("12.3个百分点", "12.3 percentage points", "12,3 điểm phần trăm"),
        ("3比1", "3-1", "3-1"),
        ("24/7", "24/7", "24/7"),
        ("2025/2026学年", "2025/2026 school year", "năm học 2025-2026"),
        ("2025-26赛季", "2025-26 season", "mùa giải 2025-26"),
        ("公元前3世纪", "3rd century BC", "thế kỷ 3 trước Công nguyên"),
        ("公元前221年", "221 BC", "năm 221 trước Công nguyên"),
        ("公元40年", "AD 40", "năm 40 sau Công nguyên"),
        ("上世纪90年代", "1990s", "những năm 90 của thế kỷ 20"),
        ("三大任务", "three", "ba"),
        ("三大支柱的", "three pillars", "ba trụ cột"),
    ],
)
def test_amounts_shares_and_times_of_the_news(zh: str, en: str, vi: str) -> None:
    assert longest(zh)[0][1:] == (en, vi)


@pytest.mark.parametrize("text", ["四大使馆", "两大学", "第三大国", "成立于1/4", "两大洲", "三大家族"])
def test_what_only_looks_like_a_quantity(text: str) -> None:
    assert not [en for _, en, _ in longest(text) if en in ("three", "four", "two", "3:00", "one quarter")]


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        ("12,5万公顷", "125,000 hectares", "125.000 ha"),
        ("12,5%", "12.5%", "12,5%"),
        ("12,500公顷", "12,500 hectares", "12.500 ha"),
        ("5‰", "0.5%", "0,5%"),
        ("每立方米35微克", "35 µg per cubic metre", "35 µg/m3"),
        ("每升价格", "price per litre", "giá mỗi lít"),
        ("每人每月收入", "income per person per month", "thu nhập mỗi người mỗi tháng"),
        ("十七八岁", "17-18 years old", "17-18 tuổi"),
        ("20世纪60至70年代", "1960s and 1970s", "những năm 60-70 của thế kỷ 20"),
        ("上世纪六七十年代", "1960s and 1970s", "những năm 60-70 của thế kỷ 20"),
        ("21世纪第三个十年", "third decade of the 21st century", "thập niên thứ 3 của thế kỷ 21"),
        ("2025财年", "2025 fiscal year", "năm tài chính 2025"),
        ("每年5月19日", "May 19 every year", "ngày 19/5 hằng năm"),
        ("每月15日", "the 15th of every month", "ngày 15 hằng tháng"),
        ("每周二、四、六", "every Tuesday, Thursday and Saturday", "thứ Ba, thứ Năm và thứ Bảy hằng tuần"),
        ("300平方英里", "300 square miles", "300 dặm vuông"),
    ],
)
def test_rates_decades_and_days_that_come_round(zh: str, en: str, vi: str) -> None:
    assert longest(zh)[0][1:] == (en, vi)
