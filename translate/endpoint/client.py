"""One request to the endpoint, and what its outcome means."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from translate.endpoint.faults import (
    EndpointError,
    Fault,
    Hopeless,
    Silence,
    Trouble,
    Unreachable,
    Unsupported,
)
from translate.endpoint.reply import QUOTED, Reply, complaint, read_reply, waiting_time
from translate.endpoint.settings import EndpointSettings, chat_url, is_loopback

if TYPE_CHECKING:
    import httpx

# An answer has some hundred bytes, with long thoughts some ten thousand.
LARGEST = 2_000_000
CONNECTING = 10.0
# A key as long as this is no word that a translation could hold, as "ollama" is.
NO_WORD = 12
OPTIONAL = ("seed", "temperature", "max_tokens")
UNKNOWN_MODEL = re.compile(
    r"model\b.*(?:not (?:found|exist|loaded|available)|does not exist|unknown|no such|invalid|try pulling)"
    r"|(?:no|unknown|invalid|unloaded) models?\b",
    re.IGNORECASE | re.DOTALL,
)


class Client:
    """Asks the endpoint's chat address. To be used within one event loop, as ``async with``."""

    def __init__(self, settings: EndpointSettings, key: str) -> None:
        import httpx

        self._settings = settings
        self._url = chat_url(settings.base_url)
        self._key = key
        try:
            self._http = self._opened()
        except (ValueError, ImportError, httpx.InvalidURL) as error:
            raise EndpointError(
                "The proxy that the environment names cannot be used: correct or unset HTTP_PROXY,"
                " HTTPS_PROXY and ALL_PROXY.",
                lasting=True,
                why="proxy",
            ) from error
        except OSError as error:
            raise EndpointError(
                "The certificates that the environment names cannot be read: correct or unset SSL_CERT_FILE"
                " and SSL_CERT_DIR.",
                lasting=True,
                why="certificates",
            ) from error

    def _opened(self) -> httpx.AsyncClient:
        import httpx

        settings, key = self._settings, self._key
        return httpx.AsyncClient(
            # A proxy knows nothing of this machine's own addresses.
            trust_env=not is_loopback(self._url),
            follow_redirects=False,
            timeout=httpx.Timeout(settings.timeout, connect=min(CONNECTING, settings.timeout)),
            limits=httpx.Limits(max_connections=settings.concurrency),
            headers={
                "Accept": "application/json",
                # A packed reply could unfold to any size.
                "Accept-Encoding": "identity",
                "User-Agent": "sanyu",
                **({"Authorization": f"Bearer {key}"} if key else {}),
            },
        )

    async def __aenter__(self) -> Client:
        await self._http.__aenter__()
        return self

    async def __aexit__(self, *details: Any) -> None:
        await self._http.__aexit__(*details)

    async def ask(self, question: dict[str, object]) -> Reply:
        """The reply to a chat completion request. Raises Trouble, EndpointError, Fault."""
        import httpx

        try:
            async with asyncio.timeout(self._settings.timeout):
                async with self._http.stream("POST", self._url, json=question) as response:
                    body = await read_limited(response)
        except (TimeoutError, httpx.TimeoutException) as error:
            if isinstance(error, httpx.ConnectTimeout):
                raise Unreachable("it cannot be reached") from error
            raise Silence(f"it gave no answer within {self._settings.timeout:g} seconds") from error
        except httpx.ConnectError as error:
            raise Unreachable("it cannot be reached") from error
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise EndpointError(
                "endpoint.base_url is no address that can be asked: correct it.", lasting=True, why="address"
            ) from error
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise Trouble("the connection broke") from error
        if response.status_code != 200:
            raise self._refusal(response, body, question)
        reply = read_reply(body)
        if len(self._key) >= NO_WORD and self._key in reply.text:
            raise Fault("it was no translation")
        return reply

    def _refusal(self, response: httpx.Response, body: bytes, question: dict[str, object]) -> Exception:
        """What a status other than 200 means."""
        status, said = response.status_code, self._quoted(complaint(body))
        told = f' ("{said}")' if said else ""
        host, model = urlsplit(self._url).netloc, self._settings.model
        if status in (401, 403):
            name = self._settings.key_env
            mend = (
                f"check the key in {name}"
                if self._key
                else f"put the key into the environment variable {name}"
            )
            return EndpointError(
                f"{host} wants another key (status {status}): {mend}.",
                lasting=True,
                why="key" if self._key else "no-key",
                address=host,
                name=name,
            )
        if status == 402:
            return EndpointError(
                f"{host} wants to be paid (status 402): see to your account there.",
                lasting=True,
                why="unpaid",
                address=host,
            )
        if response.is_redirect:
            there = self._quoted(target_of(response.headers.get("location", ""))) or "another address"
            return EndpointError(
                f"{host} sends on to {there}, which is not followed: set endpoint.base_url to the final"
                " address.",
                lasting=True,
                why="elsewhere",
                address=host,
            )
        if status in (400, 404, 422) and UNKNOWN_MODEL.search(said):
            return EndpointError(
                f"{host} has no model {model}{told}: load it there, or set endpoint.model to one it has.",
                lasting=True,
                why="no-model",
                address=host,
                model=model,
            )
        if status in (404, 405):
            return EndpointError(
                f"{host} has no chat at {urlsplit(self._url).path} (status {status}):"
                " check endpoint.base_url; it usually ends in /v1.",
                lasting=True,
                why="no-chat",
                address=host,
            )
        if status in (408, 409, 425, 429) or status >= 500:
            return Trouble(f"it answered with status {status}{told}", waiting_time(response.headers))
        named = next((name for name in OPTIONAL if name in question and name in said), None)
        if status in (400, 422) and named:
            return Unsupported(named)
        return Hopeless(f"it refused with status {status}{told}")

    def _quoted(self, said: str) -> str:
        """The beginning of a server's words, without the key, which some repeat, and in plain characters.

        The key goes first: cut through, it would be found no more.
        """
        if self._key:
            said = said.replace(self._key, "…")
        said = re.sub(r"\b(?:sk|gsk|key|Bearer)[-_ ][\w*.-]+", "…", said)
        return " ".join("".join(c if c.isprintable() else " " for c in said).split())[:QUOTED]


def target_of(location: str) -> str:
    """The host that a redirection names; empty where it names none."""
    try:
        return urlsplit(location).netloc
    except ValueError:
        return ""


async def read_limited(response: httpx.Response) -> bytes:
    """A reply's body. Raises Trouble where it is too large or packed."""
    if response.headers.get("content-encoding", "identity").lower() not in ("", "identity"):
        raise Trouble("its reply was packed though that was not wanted")
    chunks: list[bytes] = []
    size = 0
    async for chunk in response.aiter_raw():
        size += len(chunk)
        if size > LARGEST:
            raise Trouble("its reply was far too large")
        chunks.append(chunk)
    return b"".join(chunks)
