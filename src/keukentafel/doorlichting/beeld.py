"""Pictures of the report: small SVG made on the server, with a title and a description, a table beside each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

BAKKEN: Final[tuple[tuple[int | None, int | None, str], ...]] = (
    (None, -29, "meer dan 4 weken eerder"), (-28, -15, "2 tot 4 weken eerder"), (-14, -8, "1 tot 2 weken eerder"),
    (-7, -1, "1 tot 7 dagen eerder"), (0, 0, "op de laatste dag"), (1, 7, "1 tot 7 dagen te laat"),
    (8, 14, "1 tot 2 weken te laat"), (15, 28, "2 tot 4 weken te laat"), (29, 56, "4 tot 8 weken te laat"),
    (57, None, "meer dan 8 weken te laat"),
)  # fmt: skip
"""Days past the last day, from and up to and including."""

_KORT: Final = ("< -28", "-28", "-14", "-7", "0", "+7", "+14", "+28", "+56", "> 56")
_HOOG: Final = 120
_BREED: Final = 56


def in_bakken(dagen: Mapping[int, int]) -> list[int]:
    """How many in each of `BAKKEN`."""
    uit = [0] * len(BAKKEN)
    for dag, aantal in dagen.items():
        for nr, (van, tot, _) in enumerate(BAKKEN):
            if (van is None or dag >= van) and (tot is None or dag <= tot):
                uit[nr] += aantal
    return uit


def verdeling(sleutel: str, titel: str, aantallen: Sequence[int]) -> str:
    """Bars of how many acts came how long before or after the last day. Late bars are hatched as well as coloured."""
    hoogste = max(aantallen, default=0) or 1
    staven = []
    for nr, aantal in enumerate(aantallen):
        hoog = round(aantal / hoogste * _HOOG, 1)
        x, laat = nr * _BREED + 8, (BAKKEN[nr][0] or -1) > 0
        vulling = f"url(#laat-{sleutel})" if laat else "#0b5c8a"
        staven.append(
            f'<rect x="{x}" y="{_HOOG + 20 - hoog}" width="{_BREED - 14}" height="{hoog}" fill="{vulling}"/>'
            f'<text x="{x + (_BREED - 14) / 2}" y="{_HOOG + 14 - hoog}" text-anchor="middle">{getal(aantal)}</text>'
            f'<text x="{x + (_BREED - 14) / 2}" y="{_HOOG + 36}" text-anchor="middle">{escape(_KORT[nr])}</text>'
        )
    breed = len(aantallen) * _BREED + 8
    midden = 5 * _BREED + 3
    return (
        f'<svg class="verdeling" role="img" aria-labelledby="t-{sleutel} d-{sleutel}" '
        f'viewBox="0 0 {breed} {_HOOG + 60}">'
        f'<title id="t-{sleutel}">{escape(titel)}</title><desc id="d-{sleutel}">{escape(_in_woorden(aantallen))}</desc>'
        f'<defs><pattern id="laat-{sleutel}" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="6" height="6" fill="#f3c9bd"/>'
        '<line x1="0" y1="0" x2="0" y2="6" stroke="#a32a0c" stroke-width="4"/></pattern></defs>'
        f'{"".join(staven)}<line x1="0" y1="{_HOOG + 20}" x2="{breed}" y2="{_HOOG + 20}" stroke="#333"/>'
        f'<line x1="{midden}" y1="6" x2="{midden}" y2="{_HOOG + 42}" stroke="#333" stroke-dasharray="4 3"/>'
        f'<text x="{midden - 6}" y="{_HOOG + 54}" text-anchor="end">op tijd</text>'
        f'<text x="{midden + 6}" y="{_HOOG + 54}">te laat (dagen)</text></svg>'
    )


def _in_woorden(aantallen: Sequence[int]) -> str:
    delen = [f"{naam}: {getal(aantal)}" for aantal, (_, _, naam) in zip(aantallen, BAKKEN, strict=True) if aantal]
    return "; ".join(delen) + "." if delen else "Geen gegevens."


def balk(nagekomen: int, geschonden: int) -> str:
    """A strip of kept against broken, for beside the numbers; the numbers themselves tell it to who cannot see it."""
    samen = nagekomen + geschonden
    if not samen:
        return ""
    goed = round(100 * nagekomen / samen, 1)
    return (
        '<svg class="balk" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">'
        f'<rect width="{goed}" height="10" fill="#0b5c8a"/><rect x="{goed}" width="{round(100 - goed, 1)}" height="10" '
        'fill="#d9734f"/></svg>'
    )


def getal(aantal: int) -> str:
    """A number with points between the thousands."""
    return f"{aantal:,}".replace(",", ".")
