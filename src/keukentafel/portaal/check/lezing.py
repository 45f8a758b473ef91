"""From the ticks on a check form to facts of the case, so that the same safeguards judge it as everywhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keukentafel.portaal.check.inhoud import BESLUIT, DATUM, VERSLAG
from keukentafel.portaal.watnu.dossier import AFGELEID, Dossier
from keukentafel.portaal.watnu.velden import GEEN, REDEN, Fout, Omstandigheid, Rauw, een, lees

RIJEN: Final = 6
LIJSTEN: Final = ("onderdeel", "onderzocht")
"""The two lists of the check of a report. A list without a tick was left open: it tells nothing."""
_RIJ: Final = re.compile(r"rij-(\d)-tekst")
_ONDERDELEN: Final = [punt.naam for punt in VERSLAG if punt.soort == "onderdeel"]
_VOORWAARDEN: Final = ("bekwaam", "gemotiveerd", "kwaliteit")


@dataclass(frozen=True, slots=True)
class Rij:
    """One need with what the report and the decision say of it."""

    id: str
    tekst: str
    verslag: str = ""
    besluit: str = ""
    reden: bool = False


def rijen(rauw: Rauw) -> list[Rij]:
    """The needs on the form; empty rows are left out."""
    uit: list[Rij] = []
    for nr in sorted({int(m[1]) for naam in rauw if (m := _RIJ.fullmatch(naam))}):
        tekst = een(rauw, f"rij-{nr}-tekst")[:300]
        if not tekst:
            continue
        bezet = {rij.id for rij in uit} | {een(rauw, f"rij-{n}-id") for n in range(RIJEN)}
        vrij = next(f"b{n}" for n in range(1, 3 * RIJEN) if f"b{n}" not in bezet)
        uit.append(
            Rij(
                een(rauw, f"rij-{nr}-id") or vrij, tekst,
                een(rauw, f"rij-{nr}-verslag"), een(rauw, f"rij-{nr}-besluit"), een(rauw, f"rij-{nr}-reden") == "ja",
            )
        )  # fmt: skip
    return uit


def vul_aan(soort: str, rauw: Rauw, dossier: Dossier, vandaag: date) -> tuple[Fout, ...]:
    """Write the form into the dossier; the faults, all at once, when it cannot be used as it is."""
    gelezen = lees([DATUM[soort]], rauw, Omstandigheid(vandaag, get_language() or "nl"))
    fouten = list(gelezen.fouten)
    for naam in LIJSTEN:
        if GEEN in (rauw.get(naam) or []) and len(rauw[naam]) > 1:
            fouten.append(Fout(f"{naam}-0", _("U kruiste iets aan, en ook ‘geen van deze’. Haal een van de twee weg.")))
    if fouten:
        return tuple(fouten)
    datum = str(gelezen.waarden.get("datum", "onbekend"))
    (_vul_verslag if soort == "verslag" else _vul_besluit)(rauw, rijen(rauw), datum, dossier)
    return ()


def _feit(dossier: Dossier, soort: str, datum: str = "onbekend") -> dict[str, Any]:
    """The first fact of this kind, made when it is not there; a known day is kept when the form gives none."""
    gevonden = dossier.van(soort)
    if gevonden:
        feit = gevonden[0]
        if datum != "onbekend" or feit.get("toelichting") == AFGELEID:
            feit["datum"] = datum
            feit.pop("toelichting", None)
        return feit
    feit = {"soort": soort, "datum": datum}
    dossier.feiten.append(feit)
    return feit


def _vul_behoeften(rij: list[Rij], dossier: Dossier) -> None:
    dossier.leid_af()
    if not rij:
        return
    _feit(dossier, "melding_ontvangen")
    bekend = {str(regel["id"]): regel for regel in dossier.behoeften}
    dossier.zet_behoeften([{**bekend.get(r.id, {}), "id": r.id, "vraag": r.tekst} for r in rij])


def _vul_verslag(rauw: Rauw, rij: list[Rij], datum: str, dossier: Dossier) -> None:
    verslag = _feit(dossier, "verslag_verstuurd", datum)
    gekozen = rauw.get("onderdeel") or []
    if gekozen:
        verslag["onderdelen"] = [naam for naam in _ONDERDELEN if naam in gekozen]
    else:
        verslag.pop("onderdelen", None)
    if een(rauw, "plan") == "ja":
        _feit(dossier, "persoonlijk_plan_ontvangen")
    if rij:
        verslag["behoeften"] = [{"id": r.id, "soort_oplossing": r.verslag} for r in rij if r.verslag]
    _vul_behoeften(rij, dossier)


def _vul_besluit(rauw: Rauw, rij: list[Rij], datum: str, dossier: Dossier) -> None:
    besluit = _feit(dossier, "besluit_bekendgemaakt", datum)
    for punt in BESLUIT:
        if punt.veld and een(rauw, punt.naam) in ("ja", "nee"):
            besluit[punt.veld] = een(rauw, punt.naam) == "ja"
    if een(rauw, "uitkomst"):
        besluit["uitkomst"] = een(rauw, "uitkomst")
    if rij:
        aanvraag = _feit(dossier, "aanvraag_ontvangen")
        aanvraag.pop("toelichting", None)
        aanvraag["behoeften"] = [r.id for r in rij]
        if een(rauw, "pgb") in ("ja", "nee"):
            aanvraag["leveringsvorm"] = "pgb" if een(rauw, "pgb") == "ja" else "zin"
        besluit["behoeften"] = [_regel(r, rauw) for r in rij if r.besluit]
        if any(r.verslag for r in rij):
            _feit(dossier, "verslag_verstuurd")["behoeften"] = [
                {"id": r.id, "soort_oplossing": r.verslag} for r in rij if r.verslag
            ]
    _vul_behoeften(rij, dossier)


def _regel(rij: Rij, rauw: Rauw) -> dict[str, Any]:
    """What the decision says of one need."""
    regel: dict[str, Any] = {"id": rij.id, "uitkomst": rij.besluit}
    if rij.reden:
        regel["reden"] = REDEN
    if rij.besluit == "afgewezen" and een(rauw, "inkomen") in ("ja", "nee"):
        regel["grond"] = "inkomen_of_vermogen" if een(rauw, "inkomen") == "ja" else "anders"
    if een(rauw, "pgb") == "ja":
        gewogen = {naam: "ja" for naam in _VOORWAARDEN if een(rauw, naam) == "ja"}
        if gewogen or any(een(rauw, naam) == "nee" for naam in _VOORWAARDEN):
            regel["pgb_voorwaarden"] = gewogen
    return regel


def uit_dossier(soort: str, dossier: Dossier) -> dict[str, list[str]]:
    """What the form holds when it is opened from a dossier: what was ticked before, else what is known."""
    eerder = dossier.eigen.get("check")
    if isinstance(eerder, dict) and isinstance(eerder.get(soort), dict):
        return {str(n): [str(w) for w in ws] for n, ws in eerder[soort].items() if isinstance(ws, list)}
    uit: dict[str, list[str]] = {}
    for nr, regel in enumerate(dossier.behoeften[:RIJEN]):
        uit[f"rij-{nr}-id"], uit[f"rij-{nr}-tekst"] = [str(regel["id"])], [str(regel.get("vraag") or "")]
    feiten = dossier.van("verslag_verstuurd" if soort == "verslag" else "besluit_bekendgemaakt")
    if feiten:
        uit.update(_uit_feit(soort, feiten[0]))
    if soort == "verslag" and dossier.heeft("persoonlijk_plan_ontvangen"):
        uit["plan"] = ["ja"]
    return uit


def _uit_feit(soort: str, feit: Mapping[str, Any]) -> dict[str, list[str]]:
    uit: dict[str, list[str]] = {}
    jaar, maand, dag = [*str(feit.get("datum", ""))[:10].split("-"), "", "", ""][:3]
    if dag:
        uit.update({"v-datum-dag": [dag], "v-datum-maand": [maand], "v-datum-jaar": [jaar]})
    if soort == "verslag" and isinstance(feit.get("onderdelen"), list):
        uit["onderdeel"] = [str(deel) for deel in feit["onderdelen"]]
    for punt in BESLUIT if soort == "besluit" else ():
        if punt.veld and isinstance(feit.get(punt.veld), bool):
            uit[punt.naam] = ["ja" if feit[punt.veld] else "nee"]
    if soort == "besluit" and feit.get("uitkomst"):
        uit["uitkomst"] = [str(feit["uitkomst"])]
    return uit
