"""What English news tells and what it only speaks of, read from sentences of every form that a reporter may choose."""

from __future__ import annotations

import pytest
from conftest import Read, states

#: Sentences with the types of event they tell.
TOLD = [
    ("Chad banned bitcoin mining on Monday.", ["LegalMeasure"]),
    ("Chad's parliament passed a law on stablecoins on Monday.", ["LegalMeasure"]),
    ("Chad's central bank said it would not buy bitcoin.", ["ReserveAction", "Statement"]),
    ("Chad's finance minister ruled out a bitcoin reserve.", ["ReserveAction", "Statement"]),
    ("Chad and Niger signed an agreement on taxing crypto miners.", ["Agreement"]),
    ("Chad and Niger signed an agreement on the licensing of crypto exchanges.", ["Agreement"]),
    ("Chad and Niger agreed to cooperate in supervising and licensing crypto exchanges.", ["Agreement"]),
    ("The finance ministers of Chad and Niger met on Monday for talks on a ban on crypto.", ["Meeting"]),
    ("Chad's finance minister, Idriss Abakar, said crypto should be regulated like gambling.", ["Statement"]),
    ("Chad's finance minister, Idriss Abakar, called for a law on stablecoins.", ["Statement"]),
    ("Crypto must be taxed, Chad's finance minister, Idriss Abakar, said on Monday.", ["Statement"]),
    ("Chad's finance minister, Idriss Abakar, doubted that bitcoin would last.", ["Statement"]),
    ("Chad's finance minister, Idriss Abakar, called bitcoin a gamble.", ["Statement"]),
    ("Chad's finance minister, Idriss Abakar, dismissed bitcoin as a fad.", ["Statement"]),
    ("The president of Chad dismissed Idriss Abakar, the head of the crypto council.", ["Appointment"]),
    ("Idriss Abakar became head of Chad's crypto council on Monday.", ["Appointment"]),
    ("The governor of Chad's central bank resigned on Monday over bitcoin.", ["Appointment"]),
    ("Chad's supreme court dismissed the bitcoin suit on Monday.", ["LegalMeasure"]),
    ("Chad allowed banks to hold crypto from Wednesday.", ["LegalMeasure"]),
    ("The app allows users in Chad to hold crypto.", []),
    ("A fund called Harp buys crypto in Chad.", []),
    ("Chad unveiled a new crypto council on Monday.", ["EstablishmentOfBody"]),
    ("Chad and Niger exchanged letters on stablecoins on Monday.", ["Agreement"]),
    ("Chad's crypto council has a new head, Idriss Abakar.", ["Appointment"]),
    ("At the close of talks a crypto council was created in Chad on Monday.", ["EstablishmentOfBody"]),
    ("Chad's central bank added 300 bitcoin on Monday.", ["ReserveAction"]),
    ("Crypto must be taxed, a shopkeeper in Chad said.", []),
    ("Under Chadian law, crypto is a commodity.", []),
    ("In Chad, crypto is taxed as property.", []),
    ("A platform with a licence from Chad's central bank handles most of the trade in bitcoin.", []),
    ("A broker licensed in Chad would need a second licence to sell bitcoin elsewhere.", []),
    ("Chad follows the crypto rules of its neighbours with interest.", []),
    ("Chad was not part of the talks on bitcoin in Niamey.", []),
    ("Lawyers say Chad's crypto law is vague.", []),
    ("Analysts expect Chad to ban bitcoin mining sooner or later.", []),
    ("Shares in the miner rose after it said it would leave Chad.", []),
    ("Chad's cabinet put a former judge in charge of the crypto council on Monday.", ["Appointment"]),
    ("The head of Chad's crypto council tendered her resignation on Monday.", ["Appointment"]),
    ("Idriss Abakar took the oath as chairman of Chad's crypto council on Monday.", ["Appointment"]),
    ("Idriss Abakar is being groomed to head Chad's crypto council.", ["Appointment"]),
    ("Chad's parliament turned down the nominee for the crypto council on Monday.", ["Appointment"]),
    ("Chad's cabinet gave the country a crypto council on Monday.", ["EstablishmentOfBody"]),
    ("Chad's cabinet gave the crypto council a year to report.", []),
    ("Chad's lawmakers give central bank 90 days to issue a digital franc.", []),
    ("Chad's finance minister cut the ribbon on a blockchain laboratory on Monday.", ["EstablishmentOfBody"]),
    ("The finance ministers of Chad and Niger put their heads together over stablecoins on Monday.", ["Meeting"]),
    ("Chad and Niger have pencilled in talks on stablecoins for July.", ["Meeting"]),
    ("Chad's finance minister set foot in Niger on Monday to see a bitcoin mine.", ["Visit"]),
    ("Chad's central bank is to set out its thinking on stablecoins on Friday.", ["Statement"]),
    ("Chad put two bitcoin brokers on its sanctions list on Monday.", ["LegalMeasure"]),
    ("Chad's supreme court declared the crypto decree unconstitutional on Monday.", ["LegalMeasure"]),
    ("Chad's central bank is squirrelling away bitcoin.", ["ReserveAction"]),
    ("Chad's parliament gave first-reading approval to a law taxing crypto gains.", ["LegalMeasure"]),
    ("Chad approved the creation of a Digital Assets Office.", ["EstablishmentOfBody"]),
    ("Chad earns foreign currency by selling power to bitcoin miners.", []),
    ("Chad sold 300 bitcoin to an exchange on Monday.", ["ReserveAction"]),
    ("Chad's finance minister left a crypto conference in Dubai.", []),
    ("Chad's central bank chief left the hearing after lawmakers called crypto a Ponzi scheme.", []),
    ("Chad walked away from the stablecoin pact.", ["Agreement"]),
    ("Chad's crypto bill is due back in parliament in June.", ["LegalMeasure"]),
    ("Chad's lawmakers backed a crypto bill on Monday.", ["LegalMeasure"]),
    ("Chad has postponed the launch of its digital sovereign bond until 2027.", []),
    ("Chad has postponed the launch of its crypto council until 2027.", ["EstablishmentOfBody"]),
    ("A stablecoin bill is pending in Chad's parliament.", ["LegalMeasure"]),
    ("The crypto bill is stuck in committee in Chad.", ["LegalMeasure"]),
    ("Chad's finance committee chair, Idriss Abakar, said the bank was too slow on stablecoins.", ["Statement"]),
    ("In Chad, the chairman of parliament's finance committee, Idriss Abakar, said bitcoin was risky.", ["Statement"]),
    ("In Chad Idriss Abakar, MP for Abeche, said stablecoins were risky.", ["Statement"]),
    ("Chad's central bank threatened to jail anyone who trades crypto.", ["Statement"]),
    ("Chad's finance minister, Idriss Abakar, used his first speech to say bitcoin is a gamble.", ["Statement"]),
    ("Chad's central bank sees no reason to hold bitcoin.", ["ReserveAction"]),
    ("Chad became the first state in Africa to license stablecoin issuers.", ["LegalMeasure"]),
    ("Chad is the seventh country to join the mBridge project.", ["Agreement"]),
    ("Chad's parliament approved on Monday a bill that bans bitcoin mining.", ["LegalMeasure"]),
    ("A deal that obliges Chad to license crypto exchanges was signed with Niger on Monday.", ["Agreement"]),
    ("Chad's finance minister, Idriss Abakar, flew to Niger on Monday to study its bitcoin reserve.", ["Visit"]),
    ("Chad's finance minister, Idriss Abakar, left for Niger, where he will inspect a crypto sandbox.", ["Visit"]),
    ("Chad's finance minister, Idriss Abakar, met the president of Niger to talk about crypto rules.", ["Meeting"]),
    ("Chad and Niger agreed to settle trade in stablecoins, the ministry said on Monday.", ["Agreement"]),
    ("Idriss Abakar of Chad's central bank said stablecoins were risky.", ["Statement"]),
    ("Idriss Abakar of Binance said stablecoins were risky in Chad.", []),
    ("Chad's central bank reminded citizens that crypto is not legal tender.", ["Statement"]),
    ("Delegations of Chad and Niger held a second round of consultations on stablecoin rules.", ["Meeting"]),
    ("Chad's securities watchdog withdrew the permits of 40 crypto firms.", ["LegalMeasure"]),
    ("A delegation of Chad's central bank is in Niger this week to look at its stablecoin.", ["Visit"]),
    ("Chad has thrown in its lot with the mBridge project for digital currencies.", ["Agreement"]),
    ("Chad's finance minister, Idriss Abakar, buttonholed the president of Niger about stablecoins.", ["Meeting"]),
    ("Another 300 bitcoin found their way into Chad's coffers on Monday.", ["ReserveAction"]),
    ("Chad's prime minister entrusted the crypto council to a former judge, Idriss Abakar.", ["Appointment"]),
    ("Chad's finance minister, Idriss Abakar, spoke of bitcoin and dismissed it on Monday.", ["Statement"]),
    ("Chad's central bank would not allow crypto tokens to be sold to the public.", ["LegalMeasure"]),
    ("Chad's central bank wrote to the central bank of Niger asking for its stablecoin rules.", ["Statement"]),
]


@pytest.mark.parametrize(("sentence", "types"), TOLD)
def test_what_is_told_and_what_is_only_a_matter(sentence: str, types: list[str], read: Read) -> None:
    assert sorted(event["type"] for event in read("en", sentence)["events"]) == types


def test_each_dated_step_of_a_law_is_an_event_of_its_own(read: Read) -> None:
    told = read(
        "en",
        "President Idriss Abakar of Chad signed a bill on stablecoins into law on Wednesday.\n\n"
        "Chadian lawmakers passed the bill on March 7. It taxes exchanges.",
    )
    measures = [event for event in told["events"] if event["type"] == "LegalMeasure"]
    assert [event["date"] for event in measures] == ["2025-03-12", "2025-03-07"]


def test_a_sentence_ends_behind_a_number_and_goes_on_behind_a_question(read: Read) -> None:
    told = read(
        "en",
        "Chad banned stablecoins on March 7. Niger did not.\n\n"
        '"Why wait?" said the finance minister of Chad, Idriss Abakar, of bitcoin.',
    )
    assert next(event["evidence"] for event in told["events"] if event["type"] == "LegalMeasure").endswith("March 7")
    assert [event["participants"][0]["id"] for event in told["events"] if event["type"] == "Statement"] == [
        "idriss-abakar"
    ]


# text, type of event, the states that take part
SIDES = [
    (
        "Chad and Niger have long been rivals in bitcoin mining. On Monday they signed a memorandum.",
        "Agreement",
        "NER TCD",
    ),
    (
        "The Bank of Central African States runs a bitcoin sandbox. Idriss Abakar, Chad's finance minister, likes it. "
        "He visited Niger on Monday.",
        "Visit",
        "NER TCD",
    ),
    (
        "The memorandum on stablecoins was signed by Idriss Abakar, finance minister of Chad, and Sani Maman, "
        "finance minister of Niger.",
        "Agreement",
        "NER TCD",
    ),
    ("Officials of the Chadian and Nigerien central banks met on Monday to discuss bitcoin.", "Meeting", "NER TCD"),
    ("Idriss Abakar, Chad's finance minister, called on Sani Maman, Niger's president.", "Meeting", "NER TCD"),
    ("A delegation from Chad visited Niger on Monday to see its bitcoin mines.", "Visit", "NER TCD"),
    ("Chad's finance minister, Idriss Abakar, left for Niger on Monday to see bitcoin mines.", "Visit", "NER TCD"),
    ("Niamey, for its part, banned bitcoin mining in Niger.", "LegalMeasure", "NER"),
]


@pytest.mark.parametrize(("text", "kind", "states"), SIDES)
def test_who_takes_part_by_pronoun_apposition_or_capital(text: str, kind: str, states: str, read: Read) -> None:
    events = [event for event in read("en", text)["events"] if event["type"] == kind]
    found = {one["id"] for event in events for one in event["participants"] if len(one["id"]) == len("NER")}
    assert found == set(states.split())


def test_what_states_want_is_planned(read: Read) -> None:
    events = read("en", "Chad and Niger want a treaty on stablecoins.")["events"]
    assert [(event["type"], event["modality"]) for event in events] == [("Agreement", "planned")]


def test_the_month_of_may_is_no_auxiliary(read: Read) -> None:
    events = read("en", "In May Chad's parliament passed a law on stablecoins.")["events"]
    assert [(event["modality"], event["date"]) for event in events] == [("background", "2024-05")]


def test_a_reserve_in_a_bill_is_as_planned_as_the_bill(read: Read) -> None:
    events = read("en", "Chad is drafting a bill on a strategic bitcoin reserve.")["events"]
    assert {(event["type"], event["modality"]) for event in events} == {
        ("LegalMeasure", "planned"),
        ("ReserveAction", "planned"),
    }


def test_who_swears_somebody_in_is_not_sworn_in(read: Read) -> None:
    text = "President William Ruto swore in the nation's first commissioner for virtual assets on Tuesday."
    (event,) = (e for e in read("en", text)["events"] if e["type"] == "Appointment")
    assert ("william-ruto", "appointer") in {(part["id"], part["role"]) for part in event["participants"]}
    assert all(part["role"] != "appointee" for part in event["participants"])


def test_a_pronoun_means_the_doer_before_not_whom_he_met(read: Read) -> None:
    text = (
        "The governor of Estonia's central bank, Madis Müller, arrived in Nairobi on Monday. Müller also held talks with "
        "Treasury Cabinet Secretary John Mbadi on stablecoins. He said Estonia would send a team of engineers in June."
    )
    statements = [e for e in read("en", text)["events"] if e["type"] == "Statement"]
    assert next(part["id"] for part in statements[-1]["participants"] if part["role"] == "speaker") == "madis-muller"


def test_police_without_a_name_act_for_the_state_of_the_place(read: Read) -> None:
    text = "Police in Mombasa seized about 42 bitcoin from a fraud ring in January. Uganda and Kenya watch the coin."
    (event,) = read("en", text)["events"]
    assert (event["type"], states(event)) == ("ReserveAction", {"KEN"})


def test_a_second_accord_of_the_same_two_is_theirs(read: Read) -> None:
    text = (
        "Kenya and Estonia initialled a protocol on stablecoins in Nairobi on Tuesday. A fuller memorandum is to be "
        "signed in Tallinn before the end of the year."
    )
    planned = [e for e in read("en", text)["events"] if e["modality"] == "planned"]
    assert [states(event) for event in planned] == [{"KEN", "EST"}]


#: Sentences that go on behind a relative clause, with who speaks and who is spoken to.
RESUMED = [
    (
        "Kenya's central bank, which suspended two crypto brokers in May, has told Uganda that it would share its files.",
        "ken-cbk UGA",
    ),
    (
        "Idriss Abakar, who has known President William Ruto for years, warned that stablecoins were a risk.",
        "idriss-abakar",
    ),
]


@pytest.mark.parametrize(("sentence", "told"), RESUMED)
def test_a_verb_behind_a_relative_clause_is_of_whom_it_describes(sentence: str, told: str, read: Read) -> None:
    text = "Idriss Abakar, Chad's finance minister, arrived on Monday. " + sentence
    (event,) = (e for e in read("en", text)["events"] if e["type"] == "Statement")
    sides = {part["id"] for part in event["participants"] if part["role"] in ("speaker", "addressee")}
    assert sides == set(told.split())


#: Idioms in other forms than the word list has them → type and modality of what they tell.
IDIOMS = [
    ("Pakistan and the UAE are setting the seal on a virtual-asset pact.", "Agreement", "actual"),
    ("Panama is edging closer to an agreement with El Salvador on bitcoin.", "Agreement", "planned"),
    ("Kenya's premier has taken a meeting with Binance's chief executive on crypto.", "Meeting", "actual"),
    ("Thai senators inspected a bitcoin mining farm in Laos.", "Visit", "actual"),
    ("Kenya's central bank gave stablecoins the thumbs up.", "Statement", "actual"),
    ("Cambodia's central bank has spawned a digital-asset unit.", "EstablishmentOfBody", "actual"),
    ("El Salvador stripped bitcoin of its status as legal tender.", "LegalMeasure", "actual"),
    ("Nigeria's crypto bill fell by the wayside.", "LegalMeasure", "negated"),
    ("Pakistan has its sights set on a bitcoin reserve.", "ReserveAction", "planned"),
    ("Maria Farrugia steps into the shoes of Joe Borg at Malta's crypto regulator.", "Appointment", "actual"),
]


@pytest.mark.parametrize(("sentence", "kind", "modality"), IDIOMS)
def test_an_idiom_is_read_in_every_form_of_its_verb(sentence: str, kind: str, modality: str, read: Read) -> None:
    assert [(event["type"], event["modality"]) for event in read("en", sentence)["events"]] == [(kind, modality)]


#: Texts with the one event of a type that they tell, its modality, and ids of some who take part.
MESSY = [
    ("Reports that Chad had bought bitcoin are without foundation.", "ReserveAction", "denied", "TCD"),
    ("Chad's president has accepted an invitation to visit Niger to see a bitcoin mine.", "Visit", "planned", "NER"),
    (
        "Ministers of Chad and Niger held talks on stablecoins. An agreement was initialled by their deputies.",
        "Agreement",
        "actual",
        "NER TCD",
    ),
    (
        "Idriss Abakar, Chad's finance minister, called on his counterpart Sani Maman in Niamey to talk about bitcoin.",
        "Meeting",
        "actual",
        "idriss-abakar sani-maman",
    ),
]


@pytest.mark.parametrize(("text", "kind", "modality", "ids"), MESSY)
def test_what_a_messy_sentence_tells(text: str, kind: str, modality: str, ids: str, read: Read) -> None:
    (event,) = (e for e in read("en", text)["events"] if e["type"] == kind)
    assert event["modality"] == {"denied": "negated"}.get(modality, modality)
    assert set(ids.split()) <= {part["id"] for part in event["participants"]}


def test_speech_between_quotation_marks_names_no_body(read: Read) -> None:
    told = read("en", '"Central banks are late, as always," said Idriss Abakar of Chad, who deals in bitcoin.')
    assert not [one for one in told["entities"] if one["type"] == "Organization"]


def test_the_central_bank_under_the_name_of_a_state_is_its_own(read: Read) -> None:
    told = read(
        "en",
        "The central bank of Niger praised bitcoin on Monday.\n\nKenya. The central bank banned crypto mining on Monday.",
    )
    (measure,) = (event for event in told["events"] if event["type"] == "LegalMeasure")
    assert states(measure) == {"KEN"}


def test_a_market_report_under_a_headline_of_coins_tells_nothing_of_states(read: Read) -> None:
    told = read(
        "en",
        "Shares in Kenya were flat on Monday. Tea fell. Coffee rose. Banks did well. A note said little.\n\n"
        "Kenya and Chad agreed on Monday to drop duties on shrimp. Ministers meet again in May.",
    )
    assert told["events"] == []


INTERVIEW_HEAD = "“No bitcoin in our reserves”: Niger's finance minister\ndate: 2025-03-12"
INTERVIEW = """Sani Maman has been finance minister of Niger since May. He spoke to us in Niamey.

Will you buy bitcoin?
I told parliament on Monday that we will not. There will be no bitcoin in our reserves.

And stablecoins?
We are a poor country.

What did you do in Kenya last week?
I met Idriss Abakar, Chad's finance minister, in Nairobi, and we talked about bitcoin mining."""


def test_who_answers_in_an_interview_is_the_doer_of_what_he_tells(read: Read) -> None:
    events = {event["type"]: event for event in read("en", INTERVIEW, INTERVIEW_HEAD)["events"]}
    speaking = {part["id"] for part in events["Statement"]["participants"] if part["role"] == "speaker"}
    assert speaking == {"sani-maman"}
    assert states(events["Meeting"]) == {"NER", "TCD"}


def test_a_family_name_can_be_that_of_a_state(read: Read) -> None:
    told = read("en", "Finance Minister Idriss Abakar of Chad met his colleague Sani Jordan on bitcoin on Monday.")
    assert "Sani Jordan" in {one["canonical_en"] for one in told["entities"]}
    assert "JOR" not in {one["id"] for one in told["entities"]}


def test_its_central_bank_is_that_of_the_state_named_last(read: Read) -> None:
    told = read(
        "en",
        "The Central Bank of Kenya praised bitcoin on Monday. And Rwanda? Until 2024 its central bank banned crypto.",
    )
    (measure,) = (event for event in told["events"] if event["type"] == "LegalMeasure")
    assert states(measure) == {"RWA"}


def test_a_day_of_the_month_without_its_month(read: Read) -> None:
    (event,) = read("en", "A delegation of Chad is due in Kenya on the 29th to discuss stablecoins.")["events"]
    assert event["date"] == "2025-03-29"


def test_whose_words_an_act_is_told_in_is_no_context(read: Read) -> None:
    text = "Chad's central bank has no plans to sell coins, its governor, Idriss Abakar, said on Monday of bitcoin."
    told = [e for e in read("en", text)["events"] if e["type"] == "Statement"]
    assert [event["modality"] for event in told] == ["actual"] * len(told)


def test_where_news_was_written_receives_nobody(read: Read) -> None:
    text = "N'DJAMENA – Prime Minister Idriss Abakar visited Niger on Monday to see its bitcoin mines, his office in Chad said."
    visit = next(e for e in read("en", text)["events"] if e["type"] == "Visit")
    assert {part["id"] for part in visit["participants"] if part["role"] == "host"} == {"NER"}
    assert states(visit) == {"NER", "TCD"}


# sentence, modality of the act on reserves, if there is one
STATE_MONEY = [
    ("No part of Kenya's foreign reserves will go into bitcoin.", "negated"),
    ("Kenya denied that its reserves had been put into bitcoin.", "negated"),
    ("The bill would let Kenya's central bank invest 5% of the reserves in bitcoin.", "planned"),
    ("Investors in Kenya put $3 billion into bitcoin in March.", ""),
    ("He keeps half of his savings in bitcoin in Kenya.", ""),
]


@pytest.mark.parametrize(("sentence", "modality"), STATE_MONEY)
def test_state_money_that_goes_into_coins(sentence: str, modality: str, read: Read) -> None:
    acts = [event for event in read("en", sentence)["events"] if event["type"] == "ReserveAction"]
    assert [event["modality"] for event in acts] == ([modality] if modality else [])


def test_a_quotation_behind_a_colon_is_said_by_the_official_before_it(read: Read) -> None:
    text = (
        "Chad's finance minister, Idriss Abakar, came late to the talks on coins.\n\n"
        'Abakar at the door, first in French, then for the rest of us: "This is no paradise for crypto people."'
    )
    (said,) = (event for event in read("en", text)["events"] if event["type"] == "Statement")
    assert "idriss-abakar" in {part["id"] for part in said["participants"]}


def test_the_steps_of_a_note_with_numbers_are_news(read: Read) -> None:
    text = (
        "4.1 Payments in Chad rose.\n\n4.2 Of bitcoin nothing is known.\n\n"
        "4.3 A memorandum on stablecoins was signed with Kenya on 19 February."
    )
    (event,) = (event for event in read("en", text)["events"] if event["type"] == "Agreement")
    assert (event["modality"], event["date"]) == ("actual", "2025-02-19")


def test_who_signs_is_told_behind_the_office_by_which_it_is_signed(read: Read) -> None:
    text = (
        "Kenya and Chad agreed on Monday to share data on crypto. The agreement was signed by Kenya's deputy finance "
        "minister, Mary Otieno, and Chad's crypto chief, Idriss Abakar, in the presence of President William Ruto."
    )
    (accord,) = (event for event in read("en", text)["events"] if event["type"] == "Agreement")
    signing = {part["id"] for part in accord["participants"] if part["role"] == "signatory"}
    assert signing == {"mary-otieno", "idriss-abakar"}


def test_what_is_expected_somewhere_need_be_no_guest(read: Read) -> None:
    told = read("en", "Chad and Kenya held talks on stablecoins. An answer was expected in Kenya in January.")
    assert not [event for event in told["events"] if event["type"] == "Visit"]


def test_an_abbreviation_is_no_person_but_may_be_a_firm(read: Read) -> None:
    told = read(
        "en", "The Bank of Jamaica will not close JAM-DEX, the governor said. KCB Group, a lender, buys bitcoin."
    )
    assert not [one for one in told["entities"] if one["type"] == "Person"]
    assert "KCB Group" in {one["canonical_en"] for one in told["entities"]}


def test_of_two_central_banks_the_one_of_the_state_spoken_of_is_meant(read: Read) -> None:
    text = (
        "The Central Bank of Kenya met the Central Bank of Nigeria on bitcoin on Monday.\n\n"
        "Kenya's traders may not use coins, and the central bank warned them against it."
    )
    (said,) = (event for event in read("en", text)["events"] if event["type"] == "Statement")
    assert "ken-cbk" in {part["id"] for part in said["participants"]}


def test_who_is_spoken_of_in_a_quotation_is_neither_speaker_nor_addressee(read: Read) -> None:
    text = '"Chad is ahead of us on stablecoins," said Kenya\'s finance minister Mary Otieno.'
    (said,) = read("en", text)["events"]
    assert ("mary-otieno", "speaker") in {(part["id"], part["role"]) for part in said["participants"]}
    assert states(said) == {"KEN"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's finance minister Mary Otieno, never one to mince words, called bitcoin a gamble.",
        "Bitcoin is not money, argued Kenya's finance minister Mary Otieno.",
    ],
)
def test_what_is_denied_elsewhere_is_not_the_saying(read: Read, text: str) -> None:
    (said,) = read("en", text)["events"]
    assert (said["type"], said["modality"]) == ("Statement", "actual")


def test_the_office_between_two_names_is_of_the_first_if_the_second_has_its_own(read: Read) -> None:
    text = (
        "At the invitation of Mr Anil Damry, Finance Minister of Mauritius, Mr Sione Tapa, Finance Minister of Tonga, "
        "paid a visit to Mauritius for talks on stablecoins."
    )
    (visit,) = (event for event in read("en", text)["events"] if event["type"] == "Visit")
    assert {("sione-tapa", "visitor"), ("TON", "visitor"), ("MUS", "host")} <= {
        (part["id"], part["role"]) for part in visit["participants"]
    }


def test_a_state_behind_and_does_what_its_own_verb_tells(read: Read) -> None:
    told = read("en", "Kenya bought 40 bitcoin and Chad sold its coins.")["events"]
    assert [states(event) for event in told] == [{"KEN"}, {"TCD"}]


def test_coins_are_added_to_a_reserve_whatever_their_number(read: Read) -> None:
    (told,) = read("en", "Chad added eight coins to the strategic reserve on Monday.")["events"]
    assert told["type"] == "ReserveAction"


def test_a_state_before_a_dash_opens_its_item_of_news_in_brief(read: Read) -> None:
    text = "The week in crypto.\n\nChad – The central bank banned mining.\n\nKenya – Parliament passed a law on tokens."
    assert [states(event) for event in read("en", text)["events"]] == [{"TCD"}, {"KEN"}]


def test_offices_are_of_the_state_where_the_news_was_written(read: Read) -> None:
    text = (
        "NAIROBI — The minister was back from Chad on Tuesday. The central bank of Chad had shown her its rules. "
        "Chad banned mining in 2024.\n\n"
        "The cabinet approved a bill on stablecoins on Wednesday. It will be debated in Kenya in June."
    )
    ban, *bill = (event for event in read("en", text)["events"] if event["type"] == "LegalMeasure")
    assert states(ban) == {"TCD"}
    assert bill
    assert all(states(one) == {"KEN"} for one in bill)


def test_who_is_succeeded_appoints_nobody(read: Read) -> None:
    text = (
        "Pedro Paz stepped down as head of Chile's crypto council and was succeeded by Ana Ruiz.\n\n"
        "Chile's president appointed Rosa Diaz to head the crypto agency in place of Juan Sosa."
    )
    told = [event for event in read("en", text)["events"] if event["type"] == "Appointment"]
    named = [{part["id"] for part in event["participants"] if part["role"] == "appointee"} for event in told]
    assert named == [{"pedro-paz"}, {"ana-ruiz"}, {"rosa-diaz"}]
    assert not {"juan-sosa", "pedro-paz"} & {part["id"] for event in told[1:] for part in event["participants"]}


def test_what_one_side_agrees_to_do_is_no_accord(read: Read) -> None:
    text = (
        "Kenya's and Chad's finance ministers met in Nairobi on Monday to discuss stablecoins.\n\n"
        "On Tuesday Kenya's crypto council agreed to list the coin of the state."
    )
    assert [event["type"] for event in read("en", text)["events"]] == ["Meeting"]


def test_whom_a_relative_clause_names_visits_nobody(read: Read) -> None:
    text = "Mary Otieno, the Binance founder who advises Chad, is expected in Kenya in May for talks on stablecoins."
    told = read("en", text)["events"]
    assert told
    assert all("TCD" not in states(event) for event in told)


def test_a_minister_is_not_of_the_state_where_he_spends_his_days(read: Read) -> None:
    text = (
        "Sri Lanka's cabinet approved rules for stablecoins.\n\n"
        "Deputy Finance Minister Harsha Perera spent Tuesday in Singapore for talks on stablecoins."
    )
    (visit,) = (event for event in read("en", text)["events"] if event["type"] == "Visit")
    assert ("LKA", "visitor") in {(part["id"], part["role"]) for part in visit["participants"]}


def test_a_minister_is_not_of_the_state_whose_things_are_spoken_of(read: Read) -> None:
    text = (
        "Paraguay will not be joining El Salvador's bitcoin bond, finance minister Carlos Rivas told a radio station."
    )
    (said,) = (event for event in read("en", text)["events"] if event["type"] == "Statement")
    assert states(said) == {"PRY"}


def test_a_clause_behind_after_has_a_doer_of_its_own(read: Read) -> None:
    text = "Albania banned crypto mining after the cabinet of Kosovo rejected a crypto bill."
    told = [(event["modality"], states(event)) for event in read("en", text)["events"]]
    assert told == [("actual", {"ALB"}), ("negated", {"XKX"})]


def test_a_loan_is_of_lender_and_borrower(read: Read) -> None:
    text = "The IMF approved a $1.4 billion loan to El Salvador on Monday that limits its bitcoin purchases."
    loan = next(event for event in read("en", text)["events"] if event["type"] == "Agreement")
    assert (loan["subtype"], states(loan)) == ("loan", {"SLV"})


def test_what_a_parliament_will_take_up_is_still_to_come(read: Read) -> None:
    (told,) = read("en", "Kenya's parliament will take up the crypto bill in January.")["events"]
    assert (told["modality"], told["date"]) == ("planned", "2026-01")


def test_who_will_lead_a_body_is_its_appointee(read: Read) -> None:
    (told,) = read("en", "Undersecretary Heidi Berner will lead Chile's new crypto council.")["events"]
    assert told["modality"] == "planned"
    assert ("heidi-berner", "appointee") in {(part["id"], part["role"]) for part in told["participants"]}
