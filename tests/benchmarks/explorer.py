"""Measures the explorer page with 60, 1,500 and 10,000 nodes and prints a Markdown table.

Run it from a checkout, on a machine with Chromium: ``python tests/benchmarks/explorer.py``. The networks are made up:
names of two to five words in two languages, an event a node with two to four who take part, and with each a quote of a
sentence and a page. Times are of the processor, so that other work on the machine does not count.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "src")]

from browser import Browser  # noqa: E402

from dadiplo import page  # noqa: E402
from dadiplo.page.explorer import links  # noqa: E402
from dadiplo.phrases import phrases  # noqa: E402
from dadiplo.pictures.layout import positions  # noqa: E402

SIZES = (60, 1500, 10000)
#: Megabytes, seconds, redraws a second that are wished for.
WISHED = {60: (0.1, 0.2, 40), 1500: (0.7, 0.5, 40), 10000: (1.5, 1.5, 40)}
PAN = """new Promise(done => {
  const canvas = document.getElementById('canvas'), box = canvas.getBoundingClientRect();
  let frames = 0;
  const start = performance.now();
  const step = () => {
    const t = performance.now() - start;
    if (t > 2000) { done(frames / t * 1000); return; }
    frames += 1;
    canvas.dispatchEvent(new PointerEvent('pointermove', { pointerId: 1, bubbles: true,
      clientX: box.x + box.width / 2 + 150 * Math.sin(t / 300), clientY: box.y + box.height / 2 + 90 * Math.cos(t / 300) }));
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})"""


def words() -> dict[str, list[str]]:
    """Return words of the shipped article and of the README to make names and quotes of."""
    article = next((ROOT / "data" / "articles").rglob("*.txt")).read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return {"ar": article.split(), "en": [word for word in readme.split() if word.isalpha()]}


def made_up(size: int) -> dict[str, Any]:
    """Return the data of a page with so many nodes: new ones tend to meet those who have met many."""
    rng, told = random.Random(size), words()

    def text(language: str, least: int, most: int) -> str:
        return " ".join(rng.choice(told[language]) for _ in range(rng.randint(least, most)))

    types = ("Agreement", "Meeting", "Statement", "LegalMeasure", "ReserveAction")
    kinds = ("State", "Person", "Regulator", "CentralBank", "Ministry", "Company")
    nodes = [
        {"id": f"org:n{i}", "type": kinds[i % 6], "labels": {"ar": text("ar", 2, 5), "en": text("en", 2, 5)}}
        for i in range(size)
    ]
    pool, events, quotes, sources = [0, 1, 2], [], [], []
    for i in range(size):
        members = sorted({i, *(rng.choice(pool) for _ in range(rng.randint(1, 3)))})
        if len(members) == 1:
            members = sorted((i, (i + 1) % size))
        pool += members
        day = f"20{rng.randint(14, 26)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        quotes.append({"text": text("ar" if i % 2 else "en", 12, 28), "source": len(sources), "place": [0, 1]})
        sources.append(
            {"title": text("en", 3, 8), "url": f"https://example.org/{i}", "language": "ar" if i % 2 else "en"}
        )
        events.append(
            {
                "id": f"agreement:e{i}", "type": types[i % 5], "labels": {"en": text("en", 3, 8)},
                "modality": ["modality:actual"], "date": [day, day, day], "topics": [f"topic:t{i % 30}"],
                "parts": [[node, "dd:hasParty"] for node in members], "members": members,
                "quotes": [i], "sources": [i],
            }
        )  # fmt: skip
    start = time.process_time()
    placed = positions(links([event["members"] for event in events], size))
    layout = time.process_time() - start
    level = {"nodes": list(range(size)), "x": [x for x, _ in placed], "y": [y for _, y in placed]}
    topics = {f"topic:t{i}": {"en": text("en", 1, 2)} for i in range(30)}
    return {
        "version": 1, "languages": ["en", "ar"], "nodes": nodes, "events": events, "quotes": quotes, "sources": sources,
        "words": topics, "levels": {"agents": level}, "capitals": [], "continents": {}, "texts": phrases("explorer"), "layout": layout,
    }  # fmt: skip


def main() -> None:
    """Measure and print."""
    print("| nodes | layout | page | first picture | redraws while panning | wished |")
    print("|---|---|---|---|---|---|")
    for size in SIZES:
        data = made_up(size)
        layout = data.pop("layout")
        with tempfile.TemporaryDirectory() as folder, Browser() as browser:
            path = Path(folder) / "page.html"
            path.write_text(page.render(data, level="agents"), encoding="utf-8")
            times, clock = [], []
            browser.call("Performance.enable", timeDomain="threadTicks")
            for _ in range(5):
                browser.open(path)
                browser.wait("performance.getEntriesByName('drawn').length")
                clock.append(browser.run("performance.getEntriesByName('drawn')[0].startTime"))
                told = browser.call("Performance.getMetrics")["metrics"]
                times.append(next(m["value"] for m in told if m["name"] == "TaskDuration") * 1000)
            browser.call("Input.dispatchMouseEvent", type="mousePressed", x=700, y=400, button="left", clickCount=1)
            pace = browser.run(PAN)
            wished = WISHED[size]
            if len(sys.argv) > 1:
                browser.picture(Path(sys.argv[1]) / f"explorer-{size}.png")
            print(
                f"| {size:,} | {layout:.1f} s | {path.stat().st_size / 1e6:.2f} MB | {statistics.median(times):.0f} ms ({statistics.median(clock):.0f} by the clock) "
                f"| {pace:.0f} a second | {wished[0]} MB, {wished[1] * 1000:.0f} ms, {wished[2]} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
