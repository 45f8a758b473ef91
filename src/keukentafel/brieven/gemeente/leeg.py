"""What a letter would say nothing about: a field without a value, a heading with nothing below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from keukentafel.dossier.woorden import Woord, feitwoord, veldwoord
from keukentafel.procedure import CasusFout, Fout
from keukentafel.procedure.register import TERMIJN

DAG_VAN: Final[Mapping[str, str]] = {
    "op_melding": "melding_ontvangen",
    "op_plan": "persoonlijk_plan_ontvangen",
    "op_gesprek": "gesprek_gevoerd",
    "op_verslag": "verslag_verstuurd",
    "op_aanvraag": "aanvraag_ontvangen",
    "op_besluit": "besluit_bekendgemaakt",
    "op_bezwaar": "bezwaar_ontvangen",
    "op_klacht": "klacht_ontvangen",
    "op_ingebrekestelling": "ingebrekestelling_ontvangen",
    "op_inzageverzoek": "inzage_gevraagd",
    "op_vernietigingsverzoek": "vernietiging_gevraagd",
}
"""The fields that give the day of a fact."""
EINDE_VAN: Final[Mapping[str, str]] = {
    "einde_plan": "persoonlijk_plan",
    "einde_uitnodiging": "uitnodiging",
    "einde_onderzoek": "onderzoek",
    "einde_bedenktijd": "bedenktijd",
    "einde_beschikking": "beschikking",
    "einde_beslissing_op_bezwaar": "beslissing_op_bezwaar",
    "einde_dwangsombetaling": "dwangsombetaling",
    "einde_klacht": "klacht",
    "einde_beroep": "beroep",
    "einde_stukken": "stukken_hoorzitting",
}
"""The fields that give the last day of a term."""
_DWANGSOM = Woord("een geldige ingebrekestelling", "a valid notice of default")
_ANDERS: Final[Mapping[str, Woord]] = {
    "op_vorig_besluit": Woord("de dag van het besluit hiervoor", "the day of the decision before this one"),
    "bijdrage": Woord("de eigen bijdrage", "the own contribution"),
    "dwangsomdagen": _DWANGSOM,
    "dwangsom_eerste": _DWANGSOM,
    "dwangsom_ingebreke": _DWANGSOM,
}
_ALS_VELD: Final[Mapping[str, str]] = {
    "zitting_op": "op", "naar_dag": "naar", "doorgezonden_naar": "naar", "welke_gegevens": "gegevens",
}  # fmt: skip
_DAG = Woord("de dag van “{}”", "the day of “{}”")
_LAATSTE_DAG = Woord("de laatste dag van “{}”", "the last day of “{}”")
_ONDER = Woord("wat er onder “{}” moet staan", "what should stand below “{}”")
_ZIN = Woord(
    "Hierbij hoort een brief, en die is nog niet af. Vul eerst in of leg eerst vast: {}.",
    "A letter goes with this, and it is not complete. First fill in or record: {}.",
)


def onvolledig(soort: str, nr: int, velden: Iterable[str], koppen: Iterable[str]) -> CasusFout:
    """The refusal that names all that this letter lacks."""
    mist = [*(_wat(soort, naam) for naam in velden), *(str(_ONDER).format(kop) for kop in koppen)]
    return CasusFout([Fout(f"{soort}: {str(_ZIN).format('; '.join(dict.fromkeys(mist)))}", None, nr)])


def _wat(soort: str, naam: str) -> str:
    if naam in DAG_VAN:
        return str(_DAG).format(feitwoord(DAG_VAN[naam]))
    if naam in EINDE_VAN:
        return str(_LAATSTE_DAG).format(TERMIJN[EINDE_VAN[naam]].naam)
    if naam in _ANDERS:
        return str(_ANDERS[naam])
    try:
        return f"“{veldwoord(soort, _ALS_VELD.get(naam, naam)).label}”"
    except KeyError:
        return naam.replace("_", " ")


def lege_koppen(blokken: Sequence[Mapping[str, Any]]) -> list[str]:
    """The headings with nothing below them."""
    volgend = [*(blok["soort"] for blok in blokken[1:]), "kop"]
    return [str(b["tekst"]) for b, erna in zip(blokken, volgend, strict=True) if b["soort"] == erna == "kop"]
