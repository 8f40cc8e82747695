"""An endpoint engine and the server it asks, for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from endpoint_server import Asked, Play, Played, Server, chat, serving

from translate.endpoint.engine import Endpoint
from translate.endpoint.settings import EndpointSettings
from translate.engine import Job
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
        options: dict[str, object] = {"base_url": server.url, "model": "m", "timeout": 60.0, "concurrency": 1}
        settings = EndpointSettings(**{**options, **changes})  # type: ignore[arg-type]
        yield Endpoint(settings, environ={"SANYU_API_KEY": KEY}, step=0.001), server


def ask(engine: Endpoint, *texts: str, target: Target = Target.EN) -> list[str | None]:
    """The drafts of some texts, or None."""
    drafts = list(engine.translate([Job(text, ()) for text in texts or (ZH,)], target))
    return [draft.text if draft else None for draft in drafts]


def replies(*played: Played) -> Play:
    """One after the other, then the right one."""
    return lambda asked, number: played[number] if number < len(played) else right(asked, number)
