"""What can be wrong with a source document: each error says what, where, and what to do."""

from __future__ import annotations


class SourceError(Exception):
    """A document that cannot be read. ``str()`` is one sentence for people; ``name`` is the document."""

    # The arguments go to Exception as they came: so errors survive the way back from a worker process.
    def __init__(self, name: str, *details: object) -> None:
        super().__init__(name, *details)
        self.name = name

    def __str__(self) -> str:
        return f"{self.name}: cannot be read."


class MissingSource(SourceError):
    """There is no such file or folder."""

    def __str__(self) -> str:
        return f"{self.name}: there is no such file or folder; check the path."


class UnreadableSource(SourceError):
    """The system does not let us read it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.name}: cannot be opened ({self.reason}); check its permissions and that it is a file."


class NoArticles(SourceError):
    """A folder without a single document in it."""

    def __str__(self) -> str:
        suffixes = ".txt, .md, .html, .epub, .docx and .srt"
        return f"{self.name}: no articles in this folder; sanyu reads {suffixes} files."


class EmptySource(SourceError):
    """There is no text in it."""

    def __str__(self) -> str:
        return f"{self.name}: there is no text in it; save the article again and retry."


class BinarySource(SourceError):
    """Not text at all."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(name, what)
        self.what = what

    def __str__(self) -> str:
        return f"{self.name}: this is {self.what}, not text; save the article as text, Markdown or HTML."


class DamagedSource(SourceError):
    """A document of a known format (``format``: EPUB …) of which a part is missing or broken."""

    def __init__(self, name: str, format: str, what: str) -> None:
        super().__init__(name, format, what)
        self.format = format
        self.what = what

    def __str__(self) -> str:
        return f"{self.name}: this {self.format} file is damaged ({self.what}); fetch or save it again."


class OversizedSource(SourceError):
    """An archive that would unpack to more than any document holds."""

    def __init__(self, name: str, format: str) -> None:
        super().__init__(name, format)
        self.format = format

    def __str__(self) -> str:
        return (
            f"{self.name}: this {self.format} file unpacks to far more than a document holds and was not"
            " opened; split it, or leave it out if you do not know where it comes from."
        )


class ProtectedSource(SourceError):
    """A document that is encrypted: copy protection, or a password."""

    def __init__(self, name: str, format: str) -> None:
        super().__init__(name, format)
        self.format = format

    def __str__(self) -> str:
        return f"{self.name}: this {self.format} file is encrypted; save it without copy protection."


class UndecodableSource(SourceError):
    """Text whose bytes do not fit any encoding throughout.

    ``offset`` is the position of the first byte that does not fit ``looks_like``, from 0.
    """

    def __init__(self, name: str, offset: int, looks_like: str | None) -> None:
        super().__init__(name, offset, looks_like)
        self.offset = offset
        self.looks_like = looks_like

    def __str__(self) -> str:
        if self.looks_like is None:
            found = f"its encoding is not known (byte {self.offset} is not UTF-8)"
        else:
            found = f"it looks like {self.looks_like}, but byte {self.offset} does not fit"
        return f"{self.name}: {found}; save the article again as UTF-8."
