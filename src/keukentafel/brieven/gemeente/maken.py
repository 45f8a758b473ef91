"""From a fact of a case to the letter that goes out with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from keukentafel.brieven.gemeente.beeld import Afzender, Gemeentebeeld, als_moment
from keukentafel.brieven.gemeente.leeg import lege_koppen, onvolledig
from keukentafel.brieven.gemeente.model import Gemeentebrief, Ontvanger, Opgesteld
from keukentafel.brieven.gemeente.soorten import BRIEVEN
from keukentafel.brieven.gemeente.velden import vul
from keukentafel.brieven.taal import EN, NL, Tekst
from keukentafel.procedure import Beoordeling

_NAMENS = Tekst("namens het college van burgemeester en wethouders van {}", "on behalf of the mayor and aldermen of {}")
_KOPIE = "U krijgt een kopie van deze brief, omdat u {0} vertegenwoordigt. Waar ‘u’ staat, bedoelen wij {0}."
_OOK_AAN = Tekst(
    "Een kopie van deze brief gaat naar {}, als uw vertegenwoordiger.",
    "A copy of this letter goes to {}, as your representative.",
)
_LEESVERSIE = "This is an English reading version. The Dutch letter is the one that counts."
ONDERDELEN_UITNODIGING = (
    "gesprekspartner", "datum_en_tijd", "verzetten", "gesprekspunten", "mantelzorger", "clientondersteuning",
    "persoonlijk_plan",
)  # fmt: skip
"""The parts a-g of spelregel 2."""


def brief_bij(soort: str, beeld: Gemeentebeeld) -> Gemeentebrief | None:
    """The letter that goes out with this kind of fact, in this case; None when there is none."""
    return next((b for b in BRIEVEN.values() if b.bij == soort and (b.past is None or b.past(beeld))), None)


def soorten_met_brief() -> frozenset[str]:
    """The kinds of fact with which a letter can go out."""
    return frozenset(b.bij for b in BRIEVEN.values())


def ontbreekt(soort: str, velden: Mapping[str, Any]) -> list[str]:
    """The fields that the letter with this fact needs and that are not filled in: for the form that makes it."""
    if soort == "besluit_bekendgemaakt":
        naam = "besluit-buiten-behandeling" if velden.get("uitkomst") == "buiten_behandeling" else "besluit"
        return [v for v in BRIEVEN[naam].nodig if not velden.get(v)]
    return [v for b in BRIEVEN.values() if b.bij == soort for v in b.nodig if not velden.get(v)]


def onderdelen_van(velden: Mapping[str, Any]) -> list[str]:
    """Which of the parts a-g the invitation with these fields holds: all that need no field, and who and when if given.

    Record these as `onderdelen` of `uitnodiging_verstuurd`, so that the file says what the letter says.
    """
    moment = als_moment(velden.get("gesprek_op"))
    wie = velden.get("gesprekspartner") or {}
    mist = set() if moment and moment[1] else {"datum_en_tijd"}
    if not str(wie.get("naam") or "").strip():
        mist.add("gesprekspartner")
    return [deel for deel in ONDERDELEN_UITNODIGING if deel not in mist]


def feiten_bij_bevestiging(datum: date, wijze: str) -> list[dict[str, Any]]:
    """The facts that the confirmation of a melding brings about: record them together (M1, M4, M5)."""
    dag = datum.isoformat()
    return [
        {"soort": "ontvangst_bevestigd", "datum": dag, "wijze": wijze, "betreft": "melding"},
        {"soort": "clientondersteuning_aangeboden", "datum": dag},
        {"soort": "persoonlijk_plan_aangeboden", "datum": dag},
    ]


def stel_op(
    soort: str,
    nr: int,
    dag: date,
    velden: Mapping[str, Any],
    beoordeling: Beoordeling,
    afzender: Mapping[str, Afzender],
) -> list[Opgesteld]:
    """The letter with this fact: in Dutch, and in each other language of `afzender` as a reading version.

    `afzender` holds the municipality's own words by the name of the letter. An empty list: no letter goes out.
    Raises `CasusFout` when the letter would hold an empty or unknown value: it names all that is missing.
    """
    proef = Gemeentebeeld(beoordeling, nr, dag, velden, Afzender(""))
    brief = brief_bij(soort, proef)
    if brief is None:
        return []
    proef.afzender = afzender[brief.naam]
    opgesteld = [_in_taal(brief, proef, taal) for taal in (NL, EN)]
    koppen = lege_koppen(opgesteld[0].blokken)
    if proef.zonder_waarde or koppen:
        raise onvolledig(soort, nr, proef.zonder_waarde, koppen)
    return opgesteld


def voor_ontvanger(brief: Opgesteld, ontvanger: Ontvanger) -> Opgesteld:
    """The letter as this addressee gets it: a copy first says who is meant by 'u', the letter ends with who got one."""
    eerst, slot = [], []
    if ontvanger.namens:
        eerst.append({"soort": "kader", "tekst": _KOPIE.format(ontvanger.namens)})
    if ontvanger.kopie_aan:
        slot.append({"soort": "tekst", "tekst": _OOK_AAN.in_taal(brief.taal).format(ontvanger.kopie_aan)})
    return replace(brief, blokken=(*eerst, *brief.blokken, *slot))


def _in_taal(brief: Gemeentebrief, beeld: Gemeentebeeld, taal: str) -> Opgesteld:
    van = beeld.afzender
    blokken = [*_blokken(brief, beeld, taal), *_eigen_alineas(van, taal)]
    if taal == EN:
        blokken.insert(0, {"soort": "kader", "tekst": _LEESVERSIE})
    return Opgesteld(
        naam=brief.naam,
        taal=taal,
        datum=beeld.dag.isoformat(),
        kenmerk=str(beeld.oordeel.get("zaak", "")),
        onderwerp=vul(brief.onderwerp, beeld, taal),
        blokken=tuple(blokken),
        bronnen=_bronnen(brief, beeld),
        bijlagen=tuple(vul(b, beeld, taal) for b in brief.bijlagen),
        afzender=_regels(f"Gemeente {van.gemeente}", van.eigen.get("afdeling", ""), van.adres),
        contact=_regels(
            f"{'Telephone' if taal == EN else 'Telefoon'}: {van.telefoon}" if van.telefoon else "",
            van.eigen.get("bereikbaar", ""),
            f"E-mail: {van.email}" if van.email else "",
        ),
        ondertekenaar=_regels(van.ondertekenaar, van.functie, _NAMENS.in_taal(taal).format(van.gemeente)),
        sjabloon=van.eigen.get("sjabloon", ""),
    )


def _bronnen(brief: Gemeentebrief, beeld: Gemeentebeeld) -> tuple[str, ...]:
    """The articles that this letter rests on; a norm is no law."""
    artikelen = [*brief.bronnen, *(artikel for als, artikel in brief.ook if als(beeld))]
    return tuple(str(artikel) for artikel in artikelen if artikel.binding != "norm")


def _blokken(brief: Gemeentebrief, beeld: Gemeentebeeld, taal: str) -> Iterator[dict[str, Any]]:
    for blok in brief.blokken:
        if blok.als is not None and not blok.als(beeld):
            continue
        if blok.stukken is not None:
            yield from blok.stukken(beeld, taal)
        elif blok.soort == "lijst":
            regels = blok.regels(beeld, taal) if blok.regels else [vul(deel, beeld, taal) for deel in blok.delen]
            if regels:
                yield {"soort": "lijst", "regels": regels}
        else:
            yield {"soort": blok.soort, "tekst": vul(blok.tekst, beeld, taal)}


def _eigen_alineas(van: Afzender, taal: str) -> list[dict[str, Any]]:
    """What the municipality itself adds to this letter, before the signature. A text without English stays Dutch."""
    eigen = van.alineas.get(taal) or van.alineas.get(NL, "")
    return [{"soort": "tekst", "tekst": deel.strip()} for deel in eigen.split("\n\n") if deel.strip()]


def _regels(*regels: str) -> tuple[str, ...]:
    return tuple(schoon for regel in regels if (schoon := " ".join(regel.split())))
