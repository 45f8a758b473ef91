"""A case on the page of a worker: clock, safeguards with the way to mend, needs, facts, steps."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from keukentafel.dossier.afgeleid import SPOED, spoeddag
from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.leesbaar import behoeftenamen, gewone_zin, regels
from keukentafel.dossier.models import Gebruiker
from keukentafel.dossier.rechten import ROLLEN
from keukentafel.dossier.rechtzetting import mag as mag_rechtzetten
from keukentafel.dossier.rechtzetting import rechtzettingen
from keukentafel.dossier.toegang import Persoon, reikt
from keukentafel.dossier.woorden import LEEFGEBIEDEN, feitwoord, keuzewoord
from keukentafel.procedure.draad import Draad
from keukentafel.procedure.register import FASEN as DELEN
from keukentafel.procedure.register import TERMIJN, WAARBORG
from keukentafel.procedure.termijn import Stand
from keukentafel.procedure.uitleg import uitleg
from keukentafel.procedure.waarborg import GESCHONDEN, LOOPT, NVT, Oordeel, Waarborg
from keukentafel.werkplek import herstel
from keukentafel.werkplek.woorden import (
    GROEPEN,
    OORDELEN,
    STATUSSEN,
    STILLE_TERMIJNEN,
    stapnaam,
    termijnnaam,
    voorstelnaam,
    waarborgtitel,
)

DOORGEGAAN = "doorgegaan_omdat"
"""The field of a fact that says why a professional went on though a safeguard was missed; no letter holds it."""
TIJDELIJK = "tijdelijke_voorziening_verstrekt"
VOOROP: Mapping[str, tuple[str, ...]] = {
    "melding": (
        "ontvangst_bevestigd", "tijdelijke_voorziening_verstrekt", "clientondersteuning_aangeboden",
        "persoonlijk_plan_aangeboden", "onderzoeksvorm_gekozen", "uitnodiging_verstuurd", "gesprek_verzet",
        "gesprek_gevoerd",
    ),
    "onderzoek": (
        "uitnodiging_verstuurd", "gesprek_gevoerd", "verslag_verstuurd", "verslag_getoetst", "identiteit_vastgesteld",
        "advies_gevraagd", "gegevens_gevraagd",
    ),
    "verslag": ("reactie_op_verslag_ontvangen", "verslag_verstuurd", "aanvraag_ontvangen", "onderzoek_afgesloten"),
    "aanvraag": (
        "besluit_bekendgemaakt", "aanvulling_gevraagd", "beslistermijn_verlengd", "ingebrekestelling_ontvangen",
        "dwangsombesluit_bekendgemaakt", "dwangsom_betaald",
    ),
    "besluit": (
        "voorziening_gestart", "dwangsombesluit_bekendgemaakt", "dwangsom_betaald", "bezwaar_ontvangen",
        "evaluatie_gehouden",
    ),
    "rechtsbescherming": ("ontvangst_bevestigd", "hoorzitting_gepland", "beslissing_op_bezwaar_bekendgemaakt"),
    "vervolg": ("evaluatie_gehouden", "heronderzoek_gestart", "besluit_gewijzigd", "dossier_afgesloten"),
}  # fmt: skip
"""What mostly comes next in a phase; every other step that may be taken stands below it."""


@dataclass(frozen=True, slots=True)
class Stap:
    """A step that may be taken now, by this person."""

    soort: str
    titel: str
    bij: str = "werk:vastleggen"
    """The name of the page where it is done."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One safeguard on the page. `herstel`: the steps with which it can be mended; `wie` says who can, if not you."""

    id: str
    titel: str
    uitleg: str
    binding: str
    bron: str
    staat: str
    woord: str
    uiterlijk: date | None
    herstel: tuple[Stap, ...]
    eis: str
    soorten: frozenset[str]
    """Every kind of fact that mends it, also what this person may not record now."""
    beslisser: bool
    """Only who decides can mend it."""


def soorten_voor(wie: Persoon, inzage: Inzage) -> frozenset[str]:
    """The kinds of fact that this person may record in this case."""
    return frozenset().union(*(ROLLEN[m.rol].feiten for m in wie.mandaten if reikt(m, inzage.zaak)))


def stappen(
    inzage: Inzage, mag: Collection[str], voor: Collection[str] = ()
) -> tuple[list[Stap], list[tuple[str, list[Stap], bool]]]:
    """What mostly comes next, and everything else under the heading of its part of the procedure, with whether the
    case is in that part now.

    `mag`: what this person may record; `voor`: what this person may prepare for who decides.
    """
    nu = {s.soort for s in inzage.beoordeling.stappen if s.mag and (s.soort in mag or s.soort in voor)}
    eerst_ = TERMIJN[inzage.zaak.eerstvolgend].gehaald_door if inzage.zaak.eerstvolgend in TERMIJN else ()
    if inzage.zaak.eerstvolgend == SPOED:
        eerst_ = (TIJDELIJK,)
    meestal = VOOROP.get(inzage.beoordeling.fase.value, ())
    voorop = [s for s in dict.fromkeys((*eerst_, *meestal)) if s in nu and (s in eerst_ or _nodig(s, inzage))]
    groepen = []
    for deel in DELEN:
        rij = [stap(f.soort, f.soort not in mag) for f in deel.FEITEN if f.soort in nu and f.soort not in voorop]
        if rij:
            naam = deel.__name__.rpartition(".")[2]
            groepen.append((str(GROEPEN[naam]), rij, naam == inzage.beoordeling.fase.value))
    return [stap(soort, soort not in mag) for soort in voorop], groepen


def _nodig(soort: str, inzage: Inzage) -> bool:
    """Not what has been done already, where doing it once is enough."""
    zaak = inzage.beoordeling.zaak
    if soort == TIJDELIJK:
        return inzage.zaak.spoed
    if soort == "ontvangst_bevestigd" and inzage.beoordeling.fase.value == "rechtsbescherming":
        return sum(1 for f in zaak.van(soort) if f.velden.get("betreft") == "bezwaar") == 0
    if soort == "gesprek_verzet":
        return zaak.heeft("uitnodiging_verstuurd") and not zaak.heeft("gesprek_gevoerd")
    if soort.startswith("dwangsom"):
        return any(d.dwangsom.dagen > 0 for d in inzage.beoordeling.dwangsommen) and not zaak.heeft(soort)
    return soort in ("advies_gevraagd", "gegevens_gevraagd", "evaluatie_gehouden") or not zaak.heeft(soort)


def stap(soort: str, voorstel: bool = False) -> Stap:
    """A kind of fact as a step on the page: to record, or to prepare for who decides."""
    return Stap(soort, voorstelnaam(soort), "werk:voorstel") if voorstel else Stap(soort, stapnaam(soort))


def waarborgen(inzage: Inzage, mag: Collection[str]) -> list[dict[str, Any]]:
    """The safeguards, grouped by their verdict: what is missed first. What is not at stake is left out."""
    nu = {s.soort for s in inzage.beoordeling.stappen if s.mag and s.soort in mag}
    groepen, namen = [], behoeftenamen(inzage.rijen)
    for uitslag, (staat, kop) in OORDELEN.items():
        rij = [regel(w, o, nu, namen) for w, o in inzage.beoordeling.waarborgen if o.oordeel is uitslag]
        if rij and uitslag is not NVT:
            groepen.append({"staat": staat, "kop": kop, "regels": rij, "open": uitslag is GESCHONDEN})
    return groepen


def regel(w: Waarborg, o: Oordeel, mag: Collection[str], namen: Mapping[str, str]) -> Regel:
    """One safeguard with its verdict, and the steps out of `mag` that mend it. `namen`: the needs in their words."""
    staat, woord = OORDELEN[o.oordeel]
    soorten = frozenset(herstel.voor(w, o)) if o.oordeel in (GESCHONDEN, LOOPT) else frozenset()
    stappen_ = tuple(stap(s) for s in herstel.soorten(w) if s in soorten and s in mag)
    beslisser = soorten <= ROLLEN["beslisser"].feiten and not soorten & ROLLEN["consulent"].feiten
    return Regel(
        w.id, waarborgtitel(w), gewone_zin(o.uitleg, namen), (o.binding or w.binding).value, ", ".join(w.bron_tekst),
        staat, str(woord),
        None if o.uiterlijk is None or o.oordeel is not LOOPT else date.fromordinal(o.uiterlijk), stappen_, w.eis,
        soorten, bool(soorten) and beslisser,
    )  # fmt: skip


def klok(inzage: Inzage) -> list[dict[str, Any]]:
    """The days of the case in order of time; those without a last day come last."""
    vandaag = inzage.beoordeling.casus.peildatum
    punten = [_punt(s, vandaag) for s in inzage.beoordeling.termijnen if s.termijn.id not in STILLE_TERMIJNEN]
    punten += [_spoedpunt(inzage)] if inzage.beoordeling.zaak.heeft("spoed_vastgesteld") else []
    return sorted(punten, key=lambda p: p["datum"] or date.max)


def _spoedpunt(inzage: Inzage) -> dict[str, Any]:
    """The temporary help among the days of the case: no term of the law, which names no day, but as pressing."""
    b, w = inzage.beoordeling, WAARBORG["M6"]
    oordeel = next(o for w_, o in b.waarborgen if w_ is w)
    gedaan = next(iter(b.zaak.van(TIJDELIJK)), None)
    dag, begin = spoeddag(b), b.zaak.van("spoed_vastgesteld")[0]
    laat = oordeel.oordeel is GESCHONDEN
    if gedaan is None and not laat and dag is not None:
        staat, woord = _nog((dag - b.casus.peildatum).days)
    else:
        naam = ("te_laat_gehaald" if laat else "gehaald") if gedaan is not None else "overschreden" if laat else "loopt"
        staat, woord = STATUSSEN[naam][0], str(STATUSSEN[naam][1])
    return {
        "datum": dag, "wat": termijnnaam(SPOED), "staat": staat, "woord": woord, "uitleg": (oordeel.uitleg,),
        "bron": ", ".join(w.bron_tekst), "binding": w.binding.value,
        "gedaan_op": gedaan.datum if gedaan is not None else None, "feit": begin.nr,
    }  # fmt: skip


def _nog(dagen: int) -> tuple[str, str]:
    """How a running term stands, with so many days to go."""
    if dagen == 0:
        return "let_op", _("Vandaag is de laatste dag")
    woord = ngettext("Nog %(n)s dag", "Nog %(n)s dagen", dagen) % {"n": dagen}
    return ("let_op" if dagen <= 3 else "loopt"), woord


def _punt(stand: Stand, vandaag: date) -> dict[str, Any]:
    staat, woord = STATUSSEN[stand.status.value][0], str(STATUSSEN[stand.status.value][1])
    if stand.status.value == "loopt" and stand.uiterlijk is not None:
        staat, woord = _nog((stand.uiterlijk - vandaag).days)
    return {
        "datum": stand.uiterlijk, "wat": termijnnaam(stand.termijn.id), "staat": staat, "woord": woord,
        "uitleg": uitleg(stand), "bron": ", ".join(stand.termijn.bron_tekst), "binding": stand.termijn.binding.value,
        "gedaan_op": stand.gehaald.datum if stand.gehaald is not None else None, "feit": stand.feit.nr,
    }  # fmt: skip


KOLOMMEN = {
    "melding": gettext_lazy("Melding"), "plan": gettext_lazy("Plan"), "gesprek": gettext_lazy("Gesprek"),
    "verslag": gettext_lazy("Verslag"), "aanvraag": gettext_lazy("Aanvraag"), "besluit": gettext_lazy("Besluit"),
}  # fmt: skip
"""The steps on the way of a need, as columns."""


def draden(inzage: Inzage) -> list[dict[str, Any]]:
    """The way of each need: what every step says of it, and where it fell off the table."""
    gebieden = dict(LEEFGEBIEDEN)
    return [
        {
            "naam": d.vraag or str(gebieden.get(d.leefgebied or "", d.leefgebied or d.id)),
            "gebied": str(gebieden.get(d.leefgebied or "", d.leefgebied or "")),
            "cellen": [(kop, _cel(d, stap)) for stap, kop in KOLOMMEN.items()],
            "slot": _slot(d),
        }
        for d in inzage.beoordeling.behoeften
    ]


def _cel(draad: Draad, stap: str) -> str:
    """What a step says of a need; empty when it says nothing. A decision is that which was made of it later."""
    gewijzigd = draad.bij("wijziging") if stap == "besluit" else None
    knoop = gewijzigd or draad.bij(stap)
    if knoop is None:
        return _("valt hier weg") if draad.gevallen_tussen == stap else ""
    woord = _keuze(knoop.uitkomst) if stap in ("verslag", "aanvraag", "besluit") and knoop.uitkomst else _("genoemd")
    woord = _("gewijzigd: %(wat)s") % {"wat": woord.lower()} if gewijzigd else woord
    return f"{woord}: {knoop.reden}" if knoop.reden else woord


def _keuze(waarde: str) -> str:
    try:
        return str(keuzewoord("", waarde))
    except KeyError:
        return waarde


def _slot(draad: Draad) -> dict[str, str]:
    if draad.gevallen_tussen:
        return {"staat": "te_laat", "woord": _("Weggevallen")}
    return {"staat": "loopt", "woord": _("Open")} if draad.open else {"staat": "gedaan", "woord": _("Klaar")}


def feiten(inzage: Inzage, wie: Persoon) -> list[dict[str, Any]]:
    """All facts, the newest first, in words; with who recorded each, and whether it was put right or can be."""
    namen = behoeftenamen(inzage.rijen)
    mensen = Gebruiker.objects.in_bulk({r.door_id for r in inzage.rijen if r.door_id is not None})
    recht = rechtzettingen(inzage.rijen)
    rollen = {m.rol for m in wie.mandaten if reikt(m, inzage.zaak)}
    return [
        {
            "nr": rij.nr, "titel": str(feitwoord(rij.soort)), "datum": rij.datum,
            "velden": regels(rij, namen, zonder={DOORGEGAAN}),
            "door": mensen[rij.door_id].naam if rij.door_id in mensen else "",
            "rol": ROLLEN[rij.rol].titel if rij.rol in ROLLEN else rij.rol, "op": rij.vastgelegd_op,
            "doorgegaan": rij.velden.get(DOORGEGAAN, ""), "rechtgezet": recht.get(rij.nr),
            "recht_te_zetten": mag_rechtzetten(rij, rollen),
        }
        for rij in reversed(inzage.rijen)
    ]  # fmt: skip


def dwangsommen(inzage: Inzage) -> list[dict[str, Any]]:
    """The meter of every dwangsom: days and amount so far, and the most it can become."""
    return [
        {
            "betreft": _("het bezwaar") if d.betreft == "bezwaar" else _("de aanvraag"), "loopt": d.loopt,
            "ingebreke": d.dwangsom.ingebrekestelling, "dagen": d.dwangsom.dagen, "bedrag": d.dwangsom.bedrag,
            "maximum": d.dwangsom.maximum, "eerste_dag": d.dwangsom.eerste_dag, "laatste_dag": d.dwangsom.laatste_dag,
        }
        for d in inzage.beoordeling.dwangsommen
    ]  # fmt: skip


def eerst(inzage: Inzage) -> dict[str, Any] | None:
    """What the law asks of the municipality first, as the work list says it; None when nothing runs."""
    zaak = inzage.zaak
    if zaak.eerstvolgend == SPOED:
        return _spoedpunt(inzage)
    stand = next(
        (
            s
            for s in inzage.beoordeling.termijnen
            if s.termijn.id == zaak.eerstvolgend and s.uiterlijk == zaak.uiterlijk
        ),
        None,
    )
    return None if stand is None else _punt(stand, inzage.beoordeling.casus.peildatum)


def geboren(inzage: Inzage) -> date | str:
    """The day of birth, as a day when it was written as one."""
    tekst = inzage.zaak.betrokkene.geboortedatum
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return tekst
