"""``dadiplo analyze``: analyses of the network of events; each is a command made from the registry."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import click

from dadiplo import tables
from dadiplo.analysis import ANALYSES, Analysis, Request, Result
from dadiplo.analysis.rendering import absence, summary, to_table
from dadiplo.cli.common import date_option, graph_option, hush, language_option, output_option, talk, write
from dadiplo.cli.selection import SELECTION_OPTIONS
from dadiplo.errors import UsageError
from dadiplo.store import Store


class Analyses(click.Group):
    """A group with a command for each registered analysis."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the analyses."""
        return sorted(ANALYSES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of an analysis.

        Raises:
            UsageError: there is none, with the nearest names.

        """
        if cmd_name not in ANALYSES:
            import difflib

            near = difflib.get_close_matches(cmd_name, list(ANALYSES), n=3, cutoff=0.4)
            hint = f"did you mean {', '.join(near)}?" if near else "see dadiplo analyze --list"
            raise UsageError(f"no analysis is called {cmd_name!r}; {hint}")
        return _command(ANALYSES[cmd_name])

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the analyses as questions."""
        with formatter.section("Analyses"):
            formatter.write_dl([(analysis.name, summary(analysis)) for _, analysis in sorted(ANALYSES.items())])


@click.command(
    cls=Analyses,
    invoke_without_command=True,
    subcommand_metavar="NAME [X] [OPTIONS]",
    epilog="Example: dadiplo analyze brokers --as-of 2025-01-01 --cite --lang ar",
)
@click.option("--list", "listing", is_flag=True, help="List the analyses.")
@language_option
@click.pass_context
def command(ctx: click.Context, listing: bool, lang: str) -> None:
    """Analyse the network that events make of states, bodies and persons; NAME --help tells the options."""
    if listing or ctx.invoked_subcommand is None:
        rows = [[tables.Cell(one.name), tables.Cell(summary(one, lang))] for _, one in sorted(ANALYSES.items())]
        table = tables.Table(("name", "question"), ("name", "question"), rows)
        write(tables.as_table(table, _columns()) if sys.stdout.isatty() else tables.as_tsv(table), None)


def _day(text: str, *names: str) -> click.Option:
    return click.Option(names, callback=date_option, default="", metavar="DATE", help=text)


def _command(analysis: Analysis) -> click.Command:
    """Return the command of an analysis."""
    parameters: list[click.Parameter] = []
    if analysis.options & {"about", "about!"}:
        needed = "about!" in analysis.options
        parameters.append(click.Argument(["about"], metavar="X" if needed else "[X]", required=needed))
    if analysis.levels:
        text = f"Among whom. Default: {'that of X, else ' if parameters else ''}{analysis.levels[0]}."
        parameters.append(click.Option(["--level"], type=click.Choice(analysis.levels), default=None, help=text))
    if "period" in analysis.options:
        parameters += [
            _day("The earlier day. Default: a year before the later one.", "--from", "start"),
            _day("The later day. Default: that of the last dated event.", "--to", "end"),
        ]
    if "split" in analysis.options:
        parameters.append(_day("Day up to which the back-test learns.", "--split"))
    limit = f"Rows at most, 0 for all. Default: {analysis.limit or 'all'}."
    parameters += [
        click.Option(["--limit"], type=click.IntRange(min=0), default=analysis.limit, help=limit),
        click.Option(["--cite"], is_flag=True, help="Number the sources of each row and list them with their quotes."),
        click.Option(
            ["--plot"],
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help="Draw a picture of it too: FILE.svg, or FILE.png with pip install 'dadiplo[png]'.",
        ),
        click.Option(
            ["-f", "--format", "fmt"],
            type=click.Choice(list(tables.FORMATS)),
            help="Default: table on a terminal, csv in a pipe.",
        ),
    ]
    text = f"{summary(analysis)}\n\n{_explained(analysis)}"
    result = click.Command(analysis.name, params=parameters, help=text, callback=_run(analysis))
    for option in (*SELECTION_OPTIONS, graph_option, language_option, output_option):
        result = option(result)
    return result


def _explained(analysis: Analysis) -> str:
    """Return what an analysis computes and whose method that is: its docstring, without what it raises."""
    told = (analysis.run.__doc__ or "").partition("Raises:")[0]
    return "\n\n".join(" ".join(part.split()) for part in told.replace("``", "").split("\n\n")).strip()


def _run(analysis: Analysis) -> Callable[..., None]:
    def run(
        fmt: str | None,
        cite: bool,
        graph: Path | None,
        lang: str,
        output: Path | None,
        limit: int,
        plot: Path | None,
        level: str | None = None,
        about: str | None = None,
        start: str = "",
        end: str = "",
        split: str = "",
        **chosen_events: str | None,
    ) -> None:
        from dadiplo.cache import open_graph
        from dadiplo.filters import level_of, selection
        from dadiplo.lookup import find

        if plot is not None:
            _check_plot(analysis, plot)
        store = open_graph(graph, report=talk)
        hush()
        chosen = selection(store, **{key: value for key, value in chosen_events.items() if value})
        named = find(store, about) if about else ""
        level = level or level_of(store, named, analysis.levels)
        request = Request(chosen, level, named, limit, start, end, split)
        found = analysis.run(store, request)
        table = to_table(store, analysis, found, lang, cited=cite)
        fmt = fmt or ("table" if sys.stdout.isatty() and output is None else "csv")
        if not found.rows:
            print(absence(store, analysis, request, lang), file=sys.stderr)
        elif plot is not None:
            _plot(store, analysis, request, found, lang, plot)
        if fmt == "table":
            write(tables.as_table(tables.without(table, analysis.details), _columns()), output)
            return
        write(tables.FORMATS[fmt](table), output)
        if fmt != "md":
            for note in table.notes:
                print(note, file=sys.stderr)

    return run


def _check_plot(analysis: Analysis, file: Path) -> None:
    from dadiplo.analysis.charts import PLOTS

    if analysis.name not in PLOTS:
        raise UsageError(f"{analysis.name} has no picture; those that have: {', '.join(sorted(PLOTS))}")
    if file.suffix.lower() not in (".svg", ".png"):
        raise UsageError(f"{file}: pictures are written as .svg or .png")


def _plot(store: Store, analysis: Analysis, request: Request, found: Result, lang: str, file: Path) -> None:
    from dadiplo.analysis.charts import draw

    drawn = draw(store, analysis, request, found, lang)
    if file.suffix.lower() == ".png":
        from dadiplo.pictures.raster import png

        write(png(drawn), file)
    else:
        write(drawn, file)


def _columns() -> int:
    return shutil.get_terminal_size((100, 24)).columns
