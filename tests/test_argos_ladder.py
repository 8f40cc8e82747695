"""The ladder on recorded and invented drafts: what each step repairs, and what it leaves alone."""

from collections import Counter
from dataclasses import replace

import pytest
from argos_help import Case, Parrot, cases

from translate.argos.ladder import ALL, climb
from translate.argos.report import Repair, flags_of_repairs
from translate.argos.required import missing
from translate.argos.settings import Search
from translate.argos.sketch import Sketch


def climbed(case: Case, steps: frozenset[str] = ALL) -> tuple[Sketch, list[Repair]]:
    parrot = Parrot({case.source: case.first}, {case.source: case.again} if case.again.hypotheses else {})

    def again(source: str, search: Search) -> object:
        if not case.again.hypotheses:
            return case.first
        return next(iter(parrot.decode([source], search)))

    return climb(case.first, case.needs, case.target, Search(), again, steps)  # type: ignore[arg-type]


def test_there_are_enough_cases() -> None:
    assert len(cases()) >= 60
    assert len({case.name for case in cases()}) == len(cases())


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_the_ladder_makes_the_draft_that_is_wanted(case: Case) -> None:
    sketch, repairs = climbed(case)
    assert sketch.text == case.wanted
    steps = {repair.step for repair in repairs}
    assert steps == set() if case.step in ("none", "flag") else case.step in steps


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_what_is_repaired_is_carried_and_what_is_not_is_known_to_be_missing(case: Case) -> None:
    sketch, _ = climbed(case)
    gone = missing(case.needs, sketch.text, case.target)
    if case.step != "flag":
        assert gone == []
    elif case.needs and case.name != "retry-no-better":
        assert gone


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_words_stay_in_order_and_inside_source_and_draft(case: Case) -> None:
    sketch, _ = climbed(case)
    last = 0
    for word in sketch.words:
        assert last <= word.start < word.end <= len(sketch.text)
        assert sketch.text[word.start : word.end].strip() == sketch.text[word.start : word.end]
        assert word.source_start == -1 or 0 <= word.source_start < word.source_end <= len(case.source)
        last = word.end


@pytest.mark.parametrize("step", sorted(ALL))
def test_each_step_can_be_measured_on_its_own(step: str) -> None:
    of_step = [case for case in cases() if case.step == step]
    alone = [case for case in of_step if climbed(case, frozenset({step}))[0].text == case.wanted]
    without = [case for case in of_step if climbed(case, ALL - {step})[0].text == case.wanted]
    assert len(alone) >= 0.8 * len(of_step)
    assert len(without) <= 0.5 * len(of_step)


def test_the_share_each_step_repairs(capsys: pytest.CaptureFixture[str]) -> None:
    broken = [case for case in cases() if case.step not in ("none", "flag")]
    repaired = Counter[str]()
    for case in broken:
        sketch, repairs = climbed(case)
        if not missing(case.needs, sketch.text, case.target) and sketch.text == case.wanted:
            repaired.update([(*flags_of_repairs(repairs), "restored")[0]])
    with capsys.disabled():
        shares = ", ".join(f"{step} {count / len(broken):.0%}" for step, count in repaired.most_common())
        print(f"\n  ladder: {sum(repaired.values())} of {len(broken)} repaired: {shares}")
    assert sum(repaired.values()) == len(broken)
    assert set(repaired) == {*ALL, "restored"}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_wrong_glossary_harms_nothing_beyond_its_terms(case: Case) -> None:
    kinds = {"person", "place", "organisation", "event", "title", "term"}
    nonsense = tuple(
        replace(need, forms=("Qoph Zayin",)) if need.type.value in kinds else need for need in case.needs
    )
    right, _ = climbed(replace(case, needs=tuple(n for n in case.needs if n.type.value not in kinds)))
    wrong, _ = climbed(replace(case, needs=nonsense))
    rest = wrong.text
    for piece in rest.split("Qoph Zayin"):
        # All that is left of the draft is left as it was.
        for word in piece.split():
            bare = word.strip(".,")
            assert bare in right.text or bare in ("A", "An", "a", "an"), (right.text, wrong.text)
    if "Qoph" not in rest:
        assert wrong.text == right.text
