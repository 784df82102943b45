"""Acts that make an asset legal tender, in the words that each language has for it."""

from __future__ import annotations

import pytest
from conftest import Read

#: language, sentence, modality of the act; none where something only is legal tender.
TOLD = [
    ("en", "Chad made bitcoin legal tender.", "actual"),
    ("en", "Chad declared bitcoin legal tender.", "actual"),
    ("en", "Chad's parliament voted to make bitcoin legal tender.", "actual"),
    ("en", "Chad gave bitcoin the status of legal tender.", "actual"),
    ("en", "Chad made bitcoin an official currency.", "actual"),
    ("en", "Chad will not make bitcoin legal tender, the minister of finance said.", "negated"),
    ("en", "Chad became the second country to make bitcoin legal tender.", "actual"),
    ("en", "Chad has turned bitcoin into legal tender.", "actual"),
    ("en", "Bitcoin is legal tender in Chad.", ""),
    ("en", "Chad, where bitcoin is legal tender, has few miners.", ""),
    ("es", "Paraguay adoptó el bitcóin como moneda de curso legal.", "actual"),
    ("es", "Paraguay declaró el bitcoin moneda de curso legal.", "actual"),
    ("es", "Paraguay convirtió el bitcoin en moneda de curso legal.", "actual"),
    ("es", "El Congreso de Paraguay otorgó curso legal al bitcoin.", "actual"),
    ("es", "Paraguay no adoptará el bitcoin como moneda de curso legal.", "negated"),
    ("es", "El bitcoin dejó de ser moneda de curso legal en Paraguay.", "actual"),
    ("es", "Paraguay se convirtió en el segundo país en adoptar el bitcoin como moneda de curso legal.", "actual"),
    ("es", "Paraguay hizo del bitcoin una moneda de curso legal.", "actual"),
    ("es", "El bitcoin es moneda de curso legal en Paraguay.", ""),
    ("ar", "اعتمدت باراغواي البيتكوين عملة قانونية.", "actual"),
    ("ar", "جعلت باراغواي البيتكوين عملة قانونية.", "actual"),
    ("ar", "أقرت باراغواي البيتكوين عملة قانونية.", "actual"),
    ("ar", "منحت باراغواي البيتكوين صفة العملة القانونية.", "actual"),
    ("ar", "أعلنت باراغواي البيتكوين عملة قانونية.", "actual"),
    ("ar", "لن تعتمد باراغواي البيتكوين كعملة قانونية.", "negated"),
    ("ar", "ألغت باراغواي صفة العملة القانونية للبيتكوين.", "actual"),
    ("ar", "البيتكوين عملة قانونية في باراغواي.", ""),
    ("ur", "پیراگوئے نے بٹ کوائن کو قانونی کرنسی قرار دے دیا۔", "actual"),
    ("ur", "پیراگوئے نے بٹ کوائن کو قانونی کرنسی بنا دیا۔", "actual"),
    ("ur", "پیراگوئے نے بٹ کوائن کو بطور قانونی کرنسی اپنا لیا۔", "actual"),
    ("ur", "پیراگوئے نے بٹ کوائن کو قانونی کرنسی کا درجہ دیا۔", "actual"),
    ("ur", "پیراگوئے بٹ کوائن کو قانونی کرنسی نہیں بنائے گا۔", "negated"),
    ("ur", "پیراگوئے نے بٹ کوائن کی قانونی کرنسی کی حیثیت ختم کر دی۔", "actual"),
    ("ur", "بٹ کوائن پیراگوئے میں قانونی کرنسی ہے۔", ""),
    ("es", "Paraguay sería el segundo país en adoptar el bitcoin como moneda de curso legal.", "planned"),
]


@pytest.mark.parametrize(("language", "text", "modality"), TOLD)
def test_legal_tender(language: str, text: str, modality: str, read: Read) -> None:
    acts = [event for event in read(language, text)["events"] if event["type"] == "LegalMeasure"]
    assert [act["modality"] for act in acts] == [modality] * bool(modality)
    assert {act["subtype"] for act in acts} <= {"legal_tender", "repeal"}
