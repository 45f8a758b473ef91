"""For every letter a case it fits: the day of writing and the facts. Read them as small stories."""

from __future__ import annotations

from datetime import date
from typing import Any

from keukentafel.brieven.gemeente.voorbeelden import (
    AANVRAAG,
    BEVESTIGD,
    GESPREK,
    INGEBREKE,
    MELDING,
    Feiten,
    feit,
)
from keukentafel.procedure import Casus, beoordeel, casus_uit_dict

AFZENDER = {
    "naam": "Marga de Vries-Jansen",
    "adres": "Lindelaan 12",
    "postcode": "1234 AB",
    "plaats": "Voorbeeldstad",
    "telefoon": "06 00 00 00 00",
    "email": "marga@voorbeeld.example",
    "geboortedatum": "3 maart 1948",
    "gemeente": "Voorbeeldstad",
    "gemeente_adres": "Postbus 100",
    "gemeente_postcode": "1234 ZZ",
    "gemeente_plaats": "Voorbeeldstad",
    "gemeente_email": "wmo@voorbeeldstad.example",
    "kenmerk": "WMO-2026-0456",
}


# The melding came on maandag 7 september 2026; six weeks later is maandag 19 oktober.
UITNODIGING = feit("uitnodiging_verstuurd", "2026-09-14", wijze="brief", gesprek_op="2026-09-24")
VERSLAG = feit(
    "verslag_verstuurd",
    "2026-10-02",
    onderdelen=["behoeften", "netwerk", "mogelijkheden_gemeente", "aanvraag_maatwerk", "status_en_procedure"],
    behoeften=[{"id": "b1", "oplossing": "hulp bij het huishouden", "soort_oplossing": "maatwerk"}],
)
# The application came on maandag 5 oktober 2026; two weeks later is maandag 19 oktober.
BESLUIT = feit(
    "besluit_bekendgemaakt",
    "2026-10-15",
    uitkomst="deels_toegekend",
    behoeften=[{"id": "b1", "uitkomst": "afgewezen", "reden": "te hoog inkomen", "grond": "inkomen_of_vermogen"}],
    motivering=False,
    gebaseerd_op_verslag=True,
    rechtsmiddelenclausule=False,
)
BEZWAAR = feit("bezwaar_ontvangen", "2026-10-26", ondertekend_en_gemotiveerd=False, commissie=False)
# Notice of default on dinsdag 20 oktober: from woensdag 4 november, two weeks later, the penalty runs.
TOT_VERSLAG: Feiten = [MELDING, BEVESTIGD, UITNODIGING, GESPREK, VERSLAG]
TOT_AANVRAAG: Feiten = [*TOT_VERSLAG, AANVRAAG]
TOT_BESLUIT: Feiten = [*TOT_AANVRAAG, BESLUIT]

GEVALLEN: dict[str, tuple[str, Feiten]] = {
    "melding-doen": ("2026-09-07", []),
    "melding-bevestigen": ("2026-09-10", [MELDING]),
    "spoed": ("2026-09-08", [MELDING]),
    "persoonlijk-plan": ("2026-09-11", [MELDING, BEVESTIGD]),
    "clientondersteuning-vragen": ("2026-09-11", [MELDING, BEVESTIGD]),
    "andere-clientondersteuner": (
        "2026-09-16",
        [MELDING, feit("clientondersteuner_toegewezen", "2026-09-15", naam="P. Jansen", onafhankelijk=True)],
    ),
    "uitnodiging-vragen": ("2026-09-22", [MELDING, BEVESTIGD]),
    "gesprek-thuis": ("2026-09-15", [MELDING, BEVESTIGD, UITNODIGING]),
    "gesprek-verzetten": ("2026-09-15", [MELDING, BEVESTIGD, UITNODIGING]),
    "verslag-vragen": ("2026-10-20", [MELDING, BEVESTIGD, UITNODIGING, GESPREK]),
    "verslag-aanvullen": ("2026-10-05", TOT_VERSLAG),
    "reactie-op-verslag": ("2026-10-05", TOT_VERSLAG),
    "aanvraag-na-verslag": ("2026-10-05", TOT_VERSLAG),
    "aanvraag-rechtstreeks": ("2026-10-20", [MELDING, BEVESTIGD, UITNODIGING, GESPREK]),
    "gegevens-sturen": ("2026-10-09", [*TOT_AANVRAAG, feit("aanvulling_gevraagd", "2026-10-08", tot="2026-10-16")]),
    "gegevens-uitstel": ("2026-10-09", [*TOT_AANVRAAG, feit("aanvulling_gevraagd", "2026-10-08", tot="2026-10-16")]),
    "besluit-vragen": ("2026-10-20", TOT_AANVRAAG),
    "ingebrekestelling": (
        "2026-10-20",
        [
            *TOT_AANVRAAG,
            feit("beslistermijn_verlengd", "2026-10-16", tot="2026-11-16", schriftelijk=True, instemming=False),
        ],
    ),
    "dwangsombesluit-vragen": ("2026-12-31", [*TOT_AANVRAAG, INGEBREKE]),
    "dwangsom-betalen": (
        "2027-02-10",
        [*TOT_AANVRAAG, INGEBREKE, feit("dwangsombesluit_bekendgemaakt", "2026-12-22", bedrag="1442.00")],
    ),
    "ingebrekestelling-bezwaar": ("2027-01-11", [*TOT_BESLUIT, {**BEZWAAR, "ondertekend_en_gemotiveerd": True}]),
    "uitleg-besluit": ("2026-10-20", TOT_BESLUIT),
    "bezwaar-pro-forma": ("2026-10-20", TOT_BESLUIT),
    "bezwaar-te-laat": ("2026-12-31", [*TOT_AANVRAAG, {**BESLUIT, "rechtsmiddelenclausule": False}]),
    "bezwaar-redenen": (
        "2026-11-05",
        [*TOT_BESLUIT, BEZWAAR, feit("verzuim_herstel_gevraagd", "2026-11-02", tot="2026-11-23")],
    ),
    "inzage-dossier": ("2026-10-20", TOT_BESLUIT),
    "correctie-dossier": ("2026-10-05", TOT_VERSLAG),
    "toestemming-intrekken": (
        "2026-09-21",
        [MELDING, feit("toestemming_gegeven", "2026-09-18", gegevens="medisch", doel="vraag aan de huisarts")],
    ),
    "vernietiging-vragen": ("2026-10-20", TOT_BESLUIT),
    "klacht": ("2026-10-20", [MELDING, BEVESTIGD, UITNODIGING, GESPREK]),
}


def casus(feiten: Feiten, op: str | date) -> Casus:
    vandaag = op if isinstance(op, date) else date.fromisoformat(op)
    inhoud = {"zaak": "proef", "gemeente": "Voorbeeldstad", "peildatum": vandaag, "feiten": feiten}
    return casus_uit_dict(inhoud, vandaag=vandaag)


def beoordeeld(feiten: Feiten, op: str | date) -> tuple[dict[str, Any], Casus, date]:
    """What `aanbod` and `concept` ask for: the judgement, the case and the day."""
    zaak = casus(feiten, op)
    return beoordeel(zaak).als_dict(), zaak, zaak.peildatum
