"""The usual sentences of news, one at a time in the middle of an article: each tells its act, in four languages."""

from __future__ import annotations

import pytest
from conftest import Read

#: Headline, and the article around the sentence.
AROUND = {
    "en": (
        "Ghana and Kenya sign stablecoin accord",
        "Ghana and Kenya signed a memorandum on stablecoins in Accra on Monday.\n\n{}\n\n"
        "The price of bitcoin rose by two per cent. Traders in Accra were pleased. Shops along the coast take coins too. Few of them ask where the coins come from.",
    ),
    "es": (
        "Ghana y Kenia firman un acuerdo sobre monedas estables",
        "Ghana y Kenia firmaron el lunes en Acra un memorando sobre monedas estables.\n\n{}\n\n"
        "El precio del bitcoin subió un dos por ciento. Los comerciantes de Acra estaban contentos. También las tiendas de la costa aceptan monedas. Pocos preguntan de dónde vienen.",
    ),
    "ar": (
        "غانا وكينيا توقعان اتفاقا بشأن العملات المستقرة",
        "وقعت غانا وكينيا الاثنين في أكرا مذكرة تفاهم بشأن العملات المستقرة.\n\n{}\n\n"
        "وارتفع سعر البيتكوين بنسبة اثنين في المئة. وأبدى التجار في أكرا ارتياحهم. وتقبل متاجر الساحل العملات أيضا. وقليل منهم يسأل عن مصدرها.",
    ),
    "ur": (
        "گھانا اور کینیا کے اسٹیبل کوائن معاہدے پر دستخط",
        "گھانا اور کینیا نے پیر کو اکرا میں اسٹیبل کوائن پر مفاہمتی یادداشت پر دستخط کیے۔\n\n{}\n\n"
        "بٹ کوائن کی قیمت دو فیصد بڑھ گئی۔ اکرا کے تاجر خوش تھے۔ ساحل کی دکانیں بھی سکے قبول کرتی ہیں۔ کم ہی لوگ پوچھتے ہیں کہ سکے کہاں سے آئے۔",
    ),
}  # fmt: skip

# language, type, sentence
TOLD = [
    ("en", "LegalMeasure", "Kenya's central bank licensed three stablecoin issuers on Tuesday."),
    ("en", "Meeting", "President William Ruto met Nigeria's finance minister in Abuja on Friday to discuss crypto regulation."),
    ("en", "Statement", "Ghana's finance minister, Kofi Mensah, warned that bitcoin is too volatile for reserves."),
    ("en", "EstablishmentOfBody", "Ghana will set up a crypto council next year."),
    ("en", "Appointment", "Kenya appointed Jane Otieno as head of its digital assets office on Monday."),
    ("en", "ReserveAction", "Kenya does not plan to buy bitcoin for its reserves, central bank governor Kamau Thugge said."),
    ("en", "ReserveAction", "El Salvador bought 12 bitcoin for its reserve on Monday."),
    ("en", "Visit", "A delegation from Rwanda visited Nairobi last week to study Kenya's stablecoin rules."),
    ("en", "LegalMeasure", "Kenya's parliament rejected a crypto bill in 2023."),
    ("en", "Agreement", "Kenya and the IMF reached agreement on a programme that limits bitcoin purchases."),
    ("en", "LegalMeasure", "Nigeria banned banks from dealing in cryptocurrencies in 2021."),
    ("en", "LegalMeasure", "Togo's president signed a law on virtual assets last month."),
    ("es", "LegalMeasure", "El banco central de Kenia autorizó el martes a tres emisores de monedas estables."),
    ("es", "Meeting", "El presidente William Ruto se reunió el viernes en Abuya con el ministro de Finanzas de Nigeria para hablar de la regulación de criptomonedas."),
    ("es", "Statement", "El ministro de Finanzas de Ghana, Kofi Mensah, advirtió de que el bitcoin es demasiado volátil para las reservas."),
    ("es", "EstablishmentOfBody", "Ghana creará el próximo año un consejo de criptoactivos."),
    ("es", "Appointment", "Kenia nombró el lunes a Jane Otieno jefa de su oficina de activos digitales."),
    ("es", "ReserveAction", "El Salvador compró el lunes 12 bitcoines para su reserva."),
    ("es", "Visit", "Una delegación de Ruanda visitó Nairobi la semana pasada para estudiar las normas de Kenia sobre monedas estables."),
    ("es", "LegalMeasure", "El Parlamento de Kenia rechazó en 2023 un proyecto de ley sobre criptomonedas."),
    ("es", "LegalMeasure", "Nigeria prohibió en 2021 a los bancos operar con criptomonedas."),
    ("ar", "LegalMeasure", "ورخص البنك المركزي الكيني الثلاثاء لثلاث جهات مصدرة للعملات المستقرة."),
    ("ar", "Meeting", "والتقى الرئيس وليام روتو الجمعة في أبوجا وزير المالية النيجيري لبحث تنظيم العملات المشفرة."),
    ("ar", "Statement", "وحذر وزير المالية الغاني كوفي منساه من أن البيتكوين شديد التقلب."),
    ("ar", "EstablishmentOfBody", "وستنشئ غانا العام المقبل مجلسا للأصول المشفرة."),
    ("ar", "ReserveAction", "واشترت السلفادور الاثنين 12 بيتكوين لاحتياطيها."),
    ("ar", "Visit", "وزار وفد من رواندا نيروبي الأسبوع الماضي للاطلاع على قواعد كينيا للعملات المستقرة."),
    ("ar", "LegalMeasure", "وكان البرلمان الكيني قد رفض عام 2023 مشروع قانون بشأن العملات المشفرة."),
    ("ar", "LegalMeasure", "وحظرت نيجيريا عام 2021 على البنوك التعامل بالعملات المشفرة."),
    ("ur", "LegalMeasure", "کینیا کے مرکزی بینک نے منگل کو تین اسٹیبل کوائن جاری کرنے والوں کو لائسنس دیے۔"),
    ("ur", "Meeting", "صدر ولیم روٹو نے جمعے کو ابوجا میں نائجیریا کے وزیر خزانہ سے کرپٹو ضوابط پر ملاقات کی۔"),
    ("ur", "Statement", "گھانا کے وزیر خزانہ کوفی منساہ نے خبردار کیا کہ بٹ کوائن بہت غیر مستحکم ہے۔"),
    ("ur", "EstablishmentOfBody", "گھانا اگلے سال کرپٹو کونسل قائم کرے گا۔"),
    ("ur", "ReserveAction", "ایل سلواڈور نے پیر کو اپنے ذخیرے کے لیے 12 بٹ کوائن خریدے۔"),
    ("ur", "Visit", "روانڈا کے وفد نے گزشتہ ہفتے نیروبی کا دورہ کیا۔"),
    ("ur", "LegalMeasure", "کینیا کی پارلیمنٹ نے 2023 میں کرپٹو بل مسترد کر دیا۔"),
    ("ur", "LegalMeasure", "نائجیریا نے 2021 میں بینکوں پر کرپٹو کرنسیوں کے لین دین پر پابندی لگا دی۔"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "kind", "sentence"), TOLD)
def test_usual_sentence_tells_its_act(language: str, kind: str, sentence: str, read: Read) -> None:
    head, around = AROUND[language]
    events = read(language, around.format(sentence), head)["events"]
    assert kind in {event["type"] for event in events if event["evidence"] in sentence}


@pytest.mark.parametrize("language", AROUND)
def test_news_of_headline_and_lead_is_told(language: str, read: Read) -> None:
    head, around = AROUND[language]
    events = read(language, around.format("").replace("\n\n\n\n", "\n\n"), head)["events"]
    assert [event["type"] for event in events] == ["Agreement"]


# Language, what else governments do, told in the same article.
OTHER = [
    ("en", "In other news Ghana's transport minister, Ama Darko, met her Togolese counterpart in Lomé on Tuesday. They signed an agreement on the railway between the two capitals. Ghana's parliament passed a law on fisheries on Wednesday."),
    ("es", "En otro orden, la ministra de Transporte de Ghana, Ama Darko, se reunió el martes en Lomé con su homólogo togolés. Ambos firmaron un acuerdo sobre el ferrocarril. El Parlamento de Ghana aprobó el miércoles una ley de pesca."),
    ("ar", "وفي شأن آخر، التقت وزيرة النقل الغانية أما داركو الثلاثاء في لومي نظيرها التوغولي. ووقع الوزيران اتفاقا بشأن السكك الحديدية. وأقر البرلمان الغاني الأربعاء قانونا للصيد البحري."),
    pytest.param("ur", "دوسری طرف گھانا کی وزیر ٹرانسپورٹ اما ڈارکو نے منگل کو لومے میں اپنے ٹوگو کے ہم منصب سے ملاقات کی۔ دونوں نے ریلوے پر معاہدے پر دستخط کیے۔ گھانا کی پارلیمنٹ نے بدھ کو ماہی گیری کا قانون منظور کیا۔", marks=pytest.mark.xfail(strict=True, reason="the law on fisheries is told")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "other"), OTHER)
def test_other_business_of_the_same_states_is_not_told(language: str, other: str, read: Read) -> None:
    head, around = AROUND[language]
    lead, behind = around.split("{}")
    events = read(language, f"{lead.rstrip()}{behind}\n\n{other}", head)["events"]
    assert [event["type"] for event in events] == ["Agreement"]


# Language, who signs.
NAMES = {
    "en": ("Mariam Mensah", "Kamau Thugge"),
    "es": ("Mariam Mensah", "Kamau Thugge"),
    "ar": ("مريم حداد", "كاماو ثوغي"),
    "ur": ("مریم منساہ", "کاماؤ تھوگے"),
}

# Language, who signs for whom.
SIGNED = [
    ("en", "The memorandum was signed by Mariam Mensah, Ghana's finance minister, and Kamau Thugge, governor of the Central Bank of Kenya."),
    ("en", "It was signed by Mariam Mensah of the Ghanaian finance ministry and Kamau Thugge of the Central Bank of Kenya."),
    ("en", "Finance Minister Mariam Mensah signed for Ghana and Governor Kamau Thugge for Kenya."),
    ("es", "El memorando fue firmado por la ministra de Finanzas de Ghana, Mariam Mensah, y el gobernador del Banco Central de Kenia, Kamau Thugge."),
    ("es", "Por Ghana firmó la ministra de Finanzas, Mariam Mensah, y por Kenia el gobernador del Banco Central, Kamau Thugge."),
    ("ar", "ووقع المذكرة عن الجانب الغاني وزيرة المالية مريم حداد، وعن الجانب الكيني محافظ البنك المركزي كاماو ثوغي."),
    ("ur", "یادداشت پر گھانا کی وزیر خزانہ مریم منساہ اور کینیا کے مرکزی بینک کے گورنر کاماؤ تھوگے نے دستخط کیے۔"),
    ("ur", "گھانا کی جانب سے وزیر خزانہ مریم منساہ اور کینیا کی جانب سے مرکزی بینک کے گورنر کاماؤ تھوگے نے دستخط کیے۔"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence"), SIGNED)
def test_both_who_sign_are_told(language: str, sentence: str, read: Read) -> None:
    head, around = AROUND[language]
    found = read(language, around.format(sentence), head)
    (agreement,) = (event for event in found["events"] if event["type"] == "Agreement")
    names = {entity["id"]: entity["mentions"] for entity in found["entities"]}
    signed = {names[one["id"]][0] for one in agreement["participants"] if one["role"] == "signatory"}
    assert signed == {name for name in NAMES[language] if name in sentence}


# What a person does to a state or body and to a person beside it.
DONE_TO = [
    "William Ruto thanked Ghana and President John Mahama for the stablecoin accord.",
    "William Ruto sued the Central Bank of Kenya and Governor Kamau Thugge over its bitcoin ban.",
    "William Ruto spoke about Ghana and President John Mahama at a bitcoin fair.",
    "William Ruto wrote to Ghana and President John Mahama about stablecoins.",
]


@pytest.mark.parametrize("sentence", DONE_TO)
def test_who_something_is_done_to_does_not_do_it(sentence: str, read: Read) -> None:
    head, around = AROUND["en"]
    found = read("en", around.format(sentence), head)
    names = {entity["id"]: entity["mentions"][0] for entity in found["entities"]}
    doing = ("signatory", "speaker", "agent", "visitor", "appointer")
    parts = [part for event in found["events"] for part in event["participants"] if part["role"] in doing]
    assert not {"John Mahama", "Kamau Thugge"} & {names[part["id"]] for part in parts}
