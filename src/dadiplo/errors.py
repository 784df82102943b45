"""What can go wrong for a user, each with its exit code (the table is in README.md)."""

from __future__ import annotations


class DadiploError(Exception):
    """A failure that is told in one line; ``exit_code`` is what the shell sees."""

    exit_code = 1


class NothingError(DadiploError):
    """What was asked for selects nothing, so that nothing is written."""


class UsageError(DadiploError):
    """The command was called in a way that cannot be carried out."""

    exit_code = 2


class InputError(DadiploError):
    """A file or text cannot be read or parsed."""

    exit_code = 3


class RefusedError(DadiploError):
    """The input asks for something unsafe."""

    exit_code = 4


class TimeLimitError(DadiploError):
    """The time limit was reached."""

    exit_code = 5
