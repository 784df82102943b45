"""In whose voice a clause speaks: the article's own, a quotation, indirect speech, a cited outlet, an unnamed view."""

from __future__ import annotations

from dadiplo.affixes import WE
from dadiplo.clauses.wordorder import says
from dadiplo.folding import fold
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.finder import MentionFinder
from dadiplo.mentions.readings import Clause, SentenceMentions
from dadiplo.model import Event, Mention, Passage, Span
from dadiplo.resources import DD, ID
from dadiplo.terms import DIRECT, INDIRECT, OUTLET, OWN_VOICE, STATEMENT, UNNAMED

_MEDIA = DD + "MediaOrganization"
#: A shorter stretch between quotation marks is a name or a term, not speech.
_QUOTED_WORDS = 4


class Voices:
    """Follows the voice from clause to clause; ``speaker`` is who was last said to speak."""

    def __init__(self, lexicon: Lexicon, finder: MentionFinder) -> None:
        self.lexicon = lexicon
        self.finder = finder
        self.speaker = ""

    def of(self, clause: Clause, before: Passage, mentions: SentenceMentions) -> Passage:
        """Return the voice of a clause, given that of the clause before it in the sentence."""
        span = clause.span
        for quote in mentions.quotes:
            if (
                quote.start <= span.start
                and span.end <= quote.end + 1
                and clause.last - clause.first + 1 >= _QUOTED_WORDS
            ):
                return Passage(span, DIRECT, self.speaker)
        if before.attribution == DIRECT or (before.attribution == INDIRECT and self._attributes(clause)):
            before = Passage(span, OWN_VOICE)
        cited = clause.cue("according-to")
        source = self._cited(clause, cited, mentions) if cited else ""
        if source:
            # "According to the government": no record tells of a state that the article does not name.
            record = self.finder.records.get(source)
            media = self.lexicon.is_a(source, _MEDIA) or (record is not None and record.type == _MEDIA)
            return Passage(span, OUTLET if media else INDIRECT, source)
        if clause.cue("unnamed-view") and before.attribution == OWN_VOICE:
            return Passage(span, UNNAMED)
        if before.attribution == UNNAMED and clause.opener != CUE + "which":
            return Passage(span, OWN_VOICE)
        return Passage(span, before.attribution, before.speaker)

    def _attributes(self, clause: Clause) -> bool:
        """Tell whether a clause behind a comma at the end says whose words stand before it ("…, the governor said")."""
        words, verb = clause.sentence.words, clause.verb
        if self.lexicon.order != "SVO" or verb is None or not says(verb, self.lexicon) or not clause.first:
            return False
        ends = clause.last == len(words) - 1 and words[clause.first].after_comma and not clause.opener
        return ends and verb.first > clause.first and bool(clause.in_position("subject"))

    def after(self, events: list[Event], voice: Passage) -> Passage:
        """Return the voice for what follows: after a verb of saying the rest of the sentence is the speaker's."""
        for event in events:
            speakers = event.agents(DD + "hasSpeaker")
            if event.type == STATEMENT and speakers and voice.attribution in (OWN_VOICE, OUTLET):
                self.speaker = speakers[0]
                return Passage(voice.span, INDIRECT, speakers[0])
        return voice

    def quoted(self, events: list[Event], mentions: SentenceMentions) -> Mention | None:
        """Return who speaks in a clause, as the doer of what follows ("from X his words that …, hoping that …")."""
        said = next((e for e in events if e.type == STATEMENT and self.lexicon.order == "VSO"), None)
        speakers = said.agents(DD + "hasSpeaker") if said is not None else ()
        return next((m for m in mentions.entities if m.iri in speakers), None)

    def first_person(self, clause: Clause, voice: Passage) -> Mention | None:
        """Return who speaks as the doer of what the verb tells in the first person ("we signed"), in direct speech."""
        verb = clause.verb
        if self.lexicon.order != "VSO" or verb is None or verb.form != "verb" or voice.attribution != DIRECT:
            return None
        if not self.speaker or not fold(clause.sentence.words[verb.first].text).endswith(WE):
            return None
        folder = self.speaker.removeprefix(ID).split("/", 1)[0]
        kind = {"org": "organization"}.get(folder, folder)
        return Mention(verb.span, verb.first, verb.last, self.speaker, kind, "anaphor")

    def _cited(self, clause: Clause, cue: Mention, mentions: SentenceMentions) -> str:
        """Return the outlet or agent after "according to"; an unknown name in quotation marks is an outlet."""
        for mention in clause.entities:
            if mention.first > cue.last and mention.kind in ("organization", "person", "state"):
                return mention.iri
        for quote in mentions.quotes:
            if cue.span.end <= quote.start <= clause.span.end:
                return self.finder.name_outlet(quote).iri
        return ""


def own(span: Span) -> Passage:
    """Return a passage in the article's own voice."""
    return Passage(span, OWN_VOICE)
