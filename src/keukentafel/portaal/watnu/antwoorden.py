"""Answers to a question and facts of the case: the way there and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keukentafel.portaal.watnu.dossier import VANZELF, Dossier
from keukentafel.portaal.watnu.model import Optie, Stap, Veld
from keukentafel.portaal.watnu.stappen import ALLES, PLEK, STAP
from keukentafel.portaal.watnu.velden import Fout, Lezing, Omstandigheid, Rauw, een, lees, schrijf
from keukentafel.procedure import CasusFout

ANTWOORD: Final = "antwoord"
OVERGESLAGEN: Final = "overgeslagen"


@dataclass(frozen=True, slots=True)
class Verwerking:
    """What became of a form: the new dossier, or the faults."""

    dossier: Dossier
    fouten: tuple[Fout, ...] = ()


def omstandigheid(dossier: Dossier, vandaag: date) -> Omstandigheid:
    return Omstandigheid(vandaag, get_language() or "nl", tuple(dossier.behoeften))


def feit_van(stap: Stap, dossier: Dossier) -> tuple[Optie, dict[str, Any]] | None:
    """The answer that made a fact, with that fact."""
    for optie in stap.opties:
        for feit in dossier.feiten:
            if optie.herkent(feit):
                return optie, feit
    return None


def doelfeit(stap: Stap, dossier: Dossier) -> dict[str, Any] | None:
    """The fact that the fields of this step belong to."""
    gevonden = feit_van(STAP[stap.hoort_bij] if stap.hoort_bij else stap, dossier)
    return gevonden[1] if gevonden else None


def gekozen(stap: Stap, dossier: Dossier) -> str:
    """The answer given, or nothing."""
    if stap.opslag == "rol":
        return dossier.rol
    gevonden = feit_van(stap, dossier)
    if gevonden:
        return gevonden[0].waarde
    impliciet = "nee" if stap.naam in PLEK.get(dossier.plek, PLEK[ALLES]).nee else ""
    return dossier.antwoorden.get(stap.naam, impliciet)


def velden_bij(stap: Stap, waarde: str) -> list[Veld]:
    """The fields that belong to an answer."""
    if not stap.opties:
        return list(stap.velden)
    makers = [optie.waarde for optie in stap.opties if optie.feit]
    return [veld for veld in stap.velden if waarde in (veld.bij or makers)]


def beantwoord(stap: Stap, dossier: Dossier) -> bool:
    """Has this question been answered (skipping is no answer)?"""
    if stap.opties:
        return gekozen(stap, dossier) not in ("", OVERGESLAGEN, "weet_niet")
    return any(_waarde(stap, veld, dossier) is not None for veld in stap.velden)


# --- showing --------------------------------------------------------------------------------------------------------


def ingevuld(stap: Stap, dossier: Dossier, vandaag: date) -> dict[str, list[str]]:
    """What the form of this step holds: what was half typed before, else what the dossier says."""
    half = dossier.half.get(stap.naam)
    if isinstance(half, dict):
        return {str(naam): [str(w) for w in waarden] for naam, waarden in half.items() if isinstance(waarden, list)}
    om = omstandigheid(dossier, vandaag)
    uit: dict[str, list[str]] = {ANTWOORD: [gekozen(stap, dossier)]}
    for veld in stap.velden:
        waarde = _waarde(stap, veld, dossier)
        if waarde is not None:
            uit.update(schrijf(veld, waarde, om))
    return uit


def _waarde(stap: Stap, veld: Veld, dossier: Dossier) -> Any:
    """The value of a field in the dossier, or None."""
    if stap.opslag == "gemeente":
        return dossier.gemeente or None
    if stap.opslag == "behoeften":
        return dossier.behoeften or None
    if stap.opslag == "huishouden":
        return dossier.huishouden.get(veld.naam)
    feit = doelfeit(stap, dossier)
    if feit is None or (veld.naam == "datum" and feit.get("toelichting") in VANZELF):
        return None
    return pad(feit, veld.naam)


def pad(feit: Mapping[str, Any], naam: str) -> Any:
    """The value at a dotted path, or None."""
    waarde: Any = feit
    for deel in naam.split("."):
        waarde = waarde.get(deel) if isinstance(waarde, Mapping) else None
    return waarde


# --- taking in ------------------------------------------------------------------------------------------------------


def verwerk(stap: Stap, rauw: Rauw, dossier: Dossier, vandaag: date) -> Verwerking:
    """Read a form into a new dossier, judged by the engine; the given one is left as it was."""
    antwoord = een(rauw, ANTWOORD)
    optie = stap.optie(antwoord)
    if stap.opties and optie is None:
        return Verwerking(dossier, (Fout(f"{ANTWOORD}-0", _("Kies een antwoord, of sla de vraag over.")),))
    lezing = lees(velden_bij(stap, antwoord), rauw, omstandigheid(dossier, vandaag))
    if lezing.fouten:
        return Verwerking(dossier, tuple(lezing.fouten))
    nieuw = dossier.kopie()
    _bewaar(stap, optie, lezing, nieuw)
    nieuw.half.pop(stap.naam, None)
    nieuw.leid_af()
    fouten = _keuring(stap, nieuw, vandaag)
    return Verwerking(dossier if fouten else nieuw, fouten)


def kies_plek(naam: str, dossier: Dossier) -> None:
    """Take in where the visitor is: what that says to have happened counts, over what was answered to it before."""
    stappen = [STAP[stap] for stap in PLEK[naam].ja]
    for stap in stappen:
        dossier.antwoorden.pop(stap.naam, None)
    dossier.zet_plek(naam, [str(stap.opties[0].feit) for stap in stappen])


def sla_over(stap: Stap, dossier: Dossier) -> None:
    """Go on without an answer; what was answered before stays."""
    dossier.half.pop(stap.naam, None)
    if not beantwoord(stap, dossier):
        dossier.antwoorden[stap.naam] = OVERGESLAGEN


def _bewaar(stap: Stap, optie: Optie | None, lezing: Lezing, dossier: Dossier) -> None:
    if stap.opslag:
        _bewaar_apart(stap, optie, lezing, dossier)
    elif stap.hoort_bij:
        feit = doelfeit(stap, dossier)
        if feit is not None:
            _vul(feit, stap.velden, lezing)
    elif optie is not None:
        _bewaar_feit(stap, optie, lezing, dossier)
    if not stap.opties:
        dossier.antwoorden[stap.naam] = "ja"


def _bewaar_apart(stap: Stap, optie: Optie | None, lezing: Lezing, dossier: Dossier) -> None:
    if stap.opslag == "rol" and optie is not None:
        dossier.eigen["rol"] = optie.waarde
    elif stap.opslag == "gemeente":
        dossier.gemeente = lezing.waarden.get("gemeente", "")
    elif stap.opslag == "behoeften":
        dossier.zet_behoeften(lezing.waarden.get("behoeften", []))
    elif stap.opslag == "huishouden":
        waarden = dict(lezing.waarden)
        if "personen" in waarden:
            waarden["personen"] = int(waarden["personen"])
        dossier.huishouden = waarden if "personen" in waarden else {}


def _bewaar_feit(stap: Stap, optie: Optie, lezing: Lezing, dossier: Dossier) -> None:
    """Put the fact of this answer in the place of the fact that the step made before."""
    oud = feit_van(stap, dossier)
    dossier.antwoorden.pop(stap.naam, None)
    if optie.feit is None:
        dossier.antwoorden[stap.naam] = optie.waarde
        if oud is not None:
            dossier.feiten.remove(oud[1])
        return
    if oud is not None and oud[1]["soort"] == optie.feit:
        feit = oud[1]
        if feit.get("toelichting") in VANZELF:
            del feit["toelichting"]
    else:
        if oud is not None:
            dossier.feiten.remove(oud[1])
        feit = {"soort": optie.feit}
        dossier.feiten.append(feit)
    feit.update(optie.vast)
    _vul(feit, velden_bij(stap, optie.waarde), lezing)


def _vul(feit: dict[str, Any], velden: list[Veld] | tuple[Veld, ...], lezing: Lezing) -> None:
    """Write the values of these fields into a fact; a field without a value is taken out."""
    for veld in velden:
        *groepen, naam = veld.naam.split(".")
        doel = feit
        for groep in groepen:
            doel = doel.setdefault(groep, {})
        if veld.naam in lezing.waarden:
            doel[naam] = _samengevoegd(veld, doel.get(naam), lezing.waarden[veld.naam])
        else:
            doel.pop(naam, None)
        if groepen and not feit[groepen[0]]:
            del feit[groepen[0]]


def _samengevoegd(veld: Veld, oud: Any, nieuw: Any) -> Any:
    """Lines about a need keep what this form does not ask (a reason, a provider)."""
    if veld.soort != "per_behoefte" or not isinstance(oud, list):
        return nieuw
    bekend = {str(regel.get("id")): regel for regel in oud if isinstance(regel, dict)}
    weg = (veld.sleutel, "reden") if veld.reden else (veld.sleutel,)
    uit = []
    for regel in nieuw:
        rest = {k: w for k, w in bekend.get(str(regel["id"]), {}).items() if k not in weg}
        eerder = bekend.get(str(regel["id"]), {}).get("reden")
        uit.append({**rest, **regel, **({"reden": eerder} if eerder and "reden" in regel else {})})
    return uit


def _keuring(stap: Stap, dossier: Dossier, vandaag: date) -> tuple[Fout, ...]:
    """The faults that the engine finds in the case as a whole."""
    try:
        dossier.casus(vandaag)
    except CasusFout as fout:
        anker = f"{ANTWOORD}-0" if stap.opties else "formulier"
        return tuple(Fout(anker, f.tekst) for f in fout.fouten)
    return ()
