"""The 63 claims of the sample article, each in the graph and each with its passage.

A claim is found if a node of the article's graph matches its pattern and has a passage that covers at least half of
the characters at the claim's offsets, or lies inside them.
"""

from __future__ import annotations

import pytest

from dadiplo.extraction import Extraction
from dadiplo.inference import infer
from dadiplo.pipeline import Knowledge
from dadiplo.store import Store

AGREEMENT = "?x a dd:Agreement"
MEETING = "?x a dd:Meeting ; dd:modality modality:actual"
JUDGEMENT = "?x a dd:Judgement ; dd:modality modality:evaluated"
PREDICTION = "?x a dd:Judgement ; dd:modality modality:predicted"
FIRST = "?x a dd:PrecedenceClaim ; dd:precedenceScope"
BILAL = "person:bilal-bin-saqib"
BUKELE = "person:nayib-bukele"

#: id → kind, offsets, what must hold of ?x (and of its passage ?p)
CLAIMS: dict[str, tuple[str, int, int, str]] = {
    "c01": ("fact", 0, 35, f"{AGREEMENT} ; dd:concernsState state:PAK , state:SLV ; dd:modality modality:actual"),
    "c02": ("fact", 36, 50, f"{AGREEMENT} ; dd:hasTopic topic:bitcoin"),
    "c03": ("judgement", 6, 12, f"{JUDGEMENT} ; dd:claimAbout [ a dd:Agreement ]"),
    "c04": ("judgement", 55, 78, JUDGEMENT),
    "c05": ("fact", 80, 112, f"{AGREEMENT} ; dd:stage stage:signed ; dd:concernsState state:PAK , state:SLV"),
    "c06": ("judgement", 105, 118, f"{JUDGEMENT} ; dd:claimAbout [ a dd:Agreement ]"),
    "c07": ("fact", 119, 152, f"{AGREEMENT} ; dd:hasTopic topic:bitcoin , topic:digital-assets"),
    "c08": ("first", 154, 185, f"{FIRST} scope:bilateral . ?p dd:attribution attribution:unnamed-view"),
    "c09": ("judgement", 187, 231, f"{PREDICTION} . ?p dd:attribution attribution:own-voice"),
    "c10": ("fact", 234, 262, "?x a dd:MediaOrganization . FILTER(?x = org:express-news)"),
    "c11": (
        "fact", 268, 339,
        f"{AGREEMENT} ; dd:hasParty org:pak-crypto-council , org:slv-bitcoin-office . "
        "?p dd:attribution attribution:cited-outlet ; dd:attributedTo org:express-news",
    ),
    "c12": ("fact", 286, 311, "?x a dd:DigitalAssetBody ; dd:actsFor state:SLV"),
    "c13": ("fact", 315, 338, "?x a dd:DigitalAssetBody ; dd:actsFor state:PAK"),
    "c14": (
        "fact", 345, 381,
        f"?x a dd:Representation ; dd:representative {BILAL} ; dd:principal state:PAK ; dd:inEvent [ a dd:Agreement ]",
    ),
    "c15": (
        "fact", 382, 421,
        f"?x a dd:RoleTenure ; dd:tenureHolder {BILAL} ; "
        "dd:tenurePost [ dd:office office:chief-executive ; dd:headPostOf org:pak-crypto-council ]",
    ),
    "c16": ("judgement", 424, 498, f"{JUDGEMENT} ; dd:claimedBy org:pak-finance-ministry ; dd:claimAbout [ a dd:Agreement ]"),
    "c17": ("judgement", 500, 565, f"{JUDGEMENT} ; dd:claimedBy org:pak-finance-ministry"),
    "c18": ("fact", 513, 565, "?x a dd:Claim ; dd:modality modality:actual ; dd:claimedBy org:pak-finance-ministry"),
    "c19": ("first", 567, 616, f"{FIRST} scope:national ; dd:claimAbout [ a dd:Agreement ]"),
    "c20": ("fact", 430, 455, "?x a dd:Ministry ; dd:actsFor state:PAK ; dd:bodyKind body-kind:finance-ministry"),
    "c21": ("fact", 619, 654, f"?x a dd:Visit ; dd:hasVisitor {BILAL} ; dd:tookPlaceAt place:slv-san-salvador ; dd:confidence 0.9"),
    "c22": ("fact", 635, 654, "?x dd:capitalOf state:SLV . FILTER(?x = place:slv-san-salvador)"),
    "c23": ("fact", 656, 705, f"{MEETING} ; dd:hasParticipant {BILAL} , {BUKELE}"),
    "c24": (
        "fact", 675, 705,
        f"?x a dd:RoleTenure ; dd:tenureHolder {BUKELE} ; dd:tenurePost [ dd:office office:president ; dd:headPostOf state:SLV ]",
    ),
    "c25": ("first", 707, 763, f"{FIRST} scope:ambiguous-scope ; dd:claimAbout [ a dd:Meeting ]"),
    "c26": ("fact", 730, 744, f"?x dd:affiliatedWith state:PAK . FILTER(?x = {BILAL})"),
    "c27": ("fact", 765, 813, f"{MEETING} ; dd:hasTopic topic:bitcoin , topic:digital-assets"),
    "c28": ("fact", 619, 674, "?m a dd:Meeting ; dd:subEventOf ?x . ?x a dd:Visit"),
    "c29": ("fact", 816, 863, f"{MEETING} ; dd:hasTopic topic:national-experience"),
    "c30": ("judgement", 848, 871, f"{JUDGEMENT} ; dd:claimAbout state:SLV"),
    "c31": ("first", 882, 920, f"{FIRST} scope:global ; dd:claimAbout [ a dd:LegalMeasure ]"),
    "c32": (
        "fact", 891, 920,
        "?x a dd:LegalMeasure ; dd:modality modality:actual ; dd:measureKind measure-kind:legal-tender ; "
        "dd:hasAgent state:SLV ; dd:concernsAsset asset:BTC",
    ),
    "c33": ("fact", 922, 957, "?x a dd:Claim ; dd:claimAbout [ a dd:Meeting ] ; dd:hasTopic topic:national-experience"),
    "c34": (
        "fact", 958, 988,
        "?x a dd:LegalMeasure ; dd:modality modality:intended ; dd:measureKind measure-kind:regulatory-framework ; "
        "dd:hasAgent state:PAK",
    ),
    "c35": ("judgement", 1008, 1022, f"{JUDGEMENT} ; dd:claimAbout [ a dd:Meeting ]"),
    "c36": ("fact", 1033, 1060, f"{MEETING} ; dd:hasTopic topic:education"),
    "c37": ("fact", 1066, 1094, f"{MEETING} ; dd:hasTopic topic:strategic-reserve"),
    "c38": ("fact", 1100, 1119, f"{MEETING} ; dd:hasTopic topic:regulatory-reform"),
    "c39": ("fact", 1121, 1153, "?x a dd:Meeting ; dd:resultedIn [ a dd:Agreement ]"),
    "c40": ("fact", 1143, 1172, f"{AGREEMENT} ; dd:instrumentKind instrument-kind:letter-of-intent"),
    "c41": ("fact", 1173, 1185, f"{AGREEMENT} FILTER NOT EXISTS {{ ?other a dd:Agreement FILTER(?other != ?x) }}"),
    "c42": ("fact", 1187, 1218, f"{AGREEMENT} ; dd:hasAim topic:knowledge-exchange"),
    "c43": ("fact", 1235, 1268, f"{AGREEMENT} ; dd:hasAim topic:public-sector-use"),
    "c44": ("fact", 1274, 1316, f"{AGREEMENT} ; dd:hasAim topic:financial-inclusion ; dd:hasTopic topic:blockchain"),
    "c45": ("fact", 1322, 1372, f"{AGREEMENT} ; dd:hasAim topic:financial-policy"),
    "c46": ("fact", 1374, 1411, f"?x a dd:Statement ; dd:hasSpeaker {BILAL} ; dd:followedEvent [ a dd:Meeting ]"),
    "c47": ("judgement", 1415, 1457, f"{JUDGEMENT} ; dd:claimedBy {BILAL} . ?p dd:attribution attribution:direct-quote"),
    "c48": ("judgement", 1458, 1486, f"{JUDGEMENT} ; dd:claimedBy {BILAL} . ?p dd:attribution attribution:direct-quote"),
    "c49": ("judgement", 1488, 1569, f"{PREDICTION} ; dd:claimedBy {BILAL} ; dd:claimAbout [ a dd:Visit ]"),
    "c50": ("fact", 1573, 1622, f"?x a dd:Statement ; dd:hasSpeaker {BUKELE} ; dd:hasAddressee state:PAK"),
    "c51": ("judgement", 1594, 1622, f"{JUDGEMENT} ; dd:claimedBy {BUKELE} ; dd:claimAbout state:PAK"),
    "c52": ("fact", 1623, 1644, f"?x a dd:Statement ; dd:hasSpeaker {BUKELE} ; dd:hasTopic topic:digital-assets"),
    "c53": ("judgement", 1646, 1708, f"{JUDGEMENT} ; dd:claimedBy {BUKELE} ; dd:claimAbout asset:BTC"),
    "c54": ("judgement", 1754, 1815, f"{JUDGEMENT} ; dd:claimAbout state:PAK"),
    "c55": ("fact", 1731, 1753, "?x a dd:Claim ; dd:modality modality:actual"),
    "c56": (
        "fact", 1821, 1873,
        "?x a dd:Announcement ; dd:hasSpeaker state:PAK ; dd:announces ?e . "
        "?e a dd:EstablishmentOfBody ; dd:modality modality:announced ; dd:concernsBody org:pak-virtual-asset-regulator",
    ),
    "c57": (
        "fact", 1876, 1903,
        "?x a dd:Reserve ; dd:declaredAsset asset:BTC . state:PAK dd:hasReserve ?x . "
        "?e dd:concernsReserve ?x ; dd:modality modality:announced . ?n dd:announces ?e",
    ),
    "c58": ("fact", 1827, 1833, "?x a dd:Announcement ; dd:timeExpression ?t . FILTER(LANG(?t) = 'ar')"),
    "c59": ("fact", 1844, 1872, "?x a dd:Claim ; dd:claimAbout org:pak-virtual-asset-regulator ; dd:confidence 0.7"),
    "c60": ("judgement", 1906, 1970, JUDGEMENT),
    "c61": ("judgement", 1973, 2043, f"{JUDGEMENT} ; dd:claimAbout [ a dd:Agreement ] . ?p dd:attribution attribution:unnamed-view"),
    "c62": ("judgement", 2044, 2073, f"{JUDGEMENT} ; dd:reviewed true . ?p dd:attribution attribution:unnamed-view"),
    "c63": ("judgement", 2075, 2154, f"{PREDICTION} . ?p dd:attribution attribution:unnamed-view"),
}  # fmt: skip


def holds(store: Store, claim: str) -> bool:
    """Tell whether a claim is in a graph, with its passage."""
    _, start, end, pattern = CLAIMS[claim]
    return store.ask(
        f"""ASK {{
          {pattern} .
          ?x dd:evidencedBy ?p .
          ?p dd:inArticle article:pakistan-el-salvador-bitcoin ; oa:start ?start ; oa:end ?end ; oa:exact ?quote .
          BIND(IF(?start > {start}, ?start, {start}) AS ?from)
          BIND(IF(?end < {end}, ?end, {end}) AS ?to)
          FILTER(2 * (?to - ?from) >= {end - start} || (?start >= {start} && ?end <= {end}))
        }}"""
    )


@pytest.mark.parametrize("claim", CLAIMS)
def test_claim_is_in_the_graph(claim: str, graph: Store) -> None:
    assert holds(graph, claim)


def test_extractor_alone_reads_at_least_40_of_the_45_facts_and_firsts(sample: Extraction, knowledge: Knowledge) -> None:
    store = Store()
    store.extend(knowledge.quads)
    store.extend(sample.quads)
    infer(store)
    told = [claim for claim, (kind, *_) in CLAIMS.items() if kind in ("fact", "first")]
    missed = [claim for claim in told if not holds(store, claim)]
    assert len(told) == 45
    assert len(told) - len(missed) >= 40, missed


def test_judgements_are_eighteen_and_each_has_voice_and_quote(graph: Store) -> None:
    assert sum(kind == "judgement" for kind, *_ in CLAIMS.values()) == 18
    _, rows = graph.select(
        "SELECT DISTINCT ?x WHERE { ?x a dd:Judgement ; dd:evidencedBy [ oa:exact ?q ; dd:attribution ?v ] }"
    )
    assert len(list(rows)) == 18
