import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.checks import flags_of, plain
from translate.row import Entity, EntityType, Target

EN, VI = Target.EN, Target.VI


def number(zh: str, start: int, en: str, vi: str) -> Entity:
    return Entity(zh, start, start + len(zh), EntityType.NUMBER, en, vi, source="rule")


def person(zh: str, start: int, name: str, source: str = "seed") -> Entity:
    return Entity(
        zh, start, start + len(zh), EntityType.PERSON, name, name, source=source, accepted={EN: ("Ho",)}
    )


def test_a_right_draft_has_no_flags() -> None:
    text = "大米出口增长32.8%"
    entity = number("32.8%", 6, "32.8%", "32,8%")
    assert flags_of(text, "Rice exports rose by 32.8%", [entity], EN) == ()
    assert flags_of(text, "Xuất khẩu gạo tăng 32,8%", [entity], VI) == ()


@pytest.mark.parametrize("draft", ["", "  \n"])
def test_an_empty_draft_is_flagged(draft: str) -> None:
    assert flags_of("大米", draft, [], EN) == ("empty",)


def test_an_empty_draft_of_mere_marks_is_right() -> None:
    assert flags_of("——……", "", [], EN) == ()


def test_chinese_left_over_is_flagged() -> None:
    assert "han" in flags_of("大米出口", "Rice 出口", [], EN)


@pytest.mark.parametrize("draft", ["Exports rose by 328%", "Exports rose", "Exports rose by 32,8%"])
def test_a_lost_or_changed_number_is_flagged(draft: str) -> None:
    assert "number" in flags_of("增长32.8%", draft, [number("32.8%", 2, "32.8%", "32,8%")], EN)


def test_a_number_said_once_instead_of_twice_is_flagged() -> None:
    entities = [number("15", 0, "15", "15"), number("15", 3, "15", "15")]
    assert "number" in flags_of("15和15个", "15 items", entities, EN)
    assert "number" not in flags_of("15和15个", "15 and 15 items", entities, EN)


@pytest.mark.parametrize(
    ("draft", "flagged"), [("GMS-6 summit", False), ("GMS summit", True), ("Route 1,250", True)]
)
def test_digits_outside_entities_count_too(draft: str, flagged: bool) -> None:
    assert ("number" in flags_of("GMS-6峰会", draft, [], EN)) is flagged


def test_grouped_digits_outside_entities_are_found_in_either_style() -> None:
    assert flags_of("编号1250", "No. 1.250", [], VI) == ()
    assert flags_of("编号1250", "No. 1,250", [], EN) == ()


def test_a_missing_name_is_flagged() -> None:
    entities = [person("胡志明", 0, "Hồ Chí Minh")]
    assert "term" in flags_of("胡志明主席", "The President", entities, EN)
    assert flags_of("胡志明主席", "President Hồ Chí Minh", entities, EN) == ()
    assert flags_of("胡志明主席", "President Ho", entities, EN) == ()


@pytest.mark.parametrize("source", ["reading", "pinyin"])
def test_a_guessed_name_is_flagged(source: str) -> None:
    entities = [person("阮文山", 0, "Nguyễn Văn Sơn", source)]
    assert flags_of("阮文山说", "Nguyễn Văn Sơn said", entities, EN) == ("name",)


def test_a_draft_far_too_short_or_long_is_flagged() -> None:
    text = "越南大米和咖啡出口到许多国家和地区"
    assert "length" in flags_of(text, "Rice.", [], EN)
    assert "length" in flags_of(text, "Vietnam exports rice. " * 12, [], EN)


def test_repetition_is_flagged_unless_the_source_repeats() -> None:
    assert "repetition" in flags_of("他很高兴", "He is very very very very glad", [], EN)
    assert "repetition" not in flags_of("加油加油加油加油", "Go go go go", [], EN)


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(list(Target)))
def test_any_draft_can_be_checked(text: str, draft: str, target: Target) -> None:
    flags = flags_of(text, draft, [], target)
    assert len(flags) == len(set(flags))


@given(st.text(st.characters(categories=["Nd", "No", "Nl"]), max_size=20))
def test_any_digits_can_be_read(text: str) -> None:
    assert plain(text).isascii()
