"""What models write around a translation is taken off, and nothing else."""

from __future__ import annotations

import pytest
from endpoint_help import EN, VI, ZH, entity
from endpoint_server import chat
from hypothesis import given
from hypothesis import strategies as st

from translate.endpoint.answer import read_answer
from translate.endpoint.faults import Fault, Trouble
from translate.endpoint.reply import read_reply, waiting_time
from translate.engine import Job
from translate.row import Target

pytestmark = pytest.mark.usefixtures("loopback")


# What models write around a translation


@pytest.mark.parametrize(
    "written",
    [
        EN,
        f"  {EN}\n\n",
        f"<think>\n翻译…\n{EN}?\n</think>\n\n{EN}",
        f"Okay, the user wants English.\n</think>\n{EN}",
        f"<thinking>one</thinking><thinking>two</thinking>{EN}",
        f"{EN}\n<think>Was that right? I",
        f"{EN}\n<think>Was that right? Yes.</think>",
        f"<THINK>a <think> b</think>{EN}",
        f"```\n{EN}\n```",
        f"```text\n{EN}```",
        f"Here is the translation:\n\n{EN}",
        f"Sure! Here's the English translation: {EN}",
        f"**Translation:** {EN}",
        f"Translation:\n```\n{EN}\n```",
        f"English: {EN}",
        f"{ZH}\n{EN}",
        f"<zh>{ZH}</zh>\n{EN}",
        f"{EN}\n\nNote: I kept the tone.",
        f"{EN} (Note: literal)",
        f"{EN}\n\nLet me know if you need anything else!",
        f'"{EN}"',
        f"“{EN}”",
        f"**{EN}**",
        f'{{"translation": "{EN}"}}',
        f"<translation>{EN}</translation>",
        EN.replace("agriculture", "agriculture (农业)"),
        EN.replace(" ", "\u00a0", 1).replace("agri", "agri\u200b"),
        f"\ufeff{EN}\x00",
    ],
)
def test_what_stands_around_a_translation_is_taken_off(written: str) -> None:
    assert read_answer(written, Job(ZH, ()), Target.EN) == EN


@pytest.mark.parametrize(
    "written", ["<think>" * 200_000, "a\n" * 500_000, "(" * 500_000, "双" * 500_000, " " * 900_000]
)
def test_a_flood_is_judged_at_once(written: str) -> None:
    with pytest.raises(Fault):
        read_answer(written, Job(ZH, ()), Target.EN)


@pytest.mark.parametrize(
    ("zh", "written"),
    [
        ("“加强合作。”", "“Strengthen cooperation.”"),
        ("注：数据截至八月。", "Note: the data are as of August."),
        ("英语：世界的语言", "English: a language of the world"),
        ("越南《新闻报》", '"Tin Tức" newspaper of Vietnam'),
        ("很抱歉，我不能来", "I'm sorry, I cannot come"),
        ("快，快，快，快！", "Quick, quick, quick, quick!"),
        ("河内", "Hà Nội"),
    ],
)
def test_what_belongs_to_the_text_stays(zh: str, written: str) -> None:
    assert read_answer(written, Job(zh, ()), Target.EN) == written


def test_chinese_in_brackets_that_stood_in_the_source_is_not_dropped_silently() -> None:
    with pytest.raises(Fault, match="Chinese"):
        read_answer("The city (河内) is large.", Job("城市（河内）很大", ()), Target.EN)


def test_vietnamese_names_are_no_vietnamese() -> None:
    name = "Phạm Thị Thanh Hương"
    names = (entity("范氏清香", 0, name, name),)
    written = f"{name}, Nguyễn Văn Bình and Đặng Quốc Khánh attended the event in the afternoon."
    assert read_answer(written, Job("范氏清香、阮文平、邓国庆出席活动。", names), Target.EN) == written


def test_vietnamese_comes_composed() -> None:
    import unicodedata

    assert read_answer(unicodedata.normalize("NFD", VI), Job(ZH, ()), Target.VI) == VI


@given(st.text(max_size=200))
def test_whatever_a_model_writes_becomes_one_clean_line_or_a_fault(written: str) -> None:
    try:
        answer = read_answer(written, Job(ZH, ()), Target.EN)
    except Fault as fault:
        assert fault.reason.startswith("it ")
        return
    assert len(answer.splitlines()) == 1 and answer == answer.strip() and "\x1b" not in answer
    answer.encode()


@given(st.binary(max_size=200))
def test_whatever_a_server_sends_becomes_a_reply_or_a_trouble(body: bytes) -> None:
    try:
        read_reply(body)
    except (Trouble, Fault) as known:
        assert known.reason


def test_a_message_in_parts_is_put_together() -> None:
    parts = [{"type": "text", "text": "a"}, {"type": "image"}, 3, {"type": "text", "text": "b"}]
    assert read_reply(chat(parts).body).text == "ab"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        ("-3", 0.0),
        ("", None),
        ("soon", None),
        ("inf", None),
        ("nan", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert waiting_time({"retry-after": value}) == seconds
