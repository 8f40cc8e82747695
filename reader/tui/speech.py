"""What the reader says, in the language of the app that runs."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual._context import active_app
from textual.worker import active_worker

from reader.words.messages import Messages, Piece, messages


@runtime_checkable
class Speaker(Protocol):
    """An app that has chosen a language."""

    messages: Messages


def spoken() -> Messages:
    """The messages of the app that runs here; outside of one, English."""
    app = active_app.get(None)
    if app is None and (worker := active_worker.get(None)) is not None:
        app = worker.node.app  # in a thread of its own, which knows of no app
    return app.messages if isinstance(app, Speaker) else messages("en")


def phrase(name: str, **values: Piece) -> str:
    """The message of a name, with its values. Raises UnknownMessageError."""
    return spoken()(name, **values)


def key_words(description: str) -> str:
    """What a key does, from its description in a binding."""
    return spoken().named("key", description)
