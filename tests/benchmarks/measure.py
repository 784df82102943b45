"""Measures speed and memory against peers in the same run and prints a Markdown table of medians and ratios.

Run it from a checkout: ``python tests/benchmarks/measure.py``. Nothing here decides whether tests pass.
"""

from __future__ import annotations

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
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XDG_CACHE_HOME": folder, "PYTHONDONTWRITEBYTECODE": ""}
        python, dadiplo = sys.executable, str(Path(sys.executable).with_name("dadiplo"))
        subprocess.run([dadiplo, "build", "-o", f"{folder}/build"], check=True, capture_output=True, env=environment)
        build = cpu_and_memory([dadiplo, "build", "-o", f"{folder}/build"], environment)
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
    print(f"| whole `dadiplo build` | {build[0]:.1f} s of CPU, {build[1]:.0f} MB | |")


if __name__ == "__main__":
    main()
