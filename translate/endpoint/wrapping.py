"""What models write around a translation, and the taking off of it."""

from __future__ import annotations

import html
import json
import re
import unicodedata

from translate.endpoint.faults import AllThoughts, Fault

THOUGHTS = re.compile(r"<(/?)(?:think|thinking|thought|reasoning)>", re.IGNORECASE)
FENCED = re.compile(r"```[\w-]*[ \t]*\n(.*?)\n?[ \t]*```", re.DOTALL)
TAGGED = re.compile(r"<(?:zh|en|vi|translation|answer|output)>(.*)</\w+>", re.DOTALL | re.IGNORECASE)
BRACKETS = re.compile("</?zh>")
POLITE = r"(?:sure|certainly|of course|okay|ok|absolutely|dưới đây|đây)\b[^:：\n]{0,80}"
INTRODUCTION = r"(?:here(?: is|['’]s)|the following is|below is)\b[^:：\n]{0,80}"
NAME = (
    r"(?:the )?(?:final )?(?:english |vietnamese )?(?:translation|version|output|answer|text)"
    r"|english|vietnamese|tiếng việt|tiếng anh|bản dịch(?: [^:：\n]{0,30})?|译文|翻译|英文|越南文|越南语"
)
LABEL = re.compile(
    rf"\W{{0,3}}(?:{POLITE}|{INTRODUCTION}|{NAME})\s*\W{{0,3}}[:：]\W{{0,3}}?(?=\s|$|\w)", re.IGNORECASE
)
NOTE = re.compile(
    r"\W{0,3}(?:notes?|explanation|comments?|lưu ý|ghi chú|chú thích|giải thích|注|注释|说明)\b.{0,20}?[:：]"
    r"|(?:let me know|i hope this|please note|is there anything)\b",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\s*[(（\[](?:note|lưu ý|ghi chú|chú thích)\s*[:：][^()（）]*[)）\]]$", re.IGNORECASE)
GLOSS = re.compile(r"\s*[(（]\s*([\u3400-\u9fff][\u3400-\u9fff\s·、，,：:]*)[)）]")
# Characters of an answer with all that stands around it; beyond, it is not looked into.
MOST, MOST_A_CHARACTER = 2000, 40
# What models trained on web pages write for marks.
ESCAPED = re.compile(r"&(?:quot|apos|amp|lt|gt|nbsp|#39|#34|#x27);")
QUOTES = (("**", "**"), ('"', '"'), ("“", "”"), ("'", "'"), ("‘", "’"), ("«", "»"), ("`", "`"), ("「", "」"))
QUOTING = tuple("“\"「『‘'«*《〈")
# All white space but line breaks; no-break spaces would part a text from its glossary.
SPACE = re.compile(r"[^\S\r\n]+")
# Control characters, marks that turn the direction of text, invisible ones, and what is no character.
UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]"
)


def unwrapped(written: str, source: str) -> list[str]:
    """The lines left of an answer without thoughts, fences, labels, notes and the source. Raises Fault."""
    text = thoughtless(written)
    if len(text) > MOST + MOST_A_CHARACTER * len(source):
        raise Fault("it was far longer than the text")
    if not ESCAPED.search(source):
        text = ESCAPED.sub(lambda match: html.unescape(match[0]), text)
    text = unicodedata.normalize("NFC", UNWANTED.sub("", SPACE.sub(" ", text)))
    lines = [line.strip() for line in opened(text.strip()).splitlines()]
    lines = [line for line in lines if line and not same(BRACKETS.sub("", line), source)]
    if lines and not re.search("[:：]", source[:24]):
        lines[0] = LABEL.sub("", lines[0], count=1).strip() if LABEL.match(lines[0]) else lines[0]
    if not NOTE.match(source):
        notes = (number for number, line in enumerate(lines) if number and NOTE.match(line))
        lines = lines[: next(notes, len(lines))]
    inside = [line.strip() for line in opened("\n".join(lines).strip()).splitlines()]
    return [unquoted(without_glosses(line, source), source) for line in inside if line]


def thoughtless(written: str) -> str:
    """The answer without what the model thought aloud. Raises AllThoughts where it did nothing else."""
    spoken: list[str] = []
    start, thinking = 0, False
    for tag in THOUGHTS.finditer(written):
        if tag[1] and not thinking:
            # Many chat templates open the block themselves: then only its end is in the answer.
            spoken.clear()
        elif not tag[1] and not thinking:
            spoken.append(written[start : tag.start()])
        start, thinking = tag.end(), not tag[1]
    if not thinking:
        spoken.append(written[start:])
    text = "".join(spoken)
    if thinking and not text.strip():
        raise AllThoughts("it was all thoughts and no translation")
    return text


def opened(text: str) -> str:
    """The inside of a code fence, of a tag, or of a JSON object with one text in it."""
    for pattern in (FENCED, TAGGED):
        match = pattern.fullmatch(text)
        if match:
            text = match[1].strip()
    if text.startswith("{") and text.endswith("}"):
        try:
            values = list(json.loads(text).values())
        except (ValueError, RecursionError):
            return text
        if len(values) == 1 and isinstance(values[0], str):
            return values[0].strip()
    return text


def unquoted(answer: str, source: str) -> str:
    """The answer without quotation marks around the whole that the source has not."""
    if source.lstrip().startswith(QUOTING):
        return answer
    for opening, closing in QUOTES:
        inside = answer[len(opening) : -len(closing)]
        around = answer.startswith(opening) and answer.endswith(closing) and inside.strip()
        if around and opening not in inside and closing not in inside:
            return inside.strip()
    return answer


def without_glosses(answer: str, source: str) -> str:
    """The answer without Chinese originals added in brackets, and without a bracketed note at its end."""

    def gloss(match: re.Match[str]) -> str:
        original = match[1].strip()
        added = original in source and not re.search(f"[(（]{re.escape(original)}", source)
        return "" if added else match[0]

    answer = GLOSS.sub(gloss, answer)
    return (answer if re.search("[(（]注", source) else ASIDE.sub("", answer)).strip()


def same(one: str, other: str) -> bool:
    """Whether two texts are the same but for white space and marks."""
    first, second = (re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)) for text in (one, other))
    return bool(first) and first == second
