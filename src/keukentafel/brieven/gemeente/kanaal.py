"""Along which way a letter goes: on paper, unless the resident said to be reachable electronically (Awb 2:8)."""

from __future__ import annotations

from keukentafel.procedure import Beoordeling

PRINT, EMAIL, PORTAAL = "print", "email", "portaal"
_ELEKTRONISCH = (EMAIL, PORTAAL)
_JA, _NEE = "elektronisch_bereikbaar_verklaard", "elektronisch_bereikbaar_ingetrokken"


def kanaal_voor(beoordeling: Beoordeling, email: str, wijze: str | None = None) -> str:
    """`print`, `email` or `portaal`.

    `email`: the address of the resident; without one nobody could be told of a message, so the letter goes on paper.
    `wijze`: what the fact says (brief, email, portaal); `brief` is paper. Without it the way that the resident named
    counts (field `wijze` of the declaration), else the portaal: an e-mail can be read on its way.
    """
    verklaring = _die_staat(beoordeling)
    if verklaring is None or not email or wijze == "brief":
        return PRINT
    for keuze in (wijze, verklaring.get("wijze")):
        if keuze in _ELEKTRONISCH:
            return str(keuze)
    return PORTAAL


def wijze_voor(beoordeling: Beoordeling, email: str) -> str:
    """The same as the field `wijze` of a fact: brief, email or portaal. For the form that sends a letter."""
    kanaal = kanaal_voor(beoordeling, email)
    return "brief" if kanaal == PRINT else kanaal


def _die_staat(beoordeling: Beoordeling) -> dict[str, object] | None:
    """The declaration that stands: the last word was yes."""
    zaak = beoordeling.zaak
    gezegd = sorted((*zaak.van(_JA), *zaak.van(_NEE)), key=lambda feit: feit.sleutel)
    return dict(gezegd[-1].velden) if gezegd and gezegd[-1].soort == _JA else None
