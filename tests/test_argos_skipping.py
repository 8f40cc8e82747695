"""What a draft leaves out: a clause that attention never touches, an output that the limit cut off."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from argos_help import Parrot, decoding_of

from translate.argos.engine import Argos
from translate.argos.hypothesis import Decoding
from translate.argos.routes import routes_of
from translate.argos.settings import Machine, Search
from translate.argos.skipping import skipped
from translate.engine import Draft, Job
from translate.models.package import Package
from translate.row import Target

FIRST, SECOND = "双方同意加强经济贸易合作，", "并鼓励企业投资可再生能源领域。"
WHOLE = FIRST + SECOND
ONLY_FIRST = (
    "The|双方 two|双方 sides|双方 agreed|同意 to|同意 strengthen|加强 economic|经济 and|贸易 trade|贸易"
    " ties|合作 ."
)
ONLY_SECOND = (
    "and|并 encourage|鼓励 businesses|企业 to|投资 invest|投资 in|投资 the|可再生能源 field|领域 of|领域"
    " renewable|可再生能源 energy|可再生能源 .|。"
)
BOTH = ONLY_FIRST.removesuffix(" .") + " , " + ONLY_SECOND


def drafted(parrot: Parrot, text: str = WHOLE, **options: frozenset[str]) -> Draft:
    path = Path("/none/zh_en")
    package = Package("zh", "en", "zh_en", "1", path, path, path, path, digest="1")
    engine = Argos(
        routes_of([package]), environ={}, machine=Machine(workers=1), decoders=lambda *_: parrot, **options
    )
    (draft,) = engine.translate([Job(text, ())], Target.EN)
    assert draft is not None
    return draft


def told(**drafts: str) -> Parrot:
    sources = {"whole": WHOLE, "first": FIRST, "second": SECOND}
    return Parrot({sources[name]: decoding_of(text, sources[name]) for name, text in drafts.items()})


def test_a_clause_left_out_is_found() -> None:
    assert skipped(decoding_of(ONLY_FIRST, WHOLE).hypotheses[0].sketch, WHOLE) == (SECOND.rstrip("。"),)
    assert skipped(decoding_of(BOTH, WHOLE).hypotheses[0].sketch, WHOLE) == ()


def test_a_draft_as_long_as_one_would_expect_leaves_nothing_out() -> None:
    # Attention that lies all in one clause is no proof.
    diffuse = decoding_of(" ".join(f"{word}|同意" for word in ["cooperation"] * 12), WHOLE)
    assert skipped(diffuse.hypotheses[0].sketch, WHOLE) == ()


def test_the_halves_put_it_in() -> None:
    draft = drafted(told(whole=ONLY_FIRST, first=ONLY_FIRST, second=ONLY_SECOND))
    assert draft.text == (
        "The two sides agreed to strengthen economic and trade ties,"
        " and encourage businesses to invest in the field of renewable energy."
    )
    assert draft.flags == ("retried",)
    assert max(link.source_end for link in draft.alignment) == len(WHOLE)


def test_what_the_halves_leave_out_too_is_flagged() -> None:
    draft = drafted(told(whole=ONLY_FIRST, first=ONLY_FIRST, second="And|并 so|并 ."))
    assert "omission" in draft.flags and draft.text.startswith("The two sides agreed")


def test_without_the_step_it_is_flagged_only() -> None:
    draft = drafted(told(whole=ONLY_FIRST), steps=frozenset())
    assert draft.flags == ("omission",)


def test_an_output_that_cannot_but_be_cut_off_is_flagged() -> None:
    class Endless(Parrot):
        def decode(
            self, sources: Sequence[str], search: Search, *, waiting: bool = False
        ) -> Iterator[Decoding]:
            for found in super().decode(sources, search, waiting=waiting):
                yield replace(found, cut_off=True)

    assert "omission" in drafted(Endless({}), "越南。").flags
