"""A question as the template shows it: fields with what was typed, faults beside them, and the answers so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keukentafel.brieven.taal import schrijf_datum
from keukentafel.dossier.woorden import Woord
from keukentafel.portaal.uitleg.gemeenten import GemeentenFout, lijst
from keukentafel.portaal.watnu.antwoorden import ANTWOORD, OVERGESLAGEN, feit_van, gekozen
from keukentafel.portaal.watnu.dossier import VANZELF, Dossier
from keukentafel.portaal.watnu.model import Optie, Stap, Veld
from keukentafel.portaal.watnu.stappen import STAPPEN
from keukentafel.portaal.watnu.velden import GEEN, Fout, Rauw, een, invoer, rijnummers
from keukentafel.portaal.watnu.woorden import LEEFGEBIEDEN, behoefte, feittitel

MINSTE_RIJEN, MEESTE_RIJEN = 3, 8


@dataclass(frozen=True, slots=True)
class Keus:
    """One radio button or tick box."""

    id: str
    waarde: str
    tekst: Woord | str
    aan: bool


@dataclass(frozen=True, slots=True)
class Schermveld:
    """One field with everything a template needs. `bij`: the answers it goes with, as words."""

    veld: Veld
    naam: str
    bij: str
    fout: str = ""
    waarde: str = ""
    keuzes: tuple[Keus, ...] = ()
    delen: Mapping[str, str] = field(default_factory=dict)
    rijen: tuple[Mapping[str, Any], ...] = ()
    onbekend: bool = False
    suggesties: tuple[str, ...] = ()

    @property
    def leeg(self) -> bool:
        return not any(keus.aan for keus in self.keuzes)


@dataclass(frozen=True, slots=True)
class Antwoordregel:
    """One answer given so far."""

    stap: Stap
    kop: Woord | str
    waarde: str


def keuzes(stap: Stap, rauw: Rauw) -> list[Keus]:
    """The answers of a question as radio buttons."""
    nu = een(rauw, ANTWOORD)
    return [
        Keus(f"{ANTWOORD}-{nr}", optie.waarde, optie.tekst, optie.waarde == nu) for nr, optie in enumerate(stap.opties)
    ]


def schermvelden(stap: Stap, rauw: Rauw, fouten: Iterable[Fout], dossier: Dossier) -> list[Schermveld]:
    """The fields of a step."""
    bij_fout = {fout.anker: fout.tekst for fout in fouten}
    makers = " ".join(optie.waarde for optie in stap.opties if optie.feit)
    return [
        _schermveld(veld, " ".join(veld.bij) or makers, rauw, bij_fout, dossier)
        for veld in stap.velden
        if veld.soort != "behoefte_ids" or dossier.behoeften
    ]


def _schermveld(veld: Veld, bij: str, rauw: Rauw, fouten: Mapping[str, str], dossier: Dossier) -> Schermveld:
    naam = invoer(veld)
    fout = next((tekst for anker, tekst in fouten.items() if anker == naam or anker.startswith(f"{naam}-")), "")
    if veld.soort == "datum":
        delen = {deel: een(rauw, invoer(veld, deel)) for deel in ("dag", "maand", "jaar")}
        return Schermveld(veld, naam, bij, fout, delen=delen, onbekend=bool(een(rauw, invoer(veld, "onbekend"))))
    if veld.soort == "behoeften":
        return Schermveld(veld, naam, bij, fout, rijen=_rijen(veld, rauw))
    if veld.soort == "per_behoefte":
        return Schermveld(veld, naam, bij, fout, rijen=_per_behoefte(veld, rauw, dossier))
    keuzes_ = _keuzes(veld, naam, rauw.get(naam) or [], dossier)
    return Schermveld(veld, naam, bij, fout, een(rauw, naam), keuzes_, suggesties=_suggesties(veld))


def _suggesties(veld: Veld) -> tuple[str, ...]:
    """Names to choose from while typing; a list that cannot be read only means that there are none."""
    if veld.suggesties != "gemeenten":
        return ()
    try:
        return tuple(gemeente.naam for gemeente in lijst(settings.GEMEENTEN, timezone.localdate()))
    except GemeentenFout:
        return ()


def _keuzes(veld: Veld, naam: str, gekozen_: list[str], dossier: Dossier) -> tuple[Keus, ...]:
    paren: list[tuple[str, Woord | str]] = [(keuze.waarde, keuze.tekst) for keuze in veld.keuzes]
    if veld.soort == "janee":
        paren = [("ja", _("Ja")), ("nee", _("Nee"))]
    elif veld.soort == "behoefte_ids":
        paren = [(str(regel["id"]), behoefte(regel)) for regel in dossier.behoeften]
    if veld.soort in ("janee", "keuze"):
        paren.append(("", _("Weet ik niet")))
        gekozen_ = gekozen_ or [""]
    elif veld.soort == "meer":
        paren.append((GEEN, _("Geen van deze")))
    return tuple(Keus(f"{naam}-{nr}" if nr else naam, w, t, w in gekozen_) for nr, (w, t) in enumerate(paren))


def _rijen(veld: Veld, rauw: Rauw) -> tuple[Mapping[str, Any], ...]:
    nummers = rijnummers(rauw, veld)
    aantal = min(max(len(nummers) + bool(rauw.get("rij")), MINSTE_RIJEN), MEESTE_RIJEN)
    nummers = nummers + [nr for nr in range(MEESTE_RIJEN) if nr not in nummers]
    return tuple(_rij(veld, rauw, nr, plek) for plek, nr in enumerate(nummers[:aantal], 1))


def _rij(veld: Veld, rauw: Rauw, nr: int, plek: int) -> Mapping[str, Any]:
    naam = f"{invoer(veld)}-{nr}"
    gebied = een(rauw, f"{naam}-leefgebied")
    bekend = {keuze.waarde for keuze in LEEFGEBIEDEN}
    anders = [Keus("", gebied, gebied, True)] if gebied and gebied not in bekend else []
    return {
        "naam": naam, "plek": plek, "id": een(rauw, f"{naam}-id"), "vraag": een(rauw, f"{naam}-vraag"),
        "keuzes": [*anders, *(Keus("", k.waarde, k.tekst, k.waarde == gebied) for k in LEEFGEBIEDEN)],
    }  # fmt: skip


def _per_behoefte(veld: Veld, rauw: Rauw, dossier: Dossier) -> tuple[Mapping[str, Any], ...]:
    uit = []
    for nr, regel in enumerate(dossier.behoeften):
        naam = f"{invoer(veld)}-{nr}"
        nu = een(rauw, naam)
        opties = [Keus("", keuze.waarde, keuze.tekst, keuze.waarde == nu) for keuze in veld.keuzes]
        uit.append(
            {"naam": naam, "tekst": behoefte(regel), "keuzes": opties, "reden": een(rauw, f"{naam}-reden") == "ja"}
        )
    return tuple(uit)


# --- the answers so far ---------------------------------------------------------------------------------------------


def samenvatting(dossier: Dossier) -> list[Antwoordregel]:
    """What the visitor answered, a line a question."""
    uit = []
    for stap in STAPPEN:
        regel = _apart(stap, dossier) if stap.opslag else _uit_feit(stap, dossier)
        if regel is not None:
            uit.append(regel)
    return uit


def _apart(stap: Stap, dossier: Dossier) -> Antwoordregel | None:
    if stap.opslag == "gemeente" and dossier.gemeente:
        return Antwoordregel(stap, _("Gemeente"), dossier.gemeente)
    if stap.opslag == "behoeften" and dossier.behoeften:
        return Antwoordregel(stap, _("Hulpvragen"), " · ".join(behoefte(regel) for regel in dossier.behoeften))
    optie = stap.optie(dossier.rol) if stap.opslag == "rol" else None
    if optie is not None:
        return Antwoordregel(stap, _("Ingevuld voor"), str(optie.tekst))
    if stap.opslag == "huishouden" and dossier.huishouden.get("personen"):
        tekst = _("1 persoon") if dossier.huishouden["personen"] == 1 else _("2 personen")
        return Antwoordregel(stap, _("Huishouden"), tekst)
    return None


def _uit_feit(stap: Stap, dossier: Dossier) -> Antwoordregel | None:
    gevonden = feit_van(stap, dossier)
    if gevonden is not None:
        optie, feit = gevonden
        return Antwoordregel(stap, feittitel(str(optie.feit)), _datum(feit))
    antwoord = gekozen(stap, dossier)
    optie_zonder: Optie | None = stap.optie(antwoord)
    if optie_zonder is None or antwoord == OVERGESLAGEN or stap.naam not in dossier.antwoorden:
        return None
    soort = next((optie.feit for optie in stap.opties if optie.feit), "")
    return Antwoordregel(stap, feittitel(str(soort)), str(optie_zonder.tekst))


def _datum(feit: Mapping[str, Any]) -> str:
    if feit.get("toelichting") in VANZELF:
        return _("Ja")
    try:
        return schrijf_datum(date.fromisoformat(str(feit["datum"])[:10]), get_language() or "nl")
    except (KeyError, ValueError):
        return _("ja, dag onbekend")
