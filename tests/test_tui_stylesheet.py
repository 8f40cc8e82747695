"""The stylesheet: parsed once, again where colours or sources change, the same as Textual's own."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet

from reader.tui.stylesheet import ThriftyStylesheet

CSS = "Label { color: $ink; } Label.loud { background: $ink; }"
DARK, LIGHT = {"ink": "#ffffff"}, {"ink": "#000000"}


def sheet(variables: dict[str, str]) -> ThriftyStylesheet:
    made = ThriftyStylesheet(variables=variables)
    made.add_source(CSS, read_from=("a.tcss", ""))
    return made


def test_the_same_colours_are_not_parsed_again() -> None:
    made = sheet(DARK)
    rules = made.rules
    made.set_variables(dict(DARK))
    made.reparse()
    assert made.rules is rules


def test_other_colours_are_taken_up() -> None:
    made = sheet(DARK)
    assert "white" in made.css.lower() or "#fff" in made.css.lower()
    made.set_variables(LIGHT)
    made.reparse()
    own = Stylesheet(variables=LIGHT)
    own.add_source(CSS, read_from=("a.tcss", ""))
    assert made.css == own.css != sheet(DARK).css


def test_what_a_later_screen_brings_is_parsed_too() -> None:
    made = sheet(DARK)
    before = list(made.rules)
    made.add_source("Button { color: $ink; }", read_from=("b.tcss", ""))
    made.reparse()
    assert made.rules[: len(before)] == before and len(made.rules) == len(before) + 1
