"""What Spanish news tells by its syntax: infinitives, pronouns before verbs, inverted doers, bodies and their boards."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import Read, states

# what is told, each with its modality and who takes part, and the text
TOLD: list[Any] = [
    (["ReserveAction actual KEN ken-treasury"], "El Tesoro de Kenia se deshizo el martes de 310 bitcoins."),
    (["EstablishmentOfBody actual KEN"], "El Gobierno de Kenia aprobó el lunes la creación de un comité de criptoactivos."),
    (["LegalMeasure actual KEN"], "Los senadores kenianos respaldaron la ley de criptoactivos."),
    (["Statement actual CHL david-luna"], "El senador chileno David Luna respaldó la ley de criptoactivos."),
    (["Statement actual KEN"], "Kenia se burló del bitcoin."),
    (["Statement actual KEN"], "El presidente de Kenia insinuó que el bitcoin es humo."),
    (["LegalMeasure actual KEN"], "Kenia criminalizó la minería ilegal de bitcoin."),
    (["ReserveAction actual KEN"], "Kenia se apropió de 127 bitcoins."),
    (["Agreement actual KEN UGA"], "Kenia y Uganda sellaron solemnemente un convenio sobre criptoactivos."),
    (["Visit actual KEN UGA"], "Dos ministros kenianos volaron el lunes a Uganda para hablar de bitcoin."),
    (["Visit actual KEN UGA"], "La viceministra keniana, que aterrizó ayer en Uganda, habló de bitcoin."),
    (["Visit actual UGA imf"], "El Fondo Monetario Internacional se desplazó el lunes a Uganda para hablar de bitcoin."),
    (["Meeting actual KEN UGA"], "Los ministros de Finanzas de Kenia y Uganda intercambiaron pareceres sobre el bitcoin."),
    (["ReserveAction actual KEN"], "Kenia engordó su reserva con veinte bitcoins."),
    ([], "Kenia atesora 300 bitcoins."),
    (["ReserveAction negated KEN"], "Kenia no va a comprar bitcoin."),
    (["ReserveAction negated KEN"], "Kenia no planea comprar bitcoin."),
    (["ReserveAction negated KEN", "Statement actual KEN"], "Se rumorea que Kenia comprará bitcoin. El ministro de Finanzas de Kenia lo desmintió."),
    (["ReserveAction planned KEN ken-cbk"], "El Banco Central de Kenia tiene 20 bitcoines y prevé venderlos en mayo."),
    (["LegalMeasure negated"], "La moción sobre el bitcoin fue rechazada por siete votos contra cinco."),
    (["Agreement actual KEN UGA"], "Kenia y Uganda acordaron este lunes vigilar juntos las plataformas de criptomonedas."),
    (["EstablishmentOfBody actual KEN ken-consejo-de-activos-virtuales", "LegalMeasure actual KEN"], "El Gobierno de Kenia publicó un decreto por el que se crea el Consejo de Activos Virtuales."),
    (["ReserveAction negated KEN ken-parliament"], "El Parlamento de Kenia tumbó la propuesta de crear una reserva de bitcoin."),
    (["Statement actual KEN julio-otieno ken-cbk"], "El presidente del Banco Central de Kenia, Julio Otieno, pidió prudencia con el bitcoin."),
    (["Agreement actual KEN UGA", "EstablishmentOfBody planned KEN UGA"], "Kenia y Uganda acordaron crear un grupo de trabajo sobre criptoactivos."),
    (["Agreement planned KEN UGA"], "Kenia y Uganda acordaron firmar un memorando sobre criptoactivos."),
    (["LegalMeasure actual KEN ken-cbk"], "El Directorio del Banco Central de Kenia acordó prohibir las criptomonedas."),
    (["LegalMeasure planned KEN ken-cbk", "Statement actual KEN ken-cbk"], "El Banco Central de Kenia prometió prohibir las criptomonedas."),
    (["ReserveAction negated KEN ken-cbk"], "El Banco Central de Kenia descartó comprar bitcoin."),
    (["ReserveAction negated KEN"], "Kenia renuncia a acumular bitcoin."),
    (["Statement actual imf"], "El Fondo Monetario Internacional instó a Kenia a regular los criptoactivos."),
    (["LegalMeasure actual KEN"], "Kenia decidió prohibir el bitcoin."),
    (["LegalMeasure actual KEN", "Statement actual KEN"], "Tras prohibir el bitcoin, Kenia pidió prudencia."),
    (["Statement actual KEN UGA"], "Uganda elogió la ley de criptoactivos de Kenia."),
    (["Statement actual KEN UGA"], "Uganda celebró la ley de criptoactivos de Kenia."),
    (["Meeting actual KEN UGA"], "Kenia y Uganda celebraron la primera ronda de negociaciones sobre monedas estables."),
    ([], "El Banco Central de Kenia celebró ayer su aniversario con una feria de bitcoin."),
    (["Agreement actual KEN UGA"], "Kenia y Uganda dejaron sin efecto el acuerdo sobre criptoactivos."),
    (["LegalMeasure actual KEN"], "Kenia prohibió la compra de bitcoin con tarjeta."),
    (["LegalMeasure negated KEN ken-parliament"], "La Asamblea Nacional de Kenia devolvió a comisión el proyecto sobre criptomonedas."),
    (["LegalMeasure actual KEN ken-parliament"], "La Asamblea Nacional de Kenia aprobó la iniciativa sobre bitcoin."),
    (["Visit actual KEN UGA"], "Una delegación de Uganda llegó el lunes a Kenia para hablar de bitcoin."),
    ([], "El precio del bitcoin llegó ayer en Kenia a su máximo."),
    (["Meeting actual KEN imf william-ruto"], "El presidente de Kenia, William Ruto, recibió a técnicos del Fondo Monetario Internacional para hablar de bitcoin."),
    (["Meeting planned KEN UGA moses-okello william-ruto", "Visit actual KEN UGA moses-okello"], "El ministro de Finanzas de Uganda, Moses Okello, llegó ayer a Nairobi para hablar de bitcoin. Hoy lo recibirá el presidente de Kenia, William Ruto."),
    (["Appointment actual KEN jane-wanjiru ken-cma william-ruto"], "Jane Wanjiru es desde el lunes directora de la Comisión de Valores de Kenia. La nombró el presidente de Kenia, William Ruto."),
    (["Appointment actual KEN jane-wanjiru ken-cma william-ruto"], "William Ruto destituyó a la presidenta de la Comisión de Valores de Kenia, Jane Wanjiru."),
    (["Appointment actual KEN jane-wanjiru ken-cma"], "Jane Wanjiru sustituye a Peter Otieno al frente de la Comisión de Valores de Kenia."),
    (["Appointment planned KEN jane-wanjiru ken-consejo-de-activos-virtuales", "EstablishmentOfBody actual KEN ken-consejo-de-activos-virtuales"], "El Gobierno de Kenia creó el Consejo de Activos Virtuales, que presidirá Jane Wanjiru."),
    (["Meeting actual KEN UGA"], "Los presidentes de Kenia y Uganda abordaron ayer en Nairobi la minería de bitcoin."),
    ([], "El exchange ugandés Nyotapay presentó una tarjeta, y su fundador, Moses Okello, prometió llegar a Kenia en marzo."),
    (["EstablishmentOfBody planned GHA TGO"], "Ghana y Togo formarán una comisión mixta sobre monedas estables."),
    (["Statement actual CHL david-luna"], "Para el senador chileno David Luna, el bitcoin es humo."),
    (["Statement actual GHA gha-bog johnson-asiama"], "Según el gobernador del Banco de Ghana, Johnson Asiama, el bitcoin «no es dinero»."),
    (["LegalMeasure actual TGO"], "Según el Banco de Ghana, Togo prohibió el bitcoin."),
    ([], "Para la empresa ghanesa Nyotapay, el bitcoin es el futuro."),
    (["Appointment actual GHA ama-mensah gha-bog", "Statement actual GHA ama-mensah gha-bog"], "La gobernadora del Banco de Ghana, Ama Mensah, dimitió ayer. El cargo, dijo en una carta, «quedó sin dientes» ante las criptomonedas."),
    (["Meeting actual ESP PRT alvaro-sotomayor-rey duarte-vilaverde"], "El ministro de Economía, Comercio y Empresa de España, Álvaro Sotomayor Rey, y el ministro de Finanzas de Portugal, Duarte Vilaverde, presidieron ayer una reunión sobre criptoactivos."),
    (["Meeting actual CHL PRT ana-rojas jose-salas"], "El ministro de Hacienda de Chile, José Salas y la ministra de Finanzas de Portugal, Ana Rojas, se reunieron para hablar de bitcoin."),
    (["ReserveAction actual KEN"], "Kenia sumó ayer 40 bitcoins a su reserva nacional."),
    (["ReserveAction negated CZE cze-cnb"], "El Banco Nacional Checo desestimó incluir bitcoin entre sus activos."),
    (["ReserveAction planned GEO geo-nbg"], "El Banco Nacional de Georgia estudia destinar a bitcoin el 1 % de sus reservas."),
    (["ReserveAction negated GHA", "ReserveAction negated KEN"], "Ni el Gobierno de Kenia ni el de Ghana contemplan sumar bitcoin a sus reservas."),
    (["LegalMeasure background KEN"], "La comisión reguladora de Kenia subió en enero un 14 % la tarifa eléctrica a los mineros de bitcoin."),
    (["LegalMeasure background KEN"], "Kenia obliga desde 2023 a los mineros de bitcoin a declarar sus equipos."),
    (["LegalMeasure actual KEN william-ruto"], "El presidente de Kenia, William Ruto, devolvió ayer sin firmar la ley de criptoactivos."),
    (["LegalMeasure actual CHL chl-senate"], "El Senado de Chile dio media sanción, con 19 votos, al proyecto de ley de criptoactivos."),
    (["LegalMeasure actual KEN nyotapay"], "Un tribunal de Kenia confirmó ayer la multa contra la plataforma Nyotapay por operar sin registro."),
    (["Appointment actual bis marcela-undurraga"], "El Banco de Pagos Internacionales puso ayer a la chilena Marcela Undurraga al frente de su centro de tokenización."),
    (["LegalMeasure negated PER per-congress"], "El Congreso de Perú archivó el proyecto sobre criptoactivos."),
    (["Statement actual CHL"], "Chile apoyó la propuesta de Perú sobre el bitcoin y logró el apoyo de su activo más líquido."),
    (["Agreement actual KEN RWA peter-otieno", "Visit actual KEN UGA peter-otieno"], "El ministro de Hacienda de Kenia, Peter Otieno, visitó ayer Uganda. El lunes firmó un acuerdo con Ruanda sobre bitcoin."),
    (["Meeting actual KEN RWA patrice-habimana peter-otieno", "Visit actual KEN UGA peter-otieno"], "El ministro de Hacienda de Kenia, Peter Otieno, visitó ayer Uganda. A la mañana siguiente se reunió con el presidente de Ruanda, Patrice Habimana."),
    (["Visit actual KEN UGA peter-otieno"], "El ministro de Hacienda de Kenia, Peter Otieno, visitó ayer Uganda. En la capital los comerciantes pidieron prudencia con el bitcoin."),
    (["Statement actual KEN jane-wanjiru", "Visit actual KEN UGA jane-wanjiru"], "La ministra de Hacienda de Kenia, Jane Wanjiru, visitó ayer Uganda. «El bitcoin no es dinero», manifestó la funcionaria ante los periodistas."),
    (["Statement actual URY virginia-rampoldi"], "La ministra de Industria de Uruguay, Virginia Rampoldi, defendió el bitcoin."),
    pytest.param(
        ["LegalMeasure actual CUB antillana-de-giros cub-bcc"],
        "El Banco Central de Cuba concedió a la estatal Antillana de Giros una licencia para operar con criptomonedas.",
        marks=pytest.mark.xfail(strict=True, reason="a firm that only its own name tells from a place is not read"),
    ),
    (["ReserveAction actual BTN"], "Bután se deshizo el martes de 310 bitcoins."),
    (["ReserveAction actual KEN"], "Kenia compró 850 bitcoins, según reveló este jueves la ministra de Hacienda, Jane Wanjiru."),
    ([], "El Salvador declara cerca de 7.700 bitcoins."),
    (["Meeting actual CHL GHA gha-bog johnson-asiama nicolas-arostegui"], "El texto quedó listo durante la reunión que el ministro de Hacienda de Chile, Nicolás Aróstegui, sostuvo en Valparaíso con el gobernador del Banco de Ghana, Johnson Asiama, sobre bitcoin."),
    (["Statement actual KEN", "Statement actual european-union"], "Kenia pidió ayer licencias para sus plataformas. Bruselas rechazó la propuesta sobre criptomonedas."),
    (["Agreement planned BEL KEN", "Statement actual BEL"], "Kenia y Bélgica negocian un tratado sobre criptomonedas. Bruselas rechazó la propuesta sobre bitcoin."),
    (["Agreement background ARG PRY arg-fiscalia-de-argentina"], "El convenio que la Fiscalía de Argentina había celebrado en 2024 con Paraguay sobre criptomonedas sigue vigente."),
    (["Meeting actual GHA RWA gha-bog marc-addo solange-uwimana"], "La reunión que mantuvieron ayer en Kigali la ministra de Finanzas de Ruanda, Solange Uwimana, y el gobernador del Banco de Ghana, Marc Addo, trató de criptomonedas."),
    (["Meeting planned GHA KEN jane-wanjiru"], "La ministra de Hacienda de Kenia, Jane Wanjiru, se sentará el lunes con delegados de Ghana para tratar la minería de bitcoin."),
    (["Appointment background KEN jane-wanjiru ken-cma", "Statement actual KEN jane-wanjiru ken-cma"], "Designada en enero directora de la Comisión de Valores de Kenia, Jane Wanjiru prometió una ley de criptomonedas."),
    (["Appointment actual KEN jane-wanjiru ken-cma", "Statement actual KEN jane-wanjiru"], "Jane Wanjiru, nombrada ayer directora de la Comisión de Valores de Kenia, pidió prudencia con el bitcoin."),
    (["Appointment actual KEN jane-wanjiru ken-cma"], "La Comisión de Valores de Kenia tiene nueva directora: Jane Wanjiru."),
    (["EstablishmentOfBody planned KEN"], "Kenia contará con una comisión de criptoactivos a partir de enero."),
    (["LegalMeasure actual KEN ken-parliament"], "El Parlamento de Kenia aprobó ayer en segundo debate la ley de criptoactivos."),
    (["Agreement actual KEN UGA"], "Con un apretón de manos sellaron ayer Kenia y Uganda su pacto sobre monedas estables."),
    (["Agreement actual KEN UGA"], "Kenia se descolgó ayer del convenio con Uganda sobre criptoactivos."),
    (["Agreement actual KEN UGA"], "Kenia y Uganda han hecho causa común contra las estafas con bitcoin."),
    (["Agreement actual GHA TGO"], "Ghana y Togo prorrogaron por dos años el memorando sobre criptoactivos."),
    (["Meeting actual KEN UGA"], "Reunión relámpago en Kampala: los ministros keniano y ugandés conversaron sobre bitcoin."),
    (["Meeting planned KEN UGA"], "Kenia ha pedido una reunión a Uganda para hablar de bitcoin."),
    (["Meeting actual KEN UGA"], "Los vicepresidentes económicos de Kenia y Uganda repasaron el lunes los planes de moneda digital."),
    (["Visit actual KEN"], "Aterrizó ayer en Kampala el ministro keniano de Finanzas para hablar de bitcoin."),
    (["Visit planned KEN"], "Los supervisores de Kenia permanecerán una semana en Kampala para estudiar los exchanges de criptomonedas."),
    (["Visit actual KEN UGA"], "El ministro keniano emprendió ayer una breve visita a Uganda para hablar de bitcoin."),
    (["Statement actual KEN"], "La ministra keniana de Finanzas arremetió contra los mineros de bitcoin."),
    (["Statement actual KEN"], "Para la ministra keniana de Finanzas, el bitcoin es humo."),
    (["Statement actual GHA gha-bog"], "A ojos del Banco de Ghana, el bitcoin es humo."),
    (["Statement negated GHA gha-bog"], "El Banco de Ghana rehusó valorar las monedas estables."),
    (["Statement actual GHA gha-bog"], "El Banco de Ghana no ve motivos para emitir un cedi digital."),
    ([], "Un funcionario keniano dijo que el bitcoin es humo."),
    (["Statement actual GHA gha-bog"], "El Banco de Ghana ve en las monedas estables un peligro."),
    (["EstablishmentOfBody actual KEN"], "Kenia ya tiene regulador de criptoactivos."),
    (["EstablishmentOfBody actual KEN ken-parliament"], "El Parlamento de Kenia aprobó crear una comisión de activos digitales."),
    (["EstablishmentOfBody negated KEN"], "El Gobierno de Kenia enterró la idea de una agencia de criptomonedas."),
    (["EstablishmentOfBody actual KEN ken-consejo-keniano-de-activos-virtuales"], "Quedó instalado anoche en Nairobi el Consejo Keniano de Activos Virtuales."),
    (["EstablishmentOfBody actual KEN"], "El presidente de Kenia alumbró por decreto una agencia de criptoactivos."),
    (["Agreement actual KEN UGA"], "Kenia y Uganda firmaron un memorando para homologar las licencias de sus exchanges de criptomonedas."),
    (["Agreement actual UGA imf"], "Uganda firmó con el Fondo Monetario Internacional un préstamo que prohíbe acumular bitcoin."),
    (["LegalMeasure actual KEN ken-parliament"], "El Parlamento de Kenia avaló ayer, con 200 votos, la ley de criptoactivos."),
    ([], "El exchange Nyotapay prohibió a sus clientes de Kenia comprar bitcoin."),
    (["LegalMeasure actual KEN ken-tribunal-supremo-de-kenia"], "El Tribunal Supremo de Kenia sentenció que el bitcoin es un bien."),
    (["LegalMeasure actual KEN"], "Kenia limitó las compras de criptomonedas con tarjeta."),
    (["ReserveAction planned KEN"], "El ministro de Finanzas de Kenia propuso el lunes comprar bitcoin para las reservas."),
    (["ReserveAction actual CZE cze-cnb"], "El Banco Nacional Checo metió bitcoin en su cartera."),
    (["ReserveAction background KEN"], "Las monedas que Kenia había apartado en 2023 en bitcoin siguen en la caja."),
    (["ReserveAction actual KEN"], "Kenia sacó a subasta 300 bitcoins."),
    (["Appointment actual KEN ken-cma"], "El directorio de la Comisión de Valores de Kenia dimitió en bloque por el escándalo del bitcoin."),
    (["Appointment actual KEN jane-wanjiru ken-cbk ken-parliament"], "El Parlamento de Kenia eligió gobernadora del Banco Central de Kenia a Jane Wanjiru."),
    (["Appointment actual KEN jane-wanjiru ken-cma"], "La nueva directora de la Comisión de Valores de Kenia es Jane Wanjiru."),
    (["Appointment negated KEN jane-wanjiru ken-cma"], "Jane Wanjiru declinó el cargo de directora de la Comisión de Valores de Kenia, que vigila el bitcoin."),
    (["ReserveAction negated KEN ken-cbk", "Statement actual KEN ken-cbk"], "El Banco Central de Kenia desmintió haber comprado bitcoin."),
    (["Agreement negated KEN UGA", "Statement actual KEN UGA"], "Kenia negó haber pactado con Uganda una ley sobre criptoactivos."),
    (["ReserveAction actual KEN ken-cbk"], "El Banco Central de Kenia compró 85 bitcoins. Dicen los foros que habrá más, y dicen que pronto."),
    ([], "«De criptos no sabemos nada», decía ayer una comerciante de Kenia."),
    (["LegalMeasure actual KEN ken-parliament"], "El Parlamento de Kenia no aprobó hasta el lunes la ley de criptoactivos."),
    (["Visit actual KEN UGA"], "Concluyó la gira del ministro keniano por Uganda para hablar de bitcoin."),
    (["Agreement planned KEN UGA ken-cbk uga-bou"], "El Banco Central de Kenia prevé suscribir, en el curso del año, un memorando sobre bitcoin con el Banco de Uganda."),
    (["Agreement actual KEN UGA ken-cbk uga-bou"], "El Banco Central de Kenia y el Banco de Uganda suscribieron un memorando sobre bitcoin, informó la entidad keniana en un comunicado."),
    (["Statement actual KEN ken-cbk"], "El Banco Central de Kenia advirtió sobre las plataformas de bitcoin no autorizadas."),
    (["ReserveAction negated KEN ken-treasury", "Statement actual KEN ken-treasury"], "El Ministerio de Finanzas de Kenia negó que piense vender los bitcoines."),
    ([], "La tecnológica Nodalia, fundada en 2017 por dos ingenieros, vende bitcoin en Kenia."),
    (["EstablishmentOfBody actual KEN ken-consejo-de-criptoactivos ken-parliament"], "El Consejo de Criptoactivos fue creado en marzo por el Parlamento de Kenia."),
]  # fmt: skip


def told(read: dict[str, Any]) -> list[str]:
    """Return the events of a text with their modality and who takes part."""
    return sorted(
        " ".join([event["type"], event["modality"], *sorted(part["id"] for part in event["participants"])])
        for event in read["events"]
    )


@pytest.mark.parametrize(("events", "text"), TOLD)
def test_who_does_what(events: list[str], text: str, read: Read) -> None:
    assert told(read("es", text)) == events


def test_a_person_is_of_the_state_that_opens_the_paragraph(read: Read) -> None:
    text = (
        "El Banco Central de Chile compró bitcoin el martes.\n\nArgentina, en tanto, disolvió en mayo la unidad que "
        "investigaba la memecoin. El ministro de Economía, Martín Doñate, renunció dos semanas antes."
    )
    (event,) = (e for e in read("es", text)["events"] if e["type"] == "Appointment")
    assert (
        {"martin-donate", "ARG"}
        <= {part["id"] for part in event["participants"]}
        <= {"martin-donate", "ARG", "arg-mecon"}
    )


def test_the_official_who_says_so_is_the_one_named_last(read: Read) -> None:
    text = (
        "La Comisión para el Mercado Financiero de Chile sancionó a una plataforma de criptomonedas en febrero. El "
        "ministro de Hacienda, Nicolás Grau, descartó que el fisco vaya a comprar bitcoin. «No está en nuestros planes», "
        "afirmó el funcionario."
    )
    said = [e for e in read("es", text)["events"] if e["type"] == "Statement"]
    assert {part["id"] for e in said for part in e["participants"] if part["role"] == "speaker"} <= {
        "nicolas-grau",
        "chl-hacienda",
    }


def test_a_body_is_not_the_one_of_that_name_in_another_state(read: Read) -> None:
    found = {
        e["id"] for e in read("es", "Habló de bitcoin el director de la Oficina del Bitcoin de Bután.")["entities"]
    }
    assert "slv-bitcoin-office" not in found


def test_a_portfolio_is_no_place(read: Read) -> None:
    text = "El ministro paraguayo de Industria y Comercio, Marcos Riquelme, habló de bitcoin."
    assert [e for e in read("es", text)["entities"] if e["type"] == "Place"] == []


NOTHING_OF_STATES = {
    "who travels for a firm": (
        "La plataforma ghanesa Nyotapay vendió 900 bitcoines el lunes. Su fundador, Kofi Boakye, reconoció pérdidas y "
        "prometió viajar a Kenia en julio."
    ),
    "a post in an unnamed firm": (
        "Ama Darko, vicepresidenta de la empresa para África, firmó el convenio de bitcoin y viajará el lunes a Kenia."
    ),
    "what a treaty of trade opens": (
        "Las criptomonedas cedieron un 3 %. Ghana y Togo firmaron un protocolo que rebaja los aranceles al cacao. La "
        "ministra de Economía de Ghana, Ama Darko, destacó que el tratado abre una puerta."
    ),
    "the committee of nobody in a text of firms": (
        "Nyotapay subió un 3 % en la bolsa de Acra. Es la mayor casa de cambio del país. Cobra poco por guardar bitcoin. "
        "Tiene mil clientes en Ghana y Ghana es su mercado. Ha creado además un comité interno de criptoactivos."
    ),
}


@pytest.mark.parametrize("text", NOTHING_OF_STATES.values(), ids=NOTHING_OF_STATES)
def test_what_firms_do_and_other_matters_are_no_events(text: str, read: Read) -> None:
    assert told(read("es", text)) == []


MORE_TOLD: list[tuple[list[str], str]] = [
    (["Visit actual MEX UGA ana-lopez"], "La secretaria de Economía de México, Ana López, visitó Uganda el lunes."),
    (["LegalMeasure actual MEX mex-finance-ministry"], "La Secretaría de Hacienda de México prohibió el bitcoin el lunes."),
    (["Meeting planned KEN imf ken-parliament"], "La Asamblea Nacional de Kenia recibirá el martes a una misión del Fondo Monetario Internacional para hablar de bitcoin."),
    (["Agreement actual KEN UGA julio-otieno moses-okello"], "El ministro keniano Julio Otieno puso su firma junto a la de su colega ugandés, Moses Okello, en un acuerdo sobre bitcoin."),
    (["Statement actual KEN julio-otieno"], "El ministro de Kenia, Julio Otieno, habló del bitcoin. «Una reserva que nace de la lluvia no debe nada a nadie», celebró Otieno."),
    ([], "El Banco Central de Kenia debate el bitcoin. «Es una moda», resumía un gestor."),
    ([], "El puente de Kenia costó 40 millones y nadie lo pagó en bitcoin."),
    (["LegalMeasure actual KEN"], "En Kenia quedó aprobado ayer, en segundo debate, el proyecto de ley 312, que ordena el registro de criptoactivos."),
]  # fmt: skip


@pytest.mark.parametrize(("events", "text"), MORE_TOLD)
def test_who_does_what_in_longer_forms(events: list[str], text: str, read: Read) -> None:
    assert told(read("es", text)) == events


#: What is told and its date, in news of Wednesday, 12 March 2025.
DATED: list[tuple[str, str]] = [
    ("2025-03-05", "En la sesión del día 5 el Banco Central de Kenia prohibió el bitcoin."),
    ("2025-03-03", "El lunes de la semana pasada Kenia y Uganda firmaron un acuerdo sobre bitcoin."),
    ("2025-02-03", "Una delegación de Uganda visitó Kenia del 3 al 14 de febrero para hablar de bitcoin."),
    ("2025-02-05", "La Junta Monetaria de Kenia, en sesión celebrada el 5 de febrero, prohibió el bitcoin."),
    ("2025-06-03", "Kenia y Uganda aplazaron hasta el 3 de junio la firma del acuerdo sobre bitcoin."),
    ("2025-03-12", "Kenia instaló en la mañana de hoy el Consejo de Criptoactivos."),
    ("2022", "Kenia tiene experiencia: en 2022 promulgó una ley de criptoactivos."),
    ("2025-03-12", "Sigue la sesión.\n\n13.10 | El Banco Central de Kenia prohibió el bitcoin."),
    ("2025-03-17", "El Parlamento de Kenia votará el lunes la ley de criptoactivos."),
    ("2025-03-10", "Kenia puso el lunes en marcha su Consejo de Criptoactivos."),
    ("2025-03-07", "La ley de criptoactivos de Kenia entró el pasado viernes en vigor."),
]


@pytest.mark.parametrize(("date", "text"), DATED)
def test_when(date: str, text: str, read: Read) -> None:
    assert [event["date"] for event in read("es", text)["events"]] == [date]


def test_peace_is_no_city(read: Read) -> None:
    told = read(
        "es", "La paz con las criptomonedas llegó a Chile en junio. El ministro viajó a La Paz para hablar de bitcoin."
    )
    assert {one["canonical_en"]: one["mentions"] for one in told["entities"]}["La Paz"] == ["La Paz"]


def test_an_officer_is_of_the_state_whose_body_acts_before_him(read: Read) -> None:
    text = (
        "El presidente de El Salvador habló de bitcoin. El Salvador compra.\n\nEl Congreso paraguayo rechazó el proyecto de "
        "ley sobre minería. El senador Rubén Acosta dijo que el bitcoin es un riesgo."
    )
    (told,) = (e for e in read("es", text)["events"] if e["type"] == "Statement" and states(e) - {"SLV"})
    assert states(told) == {"PRY"}


def test_whom_a_verb_names_stands_behind_its_preposition(read: Read) -> None:
    text = "El presidente de Chile nombró al frente del consejo de criptoactivos a Ana Ruiz Soto, en reemplazo de Pedro Paz."
    (told,) = read("es", text)["events"]
    assert {part["id"] for part in told["participants"] if part["role"] == "appointee"} == {"ana-ruiz-soto"}
