"""How long to wait before asking again."""

from __future__ import annotations

import asyncio
import random
import time

from translate.endpoint.faults import EndpointError

LONGEST_STEP = 20.0
# Whoever asks for a longer pause than this is left alone for now; seconds.
LONGEST_WAIT = 60.0


class Pace:
    """Pauses of an endpoint: growing ones after each failure, and those it asks for, for all."""

    def __init__(self, address: str, step: float) -> None:
        self._address = address
        self._step = step
        self._resume = 0.0

    async def ready(self) -> None:
        """Waits until nobody is asked to wait any more."""
        while (left := self._resume - time.monotonic()) > 0:
            await asyncio.sleep(left)

    async def after_failure(self, attempt: int, wanted: float | None) -> None:
        """Waits after failure number ``attempt`` (from 0), at least the ``wanted`` seconds.

        Raises EndpointError where that is too long.
        """
        if wanted is not None:
            if wanted > LONGEST_WAIT:
                raise EndpointError(
                    f"{self._address} asks for a pause of {wanted:.0f} seconds: run the same command later.",
                    why="pause",
                    address=self._address,
                    seconds=round(wanted),
                )
            self._resume = max(self._resume, time.monotonic() + wanted)
        longest: float = min(LONGEST_STEP, self._step * 2**attempt)
        # Not all at once again.
        await asyncio.sleep(longest * random.uniform(0.5, 1.0))
