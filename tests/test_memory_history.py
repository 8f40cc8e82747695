"""Every version is remembered, can be gone back to, and editors learn of each other."""

import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from cache.history import VersionMissingError
from translate.memory.matching import best_match
from translate.memory.memory import TranslationMemory, unit_for
from translate.memory.passage import Passage
from translate.row import Link, Target

EN, VI = Target.EN, Target.VI
HERE = Passage("双方举行会谈。", "前一句。", "后一句。")
ELSEWHERE = Passage("双方举行会谈。", "别的。", "")


@pytest.fixture
def memory(tmp_path: Path) -> TranslationMemory:
    return TranslationMemory(tmp_path / "memory.sqlite")


def text_at(memory: TranslationMemory, passage: Passage, target: Target = EN) -> str | None:
    unit = memory.standing(passage, target)
    assert unit is None or unit.text is not None
    return unit.text if unit else None


def test_a_version_tells_who_when_and_from_what(memory: TranslationMemory) -> None:
    memory.edit(HERE, EN, "They talked.", replaced="The two sides hold talks.", replaced_by="transfer")
    memory.edit(HERE, EN, "They met.", replaced="They talked.", replaced_by="person")
    first, second = memory.history(HERE, EN)
    assert (first.replaced, first.replaced_by, first.who, first.action) == (
        "The two sides hold talks.",
        "transfer",
        "person",
        "edit",
    )
    assert second.replaced == first.text and second.saved >= first.saved > 1_700_000_000
    assert memory.history(HERE, VI) == []


def test_reverting_gives_the_draft_back_and_stays_in_the_history(memory: TranslationMemory) -> None:
    memory.edit(HERE, EN, "They talked.", replaced="draft", replaced_by="transfer")
    memory.revert(HERE, EN)
    assert text_at(memory, HERE) is None
    assert [(v.action, v.text, v.replaced) for v in memory.history(HERE, EN)] == [
        ("edit", "They talked.", "draft"),
        ("revert", None, "They talked."),
    ]


def test_going_back_to_a_version_is_a_version(memory: TranslationMemory) -> None:
    first = memory.edit(HERE, EN, "one").version
    memory.edit(HERE, EN, "two")
    memory.revert(HERE, EN, to=first)
    assert text_at(memory, HERE) == "one"
    assert [v.text for v in memory.history(HERE, EN)] == ["one", "two", "one"]


def test_a_version_of_another_segment_cannot_be_gone_back_to(memory: TranslationMemory) -> None:
    other = memory.edit(Passage("另一句。"), EN, "other").version
    memory.edit(HERE, EN, "one")
    for number in (other, 999):
        with pytest.raises(VersionMissingError, match=str(number)):
            memory.revert(HERE, EN, to=number)
    assert text_at(memory, HERE) == "one"


def test_reverting_where_nothing_stands_writes_nothing(memory: TranslationMemory) -> None:
    assert not memory.revert(HERE, EN).changed
    assert memory.is_empty


def test_reverting_what_came_from_elsewhere_leaves_it_there(memory: TranslationMemory) -> None:
    memory.edit(ELSEWHERE, EN, "elsewhere")
    assert text_at(memory, HERE) == "elsewhere"
    memory.revert(HERE, EN)
    assert text_at(memory, HERE) is None and text_at(memory, ELSEWHERE) == "elsewhere"


def test_saving_the_same_again_is_no_version(memory: TranslationMemory) -> None:
    first = memory.edit(HERE, EN, "one")
    second = memory.edit(HERE, EN, "one")
    assert first.changed and not second.changed and second.version == first.version
    assert len(memory.history(HERE, EN)) == 1


def test_an_approved_draft_keeps_its_engine_and_its_alignment(memory: TranslationMemory) -> None:
    memory.review(HERE, EN, "The draft.", "transfer", alignment=[Link(0, 2, 0, 3)])
    unit = memory.standing(HERE, EN)
    assert unit is not None and (unit.who, unit.state) == ("transfer", "reviewed") and unit.alignment
    memory.review(HERE, EN, "The draft.", "transfer", reviewed=False)
    assert text_at(memory, HERE) is None


def test_an_approved_edit_goes_back_to_edited(memory: TranslationMemory) -> None:
    memory.edit(HERE, EN, "mine")
    memory.review(HERE, EN, "mine", "person")
    unit = memory.standing(HERE, EN)
    assert unit is not None and unit.state == "reviewed"
    memory.review(HERE, EN, "mine", "person", reviewed=False)
    unit = memory.standing(HERE, EN)
    assert unit is not None and (unit.state, unit.text) == ("edited", "mine")
    assert memory.counts().reviewed == 0 and memory.counts().edited == 1


def test_the_second_of_two_editors_learns_of_the_first(tmp_path: Path) -> None:
    one, other = (TranslationMemory(tmp_path / "memory.sqlite") for _ in range(2))
    seen = one.edit(HERE, EN, "start").version
    first = one.edit(HERE, EN, "of one", seen=seen)
    second = other.edit(HERE, EN, "of the other", seen=seen)
    assert first.overtaken == ()
    assert [v.text for v in second.overtaken] == ["of one"]
    assert text_at(one, HERE) == "of the other"
    assert [v.text for v in one.history(HERE, EN)] == ["start", "of one", "of the other"]
    third = other.edit(HERE, EN, "again", seen=second.version)
    assert third.overtaken == ()


def test_two_who_saw_nothing_overtake_each_other_too(tmp_path: Path) -> None:
    one, other = (TranslationMemory(tmp_path / "memory.sqlite") for _ in range(2))
    one.edit(HERE, EN, "of one", seen=0)
    assert [v.text for v in other.edit(HERE, EN, "of the other", seen=0).overtaken] == ["of one"]


def test_texts_are_kept_in_nfc(memory: TranslationMemory) -> None:
    memory.edit(HERE, VI, unicodedata.normalize("NFD", "Hội đàm Việt Nam"))
    assert text_at(memory, HERE, VI) == unicodedata.normalize("NFC", "Hội đàm Việt Nam")


def test_taking_units_in_never_overwrites_unasked(memory: TranslationMemory) -> None:
    memory.edit(HERE, EN, "mine")
    units = [unit_for(HERE, EN, "theirs"), unit_for(ELSEWHERE, EN, "new"), unit_for(HERE, VI, "của họ")]
    taken = memory.take(units)
    assert (taken.added, taken.replaced, taken.unchanged) == (2, 0, 0)
    assert [unit.text for unit in taken.kept] == ["theirs"] and text_at(memory, HERE) == "mine"
    taken = memory.take(units, overwrite=True)
    assert (taken.added, taken.replaced, taken.unchanged, taken.kept) == (0, 1, 2, ())
    assert [(v.text, v.replaced) for v in memory.history(HERE, EN)] == [("mine", ""), ("theirs", "mine")]


def test_what_is_given_out_can_be_taken_in(tmp_path: Path, memory: TranslationMemory) -> None:
    memory.edit(HERE, EN, "one")
    memory.review(ELSEWHERE, VI, "hai", "argos")
    memory.edit(Passage("没有上下文。"), EN, "three")
    memory.edit(Passage("收回。"), EN, "gone")
    memory.revert(Passage("收回。"), EN)
    copy = TranslationMemory(tmp_path / "copy.sqlite")
    assert copy.take(memory.units()).added == 3

    def content(of: TranslationMemory) -> list[object]:
        return [(u.address, u.source, u.text, u.state, u.who, u.previous, u.following) for u in of.units()]

    assert content(copy) == content(memory)
    assert copy.take(memory.units()).unchanged == 3


TEXTS = st.sampled_from(["a", "b", "cà phê", "d"])
SPOTS = st.builds(
    Passage,
    st.sampled_from(["会见。", "会谈。"]),
    st.sampled_from(["", "前。", None]),
    st.sampled_from(["", "后。", None]),
)


class MemoryMachine(RuleBasedStateMachine):
    """The memory against a dictionary of lists."""

    versions = Bundle("versions")

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "memory.sqlite"
        self.memory = TranslationMemory(self.path)
        self.model: dict[Passage, list[tuple[str | None, str, int]]] = {}

    def teardown(self) -> None:
        if hasattr(self, "memory"):
            self.memory.close()
            self.folder.cleanup()

    def latest(self, passage: Passage) -> tuple[str | None, str] | None:
        own = self.model.get(passage)
        return own[-1][:2] if own else None

    def expected(self, passage: Passage) -> str | None:
        if passage in self.model:
            return self.model[passage][-1][0]
        living = [
            (shared(one, passage), made[-1][2], made[-1][0])
            for one, made in self.model.items()
            if one.source == passage.source and made[-1][0] is not None
        ]
        return max(living)[2] if living else None

    @rule(target=versions, passage=SPOTS, text=TEXTS)
    def edit(self, passage: Passage, text: str) -> tuple[Passage, int]:
        saved = self.memory.edit(passage, EN, text)
        assert saved.changed == (self.latest(passage) != (text, "edited"))
        if saved.changed:
            self.model.setdefault(passage, []).append((text, "edited", saved.version))
        return passage, saved.version

    @rule(passage=SPOTS)
    def revert(self, passage: Passage) -> None:
        before = self.expected(passage)
        saved = self.memory.revert(passage, EN)
        assert saved.changed == (before is not None)
        if saved.changed:
            self.model.setdefault(passage, []).append((None, "draft", saved.version))

    @rule(known=versions)
    def go_back(self, known: tuple[Passage, int]) -> None:
        passage, number = known
        (text,) = (text for text, _, version in self.model[passage] if version == number)
        state = next(state for _, state, version in self.model[passage] if version == number)
        before = self.latest(passage)
        saved = self.memory.revert(passage, EN, to=number)
        assert saved.changed == (before != (text, state))
        if saved.changed:
            self.model[passage].append((text, state, saved.version))

    @rule()
    def reopen(self) -> None:
        self.memory.close()
        self.memory = TranslationMemory(self.path)

    @rule(passage=SPOTS)
    def stands(self, passage: Passage) -> None:
        assert text_at(self.memory, passage) == self.expected(passage)

    @invariant()
    def history_is_whole(self) -> None:
        for passage, made in getattr(self, "model", {}).items():
            found = self.memory.history(passage, EN)
            assert [(v.text, v.state, v.number) for v in found] == made


def shared(one: Passage, other: Passage) -> int:
    same = [(one.previous, other.previous), (one.following, other.following)]
    return sum(a == b and a is not None for a, b in same)


TestMemoryMachine = MemoryMachine.TestCase
TestMemoryMachine.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)


def test_best_match_of_nothing_is_nothing() -> None:
    assert best_match([], HERE.address(EN)) is None
