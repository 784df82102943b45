"""``dadiplo query``: the named questions; each is a command whose options are its parameters."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import click

from dadiplo import questions, tables
from dadiplo.answers import to_table
from dadiplo.cache import open_graph
from dadiplo.cli.common import graph_option, hush, language_option, output_option, talk, write
from dadiplo.errors import UsageError


class Questions(click.Group):
    """A group with a command for each question file."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the questions."""
        return questions.names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a question, made from its header."""
        return _command(questions.load(cmd_name))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the questions as sentences."""
        with formatter.section("Questions"):
            formatter.write_dl([(name, questions.load(name).summary["en"]) for name in questions.names()])


@click.command(
    cls=Questions,
    invoke_without_command=True,
    subcommand_metavar="NAME [OPTIONS]",
    epilog="Example: dadiplo query agreements-between --a PK --b 'El Salvador' --cite --lang ar",
)
@click.option("--list", "listing", is_flag=True, help="List the questions.")
@language_option
@click.pass_context
def command(ctx: click.Context, listing: bool, lang: str) -> None:
    """Ask the graph a named question; NAME --help tells its options."""
    if listing or ctx.invoked_subcommand is None:
        loaded = [questions.load(name) for name in questions.names()]
        rows = [[tables.Cell(q.name), tables.Cell(q.summary.get(lang) or q.summary["en"])] for q in loaded]
        table = tables.Table(("name", "question"), ("name", "question"), rows)
        write(tables.as_table(table, _columns()) if sys.stdout.isatty() else tables.as_tsv(table), None)


def _command(question: questions.Question) -> click.Command:
    """Return the command of a question."""
    parameters: list[click.Parameter] = []
    for parameter in question.parameters:
        text = parameter.help + (" [required]" if parameter.required else "")
        if parameter.default:
            text += f" [default: {parameter.default.partition(':')[2] or parameter.default}]"
        parameters.append(click.Option([f"--{parameter.name}", parameter.name.replace("-", "_")], help=text.strip()))
    shared: list[click.Parameter] = [
        click.Option(["--cite"], is_flag=True, help="Number the sources of each row and list them with their quotes."),
        click.Option(
            ["-f", "--format", "fmt"],
            type=click.Choice(list(tables.FORMATS)),
            help="Default: table on a terminal, csv in a pipe.",
        ),
    ]
    summary = question.summary["en"] + (f"\n\n{question.description}" if question.description else "")
    result = click.Command(question.name, params=parameters + shared, help=summary, callback=_run(question))
    for option in (graph_option, language_option, output_option):
        result = option(result)
    return result


def _run(question: questions.Question) -> Any:
    def run(fmt: str | None, cite: bool, graph: Path | None, lang: str, output: Path | None, **values: str) -> None:
        store = open_graph(graph, report=talk)
        hush()
        given = {name.replace("_", "-"): value for name, value in values.items() if value is not None}
        answer = questions.ask(store, question, given)
        table = to_table(store, answer, lang, cited=cite or fmt in tables.CITING)
        fmt = fmt or ("table" if sys.stdout.isatty() and output is None else "csv")
        if not table.rows:
            print(questions.why_empty(store, question, given, lang), file=sys.stderr)
            if fmt == "table":
                return
        text = tables.as_table(table, _columns()) if fmt == "table" else tables.FORMATS[fmt](table)
        write(text, output)

    return run


def _columns() -> int:
    return shutil.get_terminal_size((100, 24)).columns


__all__ = ["UsageError", "command"]
