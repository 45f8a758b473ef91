"""The letters that go out with facts of a kept case, and the same letter as a preview before the fact is recorded."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from keukentafel.brieven.gemeente.eigen import afzenders
from keukentafel.brieven.gemeente.kanaal import PRINT, kanaal_voor
from keukentafel.brieven.gemeente.maken import soorten_met_brief, stel_op, voor_ontvanger
from keukentafel.brieven.gemeente.model import Ontvanger, Opgesteld
from keukentafel.brieven.gemeente.uitvoer import als_dict, uit_dict
from keukentafel.brieven.taal import EN
from keukentafel.dossier.afgeleid import beoordeel_zaak
from keukentafel.dossier.models import Feit, Mandaat, Zaak
from keukentafel.dossier.toegang import Persoon, geldig_op
from keukentafel.dossier.vastleggen import Bericht
from keukentafel.dossier.versleuteld import ontsleutel, versleutel
from keukentafel.dossier.vertaling import keur
from keukentafel.procedure import Beoordeling

_PLEK = "uitgaand.aan"
_MET_BRIEF = soorten_met_brief()


def berichten_voor(zaak: Zaak, feit: Feit, beoordeling: Beoordeling) -> list[Bericht]:
    """The letter with a new fact, as `vastleggen(berichten=...)` asks for it; an empty list when there is none.

    A fact of an earlier day says that something has been sent already: nothing goes out twice, and no letter bears a
    day that has passed.
    """
    if feit.soort not in _MET_BRIEF or feit.datum != beoordeling.casus.peildatum:
        return []
    brieven = _stel_op(zaak, feit, beoordeling)
    if not brieven:
        return []
    betrokkene = zaak.betrokkene
    vertegenwoordigers = _vertegenwoordigers(zaak, beoordeling.casus.peildatum)
    ontvanger = _met_kopie_aan(ontvanger_van(zaak), vertegenwoordigers)
    inhoud: dict[str, Any] = {"brief": als_dict(brieven[0]), "aan": _versleuteld(ontvanger)}
    if ontvanger.taal == EN:
        inhoud["leesversie"] = als_dict(brieven[1])
    kanaal = kanaal_voor(beoordeling, betrokkene.email, feit.velden.get("wijze"))
    brief = Bericht(brieven[0].naam, kanaal, brieven[0].onderwerp, inhoud)
    return [brief, *_kopieen(brieven[0], zaak.betrokkene.naam, vertegenwoordigers)]


def _vertegenwoordigers(zaak: Zaak, vandaag: date) -> list[Mandaat]:
    """Who represents the resident on this day and gave an address for copies."""
    rijen = Mandaat.objects.filter(geldig_op(vandaag), betrokkene_id=zaak.betrokkene_id, rol="vertegenwoordiger")
    rijen = rijen.filter(zaak=zaak) | rijen.filter(zaak=None)
    return [m for m in rijen.select_related("gebruiker").order_by("id") if m.adres and m.postcode_plaats]


def _met_kopie_aan(ontvanger: Ontvanger, vertegenwoordigers: list[Mandaat]) -> Ontvanger:
    return ontvanger._replace(kopie_aan=", ".join(m.gebruiker.naam for m in vertegenwoordigers))


def _kopieen(brief: Opgesteld, namens: str, vertegenwoordigers: list[Mandaat]) -> list[Bericht]:
    """The letter once more, on paper, to every representative; whose it is stands with the address, unreadable here."""
    inhoud = als_dict(brief)
    return [
        Bericht(
            f"{brief.naam}-kopie{nr}", PRINT, brief.onderwerp,
            {"brief": inhoud, "aan": _versleuteld(
                Ontvanger(m.gebruiker.naam, m.adres, m.postcode_plaats, namens=namens)
            )},
        )
        for nr, m in enumerate(vertegenwoordigers, 1)
    ]  # fmt: skip


def voorvertoning(zaak: Zaak, nieuw: Mapping[str, Any], wie: Persoon) -> list[Opgesteld]:
    """The letter that would go out with this fact, in Dutch and English; nothing is recorded.

    Raises `CasusFout` when the fact itself is refused.
    """
    rijen = list(zaak.feiten.order_by("nr"))
    datum, velden = keur(zaak, rijen, nieuw, wie.vandaag)
    feit = Feit(
        zaak=zaak, nr=zaak.versie + 1, soort=str(nieuw["soort"]), datum=datum, velden=velden, door=wie.gebruiker
    )
    if feit.soort not in _MET_BRIEF:
        return []
    ontvanger = _met_kopie_aan(ontvanger_van(zaak), _vertegenwoordigers(zaak, wie.vandaag))
    brieven = _stel_op(zaak, feit, beoordeel_zaak(zaak, [*rijen, feit], wie.vandaag))
    return [voor_ontvanger(brief, ontvanger) for brief in brieven]


def _stel_op(zaak: Zaak, feit: Feit, beoordeling: Beoordeling) -> list[Opgesteld]:
    dag: date = feit.datum or beoordeling.casus.peildatum
    namens = _ondertekenaar(feit)
    return stel_op(feit.soort, feit.nr, dag, feit.velden, beoordeling, afzenders(zaak.gemeente, dag, namens))


def _ondertekenaar(feit: Feit) -> str:
    """Who signs: whoever decided, else the worker who recorded the fact; never a resident. Previews have no role."""
    if feit.velden.get("beslist_door"):
        return str(feit.velden["beslist_door"])
    return feit.door.naam if feit.door is not None and feit.rol in ("", "consulent", "beslisser") else ""


def ontvanger_van(zaak: Zaak) -> Ontvanger:
    """To whom a letter of this case goes."""
    b = zaak.betrokkene
    return Ontvanger(b.naam, b.adres, b.postcode_plaats, b.taal, b.groot)


def brieven_uit(inhoud: Mapping[str, Any]) -> tuple[list[Opgesteld], Ontvanger]:
    """The letter (and its reading version) with its addressee out of the content of a message in the outbox.

    Raises ValueError when the message holds no letter or its key is gone.
    """
    try:
        ontvanger = Ontvanger(*json.loads(ontsleutel(inhoud["aan"], _PLEK)))
        delen = [inhoud[naam] for naam in ("brief", "leesversie") if inhoud.get(naam)]
        return [voor_ontvanger(uit_dict(deel), ontvanger) for deel in delen], ontvanger
    except (KeyError, TypeError) as fout:
        raise ValueError("Dit bericht bevat geen brief.") from fout


def _versleuteld(ontvanger: Ontvanger) -> str:
    """Name and address as they stood on the day of the letter, unreadable in the database."""
    return versleutel(json.dumps(list(ontvanger), ensure_ascii=False), _PLEK)
