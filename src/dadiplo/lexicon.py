"""The lexicon of one language: labels of the graph, looked up in words whatever their spelling or prefixes.

A label is found if its words, folded, stand one after another in the text; in a label with "…" other words may stand
there ("took … office"), and only the words before it are its mention, or those behind it where verbs come last.
Folding removes what spelling varies in (case, accents, short vowels, forms of hamza, Arabic or Urdu letters for the
same sound); letters written joined to a word (Arabic "and", "with", "the") are labels themselves and are peeled off.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from dadiplo.affixes import FEMININE, OPEN_TA, PARTICIPLE, PRESENT
from dadiplo.folding import fold
from dadiplo.labels import (
    REACH,
    Analysis,
    Entry,
    Labels,
    Node,
    Opening,
    behind_gaps,
    capitals_fit,
    in_order,
    in_place,
    of_kinds,
    raw_length,
    stays_inside,
    with_gaps,
)
from dadiplo.model import Mention, Sentence, Span, Word
from dadiplo.resources import DD, PREFIXES, VOCAB
from dadiplo.trees import Trees
from dadiplo.weights import Senses, Weights

_VERBS = ("verb", "passive")
#: Folder of IRIs → the kind of its mentions.
NAMED_KINDS = {"state": "state", "org": "organization", "person": "person", "place": "place", "asset": "asset"}
#: What may stand between the words of one name; a dash between spaces parts two ("LA PAZ - El Senado").
JOINT = re.compile(r"[ \t\u00a0]*[&/]?[ \t\u00a0]*|[-‐‑'’]")
_POINT = re.compile(r"\.[ \t\u00a0]?")

CUE = VOCAB + "cue/"
POSSESSIVE = CUE + "possessive"
_ENDING = CUE + "ending"
#: The forms of verbs behind which a pronoun for their object is joined.
_OBJECT_BEHIND = {CUE + "infinitive", CUE + "gerund"}
_GOVERNS = {CUE + "with", CUE + "as"}
_POINTING = {CUE + "definite", CUE + "this"}
#: The fewest letters of a word before a pronoun joined to it.
_STEM = 3
_NOTHING = frozenset[str]()


@dataclass(eq=False)
class Lexicon:
    """All labels of a language, by their first word."""

    language: str
    order: str = "SVO"
    #: How names of bodies are built: ``capitals``, ``head-first`` or ``head-last``.
    name_shape: str = "capitals"
    #: Whether a verb without a doer goes on with the one before ("Viaja a …"), and doers can stand behind verbs.
    drops_pronouns: bool = False
    #: Whether adjectives stand behind their nouns ("la bolsa peruana").
    adjectives_behind: bool = False
    #: Whether persons with two family names are called by the first.
    first_family_name: bool = False
    #: The genitive of names, where an apostrophe parts it from them ("Chad's").
    genitives: frozenset[str] = frozenset()
    #: How words end that open sentences with a capital and are no names; how finite verbs end and nouns do not.
    everyday_endings: tuple[str, ...] = ()
    finite_endings: tuple[str, ...] = ()
    #: Relatives that stand for what they speak of ("what was said").
    free_relatives: set[str] = field(default_factory=set)
    #: Prepositions written in one word with the article ("del").
    contractions: set[str] = field(default_factory=set)
    #: How nouns end that mean several, and verbs of several, where one ending tells.
    plural_ending: str = ""
    plural_verb_ending: str = ""
    entries: Mapping[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    #: The last words of the names of known persons that belong to one person only, folded.
    family_names: dict[str, str] = field(default_factory=dict)
    proclitics: list[tuple[str, str]] = field(default_factory=list)
    enclitics: list[tuple[str, str]] = field(default_factory=list)
    #: Endings of verbs that have the meaning of a cue: (cue, letters).
    endings: list[tuple[str, str]] = field(default_factory=list)
    #: Endings of verbs in the present and in the past tense, of gerunds and infinitives: (cue, letters).
    tenses: list[tuple[str, str]] = field(default_factory=list)
    #: The forms that labels of several words have, by forms of the same verb that stand there in texts.
    inflections: dict[str, tuple[str, ...]] = field(default_factory=dict)
    #: Words that may stand for one another there: what labels have, by what texts have.
    interchangeable: dict[str, tuple[str, ...]] = field(default_factory=dict)
    #: Pronouns joined to words, each with the one that labels of several words have for it.
    pronouns: list[tuple[str, str]] = field(default_factory=list)
    #: Words that can stand inside a verb of several words: adverbs, and "not" where verbs come last.
    inserted: set[str] = field(default_factory=set)
    #: Words that are parts of names in just this spelling ("علي", which folds like a preposition).
    exact_names: set[str] = field(default_factory=set)
    #: The commonest words of the language, folded: never a name.
    common: set[str] = field(default_factory=set)
    types: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    facts: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    labels: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    #: Nouns that mean a body where something founds it, folded.
    founded: set[str] = field(default_factory=set)
    #: What was learned → what is shown → how much that speaks for each class.
    weights: dict[str, Weights] = field(default_factory=dict)
    #: What was learned → the trees that weigh a few measures of it.
    trees: dict[str, Trees] = field(default_factory=dict)
    #: Words, folded, with the coarse classes of their meanings.
    supersenses: dict[str, Senses] = field(default_factory=dict)
    #: Words, folded, with the plain English words that mean the same.
    glosses: dict[str, Senses] = field(default_factory=dict)
    _first_values: dict[tuple[str, str], str] = field(default_factory=dict)
    _superclasses: dict[str, tuple[str, ...]] = field(default_factory=dict)
    #: Trees of labels by their first word, as far as texts have asked for them.
    _trees: dict[str, Node] = field(default_factory=dict)
    #: How words were read, remembered by their text.
    _analyses: dict[str, tuple[Analysis, ...]] = field(default_factory=dict)
    #: The same with the forms of labels that words stand for.
    _bent: dict[str, tuple[Analysis, ...]] = field(default_factory=dict)
    _openings: dict[str, Opening] = field(default_factory=dict)
    _cues: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def is_common(self, word: str) -> bool:
        """Tell whether a word is one of the commonest of the language."""
        return fold(word) in self.common

    def behind(self, cue: str, word: str) -> str:
        """Return a word without the letters with a meaning that are joined to its front."""
        joined = tuple(letters for letters, meaning in self.proclitics if meaning == cue)
        while joined and word.startswith(joined):
            word = word[len(next(letters for letters in joined if word.startswith(letters))) :]
        return word

    def is_plural(self, noun: str) -> bool:
        """Tell whether a noun means several by its ending."""
        return bool(self.plural_ending) and noun.endswith(self.plural_ending)

    def value(self, subject: str, predicate: str) -> str:
        """Return the first value of a property in sorted order, or an empty string."""
        if subject not in self.facts:
            return ""
        found = self._first_values.get((subject, predicate))
        if found is None:
            found = self._first_values[subject, predicate] = min(self.facts[subject].get(predicate, ()), default="")
        return found

    def values(self, subject: str, predicate: str) -> set[str]:
        """Return all values of a property."""
        return self.facts[subject].get(predicate, set()) if subject in self.facts else set()

    def state_around(self, place: str) -> str:
        """Return the state that a place is the capital of or lies in, or an empty string if it lies in several."""
        lies_in = self.values(place, DD + "capitalOf") or self.values(place, DD + "inState")
        return next(iter(lies_in)) if len(lies_in) == 1 else ""

    def is_a(self, subject: str, *classes: str) -> bool:
        """Tell whether an entity has one of the classes or a subclass of one."""
        return any(cls in self.types.get(subject, ()) for cls in classes)

    def superclasses(self, cls: str) -> tuple[str, ...]:
        """Return a class and the classes above it, nearest first."""
        known = self._superclasses.get(cls)
        if known is None:
            found = [cls]
            for item in found:
                found += sorted(self.values(item, PREFIXES["rdfs"] + "subClassOf") - set(found))
            known = self._superclasses[cls] = tuple(found)
        return known

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """Return the readings of a word, the one with the fewest letters peeled off first."""
        found = self._analyses.get(word)
        if found is None:
            found = self._analyses[word] = tuple(self._analyse(word))
        return found

    def _parts(self, word: str) -> tuple[Analysis, ...]:
        """Return the readings of a word in a label of several words: what stands there for all forms of a verb too."""
        if not self.inflections:
            return self.analyses(word)
        found = self._bent.get(word)
        if found is None:
            readings = self.analyses(word)
            found = self._bent[word] = (*readings, *self._inflected(fold(word), readings))
        return found

    def _inflected(self, word: str, readings: tuple[Analysis, ...]) -> Iterator[Analysis]:
        """Yield what stands in labels for a form of a verb or another pronoun, also behind letters joined to it."""
        for form in self.inflections.get(word, ()):
            yield Analysis(form, 0, (), False, inflected=True)
        for reading in readings:
            if reading.stem != word and not reading.possessive:
                joined = word.removesuffix(reading.stem)
                # No verb has the article.
                forms = self.interchangeable if reading.definite else self.inflections
                for form in forms.get(reading.stem, ()):
                    yield Analysis(form, reading.skip, reading.cues, False, inflected=True)
                    if joined != word:
                        yield Analysis(joined + form, 0, (), False, inflected=True)
        for pronoun, of_labels in self.pronouns:
            if word.endswith(pronoun) and len(word) - len(pronoun) >= _STEM:
                other = word.removesuffix(pronoun) + of_labels
                yield Analysis(other, 0, (), False, inflected=True)
                yield from self._inflected(other, self.analyses(other))

    def forget(self, limit: int) -> None:
        """Forget how words were read if more than ``limit`` are remembered."""
        if len(self._analyses) > limit:
            for remembered in (self._analyses, self._bent, self._openings, self._cues):
                remembered.clear()

    def cues_of(self, word: str) -> tuple[str, ...]:
        """Return the cues that a word is by itself, also where it stands inside a longer label."""
        found = self._cues.get(word)
        if found is None:
            entries = (entry for analysis in self.analyses(word) for entry in self.entries.get(analysis.stem, ()))
            cues = (e.iri for e in entries if e.kind == "cue" and len(e.words) == 1 and not e.tail)
            found = self._cues[word] = tuple(dict.fromkeys(cues))
        return found

    def find(self, sentence: Sentence, kinds: Collection[str] = ()) -> list[Mention]:
        """Return all longest matches in a sentence, in order; two labels of one span give two mentions.

        A time or a topic inside a verb remains ("gave today its consent", "bought bitcoin").

        With ``kinds`` only these kinds of mention are looked for, also inside longer names.
        """
        words = sentence.words
        known = self._openings
        openings = [known.get(word.text) or self._opening(word.text) for word in words]
        stems = [*(opening.stems for opening in openings), _NOTHING, _NOTHING]
        result: list[Mention] = []
        tails: list[Mention] = []
        reached = -1
        outermost: Labels = ()
        for first, opening in enumerate(openings):
            if not opening.kinds or (kinds and opening.kinds.isdisjoint(kinds)):
                continue
            ends = {first: opening.labels} if opening.labels else {}
            following = stems[first + 1]
            dated = first + 1 < len(words) and opening.longer and self._dated(openings, words, first + 1)
            near = not opening.following.isdisjoint(following)
            if (
                dated
                or near
                or not (opening.following.isdisjoint(stems[first + 2]) or self.inserted.isdisjoint(following))
            ):
                ends |= self._longer_labels(openings, words, first)
            if (
                opening.gapped
                and not opening.gapped.keys().isdisjoint(chain.from_iterable(stems[first + 1 : first + REACH]))
            ) or (opening.parted and not opening.parted.keys().isdisjoint(following)):
                if self.order == "SOV":
                    parts = [
                        part for part in behind_gaps(ends, openings, words, first) if not kinds or part[0].kind in kinds
                    ]
                    tails += [_mention(words, at, at + len(e.tail) - 1, e, reading) for e, reading, at in parts]
                else:
                    ends = with_gaps(ends, openings, words, first)
            if kinds and ends:
                ends = {last: kept for last, labels in ends.items() if (kept := of_kinds(labels, kinds))}
            if not ends:
                continue
            longest = max(ends) if len(ends) > 1 else next(iter(ends))
            if longest > reached:
                outermost = ends[longest]
            for last, labels in ends.items():
                if last < longest or last <= reached:
                    labels = tuple(label for label in labels if stays_inside(label[0], outermost))
                result += [_mention(words, first, last, entry, reading) for entry, reading in labels]
            reached = max(reached, longest)
        return in_place(result, tails) if tails else result

    def _opening(self, word: str) -> Opening:
        """Return what a word can begin."""
        found = self._openings.get(word)
        if found is None:
            parts = self._parts(word)
            readings = [(node, reading) for reading in parts if (node := self._tree(reading.stem)) is not None]
            labels = [
                (entry, reading)
                for node, reading in readings
                if not reading.inflected
                for entry in node.entries
                if _fits(entry, reading) and capitals_fit(entry.capitals, word)
            ]
            longer = tuple((node, reading) for node, reading in readings if node.children)
            stems = frozenset(reading.stem for reading in parts)
            following = frozenset[str]().union(*(node.children for node, _ in longer))
            parted: dict[str, list[tuple[Entry, Analysis]]] = defaultdict(list)
            gapped: dict[str, list[tuple[Entry, Analysis]]] = defaultdict(list)
            for node, reading in readings:
                for entry in node.parted:
                    if _fits(entry, reading) and not reading.possessive:
                        several = len(entry.words) > 1
                        (parted[entry.words[1]] if several else gapped[entry.tail[0]]).append((entry, reading))
            kinds = frozenset[str]().union(*(node.kinds for node, _ in readings))
            found = self._openings[word] = Opening(
                in_order(labels), longer, following, parts, stems, parted, gapped, kinds
            )
        return found

    def _longer_labels(self, openings: list[Opening], words: tuple[Word, ...], first: int) -> dict[int, Labels]:
        """Return the labels of several words that begin at a word, by their last word and in its order."""
        if not self._joined(words, first + 1):
            return {}
        found: dict[int, list[tuple[Entry, Analysis]]] = defaultdict(list)
        for node, reading in openings[first].longer:
            for entry, last in self._longer(node, openings, words, first):
                end = words[last].text if entry.capitals == "A A" else "A"
                if _fits(entry, reading) and capitals_fit(entry.capitals, words[first].text) and end[:1].isupper():
                    found[last].append((entry, reading))
        return {last: in_order(found[last]) for last in sorted(found)}

    def _longer(
        self, node: Node, openings: list[Opening], words: tuple[Word, ...], first: int
    ) -> Iterator[tuple[Entry, int]]:
        """Yield the labels that go on from a word whose node is given, each with its last word.

        An adverb may stand inside a verb of several words, where verbs come last "not" as well; a day only where two
        words or more follow ("puso el lunes en marcha").
        """
        dated = first + 1 + self._dated(openings, words, first + 1)
        open_nodes = [(node, first, False, False)]
        for node, at, parted, inflected in open_nodes:
            if at > first and not (parted and at == dated):
                for entry in node.entries:
                    if not (parted and entry.form == "word") and not (inflected and entry.form not in _VERBS):
                        yield entry, at
            children = node.children
            if not children or not self._joined(words, at + 1):
                continue
            following = openings[at + 1]
            open_nodes += [(child, at + 1, parted, inflected or bent) for child, bent in following.under(children)]
            adverb = not parted and not self.inserted.isdisjoint(following.stems)
            beyond = dated if at == first and dated > first + 1 else at + 2 if adverb else 0
            if beyond and self._joined(words, beyond):
                further = openings[beyond].under(children)
                open_nodes += [(child, beyond, True, inflected or bent) for child, bent in further]

    def _dated(self, openings: list[Opening], words: tuple[Word, ...], index: int) -> int:
        """Return how many words from one on are a day that may stand inside a verb: 2 or 3 ("el pasado lunes")."""
        behind = openings[index + 1 : index + 3] if self.drops_pronouns else []
        width = next((at for at, opening in enumerate(behind, start=2) if "weekday" in opening.kinds), 0)
        opens = width and (openings[index].stems & self.inserted or _POINTING & {*self.cues_of(words[index].text)})
        return width if opens else 0

    def _joined(self, words: tuple[Word, ...], index: int) -> bool:
        """Tell whether a word can belong to one name with that before it; a point may stand between initials only."""
        if index >= len(words):
            return False
        between = words[index].before
        return between == " " or bool(
            JOINT.fullmatch(between) or (len(words[index - 1].text) <= 2 and _POINT.fullmatch(between))
        )

    def _tree(self, first: str) -> Node | None:
        """Return the labels that begin with a word, arranged by their further words, so that one walk finds them."""
        root = self._trees.get(first)
        if root is None and first in self.entries:
            root = self._trees[first] = Node()
            for entry in self.entries[first]:
                root.kinds.add(entry.kind)
                if entry.tail:
                    root.parted.append(entry)
                    continue
                if self._lets_doer_in(entry):
                    root.parted.append(entry._replace(words=entry.words[:1], tail=entry.words[1:], doer_inside=True))
                node = root
                for word in entry.words[1:]:
                    node = node.children.setdefault(word, Node())
                node.entries.append(entry)
        return root

    def _lets_doer_in(self, entry: Entry) -> bool:
        """Tell whether the doer may stand inside a verb of several words, as where verbs come first.

        Not behind a particle, which no doer parts from its verb; of cues only in those that begin with a present tense.
        """
        if self.order != "VSO" or len(entry.words) < len(("verb", "rest")):
            return False
        if entry.form != "verb" and not (entry.kind == "cue" and entry.words[0].startswith(PRESENT)):
            return False
        cues = (other for other in self.entries[entry.words[0]] if other.kind == "cue" and not other.tail)
        return all(len(other.words) > 1 for other in cues)

    def _analyse(self, word: str) -> Iterable[Analysis]:
        whole = fold(word)
        options: list[tuple[str, tuple[str, ...], bool]] = [(whole, (), False)]
        for stem, cues, definite in options:
            for letters, cue in self.proclitics:
                if cue in cues or definite or not stem.startswith(letters) or len(stem) - len(letters) < 2:
                    continue
                if cues and cue == CUE + "and":
                    # "And" is joined before all else.
                    continue
                option = (stem[len(letters) :], (*cues, cue), cue == CUE + "definite" or len(letters) > 1)
                if option not in options:
                    options.append(option)
        seen = set()
        for stem, cues, definite in options:
            meanings = tuple(cue for cue in cues if cue != CUE + "definite")
            skip = raw_length(word, len(whole) - len(stem)) if cues else 0
            article = raw_length(word, len(whole) - len(stem)) if definite else 0
            # The article belongs to the name it stands before; conjunctions and prepositions do not.
            shown = skip
            if definite:
                shown = raw_length(word, len(whole) - len(stem) - 2) if article else skip
            endings = self._endings(stem) if not definite and not word.endswith(FEMININE) else [(stem, False)]
            if word.islower() and self.name_shape == "capitals":
                endings = [*endings, *self._with_object(stem)]
            for rest, possessive in endings:
                if (rest, definite) not in seen:
                    seen.add((rest, definite))
                    yield Analysis(rest, shown, meanings, definite, possessive)

    def _with_object(self, stem: str) -> Iterable[tuple[str, bool]]:
        """Yield an infinitive or a gerund without the object pronoun joined to it ("comprarlos", "vendiéndola")."""
        for letters, cue in self.enclitics:
            rest = stem.removesuffix(letters)
            joined = cue == CUE + "object-pronoun" and rest != stem and len(rest) > len(letters)
            if joined and any(of in _OBJECT_BEHIND and rest.endswith(ending) for of, ending in self.tenses):
                yield rest, False

    def _endings(self, stem: str) -> Iterable[tuple[str, bool]]:
        """Yield what is left of a word without its ending, and whether the ending was a pronoun."""
        yield stem, False
        for letters, cue in self.enclitics:
            if cue != CUE + "object-pronoun" and stem.endswith(letters) and len(stem) - len(letters) >= 3:
                rest = stem[: -len(letters)]
                # Names take neither pronouns nor endings of verbs ("Brasilia" is no form of "Brasil").
                bound = cue == POSSESSIVE or (cue == _ENDING and self.name_shape == "capitals")
                yield rest, bound
                if rest.endswith(OPEN_TA):
                    # Arabic ta marbuta is written as an open ta before a pronoun.
                    yield rest[:-1] + "ه", bound


def _fits(entry: Entry, reading: Analysis) -> bool:
    """Tell whether a label may be read in a word with an article or a shortened ending."""
    if reading.inflected and entry.form not in _VERBS:
        return False
    if reading.possessive and (entry.kind == "cue" or entry.kind in NAMED_KINDS.values()):
        return entry.form == "demonym"
    if entry.form in ("verb", "passive") and _GOVERNS & set(reading.cues):
        # No preposition is joined to a verb.
        return False
    if entry.form == "verb" and reading.definite > entry.definite and not entry.words[0].startswith(PARTICIPLE):
        # Of verbs only participles have the article.
        return False
    if entry.form == "verb" and reading.definite > entry.definite and CUE + "to" in reading.cues:
        # "For the travellers to X": a noun.
        return False
    bare = entry.definite and not reading.definite and len(entry.words) == 1 and entry.form != "demonym"
    if bare and entry.kind in ("cue", "weekday", "state", "place", "body-kind"):
        # "Sunday" and "one" differ by the article alone.
        return False
    named = entry.kind in ("state", "place") and entry.form != "demonym"
    if (named or entry.kind == "month") and CUE + "planned" in reading.cues:
        # The letter of the future stands before verbs: a fish is not "will" and Mecca.
        return False
    return not (named and reading.definite and not entry.definite)


def _mention(words: tuple[Word, ...], first: int, last: int, entry: Entry, reading: Analysis) -> Mention:
    span = words[first].span
    if reading.skip or last > first:
        span = Span(span.start + reading.skip, words[last].span.end)
    return Mention(span, first, last, entry.iri, entry.kind, entry.form, reading.cues, reading.definite)
