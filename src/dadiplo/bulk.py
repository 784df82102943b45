"""Extraction of many articles on all cores: results in the order of the articles, memory whatever their number."""

from __future__ import annotations

import datetime as dt
import json
import multiprocessing
import os
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path

from dadiplo.annotations import annotate
from dadiplo.errors import DadiploError, InputError
from dadiplo.export.turtle import trig, turtle
from dadiplo.extraction import Extraction, extract
from dadiplo.inputs import Article, Source, read
from dadiplo.lexicon import Lexicon
from dadiplo.lexicons import cached_lexicon, uncollected
from dadiplo.view import view

#: Up to this many articles are read by one process; starting others would take longer.
FEW = 4
#: A lexicon remembers how it read each word; past this many it starts anew, so that memory stays what it is.
_REMEMBERED = 50_000
#: Articles handed out ahead for each process: enough to keep it busy while an earlier article is awaited.
_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Settings:
    """What is written of an article, and what is known of all: language and date where they do not give their own."""

    fmt: str
    language: str = ""
    published: dt.date | None = None
    columns: int = 100
    color: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What was written of one article, or the one line that says why it could not be read.

    ``text`` is the text of an article that is in no text file of its own (from a page or JSON); offsets count in it.
    """

    called: str
    stem: str
    output: str = ""
    text: str = ""
    error: DadiploError | None = None


Writer = Callable[[Article, Extraction, Lexicon, Settings], str]


def _json(article: Article, extraction: Extraction, lexicon: Lexicon, settings: Settings) -> str:
    record = {**annotate(extraction, lexicon), "id": article.id}
    if settings.fmt == "jsonl":
        return json.dumps(record, ensure_ascii=False) + "\n"
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _view(article: Article, extraction: Extraction, lexicon: Lexicon, settings: Settings) -> str:
    return view(extraction, settings.columns, color=settings.color)


def _graph(write: Callable[..., str], article: Article, extraction: Extraction, lexicon: Lexicon, _: Settings) -> str:
    return write(extraction.quads)


#: Format → its writer and the ending of its files.
FORMATS: dict[str, tuple[Writer, str]] = {
    "turtle": (partial(_graph, turtle), ".ttl"),
    "trig": (partial(_graph, trig), ".trig"),
    "json": (_json, ".json"),
    "jsonl": (_json, ".jsonl"),
    "view": (_view, ".txt"),
}


def results(sources: Iterable[Source], settings: Settings, workers: int | None = None) -> Iterator[Result]:
    """Yield what was written of each article, in the order of the articles.

    Args:
        sources: the articles; they are taken as they are needed.
        settings: what to write.
        workers: number of processes; one for each core if ``None`` and there are more than a few articles.

    """
    sources = iter(sources)
    if workers is None:
        first = list(islice(sources, FEW + 1))
        workers = cores() if len(first) > FEW else 1
        sources = chain(first, sources)
    if workers == 1:
        return (result(source, settings) for source in sources)
    return _from_pool(sources, settings, workers)


def cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def result(source: Source, settings: Settings) -> Result:
    """Return what was written of one article; whatever goes wrong with it is its own error."""
    try:
        article = read(source, language=settings.language, published=settings.published)
        lexicon = cached_lexicon(article.document.language)
        lexicon.forget(_REMEMBERED)
        with uncollected():
            output = _output(article, lexicon, settings)
        text = article.document.text if article.derived and settings.fmt != "view" else ""
        return Result(source.called, article.stem, output, text)
    except DadiploError as error:
        return Result(source.called, source.stem, error=error)
    except (RecursionError, MemoryError):
        return Result(source.called, source.stem, error=InputError(f"{source.called}: too large or too deeply nested"))
    except Exception as error:
        # One article that the program cannot cope with must not cost the others.
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        told = f"{source.called}: an error in dadiplo ({type(error).__name__}: {error}; {where})"
        return Result(source.called, source.stem, error=InputError(" ".join(told.split())))


def _output(article: Article, lexicon: Lexicon, settings: Settings) -> str:
    # A function of its own, so that what was read is gone before garbage is collected again, which would walk it.
    return FORMATS[settings.fmt][0](article, extract(article.document, lexicon), lexicon, settings)


def _from_pool(sources: Iterator[Source], settings: Settings, workers: int) -> Iterator[Result]:
    pool = _pool(workers)
    waiting: deque[tuple[Source, Future[Result]]] = deque()
    try:
        while True:
            for source in islice(sources, workers * _AHEAD - len(waiting)):
                waiting.append((source, _submit(pool, source, settings)))
            if not waiting:
                return
            source, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                # A process died, of this article or of one after it: read this one apart, hand the others out again.
                pool.shutdown()
                yield _apart(source, settings)
                pool = _pool(workers)
                waiting = deque((other, _submit(pool, other, settings)) for other, _ in waiting)
    finally:
        pool.shutdown(cancel_futures=True)


def _apart(source: Source, settings: Settings) -> Result:
    with _pool(1) as pool:
        try:
            return pool.submit(result, source, settings).result()
        except BrokenProcessPool:
            error = InputError(f"{source.called}: the process that read it died (out of memory?)")
            return Result(source.called, source.stem, error=error)


def _submit(pool: ProcessPoolExecutor, source: Source, settings: Settings) -> Future[Result]:
    try:
        return pool.submit(result, source, settings)
    except BrokenProcessPool as error:
        failed: Future[Result] = Future()
        failed.set_exception(error)
        return failed


def _pool(workers: int) -> ProcessPoolExecutor:
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin" else "spawn"
    return ProcessPoolExecutor(workers, multiprocessing.get_context(method), _leave_interrupts)


def _leave_interrupts() -> None:
    """Leave an interrupt from the keyboard to the process that hands out the articles."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
