"""Whose an official is where the article does not say so right beside the office."""

from __future__ import annotations

import pytest
from conftest import Extracted

from dadiplo.resources import ID

# language, headline, text, part of the person's IRI, alpha-3 code
WHOSE = [
    # "Of" and a body right behind the name.
    ("en", "Fiji hosts forum", 'The hosts in Suva were less pleased. "We will wait," Manu Tokalau of the Bank of Ghana told the meeting on bitcoin.', "tokalau", "GHA"),
    ("en", "Gulf banks on stablecoins", "The text was signed by Sheikh Rashid Al Marri of the Central Bank of Bahrain (CBB) and Dr Fayez Qubain of the Central Bank of Jordan (CBJ).", "qubain", "JOR"),
    # Spanish signs "por" a body.
    ("es", "Convenio sobre bitcoin", "Firmaron ayer en La Paz Edmundo Quiroga Salvatierra, por el Banco Central de Bolivia, y Noemí Argueta, por el Banco Central de Reserva de El Salvador.", "argueta", "SLV"),
    # The body that the paragraph named last, under the name that the article gives it.
    ("es", "Pakistán prohíbe el bitcoin", "La Superintendencia de Bancos de Panamá (SBP) no tardó en reaccionar. «Hace falta una norma», manifestó el superintendente, Edgardo Icaza Batista.", "icaza", "PAN"),
    ("ur", "پاکستان میں بٹ کوائن پر پابندی", "بینک آف گھانا نے بٹ کوائن پر رپورٹ جاری کی۔ گورنر کوامے بونسو نے کہا کہ قانون ضروری ہے۔", "", "GHA"),
    # A body in the sentence, before the office.
    ("en", "Emirates and stablecoins", "Saif Al Suwaidi, Governor of the Central Bank of the UAE, received a delegation of the Hong Kong Monetary Authority (HKMA) led by its Deputy Chief Executive, Raymond Lau.", "lau", "HKG"),
    # Who stands beside no body is of the state of the news.
    ("en", "Fiji hosts forum", "Fiji banned bitcoin. The minister, Manu Tokalau, said so on Monday.", "tokalau", "FJI"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "head", "text", "name", "state"), WHOSE)
def test_whose_an_official_is(language: str, head: str, text: str, name: str, state: str, extracted: Extracted) -> None:
    finder = extracted(language, text, head).reader.finder
    persons = {iri for iri in finder.records if iri.startswith(f"{ID}person/") and name in iri}
    assert {finder.state_of(iri) for iri in persons} == {f"{ID}state/{state}"}


def test_nobody_belongs_to_a_body_by_which_he_was_sent_away(extracted: Extracted) -> None:
    text = "Ghana prohíbe el bitcoin. El despido de Kofi Mensah por el Banco Central de Bolivia sorprendió."
    finder = extracted("es", text).reader.finder
    (person,) = (iri for iri in finder.records if "mensah" in iri)
    assert finder.state_of(person) != f"{ID}state/BOL"
