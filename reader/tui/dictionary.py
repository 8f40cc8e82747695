"""What the lexicon and the dictionary know of a word."""

from __future__ import annotations

from collections.abc import Iterator

from reader.script import in_script
from reader.tui.align import counterparts
from reader.tui.facts import Facts, Word, reading_of, scripts
from reader.tui.look import Language, Span, text_of
from reader.tui.speech import phrase, spoken
from translate.lexicon import CORE, Lexicon, Sense, load_lexicon, vietnamese
from translate.script import Script

_LONGEST = 16  # characters; longer stretches are no words


def of_word(word: Word) -> Facts:
    """All that is known of a word. Loads the lexicon when first called, which takes a second."""
    lexicon = load_lexicon()
    zh = word.row.segment.text
    plain = in_script(zh, Script.SIMPLIFIED)
    start, end = word.span or _cut(lexicon, plain, word.offset)
    known = plain[start:end]
    lines = list(_senses(lexicon, known))
    gloss = lexicon.gloss(known)
    if gloss:
        lines.append(("CEDICT", gloss))
    lines.extend((phrase("card-part"), text) for text in _parts(lexicon, known))
    lines.extend((phrase("card-here"), text) for text in _made(word, (start, end)))
    return Facts(
        scripts(zh[start:end]),
        reading_of(known),
        "" if known in lexicon else phrase("card-unknown"),
        tuple(lines),
    )


def heading(word: Word) -> str:
    """What to show of a word until the rest is known."""
    return word.row.segment.text[slice(*word.span)] if word.span else word.row.segment.text[word.offset]


def _cut(lexicon: Lexicon, text: str, offset: int) -> Span:
    """The word around a character, looked for between the nearest marks."""
    from translate.words import segmenter_of

    start = offset
    while start > 0 and offset - start < 40 and text[start - 1].isalnum():
        start -= 1
    end = offset
    while end < len(text) and end - offset < 40 and text[end].isalnum():
        end += 1
    for left, right in segmenter_of(lexicon).spans(text[start:end]):
        if start + left <= offset < start + right:
            return start + left, start + right
    return offset, offset + 1


def _senses(lexicon: Lexicon, word: str) -> Iterator[tuple[str, str]]:
    for sense in lexicon.get(word):
        yield spoken().given(f"pos-{sense.pos}", sense.pos), _meaning(sense)


def _meaning(sense: Sense) -> str:
    texts = [sense.en, vietnamese(sense) if sense.layer != CORE else sense.vi]
    return " · ".join(dict.fromkeys(text.replace("_", "…").strip() for text in texts if text))


def _parts(lexicon: Lexicon, word: str) -> Iterator[str]:
    """The words a compound is made of, each with its reading and first meaning."""
    if not 2 <= len(word) <= _LONGEST:
        return
    for start, end in _fewest(lexicon, word):
        part = word[start:end]
        senses = lexicon.get(part)
        meaning = _meaning(senses[0]) if senses else lexicon.gloss(part)
        read = reading_of(part)
        if read or meaning:  # figures have neither
            yield " ".join(filter(None, (part, f"({read})" if read else "", meaning)))


def _fewest(lexicon: Lexicon, word: str) -> list[Span]:
    """A word cut into as few smaller ones as can be."""
    best: list[list[Span]] = [[]]
    for end in range(1, len(word) + 1):
        ways = [
            [*best[start], (start, end)]
            for start in range(end)
            if (end - start < len(word)) and (end - start == 1 or word[start:end] in lexicon)
        ]
        best.append(min(ways, key=len))
    return best[-1]


def _made(word: Word, span: Span) -> Iterator[str]:
    """What the engine made of the word in its row."""
    for language, spans in counterparts(word.row, Language.ZH, span).items():
        if language is not Language.ZH and spans:
            text = text_of(word.row, language) or ""
            yield f"{language.value}: " + " … ".join(text[start:end] for start, end in spans)
