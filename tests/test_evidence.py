"""Every quote is the text at its offsets, and everything told has a quote, a modality and a voice."""

from __future__ import annotations

import hashlib

from conftest import SAMPLE

from dadiplo.extraction import Extraction
from dadiplo.resources import DD, PREFIXES
from dadiplo.store import IRI, Literal, Store


def quads_by_subject(extraction: Extraction) -> dict[str, dict[str, list[str]]]:
    result: dict[str, dict[str, list[str]]] = {}
    for quad in extraction.quads:
        assert isinstance(quad.object, (IRI, Literal))
        result.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object.value)
    return result


def test_every_quote_is_the_text_at_its_offsets(graph: Store) -> None:
    text = SAMPLE.read_bytes().decode("utf-8")
    _, rows = graph.select("SELECT ?q ?s ?e WHERE { ?p a dd:Passage ; oa:exact ?q ; oa:start ?s ; oa:end ?e }")
    found = [(row[0].value, int(row[1].value), int(row[2].value)) for row in rows]
    assert len(found) > 50
    assert [quote for quote, start, end in found if text[start:end] != quote] == []


def test_digest_is_that_of_the_file(graph: Store) -> None:
    _, rows = graph.select("SELECT ?d WHERE { article:pakistan-el-salvador-bitcoin dd:digest ?d }")
    assert [row[0].value for row in rows] == [hashlib.sha256(SAMPLE.read_bytes()).hexdigest()]


def test_everything_told_has_a_passage(sample: Extraction) -> None:
    for subject, facts in quads_by_subject(sample).items():
        if "/id/article/" not in subject:
            assert facts.get(DD + "evidencedBy"), subject


def test_every_event_and_claim_has_a_modality(sample: Extraction) -> None:
    for subject, facts in quads_by_subject(sample).items():
        types = facts.get(PREFIXES["rdf"] + "type", [])
        if (
            any(event.type in types for event in sample.events)
            and "/tenure/" not in subject
            and "/representation/" not in subject
        ):
            assert len(facts.get(DD + "modality", [])) == 1, subject


def test_every_passage_has_one_voice_and_quoted_speech_a_speaker(sample: Extraction) -> None:
    for subject, facts in quads_by_subject(sample).items():
        if "#char=" in subject:
            voices = facts.get(DD + "attribution", [])
            assert len(voices) == 1, subject
            if voices[0].rsplit("/", 1)[-1] in ("direct-quote", "indirect-speech", "cited-outlet"):
                assert facts.get(DD + "attributedTo"), subject


def test_every_participant_is_named_in_a_mention(sample: Extraction) -> None:
    facts = quads_by_subject(sample)
    for event in sample.events:
        for argument in event.arguments:
            if "/id/asset/" not in argument.value:
                assert facts[argument.value].get(DD + "evidencedBy"), argument
