"""The command line: a group whose commands are imported when they are called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from dadiplo import __version__
from dadiplo.errors import DadiploError

#: Command → module and one line of help; the module is imported only when the command runs.
COMMANDS: dict[str, tuple[str, str]] = {
    "build": ("build", "Build the whole graph: read, infer, validate, write."),
    "extract": ("extract", "Read articles and write what they say as triples."),
    "evaluate": ("evaluate", "Compare what is read in annotated texts with the annotations."),
    "validate": ("validate", "Check RDF files against the shapes."),
    "query": ("query", "Ask a named question, with citations."),
    "why": ("why", "Say how two states, bodies or persons are linked."),
    "analyze": ("analyze", "Analyse the network: brokers, communities, timeline, forecast …"),
    "sparql": ("sparql", "Run your own SPARQL query."),
    "diff": ("diff", "Say what changed between two builds."),
    "conflicts": ("conflicts", "List where sources contradict one another."),
    "gaps": ("gaps", "List what is not known of a state, body, person or event."),
    "report": ("report", "Write one page on a state, body, person or agreement."),
    "verify": ("verify", "Check every quote of a graph against its article."),
    "retract": ("retract", "Say what falls with a source, and what survives."),
    "export": ("export", "Write the graph in another format."),
}


class Commands(click.Group):
    """A group that knows its commands by name and imports them when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, importing its module."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"dadiplo.cli.{COMMANDS[cmd_name][0]}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command of the arguments; an unknown one is answered with the nearest names."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib

            near = difflib.get_close_matches(args[0], list(COMMANDS), n=1)
            if near:
                raise click.UsageError(f"no command {args[0]!r}; did you mean {near[0]}?", ctx) from error
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with their help, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 fine; 1 the answer is negative; 2 usage; 3 unreadable input; 4 refused for safety; "
    "5 time limit; 130 interrupted.  Example: dadiplo query partners --state Pakistan --cite",
)
@click.version_option(__version__, prog_name="dadiplo")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def cli(debug: bool) -> None:
    """Ask a knowledge graph of digital-asset diplomacy who agreed what with whom, and where it is written."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", newline="\n")
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = cli.main(arguments, prog_name="dadiplo", standalone_mode=False)
        sys.stdout.flush()
    except DadiploError as error:
        if "--debug" in arguments:
            raise
        _end(error.exit_code, f"dadiplo: {error}")
    except click.UsageError as error:
        context = error.ctx.command_path if error.ctx else "dadiplo"
        _end(2, f"dadiplo: {error.format_message()} (see {context} --help)")
    except click.ClickException as error:
        _end(3, f"dadiplo: {error.format_message()}")
    except (KeyboardInterrupt, click.Abort):
        _end(130, "dadiplo: interrupted")
    except BrokenPipeError:
        # The reader has seen enough, as in "| head".
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        _end(0, "")
    except RecursionError:
        _end(3, "dadiplo: the input is nested too deeply")
    except OSError as error:
        if "--debug" in arguments:
            raise
        _end(3, f"dadiplo: {error.filename or 'cannot write'}: {error.strerror}")
    else:
        sys.exit(code if isinstance(code, int) else 0)


def _end(code: int, message: str) -> None:
    if message:
        print(" ".join(message.split("\n")), file=sys.stderr)
    sys.exit(code)


__all__ = ["COMMANDS", "cli", "main"]
