"""How well the extractor reads annotated texts: precision, recall and F1 by language, and each error with its sentence.

The matching rules are those of ``matching``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dadiplo.annotations import annotate
from dadiplo.documents import read_article, sentences
from dadiplo.errors import InputError
from dadiplo.extraction import extract
from dadiplo.lexicons import cached_lexicon
from dadiplo.matching import (
    Annotation,
    Entity,
    Event,
    as_annotation,
    entity_score,
    event_score,
    matched,
    read_annotation,
    role_count,
    state_pairs,
    translated,
)
from dadiplo.model import Document


@dataclass
class Count:
    """How many were right, found, and there to be found."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        """Count some more."""
        self.right += right
        self.found += found
        self.gold += gold

    @property
    def precision(self) -> float:
        """Return the part of what was found that is right."""
        return self.right / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """Return the part of what is there that was found."""
        return self.right / self.gold if self.gold else float(not self.found)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """A miss, a false alarm or a wrong value, with the sentence it is about."""

    text: str
    kind: str
    what: str
    sentence: str


@dataclass
class Scores:
    """The counts of some texts by measure; ``accuracy`` holds right and all; and false events where there are none."""

    texts: int = 0
    counts: dict[str, Count] = field(default_factory=dict)
    accuracy: dict[str, Count] = field(default_factory=dict)
    silent_texts: int = 0
    false_events: int = 0

    def count(self, measure: str, right: int, found: int, gold: int) -> None:
        """Add to a measure of precision and recall."""
        self.counts.setdefault(measure, Count()).add(right, found, gold)

    def judge(self, measure: str, right: bool) -> None:
        """Add to a measure of accuracy."""
        self.accuracy.setdefault(measure, Count()).add(int(right), 1, 1)


def evaluate(
    texts: Path, gold: Path, languages: Sequence[str] = (), report: Callable[[str], None] = lambda message: None
) -> tuple[dict[str, Scores], list[Mistake]]:
    """Return the scores by language (``all`` for all together), and the mistakes in the order of the texts.

    Args:
        texts: folder of article files.
        gold: folder of annotations with the same names, ending in ``.json``.
        languages: only texts of these languages by their annotation; all if empty.
        report: is told of each text.

    Raises:
        InputError: a folder or a text is missing, or an annotation is not of the form.

    """
    for folder in (texts, gold):
        if not folder.is_dir():
            raise InputError(f"{folder}: no such folder")
    scores: dict[str, Scores] = {"all": Scores()}
    mistakes: list[Mistake] = []
    for path in sorted(gold.glob("*.json")):
        annotation = read_annotation(path)
        if languages and annotation.language not in languages:
            continue
        report(path.stem)
        document = read_article(texts / f"{path.stem}.txt")
        lexicon = cached_lexicon(document.language)
        found = as_annotation(annotate(extract(document, lexicon), lexicon), path.stem)
        for name in ("all", annotation.language):
            mistaken = compare(annotation, found, scores.setdefault(name, Scores()), document)
        mistakes += mistaken
    if not scores["all"].texts:
        raise InputError(f"{gold}: no annotations (.json) in this folder" + (" of this language" if languages else ""))
    return {name: scores[name] for name in sorted(scores, key=lambda name: (name != "all", name))}, mistakes


def compare(gold: Annotation, found: Annotation, scores: Scores, document: Document) -> list[Mistake]:
    """Add one text to the scores and return its mistakes."""
    entities = matched(gold.entities, found.entities, entity_score)
    same = {found.entities[j].id: gold.entities[i].id for i, j in entities}
    events = matched(gold.events, found.events, lambda one, other: event_score(one, other, same))
    scores.texts += 1
    _count_by_type(scores, "entities", [gold.entities[i].type for i, _ in entities], found.entities, gold.entities)
    _count_by_type(scores, "events", [gold.events[i].type for i, _ in events], found.events, gold.events)
    paired = [(gold.events[i], found.events[j]) for i, j in events]
    agreeing = sum(one.modality == other.modality for one, other in paired)
    scores.count("events with modality", agreeing, len(found.events), len(gold.events))
    wanted, read = state_pairs(gold), state_pairs(found, same)
    scores.count("pairs of states", len(wanted & read), len(read), len(wanted))
    right = sum(len(one.participants & translated(other, same)) for one, other in paired)
    scores.count("roles", right, role_count(found), role_count(gold))
    scores.count(
        "topics",
        sum(len(one.topics & other.topics) for one, other in paired),
        sum(len(other.topics) for _, other in paired),
        sum(len(one.topics) for one, _ in paired),
    )
    for one, other in paired:
        scores.judge("modality", one.modality == other.modality)
        if one.date or other.date:
            scores.judge("date", one.date == other.date)
    if not gold.events:
        scores.silent_texts += 1
        scores.false_events += len(found.events)
    return list(_mistakes(gold, found, entities, events, same, document))


def _count_by_type(
    scores: Scores,
    measure: str,
    right: list[str],
    found: Sequence[Entity] | Sequence[Event],
    gold: Sequence[Entity] | Sequence[Event],
) -> None:
    all_found, all_gold = [item.type for item in found], [item.type for item in gold]
    scores.count(measure, len(right), len(all_found), len(all_gold))
    for name in sorted({*all_found, *all_gold}):
        scores.count(f"{measure}: {name}", right.count(name), all_found.count(name), all_gold.count(name))


def _mistakes(
    gold: Annotation,
    found: Annotation,
    entities: list[tuple[int, int]],
    events: list[tuple[int, int]],
    same: dict[str, str],
    document: Document,
) -> Iterator[Mistake]:
    """Yield misses and false alarms of entities and events, then wrong values of matched events."""

    def told(kind: str, what: str, quotes: Sequence[str]) -> Mistake:
        return Mistake(gold.id, kind, what, _sentence(document, quotes))

    for kind, items, hit in (
        ("missed", gold.entities, {i for i, _ in entities}),
        ("false alarm", found.entities, {j for _, j in entities}),
    ):
        for place, entity in enumerate(items):
            if place not in hit:
                yield told(kind, f"{entity.type}: {entity.shown}", entity.written)
    for kind, annotation, hit in (
        ("missed", gold, {i for i, _ in events}),
        ("false alarm", found, {j for _, j in events}),
    ):
        names = {entity.id: entity.shown for entity in annotation.entities}
        for place, event in enumerate(annotation.events):
            if place not in hit:
                named = ", ".join(f"{names[id_]} ({role})" for id_, role in sorted(event.participants))
                yield told(kind, f"{event.type}, {event.modality}: {named or 'nobody'}", [event.quote])
    names = {entity.id: entity.shown for entity in gold.entities}
    names |= {f"found {entity.id}": entity.shown for entity in found.entities}
    for i, j in events:
        one, other = gold.events[i], found.events[j]
        for name, wanted, read in (("modality", one.modality, other.modality), ("date", one.date, other.date)):
            if wanted != read:
                yield told(f"wrong {name}", f"{one.type}: {read or 'none'} for {wanted or 'none'}", [one.quote])
        parts = translated(other, same)
        for kind, wrong in (("missed", one.participants - parts), ("false alarm", parts - one.participants)):
            for id_, role in sorted(wrong):
                yield told(kind, f"{role} of {one.type}: {names[id_]}", [one.quote])


def _sentence(document: Document, quotes: Sequence[str]) -> str:
    """Return the sentence in which the first of the quotes stands, else the quote."""
    places = [(document.text.find(quote), quote) for quote in quotes if quote and quote in document.text]
    if not places:
        return " ".join(next(iter(quotes), "").split())
    start, quote = min(places)
    for sentence in sentences(document):
        if sentence.span.start <= start < sentence.span.end:
            return " ".join(document.text[sentence.span.start : sentence.span.end].split())
    return " ".join(quote.split())
