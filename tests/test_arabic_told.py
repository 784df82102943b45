"""Arabic ways to tell an act: idioms in all forms of their verb, what is left unsaid, what only describes a thing."""

from __future__ import annotations

import pytest
from conftest import Told, states

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
]


@pytest.mark.parametrize(("text", "kind"), SILENT)
def test_no_such_deed(text: str, kind: str, told: Told) -> None:
    assert kind not in {event["type"] for event in told(text)}
