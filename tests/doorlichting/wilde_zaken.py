"""Cases as wild as the declarations allow, for holding the two evaluators equal: any kind, any field, any order."""

from __future__ import annotations

import random
from datetime import date, timedelta

import polars as pl

from keukentafel.doorlichting import regels
from keukentafel.doorlichting.datums import DAG0
from keukentafel.procedure import register
from keukentafel.procedure.feit import Bedrag, Dag, Feit, Getal, Groep, JaNee, Keuze, Lijst, Meer, Veldvorm

Feitrij = tuple[str, date, dict[str, str]]
"""Kind, day and the columns as a log would hold them."""

VAAK = (
    "melding_ontvangen", "ontvangst_bevestigd", "uitnodiging_verstuurd", "gesprek_gevoerd", "verslag_verstuurd",
    "aanvraag_ontvangen", "besluit_bekendgemaakt", "bezwaar_ontvangen", "ingebrekestelling_ontvangen",
    "aanvulling_gevraagd", "aanvulling_ontvangen", "beslistermijn_verlengd", "clientondersteuning_aangeboden",
)  # fmt: skip


def maak_zaken(zaad: int, aantal: int, veldkans: float, *, eenmalig: bool = False) -> list[list[Feitrij]]:
    """`eenmalig`: no kind occurs twice in a case, as in most cases of a real log."""
    toeval = random.Random(zaad)
    zaken = [_zaak(toeval, veldkans) for _ in range(aantal)]
    if eenmalig:
        zaken = [list({soort: (soort, dag, velden) for soort, dag, velden in zaak}.values()) for zaak in zaken]
    return zaken


def _zaak(toeval: random.Random, veldkans: float) -> list[Feitrij]:
    begin = date(2023, 1, 1) + timedelta(toeval.randint(0, 900))
    feiten = []
    for _ in range(toeval.randint(1, 14)):
        soort = toeval.choice(VAAK) if toeval.random() < 0.7 else toeval.choice(regels.SOORTEN)
        dagen = int(toeval.expovariate(1 / 45)) if toeval.random() < 0.9 else toeval.choice([0, 7, 14, 42])
        dag = begin + timedelta(dagen)
        feiten.append((soort, dag, _velden(toeval, soort, dag, veldkans)))
    return feiten


def _velden(toeval: random.Random, soort: str, dag: date, veldkans: float) -> dict[str, str]:
    uit = {}
    for kolom in regels.VELDKOLOMMEN[soort]:
        if toeval.random() < veldkans:
            vorm = register.FEITSOORTEN[soort].velden
            for deel in kolom.split("."):
                vorm = (vorm.velden if isinstance(vorm, Groep) else vorm)[deel]
            uit[kolom] = _waarde(toeval, vorm, dag)
    return {kolom: tekst for kolom, tekst in uit.items() if tekst}


def _waarde(toeval: random.Random, vorm: Veldvorm, dag: date) -> str:
    match vorm:
        case JaNee():
            return toeval.choice(["ja", "nee"])
        case Getal():
            return str(toeval.choice([vorm.minimum, 3, 8]))
        case Bedrag():
            return "1442.00"
        case Dag():
            return str(dag + timedelta(toeval.randint(-5, 40)))
        case Keuze():
            return toeval.choice(vorm.waarden)
        case Meer():
            kans = toeval.choice([0.5, 0.95])
            return "|".join(w for w in vorm.waarden if toeval.random() < kans)
        case Lijst():
            return "|".join(toeval.sample(["b1", "b2", "b3"], toeval.randint(1, 2)))
        case _:
            return toeval.choice(["x", "y", "mantelzorger"])


def als_tabel(zaken: list[list[Feitrij]]) -> pl.DataFrame:
    """The cases as a table of whole cases, as the reader would give them."""
    namen = sorted({naam for zaak in zaken for _, _, velden in zaak for naam in velden})
    rijen = [(nr == 0, *feit) for zaak in zaken for nr, feit in enumerate(zaak)]
    return pl.DataFrame(
        {
            "begin": [r[0] for r in rijen],
            "soort": pl.Series([regels.CODE[r[1]] for r in rijen], dtype=pl.UInt8),
            "dag": pl.Series([r[2].toordinal() - DAG0 for r in rijen], dtype=pl.Int32),
            **{f"v:{naam}": pl.Series([r[3].get(naam) for r in rijen], dtype=pl.String) for naam in namen},
        }
    )


def als_feiten(zaak: list[Feitrij], vandaag: date) -> list[Feit]:
    """The same case for the single-case evaluator, written out without any column."""
    uit = []
    for nr, (soort, dag, kolommen) in enumerate(zaak, 1):
        velden: dict[str, object] = {}
        for kolom, tekst in kolommen.items():
            waarde = regels.lees_veld(soort, kolom, tekst)
            groep, punt, deel = kolom.partition(".")
            if waarde is not None and punt:
                velden[groep] = {**velden.get(groep, {}), deel: waarde}
            elif waarde is not None:
                velden[kolom] = waarde
        if dag <= vandaag:
            uit.append(Feit(nr, soort, dag.toordinal(), velden))
    return uit
