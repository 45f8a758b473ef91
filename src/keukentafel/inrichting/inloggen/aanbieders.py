"""The OpenID providers that people log in with: one for workers, one (a broker for DigiD) for residents.

Each comes out of the environment, KEUKENTAFEL_OIDC_MEDEWERKER_* and KEUKENTAFEL_OIDC_INWONER_*. No Django here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

VOORVOEGSEL: Final = "KEUKENTAFEL_OIDC"
EIGEN_MACHINE: Final = frozenset({"127.0.0.1", "localhost", "::1"})
MEDEWERKER: Final = "medewerker"
INWONER: Final = "inwoner"
NAMEN: Final = {INWONER: "DigiD", MEDEWERKER: "Inloggen voor medewerkers"}
CLAIMS: Final = {INWONER: "urn:etoegang:1.12:EntityConcernedID:BSN", MEDEWERKER: "sub"}
VERPLICHT: Final = {
    "UITGEVER": "het adres van de inlogdienst (issuer)",
    "CLIENT_ID": "de naam van deze site bij de inlogdienst",
    "CLIENT_GEHEIM": "het geheim van deze site bij de inlogdienst",
    "ACR": "de niveaus met een tweede factor die goed zijn, met komma's ertussen",
}


class AanbiederFout(ValueError):
    """The settings of a provider are not complete or not safe. `redenen`: every reason, in plain Dutch."""

    def __init__(self, redenen: list[str]) -> None:
        self.redenen = redenen
        super().__init__("\n".join(redenen))


@dataclass(frozen=True, slots=True)
class Aanbieder:
    """One provider. `acr`: the levels that count as two factors; `claim`: what names the person (a BSN: residents)."""

    soort: str
    uitgever: str
    client_id: str
    client_geheim: str
    naam: str
    acr: tuple[str, ...]
    claim: str
    gemeente: str = ""

    @property
    def herkomst(self) -> str:
        """Scheme and host, as a Content-Security-Policy names it."""
        delen = urlsplit(self.uitgever)
        return f"{delen.scheme}://{delen.netloc}"


def aanbieders(omgeving: Mapping[str, str]) -> dict[str, Aanbieder]:
    """The providers that are set up, residents first. Raises AanbiederFout with every reason."""
    redenen: list[str] = []
    gevonden = [_lees(soort, omgeving, redenen) for soort in (INWONER, MEDEWERKER)]
    if redenen:
        raise AanbiederFout(redenen)
    return {a.soort: a for a in gevonden if a is not None}


def _lees(soort: str, omgeving: Mapping[str, str], redenen: list[str]) -> Aanbieder | None:
    begin = f"{VOORVOEGSEL}_{soort.upper()}_"
    waarden = {naam.removeprefix(begin): w.strip() for naam, w in omgeving.items() if naam.startswith(begin)}
    if not waarden:
        return None
    mist = [f"{begin}{naam} ontbreekt: {wat}." for naam, wat in VERPLICHT.items() if not waarden.get(naam)]
    uitgever = urlsplit(waarden.get("UITGEVER", ""))
    if uitgever.scheme != "https" and uitgever.hostname not in EIGEN_MACHINE and not mist:
        mist.append(f"{begin}UITGEVER moet met https:// beginnen.")
    redenen += mist
    if mist:
        return None
    return Aanbieder(
        soort, waarden["UITGEVER"], waarden["CLIENT_ID"], waarden["CLIENT_GEHEIM"],
        waarden.get("NAAM") or NAMEN[soort],
        tuple(deel.strip() for deel in waarden["ACR"].split(",") if deel.strip()),
        waarden.get("CLAIM") or CLAIMS[soort], waarden.get("GEMEENTE", ""),
    )  # fmt: skip
