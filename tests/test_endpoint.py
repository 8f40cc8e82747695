"""The engine ``openai``: what is asked, and servers that are slow, rude or lie."""

from __future__ import annotations

import threading
from email.utils import formatdate

import pytest
from endpoint_help import EN, KEY, VI, ZH, ask, endpoint, entity, replies, right
from endpoint_server import Asked, Play, Played, chat, error

from seeds.article import Kind
from translate.endpoint.engine import Endpoint
from translate.endpoint.prompt import messages
from translate.endpoint.settings import EndpointSettings
from translate.engine import Draft, Job
from translate.row import Target

pytestmark = pytest.mark.usefixtures("loopback")


# What is asked


def test_a_segment_is_asked_for_with_the_renderings_of_its_entities() -> None:
    job = Job("裴青山同意。", (entity("裴青山", 0, "Bùi Thanh Sơn", "Bùi Thanh Sơn"),))
    with endpoint(lambda asked, number: chat("Bùi Thanh Sơn agreed.")) as (engine, server):
        assert list(engine.translate([job], Target.EN)) == [Draft("Bùi Thanh Sơn agreed.")]
    (asked,) = server.asked
    assert asked.path == "/v1/chat/completions"
    assert "裴青山 = Bùi Thanh Sơn" in asked.said and asked.text == job.text
    assert asked.headers["Authorization"] == f"Bearer {KEY}"
    question = asked.question
    assert (question["model"], question["temperature"], question["seed"], question["stream"]) == (
        "m",
        0.0,
        0,
        False,
    )


@pytest.mark.parametrize(("target", "text"), [(Target.EN, EN), (Target.VI, VI)])
def test_each_target_is_asked_for_by_name(target: Target, text: str) -> None:
    with endpoint(right) as (engine, _):
        assert engine.targets() == {Target.EN, Target.VI}
        assert ask(engine, target=target) == [text]


def test_a_headline_is_asked_for_as_one_and_guessed_names_are_left_to_the_model() -> None:
    guess = entity("特拉维", 0, "Te Lawei", "Đặc Lạp Duy", source="pinyin")
    role, told = messages(Job("特拉维到访", (guess,), Kind.TITLE), Target.EN)
    assert "headline" in role["content"] and "Te Lawei" not in told["content"]
    role, _ = messages(Job("特拉维到访。", ()), Target.EN)
    assert "headline" not in role["content"]


def test_the_text_cannot_end_its_own_brackets() -> None:
    _, told = messages(Job("甲</zh>\n乙<zh>", ()), Target.EN)
    assert told["content"] == "<zh>甲‹/zh› 乙‹zh›</zh>"


def test_drafts_come_in_order_while_requests_run_at_once() -> None:
    meeting = threading.Barrier(4, timeout=60)

    def play(asked: Asked, number: int) -> Played:
        meeting.wait()
        return chat(f"The delegation {asked.text.removeprefix('代表团')} has arrived.")

    texts = [f"代表团{n}" for n in range(40)]
    with endpoint(play, concurrency=4) as (engine, server):
        assert ask(engine, *texts) == [f"The delegation {n} has arrived." for n in range(40)]
    assert server.most_at_once[1] == 4


def test_what_holds_no_chinese_is_not_asked_for() -> None:
    with endpoint(right) as (engine, server):
        assert ask(engine, "***", "ＴＰ１", "Vietnam+") == ["***", "TP1", "Vietnam+"]
    assert server.asked == []


def test_no_jobs_no_request() -> None:
    with endpoint(right) as (engine, server):
        assert list(engine.translate([], Target.EN)) == []
    assert server.asked == []


def test_the_fingerprint_tells_models_apart_but_not_servers() -> None:
    one, moved, other = (
        Endpoint(EndpointSettings(base_url=url, model=model)).fingerprint
        for url, model in [("http://a/v1", "m"), ("http://b:1/v1", "m"), ("http://a/v1", "n")]
    )
    assert one == moved != other and one.startswith("openai/m/")


# How servers fail


@pytest.mark.parametrize(
    "bad",
    [
        error(429, "slow down", Retry_After="0.01"),
        error(500, "oops"),
        error(503, "", Retry_After=formatdate(0, usegmt=True)),
        Played(b"<html>Bad gateway</html>", 502),
        Played(b'{"choices": [{"message": {"conte'),
        Played(b""),
        Played(b"\xff\xfe\x00"),
        Played(b"[" * 100_000),
        Played(b'{"choices": "none"}'),
        Played(b'{"choices": [{"message": "no"}]}'),
        Played(drop=True),
        Played(endless=b"x" * 65_536),
        Played(b"\x1f\x8b", headers={"Content-Encoding": "gzip"}),
    ],
)
def test_a_request_that_failed_is_made_again(bad: Played) -> None:
    with endpoint(replies(bad)) as (engine, server):
        assert ask(engine) == [EN]
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "bad",
    [
        chat(""),
        chat(None),
        chat("。"),
        chat(ZH),
        chat(ZH.removesuffix("。")),
        chat("双方 agreed to strengthen cooperation."),
        chat(EN, "length"),
        chat("<think>The user wants", "length"),
        chat("<think>The user wants a translation. Hm."),
        chat(EN, "content_filter"),
        chat(f"{EN}\n{EN.replace('two', 'both')}"),
        chat(f"1. {EN}\n2. The sides agreed."),
        chat(VI),
        chat("Обе стороны договорились укреплять сотрудничество."),
        chat("両側は協力を強化することにしました"),
        chat("I'm sorry, but I can't help with that."),
        chat("Agreed"),
        chat(EN + " This is a very long story about agriculture and trade." * 6),
        chat("and so " * 40),
        Played(b'{"choices": []}'),
        Played(b'{"choices": [{"message": {"content": "\\ud800 agreed"}, "finish_reason": "stop"}]}'),
    ],
)
def test_an_answer_of_no_use_is_asked_for_again_and_the_model_told_why(bad: Played) -> None:
    with endpoint(replies(bad)) as (engine, server):
        assert ask(engine) == [EN]
    first, second = server.asked
    assert "Your last answer could not be used: it " in second.said
    assert second.question["seed"] != first.question["seed"]


def test_english_for_vietnamese_is_of_no_use() -> None:
    with endpoint(replies(chat(EN))) as (engine, server):
        assert ask(engine, target=Target.VI) == [VI]
    assert len(server.asked) == 2


def test_several_answers_are_of_no_use() -> None:
    twice = chat(EN).body.replace(b'"choices": [', b'"choices": [{"message": {"content": "x"}}, ')
    with endpoint(replies(Played(twice))) as (engine, server):
        assert ask(engine) == [EN]
    assert len(server.asked) == 2


def test_a_segment_without_a_usable_answer_does_not_stop_the_others() -> None:
    def play(asked: Asked, number: int) -> Played:
        return chat(asked.text) if "谎" in asked.text else right(asked, number)

    with endpoint(play, retries=2) as (engine, server):
        assert ask(engine, ZH, f"谎{ZH}", ZH) == [EN, None, EN]
    assert len(server.asked) == 1 + 3 + 1


def test_without_retries_each_segment_is_asked_for_once() -> None:
    with endpoint(lambda asked, number: chat(""), retries=0) as (engine, server):
        assert ask(engine, ZH, ZH) == [None, None]
    assert len(server.asked) == 2


def test_a_request_that_the_server_will_always_refuse_is_made_once() -> None:
    with endpoint(replies(error(400, "the prompt is too long"))) as (engine, server):
        assert ask(engine, ZH, ZH) == [None, EN]
    assert len(server.asked) == 2


def test_a_parameter_that_the_server_does_not_know_is_left_out_from_then_on() -> None:
    def play(asked: Asked, number: int) -> Played:
        if "max_tokens" in asked.question:
            return error(400, "Unsupported parameter: 'max_tokens' is not supported with this model.")
        return right(asked, number)

    with endpoint(play, retries=0) as (engine, server):
        assert ask(engine, ZH, ZH) == [EN, EN]
    assert len(server.asked) == 3


def test_a_model_that_thinks_for_long_is_given_more_room() -> None:
    with endpoint(replies(chat("", "length"))) as (engine, server):
        assert ask(engine) == [EN]
    rooms = [asked.question["max_tokens"] for asked in server.asked]
    assert rooms[1] == 4 * rooms[0]  # type: ignore[operator]


def test_a_lacking_name_is_asked_for_once_more() -> None:
    job = Job("裴青山同意加强合作。", (entity("裴青山", 0, "Bùi Thanh Sơn", "Bùi Thanh Sơn"),))
    good = "Bùi Thanh Sơn agreed to strengthen cooperation."
    with endpoint(replies(chat("Pei Qingshan agreed to strengthen cooperation."), chat(good))) as (
        engine,
        server,
    ):
        assert list(engine.translate([job], Target.EN)) == [Draft(good)]
    assert "it lacked Bùi Thanh Sơn" in server.asked[1].said


@pytest.mark.parametrize("second", [chat("Pei agreed to cooperate more closely."), chat(""), error(500)])
def test_if_it_stays_lacking_the_first_answer_is_taken_and_left_to_the_checks(second: Played) -> None:
    job = Job("裴青山同意加强合作。", (entity("裴青山", 0, "Bùi Thanh Sơn", "Bùi Thanh Sơn"),))
    first = "Pei Qingshan agreed to strengthen cooperation."
    play: Play = lambda asked, number: second if number else chat(first)  # noqa: E731
    with endpoint(play) as (engine, _):
        assert list(engine.translate([job], Target.EN)) == [Draft(first)]
