"""The command ``sanyu``: its group, and the loading of each command when it is called."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping

import click

COMMANDS = {
    "read": ("reader.cli.read", "read", "Read articles in the terminal, three languages side by side."),
    "translate": ("reader.cli.translate", "translate", "Translate articles into files."),
    "glossary": ("reader.cli.glossary", "glossary", "Look up names, titles, bodies, places and terms."),
    "library": ("reader.cli.library", "library", "Add, list and remove articles to read."),
    "cache": ("reader.cli.cache", "cache", "Show and clear remembered translations."),
    "doctor": ("reader.cli.doctor", "doctor", "Check this installation and say what is where."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported only when they run: ``--help`` stays instant."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute, _ = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, _, summary) in COMMANDS.items()])


@click.group(
    cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True
)
@click.version_option(package_name="sanyu", message="sanyu %(version)s")
def cli() -> None:
    """Chinese articles beside their English and Vietnamese translations, offline."""


def main(arguments: list[str] | None = None, extra: Mapping[str, object] | None = None) -> None:
    """Runs the command and ends the process: 0 done, 1 some input failed, 2 wrong usage, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal without UTF-8 shows a question mark for what it cannot write, not a traceback.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = "utf-8" if not stream.isatty() else None
            reconfigure(errors="replace", **({"encoding": encoding} if encoding else {}))
    try:
        code = cli.main(args=arguments, prog_name="sanyu", standalone_mode=False, **dict(extra or {}))
    except click.exceptions.Abort:
        code = 130
        click.echo("Interrupted; what was finished is kept. The same command resumes.", err=True)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except BrokenPipeError:
        # The reader of our output has gone (``| head``): nothing more to say to anybody.
        sys.stderr.close()
        code = 0
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
