"""What can go wrong between a question and a usable answer."""

from __future__ import annotations

from translate.engine import EngineError


class EndpointError(EngineError):
    """The endpoint is of no use now, for any segment; the message says how to mend it.

    ``lasting`` where asking again within this run cannot help: a refused key, an unknown model.
    """

    def __init__(self, message: str, *, lasting: bool = False, why: str = "", **values: str | int) -> None:
        super().__init__(message, why=why, **values)
        self.lasting = lasting


class Fault(Exception):
    """One answer is of no use; ``reason`` says what "it" was, also to the model."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class CutOff(Fault):
    """The answer reached the limit of its length."""


class AllThoughts(CutOff):
    """The limit was reached, or the end, while the model was still thinking."""


class Trouble(Exception):
    """One request failed; another may succeed. ``wait`` is what the server asks for, in seconds."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait


class Silence(Trouble):
    """No answer came in time."""


class Unreachable(Trouble):
    """No connection could be made."""


class Hopeless(Trouble):
    """The server refuses this one request, and would refuse it again."""


class Unsupported(Trouble):
    """The server refuses a parameter, named by ``reason``."""
