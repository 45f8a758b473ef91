"""A letter as plain text, as e-mail draft and as PDF."""

from __future__ import annotations

import re
from email.message import EmailMessage
from email.policy import SMTP

from keukentafel.brieven import pdf
from keukentafel.brieven.model import Concept
from keukentafel.brieven.taal import EN, schrijf_datum

_INVULPLEK = re.compile(r"\[(?:vul in|fill in): ([^\[\]\n]{1,90})\]")
_KORT = 600  # characters; more than this is not kept on one page with the signature
_OP_REGEL = "_" * 24
_ADRES = re.compile(r"[^@\s,;:<>()\"]+@[^@\s,;:<>()\"]+\.[A-Za-z]{2,}")


def open_plekken(concept: Concept) -> list[str]:
    """What the writer still has to fill in, in order of appearance."""
    tekst = "\n".join((*concept.afzender, *concept.aan, concept.onderwerp, *concept.alineas, *concept.bijlagen))
    return list(dict.fromkeys(_INVULPLEK.findall(tekst)))


def als_tekst(concept: Concept) -> str:
    """The whole letter as plain text, to copy into a mail or a contact form."""
    engels = concept.taal == EN
    blokken = [
        "\n".join(concept.afzender + concept.contact),
        "\n".join(concept.aan),
        plaats_en_dag(concept),
        _met_kop("Your reference" if engels else "Uw kenmerk", concept.kenmerk),
        _met_kop("Subject" if engels else "Onderwerp", concept.onderwerp),
        *_brieftekst(concept),
    ]
    return "\n\n".join(blok for blok in blokken if blok) + "\n"


def als_eml(concept: Concept) -> bytes:
    """The letter as a draft that a mail program opens for sending (X-Unsent)."""
    bericht = EmailMessage(policy=SMTP)
    bericht["X-Unsent"] = "1"
    if _ADRES.fullmatch(concept.email):
        bericht["To"] = concept.email
    bericht["Subject"] = " ".join(concept.onderwerp.split())
    blokken = [
        _met_kop("Your reference" if concept.taal == EN else "Uw kenmerk", concept.kenmerk),
        *_brieftekst(concept),
        "\n".join((*concept.afzender[1:], *concept.contact)),
    ]
    bericht.set_content("\n\n".join(blok for blok in blokken if blok) + "\n", cte="quoted-printable")
    return bericht.as_bytes()


def als_pdf(concept: Concept, groot: bool = False) -> bytes:
    """The letter on A4 with the address in the window of a Dutch envelope; `groot`: 18-point print."""
    alineas = [a for a in concept.alineas if a.strip()]
    gegevens = {
        "titel": concept.onderwerp,
        "datum": concept.datum.isoformat(),
        "afzender": [_met_schrijflijn(r) for r in concept.afzender],
        "contact": list(concept.contact),
        "aan": [_met_schrijflijn(r) for r in concept.aan],
        "plaats_en_dag": plaats_en_dag(concept),
        "kenmerk": concept.kenmerk,
        "aanhef": concept.aanhef,
        "alineas": [_alinea(a) for a in alineas],
        "slotstuk": bool(alineas) and len(alineas[-1]) < _KORT,
        "slot": concept.slot,
        "ondertekenaar": concept.ondertekenaar,
        "bijlagen": [_met_schrijflijn(b) for b in concept.bijlagen],
        "bronnen": "; ".join(concept.bronnen),
    }
    return pdf.maak("brief", gegevens, concept.taal, groot)


def plaats_en_dag(concept: Concept) -> str:
    """'Voorbeeldstad, 21 november 2026', or the day alone."""
    dag = schrijf_datum(concept.datum, concept.taal)
    return f"{concept.plaats}, {dag}" if concept.plaats else dag


def _brieftekst(concept: Concept) -> list[str]:
    engels = concept.taal == EN
    bijlagen = "\n".join(f"- {b}" for b in concept.bijlagen)
    return [
        concept.aanhef,
        *concept.alineas,
        concept.slot,
        concept.ondertekenaar,
        f"{'Enclosed' if engels else 'Bijlagen'}:\n{bijlagen}" if bijlagen else "",
        _met_kop("Rules behind this letter" if engels else "Regels bij deze brief", "; ".join(concept.bronnen)),
    ]


def _met_kop(kop: str, tekst: str) -> str:
    return f"{kop}: {tekst}" if tekst else ""


def _met_schrijflijn(tekst: str) -> str:
    """On paper an open place is a line to write on, with what belongs there behind it."""
    return _INVULPLEK.sub(rf"{_OP_REGEL} (\1)", tekst)


def _alinea(tekst: str) -> list[dict[str, object]]:
    """A paragraph as pieces: text, a list where lines start with '- ', or lines to write on where all is still open."""
    stukken: list[tuple[str, list[str]]] = []
    for regel in tekst.strip().splitlines():
        kaal = regel.removeprefix("- ").strip()
        if plek := _INVULPLEK.fullmatch(kaal.rstrip(".")):
            stukken.append(("open", [plek[1]]))
            continue
        soort = "lijst" if regel.startswith("- ") else "tekst"
        if not stukken or stukken[-1][0] != soort:
            stukken.append((soort, []))
        stukken[-1][1].append(_met_schrijflijn(kaal))
    return [{"soort": soort, "regels": regels} for soort, regels in stukken]
