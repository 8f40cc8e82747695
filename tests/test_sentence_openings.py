"""How a sentence goes on from what opens it: conditions, aims, reports, reasons, quotations with a speaker inside."""

from __future__ import annotations

from functools import cache

import pytest

from seeds.article import Kind
from translate.engine import Job
from translate.entities.recogniser import Recogniser
from translate.lexicon import load_lexicon
from translate.row import Segment, Target
from translate.terms.termbase import load_termbase
from translate.transfer.engine import Transfer


@cache
def engine() -> Transfer:
    return Transfer(load_lexicon())


@cache
def recogniser() -> Recogniser:
    return Recogniser(load_termbase(), load_lexicon())


def draft(text: str, target: Target) -> str:
    (entities,) = recogniser().recognise([Segment(0, 0, Kind.BODY, text, 0, 0, len(text))])
    return engine().draft(Job(text, entities, Kind.BODY), target).text


@pytest.mark.parametrize(
    ("zh", "en", "vi"),
    [
        # An aim without a subject.
        ("要实现目标，必须努力。", "In order to achieve", "Để đạt được"),
        ("为纪念这一事件，两国将发行邮票。", "To commemorate", "Để kỷ niệm"),
        # A condition without a subject takes that of the main clause, or none.
        ("如果得到批准，项目将于明年开工。", "If it is approved, the project", "Nếu được phê duyệt, dự án"),
        (
            "只有保护环境，才能实现目标。",
            "Only by protecting the environment is it possible to",
            "Chỉ có bảo vệ",
        ),
        # What somebody says of himself.
        (
            "警方称，已逮捕两人。",
            "Police said that they have arrested two people",
            "Cảnh sát cho biết rằng đã",
        ),
        ("他强调，必须加强合作。", "He emphasised that it is necessary to", "Ông nhấn mạnh rằng phải"),
        # What follows a clause of time has its subject.
        ("机场建成后，每年可接待千万名旅客。", "it can receive", "Sau khi sân bay"),
        # The reason of what went before is no clause of its own.
        ("他之所以迟到，是因为下雨。", "The reason why he is late is", "Sở dĩ ông đến muộn là vì"),
        # Clauses beside each other: English joins them, a comma alone does not.
        (
            "文莱于1984年加入东盟，越南于1995年成为成员国。",
            "in 1984, and Vietnam became",
            "năm 1984, Việt Nam",
        ),
        ("面积约一万平方公里，人口超过百万，首都为河内。", "; population is over", "dân số hơn"),
        # What goes on with the same subject is told in the same time, unless it is expected.
        ("两国签署协定，推动贸易发展。", "signed the agreement and promoted", "ký hiệp định, thúc đẩy"),
        ("该项目将于2026年开工，预计2028年竣工。", "and is expected to be completed", "dự kiến năm 2028"),
        ("他们改进工作，以满足发展要求。", ", in order to meet", "để đáp ứng"),
        # What is needed, and what can be seen.
        ("需要时间和资金。", "are needed", "Cần"),
        ("可以看到双方合作发生了变化。", "It can be seen that", "Có thể"),
    ],
)
def test_a_stretch_without_a_subject_reads_on(zh: str, en: str, vi: str) -> None:
    assert en in draft(zh, Target.EN)
    assert vi in draft(zh, Target.VI)


def test_a_speaker_inside_a_quotation_stands_between_commas() -> None:
    text = "“我们不会放弃”，队长说，“比赛没有结束”。"
    assert "”, the captain said, “" in draft(text, Target.EN)
    assert "”, đội trưởng nói, “" in draft(text, Target.VI)


def test_a_comma_at_the_end_of_a_quotation_is_written_once() -> None:
    for target in Target:
        assert ",”," not in draft("“这是机会，”她说，“我们应该抓住机会。”", target)


def test_an_example_in_mid_sentence_is_no_condition() -> None:
    assert "such as" in draft("该地取得许多成就，如出口增长。", Target.EN)
    assert "if" not in draft("该地取得许多成就，如出口增长。", Target.EN).lower().split()


def test_a_title_that_names_a_thing_is_no_sentence() -> None:
    assert "Vietnam's diplomacy in 2023" in draft("他读了《2023年越南外交》。", Target.EN)


def test_partners_keep_their_relations() -> None:
    english = draft("越南与许多重要伙伴关系密切。", Target.EN)
    assert english.startswith("Relations between Vietnam and many important partners")
