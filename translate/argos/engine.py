"""The argos engine: segments through neural packages, whose drafts climb the ladder."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path

from translate.argos import retry
from translate.argos.batches import WINDOW
from translate.argos.decoder import Decoder, Decodes
from translate.argos.hypothesis import Decoding
from translate.argos.ladder import ALL, climb
from translate.argos.plan import Part, Plan, halves, joined, plan_of, plan_through
from translate.argos.report import Repair, flags_of_repairs
from translate.argos.required import COUNTED, found, missing, needs_of
from translate.argos.retry import faults
from translate.argos.routes import Route
from translate.argos.settings import VERSION, Machine, Search, machine_of, search_of
from translate.argos.sketch import Sketch
from translate.argos.skipping import skipped
from translate.engine import Draft, Job
from translate.fingerprint import digest_of_files, fingerprint
from translate.models.package import Package
from translate.row import EntityType, Link, Target

NAME = "argos"
# Up to so many jobs at once somebody is waiting for the first of them.
INTERACTIVE = 64
# English drafts whose alignment is kept for the way on into Vietnamese.
KEPT = 4096
# A source is halved so often at most because its draft came out longer than the limit.
HALVINGS = 4
# What else its drafts and their flags depend on.
LEANS_ON = (
    "transfer/patterns.py",
    "checks.py",
    "numbers.py",
    "values.py",
    "negation.py",
    "order.py",
    "tongue.py",
)
Result = tuple[Draft, list[Repair]]


@dataclass(frozen=True, slots=True)
class Leg:
    """One package on the way, with its decoder and the language it writes."""

    package: Package
    decoder: Decodes
    target: Target

    @property
    def mark(self) -> str:
        """The full stop of its source."""
        return "." if self.package.source == Target.EN else "。"


@dataclass(frozen=True, slots=True)
class Done:
    """The draft of a part; ``is_short`` where some of the part is known not to be in it."""

    sketch: Sketch
    repairs: list[Repair]
    is_short: bool

    def lacks(self, part: Part, leg: Leg) -> int:
        """How many entities of the part it does not carry."""
        return len(missing(part.needs, self.sketch.text, leg.target))


class Argos:
    """Translates with installed packages. Models are loaded when first used and released when idle.

    ``decoders`` makes the decoder of a package; tests give their own. ``steps`` are those the
    ladder may take. May be used from several threads; results do not depend on what is translated
    together.
    """

    name = NAME
    appetite = 1024

    def __init__(
        self,
        routes: Mapping[Target, Route],
        *,
        environ: Mapping[str, str] = os.environ,
        machine: Machine | None = None,
        decoders: Callable[[Package, Machine], Decodes] = Decoder,
        steps: frozenset[str] = ALL,
    ) -> None:
        self._routes = dict(routes)
        self._machine = machine or machine_of(environ)
        self._search = search_of(environ)
        self._make = decoders
        self._steps = steps
        self._decoders: dict[Path, Decodes] = {}
        self._drafts: dict[Job, Draft] = {}

    @cached_property
    def fingerprint(self) -> str:
        """Packages, decoding settings and the code of ladder and rules."""
        digests = sorted({p.digest or p.name for route in self._routes.values() for p in route.packages})
        above = Path(__file__).parent.parent
        code = f"{fingerprint('translate/argos')}/{digest_of_files([above / name for name in LEANS_ON])}"
        search = f"{VERSION}.{self._search.beam}.{self._machine.device}.{self._machine.compute}"
        return f"{NAME}/{search}/{'+'.join(digests)}/{code}"

    def targets(self) -> frozenset[Target]:
        """The languages there is a route to."""
        return frozenset(self._routes)

    def pivot(self, target: Target) -> Target | None:
        """English, where the route goes through it."""
        route = self._routes.get(target)
        return Target.EN if route is not None and route.through is not None else None

    def translate(self, jobs: Sequence[Job], target: Target) -> Iterator[Draft | None]:
        """One draft a job, in order, as batches complete; None without a route. Raises EngineError."""
        if target not in self._routes:
            yield from (None for _ in jobs)
            return
        for draft, _ in self.reports(jobs, target):
            yield draft

    def reports(self, jobs: Sequence[Job], target: Target) -> Iterator[Result]:
        """One draft a job with all that was put right in it."""
        route = self._routes[target]
        leg = self._leg(route.package, target)
        waiting = len(jobs) <= INTERACTIVE
        if route.through is None:
            direct = plan_of
            traditional = leg.package.traditional
            plans = (direct(job, target, leg.decoder.length, traditional=traditional) for job in jobs)
            for job, result in zip(jobs, self._results(plans, leg, waiting), strict=True):
                self._keep(job, result[0], target)
                yield result
            return
        # Window by window, so that the first Vietnamese does not wait for the last English.
        todo = iter(jobs)
        size = 1 if waiting else WINDOW
        while window := list(islice(todo, size)):
            english = self._in_english(window)
            through = (
                plan_through(job, draft.text, draft.alignment, target, leg.decoder.length)
                for job, draft in zip(window, english, strict=True)
            )
            yield from self._results(through, leg, waiting)
            size = min(WINDOW, size * 4)

    def close(self) -> None:
        """Releases all models."""
        for decoder in self._decoders.values():
            decoder.close()

    def _in_english(self, jobs: Sequence[Job]) -> list[Draft]:
        """The English each job goes on from: what it carries, what was drafted before, or drafted now."""
        known: dict[int, Draft] = {}
        for number, job in enumerate(jobs):
            if job.pivot is not None:
                known[number] = Draft(job.pivot, job.pivot_links or by_entities(job))
            elif (draft := self._drafts.get(replace(job, pivot=None, pivot_links=()))) is not None:
                known[number] = draft
        missing = [number for number in range(len(jobs)) if number not in known]
        drafts = (
            self.reports([replace(jobs[n], pivot=None, pivot_links=()) for n in missing], Target.EN)
            if missing
            else ()
        )
        known.update((number, draft) for number, (draft, _) in zip(missing, drafts, strict=False))
        return [known[number] for number in range(len(jobs))]

    def _keep(self, job: Job, draft: Draft, target: Target) -> None:
        """Keeps an English draft for the way on: another engine's may stand in the English cell."""
        if target is not Target.EN or self.pivot(Target.VI) is None:
            return
        while len(self._drafts) >= KEPT:
            del self._drafts[next(iter(self._drafts))]
        self._drafts[job] = draft

    def _results(self, plans: Iterator[Plan], leg: Leg, waiting: bool) -> Iterator[Result]:
        """Each plan's draft in order. Whoever has to decode again does so while others are decoded."""
        known = list(plans)
        sources = [part.text for plan in known for part in plan.parts]
        found = leg.decoder.decode(sources, self._search, waiting=waiting)
        running: deque[Future[Result]] = deque()
        with ThreadPoolExecutor(max_workers=self._machine.workers) as pool:
            try:
                for plan in known:
                    decodings = list(islice(found, len(plan.parts)))
                    running.append(pool.submit(self._climbed, plan, decodings, leg))
                    while running and (running[0].done() or waiting):
                        yield running.popleft().result()
                while running:
                    yield running.popleft().result()
            finally:
                for future in running:
                    future.cancel()

    def _climbed(self, plan: Plan, decodings: Sequence[Decoding], leg: Leg) -> Result:
        """A plan's draft from what was proposed for its parts."""
        done = [
            self._part(part, decoding, leg, HALVINGS)
            for part, decoding in zip(plan.parts, decodings, strict=True)
        ]
        repairs = [repair for one in done for repair in one.repairs]
        if plan.frame.head or plan.frame.tail:
            repairs.insert(0, Repair("rule", "", "", ""))
        draft = plan.draft([one.sketch for one in done], flags_of_repairs(repairs))
        lost = ("omission",) if any(one.is_short for one in done) else ()
        return replace(draft, flags=(*draft.flags, *lost, *lacking(plan, draft.text, leg.target))), repairs

    def _part(self, part: Part, decoding: Decoding, leg: Leg, left: int) -> Done:
        """One part's draft; a part whose draft was cut off, or leaves a clause out, is decoded in halves."""
        if decoding.cut_off and left and (apart := self._halved(part, leg, left)):
            return apart
        sketch, repairs = climb(
            decoding,
            part.needs,
            leg.target,
            self._search,
            lambda source, search: self._again(leg, source, search),
            self._steps,
        )
        short = bool(skipped(sketch, part.text)) or "short" in faults(part.text, sketch.text, leg.target)
        whole = Done(sketch, repairs, decoding.cut_off or short)
        if not whole.is_short or decoding.cut_off or not left or retry.STEP not in self._steps:
            return whole
        apart = self._halved(part, leg, 1)
        if apart is None or apart.is_short or apart.lacks(part, leg) > whole.lacks(part, leg):
            return whole
        step = Repair(retry.STEP, "", sketch.text, apart.sketch.text)
        return replace(apart, repairs=[step, *apart.repairs])

    def _halved(self, part: Part, leg: Leg, left: int) -> Done | None:
        """The draft of a part from those of its halves; None where it cannot be cut."""
        cut = halves(part, leg.decoder.length, leg.mark)
        if not cut:
            return None
        done = [self._part(one, self._again(leg, one.text, self._search), leg, left - 1) for one in cut]
        moved = [replace(one, start=one.start - part.start) for one in cut]
        sketch = joined(moved, [one.sketch for one in done], part.text)
        repairs = [repair for one in done for repair in one.repairs]
        return Done(sketch, repairs, any(one.is_short for one in done) or bool(skipped(sketch, part.text)))

    def _again(self, leg: Leg, source: str, search: Search) -> Decoding:
        return next(iter(leg.decoder.decode([source], search)))

    def _leg(self, package: Package, target: Target) -> Leg:
        decoder = self._decoders.get(package.path)
        if decoder is None:
            decoder = self._decoders[package.path] = self._make(package, self._machine)
        return Leg(package, decoder, target)


def lacking(plan: Plan, draft: str, target: Target) -> tuple[str, ...]:
    """Flags for what no step could put right; the checks look after numbers themselves."""
    needs = [need for part in plan.parts for need in part.needs]
    gone = missing([need for need in needs if need.type not in COUNTED], draft, target)
    titles = all(need.type is EntityType.TITLE for need in gone)
    return () if not gone else ("title",) if titles else ("term",)


def by_entities(job: Job) -> tuple[Link, ...]:
    """An alignment of a segment with its English from entities alone, where the real one is not known."""
    links = []
    used: dict[tuple[str, ...], int] = {}
    for need in needs_of(job.entities, Target.EN):
        spans = found(need, job.pivot or "", Target.EN)
        number = used.get(need.forms, 0)
        used[need.forms] = number + 1
        if number < len(spans):
            links.append(Link(need.start, need.end, *spans[number]))
    return tuple(sorted(links, key=lambda link: link.target_start))
