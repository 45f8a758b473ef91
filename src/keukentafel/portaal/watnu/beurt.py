"""Whose turn it is and what happens now: one sentence, from the last phase back to the first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keukentafel.brieven.taal import schrijf_bedrag, schrijf_datum
from keukentafel.portaal.watnu.antwoorden import gekozen
from keukentafel.portaal.watnu.beeld import Beeld
from keukentafel.portaal.watnu.billijk import eerst_weten
from keukentafel.portaal.watnu.model import Stap
from keukentafel.portaal.watnu.stappen import STAP
from keukentafel.wet.kalender import volgende_werkdag

U, GEMEENTE, RECHTER, NIEMAND = "u", "gemeente", "rechter", "niemand"


@dataclass(frozen=True, slots=True)
class Beurt:
    """Who is to move, what happens now (one sentence), and a word more; `mits`: only on this condition."""

    wie: str
    zin: str
    meer: str = ""
    mits: str = ""


def _d(dag: date | None) -> dict[str, str]:
    return {"dag": schrijf_datum(dag, get_language() or "nl") if dag else ""}


def _bedrag(waarde: str) -> str:
    return schrijf_bedrag(Decimal(waarde), get_language() or "nl")


def _afgesloten(b: Beeld) -> Beurt | None:
    if b.fase != "afgesloten":
        return None
    return Beurt(NIEMAND, _("Uw zaak is afgesloten."), _("Er loopt nu niets. Een nieuwe melding kan altijd."))


def _rechter(b: Beeld) -> Beurt | None:
    if b.loopt("hoger_beroep"):
        zin = _("U kunt in hoger beroep gaan, tot en met %(dag)s.") % _d(b.uiterlijk("hoger_beroep"))
        return Beurt(
            U,
            zin,
            _("Doe dat bij de Centrale Raad van Beroep. Bent u het eens met de uitspraak? Dan hoeft u niets te doen."),
        )
    if b.heeft("beroep_ingesteld") and not b.heeft("uitspraak_rechtbank"):
        return Beurt(
            RECHTER, _("De rechtbank is aan zet."), _("U krijgt bericht over de zitting en over het griffierecht.")
        )
    if b.onbekend("beroep"):
        zin = _("U kunt naar de rechtbank, tot zes weken na het antwoord op uw bezwaar.")
        return Beurt(U, zin, _("Zoek de datum op dat antwoord op. Dan weten we tot welke dag."))
    if b.loopt("beroep"):
        zin = _("U kunt naar de rechtbank gaan, tot en met %(dag)s.") % _d(b.uiterlijk("beroep"))
        return Beurt(U, zin, _("Bent u het eens met het antwoord op uw bezwaar? Dan hoeft u niets te doen."))
    return None


def _bezwaar(b: Beeld) -> Beurt | None:
    if not b.heeft("bezwaar_ontvangen") or b.heeft("beslissing_op_bezwaar_bekendgemaakt", "bezwaar_ingetrokken"):
        return None
    te_laat = _te_laat(b, "beslissing_op_bezwaar", _("op uw bezwaar"))
    if te_laat is not None:
        return te_laat
    einde = b.uiterlijk("beslissing_op_bezwaar")
    if einde is None:
        zin = _("De gemeente is aan zet: zij moet antwoorden op uw bezwaar.")
        return Beurt(
            GEMEENTE,
            zin,
            _("Op welke dag kreeg de gemeente uw bezwaar, en van welke dag is het besluit? Dan weten we tot wanneer."),
        )
    return Beurt(GEMEENTE, _("De gemeente moet uiterlijk op %(dag)s antwoorden op uw bezwaar.") % _d(einde))


def _besluit(b: Beeld) -> Beurt | None:
    if not b.heeft("besluit_bekendgemaakt") or b.heeft("bezwaar_ontvangen"):
        return None
    if b.onbekend("bezwaar"):
        zin = _("U kunt bezwaar maken tot zes weken na de dag waarop het besluit is verstuurd.")
        return Beurt(U, zin, _("Zoek de datum boven aan het besluit op. Dan weten we tot welke dag."))
    if b.loopt("bezwaar"):
        zin = _("U kunt bezwaar maken tegen het besluit, tot en met %(dag)s.") % _d(b.uiterlijk("bezwaar"))
        return Beurt(U, zin, _("Bent u het eens met het besluit? Dan hoeft u niets te doen."))
    if b.fase == "vervolg":
        return Beurt(
            NIEMAND, _("De hulp is begonnen."), _("Past de hulp niet, of verandert er iets? Zeg het de gemeente.")
        )
    zin = _("De tijd om bezwaar te maken was om op %(dag)s.") % _d(b.uiterlijk("bezwaar"))
    return Beurt(
        U,
        zin,
        _("Had u een goede reden om later te zijn? Maak dan zo snel mogelijk bezwaar en schrijf die reden erbij."),
        _("als u een goede reden had"),
    )


def _te_laat(b: Beeld, termijn: str, waarop: str) -> Beurt | None:
    """A decision that is late: notice, grace, penalty, and what then."""
    eerst = eerst_weten(termijn, b)
    if eerst is not None:
        return _misschien_te_laat(b, termijn, waarop, eerst)
    geld = b.dwangsom
    if geld is not None and geld["loopt"]:
        waarden = {**_d(b.uiterlijk("dwangsom")), "bedrag": _bedrag(geld["bedrag"]), "waarop": waarop}
        zin = (
            _("De gemeente is te laat met het besluit %(waarop)s. Zij moet u een dwangsom betalen: nu %(bedrag)s.")
            % waarden
        )
        return Beurt(
            GEMEENTE, zin, _("De dwangsom loopt tot er een besluit is, en hoogstens tot en met %(dag)s.") % waarden
        )
    if geld is not None and b.loopt("respijt_ingebrekestelling"):
        return _respijt(b.uiterlijk("respijt_ingebrekestelling"))
    if geld is not None and b.status("dwangsom") == "overschreden":
        zin = _("De dwangsom is vol: de gemeente moet u %(bedrag)s betalen.") % {"bedrag": _bedrag(geld["bedrag"])}
        return Beurt(
            U, zin, _("Er is nog steeds geen besluit. U kunt nu naar de rechtbank, omdat een besluit uitblijft.")
        )
    if b.status(termijn) == "overschreden":
        zin = _("De gemeente is te laat: het besluit %(waarop)s moest er op %(dag)s zijn.") % {
            **_d(b.uiterlijk(termijn)),
            "waarop": waarop,
        }
        return Beurt(
            U,
            zin,
            _("Schrijf de gemeente dat zij te laat is. Twee weken daarna gaat een dwangsom lopen."),
        )
    return None


def _mits(termijn: str, eerst: Stap) -> str:
    """On what it hangs that the municipality is late."""
    if termijn == "beslissing_op_bezwaar":
        return _("De gemeente is te laat, als zij het antwoord op uw bezwaar niet heeft uitgesteld.")
    if eerst.naam == "melding":
        return _("De gemeente is te laat, als uw melding zes weken of langer vóór uw aanvraag was.")
    return _("De gemeente is te laat, als het verslag er al was en zij geen uitstel kreeg.")


def _misschien_te_laat(b: Beeld, termijn: str, waarop: str, eerst: Stap) -> Beurt:
    """The days are over, but what could have moved them was not asked yet: unknown is not late."""
    meer = _("Het besluit %(waarop)s moest er dan op %(dag)s zijn. Beantwoord eerst de vraag hieronder.") % {
        **_d(b.uiterlijk(termijn)),
        "waarop": waarop,
    }
    te_vroeg = _("Een brief die te vroeg zegt dat de gemeente te laat is, telt niet.")
    return Beurt(U, _mits(termijn, eerst), f"{meer} {te_vroeg}")


def _respijt(tot: date | None) -> Beurt:
    """Late and told so. Whether a day off adds to the two weeks is disputed: whoever goes to court had better wait."""
    zin = _("De gemeente is te laat. Zij krijgt nog tot en met %(dag)s om te besluiten.") % _d(tot)
    meer = _("Daarna gaat de dwangsom lopen. U hoeft nu niets te doen.")
    zeker = volgende_werkdag(tot) if tot else None
    if zeker != tot:
        meer += " " + _(
            "Die dag is een vrije dag. Misschien mag de gemeente nog wachten tot en met %(dag)s: dat staat niet vast."
            " Ga daarom pas daarna naar de rechtbank."
        ) % _d(zeker)
    return Beurt(GEMEENTE, zin, meer)


def _aanvraag(b: Beeld) -> Beurt | None:
    if not b.heeft("aanvraag_ontvangen") or b.heeft("besluit_bekendgemaakt", "aanvraag_ingetrokken"):
        return None
    te_laat = _te_laat(b, "beschikking", _("op uw aanvraag"))
    if te_laat is not None:
        return te_laat
    if b.loopt("aanvulling"):
        einde = b.uiterlijk("aanvulling")
        zin = (
            _("U bent aan zet: vul uw aanvraag aan, uiterlijk op %(dag)s.") % _d(einde)
            if einde
            else _("U bent aan zet: vul uw aanvraag aan.")
        )
        return Beurt(U, zin, _("Zolang de gemeente op uw aanvulling wacht, staat haar tijd stil."))
    if not b.status("beschikking"):
        return _te_vroeg(b)
    einde = b.uiterlijk("beschikking")
    if einde is None:
        zin = _("De gemeente moet besluiten binnen twee weken na uw aanvraag.")
        return Beurt(GEMEENTE, zin, _("Weet u weer op welke dag dat was? Dan rekenen we de laatste dag uit."))
    return Beurt(GEMEENTE, _("De gemeente moet uiterlijk op %(dag)s besluiten op uw aanvraag.") % _d(einde))


def _te_vroeg(b: Beeld) -> Beurt | None:
    """An application during the investigation is kept with the report of the need (Wmo 2.3.2 lid 9)."""
    einde = b.uiterlijk("onderzoek")
    if b.loopt("onderzoek") and einde:
        zin = _("De gemeente onderzoekt eerst wat u nodig hebt, uiterlijk tot en met %(dag)s.") % _d(einde)
        return Beurt(
            GEMEENTE,
            zin,
            _("Uw aanvraag kwam daarvóór en wordt bij uw melding bewaard. Na het verslag vraagt u opnieuw aan."),
        )
    zin = _("U bent aan zet: doe uw aanvraag opnieuw.")
    return Beurt(
        U,
        zin,
        _("Uw eerste aanvraag kwam vóór het einde van het onderzoek. Nu mag het wel. Dan lopen de twee weken."),
    )


def _verslag(b: Beeld) -> Beurt | None:
    if not b.heeft("verslag_verstuurd"):
        return None
    zin = _("U bent aan zet: lees het verslag na en doe uw aanvraag.")
    return Beurt(
        U, zin, _("Mist er iets of klopt iets niet? Schrijf dat eerst aan de gemeente. Tekenen hoeft niet meteen.")
    )


def _onderzoek(b: Beeld) -> Beurt | None:
    if not b.heeft("melding_ontvangen"):
        return None
    einde = b.uiterlijk("onderzoek")
    if b.status("onderzoek") == "overschreden":
        zin = _("De gemeente is te laat: het verslag moest er op %(dag)s zijn.") % _d(einde)
        return Beurt(U, zin, _("U mag nu meteen een aanvraag doen, ook zonder verslag."))
    if einde is None:
        zin = _("De gemeente is aan zet: zij moet binnen zes weken na uw melding klaar zijn met het onderzoek.")
        return Beurt(GEMEENTE, zin, _("Weet u weer op welke dag u de melding deed? Dan rekenen we de laatste dag uit."))
    return Beurt(
        GEMEENTE,
        _("De gemeente moet uiterlijk op %(dag)s klaar zijn met het onderzoek en het verslag.") % _d(einde),
        _voor_het_gesprek(b),
    )


def _voor_het_gesprek(b: Beeld) -> str:
    if b.heeft("gesprek_gevoerd"):
        return _("Het gesprek is geweest. Het verslag hoort binnen twee weken daarna te komen.")
    plan = b.uiterlijk("persoonlijk_plan")
    if b.loopt("persoonlijk_plan") and plan:
        return _("Wilt u een eigen plan inleveren? Dat kan tot en met %(dag)s. Het hoeft niet.") % _d(plan)
    if b.heeft("uitnodiging_verstuurd"):
        return _("U bent uitgenodigd voor een gesprek. Wat u vooraf opschrijft, hoeft u dan niet te onthouden.")
    return _("Daarvóór hoort u een uitnodiging te krijgen voor een gesprek.")


def _overig(b: Beeld) -> Beurt | None:
    for termijn, loopt, laat in (
        (
            "klacht",
            _("De gemeente moet uiterlijk op %(dag)s antwoorden op uw klacht."),
            _("De gemeente is te laat met het antwoord op uw klacht. Dat moest er op %(dag)s zijn."),
        ),
        (
            "inzage",
            _("De gemeente moet u uiterlijk op %(dag)s uw dossier laten zien."),
            _("De gemeente is te laat met uw dossier. Dat moest er op %(dag)s zijn."),
        ),
    ):
        if b.loopt(termijn) and b.uiterlijk(termijn):
            return Beurt(GEMEENTE, loopt % _d(b.uiterlijk(termijn)))
        if b.status(termijn) == "overschreden":
            return Beurt(U, laat % _d(b.uiterlijk(termijn)), _("Vraag schriftelijk waar het blijft."))
    return None


def _klacht_of_inzage(b: Beeld) -> Beurt:
    """Nothing runs: what was asked is done, or nothing was asked yet."""
    if b.heeft("klacht_afgedaan"):
        meer = _("Bent u niet tevreden? Ga dan binnen een jaar naar de ombudsman. In het antwoord staat naar welke.")
        return Beurt(NIEMAND, _("De gemeente heeft op uw klacht geantwoord."), meer)
    if b.heeft("inzage_gegeven"):
        meer = _("Klopt er iets niet? Vraag de gemeente dan om het te verbeteren.")
        return Beurt(NIEMAND, _("De gemeente heeft u uw dossier laten zien."), meer)
    zin = _("U kunt een klacht indienen of vragen om uw dossier te zien.")
    return Beurt(U, zin, _("Dat mag altijd en het kost niets. Kies hieronder de brief die u nodig hebt."))


def _begin(b: Beeld) -> Beurt:
    if not b.dossier.van_elders and gekozen(STAP["melding"], b.dossier) != "nee":
        zin = _("Vertel eerst wat er al is gebeurd.")
        meer = _("Dan ziet u wie er aan zet is en welke dagen tellen. Is er nog niets gebeurd? Begin met een melding.")
        return Beurt(U, zin, meer)
    zin = _("U bent aan zet: vertel de gemeente dat u hulp nodig hebt.")
    return Beurt(
        U,
        zin,
        _("Dat heet een melding. Bellen, schrijven of langsgaan: alles mag. Dan gaat de tijd van de gemeente lopen."),
    )


_ORDE: Final[tuple[Callable[[Beeld], Beurt | None], ...]] = (
    _afgesloten, _rechter, _bezwaar, _besluit, _aanvraag, _verslag, _onderzoek,
)  # fmt: skip


def beurt(b: Beeld) -> Beurt:
    """Whose turn it is in this case."""
    if b.alleen_klacht:
        return _overig(b) or _klacht_of_inzage(b)
    for regel in _ORDE:
        gevonden = regel(b)
        if gevonden is not None:
            return gevonden
    return _overig(b) or _begin(b)
