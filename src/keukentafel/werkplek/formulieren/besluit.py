"""The decision, beside the report: every difference has its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from keukentafel.dossier.formulieren import naam_van
from keukentafel.dossier.formuliervelden import Janeeveld
from keukentafel.dossier.leesbaar import behoeftenamen, regels
from keukentafel.dossier.rechtzetting import zoals_het_nu_is
from keukentafel.dossier.woorden import Veldwoord, Woord, feitwoord, keuzewoord
from keukentafel.werkplek.formulieren.per_behoefte import PerBehoefte, laat_weg

BUITEN = Veldwoord(
    Woord("Wordt de aanvraag niet behandeld?", "Is the application not handled?"),
    Woord(
        "Alleen als er gegevens missen en de inwoner tijd kreeg om ze te geven (Awb art. 4:5).",
        "Only when data are missing and the resident got time to give them (Awb art. 4:5).",
    ),
)
_VERGELIJK = ("uitkomst", "leveringsvorm", "reden", "reden_pgb")
_DAGEN = ("ingangsdatum", "einddatum")
_UITKOMSTEN = {(True, True): "deels_toegekend", (True, False): "toegekend", (False, True): "afgewezen"}


class Besluit(PerBehoefte):
    """The decision. What the letter always holds (how to object, the report as its ground) is recorded, not asked."""

    NAAST: ClassVar[str] = "werkplek/naast/dossier.html"
    WAAROM: ClassVar[Veldwoord] = Veldwoord(
        Woord("Waarom?", "Why?"),
        Woord(
            "Nodig bij elke hulpvraag, tenzij u het onderaan voor alles samen uitlegt. Beslist u anders dan het verslag"
            " zegt? Dan moet hier staan waarom.",
            "Needed for every need, unless you explain it for all together below. Do you decide otherwise than the"
            " report says? Then the reason must be here.",
        ),
        lang=True,
    )

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
        self.pgb_gevraagd, self.natura_gevraagd = vorm == "pgb", vorm == "zin"
        verslag = self.laatste("verslag_verstuurd")
        self.verslag = {r["id"]: r for r in verslag.velden.get("behoeften", ())} if verslag else {}
        leveringsvorm = vorm if vorm in ("zin", "pgb") else None
        return {"behoeften": [{"id": b["id"], "leveringsvorm": leveringsvorm} for b in self.behoeften_van_zaak()]}

    def vaste_waarden(self) -> dict[str, Any]:
        heeft_verslag = self.laatste("verslag_verstuurd") is not None
        wie = {} if self.voorstel else {"beslist_door": self.wie.gebruiker.naam}
        return wie | {"rechtsmiddelenclausule": True, "gebaseerd_op_verslag": heeft_verslag}

    def vul_aan(self) -> None:
        super().vul_aan()
        if self.laatste("aanvulling_gevraagd"):
            self._plaats("buiten", Janeeveld(BUITEN), None, "")
            self.blokken_.insert(0 if self.voorstel else 1, self.blokken_.pop())

    def inleiding(self, behoefte_id: str) -> str:
        regel = self.verslag.get(behoefte_id)
        if regel is None:
            return _("Het verslag zegt hier niets over.")
        soort = regel.get("soort_oplossing")
        delen = (str(keuzewoord("", str(soort))) if soort else "", regel.get("oplossing"), regel.get("reden"))
        return _("Het verslag zegt: %(wat)s") % {"wat": ". ".join(str(d).rstrip(".") for d in delen if d) or "–"}

    # --- checks -----------------------------------------------------------------------------------------------------

    def clean(self) -> dict[str, Any]:
        gegevens = dict(super().clean() or self.cleaned_data)
        if gegevens.get("buiten"):
            if not gegevens.get("toelichting"):
                self.zeg("toelichting", _("Schrijf op welke gegevens missen. Dit komt in de brief."))
        else:
            self.keur_behoeften(gegevens)
        return gegevens

    def keur(self, nr: int, behoefte: Mapping[str, Any], regel: Mapping[str, Any]) -> None:
        super().keur(nr, behoefte, regel)
        naam, uitkomst = naam_van(behoefte), regel["uitkomst"]
        if uitkomst and not regel["reden"] and self._wijkt_af(str(behoefte["id"]), str(uitkomst)):
            soort = str(self.verslag[str(behoefte["id"])]["soort_oplossing"])
            self.zeg(
                f"behoeften-{nr}-reden",
                _("Dit is anders dan het verslag (%(soort)s). Schrijf op waarom: %(b)s")
                % {"soort": str(keuzewoord("", soort)).lower(), "b": naam},
            )
        reden_pgb = self.cleaned_data.get(f"behoeften-{nr}-reden_pgb")
        if uitkomst == "toegekend" and self._ongevraagd_pgb(regel) and not reden_pgb:
            self.zeg(
                f"behoeften-{nr}-reden_pgb",
                _("Gevraagd is hulp in natura. Schrijf op waarom het een pgb wordt: %(b)s") % {"b": naam},
            )

    def _wijkt_af(self, behoefte_id: str, uitkomst: str) -> bool:
        """Granted what the report solves otherwise, or refused what it calls maatwerk (A6)."""
        soort = self.verslag.get(behoefte_id, {}).get("soort_oplossing")
        return soort is not None and (soort == "maatwerk") != (uitkomst == "toegekend")

    def _ongevraagd_pgb(self, regel: Mapping[str, Any]) -> bool:
        """A budget for who asked for help in kind: only on her own wish (Wmo 2.3.6 lid 2 onder b)."""
        return self.natura_gevraagd and regel["leveringsvorm"] == "pgb"

    def verschillen(self) -> list[tuple[str, str]]:
        """Where it goes another way than the report, the application or the advice, with the reason."""
        if self.cleaned_data.get("buiten"):
            return [(_("De hele aanvraag"), _("De aanvraag wordt niet behandeld."))]
        uit: list[tuple[str, str]] = []
        for nr, behoefte in enumerate(self.behoeften):
            gekozen = {n: self.cleaned_data.get(f"behoeften-{nr}-{n}") or "" for n in _VERGELIJK}
            if gekozen["uitkomst"]:
                zinnen = self._anders(str(behoefte["id"]), gekozen)
                uit += [(naam_van(behoefte), zin) for zin in zinnen]
        return uit

    def _anders(self, behoefte_id: str, gekozen: Mapping[str, str]) -> Iterator[str]:
        uitkomst, reden = gekozen["uitkomst"], gekozen["reden"] or _("geen reden opgeschreven")
        wordt = {"wordt": str(keuzewoord("uitkomst", uitkomst)).lower(), "reden": reden}
        if self._wijkt_af(behoefte_id, uitkomst):
            soort = str(keuzewoord("", str(self.verslag[behoefte_id]["soort_oplossing"]))).lower()
            zin = _("Het verslag zegt: %(was)s. Dit besluit: %(wordt)s. Waarom: %(reden)s")
            yield zin % (wordt | {"was": soort})
        if self.pgb_gevraagd and uitkomst == "toegekend" and gekozen["leveringsvorm"] != "pgb":
            reden_pgb = gekozen["reden_pgb"] or _("geen reden opgeschreven")
            yield _("Gevraagd is een pgb. Dit besluit geeft er geen. Waarom: %(reden)s") % {"reden": reden_pgb}
        if uitkomst == "toegekend" and self._ongevraagd_pgb(gekozen):
            reden_pgb = gekozen["reden_pgb"] or _("geen reden opgeschreven")
            yield _("Gevraagd is hulp in natura. Dit besluit geeft een pgb. Waarom: %(reden)s") % {"reden": reden_pgb}
        advies = self.laatste("advies_ontvangen")
        richting = str(advies.velden.get("richting") or "") if advies else ""
        if richting == ("afwijzen" if uitkomst == "toegekend" else "toewijzen"):
            zin = _("Het advies was: %(was)s. Dit besluit: %(wordt)s. Waarom: %(reden)s")
            yield zin % (wordt | {"was": str(keuzewoord("richting", richting)).lower()})

    def aan_te_vullen(self) -> list[tuple[str, str]]:
        """The needs without a word of why, as long as it is not explained for all together (A5, Awb 3:46)."""
        if self.als_feit()["motivering"] or self.cleaned_data.get("buiten"):
            return []
        leeg = [nr for nr in range(len(self.behoeften)) if not self.cleaned_data.get(f"behoeften-{nr}-reden")]
        zin = _("Schrijf bij ‘Waarom?’ op waarom u dit besluit: %(b)s")
        return [
            (self[f"behoeften-{nr}-reden"].id_for_label or "", zin % {"b": naam_van(self.behoeften[nr])}) for nr in leeg
        ]

    # --- the fact ---------------------------------------------------------------------------------------------------

    def als_feit(self) -> dict[str, Any]:
        feit = super().als_feit()
        if self.cleaned_data.get("buiten"):
            laat_weg(feit, ("behoeften", *_DAGEN))
            return feit | {"uitkomst": "buiten_behandeling", "motivering": bool(feit.get("toelichting"))}
        behoeften = feit["behoeften"] = self.besloten(feit)
        uitkomsten = {b["uitkomst"] for b in behoeften}
        if "toegekend" not in uitkomsten:
            laat_weg(feit, _DAGEN)
        uitleg = bool(feit.get("toelichting")) or all(b.get("reden") for b in behoeften)
        soort = _UITKOMSTEN[("toegekend" in uitkomsten, "afgewezen" in uitkomsten)]
        return feit | {"uitkomst": soort, "motivering": uitleg}

    def naast(self) -> Mapping[str, Any]:
        namen = behoeftenamen(self.inzage.rijen)
        erbij = ("advies_ontvangen", "reactie_op_verslag_ontvangen", "toezegging_gedaan", "aanvraag_ontvangen")
        return {
            "dossier": [
                (str(feitwoord(r.soort)), r.datum, regels(r, namen))
                for r in zoals_het_nu_is(self.inzage.rijen)
                if r.soort in erbij
            ],
        }
