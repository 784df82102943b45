"""IRIs for what an article tells: the same real event gets the same IRI from every article that tells it.

An IRI is made of what identifies the event whatever the source says about it (who, what kind, about which
body), and of the date that the text states for what is done again and again: agreements (the year), meetings, visits
and measures; never of languages or the order of articles. Where articles state other dates of one event, ``joining``
gives them one name. What only one article can say (its statements and claims) is named after the article.
"""

from __future__ import annotations

from collections import defaultdict

from dadiplo.dates import DATED, naming_date
from dadiplo.lexicon import Lexicon
from dadiplo.mentions.finder import MentionFinder
from dadiplo.model import Event
from dadiplo.resources import DD, ID, VOCAB

#: Class of event → folder of its IRI.
FOLDERS = {
    DD + "Agreement": "agreement",
    DD + "Meeting": "meeting",
    DD + "Visit": "visit",
    DD + "Statement": "statement",
    DD + "Announcement": "statement",
    DD + "EstablishmentOfBody": "establishment",
    DD + "LegalMeasure": "measure",
    DD + "ReserveAction": "action",
    DD + "Appointment": "appointment",
    DD + "Representation": "representation",
    DD + "RoleTenure": "tenure",
    DD + "Claim": "claim",
    DD + "Judgement": "claim",
    DD + "PrecedenceClaim": "claim",
}
_KINDS = (DD + "instrumentKind", DD + "measureKind", DD + "reserveActionKind")


def assign_iris(events: list[Event], article: str, finder: MentionFinder, lexicon: Lexicon) -> dict[int, str]:
    """Return the IRI of each event by ``id()`` of the event.

    Events of one article with equal keys are numbered in the order of the text.
    """
    iris: dict[int, str] = {}
    counts: dict[str, int] = defaultdict(int)
    ordered = sorted(events, key=lambda event: _depends(event))
    for event in ordered:
        folder = FOLDERS[event.type]
        key = f"{folder}/{_key(event, folder, article, finder, lexicon, iris)}"
        if folder in DATED and event.date:
            key += f"-{naming_date(folder, event.date)}"
        counts[key] += 1
        numbered = folder in ("agreement", "meeting", "visit", "measure", "appointment", "statement") or counts[key] > 1
        iris[id(event)] = f"{ID}{key}-{counts[key]}" if numbered else ID + key
    return iris


def _depends(event: Event) -> int:
    """A representation is named after its event, so it comes later."""
    return 1 if FOLDERS[event.type] == "representation" else 0


def _key(event: Event, folder: str, article: str, finder: MentionFinder, lexicon: Lexicon, iris: dict[int, str]) -> str:
    if folder == "claim":
        span = event.passages[0].span
        return (
            f"{article}-{event.type.removeprefix(DD).lower().removesuffix('claim') or 'claim'}-{span.start}-{span.end}"
        )
    values = {argument.role.removeprefix(DD): argument.value for argument in event.arguments}
    if folder == "statement":
        return f"{article}-{_local(values.get('hasSpeaker', 'unnamed')).lower()}"
    if folder == "representation":
        target = next((_local(iris[id(linked)]) for role, linked in event.links if role == DD + "inEvent"), article)
        return f"{target}-{_local(values['representative'])}-for-{_local(values['principal']).lower()}"
    if folder == "tenure":
        return f"{_local(values['tenureHolder'])}-{_local(values['tenurePost'])}"
    if folder == "establishment":
        return _local(values.get("concernsBody", article))
    if folder == "action" and event.values.get(DD + "concernsReserve"):
        kind = _local(event.values.get(DD + "reserveActionKind", ["creation"])[0])
        return f"{_local(event.values[DD + 'concernsReserve'][0])}-{kind}"
    if folder == "visit":
        where = values.get("hasHost") or values.get("tookPlaceAt") or ""
        return "-".join(_local(value) for value in (values.get("hasVisitor", article), where) if value).lower()
    if folder == "meeting":
        persons = sorted(a.value for a in event.arguments if a.value.startswith(ID + "person/"))
        agents = persons if len(persons) > 1 else sorted({a.value for a in event.arguments})
        return "-".join(_local(value) for value in agents if not value.startswith(ID + "place/")).lower() or article
    if folder == "appointment" and "hasAppointee" in values:
        return _local(values["hasAppointee"])
    states = sorted({lexicon.value(s, DD + "isoAlpha3") for s in _states(event, finder)} - {""})
    parts = [state.lower() for state in states] or sorted(_local(a.value) for a in event.arguments)
    kind = next((event.values[prop][0] for prop in _KINDS if event.values.get(prop)), "")
    if kind and kind != VOCAB + "instrument-kind/agreement":
        parts.append(_local(kind))
    parts += [_local(asset).lower() for asset in event.values.get(DD + "concernsAsset", [])]
    return "-".join(parts) or article


def _states(event: Event, finder: MentionFinder) -> set[str]:
    return {state for argument in event.arguments if (state := finder.state_of(argument.value))}


def _local(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]
