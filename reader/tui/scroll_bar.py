"""The scroll bar beside the rows."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class RowsBar(ScrollBar):
    """Textual's scroll bar, painted at once.

    Textual has Rich print it and then sees to the border and padding of each of its lines, which takes
    as long as painting the rows.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """Its lines, of which few differ."""
        bar = self.render()
        if not isinstance(bar, ScrollBarRender):
            return super().render_lines(crop)
        style = self.app.console.get_style(bar.style)
        if style.color is None or style.bgcolor is None:
            return super().render_lines(crop)
        segments = bar.render_bar(
            size=self.size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=bar.thickness,
            vertical=bar.vertical,
            back_color=style.bgcolor,
            bar_color=style.color,
        ).segments
        base = self.visual_style.rich_style
        filters, (_, background) = self.get_line_filters(), self.background_colors
        strips: dict[Segment, Strip] = {}
        lines = []
        for segment in segments[crop.y : crop.bottom]:
            strip = strips.get(segment)
            if strip is None:
                strip = Strip(Segment.apply_style([segment], base), bar.thickness)
                for each in filters:
                    strip = strip.apply_filter(each, background)
                strips[segment] = strip
            lines.append(strip)
        return (
            lines
            if crop.column_span == (0, bar.thickness)
            else [line.crop(*crop.column_span) for line in lines]
        )
