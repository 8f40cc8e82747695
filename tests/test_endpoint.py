"""The engine ``openai`` against servers that are slow, broken, rude or lie."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from email.utils import formatdate

import pytest
from endpoint_server import Asked, Play, Played, Server, chat, error, serving
from hypothesis import given
from hypothesis import strategies as st

from seeds.article import Kind
from translate.drafting import answers
from translate.endpoint.answer import read_answer
from translate.endpoint.bridge import iterate
from translate.endpoint.engine import Endpoint
from translate.endpoint.faults import Fault, Trouble
from translate.endpoint.prompt import messages
from translate.endpoint.reply import read_reply, waiting_time
from translate.endpoint.settings import AddressError, EndpointSettings, chat_url, is_loopback
from translate.engine import Draft, EngineError, Job
from translate.row import Entity, EntityType, Target

ZH = "双方同意加强在农业领域的合作。"
EN = "The two sides agreed to strengthen cooperation in agriculture."
VI = "Hai bên nhất trí tăng cường hợp tác trong lĩnh vực nông nghiệp."
KEY = "sesame-4711"


def right(asked: Asked, number: int) -> Played:
    """An honest model that knows one sentence."""
    return chat(VI if "Vietnamese" in asked.said else EN)


def entity(
    zh: str, start: int, en: str, vi: str, kind: EntityType = EntityType.PERSON, source: str = "seed"
) -> Entity:
    return Entity(zh, start, start + len(zh), kind, en, vi, source=source)


@contextmanager
def endpoint(play: Play, **changes: object) -> Iterator[tuple[Endpoint, Server]]:
    """An engine and the server it asks; pauses are short."""
    with serving(play) as server:
        options: dict[str, object] = {"base_url": server.url, "model": "m", "timeout": 5.0, "concurrency": 1}
        settings = EndpointSettings(**{**options, **changes})  # type: ignore[arg-type]
        yield Endpoint(settings, environ={"SANYU_API_KEY": KEY}, step=0.001), server


def ask(engine: Endpoint, *texts: str, target: Target = Target.EN) -> list[str | None]:
    """The drafts of some texts, or None."""
    drafts = list(engine.translate([Job(text, ()) for text in texts or (ZH,)], target))
    return [draft.text if draft else None for draft in drafts]


def replies(*played: Played) -> Play:
    """One after the other, then the right one."""
    return lambda asked, number: played[number] if number < len(played) else right(asked, number)


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
    meeting = threading.Barrier(4, timeout=10)

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


# When nobody can be asked


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (error(401, f"Incorrect API key provided: {KEY}"), "check the key in SANYU_API_KEY"),
        (error(403), "check the key in SANYU_API_KEY"),
        (error(402, "insufficient credits"), "account"),
        (error(404, 'model "m" not found, try pulling it first'), "has no model m"),
        (error(400, "No models loaded. Please load a model"), "has no model m"),
        (error(404, "page not found"), "check endpoint.base_url"),
        (error(429, "", Retry_After="3600"), "pause of 3600 seconds"),
        (
            Played(status=307, headers={"Location": "http://127.0.0.2:1/v1"}),
            "127.0.0.2:1, which is not followed",
        ),
    ],
)
def test_what_concerns_the_whole_engine_is_one_sentence_with_the_mend(refusal: Played, words: str) -> None:
    with endpoint(lambda asked, number: refusal) as (engine, server):
        with pytest.raises(EngineError) as caught:
            ask(engine, *[ZH] * 20)
        assert words in str(caught.value) and KEY not in str(caught.value) and "\n" not in str(caught.value)
        asked = len(server.asked)
        with pytest.raises(EngineError):
            ask(engine)
        assert len(server.asked) == asked == 1


def test_the_key_is_in_no_message_no_log_and_no_representation(caplog: pytest.LogCaptureFixture) -> None:
    play = replies(error(400, f"bad token {KEY} m"), error(500, KEY))
    with caplog.at_level(logging.DEBUG), endpoint(play) as (engine, _):
        ask(engine, ZH, ZH)
    assert caplog.records and KEY not in f"{caplog.text} {engine!r}"


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    engine = Endpoint(EndpointSettings(base_url=url, model="m"))
    with pytest.raises(EngineError, match="cannot be reached: start the server"):
        ask(engine)


def test_a_server_that_hangs_is_given_up_for_all_segments() -> None:
    silence = pytest.raises(EngineError, match=r"no answer within 0\.1 seconds")
    with endpoint(lambda asked, number: Played(hang=True), timeout=0.1) as (engine, server), silence:
        ask(engine, *[ZH] * 50)
    assert len(server.asked) == 2


def test_a_segment_on_which_the_server_hangs_does_not_stop_the_others() -> None:
    def play(asked: Asked, number: int) -> Played:
        return Played(hang=True) if "停" in asked.text else right(asked, number)

    with endpoint(play, timeout=0.3, retries=0) as (engine, _):
        assert ask(engine, ZH, f"停{ZH}", ZH) == [EN, None, EN]


def test_an_answer_that_trickles_without_end_is_silence() -> None:
    with endpoint(replies(Played(endless=b" ")), timeout=0.3) as (engine, server):
        # A byte at a time is quick here: either the clock or the size limit ends it.
        assert ask(engine) == [EN]
    assert len(server.asked) == 2


def test_a_model_that_always_lies_is_given_up() -> None:
    with endpoint(lambda asked, number: chat(asked.text), retries=0) as (engine, server):
        drafts: list[Draft | None] = []
        with pytest.raises(EngineError, match="choose another model"):
            drafts.extend(engine.translate([Job(ZH, ())] * 30, Target.EN))
    assert len(server.asked) <= 7


def test_drafts_before_the_end_of_a_server_are_kept() -> None:
    play: Play = lambda asked, number: right(asked, number) if number < 3 else error(401)  # noqa: E731
    with endpoint(play) as (engine, _):
        drafts = engine.translate([Job(ZH, ())] * 5, Target.EN)
        assert [next(drafts), next(drafts), next(drafts)] == [Draft(EN)] * 3
        with pytest.raises(EngineError):
            next(drafts)


def test_who_stops_early_leaves_no_thread_and_no_request_behind() -> None:
    play: Play = lambda asked, number: Played(hang=True) if number else right(asked, number)  # noqa: E731
    with endpoint(play) as (engine, _):
        drafts = engine.translate([Job(ZH, ())] * 3, Target.EN)
        assert next(drafts) == Draft(EN)
        drafts.close()  # type: ignore[attr-defined]
    assert "sanyu-endpoint" not in [thread.name for thread in threading.enumerate()]


def test_the_next_engine_takes_what_the_endpoint_could_not_do() -> None:
    class Next:
        name, appetite, fingerprint = "next", 1, "next"

        def pivot(self, target: Target) -> None: ...

        def targets(self) -> frozenset[Target]:
            return frozenset(Target)

        def translate(self, jobs: Sequence[Job], target: Target) -> Iterator[Draft]:
            return (Draft(f"{EN} (next)") for _ in jobs)

    def play(asked: Asked, number: int) -> Played:
        return chat("") if "谎" in asked.text else error(401) if "完" in asked.text else right(asked, number)

    with endpoint(play, retries=1) as (engine, _):
        jobs = [Job(text, ()) for text in (ZH, f"谎{ZH}", ZH, f"完{ZH}", ZH)]
        found = list(answers(jobs, Target.EN, (engine, Next()), rescue=True))
    assert [answer.engine.name for answer in found] == ["openai", "next", "openai", "next", "next"]
    assert ["fallback" in answer.cell.flags for answer in found] == [False, True, False, True, True]


# Settings and addresses


@pytest.mark.parametrize(("url", "model"), [("", "m"), ("http://localhost", ""), (" ", " ")])
def test_without_address_or_model_there_is_no_engine(url: str, model: str) -> None:
    with pytest.raises(EngineError, match="SANYU_ENDPOINT_URL"):
        Endpoint(EndpointSettings(base_url=url, model=model))


@pytest.mark.parametrize("key", ["zwei Worte", "schlüssel", "a\nb"])
def test_a_key_that_no_header_can_carry(key: str) -> None:
    engine = Endpoint(EndpointSettings(base_url="localhost", model="m"), environ={"SANYU_API_KEY": key})
    with pytest.raises(EngineError, match="SANYU_API_KEY holds no usable key") as caught:
        ask(engine)
    assert key not in str(caught.value)


@pytest.mark.parametrize(
    ("base", "url"),
    [
        ("http://localhost:11434", "http://localhost:11434/v1/chat/completions"),
        ("localhost:8080/", "http://localhost:8080/v1/chat/completions"),
        ("https://host/api/v2/", "https://host/api/v2/chat/completions"),
        ("http://[::1]:1234/v1/chat/completions", "http://[::1]:1234/v1/chat/completions"),
    ],
)
def test_all_forms_of_an_address(base: str, url: str) -> None:
    assert chat_url(base) == url


@pytest.mark.parametrize(
    "base",
    [
        "ftp://host",
        "http://",
        "http://me:secret@host/v1",
        "http://host/v1?key=secret",
        "http://ho st",
        "http://a:b",
    ],
)
def test_addresses_that_are_none_are_refused_without_repeating_them(base: str) -> None:
    with pytest.raises(AddressError) as caught:
        chat_url(base)
    assert "secret" not in str(caught.value)
    with pytest.raises(EngineError, match=r"endpoint\.base_url"):
        Endpoint(EndpointSettings(base_url=base, model="m"))


def test_proxies_are_for_other_machines_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with endpoint(right) as (engine, _):
        assert ask(engine) == [EN]
    # The proxy is asked for another machine, and nobody listens there.
    engine = Endpoint(EndpointSettings(base_url="http://192.0.2.1/v1", model="m", timeout=2.0, retries=0))
    with pytest.raises(EngineError, match="cannot be reached"):
        ask(engine)


def test_a_proxy_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "nonsense://x")
    engine = Endpoint(EndpointSettings(base_url="http://192.0.2.1/v1", model="m"))
    with pytest.raises(EngineError, match="proxy"):
        ask(engine)


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.8.0.1/v1", True),
        ("http://[::1]/", True),
        ("http://localhost:1/", True),
        ("http://10.0.0.1/", False),
    ],
)
def test_this_machine(url: str, here: bool) -> None:
    assert is_loopback(url) is here


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


# The bridge


def test_the_bridge_hands_on_items_and_the_error_after_them() -> None:
    async def source():  # type: ignore[no-untyped-def]
        yield 1
        await asyncio.sleep(0)
        yield 2
        raise Trouble("over")

    items: Iterator[int] = iterate(source)
    assert [next(items), next(items)] == [1, 2]
    with pytest.raises(Trouble, match="over"):
        next(items)


def test_leaving_the_bridge_lets_the_work_behind_it_clean_up() -> None:
    cleaned: list[bool] = []

    async def source():  # type: ignore[no-untyped-def]
        try:
            yield 1
            await asyncio.sleep(60)
        finally:
            cleaned.append(True)

    items = iterate(source)
    assert next(items) == 1
    items.close()  # type: ignore[attr-defined]
    assert cleaned == [True]
