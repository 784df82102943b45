"""The position of each entity in its clause, by cues and word order alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dadiplo.clauses.wordorder import MARK, ROLE_CUES, by_order, coordinated, says
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.homographs import is_accusative_body
from dadiplo.mentions.readings import PRIVATE, Clause, Title, is_verb
from dadiplo.model import Mention
from dadiplo.resources import DD
from dadiplo.terms import AGREEMENT, MEETING, VISIT

#: How many words can stand between a preposition and what it governs.
_REACH = 4
_INDEFINITE = CUE + "indefinite"
_SUBORDINATING = ("after", "before")
#: What stands between a preposition and what it governs.
_TRANSPARENT = {CUE + name for name in ("counterpart", "this", "capital", "definite", "possessive")}
#: How many words behind "of" somebody private can stand whose home a state is told as.
_OF_FIRM = 4
#: Positions that several persons share, and what tells of a person between the names of two.
_SHARED = ("by", "with", "between", "subject")
_FOR_SIDE = CUE + "for-side"
_ON_BEHALF = {CUE + "by", CUE + "on-behalf"}
_IN_TITLES = {_FOR_SIDE} | {CUE + name for name in ("of", "and", "definite", "object-pronoun", "possessive")}


def assign_positions(clause: Clause, lexicon: Lexicon, titles: list[Title], *, resumes: bool = False) -> None:
    """Give each entity of a clause its position; its doer is told before it if it resumes another clause."""
    if not clause.entities:
        return
    vso = lexicon.order == "VSO"
    told = [t for t in titles if (t.holder or (vso and t.owner)) and t.first >= clause.first]
    starts = {title.last: title.first for title in told}
    tails = {title.holder: title.last for title in titles if title.holder}
    described = _described_by_title(clause, titles) if lexicon.order == "SVO" else {}
    order = sorted([*clause.entities, *clause.words], key=lambda m: (m.first, m.last))
    mentions = list(reversed(clause.entities)) if lexicon.order == "SOV" else list(clause.entities)
    previous: Mention | None = None
    for mention in mentions:
        before = _by_proclitic(mention)
        if (
            before == "to"
            and vso
            and any(w.iri == CUE + "earlier" and w.last == mention.first - 1 for w in clause.words)
        ):
            # "It happened to X before that …": X did it.
            before = ""
        position = before or ("modifier" if _describes(mention, clause, lexicon) else "")
        svo = lexicon.order == "SVO"
        holder = svo and previous is not None and previous.first >= starts.get(mention.last, mention.first)
        left = _with_title(previous, mention, tails) if svo and previous is not None else previous
        free = not position and not holder
        if free and previous is not None and left is not None and coordinated(mention, left, order, clause):
            # "By X, governor of Y, and Z": Z is joined to X.
            joined = described.get(previous, previous) if mention.kind == "person" else previous
            position = clause.positions[joined].replace("modifier", "")
        if not position and vso and is_accusative_body(mention, clause.sentence, lexicon):
            position = "object"
        if not position:
            # What governs a title governs the name behind it.
            first = starts.get(mention.last, mention.first)
            if svo and previous is not None and previous.last == first - 1 and first < mention.first:
                # "With Treasury secretary X".
                first = previous.first
            titled = mention._replace(first=first) if first < mention.first else mention
            position = _by_cue(titled, order, clause, lexicon)
        if svo and not position and previous is not None and _in_apposition(mention, previous, clause):
            position = clause.positions[previous]
        clause.positions[mention] = position
        if vso and previous is not None and not position and _two_demonyms(previous, mention, clause):
            # "The Mauritanian-Senegalese summit" is one of both.
            clause.positions[previous] = clause.positions[mention] = "between"
        previous = mention
    if lexicon.order == "SOV":
        _between_two(clause, lexicon)
    by_order(clause, lexicon, resumes=resumes)
    _join_persons(clause, lexicon)


def _between_two(clause: Clause, lexicon: Lexicon) -> None:
    """Read "an accord came about in X and Y" as one between both, where one particle means "in" and "between"."""
    inside = [m for m in clause.in_position("in") if m.kind in ("state", "organization") and m.form != "demonym"]
    told = (w for w in clause.words if w.kind in ("trigger", "instrument-kind"))
    evoked = {kind for w in told for kind in lexicon.values(w.iri, DD + "evokes")}
    joined = {w.first for w in clause.words if w.iri == CUE + "and"}
    two = len(inside) > 1 and all(set(range(a.last + 1, b.first)) & joined for a, b in pairwise(inside))
    if two and evoked & {AGREEMENT, MEETING} and clause.cue("subject") is None:
        clause.positions.update(dict.fromkeys(inside, "between"))


def _join_persons(clause: Clause, lexicon: Lexicon) -> None:
    """Give persons that "and" joins the position of the first, or of the last where verbs come last."""
    persons = [m for m in clause.entities if m.kind == "person"]
    groups: list[list[Mention]] = [[person] for person in persons[:1]]
    for one, other in pairwise(persons):
        if _between_names(one, other, clause) is None:
            groups.append([other])
        else:
            groups[-1].append(other)
    for group in groups:
        position = clause.positions[group[-1] if lexicon.order == "SOV" else group[0]]
        if position in _SHARED and len(group) > 1 and _between_names(group[-2], group[-1], clause) == "and":
            clause.positions.update({m: position for m in group if clause.positions[m] not in _SHARED})


def _between_names(one: Mention, other: Mention, clause: Clause) -> str | None:
    """Return what joins two persons, "and" or a comma; nothing if more stands between them than tells who they are.

    That is offices, bodies, states, and for whom they act: "for the side of X", "X signed for Kenya and Y for Ghana".
    """
    between = [m for m in (*clause.entities, *clause.words) if one.last < m.first and m.last < other.first]
    edges = {edge for m in between if m.kind == "state" for edge in (m.first - 1, m.last + 1)}
    each = _acts_for_state(other, clause)
    cues = {*_ON_BEHALF, CUE + "about"} if each else _ON_BEHALF
    between = [
        m
        for m in between
        if m.iri in _IN_TITLES
        or m.kind in ("office", "body-kind", "organization", "state")
        or (m.iri in cues and {m.first, m.last} & edges)
        or (each and m == clause.verb)
    ]
    # Behind "for the side" stands whose, read as whose the office is.
    told = {i for m in between for i in range(m.first, m.last + 1 + (m.iri == _FOR_SIDE))}
    if not told.issuperset(range(one.last + 1, other.first)):
        return None
    ands = {m.first for m in (*between, other) if m.iri == CUE + "and" or CUE + "and" in m.cues}
    if len(ands) == 1:
        return "and"
    return "," if not ands and clause.sentence.words[one.last + 1].after_comma else None


def _acts_for_state(person: Mention, clause: Clause) -> bool:
    """Tell whether "for" or "on behalf of" and a state stand right behind a person."""
    cues = {*_ON_BEHALF, CUE + "about"}
    ends = {w.last for w in clause.words if w.iri in cues and w.first == person.last + 1}
    return any(m.kind == "state" and m.first - 1 in ends for m in clause.entities)


def _in_apposition(person: Mention, owner: Mention, clause: Clause) -> bool:
    """Tell whether a person is who holds the office of an owner before a comma ("by Kenya's minister, X")."""
    words = clause.sentence.words
    if person.kind != "person" or owner.kind not in ("state", "organization") or not words[person.first].after_comma:
        return False
    between = [w for w in clause.words if owner.last < w.first < person.first]
    office = any(w.kind == "office" and w.last == person.first - 1 for w in between)
    plain = all(w.kind in ("office", "topic", "body-kind") for w in between)
    return office and plain and clause.positions.get(owner) in ("by", "with", "between")


def _two_demonyms(one: Mention, other: Mention, clause: Clause) -> bool:
    """Tell whether two demonyms without a name before them stand side by side."""
    pair = one.form == other.form == "demonym" and other.first == one.last + 1 and not one.cues and not other.cues
    return pair and one.iri != other.iri and clause.positions[one] in ("", "of", "between")


def _with_title(person: Mention, mention: Mention, tails: dict[str, int]) -> Mention:
    """Return a person with the office told behind the name, if another mention stands behind both."""
    last = tails.get(person.iri, person.last)
    return person._replace(last=last) if person.last < last < mention.first else person


def _described_by_title(clause: Clause, titles: list[Title]) -> dict[Mention, Mention]:
    """Return for each owner of an office behind a person's name that person ("X, governor of Y")."""
    found: dict[Mention, Mention] = {}
    for title in titles:
        persons = [m for m in clause.entities if m.iri == title.holder and m.last < title.first]
        owners = [m for m in clause.entities if m.iri == title.owner and title.first <= m.first <= title.last]
        if persons and owners:
            found[owners[-1]] = persons[-1]
    return found


def _describes(mention: Mention, clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether a demonym stands right behind the name of a body or person, which it describes."""
    return (
        mention.form == "demonym"
        and lexicon.order != "SOV"
        and any(
            other.kind in ("organization", "person") and other.last == mention.first - 1 for other in clause.entities
        )
    )


def _by_proclitic(mention: Mention) -> str:
    for cue in mention.cues:
        if cue in ROLE_CUES:
            return cue.removeprefix(CUE)
    return ""


def _of_firm(of: Mention, order: list[Mention]) -> bool:
    """Tell whether a firm or trader is what "of" stands before, where it follows its noun ("Singapore's companies")."""
    firm = next((m for m in order if m.iri in PRIVATE and 0 < m.first - of.last <= _OF_FIRM), None)
    if firm is None:
        return False
    kind = (firm.first, firm.last, "body-kind")
    between = (m for m in order if of.last < m.first <= firm.first and (m.first, m.last, m.kind) != kind)
    return not any(m.iri in (*ROLE_CUES, CUE + "envoy") or m.kind in ("state", "office", "body-kind") for m in between)


def _by_cue(mention: Mention, order: list[Mention], clause: Clause, lexicon: Lexicon) -> str:
    """Return the cue that governs a mention: the nearest before it (after it, where cues follow their noun)."""
    for other, gap in _within_reach(mention, order, clause, lexicon):
        if other.iri in (CUE + "in", CUE + "of") and any(
            m.iri == CUE + "counterpart" and m.last == other.first - 1 for m in order
        ):
            # "Its counterpart in X" is of X.
            continue
        if lexicon.drops_pronouns and other.iri == CUE + "which" and gap == 1:
            # "The coins that X had put aside": nothing before governs X.
            return ""
        if other.iri == _FOR_SIDE:
            return "" if mention.kind == "person" else "on-behalf"
        if other.iri in ROLE_CUES:
            return _governed(mention, other, order, clause, lexicon)
        if other.iri == CUE + "this" and lexicon.order == "SOV" and _governs_pronoun(other, order):
            return ""
        if other.kind == "office" or other.iri in _TRANSPARENT:
            continue
        if lexicon.order == "VSO" and (other.iri == CUE + "envoy" or _is_denied_owner(other, lexicon, clause)):
            # "With envoys of X", "no plans with X": X meets, X plans nothing.
            if other.iri == CUE + "negation":
                return ""
            continue
        ending = _cue_at_edge(other, clause, lexicon)
        if ending:
            return ending
        if other.form == "noun" or other.iri == CUE + "benefit":
            return _behind_noun(other, clause, lexicon) if gap == 1 and not other.definite else ""
        if other.kind in ("topic", "state", "organization", "person", "place") or is_verb(other):
            return ""
    return ""


def _governs_pronoun(this: Mention, order: list[Mention]) -> bool:
    """Tell whether a postposition stands right behind "this", which is no word of a noun then ("X signed it")."""
    return any(m.iri in ROLE_CUES and m.first == this.last + 1 for m in order)


def _within_reach(
    mention: Mention, order: list[Mention], clause: Clause, lexicon: Lexicon
) -> Iterator[tuple[Mention, int]]:
    """Yield what stands beside a mention on the side of its cues, the nearest first, with its distance in words.

    A wide gap, a comma and an article that opens the phrase of the mention end the reach.
    """
    behind = lexicon.order == "SOV"
    beside = reached = mention.last if behind else mention.first
    near = sorted(
        (m for m in order if (m.first > beside if behind else m.last < beside)),
        key=lambda m: abs((m.first if behind else m.last) - beside),
    )
    article = mention.first - 1
    opens = (
        not behind and article >= clause.first and _INDEFINITE in lexicon.cues_of(clause.sentence.words[article].text)
    )
    for other in near:
        edge = other.first if behind else other.last
        if opens and edge < article - 1:
            # "At the close of the session a committee …": an article opens another phrase.
            return
        if abs(edge - reached) > (1 if behind else _REACH) or _mark_between(clause, reached, edge):
            return
        reached = (max if behind else min)(reached, other.last if behind else other.first)
        yield other, abs(edge - beside)


def _governed(mention: Mention, cue: Mention, order: list[Mention], clause: Clause, lexicon: Lexicon) -> str:
    """Return the position that a cue gives to a mention, which a cue of place or of whose it is may only describe."""
    name = cue.iri.removeprefix(CUE)
    if name == "in":
        # "The central banks in X and Y met": they are those of the states.
        of_bodies = mention.kind == "state" and lexicon.order == "VSO" and _of_bodies(cue, clause)
        # "Said in parliament the rapporteur, X": nobody is where something happens.
        return "" if mention.kind == "person" or of_bodies else name
    if name == "of":
        if lexicon.order == "VSO" and _of_delegation(cue, order, clause):
            return ""
        if lexicon.order == "SOV":
            describes = mention.kind == "state" and _of_firm(cue, order)
        else:
            describes = _names_before(cue, order, clause) or _of_another(cue, order, clause)
        return "modifier" if describes else name
    if name == "by" and lexicon.drops_pronouns and _of_tour(mention, cue, order, clause, lexicon):
        return "to"
    return "" if name in _SUBORDINATING and _opens_clause(mention, clause, lexicon) else name


def _of_tour(mention: Mention, cue: Mention, order: list[Mention], clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether the preposition of the doer says where a journey leads ("la gira del ministro por X y Y")."""
    tours = [m for m in order if m.form == "noun" and m.last < cue.first]
    to_state = mention.kind == "state" and not (clause.verb is not None and clause.verb.form == "passive")
    return to_state and bool(tours) and lexicon.values(tours[-1].iri, DD + "evokes") == {VISIT}


def _behind_noun(noun: Mention, clause: Clause, lexicon: Lexicon) -> str:
    """Return the position right beside a noun that tells of an act."""
    if lexicon.order == "VSO" and has_pronoun(clause.sentence.words[noun.last].text, lexicon):
        # "His meeting X": whom he meets.
        return "object"
    if noun.last > noun.first and CUE + "to" in lexicon.cues_of(clause.sentence.words[noun.last - 1].text):
        # "An invitation to visit X": where somebody goes.
        return "object"
    # "The visit of X" has X as its doer, "the creation of X" creates X.
    return "object" if lexicon.value(noun.iri, DD + "needsObject") == "true" else "of"


def _is_denied_owner(other: Mention, lexicon: Lexicon, clause: Clause) -> bool:
    """Tell whether a denial of several words ends with whose what is denied would be ("no plans with …")."""
    last = lexicon.cues_of(clause.sentence.words[other.last].text)
    return other.iri == CUE + "negation" and other.last > other.first and CUE + "in" in last


def has_pronoun(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a pronoun is joined to an Arabic noun ("his meeting")."""
    return any(analysis.possessive for analysis in lexicon.analyses(word))


def _of_delegation(cue: Mention, order: list[Mention], clause: Clause) -> bool:
    """Tell whether "of" stands behind a delegation that opens its clause or does what the verb before it tells."""
    # An adjective may stand behind it: "a technical mission of X".
    near = (cue.first - 1, cue.first - 2)
    envoy = next((m for m in order if m.iri == CUE + "envoy" and m.last in near), None)
    if envoy is None or envoy.cues:
        return False
    before = [m for m in order if m.last == envoy.first - 1]
    return envoy.first == clause.first or any(is_verb(m) or m.iri == CUE + "that" for m in before)


def _of_bodies(cue: Mention, clause: Clause) -> bool:
    """Tell whether a kind of body, or an office with its portfolio, stands right before "in"."""
    heads = (w for w in clause.words if w.last == cue.first - 1)
    kinds = ("body-kind", CUE + "both-sides")
    return any(w.kind in kinds or w.iri in kinds or (w.kind == "office" and w.last > w.first) for w in heads)


def _names_before(cue: Mention, order: list[Mention], clause: Clause) -> bool:
    """Tell whether "of" stands right behind a name, which the state or place after it only describes."""
    index = cue.first - 1
    if index < clause.first:
        return False
    known = [m for m in order if m.first <= index <= m.last]
    capital = clause.sentence.words[index].text[:1].isupper() and not known and index > clause.first
    return capital or any(m.kind == "organization" for m in known)


def _of_another(cue: Mention, order: list[Mention], clause: Clause) -> bool:
    """Tell whether "of" goes on with a noun that stands for nobody we know ("the second division of Uruguay")."""
    index = cue.first - 1
    if index <= clause.first or cue.first != cue.last:
        return False
    plain = clause.sentence.words[index].text[:1].islower()
    # "The economic vice-presidents of X and Y".
    held = any(m.kind in ("office", "body-kind") and m.last == index - 1 for m in order)
    return plain and not held and not any(m.first <= index <= m.last for m in order)


def _mark_between(clause: Clause, one: int, other: int) -> bool:
    """Tell whether a comma or a stronger mark stands between two words."""
    words, resumed = clause.sentence.words, clause.aside.stop
    between = (index for index in range(min(one, other) + 1, max(one, other) + 1) if not index == resumed > 0)
    return any(MARK.search(words[index].before) for index in between)


def _opens_clause(mention: Mention, clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether "after" and "before" open a clause with a mention as its doer ("after X banned …")."""
    return lexicon.order == "SVO" and clause.verb is not None and clause.verb.first > mention.last


def _cue_at_edge(other: Mention, clause: Clause, lexicon: Lexicon) -> str:
    """Return the cue that a label of several words ends with ("visit to"), or begins with where cues follow."""
    if other.first == other.last or other.iri == CUE + "earlier":
        # "As early as 2018": it governs a time.
        return ""
    word = clause.sentence.words[other.first if lexicon.order == "SOV" else other.last]
    edge = next((cue.removeprefix(CUE) for cue in lexicon.cues_of(word.text) if cue in ROLE_CUES), "")
    if edge == "to" and other.kind == "instrument-kind" and lexicon.order == "SVO":
        # "A loan to X": with X.
        return "with"
    if edge == "by" and other.form == "noun" and lexicon.drops_pronouns:
        # "De gira por Chile": where one goes.
        return "in"
    if edge == "to" and lexicon.order == "SOV" and is_verb(other) and says(other, lexicon):
        # "To X a fear is": X fears.
        last = lexicon.cues_of(clause.sentence.words[other.last].text)
        return "subject" if CUE + "copula" in last else edge
    return edge
