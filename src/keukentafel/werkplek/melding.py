"""Registering a melding for who calls, writes or comes by: the person, and the facts that go with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django import forms
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from keukentafel.dossier.formulieren import Feitformulier
from keukentafel.dossier.formuliervelden import (
    Emailveld,
    Geboorteveld,
    Janeeveld,
    Keuzeveld,
    Postcodeveld,
    Tekstveld,
    Telefoonveld,
)
from keukentafel.dossier.models import Betrokkene, Mandaat, Zaak
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import Persoon, zaken_voor
from keukentafel.dossier.vastleggen import Vastgelegd, open_zaak
from keukentafel.dossier.versleuteld import blinde_index, naam_index
from keukentafel.dossier.woorden import Veldwoord, Woord
from keukentafel.werkplek import uitgaand

_GEWICHTEN: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_TALEN: Final = (("nl", Woord("Nederlands", "Dutch")), ("en", Woord("Engels", "English")))
_PERSONEN: Final = (("1", Woord("Eén persoon", "One person")), ("2", Woord("Twee of meer", "Two or more")))
_BSN = Veldwoord(
    Woord("Burgerservicenummer (BSN)", "Citizen service number (BSN)"),
    Woord("Negen cijfers. Weet u het niet? Laat het leeg.", "Nine digits. Not known? Leave it empty."),
    Woord(
        "Met het BSN vindt de inwoner de zaak terug met DigiD.", "With the BSN the resident finds the case by DigiD."
    ),
)
_AOW = Veldwoord(
    Woord("Is de inwoner ouder dan de AOW-leeftijd?", "Is the resident past the state pension age?"),
    waarom=Woord("Dit telt voor de eigen bijdrage.", "This counts for the own contribution."),
)
_ADRES = Veldwoord(
    Woord("Straat en huisnummer", "Street and number"),
    Woord("Zonder adres wacht de bevestiging tot het er is.", "Without an address the confirmation waits for it."),
)
_POSTCODE = Veldwoord(
    Woord("Postcode en plaats", "Postcode and town"),
    Woord("Bijvoorbeeld 1234 AB Voorbeeldstad", "For example 1234 AB Voorbeeldstad"),
)
_DAG = Veldwoord(
    Woord("Op welke dag kwam de melding binnen?", "On which day did the report come in?"),
    Woord(
        "Kwam het met de post of per e-mail? Vul de dag in waarop de gemeente het kreeg. Daar beginnen de zes weken.",
        "By post or e-mail? Give the day on which the municipality received it. The six weeks begin there.",
    ),
)
_BEVESTIG = Veldwoord(
    Woord("Nu meteen de ontvangst bevestigen?", "Confirm the receipt at once?"),
    Woord(
        "De brief vertelt ook van gratis cliëntondersteuning en van het persoonlijk plan.",
        "The letter also tells of free client support and of the personal plan.",
    ),
)


def _woord(nl: str, en: str) -> Veldwoord:
    return Veldwoord(Woord(nl, en))


class Persoonformulier(forms.Form):
    """Who it is about. Only the name has to be known."""

    def __init__(self, data: Any = None, *, mandaten: list[Mandaat], vandaag: date) -> None:
        super().__init__(data, prefix="p", initial={"bevestig": True, "taal": "nl"})
        self.mandaten = {str(m.pk): m for m in mandaten}
        self.fields |= {
            "naam": Tekstveld(_woord("Naam", "Name"), required=True),
            "geboortedatum": Geboorteveld(_woord("Geboortedatum", "Date of birth"), tot=vandaag),
            "bsn": Tekstveld(_BSN),
            "adres": Tekstveld(_ADRES),
            "postcode_plaats": Postcodeveld(_POSTCODE),
            "telefoon": Telefoonveld(_woord("Telefoon", "Telephone")),
            "email": Emailveld(_woord("E-mail", "E-mail")),
            "taal": Keuzeveld(Veldwoord(Woord("Taal", "Language")), _TALEN, required=True),
            "personen": Keuzeveld(Veldwoord(Woord("Hoe groot is het huishouden?", "How many live there?")), _PERSONEN),
            "aow_gerechtigd": Janeeveld(_AOW),
            "bevestig": Janeeveld(_BEVESTIG, required=True),
        }
        if len(self.mandaten) > 1:
            teams = [(nr, Woord(str(m.team), str(m.team))) for nr, m in self.mandaten.items()]
            self.fields["team"] = Keuzeveld(
                Veldwoord(Woord("Voor welk team?", "For which team?")), teams, required=True
            )

    @property
    def mandaat(self) -> Mandaat:
        """The mandate under which it is registered. Only after `is_valid()`."""
        return self.mandaten.get(str(self.cleaned_data.get("team"))) or next(iter(self.mandaten.values()))

    def clean_bsn(self) -> str:
        bsn = "".join(self.cleaned_data["bsn"].split()).replace(".", "")
        if bsn and not is_bsn(bsn):
            self.add_error("bsn", _("Dit is geen BSN. Kijk de negen cijfers na."))
        return bsn

    def clean(self) -> dict[str, Any]:
        gegevens = dict(super().clean() or self.cleaned_data)
        if gegevens.get("bsn") and "bsn" not in self.errors and "team" not in self.errors:
            bekend = self.bekende()
            if bekend is not None and bekend.naam.casefold() != str(gegevens.get("naam", "")).casefold():
                self.add_error("bsn", _("Bij dit BSN hoort een andere naam. Kijk het nummer en de naam na."))
        return gegevens

    def bekende(self) -> Betrokkene | None:
        """The person with this BSN who is known in this municipality already."""
        bsn = self.cleaned_data.get("bsn")
        if not bsn:
            return None
        return Betrokkene.objects.filter(gemeente=self.mandaat.gemeente, bsn_index=blinde_index(bsn)).first()

    def al_bezig(self, wie: Persoon) -> list[Zaak]:
        """Open cases that this worker may see of what may be the same person: by the BSN, or by name and address."""
        gegeven = self.cleaned_data
        zelfde = Q(naam_index=naam_index(gegeven["naam"]))
        if gegeven["bsn"]:
            zelfde |= Q(bsn_index=blinde_index(gegeven["bsn"]))
        mensen = Betrokkene.objects.filter(zelfde, gemeente=self.mandaat.gemeente)
        gelijk = [m.pk for m in mensen if _zelfde_mens(m, gegeven)]
        open_ = zaken_voor(wie, Recht.ZAAK_ZIEN).filter(betrokkene__in=gelijk, open=True)
        return list(open_.select_related("betrokkene").order_by("nummer")) if gelijk else []

    def betrokkene(self) -> Betrokkene:
        """The person, known or new; what was typed now is the latest word."""
        rij = self.bekende() or Betrokkene(gemeente=self.mandaat.gemeente)
        for naam in ("naam", "geboortedatum", "adres", "postcode_plaats", "telefoon", "email", "taal", "bsn"):
            if self.cleaned_data[naam]:
                setattr(rij, naam, str(self.cleaned_data[naam]))
        if rij.bsn:
            rij.bsn_index = blinde_index(rij.bsn)
        if self.cleaned_data["personen"]:
            rij.personen = int(self.cleaned_data["personen"])
        if self.cleaned_data["aow_gerechtigd"] is not None:
            rij.aow_gerechtigd = self.cleaned_data["aow_gerechtigd"]
        rij.save()
        return rij


def _zelfde_mens(mens: Betrokkene, gegeven: Mapping[str, Any]) -> bool:
    """Is this the one by BSN; else by the whole name, with the same address or day of birth?"""
    if gegeven["bsn"] and mens.bsn:
        return str(mens.bsn) == str(gegeven["bsn"])
    if _kaal(mens.naam) != _kaal(gegeven["naam"]):
        return False
    paren = ((mens.adres, gegeven["adres"]), (mens.geboortedatum, gegeven["geboortedatum"]))
    return any(een and ander and _kaal(een) == _kaal(ander) for een, ander in paren)


def _kaal(waarde: object) -> str:
    return " ".join(str(waarde).split()).casefold()


class Meldingformulier(Feitformulier):
    """The melding: every need that is begun has its question and its area, so that it can be followed."""

    def clean(self) -> dict[str, Any]:
        gegevens = dict(super().clean() or self.cleaned_data)
        for nr in range(self.rijen):
            rij = {naam: gegevens.get(f"behoeften-{nr}-{naam}") for naam in ("vraag", "leefgebied", "eigen_oplossing")}
            if not any(rij.values()):
                continue
            if not rij["vraag"]:
                self.add_error(f"behoeften-{nr}-vraag", _("Schrijf op wat niet meer lukt. Eén zin is genoeg."))
            if not rij["leefgebied"]:
                self.add_error(f"behoeften-{nr}-leefgebied", _("Kies waar deze hulpvraag over gaat."))
        return gegevens


def meldingformulier(data: Any, wie: Persoon) -> Feitformulier:
    """What was reported, by which way, and the day on which it came in (which need not be today)."""
    formulier = Meldingformulier(
        data, soort="melding_ontvangen", vandaag=wie.vandaag, met_datum=True, begin={"kanaal": "telefoon"},
        velden=("kanaal", "namens", "spoed", "behoeften", "toelichting"), verplicht={"kanaal", "spoed"}, rijen=4,
    )  # fmt: skip
    for nr in range(1, formulier.rijen):
        namen = [f"behoeften-{nr}-{naam}" for naam in ("leefgebied", "vraag", "eigen_oplossing")]
        gevuld = any(formulier.data.get(formulier.add_prefix(naam)) for naam in namen) if formulier.is_bound else False
        formulier.bij_blok[namen[0]] = {"klap": True, "open": gevuld}
    dag, kanaal = formulier.fields["datum"], formulier.fields["kanaal"]
    dag.label, dag.help_text = str(_DAG.label), str(_DAG.hulp)
    kanaal.choices = [(w, tekst) for w, tekst in kanaal.choices if w != "web"]  # type: ignore[attr-defined]
    return formulier


def is_bsn(bsn: str) -> bool:
    """Nine digits that pass the test of the citizen service number."""
    if len(bsn) != 9 or not (bsn.isascii() and bsn.isdigit()) or not int(bsn):
        return False
    return sum(int(c) * g for c, g in zip(bsn, _GEWICHTEN, strict=True)) % 11 == 0


@transaction.atomic
def neem_op(wie: Persoon, persoon: Persoonformulier, melding: Mapping[str, Any]) -> Vastgelegd:
    """Start the case: the melding, urgency when it is there, and the confirmation when it is asked for.

    Raises `CasusFout`; then nothing is kept, the person neither.
    """
    dag = wie.vandaag.isoformat()
    feiten: list[dict[str, Any]] = [dict(melding)]
    if melding.get("spoed"):
        feiten.append({"soort": "spoed_vastgesteld", "datum": dag})
    if persoon.cleaned_data["bevestig"]:
        feiten += [
            {"soort": "ontvangst_bevestigd", "datum": dag, "wijze": "brief", "betreft": "melding"},
            {"soort": "clientondersteuning_aangeboden", "datum": dag},
            {"soort": "persoonlijk_plan_aangeboden", "datum": dag},
        ]
    mandaat = persoon.mandaat
    uit = open_zaak(
        mandaat.gemeente, persoon.betrokkene(), feiten, wie=wie, deur="werkplek", team=mandaat.team,
        berichten=uitgaand.berichten(),
    )  # fmt: skip
    uit.zaak.behandelaar = wie.gebruiker
    uit.zaak.save(update_fields=("behandelaar",))
    return uit
