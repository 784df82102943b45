"""Learn the weights of events and modality from the texts that may be read: ``python tests/corpus/train.py``.

Writes ``data/weights/``. Learns from ``development/`` and from the passages whose number is not divisible by
three, never from what is set aside. The same texts and words give the same weights. Needs scikit-learn, which
reading does without.
"""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from dadiplo.annotations import annotate, annotated
from dadiplo.documents import document
from dadiplo.events.detection import DETECTED
from dadiplo.events.tellings import TELLINGS, features
from dadiplo.extraction import extract
from dadiplo.lexicons import cached_lexicon
from dadiplo.matching import as_annotation, entity_score, event_score, matched
from dadiplo.resources import DD, folder

CORPUS = Path(__file__).parent
LANGUAGES = ("ar", "en", "es", "ur")
HELD_OUT = 3
#: A feature is learned from if so many examples have it; what weighs less than so much (in log-odds) is left out.
FEWEST, LEAST = 2, {"events": 0.06, "modality": 0.05}
#: How freely weights may grow (the inverse of the penalty).
STRENGTH = {"events": 0.4, "modality": 0.1}

Row: TypeAlias = tuple[str, set[str], set[str]]


def texts() -> Iterator[tuple[str, str, str, dict]]:
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


def sentences() -> Iterator[Row]:
    """Yield language, features and types of the events told, for each sentence below the headline."""
    for name, language, text, annotation in texts():
        article = document(text.encode(), name=name, slug=name, language=language)
        reader = extract(article, dataclasses.replace(cached_lexicon(language), weights={})).reader
        told: dict[int, set[str]] = {}
        for event in annotation["events"]:
            place = text.find(event["evidence"], article.body)
            told.setdefault(reader.finder.sentence_from(place + 1) - 1, set()).add(DD + event["type"])
        for number, sentence in enumerate(reader.finder.sentences):
            if not sentence.headline:
                yield language, set(reader.detector.features(number)), told.get(number, set())


def tellings() -> Iterator[Row]:
    """Yield language, features and modality of each annotated event that is read."""
    for name, language, text, annotation in texts():
        weights = {"events": cached_lexicon(language).weights["events"]}
        lexicon = dataclasses.replace(cached_lexicon(language), weights=weights)
        extraction = extract(document(text.encode(), name=name, slug=name, language=language), lexicon)
        wanted, found = as_annotation(annotation, name), as_annotation(annotate(extraction, lexicon), name)
        entities = matched(wanted.entities, found.entities, entity_score)
        same = {found.entities[j].id: wanted.entities[i].id for i, j in entities}
        events = annotated(extraction)
        for i, j in matched(wanted.events, found.events, lambda one, other: event_score(one, other, same)):  # noqa: B023
            yield language, set(features(extraction.reader, events[j])), {wanted.events[i].modality}


def learn(name: str, rows: list[Row], classes: Sequence[str]) -> None:
    """Learn how much each feature speaks for each class against the rest, and write the weights."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    count = Counter(feature for _, shown, _ in rows for feature in shown)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(
        {one if one[:1] == "#" else f"{language}\t{one}": 1 for one in shown if count[one] >= FEWEST}
        for language, shown, _ in rows
    )
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    columns = []
    for one in classes:
        model = LogisticRegression(C=STRENGTH[name], solver="liblinear", max_iter=1000, fit_intercept=False)
        columns.append(model.fit(matrix, [one in told for _, _, told in rows]).coef_[0])
    lines = []
    for feature, *weights in zip(vectors.get_feature_names_out(), *columns, strict=True):
        if max(map(abs, weights)) >= LEAST[name]:
            key = feature if feature[:1] != "#" else f"*\t{feature}"
            lines.append("\t".join([key, *(str(round(100 * weight)) for weight in weights)]))
    path = folder("data") / "weights" / f"{name}.tsv"
    path.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    print(f"{len(rows)} examples, {len(lines)} features -> {path}")


def main() -> None:
    """Learn and write all weights, those of modality last: they are of the events that the others let be read."""
    learn("events", list(sentences()), DETECTED)
    cached_lexicon.cache_clear()
    learn("modality", list(tellings()), TELLINGS)


if __name__ == "__main__":
    main()
