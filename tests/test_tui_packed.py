"""The rows of a book, packed."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from tui_fakes import FARMERS, FARMERS_ZH, linked

from reader.tui import packed
from reader.tui.packed import PackedRows, kept
from seeds.article import Kind
from translate.row import Cell, Entity, EntityType, Link, Row, Segment, Target

texts = st.text(st.characters(), max_size=20)
numbers = st.integers(0, 99)
links = st.builds(Link, numbers, numbers, numbers, numbers)
cells = st.builds(
    Cell,
    texts,
    texts,
    st.booleans(),
    st.lists(texts, max_size=2).map(tuple),
    st.lists(links, max_size=3).map(tuple),
)
accepted = st.dictionaries(st.sampled_from(list(Target)), st.lists(texts, max_size=2).map(tuple))
entities = st.builds(
    Entity, texts, numbers, numbers, st.sampled_from(EntityType), texts, texts, texts, texts, accepted, texts
)
rows = st.builds(
    Row,
    st.builds(Segment, numbers, numbers, st.sampled_from(Kind), texts, numbers, numbers, numbers),
    st.lists(entities, max_size=3).map(tuple),
    st.dictionaries(st.sampled_from(list(Target)), cells),
)


@given(st.lists(rows, max_size=3))
def test_what_is_packed_comes_out_as_it_was(found):
    data = packed.packed(found)
    assert data is not None and packed.unpacked(data) == found
    assert [[entity.accepted for entity in row.entities] for row in packed.unpacked(data)] == [
        [entity.accepted for entity in row.entities] for row in found
    ]


def test_rows_that_have_changed_are_there_however_many_follow():
    count = 64 * 60 + 7
    found = PackedRows([Row(Segment(at, at, Kind.BODY, str(at), at, 0, 1)) for at in range(count)])
    for at in range(count):
        found[at] = linked(FARMERS_ZH, FARMERS, at)
    assert sum(isinstance(chunk, bytes) for chunk in found._chunks) >= 10
    assert len(found) == count and found[0] == linked(FARMERS_ZH, FARMERS, 0)
    assert [row.segment.index for row in found] == list(range(count))
    assert found[-1].segment.index == count - 1 and [row.segment.index for row in found[5:8]] == [5, 6, 7]
    with pytest.raises(IndexError):
        found[count]


def test_what_cannot_be_packed_is_kept_as_it_is():
    odd = replace(linked(FARMERS_ZH, FARMERS), cells={Target.EN: Cell("x", "y", flags=(object(),))})
    assert packed.packed([odd]) is None


def test_few_rows_are_a_list():
    assert isinstance(kept([linked(FARMERS_ZH, FARMERS)]), list)
