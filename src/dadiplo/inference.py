"""What follows: the OWL 2 RL closure and the derive rules, in a graph of their own.

The rules of OWL 2 RL (OWL 2 Profiles, section 4.3, tables 4-9) are compiled from the ontology: each axiom
becomes one CONSTRUCT with constant predicates, and all are run to a fixpoint. ``owlrl`` can be asked instead;
both give the same triples, because what holds of everything (``x sameAs x``, ``x a owl:Thing``, ``C subClassOf C``,
what owl:Nothing is part of, datatype and annotation declarations) is left out of both.

Covered: subclasses and equivalent classes, intersections and unions, someValuesFrom and hasValue, oneOf, domains and
ranges (also inherited), subproperties, equivalent, inverse, symmetric, transitive, functional and inverse
functional properties, property chains, sameAs. Rules that only find inconsistencies are shapes here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from dadiplo.errors import UsageError
from dadiplo.resources import GRAPH, PREFIXES, folder
from dadiplo.store import IRI, BlankNode, Literal, Quad, Store, Term, Triple, triple_of

INFERRED = IRI(GRAPH + "inferred")

_OWL, _RDF, _RDFS = PREFIXES["owl"], PREFIXES["rdf"], PREFIXES["rdfs"]
_TYPE = IRI(_RDF + "type")
_SUBCLASS = IRI(_RDFS + "subClassOf")
_SUBPROPERTY = IRI(_RDFS + "subPropertyOf")
_SAME = IRI(_OWL + "sameAs")
_VACUOUS = {_OWL + "Thing", _OWL + "Nothing"}
_REFLEXIVE = {
    _OWL + "sameAs", _OWL + "equivalentClass", _OWL + "equivalentProperty",
    _RDFS + "subClassOf", _RDFS + "subPropertyOf",
}  # fmt: skip


def infer(store: Store, reasoner: str = "rules", new: Iterable[Quad] | None = None) -> list[Quad]:
    """Add what follows from all graphs of ``store`` to its graph ``inferred`` and return those quads.

    Args:
        store: quads of ontology, entities and sources; changed in place.
        reasoner: ``rules`` (compiled, fast) or ``owlrl`` (the reference).
        new: the quads added since the last inference, if the graph ``inferred`` already holds what followed before.

    Raises:
        UsageError: there is no such reasoner.

    """
    if reasoner not in REASONERS:
        raise UsageError(f"no reasoner {reasoner!r}; choose from {', '.join(REASONERS)}")
    if new is not None and reasoner == "rules":
        _fixpoint(store, derive_rules(), {_key(triple_of(quad)) for quad in new})
    else:
        REASONERS[reasoner](store, derive_rules())
    return list(store.match(graph=INFERRED))


def derive_rules() -> list[str]:
    """Return the CONSTRUCT queries of ``queries/derive``."""
    return [path.read_text(encoding="utf-8") for path in sorted((folder("queries") / "derive").glob("*.rq"))]


def closure(store: Store, more: Iterable[str] = ()) -> None:
    """Add the OWL 2 RL closure by the compiled rules, together with what ``more`` CONSTRUCT queries give.

    A rule is run again only when the round before added a triple that its body could match.
    """
    _close_schema(store)
    _fixpoint(store, more)


def _fixpoint(store: Store, more: Iterable[str], changed: set[str] | None = None) -> None:
    """Run the rules until nothing new follows; ``changed`` are the keys of what is new, all if ``None``."""
    rules = [(rule, _needs(rule)) for rule in compile_rules(store)] + [(rule, frozenset[str]()) for rule in more]
    present = _keys(store)
    changed = present if changed is None else changed
    while changed:
        added: set[str] = set()
        for rule, needs in rules:
            if needs <= present and (needs & changed or not needs):
                added.update(_key(triple) for triple in _add(store, store.construct(rule)))
        present, changed = present | added, added


def _key(triple: Triple) -> str:
    _, predicate, obj = triple
    return f"a {obj}" if predicate == _TYPE else str(predicate)


def _keys(store: Store) -> set[str]:
    _, predicates = store.select("SELECT DISTINCT ?p WHERE { ?s ?p ?o }")
    _, classes = store.select("SELECT DISTINCT ?c WHERE { ?s a ?c }")
    return {str(row[0]) for row in predicates} | {f"a {row[0]}" for row in classes}


def _needs(rule: str) -> frozenset[str]:
    """Return the predicates and classes without which the body of a rule matches nothing."""
    body = rule.split("WHERE {", 1)[1].split("FILTER", 1)[0]
    if "UNION" in body or "?p" in body:
        return frozenset()
    return frozenset(re.findall(r"\?\w+ (a <[^>]+>|<[^>]+>)", body))


def closure_by_owlrl(store: Store, more: Iterable[str] = ()) -> None:
    """Add the OWL 2 RL closure by owlrl, together with what ``more`` CONSTRUCT queries give (slow; to compare)."""
    import owlrl
    import rdflib

    from dadiplo.bridge import from_rdflib, triple_to_rdflib

    rules = list(more)
    size = -1
    while size != len(store):
        size = len(store)
        graph = rdflib.Graph()
        for triple in {triple_of(quad) for quad in store}:
            graph.add(triple_to_rdflib(triple))
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
        _add(store, (from_rdflib(triple) for triple in graph if not isinstance(triple[0], rdflib.Literal)))
        for rule in rules:
            _add(store, store.construct(rule))


Reasoner = Callable[[Store, Iterable[str]], None]
REASONERS: dict[str, Reasoner] = {"rules": closure, "owlrl": closure_by_owlrl}


def vacuous(triple: Triple) -> bool:
    """Tell whether a triple holds of everything or is about a nameless class, so that writing it says nothing."""
    subject, predicate, obj = triple
    if isinstance(subject, BlankNode) or isinstance(obj, BlankNode):
        return True
    names = {term.value for term in triple if isinstance(term, IRI)}
    if subject.value.startswith(PREFIXES["xsd"]):
        return True
    if names & _VACUOUS or (predicate.value in _REFLEXIVE and subject == obj):
        return True
    if predicate == _TYPE and isinstance(obj, IRI):
        if obj.value == _RDFS + "Datatype":
            return True
        standard = isinstance(subject, IRI) and subject.value.startswith((_OWL, _RDFS, _RDF))
        return standard and obj.value in (_OWL + "AnnotationProperty", _OWL + "Class", _RDF + "Property")
    return False


def compile_rules(store: Store) -> list[str]:
    """Return one CONSTRUCT query for each axiom of the ontology in ``store``."""
    return sorted({rule for compiler in _COMPILERS for rule in compiler(store)})


def _rule(head: str, body: str) -> str:
    return f"CONSTRUCT {{ {head} }} WHERE {{ {body} FILTER NOT EXISTS {{ {head} }} }}"


def _axioms(store: Store, predicate: str) -> Iterator[tuple[IRI | BlankNode, Term]]:
    for quad in store.match(predicate=IRI(predicate)):
        yield quad.subject, quad.object  # type: ignore[misc]


def _class_rules(store: Store) -> Iterator[str]:
    pairs = list(_axioms(store, _SUBCLASS.value))
    for one, other in _axioms(store, _OWL + "equivalentClass"):
        pairs += [(one, other), (other, one)]  # type: ignore[list-item]
    for sub, sup in pairs:
        body = _membership(store, sub)
        if body is None or sub == sup:
            continue
        for head in _consequences(store, sup):
            yield _rule(head, body)
    for cls, _ in [*_axioms(store, _OWL + "unionOf"), *_axioms(store, _OWL + "oneOf")]:
        if isinstance(cls, IRI):
            yield from _rules_of_expression(store, cls)


def _rules_of_expression(store: Store, cls: IRI) -> Iterator[str]:
    for member in _list_of(store, cls, _OWL + "unionOf"):
        body = _membership(store, member)
        if body:
            yield _rule(f"?x a {cls}", body)
    for member in _list_of(store, cls, _OWL + "oneOf"):
        yield f"CONSTRUCT {{ {member} a {cls} }} WHERE {{ FILTER NOT EXISTS {{ {member} a {cls} }} }}"


def _membership(store: Store, cls: Term) -> str | None:
    """Return the pattern by which ``?x`` is known to be in a class or class expression."""
    if isinstance(cls, IRI):
        return f"?x a {cls} ."
    members = _list_of(store, cls, _OWL + "intersectionOf")
    if members:
        parts = [_membership(store, member) for member in members]
        return None if None in parts else " ".join(part for part in parts if part)
    members = _list_of(store, cls, _OWL + "unionOf")
    if members:
        parts = [_membership(store, member) for member in members]
        return None if None in parts else " UNION ".join(f"{{ {part} }}" for part in parts if part)
    on = _value(store, cls, _OWL + "onProperty")
    value = _value(store, cls, _OWL + "hasValue")
    if on and value:
        return f"?x {on} {value} ."
    some = _value(store, cls, _OWL + "someValuesFrom")
    if on and some == IRI(_OWL + "Thing"):
        return f"?x {on} ?some ."
    if on and isinstance(some, IRI):
        return f"?x {on} ?some . ?some a {some} ."
    return None


def _consequences(store: Store, cls: Term) -> list[str]:
    """Return what follows for ``?x`` from being in a class or class expression."""
    if isinstance(cls, IRI):
        return [f"?x a {cls}"]
    heads = []
    for member in _list_of(store, cls, _OWL + "intersectionOf"):
        heads += _consequences(store, member)
    on, value = _value(store, cls, _OWL + "onProperty"), _value(store, cls, _OWL + "hasValue")
    if on and value:
        heads.append(f"?x {on} {value}")
    return heads


def _property_rules(store: Store) -> Iterator[str]:
    for prop, cls in _axioms(store, _RDFS + "domain"):
        for head in _consequences(store, cls):
            yield _rule(head, f"?x {prop} ?y .")
    for prop, cls in _axioms(store, _RDFS + "range"):
        if isinstance(cls, IRI) and not _is_datatype(cls):
            yield _rule(f"?y a {cls}", f"?x {prop} ?y . FILTER(!isLiteral(?y))")
    for prop, sup in _axioms(store, _SUBPROPERTY.value):
        if prop != sup:
            yield _rule(f"?x {sup} ?y", f"?x {prop} ?y .")
    for one, other in _axioms(store, _OWL + "equivalentProperty"):
        yield _rule(f"?x {other} ?y", f"?x {one} ?y .")
        yield _rule(f"?x {one} ?y", f"?x {other} ?y .")
    for one, other in _axioms(store, _OWL + "inverseOf"):
        yield _rule(f"?y {other} ?x", f"?x {one} ?y . FILTER(!isLiteral(?y))")
        yield _rule(f"?y {one} ?x", f"?x {other} ?y . FILTER(!isLiteral(?y))")
    for prop, steps in _axioms(store, _OWL + "propertyChainAxiom"):
        chain = _items(store, steps)
        body = " ".join(f"?v{i} {step} ?v{i + 1} ." for i, step in enumerate(chain))
        yield _rule(f"?v0 {prop} ?v{len(chain)}", body)


def _characteristic_rules(store: Store) -> Iterator[str]:
    bodies = {
        "SymmetricProperty": ("?y {p} ?x", "?x {p} ?y . FILTER(!isLiteral(?y))"),
        "TransitiveProperty": ("?x {p} ?z", "?x {p} ?y . ?y {p} ?z ."),
        "FunctionalProperty": (
            "?y <{same}> ?z", "?x {p} ?y . ?x {p} ?z . FILTER(?y != ?z && !isLiteral(?y) && !isLiteral(?z))",
        ),
        "InverseFunctionalProperty": ("?x <{same}> ?z", "?x {p} ?y . ?z {p} ?y . FILTER(?x != ?z)"),
    }  # fmt: skip
    merging = bool(list(store.match(predicate=_SAME)))
    for name, (head, body) in bodies.items():
        for quad in store.match(predicate=_TYPE, obj=IRI(_OWL + name)):
            merging = merging or "Functional" in name
            names = {"p": str(quad.subject), "same": _SAME.value}
            yield _rule(head.format(**names), body.format(**names))
    if merging:
        same = f"<{_SAME.value}>"
        yield _rule(f"?y {same} ?x", f"?x {same} ?y . FILTER(?x != ?y)")
        yield _rule(f"?x {same} ?z", f"?x {same} ?y . ?y {same} ?z . FILTER(?x != ?z)")
        yield _rule("?y ?p ?o", f"?x {same} ?y . ?x ?p ?o . FILTER(?p != {same})")
        yield _rule("?s ?p ?y", f"?x {same} ?y . ?s ?p ?x . FILTER(?p != {same})")


_COMPILERS = (_class_rules, _property_rules, _characteristic_rules)


def _close_schema(store: Store) -> None:
    """Add what follows about classes and properties themselves (rules scm-* of table 9).

    Nameless classes link named ones, so the closure is made in a store of its own and cleared of them at the end.
    """
    same_class, same_property = _OWL + "equivalentClass", _OWL + "equivalentProperty"
    domain, range_ = _RDFS + "domain", _RDFS + "range"
    schema = Store()
    for predicate in (_SUBCLASS.value, _SUBPROPERTY.value, same_class, same_property, domain, range_):
        schema.extend(store.match(predicate=IRI(predicate)))
    for cls, _ in _axioms(store, _OWL + "intersectionOf"):
        schema.extend(Quad(cls, _SUBCLASS, member) for member in _list_of(store, cls, _OWL + "intersectionOf"))
    for cls, _ in _axioms(store, _OWL + "unionOf"):
        members = _list_of(store, cls, _OWL + "unionOf")
        schema.extend(Quad(member, _SUBCLASS, cls) for member in members if not isinstance(member, Literal))
    rules = []
    for up, same in ((_SUBCLASS, IRI(same_class)), (_SUBPROPERTY, IRI(same_property))):
        rules += [
            _rule(f"?a {up} ?c", f"?a {up} ?b . ?b {up} ?c . FILTER(?a != ?c)"),
            _rule(f"?a {up} ?b", f"?a {same} ?b . FILTER(?a != ?b)"),
            _rule(f"?b {up} ?a", f"?a {same} ?b . FILTER(?a != ?b)"),
            _rule(f"?a {same} ?b", f"?a {up} ?b . ?b {up} ?a . FILTER(?a != ?b)"),
        ]
    for at in (IRI(domain), IRI(range_)):
        rules += [
            _rule(f"?p {at} ?c", f"?p {at} ?b . ?b {_SUBCLASS} ?c ."),
            _rule(f"?p {at} ?c", f"?q {at} ?c . ?p {_SUBPROPERTY} ?q ."),
        ]
    size = -1
    while size != len(schema):
        size = len(schema)
        for rule in rules:
            schema.extend([Quad(*triple) for triple in schema.construct(rule)])
    _add(store, (triple_of(quad) for quad in schema.match()))


def _is_datatype(iri: IRI) -> bool:
    return iri.value.startswith(PREFIXES["xsd"]) or iri.value in (
        _RDF + "langString", _RDF + "PlainLiteral", _RDFS + "Literal",
    )  # fmt: skip


def _value(store: Store, subject: Term, predicate: str) -> Term | None:
    if isinstance(subject, Literal):
        return None
    return next((triple_of(quad)[2] for quad in store.match(subject, IRI(predicate))), None)


def _list_of(store: Store, subject: Term, predicate: str) -> list[Term]:
    head = _value(store, subject, predicate)
    return _items(store, head) if head is not None else []


def _items(store: Store, head: Term | None) -> list[Term]:
    """Return the members of an RDF list in its order."""
    items: list[Term] = []
    while isinstance(head, BlankNode):
        first = _value(store, head, _RDF + "first")
        if first is None:
            break
        items.append(first)
        head = _value(store, head, _RDF + "rest")
    return items


def _add(store: Store, triples: Iterable[Triple]) -> list[Triple]:
    """Add the triples that no graph has to the inferred graph, and return them."""
    added = [triple for triple in triples if not vacuous(triple) and not store.has(*triple)]
    store.extend([Quad(*triple, INFERRED) for triple in added])
    return added
