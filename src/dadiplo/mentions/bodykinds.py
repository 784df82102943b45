"""Kinds of bodies: which are too wide to name one, which name one alone, and the known body of a state and kind."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from dadiplo.lexicon import Lexicon
from dadiplo.resources import DD, VOCAB

KIND = VOCAB + "body-kind/"
#: Kinds too wide to name a body by themselves, even with a capital or between quotation marks.
WIDE = {KIND + name for name in ("agency", "regulator", "company", "ministry", "task-force", "court", "association")}
#: Kinds of which a capital alone names the one of the state in question ("Congress", "the Senate").
ALONE = {KIND + name for name in ("parliament", "head-of-state")}
#: Kinds that a portfolio names without a state ("the finance ministry").
PORTFOLIO = {KIND + name for name in ("finance-ministry", "foreign-ministry")}
#: Kinds that name the one body of the state in question where they are written as a name.
PROPER = {KIND + f"{name}-regulator" for name in ("securities", "financial", "virtual-asset")}
PROPER |= {KIND + "digital-asset-body"}
#: Kinds whose names in languages with the head last begin with their state or place only: "… Parliament".
WITHOUT_MODIFIERS = {KIND + name for name in ("parliament", "head-of-state", "court", "ministry", "task-force")}
COURT, PARLIAMENT = KIND + "court", KIND + "parliament"
REGULATOR = KIND + "regulator"
GOVERNMENT = KIND + "government"
CABINET = KIND + "cabinet"
COMPANY = KIND + "company"
STATE_ENTERPRISE = KIND + "state-enterprise"
FIRMS = {KIND + name for name in ("company", "association")}


@lru_cache(maxsize=8)
def bodies_by_kind(lexicon: Lexicon) -> dict[tuple[str, str], str]:
    """Return the known body for each state and kind of which the state has one."""
    result: dict[tuple[str, str], list[str]] = defaultdict(list)
    for subject, facts in lexicon.facts.items():
        for state in facts.get(DD + "actsFor", ()):
            for kind in facts.get(DD + "bodyKind", ()):
                result[state, kind].append(subject)
    for key, bodies in result.items():
        # An organ of a body of the same kind is not what the kind alone means.
        result[key] = [body for body in bodies if lexicon.value(body, DD + "partOf") not in bodies]
    return {
        key: bodies[0]
        for key, bodies in result.items()
        if len(bodies) == 1 and lexicon.value(key[1], DD + "onePerState") == "true"
    }
