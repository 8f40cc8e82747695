"""Suggestions: the right ones are found, their differences marked, their figures adapted."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from cache.grams import grams_of, lengths_alike, telling
from translate.memory.abstraction import (
    PLACEHOLDERS,
    Slot,
    abstracted,
    as_written,
    pack_slots,
    unpack_slots,
    with_slots,
)
from translate.memory.adaptation import adapt
from translate.memory.difference import compare
from translate.memory.likeness import alike
from translate.memory.memory import TranslationMemory, unit_for
from translate.memory.passage import Passage
from translate.row import Entity, EntityType, Target

EN, VI = Target.EN, Target.VI


@pytest.fixture
def memory(tmp_path: Path) -> TranslationMemory:
    return TranslationMemory(tmp_path / "memory.sqlite")


def entity(source: str, zh: str, kind: EntityType, en: str, vi: str) -> Entity:
    start = source.index(zh)
    return Entity(zh, start, start + len(zh), kind, en, vi)


def exports(city: str, year: str, share: str, en: str, vi: str) -> Passage:
    source = f"{year}年{city}大米出口增长{share}%。"
    return Passage(
        source,
        "",
        "",
        (
            entity(source, f"{year}年", EntityType.DATE, year, f"năm {year}"),
            entity(source, city, EntityType.PLACE, en, vi),
            entity(source, f"{share}%", EntityType.NUMBER, f"{share}%", f"{share.replace('.', ',')}%"),
        ),
    )


KNOWN = exports("安江", "2023", "12.5", "An Giang", "An Giang")
ASKED = exports("同塔", "2024", "3.8", "Dong Thap", "Đồng Tháp")


def test_the_same_sentence_with_other_figures_scores_high_and_is_adapted(memory: TranslationMemory) -> None:
    memory.edit(KNOWN, VI, "Năm 2023, xuất khẩu gạo của An Giang tăng 12,5%.")
    (found,) = memory.suggestions(ASKED, VI)
    assert found.score == 99 and not found.exact
    assert found.adapted.text == "Năm 2024, xuất khẩu gạo của Đồng Tháp tăng 3,8%."
    assert found.adapted.left == ()
    marked = [
        (KNOWN.source[d.known_start : d.known_end], ASKED.source[d.start : d.end]) for d in found.differences
    ]
    assert marked == [("2023年安江", "2024年同塔"), ("12.5%", "3.8%")]


def test_a_suggestion_is_never_applied_by_itself(memory: TranslationMemory) -> None:
    memory.edit(KNOWN, VI, "văn bản")
    assert memory.suggestions(ASKED, VI) and memory.standing(ASKED, VI) is None


def test_what_cannot_be_placed_is_named(memory: TranslationMemory) -> None:
    memory.edit(KNOWN, EN, "Exports rose by an eighth in An Giang.")
    (found,) = memory.suggestions(ASKED, EN)
    assert found.adapted.text == "Exports rose by an eighth in Dong Thap."
    assert set(found.adapted.left) == {"2024", "3.8%"}


def test_both_scripts_find_each_other(memory: TranslationMemory) -> None:
    memory.edit(Passage("双方举行会谈。", "", ""), EN, "The two sides held talks.")
    same, near = Passage("雙方舉行會談。", "", ""), Passage("雙方今天舉行會談。", "", "")
    standing = memory.standing(same, EN)
    assert standing is not None and standing.text == "The two sides held talks."
    (found,) = memory.suggestions(near, EN)
    assert [near.source[d.start : d.end] for d in found.differences] == ["今天"]
    assert found.score == 77


def test_the_text_of_another_place_is_offered_as_exact(memory: TranslationMemory) -> None:
    memory.edit(Passage("双方举行会谈。", "一。", ""), EN, "one")
    memory.edit(Passage("双方举行会谈。", "二。", ""), EN, "two")
    here = Passage("双方举行会谈。", "二。", "")
    assert [(s.unit.text, s.score) for s in memory.suggestions(here, EN)] == [("one", 100)]


def test_neighbours_decide_among_exact_matches(memory: TranslationMemory) -> None:
    memory.edit(Passage("会见。", "甲。", "乙。"), EN, "both")
    memory.edit(Passage("会见。", "甲。", "丙。"), EN, "first only")
    memory.edit(Passage("会见。", "丁。", "戊。"), EN, "neither")
    for previous, following, text in (
        ("甲。", "乙。", "both"),
        ("甲。", "己。", "first only"),
        ("甲。", "", "first only"),
        ("庚。", "丙。", "first only"),
        ("庚。", "己。", "neither"),
    ):
        unit = memory.standing(Passage("会见。", previous, following), EN)
        assert unit is not None and unit.text == text
    assert memory.standing(Passage("会见。", "甲。", "乙。"), VI) is None


def test_what_was_taken_back_is_not_suggested(memory: TranslationMemory) -> None:
    memory.edit(KNOWN, VI, "văn bản")
    memory.revert(KNOWN, VI)
    assert memory.suggestions(ASKED, VI) == [] and memory.twins(ASKED, VI) == []


def test_sentences_of_nothing_but_figures_are_not_compared(memory: TranslationMemory) -> None:
    date = "8月5日"
    memory.edit(
        Passage(date, "", "", (entity(date, date, EntityType.DATE, "5 August", "5/8"),)), EN, "5 August"
    )
    other = "9月7日"
    asked = Passage(other, "", "", (entity(other, other, EntityType.DATE, "7 September", "7/9"),))
    assert memory.suggestions(asked, EN) == []


def test_twins_are_offered_what_a_change_makes_of_them(memory: TranslationMemory) -> None:
    memory.edit(KNOWN, VI, "Năm 2023, gạo của An Giang tăng 12,5%.")
    memory.edit(Passage("别的一句话。"), VI, "khác")
    (twin,) = memory.twins(ASKED, VI, "Năm 2024, xuất khẩu gạo Đồng Tháp tăng 3,8%.")
    assert twin.unit.source == KNOWN.source
    assert twin.proposal.text == "Năm 2023, xuất khẩu gạo An Giang tăng 12,5%."
    saved = memory.edit(Passage.of_unit(twin.unit), VI, twin.proposal.text, seen=twin.unit.version)
    standing = memory.standing(KNOWN, VI)
    assert saved.changed and standing is not None and standing.text == twin.proposal.text
    assert len(memory.twins(ASKED, VI)) == 1, "its entities are not forgotten"


def test_twins_among_the_rows_of_an_article() -> None:
    assert alike(KNOWN, [ASKED, Passage("别的。"), KNOWN], VI) == [0, 2]


@pytest.mark.parametrize(
    ("text", "pairs", "wanted", "left"),
    [
        ("12 of 12 men", [("12", "7"), ("12", "7")], "7 of 7 men", ()),
        ("12 of 12 men", [("12", "7"), ("12", "8")], "12 of 12 men", ("7", "8")),
        ("12 of 12 men", [("12", "7")], "12 of 12 men", ("7",)),
        ("In 2023, 3 of 23", [("3", "4")], "In 2023, 4 of 23", ()),
        ("12.5% and 12", [("12", "9")], "12.5% and 9", ()),
        (
            "on 5 May 2023 and 2023",
            [("5 May 2023", "6 May 2024"), ("2023", "2024")],
            "on 6 May 2024 and 2024",
            (),
        ),
        ("The ministry said", [("the ministry", "the bank")], "The bank said", ()),
        ("nothing here", [("", "x")], "nothing here", ("x",)),
        ("a 5", [("5", "")], "a 5", ("",)),
        ("same 5", [("5", "5")], "same 5", ()),
        ("from 5 to 7", [("5", "7"), ("7", "5")], "from 7 to 5", ()),
        (r"a (b) \1", [("(b)", r"\g<0>")], r"a \g<0> \1", ()),
    ],
)
def test_renderings_are_replaced_where_it_is_sure(
    text: str, pairs: list[tuple[str, str]], wanted: str, left: tuple[str, ...]
) -> None:
    slots = [(Slot(0, 1, "number", a), Slot(0, 1, "number", b)) for a, b in pairs]
    adapted = adapt(text, slots)
    assert (adapted.text, adapted.left) == (wanted, left)


def test_numbers_are_as_the_target_writes_them() -> None:
    assert as_written("1,250.5", VI) == "1.250,5" and as_written("１２．５", EN) == "12.5"


SOURCES = st.text(st.sampled_from("越南語说大米出口 ，。12.5年月é\u0301𠮷\U000f0000龍"), max_size=30)


@st.composite
def sources_with_entities(draw: st.DrawFn) -> tuple[str, list[Entity]]:
    source = draw(SOURCES)
    spans = draw(
        st.lists(
            st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(list(EntityType))), max_size=6
        )
    )
    found = [
        Entity(source[a:b], a, b, kind, f"e{a}", f"v{b}") for a, b, kind in spans if a <= b <= len(source)
    ]
    return source, found


@given(sources_with_entities())
def test_offsets_lead_from_the_abstract_back_to_the_source(drawn: tuple[str, list[Entity]]) -> None:
    source, entities = drawn
    abstract = abstracted(source, entities, EN)
    spans = abstract.spans()
    assert len(spans) == len(abstract.text)
    assert "".join(source[start:end] for start, end in spans) == source
    assert [end for _, end in spans[:-1]] == [start for start, _ in spans[1:]]
    places = abstract.slots_by_place()
    assert sorted(places.values(), key=lambda s: s.start) == list(abstract.slots)
    for place, slot in places.items():
        assert abstract.text[place] == PLACEHOLDERS[slot.type] and spans[place] == (slot.start, slot.end)
    assert with_slots(source, unpack_slots(pack_slots(abstract.slots))) == abstract


@given(sources_with_entities(), sources_with_entities())
def test_outside_the_differences_the_sources_are_the_same(
    one: tuple[str, list[Entity]], other: tuple[str, list[Entity]]
) -> None:
    known, current = abstracted(*one, EN), abstracted(*other, EN)
    plain, other_plain = with_slots(one[0], ()).text, with_slots(other[0], ()).text
    position = other_position = 0
    for difference in compare(known, current).differences:
        assert position <= difference.known_start <= difference.known_end <= len(plain)
        assert other_position <= difference.start <= difference.end <= len(other_plain)
        assert (difference.known_start, difference.start) != (difference.known_end, difference.end)
        same = plain[position : difference.known_start], other_plain[other_position : difference.start]
        assert "".join(same[0].split()) == "".join(same[1].split())
        position, other_position = difference.known_end, difference.end
    assert "".join(plain[position:].split()) == "".join(other_plain[other_position:].split())


@given(
    st.text(st.sampled_from("甲乙丙丁戊己"), min_size=2, max_size=40),
    st.text(st.sampled_from("甲乙丙丁戊己"), min_size=1, max_size=40),
    st.sampled_from([0.7, 0.75, 0.8, 0.95]),
    st.randoms(use_true_random=False),
)
@settings(max_examples=300)
def test_similar_texts_share_a_telling_pair_however_rare(
    text: str, other: str, similarity: float, chance: random.Random
) -> None:
    other = edited(text, chance) if chance.random() < 0.8 else other
    if Levenshtein.normalized_similarity(text, other) >= similarity:
        ranks = {gram: chance.random() for gram in grams_of(text)}
        chosen = telling(text, similarity, lambda gram: int(1000 * ranks[gram]))
        assert set(chosen) & set(grams_of(other))
        shortest, longest = lengths_alike(len(text), similarity)
        assert shortest <= len(other) <= longest


def edited(text: str, chance: random.Random) -> str:
    """``text`` with some characters replaced, left out or put in."""
    characters = list(text)
    for _ in range(chance.randint(1, 1 + len(text) // 3)):
        place = chance.randrange(len(characters) + 1)
        kind = chance.random()
        if kind < 0.4:
            characters.insert(place, chance.choice("甲乙丙丁戊己庚辛"))
        elif place < len(characters) and kind < 0.7:
            del characters[place]
        elif place < len(characters):
            characters[place] = chance.choice("甲乙丙丁戊己庚辛")
    return "".join(characters)


def test_every_closest_unit_is_found_among_thousands(memory: TranslationMemory) -> None:
    chance = random.Random(7)
    letters = [chr(0x4E00 + int(chance.paretovariate(0.7)) % 3000) for _ in range(5000)]
    sources = list({"".join(chance.choices(letters, k=chance.randint(4, 45))) for _ in range(3000)})
    memory.take(unit_for(Passage(source), EN, str(n)) for n, source in enumerate(sources))
    abstract = {source: abstracted(source, (), EN).text for source in sources}
    asked = near = 0
    for source in chance.sample(sources, 150):
        query = Passage(edited(source, chance), "", "")
        form = abstracted(query.source, (), EN).text
        best = max(Levenshtein.normalized_similarity(form, abstract[s]) for s in sources)
        found = memory.suggestions(query, EN)
        if best >= 0.70:
            asked += 1
            near += bool(found) and found[0].score >= min(99, int(100 * best))
        else:
            assert found == []
    assert asked > 80 and near == asked
