"""From what a person types to an IRI: codes, names in any language and spelling, compact IRIs, IRIs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dadiplo.errors import UsageError
from dadiplo.folding import fold, words_of
from dadiplo.resources import DD, ID, PREFIXES, VOCAB, compact, expand
from dadiplo.store import IRI, Literal, Store, triple_of

_LABELS = (PREFIXES["skos"] + "prefLabel", PREFIXES["skos"] + "altLabel", DD + "demonym")
_CODES = ("isoAlpha2", "isoAlpha3")
_LANGUAGES = ("en", "ar", "es", "ur")
#: Characters of a text from which on it is no name; comparing it with all names would take long.
_LONGEST = 500
_TYPE = IRI(PREFIXES["rdf"] + "type")


def find(store: Store, text: str, kind: str = "Agent") -> str:
    """Return the IRI of the thing of a kind that ``text`` names.

    Args:
        store: the graph.
        text: an IRI or its last part, a compact IRI, an ISO code of a state, or a name in any language.
        kind: local name of a class (``State``) or name of a vocabulary scheme (``topic``).

    Raises:
        UsageError: nothing has that name (with the nearest names), or several things have it.

    """
    if re.fullmatch(r"https?://\S+", text):
        return _existing(store, text, text, kind)
    if re.fullmatch(r"[a-z-]+:\S+", text) and text.partition(":")[0] in PREFIXES:
        return _existing(store, expand(text), text, kind)
    if len(text) > _LONGEST:
        raise UsageError(f"no {_kind_name(kind)} has a name of {len(text):,} characters: {text[:40]!r} …")
    exact = _by_code(store, text, kind) or _by_label(store, text, kind)
    if len(exact) == 1:
        return exact[0]
    named = list(names(store, kind))
    folded = fold(text.strip())
    found = exact or sorted({iri for iri, name in named if fold(name) == folded})
    if not found:
        # Part of a name will do if only one thing has it, such as a surname.
        typed = set(words_of(text))
        found = sorted({iri for iri, name in named if typed and typed <= set(words_of(name))})
    if len(found) == 1:
        return found[0]
    if found:
        some = ", ".join(_shown(store, iri) for iri in found[:5]) + (" …" if len(found) > 5 else "")
        raise UsageError(f"{text!r} can mean {some}; say which")
    raise UsageError(f"no {_kind_name(kind)} is called {text!r}{suggestions(folded, named)}")


def class_names(store: Store, above: str) -> Iterator[tuple[str, str]]:
    """Yield a class and those under it with each of their names: the local name, and labels in all languages."""
    below = store.match(None, IRI(PREFIXES["rdfs"] + "subClassOf"), IRI(DD + above))
    for iri in {DD + above} | {triple_of(quad)[0].value for quad in below}:
        yield iri, iri.removeprefix(DD)
        for quad in store.match(IRI(iri), IRI(PREFIXES["rdfs"] + "label")):
            yield iri, triple_of(quad)[2].value


def label(store: Store, iri: str, language: str = "en") -> str:
    """Return the name of a thing in a language, else in English, else in any, else its compact IRI."""
    told: dict[str, str] = {}
    for predicate in (
        PREFIXES["skos"] + "prefLabel",
        PREFIXES["rdfs"] + "label",
        PREFIXES["dcterms"] + "title",
    ):
        for quad in store.match(IRI(iri), IRI(predicate)):
            if isinstance(quad.object, Literal):
                tag = quad.object.language or ""
                told[tag] = min(told.get(tag, quad.object.value), quad.object.value)
        if told:
            break
    return told.get(language) or told.get("en") or (told[min(told)] if told else _quote(store, iri) or compact(iri))


def _quote(store: Store, iri: str) -> str:
    """Return the words of a claim, which has no name of its own."""
    if not iri.startswith(f"{ID}claim/"):
        return ""
    for quad in store.match(IRI(iri), IRI(DD + "evidencedBy")):
        for passage in store.match(quad.object, IRI(PREFIXES["oa"] + "exact")):  # type: ignore[arg-type]
            return "“" + " ".join(triple_of(passage)[2].value.split()) + "”"
    return ""


def _existing(store: Store, iri: str, text: str, kind: str) -> str:
    if next(store.match(IRI(iri)), None) is None and next(store.match(obj=IRI(iri)), None) is None:
        named = [(other, compact(other)) for other, _ in names(store, kind)]
        raise UsageError(f"{text} is not in the graph{suggestions(text, named)}")
    return iri


def _by_code(store: Store, text: str, kind: str) -> list[str]:
    if kind not in ("State", "Agent") or not re.fullmatch(r"[A-Za-z]{2,3}", text):
        return []
    code = Literal(text.upper())
    return sorted(
        {
            quad.subject.value
            for name in _CODES
            for quad in store.match(None, IRI(DD + name), code)
            if isinstance(quad.subject, IRI)
        }
    )


def _by_label(store: Store, text: str, kind: str) -> list[str]:
    found = set()
    for predicate in _LABELS[:2]:
        for language in _LANGUAGES:
            for quad in store.match(None, IRI(predicate), Literal(text, language=language)):
                if isinstance(quad.subject, IRI) and _is(store, quad.subject, kind):
                    found.add(quad.subject.value)
    return sorted(found)


def _is(store: Store, subject: IRI, kind: str) -> bool:
    if kind[:1].isupper():
        return next(store.match(subject, _TYPE, IRI(DD + kind)), None) is not None
    return subject.value.startswith(f"{VOCAB}{kind}/")


def names(store: Store, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the things of a kind with each of their names."""
    if kind[:1].isupper():
        subjects = {quad.subject for quad in store.match(None, _TYPE, IRI(DD + kind))}
    else:
        scheme = IRI(f"{VOCAB}{kind}")
        subjects = {quad.subject for quad in store.match(None, IRI(PREFIXES["skos"] + "inScheme"), scheme)}
    for subject in subjects:
        if not isinstance(subject, IRI):
            continue
        yield subject.value, subject.value.rsplit("/", 1)[-1]
        for predicate in _LABELS:
            for quad in store.match(subject, IRI(predicate)):
                if isinstance(quad.object, Literal):
                    yield subject.value, quad.object.value


def suggestions(folded: str, named: list[tuple[str, str]]) -> str:
    """Return the end of an error: which of the names, each with its IRI, come nearest to a folded text, if any."""
    import difflib

    by_fold = {fold(name): name for _, name in sorted(named, reverse=True)}
    near = difflib.get_close_matches(folded, sorted(by_fold), n=3, cutoff=0.6)
    return f"; did you mean {', '.join(by_fold[name] for name in near)}?" if near else ""


def _kind_name(kind: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", kind).lower().replace("-", " ")


def _shown(store: Store, iri: str) -> str:
    """Return a candidate with its name and the states it acts for, by which it is told from others of the name."""
    states = {triple_of(quad)[2].value for quad in store.match(IRI(iri), IRI(DD + "actsFor"))} - {iri}
    return f"{compact(iri)} ({', '.join([label(store, iri), *sorted(label(store, state) for state in states)])})"
