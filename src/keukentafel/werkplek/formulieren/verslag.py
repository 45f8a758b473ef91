"""The report, built from the record: an outcome for each need, and the parts that the worker writes (S20)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from django.utils.translation import gettext as _

from keukentafel.dossier.eigen_ruimte import gedeeld
from keukentafel.dossier.formulieren import naam_van
from keukentafel.dossier.formuliervelden import Tekstveld
from keukentafel.dossier.leesbaar import behoeftenamen, regels
from keukentafel.dossier.rechtzetting import zoals_het_nu_is
from keukentafel.dossier.woorden import Veldwoord, Woord, feitwoord
from keukentafel.werkplek.formulieren.nieuw import MetNieuweBehoeften

TEKSTEN: Final = {
    "netwerk": Woord("Wie kan helpen?", "Who can help?"),
    "mogelijkheden_gemeente": Woord(
        "Wat kan de gemeente wel en niet doen?", "What can the municipality do, and what not?"
    ),
    "ondersteuning_mantelzorger": Woord("Welke steun krijgt de mantelzorger?", "What support does the carer get?"),
    "reactie_persoonlijk_plan": Woord(
        "Wat is het antwoord op het persoonlijk plan?", "What is the answer to the plan?"
    ),
}
"""The parts that are written; the letter holds the other ones by itself."""
VAN_DE_BRIEF: Final = ("aanvraag_maatwerk", "eigen_bijdrage", "pgb", "status_en_procedure")
UIT_DOSSIER: Final = (
    "melding_ontvangen", "persoonlijk_plan_ontvangen", "gesprek_gevoerd", "dossieronderzoek_gedaan", "advies_ontvangen",
    "toezegging_gedaan", "reactie_op_verslag_ontvangen",
)  # fmt: skip


class Verslag(MetNieuweBehoeften):
    """The report. Which parts it holds is read from what is written, never ticked."""

    VELDEN: ClassVar[tuple[str, ...]] = ("behoeften", "toelichting")
    NAAST: ClassVar[str] = "werkplek/naast/dossier.html"
    ERBIJ: ClassVar[tuple[str, ...]] = ("soort_oplossing", "oplossing", "reden")

    def beginwaarden(self) -> dict[str, Any]:
        eerder = self.laatste("verslag_verstuurd")
        if eerder is not None:
            return {"behoeften": [dict(r) for r in eerder.velden.get("behoeften", ())]}
        melding = self.laatste("melding_ontvangen")
        gemeld = melding.velden.get("behoeften", ()) if melding else ()
        return {"behoeften": [{"id": r["id"], "oplossing": r.get("eigen_oplossing")} for r in gemeld]}

    def vul_aan(self) -> None:
        eerder = self.laatste("verslag_verstuurd")
        begin = dict((eerder.velden.get("teksten") if eerder else None) or {})
        van_mantelzorger = "\n".join(item.tekst for item in gedeeld(self.inzage.zaak))
        begin.setdefault("ondersteuning_mantelzorger", van_mantelzorger)
        slot = self.blokken_.pop()
        self.plaats_nieuwe()
        for naam, label in TEKSTEN.items():
            if naam != "reactie_persoonlijk_plan" or self.laatste("persoonlijk_plan_ontvangen"):
                self._plaats(f"teksten-{naam}", Tekstveld(Veldwoord(label, lang=True)), begin.get(naam), "")
        self.blokken_.append(slot)

    def clean(self) -> dict[str, Any]:
        """Every need has its outcome: here what is left blank is known to be missing (V4)."""
        gegevens = dict(super().clean() or self.cleaned_data)
        for nr, behoefte in enumerate(self.behoeften):
            veld = f"behoeften-{nr}-soort_oplossing"
            if not gegevens.get(veld) and veld not in self.errors:
                self.zeg(veld, _("Kies bij elke hulpvraag een uitkomst: %(b)s") % {"b": naam_van(behoefte)})
        self.keur_nieuwe(gegevens)
        self._keur_geen_oplossing(gegevens)
        return gegevens

    def _keur_geen_oplossing(self, gegevens: Mapping[str, Any]) -> None:
        """Who reads that there is no solution, reads why."""
        namen = {f"behoeften-{nr}": naam_van(b) for nr, b in enumerate(self.behoeften)}
        nieuw = {f"nieuw-{nr}": gegevens.get(f"nieuw-{nr}-vraag") for nr in range(self.RIJEN)}
        for pad, naam in {**namen, **nieuw}.items():
            if gegevens.get(f"{pad}-soort_oplossing") == "geen" and not gegevens.get(f"{pad}-reden"):
                wat = {"b": naam or _("de nieuwe hulpvraag")}
                self.zeg(f"{pad}-reden", _("Schrijf op waarom er geen oplossing is: %(b)s") % wat)

    def als_feit(self) -> dict[str, Any]:
        feit = super().als_feit()
        behoeften = [*feit.get("behoeften", ()), *self.nieuwe()]
        feit |= {"behoeften": behoeften} if behoeften else {}
        geschreven = {naam: self.cleaned_data.get(f"teksten-{naam}") for naam in TEKSTEN}
        teksten = {naam: tekst for naam, tekst in geschreven.items() if tekst}
        eerst = ("behoeften",) if behoeften else ()
        feit["onderdelen"] = [*eerst, *teksten, *VAN_DE_BRIEF]
        return feit | ({"teksten": teksten} if teksten else {})

    def naast(self) -> Mapping[str, Any]:
        namen = behoeftenamen(self.inzage.rijen)
        return {
            "dossier": [
                (str(feitwoord(r.soort)), r.datum, regels(r, namen))
                for r in zoals_het_nu_is(self.inzage.rijen)
                if r.soort in UIT_DOSSIER
            ],
            "gedeeld": gedeeld(self.inzage.zaak),
        }
