"""What the reader says to a person, in English, Vietnamese or Chinese."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "vi", "zh")
AUTO = "auto"

# A message begins at the left margin; what is indented below belongs to it.
_ENTRY = re.compile(r"^([a-z][a-z0-9-]*) *= *(.*(?:\n(?:[ }].*)?(?=\n|$))*)", re.MULTILINE)
_PLACEABLE = re.compile(r"\{ *(?:\$([a-z]+)|\"((?:[^\"\\]|\\.)*)\") *\}")
_SELECT = re.compile(r"\{ *\$([a-z]+) *->((?:\s*\*?\[\w+\][^\[\]{}]*(?:\{[^{}]*\}[^\[\]{}]*)*)+)\}")
_VARIANT = re.compile(r"(\*?)\[(\w+)\] *((?:(?!\n\s*\*?\[\w+\]).|\n(?!\s*\*?\[\w+\]))*)")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")

Piece = str | int


class UnknownMessageError(KeyError):
    """No message has this name; the argument is the name."""


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of one language; called with a name and values it gives the sentence.

    The files are in Fluent's syntax, of which they use: comments, messages over one or several
    lines, ``{ $value }``, ``{ "text" }``, and one choice by number with the categories of CLDR.
    """

    language: str
    _entries: Mapping[str, str] = field(repr=False)

    def __call__(self, name: str, /, **values: Piece) -> str:
        """The message of a name. Raises UnknownMessageError; a value not given shows as its name."""
        try:
            pattern = self._entries[name]
        except KeyError:
            raise UnknownMessageError(name) from None
        return formatted(pattern, self.language, values) if "{" in pattern else pattern

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def named(self, group: str, english: str) -> str:
        """What is called ``english`` in the code, as a key's action; that itself if nobody translated it."""
        return self.given(f"{group}-{slug(english)}", english)

    def given(self, name: str, english: str) -> str:
        """The message of a name, or, where there is none, the English that stands in the code."""
        return self(name) if name in self._entries else english


def slug(english: str) -> str:
    """The name of a message from its English text: small letters, digits, hyphens."""
    return _NOT_SLUG.sub("-", english.lower()).strip("-")


def formatted(pattern: str, language: str, values: Mapping[str, Piece]) -> str:
    """A pattern with its values put in. What a value holds is never read as a pattern."""

    def chosen(match: re.Match[str]) -> str:
        variants: dict[str, tuple[str, bool]] = {
            name: (text.strip(), bool(star)) for star, name, text in _VARIANT.findall(match[2])
        }
        category = category_of(values.get(match[1], 0), language)
        if category in variants:
            return variants[category][0]
        return next(text for text, is_default in variants.values() if is_default)

    def placed(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[2].replace('\\"', '"').replace("\\\\", "\\")
        return str(values.get(match[1], match[1]))

    return _PLACEABLE.sub(placed, _SELECT.sub(chosen, pattern))


def category_of(value: Piece, language: str) -> str:
    """CLDR's plural category of a whole number: Vietnamese and Chinese have but one."""
    return "one" if language == "en" and value == 1 else "other"


def patterns(text: str) -> dict[str, str]:
    """The messages of a file's text by name, their lines joined as Fluent joins them."""
    found = {}
    for name, body in _ENTRY.findall(text):
        lines = body.rstrip().split("\n")
        indents = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
        margin = min(indents, default=0)
        found[name] = "\n".join([lines[0], *(line[margin:] for line in lines[1:])]).strip()
    return found


@cache
def messages(language: str) -> Messages:
    """The messages of a language: "en", "vi" or "zh"."""
    # By its path: what the standard library reads resources with takes longer to load than the file.
    text = Path(__file__).with_name(f"{language}.ftl").read_text("utf-8")
    return Messages(language, patterns(text))


def language_of(setting: str, environ: Mapping[str, str] = os.environ) -> str:
    """The language that a setting names, or for "auto" the one of the environment; else English."""
    if setting in LANGUAGES:
        return setting
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    found = re.split("[_.@-]", locale.lower())[0]
    return found if found in LANGUAGES else "en"
