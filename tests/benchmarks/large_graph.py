"""Writes a made-up graph of the shape of the shipped one, of any size, with what follows from it.

Run it from a checkout: ``python tests/benchmarks/large_graph.py big.trig --triples 1000000 --seed 7``. States, topics and
kinds are the real ones; bodies, persons, pages and events are made up. Few states, bodies and topics take part in
much and most in little (Zipf), and who has met before meets again (preferential attachment). Nothing in it is true.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from dadiplo.dates import date_literal
from dadiplo.pipeline import complete, load_knowledge
from dadiplo.resources import DD, GRAPH, PREFIXES, VOCAB, expand
from dadiplo.store import IRI, Literal, Quad, Store, Term, format_of, serialize, triple_of

LABEL, TYPE, SOURCE = IRI(PREFIXES["skos"] + "prefLabel"), IRI(PREFIXES["rdf"] + "type"), IRI(expand("dcterms:source"))
#: Class → prefix of its IRIs, share of the events, property and scheme of its kind, as in the shipped graph.
EVENTS = {
    "Agreement": ("agreement", 27, "instrumentKind", "instrument-kind"),
    "LegalMeasure": ("measure", 29, "measureKind", "measure-kind"),
    "Statement": ("statement", 20, "", ""),
    "Meeting": ("meeting", 10, "meetingFormat", "meeting-format"),
    "DigitalMoneyAction": ("money", 7, "moneyActionKind", "money-action"),
    "ReserveAction": ("action", 5, "reserveActionKind", "reserve-action"),
    "Visit": ("visit", 2, "", ""),
}
BODIES = ("CentralBank", "Regulator", "Ministry", "Company", "PublicBody", "DigitalAssetBody")
#: Triples of what is shipped, and those that one event brings with its pages, its share of bodies and persons, and
#: what follows (measured).
BASE, PER_EVENT = 35_000, 64


class Zipf:
    """A choice among things of which the first are chosen most often."""

    def __init__(self, chance: random.Random, things: list[str], exponent: float = 1.0) -> None:
        self.chance, self.things = chance, things
        self.weights = list(accumulate(1 / (rank + 2) ** exponent for rank in range(len(things))))

    def one(self) -> str:
        return self.chance.choices(self.things, cum_weights=self.weights)[0]


def quads(events: int, seed: int) -> Iterator[Quad]:
    """Yield bodies, persons, pages and events, in the graphs that they would have."""
    chance = random.Random(seed)
    known = load_knowledge().quads
    yield from known
    names = {
        (quad.subject.value, quad.object.language): quad.object.value
        for quad in known
        if quad.predicate == LABEL and isinstance(quad.object, Literal)
    }
    states = sorted({quad.subject.value for quad in known if quad.predicate.value == DD + "isoAlpha3"})
    chance.shuffle(states)
    scheme: dict[str, list[str]] = {}
    for quad in known:
        if quad.predicate.value == PREFIXES["skos"] + "inScheme":
            scheme.setdefault(quad.object.value.removeprefix(VOCAB), []).append(quad.subject.value)
    choose = {name: Zipf(chance, sorted(concepts)) for name, concepts in scheme.items()}
    state = Zipf(chance, states)

    def say(graph: str, subject: str, name: str, value: Term | str) -> Quad:
        term = IRI(expand(value)) if isinstance(value, str) else value
        return Quad(IRI(expand(subject)), IRI(expand(name)), term, IRI(GRAPH + graph))

    bodies_of: dict[str, list[str]] = {}
    for number in range(events // 2):
        home, body, kind = state.one(), f"org:made-up-{number}", chance.choice(BODIES)
        bodies_of.setdefault(home, []).append(body)
        yield say("entities", body, "rdf:type", f"dd:{kind}")
        yield say("entities", body, "dd:actsFor", IRI(home))
        yield say("entities", body, "dd:bodyKind", IRI(choose["body-kind"].one()))
        for language, word in (("en", "Body"), ("ar", "هيئة"), ("es", "Organismo"), ("ur", "ادارہ")):
            text = f"{word} {number} {names.get((home, language), '')}".strip()
            yield say("entities", body, "skos:prefLabel", Literal(text, language=language))
    persons_of: dict[str, list[str]] = {}
    all_bodies = [body for bodies in bodies_of.values() for body in bodies]
    for number in range(events // 3):
        body, person = chance.choice(all_bodies), f"person:made-up-{number}"
        persons_of.setdefault(body, []).append(person)
        yield say("entities", person, "rdf:type", "dd:Person")
        for language, word in (("en", "Person"), ("ar", "شخص")):
            yield say("entities", person, "skos:prefLabel", Literal(f"{word} {number}", language=language))
        yield say("curated", f"tenure:made-up-{number}", "rdf:type", "dd:RoleTenure")
        yield say("curated", f"tenure:made-up-{number}", "dd:tenureHolder", person)
        yield say("curated", f"tenure:made-up-{number}", "dd:tenurePost", f"post:made-up-{number}")
        yield say("entities", f"post:made-up-{number}", "rdf:type", "dd:Post")
        yield say("entities", f"post:made-up-{number}", "dd:headPostOf", body)

    def body_of(home: str) -> str:
        bodies = bodies_of.get(home)
        return bodies[min(int(chance.expovariate(0.7)), len(bodies) - 1)] if bodies else home

    partners: dict[str, list[str]] = {}

    def partner(home: str) -> str:
        """Return a state that has been met before in seven of ten cases."""
        before = partners.setdefault(home, [])
        other = chance.choice(before) if before and chance.random() < 0.7 else state.one()
        before.append(other)
        partners.setdefault(other, []).append(home)
        return other

    def agent(name: str) -> Term | str:
        return IRI(name) if name.startswith("http") else name

    classes = list(EVENTS)
    shares = list(accumulate(EVENTS[name][1] for name in classes))
    for number in range(events):
        cls = chance.choices(classes, cum_weights=shares)[0]
        prefix, _, kind_property, kind_scheme = EVENTS[cls]
        event = f"{prefix}:made-up-{number}"
        year = 2014 + min(int(chance.betavariate(4, 2) * 13), 12)
        date = f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"[
            : chance.choices((10, 7, 4), (8, 1, 1))[0]
        ]
        yield say("curated", event, "rdf:type", f"dd:{cls}")
        yield say("curated", event, "dd:modality", "modality:" + ("actual" if chance.random() < 0.85 else "planned"))
        yield say("curated", event, "dd:corroboration", IRI(choose["corroboration"].one()))
        yield say("curated", event, "skos:prefLabel", Literal(f"{cls} {number}", language="en"))
        if chance.random() < 0.96:
            yield say("curated", event, "dd:date", date_literal(date))
        if kind_property:
            yield say("curated", event, f"dd:{kind_property}", IRI(choose[kind_scheme].one()))
        for topic in {choose["topic"].one() for _ in range(chance.randint(1, 3))}:
            yield say("curated", event, "dd:hasTopic", IRI(topic))
        home = state.one()
        first = body_of(home)
        if cls in ("LegalMeasure", "DigitalMoneyAction", "ReserveAction"):
            yield say("curated", event, "dd:hasAgent", agent(first))
        elif cls == "Statement":
            yield say("curated", event, "dd:hasSpeaker", agent(first))
            for person in persons_of.get(first, [])[:1]:
                yield say("curated", event, "dd:hasSpeaker", person)
        else:
            others = {partner(home) for _ in range(1 if chance.random() < 0.9 else chance.randint(2, 8))} - {home}
            seconds = [body_of(other) for other in sorted(others)]
            roles = {"Agreement": ("dd:hasParty",) * 2, "Visit": ("dd:hasVisitor", "dd:hasHost")}
            one_role, other_role = roles.get(cls, ("dd:hasParticipant",) * 2)
            yield say("curated", event, one_role, agent(first))
            for second in seconds:
                yield say("curated", event, other_role, agent(second))
            if cls in ("Meeting", "Agreement") and chance.random() < 0.4:
                for body in (first, *seconds):
                    for person in persons_of.get(body, [])[:1]:
                        role = "dd:hasSignatory" if cls == "Agreement" else "dd:hasParticipant"
                        yield say("curated", event, role, person)
        for page in range(chance.choices((1, 2, 3, 4), (4, 3, 2, 1))[0]):
            source = f"source:made-up-{number}-{page}"
            yield say("curated", event, "dcterms:source", source)
            yield say("curated", source, "rdf:type", "dd:WebPage")
            address = Literal(f"https://example.org/{number}/{page}")
            yield say("curated", source, "dcterms:identifier", address)
            yield say("curated", source, "dcterms:title", Literal(f"Page {page} on {event}", language="en"))
            yield say("curated", source, "dcterms:publisher", Literal(f"Outlet {chance.randint(1, 400)}"))
            yield say("curated", source, "dcterms:language", Literal(chance.choice(("ar", "en", "es", "ur"))))
            yield say("curated", source, "dd:sourceTier", IRI(choose["source-tier"].one()))
            yield say("curated", source, "dcterms:issued", date_literal(date))


def write(path: Path, triples: int = 1_000_000, seed: int = 7) -> int:
    """Write the graph and return how many triples it has."""
    store = Store()
    store.extend(quads(max(triples - BASE, 0) // PER_EVENT, seed))
    complete(store)
    found = list(store)
    path.write_bytes(serialize(found, format_of(path)))
    return len({triple_of(quad) for quad in found})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a made-up graph of the shape of the shipped one.")
    parser.add_argument("path", type=Path)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    start = time.perf_counter()
    count = write(given.path, given.triples, given.seed)
    print(
        f"{given.path}: {count} triples, {given.path.stat().st_size / 1e6:.0f} MB, {time.perf_counter() - start:.0f} s"
    )
