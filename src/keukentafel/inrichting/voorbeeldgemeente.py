"""A made-up municipality for the demo: people in every role, and some forty cases in every phase.

Every case is told as a story of days since the melding and recorded through the one way in, on the day it happened.
Names are invented; the numbers of persons begin with 9999, which are given to nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.db import transaction

from keukentafel.dossier import afgeleid
from keukentafel.dossier.instellingen import voeg_toe
from keukentafel.dossier.models import (
    Betrokkene,
    Gebruiker,
    Gemeente,
    Mandaat,
    Mantelzorgblad,
    Notitie,
    Team,
    Uitgaand,
    Zaak,
)
from keukentafel.dossier.toegang import Persoon, persoon
from keukentafel.dossier.vastleggen import AMSTERDAM, Berichten, open_zaak, vastleggen
from keukentafel.dossier.versleuteld import blinde_index
from keukentafel.dossier.voorstellen import leg_voor
from keukentafel.inrichting.behoeften import BEHOEFTEN
from keukentafel.inrichting.verhalen import VERHALEN, Verhaal
from keukentafel.wet.kalender import is_vrij

UITGEVER: Final = "demo"
SINDS: Final = date(2025, 1, 1)

NAMEN: Final = (
    "A. Bloemendaal", "J. Terpstra", "M. el Amrani", "C. van Dalen", "H. Wiersma", "R. Kloosterman", "F. Yıldız",
    "G. Noordhuis", "T. Lammers", "S. Ramdin", "B. Zijlstra", "P. van Heuvel", "L. Okafor", "D. Hoekstra", "N. Verkade",
    "E. Santos", "W. Bruggink", "K. de Ruyter", "I. Meulenbelt", "O. Haverkamp", "A. Polman", "J. Sarmo",
    "M. Veenhuis", "C. Abspoel", "H. Demir", "R. Oosterling", "F. Tuinstra", "G. Palmboom", "T. Nieuwland",
    "S. Brakenhof", "B. Achahbar", "P. Kuipers", "L. Wolthuis", "D. van Essen", "N. Grootveld", "E. Rozema",
    "W. Pinas", "K. Steenwijk", "I. Molenkamp", "O. Rietveld", "Z. Yılmaz",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rolspeler:
    """Someone who can log in to the demo: the word on the button, the name, and the role."""

    knop: str
    naam: str
    rol: str


VOORZIENINGEN: Final = {
    "buurtbus": ("Buurtbus", "algemeen", "vervoer", "Een bus met vrijwilligers door de wijk.", "2 euro per rit"),
    "maaltijd-aan-huis": ("Maaltijd aan huis", "algemeen", "huishouden", "Elke dag een warme maaltijd.", "7 euro"),
    "hulp-bij-het-huishouden": ("Hulp bij het huishouden", "maatwerk", "huishouden", "Iemand helpt met poetsen.", ""),
    "dagbesteding": ("Dagbesteding", "maatwerk", "dag", "Een plek om overdag mensen te zien en iets te doen.", ""),
    "traplift": ("Traplift", "maatwerk", "wonen", "Een stoel die u de trap op en af brengt.", ""),
}
"""What there is to choose from: title, kind, area of life, what it is, what it costs."""

ROLSPELERS: Final = (
    Rolspeler("inwoner", "Annie Bloemendaal", "inwoner"),
    Rolspeler("inwoner (andere zaak)", "Jelle Terpstra", "inwoner"),
    Rolspeler("vertegenwoordiger", "Mr. P. Zandstra", "vertegenwoordiger"),
    Rolspeler("mantelzorger", "Karin Bloemendaal", "mantelzorger"),
    Rolspeler("clientondersteuner", "Farida Haddou", "clientondersteuner"),
    Rolspeler("consulent", "Sanne de Boer", "consulent"),
    Rolspeler("deskundige", "Dr. Vera Lindhout", "deskundige"),
    Rolspeler("beslisser", "Ruben Visser", "beslisser"),
    Rolspeler("beheerder", "Mo Karaca", "beheerder"),
)


def speler(knop: str) -> Gebruiker:
    """The person behind a button of the demo. Raises `Gebruiker.DoesNotExist`."""
    return Gebruiker.objects.get(uitgever=UITGEVER, onderwerp=knop)


@transaction.atomic
def bouw(vandaag: date, berichten: Berichten | None = None, verhalen: Sequence[Verhaal] = VERHALEN) -> Gemeente:
    """Make the municipality, its people and its cases as they stand on this day. The first three hold every role."""
    gemeente = Gemeente.objects.create(
        naam="Voorbeeldstad", kenmerk="voorbeeldstad", adres="Marktplein 1, 9999 ZZ Voorbeeldstad",
        telefoon="14 000", email="wmo@voorbeeldstad.example",
    )  # fmt: skip
    noord, zuid = (Team.objects.create(gemeente=gemeente, naam=naam) for naam in ("Noord", "Zuid"))
    mensen = {r.knop: _gebruiker(r.knop, r.naam) for r in ROLSPELERS}
    zuidelijk = _gebruiker("consulent-zuid", "Joris Haan")
    for rol, team in (("consulent", noord), ("beslisser", None), ("beheerder", None)):
        _mandaat(mensen[rol], gemeente, rol, team=team)
    _mandaat(_gebruiker("clientondersteuner-2", "Omar Yildirim"), gemeente, "clientondersteuner")
    _mandaat(zuidelijk, gemeente, "consulent", team=zuid)
    _voorzieningen(gemeente, mensen["beheerder"])
    bouwer = _Bouwer(gemeente, vandaag, mensen["beslisser"], berichten)
    eerste: Betrokkene | None = None
    for nr, verhaal in enumerate(verhalen):
        team, consulent = (zuid, zuidelijk) if nr % 4 == 3 and not verhaal.van_eerste else (noord, mensen["consulent"])
        betrokkene = eerste if eerste and verhaal.van_eerste else bouwer.betrokkene(nr)
        eerste = eerste or betrokkene
        if nr == 1:
            _onder_curatele(gemeente, betrokkene, mensen)
        zaak = bouwer.vertel(betrokkene, verhaal, team, consulent)
        if nr == 0:
            _kring(gemeente, zaak, mensen)
        elif nr > 1 and verhaal.vraag:
            _mandaat(mensen["deskundige"], gemeente, "deskundige", zaak=zaak, vraag=verhaal.vraag)
    _leg_voor(mensen["consulent"], vandaag)
    # Time went on after the last fact of each case: the lists show how it stands today.
    afgeleid.herbouw(vandaag)
    _verstuur_vroeger(gemeente, vandaag)
    return gemeente


def _leg_voor(consulent: Gebruiker, vandaag: date) -> None:
    """One refusal was prepared, against the report, and waits for who decides; in none of the first three cases."""
    eerste = Zaak.objects.order_by("nummer").values_list("pk", flat=True)[:3]
    zaken = Zaak.objects.filter(fase="aanvraag", behandelaar=consulent).exclude(pk__in=list(eerste))
    for zaak in zaken.order_by("nummer")[:1]:
        vraag = zaak.feiten.get(soort="melding_ontvangen").velden["behoeften"][0]["vraag"]
        behoefte = next(b for b in BEHOEFTEN if b.vraag == vraag)
        velden = (("uitkomst", "afgewezen"), ("grond", behoefte.grond), ("reden", behoefte.tegen))
        getypt = [(f"f-behoeften-0-{naam}", waarde) for naam, waarde in velden]
        leg_voor(persoon(consulent, vandaag), zaak.pk, "besluit_bekendgemaakt", getypt, zaak.versie)


def _verstuur_vroeger(gemeente: Gemeente, vandaag: date) -> None:
    """Letters of earlier days went out on their day; one of the last did not, for the list of what is stuck.

    It is no letter of the first resident: whoever tries her side has all her letters.
    """
    rijen = Uitgaand.objects.filter(zaak__gemeente=gemeente).select_related("zaak").order_by("id")
    eerste = Zaak.objects.filter(gemeente=gemeente).earliest("nummer").betrokkene_id
    vroeger = [rij for rij in rijen if rij.inhoud["brief"]["datum"] < vandaag.isoformat()]
    for rij in vroeger:
        dag = date.fromisoformat(rij.inhoud["brief"]["datum"])
        rij.gemaakt_op = rij.klaar_op = datetime.combine(dag, time(10), AMSTERDAM)
        rij.pogingen = 1
    van_anderen = [rij for rij in vroeger if rij.zaak.betrokkene_id != eerste]
    for rij in sorted(van_anderen, key=lambda rij: rij.gemaakt_op)[-1:]:
        rij.klaar_op, rij.pogingen, rij.fout = None, 3, "De map voor de post is vol of niet te beschrijven."
        rij.volgende_poging = datetime.combine(vandaag, time(23, 59), AMSTERDAM)
    velden = ("gemaakt_op", "klaar_op", "pogingen", "fout", "volgende_poging")
    Uitgaand.objects.bulk_update(vroeger, velden, batch_size=50)


def _voorzieningen(gemeente: Gemeente, door: Gebruiker) -> None:
    """What this municipality has to choose from."""
    for naam, (titel, soort, leefgebied, omschrijving, prijs) in VOORZIENINGEN.items():
        waarde = {
            "titel": titel, "soort": soort, "leefgebied": leefgebied, "omschrijving": omschrijving, "prijs": prijs,
        }  # fmt: skip
        voeg_toe(gemeente, "voorziening", naam, waarde, vanaf=SINDS, door=door)


def _gebruiker(onderwerp: str, naam: str) -> Gebruiker:
    return Gebruiker.objects.create(uitgever=UITGEVER, onderwerp=onderwerp, naam=naam)


def _mandaat(gebruiker: Gebruiker, gemeente: Gemeente, rol: str, **meer: Any) -> None:
    Mandaat.objects.create(gebruiker=gebruiker, gemeente=gemeente, rol=rol, vanaf=SINDS, **meer)


def _onder_curatele(gemeente: Gemeente, betrokkene: Betrokkene, mensen: Mapping[str, Gebruiker]) -> None:
    """The second resident and his curator, who stands beside him before anything happens: each letter is copied."""
    _mandaat(mensen["inwoner (andere zaak)"], gemeente, "inwoner", betrokkene=betrokkene)
    _mandaat(
        mensen["vertegenwoordiger"], gemeente, "vertegenwoordiger", betrokkene=betrokkene, soort="curator",
        adres="Gracht 3", postcode_plaats="9999 ZZ Voorbeeldstad",
    )  # fmt: skip


def _kring(gemeente: Gemeente, zaak: Zaak, mensen: Mapping[str, Gebruiker]) -> None:
    """The people around the first case: the resident, her carer with a private sheet, her supporter with notes."""
    from django.utils import timezone

    for rol in ("inwoner", "mantelzorger", "clientondersteuner"):
        _mandaat(mensen[rol], gemeente, rol, betrokkene=zaak.betrokkene)
    nu = timezone.now()
    Mantelzorgblad.objects.create(
        eigenaar=mensen["mantelzorger"],
        zaak=zaak,
        soort="taak",
        tekst="Boodschappen en de was",
        uren=6,
        gemaakt_op=nu,
        gedeeld_op=nu,
    )
    Mantelzorgblad.objects.create(
        eigenaar=mensen["mantelzorger"],
        zaak=zaak,
        soort="grens",
        tekst="Ik slaap slecht en houd dit niet lang meer vol.",
        gemaakt_op=nu,
    )
    Notitie.objects.create(
        eigenaar=mensen["clientondersteuner"],
        zaak=zaak,
        tekst="Wil niet afhankelijk zijn van haar dochter.",
        gemaakt_op=nu,
    )


@dataclass(frozen=True, slots=True)
class _Bouwer:
    """Tells stories into the record, each fact on its own day, by whoever may record it."""

    gemeente: Gemeente
    vandaag: date
    beslisser: Gebruiker
    berichten: Berichten | None

    def betrokkene(self, nr: int) -> Betrokkene:
        """The person of this number."""
        naam = NAMEN[nr % len(NAMEN)]
        bsn = _proefnummer(nr)
        return Betrokkene.objects.create(
            gemeente=self.gemeente, naam=naam, bsn=bsn, bsn_index=blinde_index(bsn),
            geboortedatum=f"19{30 + nr % 60}-0{nr % 9 + 1}-12",
            adres=f"Lindelaan {nr + 1}", postcode_plaats="9999 ZZ Voorbeeldstad",
            telefoon="0000 00 00 00", personen=1 + nr % 2,
            aow_gerechtigd=nr % 3 != 0, email="",
        )  # fmt: skip

    def vertel(self, betrokkene: Betrokkene, verhaal: Verhaal, team: Team, consulent: Gebruiker) -> Zaak:
        """Record one story up to today; its melding was `verhaal.dagen_geleden` days ago, or the working day before."""
        begin = _werkdag(self.vandaag - timedelta(days=verhaal.dagen_geleden))
        dagen = [(_na(begin, na), _op(begin, na, feit)) for na, feit in verhaal.feiten]
        eerst, *rest = [(dag, feit) for dag, feit in dagen if dag <= self.vandaag]
        mens = persoon(consulent, self.vandaag)
        zaak = open_zaak(
            self.gemeente,
            betrokkene,
            eerst[1],
            wie=self._op_dag(mens, eerst[0]),
            deur="demo",
            team=team,
            berichten=self.berichten,
        ).zaak
        zaak.behandelaar = consulent
        zaak.save(update_fields=("behandelaar",))
        beslisser = persoon(self.beslisser, self.vandaag)
        for dag, feit in rest:
            wie = beslisser if feit["soort"] in verhaal.door_beslisser else mens
            vastleggen(zaak.pk, feit, wie=self._op_dag(wie, dag), deur="demo", berichten=self.berichten)
        return Zaak.objects.select_related("betrokkene").get(pk=zaak.pk)

    def _op_dag(self, wie: Persoon, dag: date) -> Persoon:
        return Persoon(wie.gebruiker, wie.mandaten, dag)


_DAGVELDEN: Final = ("gesprek_op", "tot", "ingangsdatum")


def _op(begin: date, na: int, feit: Mapping[str, Any]) -> dict[str, Any]:
    """A fact of a story with its days as days of the calendar, and the talk with its time."""
    uit = {"datum": _na(begin, na).isoformat()} | dict(feit)
    for naam in _DAGVELDEN:
        if naam in uit:
            uit[naam] = _na(begin, na + uit[naam]).isoformat()
    if uit.get("gesprek_op") and uit.get("tijdstip"):
        uit["gesprek_op"] += f"T{uit['tijdstip'].replace('.', ':')}"
    return uit


def _na(begin: date, dagen: int) -> date:
    """The working day on or before so many days after the beginning."""
    return max(begin, _werkdag(begin + timedelta(days=dagen)))


def _werkdag(dag: date) -> date:
    while is_vrij(dag):
        dag -= timedelta(days=1)
    return dag


def _proefnummer(nr: int) -> str:
    """A BSN that begins with 9999 (given to nobody) and passes the elfproef."""
    for staart in range(nr * 20, nr * 20 + 20):
        cijfers = f"9999{staart:05d}"
        som = sum(int(c) * f for c, f in zip(cijfers, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
        if som % 11 == 0:
            return cijfers
    raise ValueError("geen proefnummer gevonden")
