"""Acts on other business beside those on digital assets: what one cabinet, court or visit does on both."""

from __future__ import annotations

import pytest

from dadiplo.annotations import annotate
from dadiplo.documents import document
from dadiplo.extraction import extract
from dadiplo.lexicons import cached_lexicon

#: Language, article with ``{}`` for one more sentence, the type of event that it tells by itself.
ARTICLES = {
    "en cabinet": (
        "en",
        "Zambia bans crypto exchanges without a licence\ndate: 2025-03-12\n\n"
        "Zambia's cabinet on Tuesday banned crypto exchanges that have no licence from the central bank.\n\n"
        "{}\n\n"
        "Exchanges pay a fee of 5,000 dollars a year. Traders in Lusaka said the fee was too high for "
        "small firms. Bitcoin was little changed.\n\n"
        "It rained in the afternoon, and the press conference was moved indoors.",
    ),
    "es cabinet": (
        "es",
        "El gabinete de Honduras regula las casas de criptomonedas\ndate: 2025-03-12\n\n"
        "El Consejo de Ministros de Honduras aprobó el martes un reglamento para las casas de cambio de criptomonedas.\n\n"
        "{}\n\n"
        "El reglamento fija una tasa de 5.000 dólares al año. Los comerciantes de la capital la consideran alta. El "
        "bitcoin apenas varió.\n\n"
        "Llovió por la tarde y la rueda de prensa se trasladó al salón.",
    ),
    "ar cabinet": (
        "ar",
        "مجلس الوزراء الأردني يقر نظام ترخيص منصات العملات المشفرة\ndate: 2025-03-12\n\n"
        "أقر مجلس الوزراء الأردني يوم الثلاثاء نظام ترخيص منصات تداول العملات المشفرة.\n\n"
        "{}\n\n"
        "ويحدد النظام رسما سنويا قدره خمسة آلاف دولار. وقال متعاملون في عمان إن الرسم مرتفع على الشركات الصغيرة. ولم "
        "يتغير سعر بتكوين كثيرا.\n\n"
        "وهطل المطر بعد الظهر فنقل المؤتمر الصحفي إلى القاعة.",
    ),
    "ur cabinet": (
        "ur",
        "نیپال کی کابینہ نے کرپٹو ایکسچینجوں کے لائسنس کے ضابطے منظور کر لیے\ndate: 2025-03-12\n\n"
        "نیپال کی کابینہ نے منگل کو کرپٹو ایکسچینجوں کے لائسنس کے ضابطے منظور کر لیے۔\n\n"
        "{}\n\n"
        "ضابطوں کے تحت ہر ایکسچینج سال میں پانچ ہزار ڈالر فیس دے گی۔ تاجروں کے مطابق چھوٹی کمپنیوں کے لیے یہ فیس زیادہ ہے۔ "
        "بٹ کوائن کی قیمت میں زیادہ تبدیلی نہیں آئی۔\n\n"
        "دوپہر کے بعد بارش ہوئی اور پریس کانفرنس ہال میں کرنا پڑی۔",
    ),
}
TOLD_TOO = pytest.mark.xfail(strict=True, reason="bills, committees and accords are told whatever they are on")
OTHER = [
    pytest.param("en cabinet", "It also approved a bill on fishing licences.", marks=TOLD_TOO),
    ("en cabinet", "The same session banned the export of raw timber."),
    ("en cabinet", "Ministers also named a new head of the road agency."),
    ("en cabinet", "On Monday Zambia and Malawi signed an agreement on cross-border buses in Lilongwe."),
    ("en cabinet", "The health minister warned of a cholera outbreak in the north."),
    pytest.param("en cabinet", "The cabinet set up a committee on school meals.", marks=TOLD_TOO),
    ("es cabinet", "También aprobó un proyecto de ley sobre licencias de pesca."),
    ("es cabinet", "En la misma sesión prohibió la exportación de madera en bruto."),
    ("es cabinet", "Los ministros nombraron además a la nueva directora de carreteras."),
    ("es cabinet", "El lunes Honduras y Guatemala firmaron en Copán un convenio sobre autobuses transfronterizos."),
    ("es cabinet", "La ministra de Salud advirtió de un brote de dengue en el norte."),
    pytest.param("es cabinet", "El gabinete creó una comisión sobre comedores escolares.", marks=TOLD_TOO),
    pytest.param("ar cabinet", "كما وافق المجلس على مشروع قانون رخص صيد الأسماك.", marks=TOLD_TOO),
    ("ar cabinet", "وحظرت الجلسة نفسها تصدير الأخشاب الخام."),
    ("ar cabinet", "وعين الوزراء مديرا جديدا لهيئة الطرق."),
    pytest.param(
        "ar cabinet",
        "ووقع الأردن والعراق يوم الاثنين في بغداد اتفاقا بشأن الحافلات العابرة للحدود.",
        marks=TOLD_TOO,
    ),
    ("ar cabinet", "وحذرت وزيرة الصحة من تفشي الكوليرا في الشمال."),
    pytest.param("ar cabinet", "وشكل المجلس لجنة للوجبات المدرسية.", marks=TOLD_TOO),
    pytest.param("ur cabinet", "کابینہ نے ماہی گیری کے لائسنسوں کے مسودہ قانون کی بھی منظوری دی۔", marks=TOLD_TOO),
    ("ur cabinet", "اسی اجلاس میں خام لکڑی کی برآمد پر پابندی لگا دی گئی۔"),
    ("ur cabinet", "وزرا نے سڑکوں کے ادارے کا نیا سربراہ بھی مقرر کیا۔"),
    ("ur cabinet", "پیر کو نیپال اور بھارت نے نئی دہلی میں سرحد پار بسوں کے معاہدے پر دستخط کیے۔"),
    ("ur cabinet", "وزیر صحت نے شمال میں ہیضے کی وبا سے خبردار کیا۔"),
    ("ur cabinet", "کابینہ نے اسکولوں کے کھانے پر ایک کمیٹی بنا دی۔"),
]
#: The same acts on digital assets.
OURS = [
    ("en cabinet", "It also approved a bill on stablecoins.", "LegalMeasure"),
    ("en cabinet", "On Monday Zambia and Malawi signed an agreement on tokenised bonds in Lilongwe.", "Agreement"),
    ("en cabinet", "The cabinet set up a committee on digital currencies.", "EstablishmentOfBody"),
    ("es cabinet", "También aprobó un proyecto de ley sobre monedas estables.", "LegalMeasure"),
    ("es cabinet", "El lunes Honduras y Guatemala firmaron en Copán un convenio sobre bonos tokenizados.", "Agreement"),
    ("es cabinet", "El gabinete creó una comisión sobre monedas digitales.", "EstablishmentOfBody"),
    ("ar cabinet", "كما وافق المجلس على مشروع قانون العملات المستقرة.", "LegalMeasure"),
    ("ar cabinet", "ووقع الأردن والعراق يوم الاثنين في بغداد اتفاقا بشأن السندات المرمزة.", "Agreement"),
    ("ar cabinet", "وشكل المجلس لجنة للعملات الرقمية.", "EstablishmentOfBody"),
    ("ur cabinet", "کابینہ نے مستحکم سکوں کے مسودہ قانون کی بھی منظوری دی۔", "LegalMeasure"),
    ("ur cabinet", "پیر کو نیپال اور بھارت نے نئی دہلی میں ٹوکنائزڈ بانڈز کے معاہدے پر دستخط کیے۔", "Agreement"),
    ("ur cabinet", "کابینہ نے ڈیجیٹل کرنسی پر ایک کمیٹی بنا دی۔", "EstablishmentOfBody"),
]


def told_in(article: str, sentence: str) -> tuple[list[str], list[str]]:
    """The types of the events told in one more sentence of an article, and of those told in the others."""
    language, text = ARTICLES[article]
    text = text.format(sentence)
    lexicon = cached_lexicon(language)
    found = annotate(extract(document(text.encode(), name="x", slug="x", language=language), lexicon), lexicon)
    inside = [event["evidence"] in sentence for event in found["events"]]
    types = [event["type"] for event in found["events"]]
    return [t for t, there in zip(types, inside, strict=True) if there], [
        t for t, there in zip(types, inside, strict=True) if not there
    ]


@pytest.mark.parametrize(("article", "sentence"), OTHER)
def test_an_act_on_other_business_is_not_told(article: str, sentence: str) -> None:
    here, others = told_in(article, sentence)
    assert here == []
    assert "LegalMeasure" in others


@pytest.mark.parametrize(("article", "sentence", "kind"), OURS)
def test_the_same_act_on_digital_assets_is_told(article: str, sentence: str, kind: str) -> None:
    here, others = told_in(article, sentence)
    assert here == [kind]
    assert "LegalMeasure" in others
