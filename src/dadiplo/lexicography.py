"""Makes the lexicon of a language from the labels of the graph: ontology, vocabularies, word lists and entities."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import chain
from typing import TypeAlias

from dadiplo.affixes import HAMZAS, INFINITIVE, OBLIQUE
from dadiplo.folding import fold, words_of
from dadiplo.labels import Entry
from dadiplo.lexicon import CUE, NAMED_KINDS, Lexicon
from dadiplo.resources import DD, ID, PREFIXES, VOCAB
from dadiplo.store import IRI, Literal, Quad

_SKOS = PREFIXES["skos"]
_TYPE = PREFIXES["rdf"] + "type"
_FORMS = {
    _SKOS + "prefLabel": "word",
    _SKOS + "altLabel": "word",
    _SKOS + "hiddenLabel": "word",
    DD + "verbForm": "verb",
    DD + "passiveForm": "passive",
    DD + "nounForm": "noun",
    DD + "demonym": "demonym",
}
_VERBS = ("verb", "passive")
#: Signs that can stand between letters.
_SIGNS = re.compile("[\u0640\u064b-\u0652\u0670]")
_WRITTEN_WITH_CAPITAL = {*NAMED_KINDS.values(), "month", "weekday"} - {"asset"}
_TENSES = {CUE + name for name in ("present", "past", "gerund", "infinitive")}

_Triple: TypeAlias = tuple[str, str, "IRI | Literal"]


def build_lexicon(quads: Iterable[Quad], language: str) -> Lexicon:
    """Return the lexicon of a language from the ontology, the vocabularies, the word lists and the entities."""
    lexicon = Lexicon(language)
    triples: list[_Triple] = [
        (quad.subject.value, quad.predicate.value, quad.object)
        for quad in quads
        if isinstance(quad.subject, IRI) and isinstance(quad.object, IRI | Literal)
    ]
    for subject, predicate, obj in triples:
        if isinstance(obj, IRI):
            lexicon.facts[subject][predicate].add(obj.value)
        else:
            _add_literal(lexicon, subject, predicate, obj)
    _set_grammar(lexicon)
    for subject in {subject for subject, predicate, _ in triples if predicate == _TYPE}:
        for cls in lexicon.facts[subject].get(_TYPE, set()):
            lexicon.types[subject].update(lexicon.superclasses(cls))
    _add_entries(lexicon, triples)
    return lexicon


def _add_literal(lexicon: Lexicon, subject: str, predicate: str, obj: Literal) -> None:
    if obj.language and predicate in (_SKOS + "prefLabel", PREFIXES["rdfs"] + "label"):
        lexicon.labels[subject][obj.language] = obj.value
    elif not obj.language or predicate == DD + "everydayWord":
        lexicon.facts[subject][predicate].add(obj.value)
    if obj.language == lexicon.language and predicate in _READERS:
        _READERS[predicate](lexicon, subject, obj.value)


def _add_ending(lexicon: Lexicon, subject: str, letters: str) -> None:
    (lexicon.tenses if subject in _TENSES else lexicon.endings).append((subject, letters))


def _add_inflection(lexicon: Lexicon, _subject: str, forms: str) -> None:
    of_labels, _, others = forms.partition(":")
    # Of "co-chair: co-chairs" each half has forms of its own.
    for other in words_of(others) if "-" not in of_labels else ():
        lexicon.inflections[other] = (*lexicon.inflections.get(other, ()), of_labels)


def _add_interchangeable(lexicon: Lexicon, _subject: str, words: str) -> None:
    of_labels, _, others = words.partition(":")
    for other in words_of(others):
        if of_labels.startswith("-"):
            lexicon.pronouns.append((other, fold(of_labels[1:])))
        else:
            lexicon.interchangeable[other] = (*lexicon.interchangeable.get(other, ()), of_labels)


#: Property of words of a language → what it adds to the lexicon, given its subject and its value.
_READERS: dict[str, Callable[[Lexicon, str, str], object]] = {
    DD + "commonWord": lambda lexicon, _, word: lexicon.common.add(fold(word)),
    DD + "contraction": lambda lexicon, _, word: lexicon.contractions.add(word),
    DD + "freeRelative": lambda lexicon, _, word: lexicon.free_relatives.add(word),
    DD + "foundedWord": lambda lexicon, _, word: lexicon.founded.add(fold(word)),
    DD + "exactForm": lambda lexicon, _, word: lexicon.exact_names.add(word),
    DD + "wordEnding": _add_ending,
    DD + "inflection": _add_inflection,
    DD + "interchangeable": _add_interchangeable,
    DD + "proclitic": lambda lexicon, cue, letters: lexicon.proclitics.append((fold(letters), cue)),
    DD + "enclitic": lambda lexicon, cue, letters: lexicon.enclitics.append((fold(letters), cue)),
}


def _set_grammar(lexicon: Lexicon) -> None:
    """Set what the vocabulary says of the language, and put the longest of the joined letters first."""
    language = f"{VOCAB}language/{lexicon.language}"
    lexicon.proclitics.sort(key=lambda item: (-len(item[0]), item))
    lexicon.enclitics.sort(key=lambda item: (-len(item[0]), item))
    lexicon.order = lexicon.value(language, DD + "wordOrder") or lexicon.order
    lexicon.name_shape = lexicon.value(language, DD + "nameShape") or lexicon.name_shape
    lexicon.plural_ending = lexicon.value(language, DD + "pluralEnding")
    lexicon.plural_verb_ending = lexicon.value(language, DD + "pluralVerbEnding")
    lexicon.adjectives_behind = lexicon.value(language, DD + "adjectivesBehind") == "true"
    lexicon.first_family_name = lexicon.value(language, DD + "firstFamilyNameInUse") == "true"
    lexicon.everyday_endings = tuple(sorted(lexicon.values(language, DD + "everydayEnding")))
    lexicon.finite_endings = tuple(sorted(lexicon.values(language, DD + "finiteEnding")))
    lexicon.genitives = frozenset(lexicon.values(language, DD + "genitiveEnding"))
    lexicon.drops_pronouns = lexicon.value(language, DD + "dropsPronouns") == "true"


def _add_entries(lexicon: Lexicon, triples: list[_Triple]) -> None:
    """Add the labels by their first word, longest first, and the words that can stand inside a verb."""
    article = {letters for letters, cue in lexicon.proclitics if cue == CUE + "definite"}
    same = {form: tuple(_bare(label, article)[0] for label in of) for form, of in lexicon.interchangeable.items()}
    bent = {form: tuple(_bare(label, article)[0] for label in of) for form, of in lexicon.inflections.items()}
    # What is a form of a verb that another may stand for is a form of that other too.
    bent = {form: (*of, *(other for label in of for other in same.get(label, ()))) for form, of in bent.items()}
    lexicon.interchangeable = same
    lexicon.inflections = {form: (*bent.get(form, ()), *same.get(form, ())) for form in bent.keys() | same.keys()}
    heads = {of for labels in lexicon.inflections.values() for of in labels} if lexicon.order == "SOV" else set()
    infinitives = {head for head in heads if head.endswith(fold(INFINITIVE))}
    for subject, predicate, obj in triples:
        form = _FORMS.get(predicate, "")
        kind = _kind(subject) if form else ""
        if not kind or not isinstance(obj, Literal) or not _is_read(lexicon, subject, predicate, obj):
            continue
        label, _, behind = obj.value.partition("…")
        raw = words_of(label)
        words, tail = _bare(label, article), _bare(behind, article)
        definite = bool(words) and words[0] != raw[0]
        entry = Entry(words, subject, kind, form, definite, _capitals(label, kind), tail)
        if words and entry not in lexicon.entries[words[0]]:
            lexicon.entries[words[0]].append(entry)
            if form in _VERBS and (*words, *tail)[-1] in infinitives:
                lexicon.entries[words[0]].append(_oblique(entry))
            inside = subject == CUE + "inserted" or (subject == CUE + "negation" and lexicon.order == "SOV")
            if inside and len(words) == 1:
                lexicon.inserted.add(words[0])
    for entries in lexicon.entries.values():
        entries.sort(key=lambda entry: (-len(entry.words), entry.kind, entry.iri, entry.form))
    lexicon.family_names = _family_names(lexicon)


def _family_names(lexicon: Lexicon) -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for entry in chain.from_iterable(lexicon.entries.values()):
        if entry.kind == "person" and len(entry.words) > 1:
            found[entry.words[-1]].add(entry.iri)
    return {word: min(iris) for word, iris in found.items() if len(iris) == 1}


def _oblique(entry: Entry) -> Entry:
    """Return the verbal noun of a verb that its label has in the infinitive: before case markers it ends otherwise."""
    *others, last = entry.tail or entry.words
    oblique = (*others, last[:-1] + fold(OBLIQUE))
    return entry._replace(tail=oblique, form="noun") if entry.tail else entry._replace(words=oblique, form="noun")


def _is_read(lexicon: Lexicon, subject: str, predicate: str, label: Literal) -> bool:
    """Tell whether texts of the language are searched for a label: names also as they are written in English."""
    if label.language == lexicon.language:
        if predicate != _SKOS + "prefLabel" or subject.startswith(ID):
            return True
        return lexicon.value(f"{VOCAB}{_kind(subject)}", DD + "readInTexts") == "true"
    # "German" is a given name in Spanish.
    return subject.startswith(ID) and label.language in ("en", None) and _FORMS[predicate] != "demonym"


def _capitals(label: str, kind: str) -> str:
    """Return what the capitals of a label ask of a text: abbreviations are written in capitals, names with one."""
    first = label.split(maxsplit=1)[0] if label.strip() else ""
    letters = [char for char in first if char.isalpha()]
    if not letters or not letters[0].isupper():
        return ""
    if len(letters) > 1 and all(char.isupper() for char in letters) and label == first:
        return "AA"
    if kind == "place" and label.split()[-1][:1].isupper() and label != first:
        # "La Paz" is a city, "la paz" is peace.
        return "A A"
    return "A" if kind in _WRITTEN_WITH_CAPITAL else ""


def _kind(iri: str) -> str:
    if iri.startswith(ID):
        return NAMED_KINDS.get(iri[len(ID) :].split("/", 1)[0], "")
    if iri.startswith(VOCAB):
        return iri[len(VOCAB) :].split("/", 1)[0]
    return ""


def _bare(label: str, articles: set[str]) -> tuple[str, ...]:
    """Return the folded words of a label without the article, which is never written with a hamza."""
    written = re.findall(r"\w+", _SIGNS.sub("", unicodedata.normalize("NFC", label)))
    folded = words_of(label)
    aligned = written if len(written) == len(folded) else folded
    return tuple(
        word if shown[0] in HAMZAS else _without(word, articles) for word, shown in zip(folded, aligned, strict=True)
    )


def _without(word: str, articles: set[str]) -> str:
    for article in sorted(articles, key=lambda article: (-len(article), article)):
        if word.startswith(article) and len(word) - len(article) >= 2:
            return word[len(article) :]
    return word
