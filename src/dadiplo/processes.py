"""Work beside: in another process, while this one goes on."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


def beside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Start work in a process of its own where the system can fork; return what waits for its result and gives it.

    That raises ``EOFError`` if the work failed there; the process has then said why.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        return work
    forks = multiprocessing.get_context("fork")
    receiver, sender = forks.Pipe(duplex=False)
    process = forks.Process(target=lambda: sender.send(work()))
    process.start()
    sender.close()

    def result() -> Result:
        found: Result = receiver.recv()
        process.join()
        return found

    return result
