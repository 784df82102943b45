"""Arabic sentences in which verbs come first: the doer inside the verb, what came to nothing, who is meant by a pronoun."""

from __future__ import annotations

import pytest
from conftest import Read, Told, states

# text; type, modality, date and states of what is told
TOLD = [
    # the doer stands inside a verb of several words
    ("توجه وزير المالية الكيني إلى أوغندا أمس لبحث العملات الرقمية.", ("Visit", "actual", "2025-03-11", {"KEN", "UGA"})),
    ("أقامت كينيا شراكة مع أوغندا في مجال العملات الرقمية.", ("Agreement", "actual", None, {"KEN", "UGA"})),
    ("فرضت وزارة المالية في كينيا أمس ضريبة على البيتكوين.", ("LegalMeasure", "actual", "2025-03-11", {"KEN"})),
    # what came to nothing, or is still to come
    ("ألغى وزير المالية الكيني زيارته إلى أوغندا لبحث البيتكوين.", ("Visit", "negated", None, {"KEN", "UGA"})),
    ("أرجأ وزير المالية الكيني زيارته إلى أوغندا لبحث البيتكوين.", ("Visit", "planned", None, {"KEN", "UGA"})),
    ("أسقط البرلمان الكيني، بفارق صوتين، مشروع قانون يحظر تعدين البيتكوين.", ("LegalMeasure", "negated", None, {"KEN"})),
    ("تأجل اللقاء بين وزيري مالية كينيا وأوغندا حول البيتكوين إلى أبريل.", ("Meeting", "planned", "2025-04", {"KEN", "UGA"})),
    ("يزور وزير المالية الكيني أوغندا الأحد لبحث العملات الرقمية.", ("Visit", "planned", "2025-03-16", {"KEN", "UGA"})),
    ("اتفق وزيرا المالية في كينيا وأوغندا على إبرام مذكرة تفاهم بشأن البيتكوين.", ("Agreement", "planned", None, {"KEN", "UGA"})),
    ("اتفق وفدا كينيا وأوغندا على اللقاء مجددا في مايو لبحث البيتكوين.", ("Meeting", "planned", "2025-05", {"KEN", "UGA"})),
    ("الزيارة التي قام بها وزير المالية الكيني إلى أوغندا لبحث البيتكوين لم تحدث.", ("Visit", "negated", None, {"KEN", "UGA"})),
    ("أعلنت وزارة المالية الكينية عزمها شراء 100 بيتكوين.", ("ReserveAction", "planned", None, {"KEN"})),
    ("قام محافظ بنك غانا، على رأس وفد، بزيارة إلى كينيا لبحث البيتكوين.", ("Visit", "actual", None, {"GHA", "KEN"})),
    # days of the month
    ("زار وزير المالية الكيني أوغندا في العاشر من الشهر الجاري لبحث البيتكوين.", ("Visit", "actual", "2025-03-10", {"KEN", "UGA"})),
    ("وقّعت كينيا مطلع الشهر مع أوغندا اتفاقا بشأن البيتكوين.", ("Agreement", "actual", "2025-03", {"KEN", "UGA"})),
    ("تعتزم كينيا وأوغندا توقيع اتفاق بشأن البيتكوين قبل نهاية العام.", ("Agreement", "planned", "2025", {"KEN", "UGA"})),
    # days counted from something told before
    ("هبط سعر البيتكوين في 5 مارس 2025. وبعد الهبوط بثلاثة أيام زار وزير المالية الكيني أوغندا.",
     ("Visit", "actual", "2025-03-08", {"KEN", "UGA"})),
    # the day of a proposal or a denial
    ("اقترحت كينيا في ديسمبر إنشاء احتياطي من البيتكوين.", ("ReserveAction", "planned", "2024-12", {"KEN"})),
    ("نفت وزارة المالية الكينية أمس شراء البيتكوين.", ("ReserveAction", "negated", None, {"KEN"})),
    ("أرجأ البرلمان الكيني، الاثنين، التصويت على مشروع قانون يحظر البيتكوين.", ("LegalMeasure", "planned", "2025-03-10", {"KEN"})),
    # who sits down with whom, what somebody obtains
    ("جلس وزير المالية الكيني أمس إلى ممثلي بنك أوغندا لبحث البيتكوين.", ("Meeting", "actual", "2025-03-11", {"KEN", "UGA"})),
    ("حصلت منصة «كويندا» أمس على رخصة من هيئة الأوراق المالية الكينية لتداول البيتكوين.", ("LegalMeasure", "actual", "2025-03-11", {"KEN"})),
    # who arrives "in" a place, whose meeting it is
    ("حل وفد من البنك المركزي الكيني بأوغندا للاطلاع على العملة الرقمية.", ("Visit", "actual", None, {"KEN", "UGA"})),
    ("ناقش رئيس كينيا، خلال لقائه نظيره الأوغندي، تنظيم العملات المشفرة.", ("Meeting", "actual", None, {"KEN", "UGA"})),
    # a state right behind a verb of coming is where one goes; the day before the last, a year ago, the day after next
    ("وصلت أوغندا وزيرة المالية الكينية لبحث العملات المشفرة.", ("Visit", "actual", None, {"KEN", "UGA"})),
    ("وقّعت كينيا وأوغندا أمس الأول مذكرة تفاهم بشأن البيتكوين.", ("Agreement", "actual", "2025-03-10", {"KEN", "UGA"})),
    ("ستوقع كينيا وأوغندا بعد غد مذكرة تفاهم بشأن البيتكوين.", ("Agreement", "planned", "2025-03-14", {"KEN", "UGA"})),
    ("وقّعت كينيا وأوغندا قبل عام مذكرة تفاهم بشأن البيتكوين.", ("Agreement", "background", "2024", {"KEN", "UGA"})),
    ("وقّعت كينيا وأوغندا هنا اليوم مذكرة تفاهم بشأن البيتكوين.", ("Agreement", "actual", "2025-03-12", {"KEN", "UGA"})),
    ("وسبق لكينيا أن وقعت في 2024 اتفاقية مع أوغندا بشأن البيتكوين.", ("Agreement", "background", "2024", {"KEN", "UGA"})),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_what_is_told(text: str, event: tuple[str, str, str | None, set[str]], told: Told) -> None:
    found = [(e["type"], e["modality"], e["date"], states(e)) for e in told(text) if e["type"] != "Statement"]
    assert found == [event]


@pytest.mark.parametrize(
    "text",
    [
        "ألغت كينيا مناقصة لبناء طريق سريع. وتتابع كينيا ملف البيتكوين.",
        "لم تنشئ كينيا بعد هيئة للأصول الرقمية.",
        "استضاف فندق في العاصمة الكينية معرضا للبيتكوين.",
        "تمر الحوالة بالبيتكوين بمصرف في غانا قبل أن تصل إلى كينيا.",
        "تتيح البطاقة للمسافرين إلى كينيا أن يدفعوا بالبيتكوين.",
        "إصدار عملة رقمية في كينيا أمر ممكن فنيا.",
        "قال سامي خوري، رئيس الأبحاث في «كابيتا»، إن البيتكوين آمن.",
        "من كان في كينيا يذكر البيتكوين.",
    ],
)
def test_no_such_deed(text: str, told: Told) -> None:
    assert [e["type"] for e in told(text) if e["modality"] != "negated"] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ونقلت وكالة الأنباء عن محافظ بنك غانا كوفي أسانتي قوله إن العملة الرقمية آمنة.", "GHA"),
        ("حذرت كينيا من البيتكوين. وقال محافظ بنكها المركزي كاماو نجوروغي إن البيتكوين مضاربة.", "KEN"),
    ],
)
def test_who_speaks(text: str, speaker: str, told: Told) -> None:
    said = [e for e in told(text) if e["type"] == "Statement"]
    assert said
    assert {code for event in said for code in states(event)} == {speaker}


def test_his_excellency_is_who_was_so_called_before(told: Told) -> None:
    text = (
        "نيروبي في 11 مارس - استقبل معالي وزير المالية والتخطيط المهندس رائد كاماو، أمس، وزيرة العدل في جمهورية أوغندا "
        "السيدة ليس موسيفيني. وقال معاليه إن البيتكوين آمن في كينيا. وأكدت الوزيرة الضيفة أن العملات المشفرة خطر."
    )
    said = {tuple(sorted(states(event))) for event in told(text) if event["type"] == "Statement"}
    assert said == {("KEN",), ("UGA",)}


def test_an_item_of_a_digest_is_of_the_capital_that_opens_it(read: Read) -> None:
    text = (
        "نيروبي: عيّن الرئيس، الاثنين، المصرفية سارة قريشي رئيسة لهيئة تنظيم الأصول الافتراضية.\n\n"
        "أكرا: باعت وزارة المالية مئة بيتكوين في غانا. وتدرس غانا في أكرا شراء المزيد من غانا.\n\n"
        "في كينيا لا جديد."
    )
    (named,) = (event for event in read("ar", text)["events"] if event["type"] == "Appointment")
    assert states(named) == {"KEN"}


def test_who_is_received_visits(told: Told) -> None:
    text = "استقبل وزير المالية الكيني جون كاماو محافظ بنك أوغندا لبحث البيتكوين، وذلك في مستهل زيارة عمل إلى كينيا."
    (visit,) = (event for event in told(text) if event["type"] == "Visit")
    assert {(part["id"], part["role"]) for part in visit["participants"] if part["id"].isupper()} == {
        ("UGA", "visitor"),
        ("KEN", "host"),
    }


def test_the_two_banks_are_those_named_before(told: Told) -> None:
    text = "يدرس البنك المركزي الكيني وبنك غانا العملات الرقمية مع صندوق النقد الدولي. واتفق البنكان على ربط العملتين الرقميتين."
    accord = next(event for event in told(text) if event["type"] == "Agreement")
    assert states(accord) == {"KEN", "GHA"}
