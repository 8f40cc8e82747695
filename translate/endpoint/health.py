"""Whether an endpoint is still worth asking."""

from __future__ import annotations

import math
import time

from translate.endpoint.faults import EndpointError

# So many segments in succession without a usable answer, and the next are not tried.
ENOUGH = 6
# An endpoint that went away may be back by then; seconds.
RECOVERY = 30.0


class Health:
    """Counts what goes wrong in succession, and remembers for a while that nobody is there.

    Without that, each of a thousand segments would wait for the same dead server.
    """

    def __init__(self, address: str, timeout: float, concurrency: int) -> None:
        self._address = address
        self._timeout = timeout
        self._concurrency = concurrency
        self._silences = 0
        self._failures = 0
        self._down: EndpointError | None = None
        self._until = -math.inf
        self.has_answered = False

    def check(self) -> None:
        """Raises EndpointError where the endpoint was found to be of no use a short while ago."""
        if self._down is not None and time.monotonic() < self._until:
            raise EndpointError(
                str(self._down), lasting=self._down.lasting, why=self._down.why, **self._down.values
            )
        self._down = None

    def answered(self) -> None:
        """The endpoint answered, whatever it was."""
        self.has_answered = True
        self._silences = 0

    def useful(self) -> None:
        """A segment is translated."""
        self._failures = 0

    def silent(self) -> None:
        """A request got no answer in time. Raises EndpointError when that is too often."""
        self._silences += 1
        if self._silences >= (self._concurrency + 1 if self.has_answered else 2):
            self._silences = 0
            raise EndpointError(
                f"{self._address} gave no answer within {self._timeout:g} seconds, time and again: see"
                " whether it is at work, raise endpoint.timeout or lower endpoint.concurrency.",
                why="silent",
                address=self._address,
            )

    def failed(self, reason: str) -> None:
        """A segment got no usable answer. Raises EndpointError when that is too often."""
        self._failures += 1
        if self._failures >= ENOUGH:
            self._failures = 0
            raise EndpointError(
                f"{self._address} gave no usable answer for {ENOUGH} segments in succession (at last"
                f" {reason}): see what is wrong there, or choose another model in endpoint.model.",
                why="useless",
                address=self._address,
                number=ENOUGH,
            )

    def down(self, error: EndpointError) -> None:
        """From now on, and for a while, nobody needs to ask."""
        self._down = error
        patience = math.inf if error.lasting else max(RECOVERY, 3 * self._timeout)
        self._until = time.monotonic() + patience
