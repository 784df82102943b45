"""Paths between two agents for people and programs: text, Markdown, JSON and TriG, with quotes and sources."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

from dadiplo.citations import Citation
from dadiplo.export.turtle import trig
from dadiplo.lookup import label
from dadiplo.paths import Found, Link, evidence, quads_of, sides, topics_of, why
from dadiplo.phrases import phrase
from dadiplo.resources import VOCAB
from dadiplo.store import Store
from dadiplo.tables import isolate, reference

#: Links told of one hop; the others are counted.
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class _Told:
    """A link in words: its name, what it is, when, how the source puts it, through whom, and on what it rests."""

    name: str
    words: tuple[str, ...]
    cited: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Explanation:
    """The paths of an answer in words, and the numbered sources."""

    title: str
    #: Of each path its heading, and of each hop its ends and links, and how many are left out.
    paths: tuple[tuple[str, tuple[tuple[str, tuple[_Told, ...], int], ...]], ...]
    sources: tuple[Citation, ...]


def as_text(store: Store, found: Found, language: str = "en") -> str:
    """Return the paths as text: each hop with its events, dates and modality; the quotes and sources follow."""
    told = _explain(store, found, language)
    lines = [told.title, ""]
    for number, (heading, hops) in enumerate(told.paths, 1):
        lines.append(f"{number}. {heading}")
        for ends, links, more in hops:
            lines.append(f"   {ends}")
            for link in links:
                lines.append("     " + " · ".join((link.name, *link.words)) + _numbers(link.cited, "[{}]"))
            if more:
                lines.append("     " + phrase("and-more", language, count=more))
        lines.append("")
    lines += [f"[{number}] {reference(citation)}" for number, citation in enumerate(told.sources, 1)]
    return "\n".join(lines).rstrip() + "\n"


def as_markdown(store: Store, found: Found, language: str = "en") -> str:
    """Return the paths as Markdown with footnotes."""
    told = _explain(store, found, language)
    lines = [f"# {told.title}", ""]
    for number, (heading, hops) in enumerate(told.paths, 1):
        lines += [f"## {number}. {heading}", ""]
        for ends, links, more in hops:
            lines.append(f"- **{ends}**")
            lines += ["  - " + " · ".join((link.name, *link.words)) + _numbers(link.cited, "[^{}]") for link in links]
            lines += ["  - " + phrase("and-more", language, count=more)] if more else []
        lines.append("")
    lines += [f"[^{number}]: {reference(citation)}" for number, citation in enumerate(told.sources, 1)]
    return "\n".join(lines).rstrip() + "\n"


def as_json(store: Store, found: Found, language: str = "en") -> str:
    """Return the paths as a JSON object: agents, hops, links with date, modality and evidence."""

    def named(iri: str) -> dict[str, str]:
        return {"iri": iri, "label": label(store, iri, language)}

    paths = []
    for path in found.paths:
        hops = []
        for one, other, links in zip(path.agents, path.agents[1:], path.hops, strict=False):
            hops.append(
                {
                    "from": named(one),
                    "to": named(other),
                    "links": [
                        {
                            **named(link.iri),
                            "kind": named(link.kind),
                            "date": link.date or None,
                            "modality": list(link.modality),
                            "participants": link.size,
                            "through": [named(iri) for end in (one, other) for iri in sides(store, link, end)],
                            "evidence": [asdict(citation) for citation in evidence(store, link, one, other, language)],
                        }
                        for link in links
                    ],
                }
            )
        paths.append({"agents": [named(iri) for iri in path.agents], "distance": round(path.distance, 6), "hops": hops})
    answer = {"from": named(found.start), "to": named(found.end), "paths": paths}
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def as_trig(store: Store, found: Found, language: str = "en") -> str:
    """Return what the graph says of the paths as TriG: agents, events, passages and sources, each in its graph."""
    return trig(quads_of(store, found))


#: Name on the command line → writer.
FORMATS: dict[str, Callable[[Store, Found, str], str]] = {
    "text": as_text,
    "md": as_markdown,
    "json": as_json,
    "trig": as_trig,
}


def near_miss(store: Store, found: Found, language: str = "en") -> str:
    """Return a line that says what was searched in vain between two agents, and what comes nearest to a path."""
    one, other = (label(store, iri, language) for iri in (found.start, found.end))
    modality = found.selection.modality
    modality = modality if modality == "any" else label(store, f"{VOCAB}modality/{modality}", language)
    idle = [name for name, events in zip((one, other), found.events, strict=True) if not events]
    if idle:
        line = phrase("no-event-of", language, modality=modality, agent=phrase("comma", language).join(idle))
    else:
        reached, others = found.reached
        line = phrase(
            "no-path",
            language,
            hops=found.hops,
            one=one,
            other=other,
            reached=reached,
            others=others,
            modality=modality,
        )
    return phrase("semicolon", language).join(part for part in (line, _nearest(store, found, language)) if part)


def _nearest(store: Store, found: Found, language: str) -> str:
    """Return what links two agents in another modality, or else the topics on which both act."""
    if found.selection.modality != "any":
        wider = why(store, found.start, found.end, replace(found.selection, modality="any"), limit=1, hops=1)
        for link in (link for path in wider.paths for hop in path.hops for link in hop):
            names = [label(store, f"{VOCAB}modality/{name}", language) for name in link.modality]
            event = label(store, link.iri, language)
            return phrase("nearest-modality", language, event=event, modality=phrase("comma", language).join(names))
    topics = topics_of(store, found.start) & topics_of(store, found.end)
    names = sorted(label(store, topic, language) for topic in topics)[:_SHOWN]
    return phrase("nearest-topic", language, topics=phrase("comma", language).join(names)) if names else ""


def _explain(store: Store, found: Found, language: str) -> _Explanation:
    numbers: dict[Citation, int] = {}
    paths = []
    strongest = min((path.distance for path in found.paths), default=0.0)
    for path in found.paths:
        hops = []
        for one, other, links in zip(path.agents, path.agents[1:], path.hops, strict=False):
            told = tuple(_told(store, link, one, other, numbers, language) for link in links[:_SHOWN])
            hops.append((_ends(store, (one, other), language), told, len(links) - len(told)))
        marks = []
        if len(path.agents) == min(len(other.agents) for other in found.paths):
            marks.append(phrase("shortest", language))
        if path.distance == strongest:
            marks.append(phrase("strongest", language))
        heading = _ends(store, path.agents, language) + (f" ({phrase('comma', language).join(marks)})" if marks else "")
        paths.append((heading, tuple(hops)))
    title = phrase("why", language, one=label(store, found.start, language), other=label(store, found.end, language))
    return _Explanation(title, tuple(paths), tuple(numbers))


def _ends(store: Store, agents: tuple[str, ...], language: str) -> str:
    return " — ".join(isolate(label(store, iri, language)) for iri in agents)


def _told(store: Store, link: Link, one: str, other: str, numbers: dict[Citation, int], language: str) -> _Told:
    through = sorted({label(store, iri, language) for end in (one, other) for iri in sides(store, link, end)})
    words = [label(store, link.kind, language), link.date or phrase("undated", language) if link.modality else ""]
    words += [label(store, f"{VOCAB}modality/{name}", language) for name in link.modality]
    words.append(phrase("through", language, names=phrase("comma", language).join(through)) if through else "")
    cited = tuple(
        numbers.setdefault(citation, len(numbers) + 1) for citation in evidence(store, link, one, other, language)
    )
    name = isolate(label(store, link.iri, language))
    return _Told(name, tuple(isolate(word) for word in words if word), cited)


def _numbers(cited: tuple[int, ...], form: str) -> str:
    return (" " if cited else "") + "".join(form.format(number) for number in cited)
