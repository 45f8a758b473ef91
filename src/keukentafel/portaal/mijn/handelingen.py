"""What somebody can do in a case: one declaration each, one page for all. Offered only when it is of use now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keukentafel.dossier.afspraak import gewenst
from keukentafel.dossier.formulieren import Feitformulier
from keukentafel.dossier.rechten import ROLLEN
from keukentafel.portaal.watnu.beeld import Beeld

VRIJDAG: Final = 4


@dataclass(frozen=True, slots=True)
class Handeling:
    """One thing to do: the fact it records, its words, and when it is of use.

    `soort`: the kind of fact. `velden`: the fields of its form. `vast`: what is not asked. `groep`: where it stands.
    `gevolg`: what it means, for which a yes is asked. `erbij`: other facts that it makes true.
    `eerst`: when it belongs with what is to be done first. `nakijken`: it is shown once more before it is sent.
    `anders`: what it means now, when that is not what `uitleg` says.
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
    gevolg: Any = ""
    erbij: Callable[[Beeld, Mapping[str, Any]], list[dict[str, Any]]] | None = None
    eerst: Callable[[Beeld], bool] | None = None
    nakijken: bool = False
    anders: Callable[[Beeld], Any] | None = None

    def plaats(self, b: Beeld) -> str:
        """The group in which it stands now: with `eerst` among the first things, as long as that holds."""
        return "nu" if self.eerst is not None and self.eerst(b) else self.groep

    def uitleg_nu(self, b: Beeld) -> Any:
        """What it means on this day."""
        return (self.anders(b) if self.anders is not None else "") or self.uitleg

    def kan(self, b: Beeld) -> bool:
        """Is this of use now, and does the procedure take it?"""
        return self.nuttig(b) and any(s["soort"] == self.soort and s["mag"] for s in b.oordeel["stappen"])


def _loopt(b: Beeld) -> bool:
    return b.fase != "afgesloten"


def _voor_gesprek(b: Beeld) -> bool:
    return b.fase in ("melding", "onderzoek") and not b.heeft("gesprek_gevoerd", "afgezien_van_gesprek")


def wens(b: Beeld) -> dict[str, Any]:
    """Where, how and with whom this resident wants the talk."""
    return gewenst((str(feit["soort"]), feit) for feit in b.dossier.feiten)


def _thuis_vragen(b: Beeld, feit: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Who chooses home asks for a talk at home: that has a safeguard of its own (O4)."""
    if feit.get("plek") != "huisbezoek" or wens(b).get("plek") == "huisbezoek":
        return []
    return [{"soort": "gesprek_aan_huis_gevraagd", "datum": feit["datum"]}]


def _aanvraag_open(b: Beeld) -> bool:
    return b.heeft("aanvraag_ontvangen") and not b.heeft("besluit_bekendgemaakt", "aanvraag_ingetrokken")


def _mag_aanvragen(b: Beeld) -> bool:
    vroeg = b.heeft("aanvraag_ontvangen") and not b.status("beschikking") and not b.heeft("besluit_bekendgemaakt")
    return _loopt(b) and (vroeg or not b.heeft("aanvraag_ontvangen"))


def _te_vroeg(b: Beeld) -> Any:
    """An application during the investigation is kept with the report of the need (Wmo 2.3.2 lid 9)."""
    if not b.loopt("onderzoek") or b.heeft("verslag_verstuurd"):
        return ""
    return _(
        "Het onderzoek loopt nog. De gemeente bewaart uw aanvraag dan bij uw melding, en de twee weken voor het besluit"
        " gaan nog niet lopen (Wmo 2015, art. 2.3.2). Na het verslag vraagt u opnieuw aan."
    )


def _te_laat(b: Beeld) -> bool:
    """A decision is late and no notice of default was sent that counts."""
    for termijn in ("beschikking", "beslissing_op_bezwaar"):
        if b.status(termijn) == "overschreden":
            return not b.status("respijt_ingebrekestelling")
    return False


def _straks(formulier: Feitformulier, vandaag: date) -> None:
    naar = formulier.cleaned_data.get("naar")
    if naar is not None and naar <= vandaag:
        formulier.add_error("naar", _("Kies een dag die nog komt."))
    elif naar is not None and naar.weekday() > VRIJDAG:
        formulier.add_error(
            "naar", _("Dit is een zaterdag of een zondag. Kies een dag van maandag tot en met vrijdag.")
        )


def _iets(formulier: Feitformulier, vandaag: date) -> None:
    if not any(formulier.cleaned_data.get(veld) for veld in ("plek", "erbij", "toelichting")):
        formulier.add_error("plek", _("Kies waar of hoe u wilt praten, of zeg wie u erbij wilt."))


def _opmerkingen(formulier: Feitformulier, vandaag: date) -> None:
    gegeven = formulier.cleaned_data
    if gegeven.get("wijze") == "akkoord_met_opmerkingen" and not gegeven.get("toelichting"):
        formulier.add_error("toelichting", _("Schrijf uw opmerkingen hier op."))


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
        controle=_pgb, nakijken=True, anders=_te_vroeg,
    ),
    Handeling(
        "reageren", "reactie_op_verslag_ontvangen", gettext_lazy("Reageer op het verslag"),
        gettext_lazy("Klopt er iets niet, of mist u iets? Uw reactie hoort bij het verslag."),
        gettext_lazy("Verstuur mijn reactie"),
        lambda b: b.heeft("verslag_verstuurd") and not b.heeft("besluit_bekendgemaakt") and _loopt(b),
        verplicht=("toelichting",), groep="verslag",
        eerst=lambda b: not b.heeft("reactie_op_verslag_ontvangen") and b.status("beschikking") != "overschreden",
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
        "plek-van-het-gesprek", "gespreksvorm_gevraagd", gettext_lazy("Zeg waar en hoe u wilt praten"),
        gettext_lazy("Bij u thuis, op het gemeentehuis, aan de telefoon of met beeldbellen. En wie u erbij wilt."),
        gettext_lazy("Geef dit door"), _voor_gesprek, velden=("plek", "erbij", "toelichting"), groep="gesprek",
        controle=_iets, erbij=_thuis_vragen,
    ),
    Handeling(
        "geen-plan", "afgezien_van_persoonlijk_plan", gettext_lazy("Zeg dat u geen persoonlijk plan maakt"),
        gettext_lazy("Dan hoeft de gemeente niet te wachten met het gesprek."),
        gettext_lazy("Ik maak geen persoonlijk plan"),
        lambda b: b.loopt("persoonlijk_plan") and not b.heeft("afgezien_van_persoonlijk_plan"), velden=(),
        groep="gesprek",
    ),
    Handeling(
        "nog-een-gesprek", "aanvullend_gesprek_gevraagd", gettext_lazy("Vraag om nog een gesprek"),
        gettext_lazy("Is iets niet besproken? Dan mag u om nog een gesprek vragen."),
        gettext_lazy("Vraag om nog een gesprek"),
        lambda b: b.heeft("gesprek_gevoerd") and b.fase in ("onderzoek", "verslag"), groep="gesprek",
    ),
    Handeling(
        "toch-een-gesprek", "aanvullend_gesprek_gevraagd", gettext_lazy("Vraag om toch een gesprek"),
        gettext_lazy("U zei dat u geen gesprek wilde. U mag van gedachten veranderen."),
        gettext_lazy("Vraag om een gesprek"),
        lambda b: b.heeft("afgezien_van_gesprek") and not b.heeft("gesprek_gevoerd", "aanvullend_gesprek_gevraagd")
        and b.fase in ("melding", "onderzoek", "verslag"),
        groep="gesprek",
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
        "verslag-tekenen", "verslag_getekend", gettext_lazy("Teken het verslag"),
        gettext_lazy("Dit hoeft niet. U mag er twee weken over nadenken. Ook zonder te tekenen kunt u hulp aanvragen."
                     " Klopt er iets niet? Teken dan niet, maar reageer op het verslag."),
        gettext_lazy("Teken het verslag"),
        lambda b: b.heeft("verslag_verstuurd") and not b.heeft("verslag_getekend", "besluit_bekendgemaakt")
        and _loopt(b),
        velden=("wijze", "toelichting"), verplicht=("wijze",), vast={"bedenktijd_gemeld": True}, groep="verslag",
        controle=_opmerkingen,
    ),
    Handeling(
        "geen-gesprek", "afgezien_van_gesprek", gettext_lazy("Zeg dat u geen gesprek wilt"),
        gettext_lazy("De gemeente doet het onderzoek dan met wat zij al weet en met uw papieren."),
        gettext_lazy("Ik wil geen gesprek"), _voor_gesprek, groep="stoppen",
        gevolg=gettext_lazy("Dan vertelt u uw verhaal niet zelf aan tafel. Wilt u later toch praten? Dan kunt u daar"
                            " weer om vragen."),
    ),
    Handeling(
        "aanvraag-intrekken", "aanvraag_ingetrokken", gettext_lazy("Trek uw aanvraag in"),
        gettext_lazy("Dan komt er geen besluit. Later opnieuw aanvragen kan."), gettext_lazy("Trek mijn aanvraag in"),
        lambda b: _loopt(b) and _aanvraag_open(b), groep="stoppen",
        gevolg=gettext_lazy("De gemeente hoeft dan niets meer te beslissen, en u krijgt de hulp uit deze aanvraag niet."
                            " Vraagt u later opnieuw aan? Dan begint de tijd opnieuw te lopen."),
    ),
    Handeling(
        "melding-intrekken", "melding_ingetrokken", gettext_lazy("Trek uw melding in"),
        gettext_lazy("Dan stopt het onderzoek. Later opnieuw melden kan altijd."), gettext_lazy("Trek mijn melding in"),
        lambda b: b.heeft("melding_ontvangen") and b.fase in ("melding", "onderzoek", "verslag"), groep="stoppen",
        gevolg=gettext_lazy("De zaak sluit dan. Er komt geen gesprek en geen verslag meer. Meldt u zich later opnieuw?"
                            " Dan beginnen de zes weken opnieuw."),
    ),
)  # fmt: skip
PER_NAAM: Final = {handeling.naam: handeling for handeling in HANDELINGEN}
GROEPEN: Final = (
    ("gesprek", gettext_lazy("Het gesprek")), ("verslag", gettext_lazy("Het verslag")),
    ("hulp", gettext_lazy("Hulp van een cliëntondersteuner")), ("stoppen", gettext_lazy("Stoppen")),
)  # fmt: skip


def mogelijk(b: Beeld, rol: str) -> list[Handeling]:
    """What somebody in this role can do in this case now."""
    mag = ROLLEN[rol].feiten
    return [handeling for handeling in HANDELINGEN if handeling.soort in mag and handeling.kan(b)]


def bedenktijd(b: Beeld) -> date | None:
    """Until which day one can think before signing, as long as that day is to come and it was not signed."""
    tot = b.uiterlijk("bedenktijd")
    return tot if tot is not None and tot >= b.vandaag and not b.heeft("verslag_getekend") else None


def formulier(handeling: Handeling, b: Beeld, data: Any = None) -> Feitformulier:
    """The form of a thing to do; what the procedure knows is filled in beforehand."""
    begin: dict[str, Any] = wens(b) if handeling.soort == "gespreksvorm_gevraagd" else {}
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


def feiten(handeling: Handeling, ingevuld: Feitformulier, b: Beeld) -> list[dict[str, Any]]:
    """What is recorded: the fact of the form, and what it makes true."""
    feit = ingevuld.als_feit()
    return [feit, *(handeling.erbij(b, feit) if handeling.erbij is not None else [])]
