"""Which pairs of states may sign next, with reasons, and how well the same guess would have done before.

What comes out is a forecast and no fact: it is told as such in every format and never enters a graph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import combinations
from math import log, sqrt

from dadiplo import network
from dadiplo.analysis.registry import Names, Request, Result, Row, Value, Words, analysis, name, say
from dadiplo.analysis.relations import feature_counts, likeness, weighted
from dadiplo.network import Event
from dadiplo.resources import VOCAB
from dadiplo.store import Store

Pair = tuple[str, str]
#: Share of the first agreements of pairs from which a back-test learns, if no day is given.
_LEARNT = 0.7
#: Pairs that an analyst looks at.
_AT = 10
#: Partners and topics named as reasons, and events of each partner cited.
_NAMED = 3


@dataclass(frozen=True)
class Past:
    """What was known by a day: who had to do with whom, what each state does, who had signed with whom."""

    #: State → partner → the events that link them.
    partners: dict[str, dict[str, list[str]]]
    #: State → weighted topics and kinds.
    interests: dict[str, dict[str, float]]
    signed: frozenset[Pair]


def _common(past: Past, pair: Pair) -> list[str]:
    one, other = (past.partners.get(state, {}) for state in pair)
    return sorted(one.keys() & other.keys())


def _neighbours(past: Past, pair: Pair) -> float:
    """Common neighbours (Liben-Nowell and Kleinberg 2007, doi:10.1002/asi.20591)."""
    return float(len(_common(past, pair)))


def _adamic_adar(past: Past, pair: Pair) -> float:
    """Common neighbours, each counted by one over the logarithm of its degree (Adamic and Adar 2003)."""
    return sum(1 / log(len(past.partners[state])) for state in _common(past, pair))


def _allocation(past: Past, pair: Pair) -> float:
    """Resource allocation: common neighbours by one over their degree (Zhou, Lü and Zhang 2009)."""
    return sum(1 / len(past.partners[state]) for state in _common(past, pair))


def _interests(past: Past, pair: Pair) -> float:
    """Cosine of the topics and kinds of events (see ``similar``)."""
    return likeness(*(past.interests.get(state, {}) for state in pair))[0]


def _met(past: Past, pair: Pair) -> float:
    """Whether the two have had to do with one another without signing."""
    return float(pair[1] in past.partners.get(pair[0], {}))


def _attachment(past: Past, pair: Pair) -> float:
    """Preferential attachment, the baseline: product of the degrees (Barabási and Albert 1999)."""
    return float(len(past.partners.get(pair[0], {})) * len(past.partners.get(pair[1], {})))


#: Score → what it is of a pair in the past.
SCORES: dict[str, Callable[[Past, Pair], float]] = {
    "common-neighbours": _neighbours,
    "adamic-adar": _adamic_adar,
    "resource-allocation": _allocation,
    "shared-topics": _interests,
    "earlier-contact": _met,
    "preferential-attachment": _attachment,
}
#: The scores that the combined one is of: the mean of what share of the pairs have less.
_COMBINED = ("resource-allocation", "shared-topics", "earlier-contact", "preferential-attachment")
BASELINE = "preferential-attachment"


@dataclass(frozen=True, slots=True)
class Test:
    """How a score did: its AUC with the standard error, and the share of pairs that signed among its first ten."""

    score: str
    auc: float
    error: float
    precision: float


@analysis(
    "forecast",
    "status agent other score common_neighbours adamic_adar resource_allocation shared_topics reasons",
    options=("split", "about"),
    details="common_neighbours adamic_adar resource_allocation shared_topics",
    areas=("Agreement",),
)
def forecast(store: Store, request: Request) -> Result:
    """Return pairs of states that have no agreement yet and may sign next, with the reasons: a forecast, no fact.

    Link prediction: common neighbours (Liben-Nowell and Kleinberg 2007, doi:10.1002/asi.20591), Adamic-Adar (2003,
    doi:10.1016/S0378-8733(03)00009-1), resource allocation (Zhou, Lü and Zhang 2009, doi:10.1140/epjb/e2009-00335-8),
    shared topics (cosine, tf-idf). ``score`` is the mean of four ranks, from 0 to 1: resource allocation, shared
    topics, earlier contact without agreement, number of partners. The back-test that is told with it is ``backtest``.
    """
    events = network.events(store, request.selection)
    past = _past(store, events)
    pairs = [pair for pair in _candidates(past) if pair not in past.signed]
    table = {score: {pair: SCORES[score](past, pair) for pair in pairs} for score in SCORES}
    total = _combined(table)
    wanted = (pair for pair in pairs if total[pair] > 0 and (not request.about or request.about in pair))
    ranked = sorted(wanted, key=lambda pair: (-total[pair], pair))
    rows = []
    for pair in ranked[: request.limit or None]:
        reasons, behind = _reasons(past, pair)
        common, *others = (table[score][pair] for score in list(SCORES)[:4])
        names = (name(pair[0]), name(pair[1]))
        values: tuple[Value, ...] = (say("forecast-status"), *names, total[pair], int(common), *others, reasons)
        rows.append(Row(values, behind))
    return Result(tuple(rows), (say("forecast-note"), *_told(store, request)) if rows else ())


@analysis(
    "backtest",
    "measure auc error precision pairs signed learnt_until",
    limit=0,
    options=("split",),
    areas=("Agreement",),
)
def backtest(store: Store, request: Request) -> Result:
    """Return how well each score of ``forecast`` would have told, on a day in the past, which pairs sign after it.

    Learns from what happened up to ``split`` (if not given, the last day by which no more than 70 % of the first
    agreements of pairs were signed) and scores all pairs of states known by then that had no agreement. AUC: the
    probability that a pair that signs later has the higher score (Hanley and McNeil 1982,
    doi:10.1148/radiology.143.1.7063747, with its standard error); precision among the first ten, over all orders of
    equal scores. The baseline is preferential attachment (Barabási and Albert 1999, doi:10.1126/science.286.5439.509).
    """
    split, tests, pairs, signed, _ = _tested(store, request)
    rows = [
        Row((say(f"score-{test.score}"), test.auc, test.error, test.precision, pairs, signed, split))
        for test in sorted(tests, key=lambda one: (-one.auc, one.score))
    ]
    return Result(tuple(rows), _told(store, request) if rows else ())


def _told(store: Store, request: Request) -> tuple[Words, ...]:
    """Return the back-test in words."""
    split, tests, pairs, signed, unknown = _tested(store, request)
    if not tests:
        return (say("backtest-none"),)
    by_name = {test.score: test for test in tests}
    mine, base = by_name["combined"], by_name[BASELINE]
    numbers = {
        "split": split, "pairs": pairs, "signed": signed, "unknown": unknown,
        "auc": f"{mine.auc:.2f}", "error": f"{mine.error:.2f}", "precision": f"{mine.precision:.2f}",
        "base_auc": f"{base.auc:.2f}", "base_precision": f"{base.precision:.2f}",
    }  # fmt: skip
    clear = mine.auc - base.auc > sqrt(mine.error**2 + base.error**2)
    better = mine.auc > base.auc and mine.precision >= base.precision
    verdict = "backtest-better" if better and clear else "backtest-unclear" if better else "backtest-not-better"
    return say("backtest-told", **numbers), say(verdict)


def _tested(store: Store, request: Request) -> tuple[str, list[Test], int, int, int]:
    """Return the day, the tests, how many pairs were scored and signed, and how many signers were not known by then."""
    events = [event for event in network.events(store, request.selection) if event.latest]
    firsts = _firsts(events)
    days = sorted(latest for _, latest in firsts.values())
    split = request.split or _learnt(days)
    before = replace(request.selection, as_of=split)
    past = _past(store, [event for event in events if before.admits(event)])
    # A date that can lie on both sides of the day is on neither.
    scored = [pair for pair in _candidates(past) if pair not in firsts or firsts[pair][0] > split]
    later = {pair for pair, (earliest, _) in firsts.items() if earliest > split}
    hits = [pair for pair in scored if pair in later]
    if not hits or len(hits) == len(scored):
        return split, [], len(scored), len(hits), len(later) - len(hits)
    table = {score: {pair: SCORES[score](past, pair) for pair in scored} for score in SCORES}
    table["combined"] = _combined(table)
    tests = [_test(score, values, set(hits)) for score, values in table.items()]
    return split, tests, len(scored), len(hits), len(later) - len(hits)


def _learnt(days: list[str]) -> str:
    """Return the last of the sorted days by which no more than a share has happened, the first if there is none."""
    most = len(days) * _LEARNT
    return max((day for day in days if bisect_right(days, day) <= most), default=days[0] if days else "")


def _past(store: Store, events: Iterable[Event]) -> Past:
    partners: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    signed = set()
    listed = sorted(events, key=lambda event: (event.latest, event.iri))
    for event in listed:
        for one, other in combinations(event.states, 2):
            partners[one][other].append(event.iri)
            partners[other][one].append(event.iri)
            if event.type == "Agreement":
                signed.add((one, other))
    counts, _ = feature_counts(store, listed, "states")
    states = counts.keys()
    interests = {
        state: type(own)({feature: count for feature, count in own.items() if feature not in states})
        for state, own in counts.items()
    }
    return Past({state: dict(own) for state, own in partners.items()}, weighted(interests), frozenset(signed))


def _candidates(past: Past) -> list[Pair]:
    """Return the pairs of the states that are known."""
    return list(combinations(sorted(past.interests), 2))


def _firsts(events: Iterable[Event]) -> dict[Pair, tuple[str, str]]:
    """Return for each pair the first and last day that its first agreement can have been signed."""
    found: dict[Pair, tuple[str, str]] = {}
    for event in events:
        if event.type == "Agreement":
            for pair in combinations(event.states, 2):
                days = (event.earliest, event.latest)
                found[pair] = min(found.get(pair, days), days)
    return found


def _combined(table: dict[str, dict[Pair, float]]) -> dict[Pair, float]:
    """Return the mean of the ranks of some scores: what share of the pairs have less."""
    ranks = [_ranks(table[score]) for score in _COMBINED]
    return {pair: sum(rank[pair] for rank in ranks) / len(ranks) for pair in table[_COMBINED[0]]}


def _ranks(values: dict[Pair, float]) -> dict[Pair, float]:
    """Return the share of pairs that score less than each pair, 0 for what scores nothing."""
    ordered = sorted(round(value, 12) for value in values.values())
    below: dict[float, int] = {}
    for index, value in enumerate(ordered):
        below.setdefault(value, index)
    return {pair: below[round(value, 12)] / len(ordered) if value > 0 else 0.0 for pair, value in values.items()}


def _test(score: str, values: dict[Pair, float], hits: set[Pair]) -> Test:
    groups: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for pair, value in values.items():
        groups[round(value, 12)][pair in hits] += 1
    good, bad = len(hits), len(values) - len(hits)
    above, won, left, found = 0, 0.0, _AT, 0.0
    for value in sorted(groups, reverse=True):
        misses, right = groups[value]
        won += right * (bad - above - misses / 2)
        above += misses
        taken = min(left, misses + right)
        found += taken * right / (misses + right)
        left -= taken
    auc = won / (good * bad)
    one, two = auc / (2 - auc), 2 * auc * auc / (1 + auc)
    spread = auc * (1 - auc) + (good - 1) * (one - auc * auc) + (bad - 1) * (two - auc * auc)
    return Test(score, auc, sqrt(max(spread, 0.0) / (good * bad)), found / min(_AT, len(values)))


def _reasons(past: Past, pair: Pair) -> tuple[tuple[Words, ...], tuple[str, ...]]:
    """Return in words why a pair may sign, and the events behind that."""
    one, other = pair
    told, behind = [], []
    met = past.partners.get(one, {}).get(other, [])
    if met:
        told.append(say("reason-contact", count=len(met)))
        behind += met
    common = sorted(_common(past, pair), key=lambda state: (len(past.partners[state]), state))
    if common:
        told.append(say("reason-partners", partners=Names(tuple(common[:_NAMED])), count=len(common)))
        for state in common[:_NAMED]:
            behind += [past.partners[side][state][-1] for side in pair]
    _, alike = likeness(past.interests.get(one, {}), past.interests.get(other, {}))
    shared = tuple(feature for feature in alike if feature.startswith(VOCAB + "topic/"))
    if shared:
        told.append(say("reason-topics", topics=Names(shared[:_NAMED])))
    return tuple(told), tuple(dict.fromkeys(behind))
