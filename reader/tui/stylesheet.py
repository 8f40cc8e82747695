"""The app's stylesheet, parsed no oftener than its sources and colours ask for."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class ThriftyStylesheet(Stylesheet):
    """Textual's, which parses everything anew at each change of theme and each new screen.

    Parsing is a tenth of the time to the first screen, where the theme is the same the second time. It
    leans on private names of Textual 8: the tests hold its rules against those of Textual's own.
    """

    def set_variables(self, variables: dict[str, str]) -> None:
        """Takes other colours; all that was parsed with the former is forgotten."""
        if variables != self._variables:
            super().set_variables(variables)
            self._require_parse = True

    def reparse(self) -> None:
        """Parses what has not been parsed with these colours. Raises as Textual's own does."""
        if self._require_parse:
            self.parse()
