"""The command ``sanyu``: its group, and the loading of each command when it is called."""

from __future__ import annotations

import gc
import importlib
import io
import os
import sys
from typing import Any

import click

COMMANDS = {
    "read": ("reader.cli.read", "read", "Read articles in the terminal, three languages side by side."),
    "translate": ("reader.cli.translate", "translate", "Translate articles into files."),
    "import-edits": (
        "reader.cli.import_edits",
        "import_edits",
        "Take what reviewers changed in exported files into the memory.",
    ),
    "glossary": ("reader.cli.glossary", "glossary", "Look up names, titles, bodies, places and terms."),
    "library": ("reader.cli.library", "library", "Add, list, search and remove articles to read."),
    "models": ("reader.cli.models", "models", "Install, list and remove neural models."),
    "cache": ("reader.cli.cache", "cache", "Show and clear remembered translations."),
    "doctor": ("reader.cli.doctor", "doctor", "Check this installation and say what is where."),
}
EXAMPLES = """\b
Examples:
  sanyu read article.txt
  sanyu translate news -o out --format md,html
  sanyu glossary lookup "bui thanh son"
"""
INTERRUPTED = 130
# Modules and tables are many objects that stay. With Python's own thresholds the collector walks through
# them again and again while they are loaded: a tenth of the time until the first screen.
THRESHOLDS = (50_000, 10, 50)


class OutputError(Exception):
    """stdout, or another file that nobody answers for, could not be written."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


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

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command. A pipe that closed is told apart here: click itself would exit with 1."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except OSError as error:
            if isinstance(error, BrokenPipeError) or error.filename is None:
                raise OutputError(error) from error
            raise
        return result


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    epilog=EXAMPLES,
)
@click.version_option(package_name="sanyu", message="sanyu %(version)s")
def cli() -> None:
    """Chinese articles beside their English and Vietnamese translations, offline."""


def main(arguments: list[str] | None = None) -> None:
    """Runs the command and ends the process: 0 done, 1 some input failed, 2 wrong usage, 130 interrupted."""
    gc.set_threshold(*THRESHOLDS)
    occupy()
    try:
        code = run(arguments)
    except KeyboardInterrupt:
        # It came before click watched over it, or while the end was being told.
        code = INTERRUPTED
    except OSError:
        # Nobody can be told: stderr itself cannot be written.
        from reader.cli.trouble import deafen

        deafen(sys.stderr)
        code = 1
    sys.exit(code)


def occupy() -> None:
    """Opens the void for standard streams that are closed (``>&-``).

    A database would get their number, and the words of whoever writes there blindly.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
        if getattr(sys, name) is None:
            mode = "w" if number else "r"
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


def run(arguments: list[str] | None = None) -> int:
    """Runs the command; its exit code. Whatever goes wrong is one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal without UTF-8 shows a question mark for what it cannot write, not a traceback.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = "utf-8" if not stream.isatty() else None
            reconfigure(errors="replace", **({"encoding": encoding} if encoding else {}))
    try:
        code = cli.main(args=arguments, prog_name="sanyu", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.exceptions.Abort:
        click.echo("Interrupted; what was finished is kept. The same command resumes.", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        tell(error)
        return error.exit_code
    except (OutputError, OSError) as error:
        # The help of the group itself is written outside of any command.
        trouble = error.error if isinstance(error, OutputError) else error
        if trouble.filename is None or isinstance(error, OutputError):
            from reader.cli.trouble import output_trouble

            return output_trouble(trouble)
        return unforeseen(error)
    except Exception as error:
        return unforeseen(error)


def unforeseen(error: Exception) -> int:
    """One line on stderr, the traceback in the log; the exit code."""
    from reader.cli.console import notice
    from reader.cli.trouble import internal_error

    notice(internal_error(error))
    return 1


def tell(error: click.ClickException) -> None:
    """Click's own words on stderr; they may quote an argument, which may hold anything."""
    from reader.export.harmless import harmless

    words = io.StringIO()
    error.show(words)
    click.echo(harmless(words.getvalue()), nl=False, err=True)


if __name__ == "__main__":
    main()
