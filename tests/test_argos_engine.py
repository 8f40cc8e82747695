"""The engine whole: rules, pivot, order, long input, alignment, failures, the flags of its drafts."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from argos_help import HERE, Parrot, argos, decoding_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seeds.article import Kind
from translate.argos.engine import Argos
from translate.argos.hypothesis import Decoding
from translate.argos.ladder import ALL
from translate.argos.routes import Route, routes_of
from translate.argos.settings import Machine, Search
from translate.drafting import answers
from translate.engine import Draft, EngineError, Job
from translate.models.package import Package
from translate.row import Entity, EntityType, Link, Target


def package(name: str, version: str = "1") -> Package:
    source, target = name.replace("zt", "zh").split("_")
    path = Path("/none") / name
    return Package(source, target, name, version, path, path, path, path, digest=f"{name}-{version}")


def engine(parrots: dict[str, Parrot], *names: str) -> Argos:
    routes = routes_of([package(name) for name in names])
    return Argos(
        routes, environ={}, machine=Machine(workers=2), decoders=lambda one, machine: parrots[one.name]
    )


def entity(zh: str, text: str, kind: EntityType, en: str, vi: str, source: str = "seed") -> Entity:
    start = text.index(zh)
    return Entity(zh, start, start + len(zh), kind, en, vi, source=source)


def job(
    text: str,
    *entities: Entity,
    kind: Kind = Kind.BODY,
    pivot: str | None = None,
    links: tuple[Link, ...] = (),
) -> Job:
    return Job(text, entities, kind, pivot, links)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Argos]:
    made = argos(tmp_path_factory.mktemp("models"))
    yield made
    made.close()


def drafted(engine: Argos, jobs: Sequence[Job], target: Target) -> list[Draft]:
    found = list(engine.translate(jobs, target))
    assert all(draft is not None for draft in found)
    return [draft for draft in found if draft is not None]


def test_routes_prefer_direct_packages_and_go_through_english() -> None:
    zh_en, en_vi, zh_vi = package("zh_en"), package("en_vi"), package("zh_vi")
    assert routes_of([en_vi]) == {}
    assert routes_of([zh_en]) == {Target.EN: Route(zh_en)}
    assert routes_of([zh_en, en_vi])[Target.VI] == Route(en_vi, zh_en)
    assert routes_of([zh_en, en_vi, zh_vi])[Target.VI] == Route(zh_vi)
    assert routes_of([package("zh_en", "2"), zh_en])[Target.EN].package.version == "2"
    made = engine({}, "zh_en", "en_vi")
    assert made.pivot(Target.VI) is Target.EN and made.pivot(Target.EN) is None
    assert made.targets() == {Target.EN, Target.VI}
    assert engine({}, "zh_en", "zh_vi").pivot(Target.VI) is None


def test_the_fingerprint_names_packages_and_settings() -> None:
    one = engine({}, "zh_en").fingerprint
    assert one.startswith("argos/") and "zh_en-1" in one
    routes = routes_of([package("zh_en", "2")])
    assert Argos(routes, environ={}).fingerprint != one
    assert Argos(routes_of([package("zh_en")]), environ={"ARGOS_BEAM_SIZE": "1"}).fingerprint != one


def test_what_cannot_be_reached_is_none() -> None:
    assert list(engine({}, "zh_en").translate([job("河内。")], Target.VI)) == [None]


@pytest.mark.parametrize(
    ("text", "en", "vi"),
    [
        ("（完）", "(End)", "(Hết)"),
        ("越通社河内——", "Hanoi (VNA) –", "Hà Nội (TTXVN) –"),
        ("图自越通社", "(Photo: VNA)", "(Ảnh: TTXVN)"),
        ("河内", "Hanoi", "Hà Nội"),
        ("河内。", "Hanoi.", "Hà Nội."),
    ],
)
def test_whole_segments_are_done_by_rule(text: str, en: str, vi: str) -> None:
    parrots = {"zh_en": Parrot({}), "en_vi": Parrot({})}
    made = engine(parrots, "zh_en", "en_vi")
    known = [entity("河内", text, EntityType.PLACE, "Hanoi", "Hà Nội")] if "河内" in text else []
    (english,) = drafted(made, [job(text, *known)], Target.EN)
    (vietnamese,) = drafted(made, [job(text, *known, pivot=english.text)], Target.VI)
    assert (english.text, vietnamese.text) == (en, vi)
    assert english.flags == vietnamese.flags == ()
    assert not any(sources for parrot in parrots.values() for sources, _ in parrot.asked)


def test_dateline_and_credit_stand_around_what_is_decoded() -> None:
    text = "越通社河内——代表团访问顺化。图自越通社"
    known = [
        entity("河内", text, EntityType.PLACE, "Hanoi", "Hà Nội"),
        entity("顺化", text, EntityType.PLACE, "Hue", "Huế"),
    ]
    first = decoding_of("The|代表团 delegation|代表团 visited|访问 Hue|顺化 .|。", "代表团访问顺化。")
    then = decoding_of("Đoàn|delegation đã|visited thăm|visited Huế|Hue .|.", "The delegation visited Hue.")
    parrots = {"zh_en": Parrot({first.source: first}), "en_vi": Parrot({then.source: then})}
    made = engine(parrots, "zh_en", "en_vi")
    (english,) = drafted(made, [job(text, *known)], Target.EN)
    assert english.text == "Hanoi (VNA) – The delegation visited Hue. (Photo: VNA)"
    (vietnamese,) = drafted(made, [job(text, *known, pivot=english.text, links=english.alignment)], Target.VI)
    assert vietnamese.text == "Hà Nội (TTXVN) – Đoàn đã thăm Huế. (Ảnh: TTXVN)"
    pairs = {
        (text[a.source_start : a.source_end], vietnamese.text[a.target_start : a.target_end])
        for a in vietnamese.alignment
    }
    assert {("河内", "Hà Nội"), ("顺化", "Huế"), ("代表团", "Đoàn")} <= pairs


def test_lines_without_an_end_get_one_and_lose_it_again() -> None:
    source = "代表团访问顺化"
    first = decoding_of("Delegation|代表团 visits|访问 Hue|顺化 .|。", source + "。")
    parrot = Parrot({source + "。": first})
    (draft,) = drafted(engine({"zh_en": parrot}, "zh_en"), [job(source, kind=Kind.TITLE)], Target.EN)
    assert draft.text == "Delegation visits Hue"
    assert parrot.asked[0][0] == (source + "。",)
    assert max(link.source_end for link in draft.alignment) <= len(source)


def test_names_go_through_the_pivot_in_ascii_and_come_back_with_diacritics() -> None:
    text = "裴青山访问顺化。"
    known = [
        entity("裴青山", text, EntityType.PERSON, "Bùi Thanh Sơn", "Bùi Thanh Sơn"),
        entity("顺化", text, EntityType.PLACE, "Hue", "Huế"),
    ]
    through = "Bui Thanh Son visited Hue."
    then = decoding_of("Bui|Bui Thanh|Thanh Son|Son đã|visited thăm|visited Hue|Hue .|.", through)
    parrots = {"zh_en": Parrot({}), "en_vi": Parrot({through: then})}
    made = engine(parrots, "zh_en", "en_vi")
    (draft,) = drafted(made, [job(text, *known, pivot="Bùi Thanh Sơn visited Hue.")], Target.VI)
    assert draft.text == "Bùi Thanh Sơn đã thăm Huế."
    assert parrots["en_vi"].asked[0][0] == (through,)
    assert not parrots["zh_en"].asked


def test_without_a_pivot_the_engine_decodes_english_itself_and_only_once() -> None:
    parrots = {"zh_en": Parrot({}), "en_vi": Parrot({})}
    made = engine(parrots, "zh_en", "en_vi")
    jobs = [job(f"第{number}句。") for number in range(5)]
    assert len(drafted(made, jobs, Target.VI)) == 5
    drafted(made, jobs, Target.VI)
    asked = [source for sources, _ in parrots["zh_en"].asked for source in sources]
    assert sorted(asked) == sorted(set(asked))


def test_a_pivot_from_elsewhere_is_aligned_by_its_entities() -> None:
    text = "代表团访问顺化。"
    known = [entity("顺化", text, EntityType.PLACE, "Hue", "Huế")]
    through = "A group was in Hue."
    then = decoding_of("Một|A nhóm|group ở|in Huế|Hue .|.", through)
    made = engine({"zh_en": Parrot({}), "en_vi": Parrot({through: then})}, "zh_en", "en_vi")
    (draft,) = drafted(made, [job(text, *known, pivot=through)], Target.VI)
    assert draft.alignment == (Link(5, 7, 11, 14),) or [
        (text[a.source_start : a.source_end], draft.text[a.target_start : a.target_end])
        for a in draft.alignment
    ] == [("顺化", "Huế")]


def test_too_long_input_is_split_and_nothing_of_it_is_lost() -> None:
    text = "，".join(f"第{number}组代表访问了第{number}个省" for number in range(40)) + "。"
    parrot = Parrot({})
    (draft,) = drafted(engine({"zh_en": parrot}, "zh_en"), [job(text)], Target.EN)
    sources = parrot.asked[0][0]
    assert len(sources) > 1 and "".join(sources) == text
    assert all(len(source) <= 200 for source in sources)
    assert draft.text.count("t is so") == len(sources)
    assert max(link.source_end for link in draft.alignment or (Link(0, 0, 0, 0),)) <= len(text)


def test_output_that_hits_the_limit_is_decoded_in_halves() -> None:
    text = "双方同意加强贸易合作，并就地区局势交换意见。"

    class Endless(Parrot):
        def decode(
            self, sources: Sequence[str], search: Search, *, waiting: bool = False
        ) -> Iterator[Decoding]:
            for found in super().decode(sources, search, waiting=waiting):
                yield replace(found, cut_off=len(found.source) > 12)

    parrot = Endless({})
    (draft,) = drafted(engine({"zh_en": parrot}, "zh_en"), [job(text)], Target.EN)
    seen = [source for sources, _ in parrot.asked for source in sources]
    assert seen[0] == text and "双方同意加强贸易合作，" in seen
    assert draft.text == "It is so, it is so."


def test_drafts_come_in_order_and_as_soon_as_they_are_known() -> None:
    made = engine({"zh_en": Parrot({})}, "zh_en")
    found = made.translate([job(f"{number}号。") for number in range(200)], Target.EN)
    assert next(found) is not None
    assert len(list(found)) == 199


def test_a_failing_model_is_an_engine_error_and_another_engine_takes_over() -> None:
    class Other:
        name, appetite, fingerprint = "other", 1, "other"

        def pivot(self, target: Target) -> None: ...

        def targets(self) -> frozenset[Target]:
            return frozenset(Target)

        def translate(self, jobs: Sequence[Job], target: Target) -> Iterator[Draft | None]:
            return (Draft("Hanoi is a city.") for _ in jobs)

    made = engine({"zh_en": Parrot({}, fails="The model is gone; install it again.")}, "zh_en")
    with pytest.raises(EngineError, match="install it again"):
        list(made.translate([job("河内是城市。")], Target.EN))
    (answer,) = answers([job("河内是城市。")], Target.EN, (made, Other()), rescue=True)
    assert answer.cell.engine == "other" and "fallback" in answer.cell.flags and not answer.lasts


def test_what_no_step_repairs_is_flagged() -> None:
    text = "裴青山访问海防。"
    known = [entity("海防", text, EntityType.PLACE, "Hai Phong", "Hải Phòng")]
    first = decoding_of("He|裴青山 paid|访问 a|访问 visit|访问 .|。", text)
    (draft,) = drafted(engine({"zh_en": Parrot({text: first})}, "zh_en"), [job(text, *known)], Target.EN)
    assert draft.flags == ("term",)


def test_steps_can_be_left_out() -> None:
    text = "裴青山讲话。"
    known = [entity("裴青山", text, EntityType.PERSON, "Bùi Thanh Sơn", "Bùi Thanh Sơn")]
    first = decoding_of("Pei|裴青山 Qingshan|裴青山 spoke|讲话 .|。", text)
    parrot = Parrot({text: first}, {text: first})
    for steps, wanted in ((ALL, "Bùi Thanh Sơn spoke."), (ALL - {"replaced"}, "Pei Qingshan spoke.")):
        made = Argos(
            routes_of([package("zh_en")]),
            environ={},
            machine=Machine(),
            decoders=lambda *_: parrot,
            steps=steps,
        )
        assert drafted(made, [job(text, *known)], Target.EN)[0].text == wanted


def test_traditional_script_is_read_by_a_model_of_simplified(real: Argos) -> None:
    simple, traditional = drafted(real, [job("学生们在图书馆读书。"), job("學生們在圖書館讀書。")], Target.EN)
    assert simple.text == traditional.text


def test_the_fixture_translates_into_both_languages(real: Argos) -> None:
    text = "日本与柬埔寨加强科技合作。"
    (english,) = drafted(real, [job(text)], Target.EN)
    (vietnamese,) = drafted(real, [job(text, pivot=english.text)], Target.VI)
    assert "Japan and Cambodia" in english.text and english.text.endswith(".")
    assert "Nhật Bản và Campuchia" in vietnamese.text and vietnamese.text.endswith(".")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(alphabet="越南河内访问了，。；“”abc 19% （）\u202e🎋", min_size=0, max_size=30))
def test_any_text_gets_a_draft_whose_links_lie_inside(real: Argos, text: str) -> None:
    known = [entity("河内", text, EntityType.PLACE, "Hanoi", "Hà Nội")] if "河内" in text else []
    for target in Target:
        (draft,) = drafted(real, [job(text, *known)], target)
        last = 0
        for link in sorted(draft.alignment, key=lambda one: one.target_start):
            assert 0 <= link.source_start < link.source_end <= len(text)
            assert last <= link.target_start < link.target_end <= len(draft.text)
            last = link.target_end


def test_no_socket_opens_and_argostranslate_is_not_even_loaded(tmp_path: Path) -> None:
    script = f"""
import sys
sys.path.insert(0, {str(HERE)!r})
import no_network
no_network.block()
from pathlib import Path
from argos_help import argos
from translate.engine import Job
from translate.row import Target
made = argos(Path({str(tmp_path)!r}))
print(next(made.translate([Job("学生们在图书馆读书。", ())], Target.VI)).text)
assert "argostranslate" not in sys.modules and not (Path({str(tmp_path)!r}) / ".local").exists()
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_marks_alone_are_written_by_rule_and_not_decoded() -> None:
    parrot = Parrot({})
    made = engine({"zh_en": parrot}, "zh_en")
    drafts = drafted(made, [job("。"), job("！？"), job("……")], Target.EN)
    assert [draft.text for draft in drafts] == [".", "!?", "……"]
    assert not any(sources for sources, *_ in parrot.asked)
