"""The options that choose the events of a network."""

from __future__ import annotations

import click

from dadiplo.cli.common import F


def _days(ctx: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, str] | None:
    """Return the first and the last day of the day, month or year that a user typed."""
    from dadiplo.dates import bounds

    if not value:
        return None
    found = bounds(value)
    if found is None:
        raise click.BadParameter(f"{value!r} is not a date like 2025, 2025-07 or 2025-07-16", ctx, parameter)
    return found


def _first(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    found = _days(ctx, parameter, value)
    return found and found[0]


def _last(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    found = _days(ctx, parameter, value)
    return found and found[1]


as_of_option = click.option(
    "--as-of", callback=_last, metavar="DATE", help="Only what happened by the end of a day, month or year."
)
modality_option = click.option(
    "--modality", help="Only events that sources put so (planned, denied …); any for all. Default: actual."
)
#: The options that ``filters.selection`` understands; what is not given is ``None``.
SELECTION_OPTIONS = (
    click.option("--kind", help="Only events of a class (Meeting) or a kind (memorandum of understanding)."),
    click.option("--topic", help="Only events on a topic, or on one narrower than it."),
    click.option("--since", callback=_first, metavar="DATE", help="Only what happened since a day, month or year."),
    as_of_option,
    modality_option,
)


def selection_options(command: F) -> F:
    """Add ``SELECTION_OPTIONS`` to a command."""
    for option in reversed(SELECTION_OPTIONS):
        command = option(command)
    return command
