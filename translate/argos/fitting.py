"""Fitting: a rendering into the place of what it replaces; articles, capitals, neighbours kept right."""

from __future__ import annotations

import re

from translate.argos.required import Need
from translate.argos.sketch import Sketch
from translate.row import EntityType, Target

DETERMINERS = frozenset(["the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "these"])
# A vowel in sound: not the u of union, but the letters of MP and NGO one by one.
VOWEL = re.compile(r"[aeioAEIO]|[uU](?!ni[oqtv]|s[ae]|ti|K|N|S)|(?:MP|NG|LN|FT|SO)[A-Z]*\b")
# Prepositions of time: a month is in, a day is on.
DAYS = {"in": "on", "at": "on", "In": "On", "At": "On"}
MONTHS = {"on": "in", "On": "In"}


def fitted(sketch: Sketch, start: int, end: int, need: Need, target: Target) -> Sketch:
    """The sketch with the need's rendering from ``start`` to ``end`` instead of what is there."""
    text, new = sketch.text, need.rendering
    if target is Target.EN:
        if text[start:end].endswith(("'s", "’s")):
            end -= 2
        start, new = with_article(text, start, end, new, need)
    start, end = without_doubles(text, start, end, new)
    if begins_sentence(text, start):
        new = new[:1].upper() + new[1:]
    sketch = sketch.replaced(start, end, new, need.source)
    if target is Target.EN:
        sketch = before_mended(sketch, start, new, need)
    return sketch


def with_article(text: str, start: int, end: int, new: str, need: Need) -> tuple[int, str]:
    """Where to begin and what to write, so that there is one article if any."""
    article = re.match(r"(?:the|an?) ", text[start:end], re.IGNORECASE)
    has_own = re.match(r"the ", new, re.IGNORECASE)
    name = need.type in (EntityType.PERSON, EntityType.PLACE) and new[:1].isupper() and not has_own
    if article and not name:
        start += article.end()
    if name:
        before = re.search(r"(?:(?<=\s)|^)(?:the|an?) $", text[:start], re.IGNORECASE)
        if before and not article:
            start = before.start()
    if has_own and last_word(text[:start]).lower() in DETERMINERS:
        new = new[has_own.end() :]
    return start, new


def without_doubles(text: str, start: int, end: int, new: str) -> tuple[int, int]:
    """The span widened over neighbours that repeat the first or last words of what comes in."""
    words = new.split()
    for count in range(min(3, len(words)), 0, -1):
        head = " ".join(words[:count]) + " "
        if text[:start].lower().endswith(head.lower()) and is_edge(text, start - len(head) - 1):
            start -= len(head)
            break
    for count in range(min(3, len(words)), 0, -1):
        tail = " " + " ".join(words[-count:])
        if text[end:].lower().startswith(tail.lower()) and is_edge(text, end + len(tail)):
            end += len(tail)
            break
    return start, end


def is_edge(text: str, offset: int) -> bool:
    """Whether no word goes on there."""
    return not 0 <= offset < len(text) or not text[offset].isalnum()


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins there."""
    before = text[:start].rstrip(" “\"'‘(")
    return not before or (before[-1] in ".!?" and text[:start] != text[:start].rstrip())


def before_mended(sketch: Sketch, start: int, new: str, need: Need) -> Sketch:
    """The sketch with the word before a replacement made to go with it: an official, on May 3."""
    text = sketch.text
    word = last_word(text[:start])
    at = start - len(word) - 1
    if not word or text[at : at + len(word)] != word:
        return sketch
    better = word
    if word.lower() in ("a", "an"):
        better = word[0] + ("n" if VOWEL.match(new) else "")
    elif need.type is EntityType.DATE:
        better = {"day": DAYS, "month": MONTHS, "year": MONTHS}.get(need.role, {}).get(word, word)
    if better == word:
        return sketch
    old = next((w for w in sketch.words if w.start == at), None)
    source = (old.source_start, old.source_end) if old else (-1, -1)
    return sketch.replaced(at, at + len(word), better, source)


def last_word(text: str) -> str:
    """The word at the end of a text that ends in one space; empty where there is none."""
    match = re.search(r"(\w+) $", text)
    return match[1] if match else ""
