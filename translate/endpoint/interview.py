"""Asking a model for the translation of a segment until it is usable, or for good nothing comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translate.checks import flags_of
from translate.endpoint.answer import read_answer
from translate.endpoint.faults import (
    AllThoughts,
    EndpointError,
    Fault,
    Hopeless,
    Silence,
    Trouble,
    Unreachable,
    Unsupported,
)
from translate.endpoint.health import Health
from translate.endpoint.pace import Pace
from translate.endpoint.prompt import messages
from translate.endpoint.reply import Reply, whole
from translate.endpoint.settings import EndpointSettings
from translate.engine import Draft, Job
from translate.row import EntityType, Target

if TYPE_CHECKING:
    from translate.endpoint.client import Client

# The first answer is the likeliest one; asked again, the model must not say the same.
FIRST, AGAIN = 0.0, 0.3
# Tokens of an answer at most: so many anyway, for thoughts, and so many for each character of the source.
ROOM, ROOM_A_CHARACTER, MOST_ROOM = 1024, 8, 16_384
# What the checks find that a reminder can mend.
REASONS = {
    "number": "it lacked a number of the text, or had one that is not in it",
    "term": "it lacked a name of the text",
    "omission": "it lacked a name of the text",
    "negation": "it had lost a negation",
    "order": "names or figures had changed places",
}
LACKING = frozenset(REASONS)
EXACT = frozenset({EntityType.PERSON, EntityType.NUMBER, EntityType.DATE})
NAMED = EXACT | {EntityType.PLACE, EntityType.ORGANISATION, EntityType.EVENT}


class Interview:
    """Questions for one target over one client. ``unsupported`` collects parameters the server refuses."""

    def __init__(
        self,
        settings: EndpointSettings,
        client: Client,
        target: Target,
        *,
        health: Health,
        pace: Pace,
        unsupported: set[str],
    ) -> None:
        self._settings = settings
        self._client = client
        self._target = target
        self._health = health
        self._pace = pace
        self._unsupported = unsupported

    async def draft(self, job: Job) -> Draft | None:
        """The draft of a segment, or None. Raises EndpointError where nothing more is to be hoped for."""
        fault: Fault | None = None
        lacking: str | None = None
        reason = ""
        room = ROOM + ROOM_A_CHARACTER * len(job.text)
        for attempt in range(self._settings.retries + 1):
            try:
                reply = await self._asked(self._question(job, attempt, room, fault))
                answer = read_answer(whole(reply), job, self._target)
                missing = self._missing(answer, job)
                if not missing or lacking is not None:
                    self._health.useful()
                    # A reminder that did not help is no reason to take the less likely answer.
                    return Draft(lacking if lacking is not None and missing else answer)
                lacking, fault = answer, Fault(missing)
            except Fault as found:
                if isinstance(found, AllThoughts):
                    room = min(4 * room, MOST_ROOM)
                fault, reason = found, f"the answer was of no use: {found.reason}"
            except Hopeless as found:
                reason = found.reason
                break
            except Trouble as trouble:
                reason = trouble.reason
                if attempt < self._settings.retries:
                    await self._pace.after_failure(attempt, trouble.wait)
        if lacking is not None:
            self._health.useful()
            return Draft(lacking)
        self._health.failed(reason)
        return None

    async def _asked(self, question: dict[str, object]) -> Reply:
        """The reply to a question, put without the parameters that the server does not know."""
        while True:
            await self._pace.ready()
            try:
                reply = await self._client.ask(
                    {k: v for k, v in question.items() if k not in self._unsupported}
                )
            except Unsupported as unsupported:
                self._unsupported.add(unsupported.reason)
            except Unreachable as trouble:
                if not self._health.has_answered:
                    raise EndpointError(
                        f"{self._settings.base_url} cannot be reached: start the server there, or check"
                        " endpoint.base_url.",
                        why="unreachable",
                        address=self._settings.base_url,
                    ) from trouble
                raise
            except Silence:
                self._health.silent()
                raise
            except (Trouble, Fault):
                self._health.answered()
                raise
            else:
                self._health.answered()
                return reply

    def _question(self, job: Job, attempt: int, room: int, fault: Fault | None) -> dict[str, object]:
        return {
            "model": self._settings.model,
            "messages": messages(job, self._target, fault),
            "temperature": AGAIN if attempt else FIRST,
            "seed": attempt,
            "max_tokens": room,
            "stream": False,
        }

    def _missing(self, answer: str, job: Job) -> str:
        """What an answer lacks of names, numbers and meaning, to be told to the model; empty if nothing."""
        flags = LACKING.intersection(flags_of(job.text, answer, job.entities, self._target))
        if not flags:
            return ""
        lost = [
            entity.rendering(self._target)
            for entity in job.entities
            if entity.type in (NAMED if "omission" in flags else EXACT)
            and not any(form in answer for form in entity.renderings(self._target))
        ]
        if lost and flags & {"number", "term", "omission"}:
            return f"it lacked {'; '.join(lost)}"
        return next(reason for flag, reason in REASONS.items() if flag in flags)
