"""The colours of the reader: themes of its own, and which one is shown where none is chosen."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

AUTO = "auto"

# Text on the background has 12 : 1 or more, each type colour 4.5 : 1 or more, on the current row too.
DARK = Theme(
    name="sanyu-dark",
    dark=True,
    background="#16191d",
    surface="#1e2227",
    panel="#282d34",
    foreground="#e8e4da",
    primary="#6fa8e8",
    secondary="#c792ea",
    accent="#f0936a",
    warning="#ecc25a",
    success="#7fc788",
    error="#f07178",
    variables={
        "footer-key-foreground": "#ecc25a",
        "screen-selection-background": "#3b5a80",
        "screen-selection-foreground": "#ffffff",
        "input-selection-background": "#3b5a80",
        "scrollbar": "#4a525c",
        "scrollbar-background": "#1e2227",
    },
)
LIGHT = Theme(
    name="sanyu-light",
    dark=False,
    background="#fbf9f3",
    surface="#f2efe6",
    panel="#e8e4d8",
    foreground="#23201b",
    primary="#1a5ca8",
    secondary="#7b3fa0",
    accent="#b03a12",
    warning="#855800",
    success="#1f6b33",
    error="#b3231b",
    variables={
        "footer-key-foreground": "#855800",
        "panel-lighten-1": "#e2ddcd",
        "screen-selection-background": "#bcd4ee",
        "screen-selection-foreground": "#23201b",
        "input-selection-background": "#bcd4ee",
        "scrollbar": "#b5afa0",
        "scrollbar-background": "#f2efe6",
        "block-cursor-foreground": "#fbf9f3",
    },
)
# The sixteen colours of the terminal itself: mixed colours come out as grey on it.
DARK_16 = replace(
    BUILTIN_THEMES["ansi-dark"],
    name="sanyu-dark-16",
    primary="ansi_bright_blue",
    secondary="ansi_bright_magenta",
    accent="ansi_bright_cyan",
    warning="ansi_bright_yellow",
    success="ansi_bright_green",
    error="ansi_bright_red",
)
LIGHT_16 = replace(
    BUILTIN_THEMES["ansi-light"],
    name="sanyu-light-16",
    primary="ansi_blue",
    secondary="ansi_magenta",
    accent="ansi_cyan",
    warning="ansi_red",
    success="ansi_green",
    error="ansi_red",
)
OWN = (DARK, LIGHT, DARK_16, LIGHT_16)


def theme_of(
    setting: str, known: Collection[str], environ: Mapping[str, str] = os.environ, *, few: bool = False
) -> str:
    """The name of the theme for a setting; "auto", or a theme nobody knows, goes by the terminal.

    A terminal may say in COLORFGBG what its background is: 7 and 9 to 15 are light. ``few``: it
    has sixteen colours or less. With NO_COLOR a theme is taken of which nothing but bold,
    underlined and reversed text is left.
    """
    light = _is_light(environ.get("COLORFGBG", ""))
    plain = LIGHT_16.name if light else DARK_16.name
    if "NO_COLOR" in environ:
        return plain
    if setting != AUTO and setting in known:
        return setting
    return plain if few else LIGHT.name if light else DARK.name


def _is_light(colours: str) -> bool:
    background = colours.rpartition(";")[2]
    return background.isdecimal() and (int(background) == 7 or 9 <= int(background) <= 15)
