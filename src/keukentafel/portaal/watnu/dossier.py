"""The visitor's own file: a case file (see `procedure`) plus, under `x-eigen`, what only belongs to this visitor.

It travels in the page as one hidden field and is never kept by the server. `x-eigen` holds `rol`, `plek`, `antwoorden`
(answers that make no fact), `half` (what was typed but not finished), `behoeften` (needs before there is a melding)
and `aantekeningen` (own notes).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from keukentafel.portaal.watnu.lezen import DossierFout, lees_tekst
from keukentafel.procedure import Casus, CasusFout, Fout, lees_casus

ZAAK: Final = "mijn-zaak"
EIGEN: Final = "x-eigen"
"""The engine leaves fields that begin with x- alone, so the saved file is a case file for every other reader too."""
AFGELEID: Final = "volgt uit een ander antwoord"
"""Marks a fact that must have happened though nobody named it (a decision in hand: there was an application)."""
VAN_DE_PLEK: Final = "volgt uit waar u nu bent"
"""Marks a fact that the visitor named by choosing a place; its day is asked next."""
VANZELF: Final = (AFGELEID, VAN_DE_PLEK)
"""What nobody filled in: its day is not known because it was not asked, not because it was forgotten."""

_VOLGT_UIT: Final = (
    ("aanvraag_ontvangen", ("besluit_bekendgemaakt", "dwangsombesluit_bekendgemaakt")),
    ("melding_ontvangen", ("verslag_verstuurd",)),
    ("bezwaar_ontvangen", ("beslissing_op_bezwaar_bekendgemaakt", "bezwaartermijn_verdaagd")),
)
_VELDEN: Final = ("zaak", "gemeente", "huishouden", "feiten")


class Dossier:
    """The visitor's file while it is being filled in."""

    def __init__(self, gegevens: Mapping[str, Any] | None = None) -> None:
        bron = dict(gegevens or {})
        self.zaak: str = str(bron.get("zaak") or ZAAK)
        self.gemeente: str = str(bron.get("gemeente") or "")
        self.huishouden: dict[str, Any] = dict(bron.get("huishouden") or {})
        self.feiten: list[dict[str, Any]] = verbeterd([dict(feit) for feit in bron.get("feiten") or []])
        eigen = bron.get(EIGEN)
        self.eigen: dict[str, Any] = dict(eigen) if isinstance(eigen, dict) else {}
        self._gelezen: Casus | None = None

    @property
    def van_elders(self) -> bool:
        """Made elsewhere: what is not in the file did not happen. In a file made here it may not be asked yet."""
        return bool(self.eigen.get("van_elders"))

    @property
    def plek(self) -> str:
        return str(self.eigen.get("plek") or "")

    @property
    def rol(self) -> str:
        return str(self.eigen.get("rol") or "")

    @property
    def aantekeningen(self) -> str:
        return str(self.eigen.get("aantekeningen") or "")

    @property
    def antwoorden(self) -> dict[str, str]:
        return self._vak("antwoorden")

    @property
    def half(self) -> dict[str, Any]:
        return self._vak("half")

    def _vak(self, naam: str) -> dict[str, Any]:
        if not isinstance(self.eigen.get(naam), dict):
            self.eigen[naam] = {}
        return self.eigen[naam]

    def van(self, soort: str) -> list[dict[str, Any]]:
        return [feit for feit in self.feiten if feit.get("soort") == soort]

    def heeft(self, *soorten: str) -> bool:
        return any(feit.get("soort") in soorten for feit in self.feiten)

    @property
    def behoeften(self) -> list[dict[str, Any]]:
        """The needs as the visitor named them, each with an id."""
        bronnen: Iterable[Any] = [
            *(feit.get("behoeften") for feit in self.van("melding_ontvangen")),
            self.eigen.get("behoeften"),
        ]
        for rij in bronnen:
            if rij:
                return [dict(regel) if isinstance(regel, dict) else {"id": str(regel)} for regel in rij]
        return []

    def zet_behoeften(self, rij: list[dict[str, Any]]) -> None:
        """Keep the needs with the melding, or apart while there is none."""
        meldingen = self.van("melding_ontvangen")
        self.eigen.pop("behoeften", None)
        if not meldingen:
            self.eigen["behoeften"] = rij
        elif rij:
            meldingen[0]["behoeften"] = rij
        else:
            meldingen[0].pop("behoeften", None)

    def zet_plek(self, naam: str, soorten: Iterable[str]) -> None:
        """Choose a place: what it says to have happened is a fact from now on (day unknown), unless it is known."""
        self.eigen["plek"] = naam
        self.feiten = [feit for feit in self.feiten if feit.get("toelichting") not in VANZELF]
        for soort in soorten:
            if not self.heeft(soort):
                self.feiten.append({"soort": soort, "datum": "onbekend", "toelichting": VAN_DE_PLEK})
        self.leid_af()

    def leid_af(self) -> None:
        """Add what must have happened (day unknown), and take it away when nothing asks for it any more."""
        self._gelezen = None
        self.feiten = [feit for feit in self.feiten if feit.get("toelichting") != AFGELEID]
        for soort, latere in _VOLGT_UIT:
            if self.heeft(*latere) and not self.heeft(soort):
                self.feiten.append({"soort": soort, "datum": "onbekend", "toelichting": AFGELEID})
        if self.feiten and not self.heeft("melding_ontvangen", "aanvraag_ontvangen"):
            self.feiten.append({"soort": "melding_ontvangen", "datum": "onbekend", "toelichting": AFGELEID})
        if self.heeft("melding_ontvangen") and self.eigen.get("behoeften"):
            self.zet_behoeften(list(self.eigen["behoeften"]))

    def kopie(self) -> Dossier:
        return Dossier(json.loads(self.als_json()))

    def als_dict(self) -> dict[str, Any]:
        """The file as it is saved: the case file, then `eigen`."""
        eigen = {naam: waarde for naam, waarde in self.eigen.items() if waarde not in ("", None, {}, [])}
        return {**self.casus_dict(), **({EIGEN: eigen} if eigen else {})}

    def casus_dict(self) -> dict[str, Any]:
        """Only the case file, as the engine reads it."""
        alles = {"zaak": self.zaak, "gemeente": self.gemeente, "huishouden": self.huishouden, "feiten": self.feiten}
        return {naam: alles[naam] for naam in _VELDEN if alles[naam] or naam in ("zaak", "feiten")}

    def als_json(self) -> str:
        return json.dumps(self.als_dict(), ensure_ascii=False, separators=(",", ":"))

    def casus(self, vandaag: date) -> Casus:
        """The case, read and checked by the engine for this day. Raises `CasusFout`."""
        if self._gelezen is None or self._gelezen.peildatum != vandaag:
            self._gelezen = lees_casus(json.dumps(self.casus_dict()), vandaag=vandaag, peildatum=vandaag)
        return self._gelezen


def lees_dossier(tekst: str, vandaag: date, *, yaml: bool = False) -> Dossier:
    """A file out of a hidden field or an upload; bounded and checked by the engine.

    Raises `DossierFout` with every fault, in plain Dutch.
    """
    gegevens = lees_tekst(tekst, yaml=yaml)
    rauw = {naam: waarde for naam, waarde in gegevens.items() if naam != EIGEN}
    try:
        casus = lees_casus(json.dumps({"zaak": ZAAK, "feiten": [], **rauw}), vandaag=vandaag, peildatum=vandaag)
    except CasusFout as fout:
        raise DossierFout([_met_plek(f) for f in fout.fouten]) from fout
    dossier = Dossier(gegevens)
    if len(dossier.feiten) == len(casus.feiten):
        dossier._gelezen = casus
    if EIGEN not in gegevens and dossier.feiten:
        dossier.eigen["van_elders"] = True
    return dossier


def _met_plek(fout: Fout) -> str:
    """A fault of the engine with the number of the fact; the line means nothing to who never saw the text."""
    return fout.tekst if fout.feit is None else _("Feit %(nr)s: %(tekst)s") % {"nr": fout.feit, "tekst": fout.tekst}


def verbeterd(feiten: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The facts with every `feit_gecorrigeerd` carried out, so that numbers no longer matter."""
    stand: dict[int, dict[str, Any]] = dict(enumerate(feiten, 1))
    for nr in sorted((n for n, feit in stand.items() if feit.get("soort") == "feit_gecorrigeerd"), reverse=True):
        correctie = stand.pop(nr, None)
        doel = correctie.get("betreft") if correctie else None
        if doel not in stand or correctie is None:
            continue
        nieuw = correctie.get("vervangt_door")
        if nieuw is None:
            del stand[doel]
        else:
            stand[doel] = dict(nieuw) if "soort" in nieuw else {**stand[doel], **nieuw}
    return list(stand.values())
