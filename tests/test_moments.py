import pytest
from test_quantities import longest


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        (
            "2025年8月17日上午9时30分",
            "9:30 on the morning of August 17, 2025",
            "9 giờ 30 phút sáng 17/8/2025",
        ),
        ("8月17日20时", "20:00 on August 17", "20 giờ ngày 17/8"),
        ("17日下午3点半", "3:30 on the afternoon of the 17th", "3 giờ 30 phút chiều ngày 17"),
        ("9月2日晚8点", "8:00 on the evening of September 2", "8 giờ tối 2/9"),
        ("8月17日中午12时", "12:00 noon on August 17", "12 giờ trưa 17/8"),
        ("今天上午9时", "9:00 this morning", "9 giờ sáng nay"),
        ("昨天下午3时", "3:00 yesterday afternoon", "3 giờ chiều qua"),
        ("当日凌晨2时许", "2:00 that early morning", "2 giờ rạng sáng cùng ngày"),
        (
            "当地时间8月17日上午9时",
            "9:00 local time on the morning of August 17",
            "9 giờ sáng 17/8 (giờ địa phương)",
        ),
        ("北京时间20时", "20:00 Beijing time", "20 giờ (giờ Bắc Kinh)"),
        ("8月17日20:00至22:00", "from 20:00 to 22:00 on August 17", "từ 20 giờ đến 22 giờ ngày 17/8"),
        ("12时", "12:00", "12 giờ"),
    ],
)
def test_an_hour_belongs_to_its_day_and_place(zh: str, en: str, vi: str) -> None:
    assert longest(zh) == [(zh, en, vi)]


@pytest.mark.parametrize("text", ["8月32日9时", "8月17日25时", "17日期间", "13月1日8时"])
def test_no_such_moment_is_told(text: str) -> None:
    assert [zh for zh, _, _ in longest(text)] != [text]


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        ("9月份", "September", "tháng 9"),
        ("2025年9月份", "September 2025", "tháng 9/2025"),
        ("2日下午", "afternoon of the 2nd", "chiều ngày 2"),
        ("17日至19日", "from the 17th to the 19th", "từ ngày 17 đến 19"),
        ("19世纪中叶", "mid-19th century", "giữa thế kỷ 19"),
        ("21世纪初", "early 21st century", "đầu thế kỷ 21"),
        ("18世纪下半叶", "second half of the 18th century", "nửa cuối thế kỷ 18"),
        ("十五世纪至十九世纪", "15th to 19th centuries", "thế kỷ 15-19"),
        ("15至19世纪", "15th to 19th centuries", "thế kỷ 15-19"),
        ("头九个月", "first nine months", "9 tháng đầu năm"),
        ("30个工作日内", "30 working days", "30 ngày làm việc"),
    ],
)
def test_dates_of_the_news(zh: str, en: str, vi: str) -> None:
    assert longest(zh)[0][1:] == (en, vi)


def test_a_share_of_a_month_is_no_part_of_its_name() -> None:
    assert [zh for zh, _, _ in longest("9月份额")] == ["9月"]


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        (
            "农历正月初十至十五",
            "from the 10th to the 15th day of the first lunar month",
            "từ mùng 10 đến ngày 15 tháng Giêng",
        ),
        (
            "丙午年正月初一",
            "first day of the first lunar month of the Year of the Horse",
            "mùng 1 tháng Giêng năm Bính Ngọ",
        ),
        ("越南时间15日晚", "evening of the 15th Vietnam time", "tối ngày 15 theo giờ Việt Nam"),
        ("北京时间11月15日", "November 15 Beijing time", "ngày 15/11 theo giờ Bắc Kinh"),
    ],
)
def test_lunar_days_and_days_of_a_time_zone(zh: str, en: str, vi: str) -> None:
    assert longest(zh)[0][1:] == (en, vi)
