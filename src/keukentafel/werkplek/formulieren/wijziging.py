"""A decision that is changed or withdrawn afterwards: beside what holds now, with its day and the reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from keukentafel.dossier.formulieren import naam_van
from keukentafel.dossier.geldend import SOORTEN, geldende_hulp, toegekend
from keukentafel.dossier.leesbaar import behoeftenamen, regels
from keukentafel.dossier.rechtzetting import zoals_het_nu_is
from keukentafel.dossier.woorden import Veldwoord, Woord, feitwoord
from keukentafel.werkplek.formulieren.per_behoefte import PerBehoefte
from keukentafel.werkplek.werkformulier import Werkformulier

UIT_DOSSIER = (
    "beslissing_op_bezwaar_bekendgemaakt", "heronderzoek_gestart", "gesprek_gevoerd", "dossieronderzoek_gedaan",
    "evaluatie_gehouden", "advies_ontvangen",
)  # fmt: skip


class NaHetBesluit(Werkformulier):
    """What a change and a withdrawal share: the help that holds now, who decides, and how to object."""

    NAAST: ClassVar[str] = "werkplek/naast/dossier.html"

    def hulp(self) -> dict[str, Mapping[str, Any]]:
        """What was decided last on each need."""
        return geldende_hulp((feit.soort, feit.velden) for feit in self.inzage.beoordeling.zaak.van_een(SOORTEN))

    def nu(self, behoefte_id: str) -> str:
        """What holds now for a need, in a few words."""
        regel = self.hulp().get(behoefte_id)
        if regel is None or not toegekend(regel):
            return _("geen hulp van de gemeente")
        return str(regel.get("voorziening") or _("hulp van de gemeente"))

    def vaste_waarden(self) -> dict[str, Any]:
        wie = {} if self.voorstel else {"beslist_door": self.wie.gebruiker.naam}
        return wie | {"rechtsmiddelenclausule": True}

    def naast(self) -> Mapping[str, Any]:
        namen = behoeftenamen(self.inzage.rijen)
        return {
            "dossier": [
                (str(feitwoord(r.soort)), r.datum, regels(r, namen))
                for r in zoals_het_nu_is(self.inzage.rijen)
                if r.soort in (*SOORTEN, *UIT_DOSSIER)
            ],
        }


class Wijziging(NaHetBesluit, PerBehoefte):
    """A change of what was decided. A need that is left blank stays as it is; what changes says why."""

    VELDEN: ClassVar[tuple[str, ...]] = ("behoeften", "ingangsdatum", "overgangstermijn_weken", "toelichting")
    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"ingangsdatum"})
    ELKE: ClassVar[bool] = False
    WAAROM: ClassVar[Veldwoord] = Veldwoord(
        Woord("Waarom verandert dit?", "Why does this change?"),
        Woord("Dit komt in de brief.", "The letter says so."),
        lang=True,
    )

    def inleiding(self, behoefte_id: str) -> str:
        return _("Nu geldt: %(hulp)s. Verandert dit niet? Laat dan alles hier leeg.") % {"hulp": self.nu(behoefte_id)}

    def clean(self) -> dict[str, Any]:
        gegevens = dict(super().clean() or self.cleaned_data)
        self.keur_behoeften(gegevens)
        if not any(gegevens.get(f"behoeften-{nr}-uitkomst") for nr in range(len(self.behoeften))):
            self.zeg("behoeften-0-uitkomst", _("Kies bij ten minste één hulpvraag wat het nieuwe besluit is."))
        return gegevens

    def keur(self, nr: int, behoefte: Mapping[str, Any], regel: Mapping[str, Any]) -> None:
        super().keur(nr, behoefte, regel)
        if regel["uitkomst"] == "toegekend" and not regel["leveringsvorm"]:
            self.zeg(f"behoeften-{nr}-leveringsvorm", _("Kies in welke vorm: %(b)s") % {"b": naam_van(behoefte)})
        if regel["uitkomst"] and not regel["reden"]:
            self.zeg(f"behoeften-{nr}-reden", _("Schrijf op waarom dit verandert: %(b)s") % {"b": naam_van(behoefte)})

    def verschillen(self) -> list[tuple[str, str]]:
        """Every need that changes: what held, and why it does not any more."""
        uit = []
        for nr, behoefte in enumerate(self.behoeften):
            if self.cleaned_data.get(f"behoeften-{nr}-uitkomst"):
                reden = self.cleaned_data.get(f"behoeften-{nr}-reden") or _("geen reden opgeschreven")
                wat = {"nu": self.nu(str(behoefte["id"])), "reden": reden}
                uit.append((naam_van(behoefte), _("Tot nu toe: %(nu)s. Waarom het verandert: %(reden)s") % wat))
        return uit

    def als_feit(self) -> dict[str, Any]:
        feit = super().als_feit()
        return feit | {"behoeften": self.besloten(feit), "motivering": True}


class Intrekking(NaHetBesluit):
    """The end of all help that was granted: from which day, and why."""

    VELDEN: ClassVar[tuple[str, ...]] = ("ingangsdatum", "overgangstermijn_weken", "toelichting")
    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"ingangsdatum", "toelichting"})

    def beletsel(self) -> str:
        """Only what was granted can be withdrawn."""
        if any(toegekend(regel) for regel in self.hulp().values()):
            return ""
        return _("Er loopt geen hulp die u kunt intrekken.")

    def verschillen(self) -> list[tuple[str, str]]:
        """All help that stops."""
        namen = behoeftenamen(self.inzage.rijen)
        return [
            (namen.get(naam, naam), _("Deze hulp stopt: %(hulp)s") % {"hulp": self.nu(naam)})
            for naam, regel in self.hulp().items()
            if toegekend(regel)
        ]

    def als_feit(self) -> dict[str, Any]:
        feit = super().als_feit()
        stopt = [{"id": naam, "uitkomst": "afgewezen"} for naam, regel in self.hulp().items() if toegekend(regel)]
        return feit | {"behoeften": stopt, "motivering": True}
