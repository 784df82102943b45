"""Who speaks in English news: whom "he" and "she" mean, and whom nobody has to know."""

from __future__ import annotations

import pytest
from conftest import Read

#: Texts with who speaks in them, by the last part of the IRI.
SPOKEN = [
    (
        "Chad's central bank governor, Idriss Abakar, presented the crypto report. A trader called it thin. "
        '"There is nothing on stablecoins," he said.',
        [],
    ),
    (
        "Chad's central bank governor, Idriss Abakar, met bankers over crypto. A spokeswoman for a lender "
        'declined to comment. "We have nothing to add," she said.',
        [],
    ),
    (
        "Mrs Idriss Abakar, finance minister of Chad, received Mr Moussa Sow, governor of the Central Bank of Niger. "
        "He warned that crypto was risky.",
        ["moussa-sow"],
    ),
    (
        "The Honourable Minister for Finance of Chad, Mrs Idriss Abakar, opened the workshop. The Honourable Minister "
        "observed that stablecoins were a risk.",
        ["idriss-abakar"],
    ),
    ('Moundou South congressman Idriss Abakar filed Chad\'s bitcoin bill. "It was time," he said.', ["idriss-abakar"]),
    ("Chad's president, Idriss Abakar, pointed to a brewer that had praised bitcoin.", ["idriss-abakar"]),
    ("The move on crypto was welcomed by Chad's miners.", []),
    ("Chad was shut because of a typhoon warning.", []),
    ('Chad has one cable. "My mother asked me if it will carry crypto," a shopkeeper told me.', []),
    ("Chad has banned bitcoin mining, the finance ministry said on Monday, a day after the blackout.", []),
    ("Chad has put three bitcoin brokers on its sanctions list, the foreign ministry announced.", []),
    ('Chad has put a bond on a chain. "By all means," said a fund manager in Niger of the crypto bond.', []),
    ("Asked about bitcoin, Chad waved the question away. Niger was told of the crypto plan in advance.", []),
    ("Idriss Abakar, governor of the Central Bank of Chad, cautioned a committee on crypto.", ["idriss-abakar"]),
    ("Chad's finance minister, Idriss Abakar, noted the enactment of crypto laws by Niger.", ["idriss-abakar"]),
    ("Chad tells you how well crypto went. Thank you for following.", []),
    (
        "The minister of finance of Chad, Mr Idriss Abakar, met the minister of trade of Niger, Mr Moussa Sow, on crypto. "
        "Minister Sow commended Chad for its bitcoin law and expressed the hope that others would follow.",
        ["moussa-sow"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), SPOKEN)
def test_statement_is_of_who_speaks(read: Read, text: str, speakers: list[str]) -> None:
    events = read("en", text)["events"]
    spoken = [part["id"] for e in events if e["type"] == "Statement" for part in e["participants"]]
    assert [one for one in spoken if not one.isupper()] == speakers


#: Sentences that deny an act, give none of its days, or tell of a step of a bill.
TOLD = [
    ("Chad's central bank denied it had bought bitcoin.", "ReserveAction", "negated", None),
    ("Chad's central bank denied on Monday it was setting up a crypto council.", "EstablishmentOfBody", "negated", None),
    ("No licence has been granted to any crypto exchange by Chad's central bank.", "LegalMeasure", "negated", None),
    ("Chad's central bank said no crypto licence had been issued.", "LegalMeasure", "negated", None),
    ("Chad's central bank has licensed nobody to trade crypto.", "LegalMeasure", "negated", None),
    ("Chad's central bank has not ruled out buying bitcoin.", "ReserveAction", "planned", None),
    ("Chad's finance minister did not rule out a ban on crypto.", "LegalMeasure", "planned", None),
    ("A proposal to exempt bitcoin miners from VAT was rejected by Chad's cabinet on Monday.",
     "LegalMeasure", "negated", "2025-03-10"),
    ("Chad waived its tax on crypto until 2029.", "LegalMeasure", "actual", None),
    ("Chad's senate banking committee voted 14-3 on Monday to send the crypto bill to the plenary.",
     "LegalMeasure", "actual", "2025-03-10"),
    ("The crypto bill cleared Chad's parliament on Monday.", "LegalMeasure", "actual", "2025-03-10"),
    ("Chad closed three crypto exchanges on Monday.", "LegalMeasure", "actual", "2025-03-10"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind", "modality", "date"), TOLD)
def test_act_is_told_as_it_is_put(read: Read, sentence: str, kind: str, modality: str, date: str | None) -> None:
    events = [e for e in read("en", sentence)["events"] if e["type"] == kind]
    assert [(e["modality"], e["date"]) for e in events] == [(modality, date)]


#: Sentences that tell of no act of a kind, though a word of it stands in them.
NOT_TOLD = [
    ("Chad's central bank warned of crypto, said Idriss Abakar, who joined the Bank of Chad in 2004.", "Agreement"),
    ("Chad's finance ministry praised crypto, said an official who was not authorised to speak.", "LegalMeasure"),
    ("Chad's finance minister launched a test of crypto together with the regulator.", "EstablishmentOfBody"),
    ("Chad's finance minister will visit a bitcoin mine before his departure.", "Appointment"),
    ("If you care for crypto, you have not met Chad's finance minister, Idriss Abakar.", "Meeting"),
]


@pytest.mark.parametrize(("sentence", "kind"), NOT_TOLD)
def test_word_alone_tells_no_act(read: Read, sentence: str, kind: str) -> None:
    assert kind not in {event["type"] for event in read("en", sentence)["events"]}


def test_heading_of_an_item_tells_whose_congress_it_is(read: Read) -> None:
    text = "UNITED STATES\nThe Senate passed a crypto bill.\n\nARGENTINA\nCongress passed a bitcoin law on Monday."
    acts = [e for e in read("en", text)["events"] if e["type"] == "LegalMeasure" and e["date"]]
    assert [part["id"] for act in acts for part in act["participants"] if part["id"].isupper()] == ["ARG"]
