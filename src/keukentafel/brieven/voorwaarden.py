"""When a letter fits: small conditions that give the first day on which they hold, or None."""

from __future__ import annotations

from datetime import date

from keukentafel.brieven.beeld import Zaakbeeld, dag_na
from keukentafel.brieven.model import Voorwaarde

METEEN = date.min


def _ja(waar: bool) -> date | None:
    return METEEN if waar else None


def altijd(_: Zaakbeeld) -> date | None:
    return METEEN


def gebeurd(*soorten: str) -> Voorwaarde:
    """One of these facts is on file, with or without its day."""
    return lambda beeld: _ja(beeld.heeft(*soorten))


def niet(*soorten: str) -> Voorwaarde:
    """None of these facts is on file."""
    return lambda beeld: _ja(not beeld.heeft(*soorten))


def niet_na(soort: str, *latere: str) -> Voorwaarde:
    """The last fact of `soort` is followed by none of these. A fact without a day counts as the earliest."""

    def hierna(beeld: Zaakbeeld) -> date | None:
        feit = beeld.laatste(soort)
        volgende = beeld.laatste(*latere)
        return _ja(feit is not None and (volgende is None or volgende.sleutel < feit.sleutel))

    return hierna


def verstreken(termijn: str) -> Voorwaarde:
    """From the day after the last day of a term that has not been met."""

    def dag(beeld: Zaakbeeld) -> date | None:
        einde = beeld.open_einde(termijn)
        return dag_na(einde) if einde else None

    return dag


def nog_niet_verstreken(termijn: str) -> Voorwaarde:
    """Until the last day of a term has passed; a term whose end nobody can tell has not."""
    return lambda beeld: _ja(not beeld.voorbij(termijn))


def voorbij(termijn: str) -> Voorwaarde:
    """The last day of a term has passed; before that there is no waiting for it."""
    return lambda beeld: _ja(beeld.voorbij(termijn))


def termijn_onbekend(termijn: str, *soorten: str) -> Voorwaarde:
    """One of these facts is on file, but nobody can tell when the term ends: the day of the fact is not known."""
    return lambda beeld: _ja(
        beeld.heeft(*soorten)
        and beeld.uiterlijk(termijn) is None
        and beeld.status(termijn) not in ("gehaald", "vervallen")
    )


def geen_termijn(termijn: str) -> Voorwaarde:
    """Nothing set this term going."""
    return lambda beeld: _ja(next(beeld.termijnen(termijn), None) is None)


def een_van(*voorwaarden: Voorwaarde) -> Voorwaarde:
    """From the first day on which one of these holds."""

    def vroegste(beeld: Zaakbeeld) -> date | None:
        return min((dag for dag in (v(beeld) for v in voorwaarden) if dag is not None), default=None)

    return vroegste


def vanaf(beeld: Zaakbeeld, voorwaarden: tuple[Voorwaarde, ...]) -> date | None:
    """The first day on which all of these hold; None when the facts give no such day."""
    dagen = [voorwaarde(beeld) for voorwaarde in voorwaarden]
    bekend = [dag for dag in dagen if dag is not None]
    return max(bekend, default=METEEN) if len(bekend) == len(dagen) else None
