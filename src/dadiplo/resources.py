"""Where the shipped knowledge lies, and the prefixes that everything is written with."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

BASE = "https://w3id.org/dadiplo/"
DD = BASE + "ontology#"
VOCAB = BASE + "vocab/"
ID = BASE + "id/"
GRAPH = BASE + "graph/"
#: The graph of what a user's file puts in no graph.
OWN_GRAPH = GRAPH + "own"

INDIVIDUALS = (
    "accession", "action", "agreement", "appointment", "article", "asset", "claim", "condition", "establishment",
    "holding", "measure", "meeting", "money", "org", "person", "place", "post", "representation", "reserve", "source",
    "state", "statement", "status", "tenure", "visit", "withdrawal",
)  # fmt: skip
SCHEMES = (
    "asset-kind", "attribution", "bindingness", "body-kind", "corroboration", "cue", "instrument-kind", "language",
    "legal-status", "measure-kind", "meeting-format", "modality", "money-action", "month", "office", "relevance",
    "reserve-action", "role", "scope", "source-tier", "stage", "topic", "trigger", "weekday",
)  # fmt: skip

#: Prefix → namespace, for all output and always declared in queries.
PREFIXES: dict[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "dd": DD,
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "graph": GRAPH,
    "np": "http://www.nanopub.org/nschema#",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{scheme: f"{VOCAB}{scheme}/" for scheme in SCHEMES},
    **{kind: f"{ID}{kind}/" for kind in INDIVIDUALS},
}

_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}
#: Namespaces with their prefixes, the longest first.
_BY_LENGTH = sorted(((namespace, prefix) for prefix, namespace in PREFIXES.items()), key=lambda item: -len(item[0]))


def folder(name: str) -> Path:
    """Return the folder ``ontology``, ``data``, ``shapes`` or ``queries``.

    In an installed wheel the folders lie inside the package, in a checkout beside ``src``.

    Raises:
        FileNotFoundError: the folder is in neither place.

    """
    inside = Path(str(files("dadiplo"))) / name
    if inside.is_dir():
        return inside
    beside = Path(__file__).resolve().parents[2] / name
    if beside.is_dir():
        return beside
    raise FileNotFoundError(f"the folder {name}/ is missing from this installation of dadiplo")


def turtle_files(*parts: str) -> list[Path]:
    """Return the Turtle and TriG files under a shipped folder, in a stable order."""
    top = folder(parts[0]).joinpath(*parts[1:])
    return sorted(path for path in top.rglob("*") if path.suffix in {".ttl", ".trig"})


def expand(curie: str) -> str:
    """Return the full IRI of a compact one such as ``dd:State``.

    Raises:
        KeyError: the prefix is unknown.

    """
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local


@lru_cache(maxsize=65536)
def compact(iri: str) -> str:
    """Return the compact form of an IRI, or the IRI itself if no prefix fits."""
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    if iri[:cut] in _PREFIX_OF:
        return f"{_PREFIX_OF[iri[:cut]]}:{iri[cut:]}"
    for namespace, prefix in _BY_LENGTH:
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
