"""The embedded engine on texts nobody wrote it for: some draft, no exception, nothing dropped, linear time."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from functools import cache

import pytest

from seeds.article import Kind
from translate.engine import Draft, Job
from translate.entities.recogniser import Recogniser
from translate.lexicon import load_lexicon
from translate.row import Segment, Target
from translate.terms.termbase import load_termbase
from translate.transfer.chart import LONGEST, Chart
from translate.transfer.engine import Transfer
from translate.transfer.tokens import Token

# Particles and the like, which have no counterpart of their own.
SILENT = frozenset(
    "的地得了着过所个之们等其也乎者矣焉哉呀啊嘅啦呢吗吧个只条张位名件座场在把被是来以与而于为则"
)

TEXTS = {
    "classical": "学而时习之，不亦说乎？有朋自远方来，不亦乐乎？",
    "classical, endless": "山不在高有仙则名水不在深有龙则灵斯是陋室惟吾德馨",
    "Cantonese": "佢哋今日去咗邊度呀？我哋唔知喎。",
    "chat": "笑死我了hhh yyds 666，绝绝子！！！",
    "chat with signs": "今天好累啊~~~ (｡•́︿•̀｡) 不想上班233",
    "code": "for i in range(10): print(i)  # 打印数字",
    "markup": "<p class=\"a\">越南</p> {{name}} %s \\n ${x}",
    "Latin": "The quick brown fox jumps over the lazy dog.",
    "Vietnamese": "Việt Nam gia nhập ASEAN năm 1995.",
    "Cyrillic and Thai": "Привет мир สวัสดี",
    "emoji": "👍🏽😀🎉 越南队加油！🇻🇳",
    "marks only": "！？……——“”",
    "open marks": "《“（【越南",
    "closing marks": "越南）】”》",
    "rare characters": "𠀀𪜀龘靐齉",
    "private use": "\ue000\ue001越南",
    "invisible": "越\u200b南\u200d加\ufeff入\u2060东盟",
    "bidi": "越南\u202e东盟\u202c",
    "combining": "e\u0301越南a\u0323\u0302",
    "controls": "越南\x00\x1b[31m东盟\x07",
    "digits": "123456789012345678901234567890",
    "one character": "越",
    "repeated": "的" * 200,
    "mixed scripts": "越南ASEAN加入2024年GDP增长6.5%以上",
}  # fmt: skip


@cache
def recogniser() -> Recogniser:
    return Recogniser(load_termbase(), load_lexicon())


@cache
def engine() -> Transfer:
    return Transfer(load_lexicon())


def job(text: str) -> Job:
    (entities,) = recogniser().recognise([Segment(0, 0, Kind.BODY, text, 0, 0, len(text))])
    return Job(text, entities, Kind.BODY)


def unlinked(text: str, draft: Draft) -> list[str]:
    """The content characters that no link of a draft covers."""
    linked = {i for link in draft.alignment for i in range(link.source_start, link.source_end)}
    return [
        c
        for i, c in enumerate(text)
        if unicodedata.category(c) in ("Lo", "Ll", "Lu", "Nd") and c not in SILENT and i not in linked
    ]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize("target", list(Target))
def test_it_is_drafted_and_nothing_is_dropped(text: str, target: Target) -> None:
    draft = engine().draft(job(text), target)
    assert draft.text.strip() or set(text) <= SILENT
    assert not unlinked(text, draft)
    for link in draft.alignment:
        assert 0 <= link.source_start < link.source_end <= len(text)
        assert 0 <= link.target_start < link.target_end <= len(draft.text)


@pytest.mark.parametrize("name", ["classical, endless", "rare characters"])
def test_low_coverage_is_flagged(name: str) -> None:
    assert "coverage" in engine().draft(job(TEXTS[name]), Target.EN).flags


@pytest.mark.parametrize("name", ["Latin", "code", "emoji", "mixed scripts"])
def test_what_needs_no_dictionary_is_not_flagged(name: str) -> None:
    assert "coverage" not in engine().draft(job(TEXTS[name]), Target.VI).flags


LONG = ("双方加强在教育、文化等领域的合作，" * 1200)[:20_000]
ENDLESS = ("双方一致同意进一步加强在贸易投资教育文化旅游等领域的合作" * 200)[:2_000]


@pytest.mark.parametrize("text", [LONG, ENDLESS], ids=["20,000 characters", "without a mark"])
def test_an_endless_sentence_takes_linear_work(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[int] = []
    read = Chart.__post_init__

    def counted(chart: Chart) -> None:
        rows.append(len(chart.tokens))
        read(chart)

    monkeypatch.setattr(Chart, "__post_init__", counted)
    asked = job(text)
    fresh = Transfer(load_lexicon())
    for target in Target:
        assert not unlinked(text, fresh.draft(asked, target))
    # The chart's time grows with the cube of a row: rows that are never longer make it linear.
    assert max(rows) <= LONGEST
    assert sum(rows) <= len(text)


def test_deep_nesting_is_no_trouble() -> None:
    text = "（" * 300 + "越南" + "）" * 300
    for target in Target:
        assert not unlinked(text, engine().draft(job(text), target))


def test_marks_that_never_close_stay_single_tokens() -> None:
    tokens: tuple[Token, ...] = engine().analyse(job("“" * 50 + "越南")).tokens
    assert not any(token.is_group for token in tokens)


# Strings that can be read in many ways that cost the same.
PROGRAM = """
import hashlib
from random import Random
from seeds.article import Kind
from translate.engine import Job
from translate.lexicon import load_lexicon
from translate.row import Target
from translate.transfer.engine import Transfer

chance, engine, digest = Random(7), Transfer(load_lexicon()), hashlib.sha256()
words = "的 了 在 和 是 把 被 对 为 从 到 也 中 新 发展 合作 提供 成为 组织 建设 学生 老师 国家 两 个 时 后 快 好 工作"
words += " 成 给 分成 被称为 在 有 问题 两组 指挥 一个 还 大学 求学 时期"
words = words.split()
for _ in range(150):
    job = Job("".join(chance.choices(words, k=12)), (), Kind.BODY)
    digest.update(repr([engine.draft(job, target) for target in Target]).encode())
print(digest.hexdigest())
"""


def test_drafts_are_the_same_in_every_process() -> None:
    digests = set()
    for seed in ("1", "2"):
        words = [sys.executable, "-c", PROGRAM]
        run = subprocess.run(words, env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
        digests.add(run.stdout)
    assert len(digests) == 1
