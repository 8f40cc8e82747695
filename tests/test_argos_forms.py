"""What counts as a name carried: the words for a country's people, its other names, a province without its kind."""

import pytest

from translate.argos.required import missing, needs_of
from translate.row import Entity, EntityType, Target


def carried(draft: str, rendering: str, target: Target, kind: EntityType = EntityType.PLACE) -> bool:
    entity = Entity("某地", 0, 2, kind, rendering, rendering)
    return not missing(needs_of([entity], target), draft, target)


@pytest.mark.parametrize(
    ("rendering", "draft"),
    [
        ("Türkiye", "Turkey sent aid."),
        ("Afghanistan", "the Afghan constitution"),
        ("Soviet Union", "the Soviet army"),
        ("DPRK", "North Korean officials"),
        ("United Kingdom", "an English astronomer"),
        ("Europe", "European markets"),
    ],
)
def test_other_words_for_a_country_in_english(rendering: str, draft: str) -> None:
    assert carried(draft, rendering, Target.EN)


@pytest.mark.parametrize(
    ("rendering", "draft"),
    [
        ("Hoa Kỳ", "Đại sứ quán Mỹ"),
        ("Australia", "Chính phủ Úc"),
        ("Vương quốc Anh", "các vận động viên Anh"),
        ("bang Florida", "tại Florida"),
        ("tỉnh Ninh Bình", "du lịch Ninh Bình"),
        ("Hong Kong", "sinh tại Hồng Kông"),
    ],
)
def test_other_words_for_a_country_or_province_in_vietnamese(rendering: str, draft: str) -> None:
    assert carried(draft, rendering, Target.VI)


@pytest.mark.parametrize(
    ("rendering", "draft", "target"),
    [
        ("Africa", "the Afghan constitution", Target.EN),
        ("Australia", "Chính phủ Áo", Target.VI),
        ("sông Hồng", "màu hồng", Target.VI),
    ],
)
def test_other_places_are_other_places(rendering: str, draft: str, target: Target) -> None:
    assert not carried(draft, rendering, target)
