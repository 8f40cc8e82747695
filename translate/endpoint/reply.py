"""A server's reply: the JSON of a chat completion, read strictly."""

from __future__ import annotations

import email.utils
import json
import math
import time
from collections.abc import Mapping
from dataclasses import dataclass

from translate.endpoint.faults import AllThoughts, CutOff, Fault, Trouble

# What a server says about an error is quoted up to here.
QUOTED = 200


@dataclass(frozen=True, slots=True)
class Reply:
    """What the model wrote, and why it stopped: ``stop``, ``length`` …; empty where nobody says."""

    text: str
    ended: str


def read_reply(body: bytes) -> Reply:
    """The one answer in a chat completion. Raises Trouble for what is none, Fault for none in it."""
    value = read_json(body)
    choices = value.get("choices") if isinstance(value, dict) else None
    if not isinstance(choices, list) or not all(isinstance(choice, dict) for choice in choices):
        raise Trouble("its reply was no chat completion")
    if len(choices) != 1:
        raise Fault(f"it was not one answer but {len(choices)}")
    message, ended = choices[0].get("message"), choices[0].get("finish_reason")
    if not isinstance(message, dict):
        raise Trouble("its reply was no chat completion")
    return Reply(text_of(message.get("content")), ended if isinstance(ended, str) else "")


def whole(reply: Reply) -> str:
    """What the model wrote, if it came to an end. Raises Fault."""
    if reply.ended == "length":
        thinking = not reply.text.strip() or ("<think" in reply.text and "</think" not in reply.text)
        raise (AllThoughts if thinking else CutOff)("it was cut off")
    if reply.ended == "content_filter":
        raise Fault("it was held back by a filter")
    return reply.text


def text_of(content: object) -> str:
    """The text of a message: a string, or the texts among its parts."""
    if isinstance(content, list):
        parts = [
            part.get("text") for part in content if isinstance(part, dict) and part.get("type") == "text"
        ]
        return "".join(part for part in parts if isinstance(part, str))
    return content if isinstance(content, str) else ""


def read_json(body: bytes) -> object:
    """The value of a reply. Raises Trouble where it is no JSON."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Trouble("its reply was no JSON") from error


def complaint(body: bytes) -> str:
    """What a server says about an error, on one line and in full; empty where it says nothing readable."""
    try:
        value = read_json(body)
    except Trouble:
        return ""
    for name in ("error", "message", "detail"):
        if isinstance(value, dict) and name in value:
            value = value[name]
    return " ".join(value.split()) if isinstance(value, str) else ""


def waiting_time(headers: Mapping[str, str]) -> float | None:
    """The seconds that a Retry-After header asks for, as a number or as a date."""
    value = headers.get("retry-after", "").strip()
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            seconds = email.utils.parsedate_to_datetime(value).timestamp() - time.time()
        except (ValueError, TypeError, OverflowError):
            return None
    return max(0.0, seconds) if math.isfinite(seconds) else None
