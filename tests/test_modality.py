"""A plan is not a fact, a denial is not a deed, and what nobody did is no event, in whichever language it is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from conftest import Extracted

from dadiplo.annotations import annotate
from dadiplo.extraction import Extraction
from dadiplo.pipeline import Knowledge
from dadiplo.resources import DD, VOCAB, compact

AGREEMENT, BAN, PURCHASE, MEETING = "Agreement", "LegalMeasure", "ReserveAction", "Meeting"


Read = Callable[[str, str], tuple[Extraction, list[dict[str, Any]]]]


@pytest.fixture(scope="session")
def read(extracted: Extracted, knowledge: Knowledge) -> Read:
    """What is read in a text below a headline, and the events of its annotations."""

    def call(language: str, text: str) -> tuple[Extraction, list[dict[str, Any]]]:
        found = extracted(language, text)
        return found, annotate(found, knowledge.lexicon(language))["events"]

    return call


def outlines(events: list[dict[str, Any]]) -> list[tuple[str, str, str | None]]:
    """Return type, modality and date of what is told beside what is said."""
    return [(event["type"], event["modality"], event["date"]) for event in events if event["type"] != "Statement"]


# language, type, modality, date, text: all of Ghana, agreements and meetings with Egypt
TOLD = [
    ("en", AGREEMENT, "actual", "2025-03-10", "Ghana and Egypt signed an agreement on digital currency on Monday."),
    ("en", AGREEMENT, "planned", "2025-04", "Ghana and Egypt will sign an agreement on digital currency next month."),
    ("en", AGREEMENT, "planned", None, "Ghana and Egypt may sign an agreement on digital currency."),
    ("en", AGREEMENT, "negated", None, "Ghana did not sign an agreement with Egypt on digital currency."),
    ("en", AGREEMENT, "negated", None, "Ghana denied that it had signed an agreement with Egypt on digital currency."),
    ("en", BAN, "actual", "2025-03-10", "The cabinet of Ghana banned bitcoin mining on Monday."),
    ("en", BAN, "planned", None, "The central bank of Ghana plans to ban bitcoin mining."),
    ("en", BAN, "planned", None, "Ghana's government could ban bitcoin mining."),
    ("en", BAN, "negated", None, "The central bank of Ghana has not banned bitcoin mining."),
    ("en", PURCHASE, "actual", "2025-03-10", "The government of Ghana bought 200 bitcoin on Monday."),
    ("en", PURCHASE, "planned", "2026", "The government of Ghana will buy 200 bitcoin next year."),
    ("en", PURCHASE, "planned", None, "The government of Ghana is considering buying bitcoin for its reserves."),
    ("en", PURCHASE, "negated", None, "The government of Ghana did not buy any bitcoin."),
    ("en", MEETING, "actual", "2025-03-10", "The president of Ghana met the president of Egypt on Monday."),
    ("en", MEETING, "planned", "2025-03-14", "The president of Ghana is expected to meet the president of Egypt on Friday."),
    ("en", MEETING, "negated", None, "The president of Ghana did not meet the president of Egypt."),
    ("ar", AGREEMENT, "actual", "2025-03-10", "وقعت غانا ومصر اتفاقية بشأن العملة الرقمية يوم الاثنين."),
    ("ar", AGREEMENT, "planned", "2025-04", "ستوقع غانا ومصر اتفاقية بشأن العملة الرقمية الشهر المقبل."),
    ("ar", AGREEMENT, "planned", None, "من المقرر أن توقع غانا ومصر اتفاقية بشأن العملة الرقمية."),
    ("ar", AGREEMENT, "planned", None, "تتفاوض غانا ومصر على اتفاقية بشأن العملة الرقمية."),
    ("ar", AGREEMENT, "negated", None, "لم توقع غانا أي اتفاقية مع مصر بشأن العملة الرقمية."),
    ("ar", BAN, "actual", "2025-03-10", "حظر مجلس الوزراء الغاني تعدين البيتكوين يوم الاثنين."),
    ("ar", BAN, "planned", "2026", "ستحظر غانا تعدين البيتكوين العام المقبل."),
    ("ar", BAN, "planned", None, "قد تحظر الحكومة الغانية تعدين البيتكوين."),
    ("ar", BAN, "planned", None, "يعتزم البنك المركزي الغاني حظر تعدين البيتكوين."),
    ("ar", BAN, "negated", None, "لم يحظر البنك المركزي الغاني تعدين البيتكوين."),
    ("ar", BAN, "negated", None, "لن تحظر غانا تعدين البيتكوين."),
    ("ar", PURCHASE, "actual", "2025-03-10", "اشترت الحكومة الغانية 200 بيتكوين يوم الاثنين."),
    ("ar", PURCHASE, "planned", "2026", "ستشتري الحكومة الغانية 200 بيتكوين العام المقبل."),
    ("ar", PURCHASE, "planned", None, "تدرس الحكومة الغانية شراء البيتكوين لاحتياطياتها."),
    ("ar", PURCHASE, "negated", None, "لن تشتري غانا البيتكوين."),
    ("ar", MEETING, "actual", "2025-03-10", "التقى رئيس غانا رئيس مصر يوم الاثنين."),
    ("ar", MEETING, "planned", "2025-03-14", "من المقرر أن يلتقي رئيس غانا رئيس مصر يوم الجمعة."),
    ("ar", MEETING, "negated", None, "لم يجتمع رئيس غانا مع رئيس مصر."),
    ("ar", MEETING, "negated", None, "لم يلتق رئيس غانا رئيس مصر."),
    ("es", AGREEMENT, "actual", "2025-03-10", "Ghana y Egipto firmaron el lunes un acuerdo sobre moneda digital."),
    ("es", AGREEMENT, "planned", "2025-04", "Ghana y Egipto firmarán el próximo mes un acuerdo sobre moneda digital."),
    ("es", AGREEMENT, "planned", None, "Ghana y Egipto negocian un acuerdo sobre moneda digital."),
    ("es", AGREEMENT, "negated", None, "Ghana no firmó ningún acuerdo con Egipto sobre moneda digital."),
    ("es", AGREEMENT, "negated", None, "Ghana se negó a firmar un acuerdo con Egipto sobre moneda digital."),
    ("es", BAN, "actual", "2025-03-10", "El Gobierno de Ghana prohibió el lunes la minería de bitcoin."),
    ("es", BAN, "planned", None, "El Banco Central de Ghana planea prohibir la minería de bitcoin."),
    ("es", BAN, "planned", None, "El Gobierno de Ghana podría prohibir la minería de bitcoin."),
    ("es", BAN, "negated", None, "El Banco Central de Ghana no ha prohibido la minería de bitcoin."),
    ("es", PURCHASE, "actual", "2025-03-10", "El Gobierno de Ghana compró 200 bitcoins el lunes."),
    ("es", PURCHASE, "planned", "2026", "El Gobierno de Ghana comprará 200 bitcoins el próximo año."),
    ("es", PURCHASE, "planned", None, "El Gobierno de Ghana estudia comprar bitcoin para sus reservas."),
    ("es", PURCHASE, "negated", None, "El Gobierno de Ghana no compró bitcoin."),
    ("es", MEETING, "actual", "2025-03-10", "El presidente de Ghana se reunió el lunes con el presidente de Egipto."),
    ("es", MEETING, "planned", "2025-03-14", "El presidente de Ghana tiene previsto reunirse el viernes con el presidente de Egipto."),
    ("es", MEETING, "negated", None, "El presidente de Ghana no se reunió con el presidente de Egipto."),
    ("ur", AGREEMENT, "actual", "2025-03-10", "گھانا اور مصر نے پیر کو ڈیجیٹل کرنسی کے معاہدے پر دستخط کیے۔"),
    ("ur", AGREEMENT, "planned", "2025-04", "گھانا اور مصر آئندہ ماہ ڈیجیٹل کرنسی کے معاہدے پر دستخط کریں گے۔"),
    ("ur", AGREEMENT, "planned", None, "گھانا اور مصر ڈیجیٹل کرنسی کے معاہدے پر دستخط کر سکتے ہیں۔"),
    ("ur", AGREEMENT, "negated", None, "گھانا نے مصر کے ساتھ ڈیجیٹل کرنسی کے کسی معاہدے پر دستخط نہیں کیے۔"),
    ("ur", BAN, "actual", "2025-03-10", "گھانا کی حکومت نے پیر کو بٹ کوائن مائننگ پر پابندی عائد کر دی۔"),
    ("ur", BAN, "planned", None, "گھانا کا مرکزی بینک بٹ کوائن مائننگ پر پابندی عائد کرنے کا ارادہ رکھتا ہے۔"),
    ("ur", BAN, "negated", None, "گھانا کے مرکزی بینک نے بٹ کوائن مائننگ پر پابندی عائد نہیں کی۔"),
    ("ur", PURCHASE, "actual", "2025-03-10", "گھانا کی حکومت نے پیر کو 200 بٹ کوائن خریدے۔"),
    ("ur", PURCHASE, "planned", "2026", "گھانا کی حکومت آئندہ سال 200 بٹ کوائن خریدے گی۔"),
    ("ur", PURCHASE, "planned", None, "گھانا کی حکومت اپنے ذخائر کے لیے بٹ کوائن خریدنے پر غور کر رہی ہے۔"),
    ("ur", PURCHASE, "negated", None, "گھانا کی حکومت نے کوئی بٹ کوائن نہیں خریدا۔"),
    ("ur", MEETING, "actual", "2025-03-10", "گھانا کے صدر نے پیر کو مصر کے صدر سے ملاقات کی۔"),
    ("ur", MEETING, "planned", "2025-03", "گھانا کے صدر آئندہ ہفتے مصر کے صدر سے ملاقات کریں گے۔"),
    ("ur", MEETING, "negated", None, "گھانا کے صدر نے مصر کے صدر سے ملاقات نہیں کی۔"),
]  # fmt: skip

# language, what is said to have happened, what is announced to follow
REPORTED = [
    ("en", "Ghana's finance minister said the government bought 200 bitcoin on Monday.", "Ghana announced on Monday that it will ban bitcoin mining."),
    ("ar", "قال البنك المركزي الغاني إن الحكومة اشترت 200 بيتكوين يوم الاثنين.", "أعلنت غانا يوم الاثنين أنها ستحظر تعدين البيتكوين."),
    ("es", "El ministro de Finanzas de Ghana dijo que el Gobierno compró 200 bitcoins el lunes.", "Ghana anunció el lunes que prohibirá la minería de bitcoin."),
    ("ur", "گھانا کے وزیر خزانہ نے کہا کہ حکومت نے پیر کو 200 بٹ کوائن خریدے۔", "گھانا نے پیر کو اعلان کیا کہ وہ بٹ کوائن مائننگ پر پابندی عائد کرے گا۔"),
]  # fmt: skip

NOTHING = [
    # the history of a firm
    ("en", "Brightcoin Labs was founded in 2014 and now serves nine million customers in Ghana."),
    ("ar", "تأسست شركة “برايت كوين” عام 2014 وتخدم اليوم تسعة ملايين عميل في غانا."),
    ("es", "Marlobit, que nació en Acra en 2016, emplea a noventa personas."),
    ("ur", "مارلو بٹ کمپنی 2016 میں اکرا میں قائم ہوئی اور اس میں نوے افراد کام کرتے ہیں۔"),
    # prices, the economy
    ("en", "Bitcoin rose four percent on Monday to trade above 80,000 dollars."),
    ("ar", "ارتفع سعر البيتكوين أربعة في المئة يوم الاثنين."),
    ("es", "El bitcoin subió un cuatro por ciento el lunes."),
    ("ur", "پیر کو بٹ کوائن کی قیمت چار فیصد بڑھ گئی۔"),
    ("en", "Ghana's economy grew by five percent last year."),
    ("ar", "نما اقتصاد غانا بنسبة خمسة في المئة العام الماضي."),
    ("ur", "گزشتہ سال گھانا کی معیشت پانچ فیصد بڑھی۔"),
    # a question
    ("ar", "هل ينبغي لغانا شراء البيتكوين لاحتياطياتها؟"),
    ("ur", "کیا گھانا کو اپنے ذخائر کے لیے بٹ کوائن خریدنا چاہیے؟"),
]


@pytest.mark.parametrize(("language", "kind", "modality", "date", "text"), TOLD)
def test_event_is_put_forward_as_told(
    language: str, kind: str, modality: str, date: str | None, text: str, read: Read
) -> None:
    _, events = read(language, text)
    assert outlines(events) == [(kind, modality, date)]
    sides = {"GHA", "EGY"} if kind in (AGREEMENT, MEETING) else {"GHA"}
    told = next(e for e in events if e["type"] == kind)
    assert {p["id"] for p in told["participants"] if p["id"].isupper()} == sides
    assert told["evidence"] in text


@pytest.mark.parametrize(("language", "says", "announces"), REPORTED)
def test_what_is_reported_rests_on_the_speaker(language: str, says: str, announces: str, read: Read) -> None:
    found = {event.type: event for event in read(language, says)[0].events}
    assert set(found) == {DD + "Statement", DD + PURCHASE}
    assert found[DD + PURCHASE].modality == VOCAB + "modality/actual"
    passage = found[DD + PURCHASE].passages[0]
    assert compact(passage.attribution) == "attribution:indirect-speech"
    assert passage.speaker in found[DD + "Statement"].agents(DD + "hasSpeaker")
    extraction, events = read(language, announces)
    assert outlines(events) == [(BAN, "planned", None)]
    (announced,) = [e for e in extraction.events if e.type == DD + "Announcement"]
    assert [compact(agent) for agent in announced.agents()] == ["state:GHA"]
    assert announced.date == "2025-03-10", "the day of the announcement, not of the ban"


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_nothing_happened_between_states(language: str, text: str, read: Read) -> None:
    assert read(language, text)[1] == []


SUBTLE = [
    ("en", "Ghana refused to sign an agreement with Egypt on digital currency.", [(AGREEMENT, "negated", None)]),
    ("ar", "وقعت روسيا وتركيا مذكرة تفاهم يوم الاثنين.", [(AGREEMENT, "actual", "2025-03-10")]),
    ("ar", "نفى البنك المركزي الغاني حظر تعدين البيتكوين.", [(BAN, "negated", None)]),
    ("en", "Ghana and Egypt are negotiating an agreement on digital currency.", [(AGREEMENT, "planned", None)]),
    ("en", "Lawmakers in Ghana proposed a ban on bitcoin mining.", [(BAN, "planned", None)]),
    ("es", "Ghana propuso firmar un acuerdo con Egipto sobre moneda digital.", [(AGREEMENT, "planned", None)]),
    ("es", "Ghana negó haber firmado un acuerdo con Egipto sobre moneda digital.", [(AGREEMENT, "negated", None)]),
    ("es", "El Gobierno de Ghana compró 200 bitcoines el lunes.", [(PURCHASE, "actual", "2025-03-10")]),
    ("ur", "گھانا نے 200 بٹ کوائن خریدنے کی تردید کی۔", [(PURCHASE, "negated", None)]),
    ("ur", "گھانا کے ارکان پارلیمان نے بٹ کوائن مائننگ پر پابندی کی تجویز دی۔", [(BAN, "planned", None)]),
    ("es", "Está previsto que el presidente de Ghana se reúna el viernes con el de Egipto.", [(MEETING, "planned", "2025-03-14")]),
    ("en", "The bill on bitcoin mining was thrown out by Ghana's parliament on Monday.", [(BAN, "negated", "2025-03-10")]),
    ("en", "Ghana's parliament rejected a bill to legalise bitcoin on Monday.", [(BAN, "negated", "2025-03-10")]),
    ("en", "The signing of the agreement between Ghana and Egypt on digital currency was put off.", [(AGREEMENT, "planned", None)]),
    ("en", "The agreement between Ghana and Egypt on the digital cedi was called off on Monday.", [(AGREEMENT, "negated", "2025-03-10")]),
    ("en", "Ghana and Egypt are close to a deal on stablecoins.", [(AGREEMENT, "planned", None)]),
    ("en", "The new crypto rules of Ghana, which take effect on April 1, oblige exchanges to register.", [(BAN, "planned", "2025-04-01")]),
    ("en", "The president of Ghana is due in Cairo on Friday for talks on bitcoin with the president of Egypt.", [("Visit", "planned", "2025-03-14"), (MEETING, "planned", "2025-03-14")]),
    ("en", "Ghana will send two experts to Egypt in April to study bitcoin mining.", [("Visit", "planned", "2025-04")]),
    ("en", "The governor of the Bank of Ghana, Kofi Asantewaa, steps down in May.", [("Appointment", "planned", "2025-05")]),
    ("en", "In 2022 Ghana had banned bitcoin mining.", [(BAN, "background", "2022")]),
    ("es", "El Senado de Ghana rechazó el lunes el proyecto de ley sobre bitcoin.", [(BAN, "negated", "2025-03-10")]),
    ("es", "El acuerdo entre Ghana y Egipto sobre criptoactivos quedó sin firma el lunes.", [(AGREEMENT, "negated", "2025-03-10")]),
    ("es", "Ghana y Egipto aplazaron la firma de un acuerdo sobre criptoactivos.", [(AGREEMENT, "planned", None)]),
    ("es", "El reglamento de Ghana sobre monedas estables estará listo en junio.", [(BAN, "planned", "2025-06")]),
    ("es", "El gobernador del Banco de Ghana, Kofi Asantewaa, deja el cargo en mayo.", [("Appointment", "planned", "2025-05")]),
    ("es", "Una delegación de Acra llegará a El Cairo la semana que viene para conocer la minería de bitcoin.", [("Visit", "planned", "2025-03")]),
    ("es", "El Congreso de Ghana dio ayer luz verde a la ley de criptoactivos.", [(BAN, "actual", "2025-03-11")]),
    ("en", "If Ghana banned bitcoin mining, miners would move to Egypt.", []),
    ("ar", "لو حظرت غانا تعدين البيتكوين لانتقل المعدّنون إلى مصر.", []),
    ("es", "Si Ghana prohibiera la minería de bitcoin, los mineros se irían a Egipto.", []),
    ("ur", "اگر گھانا نے بٹ کوائن مائننگ پر پابندی لگائی تو مائنرز مصر چلے جائیں گے۔", []),
    ("en", "Should Ghana buy bitcoin for its reserves?", []),
    ("es", "¿Debería Ghana comprar bitcoin para sus reservas?", []),
    ("en", "Traders in Ghana bought bitcoin as the price fell.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "told"), SUBTLE)
def test_subtler_ways_to_say_it(language: str, text: str, told: list[tuple[str, str, str | None]], read: Read) -> None:
    assert outlines(read(language, text)[1]) == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“The register opens in May,” Ghanaian lawmaker Ruth Adeyemi said."),
        ("ar", "قالت وزيرة المالية الأردنية هالة السنجابي إن القواعد ستكون جاهزة في يونيو."),
        ("es", "«El registro se abrirá en mayo», explicó el diputado Pablo Iriarte."),
    ],
)
def test_day_spoken_of_is_not_the_day_of_speaking(language: str, text: str, read: Read) -> None:
    said = [event for event in read(language, text)[1] if event["type"] == "Statement"]
    assert [(event["modality"], event["date"]) for event in said] == [("actual", None)]


# language, text, type, kind, some who take part
KINDS = [
    ("en", "Ghana sold 200 bitcoin on Monday.", PURCHASE, "sale", {("GHA", "agent")}),
    ("ar", "باعت غانا 200 بيتكوين يوم الاثنين.", PURCHASE, "sale", {("GHA", "agent")}),
    ("es", "La policía de Ghana incautó 200 bitcoins el lunes.", PURCHASE, "seizure", {("GHA", "agent")}),
    ("ur", "گھانا کی پولیس نے پیر کو 200 بٹ کوائن ضبط کیے۔", PURCHASE, "seizure", {("GHA", "agent")}),
    ("ar", "زار ملك الأردن غانا يوم الاثنين.", "Visit", None, {("JOR", "visitor"), ("GHA", "host")}),
    ("en", "Ghana lifted its ban on bitcoin on Monday.", BAN, "repeal", {("GHA", "agent")}),
    ("en", "The king of Jordan visited Ghana on Monday.", "Visit", None, {("JOR", "visitor"), ("GHA", "host")}),
    ("en", "The governor of the Bank of Ghana received his Egyptian counterpart on Monday.", MEETING, None, {("GHA", "participant"), ("EGY", "participant")}),
    ("en", "Ghana's securities regulator and its counterpart in Egypt renewed their agreement on virtual assets on Monday.", AGREEMENT, None, {("GHA", "party"), ("EGY", "party")}),
    ("en", "The Bank of Ghana fined the exchange Brightcoin on Monday for trading without a licence.", BAN, "order", {("GHA", "agent")}),
    ("es", "El rey de Jordania visitó Ghana el lunes.", "Visit", None, {("JOR", "visitor"), ("GHA", "host")}),
    ("es", "La gobernadora del Banco de Ghana, Ama Asantewaa, recibió el lunes a su homólogo egipcio.", MEETING, None, {("GHA", "participant"), ("EGY", "participant")}),
    ("es", "Ghana creó el lunes un consejo nacional de activos digitales.", "EstablishmentOfBody", None, {("GHA", "agent")}),
    ("ur", "اردن کے شاہ نے پیر کو گھانا کا دورہ کیا۔", "Visit", None, {("JOR", "visitor"), ("GHA", "host")}),
    ("ur", "گھانا کے صدر نے پیر کو کوفی اسانتے کو مرکزی بینک کا گورنر مقرر کیا۔", "Appointment", None, {("GHA", "appointer")}),
    ("ar", "رفعت غانا الحظر عن البيتكوين يوم الاثنين.", BAN, "repeal", {("GHA", "agent")}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "subtype", "roles"), KINDS)
def test_kind_and_roles(
    language: str, text: str, kind: str, subtype: str | None, roles: set[tuple[str, str]], read: Read
) -> None:
    events = read(language, text)[1]
    assert [(event["type"], event["subtype"], event["date"]) for event in events] == [(kind, subtype, "2025-03-10")]
    found = {(part["id"], part["role"]) for part in events[0]["participants"]}
    states = {role for role in found if role[0].isupper()}
    assert roles == states


# An act whose own clause states no day: the sentence does.
ELSEWHERE = [
    ("en", "Ghana's finance minister flies to Cairo on Friday, where he will hold talks on bitcoin with the central bank of Egypt.", (MEETING, "planned", "2025-03-14")),
    ("en", "Last month the governor of the Bank of Ghana spent three days in Cairo, and she signed a memorandum with the central bank of Egypt on digital currency.", (AGREEMENT, "background", "2025-02")),
    ("es", "El ministro de Finanzas de Ghana viajará el viernes a El Cairo, donde firmará con Egipto un acuerdo sobre criptoactivos.", (AGREEMENT, "planned", "2025-03-14")),
    ("ar", "سافر وزير المالية الغاني يوم الاثنين إلى القاهرة حيث وقع مع مصر اتفاقية بشأن العملة الرقمية.", (AGREEMENT, "actual", "2025-03-10")),
    ("ur", "گھانا کے وزیر خزانہ جمعے کو قاہرہ جائیں گے جہاں وہ مصر کے ساتھ ڈیجیٹل کرنسی کے معاہدے پر دستخط کریں گے۔", (AGREEMENT, "planned", "2025-03-14")),
    ("en", "The presidency said on Monday that Ghana had not signed an agreement with Egypt on digital currency.", (AGREEMENT, "negated", None)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "told"), ELSEWHERE)
def test_day_that_stands_in_another_clause(
    language: str, text: str, told: tuple[str, str, str | None], read: Read
) -> None:
    assert told in outlines(read(language, text)[1])


# What the next sentence says is not so, or what fell.
NOT_SO = [
    ("en", "Newspapers wrote that Ghana had bought 200 bitcoin for its reserves. It has not.", PURCHASE),
    ("en", "A blog claimed that Ghana had bought 200 bitcoin for its reserves. The central bank denied it.", PURCHASE),
    ("es", "La prensa publicó que el Banco de Ghana había comprado 200 bitcoins para sus reservas. No es cierto.", PURCHASE),
    ("ar", "تداولت الصحف أن غانا اشترت 200 بيتكوين لاحتياطياتها. وهذا غير صحيح.", PURCHASE),
    ("ur", "اخبارات نے لکھا کہ گھانا نے 200 بٹ کوائن خریدے ہیں۔ یہ درست نہیں۔", PURCHASE),
    ("en", "Talks between Ghana and Egypt stopped short of an agreement on stablecoins.", AGREEMENT),
    ("en", "The board of the Bank of Ghana voted 5-2 against buying bitcoin for its reserves.", PURCHASE),
    ("en", "Plans for a bitcoin reserve in Ghana were abandoned.", PURCHASE),
    ("es", "La propuesta de una reserva de bitcoin fue rechazada en el Parlamento de Ghana.", PURCHASE),
    ("ar", "رفض مجلس النواب الغاني، الثلاثاء، مقترحًا بإنشاء احتياطي استراتيجي من بيتكوين.", PURCHASE),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind"), NOT_SO)
def test_what_is_not_so_is_denied(language: str, text: str, kind: str, read: Read) -> None:
    assert [modality for act, modality, _ in outlines(read(language, text)[1]) if act == kind] == ["negated"]
