"""Posts and who holds them, from titles such as "President X" or "as chief executive of Y"."""

from __future__ import annotations

from dataclasses import replace

from dadiplo.clauses.contexts import Context
from dadiplo.clauses.roles import Roles
from dadiplo.lexicon import Lexicon
from dadiplo.mentions.finder import MentionFinder
from dadiplo.mentions.readings import EntityRecord, Title, titled
from dadiplo.model import Event, Passage
from dadiplo.resources import DD, ID
from dadiplo.terms import ACTUAL, OFFICIAL, TENURE


class Posts:
    """Reads posts and tenures from titles."""

    def __init__(self, lexicon: Lexicon, finder: MentionFinder, roles: Roles) -> None:
        self.lexicon = lexicon
        self.finder = finder
        self.roles = roles

    def post(self, title: Title) -> str:
        """Return the post that a title names, recorded with its office and whose post it is."""
        owner = self.lexicon.value(title.owner, DD + "isoAlpha3").lower() or title.owner.rsplit("/", 1)[-1]
        iri = f"{ID}post/{owner}-{title.office.rsplit('/', 1)[-1]}"
        record = self.finder.records.setdefault(iri, EntityRecord(iri, DD + "Post"))
        heads = any(self.roles.fills(title.owner, cls) for cls in self.lexicon.values(title.office, DD + "leads"))
        record.facts.add((DD + "office", title.office))
        record.facts.add((DD + ("headPostOf" if heads else "postIn"), title.owner))
        record.labels = self._labels(title)
        self.finder.note(record, title.span)
        return iri

    def tenure(self, holder: str, title: Title, passage: Passage, context: Context) -> str:
        """Add to what is told that a person holds the post of a title, once for an article, and return the post."""
        post = self.post(title)
        for event in context.of_type(TENURE):
            if event.agents() == [holder, post]:
                event.support(passage)
                return post
        event = Event(TENURE, [passage], ACTUAL)
        event.add(DD + "tenureHolder", holder)
        event.add(DD + "tenurePost", post)
        context.add(event)
        return post

    def titles(self, titles: list[Title], voice: Passage, context: Context) -> None:
        """Add the tenures of titles that name their holder."""
        for title in titles:
            if title.owner and title.holder and title.office != OFFICIAL:
                self.tenure(title.holder, title, replace(voice, span=title.span), context)

    def _labels(self, title: Title) -> dict[str, str]:
        offices = self.lexicon.labels.get(title.office, {})
        owners = self.lexicon.labels.get(title.owner) or self.finder.records[title.owner].labels
        return {tag: f"{titled(offices[tag], tag)} ({owners[tag]})" for tag in offices if tag in owners}
