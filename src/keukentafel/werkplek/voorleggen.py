"""A decision that lies before who decides, as the pages show it: whose it is, and what asks for attention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from keukentafel.dossier import voorstellen
from keukentafel.dossier.inzage import Inzage
from keukentafel.dossier.leesbaar import behoeftenamen, regels
from keukentafel.dossier.models import Feit, Voorstel
from keukentafel.dossier.toegang import Persoon
from keukentafel.dossier.woorden import feitwoord
from keukentafel.werkplek import concepten
from keukentafel.werkplek.concepten import Geschreven
from keukentafel.werkplek.formulieren import formulier
from keukentafel.werkplek.werkformulier import Werkformulier
from keukentafel.werkplek.woorden import stapnaam, voorstelnaam


@dataclass(frozen=True, slots=True)
class Voorgelegd:
    """What was laid before, with where it differs from the report (`verschillen`) and what came in since (`sinds`)."""

    voorstel: Voorstel
    verschillen: list[tuple[str, str]] | None
    sinds: list[str]


@dataclass(frozen=True, slots=True)
class Wachtend:
    """A line in a list: a decision that waits for this person, or that this person waits for."""

    voorstel: Voorstel
    titel: str
    adres: str
    beslist: bool
    """Is it this person who decides?"""


def voorgelegd(inzage: Inzage, wie: Persoon, soort: str) -> Voorgelegd | None:
    """What lies in this case for this person, of this kind."""
    voorstel = voorstellen.van_soort(wie, inzage.zaak, soort)
    if voorstel is None:
        return None
    sinds = [str(feitwoord(rij.soort)) for rij in inzage.rijen if rij.nr > voorstel.gezien]
    return Voorgelegd(voorstel, _gelezen(voorstel, inzage, wie).verschillen(), sinds)


def geschreven(voorstel: Voorstel, wie: Persoon) -> Geschreven:
    """What was laid before, to go on with: decided on today."""
    post = concepten.getypt(voorstel.velden)
    dag = wie.vandaag
    for deel, waarde in (("dag", dag.day), ("maand", dag.month), ("jaar", dag.year)):
        post[f"f-datum-{deel}"] = str(waarde)
    return Geschreven(post, voorstel.gezien, voorstel.voorgelegd_op)


def veranderd(getypt: Werkformulier) -> list[tuple[str, str, str]]:
    """What who decides made otherwise than it was laid before: the field, what it was, what it is."""
    inzage, wie = getypt.inzage, getypt.wie
    voorstel = None if getypt.voorstel else voorstellen.van_soort(wie, inzage.zaak, getypt.soort)
    if voorstel is None:
        return []
    was, wordt = _in_woorden(_gelezen(voorstel, inzage, wie), inzage), _in_woorden(getypt, inzage)
    return [(kop, was.get(kop, ""), wordt.get(kop, "")) for kop in {**was, **wordt} if was.get(kop) != wordt.get(kop)]


def wachtend(wie: Persoon, rijen: Iterable[Voorstel]) -> list[Wachtend]:
    """These decisions as lines of a list, for this person."""
    uit = []
    for voorstel in rijen:
        mag = voorstel.soort in voorstellen.voor_te_bereiden(wie, voorstel.zaak)
        titel = voorstelnaam(voorstel.soort) if mag else stapnaam(voorstel.soort)
        adres = reverse("werk:voorstel" if mag else "werk:vastleggen", args=[voorstel.zaak_id, voorstel.soort])
        uit.append(Wachtend(voorstel, titel, adres, not mag))
    return uit


def laatste(wie: Persoon, inzage: Inzage, soort: str) -> tuple[Geschreven, datetime | None] | None:
    """What was written last, and when it was kept if that was in one's own draft: that, or what was laid before."""
    eigen = concepten.lees(wie, inzage.zaak, soort)
    voorstel = voorstellen.van_soort(wie, inzage.zaak, soort)
    if voorstel is not None and (eigen is None or eigen.bewaard_op < voorstel.voorgelegd_op):
        return geschreven(voorstel, wie), None
    return None if eigen is None else (eigen, eigen.bewaard_op)


def _gelezen(voorstel: Voorstel, inzage: Inzage, wie: Persoon) -> Werkformulier:
    gelezen = formulier(voorstel.soort, geschreven(voorstel, wie).post, inzage, wie)
    gelezen.full_clean()
    return gelezen


def _in_woorden(getypt: Werkformulier, inzage: Inzage) -> dict[str, str]:
    if not getypt.is_valid():
        return {}
    velden = {n: w for n, w in getypt.als_feit().items() if n not in ("soort", "datum", *getypt.vast)}
    return dict(regels(Feit(zaak=inzage.zaak, soort=getypt.soort, velden=velden), behoeftenamen(inzage.rijen)))
