"""A tour on the terminal before the site starts: three cases judged, and a log screened."""

from __future__ import annotations

from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from keukentafel.inrichting import voorbeelden
from keukentafel.inrichting.opdrachten.invoer import vandaag
from keukentafel.inrichting.opdrachten.logboek import licht_door
from keukentafel.inrichting.opdrachten.tabellen import maak_scherm, toon_kort
from keukentafel.inrichting.opdrachten.tabellen_log import toon_kort as toon_log_kort
from keukentafel.inrichting.opdrachten.weigering import Geweigerd
from keukentafel.procedure import beoordeel, lees_casus

ZAKEN = ("alles-op-tijd", "te-laat-dwangsom-loopt", "bezwaar-met-commissie-en-verdaging")
"""In time; late with a running dwangsom; in objection."""
ECHT_LOGBOEK = Path("..") / "shared" / "data" / "receipt.xes.gz"
"""A real log of a municipality, used where it stands beside the project."""
PROFIEL = files(voorbeelden) / "vergunningen.toml"
VERZONNEN_ZAKEN = 2_000
BEWAREN = 'make demo OPTIES="--map mijn-demo"'
"""How to start the demo in a folder that stays."""


def geef_rondleiding(werkmap: Path, echt_logboek: Path = ECHT_LOGBOEK, *, blijft: bool = True) -> None:
    """Show the three cases and the counts of a log; its report goes to `werkmap`, which `blijft` after the demo."""
    scherm = maak_scherm()
    dag = vandaag()
    for naam in ZAKEN:
        casus = lees_casus(voorbeelden.lees(naam), bestand=naam, vandaag=dag)
        toon_kort(beoordeel(casus), voorbeelden.titel(naam), scherm)
    print("\n[wet]: dat eist de wet. [norm]: zo hoort het, maar de wet eist het niet.")
    print(f"Hele beoordeling van een zaak:  keukentafel voorbeeld {ZAKEN[1]} | keukentafel toets -\n")
    try:
        _licht_door(werkmap, echt_logboek, dag)
        if not blijft:
            print(f"Dit rapport verdwijnt als de demo stopt. Bewaren kan zo:  {BEWAREN}")
    except Geweigerd as fout:  # a log that cannot be read is no reason to withhold the site
        print(*fout.redenen, sep="\n")
    print(flush=True)


def _licht_door(werkmap: Path, echt_logboek: Path, dag: date) -> None:
    rapport = werkmap / "doorlichting.html"
    if echt_logboek.is_file():
        with as_file(PROFIEL) as profiel:
            uit = licht_door(echt_logboek, peildatum=dag, profiel=profiel, rapport=rapport)
    else:
        from keukentafel.doorlichting.voorbeeldlog import schrijf_log

        verzonnen = werkmap / "logboek.csv"
        schrijf_log(verzonnen, VERZONNEN_ZAKEN)
        uit = licht_door(verzonnen, peildatum=dag, profiel=None, rapport=rapport)
    toon_log_kort(uit, rapport)
