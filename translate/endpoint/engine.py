"""The engine ``openai``: any OpenAI-compatible chat endpoint that a person names."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from importlib.resources import files
from urllib.parse import urlsplit

from translate.checks import HAN
from translate.endpoint.bridge import iterate
from translate.endpoint.faults import EndpointError
from translate.endpoint.health import Health
from translate.endpoint.interview import Interview
from translate.endpoint.pace import Pace
from translate.endpoint.settings import AddressError, EndpointSettings, chat_url
from translate.engine import Draft, EngineError, Job
from translate.row import Target

# What a draft depends on besides the model.
SHAPING = ("prompt.py", "answer.py", "wrapping.py")
STEP = 0.5
FULLWIDTH = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20}


class Endpoint:
    """Asks a chat model for one segment a request, several at a time.

    One segment a request: a small model given a numbered list merges, skips and renumbers lines,
    and one bad line would cost the whole list. The instructions come first and are the same each
    time, so that servers compute them once.

    Raises EngineError where no usable endpoint is set up. ``step`` is the first pause between two
    attempts, in seconds.
    """

    name = "openai"

    def __init__(
        self, settings: EndpointSettings, *, environ: Mapping[str, str] = os.environ, step: float = STEP
    ) -> None:
        if not settings.is_configured:
            raise EngineError(
                "The engine openai needs an endpoint: set base_url and model under [endpoint] in the settings"
                " file, or SANYU_ENDPOINT_URL and SANYU_ENDPOINT_MODEL.",
                why="no-endpoint",
            )
        try:
            self._address = urlsplit(chat_url(settings.base_url)).netloc
        except AddressError as error:
            raise EngineError(f"endpoint.base_url cannot be used: {error}.", why="wrong-address") from error
        self._settings = settings
        self._environ = environ
        self._step = step
        self._health = Health(self._address, settings.timeout, settings.concurrency)
        self._unsupported: set[str] = set()

    @property
    def appetite(self) -> int:
        """Enough jobs to keep all connections busy."""
        return 16 * self._settings.concurrency

    @cached_property
    def fingerprint(self) -> str:
        """The model and what it is asked; not the server, which may move without a draft changing."""
        digest = blake2b(digest_size=8)
        for name in SHAPING:
            digest.update(files("translate.endpoint").joinpath(name).read_bytes())
        return f"openai/{self._settings.model}/{digest.hexdigest()}"

    def targets(self) -> frozenset[Target]:
        """Both languages."""
        return frozenset(Target)

    def pivot(self, target: Target) -> None:
        """It needs none."""

    def translate(self, jobs: Sequence[Job], target: Target) -> Iterator[Draft | None]:
        """One draft a job, in order; None where the endpoint gave no usable answer. Raises EngineError."""
        self._health.check()
        try:
            yield from iterate(lambda: self._drafts(jobs, target))
        except EndpointError as error:
            self._health.down(error)
            raise

    async def _drafts(self, jobs: Sequence[Job], target: Target) -> AsyncIterator[Draft | None]:
        """The drafts in order, as they come; several requests run at once."""
        from translate.endpoint.client import Client

        gate = asyncio.Semaphore(self._settings.concurrency)
        async with Client(self._settings, self._key()) as client:
            interview = Interview(
                self._settings,
                client,
                target,
                health=self._health,
                pace=Pace(self._address, self._step),
                unsupported=self._unsupported,
            )

            async def draft(job: Job) -> Draft | None:
                if not HAN.search(job.text):
                    return Draft(job.text.translate(FULLWIDTH))
                async with gate:
                    return await interview.draft(job)

            tasks = [asyncio.create_task(draft(job)) for job in jobs]
            try:
                for task in tasks:
                    yield await task
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    def _key(self) -> str:
        """The key, read when it is needed and kept nowhere."""
        name = self._settings.key_env
        key = self._environ.get(name, "").strip()
        if not key.isascii() or not key.isprintable() or " " in key:
            raise EndpointError(
                f"{name} holds no usable key: set it again, without spaces.",
                lasting=True,
                why="odd-key",
                name=name,
            )
        return key
