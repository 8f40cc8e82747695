"""Decoding with the fixture packages: the same as Argos Translate, in any company, within limits, released when idle."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from argos_help import unpacked
from hypothesis import given, settings
from hypothesis import strategies as st
from patience import wait_for

from translate.argos.batches import TOKENS, batches, windows
from translate.argos.decoder import Decoder
from translate.argos.pieces import spans_of
from translate.argos.settings import Machine, Search, machine_of, search_of
from translate.argos.splitting import parts_of
from translate.engine import EngineError

LINES = [
    "泰国榴莲价格下降。",
    "学生们在图书馆读书。",
    "中国与澳大利亚签署了数字化转型合作协议。",
    "公司在东京投资85亿美元。",
    "展览会在广宁省举行。",
    "台风正在接近海岸。",
    "日本与柬埔寨加强科技合作。",
    "来自澳大利亚的41名专家参加了音乐会。",
]
# Plays Argos Translate itself with sentences as they are: its own splitter wants to fetch a model.
STOCK = """
import json, sys
from pathlib import Path
from argostranslate import package, settings, translate
lines = json.load(sys.stdin)
found = package.Package(Path(sys.argv[1]))
way = translate.PackageTranslation.__new__(translate.PackageTranslation)
way.pkg, way.translator = found, None
way.sentencizer = type("Whole", (), {"split_sentences": lambda self, text: [text]})()
print(json.dumps([way.translate(line) for line in lines]))
"""


@pytest.fixture(scope="module")
def decoder(tmp_path_factory: pytest.TempPathFactory) -> Decoder:
    package = next(p for p in unpacked(tmp_path_factory.mktemp("models")) if p.name == "zh_en")
    return Decoder(package, Machine(workers=2))


def texts(decoder: Decoder, sources: list[str], **options: bool) -> list[str]:
    return [one.hypotheses[0].text for one in decoder.decode(sources, Search(), **options)]


def test_the_text_is_that_of_argos_translate(decoder: Decoder, tmp_path: Path) -> None:
    names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR")
    environ = {**os.environ, **{name: str(tmp_path / name) for name in names}, "ARGOS_INTRA_THREADS": "1"}
    words = [sys.executable, "-c", STOCK, str(decoder.package.path)]
    stock = subprocess.run(
        words, input=json.dumps(LINES), capture_output=True, text=True, check=True, env=environ, timeout=60
    )
    assert texts(decoder, LINES) == json.loads(stock.stdout)


def test_a_draft_does_not_depend_on_its_neighbours(decoder: Decoder) -> None:
    alone = [texts(decoder, [line])[0] for line in LINES]
    assert texts(decoder, LINES) == alone
    assert texts(decoder, LINES[::-1] * 3, waiting=True) == alone[::-1] * 3


def test_hypotheses_differ_and_the_likeliest_comes_first(decoder: Decoder) -> None:
    (decoding,) = decoder.decode([LINES[2]], Search())
    assert len({one.text for one in decoding.hypotheses}) == len(decoding.hypotheses) == 4
    assert decoding.hypotheses[0].likelihood <= 0


def test_words_are_aligned_within_source_and_text(decoder: Decoder) -> None:
    for decoding in decoder.decode(LINES, Search()):
        for hypothesis in decoding.hypotheses:
            assert any(word.source_start >= 0 for word in hypothesis.sketch.words)
            for word in hypothesis.sketch.words:
                assert hypothesis.text[word.start : word.end].strip()
                assert word.source_end <= len(decoding.source)


def test_results_come_before_all_is_done(decoder: Decoder) -> None:
    found = decoder.decode(LINES * 40, Search(hypotheses=1), waiting=True)
    assert next(found).source == LINES[0]
    found.close()  # type: ignore[attr-defined]
    assert texts(decoder, LINES[:1])


def test_suppressed_words_do_not_come_again(decoder: Decoder) -> None:
    (first,) = decoder.decode([LINES[0]], Search())
    hypothesis = first.hypotheses[0]
    word = hypothesis.sketch.words[0]
    tokens = hypothesis.tokens_of(word.start, word.end)
    (second,) = decoder.decode([LINES[0]], Search(suppressed=(tokens,)))
    sequences = [" ".join(one.tokens) for one in second.hypotheses]
    assert all(" ".join(tokens) not in sequence for sequence in sequences)


def test_the_model_is_loaded_once_and_released_when_idle(tmp_path: Path) -> None:
    package = unpacked(tmp_path, "zh_en")[0]
    decoder = Decoder(package, Machine(workers=1, idle=600.0))
    assert not decoder.is_loaded
    texts(decoder, LINES[:1])
    loaded = decoder._loaded
    texts(decoder, LINES[1:2])
    assert loaded is not None and decoder._loaded is loaded
    decoder.close()
    decoder = Decoder(package, Machine(workers=1, idle=0.2))
    texts(decoder, LINES[:1])
    wait_for(lambda: not decoder.is_loaded)
    assert texts(decoder, LINES[:1])
    decoder.close()
    assert not decoder.is_loaded


def test_a_model_in_use_is_not_released(tmp_path: Path) -> None:
    decoder = Decoder(unpacked(tmp_path, "zh_en")[0], Machine(workers=1, idle=0.05))
    found = decoder.decode(LINES * 4, Search(), waiting=True)
    next(found)
    time.sleep(0.3)  # a release that came later would be missed, never made up
    assert decoder.is_loaded
    assert len(list(found)) == 4 * len(LINES) - 1
    decoder.close()


def test_a_model_removed_while_running_is_one_sentence(tmp_path: Path) -> None:
    package = unpacked(tmp_path, "zh_en")[0]
    decoder = Decoder(package, Machine(workers=1))
    assert texts(decoder, LINES[:1])
    shutil.rmtree(package.path)
    assert texts(decoder, LINES[1:2]), "what is loaded goes on"
    decoder.close()
    with pytest.raises(EngineError, match=r"no longer at .*; say sanyu models install zh_en\.$"):
        texts(decoder, LINES[:1])


@pytest.mark.parametrize("harm", ["cut", "newer", "noise", "vocabulary", "sentencepiece"])
def test_a_corrupt_model_is_one_sentence(tmp_path: Path, harm: str) -> None:
    package = unpacked(tmp_path, "zh_en")[0]
    model = package.model / "model.bin"
    data = model.read_bytes()
    if harm == "cut":
        model.write_bytes(data[: len(data) // 2])
    elif harm == "newer":
        model.write_bytes(b"\x63" + data[1:])
    elif harm == "noise":
        model.write_bytes(b"\0" * 100)
    elif harm == "vocabulary":
        for path in package.model.glob("*vocabulary*"):
            path.unlink()
    else:
        package.sentencepiece.write_bytes(b"nonsense")
    with pytest.raises(EngineError) as caught:
        texts(Decoder(package, Machine(workers=1)), LINES[:1])
    message = str(caught.value)
    assert "\n" not in message and message.endswith(".") and ("say " in message)
    assert ("newer CTranslate2" in message) == (harm == "newer")


@given(st.lists(st.integers(0, 400), max_size=200), st.booleans())
def test_batches_hold_each_source_once(lengths: list[int], waiting: bool) -> None:
    found = batches(lengths, waiting=waiting)
    assert sorted(index for batch in found for index in batch) == list(range(len(lengths)))
    assert all(len(batch) == 1 or len(batch) * max(lengths[i] for i in batch) <= TOKENS for batch in found)
    if lengths and waiting:
        assert found[0] == [0]


def test_windows_grow_where_someone_waits() -> None:
    assert [len(window) for window in windows(100, waiting=True)] == [1, 4, 16, 64, 15]
    assert [len(window) for window in windows(600, waiting=False)] == [512, 88]


@given(st.text(alphabet="越南访问，；、。 ab1", max_size=300), st.integers(3, 40))
@settings(deadline=None)
def test_parts_are_short_and_make_up_the_text(text: str, limit: int) -> None:
    parts = parts_of(text, limit, len)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(end - start <= limit for start, end in parts)


def test_parts_end_at_marks_and_spare_entities() -> None:
    text = "双方同意加强贸易合作，并就地区局势交换意见；会后发表联合声明"
    assert next(text[a:b] for a, b in parts_of(text, 16, len)) == "双方同意加强贸易合作，"
    name = (text.index("贸易"), text.index("贸易") + 4)
    for limit in range(5, 20):
        assert not any(name[0] < start < name[1] for start, _ in parts_of(text, limit, len, [name]))


@given(
    st.lists(
        st.sampled_from(["▁The", "▁3", ".", "2", "8", "▁Bùi", "越", "南", "▁a", "x_y", "ａ"]), max_size=20
    )
)
def test_pieces_are_found_in_their_text(tokens: list[str]) -> None:
    text = "".join(tokens).replace("▁", " ").replace("_", " ").strip()
    spans = spans_of(tokens, text)
    for token, (start, end) in zip(tokens, spans, strict=True):
        assert text[start:end].replace(" ", "") == token.replace("▁", "").replace("_", "")


def test_settings_come_from_argos_variables() -> None:
    machine = machine_of(
        {"ARGOS_INTER_THREADS": "3", "ARGOS_INTRA_THREADS": "2", "ARGOS_COMPUTE_TYPE": "int8"}
    )
    assert (machine.device, machine.workers, machine.threads, machine.compute) == ("cpu", 3, 2, "int8")
    assert search_of({"ARGOS_BEAM_SIZE": "2"}) == Search(beam=2, hypotheses=2)
    assert machine_of({}).threads == 1
    for name in ("ARGOS_INTER_THREADS", "ARGOS_DEVICE_TYPE"):
        with pytest.raises(EngineError, match=name):
            machine_of({name: "many"})
