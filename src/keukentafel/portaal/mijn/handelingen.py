"""What somebody can do in a case: one declaration each, one page for all. Offered only when it is of use now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keukentafel.dossier.formulieren import Feitformulier
from keukentafel.dossier.rechten import ROLLEN
from keukentafel.portaal.watnu.beeld import Beeld


@dataclass(frozen=True, slots=True)
class Handeling:
    """One thing to do: the fact it records, its words, and when it is of use.

    `soort`: the kind of fact. `velden`: the fields of its form. `vast`: what is not asked. `groep`: where it stands.
    """

    naam: str
    soort: str
    titel: Any
    uitleg: Any
    knop: Any
    nuttig: Callable[[Beeld], bool]
    velden: tuple[str, ...] = ("toelichting",)
    verplicht: tuple[str, ...] = ()
    vast: Mapping[str, Any] = field(default_factory=dict)
    groep: str = "altijd"
    controle: Callable[[Feitformulier, date], None] | None = None

    def kan(self, b: Beeld) -> bool:
        """Is this of use now, and does the procedure take it?"""
        return self.nuttig(b) and any(s["soort"] == self.soort and s["mag"] for s in b.oordeel["stappen"])


def _loopt(b: Beeld) -> bool:
    return b.fase != "afgesloten"


def _voor_gesprek(b: Beeld) -> bool:
    return b.fase in ("melding", "onderzoek") and not b.heeft("gesprek_gevoerd", "afgezien_van_gesprek")


def _digitaal(b: Beeld) -> bool:
    """Did this resident say yes to messages on the site, and not take it back since?"""
    soorten = ("elektronisch_bereikbaar_verklaard", "elektronisch_bereikbaar_ingetrokken")
    laatste = [feit["soort"] for feit in b.dossier.feiten if feit["soort"] in soorten][-1:]
    return laatste == [soorten[0]]


def _aanvraag_open(b: Beeld) -> bool:
    return b.heeft("aanvraag_ontvangen") and not b.heeft("besluit_bekendgemaakt", "aanvraag_ingetrokken")


def _mag_aanvragen(b: Beeld) -> bool:
    vroeg = b.heeft("aanvraag_ontvangen") and not b.status("beschikking") and not b.heeft("besluit_bekendgemaakt")
    return _loopt(b) and (vroeg or not b.heeft("aanvraag_ontvangen"))


def _te_laat(b: Beeld) -> bool:
    """A decision is late and no notice of default was sent that counts."""
    for termijn in ("beschikking", "beslissing_op_bezwaar"):
        if b.status(termijn) == "overschreden":
            return not b.status("respijt_ingebrekestelling")
    return False


def _straks(formulier: Feitformulier, vandaag: date) -> None:
    dag = formulier.cleaned_data.get("naar")
    if dag is not None and dag <= vandaag:
        formulier.add_error("naar", _("Kies een dag die nog komt."))


def _pgb(formulier: Feitformulier, vandaag: date) -> None:
    gegeven = formulier.cleaned_data
    uitleg = gegeven.get("pgb_motivering") and not gegeven.get("toelichting")
    if gegeven.get("leveringsvorm") == "pgb" and uitleg:
        formulier.add_error("toelichting", _("Schrijf hier waarom zorg in natura niet bij u past."))


HANDELINGEN: Final = (
    Handeling(
        "te-laat-melden", "ingebrekestelling_ontvangen", gettext_lazy("Zeg de gemeente dat zij te laat is"),
        gettext_lazy("Dat heet een ingebrekestelling. Is er twee weken later nog niets? Dan gaat een dwangsom lopen."),
        gettext_lazy("Verstuur mijn ingebrekestelling"), _te_laat, velden=("betreft", "toelichting"), groep="nu",
    ),
    Handeling(
        "aanvragen", "aanvraag_ontvangen", gettext_lazy("Vraag hulp aan"),
        gettext_lazy("Met een aanvraag vraagt u om een besluit. De gemeente heeft daarna twee weken."),
        gettext_lazy("Verstuur mijn aanvraag"), _mag_aanvragen,
        velden=("behoeften", "leveringsvorm", "pgb_motivering", "toelichting"), verplicht=("behoeften",), groep="nu",
        controle=_pgb,
    ),
    Handeling(
        "reageren", "reactie_op_verslag_ontvangen", gettext_lazy("Reageer op het verslag"),
        gettext_lazy("Klopt er iets niet, of mist u iets? Uw reactie hoort bij het verslag."),
        gettext_lazy("Verstuur mijn reactie"),
        lambda b: b.heeft("verslag_verstuurd") and not b.heeft("besluit_bekendgemaakt") and _loopt(b),
        verplicht=("toelichting",), groep="nu",
    ),
    Handeling(
        "aanvullen", "aanvulling_ontvangen", gettext_lazy("Vul uw aanvraag aan"),
        gettext_lazy("De gemeente vroeg om meer gegevens. Haar tijd staat stil tot u antwoordt."),
        gettext_lazy("Verstuur mijn aanvulling"), lambda b: b.loopt("aanvulling"), verplicht=("toelichting",),
        groep="nu",
    ),
    Handeling(
        "afspraak-verzetten", "gesprek_verzet", gettext_lazy("Verzet de afspraak"),
        gettext_lazy("Komt de dag van het gesprek niet uit? Kies een andere dag."), gettext_lazy("Verzet de afspraak"),
        lambda b: b.heeft("uitnodiging_verstuurd") and _voor_gesprek(b), velden=("naar", "toelichting"),
        verplicht=("naar",), vast={"door": "inwoner"}, groep="gesprek", controle=_straks,
    ),
    Handeling(
        "gesprek-thuis", "gesprek_aan_huis_gevraagd", gettext_lazy("Vraag om een gesprek thuis"),
        gettext_lazy("U mag vragen of het gesprek bij u thuis kan."), gettext_lazy("Vraag dit aan de gemeente"),
        lambda b: _voor_gesprek(b) and not b.heeft("gesprek_aan_huis_gevraagd"), groep="gesprek",
    ),
    Handeling(
        "nog-een-gesprek", "aanvullend_gesprek_gevraagd", gettext_lazy("Vraag om nog een gesprek"),
        gettext_lazy("Is iets niet besproken? Dan mag u om nog een gesprek vragen."),
        gettext_lazy("Vraag om nog een gesprek"),
        lambda b: b.heeft("gesprek_gevoerd") and b.fase in ("onderzoek", "verslag"), groep="gesprek",
    ),
    Handeling(
        "hulp-van-een-ondersteuner", "clientondersteuner_gevraagd", gettext_lazy("Vraag een cliëntondersteuner"),
        gettext_lazy("Die staat naast u, is onafhankelijk en kost niets. Dat mag op elk moment."),
        gettext_lazy("Vraag een cliëntondersteuner"),
        lambda b: _loopt(b) and not b.heeft("clientondersteuner_gevraagd", "clientondersteuner_toegewezen"),
        groep="hulp",
    ),
    Handeling(
        "andere-ondersteuner", "andere_clientondersteuner_gevraagd",
        gettext_lazy("Vraag een andere cliëntondersteuner"),
        gettext_lazy("Past uw cliëntondersteuner niet bij u? Vraag om een ander."),
        gettext_lazy("Vraag een ander"), lambda b: _loopt(b) and b.heeft("clientondersteuner_toegewezen"),
        groep="hulp",
    ),
    Handeling(
        "berichten-hier", "elektronisch_bereikbaar_verklaard", gettext_lazy("Krijg uw berichten hier"),
        gettext_lazy("De gemeente stuurt u dan berichten op deze website. Nu krijgt u brieven op papier."),
        gettext_lazy("Ja, stuur mijn berichten hierheen"), lambda b: _loopt(b) and not _digitaal(b), velden=(),
        groep="berichten",
    ),
    Handeling(
        "berichten-op-papier", "elektronisch_bereikbaar_ingetrokken", gettext_lazy("Krijg weer brieven op papier"),
        gettext_lazy("Nu krijgt u berichten op deze website. U kunt altijd terug naar papier."),
        gettext_lazy("Stuur weer brieven op papier"), lambda b: _loopt(b) and _digitaal(b), velden=(),
        groep="berichten",
    ),
    Handeling(
        "aanvraag-intrekken", "aanvraag_ingetrokken", gettext_lazy("Trek uw aanvraag in"),
        gettext_lazy("Dan komt er geen besluit. Later opnieuw aanvragen kan."), gettext_lazy("Trek mijn aanvraag in"),
        lambda b: _loopt(b) and _aanvraag_open(b), groep="stoppen",
    ),
    Handeling(
        "melding-intrekken", "melding_ingetrokken", gettext_lazy("Trek uw melding in"),
        gettext_lazy("Dan stopt het onderzoek. Later opnieuw melden kan altijd."), gettext_lazy("Trek mijn melding in"),
        lambda b: b.heeft("melding_ontvangen") and b.fase in ("melding", "onderzoek", "verslag"), groep="stoppen",
    ),
)  # fmt: skip
PER_NAAM: Final = {handeling.naam: handeling for handeling in HANDELINGEN}
GROEPEN: Final = (
    ("gesprek", gettext_lazy("Het gesprek")), ("hulp", gettext_lazy("Hulp van een cliëntondersteuner")),
    ("berichten", gettext_lazy("Hoe u berichten krijgt")), ("stoppen", gettext_lazy("Stoppen")),
)  # fmt: skip


def mogelijk(b: Beeld, rol: str) -> list[Handeling]:
    """What somebody in this role can do in this case now."""
    mag = ROLLEN[rol].feiten
    return [handeling for handeling in HANDELINGEN if handeling.soort in mag and handeling.kan(b)]


def formulier(handeling: Handeling, b: Beeld, data: Any = None) -> Feitformulier:
    """The form of a thing to do; what the procedure knows is filled in beforehand."""
    begin: dict[str, Any] = {}
    if handeling.soort == "aanvraag_ontvangen":
        begin = {"behoeften": [str(regel["id"]) for regel in b.dossier.behoeften]}
    if handeling.soort == "ingebrekestelling_ontvangen":
        begin = {"betreft": "aanvraag" if b.status("beschikking") == "overschreden" else "bezwaar"}
    verplicht = [v for v in handeling.verplicht if v != "behoeften" or b.dossier.behoeften]
    return Feitformulier(
        data, soort=handeling.soort, vandaag=b.vandaag, velden=handeling.velden, vast=handeling.vast,
        verplicht=verplicht, behoeften=b.dossier.behoeften, begin=begin,
    )  # fmt: skip


def geldig(handeling: Handeling, ingevuld: Feitformulier, vandaag: date) -> bool:
    """Check the form; every error with its field."""
    ingevuld.is_valid()
    if handeling.controle is not None:
        handeling.controle(ingevuld, vandaag)
    return not ingevuld.errors
