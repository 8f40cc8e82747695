"""The kinds of values that settings take, and what is wrong with a value that is none of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


class WrongValueError(ValueError):
    """Not a value of its kind; the message says which values are, as in "choose a or b"."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words."""

    words: tuple[str, ...]

    def checked(self, value: object) -> str:
        """The value. Raises WrongValueError."""
        if isinstance(value, str) and value in self.words:
            return value
        raise WrongValueError(f"choose {one_of(self.words)}")


@dataclass(frozen=True, slots=True)
class Several:
    """At least one of some words, in an order, none twice."""

    words: tuple[str, ...]

    def checked(self, value: object) -> tuple[str, ...]:
        """The value as a tuple. Raises WrongValueError."""
        if isinstance(value, list | tuple) and value and len(set(map(str, value))) == len(value):
            words = tuple(word for word in value if isinstance(word, str) and word in self.words)
            if len(words) == len(value):
                return words
        listed = ", ".join(f'"{word}"' for word in self.words)
        raise WrongValueError(f"write a list of some of these, as [{listed}]")


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def checked(self, value: object) -> bool:
        """The value. Raises WrongValueError."""
        if isinstance(value, bool):
            return value
        raise WrongValueError("write true or false")


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two bounds, both included."""

    least: int
    most: int

    def checked(self, value: object) -> int:
        """The value. Raises WrongValueError."""
        if isinstance(value, int) and not isinstance(value, bool) and self.least <= value <= self.most:
            return value
        raise WrongValueError(f"write a whole number from {self.least} to {self.most}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number between two bounds, both included."""

    least: float
    most: float

    def checked(self, value: object) -> float:
        """The value. Raises WrongValueError."""
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and self.least <= value <= self.most:  # type: ignore[operator]
            return float(value)  # type: ignore[arg-type]
        raise WrongValueError(f"write a number from {self.least:g} to {self.most:g}")


@dataclass(frozen=True, slots=True)
class Text:
    """A word or a line that matches a pattern as a whole; ``hint`` says what is wanted."""

    pattern: str
    hint: str

    def checked(self, value: object) -> str:
        """The value. Raises WrongValueError."""
        if isinstance(value, str) and re.fullmatch(self.pattern, value):
            return value
        raise WrongValueError(self.hint)


@dataclass(frozen=True, slots=True)
class Address:
    """Nothing, or an address that ``check`` raises no ValueError for."""

    check: Callable[[str], object]

    def checked(self, value: object) -> str:
        """The value. Raises WrongValueError."""
        if not isinstance(value, str):
            raise WrongValueError('write an address in quotation marks, as "http://localhost:11434/v1"')
        try:
            if value.strip():
                self.check(value)
        except ValueError as error:
            raise WrongValueError(str(error)) from error
        return value.strip()


Kind = Choice | Several | Flag | Whole | Number | Text | Address


def one_of(words: tuple[str, ...]) -> str:
    """``a, b or c``."""
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]
