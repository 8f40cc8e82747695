"""The reader in English, Vietnamese and Chinese: complete, well-formed, and seen on all screens."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.binding import Binding
from textual.dom import DOMNode
from textual.widgets import Input, TextArea
from tui_fakes import FARMERS, FARMERS_ZH, MemoryLibrary, ReadyPipeline, linked, rice

import reader.tui
from reader.preferences import Preferences
from reader.reasons import REASONS
from reader.settings import SETTINGS, Settings
from reader.settings_kinds import Choice, Several
from reader.sources import SOURCES
from reader.tui.app import ReaderApp
from reader.tui.entry import Entry
from reader.tui.help import HelpScreen, keys_of
from reader.tui.setting_field import Field
from reader.words.messages import (
    LANGUAGES,
    Messages,
    UnknownMessageError,
    formatted,
    language_of,
    messages,
    patterns,
    slug,
)

EN, VI, ZH = (messages(language) for language in LANGUAGES)
SOURCE = Path(reader.tui.__file__).parent
HAN = re.compile("[\u4e00-\u9fff]")


def make(language: str, **more) -> ReaderApp:
    rows = [linked(FARMERS_ZH, FARMERS, index, vi="name") for index in range(20)]
    pipeline = ReadyPipeline(rows)
    preferences = Preferences(Settings(language=language))
    return ReaderApp(
        pipeline_factory=lambda: pipeline,
        library=MemoryLibrary({"a": rice()}),
        preferences=preferences,
        **more,
    )


def screen_text(app) -> str:
    return "\n".join("".join(s.text for s in line) for line in app.screen._compositor.render_strips())


def variables(pattern: str) -> set[str]:
    return set(re.findall(r"\$([a-z]+)", pattern))


def modules() -> Iterator[object]:
    for found in pkgutil.iter_modules([str(SOURCE)]):
        yield importlib.import_module(f"reader.tui.{found.name}")


def nodes() -> Iterator[type]:
    for module in modules():
        for thing in vars(module).values():
            if isinstance(thing, type) and issubclass(thing, DOMNode) and thing.__module__ == module.__name__:
                yield thing


def in_code() -> set[str]:
    """Names of messages whose English stands in the code."""
    found = {f"reason-{flag}" for flag in REASONS} | {f"from-{source}" for source in SOURCES}
    found |= {f"setting-{slug(key)}-help" for key in SETTINGS}
    bindings = [binding for node in nodes() for binding in vars(node).get("BINDINGS", ())]
    for binding in [*bindings, *Input.BINDINGS, *TextArea.BINDINGS]:
        assert isinstance(binding, Binding)
        found.update(f"key-{slug(text)}" for text in (binding.description, binding.tooltip) if text)
    return found | {"key-palette", "key-open-the-command-palette"}


# Completeness


def test_vietnamese_and_chinese_say_all_that_english_says():
    assert set(VI) == set(ZH)
    assert set(EN) <= set(VI)


def test_what_stands_in_the_code_in_english_is_translated_and_nothing_else():
    assert not set(EN) & in_code()
    assert in_code() - set(VI) == set(), "to be translated in vi.ftl and zh.ftl"
    said = {name for name in VI if not name.startswith("error-")}  # which test_tui_errors.py looks after
    assert said - set(EN) - in_code() == set(), "nobody says this any more"


@pytest.mark.parametrize("name", sorted(EN))
def test_the_same_values_stand_in_all_languages(name):
    wanted = variables(EN._entries[name])
    assert variables(VI._entries[name]) == wanted and variables(ZH._entries[name]) == wanted


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """(file, name of the message, its values) of each message that the code names."""
    for path in sorted(SOURCE.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "phrase":
                names = [one.value for one in ast.walk(node.args[0]) if isinstance(one, ast.Constant)]
                if not isinstance(node.args[0], ast.JoinedStr | ast.Name):
                    for name in names:
                        if (isinstance(name, str) and "-" in name) or name in EN:
                            yield path.name, str(name), {str(word.arg) for word in node.keywords}


def test_every_message_that_is_asked_for_is_there_with_its_values():
    found = list(calls())
    assert len(found) > 100
    for file, name, values in found:
        assert name in EN, f"{file}: {name}"
        assert values == variables(EN._entries[name]), f"{file}: {name}"


def test_nothing_is_said_in_bare_english():
    """What is told, complained of or titled comes out of the files of messages."""
    found = []
    for path in SOURCE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(getattr(node, "func", None), "attr", "")
            if isinstance(node, ast.Call) and name in ("tell", "complain", "say") and node.args:
                said = node.args[0]
                texts = said.values if isinstance(said, ast.JoinedStr) else [said]
                found += [
                    f"{path.name}: {text.value}"
                    for text in texts
                    if isinstance(text, ast.Constant) and re.search("[a-z]{3}", str(text.value))
                ]
    assert found == []


def test_values_of_settings_have_names():
    for setting in SETTINGS.values():
        if isinstance(setting.kind, Choice | Several):
            assert all(f"value-{slug(word)}" in EN for word in setting.kind.words)


def test_translations_are_in_their_language():
    same = {name for name in EN if VI(name) == EN(name) and not variables(EN._entries[name])}
    assert same <= {"value-zh", "value-en", "value-vi", "value-pinyin", "value-hanviet"}
    for name in ZH:
        if name not in ("value-en", "value-vi", "found-of"):
            assert HAN.search(ZH._entries[name]) or "%" in ZH._entries[name] or name == "articles-of", name
    assert not [name for name in VI if HAN.search(VI._entries[name]) and name != "value-zh"]


# The files themselves


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_are_fluent_and_read_as_fluent_reads_them(language):
    from fluent.runtime import FluentBundle, FluentResource
    from fluent.syntax import FluentParser
    from fluent.syntax.ast import Junk

    text = (Path(reader.words.__file__).parent / f"{language}.ftl").read_text("utf-8")
    assert not [entry for entry in FluentParser().parse(text).body if isinstance(entry, Junk)]
    assert len(re.findall(r"^[a-z][\w-]* =", text, re.MULTILINE)) == len(messages(language)._entries)
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(text))
    for name in messages(language):
        for number in (0, 1, 2, 21):
            values = {word: f"<{word}>" for word in variables(messages(language)._entries[name])}
            if "number" in values:
                values["number"] = number
            expected, errors = bundle.format_pattern(bundle.get_message(name).value, values)
            assert (messages(language)(name, **values), errors) == (expected, [])


@given(st.text())
def test_what_a_value_holds_is_never_read_as_a_pattern(text):
    assert formatted("before { $text } after", "en", {"text": text}) == f"before {text} after"


@given(st.text())
def test_any_text_can_be_read_as_a_file(text):
    for pattern in patterns(text).values():
        Messages("en", {"a": pattern})("a") if "->" not in pattern else None


def test_an_unknown_message_is_an_error_in_the_code():
    with pytest.raises(UnknownMessageError):
        EN("there-is-no-such-message")


@pytest.mark.parametrize(
    ("setting", "environ", "language"),
    [
        ("vi", {"LANG": "en_US.UTF-8"}, "vi"),
        ("auto", {"LANG": "vi_VN.UTF-8"}, "vi"),
        ("auto", {"LANG": "zh_TW.UTF-8", "LC_ALL": ""}, "zh"),
        ("auto", {"LC_ALL": "zh_CN", "LANG": "vi_VN"}, "zh"),
        ("auto", {"LC_MESSAGES": "vi", "LANG": "en_GB"}, "vi"),
        ("auto", {"LANG": "C.UTF-8"}, "en"),
        ("auto", {"LANG": "fr_FR.UTF-8"}, "en"),
        ("auto", {"LANG": "zhx_XX"}, "en"),
        ("auto", {}, "en"),
    ],
)
def test_the_language_is_that_of_the_setting_or_of_the_environment(setting, environ, language):
    assert language_of(setting, environ) == language


def test_help_of_the_command_line_reads_no_messages():
    script = "import sys, reader.cli.main as m\ntry: m.main(['--help'])\nfinally: print([n for n in sys.modules if 'fluent' in n or 'reader.words' in n or 'aiohttp' in n])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stdout.rstrip().endswith("[]")


def test_the_reader_does_without_the_fluent_library():
    script = "import sys, reader.tui.app, reader.tui.settings_screen; print([n for n in sys.modules if 'fluent' in n or 'aiohttp' in n])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stdout.rstrip() == "[]"


# On screen


@pytest.mark.parametrize(
    ("language", "library", "article", "flag"),
    [
        ("en", "1 article", "row 1/20 · 100 % translated", "by rule, not from the glossary"),
        ("vi", "1 bài", "dòng 1/20 · đã dịch 100%", "tên được chuyển theo quy tắc"),
        ("zh", "1 篇", "第 1/20 行 · 已译 100%", "人名按规则译出"),
    ],
)
async def test_the_screens_speak_the_language(language, library, article, flag):
    app = make(language)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        assert library in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert article in screen_text(app)
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert flag in screen_text(app)
        await pilot.press("n")
        await pilot.pause()
        assert messages(language)("kind-place") in screen_text(app)
        footer = screen_text(app).rstrip().split("\n")[-1]
        assert messages(language).named("key", "Next term") in footer
        assert messages(language).named("key", "palette") in footer


@pytest.mark.parametrize("language", ["vi", "zh"])
async def test_the_help_and_the_commands_are_in_the_language_and_complete(language):
    app = make(language, article=rice())
    async with app.run_test(size=(160, 60)) as pilot:
        await pilot.pause()
        english = {binding.description for node in nodes() for binding in vars(node).get("BINDINGS", ())}
        told = [what for _, what in keys_of(app.screen)]
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert not english & {*told, *titles}
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert messages(language).named("key", "Previous row with a flag") in screen_text(app)


async def test_another_language_is_taken_up_at_once():
    app = make("en", article=rice())
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("comma")
        field = next(one for one in app.screen.query(Field) if one.key == "language")
        field.take_focus()
        await pilot.press("right")
        await pilot.pause()
        await pilot.pause()
        assert "Cài đặt" in screen_text(app) and "Ngôn ngữ của trình đơn" in screen_text(app)
        assert app.focused is not None and app.focused.parent.parent.id == "language"
        await pilot.press("right")
        await pilot.pause()
        await pilot.pause()
        assert "界面语言" in screen_text(app)
        await pilot.press("escape")
        await pilot.press("j")
        await pilot.pause()
        await pilot.pause()
        text = screen_text(app)
        assert "第 2/20 行" in text and "下一术语" in text.rstrip().split("\n")[-1]


async def test_every_line_one_types_in_takes_bursts_of_input_methods():
    found = {node for node in nodes() if issubclass(node, Input | TextArea)}
    for module in modules():
        tree = ast.parse(Path(module.__file__).read_text("utf-8"))
        made = {
            node.func.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not made & {"Input", "TextArea", "MaskedInput"}, module.__name__
    assert Entry in found
    for node in found:
        assert "on_key" in {
            name for kind in node.__mro__ for name in vars(kind) if kind not in (Input, TextArea)
        }


@pytest.mark.parametrize("key", ["jobs", "endpoint.model"])
async def test_a_syllable_rewritten_in_one_burst_comes_out_right_in_settings(key):
    app = make("vi", article=rice())
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("comma")
        field = next(one for one in app.screen.query(Field) if one.key == key)
        entry = field.query_one(Entry)
        entry.value = ""
        field.take_focus()
        await pilot.press("h", "a", "backspace", "ạ", "n", "h")
        assert entry.text == "hạnh"
