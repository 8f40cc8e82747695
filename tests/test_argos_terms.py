"""What a draft must carry, where it does, and how a rendering fits into its place."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.argos.closing import closed, is_open, opened
from translate.argos.fitting import fitted
from translate.argos.names import restored
from translate.argos.required import Need, folded, found, missing, needs_of
from translate.argos.sketch import WORD, Sketch, Word, composed, merged
from translate.numbers import dates, quantities
from translate.row import Entity, EntityType, Link, Target

EN, VI = Target.EN, Target.VI


def need(rendering: str, kind: EntityType = EntityType.PLACE, *more: str, role: str = "") -> Need:
    return Need("某", kind, role, 0, 1, (rendering, *more))


def sketch(text: str) -> Sketch:
    return Sketch(text, tuple(Word(*match.span()) for match in WORD.finditer(text)))


@pytest.mark.parametrize(
    ("text", "target", "values"),
    [
        ("3.28 billion and 1,250.5", EN, ["3280000000", "1250.5"]),
        ("3,28 tỷ USD và 1.250,5", VI, ["3280000000", "1250.5"]),
        ("eleven countries, the tenth time, five million", EN, ["11", "10", "5000000"]),
        ("the 47th summit, 12%", EN, ["47", "12"]),
        ("lần thứ 47, 12 triệu, 3 nghìn tỷ", VI, ["47", "12000000", "3000000000000"]),
        ("one of the second kind", EN, []),
        ("năm nay có mười tỉnh", VI, ["10"]),
    ],
)
def test_numbers_have_values(text: str, target: Target, values: list[str]) -> None:
    assert [quantity.value for quantity in quantities(text, target)] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("text", "target", "day"),
    [
        ("on September 2, 1945, he", EN, (1945, 9, 2)),
        ("on 2 September 1945", EN, (1945, 9, 2)),
        ("on Sept. 2", EN, (0, 9, 2)),
        ("in January 1984.", EN, (1984, 1, 0)),
        ("ngày 2/9/1945", VI, (1945, 9, 2)),
        ("ngày 2 tháng 9 năm 1945", VI, (1945, 9, 2)),
        ("tháng 1/1984", VI, (1984, 1, 0)),
    ],
)
def test_dates_are_read(text: str, target: Target, day: tuple[int, int, int]) -> None:
    (one,) = dates(text, target)
    assert (one.year, one.month, one.day) == day


def test_may_is_a_month_only_with_a_day_or_year() -> None:
    assert dates("It May be so.", EN) == []
    assert len(dates("on May 3", EN)) == 1


@pytest.mark.parametrize(
    ("rendering", "draft"),
    [
        ("Ministry of Foreign Affairs", "the ministry of foreign affairs said"),
        ("Ministry of Foreign Affairs", "The Foreign Ministry said"),
        ("Vietnam", "The Vietnamese people"),
        ("France", "French companies"),
        ("Da Nang", "in Đà Nẵng"),
        ("field hospital", "two field hospitals"),
        ("country", "all countries"),
        ("free trade agreement", "the free-trade agreements"),
        ("the Youth Union", "a Youth Union member"),
    ],
)
def test_forms_of_a_term_are_found(rendering: str, draft: str) -> None:
    assert found(need(rendering, EntityType.PLACE, "Foreign Ministry"), draft, EN)


@pytest.mark.parametrize(
    ("rendering", "draft", "target"),
    [
        ("Hue", "the huge city", EN),
        ("UN", "under the sun, un", EN),
        ("Huế", "ở Hue", VI),
        ("Turkey", "a roast turkey", EN),
    ],
)
def test_other_words_are_not_taken_for_a_term(rendering: str, draft: str, target: Target) -> None:
    assert not found(need(rendering), draft, target)


def test_a_person_needs_the_diacritics_the_checks_want() -> None:
    person = need("Bùi Thanh Sơn", EntityType.PERSON)
    assert missing([person], "Bui Thanh Son spoke", EN) == [person]
    assert missing([person], "Bùi Thanh Sơn spoke", EN) == []


def test_numbers_are_needed_as_often_as_they_stand() -> None:
    three = need("3 million", EntityType.NUMBER)
    assert missing([three, three], "3 million and 3 million", EN) == []
    assert missing([three, three], "3 million and 5 million", EN) == [three]
    assert missing([three], "3 billion", EN) == [three]
    assert missing([need("11", EntityType.NUMBER)], "eleven states", EN) != []
    assert missing([need("tenth", EntityType.NUMBER)], "the 10th time", EN) == []


def test_dates_are_carried_in_any_order() -> None:
    day = need("September 2, 1945", EntityType.DATE, role="day")
    assert missing([day], "2 September 1945", EN) == []
    assert missing([day], "September 3, 1945", EN) == [day]
    assert missing([need("2013", EntityType.DATE)], "In 2013, it", EN) == []
    assert missing([need("ngày 2/9/1945", EntityType.DATE)], "ngày 2 tháng 9 năm 1945", VI) == []
    assert missing([need("from May 3 to 5", EntityType.DATE)], "May 3-5", EN) == []


def test_common_terms_are_needed_only_if_they_are_ones_own() -> None:
    seed = Entity("合作", 0, 2, EntityType.TERM, "cooperation", "hợp tác")
    own = Entity("合作", 0, 2, EntityType.TERM, "cooperation", "hợp tác", source="user")
    vague = Entity("数百", 0, 2, EntityType.NUMBER, "hundreds", "hàng trăm")
    assert needs_of([seed, vague], EN) == []
    assert [one.rendering for one in needs_of([own], EN)] == ["cooperation"]


@given(st.text(max_size=40))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_names_get_their_diacritics_back_and_others_keep_theirs() -> None:
    person = need("Chủ tịch Hồ Chí Minh", EntityType.PERSON)
    city = Need("市", EntityType.PLACE, "", 2, 3, ("Ho Chi Minh City",))
    text = "Ho Chi Minh City remembers Ho Chi Minh; a ho chi minh."
    wanted = "Ho Chi Minh City remembers Hồ Chí Minh; a ho chi minh."
    assert restored(sketch(text), [person, city]).text == wanted


@pytest.mark.parametrize(
    ("draft", "old", "one", "wanted"),
    [
        ("the Green Mountain spoke", "the Green Mountain", need("Bùi Thanh Sơn", EntityType.PERSON), "Bùi Thanh Sơn spoke"),
        ("He met the Green Mountain.", "Green Mountain", need("Bùi Thanh Sơn", EntityType.PERSON), "He met Bùi Thanh Sơn."),
        ("joined the League", "League", need("the Youth Union", EntityType.ORGANISATION), "joined the Youth Union"),
        ("joined the League", "the League", need("Youth Union", EntityType.ORGANISATION), "joined the Youth Union"),
        ("saw the Vietnam News", "News", need("Vietnam News Agency", EntityType.ORGANISATION), "saw the Vietnam News Agency"),
        ("a Bureau member", "Bureau", need("ASEAN", EntityType.ORGANISATION), "an ASEAN member"),
        ("an Office member", "Office", need("UN", EntityType.ORGANISATION), "a UN member"),
        ("came in August", "August", need("August 17", EntityType.DATE, role="day"), "came on August 17"),
        ("came on May 3", "May 3", need("May 2024", EntityType.DATE, role="month"), "came in May 2024"),
        ("Green Mountain's speech", "Green Mountain's", need("Bùi Sơn", EntityType.PERSON), "Bùi Sơn's speech"),
        ("hello. news came", "news", need("reports", EntityType.TERM), "hello. Reports came"),
    ],
)  # fmt: skip
def test_a_rendering_fits_into_its_place(draft: str, old: str, one: Need, wanted: str) -> None:
    start = draft.index(old)
    assert fitted(sketch(draft), start, start + len(old), one, EN).text == wanted


def test_vietnamese_words_are_not_doubled() -> None:
    draft = "thăm tỉnh Quang Nanh"
    one = need("tỉnh Quảng Ninh")
    assert fitted(sketch(draft), 10, 20, one, VI).text == "thăm tỉnh Quảng Ninh"


@given(st.text(alphabet="ab cd.", min_size=1, max_size=30), st.data())
def test_replacing_keeps_words_in_order(text: str, data: st.DataObject) -> None:
    before = sketch(text)
    if not before.words:
        return
    first = data.draw(st.integers(0, len(before.words) - 1))
    last = data.draw(st.integers(first, len(before.words) - 1))
    start, end = before.words[first].start, before.words[last].end
    after = before.replaced(start, end, "new words", (3, 5))
    assert after.text == text[:start] + "new words" + text[end:]
    position = 0
    for word in after.words:
        assert position <= word.start < word.end <= len(after.text)
        position = word.end


def test_alignments_go_through_the_middle() -> None:
    first = (Link(0, 2, 10, 18), Link(2, 4, 0, 9))
    second = (Link(0, 9, 0, 4), Link(10, 18, 5, 9))
    assert composed(first, second) == (Link(2, 4, 0, 4), Link(0, 2, 5, 9))
    assert merged([Link(0, 2, 0, 3), Link(1, 4, 4, 6), Link(0, 1, 8, 9)])[0] == Link(0, 4, 0, 6)


@pytest.mark.parametrize("text", ["河内", "“河内”", "河内（首都）", "Hanoi 19"])
def test_lines_without_an_end_are_closed(text: str) -> None:
    assert is_open(text) and closed(text, "。") == text + "。"


@pytest.mark.parametrize("text", ["河内。", "“河内。”", "河内！", "河内：", "", " "])
def test_lines_with_an_end_are_left(text: str) -> None:
    assert closed(text, "。") == text


def test_the_full_stop_goes_again_but_not_that_of_an_abbreviation() -> None:
    assert opened("Hanoi grows.") == "Hanoi grows"
    assert opened("The U.S.") == "The U.S."
    assert opened("And so...") == "And so..."
