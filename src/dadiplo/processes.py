"""Work beside: in another process, while this one goes on."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

Result = TypeVar("Result")


def beside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Start work in a process of its own where the system can fork; return what waits for its result and gives it.

    What the work raises there is raised here; ``EOFError`` if the process ended without a word.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        return work
    forks = multiprocessing.get_context("fork")
    receiver, sender = forks.Pipe(duplex=False)
    process = forks.Process(target=_run, args=(work, sender))
    process.start()
    sender.close()

    def result() -> Result:
        found, error = receiver.recv()
        process.join()
        if error is not None:
            raise error
        return found  # type: ignore[no-any-return]

    return result


def _run(work: Callable[[], object], sender: Connection) -> None:
    try:
        sender.send((work(), None))
    except Exception as error:
        sender.send((None, error))
