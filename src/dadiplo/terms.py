"""IRIs of the ontology that the text stages speak of."""

from __future__ import annotations

from dadiplo.resources import DD, VOCAB

AGREEMENT = DD + "Agreement"
ANNOUNCEMENT = DD + "Announcement"
APPOINTMENT = DD + "Appointment"
CLAIM = DD + "Claim"
ESTABLISHMENT = DD + "EstablishmentOfBody"
JUDGEMENT = DD + "Judgement"
MEASURE = DD + "LegalMeasure"
MEETING = DD + "Meeting"
PRECEDENCE = DD + "PrecedenceClaim"
REPRESENTATION = DD + "Representation"
RESERVE_ACTION = DD + "ReserveAction"
STATEMENT = DD + "Statement"
TENURE = DD + "RoleTenure"
VISIT = DD + "Visit"

ACTUAL = VOCAB + "modality/actual"
ANNOUNCED = VOCAB + "modality/announced"
DENIED = VOCAB + "modality/denied"
INTENDED = VOCAB + "modality/intended"
PLANNED = VOCAB + "modality/planned"
POSSIBLE = VOCAB + "modality/possible"

OWN_VOICE = VOCAB + "attribution/own-voice"
DIRECT = VOCAB + "attribution/direct-quote"
INDIRECT = VOCAB + "attribution/indirect-speech"
OUTLET = VOCAB + "attribution/cited-outlet"
UNNAMED = VOCAB + "attribution/unnamed-view"

#: A text that is not yet a law.
BILL = VOCAB + "measure-kind/bill"
#: An asset as legal tender.
LEGAL_TENDER = VOCAB + "measure-kind/legal-tender"

#: Before the names of triggers: verbs and nouns that evoke events.
TRIGGER = VOCAB + "trigger/"
#: Verbs by which persons, bodies and states speak.
SPEAKING = {
    TRIGGER + name
    for name in (
        "say", "add", "sustain", "announce", "warn", "praise", "urge", "promise", "propose", "deny", "reject",
        "support", "oppose",
    )
}  # fmt: skip

#: "Failure", "delay": what became of what another noun stands for.
FATES = {TRIGGER + name for name in ("fail", "postpone")}

#: Scheme of a noun → the class of event it stands for, and the property that keeps its kind.
NOUN_EVENTS = {
    "instrument-kind": (AGREEMENT, DD + "instrumentKind"),
    "measure-kind": (MEASURE, DD + "measureKind"),
    "reserve-action": (RESERVE_ACTION, DD + "reserveActionKind"),
}
KINDS = tuple(prop for _, prop in NOUN_EVENTS.values())

#: Offices that many modules ask for: an official of any kind, a member of parliament.
OFFICIAL, LEGISLATOR = VOCAB + "office/official", VOCAB + "office/legislator"
#: Triggers that deny what was said or told.
DENYING = {TRIGGER + "deny", TRIGGER + "reject"}
#: Kinds of words that name a text: a law, an agreement.
TEXT_KINDS = ("measure-kind", "instrument-kind")
