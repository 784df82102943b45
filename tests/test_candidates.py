"""Which of the events read an article tells, and which states take part in them: weighed beside the rules."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from conftest import states
from test_detection import training

from dadiplo.annotations import annotate
from dadiplo.documents import document
from dadiplo.events import candidates, participation
from dadiplo.extraction import Extraction, extract
from dadiplo.lexicons import cached_lexicon

#: News of two states, one of which its third sentence leaves unsaid.
VISIT = (
    "Georgia and Estonia agree on tokenised bonds\ndate: 2025-03-12\n\n"
    "Estonia's finance minister, Priit Lemberg, met his Georgian counterpart, Levan Gelashvili, in Tbilisi on Monday to "
    "discuss tokenised bonds. Georgia and Estonia signed a memorandum on crypto supervision the same day. "
    "A joint working group on stablecoins was set up on Tuesday.\n\n"
    "The price of bitcoin rose by two per cent. Traders in the old town were pleased. Shops by the river take coins."
)

#: Ministers who speak and sign, coins beside them, and nothing that states do about coins.
FISH = (
    "Ghana's herring fleet is to grow\ndate: 2025-03-12\n\n"
    "Ghana and Togo signed an accord on herring in Accra on Monday, as traders in the harbour talked of bitcoin. "
    "Ghana's fisheries minister, Kofi Boateng, said the fleet needs new nets.\n\n"
    "A fishmonger there lost his savings to a crypto token named after a herring. The price of coins fell again. "
    "The minister praised the cooks of the harbour canteen.\n\n"
    "Nets cost more than last year. Boats stay in the harbour when the wind blows."
)


#: Acts of a state on other business, one of them likely as it stands, with coins here and there.
FLEET = (
    "Ghana's fleet is to grow as bitcoin slips\ndate: 2025-03-12\n\n"
    "Ghana and Togo signed an accord on herring in Accra on Monday. Ghana's parliament banned night fishing on Tuesday.\n\n"
    "A fishmonger there lost his savings to a crypto token named after a herring. The price of bitcoin fell again. The "
    "central bank fined two lenders for late returns on Wednesday.\n\n"
    "Nets cost more than last year. Boats stay in the harbour when the wind blows. President John Mahama will visit Togo "
    "in May. He appointed a new harbour master last week."
)


def read(text: str, *without: str) -> Extraction:
    """What is read in an English text without the weights of some names."""
    lexicon = cached_lexicon("en")
    weights = {name: weights for name, weights in lexicon.weights.items() if name not in without}
    lexicon = dataclasses.replace(lexicon, weights=weights)
    return extract(document(text.encode(), name="x", slug="x", language="en"), lexicon)


def annotated(extraction: Extraction) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = annotate(extraction, extraction.reader.lexicon)["events"]
    return events


def test_what_is_unlikely_is_not_told() -> None:
    assert annotated(read(FISH)) == []
    assert [event["type"] for event in annotated(read(FISH, "candidates"))] != []


def test_an_article_on_other_business_tells_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert annotated(read(FLEET)) == []
    # As if the article were as unlikely to tell any: what does not open it is not told.
    monkeypatch.setattr(candidates, "_TELLS", 1.1)
    assert "EstablishmentOfBody" not in [event["type"] for event in annotated(read(VISIT))]


def test_the_events_of_a_text_on_digital_assets_are_told() -> None:
    kinds = {event["type"] for event in annotated(read(VISIT))}
    assert {"Agreement", "EstablishmentOfBody", "Meeting"} <= kinds


def test_an_event_keeps_who_takes_part_if_nobody_else_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(participation, "_NONE", 1.1)
    assert all(event.agents() for event in read(VISIT).events)


def test_a_short_item_is_left_to_rules() -> None:
    reader = read("Ghana and Kenya signed a memorandum on stablecoins in Accra on Monday.").reader
    assert reader.candidates.shown == reader.participation.shown == {}
    assert [event["type"] for event in annotated(read("Ghana banned crypto mining on Monday."))] == ["LegalMeasure"]


def test_the_side_that_is_left_unsaid_is_added() -> None:
    sides = {event["type"]: states(event) for event in annotated(read(VISIT))}
    assert sides["EstablishmentOfBody"] == sides["Agreement"] == sides["Meeting"] == {"EST", "GEO"}
    by_rule = {event["type"]: states(event) for event in annotated(read(VISIT, "participation"))}
    assert by_rule["EstablishmentOfBody"] != {"EST", "GEO"}


def test_what_is_added_says_how_sure_it_is() -> None:
    (body,) = (event for event in read(VISIT).events if event.type.endswith("#EstablishmentOfBody"))
    assert body.confidence < 1


def test_names_of_states_and_persons_weigh_nothing() -> None:
    for reader in (read(VISIT).reader, read(FISH).reader):
        shown = [feature for features in reader.candidates.shown.values() for feature in features]
        shown += [feature for of in reader.participation.shown.values() for some in of.values() for feature in some]
        assert shown
        assert not [feature for feature in shown if "GEO" in feature or "person/" in feature or "org/" in feature]


def test_texts_are_weighed_with_what_was_learned_from_other_writers() -> None:
    pytest.importorskip("sklearn", reason="only training needs scikit-learn")
    train = training()
    names = [name for name, *_ in train.texts()]
    parts = train.folds(names)
    assert sorted(one for part in parts for one in part) == sorted({train.writer(name) for name in names} - {""})
    sizes = [sum(train.writer(name) in part for name in names) for part in parts]
    assert max(sizes) < 2 * min(sizes)


#: Language, an accord of three states, and what "the three" do next, which names none of them.
THREES = [
    (
        "en",
        "Zambia, Botswana and Namibia signed an accord on a common stablecoin in Lusaka on Monday. Zambia's finance "
        "minister, Peter Mwale, called it a start. The three will meet again in Windhoek in July.",
        {"BWA", "NAM", "ZMB"},
    ),
    (
        "ar",
        "وقعت زامبيا وبوتسوانا وناميبيا يوم الاثنين في لوساكا اتفاقا بشأن عملة مستقرة مشتركة. ووصفه وزير المالية الزامبي "
        "بأنه بداية. وستجتمع الدول الثلاث مجددا في ويندهوك في يوليو.",
        {"BWA", "NAM", "ZMB"},
    ),
    (
        "es",
        "Chile, Perú y Colombia firmaron el lunes en Lima un acuerdo sobre la supervisión de criptoactivos. El ministro de "
        "Hacienda de Chile, Pedro Salas, lo celebró. Los tres países se reunirán de nuevo en Bogotá en julio.",
        {"CHL", "COL", "PER"},
    ),
    (
        "ur",
        "قازقستان، ازبکستان اور کرغزستان نے پیر کو الماتی میں کرپٹو اثاثوں کی نگرانی کے معاہدے پر دستخط کیے۔ "
        "تینوں ممالک جولائی میں تاشقند میں ڈیجیٹل کرنسی پر دوبارہ ملاقات کریں گے۔",
        {"KAZ", "KGZ", "UZB"},
    ),
]


@pytest.mark.parametrize(("language", "text", "three"), THREES, ids=[language for language, *_ in THREES])
def test_the_three_are_those_of_the_last_event_of_three_states(language: str, text: str, three: set[str]) -> None:
    article = document(f"x\ndate: 2026-03-04\n\n{text}\n".encode(), name="x", slug="x", language=language)
    lexicon = cached_lexicon(language)
    (meeting,) = (e for e in annotate(extract(article, lexicon), lexicon)["events"] if e["type"] == "Meeting")
    assert {one["id"] for one in meeting["participants"]} & three == three


def test_the_three_without_an_event_of_three_states_add_nobody() -> None:
    text = (
        "x\ndate: 2026-03-04\n\nZambia and Kenya signed a stablecoin accord. The three will meet in Lusaka in July.\n"
    )
    events = annotated(read(text))
    assert [event["type"] for event in events] == ["Agreement", "Meeting"]
    assert all({one["id"] for one in event["participants"]} <= {"KEN", "ZMB"} for event in events)


#: Headline, first sentence, and the types of event that it tells, under which nothing else is told.
OPENINGS = [
    (
        "Four Gulf banks agree on digital currency",
        "The central bank governors of Bahrain, Kuwait, Oman and Qatar met in Muscat on Monday and signed an accord on a "
        "digital currency for trade.",
        ["Agreement", "Meeting"],
    ),
    (
        "Lusaka cabinet clears crypto licences",
        "Zambia's cabinet approved rules on the licensing of crypto exchanges on Tuesday, the information minister said.",
        ["LegalMeasure"],
    ),
]


@pytest.mark.parametrize(("head", "lead", "kinds"), OPENINGS)
def test_the_act_with_which_an_article_opens_is_told(head: str, lead: str, kinds: list[str]) -> None:
    colour = (
        "The price of bitcoin rose by two per cent. Traders in the old town were pleased. Shops by the sea take coins. "
        "Nobody sold."
    )
    text = f"{head}\ndate: 2025-03-12\n\n{lead}\n\n{colour}"
    assert sorted(event["type"] for event in annotated(read(text))) == kinds
    on_fish = text.replace(head, "A quiet week by the sea")
    assert annotated(read(on_fish)) == []


def test_all_of_a_group_named_before_take_part() -> None:
    head, lead, _ = OPENINGS[0]
    text = (
        f"{head}\ndate: 2025-03-12\n\n{lead}\n\nThe four central banks set up a joint committee on digital currencies on "
        "Tuesday.\n\nThe price of bitcoin rose by two per cent. Traders in the old town were pleased. Shops take coins."
    )
    four = {"BHR", "KWT", "OMN", "QAT"}
    sides = {event["type"]: states(event) for event in annotated(read(text))}
    assert sides["Meeting"] == sides["Agreement"] == four
    by_rule = {event["type"]: states(event) for event in annotated(read(text, "participation"))}
    assert by_rule["Agreement"] < four


#: Language, news of five states that one sentence lists, and what they do before and after.
FIVES = [
    (
        "en",
        "East African regulators meet on crypto\ndate: 2025-03-12\n\n"
        "Central bank governors of the region met in Kampala on Monday to discuss crypto-assets. Delegations from Kenya, "
        "Uganda, Tanzania, Rwanda and Burundi attended the meeting.\n\n"
        "The five countries set up a joint working group on stablecoins on Tuesday.\n\n"
        "The price of bitcoin rose by two per cent. Traders in the old town were pleased. Shops by the lake take coins.",
        {"BDI", "KEN", "RWA", "TZA", "UGA"},
    ),
    (
        "es",
        "Cinco bancos centrales hablan de monedas digitales\ndate: 2025-03-12\n\n"
        "Los gobernadores de los bancos centrales de la región se reunieron el lunes en Quito para hablar de "
        "criptoactivos. Asistieron delegaciones de Ecuador, Perú, Colombia, Bolivia y Chile.\n\n"
        "Los cinco países crearon el martes un grupo de trabajo sobre monedas estables.\n\n"
        "El precio del bitcóin subió un dos por ciento. Los comerciantes estaban contentos. Las tiendas aceptan monedas.",
        {"BOL", "CHL", "COL", "ECU", "PER"},
    ),
    (
        "ar",
        "خمسة بنوك مركزية تبحث العملات الرقمية\ndate: 2025-03-12\n\n"
        "اجتمع محافظو البنوك المركزية في المنطقة يوم الاثنين في كمبالا لبحث الأصول المشفرة. وشاركت في الاجتماع وفود من "
        "كينيا وأوغندا وتنزانيا ورواندا وبوروندي.\n\n"
        "وقررت الدول الخمس يوم الثلاثاء إنشاء فريق عمل مشترك بشأن العملات المستقرة.\n\n"
        "وارتفع سعر بتكوين بنسبة اثنين في المئة. وكان التجار مسرورين. وتقبل المتاجر العملات.",
        {"BDI", "KEN", "RWA", "TZA", "UGA"},
    ),
    (
        "ur",
        "پانچ مرکزی بینکوں کی ڈیجیٹل کرنسی پر بات چیت\ndate: 2025-03-12\n\n"
        "خطے کے مرکزی بینکوں کے گورنروں نے پیر کو کمپالا میں کرپٹو اثاثوں پر ملاقات کی۔ اجلاس میں کینیا، یوگنڈا، تنزانیہ، "
        "روانڈا اور برونڈی کے وفود شریک ہوئے۔\n\n"
        "پانچوں ممالک نے منگل کو سٹیبل کوائن پر ایک مشترکہ ورکنگ گروپ قائم کیا۔\n\n"
        "بٹ کوائن کی قیمت دو فیصد بڑھ گئی۔ تاجر خوش تھے۔ دکانیں سکے قبول کرتی ہیں۔",
        {"BDI", "KEN", "RWA", "TZA", "UGA"},
    ),
]


@pytest.mark.parametrize(("language", "text", "five"), FIVES, ids=[language for language, *_ in FIVES])
def test_all_of_a_list_act_together(language: str, text: str, five: set[str]) -> None:
    lexicon = cached_lexicon(language)
    article = document(text.encode(), name="x", slug="x", language=language)
    events = annotate(extract(article, lexicon), lexicon)["events"]
    assert {event["type"] for event in events} == {"EstablishmentOfBody", "Meeting"}
    assert all(states(event) == five for event in events)


@pytest.mark.parametrize(
    "aside",
    [
        "Unlike Chile, Peru, Bolivia, Ecuador and Paraguay, Uganda has no law on coins yet.",
        "Coins are most used in Chile, Peru, Bolivia, Ecuador and Paraguay, a study found.",
    ],
)
def test_a_list_of_other_states_takes_no_part(aside: str) -> None:
    text = FIVES[0][1].replace("Central bank governors of the region", "The central bank governors of Kenya and Uganda")
    text = text.replace("The five countries", "The two countries")
    listed = "Delegations from Kenya, Uganda, Tanzania, Rwanda and Burundi attended the meeting."
    assert listed in text
    sides = {event["type"]: states(event) for event in annotated(read(text.replace(listed, aside)))}
    assert sides["Meeting"] == sides["EstablishmentOfBody"] == {"KEN", "UGA"}
