"""Methods that say what a rule's own order does not: which rules each is for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

Method = TypeVar("Method", bound=Callable[..., Any])
# Under which name a method keeps the rules it is for.
RULES = "rules_of_the_grammar"


def for_rules(*names: str) -> Callable[[Method], Method]:
    """Marks a method as one to ask about trees of these rules; it answers None where their order will do."""

    def mark(method: Method) -> Method:
        setattr(method, RULES, names)
        return method

    return mark


@cache
def methods_of(kind: type) -> dict[str, tuple[str, ...]]:
    """The names of a class's methods by rule, those of the first base first, as they are written there."""
    found: dict[str, list[str]] = {}
    for base in kind.__mro__:
        for name, method in vars(base).items():
            for rule in getattr(method, RULES, ()):
                found.setdefault(rule, []).append(name)
    return {rule: tuple(names) for rule, names in found.items()}
