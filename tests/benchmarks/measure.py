"""Measures speed and memory against peers in the same run and prints a Markdown table of medians and ratios.

Run it from a checkout: ``python tests/benchmarks/measure.py``, or with two numbers of articles whose memory is to be
compared. Nothing here decides whether tests pass.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EMPTY_CLICK = """
import click
@click.command()
@click.option("--state")
def main(state): pass
main(["--state", "PK"], standalone_mode=False)
"""
BY_RDFLIB = """
import sys, rdflib
graph = rdflib.Dataset(default_union=True)
graph.parse(sys.argv[1], format="trig")
query = '''PREFIX dd: <https://w3id.org/dadiplo/ontology#> PREFIX state: <https://w3id.org/dadiplo/id/state/>
SELECT DISTINCT ?partner WHERE { ?a a dd:Agreement ; dd:concernsState state:PAK , ?partner FILTER(?partner != state:PAK) }'''
print([str(row.partner) for row in graph.query(query)])
"""
ARTICLE = "عنوان\n\nوقّعت باكستان والبرازيل مذكرة تفاهم بشأن البيتكوين.\n"
CLOSURE = """
import sys, time
from dadiplo.inference import infer
from dadiplo.pipeline import article_files, load_knowledge
from dadiplo.documents import read_article
from dadiplo.extraction import extract
from dadiplo.store import Store
knowledge = load_knowledge()
store = Store()
store.extend(knowledge.quads)
for path in article_files():
    document = read_article(path)
    store.extend(extract(document, knowledge.lexicon(document.language)).quads)
start = time.process_time()
infer(store, sys.argv[1])
print(time.process_time() - start)
"""
LEXICON = """
import time
start = time.perf_counter()
from dadiplo.lexicons import cached_lexicon
cached_lexicon("ar")
print(time.perf_counter() - start)
"""
BUILT_LEXICON = """
import time
start = time.perf_counter()
from dadiplo.pipeline import load_knowledge
load_knowledge().lexicon("ar")
print(time.perf_counter() - start)
"""
EXTRACTION = """
import sys, time
from dadiplo.bulk import Settings, result
from dadiplo.inputs import Source
texts = open(sys.argv[1], encoding="utf-8").read().split(chr(0))
given = [Source(f"n{n}", f"n{n}", data=text.encode()) for n, text in enumerate(texts)]
for source in given[:20]:
    assert result(source, Settings("json")).error is None
start = time.process_time()
for source in given:
    result(source, Settings("json"))
print(len(given) / (time.process_time() - start))
"""
#: Bytes of an article of the benchmark, about two thirds of a page.
SIZE = 2000
#: Numbers of articles whose memory is compared, if none are given.
BULK = (200, 1000)
STATES = ("Pakistan", "El Salvador", "Brazil", "Kenya", "Japan", "Switzerland", "Bhutan", "Peru")
SENTENCES = (
    "{0} and {1} signed a memorandum of understanding on stablecoins on {2} July 2025.",
    "The finance minister of {0} met the governor of the central bank of {1} in Geneva.",
    "Officials of both states said that the talks would go on in the autumn.",
    "{1} had announced a strategic bitcoin reserve, which its parliament has not approved yet.",
    "“We will regulate mining before the end of the year,” the ministry of {0} said in a statement.",
    "Markets hardly moved, and analysts saw no reason to change what they expect of prices.",
)


def articles(count: int) -> list[str]:
    """Return articles of about 2 KB: pieces of the shipped ones, and English texts put together from sentences."""
    shipped = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "data" / "articles").rglob("*.txt"))]
    result = []
    for number in range(count):
        if number % 2:
            title, _, body = shipped[number % len(shipped)].partition("\n")
            paragraphs = body.split("\n\n")
            first = number % len(paragraphs)
            text = "\n\n".join([title, *paragraphs[first:], *paragraphs[:first]])
        else:
            one, other = STATES[number % 8], STATES[(number // 8 + number + 1) % 8]
            lines = [line.format(one, other, number % 31 + 1) for line in SENTENCES]
            text = f"{one} and {other} talk on bitcoin\n\n" + "\n\n".join(
                lines[n % 6] for n in range(number, number + 24)
            )
        result.append(text.encode()[:SIZE].decode("utf-8", "ignore"))
    return result


def wall(command: list[str], runs: int, environment: dict[str, str]) -> float:
    """Return the median seconds of whole processes."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=environment)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def cpu_and_memory(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Return the CPU seconds and the peak megabytes of one process."""
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True);"
        "u = resource.getrusage(resource.RUSAGE_CHILDREN); print(u.ru_utime + u.ru_stime, u.ru_maxrss / 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command], check=True, capture_output=True, text=True, env=environment
    )
    seconds, megabytes = done.stdout.split()
    return float(seconds), float(megabytes)


def main() -> None:
    """Measure and print."""
    assert resource
    few, many = map(int, sys.argv[1:3] or BULK)
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XDG_CACHE_HOME": folder, "PYTHONDONTWRITEBYTECODE": ""}
        python, dadiplo = sys.executable, str(Path(sys.executable).with_name("dadiplo"))
        subprocess.run([dadiplo, "build", "-o", f"{folder}/build"], check=True, capture_output=True, env=environment)
        whole = [dadiplo, "build", "-o", f"{folder}/build"]
        build, build_wall = cpu_and_memory(whole, environment), wall(whole, 3, environment)
        Path(folder, "article.txt").write_text(ARTICLE, encoding="utf-8")
        add = [dadiplo, "build", f"{folder}/article.txt", "--from", f"{folder}/build", "-o", f"{folder}/added"]
        added, added_wall = cpu_and_memory(add, environment), wall(add, 5, environment)
        subprocess.run(
            [dadiplo, "query", "partners", "--state", "PK"], check=True, capture_output=True, env=environment
        )
        empty = wall([python, "-c", EMPTY_CLICK], 15, environment)
        helped = wall([dadiplo, "--help"], 15, environment)
        asked = wall([dadiplo, "query", "partners", "--state", "PK"], 15, environment)
        cited = wall([dadiplo, "query", "partners", "--state", "PK", "--cite", "-f", "table"], 9, environment)
        by_rdflib = wall([python, "-c", BY_RDFLIB, f"{folder}/build/dadiplo.trig"], 3, environment)
        _, memory = cpu_and_memory([dadiplo, "query", "partners", "--state", "PK"], environment)
        closures = {
            name: float(
                subprocess.run([python, "-c", CLOSURE, name], check=True, capture_output=True, text=True).stdout
            )
            for name in ("rules", "owlrl")
        }

        def told(script: str, *arguments: str) -> float:
            command = [python, "-c", script, *arguments]
            done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
            return float(done.stdout)

        built = told(BUILT_LEXICON)
        loaded = statistics.median(told(LEXICON) for _ in range(9))
        Path(folder, "articles").write_text("\0".join(articles(400)), encoding="utf-8")
        read = statistics.median(told(EXTRACTION, f"{folder}/articles") for _ in range(3))
        memories = []
        for count in (few, many):
            lines = [json.dumps({"id": f"a{n}", "text": text}) for n, text in enumerate(articles(count))]
            Path(folder, "bulk.jsonl").write_text("\n".join(lines), encoding="utf-8")
            bulk = [dadiplo, "extract", f"{folder}/bulk.jsonl", "-f", "jsonl", "--workers", "1"]
            memories.append(cpu_and_memory(bulk, environment)[1])
    names = ("pyoxigraph", "rdflib", "owlrl", "pyshacl", "click")
    print(f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in names))
    print()
    print("| what | measured | beside it |")
    print("|---|---|---|")
    print(
        f"| `dadiplo --help` | {helped * 1000:.0f} ms | {helped / empty:.1f} × an empty click program ({empty * 1000:.0f} ms) |"
    )
    print(
        f"| cold `dadiplo query` | {asked * 1000:.0f} ms, {memory:.0f} MB | {asked / empty:.1f} × an empty click program; "
        f"{by_rdflib / asked:.0f} × faster than rdflib doing the same ({by_rdflib * 1000:.0f} ms) |"
    )
    print(f"| the same with citations | {cited * 1000:.0f} ms | {cited / empty:.1f} × an empty click program |")
    print(
        f"| OWL 2 RL closure | {closures['rules'] * 1000:.0f} ms | {closures['owlrl'] / closures['rules']:.0f} × faster than owlrl ({closures['owlrl']:.1f} s), same triples |"
    )
    print(f"| whole `dadiplo build` | {build_wall:.1f} s, {build[1]:.0f} MB | {build[0]:.1f} s of CPU |")
    print(
        f"| `dadiplo build ARTICLE --from BUILD` | {added_wall:.1f} s, {added[1]:.0f} MB | "
        f"{added[0]:.1f} s of CPU; {build_wall / added_wall:.1f} × faster than building all |"
    )
    print(f"| extraction of articles of 2 KB | {read:.0f} a second on one core | |")
    print(
        f"| memory for {many:,} articles | {memories[1]:.0f} MB | {memories[1] / memories[0]:.2f} × that for {few:,} |"
    )
    print(
        f"| start-up of the lexicon | {loaded * 1000:.0f} ms | {built / loaded:.1f} × faster than building it ({built:.2f} s) |"
    )


if __name__ == "__main__":
    main()
