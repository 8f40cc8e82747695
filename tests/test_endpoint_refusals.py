"""The engine ``openai`` when nobody can be asked, and how its server is named."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from collections.abc import Iterator, Sequence

import pytest
from endpoint_help import EN, KEY, ZH, ask, endpoint, replies, right
from endpoint_server import Asked, Play, Played, chat, error
from patience import wait_for

from translate.drafting import answers
from translate.endpoint.bridge import iterate
from translate.endpoint.engine import Endpoint
from translate.endpoint.faults import Trouble
from translate.endpoint.settings import AddressError, EndpointSettings, chat_url, is_loopback
from translate.engine import Draft, EngineError, Job
from translate.row import Target

pytestmark = pytest.mark.usefixtures("loopback")


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
    silence = pytest.raises(EngineError, match=r"no answer within 0\.5 seconds")
    with endpoint(lambda asked, number: Played(hang=True), timeout=0.5) as (engine, server), silence:
        ask(engine, *[ZH] * 50)
    wait_for(lambda: len(server.asked) == 2)


def test_a_segment_on_which_the_server_hangs_does_not_stop_the_others() -> None:
    def play(asked: Asked, number: int) -> Played:
        return Played(hang=True) if "停" in asked.text else right(asked, number)

    with endpoint(play, timeout=2.0, retries=0) as (engine, _):
        assert ask(engine, ZH, f"停{ZH}", ZH) == [EN, None, EN]


def test_an_answer_that_trickles_without_end_is_silence() -> None:
    with endpoint(replies(Played(endless=b" ")), timeout=2.0) as (engine, server):
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
    engine = Endpoint(EndpointSettings(base_url="http://192.0.2.1/v1", model="m", timeout=60.0, retries=0))
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
