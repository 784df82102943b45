"""Who and what a text names: persons, bodies, governments behind a city, and firms, which are nobody's officials."""

from __future__ import annotations

import pytest
from conftest import Read


def named(read: Read, language: str, text: str, kind: str) -> list[set[str]]:
    """Return for each entity of a kind the words that name it."""
    return [set(e["mentions"]) for e in read(language, text)["entities"] if e["type"] == kind]


# language, text, the words for its one person; without a known name, from what stands beside it
PERSONS = [
    # a title before the name, the family name alone later
    ("en", "Finance Minister Laura Whitcombe arrived. Whitcombe took no questions.", "Laura Whitcombe|Whitcombe"),
    ("en", "President Tomás Iriarte of Peru landed in Kigali. Iriarte took no questions.", "Tomás Iriarte|Iriarte"),
    ("ar", "وصل الرئيس الكيني جوزيف مواندي. واستقبل الملك مواندي في القصر.", "جوزيف مواندي|مواندي"),
    ("ar", "وقال الوزير زياد الشوملي إن الباب مفتوح. وشدد الشوملي على ذلك.", "زياد الشوملي|الشوملي"),
    ("es", "La senadora Elena Quiroga llegó el lunes. Quiroga no dio detalles.", "Elena Quiroga|Quiroga"),
    ("ur", "صدر کینیا جوزف موانڈی پہنچے۔ موانڈی نے کوئی بات نہیں کی۔", "جوزف موانڈی|موانڈی"),
    ("ur", "سٹیٹ بینک کی ڈپٹی گورنر ڈاکٹر سارہ لودھی نے گفتگو کی۔ لودھی نے تاریخ نہیں بتائی۔", "سارہ لودھی|لودھی"),
    # an apposition on either side
    ("en", "Laura Whitcombe, the finance minister of Jamaica, took no questions.", "Laura Whitcombe"),
    ("en", "Samira Okello, who chairs the Uganda Communications Commission, warned banks.", "Samira Okello"),
    ("es", "Samira Okello, que preside la Comisión de Valores de Uganda, no dio fechas.", "Samira Okello"),
    ("en", "The deputy governor of the Bank of Ghana, Kofi Asantewaa, took no questions.", "Kofi Asantewaa"),
    ("ar", "أكد محافظ البنك المركزي الكيني، جوزيف مواندي، أن التجربة مستمرة.", "جوزيف مواندي"),
    ("ar", "وقالت رنا القيسي، رئيسة هيئة الأوراق المالية الأردنية، إن الباب مفتوح.", "رنا القيسي"),
    ("es", "Lucía Benavente, ministra de Economía de Paraguay, no dio fechas.", "Lucía Benavente"),
    ("es", "Según el viceministro de Finanzas de Bolivia, Andrés Quiroga Luna, todo sigue.", "Andrés Quiroga Luna"),
    ("ur", "کینیا کے مرکزی بینک کے گورنر جوزف موانڈی نے کہا کہ کام جاری ہے۔", "جوزف موانڈی"),
    # a verb of saying beside a person of some standing
    ("en", "Ugandan lawmaker Ruth Adeyemi criticised the tax.", "Ruth Adeyemi"),
    ("en", "According to Dr Helen Marsh, head of the commission, little will change.", "Helen Marsh"),
    ("ar", "حذّر النائب سليم الراوي من العملات المشفرة.", "سليم الراوي"),
    ("ar", "وقال الدكتور سامر الحلواني إن الباب مفتوح.", "سامر الحلواني"),
    # a letter before a question or an answer belongs to no name
    ("en", "Q Thabo Mokoena, how will Ghana tax coins?", "Thabo Mokoena"),
    ("es", "R Marta Olivares, de Chile: ya veremos.", "Marta Olivares"),
    # what stands around it: an appointment, who leads, the father's names
    ("ar", "وصل وفد يرأسه رينات بكتوروف إلى المدينة.", "رينات بكتوروف"),
    ("ar", "تحدث محمد بن سالم الراشدي إلى الصحافيين.", "محمد بن سالم الراشدي"),
    ("ur", "حکومت نے توشیرو ہاناموتو کو کونسل کا مشیر مقرر کیا۔", "توشیرو ہاناموتو"),
    ("es", "«El registro está abierto», explicó el diputado Pablo Iriarte.", "Pablo Iriarte"),
    ("ur", "رکن پارلیمان ثمینہ لودھی نے ٹیکس پر تنقید کی۔", "ثمینہ لودھی"),
    # where the person is from, and an apposition of two words that are no others
    ("ar", "كتبت الباحثة الكينية سيندي موتوا التقرير.", "سيندي موتوا"),
    ("ar", "استقبل الشيخ راشد بن ناصر آل جاسم الوفد.", "راشد بن ناصر آل جاسم"),
    ("ar", "وكلفت نظيرته الإستونية كادري تومي بالملف.", "كادري تومي"),
    # who the person is stands behind the name, or a trade before it; a father by the name of his son
    ("ar", "تقول ريتا، وهي ممرضة، إنها خسرت مالها.", "ريتا"),
    ("ar", "يسأل أبو فهد من المدينة عن الأسعار.", "أبو فهد"),
    ("ar", "وقالت المحامية نورا شاهنيان إن الباب مفتوح.", "نورا شاهنيان"),
    ("ar", "وعلّلت نائبة المحافظ، سينزيا فيرلوتي، القرار.", "سينزيا فيرلوتي"),
    ("es", "Lo dijo el director de la empresa, Pablo Iriarte.", "Pablo Iriarte"),
    # a hamza is no article; what describes the office stands between; a verb before and a comma behind
    ("ar", "قال وزير المالية الكيني ألفارو مونديز إن الباب مفتوح.", "ألفارو مونديز"),
    ("ar", "وقّع النائب السابق توشيرو بيكمانوف العريضة.", "توشيرو بيكمانوف"),
    ("ar", "وقالت ميرنالي الحوراني، وهي خبيرة، إن الباب مفتوح.", "ميرنالي الحوراني"),
    ("ar", "حضر سفير كينيا لدى المملكة توشيرو بيكمانوف الحفل.", "توشيرو بيكمانوف"),
]

# language, text, the words for its one body; nobody is a person
BODIES = [
    ("en", "The central bank of Uruguay said nothing.", "central bank of Uruguay"),
    ("en", "The Zambian finance ministry said nothing.", "Zambian finance ministry"),
    ("en", "The Kenya Virtual Assets Commission opened a register.", "Kenya Virtual Assets Commission"),
    ("en", "The “Office of Digital Assets” of Zambia opened a register.", "Office of Digital Assets"),
    ("en", "The Digital Assets Authority of Jamaica (DAAJ) sat. DAAJ staff came.", "Digital Assets Authority of Jamaica|DAAJ"),
    # the ministers together, missions abroad, and what an abbreviation in brackets spells
    ("en", "The Council of Ministers of Zambia sat late.", "Council of Ministers of Zambia"),
    ("es", "El Consejo de Ministros se reunió tarde en Lima.", "Consejo de Ministros"),
    ("ar", "اجتمع مجلس الوزراء يوم الأحد.", "مجلس الوزراء"),
    ("ur", "کینیا کی کابینہ نے کچھ نہیں بتایا۔", "کینیا کی کابینہ"),
    ("en", "The Embassy of Kenya took no questions.", "Embassy of Kenya"),
    ("en", "The Rural Savings Circle (RSC) sat. RSC staff came.", "Rural Savings Circle|RSC"),
    ("es", "La Auditoría Mayor de Mercados (AMM) calló.", "Auditoría Mayor de Mercados|AMM"),
    # one word that acts or employs, a firm beside another, what is told in full before
    ("en", "Everyone knows why Marlobit bought its rival.", "Marlobit"),
    ("en", "The new head joined from Marlobit in spring.", "Marlobit"),
    ("es", "El nuevo jefe es exdirectivo de Marlobit.", "Marlobit"),
    ("en", "Kambo Lai Commercial Bank closed. Branches of Kambo Lai were empty.", "Kambo Lai Commercial Bank|Kambo Lai"),
    ("ar", "قال البنك المركزي الأوروغواياني إن الباب مفتوح.", "البنك المركزي الأوروغواياني"),
    ("ar", "قالت وزارة الاقتصاد في زامبيا إن الباب مفتوح.", "وزارة الاقتصاد"),
    ("ar", "فتح “مجلس الأصول الافتراضية الكيني” سجلاً جديداً.", "مجلس الأصول الافتراضية الكيني"),
    ("ar", "قالت هيئة الأصول الرقمية الأردنية (JDAA) إن الباب مفتوح. وأكدت JDAA ذلك.", "هيئة الأصول الرقمية الأردنية|JDAA"),
    ("es", "El Banco Central del Uruguay no dijo nada.", "Banco Central del Uruguay"),
    ("es", "El Ministerio de Finanzas de Zambia no dijo nada.", "Ministerio de Finanzas de Zambia"),
    ("es", "La «Oficina de Activos Digitales» de Zambia abrió un registro.", "Oficina de Activos Digitales"),
    ("es", "La Superintendencia de Valores de Zambia (SVZ) habló. La SVZ no dio nombres.", "Superintendencia de Valores de Zambia|SVZ"),
    ("en", "Parliament sat late on Monday in Lusaka, Zambia.", "Parliament"),
    ("es", "La canadiense Birch Custody no dijo nada.", "Birch Custody"),
    ("es", "La comisionista Brumas no dijo nada.", "Brumas"),
    ("es", "Los datos de Paraguay los pide Hacienda.", "Hacienda"),
    ("ar", "قالت مديرية أنظمة الدفع إن الباب مفتوح.", "مديرية أنظمة الدفع"),
    ("ar", "عيّن مصرف الواحة مديرا جديدا.", "مصرف الواحة"),
    ("ar", "قضت محكمة جنايات بنغازي بالسجن.", "محكمة جنايات بنغازي"),
    ("ar", "وصل طلاب جامعة الكويت إلى المدينة.", "جامعة الكويت"),
    ("ar", "وصل طلاب جامعة عمر بن سالم إلى المدينة.", "جامعة عمر بن سالم"),
    ("ar", "زار الخبراء البورصة الأردنية يوم الاثنين.", "البورصة الأردنية"),
    ("ur", "پارس کیپیٹل کے تجزیہ کار نے کچھ نہیں بتایا۔", "پارس کیپیٹل"),
    ("ur", "کینیا کی وزارتِ کانکنی نے کچھ نہیں بتایا۔", "وزارتِ کانکنی"),
    ("ur", "یوراگوئے کے مرکزی بینک نے کچھ نہیں بتایا۔", "یوراگوئے کے مرکزی بینک"),
    ("ur", "زیمبیا کی وزارت خزانہ نے کچھ نہیں بتایا۔", "زیمبیا کی وزارت خزانہ"),
    ("ur", "”کینیا ڈیجیٹل اثاثہ کونسل“ نے کچھ نہیں بتایا۔", "کینیا ڈیجیٹل اثاثہ کونسل"),
    ("ur", "زیمبیا کے ڈیجیٹل اثاثہ کمیشن (ZDAC) کا اجلاس ہوا۔ ZDAC نے کچھ نہیں بتایا۔", "ڈیجیٹل اثاثہ کمیشن|ZDAC"),
    # a noun that names of bodies have, a place before a word of firms, and a firm behind what it is
    ("en", "Members of the Blue Meadow Party said nothing.", "Blue Meadow Party"),
    ("es", "Escriban al Departamento de Sistemas de Pagos antes del lunes.", "Departamento de Sistemas de Pagos"),
    ("en", "Shares of Essequibo Brokerage fell on Monday.", "Essequibo Brokerage"),
    ("en", "Analysts at Silver Harbour Securities said nothing.", "Silver Harbour Securities"),
    ("ur", "حکومت نے کمپنی ژالوش سکیورٹیز کو لائسنس دیا۔", "ژالوش سکیورٹیز"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "state"),
    [("قالت الحكومة الألمانية إن الباب مفتوح.", "الألمانية"), ("وصل الوفد الألباني يوم الاثنين.", "الألباني")],
)
def test_demonym_that_begins_like_the_article_takes_it_too(text: str, state: str, read: Read) -> None:
    assert named(read, "ar", text, "State") == [{state}]


def test_answer_is_nobody_and_dollars_are_no_state(read: Read) -> None:
    found = read("es", "R. Eso lo desmintió el ministro y costó US$ 300 en efectivo.")["entities"]
    assert [e["type"] for e in found if e["type"] in ("State", "Person", "Organization")] == []


# language, what a government does, what happens in a place
CITIES = [
    ("en", "Nairobi", "Nairobi and Astana signed a treaty on Monday.", "The bank opened an office in Nairobi."),
    ("ar", "نيروبي", "وقعت نيروبي مذكرة تفاهم مع أستانا يوم الاثنين.", "اجتمع الخبراء في نيروبي يوم الاثنين."),
    (
        "es",
        "Nairobi",
        "Nairobi firmó el lunes un memorando con Astaná.",
        "Los expertos se reunieron en Nairobi el lunes.",
    ),
    ("ur", "نیروبی", "نیروبی نے پیر کو آستانہ کے ساتھ معاہدے پر دستخط کیے۔", "بینک نے پیر کو نیروبی میں دفتر کھولا۔"),
]

# language, what a firm does (no event), its name
FIRMS = [
    ("en", "Brightcoin Labs bought 300 bitcoin on Monday, the company said.", "Brightcoin Labs"),
    ("en", "The exchange Marlobit signed a partnership with a payments startup on Monday.", "Marlobit"),
    ("ar", "اشترت شركة “برايت كوين” 300 بيتكوين يوم الاثنين.", "برايت كوين"),
    ("ar", "وقعت منصة “مارلوبت” اتفاقية شراكة مع أحد المصارف يوم الاثنين.", "مارلوبت"),
    ("es", "La compañía Marlobit vendió 300 bitcoines el lunes.", "Marlobit"),
    ("es", "La empresa Brightcoin Labs firmó el lunes una alianza con un banco.", "Brightcoin Labs"),
    ("en", "Shares of Coinbase and Marlobit fell on Monday.", "Marlobit"),
    ("ar", "رأى محلل في «بلو ميسا» أن السوق هادئة.", "بلو ميسا"),
    ("ar", "وقعت مؤسسة «بناء الوادي» عقد الصيانة.", "بناء الوادي"),
    ("ur", "یہ ’’صحار ایکسچینج‘‘ کے حصے میں آئے۔", "صحار ایکسچینج"),
    ("ur", "برائٹ کوائن کمپنی نے پیر کو 300 بٹ کوائن خریدے۔", "برائٹ کوائن کمپنی"),
    ("ur", "یندو پے کمپنی نے پیر کو ایک بینک کے ساتھ معاہدے پر دستخط کیے۔", "یندو پے کمپنی"),
]


@pytest.mark.parametrize(("language", "text", "names"), PERSONS)
def test_person_is_one_under_all_names(language: str, text: str, names: str, read: Read) -> None:
    assert named(read, language, text, "Person") == [set(names.split("|"))]


@pytest.mark.parametrize(("language", "text", "names"), BODIES)
def test_body_is_one_under_all_names(language: str, text: str, names: str, read: Read) -> None:
    assert named(read, language, text, "Organization") == [set(names.split("|"))]
    assert named(read, language, text, "Person") == []


@pytest.mark.parametrize(("language", "city", "acts", "lies"), CITIES)
def test_city_is_a_government_where_it_acts(language: str, city: str, acts: str, lies: str, read: Read) -> None:
    acting = read(language, acts)
    assert {city} in [set(e["mentions"]) for e in acting["entities"] if e["type"] == "State"]
    assert [[p["id"] for p in event["participants"]] for event in acting["events"]] == [["KEN", "KAZ"]]
    assert named(read, language, lies, "Place") == [{city}]
    assert named(read, language, lies, "State") == []


@pytest.mark.parametrize(("language", "text", "name"), FIRMS)
def test_firm_is_no_official_body(language: str, text: str, name: str, read: Read) -> None:
    found = read(language, text)
    assert found["events"] == []
    assert {name} in named(read, language, text, "Organization")


@pytest.mark.parametrize(
    ("language", "text", "ids"),
    [
        ("en", "Bukele spoke at length. El Salvador's President Nayib Bukele did not sit down.", {"nayib-bukele"}),
        ("ar", "تحدث رئيس السلفادور نجيب بوكيلة. وأضاف بوكيلة أن الباب مفتوح.", {"nayib-bukele"}),
        ("es", "El presidente Nayib Bukele habló largo rato. Bukele no se sentó.", {"nayib-bukele"}),
        ("ur", "صدر نجیب بوکیلے نے طویل گفتگو کی۔ بوکیلے بیٹھے نہیں۔", {"nayib-bukele"}),
    ],
)
def test_known_person_is_the_same_in_every_language(language: str, text: str, ids: set[str], read: Read) -> None:
    assert {e["id"] for e in read(language, text)["entities"] if e["type"] == "Person"} == ids


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "أبقى المجلس الفائدة على حالها."),
        ("ar", "حضر ممثلون عن وزارات المالية والعدل."),
        ("en", "It holds its coins in treasury."),
        ("es", "Los socios reciben giros desde España sin comisión."),
        ("ur", "ڈیٹا کمپنی نے کچھ نہیں بتایا۔"),
    ],
)
def test_common_nouns_name_no_body(language: str, text: str, read: Read) -> None:
    assert named(read, language, text, "Organization") == []


def test_chamber_is_not_the_parliament(read: Read) -> None:
    text = "El Parlamento de Kenia se reunió el lunes. El Senado de Kenia no se reunió."
    found = named(read, "es", text, "Organization")
    assert found == [{"Parlamento de Kenia"}, {"Senado de Kenia"}]


def test_doubled_letter_tells_amman_from_oman(read: Read) -> None:
    assert named(read, "ar", "وصل الخبراء إلى عمّان يوم الاثنين.", "Place") == [{"عمّان"}]
    assert named(read, "ar", "وصل خبراء عُمان يوم الاثنين.", "State") == [{"عُمان"}]


def test_member_of_a_body_is_no_part_of_its_name(read: Read) -> None:
    text = "They were right, as Nadira Bexley of the University of Leeds put it."
    assert named(read, "en", text, "Person") == [{"Nadira Bexley"}]
    assert named(read, "en", text, "Organization") == [{"University of Leeds"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وفي كينيا لا يزال المشروع في البرلمان."),
        ("ur", "کینیا میں بل اب بھی پارلیمان کے سامنے ہے۔"),
    ],
)
def test_parliament_is_a_common_noun_without_capitals(language: str, text: str, read: Read) -> None:
    assert named(read, language, text, "Organization") == []


def test_two_persons_of_one_family_name_stay_two(read: Read) -> None:
    text = "Minister Ana Castell met Senator Luis Castell on Monday."
    assert named(read, "en", text, "Person") == [{"Ana Castell"}, {"Luis Castell"}]


def test_ministry_is_that_of_the_state_named(read: Read) -> None:
    text = "قالت وزارة المالية الكينية إن الباب مفتوح."
    assert named(read, "ar", text, "Organization") == [{"وزارة المالية الكينية"}]


@pytest.mark.parametrize(
    ("language", "text", "kind", "names"),
    [
        pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=reason))
        for *case, reason in [
            ("en", "Minister Ana Castell of Peru sat. Castell was met by Kenyan officials.", "Person", "Ana Castell|Castell", "officials of a state are taken for the person"),
        ]
    ],
)  # fmt: skip
def test_name_that_is_not_read_yet(language: str, text: str, kind: str, names: str, read: Read) -> None:
    assert named(read, language, text, kind) == [set(names.split("|"))]
