"""The decision, need by need beside the report: every difference has its reason, a pgb its three conditions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from keukentafel.dossier.formulieren import naam_van
from keukentafel.dossier.formuliervelden import Janeeveld
from keukentafel.dossier.leesbaar import behoeftenamen, regels
from keukentafel.dossier.woorden import Veldwoord, Woord, feitwoord, keuzewoord
from keukentafel.werkplek.werkformulier import Werkformulier

VOORWAARDEN = ("bekwaam", "gemotiveerd", "kwaliteit")
BUITEN = Veldwoord(
    Woord("Wordt de aanvraag niet behandeld?", "Is the application not handled?"),
    Woord(
        "Alleen als er gegevens missen en de inwoner tijd kreeg om ze te geven (Awb art. 4:5).",
        "Only when data are missing and the resident got time to give them (Awb art. 4:5).",
    ),
)
_UITKOMSTEN = {(True, True): "deels_toegekend", (True, False): "toegekend", (False, True): "afgewezen"}


class Besluit(Werkformulier):
    """The decision. What the letter always holds (how to object, the report as its ground) is recorded, not asked."""

    NAAST: ClassVar[str] = "werkplek/naast/besluit.html"

    @property
    def VELDEN(self) -> tuple[str, ...]:  # type: ignore[override]
        """Only what this case can have: no answer to a reaction that was never given."""
        bij = {
            "reactie_op_verslag_ontvangen": ("reactie_beantwoord",),
            "toezegging_gedaan": ("toezegging_nagekomen", "reden_toezegging"),
        }
        extra = [veld for soort, velden in bij.items() if self.laatste(soort) for veld in velden]
        return ("behoeften", "ingangsdatum", "einddatum", *extra, "toelichting")

    def behoeften_van_zaak(self) -> list[dict[str, Any]]:
        """The needs that were applied for; all when the application does not name any."""
        alle = super().behoeften_van_zaak()
        aanvraag = self.laatste("aanvraag_ontvangen")
        gevraagd = {r["id"] for r in aanvraag.velden.get("behoeften", ())} if aanvraag else set()
        return [b for b in alle if b["id"] in gevraagd] or alle

    def beginwaarden(self) -> dict[str, Any]:
        aanvraag = self.laatste("aanvraag_ontvangen")
        vorm = aanvraag.velden.get("leveringsvorm") if aanvraag else None
        self.pgb_gevraagd = vorm == "pgb"
        verslag = self.laatste("verslag_verstuurd")
        self.verslag = {r["id"]: r for r in verslag.velden.get("behoeften", ())} if verslag else {}
        leveringsvorm = vorm if vorm in ("zin", "pgb") else None
        return {"behoeften": [{"id": b["id"], "leveringsvorm": leveringsvorm} for b in self.behoeften_van_zaak()]}

    def vaste_waarden(self) -> dict[str, Any]:
        heeft_verslag = self.laatste("verslag_verstuurd") is not None
        return {
            "beslist_door": self.wie.gebruiker.naam, "rechtsmiddelenclausule": True,
            "gebaseerd_op_verslag": heeft_verslag,
        }  # fmt: skip

    def vul_aan(self) -> None:
        self._plaats("buiten", Janeeveld(BUITEN), None, "")
        self.blokken_.insert(1, self.blokken_.pop())

    # --- checks -----------------------------------------------------------------------------------------------------

    def clean(self) -> dict[str, Any]:
        gegevens = dict(super().clean() or self.cleaned_data)
        if not gegevens.get("buiten"):
            for nr, behoefte in enumerate(self.behoeften):
                regel = {naam: gegevens.get(f"behoeften-{nr}-{naam}") for naam in ("uitkomst", "voorziening", "grond")}
                regel |= {naam: gegevens.get(f"behoeften-{nr}-{naam}") for naam in ("leveringsvorm", "reden")}
                self._keur(nr, behoefte, regel)
                self._keur_pgb(nr, gegevens, regel)
        return gegevens

    def _keur(self, nr: int, behoefte: Mapping[str, Any], regel: Mapping[str, Any]) -> None:
        naam, uitkomst = naam_van(behoefte), regel["uitkomst"]
        if not uitkomst:
            self.zeg(f"behoeften-{nr}-uitkomst", _("Beslis ook over: %(behoefte)s") % {"behoefte": naam})
        elif uitkomst == "toegekend" and not regel["voorziening"]:
            self.zeg(f"behoeften-{nr}-voorziening", _("Schrijf op welke hulp het wordt: %(b)s") % {"b": naam})
        elif uitkomst == "afgewezen" and not regel["grond"]:
            self.zeg(f"behoeften-{nr}-grond", _("Kies waarom dit wordt afgewezen: %(b)s") % {"b": naam})
        if uitkomst and not regel["reden"] and self._wijkt_af(str(behoefte["id"]), str(uitkomst)):
            soort = str(self.verslag[str(behoefte["id"])]["soort_oplossing"])
            self.zeg(
                f"behoeften-{nr}-reden",
                _("Dit is anders dan het verslag (%(soort)s). Schrijf op waarom: %(b)s")
                % {"soort": str(keuzewoord("", soort)).lower(), "b": naam},
            )

    def _wijkt_af(self, behoefte_id: str, uitkomst: str) -> bool:
        """Granted what the report solves otherwise, or refused what it calls maatwerk (A6)."""
        soort = self.verslag.get(behoefte_id, {}).get("soort_oplossing")
        return soort is not None and (soort == "maatwerk") != (uitkomst == "toegekend")

    def _keur_pgb(self, nr: int, gegevens: Mapping[str, Any], regel: Mapping[str, Any]) -> None:
        """A pgb that was asked for or is given: each of the three conditions weighed (Wmo 2.3.6 lid 2)."""
        pgb = regel["leveringsvorm"] == "pgb"
        anders_geweigerd = regel["uitkomst"] == "afgewezen" and regel["grond"] not in (None, "", "pgb_voorwaarden")
        if not (pgb or self.pgb_gevraagd) or not regel["uitkomst"] or anders_geweigerd:
            return
        gewogen = {v: gegevens.get(f"behoeften-{nr}-pgb_voorwaarden-{v}") for v in VOORWAARDEN}
        for voorwaarde, antwoord in gewogen.items():
            if not antwoord:
                self.zeg(f"behoeften-{nr}-pgb_voorwaarden-{voorwaarde}", _("Weeg deze voorwaarde voor het pgb."))
        geweigerd = not pgb or regel["uitkomst"] == "afgewezen" or "nee" in gewogen.values()
        if geweigerd and not gegevens.get(f"behoeften-{nr}-reden_pgb"):
            self.zeg(f"behoeften-{nr}-reden_pgb", _("Schrijf op waarom er geen pgb komt, of waarom toch."))

    # --- the fact ---------------------------------------------------------------------------------------------------

    def als_feit(self) -> dict[str, Any]:
        feit = super().als_feit()
        behoeften = feit.get("behoeften") or []
        if self.cleaned_data.get("buiten"):
            feit.pop("behoeften", None)
            return feit | {"uitkomst": "buiten_behandeling", "motivering": bool(feit.get("toelichting"))}
        uitkomsten = {b["uitkomst"] for b in behoeften}
        uitleg = bool(feit.get("toelichting")) or all(b.get("reden") for b in behoeften)
        soort = _UITKOMSTEN[("toegekend" in uitkomsten, "afgewezen" in uitkomsten)]
        return feit | {"uitkomst": soort, "motivering": uitleg}

    def naast(self) -> Mapping[str, Any]:
        namen = behoeftenamen(self.inzage.rijen)
        erbij = ("advies_ontvangen", "reactie_op_verslag_ontvangen", "toezegging_gedaan", "aanvraag_ontvangen")
        return {
            "verslag": [(naam_van(b), self._uit_verslag(str(b["id"]))) for b in self.behoeften],
            "dossier": [
                (str(feitwoord(r.soort)), r.datum, regels(r, namen)) for r in self.inzage.rijen if r.soort in erbij
            ],
        }

    def _uit_verslag(self, behoefte_id: str) -> dict[str, str] | None:
        regel = self.verslag.get(behoefte_id)
        if regel is None:
            return None
        soort = regel.get("soort_oplossing")
        woord = str(keuzewoord("", str(soort))) if soort else ""
        return {"soort": woord, "oplossing": str(regel.get("oplossing") or ""), "reden": str(regel.get("reden") or "")}
