"""Dates as news writes them are read as the day, month or year they mean, from just the words that state them."""

from __future__ import annotations

import datetime as dt

import pytest
from babel.dates import format_date
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dadiplo.documents import document, sentences
from dadiplo.lexicons import cached_lexicon
from dadiplo.mentions.times import TimeReader

# The first example of a test may have to load the words of its language, so no example has a deadline.

#: A Wednesday.
PUBLISHED = dt.date(2025, 3, 12)


def read(language: str, text: str, published: dt.date | None = PUBLISHED) -> list[tuple[str, str, str]]:
    """Return the words of each time in a text with what they mean for what happened and for what is to come."""
    lexicon = cached_lexicon(language)
    doc = document(f"Head\n\n{text}".encode(), name="test", slug="test", language=language)
    reader = TimeReader(lexicon, published)
    times = [time for sentence in sentences(doc) for time in reader.read(sentence, lexicon.find(sentence))]
    return [(doc.text[time.span.start : time.span.end], time.past, time.future) for time in times]


# language, sentence, the words of its time, the date
STATED = [
    # Within the year
    ("en", "The coins will be sold in the second quarter.", "second quarter", "2025"),
    ("es", "Se firmará antes de fin de año.", "fin de año", "2025"),
    ("ur", "سال کے آخر تک قانون منظور ہو گا۔", "سال کے آخر", "2025"),
    # One unit ago
    ("en", "The rules were published a month ago.", "a month ago", "2025-02"),
    ("es", "Las normas se publicaron hace un mes.", "hace un mes", "2025-02"),
    ("ur", "ضوابط ایک ماہ قبل جاری ہوئے۔", "ایک ماہ قبل", "2025-02"),
    # A period
    ("es", "Los días 5 y 6 de febrero se reunieron.", "5 y 6 de febrero", "2025-02-05"),
    ("ar", "اجتمعوا من 3 إلى 5 فبراير 2025.", "3 إلى 5 فبراير 2025", "2025-02-03"),
    ("ur", "ملاقات 5 اور 6 فروری 2025 کو ہوئی۔", "5 اور 6 فروری 2025", "2025-02-05"),
    # A day
    ("es", "La reunión tuvo lugar el 8 del corriente.", "8 del corriente", "2025-03-08"),
    ("es", "Del 3 al 5 de los corrientes se reunieron.", "3 al 5 de los corrientes", "2025-03-03"),
    ("en", "The ministers met on 4 February 2024 in Geneva.", "4 February 2024", "2024-02-04"),
    ("en", "The rules were published on February 4, 2024.", "February 4, 2024", "2024-02-04"),
    ("en", "The decree is dated 21st of May 2023.", "21st of May 2023", "2023-05-21"),
    ("en", "The decree is dated June 3rd, 2024.", "June 3rd, 2024", "2024-06-03"),
    ("en", "The register was opened on 2022-09-09.", "2022-09-09", "2022-09-09"),
    ("ar", "التقى الوزيران في 4 فبراير 2024 في جنيف.", "4 فبراير 2024", "2024-02-04"),
    ("ar", "التقى الوزيران في ٤ فبراير ٢٠٢٤ في جنيف.", "٤ فبراير ٢٠٢٤", "2024-02-04"),
    ("ar", "صدر القرار في 17 كانون الثاني 2023.", "17 كانون الثاني 2023", "2023-01-17"),
    ("ar", "صدر القرار في 17 كانون الأول/ديسمبر 2023.", "17 كانون الأول/ديسمبر 2023", "2023-12-17"),
    ("ar", "صدر القرار في 17 تشرين الأول (أكتوبر) 2023.", "17 تشرين الأول (أكتوبر) 2023", "2023-10-17"),
    ("ar", "صدر القرار في الثامن من أيار عام 2021.", "الثامن من أيار عام 2021", "2021-05-08"),
    ("ar", "صدر القرار بتاريخ 25/04/2022.", "25/04/2022", "2022-04-25"),
    ("ar", "وُقّع في الخامس والعشرين من نيسان 2022.", "الخامس والعشرين من نيسان 2022", "2022-04-25"),
    # A day in words
    ("es", "Se firmó el primero de julio de 2022.", "primero de julio de 2022", "2022-07-01"),
    ("es", "Se firmó el veintitrés de julio de 2022.", "veintitrés de julio de 2022", "2022-07-23"),
    ("ar", "وُقّع في غرة نوفمبر 2022.", "غرة نوفمبر 2022", "2022-11-01"),
    ("ur", "اس پر اکیس اپریل 2022 کو دستخط ہوئے۔", "اکیس اپریل 2022", "2022-04-21"),
    # A number that is no day
    ("en", "Of four platforms it closed one on October 3, 2024.", "October 3, 2024", "2024-10-03"),
    ("ur", "چار برس بعد، فروری 2021 میں، اس پر دستخط ہوئے۔", "فروری 2021", "2021-02"),
    ("es", "La ley 20.345, de setiembre de 2024, sigue en vigor.", "setiembre de 2024", "2024-09"),
    ("es", "Los ministros se reunieron el 4 de febrero de 2024.", "4 de febrero de 2024", "2024-02-04"),
    ("es", "El decreto lleva fecha del 1º de julio de 2022.", "1º de julio de 2022", "2022-07-01"),
    ("es", "La norma se publicó el 9 de setiembre del 2022.", "9 de setiembre del 2022", "2022-09-09"),
    ("es", "La norma se publicó el 09/11/2022.", "09/11/2022", "2022-11-09"),
    ("ur", "وزرا کی ملاقات 4 فروری 2024 کو ہوئی۔", "4 فروری 2024", "2024-02-04"),
    ("ur", "وزرا کی ملاقات ۴ فروری ۲۰۲۴ کو ہوئی۔", "۴ فروری ۲۰۲۴", "2024-02-04"),
    ("ur", "یہ حکم نامہ یکم جولائی 2022 کو جاری ہوا۔", "یکم جولائی 2022", "2022-07-01"),
    # A month, a year
    ("en", "The pilot began in November 2021.", "November 2021", "2021-11"),
    ("ar", "انطلقت التجربة في يناير 2021.", "يناير 2021", "2021-01"),
    ("ar", "انطلقت التجربة في كانون الثاني من عام 2021.", "كانون الثاني من عام 2021", "2021-01"),
    ("ar", "انطلقت التجربة في حزيران 2021.", "حزيران 2021", "2021-06"),
    ("ar", "وُقّع في شهر تموز 2021.", "شهر تموز 2021", "2021-07"),
    ("ar", "صدر القرار في عام ٢٠٢٢م.", "٢٠٢٢م", "2022"),
    ("es", "La prueba comenzó en noviembre de 2021.", "noviembre de 2021", "2021-11"),
    ("ur", "یہ تجربہ نومبر 2021 میں شروع ہوا۔", "نومبر 2021", "2021-11"),
    ("en", "The state has held bitcoin since 2021.", "2021", "2021"),
    ("ar", "تملك الدولة البيتكوين منذ عام ٢٠٢١.", "٢٠٢١", "2021"),
    ("es", "El Estado tiene bitcoines desde 2021.", "2021", "2021"),
    ("ur", "ریاست کے پاس ۲۰۲۱ سے بٹ کوائن ہے۔", "۲۰۲۱", "2021"),
    # Reckoned from the publication
    ("en", "The minister arrived yesterday.", "yesterday", "2025-03-11"),
    ("en", "The minister arrives tomorrow.", "tomorrow", "2025-03-13"),
    ("en", "The bill was read last month.", "last month", "2025-02"),
    ("en", "The bill was read last year.", "last year", "2024"),
    ("en", "The bill was read three days ago.", "three days ago", "2025-03-09"),
    ("en", "The bill was read two weeks ago.", "two weeks ago", "2025-02-26"),
    ("ar", "وصل الوزير أمس.", "أمس", "2025-03-11"),
    ("ar", "وصل الوزير أول من أمس.", "أول من أمس", "2025-03-10"),
    ("ar", "نوقش المشروع الشهر الماضي.", "الشهر الماضي", "2025-02"),
    ("ar", "نوقش المشروع العام الماضي.", "العام الماضي", "2024"),
    ("ar", "نوقش المشروع قبل ثلاثة أيام.", "قبل ثلاثة أيام", "2025-03-09"),
    ("ar", "وُقّع قبل يومين.", "قبل يومين", "2025-03-10"),
    ("ar", "نوقش المشروع هذا العام.", "هذا العام", "2025"),
    ("ar", "يصل الوزير غداً الخميس.", "غداً الخميس", "2025-03-13"),
    ("es", "El ministro llegó ayer.", "ayer", "2025-03-11"),
    ("es", "El ministro llegó anteayer.", "anteayer", "2025-03-10"),
    ("es", "El proyecto se debatió el mes pasado.", "mes pasado", "2025-02"),
    ("es", "El proyecto se debatió el año pasado.", "año pasado", "2024"),
    ("es", "El proyecto se debatió hace tres días.", "hace tres días", "2025-03-09"),
    ("es", "El proyecto se debatió hace dos años.", "hace dos años", "2023"),
    ("ur", "وزیر گزشتہ روز پہنچے۔", "گزشتہ روز", "2025-03-11"),
    ("ur", "اس بل پر گزشتہ ماہ بحث ہوئی۔", "گزشتہ ماہ", "2025-02"),
    ("ur", "اس بل پر گزشتہ سال بحث ہوئی۔", "گزشتہ سال", "2024"),
    ("ur", "اس بل پر تین دن قبل بحث ہوئی۔", "تین دن قبل", "2025-03-09"),
    ("ur", "اس بل پر آئندہ ماہ بحث ہوگی۔", "آئندہ ماہ", "2025-04"),
]

# language, sentence, the words, the day if it has happened, the day if it is to come
ANCHORED = [
    ("en", "The council sat on Monday.", "Monday", "2025-03-10", "2025-03-17"),
    ("en", "The council sat on Wednesday.", "Wednesday", "2025-03-12", "2025-03-19"),
    ("en", "The council sits next Friday.", "next Friday", "2025-03-14", "2025-03-14"),
    ("en", "The council sat in October.", "October", "2024-10", "2025-10"),
    ("en", "The council sat on 20 March.", "20 March", "2025-03-20", "2025-03-20"),
    ("en", "The council sat on 20 September.", "20 September", "2024-09-20", "2025-09-20"),
    ("ar", "انعقد المجلس يوم الاثنين.", "يوم الاثنين", "2025-03-10", "2025-03-17"),
    ("ar", "ينعقد المجلس الجمعة المقبلة.", "الجمعة المقبلة", "2025-03-14", "2025-03-14"),
    ("ar", "انعقد المجلس في تشرين الأول.", "تشرين الأول", "2024-10", "2025-10"),
    ("ar", "انعقد المجلس في تشرين الأول الماضي.", "تشرين الأول الماضي", "2024-10", "2024-10"),
    ("es", "El consejo se reunió el lunes.", "lunes", "2025-03-10", "2025-03-17"),
    ("es", "El consejo se reúne el próximo viernes.", "próximo viernes", "2025-03-14", "2025-03-14"),
    ("es", "El consejo se reunió en octubre.", "octubre", "2024-10", "2025-10"),
    ("ur", "کونسل کا اجلاس پیر کو ہوا۔", "پیر کو", "2025-03-10", "2025-03-17"),
    ("ur", "کونسل کا اجلاس اگلے جمعے کو ہوگا۔", "اگلے جمعے کو", "2025-03-14", "2025-03-14"),
    ("ur", "کونسل کا اجلاس اکتوبر میں ہوا۔", "اکتوبر", "2024-10", "2025-10"),
]

NO_TIME = [
    ("en", "The fund paid $2024 to the clerk."),
    ("en", "The bill may pass if the house agrees."),
    ("en", "Room 4500 of the ministry was shut."),
    ("en", "Investors march on, the analysts say."),
    ("ar", "أكد الوزير أن نص البند واحد."),
    ("es", "La ley se aprobó por 84 votos."),
    ("ur", "بورڈ کے چار ارکان ہیں۔"),
]

#: Usual ways to write a date, as patterns of CLDR in a locale, with what stands around them.
FORMATS = {
    "en": ("en", "d MMMM y", "It was signed on {} in the capital."),
    "en of America": ("en", "MMMM d, y", "It was signed on {}, in the capital."),
    "en ordinal": ("en", "d'th of' MMMM y", "It was signed on the {}."),
    "ar": ("ar", "d MMMM y", "وُقّع في {} في العاصمة."),
    "ar of the Levant": ("ar_LB", "d MMMM y", "وُقّع في {} في العاصمة."),
    "ar of Iraq": ("ar_IQ", "d MMMM y", "وُقّع في {}."),
    "ar of Morocco": ("ar_MA", "d MMMM y", "وُقّع في {}."),
    "ar of Algeria": ("ar_DZ", "d MMMM y", "وُقّع في {}."),
    "ar with words": ("ar", "d 'من' MMMM 'عام' y", "وُقّع في {} في العاصمة."),
    "es": ("es", "d 'de' MMMM 'de' y", "Se firmó el {} en la capital."),
    "es del": ("es", "d 'de' MMMM 'del' y", "Se firmó el {}."),
    "ur": ("ur", "d MMMM y", "اس پر {} کو دستخط ہوئے۔"),
    "ur with comma": ("ur", "d MMMM، y", "اس پر {} کو دستخط ہوئے۔"),
    "digits": ("en", "dd/MM/y", "It was signed on {}."),
    "ISO": ("en", "y-MM-dd", "It was signed on {}."),
}
DIGITS = {
    "western": "0123456789",
    "Arabic": "٠١٢٣٤٥٦٧٨٩",
    "Urdu": "۰۱۲۳۴۵۶۷۸۹",
}


@pytest.mark.parametrize(("language", "text", "words", "date"), STATED)
def test_time_is_read(language: str, text: str, words: str, date: str) -> None:
    assert read(language, text) == [(words, date, date)]


@pytest.mark.parametrize(("language", "text", "words", "past", "future"), ANCHORED)
def test_time_without_a_year_is_the_last_or_the_next(
    language: str, text: str, words: str, past: str, future: str
) -> None:
    assert read(language, text) == [(words, past, future)]
    assert read(language, text, None) == [], "without a publication nobody knows"


@pytest.mark.parametrize(("language", "text"), NO_TIME)
def test_number_or_word_that_is_no_time(language: str, text: str) -> None:
    assert read(language, text) == []


@pytest.mark.parametrize("form", FORMATS)
@settings(deadline=None)
@given(day=st.dates(dt.date(2010, 1, 1), dt.date(2035, 12, 31)), digits=st.sampled_from(sorted(DIGITS)))
@example(day=dt.date(2024, 2, 29), digits="western")
@example(day=dt.date(2010, 5, 1), digits="Arabic")
def test_date_is_read_back(form: str, day: dt.date, digits: str) -> None:
    locale, pattern, frame = FORMATS[form]
    script = DIGITS[digits if locale[:2] in ("ar", "ur") else "western"]
    words = format_date(day, pattern, locale=locale).translate(str.maketrans(DIGITS["western"], script))
    assert read(locale[:2], frame.format(words)) == [(words, day.isoformat(), day.isoformat())]


@settings(deadline=None)
@given(published=st.dates(dt.date(2010, 1, 1), dt.date(2035, 12, 31)), weekday=st.integers(0, 6))
def test_weekday_is_in_the_week_before_or_after(published: dt.date, weekday: int) -> None:
    name = format_date(dt.date(2024, 1, 1) + dt.timedelta(weekday), "EEEE", locale="es")
    ((words, past, future),) = read("es", f"La sesión del {name} fue breve.", published)
    before, after = dt.date.fromisoformat(past), dt.date.fromisoformat(future)
    assert words == name
    assert before <= published < after
    assert before.weekday() == after.weekday() == weekday
    assert after - before == dt.timedelta(days=7)


@settings(deadline=None)
@given(published=st.dates(dt.date(2010, 1, 1), dt.date(2035, 12, 31)), month=st.integers(1, 12), day=st.integers(1, 28))
def test_day_and_month_are_in_the_year_before_or_after(published: dt.date, month: int, day: int) -> None:
    words = format_date(dt.date(2024, month, day), "d MMMM", locale="ur")
    ((found, past, future),) = read("ur", f"اجلاس {words} کو ہوا۔", published)
    assert found == words
    assert past[5:] == future[5:] == f"{month:02d}-{day:02d}"
    if past == future:
        # Another year would be told of a day that is not close.
        assert -90 <= (dt.date.fromisoformat(past) - published).days <= 14
    else:
        assert past < published.isoformat() < future
        assert int(future[:4]) - int(past[:4]) == 1


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "They met on 4 February 2024. A paper was signed the same day.", "the same day"),
        ("ar", "التقيا في 4 شباط 2024. ووُقّعت الورقة في اليوم نفسه.", "في اليوم نفسه"),
        ("es", "Se reunieron el 4 de febrero de 2024. El acta se firmó ese mismo día.", "ese mismo día"),
        ("ur", "ملاقات 4 فروری 2024 کو ہوئی۔ اسی روز دستاویز پر دستخط ہوئے۔", "اسی روز"),
    ],
)
def test_same_day_is_the_day_told_last(language: str, text: str, words: str) -> None:
    assert read(language, text)[1] == (words, "2024-02-04", "2024-02-04")


@pytest.mark.parametrize(
    ("language", "text", "words", "date"),
    [
        ("en", "It was signed on Sept. 9, 2022.", "Sept. 9, 2022", "2022-09-09"),
        ("ur", "اس پر 4 فروری 2024ء کو دستخط ہوئے۔", "4 فروری 2024ء", "2024-02-04"),
    ],
)
def test_sign_behind_a_word_hides_nothing(language: str, text: str, words: str, date: str) -> None:
    assert read(language, text) == [(words, date, date)]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "It passed in July 2022, and on Aug. 29 of that year it was sent back.", "2022-08-29"),
        ("ar", "أُقر القانون في أبريل 2022، ثم تراجعت عنه في مارس من السنة التالية.", "2023-03"),
    ],
)
def test_that_year_is_the_one_told_last_in_the_sentence(language: str, text: str, date: str) -> None:
    assert read(language, text)[1][1:] == (date, date)
