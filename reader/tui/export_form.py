"""The form that says in which format and where an article is to be written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.export.formats import FORMATS, Format, format_of
from reader.tui.entry import Entry
from reader.tui.filling import readable
from reader.tui.prose import Prose
from reader.tui.sheetlet import Sheetlet
from reader.tui.speech import phrase
from reader.tui.turn import Turn


class ExportForm(Sheetlet[Sequence[Path]], inherit_bindings=False):
    """Format and path; answers with the files written.

    ``propose`` gives a path for a format, ``existing`` the files that would be overwritten, ``write``
    writes, in a thread of its own.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "write", "Write", priority=True),
        Binding("tab", "app.focus_next", "Next field", show=False),
        Binding("shift+tab", "app.focus_previous", "Previous field", show=False),
        Binding("escape", "dismiss", "Close"),
    ]

    def __init__(
        self,
        *,
        propose: Callable[[Format], Path],
        existing: Callable[[Format, Path], Sequence[Path]],
        write: Callable[[Format, Path], Sequence[Path]],
        remark: str = "",
    ) -> None:
        super().__init__(phrase("export-title"), phrase("export-foot"))
        self._propose = propose
        self._existing = existing
        self._write = write
        self._remark = remark
        self._formats = Turn(list(FORMATS), next(iter(FORMATS)), id="format")
        self._path = Entry(str(propose(self._format)), id="path")
        self._asked: Path | None = None
        self._writing = False
        self._refused = ""

    @property
    def _format(self) -> Format:
        return FORMATS[self._formats.word]

    def contents(self) -> Iterable[Widget]:
        """Format, path, and what there is to know beforehand."""
        for name, field in ((phrase("export-format"), self._formats), (phrase("export-file"), self._path)):
            yield Horizontal(Static(name, classes="name", markup=False), field, classes="field")
        if self._remark:
            yield Prose(Content(self._remark), classes="label")

    def on_mount(self) -> None:
        """Turn through the formats at once."""
        self._formats.focus()

    @on(Turn.Turned)
    def _turned(self) -> None:
        """Another format wants another suffix; a path that was typed stays otherwise as it is."""
        path = Path(self._path.text)
        if format_of(path.suffix) is not None and path.stem:
            proposal = self._propose(self._format)
            same = any(path == self._propose(format) for format in FORMATS.values())
            self._path.value = str(proposal if same else path.with_suffix(self._format.suffix))
        self.complain("")

    @on(Input.Changed)
    def _typed(self) -> None:
        if self._path.text != self._refused:
            self._asked = None
            self.complain("")

    def action_write(self) -> None:
        """Write, after asking where something would be overwritten."""
        self._refused = self._path.text
        path = Path(self._path.text.strip()).expanduser()
        if not self._path.text.strip() or not path.name:
            self.complain(phrase("export-where"))
            return
        if path.is_dir():
            self.complain(phrase("export-folder", path=str(path)))
            return
        try:
            existing = self._existing(self._format, path)
        except OSError as error:
            self.complain(readable(error))
            return
        if existing and self._asked != path:
            self._asked = path
            self.complain(phrase("export-exists", path=str(existing[0])))
        elif not self._writing:
            self._writing = True
            self._store(self._format, path)

    @work(exit_on_error=False)
    async def _store(self, format: Format, path: Path) -> None:
        try:
            written = await asyncio.to_thread(self._write, format, path)
        except Exception as error:  # whatever a format or the disk may say
            self.complain(readable(error))
        else:
            self.dismiss(written)
        finally:
            self._writing = False
