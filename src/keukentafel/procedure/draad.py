"""The red thread of every need: melding, plan, talk, report, application, decision, and where it fell off the table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from keukentafel.procedure.feit import Feit
from keukentafel.procedure.zaak import Zaak

STAPPEN = {
    "melding_ontvangen": "melding",
    "persoonlijk_plan_ontvangen": "plan",
    "gesprek_gevoerd": "gesprek",
    "verslag_verstuurd": "verslag",
    "aanvraag_ontvangen": "aanvraag",
    "besluit_bekendgemaakt": "besluit",
    "besluit_gewijzigd": "wijziging",
    "besluit_ingetrokken": "wijziging",
}
_SOORTEN = tuple(STAPPEN)
_GESLOTEN = (
    "melding_ingetrokken",
    "aanvraag_ingetrokken",
    "onderzoek_afgesloten",
    "dossier_afgesloten",
    "dossier_vernietigd",
)


class Knoop(NamedTuple):
    """What one fact says about one need."""

    feit: Feit
    stap: str
    uitkomst: str | None
    reden: str | None


@dataclass(slots=True)
class Draad:
    """One need from melding to decision. `gevallen_tussen`: `verslag` or `besluit`, where it was left out."""

    id: str
    leefgebied: str | None = None
    vraag: str | None = None
    knopen: list[Knoop] = field(default_factory=list)
    open: bool = True
    gevallen_tussen: str | None = None

    def bij(self, stap: str) -> Knoop | None:
        """The last thing this step says of the need."""
        return next((k for k in reversed(self.knopen) if k.stap == stap), None)


def draden(zaak: Zaak) -> list[Draad]:
    """The thread of every need that any fact names, in the order in which they came up."""
    uit: dict[str, Draad] = {}
    for feit in zaak.van_een(_SOORTEN):
        for regel in feit.velden.get("behoeften", ()):
            draad = uit.get(regel["id"]) or uit.setdefault(regel["id"], Draad(regel["id"]))
            draad.leefgebied = draad.leefgebied or regel.get("leefgebied")
            draad.vraag = draad.vraag or regel.get("vraag")
            draad.knopen.append(Knoop(feit, STAPPEN[feit.soort], _uitkomst(feit, regel), _reden(regel)))
    gesloten = bool(zaak.van_een(_GESLOTEN))
    for draad in uit.values():
        draad.gevallen_tussen = _gevallen(draad, zaak)
        draad.open = not gesloten and _open(draad)
    return list(uit.values())


def _uitkomst(feit: Feit, regel: dict[str, Any]) -> str | None:
    if feit.soort == "verslag_verstuurd":
        return regel.get("soort_oplossing") or regel.get("oplossing")
    if feit.soort == "melding_ontvangen":
        return regel.get("vraag")
    if feit.soort == "aanvraag_ontvangen":
        return feit.velden.get("leveringsvorm")
    return regel.get("uitkomst")


def _reden(regel: dict[str, Any]) -> str | None:
    return regel.get("reden") or regel.get("reden_pgb")


def _gevallen(draad: Draad, zaak: Zaak) -> str | None:
    """A need that came up before the report and is not in it; applied for and not in the decision."""
    verslagen = [v for v in zaak.van("verslag_verstuurd") if "behoeften" in v.velden]
    vroeg = any(k.stap in ("melding", "plan", "gesprek") for k in draad.knopen)
    if verslagen and vroeg and draad.bij("verslag") is None:
        return "verslag"
    besluiten = [
        b
        for b in zaak.van("besluit_bekendgemaakt")
        if "behoeften" in b.velden and b.velden.get("uitkomst") != "buiten_behandeling"
    ]
    aangevraagd = draad.bij("aanvraag")
    if (
        besluiten
        and aangevraagd is not None
        and aangevraagd.feit.sleutel < besluiten[-1].sleutel
        and draad.bij("besluit") is None
    ):
        return "besluit"
    return None


def _open(draad: Draad) -> bool:
    """Still waiting for an outcome: not decided, and not settled by the report in another way than maatwerk."""
    besluit, verslag = draad.bij("besluit"), draad.bij("verslag")
    if besluit is not None:
        return besluit.uitkomst is None
    if draad.gevallen_tussen is not None or draad.bij("aanvraag") is not None:
        return True
    return verslag is None or verslag.uitkomst in (None, "maatwerk")
