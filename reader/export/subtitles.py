"""Subtitles with their translations, every cue at its time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby

from reader.export.files import OutputError
from reader.export.harmless import harmless
from reader.export.paragraphs import Paragraph
from reader.export.translated import Translated
from seeds.srt import cues_of


def render(translated: Translated) -> str:
    """The cues in their order, each with its words and, on lines below, those of the targets.

    What places a cue on the screen stays. Raises OutputError for an article that was no subtitles.
    """
    import srt  # type: ignore[import-untyped]

    article = translated.article
    cues = list(cues_of(article.source))
    if not cues and translated.rows:
        raise OutputError(
            f"{article.name}: srt can only be written for subtitles, and there are no times in it; choose"
            " another format."
        )
    paragraphs = {
        number: Paragraph(rows[0].segment.kind, rows)
        for number, group in groupby(translated.rows, key=lambda row: row.segment.paragraph)
        if (rows := tuple(group))
    }
    subtitles = [
        srt.Subtitle(
            index=number + 1,
            start=timedelta(milliseconds=cue.begins),
            end=timedelta(milliseconds=cue.ends),
            content="\n".join(
                [*lines(article.source[cue.start : cue.end]), *below(paragraphs.get(number), translated)]
            ),
            proprietary=harmless(cue.place),
        )
        for number, cue in enumerate(cues)
    ]
    # Not sorted, nothing left out: what comes in is what goes out.
    return "".join(subtitle.to_srt() for subtitle in subtitles)


def lines(text: str) -> Iterator[str]:
    """The lines of a cue that have something on them: an empty one would end it."""
    yield from (harmless(line).strip() for line in text.split("\n") if line.strip())


def below(paragraph: Paragraph | None, translated: Translated) -> Iterator[str]:
    """The translations of a cue, a line each."""
    for target in translated.targets:
        text = "" if paragraph is None else " ".join(harmless(paragraph.text(target)).split())
        if text:
            yield text
