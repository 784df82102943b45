"""Who takes part and when, where English and Spanish news leaves it to the words around; and texts that tell no act."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from conftest import Read

HEADS = {"en": "Digital assets this week", "es": "Criptoactivos de la semana"}
AGREEMENT, MEETING, VISIT, RESERVE, MEASURE = "Agreement", "Meeting", "Visit", "ReserveAction", "LegalMeasure"
APPOINTMENT, BODY, STATEMENT = "Appointment", "EstablishmentOfBody", "Statement"


@pytest.fixture(scope="session")
def read(read: Read) -> Read:
    """The annotations of a text below a headline, published on a Thursday."""
    return lambda language, text, head="": read(language, text, head or HEADS[language], dt.date(2025, 11, 20))


# language, type, modality, date, states that take part, text
TOLD = [
    ("en", MEETING, "actual", "2025-11-18", "Ghana|Kenya", "The governor of the Bank of Ghana held talks in Nairobi on Tuesday with his Kenyan counterpart, Kamau Thugge, on rules for stablecoins."),
    ("en", MEETING, "actual", "2025-11-20", "Japan|South Korea", "Japan's finance minister sat down with her opposite number from South Korea on Thursday to talk about crypto taxation."),
    ("en", MEETING, "actual", "2025-11-16", "Maldives|Pakistan", "Maldives' foreign minister received Bilal Bin Saqib, who heads Pakistan's crypto council, in Malé on Sunday."),
    ("en", MEETING, "planned", "2025-11", "Bahrain|Oman", "Officials from Oman's Capital Market Authority are to meet Bahraini counterparts in Manama next week to discuss tokenised bonds."),
    ("en", MEETING, "planned", "2025-11-26", "Armenia|Georgia", "Georgia and Armenia signed a memorandum on stablecoins on Tuesday. Talks open next Wednesday in Batumi."),
    ("en", MEETING, "actual", "2025-11-19", "Armenia|Paraguay", "Armenia and Paraguay signed an accord on bitcoin mining. The Armenian energy minister, Ara Petrosyan, also held talks on Wednesday with the head of the grid operator, Celso Barreto."),
    ("en", STATEMENT, "actual", None, "Armenia|Paraguay", "Armenia and Paraguay signed an accord on bitcoin mining. The Armenian energy minister, Ara Petrosyan, praises what Asunción does."),
    ("en", VISIT, "actual", None, "Bhutan|El Salvador", "Welcomed by Bhutan's prime minister, the Salvadoran delegation spent three days in Thimphu studying bitcoin mining."),
    ("en", VISIT, "planned", "2025-11-22", "Qatar|Turkmenistan", "The Turkmen official is scheduled to leave on Saturday for Qatar, where he will speak about stablecoins."),
    ("en", MEETING, "actual", None, "Malaysia|Uruguay", "Uruguay's central bank held talks with the Malaysians on bitcoin."),
    ("en", STATEMENT, "actual", None, "Australia|Nauru", "Australia's Pacific minister Fiona Carradice urged Nauru to think very hard about its stablecoin."),
    ("es", AGREEMENT, "negated", None, "Cape Verde|Spain", "El Banco de España no ha firmado acuerdo alguno con los caboverdianos sobre criptoactivos."),
    ("en", BODY, "actual", None, "Bahrain|Kazakhstan", "Kazakhstan and Bahrain decided to establish a Joint Working Group on Tokenised Finance."),
    ("en", STATEMENT, "actual", None, "Georgia|Kazakhstan", "Georgia's finance ministry praised the Kazakh rules on stablecoins."),
    ("en", RESERVE, "negated", None, "Switzerland", "Switzerland's central bank ruled out holding bitcoin as a reserve asset."),
    ("en", RESERVE, "planned", "2025", "Kazakhstan", "Kazakhstan's central bank will put confiscated crypto into a national reserve by the end of the year."),
    ("en", RESERVE, "actual", "2025-11-17", "El Salvador", "El Salvador added 1,090 bitcoin to its reserve on Monday, the bitcoin office said."),
    ("en", APPOINTMENT, "actual", "2025-11-17", "Brazil", "Brazil's central bank replaced its head of digital currency, Fabio Araujo, on Monday."),
    ("en", APPOINTMENT, "actual", None, "Pakistan", "Pakistan's prime minister has picked Bilal Bin Saqib to lead the country's crypto council."),
    ("es", MEETING, "actual", "2025-11-20", "Japan|South Korea", "La ministra de Hacienda de Japón se sentó el jueves con su par surcoreano para tratar los impuestos a las criptomonedas."),
    ("es", MEETING, "planned", "2025-11", "Colombia|Panama", "Representantes de la Superintendencia de Bancos de Panamá se verán la próxima semana en Bogotá con sus pares colombianos para hablar de bonos tokenizados."),
    ("es", MEETING, "actual", "2025-11-20", "El Salvador|Honduras", "La jefa de la autoridad bancaria de Honduras, Marcela Ruiz, y el superintendente de El Salvador, Mario Vega, coincidieron el jueves en Tegucigalpa y hablaron de las remesas en bitcoin."),
    ("es", VISIT, "actual", "2025-11-19", "Belize|Guatemala", "Delphine Arnold-Usher, gobernadora del Banco Central de Belice, llegó el miércoles a la capital guatemalteca."),
    ("es", VISIT, "actual", "2025-11-16", "Ecuador|Peru", "Firmaron el superintendente peruano, Augusto Tello Arrieta, y su homóloga ecuatoriana, Mónica Villacís, quien arribó el domingo a Lima acompañada de tres asesores."),
    ("es", VISIT, "actual", None, "Cuba|Russia", "El viceprimer ministro cubano Eladio Ferrán recibió en la tarde de este jueves a Serguéi Vorontsov, vicepresidente del Banco de Rusia, quien cumple una visita de trabajo en la isla."),
    ("es", RESERVE, "negated", None, "Switzerland", "El banco central de Suiza descartó tener bitcoin como activo de reserva."),
    ("es", RESERVE, "actual", "2025-11", "Czechia", "El Banco Nacional Checo compró en noviembre un millón de dólares en bitcoines para una cartera de prueba."),
    ("es", APPOINTMENT, "actual", "2025-11-17", "Brazil", "El Banco Central de Brasil relevó el lunes a su jefe de moneda digital, Fabio Araujo."),
]  # fmt: skip

# language, type, the states that act, each by itself, text
EACH = [
    ("en", MEASURE, "negated", ["Belize", "Honduras"], "Neither Belize nor Honduras plans to make bitcoin legal tender."),
    ("en", MEASURE, "actual", ["Georgia", "Armenia"], "Georgia and Armenia banned bitcoin mining on Friday."),
    ("es", MEASURE, "negated", ["Belize", "Honduras"], "Ni Belice ni Honduras prevén dar curso legal al bitcoin."),
]  # fmt: skip

# language, type, date of the last such event, text
DATED = [
    ("en", MEASURE, "2025-01-02", "Ghana's parliament passed the Virtual Asset Service Providers Act on 19 December. Two weeks later the president signed it."),
    ("en", MEETING, "2025-10-15", "Kenya's president signed the bill in Nairobi on 15 October. After the ceremony, he met the Rwandan ambassador to discuss crypto rules."),
    ("en", MEASURE, "2024-08", "In August 2024 Norway banned new bitcoin mines. That same month Paraguay raised power tariffs for miners."),
    ("en", MEASURE, "2025-07", "The Bank of Korea halted its digital currency pilot in June. The following month parliament took up a stablecoin bill."),
    ("en", AGREEMENT, "2024-08", "In March last year Kazakhstan's deputy governor flew to Japan. That August Kazakhstan struck a contract with Japan on stablecoins."),
    ("es", MEETING, "2025-10-15", "El presidente de Kenia firmó la ley de activos virtuales el 15 de octubre. Tras la ceremonia se reunió con el embajador de Ruanda para hablar de criptomonedas."),
    ("es", MEASURE, "2024-08", "En agosto de 2024 Noruega prohibió nuevas minas de bitcoin. Ese mismo mes Paraguay subió la tarifa eléctrica a los mineros."),
    ("es", MEASURE, "2024-03", "En marzo del año pasado Chile prohibió las minas de bitcoin."),
]  # fmt: skip

# Prices, holdings, results of companies and other diplomacy: nothing that states do with digital assets.
NOTHING = [
    ("en", "Bitcoin tops $120,000 as funds pile in", "Bitcoin rose above $120,000 on Monday as investors bet that central banks would cut rates. Analysts at Meridian Bank said the token could reach $150,000 by December. The United States government holds about 198,000 bitcoin and El Salvador more than 6,000."),
    ("en", "Halvorsen Mining doubles profit", "Halvorsen Mining, which runs bitcoin farms in Norway and Paraguay, said net profit doubled. The company signed a power contract with a supplier in Texas and bought 300 bitcoin. It appointed Marco Ruiz as finance chief."),
    ("en", "India and Kenya agree to expand trade", "India and Kenya signed an agreement on agriculture on Tuesday during a visit of the Kenyan president to New Delhi. The leaders met farmers and discussed ports. An Indian newspaper asked about bitcoin, but the subject was not raised."),
    ("es", "Minera Halcón duplica beneficios", "Minera Halcón, con granjas de bitcoin en Paraguay y Noruega, duplicó su beneficio. La empresa firmó un contrato de suministro eléctrico con un proveedor de Texas y compró 300 bitcoines. Nombró a Marco Ruiz director financiero."),
    ("es", "Perú y Chile amplían su comercio", "Perú y Chile firmaron el martes un acuerdo sobre agricultura durante la visita del presidente chileno a Lima. Los mandatarios se reunieron con empresarios y hablaron de puertos. Un periodista preguntó por el bitcoin, pero el tema no se trató."),
    ("es", "Un club pagará en bitcoin", "El Club Atlético Bella Loma, de la segunda división de Uruguay, pagará en bitcoin una parte de las primas, tras un acuerdo de patrocinio con la plataforma Tordo Pay. «Es voluntario», aseguró el presidente de la institución, Washington Olmedo."),
]  # fmt: skip


def states(read: dict[str, Any], event: dict[str, Any]) -> list[str]:
    """Return the states that take part in an event, by name."""
    names = {entity["id"]: entity["canonical_en"] for entity in read["entities"] if entity["type"] == "State"}
    return sorted({names[part["id"]] for part in event["participants"] if part["id"] in names})


@pytest.mark.parametrize(("language", "kind", "modality", "date", "who", "text"), TOLD)
def test_states_that_take_part(
    language: str, kind: str, modality: str, date: str | None, who: str, text: str, read: Read
) -> None:
    found = read(language, text, "")
    events = [event for event in found["events"] if event["type"] == kind]
    assert [(event["modality"], event["date"]) for event in events] == [(modality, date)]
    assert states(found, events[0]) == who.split("|")


@pytest.mark.parametrize(("language", "kind", "modality", "who", "text"), EACH)
def test_states_act_each_by_itself(
    language: str, kind: str, modality: str, who: list[str], text: str, read: Read
) -> None:
    found = read(language, text, "")
    assert [(e["type"], e["modality"], states(found, e)) for e in found["events"]] == [
        (kind, modality, [state]) for state in who
    ]


@pytest.mark.parametrize(("language", "kind", "date", "text"), DATED)
def test_date_is_counted_from_the_one_told_last(language: str, kind: str, date: str, text: str, read: Read) -> None:
    events = [event for event in read(language, text, "")["events"] if event["type"] == kind]
    assert events[-1]["date"] == date


@pytest.mark.parametrize(("language", "head", "text"), NOTHING)
def test_no_act_of_states(language: str, head: str, text: str, read: Read) -> None:
    assert read(language, text, head)["events"] == []


def test_nobody_visits_his_own_state(read: Read) -> None:
    head = "Omani minister ends visit to Kazakhstan on bitcoin mining"
    text = (
        "Oman's transport minister, Saeed Al Mawali, ended a visit to Kazakhstan at the invitation of his counterpart. "
        "Oman and Kazakhstan signed a letter of intent on bitcoin mining."
    )
    found = read("en", text, head)
    for event in (event for event in found["events"] if event["type"] == VISIT):
        by_role = {
            role: {p["id"] for p in event["participants"] if p["role"] == role and p["id"] in ("OMN", "KAZ")}
            for role in ("visitor", "host")
        }
        assert by_role == {"visitor": {"OMN"}, "host": {"KAZ"}}


def test_who_answers_between_dashes_is_the_other_side_of_what_he_tells(read: Read) -> None:
    text = (
        "Gabriela Montealegre lleva seis meses al frente de la Superintendencia de Entidades Financieras de Costa Rica. "
        "Vigila las criptomonedas.\n\n"
        "—Dicen que usted es enemiga del bitcóin.\n"
        "—Dicen muchas cosas. El Banco Central de Costa Rica prohibió las criptomonedas en mayo.\n\n"
        "—¿Viene el reglamento de las criptomonedas?\n—Viene. El borrador pasó a consulta en febrero.\n\n"
        "—Usted visitó Singapur en octubre.\n—Sí, para hablar de bitcóin. Firmé un memorando de entendimiento sobre "
        "criptomonedas con la Autoridad Monetaria de Singapur."
    )
    found = read("es", text, "«Bitcóin, no gracias»: habla la superintendente")
    (agreement,) = (event for event in found["events"] if event["type"] == AGREEMENT)
    assert {"CRI", "SGP"} <= {part["id"] for part in agreement["participants"]}
