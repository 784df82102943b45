"""Learn all weights and trees from the texts that may be read: ``python tests/corpus/train.py``.

Writes ``data/weights/`` and ``data/trees/``, each file with those before it. Learns from ``development/`` and from the
passages whose number is not divisible by three, never from what is set aside. The same texts and words give the same
weights. Needs scikit-learn, which reading does without.
"""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from math import log
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from dadiplo.annotations import annotate, annotated
from dadiplo.documents import document
from dadiplo.events.aboutness import TOPICS
from dadiplo.events.detection import DETECTED, MATTER
from dadiplo.events.tellings import TELLINGS, features
from dadiplo.extraction import Extraction, extract
from dadiplo.lexicons import cached_lexicon
from dadiplo.matching import as_annotation, entity_score, event_score, matched
from dadiplo.mentions.classification import CLASSIFIED, ORGANIZATION, PERSON, PLACE
from dadiplo.mentions.finder import MentionFinder
from dadiplo.model import Event, Span
from dadiplo.resources import DD, folder
from dadiplo.weights import Weights, packed

CORPUS = Path(__file__).parent
LANGUAGES = ("ar", "en", "es", "ur")
HELD_OUT = 3
#: In so many parts, each with all texts of some writers, texts are read with what was learned from the others.
FOLDS = 4
#: A feature is learned from if so many examples have it; what weighs less than so much (in log-odds) is left out.
FEWEST = {"names": 2, "events": 2, "modality": 2, "candidates": 3, "topics": 4, "dates": 4} | dict.fromkeys(
    ("participation", "articles", "coreference"), 5
)
LEAST = {"names": 0.1, "events": 0.06, "modality": 0.05, "topics": 0.05} | dict.fromkeys(
    ("candidates", "articles", "participation", "dates", "coreference"), 0.02
)
#: How freely weights may grow (the inverse of the penalty).
STRENGTH = {"names": 1.0, "events": 0.4, "modality": 0.05} | dict.fromkeys(
    ("candidates", "articles", "participation", "topics", "dates", "coreference"), 0.1
)
#: Features of what sentences are on are learned as if shown this much: so their weights stay smaller than others.
SHOWN_OF_MATTER = 0.2
#: How trees are grown: many small ones, each from half of the examples.
GROWN: dict[str, Any] = {
    "n_estimators": 120, "learning_rate": 0.1, "max_depth": 3, "subsample": 0.5, "min_samples_leaf": 50,
    "random_state": 0,
}  # fmt: skip
TOLD, TELLS, SIDE, THEN, SAME = "told", "tells", "side", "then", "same"
#: Which part of the shorter of two passages both must have to be of one event.
OVERLAP = 0.3
#: What is learned behind names, each from texts read with what was learned before.
STAGES = ("events", "coreference", "candidates", "articles", "participation", "modality", "topics")
NAMED = {"Organization": ORGANIZATION, "Person": PERSON, "Place": PLACE}

Row: TypeAlias = tuple[str, set[str], set[str]]
#: Name, language, text and annotation.
Text: TypeAlias = tuple[str, str, str, dict]
#: For each writer what is learned from others, for each language.
FromOthers: TypeAlias = dict[str, dict[str, Weights]]
Found = TypeVar("Found")
#: What the processes that read are to do with a text.
_job: Callable[[Text], Iterable[Any]] | None = None


def texts() -> Iterator[Text]:
    """Yield name, language, text and annotation of what may be learned from."""
    for gold in sorted((CORPUS / "development" / "gold").glob("*.json")):
        annotation = json.loads(gold.read_text(encoding="utf-8"))
        text = (CORPUS / "development" / "text" / f"{gold.stem}.txt").read_text(encoding="utf-8")
        if annotation["lang"] in LANGUAGES:
            yield gold.stem, annotation["lang"], text, annotation
    for language in LANGUAGES:
        for line in (CORPUS / "passages" / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
            passage = json.loads(line)
            if int(passage["id"][2:]) % HELD_OUT:
                text = f"…\ndate: {passage['published']}\n\n{passage['text']}\n"
                events = [{**event, "participants": []} for event in passage["events"]]
                yield passage["id"], language, text, {"lang": language, "entities": [], "events": events}


def in_processes(job: Callable[[Text], Iterable[Found]], some: Iterable[Text]) -> Iterator[Found]:
    """Yield what a job finds in some texts, in their order, read on all cores."""
    global _job
    _job, given = job, list(some)
    # Forked processes have the job and what it knows without copying it.
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        for found in pool.map(_found, given, chunksize=8):
            yield from found


def _found(text: Text) -> list[Any]:
    assert _job is not None
    return list(_job(text))


def names() -> Iterator[tuple[str, Row]]:
    """Yield the text, language, features and kind of each name that rules leave over below the headline."""

    def job(given: Text) -> Iterator[tuple[str, Row]]:
        name, language, text, annotation = given
        lexicon = dataclasses.replace(cached_lexicon(language), weights={"names": {}})
        finder = MentionFinder(document(text.encode(), name=name, slug=name, language=language), lexicon)
        finder.read()
        kinds = {spelled: one["type"] for one in annotation["entities"] for spelled in one["mentions"]}
        for span, shown in finder.persons.classifier.shown.items():
            kind = NAMED.get(kinds.get(text[span.start : span.end], ""))
            yield name, (language, set(shown), {kind} if kind else set())

    return in_processes(job, (text for text in texts() if text[3]["entities"]))


class Reader:
    """Reads texts as if they were new: what names are of is learned from other writers."""

    def __init__(self, examples: list[tuple[str, Row]]) -> None:
        self._names = from_others("names", examples, CLASSIFIED)
        self._names[""] = by_language(learned("names", [row for _, row in examples], CLASSIFIED))

    def read(self, name: str, language: str, text: str, **weights: Weights) -> Extraction:
        """Return what is read in a text with some weights, and with those of names."""
        of_names = self._names[writer(name)][language]
        lexicon = dataclasses.replace(cached_lexicon(language), weights={"names": of_names, **weights})
        return extract(document(text.encode(), name=name, slug=name, language=language), lexicon)


def sentences(reader: Reader) -> Iterator[tuple[str, Row]]:
    """Yield the text, language, features and types of the events told, for each sentence below the headline."""

    def job(given: Text) -> Iterator[tuple[str, Row]]:
        name, language, text, annotation = given
        found = reader.read(name, language, text).reader
        told: dict[int, set[str]] = {}
        for event in annotation["events"]:
            place = text.find(event["evidence"], found.document.body)
            told.setdefault(found.finder.sentence_from(place + 1) - 1, set()).add(DD + event["type"])
        for number, sentence in enumerate(found.finder.sentences):
            if not sentence.headline:
                yield name, (language, set(found.detector.features(number)), told.get(number, set()))

    return in_processes(job, texts())


def coreference(reader: Reader, likelihoods: FromOthers) -> Iterator[tuple[str, Row]]:
    """Yield the text, language and features of two mentions of a type, and whether they are of one event.

    They are if their passages are of one annotated event, and are not if of two. Where the later mention is of none,
    rules are believed that say that it tells again: so it is none of its own.
    """

    def job(given: Text) -> Iterator[tuple[str, Row]]:
        name, language, text, annotation = given
        found = reader.read(name, language, text, events=likelihoods[writer(name)][language], coreference={}).reader
        told = [(DD + event["type"], span_of(event, text, found.document.body)) for event in annotation["events"]]
        for pair in found.coreference.compared:
            earlier, later = (
                {
                    at
                    for at, (kind, span) in enumerate(told)
                    if kind == pair.type and any(overlap(one, span) for one in spans)
                }
                for spans in (pair.earlier, pair.later)
            )
            if (later and earlier) or (pair.ruled and not later):
                yield name, (language, set(pair.shown), {SAME} if earlier & later or not later else set())

    return in_processes(job, [text for text in texts() if writer(text[0])])


def span_of(event: dict, text: str, body: int) -> Span:
    """Return where a text tells an annotated event."""
    start = max(text.find(event["evidence"], body), text.find(event["evidence"]))
    return Span(start, start + len(event["evidence"]))


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two passages share enough to be of one event."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > OVERLAP * min(one.end - one.start, other.end - other.start)


def candidates(reader: Reader, *learned_before: FromOthers) -> Iterator[tuple[str, Row]]:
    """Yield the text, language and features of each event read, and whether it is told.

    What was learned before of sentences and of coreference is from other writers: of what was learned from themselves,
    they would be too sure.
    """

    def job(given: Text) -> Iterator[tuple[str, Row]]:
        name, language, text, annotation = given
        known = zip(STAGES, (weights[writer(name)][language] for weights in learned_before), strict=False)
        extraction = reader.read(name, language, text, **dict(known), candidates={})
        told = {id(event) for event, _ in compared(annotation, name, extraction)[0]}
        for event, shown in extraction.reader.candidates.shown.items():
            yield name, (language, set(shown), {TOLD} if event in told else set())

    return in_processes(job, [text for text in texts() if writer(text[0])])


def articles(reader: Reader, *learned_before: FromOthers) -> Iterator[tuple[Row, list[dict[str, float]]]]:
    """Yield the language and features of each text, and whether it tells any event; and how those read in it stand.

    What was learned before of sentences, coreference and candidates is from other writers.
    """

    def job(given: Text) -> Iterator[tuple[Row, list[dict[str, float]]]]:
        name, language, text, annotation = given
        known = zip(STAGES, (weights[writer(name)][language] for weights in learned_before), strict=False)
        candidates = reader.read(name, language, text, **dict(known)).reader.candidates
        if candidates.article:
            told = {TELLS} if annotation["events"] else set()
            yield (language, set(candidates.article), told), list(candidates.standings.values())

    return in_processes(job, [text for text in texts() if writer(text[0])])


def from_others(name: str, examples: list[tuple[str, Row]], classes: Sequence[str]) -> FromOthers:
    """Return for each writer what is learned from others, for each language."""
    found = {}
    for writers in folds(text for text, _ in examples):
        rows = [row for text, row in examples if writer(text) not in writers]
        found |= dict.fromkeys(writers, by_language(learned(name, rows, classes)))
    return found


def writer(name: str) -> str:
    """Return who wrote a text: the letters of its batch, nothing for a passage."""
    return name.partition("_")[0] if "_" in name else ""


def folds(names: Iterable[str]) -> list[set[str]]:
    """Return writers in parts of about as many sentences."""
    found: list[set[str]] = [set() for _ in range(FOLDS)]
    sizes = [0] * FOLDS
    count = Counter(map(writer, names))
    for one, size in sorted(count.items(), key=lambda item: (-item[1], item[0])):
        if one:
            least = sizes.index(min(sizes))
            found[least].add(one)
            sizes[least] += size
    return found


def compared(annotation: dict, name: str, extraction: Extraction) -> tuple[list[tuple[Event, dict]], dict[str, str]]:
    """Return the events read that an annotation has, each as annotated, and which annotated entity each one read is."""
    found = as_annotation(annotate(extraction, extraction.reader.lexicon), name)
    wanted, events = as_annotation(annotation, name), annotated(extraction)
    entities = matched(wanted.entities, found.entities, entity_score)
    same = {found.entities[j].id: wanted.entities[i].id for i, j in entities}
    pairs = matched(wanted.events, found.events, lambda one, other: event_score(one, other, same))
    return [(events[j], annotation["events"][i]) for i, j in pairs], same


def participation(reader: Reader) -> Iterator[Row]:
    """Yield language and features of each state beside each annotated event that is read, and whether it takes part."""

    def job(given: Text) -> Iterator[Row]:
        name, language, text, annotation = given
        extraction = reader.read(name, language, text, **learned_before(language, "participation"), participation={})
        shown = extraction.reader.participation.shown
        found, same = compared(annotation, name, extraction)
        for event, wanted in found:
            sides = {one["id"] for one in wanted["participants"]}
            for state, of_state in shown[id(event)].items():
                yield language, set(of_state), {SIDE} if same.get(state.rpartition("/")[2]) in sides else set()

    return in_processes(job, (text for text in texts() if text[3]["entities"]))


def tellings(reader: Reader) -> Iterator[Row]:
    """Yield language, features and modality of each annotated event that is read."""

    def job(given: Text) -> Iterator[Row]:
        name, language, text, annotation = given
        extraction = reader.read(name, language, text, **learned_before(language, "modality"))
        for event, wanted in compared(annotation, name, extraction)[0]:
            yield language, set(features(extraction.reader, event)), {wanted["modality"]}

    return in_processes(job, texts())


def described(reader: Reader) -> Iterator[tuple[Row, list[Row]]]:
    """Yield for each annotated event that is read language, features and topics, and those of each date it can have."""

    def job(given: Text) -> Iterator[tuple[Row, list[Row]]]:
        name, language, text, annotation = given
        extraction = reader.read(name, language, text, **learned_before(language, "topics"), topics={}, dates={})
        about, anchored = extraction.reader.aboutness, extraction.reader.anchoring
        for event, wanted in compared(annotation, name, extraction)[0]:
            if id(event) in about.shown:
                topics = {about.by_notation[topic] for topic in wanted["topics"]}
                dates = [
                    (language, set(shown), {THEN} if date == wanted["date"] else set())
                    for date, shown in anchored.shown.get(id(event), {}).items()
                ]
                yield (language, set(about.shown[id(event)]), topics), dates

    return in_processes(job, (text for text in texts() if text[3]["entities"]))


def learned_before(language: str, name: str) -> dict[str, Weights]:
    """Return the weights of a language behind names that are learned before others."""
    known = cached_lexicon(language).weights
    return {one: known[one] for one in STAGES[: STAGES.index(name)]}


def learned(name: str, rows: list[Row], classes: Sequence[str]) -> list[tuple[str, str, tuple[int, ...]]]:
    """Return language, feature and how much that speaks for each class against the rest, in hundredths."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    count = Counter(feature for _, shown, _ in rows for feature in shown)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(
        {one if one[:1] == "#" else f"{language}\t{one}": scale(one) for one in shown if count[one] >= FEWEST[name]}
        for language, shown, _ in rows
    )
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)

    def fitted(one: str) -> Sequence[float]:
        model = LogisticRegression(C=STRENGTH[name], solver="liblinear", max_iter=1000, fit_intercept=False)
        return model.fit(matrix, [one in told for _, _, told in rows]).coef_[0]

    with ThreadPoolExecutor() as pool:
        columns = list(pool.map(fitted, classes))
    found = []
    for feature, *fit in zip(vectors.get_feature_names_out(), *columns, strict=True):
        weights = tuple(round(100 * scale(feature) * weight) for weight in fit)
        if any(weights) and max(map(abs, fit)) >= LEAST[name]:
            language, _, shown = ("*", "", feature) if feature[:1] == "#" else feature.partition("\t")
            found.append((language, shown, weights))
    return found


def scale(feature: str) -> float:
    """Return how much of a feature is shown."""
    return SHOWN_OF_MATTER if feature.startswith(MATTER) else 1


def by_language(found: list[tuple[str, str, tuple[int, ...]]]) -> dict[str, Weights]:
    """Return for each language the weights of what its texts show."""
    return {of: {shown: packed(row) for language, shown, row in found if language in ("*", of)} for of in LANGUAGES}


def learn(name: str, rows: list[Row], classes: Sequence[str]) -> None:
    """Learn how much each feature speaks for each class against the rest, and write the weights."""
    found = learned(name, rows, classes)
    lines = sorted("\t".join([language, shown, *map(str, row)]) for language, shown, row in found)
    path = folder("data") / "weights" / f"{name}.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} examples, {len(lines)} features -> {path}")
    cached_lexicon.cache_clear()


def learn_trees(name: str, measured: list[dict[str, float]], told: list[bool]) -> None:
    """Learn the trees that tell by measures what is told, and write them."""
    from sklearn.ensemble import GradientBoostingClassifier

    measures = sorted(measured[0])
    model = GradientBoostingClassifier(**GROWN)
    model.fit([[one[measure] for measure in measures] for one in measured], told)

    def nodes(tree: Any, node: int, depth: int) -> Iterator[str]:
        if tree.children_left[node] == tree.children_right[node]:
            yield f"{depth}\t{model.learning_rate * tree.value[node][0][0]:.4f}"
            return
        yield f"{depth}\t{measures[tree.feature[node]]}\t{tree.threshold[node]:.6f}"
        for child in (tree.children_left[node], tree.children_right[node]):
            yield from nodes(tree, child, depth + 1)

    # As many are told as of all: what no measure shows.
    lines = [f"0\t{log(sum(told) / (len(told) - sum(told))):.4f}"]
    lines += [line for (one,) in model.estimators_ for line in nodes(one.tree_, 0, 0)]
    path = folder("data") / "trees" / f"{name}.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(told)} examples, {len(model.estimators_)} trees -> {path}")
    cached_lexicon.cache_clear()


def main() -> None:
    """Learn and write all weights, each of what is read with those before."""
    named = list(names())
    reader = Reader(named)
    learn("names", [row for _, row in named], CLASSIFIED)
    examples = list(sentences(reader))
    learn("events", [row for _, row in examples], DETECTED)
    likelihoods = from_others("events", examples, DETECTED)
    pairs = list(coreference(reader, likelihoods))
    learn("coreference", [row for _, row in pairs], (SAME,))
    others = (likelihoods, from_others("coreference", pairs, (SAME,)))
    weighed = list(candidates(reader, *others))
    learn("candidates", [row for _, row in weighed], (TOLD,))
    standing = list(articles(reader, *others, from_others("candidates", weighed, (TOLD,))))
    learn("articles", [article for article, _ in standing], (TELLS,))
    learn_trees("told", [one for _, some in standing for one in some], [bool(told) for _, (_, _, told) in weighed])
    learn("participation", list(participation(reader)), (SIDE,))
    learn("modality", list(tellings(reader)), TELLINGS)
    read = list(described(reader))
    learn("topics", [about for about, _ in read], TOPICS)
    learn("dates", [then for _, dates in read for then in dates], (THEN,))


if __name__ == "__main__":
    main()
