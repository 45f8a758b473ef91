"""For every letter of the municipality a made-up case it goes out in: for the preview of own words, and for tests.

Maandag 7 september 2026 is the day of the melding; the stories read from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from keukentafel.brieven.gemeente.beeld import Afzender
from keukentafel.brieven.gemeente.maken import stel_op
from keukentafel.brieven.gemeente.model import Ontvanger, Opgesteld
from keukentafel.brieven.gemeente.soorten import BRIEVEN
from keukentafel.procedure import Beoordeling, beoordeel, casus_uit_dict

Feiten = list[dict[str, Any]]

ONTVANGER = Ontvanger("M. de Vries-Jansen", "Lindelaan 12", "1234 AB  Voorbeeldstad")


def feit(soort: str, datum: str, **velden: Any) -> dict[str, Any]:
    """A fact as in a case file."""
    return {"soort": soort, "datum": datum, **velden}


MELDING = feit(
    "melding_ontvangen",
    "2026-09-07",
    kanaal="telefoon",
    behoeften=[
        {"id": "b1", "leefgebied": "huishouden", "vraag": "Ik kan niet meer stofzuigen en ramen lappen"},
        {"id": "b2", "leefgebied": "vervoer", "vraag": "Ik kom niet meer bij mijn koor"},
    ],
)
BEVESTIGD = feit("ontvangst_bevestigd", "2026-09-09", wijze="brief")
GESPREK = feit("gesprek_gevoerd", "2026-09-24", vorm="huisbezoek", aanwezig=["inwoner"])
AANVRAAG = feit("aanvraag_ontvangen", "2026-10-05", behoeften=["b1", "b2"], leveringsvorm="pgb")
WIE = {"naam": "Sanne de Boer", "organisatie": "de gemeente Voorbeeldstad", "functie": "Wmo-consulent"}
VORM = feit("onderzoeksvorm_gekozen", "2026-09-14", vorm="huisbezoek", reden="wens_inwoner")
UITNODIGING = feit(
    "uitnodiging_verstuurd", "2026-09-11", wijze="brief", gesprek_op="2026-09-24T14:00", gesprekspartner=WIE
)
DELEN = [
    "behoeften", "netwerk", "mogelijkheden_gemeente", "ondersteuning_mantelzorger", "reactie_persoonlijk_plan",
    "aanvraag_maatwerk", "eigen_bijdrage", "pgb", "status_en_procedure",
]  # fmt: skip
VERSLAG = feit(
    "verslag_verstuurd",
    "2026-10-02",
    onderdelen=DELEN,
    behoeften=[
        {
            "id": "b1",
            "soort_oplossing": "maatwerk",
            "oplossing": "Elke week twee uur hulp voor het zware schoonmaakwerk.",
            "reden": "Bukken en tillen lukt niet meer door uw rug.",
        },
        {"id": "b2", "soort_oplossing": "netwerk", "oplossing": "Uw buurvrouw rijdt u op woensdag naar het koor."},
    ],
    teksten={
        "netwerk": "Uw dochter komt op zaterdag. Zij doet de was en de boodschappen.",
        "ondersteuning_mantelzorger": "Uw dochter kan elke maand naar het mantelzorgcafé.\n\nZij wil graag een vast"
        " aanspreekpunt.",
        "reactie_persoonlijk_plan": "U schreef dat u zelf wilt blijven koken. Dat vinden wij een goed plan.",
    },
)
BESLUIT = feit(
    "besluit_bekendgemaakt",
    "2026-10-15",
    uitkomst="deels_toegekend",
    beslist_door="Ruben Visser",
    behoeften=[
        {
            "id": "b1",
            "uitkomst": "toegekend",
            "voorziening": "hulp bij het huishouden, twee uur per week, budget € 180,00 per vier weken",
            "leveringsvorm": "pgb",
            "reden": "Zo kunt u in uw eigen huis blijven wonen.",
            "pgb_voorwaarden": {"bekwaam": "ja", "gemotiveerd": "ja", "kwaliteit": "ja"},
            "reden_pgb": "Uw dochter helpt u met het budget.",
        },
        {
            "id": "b2",
            "uitkomst": "afgewezen",
            "grond": "netwerk",
            "reden": "Uw buurvrouw wil u blijven brengen. Dat zei zij ons op 12 oktober.",
        },
    ],
    motivering=True,
    gebaseerd_op_verslag=True,
    rechtsmiddelenclausule=True,
    ingangsdatum="2026-11-01",
    einddatum="2028-10-31",
)
MINDER = {
    "id": "b1",
    "uitkomst": "toegekend",
    "voorziening": "hulp bij het huishouden, één uur per week, budget € 92,00 per vier weken",
    "leveringsvorm": "pgb",
    "pgb_voorwaarden": {"bekwaam": "ja", "gemotiveerd": "ja", "kwaliteit": "ja"},
    "reden": "Sinds dit voorjaar doet u het lichte werk weer zelf. Dat zei u in het gesprek van 20 september 2027.",
}
BEZWAAR = feit("bezwaar_ontvangen", "2026-10-26", ondertekend_en_gemotiveerd=False, commissie=True)
INGEBREKE = feit("ingebrekestelling_ontvangen", "2026-10-20", betreft="aanvraag")
TOT_VERSLAG: Feiten = [MELDING, BEVESTIGD, UITNODIGING, GESPREK, feit("verslag_getoetst", "2026-10-01")]
TOT_AANVRAAG: Feiten = [*TOT_VERSLAG, VERSLAG, AANVRAAG]
TOT_BEZWAAR: Feiten = [*TOT_AANVRAAG, BESLUIT, BEZWAAR]

VOORBEELDEN: dict[str, tuple[Feiten, dict[str, Any]]] = {
    "bevestiging-melding": ([MELDING], BEVESTIGD),
    "uitnodiging": ([MELDING, BEVESTIGD, VORM | {"datum": "2026-09-10"}], UITNODIGING),
    "afspraak-verzet": (
        [MELDING, BEVESTIGD, UITNODIGING],
        feit("gesprek_verzet", "2026-09-15", door="inwoner", naar="2026-09-28T10:30"),
    ),
    "clientondersteuner": (
        [MELDING, BEVESTIGD],
        feit("clientondersteuner_toegewezen", "2026-09-15", naam="Farida Haddou", organisatie="Samen Sterk",
             onafhankelijk=True),
    ),
    "doorgezonden": ([MELDING], feit("doorgezonden", "2026-09-08", naar="de gemeente Anderedorp")),
    "tijdelijke-voorziening": (
        [MELDING, feit("spoed_vastgesteld", "2026-09-08")],
        feit("tijdelijke_voorziening_verstrekt", "2026-09-08", voorziening="elke ochtend hulp bij opstaan",
             toelichting="U bent gevallen en u woont alleen."),
    ),
    "gegevens-gevraagd": (
        [MELDING, BEVESTIGD, VORM | {"datum": "2026-09-10"}],
        feit("gegevens_gevraagd", "2026-09-15", gegevens="medisch", behoefte="b1",
             doel="Wij willen weten hoe zwaar u mag tillen. Dan weten wij welk werk in huis u zelf nog kunt doen."),
    ),
    "verslag": (TOT_VERSLAG, VERSLAG),
    "bevestiging-aanvraag": (
        TOT_AANVRAAG, feit("ontvangst_bevestigd", "2026-10-06", wijze="brief", betreft="aanvraag"),
    ),
    "aanvulling": (
        TOT_AANVRAAG,
        feit("aanvulling_gevraagd", "2026-10-08", tot="2026-10-22",
             toelichting="Wie u wilt inhuren van uw pgb.\n\nWat die persoon per uur kost."),
    ),
    "verlenging": (
        TOT_AANVRAAG,
        feit("beslistermijn_verlengd", "2026-10-16", tot="2026-11-02", schriftelijk=True, instemming=False,
             toelichting="Het advies van de ergotherapeut is er nog niet."),
    ),
    "besluit": (TOT_AANVRAAG, BESLUIT),
    "besluit-buiten-behandeling": (
        [*TOT_AANVRAAG, feit("aanvulling_gevraagd", "2026-10-08", tot="2026-10-22")],
        feit("besluit_bekendgemaakt", "2026-10-29", uitkomst="buiten_behandeling", beslist_door="Ruben Visser",
             motivering=True, toelichting="Wij vroegen op 8 oktober wie u wilt inhuren. U stuurde ons niets."),
    ),
    "dwangsombesluit": (
        [*TOT_AANVRAAG, INGEBREKE, BESLUIT | {"datum": "2026-11-20"}],
        feit("dwangsombesluit_bekendgemaakt", "2026-11-24", bedrag="392.00"),
    ),
    "bevestiging-bezwaar": (
        TOT_BEZWAAR, feit("ontvangst_bevestigd", "2026-10-28", wijze="brief", betreft="bezwaar"),
    ),
    "bezwaar-aanvullen": (TOT_BEZWAAR, feit("verzuim_herstel_gevraagd", "2026-11-02", tot="2026-11-23")),
    "bezwaar-verdaagd": (TOT_BEZWAAR, feit("bezwaartermijn_verdaagd", "2026-12-14", weken=6, schriftelijk=True)),
    "hoorzitting": (
        TOT_BEZWAAR,
        feit("hoorzitting_gepland", "2026-11-16", op="2026-12-10T10:30", plaats="gemeentehuis, Marktplein 1, kamer 2"),
    ),
    "beslissing-op-bezwaar": (
        [*TOT_BEZWAAR, feit("commissieadvies_ontvangen", "2027-01-11", richting="deels_gegrond")],
        feit("beslissing_op_bezwaar_bekendgemaakt", "2027-01-18", uitkomst="deels_gegrond", beslist_door="Lotte Kuiper",
             toelichting="Uw buurvrouw is verhuisd. Daarom krijgt u voor de rit naar het koor een taxipas."),
    ),
    "bevestiging-klacht": (
        [MELDING, feit("klacht_ontvangen", "2026-10-20", over="bejegening")],
        feit("ontvangst_bevestigd", "2026-10-21", wijze="brief", betreft="klacht"),
    ),
    "klacht-afgedaan": (
        [MELDING, feit("klacht_ontvangen", "2026-10-20", over="bejegening")],
        feit("klacht_afgedaan", "2026-11-17", betrokken=False,
             toelichting="Onze medewerker liet u niet uitpraten. Dat had niet gemogen.\n\nUw klacht is terecht. Wij"
             " hebben er met de medewerker over gepraat. U krijgt een andere gespreksvoerder."),
    ),
    "besluit-gewijzigd": (
        [*TOT_AANVRAAG, BESLUIT, feit("heronderzoek_gestart", "2027-09-01", aanleiding="periodiek")],
        feit("besluit_gewijzigd", "2027-10-04", ingangsdatum="2028-01-03", motivering=True, overgangstermijn_weken=13,
             beslist_door="Ruben Visser", rechtsmiddelenclausule=True, behoeften=[MINDER]),
    ),
    "besluit-ingetrokken": (
        [*TOT_AANVRAAG, BESLUIT, feit("heronderzoek_gestart", "2027-09-01", aanleiding="verzoek")],
        feit("besluit_ingetrokken", "2027-10-04", ingangsdatum="2027-11-01", motivering=True,
             toelichting="U vertelde ons dat uw dochter bij u komt wonen. U wilt de hulp daarom niet meer."),
    ),
    "inzage": ([MELDING, feit("inzage_gevraagd", "2026-10-01")], feit("inzage_gegeven", "2026-10-08")),
    "vernietiging": (
        [MELDING, feit("vernietiging_gevraagd", "2026-10-01")],
        feit("vernietiging_beantwoord", "2026-10-20",
             toelichting="Wij vernietigen uw gegevens op 2 november 2026. Alleen de betalingen bewaren wij."),
    ),
}  # fmt: skip


def voorbeeldbrief(naam: str, afzender: Afzender) -> list[Opgesteld]:
    """The letter of this name in its made-up case, in Dutch and as English reading version. Raises KeyError."""
    voor, erbij = VOORBEELDEN[naam]
    return brieven(voor, erbij, afzender, _beoordeling(naam))


def brieven(
    voor: Feiten, erbij: Mapping[str, Any], afzender: Afzender, beoordeling: Beoordeling | None = None
) -> list[Opgesteld]:
    """The letter with this fact after those."""
    dag = date.fromisoformat(str(erbij["datum"]))
    velden = {n: w for n, w in erbij.items() if n not in ("soort", "datum")}
    oordeel = beoordeling or beoordeeld(voor, erbij)
    return stel_op(str(erbij["soort"]), len(voor) + 1, dag, velden, oordeel, dict.fromkeys(BRIEVEN, afzender))


def beoordeeld(voor: Feiten, erbij: Mapping[str, Any]) -> Beoordeling:
    """The judgement of the made-up case on the day of its last fact."""
    dag = date.fromisoformat(str(erbij["datum"]))
    gegevens = {
        "zaak": "WMO-2026-0456", "gemeente": "Voorbeeldstad", "peildatum": dag, "feiten": [*voor, dict(erbij)],
        "huishouden": {"personen": 1, "aow_gerechtigd": True},
    }  # fmt: skip
    return beoordeel(casus_uit_dict(gegevens, vandaag=dag))


@cache
def _beoordeling(naam: str) -> Beoordeling:
    return beoordeeld(*VOORBEELDEN[naam])
