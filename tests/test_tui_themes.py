"""Themes light and dark: legible, chosen by the terminal where nobody chose, and without colours at all."""

import pytest
from textual.color import Color
from tui_fakes import FARMERS, FARMERS_ZH, MemoryLibrary, ReadyPipeline, linked, rice

from reader.preferences import Preferences
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.grid import Grid
from reader.tui.palette import overlay
from reader.tui.themes import DARK, DARK_16, LIGHT, LIGHT_16, OWN, theme_of
from translate.row import EntityType

LEGIBLE = 4.5
TYPES = [f"grid--type-{type_}" for type_ in EntityType]
STATES = ["grid--flags", "grid--gutter", "grid--chosen"]
QUIET = [f"grid--{name}" for name in ("label", "reading", "rule", "missing", "kind-caption", "kind-dateline")]


def make(settings: Settings | None = None, **more) -> ReaderApp:
    rows = [linked(FARMERS_ZH, FARMERS, index, vi="name") for index in range(20)]
    pipeline = ReadyPipeline(rows)
    preferences = Preferences(settings or Settings(language="en"))
    more.setdefault("article", rice())
    return ReaderApp(
        pipeline_factory=lambda: pipeline, library=MemoryLibrary({}), preferences=preferences, **more
    )


def luminance(color: Color) -> float:
    """WCAG 2.1, relative luminance."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: Color, other: Color) -> float:
    """WCAG 2.1, contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def on_screen(grid: Grid, name: str) -> Color:
    return Color.from_rich_color(overlay(grid, name).color)


MIXED = [theme.name for theme in (DARK, LIGHT)]


@pytest.fixture(autouse=True)
def many_colours(monkeypatch):
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.mark.parametrize("theme", MIXED)
async def test_types_and_states_are_legible_on_every_background_of_the_rows(theme):
    app = make(Settings(theme=theme, language="en"))
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        assert app.theme == theme
        grid = app.screen.query_one(Grid)
        plain = grid.background_colors[1]
        current = Color.from_rich_color(overlay(grid, "grid--current").bgcolor)
        assert contrast(plain, current) > 1.03  # one sees which row is the current one
        for background in (plain, current):
            assert contrast(grid.colors[3], background) >= 7
            for name in TYPES + STATES + QUIET:
                assert contrast(on_screen(grid, name), background) >= LEGIBLE, name
        match = Color.from_rich_color(overlay(grid, "grid--match").bgcolor)
        for name in TYPES:
            assert contrast(on_screen(grid, name), match) >= LEGIBLE, name


@pytest.mark.parametrize("theme", MIXED)
async def test_people_titles_bodies_places_and_events_have_colours_of_their_own(theme):
    app = make(Settings(theme=theme, language="en"))
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        grid = app.screen.query_one(Grid)
        assert len({on_screen(grid, name).hex for name in TYPES}) == 6


@pytest.mark.parametrize("theme", MIXED)
async def test_what_lies_over_the_rows_is_legible_too(theme):
    app = make(Settings(theme=theme, language="en"))
    async with app.run_test(size=(160, 45)) as pilot:
        grid = app.screen.query_one(Grid)
        grid.action_term(1)
        await pilot.press("f1", "right_square_bracket")
        await pilot.pause()
        for selector in ("#said", "#card", "#bar .title", "#bar .progress"):
            widget = app.screen.query_one(selector)
            _, background, _, colour = (*widget.background_colors, *widget.colors[2:])
            assert contrast(background + colour, background) >= LEGIBLE, selector


@pytest.mark.parametrize(
    ("setting", "environ", "theme"),
    [
        ("auto", {}, DARK.name),
        ("auto", {"COLORFGBG": "15;0"}, DARK.name),
        ("auto", {"COLORFGBG": "0;15"}, LIGHT.name),
        ("auto", {"COLORFGBG": "0;default;15"}, LIGHT.name),
        ("auto", {"COLORFGBG": "12;8"}, DARK.name),
        ("auto", {"COLORFGBG": "what"}, DARK.name),
        ("nord", {"COLORFGBG": "0;15"}, "nord"),
        ("no-such-theme", {}, DARK.name),
        ("nord", {"NO_COLOR": "1"}, DARK_16.name),
        ("auto", {"NO_COLOR": "", "COLORFGBG": "0;15"}, LIGHT_16.name),
    ],
)
def test_the_theme_is_that_of_the_settings_or_fits_the_terminal(setting, environ, theme):
    known = {theme.name for theme in OWN} | {"nord"}
    assert theme_of(setting, known, environ) == theme


def test_sixteen_colours_are_those_of_the_terminal():
    known = {theme.name for theme in OWN} | {"nord"}
    assert theme_of("auto", known, {}, few=True) == DARK_16.name
    assert theme_of("auto", known, {"COLORFGBG": "0;15"}, few=True) == LIGHT_16.name
    assert theme_of("nord", known, {}, few=True) == "nord"


@pytest.mark.parametrize("theme", [DARK_16, LIGHT_16])
async def test_types_have_colours_of_their_own_among_sixteen_too(theme):
    app = make(Settings(theme=theme.name, language="en"))
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        grid = app.screen.query_one(Grid)
        colours = [overlay(grid, name).color for name in TYPES[:5]]
        assert all(colour.is_system_defined and not colour.is_default for colour in colours)
        assert len({colour.number for colour in colours}) == 5


async def test_no_color_leaves_no_colours_and_one_sees_where_one_is(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = make(Settings(theme="nord", language="en"))
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("j", "n", "slash", *"rice", "enter")
        await pilot.pause()
        strips = [strip.apply_filter(each, Color(0, 0, 0)) for strip in app.screen._compositor.render_strips() for each in app._filters[-1:]]  # fmt: skip
        styles = {segment.style for strip in strips for segment in strip if segment.style is not None}
        for style in styles:
            assert style.color is None or style.color.is_default
            assert style.bgcolor is None or style.bgcolor.is_default
        found = [segment for strip in strips for segment in strip if "rice" in segment.text]
        assert any(segment.style.reverse for segment in found)  # the match one stands on
        assert any(segment.style.underline for strip in strips for segment in strip if segment.style)
        assert any("▌" in segment.text for strip in strips for segment in strip)


@pytest.mark.parametrize("name", ["ansi-dark", "ansi-light", "textual-light", "nord", "gruvbox"])
async def test_any_theme_of_textual_shows_an_article(name):
    app = make(Settings(theme=name, language="en"))
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        text = "\n".join("".join(s.text for s in line) for line in app.screen._compositor.render_strips())
        assert app.theme == name and "Farmers" in text
