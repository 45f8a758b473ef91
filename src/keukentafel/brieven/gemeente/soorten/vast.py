"""Pieces that return in many letters: free support, the objection clause, questions, and the needs of the case."""

from __future__ import annotations

from typing import Any

from keukentafel.brieven.gemeente import als
from keukentafel.brieven.gemeente.beeld import Gemeentebeeld
from keukentafel.brieven.gemeente.model import Als, Blok, kop, lijst, punten, tekst


def vragen(beeld: Gemeentebeeld, _: str) -> list[str]:
    """What the resident asked for, need by need."""
    return [beeld.vraag(str(b["id"])) for b in beeld.behoeften()]


def aangevraagd(beeld: Gemeentebeeld, _: str) -> list[str]:
    """The needs in the application."""
    feit = beeld.laatste("aanvraag_ontvangen")
    gekozen = [str(b["id"] if isinstance(b, dict) else b) for b in (feit.velden.get("behoeften") if feit else ()) or ()]
    return [beeld.vraag(i) for i in gekozen] or vragen(beeld, _)


def alineas(waarde: Any) -> list[dict[str, Any]]:
    """Free text of several lines as paragraphs: an empty line starts a new one."""
    delen = str(waarde or "").replace("\r\n", "\n").split("\n\n")
    return [{"soort": "tekst", "tekst": deel.strip()} for deel in delen if deel.strip()]


def toelichting(beeld: Gemeentebeeld, _: str) -> list[dict[str, Any]]:
    """What the worker wrote with the fact."""
    return alineas(beeld.velden.get("toelichting"))


HEEFT_TOELICHTING = als.veld("toelichting")

BEHOEFTEN = lijst(vragen)

ONDERSTEUNING = (
    kop("Gratis hulp van een cliëntondersteuner", "Free help from a client supporter"),
    tekst(
        "U hoeft dit niet alleen te doen. Een cliëntondersteuner helpt u gratis. Die denkt met u mee, gaat mee naar het"
        " gesprek als u dat wilt, en is onafhankelijk van de gemeente. Dit geldt ook voor uw mantelzorger: iemand die u"
        " kent en die voor u zorgt.",
        "You do not have to do this alone. A client supporter helps you free of charge. This person thinks along with"
        " you, comes to the talk if you wish, and is independent of the municipality. This is also there for your"
        " carer: someone you know who looks after you.",
    ),
    tekst(
        "Wilt u een cliëntondersteuner? Vraag het {clientondersteuning}.",
        "Would you like a client supporter? Ask: {clientondersteuning}.",
        als.eigen("clientondersteuning"),
    ),
    tekst(
        "Wilt u een cliëntondersteuner? Bel ons dan: {telefoon}. U mag ook later nog om hulp vragen.",
        "Would you like a client supporter? Call us: {telefoon}. You may also ask for help later.",
        als.niet(als.eigen("clientondersteuning")),
    ),
)

VRAGEN = (
    kop("Hebt u een vraag?", "Do you have a question?"),
    tekst(
        "Bel ons: {telefoon}. Noem dan het kenmerk dat boven deze brief staat.",
        "Call us: {telefoon}. Please mention the reference at the top of this letter.",
    ),
)


def bezwaarclausule(als_: Als | None = None) -> tuple[Blok, ...]:
    """That one can object, until when, where and how (Awb 3:45, 6:5, 6:7)."""
    return (
        kop("Bent u het niet eens met dit besluit?", "Do you disagree with this decision?", als_),
        tekst(
            "Dan kunt u bezwaar maken. Dat is gratis. Uw bezwaar moet uiterlijk {einde_bezwaar} bij ons zijn. Stuurt u"
            " het met de post? Dan is het ook op tijd als u het uiterlijk die dag verstuurt en wij het binnen een week"
            " daarna krijgen.",
            "You can then object. This is free. Your objection must reach us by {einde_bezwaar}. Do you send it by"
            " post? Then it is also in time if you send it by that day and we get it within a week after it.",
            als_,
        ),
        tekst(
            "Stuur uw bezwaar naar {bezwaaradres}. Zet in uw brief:",
            "Send your objection to {bezwaaradres}. Put in your letter:",
            als_,
        ),
        punten(
            ("uw naam en adres", "your name and address"),
            ("de datum van uw brief", "the date of your letter"),
            (
                "tegen welk besluit u bezwaar maakt; noem het kenmerk boven deze brief",
                "which decision you object to; mention the reference at the top of this letter",
            ),
            ("waarom u het er niet mee eens bent", "why you disagree"),
            ("uw handtekening", "your signature"),
            als=als_,
        ),
        tekst(
            "Weet u nog niet precies waarom? Stuur uw bezwaar dan toch op tijd en schrijf dat de redenen later komen."
            " Een cliëntondersteuner kan u gratis helpen. Kunt u niet op een antwoord wachten? Dan kunt u, als u"
            " bezwaar hebt gemaakt, de rechter vragen om meteen een tijdelijke oplossing. Die vraag gaat naar"
            " {rechtbank} en kost geld.",
            "Do you not know yet exactly why? Then still send your objection in time and write that the reasons will"
            " follow. A client supporter can help you free of charge. Can you not wait for an answer? Once you have"
            " objected, you can ask the court for a temporary solution at once. That request goes to {rechtbank} and"
            " there is a fee.",
            als_,
        ),
    )
