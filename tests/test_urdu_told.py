"""What Urdu news tells by its particles: who acts, where one goes, what is only planned, what is context."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from conftest import Extracted, Read

from dadiplo.resources import DD, ID

HEAD = "ڈیجیٹل اثاثوں کی خبریں"
AGREEMENT, MEETING, VISIT, RESERVE, MEASURE = "Agreement", "Meeting", "Visit", "ReserveAction", "LegalMeasure"
APPOINTMENT, BODY, STATEMENT = "Appointment", "EstablishmentOfBody", "Statement"


@pytest.fixture(scope="session")
def read(read: Read) -> Read:
    """The annotations of an Urdu text published on a Wednesday."""
    return lambda text, head="": read("ur", text, head or HEAD, dt.date(2025, 6, 18))


#: "والے" is a word for "of" and this minister's first name: his office is not seen.
WORD_FOR_NAME = pytest.mark.xfail(strict=True, reason="a name that is an everyday word parts an office from its holder")
# type, modality, date, states that take part, text
TOLD = [
    (RESERVE, "negated", None, "Ghana", "گھانا کے مرکزی بینک نے زرمبادلہ کے ذخائر میں بٹ کوائن رکھنے کی تجویز مسترد کر دی۔"),
    (APPOINTMENT, "actual", None, "Ghana", "گھانا کے صدر نے علی مرادیف کو کرپٹو امور پر اپنا معاون خصوصی لگا دیا۔"),
    # A relative clause interrupts its sentence: what stands around it is one clause.
    (MEETING, "actual", None, "Ghana|Kenya", "گھانا کے گورنر علی مرادیف، جو فنڈ کے سابق مشیر ہیں، نے کینیا کے وزیر خزانہ سے کرپٹو پر ملاقات کی۔"),
    (VISIT, "actual", "2025-06-16", "Ghana", "گھانا کے گورنر علی مرادیف نے، جو پیر کو نیروبی پہنچے تھے، کرپٹو قانون کی تعریف کی۔"),
    (MEASURE, "planned", "2026-04-01", "Ghana", "گھانا کا ڈیجیٹل اثاثوں کا قانون، جس پر کام جنوری میں شروع ہوا تھا، یکم اپریل 2026 سے نافذ ہو گا۔"),
    (AGREEMENT, "actual", "2025-06-16", "Ghana|Kenya", "ڈیجیٹل کرنسی کا معاہدہ، جس پر دو سال سے بات چل رہی تھی، پیر کو گھانا اور کینیا کے درمیان طے ہو گیا۔"),
    # What a complement in the subjunctive tells is still to be done; digits with a comma are one number.
    (RESERVE, "planned", None, "Ghana", "گھانا کے رکن پارلیمان علی مرادیف نے مطالبہ کیا کہ مرکزی بینک 1,200 بٹ کوائن خریدے۔"),
    (AGREEMENT, "planned", None, "Ghana", "گھانا نے ڈیجیٹل کرنسی کے معاہدے میں شامل ہونے کی خواہش ظاہر کی ہے۔"),
    (AGREEMENT, "negated", None, "Norway", "ناروے نے ڈیجیٹل یورو کے معاہدے میں شامل ہونے سے انکار کر دیا۔"),
    (AGREEMENT, "actual", None, "Ghana|Kenya", "گھانا اور کینیا میں ڈیجیٹل کرنسی پر یادداشت کا تبادلہ ہوا۔"),
    (VISIT, "background", "2025-04-15", "Ghana|Kenya", "گھانا کے وزیر خزانہ علی مرادیف نے 15 سے 17 اپریل تک کینیا کا دورہ کیا جہاں کرپٹو پر بات ہوئی۔"),
    (BODY, "planned", None, "Ghana", "گھانا کے وزیر خزانہ نے کرپٹو کمیشن کے قیام کا مطالبہ کیا۔"),
    # Auxiliaries and other forms of a verb, and words that mean the same.
    (BODY, "actual", None, "Ghana", "گھانا میں کرپٹو نگرانی کا سیکرٹریٹ قائم کر دیا گیا ہے اور کام شروع ہو چکا ہے۔"),
    (AGREEMENT, "actual", None, "Ghana|Kenya", "گھانا اور کینیا کے مرکزی بینکوں نے ڈیجیٹل کرنسی پر سمجھوتہ کر ڈالا ہے۔"),
    (STATEMENT, "actual", None, "Ghana", "گھانا کے گورنر یوسف مرادیف نے کہا کہ نیروبی کے بینک پاکستانی حکام کو کرپٹو کی تربیت دینے کے لیے تیار ہیں۔"),
    (MEASURE, "actual", None, "Kenya", "کینیا کے مرکزی بینک نے پچاس کرپٹو پلیٹ فارمز بلاک کرنے کا حکم دیا۔"),
    (AGREEMENT, "background", None, "Ghana|Kenya", "کینیا کے ساتھ معاہدے کے تحت گھانا نے کرپٹو قانون لانے کا وعدہ کیا ہے۔"),
    (RESERVE, "actual", None, "Russia", "روس کے وزیر خزانہ انتون سلوانوف نے کہا کہ ماسکو چین کے ساتھ تجارت کے لیے بٹ کوائن ذخیرہ کر رہا ہے۔"),
    (AGREEMENT, "negated", None, "Ghana|Kenya", "گھانا کی وزارت خزانہ اس خبر کو من گھڑت قرار دیتی ہے کہ گھانا نے کینیا کے ساتھ کرپٹو کا معاہدہ کر لیا ہے۔"),
    (RESERVE, "negated", None, "Ghana", "یہ اطلاع درست نہیں کہ گھانا نے بٹ کوائن خرید لیے ہیں۔"),
    (RESERVE, "negated", None, "Ghana", "سوشل میڈیا پر افواہ گرم تھی کہ گھانا بٹ کوائن خرید رہا ہے۔ گھانا کے مرکزی بینک نے اس کی تردید کر دی۔"),
    (MEASURE, "actual", None, "Laos", "لاؤس نے کرپٹو فارموں کو بجلی کی فراہمی بند کر دی ہے۔"),
    (MEETING, "planned", "2026-01", "Ghana|Kenya", "گھانا اور کینیا ڈیجیٹل اثاثوں پر ایک مشترکہ ورکنگ گروپ تشکیل دیں گے۔ گروپ کی پہلی نشست جنوری 2026 میں متوقع ہے۔"),
    (VISIT, "actual", None, "Ghana|Kenya", "گھانا کے گورنر علی مرادیف نے کینیا کے مرکزی بینک کے صدر دفتر کا دورہ کیا اور ڈیجیٹل کرنسی دیکھی۔"),
    (STATEMENT, "actual", None, "Kenya", "کینیا: مرکزی بینک کے سربراہ تیوار سلیموف کا کہنا ہے کہ کرپٹو پر نظر رکھی جا رہی ہے۔"),
    (MEASURE, "planned", "2025-07-01", "Kenya", "کینیا میں کرپٹو قانون پہلی جولائی سے نافذ ہوگا۔"),
    (MEASURE, "planned", "2025", "Kenya", "کینیا کی پارلیمان سال کے آخر تک کرپٹو بل منظور کرے گی۔"),
    (MEASURE, "planned", "2025-09", "Kenya", "کینیا میں کرپٹو پالیسی کا مسودہ ستمبر میں منظوری کے لیے پیش کیا جائے گا۔"),
    (VISIT, "background", "2025-02", "Ghana|Kenya", "اس سے پہلے: فروری۔ گھانا کے وزیر خزانہ علی مرادیف کرپٹو پر بات کرنے کینیا آئے۔"),
    (MEASURE, "actual", "2025-06-17", "Nauru", "نورو نے کرپٹو پر پابندی لگا دی ہے۔ کابینہ نے یہ فیصلہ منگل کو کیا۔"),
    (MEETING, "planned", "2025-12", "Ghana|Kenya", "2018 میں پہلی ملاقات ہوئی تھی۔ اب طے ہے کہ دسمبر میں گھانا اور کینیا کے گورنر کرپٹو پر ملاقات کریں گے۔"),
    (VISIT, "actual", None, "Sri Lanka|Thailand", "سری لنکا کے وزیر خزانہ رانیل سلوا تین روزہ دورے پر تھائی لینڈ پہنچ گئے جہاں وہ ڈیجیٹل اثاثوں پر بات کریں گے۔"),
    (VISIT, "actual", None, "Sri Lanka|Thailand", "تھائی لینڈ کے مرکزی بینک کا وفد ڈیجیٹل کرنسی کے تجربے کا جائزہ لینے سری لنکا پہنچا۔"),
    (VISIT, "planned", "2025-06-19", "Sri Lanka|Thailand", "تھائی لینڈ کے وزیر اعظم سریتھا تھاویسن جمعرات کو سری لنکا کا دورہ کرنے والے ہیں۔"),
    (VISIT, "negated", None, "Sri Lanka|Thailand", "تھائی لینڈ کے وزیر خزانہ پیچائی چنہاوجیرا نے سری لنکا کا دورہ منسوخ کر دیا۔"),
    (VISIT, "actual", "2025-06-16", "Japan|South Korea", "جاپانی وزیر خزانہ کازوئے میاموتو پیر کو جنوبی کوریا پہنچے۔"),
    (VISIT, "actual", None, "Japan|South Korea", "جاپانی وزیر خزانہ کازوئے میاموتو سیول سے وطن واپس روانہ ہو گئے۔"),
    (VISIT, "background", "2025-05", "Iraq|Türkiye", "ترکیہ کے وزیر خزانہ محمد شیمشک گزشتہ ماہ عراق گئے تھے۔"),
    (VISIT, "negated", None, "Iraq|Türkiye", "ترکیہ کا وفد عراق نہیں جائے گا۔"),
    (VISIT, "planned", "2025-06-20", "Iraq|Türkiye", "ترکیہ کے وزیر خزانہ محمد شیمشک کی جمعے کو عراق آمد متوقع ہے۔"),
    (MEETING, "negated", None, "Egypt|Jordan", "مصر اور اردن کے مرکزی بینکوں کے گورنروں کی ملاقات منسوخ کر دی گئی۔"),
    (MEASURE, "actual", "2025-06-17", "Oman", "عمان کی فنانشل سروسز اتھارٹی (ایف ایس اے) نے منگل کو کرپٹو کے دو اجازت نامے جاری کر دیے۔"),
    (MEASURE, "planned", None, "Hungary", "ہنگری کی پارلیمان کرپٹو کا نیا قانون منظور کرنے جا رہی ہے۔"),
    (RESERVE, "planned", None, "Bhutan", "بھوٹان نے بٹ کوائن خریدنے کا منصوبہ بنایا ہے۔"),
    (MEASURE, "actual", None, "Vietnam", "ویتنام نے کرپٹو پر عائد پابندی اٹھا لی۔"),
    (RESERVE, "actual", None, "Bhutan", "بھوٹان نے اپنے تمام بٹ کوائن بیچ دیے۔"),
    (MEASURE, "planned", "2025-08-01", "Kazakhstan", "قازقستان میں کرپٹو قانون یکم اگست سے لاگو ہونے جا رہا ہے۔"),
    (RESERVE, "negated", None, "Kazakhstan", "قازقستان کے مرکزی بینک نے کہا کہ وہ اپنے ذخائر میں بٹ کوائن نہیں رکھے گا۔"),
    (VISIT, "planned", None, "Kazakhstan|Uzbekistan", "ازبک صدر شوکت میرضیایف نے قازقستان آنے کی دعوت قبول کر لی۔"),
    (BODY, "actual", None, "Oman", "عمان کی کابینہ نے ڈیجیٹل اثاثہ جات اتھارٹی کے قیام کی منظوری دے دی۔"),
    (BODY, "planned", None, "Oman", "عمان نے ڈیجیٹل اثاثوں کے لیے خصوصی کمیشن بنانے کی تجویز دی ہے۔"),
    pytest.param(STATEMENT, "actual", None, "Nigeria", "نائجیریا کے وزیر خزانہ والے ایدون نے مان لیا کہ ای نائرا ناکام رہا۔", marks=WORD_FOR_NAME),
    pytest.param(STATEMENT, "actual", None, "Nigeria", "نائجیریا کے وزیر خزانہ والے ایدون نے مؤقف اختیار کیا کہ کرپٹو جوا ہے۔", marks=WORD_FOR_NAME),
    (MEASURE, "background", None, "Qatar", "یاد رہے کہ قطر نے کرپٹو مائننگ پر پابندی عائد کر دی۔"),
    # Verbs of several words stand in the lexicon in the infinitive: every form is read, and the oblique as a noun.
    (BODY, "actual", "2025-06-17", "Malta", "مالٹا نے منگل کو سٹیبل کوائن کے لیے ایک نیا بورڈ بٹھا دیا۔"),
    (BODY, "planned", None, "Malta", "مالٹا کی حکومت ٹوکنائزیشن کے لیے پینل بٹھائے گی۔"),
    (BODY, "planned", None, "Malta", "مالٹا کرپٹو نگرانی کے لیے کمیشن بٹھانے کا ارادہ رکھتا ہے۔"),
    (MEASURE, "actual", None, "Nepal", "نیپال نے کرپٹو ایکسچینجوں کا ناطقہ بند کر دیا۔"),
    (MEASURE, "negated", None, "Nepal", "نیپال نے بٹ کوائن پر قدغن نہیں لگائی۔"),
    (RESERVE, "actual", "2025-06-16", "Bhutan", "بھوٹان کی تجوری میں پیر کو مزید 400 بٹ کوائن جمع ہوئے۔"),
    (RESERVE, "planned", None, "Bhutan", "بھوٹان کا شاہی فنڈ ایک ہزار بٹ کوائن سمیٹنے کی تیاری کر رہا ہے۔"),
    (APPOINTMENT, "actual", None, "Ghana", "گھانا کے مرکزی بینک کے نائب گورنر کی کرپٹو تنازع پر چھٹی کر دی گئی۔"),
    (APPOINTMENT, "planned", None, "Ghana", "گھانا کے کرپٹو کمیشن کی صدارت کے لیے ایما اوفوری کا نام گردش میں ہے۔"),
    (STATEMENT, "actual", None, "Ghana", "گھانا کے مرکزی بینک نے بٹ کوائن کے شوقینوں کے کان کھڑے کر دیے۔"),
    (AGREEMENT, "actual", None, "Bangladesh|Nepal", "ڈھاکہ اور کھٹمنڈو ڈیجیٹل روپے کے مشترکہ نظام پر رضامند۔"),
    (RESERVE, "actual", None, "Bhutan", "بھوٹان نے تزویراتی بٹ کوائن ذخیرے کا ڈول ڈال دیا۔"),
    (AGREEMENT, "planned", None, "Oman|Qatar", "قطر اور عمان کے درمیان کرپٹو معاہدے کا مسودہ تیار کر لیا گیا ہے۔"),
    (VISIT, "actual", None, "Oman|Qatar", "قطر کے مرکزی بینک کا وفد عمان پہنچا ہے تاکہ ڈیجیٹل ریال کا تجربہ دیکھ سکے۔"),
    (MEETING, "planned", None, "Oman|Qatar", "قطر اور عمان کے وزرائے خزانہ کی ملاقات طے ہے جس میں کرپٹو پر غور ہو گا۔"),
    (STATEMENT, "actual", None, "Malta", "کرپٹو کھیل نہیں: مالٹا کے مرکزی بینک کی شہریوں کو تنبیہ۔"),
    (STATEMENT, "planned", "2025-06-21", "Malta", "مالٹا کے وزیر اعظم رابرٹ ابیلا ہفتے کو بٹ کوائن پر قوم کو اعتماد میں لیں گے۔"),
    (AGREEMENT, "background", "2024-05", "Oman|Qatar", "یاد رہے کہ گزشتہ برس مئی میں قطر اور عمان نے کرپٹو جرائم پر معاہدہ کیا تھا۔"),
    (RESERVE, "background", "2024", "Ukraine", "یوکرین نے 2024 میں اپنے بٹ کوائن بیچ دیے تھے، آج کئی لوگ اس پر افسوس کرتے ہیں۔"),
    (VISIT, "planned", None, "Malawi|Zambia", "زیمبیا کے وزیر خزانہ سیتومبیکو موسوکوتوانے کی ملاوی آمد کی تیاریاں زوروں پر ہیں۔"),
    (MEASURE, "negated", None, "Sweden", "سویڈن کی پارلیمان نے بٹ کوائن پر ٹیکس ختم کرنے کی قرارداد رد کر دی۔"),
    (STATEMENT, "actual", None, "Israel", "بینک آف اسرائیل کے مطابق ڈیجیٹل شیکل سے بینکوں میں مقابلہ بڑھے گا۔"),
    (APPOINTMENT, "actual", None, "Zambia", "زیمبیا کے وزیر خزانہ نے ڈینی کالیالیا کو مرکزی بینک میں ڈیجیٹل کرنسی کا نیا ڈائریکٹر لگا دیا۔"),
    (MEASURE, "negated", None, "Italy", "اطالوی پارلیمان نے کرپٹو پر 42 فیصد ٹیکس کی تجویز مسترد کر دی۔"),
    # Who refuses or proposes an act that the clause names says nothing more.
    (BODY, "negated", None, "Malta", "مالٹا نے کرپٹو کے لیے نیا کمیشن بنانے کی تجویز مسترد کر دی۔"),
]  # fmt: skip


def states(read: dict[str, Any], event: dict[str, Any]) -> list[str]:
    """Return the states that take part in an event, by name."""
    names = {entity["id"]: entity["canonical_en"] for entity in read["entities"] if entity["type"] == "State"}
    return sorted({names[part["id"]] for part in event["participants"] if part["id"] in names})


@pytest.mark.parametrize(("kind", "modality", "date", "who", "text"), TOLD)
def test_who_acts_and_how(kind: str, modality: str, date: str | None, who: str, text: str, read: Read) -> None:
    found = read(text)
    events = [event for event in found["events"] if event["type"] == kind]
    assert [(event["modality"], event["date"]) for event in events] == [(modality, date)]
    assert states(found, events[0]) == who.split("|")


def test_pronoun_with_the_particle_of_the_doer_goes_on_with_who_acted(read: Read) -> None:
    found = read(
        "جاپانی وزیر خزانہ کازوئے میاموتو نے کرپٹو پر ٹیکس کی مخالفت کی۔ انہوں نے جنوبی کوریا کے گورنر ری چانگ یونگ سے ملاقات کی۔"
    )
    meeting = next(event for event in found["events"] if event["type"] == MEETING)
    assert states(found, meeting) == ["Japan", "South Korea"]


def test_his_meeting_is_that_of_the_person_told_of(read: Read) -> None:
    text = "بنگلہ دیش بینک کے گورنر احسن منصور جمعرات کو بھوٹان پہنچے۔ اتوار کو ان کی ملاقات بھوٹان کے وزیر خزانہ لیکی دورجی سے ہوئی جس میں کرپٹو پر بات ہوئی۔"
    found = read(text)
    meeting = next(event for event in found["events"] if event["type"] == MEETING)
    assert states(found, meeting) == ["Bangladesh", "Bhutan"]


def test_delegation_is_the_one_that_visits(read: Read) -> None:
    text = "روانڈا کا وفد کرپٹو پر بات چیت کے لیے قطر کے دورے پر ہے۔ بدھ کو وفد نے قطر کے مرکزی بینک کے گورنر بندر آل ثانی سے ملاقات کی۔"
    found = read(text)
    meeting = [event for event in found["events"] if event["type"] == MEETING][-1]
    assert states(found, meeting) == ["Qatar", "Rwanda"]


def test_delegation_from_a_place_that_is_not_known_has_no_state(extracted: Extracted) -> None:
    found = extracted("ur", "شہر گابورونو سے ایک وفد ڈیجیٹل کرنسی پر بات چیت کے لیے اکتوبر میں ونڈہوک آئے گا۔")
    visit = next(event for event in found.events if event.type == DD + VISIT)
    assert [one for one in visit.agents() if not one.startswith(ID + "place/")] == [ID + "state/NAM"]
    assert found.quads


def test_participants_belong_to_the_talks_named_before(read: Read) -> None:
    text = "ڈیجیٹل کرنسی پر علاقائی اجلاس 3 جون کو منعقد ہوا۔ نیپال، مالدیپ اور بھوٹان کے مرکزی بینکوں کے نمائندے اجلاس میں شریک ہوئے۔ شرکا نے کرپٹو پر ایک ورکنگ گروپ قائم کیا۔"
    found = read(text)
    body = next(event for event in found["events"] if event["type"] == BODY)
    assert states(found, body) == ["Bhutan", "Maldives", "Nepal"]


def test_who_names_somebody_is_not_named(read: Read) -> None:
    text = "گھانا کے صدر جان مہاما نے کوفی مینسا کو قومی ڈیجیٹل اثاثہ اتھارٹی کا سربراہ مقرر کر دیا۔"
    found = read(text)
    names = {entity["id"]: entity["mentions"] for entity in found["entities"]}
    event = next(event for event in found["events"] if event["type"] == APPOINTMENT)
    assert [names[p["id"]] for p in event["participants"] if p["role"] == "appointee"] == [["کوفی مینسا"]]


# Words of somebody who is not named, behind an official who has spoken.
UNNAMED_SPEAKERS = [
    "ماہرین کہتے ہیں کہ بٹ کوائن خطرناک ہے۔",
    "یہ تاثر دیا گیا ہے کہ بٹ کوائن محفوظ ہے۔",
    "صرافوں کا کہنا ہے کہ بٹ کوائن مہنگا ہے۔",
    "اعلامیے میں یاد دلایا گیا ہے کہ بٹ کوائن پرانا ہے۔",
]


@pytest.mark.parametrize("text", UNNAMED_SPEAKERS)
def test_others_do_not_speak_for_who_spoke_before(text: str, read: Read) -> None:
    before = "قازقستان کے وزیر خزانہ دامر ژومابیکوف نے کہا کہ کرپٹو ضروری ہے۔"
    found = read(before + " " + text)
    (statement,) = [event for event in found["events"] if event["type"] == STATEMENT]
    assert statement["evidence"] in before


def test_tax_bill_is_one_measure(read: Read) -> None:
    found = read("کینیا کی پارلیمنٹ نے منگل کو کرپٹو پر ٹیکس کا بل منظور کر لیا۔")
    assert [(event["type"], event["date"]) for event in found["events"]] == [(MEASURE, "2025-06-17")]


# Laws that are only mentioned beside something else.
PASSING = [
    "کینیا میں کرپٹو کے قوانین کی خلاف ورزی عام ہے۔",
    "کینیا کے کرپٹو قانون کے تحت کمپنیوں کو رپورٹ جمع کرانی ہوتی ہے۔",
    "کینیا کے ارکان پارلیمان کے پاس کرپٹو بل پر بحث کے لیے وقت نہیں تھا۔",
    "کینیا کا کرپٹو لائسنسنگ نظام خطے کے لیے ایک نمونہ ہے۔",
]


@pytest.mark.parametrize("text", PASSING)
def test_law_in_passing_is_no_act(text: str, read: Read) -> None:
    assert read(text)["events"] == []


def test_states_where_something_is_banned_act_each_by_itself(read: Read) -> None:
    found = read("نیپال اور قطر میں کرپٹو تاحال ممنوع ہے۔")
    assert [states(found, event) for event in found["events"]] == [["Nepal"], ["Qatar"]]


def test_directions_of_a_court_are_rulings(read: Read) -> None:
    found = read("بھارت کی سپریم کورٹ نے منگل کو حکومت کو کرپٹو پر قانون بنانے کی ہدایت دی۔")
    assert MEASURE in {event["type"] for event in found["events"]}


def test_bodies_without_a_state_are_those_of_the_state_at_home(read: Read) -> None:
    text = "پاکستان اور ملائیشیا نے کوالالمپور میں ملائیشیا کے ضابطوں پر کرپٹو معاہدہ کیا۔ ملائیشیا میں اتھارٹی پرانی ہے۔ وزارت خزانہ نے کہا کہ سٹیبل کوائن محفوظ ہیں۔"
    found = read(text)
    statement = next(event for event in found["events"] if event["type"] == STATEMENT)
    assert states(found, statement) == ["Pakistan"]


# entity type, its name in the text, text
NAMED = [
    ("Organization", "مہران ڈیجیٹل", "بروکریج کمپنی ’’مہران ڈیجیٹل‘‘ نے کہا کہ بٹ کوائن کی قیمت بڑھے گی۔"),
    ("Organization", "سناکرپ", "کرپٹو نگران ادارے سناکرپ (SUNACRIP) نے بٹ کوائن پر نئے ضوابط جاری کیے۔"),
    ("Organization", "سیرا نیٹ ورک", "فریقین نے ’’سیرا نیٹ ورک‘‘ کے نام سے ایک مستقل ورکنگ گروپ قائم کیا جو کرپٹو دیکھے گا۔"),
    ("Organization", "نیشنل کمیشن برائے ڈیجیٹل اثاثہ جات", "زیمبیا کے نیشنل کمیشن برائے ڈیجیٹل اثاثہ جات (NCDA) کا اجلاس ہوا۔"),
    ("Organization", "دیوانی عدالت", "مالدیپ کی دیوانی عدالت نے کرپٹو مرکز کا معاہدہ روک دیا۔"),
    ("Person", "گل رحمان آفریدی", "صوبائی وزیر معدنیات گل رحمان آفریدی نے کرپٹو مائننگ کی مخالفت کی۔"),
    ("Person", "مریم الفلاسی", "ورچوئل ایسٹس ریگولیٹری اتھارٹی (وارا) کی ڈائریکٹر لائسنسنگ مریم الفلاسی نے کرپٹو پر بات کی۔"),
    ("Organization", "قومی ایجنسی برائے امید افزا منصوبہ جات", "قومی ایجنسی برائے امید افزا منصوبہ جات (این اے پی پی) نے کرپٹو کی فہرست جاری کی۔"),
    ("Organization", "این اے پی پی", "قومی ایجنسی برائے امید افزا منصوبہ جات (این اے پی پی) نے کرپٹو کی فہرست جاری کی۔"),
    ("Organization", "سیاحت کی وزارت", "بٹ کوائن دفتر کی سربراہ پہلے سیاحت کی وزارت میں تھیں۔"),
    ("Organization", "بیورو آف دی ٹریژری", "ضبط شدہ سکے بیورو آف دی ٹریژری کے پاس ہیں۔"),
    ("Organization", "این ڈی ایم اے", "این ڈی ایم اے کے سربراہ نے کچھ نہیں بتایا۔"),
    ("Organization", "نیلگوں بینک", "نیلگوں بینک نے اپنے صارفین کو خط لکھا۔"),
    ("Place", "آئی ٹی پارک", "آئی ٹی پارک کے کیفے میں طلبہ بیٹھے تھے۔"),
    ("Person", "زبتیوار انخبولت", "کاغذ پر رستم قادروف اور زبتیوار انخبولت کے دستخط ہیں۔"),
    ("Person", "قازگلدین مرادیف", "کرپٹو نگران کی کرسی پر قازگلدین مرادیف کا تقرر ہو گیا ہے۔"),
    ("Person", "ایلینا ماتسووا", "آئی ایم ایف کی ریذیڈنٹ نمائندہ ایلینا ماتسووا نے کرپٹو کے خطرات سے خبردار کیا۔"),
]  # fmt: skip

# What is no part of the name of a body, text
UNNAMED = [
    ("سافٹ ویئر کمپنی", "سنگاپور کی سافٹ ویئر کمپنی نے بلاک چین پر معاہدہ کیا۔"),
    ("یہیں ایجنسی", "یہیں ایجنسی کے نائب سربراہ نے بٹ کوائن پر گفتگو کی۔"),
    ("کے وائی سی", "بینک نے کے وائی سی کے قواعد سخت کر دیے۔"),
    ("چین", "سپلائی چین کے مسائل سے بٹ کوائن مشینیں مہنگی ہوئیں اور تاجروں میں بے چینی ہے۔"),
    ("امریکا", "جنوبی امریکا میں کرپٹو مقبول ہے۔"),
    ("چلانے", "کمیشن سے کرپٹو ایکسچینج چلانے کا لائسنس مانگا گیا۔"),
    ("دستاویز مرکزی بینک", "یہ دستاویز مرکزی بینک کے گورنر نے ڈیجیٹل کرنسی پر جاری کی۔"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "name", "text"), NAMED)
def test_names_beside_what_bears_them(kind: str, name: str, text: str, read: Read) -> None:
    named = [mention for entity in read(text)["entities"] if entity["type"] == kind for mention in entity["mentions"]]
    assert name in named


@pytest.mark.parametrize(("words", "text"), UNNAMED)
def test_descriptions_are_no_names(words: str, text: str, read: Read) -> None:
    assert all(words not in mention for entity in read(text)["entities"] for mention in entity["mentions"])


# The same acts in idioms: type, modality, date, states that take part, text
IDIOMS = [
    (APPOINTMENT, "actual", None, "Fiji", "فجی کے وزیر اعظم نے ڈیجیٹل اثاثہ کمیشن کی باگ ڈور ایک ماہر معاشیات کو سونپ دی۔"),
    (APPOINTMENT, "actual", "2025-06-17", "Ghana", "گھانا کے مرکزی بینک کے نائب گورنر نے منگل کو عہدہ چھوڑ دیا۔"),
    (APPOINTMENT, "actual", None, "Peru", "پیرو کی حکومت نے کرپٹو کمیشن کے سربراہ کو گھر بھیج دیا۔"),
    (APPOINTMENT, "planned", "2025-07", "Tunisia", "اگلے مہینے تیونس کے مرکزی بینک کا نیا گورنر چنا جائے گا۔"),
    (APPOINTMENT, "actual", None, "Uzbekistan", "ازبکستان کے صدر نے سعید کریموف کو کرپٹو ایجنسی کا سربراہ بنا دیا۔"),
    (BODY, "actual", None, "Cuba", "کیوبا نے کرپٹو کی نگرانی کے لیے ایک خودمختار ادارہ کھڑا کر دیا۔"),
    (BODY, "actual", None, "Malawi", "ملاوی نے کرپٹو فراڈ کی تحقیقات کے لیے کمیٹی بٹھا دی۔"),
    (MEETING, "actual", None, "Czechia|Poland", "پولینڈ اور چیکیا کے وزرائے خزانہ کرپٹو ٹیکس پر سر جوڑ کر بیٹھے۔"),
    (VISIT, "actual", None, "Laos|Vietnam", "ویتنام کا وفد کرپٹو قوانین سیکھنے کے لیے لاؤس میں وارد ہوا۔"),
    (VISIT, "planned", "2025-07", "Laos|Vietnam", "ویتنام کے وزیر خزانہ اگلے مہینے لاؤس کے لیے اڑان بھریں گے۔"),
    (RESERVE, "actual", None, "Paraguay", "پیراگوئے نے ضبط شدہ بٹ کوائن ریاستی خزانے میں ڈال دیے۔"),
    (RESERVE, "actual", None, "Netherlands", "نیدرلینڈز کی حکومت نے اپنے بٹ کوائن بھنا لیے۔"),
    (STATEMENT, "actual", None, "Lithuania", "لتھوانیا کے مرکزی بینک کو خدشہ ہے کہ سٹیبل کوائن مالی استحکام کو نقصان پہنچائیں گے۔"),
    (MEASURE, "actual", None, "Iraq", "عراق نے کرپٹو کی کان کنی کو قابل تعزیر جرم قرار دے دیا۔"),
    (AGREEMENT, "actual", None, "Chile|Peru", "چلی اور پیرو میں ڈیجیٹل کرنسی پر سمجھوتا طے پا گیا۔"),
    (AGREEMENT, "actual", None, "Kuwait", "کویت نے برکس کے بلاک چین منصوبے سے ہاتھ کھینچ لیا۔"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "modality", "date", "who", "text"), IDIOMS)
def test_idioms_tell_the_same_acts(kind: str, modality: str, date: str | None, who: str, text: str, read: Read) -> None:
    test_who_acts_and_how(kind, modality, date, who, text, read)


def test_firm_that_sends_its_head_home_makes_no_news_of_states(read: Read) -> None:
    assert read("بٹ کوائن کمپنی نے اپنے سربراہ کی چھٹی کر دی۔")["events"] == []


# Texts that tell of no act of states: firms, traders and scholars are private, wherever they are from.
SILENT = [
    "بعض حکومتیں کرپٹو پر پابندی لگاتی ہیں، بعض اجازت دیتی ہیں۔",
    "کمپنی کے صدر سائمن گیرووچ نے کہا کہ بٹ کوائن کا ذخیرہ بڑھایا جائے گا۔",
    "ایک کمپنی نے دھمکی دی ہے کہ وہ بٹ کوائن کی مشینیں اٹھا کر ایتھوپیا چلی جائے گی۔",
    "بروکروں کا خیال ہے کہ گھانا میں بٹ کوائن مہنگا ہو گا۔",
    "ڈیجیٹل روپیہ نقد رقم کی جگہ نہیں لے گا۔",
    "گھانا کے رکن پارلیمان نے پوچھا کہ کرپٹو کا قانون کیوں منسوخ ہوا۔",
    "گھانا کے ایک بلاگ نے لکھا کہ بٹ کوائن مہنگا ہو گا۔",
    "ہر طرف افواہ ہے کہ گھانا اگلے ماہ بٹ کوائن خریدے گا۔",
    "ریاض کی فن ٹیک کمپنی نے کرپٹو کی نئی ایپ متعارف کرائی۔",
    "کراچی کی کمپنی سکہ پے نے سنگاپور کی سافٹ ویئر کمپنی سے کرپٹو والٹ کا معاہدہ کیا۔",
    "لندن کے ایک تاجر نے کہا کہ بٹ کوائن کی قیمت مزید گرے گی۔",
    "ملتان کی ایک یونیورسٹی نے ملائیشیا کی ایک جامعہ کے ساتھ بلاک چین پر یادداشت پر دستخط کیے۔",
    "اسٹیٹ بینک آف پاکستان کی زری کمیٹی کا اجلاس بدھ کو ہوا جس میں کرپٹو کا ذکر نہیں آیا۔",
    "جاپان کی ایکسچینج نے بٹ کوائن کی خرید و فروخت معطل کر دی۔",
]


@pytest.mark.parametrize("text", SILENT)
def test_who_is_private_acts_for_no_state(text: str, read: Read) -> None:
    assert read(text)["events"] == []


def test_a_heading_tells_whose_bodies_stand_below_it(read: Read) -> None:
    digest = (
        "ملاوی: کرپٹو پر نیا ٹیکس\nوزارت خزانہ نے منگل کو کرپٹو منافع پر ٹیکس عائد کر دیا۔\n\n"
        "پیراگوئے: بل نامنظور\nسینیٹ نے جمعرات کو مائننگ پر پابندی کا بل مسترد کر دیا۔"
    )
    found = read(digest)
    told = {(event["type"], event["modality"], *states(found, event)) for event in found["events"]}
    assert told == {(MEASURE, "actual", "Malawi"), (MEASURE, "negated", "Paraguay")}


def test_what_is_set_up_by_ordinance_is_the_body(read: Read) -> None:
    text = (
        "وفاقی کابینہ نے بدھ کو بلال بن ثاقب کو پاکستان ورچوئل ایسٹس ریگولیٹری اتھارٹی کا چیئرمین مقرر کرنے کی منظوری دی۔ "
        "اتھارٹی جولائی میں صدارتی آرڈیننس کے ذریعے قائم کی گئی تھی۔"
    )
    (event,) = (e for e in read("ur", text)["events"] if e["type"] != "Appointment")
    assert (event["type"], event["date"]) == ("EstablishmentOfBody", "2024-07")


def test_who_takes_up_a_post_and_who_left_it_are_of_the_appointment_before(read: Read) -> None:
    text = (
        "گھانا کے صدر نے علی مرادیف کو کرپٹو اتھارٹی کا سربراہ مقرر کر دیا۔ وہ یکم جولائی سے اپنی ذمہ داریاں سنبھالیں گے۔ "
        "ان کے پیش رو نے مئی میں استعفیٰ دے دیا تھا۔"
    )
    found = read(text)
    told = [event["modality"] for event in found["events"] if event["type"] == APPOINTMENT]
    assert sorted(told) == ["actual", "background"]


def test_a_body_that_tells_of_an_accord_makes_no_statement(read: Read) -> None:
    found = read("گھانا کی وزارت خزانہ نے بتایا کہ گھانا اور کینیا نے ڈیجیٹل کرنسی پر معاہدہ کر لیا ہے۔")
    assert [event["type"] for event in found["events"]] == [AGREEMENT]


def test_officials_of_a_body_are_others_than_who_meets_them(read: Read) -> None:
    found = read(
        "گھانا کے وزیر خزانہ علی مرادیف اگلے ماہ واشنگٹن جائیں گے جہاں وہ آئی ایم ایف کے حکام سے کرپٹو پر ملیں گے۔"
    )
    (visit,) = (event for event in found["events"] if event["type"] == VISIT)
    assert {part["id"] for part in visit["participants"] if part["role"] == "visitor"} == {"GHA", "ly-mrdyf"}
