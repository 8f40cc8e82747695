"""The settings screen: every setting, its checks, the file, and what takes effect at once."""

from pathlib import Path

import pytest
from textual.widgets import OptionList
from tui_fakes import FARMERS, FARMERS_ZH, MemoryLibrary, ReadyPipeline, linked, rice
from tui_still import until

from reader.preferences import Preferences
from reader.settings import SETTINGS, Settings
from reader.settings_file import read_settings
from reader.settings_kinds import Choice, Flag, Several
from reader.tui.app import ReaderApp
from reader.tui.entry import Entry
from reader.tui.grid import Grid
from reader.tui.help import keys_of
from reader.tui.look import Language
from reader.tui.picks import Picks
from reader.tui.said import Said
from reader.tui.search import SearchLine
from reader.tui.setting_field import Choices, Field
from reader.tui.settings_screen import Form, SettingsScreen
from reader.tui.theme_screen import ThemeScreen
from translate.script import Script

ZH, EN, VI = Language


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "settings.toml"


def make(file: Path | None, settings: Settings | None = None, **more) -> ReaderApp:
    pipeline = ReadyPipeline([linked(FARMERS_ZH, FARMERS, index) for index in range(20)])
    more.setdefault("article", rice())
    preferences = Preferences(settings or Settings(language="en"), file)
    return ReaderApp(
        pipeline_factory=lambda: pipeline, library=MemoryLibrary({}), preferences=preferences, **more
    )


def kept(file: Path) -> Settings:
    return read_settings(file, lambda text: pytest.fail(text), {})


def field(app: ReaderApp, key: str) -> Field:
    return next(one for one in app.screen.query(Field) if one.key == key)


def said(app: ReaderApp) -> str:
    found = app.screen.query_one(Said)
    return str(found.render()) if found.display else ""


async def test_every_setting_has_a_widget_that_fits_its_kind(file):
    app = make(file)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("comma")
        assert isinstance(app.screen, SettingsScreen)
        assert [one.key for one in app.screen.query(Field)] == list(SETTINGS)
        for one in app.screen.query(Field):
            kind = SETTINGS[one.key].kind
            widget = (
                Picks if isinstance(kind, Several) else Choices if isinstance(kind, Choice | Flag) else Entry
            )
            assert one.query(Choices if one.key == "theme" else widget)
            assert not one.trouble
        await pilot.press("escape")
        assert app.screen.query(Grid) and not file.exists()


async def test_turning_a_value_keeps_it_and_leaves_comments_alone(file):
    file.write_text("# mine\njobs = 3 # three\n", "utf-8")
    app = make(file)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("f2", "right")
        assert kept(file).engine == "transfer" and said(app).startswith("Kept; it holds when")
        text = file.read_text("utf-8")
        assert text.startswith("# mine\njobs = 3 # three\n")
        await pilot.press("left", "escape")
        assert kept(file) == Settings(jobs=3)


@pytest.mark.parametrize(
    ("key", "wrong", "right", "value", "complaint"),
    [
        ("jobs", "0", "8", 8, "Write a whole number from 1 to 64."),
        ("cache_limit_mb", "-1", "500", 500, "Write a whole number from 0 to 1\u202f000\u202f000."),
        ("endpoint.timeout", "soon", "2,5", 2.5, "Write a number from 0.1 to 3\u202f600."),
        ("endpoint.base_url", "ftp://x", "http://localhost:11434/v1", "http://localhost:11434/v1", "Write an address"),
        ("endpoint.key_env", "sk-secret", "MY_KEY", "MY_KEY", "Write the name of an environment variable"),
    ],
)  # fmt: skip
async def test_what_is_typed_is_checked_at_once_and_kept_when_right(
    file, key, wrong, right, value, complaint
):
    app = make(file)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("comma")
        one = field(app, key)
        one.take_focus()
        entry = one.query_one(Entry)
        entry.value = wrong
        await pilot.press("enter")
        assert one.trouble.startswith(complaint) and not file.exists()
        entry.value = right
        await pilot.pause()
        assert not one.trouble and not file.exists()
        await pilot.press("down")  # leaving the field
        await pilot.pause()
        assert kept(file).value(key) == value
        assert app.preferences.settings.value(key) == value


async def test_what_is_typed_last_is_kept_on_leaving_and_what_is_wrong_is_not(file):
    app = make(file)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("comma")
        field(app, "jobs").take_focus()
        field(app, "jobs").query_one(Entry).value = "5"
        field(app, "endpoint.retries").query_one(Entry).value = "x"
        await pilot.press("escape")
        await pilot.pause()
        assert kept(file) == Settings(jobs=5)


async def test_columns_script_and_reading_are_applied_to_the_article_below(file):
    app = make(file)
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        await pilot.press("comma")
        field(app, "columns").take_focus()
        await pilot.press("right", "space")  # no English
        assert kept(file).columns == ("zh", "vi") and grid.look.languages == (ZH, VI)
        await pilot.press("left", "greater_than_sign", "greater_than_sign")
        assert kept(file).columns == ("vi", "zh") and grid.look.languages == (VI, ZH)
        field(app, "script").take_focus()
        await pilot.press("right", "right")
        field(app, "reading").take_focus()
        await pilot.press("right")
        assert grid.look.script is Script.TRADITIONAL and grid.look.reading.value == "pinyin"
        await pilot.press("escape")
        text = "\n".join("".join(s.text for s in line) for line in app.screen._compositor.render_strips())
        assert "農" in text and "Farmers" not in text


async def test_one_column_always_stays(file):
    app = make(file, Settings(columns=("vi",), language="en"))
    async with app.run_test(size=(160, 45)) as pilot:
        assert app.screen.query_one(Grid).look.languages == (VI,)
        await pilot.press("comma")
        field(app, "columns").take_focus()
        await pilot.press("space")
        assert field(app, "columns").query_one(Picks).picked == ("vi",) and not file.exists()


async def test_a_value_is_picked_and_turned_with_the_mouse(file):
    app = make(file)
    async with app.run_test(size=(160, 60)) as pilot:
        await pilot.press("comma")
        await pilot.click(field(app, "script").query_one(Choices), offset=(6, 0))
        assert kept(file).script == "simplified"
        await pilot.click(field(app, "columns").query_one(Picks), offset=(12, 0))
        assert kept(file).columns == ("zh", "vi")


async def test_ctrl_r_brings_the_default_back(file):
    app = make(file, Settings(jobs=9, language="en"))
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("comma")
        field(app, "jobs").take_focus()
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert app.preferences.settings.jobs == 1
        assert field(app, "jobs").query_one(Entry).value == "1"


async def test_a_file_that_cannot_be_written_is_said_and_the_change_holds_for_now(tmp_path):
    (tmp_path / "a file").write_text("")
    app = make(tmp_path / "a file" / "settings.toml")
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        await pilot.press("comma")
        field(app, "reading").take_focus()
        await pilot.press("right")
        assert said(app).startswith("It holds for now only: ") and grid.look.reading.value == "pinyin"


async def test_a_theme_is_previewed_kept_or_left(file):
    app = make(file)
    async with app.run_test(size=(160, 45)) as pilot:
        before = app.theme
        await pilot.press("ctrl+t")
        assert isinstance(app.screen, ThemeScreen)
        names = app.themes()
        app.screen.query_one(OptionList).highlighted = names.index("sanyu-light")
        await pilot.pause()
        assert app.theme == "sanyu-light"
        await pilot.press("escape")
        assert app.theme == before and not file.exists()
        await pilot.press("ctrl+t")
        app.screen.query_one(OptionList).highlighted = names.index("sanyu-light")
        await pilot.press("enter")
        assert app.theme == "sanyu-light" and kept(file).theme == "sanyu-light"


async def test_a_comma_typed_into_a_search_is_a_comma(file):
    app = make(file)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("slash", "a", "comma")
        assert app.screen.query_one(SearchLine).text == "a,"


@pytest.mark.parametrize("size", [(80, 24), (20, 6)])
async def test_small_terminals_show_the_field_one_is_at(file, size):
    app = make(file)
    async with app.run_test(size=size) as pilot:
        await pilot.press("comma")
        for _ in SETTINGS:
            await pilot.press("down")
        at = app.focused
        assert at is not None
        await until(pilot, lambda: app.screen.query_one(Form).region.overlaps(at.region))


async def test_the_list_of_commands_has_every_action_with_its_key(file):
    app = make(file)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        commands = list(app.get_system_commands(app.screen))
        offered = {command.title: command.help for command in commands}
        for keys, what in keys_of(app.screen):
            if "palette" not in what:
                assert offered[what] == keys
        assert offered["Settings"] == ",  f2" and "Export" not in offered  # no desk, nothing to export
        titles = [command.title for command in commands]
        await pilot.press("ctrl+p", *"hide the chinese")
        assert "Show or hide the Chinese" in titles
        found = app.screen.query_one(OptionList)
        await until(pilot, lambda: found.option_count == 1 and found.highlighted == 0)
        await pilot.press("enter")
        await until(
            pilot, lambda: app.screen.query(Grid) and app.screen.query_one(Grid).look.languages == (EN, VI)
        )
