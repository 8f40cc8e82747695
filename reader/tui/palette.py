"""Component styles as Rich styles that can be laid over a base style."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


def overlay(widget: Widget, name: str) -> Style:
    """What a component style changes: its colours, blended with the widget's, and its attributes.

    Textual's own partial styles leave transparency out of account.
    """
    styles = widget.get_component_styles(name)
    _, background = widget.background_colors
    color = bgcolor = None
    if styles.has_rule("background"):
        background += styles.background
        bgcolor = background.rich_color
    if styles.auto_color or styles.has_rule("color"):
        chosen = background.get_contrast_text() if styles.auto_color else styles.color
        color = (background + chosen).rich_color
    return Style(color=color, bgcolor=bgcolor) + styles.text_style
