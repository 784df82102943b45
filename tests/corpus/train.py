"""Learn the weights by which events are detected from the texts that may be read: ``python tests/corpus/train.py``.

Writes ``data/weights/events.tsv``. Learns from ``development/`` and from the passages whose number is not divisible by
three, never from what is set aside. The same texts and words give the same weights. Needs scikit-learn, which is no
part of what the package or its tests require.
"""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dadiplo.annotations import annotate
from dadiplo.documents import document
from dadiplo.events.detection import DETECTED
from dadiplo.extraction import Extraction, extract
from dadiplo.lexicon import Lexicon
from dadiplo.lexicons import cached_lexicon
from dadiplo.matching import as_annotation, entity_score, event_score, matched
from dadiplo.model import Event
from dadiplo.resources import DD, folder

CORPUS = Path(__file__).parent
LANGUAGES = ("ar", "en", "es", "ur")
HELD_OUT = 3
#: A word is learned from if so many sentences have it; what weighs less than so much (in log-odds) is left out.
FEWEST, LEAST = 2, 0.05
STRENGTH = 1.0


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


def sentences() -> Iterator[tuple[str, set[str], set[str]]]:
    """Yield language, features and types of the events told, for each sentence below the headline."""
    for name, language, text, annotation in texts():
        lexicon = dataclasses.replace(cached_lexicon(language), weights={})
        article = document(text.encode(), name=name, slug=name, language=language)
        extraction = extract(article, lexicon)
        reader = extraction.reader
        told: dict[int, set[str]] = {}
        for event in annotation["events"]:
            place = text.find(event["evidence"], article.body)
            told.setdefault(reader.finder.sentence_from(place + 1) - 1, set()).add(DD + event["type"])
        for event in ():
            for passage in event.passages:
                number = reader.finder.sentence_around(passage.span)
                told.setdefault(-1 if number is None else number, set()).add(event.type)
        for number, sentence in enumerate(reader.finder.sentences):
            if not sentence.headline:
                yield language, set(reader.detector.features(number)), told.get(number, set())


def told_again(extraction: Extraction, lexicon: Lexicon, annotation: dict) -> Iterator[Event]:
    """Yield the annotated events that rules have read: a sentence that tells one again tells of it too."""
    wanted, found = as_annotation(annotation, ""), as_annotation(annotate(extraction, lexicon), "")
    entities = matched(wanted.entities, found.entities, entity_score)
    same = {found.entities[j].id: wanted.entities[i].id for i, j in entities}
    right = {j for _, j in matched(wanted.events, found.events, lambda one, other: event_score(one, other, same))}
    known = {(found.events[j].type, found.events[j].quote) for j in right}
    text = extraction.document.text
    for event in extraction.events:
        quotes = {text[passage.span.start : passage.span.end] for passage in event.passages}
        if any((event.type.removeprefix(DD), quote) in known for quote in quotes):
            yield event


def main() -> None:
    """Learn and write the weights."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows = list(sentences())
    count = Counter(feature for _, shown, _ in rows for feature in shown)
    shown = [
        {name if name[:1] == "#" else f"{language}\t{name}": 1 for name in names if count[name] >= FEWEST}
        for language, names, _ in rows
    ]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(shown)
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    columns = []
    for kind in DETECTED:
        model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=1000, fit_intercept=False)
        columns.append(model.fit(matrix, [kind in told for _, _, told in rows]).coef_[0])
    lines = []
    for name, *weights in zip(vectors.get_feature_names_out(), *columns, strict=True):
        if max(map(abs, weights)) >= LEAST:
            key = name if name[:1] != "#" else f"*\t{name}"
            lines.append("\t".join([key, *(str(round(100 * weight)) for weight in weights)]))
    path = folder("data") / "weights" / "events.tsv"
    path.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    print(f"{len(rows)} sentences, {len(lines)} features -> {path}")


if __name__ == "__main__":
    main()
