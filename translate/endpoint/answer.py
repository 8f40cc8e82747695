"""From what a model wrote to the one line of translation in it, or the reason why there is none."""

from __future__ import annotations

import re

from translate.checks import HAN, repeats, repeats_itself
from translate.endpoint.faults import Fault
from translate.endpoint.wrapping import same, unwrapped
from translate.engine import Job
from translate.row import Target
from translate.tongue import wrong_language

REFUSAL = re.compile(
    r"\W*(?:i['’]?m sorry|i am sorry|sorry,|i cannot|i can['’]?t|i am unable|i am not able|as an ai\b"
    r"|unfortunately, i\b|(?:tôi )?(?:rất )?(?:xin lỗi|tiếc)[^.]{0,30}tôi"
    r"|tôi không thể (?:dịch|giúp|thực hiện)|là một (?:mô hình|trí tuệ))",
    re.IGNORECASE,
)
# What in a source a translation may begin with such words for.
SORRY = re.compile("抱歉|对不起|對不起|遗憾|遺憾|无法|無法|不能|我")
SURROGATE = re.compile("[\ud800-\udfff]")
# Characters of an answer for one of Chinese. Beyond these it tells something else.
SHORTEST, LONGEST = 0.7, 14.0


def read_answer(written: str, job: Job, target: Target) -> str:
    """The translation of the job's text in what a model wrote. Raises Fault."""
    if SURROGATE.search(written):
        raise Fault("it held broken characters")
    if same(written, job.text):
        raise Fault("it repeated the Chinese text")
    lines = unwrapped(written, job.text)
    if not lines:
        raise Fault("it was empty")
    if len(lines) > 1:
        raise Fault("it had several lines instead of one")
    judge(lines[0], job, target)
    return lines[0]


def judge(answer: str, job: Job, target: Target) -> None:
    """Raises Fault where an answer cannot be the translation of the job's text."""
    if not any(c.isalnum() for c in answer):
        raise Fault("it was empty")
    if HAN.search(answer):
        raise Fault("it still held Chinese characters")
    if REFUSAL.match(answer) and not SORRY.search(job.text):
        raise Fault("it was no translation")
    if "```" in answer or re.search("</?zh>", answer):
        raise Fault("it held more than the translation")
    if wrong := wrong_language(answer, job.entities, target):
        raise Fault(wrong)
    han = len(HAN.findall(job.text))
    if han >= 12 and len(answer) < SHORTEST * han:
        raise Fault("it left out most of the text")
    if len(answer) > LONGEST * max(han, 8) + 2 * (len(job.text) - han):
        raise Fault("it was far longer than the text")
    if repeats(answer) and not repeats_itself(job.text):
        raise Fault("it repeated itself")
