"""Asking engines: each job gets a draft from the first that has one, checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate.engine import Draft, Engine, EngineError, Job
from translate.row import Cell, Target

# What the checks find that another engine may not have got wrong.
WRONG = frozenset({"empty", "han", "number", "term", "order", "negation", "length", "repetition", "language"})


class NoEngineError(EngineError):
    """No engine could translate a segment; ``failures`` are those that said why, by name."""

    def __init__(self, message: str, failures: Mapping[str, EngineError] | None = None) -> None:
        super().__init__(message)
        self.failures = dict(failures or {})


@dataclass(frozen=True, slots=True)
class Answer:
    """A checked draft as a cell, and the engine it comes from.

    ``lasts`` tells whether it may be remembered as what the first engine leads to: not where an
    engine failed, for it may be mended.
    """

    cell: Cell
    engine: Engine
    lasts: bool


def answers(
    jobs: Sequence[Job],
    target: Target,
    engines: Sequence[Engine],
    *,
    rescue: bool,
    told: Callable[[str], None] = lambda message: None,
) -> Iterator[Answer]:
    """One answer a job, in order, as soon as it is known. Raises NoEngineError where none has one.

    With ``rescue``, a draft of the first engine that fails the checks gives way to that of a later
    engine which passes them; its cell is flagged ``rescue``. Whoever stands in for an engine
    that failed is flagged ``fallback``, and ``told`` is told why.
    """
    done = 0
    reasons: list[str] = []
    failures: dict[str, EngineError] = {}
    for number, engine in enumerate(engines):
        others = engines[number + 1 :]
        try:
            for draft in engine.translate(jobs[done:], target):
                job = jobs[done]
                if draft is None:
                    yield stand_in(job, target, others, [*reasons, f"{engine.name}: no answer"], failures)
                else:
                    answer = Answer(checked(job, draft, engine, target), engine, not number)
                    if number:
                        answer = Answer(flagged(answer.cell, "fallback"), engine, False)
                    yield better(job, answer, target, others) if rescue else answer
                done += 1
        except EngineError as error:
            reasons.append(f"{engine.name}: {error}")
            failures[engine.name] = error
            if done < len(jobs) and others:
                told(f"{error} Until then {others[0].name} stands in.")
        if done == len(jobs):
            return
    raise NoEngineError("; ".join(reasons) or "no engine is set up for this language", failures)


def stand_in(
    job: Job,
    target: Target,
    engines: Sequence[Engine],
    reasons: Sequence[str],
    failures: Mapping[str, EngineError],
) -> Answer:
    """The answer of the first engine that has one for a job which an earlier engine could not do."""
    tried, failed = list(reasons), dict(failures)
    for engine in engines:
        try:
            draft = next(iter(engine.translate([job], target)), None)
        except EngineError as error:
            tried.append(f"{engine.name}: {error}")
            failed[engine.name] = error
            continue
        if draft is not None:
            return Answer(flagged(checked(job, draft, engine, target), "fallback"), engine, False)
        tried.append(f"{engine.name}: no answer")
    raise NoEngineError("; ".join(tried), failed)


def better(job: Job, answer: Answer, target: Target, engines: Sequence[Engine]) -> Answer:
    """The answer, or that of a later engine if only that one passes the checks."""
    if not WRONG.intersection(answer.cell.flags):
        return answer
    for engine in engines:
        try:
            draft = next(iter(engine.translate([job], target)), None)
        except EngineError:
            continue
        if draft is not None:
            cell = checked(job, draft, engine, target)
            if not WRONG.intersection(cell.flags):
                return Answer(flagged(cell, "rescue"), engine, answer.lasts)
    return answer


def checked(job: Job, draft: Draft, engine: Engine, target: Target) -> Cell:
    """The draft as a cell, with the engine's own flags and those of the checks."""
    # Late: whoever reads what is remembered needs no checks.
    from translate.checks import flags_of

    flags = [*draft.flags, *flags_of(job.text, draft.text, job.entities, target)]
    return Cell(draft.text, engine.name, False, tuple(dict.fromkeys(flags)), draft.alignment)


def flagged(cell: Cell, flag: str) -> Cell:
    """The cell with one more flag."""
    return Cell(cell.text, cell.engine, cell.cached, (*cell.flags, flag), cell.alignment)
