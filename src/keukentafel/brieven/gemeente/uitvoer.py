"""A letter that was made, as text and as PDF, to the person it is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from keukentafel.brieven import pdf
from keukentafel.brieven.gemeente.model import Ontvanger, Opgesteld
from keukentafel.brieven.taal import EN, Tekst, schrijf_datum

_KORT, _KORT_GROOT = 2000, 600
"""Characters; more than this is not kept on one page with the signature (in large print a page holds less)."""
_SLOT = Tekst("Met vriendelijke groet,", "Yours sincerely,")


def als_dict(brief: Opgesteld) -> dict[str, Any]:
    """The letter as plain data."""
    return asdict(brief)


def uit_dict(gegevens: Mapping[str, Any]) -> Opgesteld:
    """The letter out of kept data. Raises TypeError for what is no letter."""
    rijen = ("blokken", "bronnen", "bijlagen", "afzender", "contact", "ondertekenaar")
    velden: dict[str, Any] = {naam: tuple(w) if naam in rijen else w for naam, w in gegevens.items()}
    return Opgesteld(**velden)


def aanhef(ontvanger: Ontvanger, taal: str) -> str:
    """'Beste A. Bloemendaal,': by name, without guessing at a man or a woman."""
    return f"{'Dear' if taal == EN else 'Beste'} {' '.join(ontvanger.naam.split())},"


def als_tekst(brief: Opgesteld, ontvanger: Ontvanger) -> str:
    """The whole letter as plain text."""
    engels = brief.taal == EN
    delen = [
        "\n".join((*brief.afzender, *brief.contact)),
        "\n".join(_adres(ontvanger)),
        schrijf_datum(date.fromisoformat(brief.datum), brief.taal),
        f"{'Reference' if engels else 'Kenmerk'}: {brief.kenmerk}",
        f"{'Subject' if engels else 'Onderwerp'}: {brief.onderwerp}",
        aanhef(ontvanger, brief.taal),
        *(_bloktekst(blok) for blok in brief.blokken),
        _SLOT.in_taal(brief.taal),
        "\n".join(brief.ondertekenaar),
    ]
    if brief.bijlagen:
        delen.append("\n".join(("Enclosed:" if engels else "Bijlagen:", *(f"- {b}" for b in brief.bijlagen))))
    if brief.bronnen:
        delen.append(f"{'Rules behind this letter' if engels else 'Regels bij deze brief'}: {'; '.join(brief.bronnen)}")
    return "\n\n".join(deel for deel in delen if deel) + "\n"


def als_pdf(brief: Opgesteld, ontvanger: Ontvanger, groot: bool = False) -> bytes:
    """The letter on A4 with the address in the window of a Dutch envelope.

    `groot`: 18-point print, also when the addressee asked for it.
    """
    groot = groot or ontvanger.groot
    gegevens = asdict(brief) | {
        "titel": brief.onderwerp,
        "dag": schrijf_datum(date.fromisoformat(brief.datum), brief.taal),
        "aan": _adres(ontvanger),
        "aanhef": aanhef(ontvanger, brief.taal),
        "slot": _SLOT.in_taal(brief.taal),
        "bronnen": "; ".join(brief.bronnen),
        "slot_vanaf": _slot_vanaf(brief, _KORT_GROOT if groot else _KORT),
    }
    return pdf.maak("gemeentebrief", gegevens, brief.taal, groot)


def _adres(ontvanger: Ontvanger) -> list[str]:
    return [r for r in (" ".join(d.split()) for d in (ontvanger.naam, ontvanger.adres, ontvanger.postcode_plaats)) if r]


def _slot_vanaf(brief: Opgesteld, kort: int) -> int:
    """From which block on the letter stays on one page with its signature: its last two parts, else its last one.

    So no page holds a signature alone, and what one can do against a decision stands whole before one's eyes.
    """
    koppen = [nr for nr, blok in enumerate(brief.blokken) if blok["soort"] == "kop"]
    for vanaf in (*koppen[-2:], max(0, len(brief.blokken) - 1)):
        if sum(len(_bloktekst(blok)) for blok in brief.blokken[vanaf:]) < kort:
            return vanaf
    return len(brief.blokken)


def _bloktekst(blok: Mapping[str, Any]) -> str:
    if blok["soort"] == "kop":
        return f"== {blok['tekst']}"
    if blok["soort"] == "kop3":
        return f"= {blok['tekst']}"
    if blok["soort"] == "lijst":
        return "\n".join(f"- {regel}" for regel in blok["regels"])
    if blok["soort"] == "tabel":
        return "\n".join(f"- {rij[0]}: {rij[1]}" + (f" ({rij[2]})" if len(rij) > 2 else "") for rij in blok["rijen"])
    return str(blok["tekst"])
