"""From a case to the letters that fit it, and from a letter to a text of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from keukentafel.brieven import voorwaarden
from keukentafel.brieven.beeld import Zaakbeeld
from keukentafel.brieven.model import Alinea, Brief, Briefaanbod, BriefKanNogNiet, Concept, Moment, OnbekendeBrief
from keukentafel.brieven.soorten import ALLE
from keukentafel.brieven.taal import EN, NL, Tekst, invulplek
from keukentafel.brieven.velden import vul
from keukentafel.procedure.zaak import Casus

_AANHEF = Tekst("Geacht college,", "Dear Sir or Madam,")
_SLOT = Tekst("Met vriendelijke groet,", "Yours faithfully,")
_VOLGORDE = {moment: nummer for nummer, moment in enumerate(Moment)}
_COLLEGE = "College van burgemeester en wethouders"

Beoordeling = Mapping[str, Any]


def brief(naam: str) -> Brief:
    """The declaration of a letter. Raises OnbekendeBrief."""
    try:
        return ALLE[naam]
    except KeyError:
        raise OnbekendeBrief(naam) from None


def aanbod(beoordeling: Beoordeling, casus: Casus, vandaag: date, taal: str = NL) -> list[Briefaanbod]:
    """The letters that fit a case: first what became possible last, then the rest of this moment, then what fits in
    any case, and at the end what will be possible from a later day.

    A letter the facts do not support is not in the list, or bears `kan` False and the day it waits for.
    `beoordeling` is `Beoordeling.als_dict()` of the same case.
    """
    beeld = Zaakbeeld(beoordeling, casus, vandaag)
    gevonden = [(b, a) for b in ALLE.values() if (a := _aanbod(b, beeld, taal)) is not None]
    gevonden.sort(key=lambda paar: _rang(paar[0], paar[1], beeld))
    return [a for _, a in gevonden]


def _rang(soort: Brief, a: Briefaanbod, beeld: Zaakbeeld) -> tuple[bool, bool, bool, int, int]:
    """Sort key: what became possible last, or will be first; then the later moment before the earlier."""
    achteraan = soort.achteraan is not None and soort.achteraan(beeld)
    dag = a.vanaf.toordinal() if a.vanaf else 0
    return (not a.kan, a.altijd, achteraan, -dag if a.kan else dag, -_VOLGORDE[soort.moment])


def aanbod_van(naam: str, beoordeling: Beoordeling, casus: Casus, vandaag: date, taal: str = NL) -> Briefaanbod | None:
    """The offer of one letter for a case; None when the facts do not support it at all. Raises OnbekendeBrief."""
    return _aanbod(brief(naam), Zaakbeeld(beoordeling, casus, vandaag), taal)


def _aanbod(soort: Brief, beeld: Zaakbeeld, taal: str) -> Briefaanbod | None:
    dag = voorwaarden.vanaf(beeld, soort.past)
    if dag is None:
        return None
    kan = dag <= beeld.vandaag
    waarom = soort.waarom if kan or soort.straks is None else soort.straks
    return Briefaanbod(
        naam=soort.naam,
        titel=soort.titel.in_taal(taal),
        waarom=vul(waarom, beeld, taal),
        kan=kan,
        vanaf=None if dag == voorwaarden.METEEN else dag,
        bron=tuple(map(str, soort.bronnen)),
        altijd=soort.altijd,
    )


def concept(
    naam: str,
    beoordeling: Beoordeling | None,
    casus: Casus | None,
    afzender: Mapping[str, str],
    vandaag: date,
    taal: str = NL,
    niet_onderzocht: Sequence[str] = (),
) -> Concept:
    """The text of a letter for a case, or with open places when there is no case.

    `afzender` may hold naam, adres, postcode, plaats, telefoon, email, geboortedatum, and of the municipality gemeente,
    gemeente_adres, gemeente_postcode, gemeente_plaats, gemeente_email and kenmerk (its own number of the case).
    `niet_onderzocht`: the subjects (a to g, Wmo 2.3.2 lid 4) that its writer does not read back in the report.
    `taal` en gives a reading version: what is sent is Dutch. Raises OnbekendeBrief, and BriefKanNogNiet when there is a
    case whose facts do not support the letter on `vandaag`.
    """
    soort = brief(naam)
    beeld = Zaakbeeld(beoordeling, casus, vandaag, niet_onderzocht)
    if not beeld.leeg:
        _eis_dat_hij_past(soort, beeld)
    return Concept(
        naam=naam,
        taal=EN if taal == EN else NL,
        datum=vandaag,
        plaats=_regel(afzender.get("plaats", "")),
        afzender=_afzenderblok(afzender, taal),
        contact=_contactblok(afzender, taal),
        aan=_adresblok(afzender, beeld, taal),
        kenmerk=_regel(afzender.get("kenmerk", "")),
        onderwerp=vul(soort.onderwerp, beeld, taal),
        aanhef=_AANHEF.in_taal(taal),
        alineas=_teksten(soort.alineas, beeld, taal),
        slot=_SLOT.in_taal(taal),
        ondertekenaar=_regel(afzender.get("naam", "")),
        bijlagen=_teksten(soort.bijlagen, beeld, taal),
        bronnen=tuple(str(b) for b in soort.bronnen if b.binding != "norm"),
        email=_regel(afzender.get("gemeente_email", "")),
    )


def _eis_dat_hij_past(soort: Brief, beeld: Zaakbeeld) -> None:
    dag = voorwaarden.vanaf(beeld, soort.past)
    if dag is None or dag > beeld.vandaag:
        raise BriefKanNogNiet(soort.naam, dag)


def _teksten(alineas: Iterable[Alinea], beeld: Zaakbeeld, taal: str) -> tuple[str, ...]:
    return tuple(vul(a.tekst, beeld, taal) for a in alineas if a.als is None or a.als(beeld))


def _afzenderblok(van: Mapping[str, str], taal: str) -> tuple[str, ...]:
    return (
        _regel(van.get("naam", "")) or invulplek(Tekst("uw naam", "your name"), taal),
        _regel(van.get("adres", "")) or invulplek(Tekst("uw adres", "your address"), taal),
        _woonplaats(van, "") or invulplek(Tekst("postcode en plaats", "postcode and town"), taal),
    )


def _contactblok(van: Mapping[str, str], taal: str) -> tuple[str, ...]:
    geboren = _regel(van.get("geboortedatum", ""))
    regels = (
        f"{'Born' if taal == EN else 'Geboren'}: {geboren}" if geboren else "",
        f"{'Telephone' if taal == EN else 'Telefoon'}: {van['telefoon']}" if van.get("telefoon") else "",
        van.get("email", ""),
    )
    return tuple(regel for regel in map(_regel, regels) if regel)


def _adresblok(van: Mapping[str, str], beeld: Zaakbeeld, taal: str) -> tuple[str, ...]:
    gemeente = _regel(van.get("gemeente") or beeld.gemeente)
    return (
        f"Gemeente {gemeente or invulplek(Tekst('naam', 'name'), taal)}",
        _COLLEGE,
        _regel(van.get("gemeente_adres", "")) or invulplek(Tekst("adres", "address"), taal),
        _woonplaats(van, "gemeente_") or invulplek(Tekst("postcode en plaats", "postcode and town"), taal),
    )


def _woonplaats(van: Mapping[str, str], voor: str) -> str:
    """'1234 AB  Voorbeeldstad', with the two spaces of a Dutch address."""
    delen = (_regel(van.get(f"{voor}postcode", "")), _regel(van.get(f"{voor}plaats", "")))
    return "  ".join(deel for deel in delen if deel)


def _regel(tekst: str) -> str:
    return " ".join(tekst.split())
