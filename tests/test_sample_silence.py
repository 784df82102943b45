"""What the sample article does not say is not in its graph."""

from __future__ import annotations

import re

import pytest

from dadiplo.store import Store

GRAPH = "GRAPH graph:pakistan-el-salvador-bitcoin"

SILENCE = {
    "no date of any event": "?x dd:date|dd:earliest|dd:latest ?y",
    "no date, publisher, author or address of the article": "?x dcterms:issued|dcterms:publisher|dcterms:creator|dcterms:identifier ?y",
    "nobody represented El Salvador": "?x a dd:Representation ; dd:principal state:SLV",
    "nobody is said to have signed": "?x dd:hasSignatory ?y",
    "no legal force of the letter": "?x dd:bindingness ?y",
    "no stage but signed": "?x dd:stage ?y . FILTER(?y != stage:signed)",
    "no amount and no holding": "?x a dd:HoldingObservation",
    "no quantity": "?x dd:quantity ?y",
    "no legal status today": "?x a dd:LegalStatus",
    "no repeal": "?x dd:measureKind measure-kind:repeal",
    "no other post of Bilal bin Saqib": (
        "?x dd:tenureHolder person:bilal-bin-saqib ; dd:tenurePost ?y . FILTER(?y != post:pak-crypto-council-chief-executive)"
    ),
    "no minister or special assistant": "?x dd:office ?y . FILTER(?y NOT IN (office:president, office:chief-executive))",
    "the authority does not work yet": (
        "?x dd:concernsBody org:pak-virtual-asset-regulator ; dd:modality modality:actual"
    ),
    "no licence": "?x dd:measureKind measure-kind:licence",
    "no place of the meeting or the signing": "?x a ?type ; dd:tookPlaceAt ?y . FILTER(?type != dd:Visit)",
    "no mining, tax, or money laundering": "?x dd:hasTopic ?y . FILTER(?y IN (topic:mining, topic:taxation, topic:anti-money-laundering))",
    "no Monetary Fund": "?x ?y org:imf",
    "no third state": "?x ?y ?z . FILTER(STRSTARTS(STR(?z), 'https://w3id.org/dadiplo/id/state/') && ?z NOT IN (state:PAK, state:SLV))",
    "no third participant of the meeting": (
        "?x a dd:Meeting ; dd:hasParticipant ?y . FILTER(?y NOT IN (person:bilal-bin-saqib, person:nayib-bukele))"
    ),
    "no diplomatic relations opened": "?x a dd:Appointment",
}  # fmt: skip


@pytest.mark.parametrize("what", SILENCE)
def test_graph_is_silent(what: str, graph: Store) -> None:
    _, rows = graph.select(f"SELECT * WHERE {{ {GRAPH} {{ {SILENCE[what]} }} }}")
    assert list(rows) == []


def test_no_label_names_what_the_article_does_not(graph: Store) -> None:
    _, rows = graph.select(f"SELECT ?label WHERE {{ {GRAPH} {{ ?x skos:prefLabel ?label }} }}")
    labels = " ".join(str(row[0]) for row in rows)
    assert not re.search(r"PVARA|Pakistan Virtual|IMF|Fund", labels)


def test_one_agreement_one_meeting_one_visit(graph: Store) -> None:
    for cls in ("Agreement", "Meeting", "Visit", "Representation"):
        _, rows = graph.select(f"SELECT ?x WHERE {{ {GRAPH} {{ ?x a dd:{cls} }} }}")
        assert len(list(rows)) == 1, cls
