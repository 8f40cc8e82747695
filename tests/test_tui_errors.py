"""Errors a reader can meet, in the language of the reader."""

import ast
import errno
import os
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tui_desk import app_with, desk_in, filled_grid, keys, said, until
from tui_fakes import FakePipeline

import translate
from cache.history import VersionMissingError
from cache.places import Places
from cache.vault import NotKeptError
from cache.versions import VersionError
from reader.cli.bookshelf import Bookshelf
from reader.export.files import OutputError, write_atomically
from reader.preferences import Preferences
from reader.settings import Settings
from reader.settings_file import SettingsError, write_settings
from reader.tui.app import ReaderApp
from reader.tui.term_form import TermForm
from reader.words.errors import names_of, told
from reader.words.messages import messages
from seeds import errors as sources
from translate.drafting import NoEngineError
from translate.endpoint.faults import EndpointError
from translate.engine import EngineError
from translate.terms.glossary_file import GlossaryFile, GlossaryFileError
from translate.terms.glossary_rows import RowError, entry_from

EN, VI, ZH = (messages(language) for language in ("en", "vi", "zh"))
HAN = re.compile("[\u4e00-\u9fff]")
SYSTEM = (errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EISDIR, errno.ENOTDIR)
ROW = {"zh": "大米", "en": "rice", "vi": "gạo", "type": "term"}
BAD_ROWS = (
    {"zh": ""},
    {"zh": "rice"},
    {"en": ""},
    {"vi": "大米"},
    {"en": "gạo tẻ", "vi": "rice"},
    {"zh": "大" * 101},
    {"note": "x" * 2001},
)


def caused(error: Exception, cause: Exception | None) -> Exception:
    error.__cause__ = cause
    return error


def samples() -> Iterator[Exception]:
    """Each kind of error, with each of its causes."""
    for number in SYSTEM:
        system = OSError(number, os.strerror(number), "/shelf/one.txt")
        yield system
        yield caused(OutputError("English.", "/out.md"), system)
    for said_ in ("database is locked", "database or disk is full", "attempt to write a readonly database"):
        database = sqlite3.OperationalError(said_)
        yield database
        yield caused(NotKeptError("English.", "/memory.sqlite"), database)
    full, forbidden = OSError(errno.ENOSPC, "full"), OSError(errno.EACCES, "no")
    for cause in (None, full, forbidden):
        yield caused(NotKeptError("English.", "/memory.sqlite"), None)
        yield caused(OutputError("English.", "/out.md"), cause)
        yield caused(VersionError("English.", "/glossary.tsv"), cause)
        yield caused(SettingsError("English.", "/settings.toml"), cause)
    yield VersionMissingError(7)
    yield GlossaryFileError("English.", "/glossary.tsv")
    for changes in BAD_ROWS:
        with pytest.raises(RowError) as raised:
            entry_from({**ROW, **changes})
        yield raised.value
    with Bookshelf(Places.find(), print) as shelf, pytest.raises(Exception, match="no article") as missing:
        shelf.load("0123456789abcdef")
    yield missing.value
    for kind in (sources.SourceError, sources.MissingSource, sources.NoArticles, sources.EmptySource):
        yield kind("one.txt")
    yield sources.UnreadableSource("one.txt", "permission denied")
    yield sources.BinarySource("one.txt", "an image")
    yield sources.DamagedSource("one.txt", "EPUB", "no content")
    yield sources.OversizedSource("one.txt", "EPUB")
    yield sources.ProtectedSource("one.txt", "EPUB")
    yield sources.UndecodableSource("one.txt", 12, None)
    unreachable = EndpointError("English.", why="unreachable", address="http://localhost:1/v1")
    yield unreachable
    yield EndpointError("English.", why="silent", address="http://localhost:1/v1")
    yield from engine_errors()
    yield NoEngineError("English.", {"openai": unreachable})


def engine_errors() -> Iterator[EngineError]:
    """Each trouble of a model, and of a server, as those who raise them tell it."""
    for why in ("model-newer", "model", "memory"):
        yield EngineError("English.", why=why, name="zh_en")
    yield EngineError("English.", why="model-gone", name="zh_en", path="/models/zh_en")
    yield EngineError("English.", why="pieces", path="/models/zh_en/sentencepiece.model")
    yield EngineError("English.", why="device", value="gpu")
    yield EngineError("English.", why="number", name="ARGOS_BEAM_SIZE", value="many")
    yield EngineError("English.", why="machine", name="ARGOS_DEVICE_TYPE")
    yield EngineError("English.", why="no-models", names="zh_en en_vi")
    yield EngineError("English.", why="no-endpoint")
    yield EngineError("English.", why="wrong-address")
    for why in ("proxy", "certificates", "address"):
        yield EndpointError("English.", why=why)
    for why in ("unpaid", "elsewhere", "no-chat"):
        yield EndpointError("English.", why=why, address="localhost:1")
    for why in ("key", "no-key"):
        yield EndpointError("English.", why=why, address="localhost:1", name="SANYU_API_KEY")
    yield EndpointError("English.", why="odd-key", name="SANYU_API_KEY")
    yield EndpointError("English.", why="no-model", address="localhost:1", model="some-model")
    yield EndpointError("English.", why="pause", address="localhost:1", seconds=900)
    yield EndpointError("English.", why="useless", address="localhost:1", number=6)


def name_of(error: Exception) -> str:
    return next(name for name in names_of(error) if name in VI)


def error_names() -> set[str]:
    return {name_of(error) for error in samples()}


def test_every_message_about_an_error_has_an_error_that_it_tells():
    assert {name for name in VI if name.startswith("error-")} == error_names()


def test_errors_are_told_in_the_language_with_all_they_know():
    for error in samples():
        wanted = {
            *(str(value) for name, value in vars(error).items() if name in ("path", "name", "address")),
            *(str(value) for value in getattr(error, "values", {}).values()),
        }
        for language in (VI, ZH):
            text = told(error, language)
            assert not re.search(r"[{}]|\$|English|cannot|there is", text), text
            assert all(one in text or one in ("zh", "en", "vi") for one in wanted), (text, wanted)
        assert HAN.search(told(error, ZH))
        pattern = VI._entries[name_of(error)]
        assert set(re.findall(r"\$([a-z]+)", pattern)) == set(
            re.findall(r"\$([a-z]+)", ZH._entries[name_of(error)])
        )


def test_every_trouble_that_an_engine_tells_has_words_in_all_languages():
    """What stands behind ``why=`` in the engines, whatever file that is in."""
    raised = {
        (call.func.id, word.value.value)
        for folder in ("argos", "endpoint", ".")
        for file in (Path(translate.__file__).parent / folder).glob("*.py")
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        for word in call.keywords
        if word.arg == "why" and isinstance(word.value, ast.Constant)
    }
    kinds = {"EngineError": "engine", "EndpointError": "endpoint"}
    names = {f"error-{kinds[kind]}-{why}" for kind, why in raised if kind in kinds}
    assert len(names) > 15 and names <= set(VI) and names <= set(ZH)


def test_in_english_errors_say_what_they_say_on_the_command_line():
    assert told(RowError("zh is empty", "empty", column="zh"), EN) == "zh is empty."
    assert told(OutputError("one.md: cannot be written.", "one.md"), EN) == "one.md: cannot be written."
    assert told(FileNotFoundError(2, "No such file", "one.txt"), EN) == (
        "one.txt: there is no such file or folder; check the path."
    )


@pytest.mark.parametrize("language", [EN, VI, ZH])
def test_an_error_nobody_has_words_for_is_told_as_it_came(language):
    assert told(EngineError("argos has\n no model"), language) == "argos has no model"
    assert told(KeyError(), language) == "KeyError"
    assert told(OSError("odd"), language) == "odd"


def test_real_errors_know_their_file(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError) as raised:
        write_atomically(tmp_path / "file" / "below.md", "text")
    assert told(raised.value, VI).startswith(str(tmp_path / "file" / "below.md"))
    assert "chỗ cần thư mục" in told(raised.value, VI)
    (tmp_path / "settings.toml").write_text("no = toml = at all")
    with pytest.raises(SettingsError) as unsaved:
        write_settings(tmp_path / "settings.toml", {"theme": "auto"})
    assert told(unsaved.value, ZH).startswith(str(tmp_path / "settings.toml"))
    with pytest.raises(GlossaryFileError) as odd:
        GlossaryFile(b"\xff\xfe", "/glossary.tsv")
    assert told(odd.value, ZH).startswith("/glossary.tsv：")


def speaking(app: ReaderApp, language: str) -> ReaderApp:
    app.preferences = Preferences(Settings(language=language))
    app.messages = messages(language)
    return app


@pytest.mark.parametrize(("language", "words"), [("vi", "Chưa lưu được"), ("zh", "未能保存")])
async def test_a_mark_that_cannot_be_kept_is_told_in_the_language(tmp_path, monkeypatch, language, words):
    desk = desk_in(tmp_path)

    def fail(*_, **__):
        raise NotKeptError("This was not saved.", "/marks.sqlite") from sqlite3.OperationalError(
            "disk is full"
        )

    monkeypatch.setattr(desk.annotations, "put", fail)
    app = speaking(app_with(desk), language)
    async with app.run_test(size=(160, 30)) as pilot:
        await filled_grid(pilot)
        await keys(pilot, "b")
        await until(pilot, lambda: words in said(app))
        assert "/marks.sqlite" in said(app) and "not saved" not in said(app)
    desk.memory.close()


@pytest.mark.parametrize(("language", "words"), [("vi", "Ô vi có chữ Hán"), ("zh", "vi 一栏有汉字")])
async def test_a_wrong_entry_is_told_in_the_language(tmp_path, language, words):
    desk = desk_in(tmp_path)
    app = speaking(app_with(desk), language)
    async with app.run_test(size=(160, 40)) as pilot:
        await filled_grid(pilot)
        await keys(pilot, "a")
        await until(pilot, lambda: isinstance(app.screen, TermForm))
        app.screen.set_values(zh="大米", en="rice", vi="大米")
        await until(pilot, lambda: words in app.screen.trouble)
    desk.memory.close()


@pytest.mark.parametrize(("language", "words"), [("vi", "đây không phải văn bản"), ("zh", "这不是文本")])
async def test_a_file_that_cannot_be_added_is_told_in_the_language(tmp_path, language, words):
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    with Bookshelf(Places.find(), print) as shelf:
        app = speaking(ReaderApp(pipeline_factory=FakePipeline, library=shelf), language)
        async with app.run_test(size=(160, 30)) as pilot:
            app.screen._add(tmp_path / "picture.txt")
            await until(pilot, lambda: words in said(app))
