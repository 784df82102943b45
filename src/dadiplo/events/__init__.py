"""Events: what clauses tell of, who takes part, and which of it belongs to the diplomacy of digital assets.

``reader`` goes through the clauses of an article. ``frames`` makes an event of a verb, ``nouns`` of a noun,
``speeches`` of saying; verbs that need more register a reader for themselves (``appointments``, ``decisions``,
``establishments``, ``journeys``, ``talks`` …). ``relevance`` drops what is no news of states, ``retelling`` joins what
is told twice, ``claims`` are what an article says beside events.
"""
