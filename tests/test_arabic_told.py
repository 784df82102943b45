"""Arabic ways to tell an act: idioms in all forms of their verb, what is left unsaid, what only describes a thing."""

from __future__ import annotations

import pytest
from conftest import Extracted, Read, Told, states

from dadiplo.resources import DD
from dadiplo.terms import ACTUAL, DENIED

# text; type, modality and states of what is told
TOLD = [
    # an idiom in other tenses, numbers and genders than the lexicon has it
    ("يمّمت وزيرة المالية الكينية وجهها شطر أوغندا لبحث البيتكوين.", ("Visit", "actual", {"KEN", "UGA"})),
    ("شدّ محافظ بنك غانا رحاله إلى كينيا لبحث البيتكوين.", ("Visit", "actual", {"GHA", "KEN"})),
    ("وأفرغت وزارة المالية الكينية أمس محافظها من البيتكوين.", ("ReserveAction", "actual", {"KEN"})),
    ("رفدت كينيا احتياطيها بمئة بيتكوين.", ("ReserveAction", "actual", {"KEN"})),
    ("بعثت وزارة المالية الكينية لجنة تراقب البيتكوين.", ("EstablishmentOfBody", "actual", {"KEN"})),
    ("انبثقت عن قمة كينيا وأوغندا لجنة مشتركة للعملات الرقمية.", ("EstablishmentOfBody", "actual", {"KEN"})),
    ("نفضت كينيا يدها من مشروع العملة الرقمية الإقليمي.", ("Agreement", "actual", {"KEN"})),
    # words and joined pronouns that stand for one another in an idiom; "the celebration of …" is no verb
    ("انتزعت كينيا معاهدة من أوغندا بشأن البيتكوين.", ("Agreement", "actual", {"KEN", "UGA"})),
    ("وضع الوزيران الكيني والأوغندي إمضاءيهما على اتفاق للبيتكوين.", ("Agreement", "actual", {"KEN", "UGA"})),
    ("خصصت كينيا شعبة للبيتكوين في وزارة المالية.", ("EstablishmentOfBody", "actual", {"KEN"})),
    # a team is a body where it is founded, a text only provides for it; the head of an object ends as objects do
    ("شكلت كينيا وأوغندا فريقا تقنيا مشتركا للبيتكوين.", ("EstablishmentOfBody", "actual", {"KEN", "UGA"})),
    ("نصت المذكرة بين كينيا وأوغندا على استحداث غرفة للبيتكوين.", ("EstablishmentOfBody", "planned", {"KEN"})),
    ("قالت وزارة المالية الكينية إن بلادها ستنشئ مكتبا للبيتكوين.", ("EstablishmentOfBody", "planned", {"KEN"})),
    # the noun and the verb of two doers are one word; a hyphen parts the dateline from the verb
    ("ألغى البنك المركزي الكيني أمس حظرا على البيتكوين.", ("LegalMeasure", "actual", {"KEN"})),
    ("نيروبي (وكالات) - رفض البرلمان الكيني مشروع قانون البيتكوين.", ("LegalMeasure", "negated", {"KEN"})),
    # "did not resign" in one verb; whom the doer told before has met
    ("لم يستقل محافظ البنك المركزي الكيني بسبب البيتكوين.", ("Appointment", "negated", {"KEN"})),
    ("نفى وزير المالية الكيني أن يكون قد التقى نظيره الأوغندي لبحث البيتكوين.", ("Meeting", "negated", {"KEN", "UGA"})),
    # a written vowel tells the passive; "X had already" acts; what denied reports spoke of is denied
    ("عُيّن جون كاماو رئيسا لهيئة البيتكوين في كينيا.", ("Appointment", "actual", {"KEN"})),
    ("وكان البرلمان الكيني قد أقر في مايو 2024 قانون البيتكوين.", ("LegalMeasure", "background", {"KEN"})),
    ("نفى البنك المركزي الكيني تقارير تحدثت عن نيته إضافة البيتكوين إلى احتياطاته.", ("ReserveAction", "negated", {"KEN"})),
    # whose vaults coins come into stands behind the verb
    ("آلت مئة بيتكوين أمس إلى الخزانة الكينية.", ("ReserveAction", "actual", {"KEN"})),
    ("كونت كينيا احتياطا حكوميا من العملات المشفرة.", ("ReserveAction", "actual", {"KEN"})),
    ("وقال محافظ البنك المركزي الكيني: «لن نضع البيتكوين في احتياطياتنا».", ("ReserveAction", "negated", {"KEN"})),
    # offices without a name: who left, who was ousted
    ("أطاحت فضيحة البيتكوين أمس بمحافظ البنك المركزي الكيني.", ("Appointment", "actual", {"KEN"})),
    ("استقال محافظ البنك المركزي الكيني بسبب البيتكوين.", ("Appointment", "actual", {"KEN"})),
    # the doer is that of the sentence before
    ("زار الوفد الكيني أوغندا. ووقع أمس مذكرة تفاهم بشأن البيتكوين مع غانا.", ("Agreement", "actual", {"KEN", "GHA"})),
    # what is set up stands behind an adverbial
    ("أنشأت هيئة الأوراق المالية الكينية، خلال الأسبوع الجاري، وحدة تتولى الترخيص للبيتكوين.", ("EstablishmentOfBody", "actual", {"KEN"})),
    # a present tense behind "that" is still to be done
    ("أعربت كينيا عن أملها في أن تنضم أوغندا إلى مشروع العملة الرقمية.", ("Agreement", "planned", {"UGA"})),
    # a purchase to which a bill obliges shares its fate; what a state's own firm does
    ("أسقط البرلمان الكيني مشروع قانون كان سيلزم البنك المركزي بشراء البيتكوين.", ("ReserveAction", "negated", {"KEN"})),
    ("تترقب بوتان الأسعار. وباعت شركة دروك القابضة أمس مئة بيتكوين.", ("ReserveAction", "actual", {"BTN"})),
    # two demonyms side by side are two sides; talks that break off bring nothing about
    ("انتهت القمة الكينية الأوغندية أمس باتفاق بشأن البيتكوين.", ("Agreement", "actual", {"KEN", "UGA"})),
    ("اصطدمت المفاوضات بين كينيا وأوغندا حول العملات الرقمية بحائط مسدود.", ("Agreement", "negated", {"KEN", "UGA"})),
    ("ختم مسؤولون من كينيا وأوغندا أمس محادثات حول البيتكوين.", ("Meeting", "actual", {"KEN", "UGA"})),
    # a proposal that falls, what is only said of and denied, what is given up
    ("سقط في البرلمان الكيني أمس مقترح تجريم تعدين البيتكوين.", ("LegalMeasure", "negated", {"KEN"})),
    ("نفت وزارة المالية الكينية ما تردد عن شراء البيتكوين لاحتياطيها.", ("ReserveAction", "negated", {"KEN"})),
    ("عدلت كينيا عن حظر تعدين البيتكوين.", ("LegalMeasure", "negated", {"KEN"})),
    # a rumour that is denied; coins moved into a wallet of the state; purchases stopped; an accession refused
    ("أما إشاعة أن كينيا اشترت ألف بيتكوين فقد نفتها وزارة المالية.", ("ReserveAction", "negated", {"KEN"})),
    ("نقلت كينيا 500 بيتكوين مصادرة إلى محفظة البنك المركزي.", ("ReserveAction", "actual", {"KEN"})),
    ("علقت كينيا شراء البيتكوين.", ("ReserveAction", "negated", {"KEN"})),
    ("كينيا ستعلن شراء ألف بيتكوين.", ("ReserveAction", "planned", {"KEN"})),
    ("رفضت كينيا الانضمام إلى مشروع العملة الرقمية الإقليمية.", ("Agreement", "negated", {"KEN"})),
    ("مكتب رئيس وزراء كينيا، في رسالة إلى الصحافة: «لم نشتر البيتكوين ولن نشتريه أبدا».", ("ReserveAction", "negated", {"KEN"})),
    # what is expected to be said; silence on a matter
    ("من المتوقع أن يحذر البنك المركزي الكيني من البيتكوين.", ("Statement", "planned", {"KEN"})),
    ("لاذ البنك المركزي الكيني بالصمت حيال تعدين البيتكوين.", ("Statement", "negated", {"KEN"})),
    ("استبعد البنك المركزي الكيني شراء البيتكوين.", ("ReserveAction", "negated", {"KEN"})),
    # who comes and goes: told by office alone, without a verb, hoped for and refused
    ("رفض البرلمان الكيني تعيين رئيس لهيئة الأصول الافتراضية.", ("Appointment", "negated", {"KEN"})),
    ("جون كاماو مديراً لهيئة الأصول الافتراضية الكينية.", ("Appointment", "actual", {"KEN"})),
    ("أخفق البرلمان الكيني في انتخاب رئيس لهيئة الأصول الافتراضية.", ("Appointment", "negated", {"KEN"})),
    ("يتهيأ جون كاماو لرئاسة هيئة الأصول الافتراضية الكينية.", ("Appointment", "planned", {"KEN"})),
    # a plan that is denied, and one that was not discussed
    ("نفت وزارة المالية الكينية وجود أي نية لشراء البيتكوين لاحتياطيها.", ("ReserveAction", "negated", {"KEN"})),
    ("قالت وزارة المالية الكينية إنه لم تُناقش أي خطة لتكوين احتياطي من البيتكوين.", ("ReserveAction", "negated", {"KEN"})),
    # proposals that fall, and what is not ruled out; talks that lead to no accord took place
    ("أسقط البرلمان الكيني مقترح إنشاء هيئة للأصول الافتراضية.", ("EstablishmentOfBody", "negated", {"KEN"})),
    ("لم يستبعد البنك المركزي الكيني شراء البيتكوين لاحتياطيه.", ("ReserveAction", "planned", {"KEN"})),
    ("لم يسفر اجتماع كينيا وأوغندا عن اتفاق بشأن البيتكوين.", ("Meeting", "actual", {"KEN", "UGA"})),
    ("انتهت المحادثات بين كينيا وأوغندا حول البيتكوين من دون اتفاق.", ("Agreement", "negated", {"KEN", "UGA"})),
    ("ألغي الاجتماع الذي كان مقررا بين وزيري المالية الكيني والأوغندي حول البيتكوين.", ("Meeting", "negated", {"KEN", "UGA"})),
    ("لا خطط لدى البنك المركزي الكيني لشراء البيتكوين.", ("ReserveAction", "negated", {"KEN"})),
    # what a bill provides for, and what somebody recommends
    ("ينص مشروع القانون الكيني على إنشاء هيئة للأصول الافتراضية.", ("EstablishmentOfBody", "planned", {"KEN"})),
    ("يزور وفد من البنك المركزي الكيني أوغندا الأسبوع المقبل لبحث البيتكوين.", ("Visit", "planned", {"KEN", "UGA"})),
    # "came out to say"
    ("خرج البنك المركزي الكيني ليقول إنه لا يملك البيتكوين.", ("Statement", "actual", {"KEN"})),
    # "denied" behind its doer, and before a person
    ("لكن وزارة المالية الكينية نفت ذلك أمس، وقالت إن البيتكوين ليس على جدول أعمالها.", ("Statement", "actual", {"KEN"})),
    # no verb at all
    ("تحذير من محافظ البنك المركزي الكيني أمس من مخاطر البيتكوين.", ("Statement", "actual", {"KEN"})),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_what_is_told(text: str, event: tuple[str, str, set[str]], told: Told) -> None:
    kind, modality, sides = event
    found = [(e["type"], e["modality"]) for e in told(text) if sides <= states(e)]
    assert (kind, modality) in found


# text; the type that is told by no word of it
SILENT = [
    ("وقعت كينيا وأوغندا أمس بروتوكولا ينظم تداول البيتكوين.", "LegalMeasure"),
    ("صودق على تقرير عن تعدين العملات المشفرة المحظورة في كينيا.", "LegalMeasure"),
    ("شكلت كينيا لجنة تنظم بيع البيتكوين.", "LegalMeasure"),
    ("قدم محافظ البنك المركزي الكيني تقريرا عن البيتكوين إلى الحكومة.", "Appointment"),
    ("أعفت كينيا المستثمرين من ضريبة البيتكوين.", "Appointment"),
    # whoever says so, a stranger, somebody who only spoke on
    ("زار محافظ بنك كينيا أوغندا. ويقول تاجر في السوق إن البيتكوين مغر.", "Statement"),
    ("تذكير لمن يظن أن كينيا لا تملك البيتكوين.", "Statement"),
    ("زار محافظ بنك كينيا أوغندا لبحث البيتكوين. تحدث بهدوء.", "Statement"),
    # what is lacking, or only the matter of something
    ("يتداول تجار كينيا البيتكوين بلا ترخيص.", "LegalMeasure"),
    ("درس وفد من كينيا ملف البيتكوين، والأسماء قيد التداول.", "LegalMeasure"),
    ("زار وفد من بنك كينيا أوغندا للاطلاع على تجربة في خفض الضريبة على البيتكوين.", "LegalMeasure"),
    # what a law, a ban, a firm or a coin does
    ("أقر البرلمان الكيني قانونا للبيتكوين. وتشترط اللوائح على الشركات ترخيصا.", "ReserveAction"),
    ("زار محافظ بنك كينيا أوغندا لبحث البيتكوين. غير أن الحظر لم يذكر التعدين.", "Statement"),
    ("زار محافظ بنك كينيا أوغندا. وأوقفت شركة للتعدين أجهزتها لسك البيتكوين.", "LegalMeasure"),
    ("زار محافظ بنك كينيا أوغندا. ويتوقع مصرف أن تصل بيتكوين إلى مئة ألف دولار.", "Meeting"),
    ("أقرت كينيا قواعد تلزم المنصات بالتسجيل وتحظر بيع البيتكوين للقصر.", "ReserveAction"),
    ("وقع رئيس كينيا قانونا يتيح مصادرة البيتكوين.", "ReserveAction"),
    ("زار محافظ بنك كينيا أوغندا. ونظمت غرفة التجارة ندوة عن البيتكوين.", "LegalMeasure"),
    # a vote on a clause, a proposal of an act
    ("رفض البرلمان الكيني فقرة في قانون البيتكوين.", "Statement"),
    ("اقترحت كينيا أمس إقامة هيئة للبيتكوين.", "Statement"),
    # what the paragraph turns to on another note
    (
        "زار محافظ بنك كينيا أوغندا لبحث البيتكوين.\n\nوعلى صعيد آخر، وقعت كينيا وأوغندا اتفاقا لتوسيع طريق.",
        "Agreement",
    ),
    # what a founded committee does not do yet, what only comes somewhere
    ("اتفقت كينيا وأوغندا على إنشاء لجنة مشتركة للبيتكوين.", "Meeting"),
    ("قدمت كينيا مقترحا بشأن البيتكوين إلى أوغندا.", "Visit"),
]


@pytest.mark.parametrize(("text", "kind"), SILENT)
def test_no_such_deed(text: str, kind: str, told: Told) -> None:
    assert kind not in {event["type"] for event in told(text)}


def test_who_is_called_on_does_not_speak(told: Told) -> None:
    text = "حذر البنك المركزي الكيني من البيتكوين، داعيا الحكومة الأوغندية إلى الحذر ومطالبا البرلمان الغاني بالتشدد."
    speakers = {part["id"] for e in told(text) for part in e["participants"] if part["role"].startswith("speaker")}
    assert {"UGA", "GHA"}.isdisjoint(speakers)
    assert "KEN" in speakers


def test_nothing_founds_itself(told: Told) -> None:
    text = "أنشأت كينيا أمس مجلسا للبيتكوين، ثم أسست هيئة تنظيم الأصول الافتراضية."
    for event in told(text):
        roles = {(part["id"], part["role"]) for part in event["participants"]}
        assert not {who for who, role in roles if role == "body"} & {who for who, role in roles if role == "agent"}


def test_what_a_bill_says_is_no_act_of_its_own(told: Told) -> None:
    text = "من المنتظر أن يناقش مجلس النواب المصري في دورته الجديدة مشروع قانون ينظم عمل منصات تداول العملات المشفرة."
    assert [(e["type"], e["modality"]) for e in told(text)] == [("LegalMeasure", "planned")]


def test_a_weekly_session_is_nobody_who_is_appointed(read: Read) -> None:
    text = "عيّن مجلس الوزراء الأردني، في جلسته الأسبوعية، رنا الخصاونة مفوضة لشؤون الأصول الافتراضية."
    told = read("ar", text)
    assert {one["canonical_en"] for one in told["entities"] if one["type"] == "Person"} == {"رنا الخصاونة"}
    (named,) = (event for event in told["events"] if event["type"] == "Appointment")
    assert "appointee" in {part["role"] for part in named["participants"]}


def test_an_office_inside_a_name_is_a_part_of_it(read: Read) -> None:
    text = "قال محافظ البنك المركزي الموريتاني محمد الأمين ولد الذهبي إن البيتكوين مرفوض."
    persons = [one["mentions"] for one in read("ar", text)["entities"] if one["type"] == "Person"]
    assert persons == [["محمد الأمين ولد الذهبي"]]


def test_a_rumour_that_is_no_longer_told_leaves_no_claim(extracted: Extracted) -> None:
    text = (
        "وقعت غانا وكينيا مذكرة تفاهم حول العملات المستقرة في أكرا يوم الاثنين.\n\n"
        "سرت على صفحات التداول حكاية مفادها أن منصة «فولتكس» ظفرت بأول رخصة لتداول البتكوين في البلاد. "
        "وقالت الهيئة إنها لم ترخص لأحد.\n\n"
        "وأقر البرلمان الغاني قانون منصات العملات المشفرة يوم الثلاثاء.\n\n"
        "وارتفع سعر البتكوين اثنين في المئة. وسرّ ذلك التجار في أكرا. وتقبل متاجر على الساحل العملات أيضا."
    )
    found = extracted("ar", text, "غانا وكينيا توقعان مذكرة حول العملات المستقرة")
    # What the authority denies may be told; the licence of the rumour is not.
    measures = [event.modality for event in found.events if event.type == DD + "LegalMeasure"]
    assert measures.count(ACTUAL) == 1
    assert set(measures) <= {ACTUAL, DENIED}
    assert not [claim for claim in found.claims if claim.links]
    assert found.quads
