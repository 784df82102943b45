"""The pictures of a report: where the partners of a state are, whom a body or person has to do with, and when."""

from __future__ import annotations

from dadiplo import network
from dadiplo.analysis import ANALYSES, Request
from dadiplo.analysis.plots import View, ego
from dadiplo.analysis.rendering import summary
from dadiplo.network import Selection
from dadiplo.page.explorer import model
from dadiplo.phrases import phrase
from dadiplo.pictures.drawing import Paper, document
from dadiplo.pictures.picture import figure
from dadiplo.resources import compact
from dadiplo.store import Store

#: As wide as the text of a report, so that letters keep their size.
_MAP = Paper(860, 520, top=14, bottom=84, side=26)
_NETWORK = Paper(860, 560, top=14, bottom=44, side=26)
_TIME = Paper(860, 260, top=0, bottom=62, side=30)
#: Dated events without which a timeline says nothing.
_LEAST = 3


def illustrations(store: Store, thing: str, language: str = "en") -> list[tuple[str, str]]:
    """Return pictures of a thing as SVG documents, each with what it shows in words.

    A state has a map of its links, a body or person the network of its partners; whatever has three dated events or
    more has a timeline of them.

    Args:
        store: the graph.
        thing: IRI of a state, body, person or event.
        language: of names and words.

    """
    concerned = [event for event in network.events(store, Selection(modality="any")) if thing in event.agents]
    known = network.agents(store, [thing]).get(thing)
    if known is None or not concerned:
        return []
    data = model(store, concerned)
    drawn = []
    if known.type == "State":
        about = next((n for n, node in enumerate(data["nodes"]) if node["id"] == compact(thing)), -1)
        states = {n for n, node in enumerate(data["nodes"]) if node["type"] == "State" and "place" in node}
        if about in states and any({about} < states & set(event["members"]) for event in data["events"]):
            drawn.append(figure(data, "map", _MAP, title=phrase("partners", language), language=language, about=about))
    else:
        drawn += _partners(store, thing, language)
    if sum("date" in event for event in data["events"]) >= _LEAST:
        drawn.append(figure(data, "timeline", _TIME, title=phrase("timeline", language), language=language))
    return drawn


def _partners(store: Store, thing: str, language: str) -> list[tuple[str, str]]:
    analysis = ANALYSES["ego"]
    request = Request(level="agents", about=thing)
    found = analysis.run(store, request)
    if not found.rows:
        return []
    body, told = ego(View(store, request, found, language, _NETWORK))
    return [(document(summary(analysis, language), told, body, language, _NETWORK, key="network-"), told)]
